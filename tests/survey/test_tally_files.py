"""Large files: counts worked by hand, the same tally as the reader of exports gives, whatever the files look like."""

import subprocess
import sys
from pathlib import Path

import duckdb
import pandas as pd
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from skmlib.parameters import load_parameters
from skmlib.problems import DataError
from skmlib.survey import tally_files as module
from skmlib.survey.duckdb_connection import connect_files
from skmlib.survey.scores import score_ikm, score_unsur
from skmlib.survey.tally import tally_responses
from skmlib.survey.tally_columns import columns_like, named_columns, usual_columns
from skmlib.survey.tally_files import tally_files

UNSUR = tuple(f"U{number}" for number in range(1, 10))
TWO = named_columns(["waktu", "biaya"])


def write_csv(path, *lines, separator=",", encoding="utf-8"):
    path.write_text("".join(line.replace(",", separator) + "\n" for line in lines), encoding=encoding, newline="")
    return path


def write_parquet(path, select):
    """Write what a SELECT gives."""
    with duckdb.connect() as connection:
        connection.execute(f"COPY ({select}) TO '{path}' (FORMAT parquet)")
    return path


def values(*rows, names="waktu, biaya"):
    return f"SELECT * FROM (VALUES {', '.join(rows)}) AS t({names})"


def message(*paths, columns=TWO):
    with pytest.raises(DataError) as caught:
        tally_files(paths, columns=columns)
    return str(caught.value)


@pytest.fixture
def here(tmp_path, monkeypatch):
    """A working directory, so that messages name files as they were typed."""
    monkeypatch.chdir(tmp_path)
    return Path()


def test_counts_and_sums_worked_by_hand(tmp_path):
    file = write_parquet(tmp_path / "a.parquet", values("(3, 4)", "(4, NULL)", "(4, 2)", "(NULL, NULL)", "(3, 4)"))
    found = tally_files([file], columns=TWO)
    tally = found.tally
    assert (found.rows_read, found.empty, tally.responden) == (5, 1, 4)
    # waktu 3 4 4 3: two 3, two 4; biaya 4 - 2 4: one 2, two 4
    assert tally.counts.tolist() == [[0, 0, 2, 2], [0, 1, 0, 2]]
    assert tally.pair_n.tolist() == [[4, 3], [3, 3]]
    # waktu over those who answered biaya: 3 + 4 + 3 = 10; biaya 4 + 2 + 4 = 10
    assert tally.pair_sums.tolist() == [[14, 10], [10, 10]]
    # waktu 9 + 16 + 16 + 9 = 50; both 12 + 8 + 12 = 32; biaya 16 + 4 + 16 = 36; complete rows: waktu 9 + 16 + 9 = 34
    assert tally.pair_products.tolist() == [[50, 32], [32, 36]]
    assert (tally.complete_n, tally.complete_sums.tolist()) == (3, [10, 10])
    assert tally.complete_products.tolist() == [[34, 32], [32, 36]]


@pytest.mark.parametrize(("periode", "unit"), [("2019-S1", "sekadau"), ("2024", "kasn")])
def test_sample_data_give_the_tally_and_scores_of_the_report(request, root, periode, unit):
    survey = request.getfixturevalue(unit)
    parameters = load_parameters(unit, periode, root=root)
    found = tally_files([root / "data" / periode / unit / "responden.csv"], columns=columns_like(parameters))
    assert found.tally == survey.survey.tally
    bobot = found.columns.bobot
    pd.testing.assert_frame_equal(score_unsur(found.tally, bobot=bobot), score_unsur(survey.survey.tally, bobot=bobot))
    assert score_ikm(found.tally, bobot=bobot).ikm == survey.ikm.ikm


ROW = st.tuples(*[st.sampled_from([None, 1, 2, 3, 4])] * 3)
KINDS = ("parquet whole", "parquet text", "parquet float", "csv", "csv;")


