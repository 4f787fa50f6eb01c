"""The published rows of a recap: `data/<periode>/<rekap>/unit.csv`.

One row a unit, as the published table prints it: `nama`, the labels of the unsur (U1 to U9) with scores from 25 to 100, `ikm`,
`mutu`, `responden`, and where they are printed `metode`, `prioritas` and `rencana` (several with ";" between them) and
`tindak_lanjut` (per cent). Cells keep their printed decimals. A unit without scores has not reported. The row "Rata-rata" is
the mean that the table prints, which is compared and never used.
"""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Sequence
from decimal import Decimal
from fractions import Fraction
from pathlib import Path

import pandas as pd

from skmlib.parameters.recap import RecapParameters
from skmlib.problems import DataError, Problem, fold, suggestion
from skmlib.survey.filled_tables import check_columns, check_labels, read_filled_table
from skmlib.survey.published import figure_of
from skmlib.survey.recap_rows import WHOLE, FollowUp, PrintedRow, RecapRow
from skmlib.survey.regulation import IKM_MAX, IKM_MIN, KINERJA, SCALE_MAX
from skmlib.survey.rtl_checks import split_cell
from skmlib.survey.summary_words import NO_NAME

UNIT_FILE = "unit.csv"
MEAN_NAME = "Rata-rata"
OPTIONAL = ("metode", "prioritas", "rencana", "tindak_lanjut")
NUMBER = re.compile(r"\d+([.,]\d+)?")
COUNT = re.compile(r"\d+")


def read_unit_table(
    parameters: RecapParameters, periode: str
) -> tuple[tuple[RecapRow, ...], tuple[str, ...], PrintedRow | None]:
    """Read the published rows of a recap.

    Parameters
    ----------
    parameters : RecapParameters
        Of the recap.
    periode : str
        Its own period, or the one before.

    Returns
    -------
    rows : tuple of RecapRow
        One for each unit with scores.
    missing : tuple of str
        Names of the units without.
    mean : PrintedRow or None
        The mean that the table prints.

    Raises
    ------
    DataError
        With every wrong cell.
    """
    berkas = unit_file(parameters, periode)
    if not (parameters.root / berkas).is_file():
        advice = "letakkan tabel unit yang terbit di sini; lihat docs/panduan.md"
        raise DataError([Problem(berkas, "berkas ini tidak ada", advice)])
    frame = _read(parameters.root / berkas, berkas, list(parameters.label_unsur.values()))
    problems = _check_rows(frame, parameters, berkas)
    if problems:
        raise DataError(problems)
    is_mean = frame["nama"].map(fold) == fold(MEAN_NAME)
    printed = {row["nama"]: _printed(int(baris), row, parameters) for baris, row in frame.iterrows()}
    rows = [_row(row, printed[row["nama"]], parameters) for _, row in frame[~is_mean].iterrows()]
    missing = tuple(row.nama for row in rows if not row.nilai)
    mean = next((printed[name] for name in frame.loc[is_mean, "nama"]), None)
    return tuple(row for row in rows if row.nilai), missing, mean


def unit_file(parameters: RecapParameters, periode: str) -> str:
    """Name the table of a period, relative to the project folder.

    Parameters
    ----------
    parameters : RecapParameters
        Of the recap.
    periode : str
        A period.

    Returns
    -------
    str
    """
    return f"data/{periode}/{parameters.unit}/{UNIT_FILE}"


def with_previous(rows: Sequence[RecapRow], before: Sequence[RecapRow]) -> tuple[RecapRow, ...]:
    """Give published rows what the table of the previous period prints of the same units.

    Parameters
    ----------
    rows, before : sequence of RecapRow
        Of this period and of the one before.

    Returns
    -------
    tuple of RecapRow
    """
    known = {fold(row.nama): row.printed for row in before}
    return tuple(
        dataclasses.replace(
            row,
            sebelumnya=None if known[fold(row.nama)].ikm is None else figure_of(known[fold(row.nama)].ikm),
            unsur_sebelumnya={unsur: figure_of(cell) for unsur, cell in known[fold(row.nama)].nilai.items()},
        )
        if fold(row.nama) in known
        else row
        for row in rows
    )


def _read(path: Path, berkas: str, labels: list[str]) -> pd.DataFrame:
    """Read the table, give it the columns it may leave out, and refuse others."""
    frame = read_filled_table(path, berkas=berkas)
    names = {fold(name): name for name in ("nama", *labels, "ikm", "mutu", "responden", *OPTIONAL)}
    frame = frame.rename(columns={heading: names.get(fold(heading), heading) for heading in frame.columns})
    absent = [column for column in OPTIONAL if column not in frame.columns]
    frame = frame.assign(**dict.fromkeys(absent, ""))
    problems = check_columns(frame, columns=["nama", *labels, "ikm", "mutu", "responden", *OPTIONAL], berkas=berkas)
    if not problems and frame.empty:
        problems = [Problem(berkas, "tidak memuat satu unit pun", "isi satu baris untuk setiap unit")]
    if problems:
        raise DataError(problems)
    return frame


