"""Decoding answers: labels or codes to whole numbers from 1 to 4, each unsur by its own labels.

"Sesuai" may be 3 for one unsur and unknown for another, so a label is never decoded globally. A label that nobody declared
is a problem and never a zero; a blank stays a blank. An answer that the parameters say to read as a blank is one only where
it is no known answer: "Tidak ada" is the worst answer on complaints. Capitals, stray spaces, a mark before the label
("a. Sesuai", "3 - Sesuai") and a code behind it ("Sesuai (3)") do not matter, nor do usual shortenings ("Sgt sesuai",
"Sesuai sekali"), which are told. A code that contradicts its label is a problem: the form gave its codes in another order.
"""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from skmlib.problems import SAME_BUT_A_SLIP, Problem, fold, name_rows, quote, suggestion
from skmlib.survey.distinct import map_distinct
from skmlib.survey.regulation import SCALE_MAX, SCALE_MIN

if TYPE_CHECKING:
    import pandas as pd  # only for the annotations

CODES = tuple(str(code) for code in range(SCALE_MIN, SCALE_MAX + 1))
CODE_TYPE = "Int8"
LETTERS = ("a", "b", "c", "d")
NO_ANSWER = re.compile(
    r"[-–.?]+|n/?a|abstain|kosong|(tidak|tdk|belum) (tahu|menjawab|pernah|relevan|berlaku|mengisi)"
    r"|(belum|tidak) pernah (mengadu|menggunakan|mencoba|memakai)"
)
BLANK_ADVICE = "Bila berarti tidak menjawab, daftarkan pada 'data: dibaca_kosong'."
LETTER_ADVICE = "Huruf perlu didaftarkan, misalnya 'jawaban: {1: a, 2: b, 3: c, 4: d}' bila a jawaban terburuk."

_NUMBER = re.compile(r"[-+]?\d+(?:[.,]\d+)?")
_CODE = re.compile(r"0*([1-4])(?:[.,]0)?")
_MARK = re.compile(r"(?:([a-d])|([1-4]))\s*(?:[.):=]|[-–—]\s)\s*(\S.*)|\(([a-d1-4])\)\s*(\S.*)")
_CODE_BEFORE = re.compile(r"([1-4])\s*[(\[]\s*(\S.*?)\s*[)\]]")
_CODE_BEHIND = re.compile(r"(.*\S)\s*[(\[]\s*([1-4])\s*[)\]]")
_ABBREVIATIONS = {"sgt": "sangat", "sngt": "sangat", "tdk": "tidak", "tak": "tidak", "krg": "kurang", "kurng": "kurang"}
_ABBREVIATIONS |= {"ckp": "cukup", "dgn": "dengan", "yg": "yang", "&": "dan", "tp": "tetapi", "tapi": "tetapi"}
_EMPHASIS = ("sekali", "banget")


@dataclasses.dataclass(frozen=True)
class Decoded:
    """One column of answers, decoded.

    Attributes
    ----------
    answers : Series of Int8
        1 to 4, missing where blank.
    problems : list of Problem
        One for each unknown or contradicting answer, with the rows it stands in.
    spellings : dict of str to str
        Answers that were read as a shortening of a known label, and that label.
    """

    answers: pd.Series
    problems: list[Problem]
    spellings: dict[str, str]


def decode_answers(
    cells: pd.Series,
    *,
    jawaban: Mapping[str, Sequence[str]],
    blanks: Sequence[str],
    berkas: str,
    urutan_dipastikan: bool = False,
    kode_terbalik: bool = False,
) -> Decoded:
    """Decode one column of answers.

    Parameters
    ----------
    cells : Series of str
        Answers as exported, indexed by `baris`; its name is the heading.
    jawaban : mapping of code to labels
        The labels of each code from "1" to "4"; empty when the export holds codes only.
    blanks : sequence of str
        Answers that the parameters say to read as a blank, where they are no known answer.
    berkas : str
        File name for messages.
    urutan_dipastikan : bool
        Whether the parameters confirm labels with other codes than theirs: the label counts.
    kode_terbalik : bool
        Whether code 1 of the export is the best answer: bare codes, and codes beside a label, are turned round.

    Returns
    -------
    Decoded

    Examples
    --------
    >>> import pandas as pd
    >>> cells = pd.Series(["Sesuai", "c. SESUAI", "4", ""], index=[2, 3, 4, 5], name="Syarat")
    >>> decode_answers(cells, jawaban={"3": ["Sesuai"]}, blanks=[], berkas="a.csv").answers.tolist()
    [3, 3, 4, <NA>]
    """
    code_of = {tidy_label(label): int(code) for code, labels in jawaban.items() for label in labels}
    label_of = {tidy_label(label): label for labels in jawaban.values() for label in labels}
    read = {text: _read_answer(text, code_of, kode_terbalik=kode_terbalik) for text in cells.unique()}
    answers = map_distinct(cells, lambda text: read[text].code).astype(CODE_TYPE)
    blank = {"", *map(fold, blanks)}
    is_blank = map_distinct(cells, lambda text: fold(text) in blank).astype("bool")
    unknown = cells[answers.isna() & ~is_blank].str.split().str.join(" ")
    problems = [
        _unknown_answer(text, list(rows.index), cells, jawaban, berkas)
        for text, rows in unknown.groupby(unknown, sort=False)
    ]
    contradicting = [text for text, answer in read.items() if answer.typed not in (None, answer.code)]
    if not urutan_dipastikan:
        problems += [_contradiction(text, read[text], cells, berkas) for text in contradicting]
    spellings = {" ".join(text.split()): label_of[read[text].shortened] for text in read if read[text].shortened}
    return Decoded(answers, problems, spellings)


