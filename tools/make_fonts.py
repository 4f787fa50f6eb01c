"""Make the web fonts of the HTML report: Latin subsets of Source Sans 3 as WOFF2.

The PDF embeds what it needs of the TTF files itself; the HTML report carries the subsets as data addresses, so they
must be small. The licence reserves the name "Source" for the fonts as Adobe made them, so the subsets call themselves
"SKM Sans". Run it again only when a TTF file changes: the same files in give the same bytes out.
"""

from __future__ import annotations

import sys
from pathlib import Path

from fontTools import subset
from fontTools.ttLib import TTFont

FONTS = Path(__file__).resolve().parent.parent / "skmlib" / "fonts"
FAMILY = "SKM Sans"
KEPT_NAMES = frozenset({0, 5, 13, 14})  # copyright, version, licence and its address
FACES = ("Regular", "It", "Semibold", "Bold")
RANGES = (
    (0x0020, 0x007E),  # Basic Latin
    (0x00A0, 0x00FF),  # Latin-1
    (0x0100, 0x017F),  # Latin Extended-A
    (0x2010, 0x2027),  # dashes, quotation marks, bullet, ellipsis
    (0x2030, 0x203A),  # per mille, primes, single angle marks
    (0x2190, 0x2193),  # arrows
)
SINGLES = (0x20AC, 0x2212, 0x2248, 0x2260, 0x2264, 0x2265, 0x2713)
FEATURES = ["kern", "liga", "mark", "mkmk", "ccmp", "locl", "tnum", "lnum", "pnum"]


def make_font(face: str) -> Path:
    """Write the subset of one face beside its TTF file, and give its path."""
    options = subset.Options(flavor="woff2", layout_features=FEATURES, hinting=False, desubroutinize=True)
    options.recalc_timestamp = False
    options.name_IDs = ["*"]
    options.notdef_outline = True
    font = subset.load_font(str(FONTS / f"SourceSans3-{face}.ttf"), options)
    subsetter = subset.Subsetter(options)
    subsetter.populate(unicodes=[*SINGLES, *(code for low, high in RANGES for code in range(low, high + 1))])
    subsetter.subset(font)
    rename(font, face)
    target = FONTS / f"SKMSans-{face}.woff2"
    subset.save_font(font, str(target), options)
    return target


def rename(font: TTFont, face: str) -> None:
    """Give a subset a name of its own, as its licence asks; copyright and licence stay."""
    names = {1: FAMILY, 2: face, 3: f"{FAMILY} {face}", 4: f"{FAMILY} {face}", 6: f"{FAMILY.replace(' ', '')}-{face}"}
    for record in list(font["name"].names):
        if record.nameID in names:
            record.string = names[record.nameID]
        elif record.nameID not in KEPT_NAMES:
            font["name"].removeNames(nameID=record.nameID)


if __name__ == "__main__":
    for path in map(make_font, FACES):
        sys.stdout.write(f"{path.name}: {path.stat().st_size} bytes\n")
