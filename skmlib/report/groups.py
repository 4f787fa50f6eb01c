"""Scores of groups (BAB III): of each service and characteristic, and of the questions outside the index.

A group below the threshold keeps its head count and shows no score; the table says so, and why.
"""

from __future__ import annotations

from skmlib.report import sources, wording
from skmlib.report.blocks import Block, Blocks, Column, Table, Text
from skmlib.report.headline import MEAN, POOLED, mean_notes
from skmlib.report.profile import LAYANAN, name_of
from skmlib.survey.headings import groups_of
from skmlib.survey.results import Results

HIDDEN = "disembunyikan"


@sources.sourced(sources.answers)
def layanan_scores_table(results: Results) -> Block:
    """Tabulate the scores of each service: its unsur, its index and mutu.

    Parameters
    ----------
    results : Results
        Of the unit.

    Returns
    -------
    Block
        One row per service, below them their mean and all respondents, or a sentence; a hidden service shows a word and no
        number, and leaves no mean.
    """
    if LAYANAN not in results.groups:
        return Text.plain("Nilai per layanan tidak disajikan karena survei ini tidak membedakan jenis layanan.")
    scores = results.groups[LAYANAN]
    labels = results.survey.parameters.label_unsur
    nrr = {(str(row.kelompok), row.unsur): row.nrr for row in scores.unsur.itertuples(index=False)}
    rows = [
        (
            str(row.kelompok),
            wording.whole(row.n),
            *(wording.number(nrr[str(row.kelompok), unsur]) for unsur in labels),
            wording.number(row.ni),
            HIDDEN if row.disembunyikan else wording.number(row.ikm),
            row.mutu or wording.MISSING,
            wording.interval(row.low, row.high),
        )
        for row in scores.groups.itertuples(index=False)
    ]
    below = _unit_rows(results)
    strong = tuple(range(len(rows), len(rows) + len(below)))
    per_unsur = [Column(label, "kanan", group=f"NRR per unsur (skala {wording.NI_SCALE})") for label in labels.values()]
    index = (
        Column("NI", "kanan"),
        Column("IKM", "kanan"),
        Column("Mutu", "tengah"),
        Column(f"Selang {wording.LEVEL} IKM", "kanan"),
    )
    columns = (Column("Layanan"), Column("n", "kanan"), *per_unsur, *index)
    notes = tuple(dict.fromkeys([*mean_notes(results), *_group_notes(results, LAYANAN)]))
    return Table("Nilai setiap layanan", columns, (*rows, *below), notes, strong_rows=strong)


def _unit_rows(results: Results) -> list[tuple[str, ...]]:
    """Make the rows of the unit below its services: their mean, where it may be shown, and all respondents."""
    parts = {MEAN: (results.layanan_mean.ikm, results.layanan_mean.unsur)}
    parts |= {POOLED: (results.ikm_responden, results.unsur_responden)}
    return [
        (
            name,
            wording.whole(score.n),
            *(wording.number(value) for value in unsur["nrr"]),
            wording.number(score.ni),
            wording.number(score.ikm),
            score.mutu or wording.MISSING,
            wording.interval(score.low, score.high),
        )
        for name, (score, unsur) in parts.items()
        if not unsur.empty
    ]


@sources.sourced(sources.answers)
def group_scores_tables(results: Results) -> Block:
    """Tabulate the index of each group of respondents, one characteristic at a time.

    Parameters
    ----------
    results : Results
        Of the unit.

    Returns
    -------
    Block
        One table per characteristic, or a sentence; a hidden group shows a word and no number.
    """
    keys = [key for key in results.groups if key != LAYANAN]
    if not keys:
        return Text.plain(
            "Nilai menurut kelompok responden tidak disajikan karena berkas jawaban tidak memuat karakteristik."
        )
    return Blocks([_group_table(results, key) for key in keys])


def _group_table(results: Results, key: str) -> Table:
    """Tabulate the index of the groups of one characteristic."""
    rows = [
        (
            str(row.kelompok),
            wording.whole(row.n),
            HIDDEN if row.disembunyikan else wording.number(row.ikm),
            row.mutu or wording.MISSING,
            wording.interval(row.low, row.high),
        )
        for row in results.groups[key].groups.itertuples(index=False)
    ]
    name = name_of(results, key)
    columns = (
        Column(name),
        Column("n", "kanan"),
        Column("IKM", "kanan"),
        Column("Mutu", "tengah"),
        Column(f"Selang {wording.LEVEL} IKM", "kanan"),
    )
    title = f"IKM menurut {wording.inline(name)}"
    return Table(title, columns, tuple(rows), _group_notes(results, key), keep_together=True)


def _group_notes(results: Results, key: str) -> tuple[str, ...]:
    """Say why groups are hidden, and why another has no index or no interval."""
    scores = results.groups[key]
    hidden = (
        f"Nilai kelompok dengan kurang dari {scores.ambang} responden, atau kurang dari {scores.ambang} jawaban untuk suatu "
        "unsur, disembunyikan; nilai kelompok lain ikut disembunyikan bila yang kecil dapat dihitung darinya."
    )
    shown = scores.groups[~scores.groups["disembunyikan"] & (scores.groups["n"] > 0)]
    reasons = [f"{row.kelompok}: {row.alasan}" for row in shown.itertuples(index=False) if row.alasan is not None]
    several = "Responden yang memilih lebih dari satu dihitung pada setiap pilihannya."
    is_multiple = groups_of(results.survey.parameters)[key].pilihan_ganda
    is_hidden = scores.groups["disembunyikan"].any()
    return (*([hidden] if is_hidden else []), *([several] if is_multiple else []), *reasons)


@sources.sourced(sources.answers)
def extra_questions_table(results: Results) -> Block:
    """Tabulate the questions outside the index.

    Parameters
    ----------
    results : Results
        Of the unit.

    Returns
    -------
    Block
        One row per question, or a sentence.
    """
    questions = results.survey.parameters.survei.pertanyaan_tambahan
    if results.extra is None:
        return Text.plain("Kuesioner tidak memuat pertanyaan di luar unsur indeks.")
    rows = [
        (
            questions[row.unsur].nama,
            wording.whole(row.n),
            wording.number(row.nrr),
            wording.number(row.ikm),
            wording.interval(row.low, row.high),
        )
        for row in results.extra.itertuples(index=False)
    ]
    columns = (
        Column("Pertanyaan"),
        Column("n", "kanan"),
        Column("Rata-rata", "kanan"),
        Column("Nilai konversi", "kanan"),
        Column(f"Selang {wording.LEVEL} rata-rata", "kanan"),
    )
    notes = (f"Rata-rata pada skala {wording.NI_SCALE}. Pertanyaan ini tidak termasuk dalam IKM.",)
    return Table("Pertanyaan tambahan di luar indeks", columns, tuple(rows), notes, keep_together=True)