def write_rows(path, rows, kind):
    frame = pd.DataFrame(rows, columns=["waktu", "biaya", "sarana"], dtype="Int8")
    if kind.startswith("csv"):
        frame.to_csv(path, index=False, sep=";" if kind.endswith(";") else ",")
        return path
    sql_type = {"whole": "TINYINT", "text": "VARCHAR", "float": "DOUBLE"}[kind.split()[1]]
    cells = ["(" + ", ".join("NULL" if cell is None else str(cell) for cell in row) + ")" for row in rows]
    cast = ", ".join(f"{name}::{sql_type} AS {name}" for name in frame.columns)
    source = (
        values(*cells, names="waktu, biaya, sarana")
        if rows
        else "SELECT 1 AS waktu, 1 AS biaya, 1 AS sarana WHERE false"
    )
    return write_parquet(path, f"SELECT {cast} FROM ({source})")


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    parts=st.lists(st.tuples(st.lists(ROW, max_size=8), st.sampled_from(KINDS)), min_size=1, max_size=4), data=st.data()
)
def test_any_split_over_files_order_and_format_give_the_same_tally(tmp_path_factory, parts, data):
    folder = tmp_path_factory.mktemp("berkas")
    rows = [row for part, _ in parts for row in part]
    answered = [row for row in rows if any(row)]
    frame = pd.DataFrame(answered, columns=["waktu", "biaya", "sarana"], dtype="Int8")
    files = [write_rows(folder / f"{place}", part, kind) for place, (part, kind) in enumerate(parts)]
    found = tally_files(data.draw(st.permutations(files)), columns=named_columns(["waktu", "biaya", "sarana"]))
    assert found.tally == tally_responses(frame, unsur=["waktu", "biaya", "sarana"])
    assert (found.rows_read, found.empty) == (len(rows), len(rows) - len(answered))
    whole = write_rows(folder / "semua", data.draw(st.permutations(rows)), "parquet whole")
    assert tally_files([whole], columns=found.columns).tally == found.tally


def test_more_patterns_than_one_slice_hold_lose_nothing(tmp_path, monkeypatch):
    file = write_parquet(tmp_path / "a.parquet", values("(1, 1)", "(2, 2)", "(3, NULL)", "(4, 4)", "(NULL, 3)"))
    whole = tally_files([file], columns=TWO).tally
    monkeypatch.setattr(module, "SLICE", 2)
    assert tally_files([file], columns=TWO).tally == whole


def test_columns_are_found_without_being_told(tmp_path):
    labels = write_csv(tmp_path / "label.csv", "No,u1,U2,U3,U4,U5,U6,U7,U8, U9 ", "1,4,4,4,4,4,4,4,4,1")
    assert tally_files([labels]).tally.unsur == UNSUR
    ids = "sarana,persyaratan,prosedur,waktu,biaya,produk,kompetensi,perilaku,pengaduan"
    found = tally_files([write_csv(tmp_path / "id.csv", ids, "1,4,4,4,4,4,4,4,4")])
    assert (found.tally.unsur[-1], found.tally.jumlah.tolist()) == ("sarana", [4] * 8 + [1])


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
@pytest.mark.parametrize("separator", [",", ";", "\t"])
def test_csv_as_offices_save_it(tmp_path, encoding, separator):
    lines = ["Rekap 2025,,", "waktu,Saran,Biaya", '3,"baik\nsekali",4', "4,,2", ',"ya",', '2,"",1']
    file = write_csv(tmp_path / "a.csv", *lines, separator=separator, encoding=encoding)
    found = tally_files([file], columns=TWO)
    assert (found.rows_read, found.empty, found.tally.counts.tolist()) == (4, 1, [[0, 1, 1, 1], [1, 1, 0, 1]])


