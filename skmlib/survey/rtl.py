"""Follow-up actions (rencana tindak lanjut, RTL): what was planned after a survey, and what became of it.

`tindak_lanjut.csv` holds one row per action. Its `periode` is the period whose results the action follows: rows of the
report's own period are the new plan, rows of the period before are the old plan with what was done. `nomor` "2" is an
action, "2.1" a sub-action of it. Several unsur or quarters stand in one cell, with ";" between them. An empty `status`
means not reported.

realised = (done + credit x partly done) / actions reported, in per cent, without sub-actions; the credit is a parameter.
"""

from __future__ import annotations

import dataclasses
import datetime
from collections.abc import Sequence
from fractions import Fraction
from pathlib import Path

import pandas as pd

from skmlib.problems import DataError
from skmlib.survey.dates import decode_dates
from skmlib.survey.filled_tables import read_filled_table
from skmlib.survey.photos import add_photos
from skmlib.survey.regulation import LONG_HORIZON_MONTHS, SHORT_HORIZON_MONTHS
from skmlib.survey.rtl_checks import COLUMNS, STATUS, UNPLANNED, check_actions, is_main_action, split_cell

PER_CENT = 100
MONTHS_IN_YEAR = 12
MONTHS_IN_QUARTER = 3


@dataclasses.dataclass(frozen=True)
class RealisedSummary:
    """What became of the actions of one period.

    Attributes
    ----------
    periode : str
        Period whose results the actions follow.
    kredit_sebagian : Fraction
        Credit for a partly done action, 0 to 1.
    n_actions : int
        Actions that were reported, planned or not; `sudah` + `sebagian` + `belum`.
    sudah, sebagian, belum : int
        Actions done, partly done, not done.
    belum_dilaporkan, tidak_direncanakan : int
        Planned actions without report; reported actions that were never planned.
    persen, persen_done_only, persen_unreported_as_belum : Fraction or None
        Per cent realised with the credit; counting done actions only; with the credit and unreported actions as not done. None
        where there is no action.
    """

    periode: str
    kredit_sebagian: Fraction
    n_actions: int
    sudah: int
    sebagian: int
    belum: int
    belum_dilaporkan: int
    tidak_direncanakan: int
    persen: Fraction | None
    persen_done_only: Fraction | None
    persen_unreported_as_belum: Fraction | None


def read_actions(path: Path, *, berkas: str | None = None) -> pd.DataFrame:
    """Read the follow-up actions as text.

    Parameters
    ----------
    path : Path
        `tindak_lanjut.csv`: commas, UTF-8 with or without byte order mark.
    berkas : str, optional
        Its name for messages; the file's own name by default.

    Returns
    -------
    DataFrame
        One row per action, indexed by `baris`, not checked yet.

    Raises
    ------
    DataError
        When the file cannot be read.
    """
    return read_filled_table(path, berkas=berkas or path.name)


def validate_actions(
    frame: pd.DataFrame, *, unsur: Sequence[str], berkas: str, periode: str, periode_sebelumnya: str | None
) -> pd.DataFrame:
    """Check follow-up actions and give their columns types.

    Parameters
    ----------
    frame : DataFrame
        As read.
    unsur : sequence of str
        Unsur of the survey.
    berkas : str
        File name for messages.
    periode, periode_sebelumnya : str
        The report's own period, and the one whose plan is reported on (None when there is none).

    Returns
    -------
    DataFrame
        One row per action, as in the file: `baris`, `periode`, `nomor`, `utama` (bool, False for a sub-action),
        `unsur` (tuple), `program`, `triwulan` (tuple), `penanggung_jawab`, `status` (category, missing when not reported),
        `tanggal` (datetime64), `uraian`, `kendala`, `direncanakan` (bool), the columns of `photos.py` (tuples).

    Raises
    ------
    DataError
        With every problem found.
    """
    problems = check_actions(frame, unsur=unsur, berkas=berkas, periode=periode, periode_sebelumnya=periode_sebelumnya)
    if problems:
        raise DataError(problems)
    return _assemble(frame)


def plan_of(actions: pd.DataFrame, periode: str) -> pd.DataFrame:
    """Give the actions that follow the results of one period.

    Parameters
    ----------
    actions : DataFrame
        Validated actions.
    periode : str
        The period.

    Returns
    -------
    DataFrame
        Its actions and sub-actions, planned or not (`direncanakan`), renumbered from 0.

    Examples
    --------
    >>> plan_of(pd.DataFrame({"periode": ["2023", "2024"], "program": ["lama", "baru"]}), "2024")["program"].tolist()
    ['baru']
    """
    return actions[actions["periode"] == periode].reset_index(drop=True)