def _check_rows(frame: pd.DataFrame, parameters: RecapParameters, berkas: str) -> list[Problem]:
    """Say every cell that is wrong."""
    labels = list(parameters.label_unsur.values())
    problems = _check_names(frame["nama"], berkas)
    for column in (*labels, "ikm"):
        problems += _check_range(frame[column], (IKM_MIN, IKM_MAX), berkas)
    problems += _check_range(frame["tindak_lanjut"], (0, WHOLE), berkas)
    problems += check_labels(frame["mutu"], allowed=list(KINERJA), berkas=berkas)
    counts = frame["responden"]
    wrong = counts[(counts != "") & ~counts.map(lambda cell: bool(COUNT.fullmatch(cell)) and int(cell) > 0)]
    whole = "seharusnya bilangan bulat 1 atau lebih, tanpa titik ribuan"
    problems += [Problem(berkas, f"tertulis {text!r}", whole, int(baris), "responden") for baris, text in wrong.items()]
    for baris, cell in frame["prioritas"].items():
        unknown = [part for part in split_cell(cell) if _unsur_of(part, parameters) is None]
        allowed = f"seharusnya {', '.join(labels)}, dipisahkan ';'"
        problems += [
            Problem(berkas, f"tertulis {part!r}", allowed, int(baris), "prioritas", suggestion(part, labels))
            for part in unknown
        ]
    has_scores = frame[labels].ne("").any(axis="columns")
    problems += [
        Problem(berkas, "kosong, padahal unit ini sudah melapor", "isi nilainya", int(baris), "ikm")
        for baris in frame.index[has_scores & (frame["ikm"] == "")]
    ]
    return sorted(problems, key=lambda problem: problem.baris or 0)


def _check_names(names: pd.Series, berkas: str) -> list[Problem]:
    """Say which rows have no name or that of an earlier row."""
    first: dict[str, int] = {}
    problems = []
    for baris, name in names.items():
        if not name:
            problems.append(Problem(berkas, "kosong", "tulis nama unit", int(baris), "nama"))
        elif fold(name) != fold(MEAN_NAME) and NO_NAME.fullmatch(fold(name)):
            advice = f"tulis {MEAN_NAME!r} bila ini rata-ratanya, atau hapus baris itu"
            problems.append(
                Problem(berkas, f"tertulis {name!r}, yang tampaknya bukan unit", advice, int(baris), "nama")
            )
        elif first.setdefault(fold(name), int(baris)) != baris:
            what = f"{name!r} sudah ada pada baris {first[fold(name)]}"
            problems.append(Problem(berkas, what, "hapus salah satu", int(baris), "nama"))
    return problems


def _check_range(cells: pd.Series, ends: tuple[int, int], berkas: str) -> list[Problem]:
    """Say which cells are no number within a range."""
    low, high = ends
    problems = []
    for baris, text in cells[cells != ""].items():
        value = Decimal(text.replace(",", ".")) if NUMBER.fullmatch(text) else None
        if value is not None and low <= value <= high:
            continue
        is_mean = value is not None and low == IKM_MIN and value <= SCALE_MAX
        advice = "Nilai ini tampaknya pada skala 1 sampai 4; kalikan dengan 25." if is_mean else ""
        advice = "Tulis tanpa tanda %." if text.endswith("%") else advice
        allowed = f"seharusnya bilangan {low} sampai {high}, seperti 88,84"
        problems.append(Problem(berkas, f"tertulis {text!r}", allowed, int(baris), str(cells.name), advice))
    return problems


def _unsur_of(text: str, parameters: RecapParameters) -> str | None:
    """Name the unsur that a label or an id stands for."""
    known = {fold(label): unsur for unsur, label in parameters.label_unsur.items()}
    return known.get(fold(text)) or (text if text in parameters.label_unsur else None)


def _decimal(text: str) -> Decimal | None:
    """Read a checked cell with its decimals."""
    return Decimal(text.replace(",", ".")) if text else None


def _printed(baris: int, row: pd.Series, parameters: RecapParameters) -> PrintedRow:
    """Keep what a row prints."""
    cells = {unsur: _decimal(row[label]) for unsur, label in parameters.label_unsur.items()}
    nilai = {unsur: cell for unsur, cell in cells.items() if cell is not None}
    prioritas = tuple(_unsur_of(part, parameters) for part in split_cell(row["prioritas"]))
    return PrintedRow(baris, nilai, _decimal(row["ikm"]), row["mutu"], prioritas)


def _row(row: pd.Series, printed: PrintedRow, parameters: RecapParameters) -> RecapRow:
    """Make the row of a unit: its index is computed from the printed scores."""
    nilai = {unsur: Fraction(cell) for unsur, cell in printed.nilai.items()}
    done = _decimal(row["tindak_lanjut"])
    return RecapRow(
        id=row["nama"],
        nama=row["nama"],
        induk=None,
        n=int(row["responden"]) if row["responden"] else None,
        nilai=nilai,
        ikm=sum(nilai.values(), Fraction(0)) / len(nilai) if nilai else None,
        metode=row["metode"] or parameters.rekap.metode,
        prioritas=printed.prioritas,
        rencana=split_cell(row["rencana"]),
        tindak_lanjut=None if done is None else FollowUp(Fraction(done)),
        printed=printed,
    )
