"""Whether the index and the unsur changed against the period before, with a test (BAB IV)."""

from __future__ import annotations

from skmlib.report import sources, wording
from skmlib.report.blocks import Block, Blocks, Callout, Column, Table, Text
from skmlib.survey.change import Change
from skmlib.survey.difference import Difference
from skmlib.survey.regulation import SIGNIFICANCE
from skmlib.survey.results import Results

P_DECIMALS = 3
P_LEAST = "< 0,001"
NO_CHANGE = "Data jawaban periode sebelumnya tidak tersedia, sehingga perubahannya tidak dapat diuji."
ASSUMPTIONS = (
    "Uji ini menganggap responden kedua periode sebagai dua sampel acak yang saling bebas. Orang yang sama mungkin menjawab "
    "pada kedua periode; data tidak menunjukkan siapa, sehingga hal itu tidak dapat diperhitungkan, dan uji biasanya menjadi "
    "lebih hati-hati."
)


POOLED_TEST = (
    "Yang diuji adalah nilai seluruh responden kedua periode, bukan rata-rata layanan yang menjadi nilai utama."
)


def change_text(results: Results) -> Block:
    """Say whether the index changed, by how much, and what the test assumes.

    Parameters
    ----------
    results : Results
        Of the unit.

    Returns
    -------
    Block
        A sentence and a note, or why there is no test.
    """
    change = results.change
    if change is None:
        return Text.plain(NO_CHANGE)
    if results.is_layanan_mean:
        return Blocks([Callout("catatan", POOLED_TEST), _tested(change)])
    return _tested(change)


def _tested(change: Change) -> Block:
    """Say what the test of the index found."""
    earlier, ikm = wording.periode(change.periode_sebelumnya), change.ikm
    if ikm.perubahan is None:
        return Text.plain(f"Perubahan IKM terhadap {earlier}: {wording.inline(ikm.alasan)}")
    told = (
        f"IKM berubah {wording.change(ikm.perubahan)} terhadap {earlier}, dari {wording.number(ikm.sebelumnya)} menjadi "
        f"{wording.number(ikm.sekarang)}."
    )
    if ikm.alasan is not None:
        return Text.plain(f"{told} {ikm.alasan}")
    return Blocks(
        [Text.plain(f"{told} {_verdict(ikm, wording.percent(100 * change.level))}"), Callout("catatan", ASSUMPTIONS)]
    )


def _verdict(ikm: Difference, level: str) -> str:
    """Say what the test found."""
    limit = wording.percent(100 * SIGNIFICANCE)
    found = "lebih besar daripada" if ikm.berubah else "tidak dapat dibedakan dari"
    ends = f"{wording.change(ikm.low)} sampai {wording.change(ikm.high)}"
    return (
        f"Selang kepercayaan {level} perubahan itu {ends} (t = {wording.number(ikm.t)}, derajat bebas "
        f"{wording.number(ikm.df, 1)}, p {_p_equation(ikm.p)}): pada taraf {limit} perubahan ini {found} yang dapat terjadi "
        "secara kebetulan."
    )


@sources.sourced(sources.earlier_answers, sources.answers)
def change_table(results: Results) -> Block:
    """Tabulate the change of each unsur with its test; nothing without an earlier period, which `change_text` says.

    Parameters
    ----------
    results : Results
        Of the unit.

    Returns
    -------
    Block
        One row per unsur of either period, or an empty block.
    """
    change = results.change
    if change is None:
        return Blocks([])
    labels, names = results.survey.parameters.label_unsur, results.survey.parameters.nama_unsur
    rows = [
        (
            labels.get(row.unsur, wording.MISSING),
            names.get(row.unsur, row.unsur),
            wording.number(row.sebelumnya),
            wording.number(row.sekarang),
            wording.change(row.perubahan),
            _ends(row.low, row.high),
            _p(row.p),
            _p(row.p_holm),
            wording.MISSING if row.alasan else "berubah" if row.berubah else "tidak terbukti",
        )
        for row in change.unsur.itertuples(index=False)
    ]
    earlier = wording.periode(change.periode_sebelumnya)
    columns = (
        Column("Kode"),
        Column("Unsur", width=1),
        Column("Sebelum", "kanan", group="NRR"),
        Column("Sekarang", "kanan", group="NRR"),
        Column("Perubahan", "kanan"),
        Column(f"Selang {wording.percent(100 * change.level)}", "kanan"),
        Column("tunggal", "kanan", group="Nilai p"),
        Column("Holm", "kanan", group="Nilai p"),
        Column("Putusan"),
    )
    note = (
        f"Putusan menurut p Holm pada taraf {wording.percent(100 * SIGNIFICANCE)}, yang memperhitungkan bahwa "
        f"{wording.whole(change.diuji)} unsur diuji sekaligus. NRR pada skala {wording.NI_SCALE}."
    )
    title = f"Uji perubahan nilai setiap unsur terhadap {earlier}"
    reasons = [f"{names.get(row.unsur, row.unsur)}: {row.alasan}" for row in change.unsur.itertuples() if row.alasan]
    return Table(title, columns, tuple(rows), (note, *reasons), row_headers=2)


def _ends(low: float | None, high: float | None) -> str:
    """Write the interval of a change, whose ends carry signs."""
    return wording.MISSING if low is None else f"{wording.change(low)} s.d. {wording.change(high)}"


def _p(value: float | None) -> str:
    """Write a p value; one that would be shown as nought is said to be less than the smallest shown."""
    shown = wording.number(value, P_DECIMALS)
    return P_LEAST if shown == wording.number(0, P_DECIMALS) else shown


def _p_equation(value: float) -> str:
    """Write a p value after the letter p."""
    shown = _p(value)
    return shown if shown == P_LEAST else f"= {shown}"