@pytest.mark.parametrize(
    "kind", ["TINYINT", "BIGINT", "HUGEINT", "UBIGINT", "FLOAT", "DOUBLE", "DECIMAL(9,2)", "VARCHAR"]
)
def test_type_of_a_column_does_not_matter(tmp_path, kind):
    rows = values("(3, 4)", "(NULL, 1)")
    file = write_parquet(tmp_path / "a.parquet", f"SELECT waktu::{kind} AS waktu, biaya::{kind} AS biaya FROM ({rows})")
    assert tally_files([file], columns=TWO).tally.counts.tolist() == [[0, 0, 1, 0], [1, 0, 0, 1]]


def test_blanks_are_missing_empty_white_space_and_not_a_number(tmp_path):
    texts = write_parquet(tmp_path / "a.parquet", values("('3', '4')", "('', '  ')", "(NULL, '1')"))
    assert tally_files([texts], columns=TWO).tally.n.tolist() == [1, 2]
    floats = write_parquet(tmp_path / "b.parquet", values("(3::DOUBLE, 4)", "('nan'::DOUBLE, 1)"))
    assert tally_files([floats], columns=TWO).tally.n.tolist() == [1, 2]


def test_codes_written_otherwise_are_read_as_in_an_export(tmp_path):
    file = write_csv(tmp_path / "a.csv", "waktu,biaya", " 3 ,04", "3.0,2", '"4,0",1')
    assert tally_files([file], columns=TWO).tally.counts.tolist() == [[0, 0, 2, 1], [1, 1, 0, 1]]


def test_file_names_are_no_patterns(tmp_path):
    write_csv(tmp_path / "x1.csv", "waktu,biaya", "1,1")
    file = write_csv(tmp_path / "x[1]*'.csv", "waktu,biaya", "4,4")
    assert tally_files([file], columns=TWO).tally.jumlah.tolist() == [4, 4]


def test_counts_beyond_32_bits_are_exact():
    import numpy as np

    from skmlib.survey.tally import tally_patterns

    # 10^15 respondents who all answer 4: the sum of products is 16 x 10^15
    tally = tally_patterns(np.array([[4, 4]]), np.array([10**15]), unsur=["waktu", "biaya"])
    assert tally.pair_products.tolist() == [[16 * 10**15] * 2] * 2


# Messages


def test_every_unknown_answer_is_told_with_its_first_row_and_number(here):
    write_csv(here / "a.csv", "No,waktu,biaya", "1,3,x", "2,5,4", "3,5,x", "", "4,5,baik")
    assert message(Path("a.csv")) == (
        "a.csv: 3 masalah.\n"
        "  baris 3, kolom 'waktu': tertulis '5', seharusnya bilangan bulat 1 sampai 4. Ada 3 baris seperti itu.\n"
        "  baris 2, kolom 'biaya': tertulis 'x', seharusnya bilangan bulat 1 sampai 4. Ada 2 baris seperti itu.\n"
        "  baris 6, kolom 'biaya': tertulis 'baik', seharusnya bilangan bulat 1 sampai 4."
    )


@pytest.mark.parametrize(
    ("cell", "told"),
    [
        ("0", "0"),
        (str(2**127 - 1), repr(float(2**127 - 1))),
        ("3.5", "3.5"),
    ],
)
def test_unknown_number_in_parquet_is_told(here, cell, told):
    write_parquet(here / "a.parquet", values("(3, 4)", f"({cell}, 4)"))
    assert message(Path("a.parquet")) == (
        f"a.parquet: 1 masalah.\n  baris 2, kolom 'waktu': tertulis '{told}', seharusnya bilangan bulat 1 sampai 4."
    )


def test_other_types_are_no_answers(here):
    write_parquet(here / "a.parquet", values("(true, 4)", "(true, 4)"))
    assert message(Path("a.parquet")) == (
        "a.parquet: 1 masalah.\n"
        "  baris 1, kolom 'waktu': tertulis 'true', seharusnya bilangan bulat 1 sampai 4. Ada 2 baris seperti itu."
    )


