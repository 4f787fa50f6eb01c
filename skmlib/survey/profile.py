"""Profile: how many respondents belong to each group of a characteristic, such as education or service.

The groups stand in the order of the parameters, and a group without respondents keeps its row. After them come values
the parameters do not name, sorted, and "Tidak diisi" for blanks, each only where there are any. A share is a per cent of
all respondents, so the shares of a characteristic sum to 100 before rounding, unless several choices were allowed: then a
respondent counts in each group that was ticked, and the shares may sum to more.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from fractions import Fraction

import pandas as pd

from skmlib.problems import fold
from skmlib.survey.regulation import round_half_up

TIDAK_DIISI = "Tidak diisi"
LAINNYA = "Lainnya"


def count_profile(responses: pd.DataFrame, column: str, *, categories: Sequence[str]) -> pd.DataFrame:
    """Count the respondents of each group of a characteristic.

    Parameters
    ----------
    responses : DataFrame
        One row per respondent.
    column : str
        The characteristic; a missing value is a blank, a tuple holds several choices.
    categories : sequence of str
        Its groups in the order of the report.

    Returns
    -------
    DataFrame
        One row per group: `kelompok` (ordered category), `n`, `persen` (exact, of all respondents; None when there are
        none).

    Examples
    --------
    >>> responses = pd.DataFrame({"jenis_kelamin": ["Perempuan", "Perempuan", None]})
    >>> count_profile(responses, "jenis_kelamin", categories=["Laki-laki", "Perempuan"])["n"].tolist()
    [0, 2, 1]
    """
    members = assign_groups(responses[column].explode(), categories=categories)
    counts = members.value_counts(sort=False)
    total = len(responses)
    persen = [Fraction(100 * n, total) if total else None for n in counts.tolist()]
    return pd.DataFrame(
        {
            "kelompok": pd.Categorical(counts.index, categories=members.cat.categories, ordered=True),
            "n": counts.to_numpy(),
            "persen": pd.Series(persen, dtype="object"),
        }
    )


def sum_printed(shares: Iterable[Fraction], *, decimals: int) -> Fraction:
    """Sum shares as a reader would who adds up the printed ones.

    Parameters
    ----------
    shares : iterable of Fraction
        Unrounded.
    decimals : int
        Decimals printed.

    Returns
    -------
    Fraction
        100 when rounding leaves no trace.

    Examples
    --------
    >>> float(sum_printed([Fraction(100, 3)] * 3, decimals=2))
    99.99
    """
    return sum((round_half_up(share, decimals) for share in shares), Fraction(0))


def gather_unknown(counts: pd.DataFrame, *, categories: Sequence[str]) -> pd.DataFrame:
    """Gather what the parameters do not name in one group, for a page that has no room for each answer.

    Parameters
    ----------
    counts : DataFrame
        From `count_profile`.
    categories : sequence of str
        Groups that the parameters name.

    Returns
    -------
    DataFrame
        `kelompok`, `n`, `persen` as before; unknown values stand in the named group "Lainnya", or in one of that name after the
        named ones.

    Examples
    --------
    >>> counts = count_profile(pd.DataFrame({"pendidikan": ["S1", "kursus", "?"]}), "pendidikan", categories=["S1"])
    >>> gather_unknown(counts, categories=["S1"])[["kelompok", "n"]].to_numpy().tolist()
    [['S1', 1], ['Lainnya', 2]]
    """
    is_known = counts["kelompok"].isin([*categories, TIDAK_DIISI])
    rest = next((name for name in categories if fold(name) == fold(LAINNYA)), LAINNYA)
    names = counts["kelompok"].astype("object").where(is_known, rest)
    ordered = pd.Categorical(names, categories=list(dict.fromkeys(names)), ordered=True)
    gathered = counts.assign(kelompok=ordered).groupby("kelompok", observed=True)[["n", "persen"]]
    return gathered.agg({"n": "sum", "persen": lambda shares: sum(shares.dropna(), Fraction(0))}).reset_index()


def assign_groups(values: pd.Series, *, categories: Sequence[str]) -> pd.Series:
    """Put each respondent into a group, blanks and unknown values included.

    Parameters
    ----------
    values : Series
        Values of a characteristic; a missing value is a blank.
    categories : sequence of str
        Its groups in the order of the report.

    Returns
    -------
    Series
        Ordered category without missing values: `categories`, then unknown values sorted, then "Tidak diisi" if any.

    Examples
    --------
    >>> assign_groups(pd.Series(["S3", None, "S1"]), categories=["S1", "S2"]).cat.categories.tolist()
    ['S1', 'S2', 'S3', 'Tidak diisi']
    """
    filled = values.astype("object").where(values.notna(), TIDAK_DIISI)
    unknown = set(filled.unique()) - set(categories) - {TIDAK_DIISI}
    blanks = [TIDAK_DIISI] if TIDAK_DIISI not in categories and (filled == TIDAK_DIISI).any() else []
    return filled.astype(pd.CategoricalDtype([*categories, *sorted(unknown), *blanks], ordered=True))
