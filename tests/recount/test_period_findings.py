"""Findings about the survey as a whole and about other periods, worked out by hand, and both counts beside each other."""

import json

import pytest

from skmlib.pipeline.kinds import read_source
from skmlib.recount.compare import compare
from skmlib.recount.recount import recount_survey

THREES, FOURS = ",".join("3" * 9), ",".join("4" * 9)
OWN = "params/2025-S1/loket.yml"
QUARTER = "params/2025-TW1/loket.yml"
QUARTERS = ("2025-TW1", "2025-TW2")


@pytest.fixture
def quarters(make_project):
    """A project whose report puts two quarters together; `TW1` gave threes, `TW2` fours."""
    project = make_project()
    told = (project.root / OWN).read_text(encoding="utf-8")
    for quarter, row in zip(QUARTERS, (THREES, FOURS), strict=True):
        project.write(f"params/{quarter}/loket.yml", told + "data: {kolom_komentar: Saran}\n")
        project.write(f"data/{quarter}/loket/responden.csv", f"{project.headings},Saran\n{row},Cepat\n")
    project.add("gabungan: [2025-TW1, 2025-TW2]\n")
    return project


def counted(project, *kinds):
    """Count the findings of some kinds, after holding both counts beside each other."""
    folder = project.root / "hasil"
    folder.mkdir()
    read_source("loket", "2025-S1", root=project.root).write_files(folder)
    hasil = recount_survey("loket", "2025-S1", root=project.root)
    found = compare(json.loads((folder / "hasil.json").read_text(encoding="utf-8")), hasil)
    assert (found.differences, found.not_recounted) == ((), ())
    rows = hasil["findings"].values()
    return [(row["jenis"], row["berkas"], row["n"]) for row in rows if row["jenis"] in kinds]


def test_unsur_that_nobody_answered(make_project):
    project = make_project()
    project.write_responses("3,3,,,3,3,3,3,3", "4,4,,,4,4,4,4,4")
    assert counted(project, "tanpa_ikm") == [("tanpa_ikm", "data/2025-S1/loket/responden.csv", 2)]


def test_small_sample_of_several_files_names_them_all(quarters):
    # Krejcie and Morgan for 10: 9.603 / (0.0025 x 9 + 0.96025) = 9.77, so 10; 2 answered
    quarters.add('populasi: "10"\n')
    files = "data/2025-TW1/loket/responden.csv, data/2025-TW2/loket/responden.csv"
    assert counted(quarters, "sampel_kurang") == [("sampel_kurang", files, 8)]


def test_shorter_periods_beside_a_longer_one_are_told_where_there_are_groups(quarters):
    quarters.write("params/2025-S1/loket.yml", (quarters.root / OWN).read_text().replace("gabungan", "catatan_lama"))
    path = quarters.root / OWN
    path.write_text("\n".join(line for line in path.read_text().splitlines() if "catatan_lama" not in line) + "\n")
    quarters.add("profil: {usia: {nama: Usia, kolom: Usia, kategori: [muda, tua]}}\n")
    quarters.write_responses(f"{THREES},muda", headings=f"{quarters.headings},Usia")
    assert counted(quarters, "periode_bersarang") == [("periode_bersarang", OWN, 2)]


def test_shorter_periods_that_are_put_together_are_not_told(quarters):
    assert counted(quarters, "periode_bersarang") == []


def before(project, row, *, told="", own=""):
    """Give a project the period before, with one respondent."""
    parameters = (project.root / OWN).read_text(encoding="utf-8")
    project.write("params/2024-S2/loket.yml", parameters.replace("2025-0", "2024-0") + own)
    if row:
        project.write("data/2024-S2/loket/responden.csv", f"{project.headings}\n{row}\n")
    project.add(f"periode_sebelumnya: 2024-S2\n{told}")
    project.write_responses(FOURS)


@pytest.mark.parametrize(
    ("printed", "n"),
    # 26 of 9 x 3 = 26 / 9 x 25 = 72.2222
    [("72.22", 0), ("72.2", 0), ("72.222", 0), ("72.23", 1), ("72.223", 1), ("72", 0), ("73", 1)],
)
def test_index_of_the_period_before_against_what_was_published(make_project, printed, n):
    project = make_project()
    before(project, "2,3,3,3,3,3,3,3,3", told=f'riwayat: [{{periode: 2024-S2, ikm: "{printed}"}}]\n')
    assert len(counted(project, "riwayat_berbeda")) == n


