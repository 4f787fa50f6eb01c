"""Headline: which index a unit publishes first, that of all its respondents or the mean of its services.

`nilai_utama` names it. Both are means over *strata*: the whole unit is one, or each service is one and counts alike, however
many respondents it has. A service without respondents is no stratum.

    nrr of an unsur = sum of the strata's nrr / number of strata,  ikm = sum of the strata's ikm / number of strata

The index of all respondents is always published, and each service has its own. The mean of services would therefore give
away a service that is hidden because it is small (decision 0016): then it is not computed, and refused as headline.
Nothing here needs SciPy, so that checking data and findings follow the headline too.
"""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction

import pandas as pd

from skmlib.parameters import Parameters
from skmlib.parameters.models import RATA_RATA_LAYANAN
from skmlib.problems import DataError, Problem
from skmlib.survey.groups import choose_hidden, tally_groups
from skmlib.survey.scores import ikm_value
from skmlib.survey.tally import Tally

LAYANAN = "layanan"
WHOLE = ""
Strata = Mapping[str, Tally]


def layanan_strata(parameters: Parameters, responses: pd.DataFrame) -> tuple[Strata, dict[str, str]]:
    """Count the answers to each service that has respondents, and say which services are too small to be shown.

    Parameters
    ----------
    parameters : Parameters
        Of the report, with `layanan`.
    responses : DataFrame
        Valid rows.

    Returns
    -------
    strata : mapping
        The services of the parameters that have respondents, each with its tally.
    hidden : dict
        Those of them that are hidden, with the reason.
    """
    group = parameters.survei.layanan
    tallies = tally_groups(responses, LAYANAN, categories=group.kategori, unsur=parameters.unsur)
    ambang = parameters.survei.ambang_kelompok
    hidden = choose_hidden(tallies, responses, LAYANAN, categories=group.kategori, ambang=ambang)
    strata = {name: tallies[name] for name in group.kategori if tallies[name].responden}
    return strata, {name: reason for name, reason in hidden.items() if name in strata}


def headline_strata(parameters: Parameters, responses: pd.DataFrame, tally: Tally) -> Strata:
    """Give the strata whose mean the unit publishes first.

    Parameters
    ----------
    parameters : Parameters
        Of the report.
    responses : DataFrame
        Valid rows.
    tally : Tally
        Counts of them all.

    Returns
    -------
    mapping
        The whole unit under an empty name, or each service.

    Raises
    ------
    DataError
        When the mean of services would give away a service that is too small to be shown.
    """
    if parameters.survei.nilai_utama != RATA_RATA_LAYANAN:
        return {WHOLE: tally}
    strata, hidden = layanan_strata(parameters, responses)
    if hidden:
        told = "; ".join(f"{name!r}: {reason.rstrip('.')}" for name, reason in hidden.items())
        what = f"tertulis {RATA_RATA_LAYANAN!r}, padahal {len(hidden)} layanan terlalu kecil untuk ditampilkan ({told})"
        allowed = (
            "gabungkan layanan kecil melalui 'kode' pada 'layanan', isi layanan yang kosong, atau tulis "
            "'nilai_utama: responden'"
        )
        raise DataError([Problem(parameters.berkas[0], what, allowed, kolom="nilai_utama")])
    return strata


def mean_ikm(strata: Strata, *, bobot: Mapping[str, Fraction] | None = None) -> Fraction | None:
    """Average the index over the strata.

    Parameters
    ----------
    strata : mapping
        Each with its tally.
    bobot : mapping, optional
        Weight of each unsur; exactly 1/n by default.

    Returns
    -------
    Fraction or None
        On the scale 25 to 100; None when a stratum has no index, or there is none.

    Examples
    --------
    Three answers of 4 and one of 2, each a service: (100 + 50) / 2.

    >>> from skmlib.survey.tally import tally_responses
    >>> answers = {"KK": [4, 4, 4], "KTP": [2]}
    >>> mean_ikm({name: tally_responses(pd.DataFrame({"waktu": a}), unsur=["waktu"]) for name, a in answers.items()})
    Fraction(75, 1)
    """
    values = [ikm_value(tally, bobot=bobot) for tally in strata.values()]
    return _mean(values)


def mean_nrr(strata: Strata) -> pd.DataFrame:
    """Average the mean answer to each unsur over the strata.

    Parameters
    ----------
    strata : mapping
        Each with its tally, at least one.

    Returns
    -------
    DataFrame
        `unsur`, `nrr` (1 to 4; None where nobody of a stratum answered).
    """
    tallies = list(strata.values())
    columns = [
        [Fraction(jumlah) / n if n else None for jumlah, n in zip(tally.jumlah.tolist(), tally.n.tolist(), strict=True)]
        for tally in tallies
    ]
    means = [_mean(list(values)) for values in zip(*columns, strict=True)]
    return pd.DataFrame({"unsur": tallies[0].unsur, "nrr": pd.Series(means, dtype="object")})


def _mean(values: list[Fraction | None]) -> Fraction | None:
    """Average values, None where one is missing or there is none."""
    return None if not values or None in values else sum(values, Fraction(0)) / len(values)
