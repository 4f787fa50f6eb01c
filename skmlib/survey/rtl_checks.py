"""What an analyst can get wrong in `tindak_lanjut.csv`: every check gives problems, and none raises.

A period the report does not speak of, numbers that are none or stand twice, unknown unsur, quarters, dates and labels, and
what is missing in the new plan: programme, quarters and owner of each action.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

import pandas as pd

from skmlib.problems import Problem, suggestion
from skmlib.survey.dates import decode_dates
from skmlib.survey.filled_tables import SEPARATOR, check_columns, check_labels
from skmlib.survey.photos import PHOTO_COLUMNS, check_photos

COLUMNS = (
    "periode",
    "nomor",
    "unsur",
    "program",
    "triwulan",
    "penanggung_jawab",
    "status",
    "tanggal",
    "uraian",
    "kendala",
    "direncanakan",
)
STATUS = ("sudah", "sebagian", "belum")
ACTIONS_FILE = "tindak_lanjut.csv"
PLANNED, UNPLANNED = "ya", "tidak"

_NOMOR = re.compile(r"[1-9]\d*(?:\.[1-9]\d*)?")
_TRIWULAN = re.compile(r"\d{4}-TW[1-4]")


def split_cell(cell: str) -> tuple[str, ...]:
    """Take a cell apart at its separators, each part once.

    Parameters
    ----------
    cell : str
        Parts with ";" between them.

    Returns
    -------
    tuple of str
        In the order written.

    Examples
    --------
    >>> split_cell("waktu; biaya;")
    ('waktu', 'biaya')
    """
    return tuple(dict.fromkeys(part.strip() for part in cell.split(SEPARATOR) if part.strip()))


def is_main_action(nomor: pd.Series) -> pd.Series:
    """Tell actions from sub-actions.

    Parameters
    ----------
    nomor : Series of str
        Numbers such as "2" and "2.1".

    Returns
    -------
    Series of bool

    Examples
    --------
    >>> is_main_action(pd.Series(["2", "2.1"])).tolist()
    [True, False]
    """
    return ~nomor.str.contains(".", regex=False)


def check_actions(
    frame: pd.DataFrame, *, unsur: Sequence[str], berkas: str, periode: str, periode_sebelumnya: str | None
) -> list[Problem]:
    """Find everything that is wrong in a table of actions.

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
    list of Problem
        By row; the columns alone when those are wrong.
    """
    problems = check_columns(frame, columns=COLUMNS, berkas=berkas, optional=PHOTO_COLUMNS)
    if problems:
        return problems
    known = [name for name in (periode, periode_sebelumnya) if name is not None]
    problems = [
        *_check_periode(frame["periode"], known, berkas),
        *_check_nomor(frame, berkas),
        *_check_unsur(frame, unsur, berkas),
        *_check_filled(frame, periode, berkas),
        *_check_triwulan(frame["triwulan"], berkas),
        *check_labels(frame["status"], allowed=STATUS, berkas=berkas),
        *_check_tanggal(frame["tanggal"], berkas),
        *check_labels(frame["direncanakan"], allowed=(PLANNED, UNPLANNED), berkas=berkas),
        *check_photos(frame, berkas=berkas),
    ]
    return sorted(problems, key=lambda problem: problem.baris or 0)


def _check_periode(cells: pd.Series, known: Sequence[str], berkas: str) -> list[Problem]:
    """Refuse rows of a period the report does not speak of."""
    wrong = cells[~cells.isin(known)]
    options = f"seharusnya salah satu dari {', '.join(map(repr, known))}"
    return [
        Problem(berkas, f"tertulis {text!r}", options, int(baris), "periode", suggestion(text, known))
        for baris, text in wrong.items()
    ]


def _check_nomor(frame: pd.DataFrame, berkas: str) -> list[Problem]:
    """Refuse numbers that are none, stand twice in a period, or lack the action above them."""
    problems = []
    keys = list(zip(frame["periode"], frame["nomor"], strict=True))
    counts = Counter(keys)
    for baris, (periode, nomor) in zip(frame.index.tolist(), keys, strict=True):
        above = nomor.partition(".")[0]
        if not _NOMOR.fullmatch(nomor):
            what, advice = (
                f"tertulis {nomor!r}",
                "seharusnya nomor kegiatan seperti '1', atau subkegiatan seperti '1.1'",
            )
        elif counts[periode, nomor] > 1:
            what, advice = f"{nomor!r} tertulis {counts[periode, nomor]} kali pada periode {periode}", "beri nomor lain"
        elif (periode, above) not in counts:
            what, advice = f"{nomor!r} tanpa kegiatan {above!r} pada periode {periode}", "tambahkan baris kegiatannya"
        else:
            continue
        problems.append(Problem(berkas, what, advice, baris, "nomor"))
    return problems


def _check_unsur(frame: pd.DataFrame, unsur: Sequence[str], berkas: str) -> list[Problem]:
    """Refuse unknown unsur, and planned actions without any."""
    options = f"seharusnya salah satu dari {', '.join(map(repr, unsur))}"
    unknown = [
        (int(baris), name) for baris, cell in frame["unsur"].items() for name in split_cell(cell) if name not in unsur
    ]
    needs = is_main_action(frame["nomor"]) & (frame["direncanakan"] != UNPLANNED)
    empty = frame.index[needs & ~frame["unsur"].map(split_cell).astype(bool)]
    return [
        *(
            Problem(berkas, f"tertulis {name!r}", options, baris, "unsur", suggestion(name, unsur))
            for baris, name in unknown
        ),
        *(Problem(berkas, "kosong", options, int(baris), "unsur") for baris in empty),
    ]


def _check_filled(frame: pd.DataFrame, periode: str, berkas: str) -> list[Problem]:
    """Refuse actions without programme, and actions of the new plan without quarter or owner."""
    is_new = (frame["periode"] == periode) & is_main_action(frame["nomor"])
    advice = {
        "program": "isi nama program atau kegiatan",
        "triwulan": "isi triwulan rencana seperti '2024-TW3'",
        "penanggung_jawab": "isi penanggung jawabnya",
    }
    empty = {column: frame.index[(frame[column] == "") & (is_new | (column == "program"))] for column in advice}
    return [
        Problem(berkas, "kosong", advice[column], int(baris), column)
        for column, rows in empty.items()
        for baris in rows
    ]


def _check_triwulan(cells: pd.Series, berkas: str) -> list[Problem]:
    """Refuse quarters that are none."""
    return [
        Problem(berkas, f"tertulis {part!r}", "seharusnya triwulan seperti '2024-TW3'", int(baris), "triwulan")
        for baris, cell in cells.items()
        for part in split_cell(cell)
        if not _TRIWULAN.fullmatch(part)
    ]


def _check_tanggal(cells: pd.Series, berkas: str) -> list[Problem]:
    """Refuse dates that are none."""
    wrong = cells[(cells != "") & decode_dates(cells).isna()]
    return [
        Problem(
            berkas,
            f"tertulis {text!r}",
            "seharusnya tanggal pada kalender seperti 2024-05-08 atau 08/05/2024",
            int(baris),
            "tanggal",
        )
        for baris, text in wrong.items()
    ]