@dataclasses.dataclass(frozen=True)
class _Answer:
    """What one text means: its code, the code typed beside a label, the label it shortens."""

    code: int | None
    typed: int | None = None
    shortened: str | None = None


def tidy_label(text: str) -> str:
    """Fold a label: no invisible characters, no full stop at the end, no quotes around it, spaces for underscores.

    Examples
    --------
    >>> tidy_label("'Sesuai'."), tidy_label("sangat_sesuai")
    ('sesuai', 'sangat sesuai')
    """
    return fold(re.sub("[\u200b\u200e\u200f\ufeff]", "", text).replace("_", " ")).strip(" .,;!\"'`*")


def _read_answer(text: str, code_of: Mapping[str, int], *, kode_terbalik: bool) -> _Answer:
    """Read one answer: as a known label, a code, or a label with a mark before or a code behind it."""
    folded = tidy_label(text)
    if folded in code_of:
        return _Answer(code_of[folded])
    if match := _CODE.fullmatch(folded):
        return _Answer(_turned(int(match[1]), kode_terbalik=kode_terbalik))
    label, typed = strip_mark(text), _turned(typed_code(text), kode_terbalik=kode_terbalik)
    if label in code_of:
        return _Answer(code_of[label], typed)
    spelt_out = spell_out(label)
    if spelt_out in code_of:
        return _Answer(code_of[spelt_out], typed, spelt_out)
    return _Answer(None)


def _turned(code: int | None, *, kode_terbalik: bool) -> int | None:
    """Turn a code round where 1 is the best answer."""
    return SCALE_MIN + SCALE_MAX - code if code is not None and kode_terbalik else code


def strip_mark(text: str) -> str:
    """Fold an answer and take the mark before it or the code behind it off.

    Examples
    --------
    >>> strip_mark("a. Sesuai"), strip_mark("Sesuai (3)"), strip_mark("3 [Sesuai]"), strip_mark("4")
    ('sesuai', 'sesuai', 'sesuai', '4')
    """
    folded = tidy_label(text)
    if match := _MARK.fullmatch(folded):
        return tidy_label(match[3] or match[5])
    if match := _CODE_BEFORE.fullmatch(folded):
        return tidy_label(match[2])
    match = _CODE_BEHIND.fullmatch(folded)
    return tidy_label(match[1]) if match else folded


def typed_code(text: str) -> int | None:
    """Give the code that stands beside a label.

    Examples
    --------
    >>> typed_code("3 - Sesuai"), typed_code("Sesuai (4)"), typed_code("a. Sesuai"), typed_code("3")
    (3, 4, None, None)
    """
    folded = tidy_label(text)
    if match := _MARK.fullmatch(folded):
        mark = match[1] or match[2] or match[4]
        return int(mark) if mark.isdigit() else None
    if match := _CODE_BEFORE.fullmatch(folded):
        return int(match[1])
    match = _CODE_BEHIND.fullmatch(folded)
    return int(match[2]) if match else None


def spell_out(label: str) -> str:
    """Spell out the usual shortenings.

    Examples
    --------
    >>> spell_out("sgt baik"), spell_out("baik sekali")
    ('sangat baik', 'sangat baik')
    """
    words = [_ABBREVIATIONS.get(word.strip("."), word) for word in re.sub(r"\s*&\s*", " & ", label).split()]
    if len(words) > 1 and words[-1] in _EMPHASIS:
        words = ["sangat", *words[:-1]]
    return " ".join(words)


def _unknown_answer(
    text: str, rows: Sequence[int], cells: pd.Series, jawaban: Mapping[str, Sequence[str]], berkas: str
) -> Problem:
    """Say which answer is unknown, where, and what would be known."""
    labels = [label for values in jawaban.values() for label in values]
    allowed = f"seharusnya bilangan bulat {SCALE_MIN} sampai {SCALE_MAX}"
    if labels and not _NUMBER.fullmatch(text):
        allowed = f"seharusnya salah satu dari {', '.join(map(repr, labels))}, atau kode {SCALE_MIN} sampai {SCALE_MAX}"
    where = f" pada {name_rows(rows)}" if len(rows) > 1 else ""
    only = rows[0] if len(rows) == 1 else None
    saran = suggestion(text, labels, cutoff=SAME_BUT_A_SLIP)
    if NO_ANSWER.fullmatch(fold(text)):
        saran = BLANK_ADVICE
    elif fold(text) in LETTERS:
        saran = LETTER_ADVICE
    return Problem(berkas, f"tertulis {quote(text)}{where}", allowed, only, str(cells.name), saran)


def _contradiction(text: str, answer: _Answer, cells: pd.Series, berkas: str) -> Problem:
    """Say that a label carries another code than its own."""
    rows = [int(row) for row in cells.index[cells == text]]
    what = f"tertulis {quote(text)} pada {name_rows(rows)}, padahal jawaban itu berkode {answer.code}"
    advice = "betulkan 'jawaban' pada parameter, atau tulis 'urutan_dipastikan: ya' bila kode pada formulir yang keliru"
    return Problem(berkas, what, advice, kolom=str(cells.name))
