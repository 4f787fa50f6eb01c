"""Whether the plan that is reported on is the one of the period before, action for action.

The table of a period holds its new plan and, with what became of it, the plan of the period before. A row that is deleted
there, or written anew, would make the plan look fulfilled; so the rows are compared with the table of the period before.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

import pandas as pd

from skmlib.parameters import Parameters
from skmlib.problems import DataError, Finding, Problem, fold, name_rows
from skmlib.survey.rtl import plan_of, read_actions
from skmlib.survey.rtl_checks import ACTIONS_FILE, UNPLANNED, is_main_action

COLUMNS = ("periode", "nomor", "program", "direncanakan")


def published_plan_file(parameters: Parameters) -> tuple[str, ...]:
    """Name the table of the period before, relative to the project folder; nothing without such a period."""
    before = parameters.survei.periode_sebelumnya
    return () if before is None else (f"data/{before}/{parameters.unit}/{ACTIONS_FILE}",)


def read_published_plan(parameters: Parameters) -> pd.DataFrame | None:
    """Read what the period before planned.

    Parameters
    ----------
    parameters : Parameters
        Of the report.

    Returns
    -------
    DataFrame or None
        The planned actions and sub-actions of that period as text, indexed by `baris`; None where it has no table.

    Raises
    ------
    DataError
        When its table cannot be read or lacks columns.
    """
    before, found = parameters.survei.periode_sebelumnya, published_plan_file(parameters)
    if not found or not (parameters.root / found[0]).is_file():
        return None
    frame = read_actions(parameters.root / found[0], berkas=found[0])
    missing = [name for name in COLUMNS if list(frame).count(name) != 1]
    if missing:
        what = f"kolom {', '.join(missing)} tidak ada atau berulang"
        advice = f"betulkan: rencana periode {before} dibandingkan dengan yang dilaporkan"
        raise DataError([Problem(found[0], what, advice)])
    return frame[(frame["periode"] == before) & (frame["direncanakan"] != UNPLANNED)]


def compare_with_published(
    parameters: Parameters, actions: pd.DataFrame | None, planned: pd.DataFrame | None, *, berkas: str
) -> Iterator[Finding]:
    """Say which actions of the previous plan are missing from the table, and which were not in that plan.

    Parameters
    ----------
    parameters : Parameters
        Of the report.
    actions : DataFrame or None
        Its validated actions.
    planned : DataFrame or None
        From `read_published_plan`.
    berkas : str
        The file of the actions, for messages.

    Yields
    ------
    Finding
        At most one of each kind; none where the period before has no table.
    """
    before = parameters.survei.periode_sebelumnya
    if planned is None or before is None:
        return
    source = published_plan_file(parameters)[0]
    told = None if actions is None else plan_of(actions, before)
    own = pd.DataFrame(columns=["baris", *COLUMNS]) if told is None else told[told["direncanakan"]]
    gone, new = _without_equal(planned, own), _without_equal(own, planned)
    if gone:
        text = (
            f"{len(gone)} kegiatan pada rencana periode {before} tidak ada di sini dengan kata-kata yang sama ({source}, "
            f"{name_rows(planned.index[gone].tolist())}); salin barisnya dan isi statusnya, juga bila belum dilaksanakan."
        )
        yield Finding("rencana_hilang", berkas, text, len(gone))
    if new:
        rows = tuple(own["baris"].iloc[new].tolist())
        text = (
            f"{len(new)} kegiatan ditulis sebagai rencana periode {before} ({name_rows(rows)}), tetapi tidak ada pada "
            f"rencana itu dengan kata-kata yang sama ({source}); tulis sebagaimana direncanakan, atau 'tidak' pada kolom "
            "direncanakan."
        )
        yield Finding("rencana_ditambahkan", berkas, text, len(new), rows)


def _without_equal(actions: pd.DataFrame, others: pd.DataFrame) -> list[int]:
    """Give the places of actions that have no equal among others, each of which is the equal of one."""
    left = Counter(_said(others))
    places = []
    for place, said in enumerate(_said(actions)):
        if left[said]:
            left[said] -= 1
        else:
            places.append(place)
    return places


def _said(actions: pd.DataFrame) -> Iterator[tuple[str, bool]]:
    """Give what each action says, and whether it is a main one, which alone counts in what was realised."""
    return zip(map(fold, actions["program"]), is_main_action(actions["nomor"]), strict=True)
