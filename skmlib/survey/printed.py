"""Printed figures: what a publication printed for this very period, compared with what the answers give.

Each figure is compared at its printed precision (`tercetak` in the parameters). Some contradict each other without any answers:
the index against the printed means of its unsur, the limits between bands against the regulation, the number of priorities
against the plan, the date of an action against the period whose results it follows. A figure of a hidden service is not
compared, for a difference of nought would give it away. Where a printed index differs, the other ways to compute it are tried,
so that the report can say where it came from.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator, Mapping
from decimal import Decimal
from fractions import Fraction
from typing import TYPE_CHECKING

import pandas as pd

from skmlib.parameters.periods import span_of
from skmlib.survey.headline import LAYANAN
from skmlib.survey.printed_precision import equals_printed
from skmlib.survey.published import decimals_of
from skmlib.survey.regulation import BANDS, IKM_PER_NI, NI_DECIMALS, round_half_up

if TYPE_CHECKING:
    from skmlib.parameters.published_models import Tercetak
    from skmlib.survey.results import Results

SAME, DIFFERENT, NOT_COMPARED = "sama", "berbeda", "tidak_dibandingkan"
OF_UNSUR, OF_LAYANAN, OF_RESPONDENTS, OF_MEAN, OF_ROUNDED = (
    "unsur",
    "layanan",
    "responden",
    "rata_rata_layanan",
    "pembulatan",
)
DATA = "data"  # of a period in the trend whose answers are known
Value = Fraction | int | str | None


@dataclasses.dataclass(frozen=True)
class PrintedFigure:
    """One printed figure.

    Attributes
    ----------
    jenis : str
        What it is: a key of `tercetak`, or `ikm_dari_unsur`, the index from the printed means of its unsur.
    objek : tuple of str
        Whose it is: unsur, service, band or period; empty for the unit.
    tercetak, dihitung : Fraction, int, str or None
        As printed and as computed, unrounded; None where it was not printed, or cannot or may not be computed.
    desimal : int
        Decimals printed.
    status : str
        `"sama"`, `"berbeda"` or `"tidak_dibandingkan"`.
    asal : str or None
        Where a differing figure comes from, where that can be told.
    """

    jenis: str
    objek: tuple[str, ...]
    tercetak: Value
    dihitung: Value
    desimal: int = 0
    status: str = SAME
    asal: str | None = None


def compare_printed(results: Results) -> tuple[PrintedFigure, ...]:
    """Compare every printed figure with the recomputed one.

    Parameters
    ----------
    results : Results
        Of the unit.

    Returns
    -------
    tuple of PrintedFigure
        In the order of a report; empty when the parameters hold no printed figures.
    """
    printed = results.survey.parameters.survei.tercetak
    if printed is None:
        return ()
    return (
        *_respondents(results, printed),
        *_index(results, printed),
        *_unsur(results, printed),
        *_services(results, printed),
        *_change(results, printed),
        *_limits(printed),
        *_plan(results, printed),
    )


def _figure(jenis: str, objek: tuple[str, ...], printed: Decimal, computed: Fraction | None) -> PrintedFigure:
    """Compare a decimal with an exact value at its printed precision."""
    decimals = decimals_of(printed)
    if computed is None:
        return PrintedFigure(jenis, objek, Fraction(printed), None, decimals, NOT_COMPARED)
    status = SAME if equals_printed(printed, computed) else DIFFERENT
    return PrintedFigure(jenis, objek, Fraction(printed), computed, decimals, status)


def _respondents(results: Results, printed: Tercetak) -> Iterator[PrintedFigure]:
    """Compare the number of respondents; a publication without one cannot be checked for weights or sample size."""
    n = results.ikm_responden.n
    status = SAME if printed.responden == n else DIFFERENT
    yield PrintedFigure("responden", (), printed.responden, n, status=status)


def _index(results: Results, printed: Tercetak) -> Iterator[PrintedFigure]:
    """Compare the index and its band, and the printed index with the printed means of its unsur."""
    score = results.ikm
    if printed.ni is not None:
        yield _figure("ni", (), printed.ni, score.ni)
    if printed.ikm is not None:
        figure = _figure("ikm", (), printed.ikm, score.ikm)
        yield dataclasses.replace(figure, asal=_origin(figure, results, printed))
        from_unsur = _index_of(results, printed.unsur)
        if from_unsur is not None:
            yield _figure("ikm_dari_unsur", (), printed.ikm, from_unsur)
    if printed.mutu is not None:
        status = NOT_COMPARED if score.mutu is None else SAME if score.mutu == printed.mutu else DIFFERENT
        yield PrintedFigure("mutu", (), printed.mutu, score.mutu, status=status)


def _index_of(results: Results, unsur: Mapping[str, Decimal]) -> Fraction | None:
    """Compute the index from printed means; None unless all unsur are printed."""
    bobot = results.survey.parameters.bobot
    if set(unsur) != set(bobot):
        return None
    return sum((Fraction(nrr) * bobot[key] for key, nrr in unsur.items()), Fraction(0)) * IKM_PER_NI


def _origin(figure: PrintedFigure, results: Results, printed: Tercetak) -> str | None:
    """Find another way to compute the index that gives a differing printed one."""
    mean, services = results.layanan_mean, [Fraction(value) for value in printed.layanan.values()]
    ways = {
        OF_UNSUR: _index_of(results, printed.unsur),
        OF_LAYANAN: sum(services, Fraction(0)) / len(services) * IKM_PER_NI if services else None,
        OF_RESPONDENTS: results.ikm_responden.ikm,
        OF_MEAN: mean.ikm.ikm if mean else None,
    }
    fitting = (
        name
        for name, value in ways.items()
        if value is not None and round_half_up(value, figure.desimal) == figure.tercetak
    )
    return next(fitting, None) if figure.status == DIFFERENT else None


def _unsur(results: Results, printed: Tercetak) -> Iterator[PrintedFigure]:
    """Compare the mean of each unsur."""
    nrr = dict(zip(results.unsur["unsur"], results.unsur["nrr"], strict=True))
    yield from (_figure("unsur", (key,), printed.unsur[key], nrr.get(key)) for key in nrr if key in printed.unsur)


def _services(results: Results, printed: Tercetak) -> Iterator[PrintedFigure]:
    """Compare the index and the unsur of each service that is shown."""
    if LAYANAN not in results.groups:
        return
    groups = results.groups[LAYANAN]
    ni = {str(row.kelompok): row.ni for row in groups.groups.itertuples(index=False)}
    nrr = {(str(row.kelompok), row.unsur): row.nrr for row in groups.unsur.itertuples(index=False)}
    for name in ni:
        if name in printed.layanan:
            yield _figure("layanan", (name,), printed.layanan[name], ni[name])
        for key, value in printed.layanan_unsur.get(name, {}).items():
            yield _figure("layanan_unsur", (name, key), value, nrr[name, key])


def _change(results: Results, printed: Tercetak) -> Iterator[PrintedFigure]:
    """Compare the change of ni from the period that the parameters name, which need not be the last one before."""
    if printed.perubahan_ni is None:
        return
    before = results.survey.parameters.survei.periode_sebelumnya
    periods = results.trend.periods.set_index("periode")
    ni = {name: periods["ni"].get(name) for name in (before, results.trend.periode)}
    known = not any(value is None or pd.isna(value) for value in ni.values())
    change = _since(periods.loc[before], periods.loc[results.trend.periode]) if known else None
    figure = _figure("perubahan_ni", (before,), printed.perubahan_ni, change)
    if figure.status == DIFFERENT:
        rounded = round_half_up(ni[results.trend.periode], NI_DECIMALS) - round_half_up(ni[before], NI_DECIMALS)
        figure = dataclasses.replace(figure, asal=OF_ROUNDED if rounded == figure.tercetak else None)
    yield figure


def _since(before: pd.Series, now: pd.Series) -> Fraction:
    """Compute the change of ni from the finest values, at the decimals that were printed."""
    old, new = (row["ni"] if pd.isna(row["ikm"]) else row["ikm"] / IKM_PER_NI for row in (before, now))
    return new - old if before["sumber"] == DATA else round_half_up(new - old, int(before["desimal_ni"]))


def _limits(printed: Tercetak) -> Iterator[PrintedFigure]:
    """Compare the lower limits of the bands on the scale 1 to 4 with those of the regulation."""
    limits = {band.mutu: band.batas_bawah_ni for band in BANDS}
    yield from (
        _figure("batas_bawah_ni", (mutu,), value, limits[mutu]) for mutu, value in printed.batas_bawah_ni.items()
    )


def _plan(results: Results, printed: Tercetak) -> Iterator[PrintedFigure]:
    """Compare the announced priorities with the unsur of the plan, and the period of the plan with when it was carried out."""
    plans = [plan for plan in (results.plan, results.previous_plan) if plan is not None and not plan.empty]
    if not plans:
        return
    planned = plans[0][plans[0]["direncanakan"]]
    if printed.jumlah_prioritas is not None:
        unsur = {name for names in planned["unsur"] for name in names}
        ordered = tuple(name for name in results.survey.parameters.unsur if name in unsur)
        status = SAME if printed.jumlah_prioritas == len(unsur) else DIFFERENT
        yield PrintedFigure("jumlah_prioritas", ordered, printed.jumlah_prioritas, len(unsur), status=status)
    if printed.rencana_atas is not None:
        end = pd.Timestamp(span_of(printed.rencana_atas)[1])
        early = planned["tanggal"].dropna().min()
        is_early = not pd.isna(early) and early <= end
        objek = (f"{early:%Y-%m-%d}", f"{end:%Y-%m-%d}") if is_early else ()
        status = DIFFERENT if is_early else SAME
        yield PrintedFigure("rencana_atas", objek, printed.rencana_atas, None, status=status)
