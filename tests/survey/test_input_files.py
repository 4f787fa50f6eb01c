"""The files beside the answers: named, read where they are, told where nobody reads them."""

import pytest

from skmlib.parameters import load_parameters
from skmlib.problems import DataError
from skmlib.survey.input_files import find_strays, read_logo, read_plan, read_words, source_names
from skmlib.survey.rtl_checks import COLUMNS

FOLDER = "data/2025-S1/loket"
LOGO = "\nlogo: {berkas: kota.png, alt: Lambang kota}\n"
PARAMETER_FILES = {"params/2025-S1/loket.yml", "params/instansi/kota.yml"}

DOT = bytes.fromhex(  # one white dot
    "89504e470d0a1a0a0000000d49484452000000010000000108000000003a7e9b550000000a4944415478da63f80f00010101"
    "001cb08c990000000049454e44ae426082"
)


@pytest.fixture
def parameters(project):
    return lambda: load_parameters("loket", "2025-S1", root=project.root)


def add_logo(project):
    path = project.root / "params/instansi/kota.yml"
    path.write_text(path.read_text(encoding="utf-8") + LOGO.lstrip(), encoding="utf-8")


def test_every_file_that_may_be_read_is_named_once(project, parameters):
    add_logo(project)
    project.write_responses("3,4,3,4,3,4,3,4,3")
    names = source_names(parameters())
    assert len(names) == len(set(names))
    assert set(names) == PARAMETER_FILES | {
        "params/instansi/kota.png",
        *("params/2025-TW1/loket.yml", "params/2025-TW2/loket.yml"),  # whether shorter periods are reported beside it
        *(f"{FOLDER}/{name}" for name in ("responden.csv", "komentar.csv", "tindak_lanjut.csv", "narasi.md")),
    }


def test_files_that_are_not_there_are_no_words_no_plan_and_no_logo(parameters):
    assert (read_words(parameters()), read_plan(parameters()), read_logo(parameters())) == (({}, ()), None, None)


@pytest.mark.parametrize("actions", [None, "2025-S1,1,sarana,Cat ulang,2025-TW3,Umum,,,,,"])
def test_follow_up_report_without_a_plan_to_report_on_stops_the_run(project, parameters, actions):
    project.add("laporan: [laporan-skm, tindak-lanjut]\nperiode_sebelumnya: 2024-S2\n")
    if actions:
        project.write(f"{FOLDER}/tindak_lanjut.csv", f"{','.join(COLUMNS)}\n{actions}\n")
    with pytest.raises(DataError) as caught:
        read_plan(parameters())
    assert str(caught.value) == (
        f"{FOLDER}/tindak_lanjut.csv: 1 masalah.\n"
        "  tidak memuat rencana periode '2024-S2' yang akan dilaporkan, isi kegiatannya, atau hapus 'tindak-lanjut' dari "
        "'laporan' pada params/2025-S1/loket.yml."
    )


def test_a_logo_is_read_as_it_is(project, parameters):
    add_logo(project)
    project.write_bytes("params/instansi/kota.png", DOT)
    assert read_logo(parameters()) == DOT


def test_a_logo_that_is_missing_stops_the_run(project, parameters):
    add_logo(project)
    with pytest.raises(DataError) as caught:
        read_logo(parameters())
    assert str(caught.value) == (
        "params/instansi/kota.png: 1 masalah.\n  berkas logo ini tidak ada, letakkan logo di sini."
    )


def test_a_file_that_nobody_reads_is_told_with_the_name_that_was_meant(project, parameters):
    project.write_responses("3,4,3,4,3,4,3,4,3")
    project.write(f"{FOLDER}/komentr.csv", "a\n")
    [finding] = find_strays(parameters())
    assert (finding.jenis, finding.berkas, finding.pesan) == (
        "berkas_tidak_dibaca",
        f"{FOLDER}/komentr.csv",
        (
            "Berkas ini tidak dibaca; yang dibaca hanya responden.csv, komentar.csv, tindak_lanjut.csv, narasi.md. "
            "Mungkin maksudnya 'komentar.csv'?"
        ),
    )


def test_a_file_like_no_other_is_told_without_a_guess(project, parameters):
    project.write_responses("3,4,3,4,3,4,3,4,3")
    project.write(f"{FOLDER}/zzz", "a\n")
    assert [finding.pesan for finding in find_strays(parameters())] == [
        "Berkas ini tidak dibaca; yang dibaca hanya responden.csv, komentar.csv, tindak_lanjut.csv, narasi.md."
    ]


def test_locks_and_hidden_files_are_passed_over(project, parameters):
    project.write_responses("3,4,3,4,3,4,3,4,3")
    project.write(f"{FOLDER}/~$responden.xlsx", "a\n")
    project.write(f"{FOLDER}/.DS_Store", "a\n")
    assert find_strays(parameters()) == ()


def test_files_of_phases_are_read_and_no_strays(project, parameters):
    project.add("data: {tahap: [{nama: Tahap I, responden: satu.csv}, {nama: Tahap II, responden: dua.csv}]}\n")
    for name in ("satu.csv", "dua.csv", "tiga.csv"):
        project.write(f"{FOLDER}/{name}", f"{project.headings}\n3,3,3,3,3,3,3,3,3\n")
    assert [finding.berkas for finding in find_strays(parameters())] == [f"{FOLDER}/tiga.csv"]
    assert {f"{FOLDER}/satu.csv", f"{FOLDER}/dua.csv"} <= set(source_names(parameters()))


def test_answers_and_comments_beside_a_combined_period_are_told(project, parameters):
    text = (project.root / "params/2025-S1/loket.yml").read_text(encoding="utf-8")
    project.write("params/2025-TW1/loket.yml", text)
    project.write("params/2025-TW2/loket.yml", text)
    project.add("gabungan: [2025-TW1, 2025-TW2]\n")
    for name in ("komentar.csv", "responden.csv"):
        project.write(f"{FOLDER}/{name}", "a\n")
    told = "Berkas ini tidak dibaca; yang dibaca hanya tindak_lanjut.csv, narasi.md."
    assert [(finding.berkas, finding.pesan) for finding in find_strays(parameters())] == [
        (f"{FOLDER}/komentar.csv", told),
        (f"{FOLDER}/responden.csv", told),
    ]
