"""Other exports beside the one that was named are told, by their headings alone."""

import xlsxwriter

from skmlib.survey.guess_siblings import tell_siblings

HEADINGS = "Syarat,Prosedur,Waktu,Biaya"
ASKED = HEADINGS.split(",")


def write(folder, **files: str) -> None:
    for name, text in files.items():
        (folder / f"{name}.csv").write_text(text, encoding="utf-8")


def test_files_with_the_same_headings_are_named(tmp_path):
    write(
        tmp_path,
        mei=f"{HEADINGS}\n4,4,4,4\n",
        juni=f"No;{HEADINGS.replace(',', ';')}\n1;4;4;4;4\n",
        lain="Barang\nMeja\n",
    )
    with xlsxwriter.Workbook(tmp_path / "juli.xlsx") as book:
        sheet = book.add_worksheet("Juli")
        sheet.write(0, 0, "SURVEI JULI")
        sheet.write_row(2, 0, ASKED)
        sheet.write_row(3, 0, [4, 4, 4, 4])
    assert tell_siblings(tmp_path / "mei.csv", ASKED) == (
        (
            "Di folder yang sama ada berkas lain berjudul sama yang tidak dibaca: 'juli.xlsx', 'juni.csv'; bila bagian dari "
            "survei ini, hapus usulan ini dan sebut semuanya pada satu perintah 'skm init'."
        ),
    )


def test_nothing_is_said_where_no_other_file_is_alike(tmp_path):
    write(tmp_path, mei=f"{HEADINGS}\n4,4,4,4\n", lain="Syarat,Biaya\n4,4\n", kosong="")
    (tmp_path / "rusak.xlsx").write_bytes(b"PK\x03\x04")
    (tmp_path / ".juni.csv").write_text(f"{HEADINGS}\n", encoding="utf-8")
    assert tell_siblings(tmp_path / "mei.csv", ASKED) == ()


def test_a_large_file_is_known_by_its_beginning(tmp_path):
    write(tmp_path, mei=f"{HEADINGS}\n4,4,4,4\n", juni=f"{HEADINGS}\n" + '4,4,4,"baik, é"\n' * 10_000)
    assert "'juni.csv'" in tell_siblings(tmp_path / "mei.csv", ASKED)[0]
