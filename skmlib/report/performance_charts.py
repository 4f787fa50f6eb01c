"""The charts of a performance report: achievement, media sentiment and requests by month, complaints by status.

They are the bars of the unit report. Shares of a month that do not sum to 100 reach short of the 100 line or beyond it.
"""

from __future__ import annotations

from fractions import Fraction

from skmlib.report import sources, wording
from skmlib.report.blocks import Figure
from skmlib.report.count_charts import draw_counts, scale_counts
from skmlib.report.drawing import ACCENT, BLUE, INK, LIMIT_DASHES, RULE, TEAL, house_style
from skmlib.report.legend import Key, draw_legend, legend_height
from skmlib.report.performance_words import UNASSESSED, shown_target, used_value
from skmlib.report.row_layout import (
    BAR_HEIGHT,
    COLUMNS_HEAD,
    Panel,
    columns_width,
    lay_out_rows,
    write_columns,
)
from skmlib.report.stack_charts import SENTIMENT_KEYS, draw_stacks, stack_rows
from skmlib.survey.indicators import WHOLE
from skmlib.survey.months import MONTH_NAMES
from skmlib.survey.performance import Performance
from skmlib.survey.performance_measures import ComplaintSummary, MediaSummary, RequestSummary
from skmlib.survey.performance_tables import REQUEST_KINDS, SENTIMENT

STEP = 25
REACHED = Key("Target tercapai", fill=BLUE)
BELOW = Key("Target belum tercapai", fill="#F8E8D2", edge=ACCENT, hatch="//////")
NOT_ASSESSED = Key(UNASSESSED, fill="#C3CED8", edge=INK, hatch="....")
REQUEST_KEYS = {
    "berkala": Key("Berkala", fill="#C3CED8"),
    "setiap_saat": Key("Setiap saat", fill=BLUE),
    "serta_merta": Key("Serta-merta", fill=TEAL),
    "dikecualikan": Key("Dikecualikan", fill="#F8E8D2", edge=ACCENT, hatch="//////"),
}