def test_very_many_unknown_answers_are_told_in_short(here):
    write_parquet(here / "a.parquet", "SELECT 10 + range AS waktu, 1 AS biaya FROM range(1500)")
    with pytest.raises(DataError) as caught:
        tally_files([Path("a.parquet")], columns=TWO)
    assert len(caught.value.all) == 1001
    assert caught.value.all[-1].sentence == (
        "kolom 'waktu': masih ada 500 jawaban lain yang tidak dikenal, periksa apakah kolom ini memuat jawaban."
    )


def test_problems_of_all_files_are_told_at_once(here):
    write_csv(here / "a.csv", "waktu,biaya", "3,4")
    write_csv(here / "b.csv", "waktu,harga", "3,4")
    write_csv(here / "c.csv", "waktu,biaya", "7,4")
    assert message(*map(Path, ["a.csv", "b.csv", "c.csv", "aa.csv"])) == (
        "b.csv: 1 masalah.\n"
        "  tidak memuat kolom 'biaya', kolom yang ada: 'waktu', 'harga'.\n"
        "c.csv: 1 masalah.\n"
        "  baris 2, kolom 'waktu': tertulis '7', seharusnya bilangan bulat 1 sampai 4.\n"
        "aa.csv: 1 masalah.\n"
        "  berkas ini tidak ada, periksa nama dan foldernya. Mungkin maksudnya 'a.csv'?"
    )


def test_file_without_unsur_says_what_to_do(here):
    write_csv(here / "a.csv", "Nama,Nilai", "A,3")
    assert message(Path("a.csv"), columns=None) == (
        "a.csv: 1 masalah.\n"
        "  tidak memuat kolom U1 sampai U9 atau persyaratan sampai sarana, sebutkan kolomnya dengan --columns, atau laporan "
        "yang kolomnya sama dengan --like PERIODE/UNIT. Kolom yang ada: 'Nama', 'Nilai'."
    )
    write_csv(here / "b.csv", "U1,U2,U3,U4,U5,U6,U7,U9", "1,1,1,1,1,1,1,1")
    assert message(Path("b.csv"), columns=None) == (
        "b.csv: 1 masalah.\n  tidak memuat kolom 'U8', kolom yang ada: 'U1', 'U2', 'U3', 'U4', 'U5', 'U6', 'U7', 'U9'."
    )


def test_file_named_twice_is_refused(here):
    write_csv(here / "a.csv", "waktu,biaya", "3,4")
    assert message(Path("a.csv"), Path("a.csv").absolute()) == (
        f"{Path('a.csv').absolute()}: 1 masalah.\n  sama dengan 'a.csv', sebut setiap berkas satu kali."
    )


def test_what_is_no_table_is_refused(here):
    (here / "map").mkdir()
    (here / "kosong.csv").write_bytes(b"\xef\xbb\xbf\n")
    (here / "teks.parquet").write_text("waktu,biaya\n3,4\n", encoding="utf-8")
    (here / "rusak.parquet").write_bytes(b"PAR1" + bytes(100))
    (here / "buku.xlsx").write_bytes(b"PK\x03\x04" + bytes(100))
    names = ["map", "kosong.csv", "teks.parquet", "rusak.parquet", "buku.xlsx"]
    assert message(*map(Path, names)) == (
        "map: 1 masalah.\n"
        "  ini folder, tulis berkas di dalamnya, misalnya map/*.parquet.\n"
        "kosong.csv: 1 masalah.\n"
        "  berkas ini kosong, ganti dengan berkas yang berisi data.\n"
        "teks.parquet: 1 masalah.\n"
        "  bukan berkas Parquet walau namanya begitu, minta ulang berkasnya.\n"
        "rusak.parquet: 1 masalah.\n"
        "  tidak dapat dibaca sampai akhir, minta ulang berkas ini bila rusak, terpotong, atau baru dihapus. "
        f"DuckDB: Invalid Input Error: No magic bytes found at end of file '{Path('rusak.parquet').absolute()}'\n"
        "buku.xlsx: 1 masalah.\n"
        "  ini buku kerja, bukan CSV atau Parquet, simpan lembarnya sebagai 'CSV UTF-8', atau pakai 'skm init' "
        "dan 'skm build'."
    )


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("3,4,5", "banyaknya sel berbeda dari judulnya, periksa tanda kutip dan tanda pemisah di baris ini"),
        ("3", "banyaknya sel berbeda dari judulnya, periksa tanda kutip dan tanda pemisah di baris ini"),
        ('3,"4', "tanda kutip ganda tidak berpasangan, periksa tanda kutip di baris ini dan sesudahnya"),
    ],
)
def test_line_that_does_not_fit_the_heading_is_told(here, line, told):
    write_csv(here / "a.csv", "waktu,biaya", "3,4", line, "1,1")
    assert message(Path("a.csv")) == f"a.csv: 1 masalah.\n  baris 3: {told}."


