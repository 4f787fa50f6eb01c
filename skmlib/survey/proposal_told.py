"""What is told about a proposal beside the parameters: the role of each column, and the unsur that nobody asked for."""

from __future__ import annotations

from collections.abc import Sequence

import pandas as pd

from skmlib.problems import Problem, name_options
from skmlib.survey.answer_kind import count_answers
from skmlib.survey.guess_columns import Roles
from skmlib.survey.guess_unsur import CLEAR
from skmlib.survey.regulation import UNSUR
from skmlib.survey.unsur_words import score_heading

TEXTS_NAMED = 8


def missing_unsur(roles: Roles, berkas: str) -> list[Problem]:
    """Say which unsur were not found in an export that is refused anyway.

    Parameters
    ----------
    roles : Roles
        Of the columns.
    berkas : str
        File name.

    Returns
    -------
    list of Problem
        One or none; a survey without `biaya` is legal.
    """
    missing = [key for key in UNSUR if key not in roles.unsur.columns and key != "biaya"]
    what = f"pertanyaan tentang {', '.join(missing)} tidak ditemukan"
    return (
        [Problem(berkas, what, "SKM menanyakan kesembilan unsur, hanya biaya yang boleh tidak ada")] if missing else []
    )


def name_roles(roles: Roles, ungrouped: Sequence[str]) -> tuple[tuple[str, str], ...]:
    """Name the role of each column.

    Parameters
    ----------
    roles : Roles
        Of the columns.
    ungrouped : sequence of str
        Columns of groups whose texts differ too much.

    Returns
    -------
    tuple of (str, str)
        Heading and role, in Indonesian.
    """
    pairs = [(name, f"unsur {key}") for key, names in roles.unsur.columns.items() for name in names]
    pairs += [(name, f"kepentingan {key}") for key, name in roles.kepentingan.items()]
    pairs += [(name, "pertanyaan tambahan") for name in roles.tambahan]
    pairs += [
        (name, "layanan" if key == "layanan" else f"profil {key}")
        for key, name in roles.groups.items()
        if name not in ungrouped
    ]
    single = {"waktu": roles.waktu, "komentar": roles.komentar, "responden": roles.responden}
    pairs += [(name, f"kolom {key}") for key, name in single.items() if name]
    pairs += [(name, "data pribadi, tidak dibaca") for name in roles.personal]
    return (*pairs, *((name, "tidak dipakai") for name in (*ungrouped, *roles.unused)))


def tell_unknown_answers(data: pd.DataFrame, roles: Roles) -> str:
    """Say which heading speaks of an unsur although its answers are not known.

    Parameters
    ----------
    data : DataFrame of str
        Cells of the export.
    roles : Roles
        Of its columns.

    Returns
    -------
    str
        A sentence for the refusal; empty when there is no such heading.
    """
    used = {name for names in roles.unsur.columns.values() for name in names}
    named = [
        name for name in data.columns if name not in used and max(score_heading(name).values(), default=0) >= CLEAR
    ]
    if not named:
        return ""
    texts = name_options(sorted(count_answers(data[named[0]]).index)[:TEXTS_NAMED])
    return (
        f"Judul {named[0]!r} tampak menanyakan unsur, tetapi jawabannya tidak dikenal ({texts}); ganti jawabannya di berkas "
        "menjadi 1 sampai 4, atau tulis 'jawaban' sendiri pada parameter (docs/panduan.md, bagian 4.4)."
    )