@sources.sourced(sources.told, sources.folders)
def draw_performance(results: Performance) -> Figure:
    """Draw the achievement of each indicator, with a line at 100 per cent.

    Parameters
    ----------
    results : Performance
        Of the report.

    Returns
    -------
    Figure
        Bars from 0, with target, realised value and achievement at the right.
    """
    scores = results.indikator
    shown = [_key(score.indikator.belum_dinilai, score.capaian) for score in scores]
    keys = [key for key in (REACHED, BELOW, NOT_ASSESSED) if key in shown]
    columns = {
        "Target": [shown_target(score.indikator.target) for score in scores],
        "Realisasi": [used_value(score) for score in scores],
        "Capaian": [wording.share(score.capaian) for score in scores],
    }
    panel = Panel([score.indikator.nama for score in scores], codes=[wording.whole(score.nomor) for score in scores])
    high = float(max(WHOLE, *(score.capaian for score in scores)))
    low = STEP * int(min(0, *(score.capaian for score in scores)) // STEP)  # a tick
    with house_style():
        head = legend_height(keys) + COLUMNS_HEAD
        rows = lay_out_rows([panel], head=head, right=columns_width(columns))
        draw_legend(rows.drawing, keys)
        write_columns(rows, columns)
        plot = rows.plot(low, high)
        for middle, score, key in zip(rows.middles[0], scores, shown, strict=True):
            look = {"facecolor": key.fill, "edgecolor": key.edge, "hatch": key.hatch, "linewidth": 0.7}
            plot.add_bar((0, float(score.capaian)), middle, BAR_HEIGHT, **look)
        ticks = {tick: f"{tick}%" for tick in range(low, int(high) + 1, STEP)}
        plot.scale_x(ticks, "Capaian terhadap target")
        plot.rule_x(0, color=RULE, linewidth=0.8)
        plot.rule_x(WHOLE, color=INK, linewidth=0.9, linestyle=LIMIT_DASHES)
        return Figure.from_matplotlib(rows.drawing, "Capaian setiap indikator terhadap target", _alt(results))


def _key(is_unassessed: bool, capaian: Fraction) -> Key:
    """Choose the look of a bar."""
    if is_unassessed:
        return NOT_ASSESSED
    return REACHED if capaian >= WHOLE else BELOW


def _alt(results: Performance) -> str:
    """Say every achievement."""
    told = [f"{score.indikator.nama} {wording.percent(score.capaian)}" for score in results.indikator]
    return f"Diagram batang capaian {wording.whole(len(told))} indikator dengan garis target 100%: {wording.listing(told)}."


def draw_media(media: MediaSummary) -> Figure:
    """Draw media sentiment by month as stacked shares.

    Parameters
    ----------
    media : MediaSummary
        Of the year.

    Returns
    -------
    Figure
        With the sum of the shares, or the items where they are known, at the right.
    """
    keys = [SENTIMENT_KEYS[name] for name in SENTIMENT]
    values = [[month.bagian[name] for name in SENTIMENT] for month in media.months]
    columns = (
        {"n": [wording.whole(month.n) for month in media.months]}
        if media.has_counts
        else {"Jumlah": [wording.share(month.jumlah) for month in media.months]}
    )
    high = float(max(WHOLE, *(month.jumlah for month in media.months)))
    with house_style():
        rows = stack_rows(Panel(_months(media.months)), keys, columns)
        plot = draw_stacks(rows, keys, values, high, [[wording.share(share, 1) for share in row] for row in values])
        ticks = {tick: f"{tick}%" for tick in range(0, int(high) + 1, STEP)}
        plot.scale_x(ticks, "Bagian berita bulan itu")
        plot.rule_x(WHOLE, color=INK, linewidth=0.9, linestyle=LIMIT_DASHES)
        worst = max(media.months, key=lambda month: month.bagian["negatif"])
        alt = (
            "Batang bertumpuk bagian berita positif, netral, dan negatif setiap bulan dengan garis 100%. Bagian negatif "
            f"terbesar {wording.percent(worst.bagian['negatif'])} pada bulan {MONTH_NAMES[worst.bulan - 1]}."
        )
        return Figure.from_matplotlib(rows.drawing, "Sentimen pemberitaan setiap bulan", alt)


def _months(months: tuple) -> list[str]:
    """Name the months of a summary."""
    return [MONTH_NAMES[month.bulan - 1] for month in months]


def draw_requests(requests: RequestSummary) -> Figure:
    """Draw information requests by month and kind.

    Parameters
    ----------
    requests : RequestSummary
        Of the year.

    Returns
    -------
    Figure
        Stacked counts, with their number and mean days at the right.
    """
    used = [kind for kind in REQUEST_KINDS if requests.jenis[kind]]
    keys = [REQUEST_KEYS[kind] for kind in used]
    values = [[Fraction(month.jenis[kind]) for kind in used] for month in requests.months]
    columns = {
        "n": [wording.whole(month.n) for month in requests.months],
        "Hari": [wording.number(month.hari) for month in requests.months],
    }
    high = float(max(1, *(month.n for month in requests.months)))
    with house_style():
        rows = stack_rows(Panel(_months(requests.months)), keys, columns)
        plot = draw_stacks(rows, keys, values, high, [[wording.whole(n) for n in row] for row in values])
        scale_counts(plot, "Jumlah permohonan (n)")
        most = max(requests.months, key=lambda month: month.n)
        alt = (
            f"Batang bertumpuk permohonan informasi setiap bulan menurut jenis, seluruhnya {wording.whole(requests.n)}. "
            f"Terbanyak {wording.whole(most.n)} pada bulan {MONTH_NAMES[most.bulan - 1]}."
        )
        return Figure.from_matplotlib(rows.drawing, "Permohonan informasi setiap bulan menurut jenis", alt)


def draw_complaints(complaints: ComplaintSummary) -> Figure:
    """Draw complaints by status.

    Parameters
    ----------
    complaints : ComplaintSummary
        Of the year.

    Returns
    -------
    Figure
        Bars with counts and shares.
    """
    counts = list(complaints.status.values())
    shares = [wording.percent(Fraction(WHOLE * n, complaints.n) if complaints.n else None) for n in counts]
    labels = [f"{wording.whole(n)} ({share})" for n, share in zip(counts, shares, strict=True)]
    told = [f"{name} {label}" for name, label in zip(complaints.status, labels, strict=True)]
    alt = f"Diagram batang {wording.whole(complaints.n)} pengaduan menurut status: {wording.listing(told)}."
    caption = ("Pengaduan menurut status", alt)
    return draw_counts([Panel(list(complaints.status))], [counts], [labels], "Jumlah pengaduan", caption)
