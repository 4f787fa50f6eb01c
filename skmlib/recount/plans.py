"""Plans of a survey: which actions a printed report plans, and which unsur they treat (data dictionary, section 5.3)."""

from __future__ import annotations

from collections.abc import Sequence

from skmlib.recount.actions import plan_rows
from skmlib.recount.respondents import Survey
from skmlib.recount.table import Row

NOT_PLANNED = "tidak"


def printed_plan(survey: Survey) -> list[Row] | None:
    """Give what was planned of the new plan or, without one, of that of the period before; None without either."""
    before = survey.parameters.get("periode_sebelumnya")
    rows = plan_rows(survey, survey.periode) or plan_rows(survey, before)
    return [row for row in rows if row.by_heading.get("direncanakan", "").strip() != NOT_PLANNED] if rows else None


def unsur_of(rows: Sequence[Row], survey: Survey) -> list[str]:
    """Give the unsur that actions treat, in the order of the report; each may be told by its id or its label."""
    labels = {told["label"].casefold(): name for name, told in survey.parameters["unsur"].items()}
    cells = [cell.strip() for row in rows for cell in row.by_heading.get("unsur", "").split(";") if cell.strip()]
    treated = {labels.get(cell.casefold(), cell) for cell in cells}
    return [name for name in survey.unsur if name in treated]
