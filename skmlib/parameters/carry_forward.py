"""A parameter file carried forward to a later period, its comments and layout kept.

The text is edited where YAML says the values stand, for a file written anew would lose what the analyst wrote between them.
What follows from the old period is put right: dates move by the months between the periods, the old index joins the history,
the old period becomes the previous one, its printed figures go. What only a person can know keeps its old value, or a
proposal, below a mark. The new text is read again and compared with what was meant, so that an unusual layout is refused
and never spoilt.
"""

from __future__ import annotations

import copy
from collections.abc import Iterator, Sequence
from typing import Any

import yaml

from skmlib.parameters.history import append_history, history_content
from skmlib.parameters.marks import MARK
from skmlib.parameters.models import Rentang, Riwayat, SurveiParameters
from skmlib.parameters.periods import months_between, shift_date, shift_period, span_of
from skmlib.parameters.recap import RekapParameters
from skmlib.parameters.text_edits import apply_edits, find_node, insert_above, remove_key, replace_scalar
from skmlib.parameters.yaml_file import KeyPath, parse_yaml
from skmlib.problems import DataError, Problem

PRINTED = "tercetak"  # the figures of one period; they are no figures of the next
TEXTS = ("nama", "lingkup", "metode", "lokasi", "asumsi_unsur")
RECAP_TEXTS = ("nama", "lingkup", "metode")


def carry_forward(
    text: str, survei: SurveiParameters, *, periods: tuple[str, str], riwayat: Riwayat | None, berkas: str
) -> str:
    """Carry a parameter file forward to a later period.

    Parameters
    ----------
    text : str
        The old file.
    survei : SurveiParameters
        What it says.
    periods : (str, str)
        The old and the new period.
    riwayat : Riwayat or None
        The results of the old period; None when it has no index.
    berkas : str
        Name of the old file for messages.

    Returns
    -------
    str
        The new file, with a mark above each line where a person must decide.

    Raises
    ------
    DataError
        When the layout of the file is such that it cannot be edited safely.
    """
    values = {**_new_dates(survei, *periods), **_new_periods(survei, *periods)}
    return _carry(text, (values, [*_questions(survei, *periods)]), periods, riwayat, berkas)


def carry_recap(
    text: str, rekap: RekapParameters, *, periods: tuple[str, str], riwayat: Riwayat | None, berkas: str
) -> str:
    """Carry the parameter file of a recap forward to a later period.

    Parameters
    ----------
    text : str
        The old file.
    rekap : RekapParameters
        What it says.
    periods : (str, str)
        The old and the new period.
    riwayat : Riwayat or None
        The headline of the old recap; None when it has no index.
    berkas : str
        Name of the old file for messages.

    Returns
    -------
    str
        The new file, with a mark above each line where a person must decide.

    Raises
    ------
    DataError
        When the layout of the file is such that it cannot be edited safely.
    """
    values = dict(_new_dates(rekap, *periods))
    if rekap.periode_sebelumnya is not None:
        values["periode_sebelumnya",] = periods[0]
    questions = [*_date_questions(rekap, *periods), *_text_questions(rekap, RECAP_TEXTS, *periods)]
    for key in ("unit", "jumlah_unit_kerja", "bukti"):
        if getattr(rekap, key):
            questions.append(((key,), f"ini milik periode {periods[0]}; sesuaikan dengan periode {periods[1]}"))
    return _carry(text, (values, questions), periods, riwayat, berkas)


def _carry(
    text: str,
    changes: tuple[dict[KeyPath, str], list[tuple[KeyPath, str]]],
    periods: tuple[str, str],
    riwayat: Riwayat | None,
    berkas: str,
) -> str:
    """Write new values and marks into a file and lengthen its history; refuse when that cannot be done safely."""
    values, questions = changes
    root = yaml.compose(text, Loader=yaml.SafeLoader)
    edits = [replace_scalar(text, root, path, value) for path, value in values.items()]
    edits += [insert_above(text, find_node(root, path)[0], f"# {MARK}: {sentence}") for path, sentence in questions]
    edits += [remove_key(text, root, (PRINTED,))] if PRINTED in parse_yaml(text, berkas=berkas).content else []
    edits += append_history(text, root, riwayat, periode_sebelumnya=periods[0])
    new = apply_edits(text, edits)
    if not _says(new, _expected(text, values, riwayat, periods[0], berkas)):
        what = "susunannya tidak dapat diperbarui dengan aman"
        raise DataError([Problem(berkas, what, "salin dengan tangan menurut docs/panduan.md, bagian 4.1")])
    return new


