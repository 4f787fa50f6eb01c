"""All data of one report: read together, refused together, told together."""

import hashlib

import pytest

from skmlib.parameters import load_parameters
from skmlib.problems import DataError, Finding
from skmlib.survey.dataset import read_survey, source_names

FILE = "data/2025-S1/loket/responden.csv"
ROWS = ("4,4,4,4,4,4,4,4,3", "3,3,3,3,3,3,3,3,2")
COMMENTS = "id_responden,komentar,sentimen,unsur,kutip\n"


def read(project):
    return read_survey("loket", "2025-S1", root=project.root)


def message(project) -> str:
    with pytest.raises(DataError) as caught:
        read(project)
    return str(caught.value)


def test_a_survey_needs_its_parameters_and_its_export_only(project):
    project.write_responses(*ROWS)
    survey = read(project)
    assert (survey.comments, survey.actions, survey.narasi, survey.logo) == (None, None, {}, None)


def test_the_tally_counts_the_valid_rows(project):
    project.write_responses(*ROWS, ",,,,,,,,,x", headings=f"{project.headings},Catatan")
    assert read(project).tally.responden == 2


def test_the_project_is_found_from_the_working_directory(project, monkeypatch):
    project.write_responses(*ROWS)
    monkeypatch.chdir(project.root / "data")
    assert read_survey("loket", "2025-S1").parameters.root == project.root.resolve()


def test_problems_of_all_files_are_told_at_once(project):
    project.write("params/instansi/kota.yml", "nama: Kota Contoh\nlogo: {berkas: kota.png, alt: Lambang}\n")
    project.write_responses("5,4,4,4,4,4,4,4,4")
    project.write("data/2025-S1/loket/tindak_lanjut.csv", "periode\n2025-S1\n")
    project.write_bytes("data/2025-S1/loket/narasi.md", "## Metode\nCafé".encode("cp1252"))
    assert [line for line in message(project).splitlines() if not line.startswith("  ")] == [
        f"{FILE}: 1 masalah.",
        "data/2025-S1/loket/tindak_lanjut.csv: 10 masalah.",
        "data/2025-S1/loket/narasi.md: 1 masalah.",
        "params/instansi/kota.png: 1 masalah.",
    ]


def test_comments_are_not_judged_against_an_export_that_cannot_be_read(project):
    project.write("data/2025-S1/loket/komentar.csv", f"{COMMENTS}abc-1,baik,positif,,\n")
    assert message(project) == f"{FILE}: 1 masalah.\n  berkas ini tidak ada, letakkan ekspor survei di sini."


def test_a_missing_logo_is_told(project):
    project.write("params/instansi/kota.yml", "nama: Kota Contoh\nlogo: {berkas: kota.png, alt: Lambang}\n")
    project.write_responses(*ROWS)
    assert message(project) == (
        "params/instansi/kota.png: 1 masalah.\n  berkas logo ini tidak ada, letakkan logo di sini."
    )


def test_the_logo_is_read(project):
    project.write("params/instansi/kota.yml", "nama: Kota Contoh\nlogo: {berkas: kota.svg, alt: Lambang}\n")
    logo = b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"/>'
    project.write_bytes("params/instansi/kota.svg", logo)
    project.write_responses(*ROWS)
    assert read(project).logo == logo


def test_comments_without_annotations_are_told(project):
    project.add("data: {kolom_komentar: Saran}\n")
    project.write_responses(f"{ROWS[0]},Cepat", f"{ROWS[1]}, ", headings=f"{project.headings},Saran")
    text = (
        "1 komentar belum dianotasi karena data/2025-S1/loket/komentar.csv tidak ada, "
        "sehingga tidak masuk analisis sentimen. Cara membuatnya ada di docs/panduan.md, bagian 6."
    )
    assert read(project).findings == (Finding("komentar_belum_dianotasi", FILE, text, 1),)


def test_an_open_question_that_nobody_answered_is_no_finding(project):
    project.add("data: {kolom_komentar: Saran}\n")
    project.write_responses(f"{ROWS[0]},", f"{ROWS[1]}, ", headings=f"{project.headings},Saran")
    assert read(project).findings == ()


def test_annotated_comments_are_read(project):
    project.add("data: {kolom_komentar: Saran}\n")
    project.write_responses(f"{ROWS[0]},Cepat", headings=f"{project.headings},Saran")
    cells = [*ROWS[0].split(","), "Cepat"]
    name = hashlib.sha256("\x1f".join(cells).encode()).hexdigest()[:12]
    project.write("data/2025-S1/loket/komentar.csv", f"{COMMENTS}{name}-1,Cepat,positif,waktu,ya\n")
    assert read(project).comments["sentimen"].tolist() == ["positif"]


