"""Workbooks as offices keep their surveys: XLSX, XLSM, XLS and ODS, read as records of text like a CSV.

A workbook has several sheets; the one with the headings that are looked for is read, or the one that the parameters name. A
value in vertically merged cells stands for every row it spans. Whole numbers lose their `.0`, dates become year-month-day, so
that a cell reads as a person would copy it. Formulas give the value that was stored with them.
"""

from __future__ import annotations

import datetime
import io
import zipfile
import zlib
from collections.abc import Collection, Mapping
from typing import Any

from skmlib.problems import DataError, Problem, fold, name_options, suggestion
from skmlib.survey.csv_file import CELL_LENGTH_MAX
from skmlib.survey.heading_rows import HEADING_SEARCHED, count_wanted, heading_cells, lowest_row
from skmlib.survey.ods_merged import Merged, find_merged
from skmlib.survey.rust_panics import quiet_panics
from skmlib.survey.workbook_limits import check_workbook

ZIP, COMPOUND = SIGNATURES = (b"PK\x03\x04", b"\xd0\xcf\x11\xe0")
DAMAGED = (zipfile.BadZipFile, zlib.error, RuntimeError, NotImplementedError, EOFError)
BROKEN = "buku kerja ini rusak, terkunci kata sandi, atau bukan Excel/ODS"
BROKEN_ADVICE = "buka di Excel, hapus kata sandinya, simpan ulang sebagai XLSX"


def is_workbook(content: bytes) -> bool:
    r"""Tell whether bytes begin as a workbook does.

    Examples
    --------
    >>> is_workbook(b"PK\x03\x04..."), is_workbook(b"Syarat,Biaya")
    (True, False)
    """
    return content.startswith(SIGNATURES)


def read_sheets(content: bytes, *, berkas: str) -> dict[str, list[list[str]]]:
    """Read every sheet of a workbook.

    Parameters
    ----------
    content : bytes
        The file.
    berkas : str
        Its name for messages.

    Returns
    -------
    dict of str to list of list of str
        Records by sheet; record 1 is row 1 of the sheet. Sheets without any text are left out.

    Raises
    ------
    DataError
        When it cannot be read.
    """
    from python_calamine import CalamineError, CalamineWorkbook  # loaded here: CSV needs no calamine

    try:
        check_workbook(content, berkas=berkas)
        merged = find_merged(content) if content.startswith(ZIP) else {}
        with quiet_panics():
            workbook = CalamineWorkbook.from_filelike(io.BytesIO(content))
            sheets = {
                name: _read_sheet(workbook.get_sheet_by_name(name), merged.get(name, []), berkas)
                for name in workbook.sheet_names
            }
    except (CalamineError, OSError, ValueError, *DAMAGED) as error:
        raise DataError([Problem(berkas, BROKEN, BROKEN_ADVICE)]) from error
    filled = {name: records for name, records in sheets.items() if any(map(any, records))}
    if not filled:
        raise DataError([Problem(berkas, "buku kerja ini kosong", "ganti dengan berkas yang berisi data")])
    return filled


def choose_sheet(
    sheets: Mapping[str, list[list[str]]], *, berkas: str, wanted: Collection[str] = (), lembar: str | None = None
) -> str:
    """Choose the sheet with the answers.

    Parameters
    ----------
    sheets : mapping
        From `read_sheets`.
    berkas : str
        File name for messages.
    wanted : collection of str
        Headings that are looked for.
    lembar : str, optional
        The sheet that the parameters name.

    Returns
    -------
    str
        Its name: the named one, or the first with the most headings, and of those the most rows.

    Raises
    ------
    DataError
        When the named sheet is not there.

    Examples
    --------
    >>> choose_sheet({"Petunjuk": [["Isi data"]], "Data": [["Syarat"], ["4"]]}, berkas="a.xlsx", wanted=["Syarat"])
    'Data'
    """
    if lembar is not None:
        found = next((name for name in sheets if fold(name) == fold(lembar)), None)
        if found is None:
            what, allowed = f"lembar {lembar!r} tidak ada", f"lembar yang ada: {name_options(list(sheets))}"
            raise DataError([Problem(berkas, what, allowed, saran=suggestion(lembar, sheets))])
        return found

    def fitness(name: str) -> tuple[int, int]:
        records = sheets[name]
        found = max(count_wanted(records, place, wanted=wanted) for place in range(len(records[:HEADING_SEARCHED])))
        return found, len(records) * max(map(len, records))

    return max(sheets, key=fitness)


