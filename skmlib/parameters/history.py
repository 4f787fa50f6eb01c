"""The results of a period written into the history of the next: `riwayat` and `periode_sebelumnya`.

An entry stands below the older ones, in the style of the list it joins: as lines below a list of lines, inside the brackets of
a list in brackets. Values are text in quotes with the two decimals that were printed.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import yaml

from skmlib.parameters.models import Riwayat
from skmlib.parameters.text_edits import Edit, end_of_line

INDENT = "  "


def history_content(riwayat: Riwayat) -> dict[str, Any]:
    """Give an entry of the history as a parameter file says it.

    Parameters
    ----------
    riwayat : Riwayat
        The results of a period.

    Returns
    -------
    dict
        Texts, and one dictionary of texts for the unsur; what is not known is left out.

    Examples
    --------
    >>> history_content(Riwayat(periode="2024", ni="3.54", responden=260))
    {'periode': '2024', 'ni': '3.54', 'responden': '260'}
    """
    values = riwayat.model_dump(exclude_none=True)
    unsur = {key: str(nrr) for key, nrr in values.pop("unsur").items()}
    return {key: str(value) for key, value in values.items()} | ({"unsur": unsur} if unsur else {})


def append_history(text: str, root: yaml.Node, riwayat: Riwayat | None, *, periode_sebelumnya: str) -> list[Edit]:
    """Add an entry to the history of a parameter file, and name the previous period where none is named.

    Parameters
    ----------
    text : str
        The file.
    root : yaml.Node
        The whole file, composed.
    riwayat : Riwayat or None
        The entry; None adds none.
    periode_sebelumnya : str
        The previous period.

    Returns
    -------
    list of Edit
        At the end of the history, or of the file when it has none.
    """
    keys = {key.value: value for key, value in root.value}
    history = keys.get("riwayat")
    previous = "" if "periode_sebelumnya" in keys else f'\nperiode_sebelumnya: "{periode_sebelumnya}"'
    entry = "" if riwayat is None else "\n".join(_lines(history_content(riwayat)))
    if history is not None and history.flow_style and history.value and entry:
        end = history.end_mark.index - 1
        edits = [Edit(end, end, f"{_comma(text[:end])}{_in_brackets(history_content(riwayat))}")]
        return [*edits, *_after(text, history, previous)]
    if history is not None and not history.value and entry:
        block = "\n" + "\n".join(INDENT + line for line in entry.split("\n"))
        start = len(text[: history.start_mark.index].rstrip(" "))
        return [Edit(start, history.end_mark.index, block), *_after(text, history, previous)]
    if history is not None:
        indent = " " * history.start_mark.column
        added = "".join(f"\n{indent}{line}" for line in entry.split("\n")) if entry else ""
        return _after(text, history, added + previous)
    added = "\nriwayat:" + "".join(f"\n{INDENT}{line}" for line in entry.split("\n")) if entry else ""
    end = len(text.rstrip("\n"))
    return [Edit(end, end, "\n" + added + previous)] if added + previous else []


def _after(text: str, node: yaml.Node, added: str) -> list[Edit]:
    """Put lines after the last line of a node."""
    place = end_of_line(text, node)
    return [Edit(place, place, added)] if added else []


def _lines(content: dict[str, Any]) -> Iterator[str]:
    """Write an entry as the lines of a list."""
    lead = "- "
    for key, value in content.items():
        yield f"{lead}{key}: {_quoted(key, value)}".rstrip()
        lead = INDENT
        if isinstance(value, dict):
            yield from (f'{INDENT * 2}{name}: "{nrr}"' for name, nrr in value.items())


def _in_brackets(content: dict[str, Any]) -> str:
    """Write an entry on one line, in brackets."""
    parts = [f"{key}: {_quoted(key, value)}" for key, value in content.items() if not isinstance(value, dict)]
    unsur = ", ".join(f'{name}: "{nrr}"' for name, nrr in content.get("unsur", {}).items())
    return "{" + ", ".join([*parts, *([f"unsur: {{{unsur}}}"] if unsur else [])]) + "}"


def _quoted(key: str, value: Any) -> str:
    """Quote a figure or a period, so that no program takes it for another number; a count needs no quotes."""
    if isinstance(value, dict):
        return ""
    return value if key == "responden" else f'"{value}"'


def _comma(before: str) -> str:
    """Give the comma that parts an entry from the ones before, unless it stands there."""
    return " " if before.rstrip().endswith(",") else ", "
