"""A block: a frozen object that knows what it shows and shows itself in HTML and in Typst.

A notebook cell returns a block; IPython asks it for `_repr_mimebundle_` and stores what comes. JupyterLab and
`skm_html` use `text/html`, `skm_pdf` uses `text/vnd.typst`, a terminal uses the short `text/plain`. Numbers of tables
and figures are given by the exporter, which replaces `NUMBER_MARKS`; a notebook shows the captions without numbers.
"""

from __future__ import annotations

import abc
from collections.abc import Container
from typing import Any

from skmlib.report.markup import Html, Typst
from skmlib.survey.unseen import show_unseen

HTML_MIME = "text/html"
TYPST_MIME = "text/vnd.typst"
PLAIN_MIME = "text/plain"
META_MIME = "application/vnd.skm+json"
NUMBER_MARKS = {"Tabel": Html("<!--nomor:Tabel-->"), "Gambar": Html("<!--nomor:Gambar-->")}


class Block(abc.ABC):
    """What a notebook cell returns to be shown."""

    @abc.abstractmethod
    def html(self) -> Html:
        """Write the block as HTML."""

    @abc.abstractmethod
    def typst(self) -> Typst:
        """Write the block as a Typst expression in code mode."""

    @abc.abstractmethod
    def brief(self) -> str:
        """Say in one line what the block shows."""

    def _repr_mimebundle_(
        self, include: Container[str] | None = None, exclude: Container[str] | None = None
    ) -> dict[str, Any]:
        """Give IPython the block in every form it has."""
        return {HTML_MIME: str(self.html()), TYPST_MIME: str(self.typst()), PLAIN_MIME: show_unseen(self.brief())}
