"""Annotated files that come back: a workbook or CSV of ours or of others, Label Studio JSON, doccano JSONL.

Whatever the file, it becomes the same rows: who said what of which comment. Labels keep the spelling of the file until they are
checked, so that a message can quote them; `spell_labels` then reads "Positif", "U3", "U3 Waktu penyelesaian" or the name of
an unsur as the one label that is meant.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping, Sequence
from pathlib import Path

import pandas as pd

from skmlib.problems import DataError, Problem, fold, suggestion
from skmlib.survey.annotation_json import is_json, parse_annotation_json
from skmlib.survey.annotations import check_annotator
from skmlib.survey.comment_labels import ANOTATOR, SENTIMEN
from skmlib.survey.csv_file import WINDOWS, decode_text, read_bytes, split_records
from skmlib.survey.csv_twice import WINDOWS_TOLD
from skmlib.survey.table_file import make_table
from skmlib.survey.unseen import show_unseen
from skmlib.survey.workbook_file import choose_sheet, is_workbook, read_sheets

TABLE_COLUMNS = ("id_responden", "komentar", "sentimen", "unsur", "kutip", ANOTATOR)
NEEDED = ("id_responden", "sentimen")
FILE_PREFIX = "komentar-"


@dataclasses.dataclass(frozen=True)
class AnnotatedFile:
    """One file of annotations as it came back.

    Attributes
    ----------
    berkas : str
        Its name for messages.
    rows : DataFrame
        Texts: `id_responden`, `anotator`, `komentar` (missing where the file has no texts), `sentimen`, `unsur`, `kutip`;
        indexed by `baris`, for Label Studio by the ordinal of the task.
    told : tuple of str
        What is worth telling about how it was read, in Indonesian.
    satuan : str
        What the index counts: `"baris"` or `"tugas"`.
    """

    berkas: str
    rows: pd.DataFrame
    told: tuple[str, ...] = ()
    satuan: str = "baris"


def read_annotated_file(path: Path, *, berkas: str, annotator: str = "") -> AnnotatedFile:
    """Read one file of annotations.

    Parameters
    ----------
    path : Path
        XLSX, CSV, Label Studio JSON, doccano JSONL or JSON; told apart by what is in it.
    berkas : str
        Its name for messages.
    annotator : str
        Who judged; by default what the file says, or the name after `komentar-` in the file name.

    Returns
    -------
    AnnotatedFile

    Raises
    ------
    DataError
        When the file cannot be read, lacks a column, does not say who judged, or holds several annotators and one was named.
    """
    if not path.is_file():
        near = [child.name for child in sorted(path.parent.glob("[!~.]*"))]
        what, advice = "berkas ini tidak ada", "periksa nama dan foldernya"
        raise DataError([Problem(berkas, what, advice, saran=suggestion(path.name, near))])
    content = read_bytes(path, berkas=berkas)
    if is_workbook(content):
        sheets = read_sheets(content, berkas=berkas)
        chosen = choose_sheet(sheets, berkas=berkas, wanted=TABLE_COLUMNS)
        found = _read_table(sheets[chosen], berkas, is_grid=True)
        named = find_named_annotator({name: records for name, records in sheets.items() if name != chosen})
    else:
        text, encoding = decode_text(content, berkas=berkas)
        named = ""
        if is_json(text):
            rows, told, satuan = parse_annotation_json(text, berkas=berkas)
            found = AnnotatedFile(berkas, rows, told, satuan)
        else:
            found = _read_table(split_records(text, berkas=berkas, wanted=TABLE_COLUMNS), berkas, is_grid=False)
        found = dataclasses.replace(found, told=((WINDOWS_TOLD,) if encoding == WINDOWS else ()) + found.told)
    return _name_annotator(found, annotator, named or _named_by_file(path))


def read_annotated_files(
    paths: Mapping[str, Path], *, annotator: str, label_unsur: Mapping[str, str], nama_unsur: Mapping[str, str]
) -> list[AnnotatedFile]:
    """Read several files, with their labels spelled.

    Parameters
    ----------
    paths : mapping of str to Path
        Files under their names for messages.
    annotator : str
        Who judged; empty where the files say.
    label_unsur, nama_unsur : mapping of id to label and to name
        Of the report.

    Returns
    -------
    list of AnnotatedFile

    Raises
    ------
    DataError
        With the problems of all files.
    """
    files, problems = [], []
    for berkas, path in paths.items():
        try:
            found = read_annotated_file(path, berkas=berkas, annotator=annotator)
        except DataError as error:
            problems += error.all
            continue
        rows = spell_labels(found.rows, label_unsur=label_unsur, nama_unsur=nama_unsur)
        files.append(dataclasses.replace(found, rows=rows))
    if problems:
        raise DataError(problems)
    return files


def find_named_annotator(sheets: Mapping[str, Sequence[Sequence[str]]]) -> str:
    """Find the name beside the word "Anotator" on the sheets of a workbook.

    Parameters
    ----------
    sheets : mapping of str to records
        Those that hold no annotations.

    Returns
    -------
    str
        Empty when no sheet says it.

    Examples
    --------
    >>> find_named_annotator({"Petunjuk": [["Menandai komentar"], ["Anotator", "ani"]]})
    'ani'
    """
    cells = (record for records in sheets.values() for record in records if len(record) > 1)
    return next((record[1].strip() for record in cells if fold(record[0]) == ANOTATOR), "")


def spell_labels(rows: pd.DataFrame, *, label_unsur: Mapping[str, str], nama_unsur: Mapping[str, str]) -> pd.DataFrame:
    """Read the labels of a file as the ones that are meant.

    Parameters
    ----------
    rows : DataFrame
        With `sentimen`, `unsur`, `kutip` as written.
    label_unsur, nama_unsur : mapping of id to label and to name
        Of the report.

    Returns
    -------
    DataFrame
        The same rows; what is no label stays as written.

    Examples
    --------
    >>> rows = pd.DataFrame({"sentimen": ["Tanpa komentar"], "unsur": ["U3 Waktu"], "kutip": ["Ya"]})
    >>> spell_labels(rows, label_unsur={"waktu": "U3"}, nama_unsur={"waktu": "Waktu"}).values.tolist()
    [['tanpa_komentar', 'waktu', 'ya']]
    """
    sentimen = {fold(label.replace("_", " ")): label for label in SENTIMEN}
    unsur = {fold(name): name for name in label_unsur}
    for name, label in label_unsur.items():
        texts = (label, nama_unsur[name], f"{label} {nama_unsur[name]}")
        unsur |= {fold(form): name for text in texts for form in (text, show_unseen(text))}
    return rows.assign(
        sentimen=[sentimen.get(fold(text.replace("_", " ")), text) for text in rows["sentimen"]],
        unsur=[unsur.get(fold(text), text) for text in rows["unsur"]],
        kutip=[fold(text) for text in rows["kutip"]],
    )


def _read_table(records: Sequence[Sequence[str]], berkas: str, *, is_grid: bool) -> AnnotatedFile:
    """Read the rows of a workbook or CSV."""
    table = make_table(records, berkas=berkas, wanted=TABLE_COLUMNS, is_grid=is_grid)
    places = {fold(heading): place for place, heading in enumerate(table.headings)}
    missing = [column for column in NEEDED if column not in places]
    if missing:
        allowed = f"kolom yang dibaca: {', '.join(map(repr, TABLE_COLUMNS))}"
        raise DataError([Problem(berkas, "tidak ada", allowed, kolom=column) for column in missing])
    index = pd.Index(list(table.rows), name="baris", dtype="int64")
    cells = {
        column: [row[places[column]].strip() if column in places else "" for row in table.rows.values()]
        for column in TABLE_COLUMNS
    }
    rows = pd.DataFrame(cells, index=index, dtype="str")
    if "komentar" not in places:
        rows = rows.assign(komentar=pd.Series(None, index=index, dtype="object"))
    told = list(table.told)
    unread = [heading for heading in table.headings if fold(heading) not in TABLE_COLUMNS]
    told += [f"Kolom {', '.join(map(repr, unread))} tidak dibaca."] if unread else []
    told += [f"Kolom {name!r} tidak ada dan dianggap kosong." for name in ("unsur", "kutip") if name not in places]
    told += ["Kolom 'komentar' tidak ada, sehingga teksnya tidak dibandingkan."] if "komentar" not in places else []
    return AnnotatedFile(berkas, rows, tuple(told))


def _named_by_file(path: Path) -> str:
    """Give the name in a file name such as `komentar-ani.xlsx` or doccano's `ani.jsonl`."""
    if path.stem.casefold().startswith(FILE_PREFIX):
        return path.stem[len(FILE_PREFIX) :]
    return path.stem if path.suffix.casefold() == ".jsonl" and fold(path.stem) != "all" else ""


