"""The tally of large files as an analyst reads it on a terminal: answers, scores, and what was read."""

from __future__ import annotations

import numpy as np

from skmlib.report import wording
from skmlib.survey.ikm_score import IkmScore
from skmlib.survey.regulation import SCALE_MAX, SCALE_MIN
from skmlib.survey.scores import unsur_columns
from skmlib.survey.tally_files import FilesTally

Rows = list[tuple[str, ...]]

ALL = "Semua"
ANSWER_HEADINGS = ("Kode", *map(str, range(SCALE_MIN, SCALE_MAX + 1)), "Dijawab", "Kosong")
SCORE_HEADINGS = ("Kode", "Unsur", "NRR", "Nilai konversi", "Mutu", f"Selang {wording.LEVEL} NRR")


def answer_rows(counted: FilesTally) -> Rows:
    """Write how many gave which answer, a row for each unsur and one of all.

    Parameters
    ----------
    counted : FilesTally
        Of the files.

    Returns
    -------
    list of tuple of str
        Cells under `ANSWER_HEADINGS`.
    """
    tally = counted.tally
    numbers = np.column_stack([tally.counts, tally.n, tally.kosong])
    labels = [*(column.label for column in counted.columns.columns), ALL]
    every = [*numbers.tolist(), numbers.sum(axis=0).tolist()]
    return [(label, *map(wording.whole, row)) for label, row in zip(labels, every, strict=True)]


def score_rows(counted: FilesTally, score: IkmScore) -> Rows:
    """Write the scores, a row for each unsur and one of the index.

    Parameters
    ----------
    counted : FilesTally
        Of the files.
    score : IkmScore
        The index of the same tally.

    Returns
    -------
    list of tuple of str
        Cells under `SCORE_HEADINGS`.
    """
    scores = unsur_columns(counted.tally, bobot=counted.columns.bobot)
    shown = [*zip(*(scores[name] for name in ("nrr", "ikm", "mutu", "low", "high")), strict=True)]
    names = [(column.label, column.nama) for column in counted.columns.columns]
    every = zip([*names, (ALL, "")], [*shown, (score.ni, score.ikm, score.mutu, *score.interval_ni)], strict=True)
    return [
        (*name, wording.number(nrr), wording.number(ikm), mutu or wording.MISSING, wording.interval(low, high))
        for name, (nrr, ikm, mutu, low, high) in every
    ]


def tally_sentences(counted: FilesTally, score: IkmScore) -> list[str]:
    """Say what was read and which index follows.

    Parameters
    ----------
    counted : FilesTally
        Of the files.
    score : IkmScore
        The index of the same tally.

    Returns
    -------
    list of str
    """
    told = [f"{wording.whole(len(counted.rows))} berkas, {wording.whole(counted.rows_read)} baris dibaca."]
    if counted.empty:
        told.append(f"{wording.whole(counted.empty)} baris dikeluarkan: tidak ada unsur yang dijawab.")
    told += [f"Jawaban {text!r} dibaca sebagai {label!r}." for text, label in counted.spellings.items()]
    if score.ikm is None:
        return [*told, f"IKM tidak dapat dihitung. {score.reason}"]
    interval = score.reason
    if score.low is not None:
        ends = f"{wording.number(score.low)} sampai {wording.number(score.high)}"
        interval = f"Selang kepercayaan {wording.LEVEL} untuk IKM adalah {ends}, tanpa koreksi populasi."
    told.append(
        f"IKM {wording.number(score.ikm)} dari {wording.whole(score.n)} responden dengan bobot "
        f"{wording.bobot(counted.columns.nama_bobot)}: mutu {score.mutu}, kinerja “{score.kinerja}”."
    )
    return [*told, interval or ""]
