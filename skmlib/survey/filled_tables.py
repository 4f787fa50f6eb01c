"""Tables that an analyst fills in by hand: `komentar.csv` and `tindak_lanjut.csv`.

Such a table has fixed columns in any order. It is read as text, each row with the number a spreadsheet shows; blank rows are
passed over. The checks here give problems and never raise, so that a reader can raise once with everything that is wrong.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

import pandas as pd

from skmlib.problems import DataError, Problem, fold, name_rows, suggestion
from skmlib.survey.csv_file import read_records
from skmlib.survey.file_limits import check_cells

FIRST_ROW = 2
SEPARATOR = ";"  # between several values of one cell


def read_filled_table(path: Path, *, berkas: str) -> pd.DataFrame:
    """Read a CSV table as text.

    Parameters
    ----------
    path : Path
        CSV with commas, UTF-8 with or without byte order mark.
    berkas : str
        Its name for messages.

    Returns
    -------
    DataFrame
        Text without surrounding spaces, indexed by `baris`; empty cells are empty texts.

    Raises
    ------
    DataError
        When the file cannot be read, a row has more cells than the heading, or a text is longer than `file_limits.py` allows.
    """
    records = read_records(path, berkas=berkas)
    top = next((place for place, record in enumerate(records) if any(map(str.strip, record))), None)
    if top is None:
        raise DataError([Problem(berkas, "tidak memuat judul kolom", "isi judul kolom, atau hapus berkas ini")])
    headings = [heading.strip() for heading in records[top]]
    rows = {row: cells for row, cells in enumerate(records[top + 1 :], FIRST_ROW + top) if any(map(str.strip, cells))}
    long = [row for row, cells in rows.items() if any(map(str.strip, cells[len(headings) :]))]
    if long:
        what = f"{name_rows(long)} memiliki lebih banyak sel daripada judul ({len(headings)} kolom)"
        raise DataError([Problem(berkas, what, "periksa tanda kutip dan koma pada baris itu")])
    if too_long := check_cells(rows, headings, berkas=berkas):
        raise DataError(too_long)
    width = len(headings)
    cells = [[cell.strip() for cell in (row + [""] * width)[:width]] for row in rows.values()]
    return pd.DataFrame(cells, columns=headings, index=pd.Index(list(rows), name="baris", dtype="int64"), dtype="str")


def check_columns(
    frame: pd.DataFrame, *, columns: Sequence[str], berkas: str, optional: Sequence[str] = ()
) -> list[Problem]:
    """Say which columns are missing, unknown or written twice.

    Parameters
    ----------
    frame : DataFrame
        As read.
    columns : sequence of str
        The columns there should be.
    berkas : str
        File name for messages.
    optional : sequence of str
        Columns there may be.

    Returns
    -------
    list of Problem

    Examples
    --------
    >>> check_columns(pd.DataFrame(columns=["nomer"]), columns=["nomor"], berkas="a.csv")[0].sentence
    "baris 1, kolom 'nomer': tidak dikenal, kolom yang dikenal: 'nomor'. Mungkin maksudnya 'nomor'?"
    """
    found = list(frame.columns)
    known = f"kolom yang dikenal: {', '.join(map(repr, (*columns, *optional)))}"
    if len(found) == 1 and ";" in found[0]:
        what = f"judul {found[0]!r} dipisahkan titik koma"
        return [Problem(berkas, what, "simpan ulang dengan koma sebagai pemisah ('CSV UTF-8')", baris=1)]
    problems = []
    for heading in dict.fromkeys(found):
        if heading not in (*columns, *optional):
            near = suggestion(heading, (*columns, *optional))
            problems.append(Problem(berkas, "tidak dikenal", known, 1, heading, near))
        elif found.count(heading) > 1:
            problems.append(Problem(berkas, "tertulis dua kali pada judul", "hapus salah satu", 1, heading))
    missing = [column for column in columns if column not in found]
    return problems + [Problem(berkas, "tidak ada", "tambahkan kolom itu pada judul", 1, column) for column in missing]


def check_labels(cells: pd.Series, *, allowed: Sequence[str], berkas: str) -> list[Problem]:
    """Say which cells hold something else than a known label or nothing.

    Parameters
    ----------
    cells : Series of str
        A column, indexed by `baris`.
    allowed : sequence of str
        The labels.
    berkas : str
        File name for messages.

    Returns
    -------
    list of Problem
        One for each wrong cell.

    Examples
    --------
    >>> cells = pd.Series(["negatif", "possitif"], index=[2, 3], name="sentimen")
    >>> [problem.baris for problem in check_labels(cells, allowed=["positif", "negatif"], berkas="a.csv")]
    [3]
    """
    wrong = cells[~cells.isin([*allowed, ""])]
    options = f"seharusnya salah satu dari {', '.join(map(repr, allowed))}, atau kosong"
    return [
        Problem(berkas, f"tertulis {text!r}", options, int(baris), str(cells.name), suggestion(text, allowed))
        for baris, text in wrong.items()
    ]


def name_unsur(frame: pd.DataFrame, label_unsur: Mapping[str, str]) -> pd.DataFrame:
    """Put the ids of unsur in place of their labels, for offices think in U1 to U9.

    Parameters
    ----------
    frame : DataFrame
        As read, with a column `unsur` (several with ";" between them).
    label_unsur : mapping of id to label
        Of the report.

    Returns
    -------
    DataFrame
        The same rows; what is no label stays as typed.

    Examples
    --------
    >>> name_unsur(pd.DataFrame({"unsur": ["U3; u9", "biaya", ""]}), {"waktu": "U3", "sarana": "U9"})["unsur"].tolist()
    ['waktu;sarana', 'biaya', '']
    """
    if "unsur" not in frame.columns:
        return frame
    ids = {fold(label): unsur for unsur, label in label_unsur.items()}
    named = [";".join(ids.get(fold(part), part.strip()) for part in cell.split(";")) for cell in frame["unsur"]]
    return frame.assign(unsur=named)
