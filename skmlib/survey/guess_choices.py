"""Cells in which several choices were ticked: told by their parts coming back in other cells.

A comma may belong to the name of a choice ("Surat pindah, datang"): two parts that never stand without each other, one right
behind the other, are taken for one choice, which a person is asked about. Some programs name the choices by slugs with spaces
between them (`ktp kartu_keluarga`); as names in small letters look alike, most slugs must stand alone in some cell.
"""

from __future__ import annotations

import re
from itertools import pairwise

import pandas as pd

from skmlib.survey.categories import fold

SHARE_SEVERAL = 0.1
SHARE_MET = 0.8
PAIRS_MIN = 2

_SLUG = re.compile(r"[a-z0-9]+(?:[_.-][a-z0-9]+)*")
_PARTS = re.compile(r"\s*[;,|\n]\s*")


def split_choices(typed: pd.Series) -> pd.Series | None:
    """Split cells with several choices.

    Parameters
    ----------
    typed : Series of str
        Cells with something in them.

    Returns
    -------
    Series of str, or None
        The parts, on the index of the cells; None when one choice was asked for and commas belong to its names.

    Examples
    --------
    >>> split_choices(pd.Series(["KTP, KK", "KTP", "KK", "KK, Akta", "Akta, KTP"])).value_counts().to_dict()
    {'KTP': 3, 'KK': 3, 'Akta': 2}
    """
    several = typed[typed.str.contains(r"[;,|]")]
    if len(several) < max(2, SHARE_SEVERAL * len(typed)):
        return None
    parts = typed.str.split(_PARTS).explode().str.strip()
    parts = parts[parts != ""]
    folded = parts.map(fold)
    met = folded.groupby(folded).transform("size") > 1
    wholes = several.map(fold)
    if folded.nunique() >= typed.map(fold).nunique() or met.mean() < SHARE_MET or wholes.nunique() < 2:
        return None
    return parts


def split_slugs(typed: pd.Series) -> pd.Series | None:
    """Split cells that hold slugs with spaces between them.

    Parameters
    ----------
    typed : Series of str
        Cells with something in them.

    Returns
    -------
    Series of str, or None
        The slugs, on the index of the cells; None when the cells are names of several words.

    Examples
    --------
    >>> split_slugs(pd.Series(["ktp kk", "ktp", "kk", "akta kk", "akta ktp"])).value_counts().to_dict()
    {'ktp': 3, 'kk': 3, 'akta': 2}
    >>> split_slugs(pd.Series(["pegawai negeri", "pegawai swasta", "swasta", "pegawai negeri"])) is None
    True
    """
    parts = typed.str.split().explode()
    several = typed.str.contains(" ").sum()
    is_repeated = pd.Series(parts.index.astype("str") + " " + parts.to_numpy(dtype="str")).duplicated().any()
    if several < max(2, SHARE_SEVERAL * len(typed)) or is_repeated or not parts.str.fullmatch(_SLUG).all():
        return None
    slugs = set(parts)
    is_met = parts.groupby(parts).transform("size") > 1
    if len(slugs) >= typed.nunique() or is_met.mean() < SHARE_MET or len(slugs & set(typed)) < len(slugs) / 2:
        return None
    return parts


def join_pairs(typed: pd.Series, parts: pd.Series) -> tuple[pd.Series, list[str]]:
    """Join parts that never stand without each other, one right behind the other.

    Parameters
    ----------
    typed : Series of str
        Cells with something in them.
    parts : Series of str
        From `split_choices`.

    Returns
    -------
    parts : Series of str
        With those parts joined.
    joined : list of str
        The names that were joined.

    Examples
    --------
    >>> typed = pd.Series(["KTP, Pindah, datang", "Pindah, datang"])
    >>> parts, joined = join_pairs(typed, typed.str.split(", ").explode())
    >>> parts.tolist(), joined
    (['KTP', 'Pindah, datang', 'Pindah, datang'], ['Pindah, datang'])
    """
    counts = parts.value_counts()
    sequences = parts.groupby(level=0, sort=False).agg(list)
    behind = pd.Series([pair for sequence in sequences for pair in pairwise(sequence)], dtype="object").value_counts()
    together = [pair for pair, n in behind.items() if n >= PAIRS_MIN and n == counts[pair[0]] == counts[pair[1]]]
    pairs = [pair for pair in together if typed.str.contains(", ".join(pair), regex=False).any()]
    joined = parts
    for first, second in pairs:
        joined = joined.mask(joined == first, f"{first}, {second}")
        joined = joined[joined != second]
    return joined, sorted(f"{first}, {second}" for first, second in pairs)
