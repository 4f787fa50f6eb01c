"""No parameter that names a file, a folder or a report reaches outside the project."""

import pytest

from skmlib.parameters import load_parameters
from skmlib.problems import DataError
from skmlib.survey.dataset import read_survey

OUTSIDE = (
    "/etc/passwd",
    "../rahasia.csv",
    "a/../../rahasia.csv",
    "..",
    "..\\\\rahasia.csv",
    "\\\\\\\\server\\\\bagi\\\\a.csv",
    "C:\\\\a.csv",
    "C:a.csv",
    "file:///etc/passwd",
    "a\\0.csv",
    "a\\u202evsc.exe",
    "con",
    "NUL.csv",
    "lpt1.xlsx",
)
KEYS = {
    "data.responden": 'data:\n  responden: "{}"\n',
    "data.tahap": 'data:\n  tahap: [{{nama: Satu, responden: "{}"}}, {{nama: Dua, responden: dua.csv}}]\n',
}


def refusal(project) -> str:
    with pytest.raises(DataError) as caught:
        read_survey("loket", "2025-S1", root=project.root)
    return str(caught.value)


@pytest.mark.parametrize("name", OUTSIDE)
@pytest.mark.parametrize("key", KEYS)
def test_a_file_of_answers_is_a_name_without_folder(project, threes, key, name):
    project.write_responses(threes)
    project.write("data/2025-S1/rahasia.csv", "x\n")
    project.add(KEYS[key].format(name))
    assert "seharusnya nama berkas saja, tanpa folder" in refusal(project)


@pytest.mark.parametrize("name", OUTSIDE)
def test_a_logo_is_a_name_without_folder(project, threes, name):
    project.write_responses(threes)
    project.write("params/instansi/kota.yml", f'nama: Kota Contoh\nlogo: {{berkas: "{name}", alt: Lambang}}\n')
    assert "seharusnya nama berkas saja, tanpa folder" in refusal(project)


@pytest.mark.parametrize("name", ["../instansi/kota", "/etc/passwd", "..", "kota/../kota", "."])
def test_an_agency_is_a_short_name(project, threes, name):
    project.write_responses(threes)
    project.change("instansi: kota", f"instansi: {name}")
    assert "seharusnya seperti 'kasn' atau 'dinas-kesehatan'" in refusal(project)


@pytest.mark.parametrize("name", ["../2025-S1", "/etc", "2025-S1/../../x"])
def test_a_period_is_a_period(project, threes, name):
    project.write_responses(threes)
    project.add(f"periode_sebelumnya: {name}\n")
    assert "seharusnya seperti '2025'" in refusal(project)


@pytest.mark.parametrize(
    ("unit", "periode"), [("../2025-S1/loket", "2025-S1"), ("loket", "../params/2025-S1"), ("loket", "..")]
)
def test_a_report_that_is_asked_for_is_one_of_those_there_are(project, unit, periode):
    with pytest.raises(DataError, match="berkas ini tidak ada"):
        load_parameters(unit, periode, root=project.root)


@pytest.mark.parametrize("survei", ["../../etc", "/etc/passwd", "loket/../loket"])
def test_a_survey_of_a_performance_report_is_a_short_name(office, survei):
    office.tell(f"survei: [{survei}]\n")
    office.indicate(f'{{nama: IKM, arah: naik, target: "80", sumber: {{survei: {survei}}}}}')
    assert "seharusnya seperti 'kasn' atau 'dinas-kesehatan'" in office.stops()


@pytest.mark.parametrize("name", ["../a.jpg", "/etc/a.jpg", ".a.jpg", "a\\b.jpg", "aux.jpg"])
def test_a_picture_of_an_action_is_a_name_without_folder(project, threes, name):
    project.write_responses(threes)
    heading = (
        "periode,nomor,unsur,program,triwulan,penanggung_jawab,status,tanggal,uraian,kendala,direncanakan,foto,foto_alt"
    )
    row = f"2025-S1,1,waktu,Program,2025-TW3,Bagian,,,,,,{name},Foto"
    project.write("data/2025-S1/loket/tindak_lanjut.csv", f"{heading}\n{row}\n")
    assert "seharusnya nama berkas saja, tanpa folder" in refusal(project)


@pytest.mark.parametrize(
    "name", ["data/2025-S1/loket/responden.csv", "data/2025-S1/loket/narasi.md", "params/instansi/kota.svg"]
)
def test_a_link_out_of_its_folder_is_refused(project, threes, tmp_path_factory, name):
    project.write_responses(threes)
    project.write("params/instansi/kota.yml", "nama: Kota Contoh\nlogo: {berkas: kota.svg, alt: Lambang}\n")
    project.write("params/instansi/kota.svg", '<svg xmlns="http://www.w3.org/2000/svg"/>')
    outside = tmp_path_factory.mktemp("luar") / "rahasia"
    outside.write_text("rahasia", encoding="utf-8")
    (project.root / name).unlink(missing_ok=True)
    (project.root / name).symlink_to(outside)
    assert f"{name}: 1 masalah.\n  berkas ini tautan ke luar foldernya, letakkan berkasnya sendiri di sini." in refusal(
        project
    )


def test_a_folder_that_is_a_link_may_be_read(project, threes, tmp_path_factory):
    project.write_responses(threes)
    elsewhere = tmp_path_factory.mktemp("luar") / "data"
    (project.root / "data").rename(elsewhere)
    (project.root / "data").symlink_to(elsewhere)
    assert len(read_survey("loket", "2025-S1", root=project.root).responses.valid) == 1
