"""The index and the scores of the unsur (BAB III): tables and the sentences about them."""

from __future__ import annotations

from skmlib.report import wording
from skmlib.report.blocks import Block, Blocks, Callout, Column, Table, Text
from skmlib.survey.regulation import IKM_PER_NI, KINERJA, SCALE_MAX, SCALE_MIN
from skmlib.survey.results import Results


def ikm_text(results: Results) -> Block:
    """Say the index, its band, its interval, and whether the interval crosses a band limit."""
    score = results.ikm
    if score.ikm is None:
        return Callout("peringatan", f"IKM unit tidak dapat dihitung. {score.reason}")
    headline = (
        f"Berdasarkan jawaban {wording.whole(score.n)} responden, nilai indeks (NI) sebesar {wording.number(score.ni)} pada "
        f"skala {SCALE_MIN}–{SCALE_MAX} atau IKM {wording.number(score.ikm)} setelah dikonversi. Nilai ini termasuk mutu "
        f"pelayanan {score.mutu} dengan kinerja “{score.kinerja}”."
    )
    blocks = [Text.plain(headline, interval_sentence(results)), _crossing_callout(results), _weights_table(results)]
    return Blocks([block for block in blocks if block is not None])


def interval_sentence(results: Results) -> str:
    """Say the interval of the index, or why there is none."""
    score = results.ikm
    if score.low is None:
        return score.reason or ""
    known = f" dengan koreksi populasi terbatas ({wording.whole(score.populasi)} pengguna)" if score.fpc else ""
    return (
        f"Selang kepercayaan {wording.percent(100 * score.level)} untuk IKM adalah {wording.number(score.low)} sampai "
        f"{wording.number(score.high)}{known}."
    )


def _crossing_callout(results: Results) -> Callout | None:
    """Warn when the interval of the index crosses a band limit."""
    limits = [wording.number(limit) for limit in results.ikm.limits_crossed]
    if not limits:
        return None
    text = (
        f"Selang kepercayaan IKM melintasi batas mutu {wording.listing(limits)}. Huruf mutu pada laporan ini karena itu tidak "
        "pasti: survei ulang dengan responden lain dapat memberi huruf yang berbeda."
    )
    return Callout("peringatan", text)


def _weights_table(results: Results) -> Table | None:
    """Tabulate the index under the other weights, when the report was not made with the exact one."""
    if results.is_exact:
        return None
    rows = [
        (row.bobot, wording.number(row.ikm), row.mutu, wording.change(row.selisih))
        for row in results.alternatives.itertuples(index=False)
    ]
    columns = (Column("Bobot"), Column("IKM", "kanan"), Column("Mutu", "tengah"), Column("Selisih dari eksak", "kanan"))
    note = (
        f"Laporan ini memakai bobot {results.survey.parameters.nama_bobot}; bobot eksak adalah 1/{len(results.unsur)}."
    )
    return Table("IKM menurut bobot", columns, tuple(rows), (note,), keep_together=True)


def unsur_scores_table(results: Results) -> Table:
    """Tabulate n, nrr, weighted nrr, converted score, mutu and interval of each unsur, and the unit below."""
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
    score = results.ikm
    total = (
        "",
        "Unit",
        wording.whole(score.n),
        wording.number(score.ni),
        wording.number(score.ni, 3),
        wording.number(score.ikm),
        score.mutu or wording.MISSING,
        _interval_on_scale(score),
    )
    columns = (
        Column("Kode"),
        Column("Unsur", width=3),
        Column("n", "kanan"),
        Column("NRR", "kanan"),
        Column("NRR tertimbang", "kanan"),
        Column("Nilai konversi", "kanan"),
        Column("Mutu", "tengah"),
        Column("Selang 95% NRR", "kanan"),
    )
    notes = (
        "n = banyaknya jawaban; pada baris unit, banyaknya responden. NRR = nilai rata-rata (1–4). Nilai konversi = NRR × "
        f"{IKM_PER_NI}. Kinerja: " + ", ".join(f"{mutu} = {word}" for mutu, word in KINERJA.items()) + ".",
    )
    return Table("Nilai setiap unsur pelayanan", columns, (*rows, total), notes, 2, (len(rows),))


def _interval_on_scale(score) -> str:
    """Write the interval of the index on the scale 1 to 4."""
    if score.low is None:
        return wording.MISSING
    return wording.interval(score.low / IKM_PER_NI, score.high / IKM_PER_NI)


def answers_table(results: Results) -> Table:
    """Tabulate how many respondents gave which answer to each unsur."""
    labels, names = results.survey.parameters.label_unsur, results.survey.parameters.nama_unsur
    rows = [
        (
            labels[unsur],
            names[unsur],
            *(wording.whole(int(n)) for n in counts),
            wording.whole(int(counts.sum())),
            wording.whole(results.ikm.n - int(counts.sum())),
        )
        for unsur, counts in zip(results.survey.tally.unsur, results.survey.tally.counts, strict=True)
    ]
    values = [Column(str(nilai), "kanan", group="Banyaknya jawaban") for nilai in range(SCALE_MIN, SCALE_MAX + 1)]
    columns = (Column("Kode"), Column("Unsur", width=3), *values, Column("Dijawab", "kanan"), Column("Kosong", "kanan"))
    return Table("Sebaran jawaban per unsur", columns, tuple(rows), row_headers=2)


def extremes_text(results: Results) -> Text:
    """Name the highest and the lowest unsur, ties included."""
    return Text.plain(extremes_sentence(results))


def extremes_sentence(results: Results) -> str:
    """Say which unsur are highest and lowest, ties included; empty when nothing was answered."""
    order = results.priorities
    if not order.tertinggi:
        return ""
    highest, lowest = (_names_with_score(results, names) for names in (order.tertinggi, order.terendah))
    if order.tertinggi == order.terendah:
        return f"Semua unsur bernilai sama pada dua desimal: {highest}."
    return f"Unsur dengan nilai tertinggi adalah {highest}. Unsur dengan nilai terendah adalah {lowest}."


def _names_with_score(results: Results, unsur: tuple[str, ...]) -> str:
    """Name unsur with label and score."""
    parameters = results.survey.parameters
    scores = results.unsur.set_index("unsur")["nrr"]
    names = [f"{parameters.label_unsur[name]} {parameters.nama_unsur[name]}" for name in unsur]
    return f"{wording.listing(names)} ({wording.number(scores[unsur[0]])})"
