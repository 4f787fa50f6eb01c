"""Figures: a drawing, and in words what it shows.

`Figure.from_matplotlib` turns a drawing into SVG whose letters stay letters, so that they can be searched, read aloud
and set in the report's own typeface, and whose bytes depend on nothing but the drawing: no date, a fixed salt. In
HTML the SVG stands in the page and scales with it; in the PDF it is embedded. The alt text says what the picture shows.
"""

from __future__ import annotations

import contextlib
import dataclasses
import hashlib
import io
import re
import warnings
from collections.abc import Iterator
from typing import TYPE_CHECKING

from skmlib.report.block import Block
from skmlib.report.markup import Html, Typst, call, element
from skmlib.report.table_block import below_html, numbered
from skmlib.survey.unseen import show_unseen

if TYPE_CHECKING:
    import matplotlib.figure

FONT_FAMILY = "Source Sans 3"
HASH_SALT = "skm"
POINTS_PER_INCH = 72
SCREEN_SCALE = 1.35  # letters of a chart are drawn for paper, at 9 to 10 points; text on a screen is larger
NO_METADATA = {"Date": None, "Creator": None, "Format": None, "Type": None}
ROOT_TAG = re.compile(r"<svg\b[^>]*>", re.DOTALL)
TAG = re.compile(r"<[^<>]*>")
IDENTIFIER = re.compile(r'\sid="([^"]*)"')
REFERENCE = re.compile(r'(url\(#|href="#)([^")]*)')


@contextlib.contextmanager
def drawn_without_warning() -> Iterator[None]:
    """Draw letters that the typeface lacks without a warning: the page has them as letters, and the PDF shows their signs."""
    with warnings.catch_warnings():
        warnings.filterwarnings("ignore", message=r"Glyph \d+ .* missing from font", category=UserWarning)
        yield


@dataclasses.dataclass(frozen=True)
class Figure(Block):
    """A numbered figure with a caption below it.

    Parameters
    ----------
    title : str
        Caption; the exporter puts "Gambar 2." before it.
    svg : str
        The drawing, a whole SVG document made by the program itself.
    alt : str
        What the picture shows, in a sentence or two, with the figures that matter.
    source : str
        Where the figures come from.
    notes : tuple of str
        Sentences below the caption.
    width : float
        Natural width in points (1/72 inch).

    Examples
    --------
    >>> Figure("Nilai", '<svg viewBox="0 0 4 3"></svg>', alt="Dua batang.", width=200).brief()
    'Gambar: Nilai. Dua batang.'
    """

    title: str
    svg: str
    alt: str
    source: str = ""
    notes: tuple[str, ...] = ()
    width: float = 460.0

    def __post_init__(self) -> None:
        """Refuse a figure that says nothing to those who cannot see it, or that is no SVG."""
        if not self.alt.strip():
            raise ValueError(f"Figure {self.title!r}: alt is empty; say in a sentence what the picture shows")
        if ROOT_TAG.search(self.svg) is None:
            raise ValueError(f"Figure {self.title!r}: svg holds no <svg> element; give a whole SVG document")

    @classmethod
    def from_matplotlib(
        cls, figure: matplotlib.figure.Figure, title: str, alt: str, *, source: str = "", notes: tuple[str, ...] = ()
    ) -> Figure:
        """Save a drawing as SVG with letters as letters and bytes that are the same each time.

        Parameters
        ----------
        figure : matplotlib.figure.Figure
            The drawing, built without `pyplot`.
        title, alt : str
            Caption, and what the picture shows.
        source : str
            Where the figures come from.
        notes : tuple of str
            Sentences below the caption.

        Returns
        -------
        Figure
            The block.

        Examples
        --------
        >>> from matplotlib.figure import Figure as Drawing
        >>> Figure.from_matplotlib(Drawing(figsize=(2, 1)), "Kosong", "Tidak ada data.").width
        144.0
        """
        import matplotlib

        buffer = io.StringIO()
        with matplotlib.rc_context({"svg.fonttype": "none", "svg.hashsalt": HASH_SALT}), drawn_without_warning():
            figure.savefig(buffer, format="svg", metadata=NO_METADATA)
        width = float(figure.get_figwidth()) * POINTS_PER_INCH
        return cls(title, buffer.getvalue(), alt, source=source, notes=notes, width=width)

    def html(self) -> Html:
        """Write a `figure` with the SVG inside, named by the alt text."""
        svg = Html(inline_svg(self.svg, self.alt))
        # On a telephone a drawing scrolls in its frame, which the keyboard must reach too.
        frame = {"class_": "lukisan", "role": "group", "tabindex": 0, "aria_label": self.title or "Gambar"}
        drawing = element("div", svg, style=f"max-width:{self.width * SCREEN_SCALE:g}pt", **frame)
        caption = element("figcaption", *numbered("Gambar", self.title)) if self.title else ""
        return element("figure", drawing, caption, below_html(self.source, self.notes), class_="gambar")

    def typst(self) -> Typst:
        """Write a call of `skm-gambar`."""
        picture = call("bytes", re.sub(r"^\s+", "", self.svg[ROOT_TAG.search(self.svg).start() :], flags=re.MULTILINE))
        named = {"lebar": Typst(f"{self.width:g}pt"), "sumber": self.source, "catatan": self.notes}
        return call("skm-gambar", self.title, picture, self.alt, **named)

    def brief(self) -> str:
        """Give title and alt text."""
        return f"Gambar: {self.title}. {self.alt}"


def inline_svg(svg: str, alt: str) -> str:
    """Prepare an SVG document to stand inside a page.

    The prologue and the fixed size go, identifiers nobody refers to go, the others get a prefix made from the drawing,
    so that two drawings in one page do not share them.

    Parameters
    ----------
    svg : str
        A whole SVG document.
    alt : str
        What the picture shows.

    Returns
    -------
    str
        An `svg` element.

    Examples
    --------
    >>> inline_svg('<?xml version="1.0"?><svg width="4pt" viewBox="0 0 4 3"><g id="axes_1"/></svg>', "Kosong")
    '<svg role="img" aria-label="Kosong" viewBox="0 0 4 3"><g/></svg>'
    """
    root = ROOT_TAG.search(svg)
    view = re.search(r'viewBox="[-0-9. ]+"', root.group())
    inside = show_unseen(svg[root.end() :])
    inside = re.sub(r"\s*<metadata>.*?</metadata>", "", inside, flags=re.DOTALL).rstrip()
    used = {match.group(2) for match in REFERENCE.finditer(inside)}
    prefix = hashlib.sha256(svg.encode("utf-8", "replace")).hexdigest()[:8]

    def rename(tag: re.Match[str]) -> str:
        own = IDENTIFIER.sub(lambda match: f' id="{prefix}-{match[1]}"' if match[1] in used else "", tag[0])
        return REFERENCE.sub(lambda match: f"{match[1]}{prefix}-{match[2]}", own)

    inside = TAG.sub(rename, inside)  # a label may read like an attribute
    opening = element("svg", role="img", aria_label=alt).removesuffix("></svg>")
    return f"{opening} {view.group()}>{inside}" if view else f"{opening}>{inside}"