def test_an_annotation_whose_row_changed_is_refused(project):
    project.add("data: {kolom_komentar: Saran}\n")
    project.write_responses(f"{ROWS[0]},Cepat", headings=f"{project.headings},Saran")
    project.write("data/2025-S1/loket/komentar.csv", f"{COMMENTS}0123456789ab-1,Cepat,positif,waktu,ya\n")
    assert message(project) == (
        "data/2025-S1/loket/komentar.csv: 1 masalah.\n"
        f"  baris 2, kolom 'id_responden': '0123456789ab-1' tidak ada di antara baris sah {FILE}, "
        "baris itu berubah sejak dianotasi atau dikecualikan; anotasi ulang atau hapus baris ini."
    )


def test_the_words_of_the_analyst_are_read(project):
    project.write_responses(*ROWS)
    project.write("data/2025-S1/loket/narasi.md", "## Metode\nKuesioner.\n\n## U9\nKursi kurang.\n")
    assert read(project).narasi == {"metode": "Kuesioner.", "sarana": "Kursi kurang."}


def test_what_is_told_about_the_words_of_the_analyst_is_a_finding(project):
    project.write_responses(*ROWS)
    project.write("data/2025-S1/loket/narasi.md", "## Metode\nTODO\n")
    assert [(finding.jenis, finding.berkas) for finding in read(project).findings] == [
        ("isian_sementara", "data/2025-S1/loket/narasi.md")
    ]


def test_findings_about_rows_come_before_those_about_the_whole(project):
    project.add("asumsi_unsur: Urutan diasumsikan.\n")
    project.write_responses("4,4,4,4,4,4,4,4,", *ROWS)
    assert [finding.jenis for finding in read(project).findings] == [
        "jawaban_kosong",
        "jawaban_seragam",
        "asumsi_unsur",
    ]


def test_the_files_of_a_report_are_named(project):
    project.write("params/instansi/kota.yml", "nama: Kota Contoh\nlogo: {berkas: kota.png, alt: Lambang}\n")
    project.add("data: {responden: ekspor.csv}\n")
    assert source_names(load_parameters("loket", "2025-S1", root=project.root)) == (
        "params/2025-S1/loket.yml",
        "params/instansi/kota.yml",
        "params/instansi/kota.png",
        "params/2025-TW1/loket.yml",
        "params/2025-TW2/loket.yml",
        "data/2025-S1/loket/ekspor.csv",
        "data/2025-S1/loket/komentar.csv",
        "data/2025-S1/loket/tindak_lanjut.csv",
        "data/2025-S1/loket/narasi.md",
    )


def test_the_hash_of_every_file_that_was_read_is_kept(project):
    project.write_responses(*ROWS)
    content = (project.root / FILE).read_bytes()
    sources = {source.berkas: source.sha256 for source in read(project).provenance.sources}
    assert (len(sources), sources[FILE]) == (3, hashlib.sha256(content).hexdigest())


def test_a_unit_given_as_a_number_is_refused(project):
    with pytest.raises(
        TypeError, match=r"^periode: 2025 bukan teks; pada papermill tulis '-r periode 2025', bukan '-p'\.$"
    ):
        read_survey("loket", 2025, root=project.root)


def test_file_beside_the_data_that_is_not_read_is_told_with_the_name_that_was_meant(project):
    project.write_responses("3,4,3,4,3,4,3,4,3")
    project.write("data/2025-S1/loket/tindak-lanjut.csv", "")
    found = [finding for finding in read(project).findings if finding.jenis == "berkas_tidak_dibaca"]
    known = "responden.csv, komentar.csv, tindak_lanjut.csv, narasi.md"
    text = f"Berkas ini tidak dibaca; yang dibaca hanya {known}. Mungkin maksudnya 'tindak_lanjut.csv'?"
    assert [(finding.berkas, finding.pesan) for finding in found] == [("data/2025-S1/loket/tindak-lanjut.csv", text)]


@pytest.mark.parametrize(
    ("rows", "told"),
    [
        ((), "tidak ada baris di bawah judul"),
        (
            (f"{ROWS[0]},tes", ",,,,,,,,,x", ",,,,,,,,,y"),
            "1 baris dikeluarkan karena entri uji coba; 2 baris dikeluarkan karena tidak ada unsur yang dijawab",
        ),
    ],
)
def test_a_survey_without_a_row_to_score_is_refused(project, rows, told):
    project.add("data: {uji_coba: [{kolom: Catatan, nilai: tes}]}\n")
    project.write_responses(*rows, headings=f"{project.headings},Catatan")
    assert message(project) == (
        f"{FILE}: 1 masalah.\n  tidak ada baris yang dapat dinilai ({told}), isi berkas ini dengan jawaban responden."
    )


def test_unsur_of_actions_may_be_named_by_their_labels(project):
    project.write_responses("3,4,3,4,3,4,3,4,3")
    headings = "periode,nomor,unsur,program,triwulan,penanggung_jawab,status,tanggal,uraian,kendala,direncanakan"
    project.write("data/2025-S1/loket/tindak_lanjut.csv", f"{headings}\n2025-S1,1,U3;u9,Cat,2025-TW3,Umum,,,,,\n")
    assert read(project).actions["unsur"].tolist() == [("waktu", "sarana")]
