"""Charts of counts: who answered, what they answered, and how they commented.

Bars lie on their side, so that long names stay readable. A category with nobody keeps its row. Every bar carries its
figure, and the parts of a stacked bar differ in brightness and pattern, not in colour alone.
"""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

import pandas as pd
from matplotlib.axes import Axes
from matplotlib.ticker import MaxNLocator

from skmlib.report import wording
from skmlib.report.blocks import Block, Blocks, Figure, Text
from skmlib.report.drawing import ACCENT, BLUE, LABEL_SIZE, RULE, SMALL_SIZE, WHITE, house_style, ink_on, scale_x
from skmlib.report.groups import LAYANAN, name_of
from skmlib.report.legend import Key, draw_legend, legend_height
from skmlib.report.lettering import text_width
from skmlib.report.row_layout import (
    BAR_HEIGHT,
    COLUMNS_HEAD,
    Panel,
    Rows,
    columns_width,
    lay_out_rows,
    write_columns,
)
from skmlib.survey.comments import SUBSTANTIVE
from skmlib.survey.regulation import SCALE_MAX, SCALE_MIN
from skmlib.survey.results import Results
from skmlib.survey.sentiment import GENERAL

TOGETHER = ("jenis_kelamin", "usia")
GENERAL_NAME = "Komentar umum"
TICKS = 5
STACK_ROW = 23.0
STACK_HEIGHT = 15.0
LABEL_ROOM = 5.0
PERCENT = {0: "0%", 25: "25%", 50: "50%", 75: "75%", 100: "100%"}

ANSWER_KEYS = (
    Key(f"Nilai {SCALE_MIN} (terendah)", fill="#F8E8D2", edge=ACCENT, hatch="//////"),
    Key("Nilai 2", fill="#E8BD86"),
    Key("Nilai 3", fill="#76A9BD"),
    Key(f"Nilai {SCALE_MAX} (tertinggi)", fill=BLUE),
)
SENTIMENT_KEYS = {
    "positif": Key("Positif", fill=BLUE),
    "netral": Key("Netral", fill="#C3CED8"),
    "negatif": Key("Negatif", fill="#F8E8D2", edge=ACCENT, hatch="//////"),
}


def draw_profile(results: Results) -> Block:
    """Draw the respondents by each characteristic.

    Parameters
    ----------
    results : Results
        Of the unit.

    Returns
    -------
    Block
        One figure for sex and age together and one for each further characteristic, or a sentence when there is none.
    """
    keys = [key for key in results.profile if key != LAYANAN]
    if not keys:
        return Text.plain(
            "Tidak ada gambar profil responden karena berkas jawaban tidak memuat karakteristik responden."
        )
    pair = TOGETHER if set(TOGETHER) <= set(keys) else ()
    return Blocks(
        [_count_figure(results, group) for group in [pair, *([key] for key in keys if key not in pair)] if group]
    )


def draw_layanan(results: Results) -> Block:
    """Draw the respondents by service.

    Parameters
    ----------
    results : Results
        Of the unit.

    Returns
    -------
    Block
        A figure, or a sentence when the survey names no services.
    """
    if LAYANAN not in results.profile:
        return Text.plain("Tidak ada gambar responden per layanan karena survei ini tidak membedakan jenis layanan.")
    return _count_figure(results, [LAYANAN])


def _count_figure(results: Results, keys: Sequence[str]) -> Figure:
    """Draw the counts of some characteristics as bars on one scale."""
    names = [name_of(results, key) for key in keys]
    frames = [results.profile[key] for key in keys]
    labels = [[_count_label(row) for row in frame.itertuples()] for frame in frames]
    panels = [
        Panel(frame["kelompok"].astype(str).tolist(), heading=name if len(keys) > 1 else "")
        for name, frame in zip(names, frames, strict=True)
    ]
    with house_style():
        rows = lay_out_rows(panels)
        longest = [
            int(n) * rows.width / (rows.width - text_width(label, LABEL_SIZE) - LABEL_ROOM)
            for frame, texts in zip(frames, labels, strict=True)
            for n, label in zip(frame["n"], texts, strict=True)
        ]
        for axes, middles, frame, texts in zip(rows.axes, rows.middles, frames, labels, strict=True):
            _draw_bars(axes, middles, frame["n"].tolist(), texts)
            _scale_counts(axes, max([*longest, 1]), "Jumlah responden" if axes is rows.axes[-1] else "")
        title = f"Responden menurut {wording.listing([inline_name(name) for name in names])}"
        return Figure.from_matplotlib(rows.drawing, title, _count_alt(title, names, frames))


