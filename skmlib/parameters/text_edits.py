"""Editing a parameter file as text: values replaced and lines put in, everything else left as the analyst wrote it.

YAML says from which character to which a value stands. An edit is such a place and the text to stand there; edits are collected
against the old text and applied together, so that no place moves while others are still to be found.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable

import yaml

from skmlib.parameters.yaml_file import KeyPath


@dataclasses.dataclass(frozen=True)
class Edit:
    """A text to put in place of the characters from `start` to before `end`."""

    start: int
    end: int
    text: str


def find_node(root: yaml.Node, path: KeyPath) -> tuple[yaml.Node, yaml.Node]:
    """Find a value by its path.

    Parameters
    ----------
    root : yaml.Node
        The whole file, composed.
    path : tuple
        Keys, and places in lists from 0.

    Returns
    -------
    key, value : yaml.Node
        For an item of a list both are the item.

    Raises
    ------
    KeyError
        When nothing stands there.

    Examples
    --------
    >>> find_node(yaml.compose("data: {responden: a.csv}"), ("data", "responden"))[1].value
    'a.csv'
    """
    key = value = root
    for part in path:
        if isinstance(part, int):
            key = value = value.value[part]
            continue
        pairs = {str(pair[0].value): pair for pair in value.value}
        key, value = pairs[part]
    return key, value


def replace_scalar(text: str, root: yaml.Node, path: KeyPath, new: str) -> Edit:
    """Replace a scalar, inside its quotes when it has some.

    Parameters
    ----------
    text : str
        The file.
    root : yaml.Node
        The whole file, composed.
    path : tuple
        Where the scalar stands.
    new : str
        What shall stand there.

    Returns
    -------
    Edit

    Examples
    --------
    >>> text = 'periode_sebelumnya: "2023"'
    >>> apply_edits(text, [replace_scalar(text, yaml.compose(text), ("periode_sebelumnya",), "2024")])
    'periode_sebelumnya: "2024"'
    """
    node = find_node(root, path)[1]
    start, end = node.start_mark.index, node.end_mark.index
    return Edit(start, end, text[start:end].replace(node.value, new, 1))


def insert_above(text: str, node: yaml.Node, line: str) -> Edit:
    """Put a line above the one on which a node begins, indented as that one.

    Parameters
    ----------
    text : str
        The file.
    node : yaml.Node
        Usually a key.
    line : str
        Without its indentation.

    Returns
    -------
    Edit
    """
    start = text.rfind("\n", 0, node.start_mark.index) + 1
    indent = text[start : len(text) - len(text[start:].lstrip(" "))]
    return Edit(start, start, f"{indent}{line}\n")


def remove_key(text: str, root: yaml.Node, path: KeyPath) -> Edit:
    r"""Take out a key of a block with its value, and the comment lines right above it.

    Parameters
    ----------
    text : str
        The file.
    root : yaml.Node
        The whole file, composed.
    path : tuple
        Path of the key.

    Returns
    -------
    Edit

    Examples
    --------
    >>> text = "a: 1\n# of b\nb:\n  c: 2\nd: 3\n"
    >>> apply_edits(text, [remove_key(text, yaml.compose(text), ("b",))])
    'a: 1\nd: 3\n'
    """
    key, value = find_node(root, path)
    start = text.rfind("\n", 0, key.start_mark.index) + 1
    while start:
        above = text.rfind("\n", 0, start - 1) + 1
        if not text[above:start].lstrip().startswith("#"):
            break
        start = above
    end = min(len(text), end_of_line(text, value) + 1)
    is_between_blanks = text[:start].endswith("\n\n") and text.startswith("\n", end)
    return Edit(start - is_between_blanks, end, "")


def end_of_line(text: str, node: yaml.Node) -> int:
    r"""Give the place after the last line of a node, a comment behind it included.

    Examples
    --------
    >>> text = "a:\n  - b  # c\n\nd: e\n"
    >>> text[: end_of_line(text, find_node(yaml.compose(text), ("a",))[1])]
    'a:\n  - b  # c'
    """
    place = text.find("\n", max(_last_character(node) - 1, 0))
    return len(text) if place < 0 else place


def apply_edits(text: str, edits: Iterable[Edit]) -> str:
    """Apply edits to the text they were made for; those at one place stand in the order given.

    Examples
    --------
    >>> apply_edits("abc", [Edit(1, 2, "B"), Edit(0, 0, "1"), Edit(0, 0, "2")])
    '12aBc'
    """
    parts, place = [], 0
    for edit in sorted(edits, key=lambda edit: (edit.start, edit.end)):
        parts += [text[place : edit.start], edit.text]
        place = edit.end
    return "".join([*parts, text[place:]])


def _last_character(node: yaml.Node) -> int:
    """Give the place after the last character of a node; a block ends where its last value does."""
    if isinstance(node, yaml.ScalarNode) or node.flow_style or not node.value:
        return node.end_mark.index
    last = node.value[-1]
    return _last_character(last[1] if isinstance(last, tuple) else last)
