"""Published figures of a recap that do not follow from the others: printed and recomputed, side by side."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

from skmlib.report import sources, wording
from skmlib.report.blocks import Block, Blocks, Callout, Column, Table, Text
from skmlib.report.quality import unprinted_findings
from skmlib.report.recap_words import labels_of
from skmlib.survey.published import decimals_of
from skmlib.survey.recap_printed import Printed, Value
from skmlib.survey.recap_summary import RecapResults
from skmlib.survey.recap_table import MEAN_NAME

KINDS = {"ikm": "IKM", "mutu": "Mutu", "prioritas": "Prioritas", "nilai": "Nilai unsur", "unsur": "Rata-rata unsur"}


@sources.sourced(sources.units)
def recap_printed_table(results: RecapResults) -> Block:
    """Tabulate the printed figures that do not follow, and say how many do.

    Parameters
    ----------
    results : RecapResults
        Of the recap.

    Returns
    -------
    Block
        One row per figure; a sentence when all follow; nothing where the rows have answers and nothing was printed.
    """
    if not results.recap.printed:
        return Blocks([])
    wrong = [item for item in results.recap.printed if not item.sesuai]
    checked = len(results.recap.printed)
    if not wrong:
        return Callout(
            "baik", f"Semua {wording.whole(checked)} angka terbit yang dapat diperiksa sesuai satu sama lain."
        )
    lead = Text.plain(
        f"Sebanyak {wording.whole(checked)} angka dan pernyataan pada tabel terbit dapat diperiksa dari angka lainnya; "
        f"{wording.whole(len(wrong))} tidak sesuai."
    )
    rows = [
        (
            item.nama,
            KINDS[item.hal],
            _shown(results, item, item.tercetak),
            _shown(results, item, item.dihitung),
            wording.sentence(item.alasan),
        )
        for item in wrong
    ]
    columns = (
        Column("Unit", width=1.6),
        Column("Hal"),
        Column("Tercetak", width=1),
        Column("Dihitung ulang", width=1),
        Column("Dasar hitungan", width=2.4),
    )
    return Blocks(
        [lead, Table("Angka terbit yang tidak sesuai", columns, tuple(rows), row_headers=2), _as_printed(results)]
    )


def _as_printed(results: RecapResults) -> Table:
    """Tabulate the published rows as they were printed, the printed mean below them."""
    unsur = results.parameters.unsur
    rows = [(row.nama, row.printed, wording.whole(row.n)) for row in results.recap.rows]
    rows += [(MEAN_NAME, results.recap.mean, "")] if results.recap.mean else []
    cells = [
        (nama, *(wording.exact(row.nilai.get(name)) for name in unsur), wording.exact(row.ikm), row.mutu, n)
        for nama, row, n in rows
    ]
    labels = [Column(label, "kanan") for label in results.parameters.label_unsur.values()]
    columns = (Column("Unit", width=1), *labels, Column("IKM", "kanan"), Column("Mutu", "tengah"), Column("n", "kanan"))
    strong = (len(rows) - 1,) if results.recap.mean else ()
    return Table("Nilai unit seperti yang tercetak", columns, tuple(cells), ("n = responden.",), strong_rows=strong)


def recap_findings_table(results: RecapResults) -> Block:
    """Tabulate what was found in the data, without the printed figures, which stand in a table of their own.

    Parameters
    ----------
    results : RecapResults
        Of the recap.

    Returns
    -------
    Block
        One row per finding; nothing when there are only printed figures to tell.
    """
    return unprinted_findings(results)


def _shown(results: RecapResults, item: Printed, value: Value) -> str:
    """Write a value as printed; a recomputed number with the decimals of the printed one."""
    if value is None:
        return wording.MISSING
    if isinstance(value, tuple):
        return labels_of(results, value)
    if isinstance(value, Decimal):
        return wording.exact(value)
    if isinstance(value, Fraction):
        return wording.number(value, decimals_of(item.tercetak))
    return value
