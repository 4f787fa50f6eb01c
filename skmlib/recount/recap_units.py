"""The rows of a recap: its units, each with scores, respondents, the period before and what was done (method, section 20).

A row is a unit whose answers are known, a row of a published table, or a part of the agency with its units below. Scores stand
on the scale 25 to 100 and are exact; what was printed for an earlier period keeps its number of decimals.
"""

from __future__ import annotations

import dataclasses
from collections import Counter
from collections.abc import Mapping
from fractions import Fraction
from pathlib import Path
from typing import Any

from skmlib.recount.actions import realised
from skmlib.recount.headline import headline
from skmlib.recount.history import Period, exact_period, printed_period
from skmlib.recount.parameters import as_list, read_parameters
from skmlib.recount.period_findings import read_previous
from skmlib.recount.periods import has_answers, read_any
from skmlib.recount.respondents import Survey
from skmlib.recount.scores import SCALE, Scores, score
from skmlib.recount.standing import population_of, priorities, sample_size
from skmlib.recount.survey_findings import survey_findings

ROWS_NO_CHANCE = 10
OTHER_KINDS = ("rekap", "kinerja")
DIGITS_OF_SCALE = 2  # a step on the scale 1 to 4 is 25 steps on the other one, coarser by two decimals


@dataclasses.dataclass(frozen=True)
class Past:
    """A score of the period before, with the decimals that were printed; None where its answers are known."""

    value: Fraction
    printed: int | None


@dataclasses.dataclass(frozen=True)
class Unit:
    """A row of a recap.

    Attributes
    ----------
    id : str
        What it is called in ranks.
    n : int or None
        Its respondents, None where the table does not tell.
    nilai : dict
        Score of each unsur that was answered, 25 to 100.
    ikm : Fraction or None
        Its index, None where an unsur was answered by nobody.
    scores, weights : Scores and dict, or None
        Where its answers are known.
    before : Past or None
        Its index in the period before.
    unsur_before : dict
        The scores of that period, as far as they are known.
    done : dict or None
        What was done of the plan of the period before.
    printed : dict or None
        Where only a published row is known: its number and its cells.
    more : dict
        Further figures of the row: its priorities, its population, the findings of its own report.
    members : tuple of Unit
        The units of a part.
    nama : str
        Its name, where it is not its id.
    """

    id: str
    n: int | None
    nilai: dict[str, Fraction]
    ikm: Fraction | None
    scores: Scores | None = None
    weights: Mapping[str, Fraction] | None = None
    before: Past | None = None
    unsur_before: dict[str, Past] = dataclasses.field(default_factory=dict)
    done: dict[str, Any] | None = None
    printed: dict[str, Any] | None = None
    more: dict[str, Any] = dataclasses.field(default_factory=dict)
    members: tuple[Unit, ...] = ()
    nama: str = ""

    def row(self) -> dict[str, Any]:
        """Give the row as `hasil.json` holds it."""
        past = {name: dataclasses.asdict(one) for name, one in self.unsur_before.items()}
        told = {"id": self.id, "n": self.n, "nilai": self.nilai, "ikm": self.ikm, "tindak_lanjut": self.done}
        told |= {"sebelumnya": self.before and dataclasses.asdict(self.before), "unsur_sebelumnya": past}
        return told | self.more | {"printed": self.printed, "anggota": [one.row() for one in self.members]}


@dataclasses.dataclass(frozen=True)
class Answered:
    """The units of a recap whose answers are known.

    Attributes
    ----------
    units : list of Unit
        Those that have reported.
    parts : dict
        The same by the part of the agency they belong to, in its order.
    missing : int
        How many have not reported.
    copied : int
        How many have the same answers as another one.
    unlisted : int
        Surveys of the agency that the recap's list leaves out.
    """

    units: list[Unit]
    parts: dict[str, list[Unit]]
    missing: int
    copied: int
    unlisted: int


