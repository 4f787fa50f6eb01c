"""Other exports of the same survey beside the one that was named: a month or a branch that was perhaps forgotten.

Only their headings are looked at; nothing of them enters a proposal.
"""

from __future__ import annotations

from collections.abc import Collection
from pathlib import Path

from skmlib.problems import DataError, fold, name_options
from skmlib.survey.csv_file import decode_text, split_records
from skmlib.survey.heading_rows import find_heading_row, heading_cells
from skmlib.survey.workbook_file import is_workbook, read_sheets

SUFFIXES = frozenset({".csv", ".txt", ".tsv", ".xlsx", ".xlsm", ".xls", ".ods"})
SIZE_READ = 64 * 1024
SIBLINGS_MAX = 60


def tell_siblings(path: Path, asked: Collection[str]) -> tuple[str, ...]:
    """Say which other files of the folder have the same headings.

    Parameters
    ----------
    path : Path
        The file that was named.
    asked : collection of str
        Its headings of the questions.

    Returns
    -------
    tuple of str
        One sentence or none.
    """
    beside = (file for file in sorted(path.resolve().parent.iterdir()) if file.suffix.lower() in SUFFIXES)
    others = [file for file in beside if file.name != path.name and file.name[0] not in ".~" and file.is_file()]
    alike = [
        file.name for file in others[:SIBLINGS_MAX] if asked and read_heading(file, asked) >= set(map(fold, asked))
    ]
    if not alike:
        return ()
    said = f"Di folder yang sama ada berkas lain berjudul sama yang tidak dibaca: {name_options(alike)}"
    return (f"{said}; bila bagian dari survei ini, hapus usulan ini dan sebut semuanya pada satu perintah 'skm init'.",)


def read_heading(path: Path, wanted: Collection[str]) -> set[str]:
    """Read the heading of a file.

    Parameters
    ----------
    path : Path
        CSV or workbook.
    wanted : collection of str
        Headings that are looked for.

    Returns
    -------
    set of str
        Folded headings of all sheets; empty when the file cannot be read.
    """
    try:
        with path.open("rb") as file:
            content = file.read(SIZE_READ)
        if is_workbook(content):
            sheets = list(read_sheets(path.read_bytes(), berkas=path.name).values())
        else:
            end = content.rfind(b"\n") + 1
            sheets = [split_records(decode_text(content[:end] or content, berkas=path.name)[0], berkas=path.name)]
    except (DataError, OSError):
        return set()
    return {
        fold(cell)
        for records in sheets
        if records
        for cell in heading_cells(records, find_heading_row(records, wanted=wanted))
    }
