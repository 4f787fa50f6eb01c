"""Files of annotations: what is read from each kind, and what is refused."""

from pathlib import Path

import pandas as pd
import pytest
import xlsxwriter

from skmlib.problems import DataError
from skmlib.survey.annotation_import import read_annotated_file, read_annotated_files, spell_labels

FOLDER = Path(__file__).resolve().parent.parent / "data/anotasi"
COLUMNS = ["id_responden", "anotator", "komentar", "sentimen", "unsur", "kutip"]


def read(name: str, annotator: str = ""):
    return read_annotated_file(FOLDER / name, berkas=name, annotator=annotator)


def rows_of(name: str, annotator: str = "") -> list[list[str]]:
    return read(name, annotator).rows[COLUMNS].to_numpy().tolist()


def message_of(path: Path, annotator: str = "") -> str:
    with pytest.raises(DataError) as caught:
        read_annotated_file(path, berkas=path.name, annotator=annotator)
    return str(caught.value)


def write(path: Path, text: str) -> Path:
    path.write_text(text, encoding="utf-8", newline="")
    return path


def test_label_studio_gives_one_row_for_each_annotation() -> None:
    found = read("label_studio_dua_anotator.json")
    assert found.rows[COLUMNS].to_numpy().tolist() == [
        ["a-1", "ani", "Cepat", "positif", "U3 Waktu penyelesaian", "ya"],
        ["a-1", "anotator-9", "Cepat", "netral", "", ""],
        ["b-1", "anotator-9", "Lama", "", "", ""],
    ]
    assert (found.satuan, found.rows.index.tolist()) == ("tugas", [1, 1, 2])


def test_label_studio_skipped_tasks_are_told() -> None:
    assert read("label_studio_dua_anotator.json").told == (
        "1 anotasi yang dilewati anotator di Label Studio (was_cancelled) tidak dibaca.",
    )


def test_label_studio_of_another_shape_is_refused() -> None:
    assert message_of(FOLDER / "label_studio_salah.json") == (
        "label_studio_salah.json: 2 masalah.\n"
        "  tugas 2: 2 sentimen ('positif', 'negatif'), seharusnya paling banyak satu.\n"
        "  bentuk 1 tugas tidak dikenal (tugas 1), seharusnya ekspor 'JSON' Label Studio dengan data.id_responden, atau JSONL "
        "doccano dengan id_responden dan label."
    )


def test_doccano_labels_are_told_apart_by_what_they_are() -> None:
    assert rows_of("doccano_label.jsonl", "budi") == [
        ["a-1", "budi", "Cepat", "positif", "U3", ""],
        ["b-1", "budi", "Lama", "Tanpa komentar", "", ""],
        ["c-1", "budi", "-", "", "", ""],
    ]


def test_doccano_lines_are_numbered_as_they_stand() -> None:
    assert read("doccano_label.jsonl", "budi").rows.index.tolist() == [1, 2, 4]


def test_doccano_cats_may_be_a_list_or_a_mapping() -> None:
    assert rows_of("doccano_cats.jsonl") == [
        ["a-1", "doccano_cats", "Cepat", "positif", "waktu", "ya"],
        ["b-1", "doccano_cats", "Lama", "negatif", "", ""],
    ]


def test_two_sentiments_in_doccano_are_refused(tmp_path: Path) -> None:
    path = write(tmp_path / "ani.jsonl", '{"id_responden": "a-1", "text": "x", "label": ["positif", "negatif"]}\n')
    assert message_of(path) == (
        "ani.jsonl: 1 masalah.\n  baris 1: 2 sentimen ('positif', 'negatif'), seharusnya paling banyak satu."
    )


def test_broken_json_is_refused(tmp_path: Path) -> None:
    path = write(tmp_path / "ani.json", '[{"id": 1},')
    assert message_of(path) == (
        "ani.json: 1 masalah.\n  bukan JSON atau JSONL yang utuh, ekspor ulang dari Label Studio atau doccano."
    )


def test_a_csv_saved_by_excel_with_semicolons_and_windows_letters_is_read() -> None:
    assert rows_of("excel_titik_koma_windows.csv") == [
        ["a-1", "ani", "Cepat \u2013 ramah", "positif", "U3", "ya"],
        ["b-1", "budi", "Lama; antre", "negatif", "", ""],
    ]


def test_windows_letters_are_told() -> None:
    assert read("excel_titik_koma_windows.csv").told == (
        "Hurufnya bukan UTF-8 dan dibaca sebagai Windows-1252; periksa huruf khusus seperti tanda pisah.",
    )


def test_a_small_csv_is_read_and_what_it_lacks_is_told(tmp_path: Path) -> None:
    found = read_annotated_file(
        write(tmp_path / "komentar-ani.csv", "sentimen,id_responden,no\npositif,a-1,1\n"), berkas="x"
    )
    assert found.rows["anotator"].tolist() == ["ani"]
    assert found.rows["komentar"].isna().tolist() == [True]
    assert found.told == (
        "Kolom 'no' tidak dibaca.",
        "Kolom 'unsur' tidak ada dan dianggap kosong.",
        "Kolom 'kutip' tidak ada dan dianggap kosong.",
        "Kolom 'komentar' tidak ada, sehingga teksnya tidak dibandingkan.",
    )


