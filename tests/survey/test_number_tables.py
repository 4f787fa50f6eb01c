"""Plain tables of numbers: what may stand in them, and each message."""

from decimal import Decimal

import pytest

from skmlib.problems import DataError
from skmlib.survey.number_tables import TableSpec, read_number_table

SPEC = TableSpec(("bulan",), ("jumlah",), ("nilai",), total="Jumlah", tertinggi=Decimal(100))
NAMED = TableSpec(("jenis", "rincian"), ("jumlah",), label={"dihitung": ("ya", "tidak")}, total="Jumlah")
MONTHS = ("Januari", "Februari", "Maret", "April", "Mei", "Juni")
USUAL = [f"{month},3,1.5" for month in MONTHS]


@pytest.fixture
def read(tmp_path):
    def read_rows(*rows: str, spec: TableSpec = SPEC, heading: str = "bulan,jumlah,nilai"):
        path = tmp_path / "tabel.csv"
        path.write_text("\n".join([heading, *rows]) + "\n", encoding="utf-8")
        return read_number_table(path, spec, berkas="tabel.csv", periode="2025-S1")

    return read_rows


def message(read, *rows: str, **keys) -> str:
    with pytest.raises(DataError) as caught:
        read(*rows, **keys)
    return str(caught.value)


def told(*problems: str) -> str:
    return "\n".join([f"tabel.csv: {len(problems)} masalah.", *(f"  {problem}" for problem in problems)])


def test_numbers_keep_their_decimals_in_either_notation(read):
    table = read('Januari,3,"1,50"', *USUAL[1:])
    assert [str(value) for value in table.rows["nilai"][:2]] == ["1.50", "1.5"]
    assert table.rows["jumlah"].tolist() == [3] * 6


def test_semicolons_and_months_in_any_order_and_spelling_are_read(read):
    rows = [row.replace(",", ";") for row in reversed(USUAL)]
    table = read(*rows[:-1], "JAN;3;1,5", heading="bulan;jumlah;nilai")
    assert table.rows["bulan"].tolist()[-1] == "JAN"
    assert len(table.rows) == 6


def test_row_of_printed_totals_stands_apart_and_may_have_gaps(read):
    table = read(*USUAL, "Jumlah,19,")
    assert table.total == {"jumlah": Decimal(19)}
    assert len(table.rows) == 6


@pytest.mark.parametrize(
    ("row", "problem"),
    [
        (
            "Januarri,3,1.5",
            (
                "kolom 'bulan': tertulis 'Januarri', seharusnya salah satu dari 'Januari', 'Februari', 'Maret', 'April', "
                "'Mei', 'Juni'. Mungkin maksudnya 'Januari'?"
            ),
        ),
        (
            "Juli,3,1.5",
            (
                "kolom 'bulan': tertulis 'Juli', seharusnya salah satu dari 'Januari', 'Februari', 'Maret', 'April', 'Mei', "
                "'Juni'. Mungkin maksudnya 'Juni'?"
            ),
        ),
        ("Februari,3,1.5", "kolom 'bulan': bulan 'Februari' sudah ada pada baris 2, hapus salah satu."),
        ("Januari,,1.5", "kolom 'jumlah': kosong, seharusnya bilangan bulat seperti 1188."),
        ("Januari,3,", "kolom 'nilai': kosong, seharusnya bilangan seperti 12,5."),
        ("Januari,tiga,1.5", "kolom 'jumlah': tertulis 'tiga', seharusnya bilangan bulat seperti 1188."),
        ("Januari,3.5,1.5", "kolom 'jumlah': tertulis '3.5', seharusnya bilangan bulat seperti 1188."),
        ("Januari,3,1.5%", "kolom 'nilai': tertulis '1.5%', seharusnya bilangan seperti 12,5."),
        ("Januari,-3,1.5", "kolom 'jumlah': tertulis '-3', seharusnya 0 atau lebih."),
        (
            "Januari,1.188,1.5",
            "kolom 'jumlah': tertulis '1.188', bilangan ditulis tanpa pemisah ribuan, seperti 1188.",
        ),
        (
            "Januari,10.907.859.000,1.5",
            "kolom 'jumlah': tertulis '10.907.859.000', bilangan ditulis tanpa pemisah ribuan, seperti 10907859000.",
        ),
        (
            'Januari,3,"1.234,5"',
            "kolom 'nilai': tertulis '1.234,5', bilangan ditulis tanpa pemisah ribuan, seperti 1234,5.",
        ),
        (
            'Januari,3,"1,234.5"',
            "kolom 'nilai': tertulis '1,234.5', bilangan ditulis tanpa pemisah ribuan, seperti 1234,5.",
        ),
        ("Januari,3,100.1", "kolom 'nilai': tertulis '100.1', seharusnya 0 sampai 100."),
    ],
)
def test_wrong_cell_stops_the_run(read, row, problem):
    found = message(read, *USUAL[1:3], row, *USUAL[3:]).splitlines()
    assert f"  baris 4, {problem}" in found


