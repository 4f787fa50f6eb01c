"""Every block a notebook cell can return.

A block is a frozen object that knows what it shows (title, cells, source; drawing, alt text; sentence) and shows itself
as `text/html` in JupyterLab and in the HTML report and as `text/vnd.typst` for the PDF. Values are escaped for each
target in `markup`; a block never sees a number it would have to format. Import blocks from here.
"""

from skmlib.report.block import META_MIME, TYPST_MIME, Block
from skmlib.report.cover import Cover, Signature
from skmlib.report.figure_block import FONT_FAMILY, Figure
from skmlib.report.panels import FindingRow, Findings, KeyFigure, KeyFigures
from skmlib.report.photo_block import Photo
from skmlib.report.poster_block import Poster, PosterBand, PosterGroups, PosterRow
from skmlib.report.table_block import Column, Table
from skmlib.report.text_blocks import Blocks, Callout, Text

__all__ = [
    "FONT_FAMILY",
    "META_MIME",
    "TYPST_MIME",
    "Block",
    "Blocks",
    "Callout",
    "Column",
    "Cover",
    "Figure",
    "FindingRow",
    "Findings",
    "KeyFigure",
    "KeyFigures",
    "Photo",
    "Poster",
    "PosterBand",
    "PosterGroups",
    "PosterRow",
    "Signature",
    "Table",
    "Text",
]