def inline_name(name: str) -> str:
    """Write a name inside a sentence: in lower case, unless it begins with an abbreviation.

    Examples
    --------
    >>> inline_name("Kelompok usia"), inline_name("ASN atau bukan")
    ('kelompok usia', 'ASN atau bukan')
    """
    return name if name[:2].isupper() else name[:1].lower() + name[1:]


def _count_label(row: tuple) -> str:
    """Write a count and its share."""
    return f"{wording.whole(int(row.n))} ({wording.percent(row.persen)})"


def _count_alt(title: str, names: Sequence[str], frames: Sequence[pd.DataFrame]) -> str:
    """Say how many there are, and which category is the largest."""
    total = int(frames[0]["n"].sum())
    told = [f"Diagram batang {title[0].lower()}{title[1:]}, seluruhnya {wording.whole(total)} orang"]
    for name, frame in zip(names, frames, strict=True):
        largest = [row for row in frame.itertuples() if 0 < row.n == frame["n"].max()]
        labels = [
            f"{row.kelompok}, {wording.whole(int(row.n))} orang ({wording.percent(row.persen)})" for row in largest
        ]
        told += [f"{name} terbanyak: {'; '.join(labels)}"] if largest else []
    return " ".join(map(wording.sentence, told))


def _draw_bars(axes: Axes, middles: Sequence[float], counts: Sequence[int], labels: Sequence[str]) -> None:
    """Draw bars with their figures at the end."""
    axes.barh(middles, counts, height=BAR_HEIGHT, color=BLUE)
    axes.axvline(0, color=RULE, linewidth=0.8)
    for middle, n, label in zip(middles, counts, labels, strict=True):
        axes.annotate(label, (n, middle), (LABEL_ROOM - 1, 0), textcoords="offset points", va="center")


def _scale_counts(axes: Axes, high: float, title: str) -> None:
    """Scale an axes in whole numbers from 0; without a title its ticks carry no labels."""
    locator = MaxNLocator(nbins=TICKS, integer=True, steps=[1, 2, 5, 10])
    ticks = {
        int(tick): wording.whole(int(tick)) if title else "" for tick in locator.tick_values(0, high) if tick <= high
    }
    scale_x(axes, 0, high, ticks, title)


def draw_answers(results: Results) -> Block:
    """Draw how the answers to each unsur are spread over the scale.

    Parameters
    ----------
    results : Results
        Of the unit.

    Returns
    -------
    Block
        Bars of 100 per cent, or a sentence when nobody answered.
    """
    tally = results.survey.tally
    if not tally.n.any():
        return Text.plain("Tidak ada gambar sebaran jawaban karena tidak ada jawaban yang dapat dihitung.")
    totals = tally.n.tolist()
    shares = [
        [Fraction(100 * part, total) if total else Fraction(0) for part in counts]
        for counts, total in zip(tally.counts.tolist(), totals, strict=True)
    ]
    with house_style():
        rows = _stack_rows(results, tally.unsur, ANSWER_KEYS, totals)
        _draw_stacks(rows, ANSWER_KEYS, shares, 100.0, [[wording.percent(share, 1) for share in row] for row in shares])
        scale_x(rows.axes[0], 0, 100, PERCENT, "Persentase jawaban terhadap seluruh jawaban unsur itu (n)")
        title = "Sebaran jawaban setiap unsur"
        notes = ("Angka di dalam batang adalah persentase; bagian yang terlalu sempit tidak diberi angka.",)
        return Figure.from_matplotlib(rows.drawing, title, _answers_alt(results, shares), notes=notes)


def _answers_alt(results: Results, shares: Sequence[Sequence[Fraction]]) -> str:
    """Say where good answers are most and least frequent."""
    labels = results.survey.parameters.label_unsur
    good = {
        labels[unsur]: row[-2] + row[-1]
        for unsur, row in zip(results.survey.tally.unsur, shares, strict=True)
        if sum(row)
    }
    ends = [f"{wording.percent(end(good.values()), 1)} pada unsur {end(good, key=good.get)}" for end in (max, min)]
    return (
        "Batang bertumpuk persentase jawaban 1 sampai 4 untuk setiap unsur. Bagian jawaban 3 dan 4 paling besar "
        f"{ends[0]} dan paling kecil {ends[1]}."
    )


