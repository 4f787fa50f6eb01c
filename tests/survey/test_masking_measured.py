"""How much of what is personal the masking finds, and how much of what it masks is personal, on sentences frozen first.

The sentences were committed before the patterns were measured on them. The patterns have been mended since with what they
missed, so the figures say what is held, not what to expect of sentences that nobody has seen. The end of a test run shows them.
"""

import re
from collections import Counter
from pathlib import Path

import pytest

from skmlib.survey.masking import KINDS, mask_comments

SENTENCES = Path(__file__).parents[1] / "data" / "penyamaran" / "kalimat.txt"
SPAN = re.compile(r"\{(\w+):([^{}]*)\}")
MARK = re.compile(rf"\[({'|'.join(KINDS)})\]")
FEWEST = 8
# A name without a capital, or without a word before it that announces one, is found only where the agency lists it.
RECALL = dict.fromkeys(KINDS, 0.98) | {"alamat": 0.9, "nama": 0.75}


def read_sentences():
    """Give each sentence as typed, and what is personal in it: kind, start, end."""
    for line in SENTENCES.read_text(encoding="utf-8").splitlines():
        if line.startswith("#"):
            continue
        text, spans, reached = "", [], 0
        for match in SPAN.finditer(line):
            text += line[reached : match.start()]
            spans.append((match[1], len(text), len(text) + len(match[2])))
            text, reached = text + match[2], match.end()
        yield text + line[reached:], spans


def places_masked(text, masked):
    """Give what of a text stands behind each mark: kind, start, end."""
    pieces = MARK.split(masked)
    pattern = "".join("(.+?)" if place % 2 else re.escape(piece) for place, piece in enumerate(pieces))
    match = re.fullmatch(pattern, text)
    return [(kind, *match.span(place)) for place, kind in enumerate(pieces[1::2], 1)]


@pytest.fixture(scope="module")
def counts():
    """Count by kind: what is personal, what of it is masked whole, the marks, and those that hide anything personal."""
    there, hidden, marks, right = Counter(), Counter(), Counter(), Counter()
    for text, spans in read_sentences():
        masked = places_masked(text, mask_comments([text]).texts[0])
        covered = {place for _, start, end in masked for place in range(start, end)}
        for kind, start, end in spans:
            there[kind] += 1
            hidden[kind] += all(place in covered for place in range(start, end) if text[place].isalnum())
        for kind, start, end in masked:
            marks[kind] += 1
            right[kind] += any(start < last and first < end for _, first, last in spans)
    return there, hidden, marks, right


def test_there_are_at_least_150_sentences_a_third_of_them_harmless():
    sentences = list(read_sentences())
    assert len(sentences) >= 150
    assert 3 * sum(not spans for _, spans in sentences) >= len(sentences)


@pytest.mark.parametrize("kind", KINDS)
def test_what_is_personal_is_found(counts, kind, record_property):
    there, hidden, marks, right = counts
    record_property("masking", (kind, there[kind], hidden[kind], marks[kind], right[kind]))
    assert there[kind] >= FEWEST
    assert hidden[kind] >= RECALL[kind] * there[kind]


def test_marks_hide_what_is_personal(counts):
    _, _, marks, right = counts
    assert right.total() >= 0.98 * marks.total()
