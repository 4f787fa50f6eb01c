"""A parameter file carried forward to a later period, its comments and layout kept.

The text is edited where YAML says the values stand, for a file written anew would lose what the analyst wrote between them.
What follows from the old period is put right: dates move by the months between the periods, the old index joins the history,
the old period becomes the previous one, its printed figures go. What only a person can know keeps its old value, or a
proposal, below a mark. The new text is read again and compared with what was meant, so that an unusual layout is refused
and never spoilt.
"""

from __future__ import annotations

import copy
from collections.abc import Iterator
from typing import Any

import yaml

from skmlib.parameters.history import append_history, history_content
from skmlib.parameters.marks import MARK
from skmlib.parameters.models import Rentang, Riwayat, SurveiParameters
from skmlib.parameters.periods import months_between, shift_date, shift_period, span_of
from skmlib.parameters.text_edits import apply_edits, find_node, insert_above, remove_key, replace_scalar
from skmlib.parameters.yaml_file import KeyPath, parse_yaml
from skmlib.problems import DataError, Problem

PRINTED = "tercetak"  # the figures of one period; they are no figures of the next
TEXTS = ("nama", "lingkup", "metode", "lokasi", "asumsi_unsur")


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
    root = yaml.compose(text, Loader=yaml.SafeLoader)
    values = dict(_new_values(survei, *periods))
    edits = [replace_scalar(text, root, path, value) for path, value in values.items()]
    edits += [
        insert_above(text, find_node(root, path)[0], f"# {MARK}: {sentence}")
        for path, sentence in _questions(survei, *periods)
    ]
    edits += [remove_key(text, root, (PRINTED,))] if survei.tercetak is not None else []
    edits += append_history(text, root, riwayat, periode_sebelumnya=periods[0])
    new = apply_edits(text, edits)
    if not _says(new, _expected(text, values, riwayat, periods[0], berkas)):
        what = "susunannya tidak dapat diperbarui dengan aman"
        raise DataError([Problem(berkas, what, "salin dengan tangan menurut docs/panduan.md, bagian 4.1")])
    return new


def _new_values(survei: SurveiParameters, old: str, new: str) -> Iterator[tuple[KeyPath, str]]:
    """Propose the dates and periods of the new file."""
    months = months_between(old, new)
    for key in ("pelayanan", "pengumpulan"):
        mulai, selesai = _moved(getattr(survei.periode, key), old, new)
        yield ("periode", key, "mulai"), mulai.isoformat()
        yield ("periode", key, "selesai"), selesai.isoformat()
    yield ("pengesahan", "tanggal"), shift_date(survei.pengesahan.tanggal, months).isoformat()
    for place, part in enumerate(survei.gabungan):
        yield ("gabungan", place), shift_period(part, months)
    if survei.periode_sebelumnya is not None:
        yield ("periode_sebelumnya",), old


def _moved(rentang: Rentang, old: str, new: str) -> tuple[Any, Any]:
    """Move a range of dates; one that was the whole period becomes the whole new one."""
    if (rentang.mulai, rentang.selesai) == span_of(old):
        return span_of(new)
    months = months_between(old, new)
    return shift_date(rentang.mulai, months), shift_date(rentang.selesai, months)


def _questions(survei: SurveiParameters, old: str, new: str) -> Iterator[tuple[KeyPath, str]]:
    """Ask what only a person can know, in the order of the keys of the model."""
    proposed = f"tanggal ini usulan dari periode {old}; tulis"
    yield ("periode", "pelayanan"), f"{proposed} masa pelayanan periode {new}"
    yield ("periode", "pengumpulan"), f"{proposed} masa pengumpulan jawaban periode {new}"
    if survei.populasi is not None:
        yield ("populasi",), f"{survei.populasi} adalah populasi periode {old}; tulis populasi periode {new}"
    if survei.data.tahap:
        yield ("data", "tahap"), f"tahap ini milik periode {old}; sesuaikan nama dan berkasnya dengan periode {new}"
    if survei.gabungan:
        yield ("gabungan",), f"daftar ini usulan dari periode {old}; tulis bagian-bagian periode {new}"
    if survei.jadwal:
        yield ("jadwal",), f"jadwal ini milik periode {old}; tulis kegiatan, waktu, dan hari kerja periode {new}"
    signer = survei.pengesahan.nama or survei.pengesahan.nip
    also = ", dan pastikan nama dan NIP penanda tangan" if signer else ""
    yield ("pengesahan", "tanggal"), f"{proposed} tanggal laporan periode {new}{also}"
    year = old[:4]
    for key in TEXTS:
        if year != new[:4] and year in (getattr(survei, key) or ""):
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
