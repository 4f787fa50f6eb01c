"""Whether the plan that is reported on is the one that was published: what the period before planned, word for word.

The table of a period holds its new plan and, with what became of it, the plan of the period before. A row that is deleted
there, or written anew, would make the plan look fulfilled; so the rows are compared with the table of the period before.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

import pandas as pd

from skmlib.parameters import Parameters
from skmlib.problems import DataError, Finding, fold, name_rows
from skmlib.survey.rtl import plan_of, read_actions
from skmlib.survey.rtl_checks import ACTIONS_FILE, UNPLANNED

COLUMNS = ("periode", "nomor", "program", "direncanakan")


def published_plan_file(parameters: Parameters) -> tuple[str, ...]:
    """Name the table of the period before, relative to the project folder; nothing without such a period."""
    before = parameters.survei.periode_sebelumnya
    return () if before is None else (f"data/{before}/{parameters.unit}/{ACTIONS_FILE}",)


def compare_with_published(parameters: Parameters, actions: pd.DataFrame | None, *, berkas: str) -> Iterator[Finding]:
    """Say which actions of the previous plan are missing from the table, and which were not in that plan.

    Parameters
    ----------
    parameters : Parameters
        Of the report.
    actions : DataFrame or None
        Its validated actions.
    berkas : str
        Their file, for messages.

    Yields
    ------
    Finding
        At most one of each kind; none where the period before has no table with a plan.
    """
    before = parameters.survei.periode_sebelumnya
    sources = [name for name in published_plan_file(parameters) if (parameters.root / name).is_file()]
    if before is None or not sources:
        return
    source = sources[0]
    try:
        frame = read_actions(parameters.root / source, berkas=source)
    except DataError as error:
        yield Finding("rencana_lalu_tidak_terbaca", source, _unreadable(before, error.all[0].sentence))
        return
    missing = [name for name in COLUMNS if list(frame).count(name) != 1]
    if missing:
        reason = f"kolom {', '.join(missing)} tidak ada atau berulang"
        yield Finding("rencana_lalu_tidak_terbaca", source, _unreadable(before, reason))
        return
    planned = frame[(frame["periode"] == before) & (frame["direncanakan"] != UNPLANNED)]
    if planned.empty:
        return
    told = None if actions is None else plan_of(actions, before)
    own = pd.DataFrame(columns=["baris", *COLUMNS]) if told is None else told[told["direncanakan"]]
    gone = _without_equal(planned["program"].tolist(), own["program"].tolist())
    if gone:
        text = (
            f"{len(gone)} kegiatan pada rencana periode {before} tidak ada di sini dengan kata-kata yang sama ({source}, "
            f"{name_rows(planned.index[gone].tolist())}); salin barisnya dan isi statusnya, juga bila belum dilaksanakan."
        )
        yield Finding("rencana_hilang", berkas, text, len(gone))
    added = own.iloc[_without_equal(own["program"].tolist(), planned["program"].tolist())]
    if len(added):
        rows = tuple(added["baris"].tolist())
        text = (
            f"{len(added)} kegiatan ditulis sebagai rencana periode {before} ({name_rows(rows)}), tetapi tidak ada pada "
            f"rencana itu dengan kata-kata yang sama ({source}); tulis sebagaimana direncanakan, atau 'tidak' pada kolom "
            "direncanakan."
        )
        yield Finding("rencana_ditambahkan", berkas, text, len(added), rows)


def _unreadable(before: str, reason: str) -> str:
    """Say that a plan cannot be compared."""
    return (
        f"Rencana periode {before} tidak dapat dibaca ({reason.removesuffix('.')}), sehingga tidak diperiksa apakah semua "
        "kegiatannya dilaporkan; betulkan berkas ini."
    )


def _without_equal(texts: Sequence[str], others: Sequence[str]) -> list[int]:
    """Give the places of texts that have no equal among others; each of those is the equal of one."""
    left = Counter(map(fold, others))
    places = []
    for place, text in enumerate(map(fold, texts)):
        if left[text]:
            left[text] -= 1
        else:
            places.append(place)
    return places
