"""The index and the scores of the unsur (BAB III): tables and the sentences about them."""

from __future__ import annotations

from skmlib.report import sources, wording
from skmlib.report.blocks import Block, Blocks, Callout, Column, Table, Text
from skmlib.report.headline import headline_sentence, headline_table
from skmlib.survey.regulation import IKM_PER_NI, KINERJA, NI_DECIMALS, SCALE_MAX, SCALE_MIN
from skmlib.survey.results import Results

PARTS_NOTE = (
    "Unsur dengan beberapa pertanyaan: banyaknya jawaban dihitung dari semua pertanyaannya; dijawab dan kosong dihitung per "
    "responden."
)


@sources.sourced(sources.answers)
def ikm_text(results: Results) -> Block:
    """Say the index, its band, its interval, and whether the interval crosses a band limit.

    Parameters
    ----------
    results : Results
        Of the unit.

    Returns
    -------
    Block
        Sentences, a warning when a limit is crossed, and the index under other weights when the report's is not exact.
    """
    score = results.ikm
    if score.ikm is None:
        return Callout("peringatan", f"IKM unit tidak dapat dihitung. {score.reason}")
    averaged = f", sebagai {_averaged(results)}" if results.is_layanan_mean else ""
    headline = (
        f"Berdasarkan jawaban {wording.whole(score.n)} responden{averaged}, nilai indeks (NI) sebesar "
        f"{wording.number(score.ni)} pada skala {wording.NI_SCALE} atau IKM {wording.number(score.ikm)} setelah "
        f"dikonversi. Nilai ini termasuk mutu pelayanan {score.mutu} dengan kinerja “{score.kinerja}”."
    )
    told = Text.plain(headline, interval_sentence(results), headline_sentence(results))
    blocks = [told, headline_table(results), _crossing_callout(results), _weights_table(results)]
    return Blocks([block for block in blocks if block is not None])


def _averaged(results: Results) -> str:
    """Name what a mean of services averages."""
    return f"rata-rata {wording.whole(len(results.layanan_mean.layanan))} layanan"


def interval_sentence(results: Results) -> str:
    """Say the interval of the index, or why there is none.

    Parameters
    ----------
    results : Results
        Of the unit.

    Returns
    -------
    str
        On the scale 25 to 100; the reason when there is no interval.
    """
    score = results.ikm
    if score.low is None:
        return score.reason or ""
    known = f" dengan koreksi populasi terbatas ({wording.whole(score.populasi)} pengguna)" if score.fpc else ""
    return (
        f"Selang kepercayaan {wording.LEVEL} untuk IKM adalah {wording.number(score.low)} sampai "
        f"{wording.number(score.high)}{known}."
    )


def _crossing_callout(results: Results) -> Callout | None:
    """Warn when the interval of the index crosses a band limit."""
    limits = [wording.number(limit) for limit in results.ikm.limits_crossed]
    if not limits:
        return None
    text = (
        f"Selang kepercayaan IKM melintasi batas mutu {wording.listing(limits)}. Karena itu huruf mutu pada laporan ini tidak "
        "pasti: survei ulang dengan responden lain dapat memberi huruf yang berbeda."
    )
    return Callout("peringatan", text)


def _weights_table(results: Results) -> Table | None:
    """Tabulate the index under the other weights, when the report was not made with the exact one."""
    if results.is_exact:
        return None
    rows = [
        (wording.bobot(row.bobot), wording.number(row.ikm), row.mutu, wording.change(row.selisih))
        for row in results.alternatives.itertuples(index=False)
    ]
    columns = (Column("Bobot"), Column("IKM", "kanan"), Column("Mutu", "tengah"), Column("Selisih dari eksak", "kanan"))
    name = wording.bobot(results.survey.parameters.nama_bobot)
    note = f"Laporan ini memakai bobot {name}; bobot eksak adalah 1/{len(results.unsur)}."
    return Table("IKM menurut bobot", columns, tuple(rows), (note,), keep_together=True)


