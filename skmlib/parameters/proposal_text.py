"""The text of a proposed parameter file: YAML with a mark on every line that a person must decide.

Every text is written between double quotes, as JSON writes it, which is YAML too: whatever a heading holds, nothing needs to be
escaped by hand. A mark stands behind its value where the line allows it, else above it.
"""

from __future__ import annotations

import dataclasses
import json
import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from skmlib.parameters.marks import MARK, mark_line

LINE_LENGTH = 120
_PLAIN = re.compile(r"[A-Za-z][A-Za-z0-9_-]*|\d{4}-\d{2}-\d{2}|[1-9]\d*")
_WORDS = frozenset({"ya", "tidak", "hari_bulan", "bulan_hari"})
_YAML_WORDS = frozenset({"null", "true", "false", "yes", "no", "on", "off", "y", "n"})


@dataclasses.dataclass(frozen=True)
class Marked:
    """A value with what a person must decide about it.

    Attributes
    ----------
    value : text, list or mapping
        As proposed.
    sentences : tuple of str
        In Indonesian, without a final full stop.
    """

    value: Any
    sentences: tuple[str, ...]


def marked(value: Any, *sentences: str) -> Any:
    """Mark a value, or leave it as it is when there is nothing to say.

    Examples
    --------
    >>> marked("4", ""), marked("4", "pastikan")
    ('4', Marked(value='4', sentences=('pastikan',)))
    """
    said = tuple(sentence for sentence in sentences if sentence)
    return Marked(value, said) if said else value


def spell_text(text: str) -> str:
    r"""Spell a text as a YAML scalar.

    Parameters
    ----------
    text : str
        Anything.

    Returns
    -------
    str

    Examples
    --------
    >>> spell_text("Biaya: # 50%"), spell_text('"U1"\n'), spell_text("kasn")
    ('"Biaya: # 50%"', '"\\"U1\\"\\n"', 'kasn')
    """
    if _PLAIN.fullmatch(text) and text.casefold() not in _YAML_WORDS:
        return text
    quoted = json.dumps(text, ensure_ascii=False)
    return "".join(char if char.isprintable() else _escape(char) for char in quoted)


def spell_proposal(content: Mapping[str, Any], *, title: str) -> str:
    """Spell a proposal.

    Parameters
    ----------
    content : mapping
        Texts, lists, mappings, some of them `Marked`.
    title : str
        First line, a comment.

    Returns
    -------
    str

    Examples
    --------
    >>> print(spell_proposal({"nama": Marked("?", ("tulis nama unit",)), "data": {"lembar": "Isi 1"}}, title="Usulan."), end="")
    # Usulan.
    nama: "?"  # PERIKSA: tulis nama unit
    data:
      lembar: "Isi 1"
    """
    return "\n".join([f"# {title}", *_lines(content, "")]) + "\n"


def _escape(char: str) -> str:
    """Escape a character that cannot be printed."""
    code = ord(char)
    return f"\\u{code:04x}" if code <= 0xFFFF else f"\\U{code:08x}"


def _lines(content: Mapping[str, Any], indent: str) -> Iterator[str]:
    """Spell a mapping line by line."""
    for key, entry in content.items():
        value, sentences = (entry.value, entry.sentences) if isinstance(entry, Marked) else (entry, ())
        said = [" ".join(sentence.split()) for sentence in sentences]
        flow = f"{indent}{spell_text(key)}: {_flow(value)}"
        is_block = isinstance(value, Mapping) and (
            not value or len(flow) > LINE_LENGTH or _holds_block(value) or key in ("unsur", "data")
        )
        is_long_list = isinstance(value, list) and (len(flow) > LINE_LENGTH or key == "tahap")
        if not is_block and not is_long_list:
            behind = said[-1:] if said and len(mark_line(flow, said[-1])) <= LINE_LENGTH else []
            yield from (f"{indent}# {MARK}: {sentence}" for sentence in said[: len(said) - len(behind)])
            yield mark_line(flow, behind[0]) if behind else flow
            continue
        yield from (f"{indent}# {MARK}: {sentence}" for sentence in said)
        yield f"{indent}{spell_text(key)}:"
        if isinstance(value, Mapping):
            yield from _lines(value, indent + "  ")
        else:
            yield from (f"{indent}  - {_flow(item)}" for item in value)


def _holds_block(value: Mapping[str, Any]) -> bool:
    """Tell whether a mapping holds something that is marked or a mapping of its own."""
    return any(isinstance(entry, Marked | Mapping) for entry in value.values())


def _flow(value: Any) -> str:
    """Spell a value on one line."""
    if isinstance(value, Marked):
        return _flow(value.value)
    if isinstance(value, Mapping):
        return "{" + ", ".join(f"{spell_text(str(key))}: {_flow(item)}" for key, item in value.items()) + "}"
    if isinstance(value, Sequence) and not isinstance(value, str):
        return "[" + ", ".join(map(_flow, value)) + "]"
    return spell_text(str(value))
