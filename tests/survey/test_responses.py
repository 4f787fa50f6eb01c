"""From an export to valid and excluded rows, or one error with everything that is wrong."""

import shutil
from pathlib import Path

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pandas.testing import assert_frame_equal

from skmlib.parameters import Parameters, load_parameters
from skmlib.problems import DataError
from skmlib.survey.responses import Responses, read_responses, validate_responses

DATA = Path(__file__).parent.parent / "data" / "survei"
FILE = "data/2025-S1/loket/responden.csv"
FORM = """
    data:
      kolom_waktu: Timestamp
      kolom_komentar: Saran
      uji_coba: [{kolom: Nama, nilai: [tes, coba]}]
    layanan: {kolom: Loket, kategori: [KTP, KK]}
    profil:
      usia: {nama: Usia, kolom: Usia, kategori: [17-30, 31-45]}
"""


def load(project) -> Parameters:
    return load_parameters("loket", "2025-S1", root=project.root)


def validate(project) -> Responses:
    parameters = load(project)
    return validate_responses(read_responses(parameters), parameters)


def message(project) -> str:
    with pytest.raises(DataError) as caught:
        validate(project)
    return str(caught.value)


def use(project, name: str) -> None:
    folder = project.root / "data" / "2025-S1" / "loket"
    folder.mkdir(parents=True)
    shutil.copy(DATA / name, folder / "responden.csv")


def answers(responses: Responses) -> list[list[int | None]]:
    frame = responses.valid.loc[:, "persyaratan":"sarana"]
    return frame.astype("object").where(frame.notna(), None).to_numpy().tolist()


def test_codes_become_one_row_a_respondent(project):
    project.write_responses("4,3,2,1,4,3,2,1,4", "1,1,1,1,1,1,1,1,1")
    assert answers(validate(project)) == [[4, 3, 2, 1, 4, 3, 2, 1, 4], [1] * 9]


def test_the_frame_has_row_identity_and_answers(project):
    project.write_responses("4,3,2,1,4,3,2,1,4")
    valid = validate(project).valid
    expected = pd.DataFrame({"persyaratan": [4], "sarana": [4]}, dtype="Int8").assign(baris=[2])[
        ["baris", "persyaratan", "sarana"]
    ]
    assert_frame_equal(valid[["baris", "persyaratan", "sarana"]], expected)


def test_columns_stand_in_the_order_of_the_list(project):
    project.write_responses("4,3,2,1,4,3,2,1,4")
    names = "persyaratan prosedur waktu biaya produk kompetensi perilaku pengaduan sarana"
    assert list(validate(project).valid) == ["baris", "id_responden", *names.split()]


def test_a_windows_file_with_its_columns_turned_round_reads_the_same(project):
    use(project, "kolom_terbalik_windows.csv")
    assert answers(validate(project)) == [[4, 4, 4, 4, 4, 4, 4, 4, 3], [2, 4, 4, 4, 4, 4, 4, 4, 3]]


def test_u8_and_u9_exchanged_in_the_export_change_nothing(project):
    """The mistake of others: the ninth column taken for the ninth unsur of the list."""
    project.write_responses(
        "4,4,4,4,4,4,4,1,3", headings="Syarat,Prosedur,Waktu,Biaya,Produk,Kompetensi,Perilaku,Sarana,Pengaduan"
    )
    valid = validate(project).valid
    assert (valid["pengaduan"].tolist(), valid["sarana"].tolist()) == ([3], [1])


@settings(max_examples=25, deadline=None)
@given(order=st.permutations(range(9)), style=st.sampled_from([str.upper, str.lower, "  {} ".format]))
def test_any_order_and_any_spelling_of_the_columns_give_the_same_answers(make_project, order, style):
    project = make_project()
    headings, cells = project.headings.split(","), ["4", "3", "2", "1", "", "3", "2", "1", "4"]
    project.write_responses(
        ",".join(cells[place] for place in order), headings=",".join(style(headings[place]) for place in order)
    )
    assert answers(validate(project)) == [[4, 3, 2, 1, None, 3, 2, 1, 4]]


def test_labels_are_decoded_by_their_own_unsur(project):
    project.add(FORM)
    use(project, "formulir_label.csv")
    # line 1: Sangat sesuai 4, Mudah 3, Cepat 3, Gratis 4, Sesuai 3, Kompeten 3, ... Dikelola dengan baik 4, Baik 3
    # line 2: Sesuai 3, Sangat mudah 4, Tidak cepat 1, Murah 3, Kurang sesuai 2, Sangat kompeten 4, ... Tidak ada 1, Buruk 1
    assert answers(validate(project)) == [[4, 3, 3, 4, 3, 3, 3, 4, 3], [3, 4, 1, 3, 2, 4, 4, 1, 1]]