@sources.sourced(sources.answers)
def unsur_scores_table(results: Results) -> Table:
    """Tabulate n, nrr, weighted nrr, converted score, mutu and interval of each unsur, and the unit below.

    Parameters
    ----------
    results : Results
        Of the unit.

    Returns
    -------
    Table
        One row per unsur and one of the unit; what is missing is `-`.
    """
    labels, names = results.survey.parameters.label_unsur, results.survey.parameters.nama_unsur
    rows = [
        (
            labels[row.unsur],
            names[row.unsur],
            wording.whole(row.n),
            wording.number(row.nrr),
            wording.number(row.nrr_tertimbang, 3),
            wording.number(row.ikm),
            row.mutu or wording.MISSING,
            wording.interval(row.low, row.high),
        )
        for row in results.unsur.itertuples(index=False)
    ]
    columns = (
        Column("Kode"),
        Column("Unsur", width=3),
        Column("n", "kanan"),
        Column("NRR", "kanan"),
        Column("NRR tertimbang", "kanan"),
        Column("Nilai konversi", "kanan"),
        Column("Mutu", "tengah"),
        Column(f"Selang {wording.LEVEL} NRR", "kanan"),
    )
    words = ", ".join(f"{mutu} = {word}" for mutu, word in KINERJA.items())
    note = (
        f"n = banyaknya jawaban; pada baris unit, banyaknya responden. NRR = nilai rata-rata ({wording.NI_SCALE}). Nilai "
        f"konversi = NRR × {IKM_PER_NI}. Kinerja: {words}."
    )
    if results.is_layanan_mean:
        note += " NRR unsur dan nilai unit adalah rata-rata layanan, yang masing-masing ditimbang sama."
    return Table("Nilai setiap unsur pelayanan", columns, (*rows, _unit_row(results)), (note,), 2, (len(rows),))


def _unit_row(results: Results) -> tuple[str, ...]:
    """Make the row of the unit below its unsur, on the scales of their columns."""
    score = results.ikm
    return (
        "",
        f"Unit ({_averaged(results)})" if results.is_layanan_mean else "Unit",
        wording.whole(score.n),
        wording.number(score.ni),
        wording.number(score.ni, 3),
        wording.number(score.ikm),
        score.mutu or wording.MISSING,
        wording.interval(*score.interval_ni),
    )


@sources.sourced(sources.answers)
def answers_table(results: Results) -> Table:
    """Tabulate how many respondents gave which answer to each unsur.

    Parameters
    ----------
    results : Results
        Of the unit.

    Returns
    -------
    Table
        One row per unsur: how often each answer, how many answered, how many left it blank.
    """
    labels, names = results.survey.parameters.label_unsur, results.survey.parameters.nama_unsur
    tally = results.survey.tally
    columns = zip(tally.unsur, tally.counts.tolist(), tally.n.tolist(), tally.kosong.tolist(), strict=True)
    rows = [
        (labels[unsur], names[unsur], *(wording.whole(n) for n in (*counts, answered, blank)))
        for unsur, counts, answered, blank in columns
    ]
    values = [Column(str(nilai), "kanan", group="Banyaknya jawaban") for nilai in range(SCALE_MIN, SCALE_MAX + 1)]
    headings = (
        Column("Kode"),
        Column("Unsur", width=3),
        *values,
        Column("Dijawab", "kanan"),
        Column("Kosong", "kanan"),
    )
    notes = (PARTS_NOTE,) if tally.skala > 1 else ()
    return Table("Sebaran jawaban per unsur", headings, tuple(rows), notes, row_headers=2)


def extremes_text(results: Results) -> Text:
    """Name the highest and the lowest unsur, ties included.

    Parameters
    ----------
    results : Results
        Of the unit.

    Returns
    -------
    Text
        The sentence of `extremes_sentence`.
    """
    return Text.plain(extremes_sentence(results))


def extremes_sentence(results: Results) -> str:
    """Say which unsur are highest and lowest, ties included; empty when nothing was answered.

    Parameters
    ----------
    results : Results
        Of the unit.

    Returns
    -------
    str
        Names with label and score on the scale 1 to 4, and the unsur that nobody answered.
    """
    order = results.priorities
    if not order.tertinggi:
        return ""
    highest, lowest = (_names_with_score(results, names) for names in (order.tertinggi, order.terendah))
    blank = _unanswered_sentence(results)
    if order.tertinggi == order.terendah:
        value = results.unsur.set_index("unsur")["nrr"][order.tertinggi[0]]
        which = "Semua unsur yang dijawab" if blank else "Semua unsur"
        return f"{which} bernilai sama pada {NI_DECIMALS} desimal, yaitu {wording.number(value)}.{blank}"
    return f"Unsur dengan nilai tertinggi adalah {highest}. Unsur dengan nilai terendah adalah {lowest}.{blank}"


def _unanswered_sentence(results: Results) -> str:
    """Name the unsur without a score, with a space before; empty when there are none."""
    parameters = results.survey.parameters
    names = [f"{parameters.label_unsur[name]} {parameters.nama_unsur[name]}" for name in results.priorities.tanpa_nilai]
    who = "pada satu layanan atau lebih" if results.is_layanan_mean else "seorang pun"
    return f" Unsur yang tidak dijawab {who}: {wording.listing(names)}." if names else ""


def _names_with_score(results: Results, unsur: tuple[str, ...]) -> str:
    """Name unsur with label and score."""
    parameters = results.survey.parameters
    scores = results.unsur.set_index("unsur")["nrr"]
    names = [f"{parameters.label_unsur[name]} {parameters.nama_unsur[name]}" for name in unsur]
    return f"{wording.listing(names)} ({wording.number(scores[unsur[0]])})"
