"""A table in a file, CSV or workbook: headings and rows of text, each row with the number a spreadsheet shows.

The heading row is the one with the headings that are looked for, so that a title above it does no harm; what stands above
is told. A heading of two rows is read together (`heading_rows.py`). Headings that stand twice become `Keterangan (1)` and
`Keterangan (2)`, a column without heading `(kolom 5 tanpa judul)`. Lines without any text are no rows. Nothing else is
changed.
"""

from __future__ import annotations

import dataclasses
from collections import Counter
from collections.abc import Collection, Sequence
from pathlib import Path

from skmlib.problems import DataError, Problem, fold, name_rows
from skmlib.survey.csv_file import read_bytes, split_records
from skmlib.survey.csv_twice import open_text
from skmlib.survey.file_limits import check_cells
from skmlib.survey.heading_rows import find_heading_row, heading_cells, is_second_row, named_row
from skmlib.survey.repeated_rows import find_repeats
from skmlib.survey.ticked_answers import join_ticks
from skmlib.survey.workbook_file import choose_sheet, find_alike, is_workbook, read_sheets, tell_alike

LONG_ROW_ADVICE = "periksa tanda kutip dan tanda pemisah pada baris itu"


@dataclasses.dataclass(frozen=True)
class TableFile:
    """A table as it stands in a file.

    Attributes
    ----------
    berkas : str
        File name for messages.
    headings : tuple of str
        One per column, distinct, white space folded.
    rows : dict of int to list of str
        Cells by row number, as many as headings.
    told : tuple of str
        What is worth telling about how it was read, in Indonesian.
    repeats : tuple of int
        Rows in which the heading stands again, as on each page of a print; they are among `rows`.
    """

    berkas: str
    headings: tuple[str, ...]
    rows: dict[int, list[str]]
    told: tuple[str, ...] = ()
    repeats: tuple[int, ...] = ()

    def without_repeats(self) -> TableFile:
        """Give the table without the rows in which the heading stands again; `repeats` still names them."""
        rows = {row: cells for row, cells in self.rows.items() if row not in set(self.repeats)}
        return dataclasses.replace(self, rows=rows)


def read_table(
    path: Path, *, berkas: str, wanted: Collection[str] = (), lembar: str | None = None, baris_judul: int | None = None
) -> TableFile:
    """Read a table.

    Parameters
    ----------
    path : Path
        CSV, XLSX, XLSM, XLS or ODS.
    berkas : str
        Its name for messages.
    wanted : collection of str
        Headings that are looked for.
    lembar : str, optional
        Sheet of a workbook.
    baris_judul : int, optional
        Row of the heading, counted from 1; of two rows either.

    Returns
    -------
    TableFile

    Raises
    ------
    DataError
        When the file cannot be read, has no heading, a row has more cells than the heading, a wanted heading stands twice, or
        a text is longer than `file_limits.py` allows.
    """
    content = read_bytes(path, berkas=berkas)
    told: list[str] = []
    if is_workbook(content):
        sheets = read_sheets(content, berkas=berkas)
        name = choose_sheet(sheets, berkas=berkas, wanted=wanted, lembar=lembar)
        records = sheets[name]
        told += (
            [f"Dari {len(sheets)} lembar, yang dibaca adalah {name!r}."] if len(sheets) > 1 and lembar is None else []
        )
        told += tell_alike(find_alike(sheets, name, wanted=wanted)) if lembar is None else []
    else:
        text, told = open_text(content, berkas=berkas)
        records = split_records(text, berkas=berkas, wanted=wanted)
    records, joined = join_ticks(records)
    table = make_table(records, berkas=berkas, wanted=wanted, baris_judul=baris_judul, is_grid=is_workbook(content))
    return dataclasses.replace(table, told=(*told, *joined, *table.told))