def draw_sentiment(results: Results) -> Block:
    """Draw how many comments speak well or ill of each unsur.

    Parameters
    ----------
    results : Results
        Of the unit.

    Returns
    -------
    Block
        Stacked bars of counts, or a sentence when there are no comments to count.
    """
    summary = results.sentiment
    if summary is None or not summary.substantif:
        return Text.plain(
            "Tidak ada gambar sentimen karena tidak ada komentar bermuatan yang telah ditandai sentimennya."
        )
    counts = summary.per_unsur
    table = counts[list(SUBSTANTIVE)].to_numpy().tolist()
    keys = [SENTIMENT_KEYS[name] for name in SUBSTANTIVE]
    with house_style():
        rows = _stack_rows(results, counts["unsur"].tolist(), keys, counts["n"].tolist())
        high = float(counts["n"].max())
        _draw_stacks(rows, keys, table, high, [[wording.whole(n) if n else "" for n in row] for row in table])
        _scale_counts(rows.axes[0], high, "Jumlah komentar (n)")
        return Figure.from_matplotlib(rows.drawing, "Sentimen komentar setiap unsur", _sentiment_alt(results))


def _sentiment_alt(results: Results) -> str:
    """Say the totals, and which unsur has the most negative comments."""
    counts, labels = results.sentiment.per_unsur, results.survey.parameters.label_unsur
    totals = [f"{wording.whole(int(counts[name].sum()))} {name}" for name in SUBSTANTIVE]
    most = int(counts["negatif"].max())
    names = [labels.get(row.unsur, GENERAL_NAME.lower()) for row in counts.itertuples() if row.negatif == most]
    said = f" Komentar negatif terbanyak: {wording.listing(names)} ({wording.whole(most)})." if most else ""
    return f"Batang bertumpuk jumlah komentar setiap unsur, seluruhnya {wording.listing(totals)}.{said}"


def _stack_rows(results: Results, unsur: Sequence[str], keys: Sequence[Key], totals: Sequence[int]) -> Rows:
    """Begin a chart of stacked bars: a row for each unsur, its total at the right, the legend above."""
    parameters = results.survey.parameters
    names = [GENERAL_NAME if name == GENERAL else parameters.nama_unsur[name] for name in unsur]
    codes = [parameters.label_unsur.get(name, "") for name in unsur]
    columns = {"n": [wording.whole(int(total)) for total in totals]}
    head = legend_height(keys) + COLUMNS_HEAD
    rows = lay_out_rows([Panel(names, codes)], head=head, right=columns_width(columns), row=STACK_ROW)
    draw_legend(rows.drawing, keys)
    write_columns(rows, columns)
    return rows


def _draw_stacks(
    rows: Rows, keys: Sequence[Key], values: Sequence[Sequence[Fraction]], high: float, labels: Sequence[Sequence[str]]
) -> None:
    """Draw stacked bars with a figure inside each part that is wide enough for it."""
    axes, middles = rows.axes[0], rows.middles[0]
    ends = [[float(sum(row[:place])) for place in range(len(keys) + 1)] for row in values]
    for place, key in enumerate(keys):
        starts, widths = [end[place] for end in ends], [end[place + 1] - end[place] for end in ends]
        look = {"color": key.fill, "hatch": key.hatch or None, "edgecolor": key.edge if key.hatch else WHITE}
        axes.barh(middles, widths, left=starts, height=STACK_HEIGHT, linewidth=0.7, **look)
        box = {"facecolor": key.fill, "edgecolor": "none", "pad": 1.0} if key.hatch else None
        for middle, start, width, texts in zip(middles, starts, widths, labels, strict=True):
            if width and text_width(texts[place], SMALL_SIZE) + LABEL_ROOM <= width * rows.width / high:
                look = {"color": ink_on(key.fill), "fontsize": SMALL_SIZE, "bbox": box, "ha": "center"}
                axes.text(start + width / 2, middle, texts[place], va="center", **look)
    axes.axvline(0, color=RULE, linewidth=0.8)