def test_ends_of_lines_are_of_one_kind(here):
    (here / "a.csv").write_bytes(b"waktu,biaya\r\n3,4\r\n\r\n4,1")
    assert tally_files([Path("a.csv")], columns=TWO).tally.jumlah.tolist() == [7, 5]
    (here / "b.csv").write_bytes(b"waktu,biaya\r\n3,4\n4,1\r\n")
    assert message(Path("b.csv")) == (
        "b.csv: 1 masalah.\n"
        "  akhir barisnya tidak seragam, atau tanda kutipnya tidak baku, simpan ulang dari Excel sebagai 'CSV UTF-8' atau XLSX."
    )


def test_letters_of_windows_do_no_harm_outside_the_answers(tmp_path):
    (tmp_path / "a.csv").write_bytes(b"waktu,Biaya/tarif \x96 Rp,saran\n3,4,caf\xe9\n" + b"4,1,\x93ya\x94\n" * 100_000)
    found = tally_files([tmp_path / "a.csv"], columns=named_columns(["waktu", "Biaya/tarif \u2013 Rp"]))
    assert found.tally.counts.tolist() == [[0, 0, 1, 100_000], [100_000, 0, 0, 1]]


@pytest.mark.parametrize("rows", [0, 100_000])
def test_answer_in_letters_of_windows_is_told(here, rows):
    (here / "a.csv").write_bytes(b"waktu,biaya\n" + b"3,4\n" * rows + b"3,caf\xe9\n")
    assert message(Path("a.csv")) == (
        f"a.csv: 1 masalah.\n  baris {rows + 2}: hurufnya bukan UTF-8, simpan ulang dari Excel sebagai 'CSV UTF-8' atau XLSX."
    )


def test_file_that_vanishes_while_it_is_read_is_told(here, monkeypatch):
    write_csv(here / "a.csv", "waktu,biaya", "3,4")
    count = module.count_patterns

    def vanish(connection, file, columns):
        file.path.unlink()
        return count(connection, file, columns)

    monkeypatch.setattr(module, "count_patterns", vanish)
    assert message(Path("a.csv")).startswith(
        "a.csv: 1 masalah.\n  tidak dapat dibaca sampai akhir, minta ulang berkas ini"
    )


def test_file_written_while_it_is_read_is_refused(here, monkeypatch):
    from skmlib.survey import pattern_counts

    write_parquet(here / "a.parquet", values("(3, 4)"))
    digits = pattern_counts._digits

    def write(connection, file, columns):
        found = digits(connection, file, columns)
        write_parquet(file.path, values("(3, 4)", "(9, 9)"))
        return found

    monkeypatch.setattr(pattern_counts, "_digits", write)
    assert message(Path("a.parquet")) == (
        "a.parquet: 1 masalah.\n  berubah ketika dibaca, ulangi setelah berkas ini selesai ditulis."
    )


def test_no_path_is_a_mistake_of_the_caller():
    with pytest.raises(ValueError, match=r"^tally_files: found no path; give one file or more\.$"):
        tally_files([])


def test_heading_alone_gives_no_respondents(tmp_path):
    found = tally_files([write_csv(tmp_path / "a.csv", "waktu,biaya")], columns=TWO)
    assert (found.rows_read, found.tally.responden) == (0, 0)
    assert score_ikm(found.tally).reason == "Tidak ada responden."


