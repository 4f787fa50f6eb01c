"""Follow-up: the rows of `tindak_lanjut.csv`, and how much of the previous plan was done (method, section 11)."""

from __future__ import annotations

from fractions import Fraction

from skmlib.recount.parameters import decimal
from skmlib.recount.respondents import Survey
from skmlib.recount.table import Row, read_table

FILE = "tindak_lanjut.csv"
DONE, PARTLY, NOT = "sudah", "sebagian", "belum"


def plan_rows(survey: Survey, periode: str | None) -> list[Row] | None:
    """Read the actions that follow a period; None without the file."""
    path = survey.root / "data" / survey.periode / survey.unit / FILE
    if periode is None or not path.is_file():
        return None
    return [row for row in read_table(path, ["periode", "nomor", "status"]) if _cell(row, "periode") == periode]


def plan(survey: Survey, periode: str | None) -> dict[str, dict] | None:
    """Give the place of each action in the file; None without the file."""
    rows = plan_rows(survey, periode)
    return None if rows is None else {f"{periode} / {_cell(row, 'nomor')}": {"baris": row.number} for row in rows}


def realised(survey: Survey) -> dict | None:
    """Give how much of the previous plan was done; None without actions of it."""
    periode = survey.parameters.get("periode_sebelumnya")
    rows = [row for row in plan_rows(survey, periode) or () if "." not in _cell(row, "nomor")]
    if not rows:
        return None
    credit = decimal(survey.parameters.get("tindak_lanjut", {}).get("kredit_sebagian", "0"))
    count = {status: sum(_cell(row, "status") == status for row in rows) for status in (DONE, PARTLY, NOT, "")}
    planned = [row for row in rows if _cell(row, "direncanakan") != "tidak"]
    silent = sum(not _cell(row, "status") for row in planned)
    known = count[DONE] + count[PARTLY] + count[NOT]
    done = count[DONE] + credit * count[PARTLY]
    return {
        "periode": periode,
        "kredit_sebagian": credit,
        "n_actions": known,
        "sudah": count[DONE],
        "sebagian": count[PARTLY],
        "belum": count[NOT],
        "belum_dilaporkan": silent,
        "tidak_direncanakan": known - (len(planned) - silent),
        "persen": per_cent(done, known),
        "persen_done_only": per_cent(Fraction(count[DONE]), known),
        "persen_unreported_as_belum": per_cent(done, known + silent),
    }


def per_cent(part: Fraction, whole: int) -> Fraction | None:
    """Give a share in per cent, None of nothing."""
    return 100 * part / whole if whole else None


def _cell(row: Row, heading: str) -> str:
    """Give a cell, empty where the column is missing."""
    return row.by_heading.get(heading, "").strip()
