"""Importance and performance of the unsur (BAB IV): table, sentences, and the chart with four quadrants.

In the chart each unsur is a dot with its code beside it, moved where it would cover another; two lines at the means part the
quadrants, which are named in the corners. The table beside it has every figure of the chart.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from matplotlib.text import Text as TurnedLetters
from matplotlib.ticker import MaxNLocator

from skmlib.report import sources, wording
from skmlib.report.blocks import Block, Blocks, Column, Figure, Table, Text
from skmlib.report.drawing import (
    BLUE,
    GAP,
    LIMIT_DASHES,
    PAGE_WIDTH,
    RULE,
    SMALL_SIZE,
    WHITE,
    house_style,
    start_drawing,
    write,
)
from skmlib.report.legend import MARKER_SIZE
from skmlib.report.lettering import BOLD, text_width, widest
from skmlib.report.plot import Plot
from skmlib.survey.importance import KUADRAN, TURUNAN, Importance
from skmlib.survey.results import Results

NO_IMPORTANCE = (
    "Survei ini tidak menanyakan kepentingan setiap unsur maupun kepuasan menyeluruh, sehingga kepentingan dan kinerja tidak "
    "dibandingkan."
)
NO_QUADRANT = "Kepentingan tidak dapat dihitung untuk satu unsur pun; alasannya ada pada tabel."
TITLE = "Kepentingan dan kinerja unsur"
SIDE = 250.0
LEFT = 52.0
TOP = 20.0
RIGHT = 14.0
BOTTOM = 34.0
ROOM = 0.16
LETTER_HEIGHT = 9.0
BESIDE = 6.0
PLACES = ((1, 0), (-1, 0), (0, 1), (0, -1), (1, 1), (-1, 1), (1, -1), (-1, -1))
TICKS = 5
CORNERS = {
    "prioritas utama": (0.0, 1.0),
    "pertahankan": (1.0, 1.0),
    "prioritas rendah": (0.0, 0.0),
    "berlebihan": (1.0, 0.0),
}


def importance_text(results: Results) -> Text:
    """Name the unsur of each quadrant, and say where the importance comes from.

    Parameters
    ----------
    results : Results
        Of the unit.

    Returns
    -------
    Text
        Two sentences, or why there are none.
    """
    found = results.importance
    if found is None:
        return Text.plain(NO_IMPORTANCE)
    if found.rata_kinerja is None:
        return Text.plain(NO_QUADRANT)
    labels = results.survey.parameters.label_unsur
    named = {kuadran: [labels[unsur] for unsur in found.in_quadrant(kuadran)] for kuadran in KUADRAN}
    parts = [f"{kuadran}: {wording.listing(codes)}" for kuadran, codes in named.items() if codes]
    return Text.plain(f"{_source(found)} Menurut rata-rata keduanya, {'; '.join(parts)}.")


def _source(found: Importance) -> str:
    """Say where the importance comes from."""
    if found.jenis == TURUNAN:
        return (
            "Kepentingan unsur ini turunan: korelasi Pearson antara jawaban untuk unsur itu dan jawaban atas satu pertanyaan "
            "tentang kepuasan menyeluruh. Korelasi tidak membuktikan sebab."
        )
    return "Kepentingan unsur adalah rata-rata jawaban responden atas pertanyaan seberapa penting unsur itu."


@sources.sourced(sources.answers)
def importance_table(results: Results) -> Block:
    """Tabulate importance, performance and quadrant; nothing where importance was not asked, which `importance_text` says.

    Parameters
    ----------
    results : Results
        Of the unit.

    Returns
    -------
    Block
        One row per unsur and one of the means, or an empty block.
    """
    found = results.importance
    if found is None:
        return Blocks([])
    labels, names = results.survey.parameters.label_unsur, results.survey.parameters.nama_unsur
    decimals = _decimals(found)
    rows = [
        (
            labels[row.unsur],
            names[row.unsur],
            wording.whole(row.n),
            wording.number(row.kepentingan, decimals),
            wording.number(row.kinerja),
            row.alasan or row.kuadran.capitalize(),
        )
        for row in found.unsur.itertuples(index=False)
    ]
    means = (wording.number(found.rata_kepentingan, decimals), wording.number(found.rata_kinerja))
    columns = (
        Column("Kode"),
        Column("Unsur", width=3),
        Column("n", "kanan"),
        Column(_kind(found), "kanan"),
        Column("Kinerja (NRR)", "kanan"),
        Column("Kuadran", width=2),
    )
    note = "Rata-rata dihitung atas unsur yang memiliki kedua nilai. Nilai tepat pada rata-rata termasuk sisi atas."
    total = ("", "Rata-rata", "", *means, "")
    return Table(TITLE, columns, (*rows, total), (_source(found), note), row_headers=2, strong_rows=(len(rows),))


def _kind(found: Importance) -> str:
    """Name the measure of importance."""
    return "Kepentingan (turunan, r)" if found.jenis == TURUNAN else "Kepentingan (dinyatakan)"


def _decimals(found: Importance) -> int:
    """Choose the decimals of the importance."""
    return 3 if found.jenis == TURUNAN else 2


@sources.sourced(sources.answers)
def draw_importance(results: Results) -> Block:
    """Draw importance against performance in four quadrants.

    Parameters
    ----------
    results : Results
        Of the unit.

    Returns
    -------
    Block
        A figure, or nothing where no unsur has both, which `importance_text` says.
    """
    found = results.importance
    if found is None or found.rata_kinerja is None:
        return Blocks([])
    labels = results.survey.parameters.label_unsur
    shown = found.unsur[found.unsur["kuadran"].notna()]
    dots = {labels[row.unsur]: (float(row.kinerja), float(row.kepentingan)) for row in shown.itertuples()}
    means = float(found.rata_kinerja), float(found.rata_kepentingan)
    with house_style():
        drawing = start_drawing(TOP + SIDE + BOTTOM)
        x, y = (_ends(values, mean) for values, mean in zip(zip(*dots.values(), strict=True), means, strict=True))
        plot = Plot(drawing, LEFT, TOP, PAGE_WIDTH - LEFT - RIGHT, SIDE, x=x, y=y)
        plot.scale_x(_ticks(*x), "Kinerja (NRR)")
        plot.scale_y(_ticks(*y))
        look = {"rotation": 90, "rotation_mode": "anchor", "fontsize": SMALL_SIZE, "ha": "center"}
        beside = LEFT - 2 * GAP - widest(list(_ticks(*y).values()), SMALL_SIZE)
        plot.add(TurnedLetters(beside, TOP + SIDE / 2, _kind(found), transform=drawing.points, **look))
        plot.rule_x(means[0], color=RULE, linewidth=0.9, linestyle=LIMIT_DASHES)
        plot.rule_y(means[1], color=RULE, linewidth=0.9, linestyle=LIMIT_DASHES)
        for kuadran, (across, up) in CORNERS.items():
            look = {"fontsize": SMALL_SIZE, "fontweight": BOLD, "ha": "right" if across else "left"}
            left = LEFT + across * (PAGE_WIDTH - LEFT - RIGHT)
            write(drawing, left, TOP - BESIDE if up else TOP + SIDE - BESIDE, kuadran.capitalize(), **look)
        _draw_dots(plot, dots)
        return Figure.from_matplotlib(drawing, TITLE, _alt(results))


def _ends(values: Sequence[float], middle: float) -> tuple[float, float]:
    """Choose where a scale begins and ends: with room around the dots."""
    room = ROOM * max(max(values) - min(values), 0.1)
    return min(*values, middle) - room, max(*values, middle) + room


def _ticks(low: float, high: float) -> dict[float, str]:
    """Label the ticks of a scale, with a decimal comma."""
    return {tick: wording.number(tick) for tick in MaxNLocator(TICKS).tick_values(low, high)}


def _draw_dots(plot: Plot, dots: dict[str, tuple[float, float]]) -> None:
    """Draw every dot, and its code where it covers neither a dot nor another code."""
    spots = {code: plot.at(*dot) for code, dot in dots.items()}
    taken = [(x - 3, x + 3, y - 3, y + 3) for x, y in spots.values()]
    for code, dot in dots.items():
        plot.add_line([dot[0]], [dot[1]], marker="o", markersize=MARKER_SIZE, linestyle="none", color=BLUE)
        proposed = list(_boxes(code, spots[code]))
        free = (place for place in proposed if not any(_overlap(place[0], other) for other in taken))
        box, (right, down) = next(free, proposed[0])
        taken.append(box)
        # a mean line does not cross a code
        look = {"ha": "center", "va": "center", "fontsize": SMALL_SIZE, "box": (WHITE, 0.5)}
        plot.write(*dot, code, right=right, down=down, **look)


def _boxes(code: str, spot: tuple[float, float]) -> Iterator[tuple[tuple[float, ...], tuple[float, float]]]:
    """Propose places for a code around its dot: nearer ones first."""
    width = text_width(code, SMALL_SIZE)
    for distance in (1.0, 2.0, 3.0):
        for right, up in PLACES:
            across, down = right * (width / 2 + BESIDE) * distance, -up * (LETTER_HEIGHT / 2 + BESIDE) * distance
            x, y = spot[0] + across, spot[1] + down
            yield (x - width / 2, x + width / 2, y - LETTER_HEIGHT / 2, y + LETTER_HEIGHT / 2), (across, down)


def _overlap(one: tuple[float, ...], other: tuple[float, ...]) -> bool:
    """Tell whether two boxes (left, right, and two heights) overlap."""
    return one[0] < other[1] and other[0] < one[1] and one[2] < other[3] and other[2] < one[3]


def _alt(results: Results) -> str:
    """Say which unsur lie in which quadrant."""
    labels = results.survey.parameters.label_unsur
    named = {kuadran: results.importance.in_quadrant(kuadran) for kuadran in KUADRAN}
    parts = [
        f"{kuadran} {wording.listing([labels[unsur] for unsur in unsurs]) if unsurs else 'tidak ada'}"
        for kuadran, unsurs in named.items()
    ]
    return f"Diagram sebar kinerja (mendatar) dan kepentingan (tegak) setiap unsur dengan empat kuadran: {'; '.join(parts)}."