@pytest.mark.parametrize("own", ["", "gabungan: [2024-TW3]\n", "unsur: [\n", "nama: a\n", "- a\n"])
def test_period_before_that_cannot_be_read(make_project, own):
    project = make_project()
    before(project, "2,3,sering,3,3,3,3,3,3", own=own)
    assert counted(project, "periode_sebelumnya") == [("periode_sebelumnya", OWN, 1)]


def test_period_before_that_puts_quarters_together_is_tested(quarters):
    told = (quarters.root / QUARTER).read_text(encoding="utf-8")
    quarters.write("params/2024-S2/loket.yml", told + "gabungan: [2024-TW3, 2024-TW4]\n")
    for quarter, row in (("2024-TW3", "2" + THREES[1:]), ("2024-TW4", "3" + FOURS[1:])):
        quarters.write(f"params/{quarter}/loket.yml", told)
        quarters.write(f"data/{quarter}/loket/responden.csv", f"{quarters.headings},Saran\n{row},\n")
    quarters.add("periode_sebelumnya: 2024-S2\n")
    assert counted(quarters, "periode_sebelumnya") == []
    # of 9 unsur one is 2.5 instead of 3.5, on average of both quarters: 25 / 9
    change = recount_survey("loket", "2025-S1", root=quarters.root)["change"]
    assert change["ikm"]["perubahan"] * 9 == 25


def test_period_before_without_data_is_not_told(make_project):
    project = make_project()
    before(project, "")
    assert counted(project, "periode_sebelumnya") == []


def test_period_before_that_publishes_the_mean_of_services(make_project):
    project = make_project()
    services = "layanan: {kolom: Layanan, kategori: [KTP, KK]}\nambang_kelompok: 1\nnilai_utama: rata_rata_layanan\n"
    before(project, "", own=services)
    rows = "".join(f"{THREES},{name}\n" for name in ("KTP", "KK"))
    project.write("data/2024-S2/loket/responden.csv", f"{project.headings},Layanan\n{rows}")
    assert counted(project, "nilai_utama_berbeda") == [("nilai_utama_berbeda", OWN, 1)]


def test_index_without_rows_of_one_quarter_is_that_of_the_whole(quarters):
    # 5 rows of threes with a blank and 5 without in TW1; without the former 5 x 3 and 1 x 4 remain: 19 / 6 x 25
    rows = "".join(f"{row},\n" for row in 5 * ["3,3,,3,3,3,3,3,3"] + 5 * [THREES])
    quarters.write("data/2025-TW1/loket/responden.csv", f"{quarters.headings},Saran\n{rows}")
    assert counted(quarters, "jawaban_kosong") == [("jawaban_kosong", "data/2025-TW1/loket/responden.csv", 5)]
    hasil = recount_survey("loket", "2025-S1", root=quarters.root)
    without = hasil["findings"]["jawaban_kosong / data/2025-TW1/loket/responden.csv"]["ikm_tanpa"]
    assert float(without) == pytest.approx(19 / 6 * 25)


def test_index_without_rows_of_one_quarter_has_the_weights_of_the_report(quarters):
    path = quarters.root / "params/2025-TW1/loket.yml"
    told = path.read_text(encoding="utf-8").replace("label: U1,", "label: U10,")  # another order, too
    path.write_text(told + 'bobot: "0.11"\n', encoding="utf-8")
    rows = "".join(f"{row},\n" for row in 5 * ["3,3,,3,3,3,3,3,3"] + 5 * [THREES])
    quarters.write("data/2025-TW1/loket/responden.csv", f"{quarters.headings},Saran\n{rows}")
    assert len(counted(quarters, "jawaban_kosong")) == 1


def test_comments_of_a_quarter_that_nobody_annotated_were_received(quarters):
    identity = recount_survey("loket", "2025-TW1", root=quarters.root)
    assert "sentiment" not in identity
    annotate(quarters, "2025-TW1")
    assert counted(quarters, "komentar_belum_dianotasi") == [
        ("komentar_belum_dianotasi", "data/2025-TW2/loket/responden.csv", 1)
    ]
    counts = recount_survey("loket", "2025-S1", root=quarters.root)["sentiment"]
    assert (counts["substantif"], counts["diterima"]) == (1, 2)


def annotate(project, quarter):
    """Judge the only comment of a quarter."""
    survey = read_source("loket", quarter, root=project.root).data
    identity = survey.responses.valid["id_responden"].item()
    text = f"id_responden,komentar,sentimen,unsur,kutip\n{identity},Cepat,positif,waktu,\n"
    project.write(f"data/{quarter}/loket/komentar.csv", text)
