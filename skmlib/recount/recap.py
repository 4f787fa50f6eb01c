"""The second count of a recap: scores of its units, both means over them, ranks and priorities (method, sections 8 and 20).

Changes against the period before, verdicts on printed figures and recaps by parts are not counted a second time.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping, Sequence
from fractions import Fraction
from pathlib import Path
from typing import Any

from skmlib.recount.actions import realised
from skmlib.recount.numbers import band_of, letter_of, mean, round_half_up
from skmlib.recount.parameters import decimal, order_unsur, read_parameters
from skmlib.recount.periods import read_any
from skmlib.recount.refusal import CannotRecountError
from skmlib.recount.scores import CONFIDENCE, SCALE, Scores, score
from skmlib.recount.standing import priorities
from skmlib.recount.table import fold_heading, read_table

SIMPLE, BY_RESPONDENT = "rata_rata_unit", "responden"
MEAN_ROW = "rata-rata"
HIGHEST_NRR = 4
DECIMALS = 2

Cells = dict[str, Fraction | None]


@dataclasses.dataclass(frozen=True)
class Unit:
    """A row of a recap.

    Attributes
    ----------
    id : str
        What it is called in ranks.
    n : int
        Its respondents.
    nilai : dict
        Score of each unsur, 25 to 100; None without answers.
    ikm : Fraction or None
        Its index.
    scores : Scores or None
        Where its answers are known.
    printed : Fraction or None
        The index that was printed, where only that is known.
    realised : dict or None
        What was done of the plan of the period before.
    """

    id: str
    n: int
    nilai: Cells
    ikm: Fraction | None
    scores: Scores | None = None
    printed: Fraction | None = None
    realised: dict[str, Any] | None = None

    def row(self) -> dict[str, Any]:
        """Give the row as `hasil.json` holds it."""
        told = {"id": self.id, "n": self.n, "nilai": self.nilai, "ikm": self.ikm, "tindak_lanjut": self.realised}
        return told if self.scores else told | {"printed": {"nilai": self.nilai, "ikm": self.printed}}


def recount_recap(unit: str, periode: str, *, root: Path) -> dict[str, Any]:
    """Count a recap a second time.

    Parameters
    ----------
    unit, periode : str
        Identity of the recap.
    root : Path
        The project folder.

    Returns
    -------
    dict
        In the shape of `hasil.json`; what is not recounted is not there.

    Raises
    ------
    CannotRecountError
        For a recap that this count does not read.
    """
    told = read_parameters(unit, periode, root=root)
    if told.get("tingkat", "unit") != "unit" or told.get("induk"):
        raise CannotRecountError("rekap menurut bagian")
    unsur = order_unsur(told)
    units = _published(told, unsur, root / f"data/{periode}/{unit}/unit.csv")
    if told.get("sumber", "responden") == "responden":
        units = [_answered(name, periode, unsur, root) for name in told.get("unit", ())]
    if not units or any(one.ikm is None for one in units):
        raise CannotRecountError("daftar unit tidak tertulis, atau ada unit tanpa IKM")
    means = {SIMPLE: _simple(units, unsur), BY_RESPONDENT: _by_respondent(units, unsur)}
    headline = means[told.get("nilai_utama", SIMPLE)]
    mutu, kinerja = band_of(headline["ikm"])
    n, ikm = sum(one.n for one in units), headline["ikm"]
    return {
        "responden": n,
        "ikm": {"n": n, "ni": ikm / SCALE, "ikm": ikm, "mutu": mutu, "kinerja": kinerja, "level": CONFIDENCE},
        "rata_rata": means,
        "unit_kerja": [one.row() for one in units],
        "peringkat": _ranked([(one.id, one.ikm) for one in units], ikm),
        "unsur": {
            name: _ranked([(one.id, one.nilai[name]) for one in units], headline["nilai"][name]) for name in unsur
        },
        "trend": {} if told.get("riwayat") else {"periods": {periode: _period(periode, n, ikm)}},
        "priorities": priorities(told, {name: {"nrr": headline["nilai"][name] / SCALE} for name in unsur}),
    }


def _answered(name: str, periode: str, unsur: Sequence[str], root: Path) -> Unit:
    """Score a unit from its answers."""
    survey = read_any(name, periode, root=root)
    equal = dict.fromkeys(unsur, Fraction(1, len(unsur)))
    if survey.weights != equal or survey.parameters.get("nilai_utama", BY_RESPONDENT) != BY_RESPONDENT:
        raise CannotRecountError(f"{name}: unsur, bobot, atau nilai utama lain")
    scores = score(survey.respondents, survey.weights)
    nilai = {key: None if scores.nrr[key] is None else SCALE * scores.nrr[key] for key in unsur}
    done = realised(survey)
    told = done and {
        "persen": done["persen"],
        "terlaksana": done["sudah"] + done["kredit_sebagian"] * done["sebagian"],
        "kegiatan": done["n_actions"],
    }
    ikm = None if scores.ni is None else SCALE * scores.ni
    return Unit(name, scores.n, nilai, ikm, scores, realised=told)


def _published(told: Mapping[str, Any], unsur: Sequence[str], path: Path) -> list[Unit]:
    """Read the rows of a published table; none where the recap is made from answers."""
    if told.get("sumber") != "terbit":
        return []
    labels = {name: fold_heading(told["unsur"][name]["label"]) for name in unsur}
    units = []
    for row in read_table(path, ["nama", *labels.values(), "ikm", "responden"]):
        cells = {name: row.by_heading[label].strip() for name, label in labels.items()}
        name, n = row.by_heading["nama"].strip(), row.by_heading["responden"].strip()
        if fold_heading(name) == MEAN_ROW:
            continue
        if "" in (*cells.values(), n):
            raise CannotRecountError(f"{name}: ada sel kosong")
        nilai: Cells = {key: decimal(text) for key, text in cells.items()}
        if max(nilai.values()) <= HIGHEST_NRR:
            raise CannotRecountError(f"{name}: nilai pada skala 1 sampai 4")
        ikm, done = row.by_heading["ikm"].strip(), row.by_heading.get("tindak_lanjut", "").strip()
        units.append(
            Unit(
                name,
                int(n),
                nilai,
                mean(list(nilai.values())),
                printed=decimal(ikm) if ikm else None,
                realised={"persen": decimal(done)} if done else None,
            )
        )
    return units


def _simple(units: Sequence[Unit], unsur: Sequence[str]) -> dict[str, Any]:
    """Average over the units, each counting once."""
    nilai = {name: mean([one.nilai[name] for one in units if one.nilai[name] is not None]) for name in unsur}
    printed = [one.printed for one in units]
    told = None if None in printed else mean(printed)
    return {"cara": SIMPLE, "nilai": nilai, "ikm": mean([one.ikm for one in units]), "ikm_tercetak": told}


def _by_respondent(units: Sequence[Unit], unsur: Sequence[str]) -> dict[str, Any]:
    """Average over all answers, or over published scores by their respondents."""
    nilai = {name: _pooled(units, name) for name in unsur}
    printed = [one.printed for one in units]
    n = sum(one.n for one in units)
    told = None if None in printed else sum(one.n * one.printed for one in units) / n
    return {"cara": BY_RESPONDENT, "nilai": nilai, "ikm": mean(list(nilai.values())), "ikm_tercetak": told}


def _pooled(units: Sequence[Unit], name: str) -> Fraction:
    """Give the score of an unsur over all respondents."""
    if units[0].scores is None:
        return sum(one.n * one.nilai[name] for one in units) / Fraction(sum(one.n for one in units))
    sums = sum(one.scores.sums[name] for one in units)
    return SCALE * sums / sum(one.scores.counts[name] for one in units)


def _period(periode: str, n: int, ikm: Fraction) -> dict[str, Any]:
    """Give the row of the recap's own period."""
    told = {"periode": periode, "responden": n, "ni": ikm / SCALE, "ikm": ikm, "mutu": letter_of(ikm)}
    return told | {"desimal_ni": DECIMALS, "desimal_ikm": DECIMALS}


def _ranked(values: Sequence[tuple[str, Fraction]], centre: Fraction) -> list[dict[str, Any]]:
    """Rank units by printed score, highest first; equal ones share a rank."""
    printed = [round_half_up(value, 2) for _, value in values]
    rows = [
        {
            "unit": name,
            "nilai": value,
            "mutu": letter_of(value),
            "peringkat": 1 + sum(other > shown for other in printed),
            "selisih": value - centre,
        }
        for (name, value), shown in zip(values, printed, strict=True)
    ]
    return sorted(rows, key=lambda row: row["peringkat"])