def test_every_wrong_cell_is_told_at_once(read):
    assert message(read, "Januari,x,-1", *USUAL[1:5], "Jumlah,1.188,") == told(
        "kolom 'bulan': bulan Juni tidak ada, tambahkan satu baris untuk setiap bulan.",
        "baris 2, kolom 'jumlah': tertulis 'x', seharusnya bilangan bulat seperti 1188.",
        "baris 2, kolom 'nilai': tertulis '-1', seharusnya 0 atau lebih.",
        "baris 7, kolom 'jumlah': tertulis '1.188', bilangan ditulis tanpa pemisah ribuan, seperti 1188.",
    )


def test_second_row_of_totals_stops_the_run(read):
    assert message(read, *USUAL, "Jumlah,18,9", "jumlah,18,9") == told(
        "baris 9, kolom 'bulan': baris 'jumlah' sudah ada di atas, hapus salah satu."
    )


def test_unknown_and_missing_columns_stop_the_run(read):
    assert message(read, *USUAL, heading="bulan,jumlah,nila") == told(
        (
            "baris 1, kolom 'nila': tidak dikenal, kolom yang dikenal: 'bulan', 'jumlah', 'nilai'. Mungkin maksudnya "
            "'nilai'?"
        ),
        "baris 1, kolom 'nilai': tidak ada, tambahkan kolom itu pada judul.",
    )


def test_table_without_rows_stops_the_run(read):
    assert message(read) == told("tidak memuat satu baris pun, isi tabel ini.")
    assert message(read, "Jumlah,3,1") == told("tidak memuat satu baris pun, isi tabel ini.")


def test_missing_table_stops_the_run(tmp_path):
    with pytest.raises(DataError) as caught:
        read_number_table(tmp_path / "tidak-ada.csv", SPEC, berkas="tabel.csv", periode="2025-S1")
    assert str(caught.value) == told("berkas ini tidak ada, letakkan tabelnya di sini; lihat docs/panduan.md.")


def test_names_are_needed_once_and_words_are_known_ones(read):
    rows = ("A,x,1,ya", "a,X,2,ya", ",y,3,tidak", "B,,4,yaa", "C,,5,")
    assert message(read, *rows, spec=NAMED, heading="jenis,rincian,jumlah,dihitung") == told(
        "baris 3, kolom 'rincian': 'a', 'X' sudah ada pada baris 2, hapus salah satu.",
        "baris 4, kolom 'jenis': kosong, tulis nama barisnya.",
        "baris 5, kolom 'dihitung': tertulis 'yaa', seharusnya salah satu dari 'ya', 'tidak'. Mungkin maksudnya 'ya'?",
        "baris 6, kolom 'dihitung': kosong, seharusnya salah satu dari 'ya', 'tidak'.",
    )
