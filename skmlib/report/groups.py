"""Respondents and their groups (BAB III): counts of each characteristic, and scores of services and groups.

A group below the threshold keeps its head count and shows no score; the table says so, and why.
"""

from __future__ import annotations

from skmlib.report import wording
from skmlib.report.blocks import Block, Blocks, Column, Table, Text
from skmlib.survey.profile import sum_printed
from skmlib.survey.results import Results

HIDDEN = "disembunyikan"
PERCENT_DECIMALS = 2
WHOLE = 100
LAYANAN = "layanan"


def respondents_text(results: Results) -> Text:
    """Say how many rows were read, scored and excluded.

    Parameters
    ----------
    results : Results
        Of the unit.

    Returns
    -------
    Text
        One sentence, with the reasons.
    """
    responses = results.survey.responses
    read, scored = wording.whole(responses.rows_read), wording.whole(len(responses.valid))
    if responses.excluded.empty:
        return Text.plain(f"Berkas jawaban memuat {read} baris dan seluruhnya dinilai.")
    reasons = responses.excluded["alasan"].value_counts().sort_index()
    told = wording.listing([f"{wording.whole(int(n))} baris karena {alasan}" for alasan, n in reasons.items()])
    return Text.plain(f"Berkas jawaban memuat {read} baris. Sebanyak {scored} baris dinilai; yang dikeluarkan: {told}.")


def name_of(results: Results, key: str) -> str:
    """Name a variable that groups respondents.

    Parameters
    ----------
    results : Results
        Of the unit.
    key : str
        `"layanan"` or the key of a characteristic.

    Returns
    -------
    str
        As the parameters name it.
    """
    return "Layanan" if key == LAYANAN else results.survey.parameters.survei.profil[key].nama


def profile_tables(results: Results) -> Block:
    """Tabulate the respondents by each characteristic, or say that the export holds none.

    Parameters
    ----------
    results : Results
        Of the unit.

    Returns
    -------
    Block
        One table per characteristic, or a sentence.
    """
    keys = [key for key in results.profile if key != LAYANAN]
    if not keys:
        return Text.plain("Berkas jawaban tidak memuat karakteristik responden, sehingga tidak ada yang disajikan.")
    return Blocks([_count_table(results, key) for key in keys])


def layanan_table(results: Results) -> Block:
    """Tabulate the respondents by service, or say that the survey names none.

    Parameters
    ----------
    results : Results
        Of the unit.

    Returns
    -------
    Block
        A table, or a sentence.
    """
    if LAYANAN not in results.profile:
        return Text.plain(
            "Survei ini tidak membedakan jenis layanan, sehingga hasil disajikan untuk unit secara keseluruhan."
        )
    return _count_table(results, LAYANAN)


def _count_table(results: Results, key: str) -> Table:
    """Tabulate the respondents by one variable, with a note when the rounded shares do not sum to 100."""
    counts = results.profile[key]
    rows = [
        (str(row.kelompok), wording.whole(row.n), wording.share(row.persen)) for row in counts.itertuples(index=False)
    ]
    name = name_of(results, key)
    columns = (Column(name), Column("Responden", "kanan"), Column("Persentase", "kanan"))
    total = ("Jumlah", wording.whole(results.ikm.n), wording.share(WHOLE))
    printed = sum_printed(counts["persen"], decimals=PERCENT_DECIMALS)
    note = f"Persentase yang tercetak berjumlah {wording.percent(printed)} karena pembulatan."
    title = f"Responden menurut {wording.inline(name)}"
    notes = (note,) if printed != WHOLE else ()
    return Table(title, columns, (*rows, total), notes, strong_rows=(len(rows),), keep_together=True)


def layanan_scores_table(results: Results) -> Block:
    """Tabulate the scores of each service: its unsur, its index and mutu.

    Parameters
    ----------
    results : Results
        Of the unit.

    Returns
    -------
    Block
        One row per service and one of the unit, or a sentence; a hidden service shows a word and no number.
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
            HIDDEN if row.disembunyikan else wording.number(row.ikm),
            row.mutu or wording.MISSING,
        )
        for row in scores.groups.itertuples(index=False)
    ]
    unit = [wording.number(value) for value in results.unsur["nrr"]]
    total = (
        "Unit",
        wording.whole(results.ikm.n),
        *unit,
        wording.number(results.ikm.ikm),
        results.ikm.mutu or wording.MISSING,
    )
    per_unsur = [Column(label, "kanan", group=f"NRR per unsur (skala {wording.NI_SCALE})") for label in labels.values()]
    columns = (Column("Layanan"), Column("n", "kanan"), *per_unsur, Column("IKM", "kanan"), Column("Mutu", "tengah"))
    notes = _group_notes(results, LAYANAN)
    return Table("Nilai setiap layanan", columns, (*rows, total), notes, strong_rows=(len(rows),))


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
    return (*([hidden] if scores.groups["disembunyikan"].any() else []), *reasons)


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
