"""Which columns of an unknown export are questions on the service, told from what stands in them and from their heading."""

from __future__ import annotations

import re

import pandas as pd

from skmlib.survey.answer_kind import ANSWERS, CODES, LETTERS, OTHER_SCALES, YES_NO, are_choices, count_answers
from skmlib.survey.guess_groups import GROUPS
from skmlib.survey.guess_unsur import CLEAR, LIKELY, bare_number
from skmlib.survey.heading_words import IMPORTANCE, fold_heading
from skmlib.survey.unsur_words import score_heading

SHARE_DISTINCT = 0.5
LABELS_MIN = 3  # a remark has fewer different answers than a question

SERVICE = re.compile(
    r"(?<!spesifikasi )(?:jenis|nama|macam|kategori|bentuk|unit)\s+(?:\w+\s+)?(?:pe)?layanan"
    r"|(?:pe)?layanan (?:apa|yang|mana|kelompok)"
    r"|(?:^|/)(?:pe)?layanan\b|\bloket\b|\bpoli\b|keperluan|urusan"
)
_IN_PASSING = re.compile(r"\(?\d{1,2}[.)]\s*\w+ .*\b(?:loket|poli|keperluan|urusan)\b.*")
COMMENT = re.compile(r"\bsaran\b|komentar|masukan|kritik|tanggapan|harapan|catatan|ulasan|pendapat|keluhan")
REMARK = re.compile(r"\bsaran\b|komentar|masukan|kritik|ulasan|catatan")
PERSON = re.compile(r"\bid\b|(?:nomor|no\.?|kode|id)\s*(?:urut\s*)?responden|\bresponden\b|kode unik")
ROW_NUMBER = re.compile(r"no\.?|nomor|nomor urut|no\.? urut|#|urut(?:an)?")


def is_question(name: str, cells: pd.Series, kind: str | None) -> bool:
    """Tell whether a column is a question: answers of a scale, or choices under a clear heading, and not the codes of a group.

    Answers of a scale under a numbered heading that speaks of a counter in passing ("5. Jadwal buka loket") are one.

    Parameters
    ----------
    name : str
        Heading.
    cells : Series of str
        As exported, rows of sums apart.
    kind : str or None
        From `answer_kind`.

    Returns
    -------
    bool

    Examples
    --------
    >>> is_question("Sarana", pd.Series(["4", "3"]), "kode"), is_question("Umur", pd.Series(["4", "3"]), "kode")
    (True, False)
    """
    points = score_heading(name)
    if kind in ANSWERS and group_of(name) == "layanan" and _IN_PASSING.fullmatch(fold_heading(name)):
        return True
    if kind in OTHER_SCALES:
        limit = CLEAR if kind == YES_NO else LIKELY
        most = max(points.values(), default=0)
        return most >= limit and (most >= CLEAR or not group_of(name))
    counts = count_answers(cells)
    if kind not in ANSWERS:
        is_clear = max(points.values(), default=0) >= CLEAR and not group_of(name)
        return is_clear and are_choices(cells) and (len(counts) >= LABELS_MIN or not COMMENT.search(fold_heading(name)))
    is_remark = REMARK.search(fold_heading(name)) is not None
    is_doubtful = kind not in (CODES, LETTERS) and max(points.values(), default=0) < CLEAR and len(counts) < LABELS_MIN
    if is_remark and (is_doubtful or len(counts) > SHARE_DISTINCT * counts.sum()):
        return False
    if kind in (CODES, LETTERS):
        is_number = (
            ROW_NUMBER.fullmatch(fold_heading(name)) is not None or PERSON.fullmatch(fold_heading(name)) is not None
        )
        is_group = group_of(name) is not None and max(points.values(), default=0) < CLEAR
        is_named = bool(points) or bare_number(name) is not None or IMPORTANCE.search(fold_heading(name)) is not None
        is_asked = is_named or counts.sum() > 2 * len(counts)
        return not is_number and not is_group and is_asked
    return not (group_of(name) and not points)


def group_of(name: str) -> str | None:
    """Tell which group a heading speaks of first.

    Examples
    --------
    >>> group_of("Jenis layanan"), group_of("Usia (tahun)"), group_of("Sarana")
    ('layanan', 'usia', None)
    """
    folded = fold_heading(name)
    patterns = {"layanan": SERVICE} | {key: re.compile(words) for key, (_, words) in GROUPS.items()}
    places = {key: match.start() for key, pattern in patterns.items() if (match := pattern.search(folded))}
    return min(places, key=lambda key: places[key], default=None)
