"""Letters in charts: our typeface, how wide a word is, and how a long name is broken into lines.

Charts lay themselves out from measured widths, so that no label is cut and no drawing has to be tried out first. Names come
from data: signs that cannot be seen are shown, and a name that is too long for its place is wrapped, never shortened.
Lengths are points (1/72 inch).
"""

from __future__ import annotations

import functools
import io
import itertools
from collections.abc import Sequence
from pathlib import Path

from matplotlib.font_manager import FontProperties, findfont, fontManager
from matplotlib.ft2font import FT2Font, LoadFlags

from skmlib.report.figure_block import FONT_FAMILY, POINTS_PER_INCH
from skmlib.survey.unseen import show_unseen, sign

FONTS = Path(__file__).parents[1] / "fonts"
FAMILIES = (FONT_FAMILY, "DejaVu Sans")  # the second comes with matplotlib, for letters that ours has not
REGULAR = 400
BOLD = 700
MEASURED_SIZE = 100.0
FIXED_POINT = 65536  # FreeType gives advances in such parts
BREAK = "\u200b"
BALANCE_STEPS = 25


def _add_fonts() -> None:
    """Let matplotlib know our typeface, before any copy of it on the system."""
    known = len(fontManager.ttflist)
    for path in sorted(FONTS.glob("*.ttf")):
        fontManager.addfont(path)
    fontManager.ttflist[:] = fontManager.ttflist[known:] + fontManager.ttflist[:known]


_add_fonts()


@functools.cache
def printable() -> frozenset[int]:
    """Code points that all faces of our typeface hold; the PDF shows others as signs."""
    return frozenset.intersection(
        *(frozenset(FT2Font(str(path)).get_charmap()) for path in FONTS.glob("SourceSans3-*.ttf"))
    )


@functools.cache
def _face(weight: int) -> FT2Font:
    """Load our typeface for measuring; from memory, for a font reads its file letter for letter."""
    typeface = findfont(FontProperties(family=FONT_FAMILY, weight=weight))
    face = FT2Font(io.BytesIO(Path(typeface).read_bytes()))
    face.set_size(MEASURED_SIZE, POINTS_PER_INCH)
    return face


def text_width(text: str, size: float, *, weight: int = REGULAR) -> float:
    """Measure a text, its widest line; a letter that our typeface lacks counts as the sign that the PDF shows for it.

    Parameters
    ----------
    text : str
        One or more lines.
    size : float
        Size of the letters in points.
    weight : int
        `REGULAR` or `BOLD`.

    Returns
    -------
    float
        Width in points.

    Examples
    --------
    >>> text_width("88,38", 18) == 2 * text_width("88,38", 9)
    True
    >>> text_width("mutu", 9, weight=BOLD) > text_width("mutu", 9)
    True
    """
    widths = (sum(_advance(letter, weight) for letter in line) for line in text.split("\n"))
    return max(widths) * size / MEASURED_SIZE


@functools.lru_cache(maxsize=4096)
def _advance(letter: str, weight: int) -> float:
    """Measure a letter of `MEASURED_SIZE` with the room around it: in words most letters stand as close or closer."""
    face = _face(weight)
    shown = letter if ord(letter) in printable() else sign(letter)
    return sum(face.load_char(ord(one), flags=LoadFlags.NO_HINTING).linearHoriAdvance for one in shown) / FIXED_POINT


def wrap_text(text: str, width: float, size: float) -> str:
    """Break a name into as few lines of at most a width as it needs, about equally long.

    A line ends at a space, or after a slash or hyphen; a word that is longer than a line is broken where it must.

    Parameters
    ----------
    text : str
        A name.
    width : float
        In points.
    size : float
        Size of the letters in points.

    Returns
    -------
    str
        Lines parted by a line feed.

    Examples
    --------
    >>> print(wrap_text("Penanganan pengaduan, saran, dan masukan", 150, 9))
    Penanganan pengaduan,
    saran, dan masukan
    """
    lines = _fill_lines(text, width, size)
    if len(lines) == 1:
        return lines[0]
    least = widest([part for word in show_unseen(text).split() for part in _parts(word)], size)
    for share in range(BALANCE_STEPS - 1, 0, -1):
        tried = width * share / BALANCE_STEPS
        if tried < least or len(_fill_lines(text, tried, size)) > len(lines):
            break
        lines = _fill_lines(text, tried, size)
    return "\n".join(lines)


def _fill_lines(text: str, width: float, size: float) -> list[str]:
    """Fill one line after another."""
    lines = [""]
    for word in show_unseen(text).split():
        for place, part in enumerate(_parts(word)):
            space = " " if place == 0 and lines[-1] else ""
            if text_width(f"{lines[-1]}{space}{part}", size) <= width:
                lines[-1] += space + part
            else:
                lines += _break_part(part, width, size)
    return [line for line in lines if line] or [""]


def _parts(word: str) -> list[str]:
    """Split a word after its slashes and inner hyphens."""
    return [part for part in word.replace("/", f"/{BREAK}").replace("-", f"-{BREAK}").split(BREAK) if part]


def _break_part(part: str, width: float, size: float) -> list[str]:
    """Break what is longer than a line; anything shorter stays whole."""
    lines = [""]
    for letter in part:
        if lines[-1] and text_width(lines[-1] + letter, size) > width:
            lines.append("")
        lines[-1] += letter
    return lines


def widest(texts: Sequence[str], size: float, *, weight: int = REGULAR) -> float:
    """Measure the widest of some texts, 0 for none.

    Examples
    --------
    >>> widest([], 9)
    0.0
    """
    return max(itertools.chain([0.0], (text_width(text, size, weight=weight) for text in texts)))