def find_alike(sheets: Mapping[str, list[list[str]]], chosen: str, *, wanted: Collection[str] = ()) -> dict[str, int]:
    """Find the other sheets that have the same headings: probably answers too.

    Parameters
    ----------
    sheets : mapping
        From `read_sheets`.
    chosen : str
        The sheet that is read.
    wanted : collection of str
        Headings that are looked for; without any, those of the fullest of the first rows.

    Returns
    -------
    dict of str to int
        Filled rows below the heading, by sheet.

    Examples
    --------
    >>> find_alike({"Jan": [["Syarat"], ["4"]], "Feb": [["Syarat"], ["3"], ["4"]], "Rekap": [["IKM"]]}, "Jan")
    {'Feb': 2}
    """
    places = {name: _heading_place(records, wanted) for name, records in sheets.items()}
    heads = {name: set(map(fold, heading_cells(sheets[name], places[name]))) - {""} for name in sheets}
    found = {}
    for name in sheets:
        if name != chosen and heads[chosen] and heads[name] >= heads[chosen]:
            found[name] = sum(any(map(str.strip, record)) for record in sheets[name][places[name] + 1 :])
    return {name: n for name, n in found.items() if n}


def tell_alike(alike: Mapping[str, int]) -> list[str]:
    """Say which sheets have the same headings and are not read.

    Examples
    --------
    >>> tell_alike({})
    []
    """
    if not alike:
        return []
    names = ", ".join(f"{name!r} ({n} baris)" for name, n in alike.items())
    advice = "bila itu jawaban juga, sebut setiap lembar pada 'data: tahap' dengan 'lembar'"
    other = "bila bukan, tulis lembar yang dibaca pada 'data: lembar'"
    return [f"Lembar lain berjudul sama dan TIDAK dibaca: {names}; {advice}, {other}."]


def _heading_place(records: list[list[str]], wanted: Collection[str]) -> int:
    """Give the place of the row with the most wanted headings, or of the fullest of the first rows."""

    def fitness(place: int) -> int:
        if wanted:
            return count_wanted(records, place, wanted=wanted)
        return len({fold(cell) for cell in records[place] if cell.strip()})

    return lowest_row(records, max(range(len(records[:HEADING_SEARCHED])), key=fitness))


def _read_sheet(sheet: Any, told: list[Merged], berkas: str) -> list[list[str]]:
    """Read a sheet from its first row and column on, with vertically merged cells filled down."""
    records = [[spell_cell(cell) for cell in row] for row in sheet.to_python(skip_empty_area=False)]
    longest = max((len(cell) for record in records for cell in record), default=0)
    ranges = [*(sheet.merged_cell_ranges or ()), *told]
    merged = [(top, left, min(bottom + 1, len(records))) for (top, left), (bottom, _) in ranges]
    filled, cells = sum(max(end - top - 1, 0) for top, _, end in merged), sum(map(len, records))
    if longest > CELL_LENGTH_MAX or filled > cells:  # more to fill than there are: merged cells lie over each other
        raise DataError([Problem(berkas, BROKEN, BROKEN_ADVICE)])
    for top, left, end in merged:
        for row in range(top + 1, end):
            if left < len(records[row]) and not records[row][left]:
                records[row][left] = records[top][left]
    return records


def spell_cell(value: Any) -> str:
    """Spell the value of a cell as a person would copy it.

    Examples
    --------
    >>> [spell_cell(value) for value in (4.0, 3.5, "a", datetime.date(2025, 3, 4), True, None)]
    ['4', '3.5', 'a', '2025-03-04', 'TRUE', '']
    """
    match value:
        case None:
            return ""
        case bool():
            return str(value).upper()
        case float() if value.is_integer():
            return str(int(value))
        case datetime.datetime():
            midnight = value.time() == datetime.time()
            return value.date().isoformat() if midnight else value.isoformat(sep=" ", timespec="seconds")
        case datetime.date() | datetime.time():
            return value.isoformat()
    return str(value)
