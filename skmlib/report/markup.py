"""The only place where values become markup.

HTML is built from `element`, Typst from `call`. Both escape every plain string they are given; only what they made
themselves (`Html`, `Typst`) passes through unchanged. A value travels to Typst as a string literal in code mode,
never as Typst markup, so no answer or comment can become a function call, a formula or a heading. Characters that
cannot be seen, or that turn the direction of the text, are shown as signs such as ``‹U+202E›``.
"""

from __future__ import annotations

import functools
import html
import re
import unicodedata
from collections.abc import Mapping

from skmlib.survey.unseen import show_unseen

VOID_ELEMENTS = frozenset({"br", "col", "hr", "img"})
TYPST_ESCAPES = {"\\": "\\\\", '"': '\\"', "\n": "\\n", "\t": "\\t"}  # the backslash first


class Html(str):
    """HTML made by `element` or `join_html`; not escaped again."""

    __slots__ = ()


class Typst(str):
    """Typst code made by `call` or `typst_value`; not escaped again."""

    __slots__ = ()


def escape_html(text: str) -> Html:
    """Escape a value for HTML text and for quoted attributes.

    Examples
    --------
    >>> escape_html('<b> & "kutip"')
    '&lt;b&gt; &amp; &quot;kutip&quot;'
    """
    return text if isinstance(text, Html) else _escape_plain(text)


@functools.lru_cache(maxsize=4096)
def _escape_plain(text: str) -> Html:
    """Escape plain text; the same answers and words stand in thousands of cells."""
    return Html(html.escape(show_unseen(text), quote=True))


def join_html(*children: str) -> Html:
    """Put children one after another, escaping those that are plain strings.

    Examples
    --------
    >>> join_html("a < b", Html("<br>"))
    'a &lt; b<br>'
    """
    return Html("".join(escape_html(child) for child in children))


def element(tag: str, *children: str, **attributes: str | int | None) -> Html:
    """Make one HTML element.

    Parameters
    ----------
    tag : str
        Name of the element.
    *children : str
        Content; plain strings are escaped.
    **attributes : str, int or None
        Attributes; a trailing underscore is cut (``class_``), other underscores become hyphens, None leaves it out.

    Returns
    -------
    Html
        The element.

    Examples
    --------
    >>> element("td", "3 < 4", class_="kanan", scope=None)
    '<td class="kanan">3 &lt; 4</td>'
    """
    names = {name.rstrip("_").replace("_", "-"): value for name, value in attributes.items() if value is not None}
    written = "".join(f' {name}="{escape_html(str(value))}"' for name, value in names.items())
    if tag in VOID_ELEMENTS:
        return Html(f"<{tag}{written}>")
    return Html(f"<{tag}{written}>{join_html(*children)}</{tag}>")


@functools.lru_cache(maxsize=4096)
def escape_typst(text: str) -> Typst:
    r"""Write a value as a Typst string literal, with its quotation marks.

    Examples
    --------
    >>> print(escape_typst('#let $x$ ] "y" \\'))
    "#let $x$ ] \"y\" \\"
    """
    shown = show_unseen(text)
    for letter, escape in TYPST_ESCAPES.items():
        shown = shown.replace(letter, escape)
    return Typst(f'"{shown}"')


def typst_value(value: object) -> Typst:
    """Write a Python value as Typst code.

    Parameters
    ----------
    value : object
        Typst code, str, bool, int, float, None, bytes, a sequence or a mapping of these.

    Returns
    -------
    Typst
        A literal in code mode.

    Raises
    ------
    TypeError
        If the value has no Typst literal.

    Examples
    --------
    >>> typst_value({"judul": "A", "tebal": (True, None)})
    '("judul": "A", "tebal": (true, none,))'
    """
    if isinstance(value, Typst):
        return value
    if isinstance(value, str):
        return escape_typst(value)
    if value is None or isinstance(value, bool):
        return Typst({None: "none", True: "true", False: "false"}[value])
    if isinstance(value, int | float):
        return Typst(repr(value))
    if isinstance(value, bytes):
        return Typst(f"bytes(({','.join(map(str, value))},))")
    if isinstance(value, Mapping):
        pairs = ", ".join(f"{escape_typst(str(key))}: {typst_value(item)}" for key, item in value.items())
        return Typst(f"({pairs})" if pairs else "(:)")
    if isinstance(value, tuple | list):
        return Typst(f"({''.join(f'{typst_value(item)}, ' for item in value)[:-1]})")
    raise TypeError(f"typst_value: {type(value).__name__} has no Typst literal; give str, number, sequence or mapping")


def call(name: str, *arguments: object, **named: object) -> Typst:
    """Write a call of a Typst function in code mode.

    Parameters
    ----------
    name : str
        Name of the function.
    *arguments : object
        Positional arguments, written by `typst_value`.
    **named : object
        Named arguments; underscores become hyphens.

    Returns
    -------
    Typst
        The call.

    Examples
    --------
    >>> call("skm-judul", 2, "Hasil #1", tebal=True)
    'skm-judul(2, "Hasil #1", tebal: true)'
    """
    written = [typst_value(argument) for argument in arguments]
    written += [f"{key.rstrip('_').replace('_', '-')}: {typst_value(value)}" for key, value in named.items()]
    return Typst(f"{name}({', '.join(written)})")


def join_typst(*codes: Typst) -> Typst:
    """Put pieces of Typst code one after another in one code block.

    Examples
    --------
    >>> join_typst(call("strong", "a"), typst_value("b"))
    '{strong("a");"b"}'
    """
    return Typst("{" + ";".join(codes) + "}")


def slug(text: str) -> str:
    """Make an identifier from a heading.

    Examples
    --------
    >>> slug("BAB I Pendahuluan & maksud")
    'bab-i-pendahuluan-maksud'
    """
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode()
    return re.sub(r"[^a-z0-9]+", "-", plain.lower()).strip("-") or "bagian"