def make_table(
    records: Sequence[Sequence[str]],
    *,
    berkas: str,
    wanted: Collection[str] = (),
    baris_judul: int | None = None,
    is_grid: bool = False,
) -> TableFile:
    """Tell heading and rows of records apart.

    Parameters
    ----------
    records : sequence of sequence of str
        Of a file, from its first row.
    berkas : str
        File name for messages.
    wanted : collection of str
        Headings that are looked for.
    baris_judul : int, optional
        Row of the heading.
    is_grid : bool
        Whether a cell to the right of the heading is a column without heading, as in a workbook, and no slip of a comma.

    Returns
    -------
    TableFile

    Raises
    ------
    DataError
        As `read_table`.

    Examples
    --------
    >>> table = make_table([["Rekap 2025"], ["Syarat", "Biaya"], ["4", "3"]], berkas="a.csv", wanted=["Biaya"])
    >>> table.headings, table.rows, table.told
    (('Syarat', 'Biaya'), {3: ['4', '3']}, ('Baris 1 di atas judul tidak dibaca.',))
    """
    named = None if baris_judul is None else named_row(records, baris_judul - 1, wanted=wanted)
    place = find_heading_row(records, wanted=wanted) if named is None else named
    if place >= len(records) or not any(cell.strip() for cell in records[place]):
        what, advice = "tidak memuat judul kolom", "isi judul kolom, atau tulis barisnya pada 'data: baris_judul'"
        raise DataError([Problem(berkas, what, advice, baris=place + 1)])
    written = heading_cells(records, place)
    headings, doubled = _distinct(written, _width(written, records[place + 1 :], is_grid=is_grid))
    width = len(headings)
    rows = {
        row: list(record) for row, record in enumerate(records[place + 1 :], place + 2) if any(map(str.strip, record))
    }
    problems = [
        *_long_rows(rows, width, berkas),
        *_doubled_wanted(doubled, headings, wanted, berkas),
        *check_cells(rows, headings, berkas=berkas),
    ]
    if problems:
        raise DataError(problems)
    is_double = is_second_row(records, place) or _takes_from_above(written, records[place])
    first = place - 1 if is_double else place
    above = [row for row, record in enumerate(records[:first], 1) if any(map(str.strip, record))]
    told = (f"{name_rows(above).capitalize()} di atas judul tidak dibaca.",) if above else ()
    cells = {row: (record + [""] * width)[:width] for row, record in rows.items()}
    return TableFile(berkas, headings, cells, told, tuple(below + 1 for below in find_repeats(records, place)))


def _takes_from_above(written: Sequence[str], lower: Sequence[str]) -> bool:
    """Tell whether a heading has a name that does not stand in its own row, and so is from the row above."""
    own = [" ".join(cell.split()) for cell in lower]
    return any(name and name not in own[place : place + 1] for place, name in enumerate(written))


def _width(written: Sequence[str], rows: Sequence[Sequence[str]], *, is_grid: bool) -> int:
    """Count the columns: to the last heading, or further to the right where most rows (in a grid: any) hold something."""
    last = max((place for place, name in enumerate(written, 1) if name), default=0)
    ends = Counter(max((place for place, cell in enumerate(row, 1) if cell.strip()), default=0) for row in rows)
    filled = sum(rows for end, rows in ends.items() if end)
    beyond = [
        end for end in ends if end > last and (is_grid or 2 * sum(ends[far] for far in ends if far >= end) > filled)
    ]
    return max([last, *beyond])


def _distinct(written: Sequence[str], width: int) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Make the headings distinct, and name those that stand twice."""
    written = [*written, *[""] * (width - len(written))]
    counts = Counter(fold(name) for name in written if name)
    seen: Counter[str] = Counter()
    headings = []
    for place, name in enumerate(written[:width], start=1):
        seen[fold(name)] += 1
        ordinal = f"{name} ({seen[fold(name)]})" if counts[fold(name)] > 1 else name
        headings.append(ordinal or f"(kolom {place} tanpa judul)")
    return tuple(headings), tuple(dict.fromkeys(name for name in written if counts[fold(name)] > 1))


def _long_rows(rows: dict[int, list[str]], width: int, berkas: str) -> list[Problem]:
    """Refuse rows that are longer than the heading."""
    long = [row for row, cells in rows.items() if any(map(str.strip, cells[width:]))]
    if not long:
        return []
    what = f"{name_rows(long)} memiliki lebih banyak sel daripada judul ({width} kolom)"
    return [Problem(berkas, what, LONG_ROW_ADVICE)]


def _doubled_wanted(
    doubled: Sequence[str], headings: Sequence[str], wanted: Collection[str], berkas: str
) -> list[Problem]:
    """Refuse a heading that is looked for by its bare name and stands twice."""
    names = {fold(name) for name in wanted}
    problems = []
    for name in doubled:
        if fold(name) in names:
            places = [
                place for place, heading in enumerate(headings, 1) if fold(heading.rpartition(" (")[0]) == fold(name)
            ]
            what = f"tertulis {len(places)} kali pada judul (kolom ke-{', ke-'.join(map(str, places))})"
            advice = f"tulis {name + ' (1)'!r} atau {name + ' (2)'!r} pada parameter, menurut urutannya dari kiri"
            problems.append(Problem(berkas, what, advice, kolom=name))
    return problems
