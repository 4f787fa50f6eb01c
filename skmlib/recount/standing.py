"""What follows from the scores: low answers, other weights, sample size, priorities, the way to the next band."""

from __future__ import annotations

import math
from collections.abc import Mapping
from fractions import Fraction

from skmlib.recount.numbers import BANDS, letter_of, round_half_up
from skmlib.recount.parameters import decimal
from skmlib.recount.respondents import Survey
from skmlib.recount.scores import HIGH, SCALE

CHI_SQUARE, SHARE, MARGIN = Fraction("3.841"), Fraction("0.5"), Fraction("0.05")
LOW_ANSWERS = (1, 2)
PRINTED_WEIGHTS, UNSUR_OF_THE_LIST = ("0.111", "0.11"), 9


def low_answers(survey: Survey) -> dict[str, dict]:
    """Count the answers 1 and 2 to each unsur, of all answers to its sub-questions."""
    rows = {}
    for name in survey.unsur:
        codes = [code for one in survey.respondents for code in one.answers[name] if code is not None]
        n = sum(code in LOW_ANSWERS for code in codes)
        rows[name] = {
            "unsur": name,
            "n": n,
            "dari": len(codes),
            "persen": Fraction(100 * n, len(codes)) if codes else None,
        }
    return rows


def other_weights(unsur: Mapping[str, Mapping]) -> dict[str, dict]:
    """Give the index under the exact weight and, for nine unsur, under the two that forms print (method, section 3)."""
    k, scores = len(unsur), [row["nrr"] for row in unsur.values()]
    weights = {"eksak": Fraction(1, k)}
    if k == UNSUR_OF_THE_LIST:
        weights |= {text: Fraction(text) for text in PRINTED_WEIGHTS}
    if None in scores:
        return {}
    total = sum(scores, Fraction(0))
    exact = SCALE * total / k
    return {
        name: {"bobot": name, "ikm": SCALE * weight * total, "mutu": letter_of(SCALE * weight * total)}
        | {"selisih": SCALE * weight * total - exact}
        for name, weight in weights.items()
    }


def population_of(survey: Survey) -> int | None:
    """Give the population of a survey, None where it is not known."""
    told = survey.parameters.get("populasi")
    return None if told is None else int(told)


def sample_size(survey: Survey, populasi: int | None) -> dict | None:
    """Give the minimum sample of Krejcie and Morgan (method, section 6); None without a population."""
    if populasi is None:
        return None
    told = survey.parameters.get("sampel", {}).get("pembulatan", "ke_atas")
    spread = CHI_SQUARE * SHARE * (1 - SHARE)
    exact = spread * populasi / (MARGIN**2 * (populasi - 1) + spread)
    minimum = int(round_half_up(exact, 0)) if told == "terdekat" else math.ceil(exact)
    n = len(survey.respondents)
    row = {"populasi": populasi, "minimum": minimum, "responden": n, "persen": Fraction(100 * n, minimum)}
    return row | {"cukup": n >= minimum, "pembulatan": told}


def priorities(parameters: Mapping, unsur: Mapping[str, Mapping]) -> dict:
    """Rank the unsur by their printed scores, lowest first (method, section 8)."""
    printed = {name: round_half_up(row["nrr"], 2) for name, row in unsur.items() if row["nrr"] is not None}
    jumlah = int(parameters.get("jumlah_prioritas", 3))
    ranks = {name: 1 + sum(other < value for other in printed.values()) for name, value in printed.items()}
    ranked = sorted(printed, key=lambda name: ranks[name])
    return {
        "jumlah": jumlah,
        "prioritas": [name for name in ranked if ranks[name] <= jumlah],
        "terendah": [name for name in printed if printed[name] == min(printed.values())],
        "tertinggi": [name for name in printed if printed[name] == max(printed.values())],
        "tanpa_nilai": [name for name in unsur if name not in printed],
        "ranking": {
            name: {"unsur": name, "nrr": printed[name], "peringkat": ranks[name], "prioritas": ranks[name] <= jumlah}
            for name in ranked
        },
    }


def next_band(survey: Survey, ikm: Fraction | None, unsur: Mapping[str, Mapping]) -> dict:
    """Give what is missing to the next band, and what each unsur alone would need (method, section 19)."""
    above = [band for band in BANDS if ikm is not None and band[0] > round_half_up(ikm, 2)]
    told = {"ikm": ikm, "mutu": letter_of(ikm)}
    if not above:
        return told | {"mutu_berikut": None, "batas": None, "ikm_perlu": None, "kurang": None}
    batas, letter, _ = above[-1]
    needed = batas - Fraction("0.005")
    rows = {name: _needed(survey, name, row, needed - ikm) for name, row in unsur.items()}
    return told | {"mutu_berikut": letter, "batas": batas, "ikm_perlu": needed, "kurang": needed - ikm, "unsur": rows}


def _needed(survey: Survey, name: str, row: Mapping, missing: Fraction) -> dict:
    """Give the rise that one unsur alone would need; none where it cannot rise so far."""
    told = {"unsur": name, "n": row["n"], "nrr": row["nrr"]}
    codes = [code for one in survey.respondents for code in one.answers[name] if code is not None]
    is_one = all(sum(code is not None for code in one.answers[name]) <= 1 for one in survey.respondents)
    told["di_bawah_maksimum"] = sum(code < HIGH for code in codes) if is_one else None
    rise = missing / (SCALE * row["bobot"]) if row["bobot"] else None
    if rise is None or row["nrr"] + rise > HIGH:
        return told | {"nrr_perlu": None, "kenaikan": None, "langkah": None}
    return told | {"nrr_perlu": row["nrr"] + rise, "kenaikan": rise, "langkah": math.ceil(rise * row["n"])}


def alpha_limit(survey: Survey) -> Fraction:
    """Give the alpha from which a survey counts as reliable."""
    return decimal(survey.parameters.get("ambang_alpha", "0.60"))