def answered_units(told: Mapping[str, Any], periode: str, *, root: Path) -> Answered:
    """Score the units of a recap from their answers.

    Parameters
    ----------
    told : mapping
        Parameters of the recap.
    periode : str
        Its period.
    root : Path
        The project folder.

    Raises
    ------
    CannotRecountError
        For a survey that this count does not read.
    """
    surveys = _surveys(told, periode, root)
    names = as_list(told.get("unit")) or surveys
    reported = [name for name in names if has_answers(name, periode, root=root)]
    units, parts, answers = [], {}, []
    for name in reported:
        survey = read_any(name, periode, root=root)
        answers.append(_all_answers(survey))
        units.append(_answered(survey, told.get("periode_sebelumnya")))
        parts.setdefault(survey.parameters.get("induk"), []).append(units[-1])
    known = read_parameters(told["instansi"], "instansi", root=root).get("induk", {})
    in_order = {part: parts[part] for part in known if part in parts}
    copied = sum(1 for one in answers if one is not None and answers.count(one) > 1)
    return Answered(units, in_order, len(names) - len(reported), copied, len(set(surveys) - set(names)))


def _all_answers(survey: Survey) -> dict[tuple, int] | None:
    """Count each row of answers with its unsur; None of few rows or of equal ones, which may be the same by chance."""
    unsur = sorted(survey.unsur)
    rows = Counter(tuple((name, one.answers[name]) for name in unsur) for one in survey.respondents)
    return rows if rows.total() >= ROWS_NO_CHANCE and len(rows) > 1 else None


def _surveys(told: Mapping[str, Any], periode: str, root: Path) -> list[str]:
    """Name the surveys of the agency in a period, and of the part if the recap is of one."""
    names = []
    for path in sorted((root / "params" / periode).glob("*.yml")):
        other = read_parameters(path.stem, periode, root=root)
        is_survey = not set(as_list(other.get("laporan"))) & set(OTHER_KINDS)
        is_ours = other.get("instansi") == told["instansi"] and told.get("induk") in (None, other.get("induk"))
        if is_survey and is_ours:
            names.append(path.stem)
    return names


def _answered(survey: Survey, before: str | None) -> Unit:
    """Score a unit from its answers."""
    scores = score(survey.respondents, survey.weights)
    ni, unsur = headline(survey, scores)
    past = _past(survey, before)
    done = realised(survey)
    actions = done and {
        "persen": done["persen"],
        "terlaksana": done["sudah"] + done["kredit_sebagian"] * done["sebagian"],
        "kegiatan": done["n_actions"],
    }
    populasi = population_of(survey)
    sample = sample_size(survey, populasi)
    return Unit(
        survey.unit,
        scores.n,
        {name: SCALE * row["nrr"] for name, row in unsur.items() if row["nrr"] is not None},
        None if ni is None else SCALE * ni,
        scores,
        survey.weights,
        Past(past.ikm, past.ikm_decimals) if past and past.ikm is not None else None,
        _scores_of(past),
        actions if done and done["n_actions"] else None,
        more={
            "n_temuan": len(survey_findings(survey)),
            "prioritas": priorities(survey.parameters, unsur)["prioritas"],
            "populasi": populasi,
            "sampel_minimum": sample and sample["minimum"],
        },
        nama=survey.parameters["nama"],
    )


def _past(survey: Survey, periode: str | None) -> Period | None:
    """Give a period before as the unit's own report shows it: from answers if it names the period, else as printed."""
    old = read_previous(survey)
    if old is not None and old.periode == periode:
        return exact_period(old, *headline(old))
    known = (row for row in survey.parameters.get("riwayat", ()) if row["periode"] == periode)
    return next((printed_period(row) for row in known), None)


def _scores_of(past: Period | None) -> dict[str, Past]:
    """Give the scores of a period before on the scale 25 to 100, each with the decimals it has there."""
    known = {name: cell for name, cell in past.unsur.items() if cell[0] is not None} if past else {}
    return {
        name: Past(SCALE * nrr, None if digits is None else max(0, digits - DIGITS_OF_SCALE))
        for name, (nrr, digits) in known.items()
    }