def _name_annotator(found: AnnotatedFile, annotator: str, named: str) -> AnnotatedFile:
    """Put in place who judged: the named one, or each row's own, or the one that the file names."""
    berkas, rows = found.berkas, found.rows
    own = sorted({check_annotator(name) or name for name in rows[ANOTATOR] if name})
    if annotator and len(own) > 1:
        what = f"memuat {len(own)} anotator ({', '.join(own)}), padahal --annotator {annotator} menyebut satu"
        raise DataError([Problem(berkas, what, "jalankan tanpa --annotator")])
    people = [annotator or name or named for name in rows[ANOTATOR]]
    spelled = [check_annotator(name) for name in people]
    wrong = sorted({name for name, good in zip(people, spelled, strict=True) if not good})
    if wrong:
        told = f"nama anotator {wrong[0]!r} tidak dapat dipakai" if wrong[0] else "tidak menyebut siapa anotatornya"
        advice = "tulis --annotator NAMA (huruf, angka, '-', '_', '.', paling banyak 30), atau namai komentar-NAMA"
        raise DataError([Problem(berkas, told, advice)])
    told = found.told
    if annotator and {annotator} != {check_annotator(name) or annotator for name in [*own, named]}:
        told = (*told, f"Berkas ini menyebut anotator {(own or [named])[0]!r}, tetapi dibaca sebagai {annotator!r}.")
    return dataclasses.replace(
        found, told=told, rows=rows.assign(**{ANOTATOR: pd.Series(spelled, index=rows.index, dtype="str")})
    )