def _new_dates(own: SurveiParameters | RekapParameters, old: str, new: str) -> dict[KeyPath, str]:
    """Propose the dates of the new file."""
    dates: dict[KeyPath, str] = {}
    for key in ("pelayanan", "pengumpulan"):
        mulai, selesai = _moved(getattr(own.periode, key), old, new)
        dates |= {("periode", key, "mulai"): mulai.isoformat(), ("periode", key, "selesai"): selesai.isoformat()}
    signed = shift_date(own.pengesahan.tanggal, months_between(old, new))
    return dates | {("pengesahan", "tanggal"): signed.isoformat()}


def _new_periods(survei: SurveiParameters, old: str, new: str) -> dict[KeyPath, str]:
    """Propose the other periods of the new file."""
    months = months_between(old, new)
    parts = {("gabungan", place): shift_period(part, months) for place, part in enumerate(survei.gabungan)}
    return parts | ({("periode_sebelumnya",): old} if survei.periode_sebelumnya is not None else {})


def _moved(rentang: Rentang, old: str, new: str) -> tuple[Any, Any]:
    """Move a range of dates; one that was the whole period becomes the whole new one."""
    if (rentang.mulai, rentang.selesai) == span_of(old):
        return span_of(new)
    months = months_between(old, new)
    return shift_date(rentang.mulai, months), shift_date(rentang.selesai, months)


def _questions(survei: SurveiParameters, old: str, new: str) -> Iterator[tuple[KeyPath, str]]:
    """Ask what only a person can know, in the order of the keys of the model."""
    yield from _date_questions(survei, old, new)
    if survei.populasi is not None:
        yield ("populasi",), f"{survei.populasi} adalah populasi periode {old}; tulis populasi periode {new}"
    if survei.data.tahap:
        yield ("data", "tahap"), f"tahap ini milik periode {old}; sesuaikan nama dan berkasnya dengan periode {new}"
    if survei.gabungan:
        yield ("gabungan",), f"daftar ini usulan dari periode {old}; tulis bagian-bagian periode {new}"
    if survei.jadwal:
        yield ("jadwal",), f"jadwal ini milik periode {old}; tulis kegiatan, waktu, dan hari kerja periode {new}"
    yield from _text_questions(survei, TEXTS, old, new)


def _date_questions(own: SurveiParameters | RekapParameters, old: str, new: str) -> Iterator[tuple[KeyPath, str]]:
    """Ask for the dates that were proposed, and for who signs."""
    proposed = f"tanggal ini usulan dari periode {old}; tulis"
    yield ("periode", "pelayanan"), f"{proposed} masa pelayanan periode {new}"
    yield ("periode", "pengumpulan"), f"{proposed} masa pengumpulan jawaban periode {new}"
    signer = own.pengesahan.nama or own.pengesahan.nip
    also = ", dan pastikan nama dan NIP penanda tangan" if signer else ""
    yield ("pengesahan", "tanggal"), f"{proposed} tanggal laporan periode {new}{also}"


def _text_questions(
    own: SurveiParameters | RekapParameters, keys: Sequence[str], old: str, new: str
) -> Iterator[tuple[KeyPath, str]]:
    """Ask for texts that name the year of the old period."""
    year = old[:4]
    for key in keys:
        if year != new[:4] and year in (getattr(own, key) or ""):
            yield (key,), f"teks ini menyebut {year}; sesuaikan dengan periode {new}"


def _expected(text: str, values: dict[KeyPath, str], riwayat: Riwayat | None, old: str, berkas: str) -> dict[str, Any]:
    """Say what the new file must say: the old content with the new values and the longer history."""
    content = copy.deepcopy(parse_yaml(text, berkas=berkas).content)
    content.pop(PRINTED, None)
    for path, value in values.items():
        place = content
        for part in path[:-1]:
            place = place[part]
        place[path[-1]] = value
    if riwayat is not None:
        content["riwayat"] = [*content.get("riwayat", []), history_content(riwayat)]
    return content | {"periode_sebelumnya": old}


def _says(text: str, expected: dict[str, Any]) -> bool:
    """Tell whether a text is YAML and says what is expected."""
    try:
        return parse_yaml(text, berkas="").content == expected
    except DataError:
        return False
