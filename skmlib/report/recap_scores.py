"""The scores of a recap as tables: each unit with both means below, the means, ranks, distances to the mean."""

from __future__ import annotations

from skmlib.parameters.recap import BY_RESPONDENT
from skmlib.report import sources, wording
from skmlib.report.blocks import Column, Table
from skmlib.report.recap_words import labels_of, mean_name, noun, shown_change, shown_figure
from skmlib.survey.recap_rows import RecapRow
from skmlib.survey.recap_summary import RecapResults
from skmlib.survey.regulation import IKM_DECIMALS, classify_mutu

UNROUNDED = "Selisih dan perubahan dihitung dari nilai sebelum dibulatkan."
SCALE_NOTE = f"Nilai pada skala {wording.IKM_SCALE}."


@sources.sourced(sources.units)
def recap_scores_table(results: RecapResults) -> Table:
    """Tabulate the scores of the units with both means below.

    Parameters
    ----------
    results : RecapResults
        Of the recap.

    Returns
    -------
    Table
        One row per unit, below the part it belongs to: each unsur, index, letter; a row for each mean. No row mixes two means.
    """
    parameters = results.parameters
    shown = [row for part in results.rows for row in (part, *part.anggota)]
    rows = [
        (
            row.nama,
            *(wording.number(row.nilai.get(unsur)) for unsur in parameters.unsur),
            wording.number(row.ikm),
            wording.MISSING if row.ikm is None else classify_mutu(row.ikm),
        )
        for row in shown
    ]
    means = [
        (
            mean_name(results, cara),
            *(wording.number(mean.nilai.get(unsur)) for unsur in parameters.unsur),
            wording.number(mean.ikm),
            mean.mutu or wording.MISSING,
        )
        for cara, mean in results.means.items()
    ]
    columns = (
        Column(noun(results).capitalize(), width=1),
        *(Column(label, "kanan") for label in parameters.label_unsur.values()),
        Column("IKM", "kanan"),
        Column("Mutu", "tengah"),
    )
    parts = [place for place, row in enumerate(shown) if row.anggota]
    strong = (*parts, *range(len(rows), len(rows) + len(means)))
    reasons = [f"{mean_name(results, cara)}: {mean.alasan}" for cara, mean in results.means.items() if mean.alasan]
    computed = ["IKM setiap unit dihitung dari nilai unsurnya yang terbit."] if results.recap.is_published else []
    averaged = [row.nama for row in shown if row.nilai_utama != BY_RESPONDENT]
    services = [f"Nilai unit ini adalah rata-rata layanannya: {wording.listing(averaged)}."] if averaged else []
    notes = (SCALE_NOTE, *computed, *services, *reasons)
    title = f"Nilai setiap unsur dan IKM menurut {noun(results)}"
    return Table(title, columns, (*rows, *means), notes, strong_rows=strong)


@sources.sourced(sources.units)
def recap_means_table(results: RecapResults) -> Table:
    """Tabulate the two means of the index, and of published rows also what the printed indices give.

    Parameters
    ----------
    results : RecapResults
        Of the recap.

    Returns
    -------
    Table
        One row per mean; the headline stands out.
    """
    has_printed = any(mean.ikm_tercetak is not None for mean in results.means.values())
    rows = [
        (
            mean_name(results, cara),
            wording.number(mean.ikm),
            mean.mutu or wording.MISSING,
            *((wording.number(mean.ikm_tercetak),) if has_printed else ()),
        )
        for cara, mean in results.means.items()
    ]
    columns = (
        Column("Cara", width=2),
        Column("IKM", "kanan"),
        Column("Mutu", "tengah"),
        *((Column("Dari IKM tercetak", "kanan"),) if has_printed else ()),
    )
    notes = [f"Nilai yang diutamakan: {wording.inline(mean_name(results, results.utama.cara))}."]
    if has_printed:
        notes.append("Kolom terakhir menghitung rata-rata yang sama dari IKM setiap unit seperti yang tercetak.")
    strong = (list(results.means).index(results.utama.cara),)
    return Table("IKM gabungan menurut cara menghitungnya", columns, tuple(rows), tuple(notes), strong_rows=strong)


@sources.sourced(sources.units)
def recap_ranking_table(results: RecapResults) -> Table:
    """Tabulate the units by their index: rank, distance to the mean, change, lowest unsur.

    Parameters
    ----------
    results : RecapResults
        Of the recap.

    Returns
    -------
    Table
        Highest first; equal at two decimals share a rank.
    """
    known = {row.id: row for row in results.rows}
    has_before = any(item.sebelumnya is not None for item in results.ranking)
    rows = [
        (
            wording.whole(item.peringkat),
            known[item.unit].nama,
            wording.number(item.nilai),
            item.mutu,
            wording.change(item.selisih),
            *((shown_figure(item.sebelumnya), shown_change(item)) if has_before else ()),
            labels_of(results, _lowest(results, known[item.unit])),
        )
        for item in results.ranking
    ]
    columns = (
        Column("No.", "kanan"),
        Column(noun(results).capitalize(), width=2.4),
        Column("IKM", "kanan"),
        Column("Mutu", "tengah"),
        Column("Selisih", "kanan"),
        *((Column("Sebelumnya", "kanan"), Column("Perubahan", "kanan")) if has_before else ()),
        Column("Unsur terendah", width=1),
    )
    mean = wording.inline(mean_name(results, results.utama.cara))
    of = f"Selisih terhadap {mean} ({wording.number(results.utama.ikm)})."
    notes = [f"{of} IKM yang sama pada {IKM_DECIMALS} desimal berperingkat sama. {UNROUNDED}"]
    if not has_before:
        notes.append("Nilai periode sebelumnya tidak diketahui.")
    return Table(f"Peringkat {noun(results)}", columns, tuple(rows), tuple(notes), row_headers=2)


def _lowest(results: RecapResults, row: RecapRow) -> list[str]:
    """Name the lowest unsur of a row, all that tie at two decimals."""
    shown = {unsur: wording.number(row.nilai[unsur]) for unsur in results.parameters.unsur if unsur in row.nilai}
    if not shown:
        return []
    lowest = wording.number(min(row.nilai.values()))
    return [unsur for unsur, text in shown.items() if text == lowest]


@sources.sourced(sources.units)
def recap_distances_table(results: RecapResults) -> Table:
    """Tabulate how far each score of each unit lies from the mean of its unsur.

    Parameters
    ----------
    results : RecapResults
        Of the recap.

    Returns
    -------
    Table
        One row per unit, one column per unsur.
    """
    cells = {(unsur, item.unit): item for unsur, items in results.unsur.items() for item in items}
    rows = [
        (
            row.nama,
            *(
                wording.change(cells[unsur, row.id].selisih) if (unsur, row.id) in cells else wording.MISSING
                for unsur in results.parameters.unsur
            ),
        )
        for row in results.rows
    ]
    labels = [Column(label, "kanan") for label in results.parameters.label_unsur.values()]
    mean = wording.inline(mean_name(results, results.utama.cara))
    scale = SCALE_NOTE.removeprefix("Nilai pada ").removesuffix(".")
    note = f"Selisih nilai unsur ({scale}) terhadap {mean} unsur itu, dihitung sebelum dibulatkan."
    columns = (Column(noun(results).capitalize(), width=1), *labels)
    return Table("Selisih nilai setiap unsur dari rata-rata", columns, tuple(rows), (note,))