# Parameters


def test_labels_blanks_and_reversed_codes_of_the_parameters(project):
    project.change(
        "{label: U1, kolom: Syarat}",
        "{label: U1, kolom: Syarat, jawaban: {1: Buruk, 2: Cukup, 3: Baik, 4: Sangat baik}}",
    )
    project.change("{label: U4, kolom: Biaya}", "{label: U4, kolom: Biaya, kode_terbalik: ya}")
    project.add("data: {dibaca_kosong: [Tidak tahu]}\n")
    project.write_responses("Baik,4,4,1,4,4,4,4,4", "sgt baik,4,4,4,4,4,4,4,Tidak tahu", "b. Cukup,4,4,,4,4,4,4,4")
    columns = columns_like(load_parameters("loket", "2025-S1", root=project.root))
    found = tally_files([project.root / "data/2025-S1/loket/responden.csv"], columns=columns)
    # persyaratan 3, 4, 2; biaya turned round: 1 is 4, 4 is 1; sarana 4, blank, 4
    assert found.tally.counts[[0, 3, 8]].tolist() == [[0, 1, 1, 1], [1, 0, 0, 1], [0, 0, 0, 2]]
    assert found.spellings == {"sgt baik": "Sangat baik"}


def test_reversed_codes_hold_for_numbers_too(project, tmp_path):
    project.change("{label: U4, kolom: Biaya}", "{label: U4, kolom: Biaya, kode_terbalik: ya}")
    columns = columns_like(load_parameters("loket", "2025-S1", root=project.root))
    names = "Syarat, Prosedur, Waktu, Biaya, Produk, Kompetensi, Perilaku, Pengaduan, Sarana"
    file = write_parquet(tmp_path / "a.parquet", values("(1, 2, 3, 1, 1, 1, 1, 1, 1)", names=names))
    assert tally_files([file], columns=columns).tally.jumlah.tolist() == [1, 2, 3, 4, 1, 1, 1, 1, 1]


def test_labels_that_are_numbers_hold_for_numbers_too(project, tmp_path):
    labels = "{1: ['0'], 2: ['5'], 3: ['75'], 4: ['100']}"
    project.change("{label: U1, kolom: Syarat}", f"{{label: U1, kolom: Syarat, jawaban: {labels}}}")
    columns = columns_like(load_parameters("loket", "2025-S1", root=project.root))
    rest = ", ".join(["1"] * 8)
    names = "Syarat, Prosedur, Waktu, Biaya, Produk, Kompetensi, Perilaku, Pengaduan, Sarana"
    rows = [f"({nilai}, {rest})" for nilai in (0, 5, 5, 100, 1)]
    file = write_parquet(tmp_path / "a.parquet", values(*rows, names=names))
    # 0 is code 1, twice 5 is 2, 100 is 4, and 1 to 4 always are their own codes
    assert tally_files([file], columns=columns).tally.counts[0].tolist() == [2, 2, 0, 1]


def test_unknown_label_is_told_as_in_an_export(project):
    project.write_responses("Sangatt sesuai,4,4,1,4,4,4,4,4")
    file = project.root / "data/2025-S1/loket/responden.csv"
    columns = columns_like(load_parameters("loket", "2025-S1", root=project.root))
    assert message(file, columns=columns) == (
        f"{file}: 1 masalah.\n"
        "  baris 2, kolom 'Syarat': tertulis 'Sangatt sesuai', seharusnya salah satu dari 'Tidak sesuai', 'Kurang sesuai', "
        "'Sesuai', 'Sangat sesuai', atau kode 1 sampai 4. Mungkin maksudnya 'Sangat sesuai'?"
    )