def test_time_service_profile_and_comment_stand_beside_the_answers(project):
    project.add(FORM)
    use(project, "formulir_label.csv")
    valid = validate(project).valid
    assert [*zip(valid["tanggal_isi"].dt.day, valid["layanan"], valid["usia"], valid["komentar"], strict=True)] == [
        (2, "KTP", "17-30", "Cepat, ramah"),
        (3, "KK", "31-45", ""),
    ]


def test_the_time_stamp_is_not_taken_for_the_unsur_waktu(project):
    """Both were called `waktu` once."""
    project.add(FORM)
    use(project, "formulir_label.csv")
    assert validate(project).valid["waktu"].tolist() == [3, 1]


def test_excluded_rows_have_their_reason(project):
    project.add(FORM)
    use(project, "formulir_label.csv")
    expected = pd.DataFrame({"baris": [4, 5], "alasan": ["entri uji coba", "tidak ada unsur yang dijawab"]})
    assert_frame_equal(validate(project).excluded, expected, check_dtype=False)


def test_rows_read_are_valid_and_excluded(project):
    project.add(FORM)
    use(project, "formulir_label.csv")
    responses = validate(project)
    assert (responses.rows_read, len(responses.valid), len(responses.excluded)) == (4, 2, 2)


@settings(max_examples=30, deadline=None)
@given(rows=st.lists(st.lists(st.sampled_from(["", "1", "4", "-"]), min_size=9, max_size=9), max_size=6))
def test_rows_read_are_always_valid_and_excluded(make_project, rows):
    project = make_project()
    project.add('data: {dibaca_kosong: "-"}\n')
    project.write_responses(*map(",".join, rows))
    responses = validate(project)
    written = [row for row in rows if any(row)]  # a line of commas only is no row
    scored = [row for row in written if {"1", "4"} & set(row)]
    assert (responses.rows_read, len(responses.valid)) == (len(written), len(scored))


def test_a_test_entry_without_known_answers_does_not_stop_the_run(project):
    project.add("data: {uji_coba: [{kolom: Catatan, nilai: TES}]}\n")
    project.write_responses("a,b,c,d,e,f,g,h,i, tes ", "4,4,4,4,4,4,4,4,4,", headings=f"{project.headings},Catatan")
    assert validate(project).excluded["alasan"].tolist() == ["entri uji coba"]


def test_a_respondent_who_answered_one_unsur_is_valid(project):
    project.write_responses(",,,,,,,,1")
    assert answers(validate(project)) == [[None] * 8 + [1]]


def test_blank_lines_keep_the_numbers_of_the_rows(project):
    project.write_responses("4,4,4,4,4,4,4,4,4", "", ",,,,,,,,", "3,3,3,3,3,3,3,3,3", "")
    assert validate(project).valid["baris"].tolist() == [2, 5]


def test_an_export_without_rows_has_no_respondents(project):
    project.write_responses()
    responses = validate(project)
    assert (responses.rows_read, list(responses.valid)[:3]) == (0, ["baris", "id_responden", "persyaratan"])


def test_an_export_whose_rows_are_all_excluded_has_no_respondents(project):
    project.add('data: {kolom_waktu: Jam, dibaca_kosong: "-"}\n')
    project.write_responses("-,-,-,-,-,-,-,-,-,2025-05-02", headings=f"{project.headings},Jam")
    responses = validate(project)
    assert (len(responses.valid), responses.excluded["baris"].tolist()) == (0, [2])


def test_answers_read_as_a_blank_are_kept_with_their_rows(project):
    project.add('data: {dibaca_kosong: ["-", Tidak tahu]}\n')
    project.write_responses("4,4,4,4,4,4,4,-,-", "3,3,3,3,3,3,3,3,3", "3,3,3,3,3,3,3,TIDAK TAHU,3")
    assert validate(project).blanks_read == {"-": (2, 2), "Tidak tahu": (4,)}


def test_a_label_of_the_form_is_an_answer_even_where_others_are_read_as_a_blank(project):
    """'Tidak ada' is the worst answer on complaints, and no answer on facilities."""
    project.add("data: {dibaca_kosong: Tidak ada}\n")
    project.write_responses("4,4,4,4,4,4,4,Tidak ada,Tidak ada")
    responses = validate(project)
    assert (answers(responses), responses.blanks_read) == ([[4, 4, 4, 4, 4, 4, 4, 1, None]], {"Tidak ada": (2,)})


def test_rows_of_unknown_groups_are_kept(project):
    project.add("profil: {usia: {nama: Usia, kolom: Usia, kategori: [Muda, Tua]}}\n")
    row = "4,4,4,4,4,4,4,4,4"
    project.write_responses(
        f"{row},muda", f"{row},Tuwa", f"{row},", ",,,,,,,,,Remaja", headings=f"{project.headings},Usia"
    )
    assert validate(project).unknown == {"usia": (3,)}


