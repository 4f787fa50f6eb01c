"""Prose as a small tree, from a small part of Markdown or from computed sentences.

The analyst's `narasi.md` may use paragraphs, headings, strong, emphasis, ordered and unordered lists, block quotes and
hard breaks. Everything else that Markdown knows (raw HTML, links, images, code) stays the text that was typed.
`parse_markdown` gives `Node` trees; `nodes_html` and `nodes_typst` write them. Computed sentences never pass through
the parser: `paragraph` takes them as they are, so a star in a name stays a star.
"""

from __future__ import annotations

import dataclasses
import functools
from collections.abc import Mapping, Sequence
from typing import Any

import mistune
from mistune.block_parser import BlockParser

from skmlib.report.markup import Html, Typst, call, element, escape_html, join_html, join_typst, typst_value
from skmlib.survey.unseen import show_unseen

BLOCK_RULES = ["atx_heading", "setex_heading", "block_quote", "list", "blank_line"]
INLINE_RULES = ["escape", "emphasis", "linebreak", "softbreak"]
KINDS = {
    "block_text": "lines",
    "block_quote": "quote",
    "list_item": "item",
    "linebreak": "break",
}
HTML_TAGS = {"paragraph": "p", "lead": "p", "strong": "strong", "emphasis": "em"}
HTML_TAGS |= {"quote": "blockquote", "item": "li", "bullets": "ul"}
TYPST_CALLS = {"paragraph": "par", "lead": "skm-pengantar", "strong": "strong", "emphasis": "emph", "bullets": "list"}


@dataclasses.dataclass(frozen=True)
class Node:
    """A piece of prose.

    Parameters
    ----------
    kind : str
        `text`, `strong`, `emphasis`, `break`, `paragraph`, `lines` (text of a tight list item), `heading`, `bullets`,
        `numbered`, `item` or `quote`.
    children : tuple of Node
        What it contains.
    text : str
        The words, for `text` only.
    level : int
        Level of a heading (1 to 6), or first number of a numbered list.
    """

    kind: str
    children: tuple[Node, ...] = ()
    text: str = ""
    level: int = 0

    @property
    def words(self) -> str:
        """The text alone, without marks."""
        return " " if self.kind == "break" else self.text + "".join(child.words for child in self.children)


def paragraph(text: str) -> Node:
    """Make a paragraph of words that are not parsed.

    Examples
    --------
    >>> paragraph("*tetap bintang*").words
    '*tetap bintang*'
    """
    return Node("paragraph", (Node("text", text=text),))


@functools.cache
def _parser() -> mistune.Markdown:
    """Build the parser of the small subset."""
    rules = [rule for rule in BLOCK_RULES if "heading" not in rule]
    markdown = mistune.Markdown(
        renderer=None, block=BlockParser(block_quote_rules=rules, list_rules=rules), inline=mistune.InlineParser()
    )
    markdown.block.rules = list(BLOCK_RULES)
    markdown.inline.rules = list(INLINE_RULES)
    return markdown


def _node(token: Mapping[str, Any]) -> Node:
    """Turn one token of mistune into a node."""
    attributes = token.get("attrs", {})
    kind = token["type"]
    if kind in ("text", "softbreak"):
        return Node("text", text=token.get("raw", " "))
    children = tuple(_node(child) for child in token.get("children", ()) if child["type"] != "blank_line")
    if kind == "list":
        ordered = attributes["ordered"]
        return Node("numbered" if ordered else "bullets", children, level=attributes.get("start", 1) if ordered else 0)
    return Node(KINDS.get(kind, kind), children, level=attributes.get("level", 0))


def parse_markdown(source: str) -> tuple[Node, ...]:
    r"""Read the small part of Markdown.

    Parameters
    ----------
    source : str
        Text as the analyst typed it.

    Returns
    -------
    tuple of Node
        Blocks, in order.

    Examples
    --------
    >>> [node.kind for node in parse_markdown("# Judul\n\nKalimat <b>apa adanya</b>.\n\n- satu")]
    ['heading', 'paragraph', 'bullets']
    >>> parse_markdown("[tautan](http://contoh)")[0].words
    '[tautan](http://contoh)'
    """
    tokens = _parser()(show_unseen(source))  # the parser would swallow some of what cannot be seen
    return tuple(_node(token) for token in tokens if token["type"] != "blank_line")


def nodes_html(nodes: Sequence[Node]) -> Html:
    """Write prose as HTML. A heading of level 1 becomes `h2`: the report has one `h1`, its title.

    Parameters
    ----------
    nodes : sequence of Node
        Blocks or inline pieces.

    Returns
    -------
    Html
        Markup in which all words are escaped.

    Examples
    --------
    >>> nodes_html(parse_markdown("**Baik** & cepat"))
    '<p><strong>Baik</strong> &amp; cepat</p>'
    """
    return join_html(*(_html(node) for node in nodes))


def _html(node: Node) -> Html:
    """Write one node as HTML."""
    if node.kind == "text":
        return escape_html(node.text)
    if node.kind == "break":
        return element("br")
    inside = nodes_html(node.children)
    if node.kind == "heading":
        return element(f"h{min(node.level + 1, 6)}", inside)
    if node.kind == "numbered":
        return element("ol", inside, start=node.level if node.level != 1 else None)
    return element(HTML_TAGS[node.kind], inside) if node.kind in HTML_TAGS else inside


def nodes_typst(nodes: Sequence[Node]) -> Typst:
    """Write prose as one Typst code block.

    Parameters
    ----------
    nodes : sequence of Node
        Blocks or inline pieces.

    Returns
    -------
    Typst
        Code in which all words are string literals.

    Examples
    --------
    >>> nodes_typst(parse_markdown("**Baik** #cepat"))
    '{par({strong({"Baik"});" #cepat"})}'
    """
    return join_typst(*(_typst(node) for node in nodes))


def _typst(node: Node) -> Typst:
    """Write one node as Typst code."""
    if node.kind == "text":
        return typst_value(node.text)
    if node.kind == "break":
        return call("linebreak")
    if node.kind == "heading":
        return call("skm-judul", node.level, node.words)
    if node.kind in ("bullets", "numbered"):
        start = {"start": node.level} if node.kind == "numbered" else {}
        return call("enum" if start else "list", *(nodes_typst(item.children) for item in node.children), **start)
    if node.kind == "quote":
        return call("quote", nodes_typst(node.children), block=True)
    inside = nodes_typst(node.children)
    return call(TYPST_CALLS[node.kind], inside) if node.kind in TYPST_CALLS else inside
