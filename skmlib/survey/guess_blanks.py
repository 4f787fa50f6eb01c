"""Answers that are none of the four: what means no answer, and what stays unknown under a proposal.

A dash or "tidak tahu" is proposed to be read as a blank; a 5, a 0 or a slip of the pen is named with its rows, for only a
person can say what was meant.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

import pandas as pd

from skmlib.problems import fold, quote
from skmlib.survey.decoding import NO_ANSWER, decode_answers
from skmlib.survey.regulation import UNSUR_JAWABAN
from skmlib.survey.row_places import name_places

PLACES_NAMED = 9
UNKNOWN_ADVICE = "betulkan di berkas, tambahkan pada 'jawaban', atau daftarkan pada 'dibaca_kosong' bila tidak menjawab"

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


def find_unknown(
    columns: pd.DataFrame, *, jawaban: Mapping[str, Sequence[str]] | None, unsur: str | None, blanks: Sequence[str]
) -> pd.DataFrame:
    """Find the answers that stay unknown under a proposal.

    Parameters
    ----------
    columns : DataFrame of str
        The columns of one question, indexed by row.
    jawaban : mapping or None
        From `propose_answers`.
    unsur : str or None
        Whose regulation's labels are read without `jawaban`.
    blanks : sequence of str
        From `find_blanks`.

    Returns
    -------
    DataFrame
        `kolom`, `baris`, `tertulis`.

    Examples
    --------
    >>> columns = pd.DataFrame({"Syarat": ["4", "5"]}, index=[2, 3])
    >>> find_unknown(columns, jawaban=None, unsur=None, blanks=[]).to_numpy().tolist()
    [['Syarat', 3, '5']]
    """
    known = jawaban or {str(code): [text] for code, text in enumerate(UNSUR_JAWABAN.get(unsur or "", ()), start=1)}
    found = []
    for name in columns.columns:
        cells = columns[name]
        decoded = decode_answers(cells, jawaban=known, blanks=blanks, berkas="")
        unknown = cells[decoded.answers.isna() & ~cells.map(fold).isin(["", *map(fold, blanks)])]
        found.append(pd.DataFrame({"kolom": str(name), "baris": unknown.index, "tertulis": unknown.to_list()}))
    return pd.concat(found, ignore_index=True).astype({"tertulis": "str"})


def unknown_marks(unknown: pd.DataFrame) -> list[str]:
    """Say of each unknown answer how often and where it stands, and what to do.

    Parameters
    ----------
    unknown : DataFrame
        From `find_unknown`.

    Returns
    -------
    list of str
        One sentence an answer.

    Examples
    --------
    >>> unknown_marks(pd.DataFrame({"kolom": ["U1", "U4"], "baris": [3, 9], "tertulis": ["0", "0 "]}))[0][:70]
    "jawaban '0' tidak dikenal, 2 kali (kolom 'U1' baris 3; kolom 'U4' bari"
    """
    texts = unknown["tertulis"].str.split().str.join(" ")
    told = []
    for _, rows in unknown.assign(tertulis=texts).groupby(texts.map(fold), sort=False):
        places = [
            f"kolom {quote(str(kolom))} {name_places(group['baris'])}"
            for kolom, group in rows.groupby("kolom", sort=False)
        ]
        more = f"; dan {len(places) - PLACES_NAMED} kolom lain" if len(places) > PLACES_NAMED else ""
        where = "; ".join(places[:PLACES_NAMED]) + more
        told.append(
            f"jawaban {quote(rows['tertulis'].iloc[0])} tidak dikenal, {len(rows)} kali ({where}); {UNKNOWN_ADVICE}"
        )
    return told