def test_columns_that_are_not_used_and_not_read_are_kept(project):
    project.write_responses("4,4,4,4,4,4,4,4,4,x,y", headings=f"{project.headings},Catatan,Nomor HP")
    responses = validate(project)
    assert (responses.unused, responses.unread) == (("Catatan",), ("Nomor HP",))


def test_questions_outside_the_index_are_decoded(project):
    project.add("pertanyaan_tambahan: {aplikasi: {nama: Aplikasi, kolom: Aplikasi}}\n")
    project.write_responses("4,4,4,4,4,4,4,4,4,2", headings=f"{project.headings},Aplikasi")
    assert validate(project).valid["aplikasi"].tolist() == [2]


def test_a_respondent_who_answered_only_outside_the_index_is_excluded(project):
    project.add("pertanyaan_tambahan: {aplikasi: {nama: Aplikasi, kolom: Aplikasi}}\n")
    project.write_responses(",,,,,,,,,2", headings=f"{project.headings},Aplikasi")
    assert validate(project).excluded["alasan"].tolist() == ["tidak ada unsur yang dijawab"]


def test_everything_that_is_wrong_is_told_at_once(project):
    project.change("kolom: Biaya}", "kolom: Biaya, jawaban: {1: Gratis, 2: Murah, 3: Mahal, 4: Sangat mahal}}")
    headings = project.headings.replace("Sarana", "Sarana prasarana").replace("Perilaku", "Perilaku petugas")
    project.write_responses("4,4,5,4,4,4,4,Bagus,4", "4,4,4,4,4,4,4,4,4", "4,4,5,4,4,4,4,4,4", headings=headings)
    assert message(project) == (
        f"{FILE}: 4 masalah.\n"
        "  kolom 'Perilaku': tidak ada. Kolom yang mirip: 'Perilaku petugas'.\n"
        "  kolom 'Sarana': tidak ada. Kolom yang mirip: 'Sarana prasarana'.\n"
        "  kolom 'Waktu': tertulis '5' pada baris 2 dan 4, seharusnya bilangan bulat 1 sampai 4.\n"
        "  baris 2, kolom 'Pengaduan': tertulis 'Bagus', seharusnya salah satu dari 'Tidak ada', "
        "'Ada tetapi tidak berfungsi', 'Berfungsi kurang maksimal', 'Dikelola dengan baik', atau kode 1 sampai 4.\n"
        "params/2025-S1/loket.yml: 1 masalah.\n"
        "  kunci 'unsur.biaya.jawaban': kode 1 sampai 4 berarti 'Gratis', 'Murah', 'Mahal', 'Sangat mahal', "
        "tidak dari terburuk ke terbaik, betulkan, atau tulis 'urutan_dipastikan: ya'."
    )


FALLING = "{label: U1, kolom: Syarat, jawaban: {1: Sesuai, 2: Kurang sesuai, 3: Tidak sesuai, 4: Sangat sesuai}}"


def test_labels_whose_codes_do_not_rise_are_refused(project):
    project.change("{label: U1, kolom: Syarat}", FALLING)
    project.write_responses("Sesuai,4,4,4,4,4,4,4,4")
    assert message(project) == (
        "params/2025-S1/loket.yml: 1 masalah.\n"
        "  kunci 'unsur.persyaratan.jawaban': kode 1 sampai 4 berarti 'Sesuai', 'Kurang sesuai', 'Tidak sesuai', "
        "'Sangat sesuai', tidak dari terburuk ke terbaik, betulkan, atau tulis 'urutan_dipastikan: ya'."
    )


def test_each_further_label_of_a_code_must_rise_too(project):
    jawaban = "{1: Tidak sesuai, 2: [Kurang sesuai, Sangat sesuai], 3: [Sesuai, Cocok], 4: Istimewa}"
    project.change("{label: U1, kolom: Syarat}", f"{{label: U1, kolom: Syarat, jawaban: {jawaban}}}")
    project.write_responses("Sesuai,4,4,4,4,4,4,4,4")
    assert message(project) == (
        "params/2025-S1/loket.yml: 1 masalah.\n"
        "  kunci 'unsur.persyaratan.jawaban': kode 1 sampai 4 berarti 'Tidak sesuai', 'Sangat sesuai', 'Sesuai', "
        "'Istimewa', tidak dari terburuk ke terbaik, betulkan, atau tulis 'urutan_dipastikan: ya'."
    )


