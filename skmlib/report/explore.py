"""Looking around in the data, for the notebook an analyst opens in JupyterLab; no report shows these blocks.

An explored notebook is saved with what it shows and may be passed on, so the rules of the report hold here too: answers stand
without profile, date and comment beside them, small groups keep their scores to themselves, one variable at a time, and
comments are masked and stand apart from their respondents. A name nobody knows is answered with the names there are, in place
of the table, so that the cells below still run.
"""

from __future__ import annotations

from collections.abc import Sequence

from skmlib.problems import suggestion
from skmlib.report import sources, wording
from skmlib.report.blocks import Block, Callout, Column, Table, Text
from skmlib.report.groups import HIDDEN
from skmlib.report.profile import name_of
from skmlib.report.sentiment import GENERAL_NAME, NO_COMMENTS, SENTIMEN_WORDS
from skmlib.survey.headings import groups_of
from skmlib.survey.parts import PART_COLUMN
from skmlib.survey.results import Results
from skmlib.survey.sentiment import GENERAL

ROWS_SHOWN = 10
COMMENTS_SHOWN = 50
SEVERAL = "Responden yang memilih lebih dari satu dihitung pada setiap pilihannya."
NO_GROUPS = "Parameter tidak menyebut layanan maupun karakteristik responden, sehingga tidak ada kelompok yang dinilai."


@sources.sourced(sources.answers)
def responses_table(results: Results, *, jumlah: int = ROWS_SHOWN) -> Table:
    """Tabulate the first rows of the export as they were decoded: row of the spreadsheet and answers, nothing of the person.

    Parameters
    ----------
    results : Results
        Of the unit.
    jumlah : int
        Rows at most.

    Returns
    -------
    Table
        One row per respondent, in the order of the export, with its file where there are several; a blank is `-`.
    """
    valid, labels = results.survey.responses.valid, results.survey.parameters.label_unsur
    first = {PART_COLUMN: "Bagian", "baris": "Baris"} if PART_COLUMN in valid.columns else {"baris": "Baris"}
    headings = first | {
        name: labels[unsur] + name.removeprefix(unsur)
        for unsur in labels
        for name in [column for column in valid.columns if column.startswith(f"{unsur}.")] or [unsur]
    }
    shown = valid[list(headings)].head(jumlah).astype("object")
    rows = [
        tuple(wording.MISSING if isna else str(cell) for cell, isna in zip(row, blank, strict=True))
        for row, blank in zip(shown.values.tolist(), shown.isna().values.tolist(), strict=True)
    ]
    columns = tuple(Column(heading, "kiri" if name == PART_COLUMN else "kanan") for name, heading in headings.items())
    note = (
        f"{wording.whole(len(rows))} dari {wording.whole(len(valid))} baris yang dinilai, menurut urutan ekspor. Profil, "
        "tanggal, dan komentar tidak disandingkan dengan jawaban, karena keluaran notebook dapat ikut dibagikan."
    )
    return Table("Jawaban sebagaimana terbaca", columns, tuple(rows), (note,), row_headers=len(first))


@sources.sourced(sources.answers)
def groups_table(results: Results, key: str) -> Block:
    """Tabulate the unsur and the index of the groups of one variable.

    Parameters
    ----------
    results : Results
        Of the unit.
    key : str
        `"layanan"` or the key of a characteristic in the parameters, such as `"pendidikan"`.

    Returns
    -------
    Block
        One row per group and one of the unit; a hidden group shows a word and no number. The known keys when there is no such
        variable.
    """
    if key not in results.groups:
        return _unknown_group(results, key)
    scores, labels = results.groups[key], results.survey.parameters.label_unsur
    nrr = {(str(row.kelompok), str(row.unsur)): row.nrr for row in scores.unsur.itertuples(index=False)}
    rows = [
        (
            str(row.kelompok),
            wording.whole(row.n),
            *(wording.number(nrr[str(row.kelompok), unsur]) for unsur in labels),
            HIDDEN if row.disembunyikan else wording.number(row.ikm),
            row.mutu or wording.MISSING,
            wording.interval(row.low, row.high),
        )
        for row in scores.groups.itertuples(index=False)
    ]
    name, unit = name_of(results, key), results.ikm_responden
    total = ("Unit", wording.whole(unit.n), *(wording.number(value) for value in results.unsur_responden["nrr"]))
    total += (wording.number(unit.ikm), unit.mutu or wording.MISSING, wording.interval(unit.low, unit.high))
    columns = (
        Column(name),
        Column("n", "kanan"),
        *(Column(label, "kanan", group=f"NRR per unsur (skala {wording.NI_SCALE})") for label in labels.values()),
        Column("IKM", "kanan"),
        Column("Mutu", "tengah"),
        Column(f"Selang {wording.LEVEL} IKM", "kanan"),
    )
    reasons = scores.groups.loc[scores.groups["alasan"].notna(), ["kelompok", "alasan"]]
    is_multiple = groups_of(results.survey.parameters)[key].pilihan_ganda
    notes = (
        *([SEVERAL] if is_multiple else []),
        *(f"{row.kelompok}: {row.alasan}" for row in reasons.itertuples(index=False)),
    )
    title = f"Nilai menurut {wording.inline(name)}"
    return Table(title, columns, (*rows, total), notes, strong_rows=(len(rows),))