def summarise_realised(actions: pd.DataFrame, periode: str, *, kredit_sebagian: Fraction) -> RealisedSummary:
    """Count what was done of the actions of one period.

    Parameters
    ----------
    actions : DataFrame
        Validated actions.
    periode : str
        The period whose results they follow.
    kredit_sebagian : Fraction
        Credit for a partly done action, 0 to 1.

    Returns
    -------
    RealisedSummary

    Raises
    ------
    ValueError
        When the credit is not between 0 and 1.

    Examples
    --------
    >>> actions = pd.DataFrame(
    ...     {"periode": ["2023"] * 2, "utama": [True] * 2, "status": ["sudah", "sebagian"], "direncanakan": [True] * 2}
    ... )
    >>> summarise_realised(actions, "2023", kredit_sebagian=Fraction(1, 2)).persen
    Fraction(75, 1)
    """
    if not 0 <= kredit_sebagian <= 1:
        raise ValueError(
            f"summarise_realised: found credit {kredit_sebagian}, allowed is 0 to 1; give a Fraction in it."
        )
    main = actions[(actions["periode"] == periode) & actions["utama"]]
    is_reported = main["status"].notna()
    sudah, sebagian, belum = (int((main["status"] == status).sum()) for status in ("sudah", "sebagian", "belum"))
    reported = int(is_reported.sum())
    unreported = int((~is_reported & main["direncanakan"]).sum())
    credited = sudah + kredit_sebagian * sebagian
    return RealisedSummary(
        periode=periode,
        kredit_sebagian=kredit_sebagian,
        n_actions=reported,
        sudah=sudah,
        sebagian=sebagian,
        belum=belum,
        belum_dilaporkan=unreported,
        tidak_direncanakan=int((is_reported & ~main["direncanakan"]).sum()),
        persen=_per_cent(credited, reported),
        persen_done_only=_per_cent(Fraction(sudah), reported),
        persen_unreported_as_belum=_per_cent(credited, reported + unreported),
    )


def horizon(triwulan: Sequence[str], *, reported: datetime.date) -> str | None:
    """Classify an action by the time from the report to the end of its last quarter.

    Parameters
    ----------
    triwulan : sequence of str
        Quarters such as `"2024-TW3"`.
    reported : date
        Date of the report.

    Returns
    -------
    str or None
        `"pendek"` (less than 12 months), `"menengah"` (12 to 24) or `"panjang"`; None without a quarter.

    Examples
    --------
    >>> horizon(["2024-TW3", "2024-TW4"], reported=datetime.date(2024, 5, 8))
    'pendek'
    """
    if not triwulan:
        return None
    year, quarter = max(triwulan).split("-TW")
    last_month = int(year) * MONTHS_IN_YEAR + int(quarter) * MONTHS_IN_QUARTER
    whole_months = last_month - (reported.year * MONTHS_IN_YEAR + reported.month)
    # A quarter ends with its month: only from the last day of a month to it are there whole months and no days.
    is_last_day = (reported + datetime.timedelta(days=1)).day == 1
    if whole_months < SHORT_HORIZON_MONTHS:
        return "pendek"
    is_beyond = whole_months > LONG_HORIZON_MONTHS or (whole_months == LONG_HORIZON_MONTHS and not is_last_day)
    return "panjang" if is_beyond else "menengah"


def _per_cent(part: Fraction, total: int) -> Fraction | None:
    """Give a share in per cent, None where there is nothing to divide by."""
    return part * PER_CENT / total if total else None


def _assemble(frame: pd.DataFrame) -> pd.DataFrame:
    """Give the columns their types."""
    status = frame["status"].mask(frame["status"] == "")
    typed = frame[list(COLUMNS)].assign(
        unsur=frame["unsur"].map(split_cell),
        triwulan=frame["triwulan"].map(lambda cell: tuple(sorted(split_cell(cell)))),
        status=pd.Categorical(status, categories=list(STATUS), ordered=True),
        tanggal=decode_dates(frame["tanggal"]),
        direncanakan=frame["direncanakan"] != UNPLANNED,
    )
    typed.insert(2, "utama", is_main_action(frame["nomor"]))
    return add_photos(typed, frame).rename_axis("baris").reset_index()
