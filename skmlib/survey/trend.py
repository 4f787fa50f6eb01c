"""Trend: the index and the unsur over the periods, and how much they changed.

A period is compared with the last one that ended before it began: a year with the year before, not with its own half. Where the
parameters name the previous period, the report's own is compared with that one, as its test is.

A change is computed from the finest values there are and rounded once, to the printed precision of the coarser one. Where
the index was printed on the scale 25 to 100, changes on the scale 1 to 4 start from that value / 25: 3.54 - 3.62 is -0.08,
but 88.38 - 90.62 is -2.24, which is -0.09 on the scale 1 to 4. An index printed only on the scale 1 to 4 has no change on
the other: it would be 25 times as coarse. Against published values no test of a change is possible: their spread is not
known.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator, Mapping, Sequence

import pandas as pd

from skmlib.parameters.periods import ended_before, months_of
from skmlib.survey.published import Figure, Period, PublishedPeriod, period_of_published, period_of_scores
from skmlib.survey.regulation import IKM_DECIMALS, NI_DECIMALS, round_half_up
from skmlib.survey.scores import IkmScore

PERIOD_COLUMNS = (
    "periode",
    "sumber",
    "responden",
    "ni",
    "ikm",
    "mutu",
    "desimal_ni",
    "desimal_ikm",
    "terhadap",
    "perubahan_ni",
    "perubahan_ikm",
    "desimal_perubahan_ni",
    "desimal_perubahan_ikm",
)
UNSUR_COLUMNS = ("periode", "unsur", "nrr", "desimal", "terhadap", "perubahan", "desimal_perubahan")


@dataclasses.dataclass(frozen=True)
class Trend:
    """The index and the unsur by period, oldest first.

    Attributes
    ----------
    periode : str
        The period with answers.
    periods : DataFrame
        One row per period: `periode` (ordered category), `sumber` (`"terbitan"` or `"data"`), `responden`, `ni`, `ikm`,
        `mutu` (None where the printed precision leaves two letters possible), the decimals to show them with,
        `desimal_ni` and `desimal_ikm`; `terhadap`, the period it is compared with; `perubahan_ni` and `perubahan_ikm`
        against that, rounded, with `desimal_perubahan_ni` and `desimal_perubahan_ikm`. What is not known is None.
    unsur : DataFrame
        One row per period and unsur with a score: `periode`, `unsur` (ordered categories), `nrr`, `desimal`, `terhadap`
        (the last period before with this unsur, chosen likewise), `perubahan` against it, `desimal_perubahan`.
    """

    periode: str
    periods: pd.DataFrame
    unsur: pd.DataFrame


def compare_periods(
    history: Sequence[PublishedPeriod],
    current: IkmScore,
    *,
    periode: str,
    scores: pd.DataFrame | None = None,
    answered: Sequence[Period] = (),
    sebelumnya: str | None = None,
) -> Trend:
    """Put published history and the current period in one order, with the changes.

    Parameters
    ----------
    history : sequence of PublishedPeriod
        Published periods, in any order.
    current : IkmScore
        The period with answers.
    periode : str
        Its name.
    scores : DataFrame, optional
        Its unsur, from `score_unsur`.
    answered : sequence of Period
        Earlier periods whose answers are known, from `period_of_scores`; they stand in place of what was published of them.
    sebelumnya : str, optional
        The previous period that the parameters name.

    Returns
    -------
    Trend

    Raises
    ------
    ValueError
        When a period stands twice or is not named as a period is.

    Examples
    --------
    >>> from decimal import Decimal
    >>> from fractions import Fraction
    >>> before = PublishedPeriod("2023", ni=Decimal("3.62"), ikm=Decimal("90.62"))
    >>> now = IkmScore(260, ni=Fraction(8272, 2340), ikm=Fraction(8272 * 25, 2340))
    >>> change = compare_periods([before], now, periode="2024").periods.iloc[1]
    >>> float(change["perubahan_ni"]), float(change["perubahan_ikm"])
    (-0.09, -2.24)
    """
    known_exactly = {period.periode for period in answered}
    history = [published for published in history if published.periode not in known_exactly]
    names = [*(published.periode for published in history), *known_exactly, periode]
    if len(set(names)) != len(names):
        raise ValueError(f"compare_periods: found periods {names}; give each period once.")
    periods = [*map(period_of_published, history), *answered, period_of_scores(periode, current, scores)]
    periods.sort(key=lambda period: (months_of(period.periode).start, months_of(period.periode).stop))
    order = pd.CategoricalDtype([period.periode for period in periods], ordered=True)
    known = [] if scores is None else list(scores["unsur"])
    unsur = list(dict.fromkeys([*known, *(name for period in periods for name in period.unsur)]))
    earlier = {period.periode: _earlier(period, periods) for period in periods}
    earlier[periode].sort(key=lambda period: period.periode == sebelumnya)
    rows = [_period_row(period, earlier[period.periode]) for period in periods]
    return Trend(
        periode=periode,
        periods=_frame(rows, PERIOD_COLUMNS).astype({"periode": order}),
        unsur=_frame(list(_unsur_rows(periods, earlier, unsur)), UNSUR_COLUMNS).astype(
            {"periode": order, "unsur": pd.CategoricalDtype(unsur, ordered=True)}
        ),
    )


def is_copied(current: IkmScore, published: PublishedPeriod, *, scores: pd.DataFrame) -> bool:
    """Tell whether every published figure of an earlier period equals the current one, as it was printed.

    Parameters
    ----------
    current : IkmScore
        The period with answers.
    published : PublishedPeriod
        An earlier period.
    scores : DataFrame
        The current unsur, from `score_unsur`.

    Returns
    -------
    bool
        False when neither respondents nor unsur were published: the index alone may be equal by chance.

    Examples
    --------
    >>> from decimal import Decimal
    >>> from fractions import Fraction
    >>> now = IkmScore(260, ni=Fraction(8272, 2340), ikm=Fraction(8272 * 25, 2340))
    >>> nothing = pd.DataFrame({"unsur": [], "nrr": []})
    >>> is_copied(now, PublishedPeriod("2023", ikm=Decimal("88.38"), responden=260), scores=nothing)
    True
    """
    if published.responden is None and not published.unsur:
        return False
    earlier, now = period_of_published(published), period_of_scores("", current, scores)
    pairs = [(earlier.ni if published.ni is not None else None, now.ni), (earlier.ikm, now.ikm)]
    pairs += [(figure, now.unsur.get(unsur)) for unsur, figure in earlier.unsur.items()]
    figures_equal = all(_is_printed_as(printed, exact) for printed, exact in pairs if printed is not None)
    return figures_equal and published.responden in (None, current.n)


def _is_printed_as(printed: Figure, exact: Figure | None) -> bool:
    """Tell whether an exact figure, rounded as a published one, equals it."""
    return exact is not None and round_half_up(exact.value, printed.printed) == printed.value


def _earlier(period: Period, periods: Sequence[Period]) -> list[Period]:
    """Give the periods that ended before one began, the last to end last; of those that end together, one as long."""
    named = {other.periode: other for other in periods}
    return [named[name] for name in ended_before(period.periode, named)]


def _period_row(period: Period, earlier: Sequence[Period]) -> tuple[object, ...]:
    """Make the row of a period, with the change from the last of earlier ones."""
    before = earlier[-1] if earlier else None
    ni_change, ni_decimals = _change(period.finest_ni, before and before.finest_ni)
    ikm_change, ikm_decimals = _change(period.ikm, before and before.ikm)
    return (
        period.periode,
        "data" if period.is_data else "terbitan",
        period.responden,
        period.ni and period.ni.value,
        period.ikm and period.ikm.value,
        period.mutu,
        period.ni and period.ni.shown(NI_DECIMALS),
        period.ikm and period.ikm.shown(IKM_DECIMALS),
        before and before.periode,
        ni_change,
        ikm_change,
        ni_decimals,
        ikm_decimals,
    )


def _change(figure: Figure | None, before: Figure | None) -> tuple[object, object]:
    """Compute a change and its decimals, None where a figure is missing."""
    return (None, None) if figure is None else figure.change_from(before)


def _unsur_rows(
    periods: Sequence[Period], earlier: Mapping[str, Sequence[Period]], unsur: Sequence[str]
) -> Iterator[tuple[object, ...]]:
    """Make a row for each period and unsur with a score, with the change from the last of earlier periods that has one."""
    for period in periods:
        for name in (name for name in unsur if name in period.unsur):
            figure = period.unsur[name]
            before = next((other for other in reversed(earlier[period.periode]) if name in other.unsur), None)
            change, decimals = figure.change_from(before and before.unsur[name])
            terhadap = before and before.periode
            yield period.periode, name, figure.value, figure.shown(NI_DECIMALS), terhadap, change, decimals


def _frame(rows: Sequence[tuple[object, ...]], columns: Sequence[str]) -> pd.DataFrame:
    """Make a frame that keeps fractions, whole numbers and None as they are."""
    return pd.DataFrame(rows, columns=list(columns), dtype="object")
