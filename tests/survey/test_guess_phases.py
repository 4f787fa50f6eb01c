"""Several files and sheets put together for a proposal."""

import pytest

from skmlib.problems import DataError
from skmlib.survey.guess_phases import read_phases, roles_of
from skmlib.survey.row_places import spell_place

HEADINGS = "Syarat,Prosedur,Waktu,Biaya,Produk,Kompetensi,Perilaku,Pengaduan,Sarana"
ROWS = ("4,3,4,3,4,3,4,3,4", "3,3,3,3,3,3,3,3,3", "4,4,3,3,4,4,3,3,4", "2,3,2,3,2,3,2,3,2", "4,4,4,4,4,4,4,4,4")


@pytest.fixture
def read(tmp_path):
    def read(files: dict[str, tuple[str, ...]]):
        for name, lines in files.items():
            (tmp_path / name).write_text("\n".join(lines) + "\n", encoding="utf-8")
        return read_phases({name: tmp_path / name for name in files})

    return read


def reasons(phases):
    return {other.nama: (other.reason, other.is_doubtful) for other in phases.left_out}


def test_rows_are_known_by_their_phase(read):
    phases = read({"skm mei.csv": (HEADINGS, *ROWS[:2]), "skm juni.csv": (HEADINGS, ROWS[2])})
    assert phases.data.index.tolist() == [spell_place("mei", 2), spell_place("mei", 3), spell_place("juni", 2)]


def test_columns_are_matched_by_heading_and_capitals_do_not_matter(read):
    turned = [",".join(line.split(",")[::-1]) for line in (HEADINGS.upper(), ROWS[3])]
    phases = read({"skm mei.csv": (HEADINGS, *ROWS[:2]), "skm juni.csv": tuple(turned)})
    assert phases.data.columns.tolist() == HEADINGS.split(",")
    assert phases.data.iloc[-1].tolist() == ROWS[3].split(",")


def test_a_column_that_one_phase_lacks_is_named_and_not_proposed(read):
    phases = read(
        {"skm mei.csv": (HEADINGS, *ROWS[:2]), "skm juni.csv": (f"{HEADINGS},Saran,Kosong", f"{ROWS[2]},Lebih cepat,")}
    )
    assert phases.extra == {"Saran": ("juni",)}
    assert "Saran" not in phases.data


def test_months_are_read_in_their_order(read):
    phases = read(
        {f"skm {name}.csv": (HEADINGS, row) for name, row in zip(("juni", "april", "mei"), ROWS, strict=False)}
    )
    assert [phase.nama for phase in phases.phases] == ["april", "mei", "juni"]


def test_a_file_without_rows_is_left_out(read):
    phases = read({"skm mei.csv": (HEADINGS, *ROWS[:2]), "skm juni.csv": (HEADINGS,)})
    assert [phase.nama for phase in phases.phases] == ["mei"]
    assert reasons(phases) == {"juni": ("tanpa jawaban", False)}


def test_parts_whose_rows_all_stand_in_the_whole_are_copies(read):
    # "No" counts anew in each file and is passed over; five different rows are surely a copy, and then so is the small part
    numbered = [f"{number},{row}" for number, row in enumerate(ROWS, start=1)]
    files = {
        "skm semua.csv": (f"No,{HEADINGS}", *numbered, f"6,{ROWS[0]}"),
        "skm mei.csv": (f"No,{HEADINGS}", *numbered),
        "skm juni.csv": (f"No,{HEADINGS}", f"1,{ROWS[0]}"),
    }
    phases = read(files)
    assert [phase.nama for phase in phases.phases] == ["semua"]
    assert reasons(phases) == {
        "mei": ("semua barisnya ada juga pada 'semua'", True),
        "juni": ("semua barisnya ada juga pada 'semua'", True),
    }


def test_a_few_equal_rows_are_no_copy(read):
    phases = read({"skm mei.csv": (HEADINGS, *ROWS), "skm juni.csv": (HEADINGS, *ROWS[:4])})
    assert [phase.nama for phase in phases.phases] == ["mei", "juni"]


def test_codes_that_begin_anew_in_each_phase_name_no_repeated_respondent(read):
    lines = [f"Kode responden,{HEADINGS}", *(f"R{number},{row}" for number, row in enumerate(ROWS, 1))]
    phases = read({"skm mei.csv": tuple(lines), "skm juni.csv": (*lines[:4], "R9,2,2,2,2,2,2,2,2,2")})
    roles = roles_of(phases)
    assert (roles.responden, roles.unused) == (None, ("Kode responden",))


def test_codes_that_come_back_within_a_phase_name_repeated_respondents(read):
    lines = [f"Kode responden,{HEADINGS}", *(f"R{number % 2},{row}" for number, row in enumerate(ROWS))]
    assert roles_of(
        read({"skm mei.csv": tuple(lines), "skm juni.csv": (lines[0], "R9,2,2,2,2,2,2,2,2,2")})
    ).responden == ("Kode responden")


def test_problems_of_all_files_are_told_at_once(read, tmp_path):
    paths = {name: tmp_path / name for name in ("mei.csv", "juni.csv")}
    with pytest.raises(DataError) as caught:
        read_phases(paths)
    assert str(caught.value) == (
        "mei.csv: 1 masalah.\n  berkas ini tidak ada, letakkan ekspor survei di sini.\n"
        "juni.csv: 1 masalah.\n  berkas ini tidak ada, letakkan ekspor survei di sini."
    )
