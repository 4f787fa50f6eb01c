"""Respondents (BAB III): how many rows were scored, and how many respondents each group of a characteristic or service has."""

from __future__ import annotations

from skmlib.report import sources, wording
from skmlib.report.blocks import Block, Blocks, Column, Table, Text
from skmlib.survey.headings import births_of, groups_of
from skmlib.survey.profile import sum_printed
from skmlib.survey.results import Results

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


@sources.sourced(sources.answers)
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


@sources.sourced(sources.answers)
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
    total = ("Jumlah", wording.whole(results.ikm_responden.n), wording.share(WHOLE))
    printed = sum_printed(counts["persen"], decimals=PERCENT_DECIMALS)
    title = f"Responden menurut {wording.inline(name)}"
    notes = (
        (f"Persentase yang tercetak berjumlah {wording.percent(printed)} karena pembulatan.",)
        if printed != WHOLE
        else ()
    )
    if groups_of(results.survey.parameters)[key].pilihan_ganda:
        total = ("Jumlah pilihan", wording.whole(int(counts["n"].sum())), wording.MISSING)
        n = wording.whole(results.ikm_responden.n)
        note = (
            f"Satu responden dapat memilih lebih dari satu. Persentase dihitung terhadap {n} responden, sehingga jumlahnya "
            "dapat melebihi 100 persen."
        )
        notes = (note,)
    notes = (*notes, *_birth_notes(results, key))
    return Table(title, columns, (*rows, total), notes, strong_rows=(len(rows),), keep_together=True)


def _birth_notes(results: Results, key: str) -> tuple[str, ...]:
    """Say how ages were counted from years and days of birth, where they were."""
    parts = [part.parameters for part in results.survey.parts if key in births_of(part.parameters)]
    if not parts:
        return ()
    years = wording.listing(sorted({str(parameters.survei.periode.pengumpulan.selesai.year) for parameters in parts}))
    note = (
        f"Usia dihitung dari kelahiran: tahun berakhirnya pengumpulan jawaban ({years}) dikurangi tahun lahir; dari tanggal "
        "lahir yang lengkap, usia penuh pada hari pengisian, atau pada akhir pengumpulan bila hari itu tidak diketahui atau di "
        "luar masa pengumpulan."
    )
    return (note,)