def test_missing_columns_are_refused(tmp_path: Path) -> None:
    allowed = "kolom yang dibaca: 'id_responden', 'komentar', 'sentimen', 'unsur', 'kutip', 'anotator'"
    assert message_of(write(tmp_path / "komentar-ani.csv", "id,komentar\na-1,x\n")) == (
        "komentar-ani.csv: 2 masalah.\n"
        f"  kolom 'id_responden': tidak ada, {allowed}.\n"
        f"  kolom 'sentimen': tidak ada, {allowed}."
    )


def write_book(path: Path, named: str | None) -> Path:
    with xlsxwriter.Workbook(path) as book:
        guide = book.add_worksheet("Petunjuk")
        guide.write_row(0, 0, ["Menandai komentar"])
        if named:
            guide.write_row(1, 0, ["Anotator", named])
        sheet = book.add_worksheet("Komentar")
        sheet.write_row(0, 0, ["id_responden", "komentar", "sentimen", "unsur", "kutip"])
        sheet.write_row(1, 0, ["a-1", "Cepat", "positif"])
        sheet.write_row(2, 0, ["b-1", "Lama", "", "U1 Persyaratan", "ya"])
    return path


def test_a_workbook_says_who_judged_on_its_other_sheet(tmp_path: Path) -> None:
    found = read_annotated_file(write_book(tmp_path / "kiriman.xlsx", "Ani"), berkas="kiriman.xlsx")
    assert found.rows[COLUMNS].to_numpy().tolist() == [
        ["a-1", "ani", "Cepat", "positif", "", ""],
        ["b-1", "ani", "Lama", "", "U1 Persyaratan", "ya"],
    ]
    assert (found.rows.index.tolist(), found.told) == ([2, 3], ())


def test_a_workbook_may_be_named_for_its_annotator(tmp_path: Path) -> None:
    found = read_annotated_file(write_book(tmp_path / "komentar-budi.xlsx", None), berkas="x")
    assert found.rows["anotator"].tolist() == ["budi", "budi"]


def test_another_name_than_the_file_says_is_told(tmp_path: Path) -> None:
    path = write_book(tmp_path / "kiriman.xlsx", "Ani")
    found = read_annotated_file(path, berkas="x", annotator="budi")
    assert found.rows["anotator"].tolist() == ["budi", "budi"]
    assert found.told == ("Berkas ini menyebut anotator 'Ani', tetapi dibaca sebagai 'budi'.",)
    assert read_annotated_file(path, berkas="x", annotator="ani").told == ()


def test_a_file_that_does_not_say_who_judged_is_refused(tmp_path: Path) -> None:
    assert message_of(write_book(tmp_path / "kiriman.xlsx", None)) == (
        "kiriman.xlsx: 1 masalah.\n"
        "  tidak menyebut siapa anotatornya, tulis --annotator NAMA (huruf, angka, '-', '_', '.', paling banyak 30), atau "
        "namai komentar-NAMA."
    )


def test_one_name_for_a_file_of_two_annotators_is_refused() -> None:
    assert message_of(FOLDER / "excel_titik_koma_windows.csv", "citra") == (
        "excel_titik_koma_windows.csv: 1 masalah.\n"
        "  memuat 2 anotator (ani, budi), padahal --annotator citra menyebut satu, jalankan tanpa --annotator."
    )


def test_a_missing_file_gets_the_nearest_name(tmp_path: Path) -> None:
    write_book(tmp_path / "komentar-ani.xlsx", "ani")
    assert message_of(tmp_path / "komentar-any.xlsx") == (
        "komentar-any.xlsx: 1 masalah.\n"
        "  berkas ini tidak ada, periksa nama dan foldernya. Mungkin maksudnya 'komentar-ani.xlsx'?"
    )


def test_problems_of_all_files_are_raised_at_once(tmp_path: Path) -> None:
    paths = {name: write(tmp_path / name, "[") for name in ("a.json", "b.json")}
    with pytest.raises(DataError) as caught:
        read_annotated_files(paths, annotator="ani", label_unsur={}, nama_unsur={})
    assert [problem.berkas for problem in caught.value.all] == ["a.json", "b.json"]


@pytest.mark.parametrize(
    "written", ["waktu", "U3", "u3", "Waktu penyelesaian", "U3 Waktu penyelesaian", " U3  waktu PENYELESAIAN"]
)
def test_an_unsur_may_be_written_in_any_of_its_names(written: str) -> None:
    rows = pd.DataFrame({"sentimen": ["Positif"], "unsur": [written], "kutip": ["YA"]})
    spelled = spell_labels(rows, label_unsur={"waktu": "U3"}, nama_unsur={"waktu": "Waktu penyelesaian"})
    assert spelled.to_numpy().tolist() == [["positif", "waktu", "ya"]]


def test_what_is_no_label_stays_as_written() -> None:
    rows = pd.DataFrame({"sentimen": ["Possitif"], "unsur": ["U10"], "kutip": [""]})
    spelled = spell_labels(rows, label_unsur={"waktu": "U3"}, nama_unsur={"waktu": "Waktu"})
    assert spelled.to_numpy().tolist() == [["Possitif", "U10", ""]]
