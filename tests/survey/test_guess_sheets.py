"""Which sheets of a workbook are phases of one survey."""

from pathlib import Path

from skmlib.survey.guess_sheets import LeftOut, find_phases
from skmlib.survey.guess_table import Book

UNSUR = ["Syarat", "Prosedur", "Waktu", "Biaya", "Produk", "Kompetensi", "Perilaku", "Pengaduan", "Sarana"]
MANY = [[*"434343434"], [*"333333333"], [*"443344334"]]
FEW = [[*"233232323"]]


def find(sheets):
    """Give the names and rows of the phases, and what was left out."""
    phases, left_out = find_phases(Book(Path("skm.xlsx"), "skm.xlsx", sheets, is_grid=True))
    return {phase.nama: len(phase.cells) for phase in phases}, left_out


def test_sheets_with_the_same_headings_are_phases_in_the_order_of_the_workbook():
    assert find({"Juli": [UNSUR, *FEW], "Agustus": [UNSUR, *MANY]}) == ({"Juli": 1, "Agustus": 3}, [])


def test_titles_and_another_order_of_the_columns_do_no_harm():
    turned = [["SURVEI AGUSTUS"], [], [*UNSUR[::-1], "Saran"], [*"323232323", "bagus"]]
    assert find({"Juli": [UNSUR, *MANY], "Agustus": turned}) == ({"Juli": 3, "Agustus": 1}, [])


def test_rows_of_means_below_a_sheet_are_no_respondents():
    rows = [["No", *UNSUR], ["1", *MANY[0]], ["2", *MANY[1]], ["Rata-rata", *["3.5"] * 9]]
    phases, _ = find_phases(Book(Path("skm.xlsx"), "skm.xlsx", {"Juli": rows, "Agustus": rows}, is_grid=True))
    assert [(len(phase.cells), phase.around) for phase in phases] == [(2, [4]), (2, [4])]


def test_a_sheet_of_headings_only_is_left_out():
    assert find({"Juli": [UNSUR, *MANY], "Agustus": [["SURVEI"], UNSUR]}) == (
        {"Juli": 3},
        [LeftOut("Agustus", "tanpa jawaban")],
    )


def test_a_sheet_of_row_numbers_without_answers_is_left_out():
    numbered = [["No", *UNSUR], *([str(row)] for row in range(1, 31))]
    juli = [["No", *UNSUR], *([str(row), *answers] for row, answers in enumerate(MANY, 1))]
    assert find({"Juli": juli, "Agustus": numbered}) == ({"Juli": 3}, [LeftOut("Agustus", "tanpa jawaban")])


def test_a_sheet_of_means_is_left_out():
    means = [["Layanan", *UNSUR], ["KTP", *["3.21"] * 9], ["KK", *["3.4"] * 9]]
    assert find({"Data": [UNSUR, *MANY], "Rekap": means}) == (
        {"Data": 3},
        [LeftOut("Rekap", "bukan jawaban responden")],
    )


def test_a_list_of_labels_is_left_out():
    labels = [UNSUR, *([text] * 9 for text in ("Tidak baik", "Kurang baik", "Baik", "Sangat baik"))]
    assert find({"Data": [UNSUR, *MANY, *MANY], "Referensi": labels}) == (
        {"Data": 6},
        [LeftOut("Referensi", "bukan jawaban responden")],
    )


def test_answers_in_words_beside_answers_in_codes_are_a_phase():
    words = [UNSUR, ["Baik"] * 9, ["Sangat baik"] * 9, ["Baik"] * 9]
    assert find({"Juli": [UNSUR, *MANY], "Agustus": words}) == ({"Juli": 3, "Agustus": 3}, [])


def test_a_sheet_that_lacks_a_question_is_left_out_and_doubtful():
    without = [[*UNSUR[:8], "Fasilitas"], *MANY]
    assert find({"Juli": [UNSUR, *MANY, *FEW], "Agustus": without}) == (
        {"Juli": 4},
        [LeftOut("Agustus", "tanpa kolom 'Sarana'", is_doubtful=True)],
    )


def test_other_sheets_are_passed_over():
    assert find({"Petunjuk": [["Isi data"]], "Data": [UNSUR, *MANY], "Kode": [["1", "Baik"]]}) == ({"Data": 3}, [])


def test_sheets_with_a_row_an_answer_are_phases():
    def long(*persons):
        pairs = [(name, unsur, nilai) for name, nilai in persons for unsur in UNSUR]
        return [["Kode responden", "Unsur", "Nilai"], *map(list, pairs)]

    assert find({"Juli": long(*zip("abcdefgh", "43243243", strict=True)), "Agustus": long(("a", "4"))}) == (
        {"Juli": 8, "Agustus": 1},
        [],
    )