def test_labels_whose_codes_do_not_rise_pass_when_the_parameters_confirm_them(project):
    project.change("{label: U1, kolom: Syarat}", FALLING.replace("jawaban:", "urutan_dipastikan: ya, jawaban:"))
    project.write_responses("Sesuai,4,4,4,4,4,4,4,4")
    assert answers(validate(project)) == [[1, 4, 4, 4, 4, 4, 4, 4, 4]]


def test_a_further_question_with_falling_labels_is_refused(project):
    project.add(
        "pertanyaan_tambahan:\n  apl: {nama: Apl, kolom: Apl, jawaban: {1: Mudah, 2: Sulit, 3: Sangat sulit, 4: Baik}}\n"
    )
    project.write_responses("4,4,4,4,4,4,4,4,4,4", headings=f"{project.headings},Apl")
    assert message(project) == (
        "params/2025-S1/loket.yml: 1 masalah.\n"
        "  kunci 'pertanyaan_tambahan.apl.jawaban': kode 1 sampai 4 berarti 'Mudah', 'Sulit', 'Sangat sulit', 'Baik', "
        "tidak dari terburuk ke terbaik, betulkan, atau tulis 'urutan_dipastikan: ya'."
    )


def test_a_row_of_means_below_is_no_respondent(project):
    use(project, "baris_rata_rata_di_bawah.csv")
    excluded = validate(project).excluded
    assert excluded.to_numpy().tolist() == [[4, "berisi jumlah, rata-rata, atau nomor kolom, bukan jawaban"]]


def test_a_row_of_sums_among_respondents_is_told_once_and_not_for_each_cell(project):
    rows = ["3,3,3,4,3,3,4,3,3"] * 4  # sums 12, and 16 for Biaya and Perilaku
    project.write_responses(*rows, "Jumlah,12,12,16,12,12,16,12,12", *rows)
    assert message(project) == (
        f"{FILE}: 1 masalah.\n"
        "  tidak satu pun jawaban unsurnya dikenal pada baris 6, hapus baris itu bila berisi jumlah atau rata-rata."
    )


def test_an_unknown_scale_is_told_for_each_column(project):
    project.write_responses("80,90,80,90,80,90,80,90,80", "70,75,70,75,70,75,70,75,70")
    assert message(project).splitlines()[:2] == [
        f"{FILE}: 18 masalah.",
        "  baris 2, kolom 'Syarat': tertulis '80', seharusnya bilangan bulat 1 sampai 4.",
    ]


def test_a_bare_total_in_an_answer_column_is_told(project):
    project.write_responses("4,4,4,4,4,4,4,4,4", "Jumlah,,,,,,,,")
    assert message(project) == (
        f"{FILE}: 1 masalah.\n  baris 3, kolom 'Syarat': tertulis 'Jumlah', seharusnya salah satu dari 'Tidak sesuai', "
        "'Kurang sesuai', 'Sesuai', 'Sangat sesuai', atau kode 1 sampai 4."
    )


def test_letters_are_told_as_unknown(project):
    project.write_responses("d,4,4,4,4,4,4,4,4")
    assert message(project) == (
        f"{FILE}: 1 masalah.\n  baris 2, kolom 'Syarat': tertulis 'd', seharusnya salah satu dari 'Tidak sesuai', "
        "'Kurang sesuai', 'Sesuai', 'Sangat sesuai', atau kode 1 sampai 4. Huruf perlu didaftarkan, misalnya 'jawaban: {1: a, "
        "2: b, 3: c, 4: d}' bila a jawaban terburuk."
    )


def test_a_missing_file_is_told(project):
    assert message(project) == f"{FILE}: 1 masalah.\n  berkas ini tidak ada, letakkan ekspor survei di sini."


def test_a_heading_of_an_unsur_that_stands_twice_is_told(project):
    project.write_responses("4,4,4,4,4,4,4,4,4,3", headings=f"{project.headings},Biaya")
    assert message(project) == (
        f"{FILE}: 1 masalah.\n  kolom 'Biaya': tertulis 2 kali pada judul (kolom ke-4, ke-10), tulis 'Biaya (1)' atau "
        "'Biaya (2)' pada parameter, menurut urutannya dari kiri."
    )


@pytest.mark.parametrize(
    "heading", ["{0} {nama}", "100% %s %(x)d", 'kata "resmi"', "Bapak's", "[bold]x[/bold]", "$x^2$ <b>"]
)
def test_a_strange_heading_is_only_a_heading(project, heading):
    yaml, csv = heading.replace("'", "''"), heading.replace('"', '""')
    project.change("kolom: Syarat", f"kolom: '{yaml}'")
    project.write_responses("5,4,4,4,4,4,4,4,4", headings=project.headings.replace("Syarat", f'"{csv}"'))
    assert message(project) == (
        f"{FILE}: 1 masalah.\n  baris 2, kolom {heading!r}: tertulis '5', seharusnya bilangan bulat 1 sampai 4."
    )
