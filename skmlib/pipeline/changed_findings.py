"""Which findings came, went or changed between two versions of a report: their sentences, and the figures beside them."""

from __future__ import annotations

import dataclasses
import json
import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Any

from skmlib.pipeline.changed_figures import FigureChange, compare_figures
from skmlib.pipeline.changed_text import NEW, OLD, SAME, ChangedSentence, Piece, compare_words, without_figures

WORDS = frozenset({"jenis", "berkas", "pesan"})
NAMES = {"n": "banyaknya", "ikm_tanpa": "IKM tanpa baris itu"}
NUMBERS = re.compile(r"\d+")

Finding = Mapping[str, Any]


@dataclasses.dataclass(frozen=True)
class ChangedFindings:
    """Findings that came, went and changed.

    Attributes
    ----------
    baru, hilang : tuple of str
        Those that came and went: file and sentence.
    berubah : tuple of ChangedSentence
        Those of one kind on one file in which nothing but what follows from figures changed, with the figures beside them.
    """

    baru: tuple[str, ...]
    hilang: tuple[str, ...]
    berubah: tuple[ChangedSentence, ...]


def compare_findings(old: Iterable[Finding], new: Iterable[Finding]) -> ChangedFindings:
    """Compare the findings of two `hasil.json`, their figures exactly.

    Parameters
    ----------
    old, new : iterable of mapping
        What stands under `findings`.

    Returns
    -------
    ChangedFindings

    Examples
    --------
    >>> one = {"jenis": "kosong", "berkas": "a.csv", "pesan": "Ada yang kosong.", "n": 2}
    >>> compare_findings([one], [one | {"n": 3}]).berubah[0].pieces
    (('sama', 'a.csv: Ada yang kosong. [banyaknya:'), ('lama', '2'), ('baru', '3'), ('sama', ']'))
    """
    before, now = ([json.dumps(finding, sort_keys=True) for finding in findings] for findings in (old, new))
    gone = [json.loads(text) for text in (Counter(before) - Counter(now)).elements()]
    came = [json.loads(text) for text in (Counter(now) - Counter(before)).elements()]
    changed = [
        ChangedSentence(tuple(_pieces(*pair)))
        for same in (_exactly, _apart_from_figures)
        for pair in _pairs(gone, came, same)
    ]
    return ChangedFindings(tuple(map(_line, came)), tuple(map(_line, gone)), tuple(changed))


def _pairs(
    gone: list[Finding], came: list[Finding], same: Callable[[Finding], tuple[Any, str]]
) -> Iterator[tuple[Finding, Finding]]:
    """Take out of both lists the findings that are the same one."""
    for finding in list(came):
        other = next((one for one in gone if same(one) == same(finding)), None)
        if other is not None:
            gone.remove(other)
            came.remove(finding)
            yield other, finding


def _exactly(finding: Finding) -> tuple[Any, str]:
    """Give what names a finding with all that it says."""
    return finding.get("jenis"), _line(finding)


def _apart_from_figures(finding: Finding) -> tuple[Any, str]:
    """Give what names a finding whatever its numbers are, those of the period in the name of the file too."""
    return finding.get("jenis"), f"{NUMBERS.sub('', finding['berkas'])}: {without_figures(finding['pesan'])}"


def _line(finding: Finding) -> str:
    """Write a finding as a line."""
    return f"{finding['berkas']}: {finding['pesan']}"


def _pieces(old: Finding, new: Finding) -> Iterator[Piece]:
    """Write a finding that changed: its sentence word by word, and the figures beside it that the sentence does not tell."""
    words = list(compare_words(_line(old), _line(new)))
    figures = [{name: value for name, value in finding.items() if name not in WORDS} for finding in (old, new)]
    beside = [change for change in compare_figures(*figures) if not _is_told(change, words)]
    text = " [" if words and words[-1][0] == SAME else "["
    if text == " [" and beside:
        text = f"{words.pop()[1]}{text}"
    for place, change in enumerate(beside):
        name = NAMES.get(change.path[-1], change.nama)
        text += f"{'; ' if place else ''}{name}:"
        if not change.is_printed:
            text += f" {change.baru} ({change.selisih})"
            continue
        yield from (*words, (SAME, text), (OLD, change.lama), (NEW, change.baru))
        words, text = [], ""
    yield from (*words, *([(SAME, f"{text}]")] if beside else []))


def _is_told(change: FigureChange, words: Sequence[Piece]) -> bool:
    """Tell whether a changed figure stands in the sentence, with both its values."""
    return {(OLD, change.lama), (NEW, change.baru)} <= set(words)
