"""Plans of a survey: which actions a printed report plans, and which unsur they treat (data dictionary, section 5.3)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from skmlib.recount.actions import FILE, plan_rows
from skmlib.recount.found import Found
from skmlib.recount.heading import fold_heading
from skmlib.recount.respondents import Survey
from skmlib.recount.table import Row, read_table

NOT_PLANNED = "tidak"


def printed_plan(survey: Survey) -> list[Row] | None:
    """Give what was planned of the new plan or, without one, of that of the period before; None without either."""
    before = survey.parameters.get("periode_sebelumnya")
    rows = plan_rows(survey, survey.periode) or plan_rows(survey, before)
    return [row for row in rows if row.by_heading.get("direncanakan", "").strip() != NOT_PLANNED] if rows else None


def unlike_published(survey: Survey) -> Iterator[Found]:
    """Find actions of the published plan that the table lacks, and rows of it that were not planned, by what they say."""
    before, place = survey.parameters.get("periode_sebelumnya"), f"{survey.unit}/{FILE}"
    path = survey.root / "data" / str(before) / place
    if before is None or not path.is_file():
        return
    rows = read_table(path, ["periode", "nomor", "program", "direncanakan"])
    then = _planned(row for row in rows if row.by_heading["periode"].strip() == before)
    now = _planned(plan_rows(survey, before) or ())
    for kind, n in (("rencana_hilang", (then - now).total()), ("rencana_ditambahkan", (now - then).total())):
        if n:
            yield Found(kind, f"data/{survey.periode}/{place}", n)


def _planned(rows: Iterable[Row]) -> Counter[tuple[str, bool]]:
    """Count the programmes that were planned, main ones and others; capitals and spaces do not matter."""
    planned = (row for row in rows if row.by_heading.get("direncanakan", "").strip() != NOT_PLANNED)
    said = [(row.by_heading.get("program", ""), row.by_heading.get("nomor", "")) for row in planned]
    return Counter((fold_heading(program), "." in number) for program, number in said)


def unsur_of(rows: Sequence[Row], survey: Survey) -> list[str]:
    """Give the unsur that actions treat, in the order of the report; each may be told by its id or its label."""
    labels = {told["label"].casefold(): name for name, told in survey.parameters["unsur"].items()}
    cells = [cell.strip() for row in rows for cell in row.by_heading.get("unsur", "").split(";") if cell.strip()]
    treated = {labels.get(cell.casefold(), cell) for cell in cells}
    return [name for name in survey.unsur if name in treated]
