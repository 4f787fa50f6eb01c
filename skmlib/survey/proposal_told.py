"""What is told about a proposal beside the parameters: the role of each column, and the unsur that nobody asked for."""

from __future__ import annotations

from collections.abc import Sequence

import pandas as pd

from skmlib.problems import Problem, name_options
from skmlib.survey.answer_kind import count_answers
from skmlib.survey.column_roles import Roles
from skmlib.survey.guess_unsur import CLEAR
from skmlib.survey.other_scales import TEXTS_NAMED
from skmlib.survey.regulation import UNSUR
from skmlib.survey.ticks import Ticks
from skmlib.survey.unsur_words import score_heading


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
    """Name the role of each column; columns of ticks of one question are named once.

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
    pairs += [(name, "tidak dipakai") for name in (*ungrouped, *roles.unused)]
    return (*pairs, *map(_name_ticks, roles.ticks))


def tell_ticks(roles: Roles) -> list[str]:
    """Tell in a sentence for each question of which only columns of ticks stand in the export: they are not read.

    Parameters
    ----------
    roles : Roles
        Of the columns.

    Returns
    -------
    list of str
    """
    return [
        f"{ticks.question!r} memiliki satu kolom untuk setiap pilihan ({name_options(list(ticks.choices.values()))}); bila "
        "diperlukan, gabungkan di berkas menjadi satu kolom dengan koma di antara pilihannya."
        for ticks in roles.ticks
        if not ticks.whole
    ]


def _name_ticks(ticks: Ticks) -> tuple[str, str]:
    """Name the role of the columns of ticks of one question, once for all."""
    first, n = next(iter(ticks.choices)), len(ticks.choices)
    many = f", begitu juga {n - 1} kolom pilihan lainnya" if n > 1 else ""
    return first, f"tidak dipakai{many}" + (f"; isinya sama dengan {ticks.question!r}" if ticks.whole else "")


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