def test_parameters_that_need_the_whole_reader_are_refused(project):
    project.change("{label: U1, kolom: Syarat}", "{label: U1, kolom: [Syarat 1, Syarat 2]}")
    project.add("data: {uji_coba: [{kolom: Nama, nilai: [tes]}]}\n")
    with pytest.raises(DataError) as caught:
        columns_like(load_parameters("loket", "2025-S1", root=project.root))
    assert str(caught.value) == (
        "params/2025-S1/loket.yml: 2 masalah.\n"
        "  kunci 'data: uji_coba': baris uji coba dikenali dari jawabannya, pakai 'skm build', yang membaca bentuk ini.\n"
        "  kunci 'unsur: persyaratan': unsur ini ditanyakan dalam 2 kolom, pakai 'skm build', yang membaca bentuk ini."
    )


@pytest.mark.parametrize("names", [[], ["waktu", "Waktu "], ["waktu", ""], [f"k{number}" for number in range(28)]])
def test_named_columns_are_different_and_not_too_many(names):
    with pytest.raises(ValueError, match=r"^named_columns: found .*; give 1 to 27 different names\.$"):
        named_columns(names)


def test_twenty_seven_columns_are_counted(tmp_path):
    names = [f"k{number}" for number in range(27)]
    file = write_csv(tmp_path / "a.csv", ",".join(names), ",".join(["4"] * 27), ",".join(["4"] * 26 + ["1"]))
    assert tally_files([file], columns=named_columns(names)).tally.jumlah.tolist() == [8] * 26 + [5]


def test_usual_columns_prefer_what_is_there():
    ids = ["persyaratan", "prosedur", "waktu", "biaya", "produk", "kompetensi", "perilaku", "pengaduan", "sarana"]
    assert usual_columns([*ids, "U1"], berkas="a.csv").unsur == tuple(ids)


# DuckDB


def test_duckdb_reads_no_other_file_and_writes_none(tmp_path):
    allowed, other = write_csv(tmp_path / "a.csv", "waktu", "3"), write_csv(tmp_path / "b.csv", "waktu", "3")
    with connect_files([allowed]) as connection:
        assert connection.execute(f"SELECT count(*) FROM read_csv('{allowed}')").fetchone() == (1,)
        for query in (
            f"SELECT * FROM read_csv('{other}')",
            f"COPY (SELECT 1) TO '{tmp_path / 'c.csv'}'",
            "SELECT * FROM read_csv('https://127.0.0.1:1/a.csv')",
            "INSTALL httpfs",
            "SET enable_external_access = true",
            "SET memory_limit = '90GB'",
        ):
            with pytest.raises(duckdb.Error, match=r"disabled|locked|Missing Extension|Cannot access"):
                connection.execute(query)
    assert sorted(path.name for path in tmp_path.iterdir()) == ["a.csv", "b.csv"]


def test_what_exceeds_the_memory_goes_to_a_folder_that_is_removed(tmp_path, monkeypatch):
    from skmlib.survey import duckdb_connection

    monkeypatch.setattr(duckdb_connection, "MEMORY_LIMIT", "40MB")
    monkeypatch.setattr(duckdb_connection.tempfile, "tempdir", str(tmp_path))
    with connect_files([]) as connection:
        found = connection.execute(
            "SELECT count(*) FROM (SELECT range AS k, count(*) FROM range(3000000) GROUP BY k)"
        ).fetchone()
    assert found == (3_000_000,)
    assert list(tmp_path.iterdir()) == []


def test_clean_files_are_counted_and_scored_without_pandas(tmp_path):
    file = write_csv(tmp_path / "a.csv", ",".join(UNSUR), "1,2,3,4,1,2,3,4,1", "2,2,3,4,1,2,3,4,1")
    program = (
        "import sys; from pathlib import Path; from skmlib.survey.tally_files import tally_files;"
        "from skmlib.survey.scores import score_ikm, unsur_columns;"
        f"tally = tally_files([Path({str(file)!r})]).tally; score_ikm(tally); unsur_columns(tally);"
        "print([name for name in ('pandas', 'pydantic', 'matplotlib') if name in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
