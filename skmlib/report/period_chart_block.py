"""The small chart of a unit over its periods, for the index page: the IKM among the band limits.

It is written as SVG by hand and styled by the page, so that hundreds of units cost milliseconds. The axis, the bands and their
limits are those of the report's own charts (`score_scale`). One period alone shows where its value stands among the bands.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Sequence
from fractions import Fraction

from skmlib.parameters.periods import ended_before
from skmlib.report import wording
from skmlib.report.markup import Html, element
from skmlib.report.score_scale import IKM_SCALE, Span, find_spans

WIDTH, HEIGHT = 340.0, 158.0
TOP, BOTTOM = 6.0, 24.0
RIGHT = 74.0
LIMIT_PLACE = 5.0
LETTER_PLACE = 52.0
LEAST_LETTER = 13.0
LABEL_GAP = 8.0
TEXT_SIZE = 12.0
RADIUS = 4.5
MOST_PERIODS = 5


@dataclasses.dataclass(frozen=True)
class PeriodValue:
    """The IKM of one period: its letter, and the ends of its interval where there is one."""

    periode: str
    ikm: Fraction
    mutu: str = ""
    low: float | None = None
    high: float | None = None

    @property
    def top(self) -> float:
        """The highest value drawn."""
        return float(self.ikm) if self.high is None else max(float(self.ikm), self.high)

    @property
    def bottom(self) -> float:
        """The lowest value drawn."""
        return float(self.ikm) if self.low is None else min(float(self.ikm), self.low)


def period_chart_html(nama: str, values: Sequence[PeriodValue]) -> Html:
    """Draw the IKM of a unit over its periods.

    Parameters
    ----------
    nama : str
        The unit, for the alt text.
    values : sequence of PeriodValue
        Oldest first; the last five are drawn.

    Returns
    -------
    Html
        A `figure` with an SVG named by its alt text, and below it where the axis begins and how many periods were left out;
        empty without values.

    Examples
    --------
    >>> chart = period_chart_html("Loket", [PeriodValue("2024", Fraction("88.38"), "A")])
    >>> 'aria-label="IKM Loket: Tahun 2024 88,38 (mutu A)."' in chart
    True
    """
    if not values:
        return Html("")
    shown = list(values)[-MOST_PERIODS:]
    start = IKM_SCALE.begin([value.bottom for value in shown])
    spans = find_spans(IKM_SCALE, start)
    parts = [part for span in spans for part in _span(span, spans)]
    places = [(WIDTH - RIGHT) * (place + 0.5) / len(shown) for place in range(len(shown))]
    points = [f"{x:.1f},{_y(float(value.ikm), spans):.1f}" for x, value in zip(places, shown, strict=True)]
    names = [value.periode for value in shown]
    for place, value in enumerate(shown):  # a year and its halves are no steps of one line
        over = ended_before(value.periode, names)
        if over:
            before = points[names.index(over[-1])]
            parts.append(element("polyline", points=f"{before} {points[place]}", class_="g-garis"))
    parts += [part for x, value in zip(places, shown, strict=True) for part in _value(x, value, spans)]
    box = {"viewBox": f"0 0 {WIDTH:g} {HEIGHT:g}"}
    svg = element("svg", *parts, role="img", aria_label=_alt(nama, shown), **box)
    cut = f"; {len(shown)} periode terakhir dari {len(values)}" if len(shown) < len(values) else ""
    return element("figure", svg, element("figcaption", f"{IKM_SCALE.title(start)}{cut}"), class_="grafik")


def _y(value: float, spans: Sequence[Span]) -> float:
    """Place a value from the top."""
    high, low = spans[0].high, spans[-1].low
    return TOP + (HEIGHT - TOP - BOTTOM) * (high - value) / (high - low)


def _span(span: Span, spans: Sequence[Span]) -> list[Html]:
    """Draw a band: its shade, its letter, and its lower limit with the value."""
    top, bottom = _y(span.high, spans), _y(span.low, spans)
    parts = []
    if span.is_shaded:
        look = {"width": f"{WIDTH - RIGHT:g}", "height": f"{bottom - top:.1f}", "class_": "g-pita"}
        parts.append(element("rect", x="0", y=f"{top:.1f}", **look))
    if bottom - top >= LEAST_LETTER:
        parts.append(_text(WIDTH - RIGHT + LETTER_PLACE, (top + bottom) / 2, span.mutu, "g-mutu"))
    if span.label:
        ends = {"x1": "0", "x2": f"{WIDTH - RIGHT:g}", "y1": f"{bottom:.1f}", "y2": f"{bottom:.1f}"}
        parts.append(element("line", class_="g-batas", **ends))
        parts.append(_text(WIDTH - RIGHT + LIMIT_PLACE, bottom, span.label, "g-angka"))
    return parts


def _value(x: float, value: PeriodValue, spans: Sequence[Span]) -> list[Html]:
    """Draw a period: its interval, its marker, the figure above and its name below."""
    parts = []
    if value.low is not None and value.high is not None:
        ends = {"y1": f"{_y(value.high, spans):.1f}", "y2": f"{_y(value.low, spans):.1f}"}
        parts.append(element("line", x1=f"{x:.1f}", x2=f"{x:.1f}", class_="g-selang", **ends))
    parts.append(element("circle", cx=f"{x:.1f}", cy=f"{_y(float(value.ikm), spans):.1f}", r=f"{RADIUS:g}"))
    above = max(_y(value.top, spans) - LABEL_GAP - RADIUS, TOP + TEXT_SIZE / 2)
    has_room = above + RADIUS < _y(float(value.ikm), spans) - RADIUS
    place = above if has_room else _y(value.bottom, spans) + LABEL_GAP + RADIUS
    parts.append(_text(x, place, wording.number(value.ikm), "g-nilai"))
    parts.append(_text(x, HEIGHT - BOTTOM / 2 + 2, value.periode, "g-periode"))
    return parts


def _text(x: float, middle: float, text: str, class_: str) -> Html:
    """Write letters around a height."""
    return element("text", text, x=f"{x:.1f}", y=f"{middle + TEXT_SIZE / 3:.1f}", class_=class_)


def _alt(nama: str, values: Sequence[PeriodValue]) -> str:
    """Say every value with its letter."""
    told = [
        f"{wording.periode(value.periode)} {wording.number(value.ikm)}{f' (mutu {value.mutu})' if value.mutu else ''}"
        for value in values
    ]
    return f"IKM {nama}: {wording.listing(told)}."
