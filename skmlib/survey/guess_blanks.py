"""Answers that are none of the four: what means no answer, and what stays unknown under a proposal.

A dash or "tidak tahu" is proposed to be read as a blank; a 5, a 0 or a slip of the pen is named with its rows, for only a
person can say what was meant.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

import pandas as pd

from skmlib.problems import fold
from skmlib.survey.decoding import NO_ANSWER, decode_answers
from skmlib.survey.regulation import UNSUR_JAWABAN

_ALSO_BLANK = re.compile(r"#?n/?a|null|nan|none|tidak diisi|belum diisi|tidak memilih|tanpa jawaban")


def find_blanks(columns: pd.DataFrame, jawaban: Mapping[str, Mapping[str, Sequence[str]]]) -> dict[str, int]:
    """Find texts that mean no answer.

    Parameters
    ----------
    columns : DataFrame of str
        The columns of the questions.
    jawaban : mapping of column to the texts of its codes
        What is an answer after all.

    Returns
    -------
    dict of str to int
        Each such text, and how often it stands there.

    Examples
    --------
    >>> find_blanks(pd.DataFrame({"Syarat": ["4", "N/A", "-", "-"]}), {})
    {'-': 2, 'N/A': 1}
    """
    found: dict[str, int] = {}
    for name in columns.columns:
        known = {fold(label) for labels in jawaban.get(str(name), {}).values() for label in labels}
        typed = columns[name].str.split().str.join(" ")
        folded = typed.map(fold)
        is_blank = folded.map(
            lambda text, known=known: (
                text not in known and bool(NO_ANSWER.fullmatch(text) or _ALSO_BLANK.fullmatch(text))
            )
        )
        for text, n in typed[is_blank].value_counts().items():
            same = next((other for other in found if fold(other) == fold(str(text))), str(text))
            found[same] = found.get(same, 0) + int(n)
    return dict(sorted(found.items(), key=lambda item: (-item[1], item[0])))


def unknown_marks(
    column: pd.Series,
    *,
    jawaban: Mapping[str, Sequence[str]] | None,
    unsur: str | None,
    blanks: Sequence[str],
    berkas: str,
) -> list[str]:
    """Say which answers stay unknown under a proposal, where, and what to do.

    Parameters
    ----------
    column : Series of str
        Answers, indexed by row.
    jawaban : mapping or None
        From `propose_answers`.
    unsur : str or None
        Whose regulation's labels are read without `jawaban`.
    blanks : sequence of str
        From `find_blanks`.
    berkas : str
        File name.

    Returns
    -------
    list of str

    Examples
    --------
    >>> column = pd.Series(["4", "5"], index=[2, 3], name="Syarat")
    >>> unknown_marks(column, jawaban=None, unsur=None, blanks=[], berkas="a.csv")
    ["baris 3 tertulis '5'; betulkan di berkas, atau daftarkan pada 'dibaca_kosong' bila bukan jawaban"]
    """
    known = jawaban or {str(code): [text] for code, text in enumerate(UNSUR_JAWABAN.get(unsur or "", ()), start=1)}
    decoded = decode_answers(column, jawaban=known, blanks=blanks, berkas=berkas)
    told = []
    for problem in decoded.problems:
        where = f"baris {problem.baris} " if problem.baris is not None else ""
        add = ", tambahkan pada 'jawaban'" if jawaban else ""
        told.append(
            f"{where}{problem.tertulis}; betulkan di berkas{add}, atau daftarkan pada 'dibaca_kosong' bila bukan jawaban"
        )
    return told
