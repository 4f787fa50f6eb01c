"""What kind of answers a column holds: codes, letters or words of a scale of four, another scale, or none.

A few odd values (a 5, a 0, a slip of the pen) do not make another scale; many do. The kinds that are no SKM have a name in
Indonesian, which the refusal quotes.
"""

from __future__ import annotations

import re

import pandas as pd

from skmlib.problems import fold
from skmlib.survey.decoding import NO_ANSWER, strip_mark
from skmlib.survey.grade_labels import MIDDLE, are_graded, find_ordered, grade_label, official_code

CODES, LETTERS, LABELS = "kode", "huruf", "kata"
ANSWERS = (CODES, LETTERS, LABELS)
FIVE, TEN, HUNDRED = "skala 1 sampai 5", "skala sampai 10", "skala sampai 100"
STARS, PERCENT, YES_NO, DECIMALS = "bintang", "persen", "ya/tidak", "bilangan pecahan"
OTHER_SCALES = (FIVE, TEN, HUNDRED, STARS, PERCENT, YES_NO, DECIMALS)
MOSTLY = 0.8
FEW = 0.05
SLIPS = 2
LABELS_MAX = 60
CHOICES_MAX = 8
REPEATED = 3

_CODE = re.compile(r"0*[1-4](?:[.,]0+)?")
_INTEGER = re.compile(r"(\d{1,3})(?:[.,]0+)?")
_DECIMAL = re.compile(r"[0-5](?:[.,]\d+)?")
_SHARE = re.compile(r"0(?:[.,]\d+)?|1(?:[.,]0+)?")
_NUMBER = re.compile(r"[-+]?\d+(?:[.,]\d+)?")
_LETTER = re.compile(r"\(?[a-d][.)]?|\([a-d]\)|(?:a|ao|an|j|jwb|opsi|opt|o|r|k)[ _-]?0*[1-4]")
STARS_OF_FOUR = re.compile(
    r"(?P<stars>[★⭐]{1,4})[☆\ufe0f ]*|(?P<digit>[1-4]) ?(?:[★⭐]|bintang|stars?)\ufe0f?|bintang (?P<last>[1-4])"
)
_SHAPES = (
    (STARS, re.compile(r"[★☆⭐*\ufe0f ]+|[1-5] ?[★⭐]\ufe0f?|[1-5] ?(?:bintang|stars?)|bintang [1-5]")),
    (PERCENT, re.compile(r"\d{1,3}(?:[.,]\d+)? ?(?:%|persen)")),
    (YES_NO, re.compile(r"(?:ya|iya|tidak|tdk|yes|no|y|t)[.!]?")),
)


def count_answers(cells: pd.Series) -> pd.Series:
    """Count the distinct texts of a column, blanks and texts that mean no answer apart.

    Parameters
    ----------
    cells : Series of str
        As exported.

    Returns
    -------
    Series of int
        By folded text.

    Examples
    --------
    >>> count_answers(pd.Series(["Sesuai", "sesuai ", "-", ""])).to_dict()
    {'sesuai': 2}
    """
    folded = cells.map(fold)
    return folded[(folded != "") & ~folded.str.fullmatch(NO_ANSWER)].value_counts()


def answer_kind(cells: pd.Series) -> str | None:
    """Tell what kind of answers a column holds.

    Parameters
    ----------
    cells : Series of str
        As exported, rows of sums apart.

    Returns
    -------
    str or None
        One of `ANSWERS` or `OTHER_SCALES`; None for anything else.

    Examples
    --------
    >>> answer_kind(pd.Series(["4", "3", "3"])), answer_kind(pd.Series(["Sangat sesuai", "Sesuai"]))
    ('kode', 'kata')
    >>> answer_kind(pd.Series(["80%", "95%"])), answer_kind(pd.Series(["KTP", "KK"])) is None
    ('persen', True)
    """
    counts = count_answers(cells)
    total = int(counts.sum())
    if not total:
        return None
    for kind, pattern in _SHAPES:
        if counts[counts.index.str.fullmatch(pattern)].sum() >= MOSTLY * total:
            return kind
    if counts[counts.index.str.fullmatch(_LETTER)].sum() >= MOSTLY * total:
        return LETTERS
    numbers = counts[counts.index.str.fullmatch(_INTEGER)]
    if numbers.sum() >= MOSTLY * total:
        return _kind_of_numbers(numbers, total)
    if counts[counts.index.str.fullmatch(_SHARE)].sum() >= MOSTLY * total:
        return PERCENT
    if counts[counts.index.str.fullmatch(_DECIMAL)].sum() >= MOSTLY * total:
        return DECIMALS
    return LABELS if _are_labels(counts, total) else None


def are_choices(cells: pd.Series) -> bool:
    """Tell whether a column of words that nobody knows holds the answers to a closed question.

    Parameters
    ----------
    cells : Series of str
        As exported, rows of sums apart.

    Returns
    -------
    bool
        True for few texts that come back.

    Examples
    --------
    >>> are_choices(pd.Series(["Mantap", "Lumayan"] * 3)), are_choices(pd.Series(["Mantap", "Loketnya satu saja"]))
    (True, False)
    """
    counts = count_answers(cells)
    is_repeated = int(counts.sum()) >= REPEATED * len(counts)
    return 1 < len(counts) <= CHOICES_MAX and is_repeated and not counts.index.str.fullmatch(_NUMBER).any()


def _kind_of_numbers(numbers: pd.Series, total: int) -> str | None:
    """Tell codes from other scales and from other numbers, which have no more than three digits."""
    is_code = numbers.index.str.fullmatch(_CODE)
    odd = numbers[~is_code]
    if odd.sum() <= max(SLIPS, FEW * total) and is_code.any():
        return CODES
    values = [int(re.split("[.,]", text)[0]) for text in numbers.index]
    if max(values) <= 5:
        return FIVE
    return TEN if max(values) <= 10 else HUNDRED if max(values) <= 100 else None


def _are_labels(counts: pd.Series, total: int) -> bool:
    """Tell whether most texts are words of a scale."""
    if len(counts) > LABELS_MAX:
        return False
    known = [
        text
        for text in counts.index
        if grade_label(text, unsur="pengaduan")
        or official_code(text, "pengaduan")
        or find_ordered([text])
        or MIDDLE.fullmatch(strip_mark(text))
    ]
    plain = counts[known].sum() + counts[counts.index.str.fullmatch(_CODE)].sum()
    return bool(plain >= MOSTLY * total) and (find_ordered(known) is not None or are_graded(known))
