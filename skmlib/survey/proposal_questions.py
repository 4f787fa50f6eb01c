"""The part of a proposal that names the questions: the unsur with their labels and answers, and those outside the index.

Each unsur that was not found keeps its line, with the columns that are left, for a person to fill in.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import pandas as pd

from skmlib.parameters.marks import PLACEHOLDER
from skmlib.parameters.proposal_text import Marked, marked
from skmlib.problems import name_options
from skmlib.survey.answer_proposal import AnswerProposal
from skmlib.survey.column_roles import Roles
from skmlib.survey.guess_blanks import find_unknown, unknown_marks
from skmlib.survey.guess_codes import low_mark
from skmlib.survey.heading_words import differ_in_period, leads_of
from skmlib.survey.regulation import UNSUR

ORDER_MARK = (
    "judul kolom tidak menyebut unsur; urutan ini menurut daftar peraturan, cocokkan dengan kuesioner yang dipakai"
)
SWAPPED_MARK = "U8 dan U9 tertukar pada sebagian formulir; di sini kolom ini dibaca sebagai {unsur}"
PARTS_MARK = "beberapa kolom menanyakan unsur ini dan diusulkan sebagai subpertanyaan; sisakan yang memang ditanyakan"
BLOCKS_MARK = (
    "judul kolom-kolom ini berbeda hanya pada kata di depannya ({leads}); bila itu layanan, susun ulang berkasnya menjadi satu "
    "baris per responden dan layanan, dengan kolom layanan; bila dibiarkan, jawabannya dirata-ratakan per responden"
)
BLOCKS_MIN = 3
PERIODS_MARK = "kolom-kolom ini berbeda hanya pada tahun atau masanya; sisakan yang dari periode laporan ini"
ANSWERS_MARK = "judul kolom ini tidak menyebut unsur; diusulkan dari kata jawabannya"
MISSING_MARK = "kolom untuk unsur ini tidak ditemukan; kolom yang belum dipakai: {free}"
FURTHER_MARK = "bila ini unsur indeks, pindahkan ke 'unsur'; bila bukan, biarkan di luar indeks"
SWAPPED = ("pengaduan", "sarana")


def describe_unsur(
    data: pd.DataFrame,
    roles: Roles,
    answers: Mapping[str, AnswerProposal],
    blanks: Sequence[str],
    kepentingan: Mapping[str, Any],
) -> Any:
    """Propose the unsur, in the regulation's order, with a line for each that is missing.

    Parameters
    ----------
    data : DataFrame of str
        Cells, rows of sums apart.
    roles : Roles
        Of the columns.
    answers : mapping of str to AnswerProposal
        By question.
    blanks : sequence of str
        Texts that mean no answer.
    kepentingan : mapping of str to text, perhaps marked
        Heading of the importance of an unsur.

    Returns
    -------
    mapping, perhaps marked
    """
    unsur, bare = roles.unsur, roles.unsur.bare
    free = [*roles.unused, *roles.tambahan]
    blocks = _find_blocks(unsur.columns)
    entries: dict[str, Any] = {}
    for key in UNSUR:
        if key not in unsur.columns:
            if key != "biaya":
                label = f"U{UNSUR.index(key) + 1}"
                label = label if label not in unsur.labels.values() else f"{label}b"
                entry = {"label": label, "kolom": PLACEHOLDER}
                entries[key] = Marked(entry, (MISSING_MARK.format(free=name_options(free)),))
            continue
        names = unsur.columns[key]
        sentences = [SWAPPED_MARK.format(unsur=key)] if bare and key in SWAPPED else []
        sentences += [_parts_mark(names, blocks)] if len(names) > 1 else []
        sentences += [answers[key].mark] if answers[key].marks_column else []
        sentences += [ANSWERS_MARK] if key in unsur.by_answers else []
        if key in unsur.unsure:
            sentences.append(f"kolom ini mungkin menanyakan {unsur.unsure[key]}, bukan {key}")
        entry = {"label": unsur.labels[key], "kolom": marked(names[0] if len(names) == 1 else names, *sentences)}
        entry |= {"kolom_kepentingan": kepentingan[key]} if key in kepentingan else {}
        entries[key] = entry | _jawaban(answers[key])
    known = [key for key in unsur.columns if PLACEHOLDER not in (answers[key].jawaban or {}).get("1", [])]
    unknown = [
        find_unknown(data[unsur.columns[key]], jawaban=answers[key].jawaban, unsur=key, blanks=blanks) for key in known
    ]
    columns = data[[name for names in unsur.columns.values() for name in names]]
    low = low_mark(columns, {key: answers[key] for key in unsur.columns})
    return marked(entries, ORDER_MARK if bare else "", low, *(unknown_marks(pd.concat(unknown)) if unknown else []))


def _find_blocks(columns: Mapping[str, Sequence[str]]) -> tuple[str, ...]:
    """Find the words with which the columns of several unsur begin alike, such as the names of services."""
    found = [leads_of(names) for names in columns.values() if not differ_in_period(names)]
    return next((leads for leads in found if leads and found.count(leads) >= BLOCKS_MIN), ())


def _parts_mark(names: Sequence[str], blocks: tuple[str, ...]) -> str:
    """Say what several columns of one unsur may be."""
    if differ_in_period(names):
        return PERIODS_MARK
    if blocks and leads_of(names) == blocks:
        return BLOCKS_MARK.format(leads=name_options(blocks))
    return PARTS_MARK


def _jawaban(answer: AnswerProposal) -> dict[str, Any]:
    """Propose the answers, each code with one text or several."""
    if answer.is_reversed:
        return {"kode_terbalik": marked("ya", answer.mark)}
    if answer.jawaban is None:
        return {}
    texts = {code: labels[0] if len(labels) == 1 else labels for code, labels in answer.jawaban.items()}
    entry = {"jawaban": marked(texts, answer.mark)}
    return entry | ({"urutan_dipastikan": "ya"} if answer.is_falling else {})


def describe_further(
    data: pd.DataFrame, roles: Roles, answers: Mapping[str, AnswerProposal], blanks: Sequence[str]
) -> dict[str, Marked]:
    """Propose the questions outside the index.

    Parameters
    ----------
    data, roles, answers, blanks
        As for `describe_unsur`.

    Returns
    -------
    dict of str to Marked
        Those that are answered on a scale of four.
    """
    entries = {}
    for number, name in enumerate(roles.tambahan, start=1):
        if answers[name].problems:
            continue
        unknown = find_unknown(data[[name]], jawaban=answers[name].jawaban, unsur=None, blanks=blanks)
        entry = {"nama": name, "kolom": marked(name, *unknown_marks(unknown))} | _jawaban(answers[name])
        entries[f"pertanyaan_{number}"] = Marked(entry, (FURTHER_MARK,))
    return entries