@sources.sourced(sources.comments)
def comments_table(
    results: Results, *, unsur: str | None = None, sentimen: str | None = None, jumlah: int = COMMENTS_SHOWN
) -> Block:
    """Tabulate the comments, masked, of one unsur or sentiment or of all.

    Parameters
    ----------
    results : Results
        Of the unit.
    unsur : str, optional
        Id of an unsur, or `"umum"` for general comments; all when not given.
    sentimen : str, optional
        `positif`, `netral`, `negatif`, `tanpa_komentar`, `belum_dianotasi` or `belum_diputuskan`; all when not given.
    jumlah : int
        Comments at most.

    Returns
    -------
    Block
        Unsur, sentiment and text, sorted by them, so that no row points to a respondent. The known names when one is not
        known; a sentence when there is nothing to show.
    """
    comments, names = results.survey.comments, results.survey.parameters.nama_unsur | {GENERAL: GENERAL_NAME}
    if comments is None:
        return Text.plain(NO_COMMENTS)
    if unsur not in (None, *names):
        return _unknown("unsur", unsur, list(names))
    if sentimen not in (None, *SENTIMEN_WORDS):
        return _unknown("sentimen", sentimen, list(SENTIMEN_WORDS))
    named = comments.assign(unsur=comments["unsur"].astype("object").fillna(GENERAL))
    chosen = named[named["unsur"].isin([unsur or name for name in names])]
    chosen = chosen[chosen["sentimen"].isin([sentimen] if sentimen else list(SENTIMEN_WORDS))]
    if chosen.empty:
        return Text.plain("Tidak ada komentar dengan unsur dan sentimen itu.")
    order = list(names)
    keyed = chosen.assign(urutan=chosen["unsur"].map(order.index)).sort_values(["urutan", "sentimen", "komentar"])
    rows = tuple(
        (names[row.unsur], SENTIMEN_WORDS[str(row.sentimen)], row.komentar)
        for row in keyed.head(jumlah).itertuples(index=False)
    )
    columns = (Column("Unsur"), Column("Sentimen"), Column("Komentar", width=3))
    note = (
        f"{wording.whole(len(rows))} dari {wording.whole(len(chosen))} komentar. Data pribadi disamarkan, tetapi tidak ada "
        "penyamaran yang sempurna: baca dahulu sebelum dibagikan."
    )
    return Table("Komentar", columns, rows, (note,), row_headers=0)


def _unknown_group(results: Results, key: str) -> Block:
    """Name the variables that group respondents, or say that there are none."""
    if not results.groups:
        return Text.plain(NO_GROUPS)
    told = [f"{known!r} ({wording.inline(name_of(results, known))})" for known in results.groups]
    text = f"Kolom {key!r} tidak ada. Yang dapat dipakai: {wording.listing(told)}."
    return Callout("peringatan", " ".join(filter(None, [text, suggestion(key, results.groups)])))


def _unknown(noun: str, name: str, known: Sequence[str]) -> Callout:
    """Name what can be chosen, and what was probably meant."""
    text = (
        f"{noun.capitalize()} {name!r} tidak ada. Yang dapat dipakai: {wording.listing([repr(one) for one in known])}."
    )
    return Callout("peringatan", " ".join(filter(None, [text, suggestion(name, known)])))
