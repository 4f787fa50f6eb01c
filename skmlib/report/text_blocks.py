"""Blocks of words: sentences, lists, quotations and notes.

`Text.plain` shows computed sentences exactly as they are; `Text.markdown` shows the analyst's own words, which may use
the small part of Markdown that `prose` reads. A `Callout` says by a word and a sign, not by its colour alone, what kind
of note it is. `Blocks` lets one cell show several blocks in order.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable

from skmlib.report.block import Block
from skmlib.report.markup import Html, Typst, call, element, join_html, join_typst
from skmlib.report.prose import Node, nodes_html, nodes_typst, paragraph, parse_markdown

CALLOUT_WORDS = {"catatan": ("i", "Catatan"), "peringatan": ("!", "Perhatian"), "baik": ("✓", "Terpenuhi")}


@dataclasses.dataclass(frozen=True)
class Text(Block):
    """Prose.

    Parameters
    ----------
    nodes : tuple of Node
        Paragraphs, headings, lists and quotations; the constructors below make them.

    Examples
    --------
    >>> Text.plain("IKM 88,38 (mutu A).").html()
    '<p>IKM 88,38 (mutu A).</p>'
    """

    nodes: tuple[Node, ...]

    @classmethod
    def plain(cls, *paragraphs: str) -> Text:
        """Show computed sentences; nothing in them is read as Markdown, empty ones are left out.

        Examples
        --------
        >>> Text.plain("Unsur *U9* terendah.", "").plain_text
        'Unsur *U9* terendah.'
        """
        return cls(tuple(paragraph(text) for text in paragraphs if text))

    @classmethod
    def markdown(cls, source: str) -> Text:
        """Show the analyst's own words, written in the small part of Markdown.

        Examples
        --------
        >>> Text.markdown("Layanan **cepat**.").html()
        '<p>Layanan <strong>cepat</strong>.</p>'
        """
        return cls(parse_markdown(source))

    @classmethod
    def bullets(cls, *items: str, numbered: bool = False) -> Text:
        """Show computed sentences as a list.

        Examples
        --------
        >>> Text.bullets("satu", "dua").html()
        '<ul><li>satu</li><li>dua</li></ul>'
        """
        children = tuple(Node("item", (Node("text", text=item),)) for item in items)
        return cls((Node("numbered" if numbered else "bullets", children, level=1),) if items else ())

    @classmethod
    def quotes(cls, *comments: str) -> Text:
        """Show comments of respondents, each as a quotation.

        Examples
        --------
        >>> Text.quotes("Petugas ramah").html()
        '<blockquote><p>Petugas ramah</p></blockquote>'
        """
        return cls(tuple(Node("quote", (paragraph(comment),)) for comment in comments))

    @classmethod
    def lead(cls, sentence: str) -> Text:
        """Show a line that announces what follows and stays with it.

        Examples
        --------
        >>> Text.lead("Kutipan:").html()
        '<p>Kutipan:</p>'
        """
        return cls((Node("lead", (Node("text", text=sentence),)),))

    @classmethod
    def heading(cls, title: str, *, level: int = 3) -> Text:
        """Show a heading; level 1 is a chapter, 2 a section, 3 a part of a section.

        Examples
        --------
        >>> Text.heading("Persyaratan").html()
        '<h4>Persyaratan</h4>'
        """
        return cls((Node("heading", (Node("text", text=title),), level=level),))

    @property
    def plain_text(self) -> str:
        """All words, one block a line."""
        return "\n".join(node.words for node in self.nodes)

    def html(self) -> Html:
        """Write the prose as HTML."""
        return nodes_html(self.nodes)

    def typst(self) -> Typst:
        """Write the prose as Typst code."""
        return nodes_typst(self.nodes)

    def brief(self) -> str:
        """Give the words."""
        return self.plain_text


@dataclasses.dataclass(frozen=True)
class Callout(Block):
    """A note in a frame.

    Parameters
    ----------
    kind : str
        `catatan` (note), `peringatan` (warning) or `baik` (fulfilled).
    text : str or Text
        What it says; a string is one computed sentence group.
    title : str
        Replaces the word of the kind.

    Examples
    --------
    >>> Callout("peringatan", "Responden kurang dari sampel minimum.").brief()
    'Perhatian: Responden kurang dari sampel minimum.'
    """

    kind: str
    text: str | Text
    title: str = ""

    def __post_init__(self) -> None:
        """Refuse an unknown kind."""
        if self.kind not in CALLOUT_WORDS:
            raise ValueError(f"Callout: kind is {self.kind!r}, allowed are {', '.join(map(repr, CALLOUT_WORDS))}")

    @property
    def _words(self) -> tuple[str, str, Text]:
        """Sign, word and text."""
        mark, word = CALLOUT_WORDS[self.kind]
        return mark, self.title or word, Text.plain(self.text) if isinstance(self.text, str) else self.text

    def html(self) -> Html:
        """Write a note with a sign and a word."""
        mark, word, text = self._words
        heading = element("p", element("span", mark, class_="tanda", aria_hidden="true"), word, class_="kata")
        return element("div", heading, text.html(), class_=f"kotak kotak-{self.kind}", role="note", aria_label=word)

    def typst(self) -> Typst:
        """Write a call of `skm-kotak`."""
        mark, word, text = self._words
        return call("skm-kotak", self.kind, mark, word, text.typst())

    def brief(self) -> str:
        """Give word and text."""
        return f"{self._words[1]}: {self._words[2].brief()}"


@dataclasses.dataclass(frozen=True)
class Blocks(Block):
    """Several blocks, one after another.

    Parameters
    ----------
    items : iterable of Block
        What to show, in order.

    Examples
    --------
    >>> Blocks([Text.plain("satu"), Text.plain("dua")]).html()
    '<p>satu</p><p>dua</p>'
    """

    items: tuple[Block, ...]

    def __init__(self, items: Iterable[Block]) -> None:
        object.__setattr__(self, "items", tuple(items))

    def html(self) -> Html:
        """Write all blocks as HTML."""
        return join_html(*(block.html() for block in self.items))

    def typst(self) -> Typst:
        """Write all blocks as one Typst code block."""
        return join_typst(*(block.typst() for block in self.items))

    def brief(self) -> str:
        """Give the plain form of each, one a line."""
        return "\n".join(block.brief() for block in self.items)
