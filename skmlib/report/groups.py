"""Respondents and their groups (BAB III): counts of each characteristic, and scores of services and groups.

A group below the threshold keeps its head count and shows no score; the table says so, and why.
"""

from __future__ import annotations

from fractions import Fraction

from skmlib.report import wording
from skmlib.report.blocks import Block, Blocks, Column, Table, Text
from skmlib.survey.regulation import round_half_up
from skmlib.survey.results import Results

HIDDEN = "disembunyikan"
PERCENT_DECIMALS = 2
LAYANAN = "layanan"


def respondents_text(results: Results) -> Text:
    """Say how many rows were read, scored and excluded."""
    responses = results.survey.responses
    read, scored = wording.whole(responses.rows_read), wording.whole(len(responses.valid))
    if responses.excluded.empty:
        return Text.plain(f"Berkas jawaban memuat {read} baris dan seluruhnya dinilai.")
    reasons = responses.excluded["alasan"].value_counts().sort_index()
    told = wording.listing([f"{wording.whole(int(n))} baris karena {alasan}" for alasan, n in reasons.items()])
    return Text.plain(f"Berkas jawaban memuat {read} baris; {scored} dinilai dan dikeluarkan {told}.")


def name_of(results: Results, key: str) -> str:
    """Name a variable that groups respondents."""
    return "Layanan" if key == LAYANAN else results.survey.parameters.survei.profil[key].nama


def profile_tables(results: Results) -> Block:
    """Tabulate the respondents by each characteristic, or say that the export holds none."""
    keys = [key for key in results.profile if key != LAYANAN]
    if not keys:
        return Text.plain("Berkas jawaban tidak memuat karakteristik responden, sehingga tidak ada yang disajikan.")
    return Blocks([_count_table(results, key) for key in keys])


def layanan_table(results: Results) -> Block:
    """Tabulate the respondents by service, or say that the survey names none."""
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
    shares = [share for share in counts["persen"] if share is not None]
    total = ("Jumlah", wording.whole(int(counts["n"].sum())), wording.share(100 if shares else None))
    printed = sum((round_half_up(share, PERCENT_DECIMALS) for share in shares), Fraction(0))
    note = f"Persentase yang tercetak berjumlah {wording.percent(printed)} karena pembulatan."
    title = f"Responden menurut {name.lower()}"
    notes = (note,) if shares and printed != 100 else ()
    return Table(title, columns, (*rows, total), notes, strong_rows=(len(rows),), keep_together=True)


def layanan_scores_table(results: Results) -> Block:
    """Tabulate the scores of each service: its unsur, its index and mutu."""
    if LAYANAN not in results.groups:
        return Text.plain("Nilai per layanan tidak disajikan karena survei ini tidak membedakan jenis layanan.")
    scores = results.groups[LAYANAN]
    labels = results.survey.parameters.label_unsur
    nrr = scores.unsur.pivot(index="kelompok", columns="unsur", values="nrr")
    rows = [
        (
            str(row.kelompok),
            wording.whole(row.n),
            *((HIDDEN if row.disembunyikan else wording.number(nrr.loc[row.kelompok, unsur])) for unsur in labels),
            wording.number(row.ikm),
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
    per_unsur = [Column(label, "kanan", group="NRR per unsur") for label in labels.values()]
    columns = (Column("Layanan"), Column("n", "kanan"), *per_unsur, Column("IKM", "kanan"), Column("Mutu", "tengah"))
    notes = hidden_notes(results, LAYANAN)
    return Table("Nilai setiap layanan", columns, (*rows, total), notes, strong_rows=(len(rows),))


def group_scores_tables(results: Results) -> Block:
    """Tabulate the index of each group of respondents, one characteristic at a time."""
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
        Column("Selang 95%", "kanan"),
    )
    title = f"IKM menurut {name.lower()}"
    return Table(title, columns, tuple(rows), hidden_notes(results, key), keep_together=True)


def hidden_notes(results: Results, key: str) -> tuple[str, ...]:
    """Say why groups are hidden."""
    scores = results.groups[key]
    if not scores.groups["disembunyikan"].any():
        return ()
    note = (
        f"Nilai kelompok dengan kurang dari {scores.ambang} responden disembunyikan, bersama kelompok lain bila nilainya "
        "dapat dihitung dari jumlah keseluruhan."
    )
    return (note,)


def extra_questions_table(results: Results) -> Block:
    """Tabulate the questions outside the index."""
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
        Column("Selang 95%", "kanan"),
    )
    notes = ("Pertanyaan ini tidak termasuk dalam IKM.",)
    return Table("Pertanyaan tambahan di luar indeks", columns, tuple(rows), notes, keep_together=True)
