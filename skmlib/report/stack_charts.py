"""Charts of parts of a whole: the answers to each unsur, and the sentiment of the comments about it.

Each unsur is a bar of parts that differ in brightness and pattern, not in colour alone, with its figure inside each part that
is wide enough and the whole (`n`) at the right. Answers are shown in per cent of n, comments as counts.
"""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

from skmlib.report import sources, wording
from skmlib.report.blocks import Block, Blocks, Figure, Text
from skmlib.report.count_charts import LABEL_ROOM, scale_counts
from skmlib.report.drawing import ACCENT, BLUE, RULE, SMALL_SIZE, WHITE, house_style, ink_on
from skmlib.report.legend import Key, draw_legend, legend_height
from skmlib.report.lettering import text_width
from skmlib.report.plot import Plot
from skmlib.report.row_layout import COLUMNS_HEAD, Columns, Panel, Rows, columns_width, lay_out_rows, write_columns
from skmlib.survey.comments import SUBSTANTIVE
from skmlib.survey.regulation import SCALE_MAX, SCALE_MIN
from skmlib.survey.results import Results
from skmlib.survey.sentiment import GENERAL

GENERAL_NAME = "Komentar umum"
STACK_ROW = 23.0
STACK_HEIGHT = 15.0
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


@sources.sourced(sources.answers)
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
    totals = tally.counts.sum(axis=1).tolist()
    shares = [
        [Fraction(100 * part, total) if total else Fraction(0) for part in counts]
        for counts, total in zip(tally.counts.tolist(), totals, strict=True)
    ]
    with house_style():
        rows = _stack_rows(results, tally.unsur, ANSWER_KEYS, totals)
        labels = [[wording.share(share, 1) for share in row] for row in shares]
        plot = draw_stacks(rows, ANSWER_KEYS, shares, 100.0, labels)
        plot.scale_x(PERCENT, "Persentase jawaban terhadap seluruh jawaban unsur itu (n)")
        title = "Sebaran jawaban setiap unsur"
        notes = ("Angka di dalam batang adalah persentase; bagian yang terlalu sempit tidak diberi angka.",)
        return Figure.from_matplotlib(rows.drawing, title, _answers_alt(results, shares), notes=notes)


def _answers_alt(results: Results, shares: Sequence[Sequence[Fraction]]) -> str:
    """Say where good answers are most and least frequent."""
    labels = results.survey.parameters.label_unsur
    rows = zip(results.survey.tally.unsur, shares, strict=True)
    good = {labels[unsur]: wording.percent(row[-2] + row[-1], 1) for unsur, row in rows if any(row)}
    order = sorted((row[-2] + row[-1] for row in shares if any(row)), reverse=True)
    ends = [wording.percent(share, 1) for share in (order[0], order[-1])]
    told = [f"{end} pada unsur {wording.listing([name for name in good if good[name] == end])}" for end in ends]
    return (
        "Batang bertumpuk persentase jawaban 1 sampai 4 untuk setiap unsur. Bagian jawaban 3 dan 4 paling besar "
        f"{told[0]} dan paling kecil {told[1]}."
    )


@sources.sourced(sources.comments)
def draw_sentiment(results: Results) -> Block:
    """Draw how many comments speak well or ill of each unsur.

    Parameters
    ----------
    results : Results
        Of the unit.

    Returns
    -------
    Block
        Stacked bars of counts, or nothing: the sentence before it says that there are no comments to count.
    """
    summary = results.sentiment
    if summary is None or not summary.substantif:
        return Blocks([])
    counts = summary.per_unsur
    table = counts[list(SUBSTANTIVE)].to_numpy().tolist()
    keys = [SENTIMENT_KEYS[name] for name in SUBSTANTIVE]
    with house_style():
        rows = _stack_rows(results, counts["unsur"].tolist(), keys, counts["n"].tolist())
        high = float(counts["n"].max())
        labels = [[wording.whole(n) if n else "" for n in row] for row in table]
        scale_counts(draw_stacks(rows, keys, table, high, labels), "Jumlah komentar (n)")
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
    """Begin a chart of stacked bars: a row for each unsur, its total at the right."""
    parameters = results.survey.parameters
    names = [GENERAL_NAME if name == GENERAL else parameters.nama_unsur[name] for name in unsur]
    codes = [parameters.label_unsur.get(name, "") for name in unsur]
    return stack_rows(Panel(names, codes), keys, {"n": [wording.whole(int(total)) for total in totals]})


def stack_rows(panel: Panel, keys: Sequence[Key], columns: Columns) -> Rows:
    """Begin a chart of stacked bars: named rows, columns of figures at the right, the legend above.

    Parameters
    ----------
    panel : Panel
        Names of the rows.
    keys : sequence of Key
        What the parts mean, from left to right.
    columns : mapping
        Figures at the right by their headings, one for each row.

    Returns
    -------
    Rows
    """
    head = legend_height(keys) + COLUMNS_HEAD
    rows = lay_out_rows([panel], head=head, right=columns_width(columns), row=STACK_ROW)
    draw_legend(rows.drawing, keys)
    write_columns(rows, columns)
    return rows


def draw_stacks(
    rows: Rows, keys: Sequence[Key], values: Sequence[Sequence[Fraction]], high: float, labels: Sequence[Sequence[str]]
) -> Plot:
    """Draw stacked bars with a figure inside each part that is wide enough for it.

    Parameters
    ----------
    rows : Rows
        From `stack_rows`.
    keys : sequence of Key
        What the parts mean.
    values : sequence of sequence of Fraction
        The parts of each row.
    high : float
        Where the axis ends.
    labels : sequence of sequence of str
        The figure of each part.

    Returns
    -------
    Plot
        Whose x scale is still to be shown.
    """
    plot = rows.plot(0, high)
    for middle, row, texts in zip(rows.middles[0], values, labels, strict=True):
        ends = [float(sum(row[:place])) for place in range(len(row) + 1)]
        for key, text, start, end in zip(keys, texts, ends, ends[1:], strict=False):
            if end == start:
                continue
            edge = {"hatch": key.hatch, "edgecolor": key.edge} if key.hatch else {"edgecolor": WHITE}
            plot.add_bar((start, end), middle, STACK_HEIGHT, facecolor=key.fill, linewidth=0.7, **edge)
            if text_width(text, SMALL_SIZE) + LABEL_ROOM <= (end - start) * rows.width / high:
                box = (key.fill, 1.0) if key.hatch else None
                look = {"color": ink_on(key.fill), "fontsize": SMALL_SIZE, "box": box, "ha": "center"}
                plot.write((start + end) / 2, middle, text, va="center", **look)
    plot.rule_x(0, color=RULE, linewidth=0.8)
    return plot
