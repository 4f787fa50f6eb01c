"""Sentiment of comments: how many speak well or ill of each unsur, and which are quoted.

Only substantive comments (positif, netral, negatif) count towards an unsur. Texts that say nothing ("-", "tidak ada") are a
class of their own, so every share over all is given twice: of the substantive comments, and of all that were received, with
those that say nothing, those nobody has judged yet and those on which the annotators differ. Comments in (`komentar,
sentimen, unsur, kutip`), tidy frames out.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Sequence
from fractions import Fraction

import pandas as pd

from skmlib.survey.comments import NOT_ANNOTATED, SENTIMEN, SUBSTANTIVE, UNDECIDED

GENERAL = "umum"
QUOTE_ORDER = ("negatif", "netral", "positif")


@dataclasses.dataclass(frozen=True)
class SentimentSummary:
    """Comments counted.

    Attributes
    ----------
    per_unsur : DataFrame
        One row per unsur and one for general comments (`umum`), in order: `unsur` (category), `positif`, `netral`,
        `negatif`, `n` (substantive comments), `bagian_positif`, `bagian_netral`, `bagian_negatif` (Fraction of `n`, None
        where `n` is 0), `bagian_substantif`, `bagian_diterima` (`n` as a Fraction of the two denominators).
    per_sentimen : DataFrame
        One row per sentiment, with `tanpa_komentar`, `belum_dianotasi` and, where there are any, `belum_diputuskan`:
        `sentimen` (category), `n`, `bagian_substantif` (Fraction of the substantive comments, None for those others),
        `bagian_diterima` (Fraction of all received).
    substantif, diterima : int
        The two denominators: positif + netral + negatif; all comments received.
    responden : int
        Respondents of the survey, whether they commented or not.
    """

    per_unsur: pd.DataFrame
    per_sentimen: pd.DataFrame
    substantif: int
    diterima: int
    responden: int


def summarise_sentiment(comments: pd.DataFrame, *, unsur: Sequence[str], responden: int) -> SentimentSummary:
    """Count comments per unsur and sentiment.

    Parameters
    ----------
    comments : DataFrame
        Validated comments: `sentimen`, `unsur` (missing for a general comment).
    unsur : sequence of str
        Unsur of the survey, in order; each keeps its row.
    responden : int
        Valid respondents.

    Returns
    -------
    SentimentSummary

    Examples
    --------
    >>> comments = pd.DataFrame({"sentimen": ["positif", "negatif", "tanpa_komentar"], "unsur": ["waktu", None, None]})
    >>> summary = summarise_sentiment(comments, unsur=["waktu", "biaya"], responden=9)
    >>> summary.per_unsur[["unsur", "positif", "negatif", "n"]].values.tolist()
    [['waktu', 1, 0, 1], ['biaya', 0, 0, 0], ['umum', 0, 1, 1]]
    >>> summary.per_sentimen["bagian_diterima"].tolist()[:2]
    [Fraction(1, 3), Fraction(0, 1)]
    """
    sentimen = comments["sentimen"].astype("str")
    is_substantive = sentimen.isin(SUBSTANTIVE)
    counts = pd.crosstab(_unsur_or_general(comments)[is_substantive], sentimen[is_substantive])
    order = [*unsur, GENERAL]
    counts = counts.reindex(index=order, columns=list(SUBSTANTIVE), fill_value=0).astype("int64")
    differ = [UNDECIDED] if (sentimen == UNDECIDED).any() else []  # only several annotators can differ
    totals = sentimen.value_counts().reindex([*SENTIMEN, NOT_ANNOTATED, *differ], fill_value=0)
    return SentimentSummary(
        per_unsur=_per_unsur(counts, diterima=int(totals.sum())),
        per_sentimen=_per_sentimen(totals, int(is_substantive.sum())),
        substantif=int(is_substantive.sum()),
        diterima=int(totals.sum()),
        responden=responden,
    )


def select_quotes(comments: pd.DataFrame, *, unsur: Sequence[str], jumlah: int = 2) -> pd.DataFrame:
    """Choose the comments to quote for each unsur.

    Once the analyst has marked any comment with `kutip`, exactly the marked ones are quoted. Otherwise negatif comes before
    netral before positif, then the order of the export. Texts that say nothing and comments nobody has judged are never quoted.

    Parameters
    ----------
    comments : DataFrame
        Validated comments; `komentar` is masked.
    unsur : sequence of str
        Unsur to quote for; `umum` stands for the general comments.
    jumlah : int
        Quotes per unsur at most, where none is marked.

    Returns
    -------
    DataFrame
        `unsur` (category), `sentimen`, `komentar`, `kutip`, in the order of `unsur`.

    Raises
    ------
    ValueError
        When `jumlah` is negative.

    Examples
    --------
    >>> comments = pd.DataFrame(
    ...     {"komentar": ["cepat", "lama"], "sentimen": ["positif", "negatif"], "unsur": ["waktu"] * 2, "kutip": [True, False]}
    ... )
    >>> select_quotes(comments, unsur=["waktu"], jumlah=1)["komentar"].tolist()
    ['cepat']
    """
    if jumlah < 0:
        raise ValueError(f"select_quotes: found jumlah {jumlah}, allowed is 0 or more; give how many quotes to show.")
    named = _unsur_or_general(comments)
    candidates = comments.assign(
        unsur=pd.Categorical(named.where(named.isin(list(unsur))), categories=list(unsur), ordered=True),
        rank=comments["sentimen"].astype("str").map({name: place for place, name in enumerate(QUOTE_ORDER)}),
    ).dropna(subset=["unsur", "rank"])
    ordered = candidates.sort_values(["unsur", "kutip", "rank"], ascending=[True, False, True], kind="stable")
    is_marked = ordered["kutip"].astype(bool)
    quotes = ordered[is_marked] if is_marked.any() else ordered.groupby("unsur", observed=True, sort=False).head(jumlah)
    return quotes[["unsur", "sentimen", "komentar", "kutip"]].reset_index(drop=True)


def _unsur_or_general(comments: pd.DataFrame) -> pd.Series:
    """Name the unsur of each comment, or that it is a general one."""
    return comments["unsur"].astype("object").where(comments["unsur"].notna(), GENERAL)


def _share(n: int, total: int) -> Fraction | None:
    """Divide two counts, None where there is nothing to divide by."""
    return Fraction(n, total) if total else None


def _per_unsur(counts: pd.DataFrame, *, diterima: int) -> pd.DataFrame:
    """Add the totals and shares to the counts per unsur."""
    n = counts.sum(axis=1).tolist()
    shares = {
        f"bagian_{sentimen}": pd.Series(
            [_share(part, total) for part, total in zip(counts[sentimen].tolist(), n, strict=True)], dtype="object"
        )
        for sentimen in SUBSTANTIVE
    }
    for name, total in (("substantif", sum(n)), ("diterima", diterima)):
        shares[f"bagian_{name}"] = pd.Series([_share(part, total) for part in n], dtype="object")
    unsur = pd.Categorical(counts.index, categories=counts.index, ordered=True)
    plain = {sentimen: counts[sentimen].to_numpy() for sentimen in SUBSTANTIVE}
    return pd.DataFrame({"unsur": unsur, **plain, "n": n, **shares})


def _per_sentimen(totals: pd.Series, substantif: int) -> pd.DataFrame:
    """Give each sentiment its share of either denominator."""
    n = dict(zip(totals.index, totals.tolist(), strict=True))
    received = sum(n.values())
    of_substantive = [_share(count, substantif) if name in SUBSTANTIVE else None for name, count in n.items()]
    return pd.DataFrame(
        {
            "sentimen": pd.Categorical(list(n), categories=list(n), ordered=True),
            "n": list(n.values()),
            "bagian_substantif": pd.Series(of_substantive, dtype="object"),
            "bagian_diterima": pd.Series([_share(count, received) for count in n.values()], dtype="object"),
        }
    )
