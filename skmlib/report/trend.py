"""The index over the periods (BAB IV): table and sentences."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

import pandas as pd

from skmlib.report import sources, wording
from skmlib.report.blocks import Block, Blocks, Callout, Column, Table, Text
from skmlib.survey.recap_summary import RecapResults
from skmlib.survey.regulation import IKM_DECIMALS
from skmlib.survey.results import Results

NO_HISTORY = "Belum ada nilai periode sebelumnya yang dicantumkan, sehingga tren tidak dapat disajikan."
NO_TEST = (
    "Nilai periode sebelumnya hanya tersedia sebagai angka terbitan, tanpa data jawaban. Karena itu tidak dapat diuji apakah "
    "perubahan ini lebih besar daripada yang dapat terjadi secara kebetulan."
)


PERIOD_COLUMNS = (
    Column("Periode"),
    Column("Responden", "kanan"),
    Column("NI", "kanan", group="Nilai"),
    Column("IKM", "kanan", group="Nilai"),
    Column("Mutu", "tengah", group="Nilai"),
    Column("NI", "kanan", group="Perubahan"),
    Column("IKM", "kanan", group="Perubahan"),
    Column("Sumber"),
)
NO_CHANGE = (
    "Perubahan terhadap periode sebelumnya tidak dapat dihitung: salah satu nilai atau periode itu sendiri tidak ada."
)


def has_history(results: Results) -> bool:
    """Tell whether an earlier period is known.

    Parameters
    ----------
    results : Results
        Of the unit.

    Returns
    -------
    bool
        False when the report's own period stands alone.
    """
    return len(results.trend.periods) > 1


def measured_from(results: Results | RecapResults) -> str:
    """Say what the index of the report's own period was computed from: answers, or the published rows of units."""
    is_published = isinstance(results, RecapResults) and results.recap.is_published
    return "Tabel unit" if is_published else "Data jawaban"


@sources.sourced(sources.told, sources.earlier_answers, sources.index)
def trend_table(results: Results) -> Block:
    """Tabulate the periods with their changes; nothing when no earlier period is known, which `trend_text` says.

    Parameters
    ----------
    results : Results
        Of the unit.

    Returns
    -------
    Block
        One row per period, oldest first, or an empty block.
    """
    if not has_history(results):
        return Blocks([])
    rows = [
        (
            wording.periode(row.periode),
            wording.whole(row.responden),
            _shown(row.ni, row.desimal_ni),
            _shown(row.ikm, row.desimal_ikm),
            row.mutu or wording.MISSING,
            _change(row.perubahan_ni, row.desimal_perubahan_ni),
            _change(row.perubahan_ikm, row.desimal_perubahan_ikm),
            measured_from(results) if row.sumber == "data" else "Terbitan",
        )
        for row in results.trend.periods.itertuples(index=False)
    ]
    note = (
        f"NI pada skala {wording.NI_SCALE}, IKM pada skala {wording.IKM_SCALE}; NI yang tidak terbit dihitung dari IKM. Nilai "
        "terbitan hanya diketahui sampai desimal yang tercetak; perubahan dihitung dari nilai yang paling teliti dan "
        "ditampilkan sampai ketelitian itu. Tanda - berarti tidak diketahui."
    )
    return Table(
        "Nilai indeks antarperiode", PERIOD_COLUMNS, tuple(rows), (note, *_told_otherwise(results.trend.periods))
    )


def _told_otherwise(periods: pd.DataFrame) -> Iterator[str]:
    """Say of each period that is not compared with the row above it what it is compared with."""
    for above, row in pairwise(periods.itertuples(index=False)):
        if _is_missing(row.terhadap):
            yield f"{wording.periode(row.periode)} tidak dibandingkan: tidak ada periode yang berakhir sebelum dimulai."
        elif row.terhadap != above.periode:
            yield f"{wording.periode(row.periode)} dibandingkan dengan {wording.periode(row.terhadap)}."


def trend_text(results: Results) -> Block:
    """Say how the index changed against the period before, and that no test is possible where its answers are not known.

    Parameters
    ----------
    results : Results
        Of the unit.

    Returns
    -------
    Block
        The sentence of `change_sentence` with a note, or why there is none.
    """
    if not has_history(results):
        return Text.plain(NO_HISTORY)
    told = change_sentence(results)
    if not told:
        return Text.plain(NO_CHANGE)
    return Text.plain(told) if results.change else Blocks([Text.plain(told), Callout("catatan", NO_TEST)])


def change_sentence(results: Results) -> str:
    """Say how the index changed against the period before; empty when none is known.

    Parameters
    ----------
    results : Results
        Of the unit.

    Returns
    -------
    str
        On the scale 25 to 100 where both periods have it, with the change on the scale 1 to 4 beside it.
    """
    if not has_history(results) or results.ikm.ikm is None:
        return ""
    periods = results.trend.periods.set_index("periode", drop=False)
    now = periods.loc[results.trend.periode]
    if _is_missing(now["terhadap"]):
        return ""
    before = periods.loc[now["terhadap"]]
    scale, value = ("IKM", "ikm") if not _is_missing(now["perubahan_ikm"]) else ("NI", "ni")
    change, decimals = now[f"perubahan_{value}"], now[f"desimal_perubahan_{value}"]
    if _is_missing(change):
        return ""
    then = _shown(before[value], before[f"desimal_{value}"])
    new, second = _shown(now[value], now[f"desimal_{value}"]), ""
    if scale == "IKM" and not _is_missing(now["perubahan_ni"]):
        second = f" ({_change(now['perubahan_ni'], now['desimal_perubahan_ni'])} pada skala {wording.NI_SCALE})"
    earlier, current = wording.periode(before["periode"]), wording.periode(now["periode"])
    if change == 0 and new != then:
        return f"{scale} pada {current} ({new}) tidak berbeda dari {earlier} ({then}) sejauh desimal yang tercetak."
    if change == 0:
        return f"{scale} pada {current} ({new}) tidak berubah dari {earlier} ({then})."
    verb = "naik" if change > 0 else "turun"
    size = wording.number(abs(change), IKM_DECIMALS if _is_missing(decimals) else int(decimals))
    return f"{scale} {verb} {size}, dari {then} pada {earlier} menjadi {new} pada {current}{second}."


@sources.sourced(sources.told, sources.earlier_answers, sources.index)
def unsur_change_table(results: Results) -> Block:
    """Tabulate the change of each unsur against the last period that published it.

    Parameters
    ----------
    results : Results
        Of the unit.

    Returns
    -------
    Block
        One row per unsur with a score; a sentence when no earlier period published any.
    """
    if not has_history(results):
        return Blocks([])
    now = results.trend.unsur[results.trend.unsur["periode"] == results.survey.parameters.periode]
    if now["terhadap"].isna().all():
        return Text.plain("Nilai setiap unsur pada periode sebelumnya tidak tersedia.")
    labels, names = results.survey.parameters.label_unsur, results.survey.parameters.nama_unsur
    earlier = {(row.periode, row.unsur): (row.nrr, row.desimal) for row in results.trend.unsur.itertuples(index=False)}
    rows = [
        (
            labels[row.unsur],
            names[row.unsur],
            wording.MISSING if _is_missing(row.terhadap) else wording.periode(row.terhadap),
            _shown(*earlier.get((row.terhadap, row.unsur), (None, None))),
            wording.number(row.nrr),
            _change(row.perubahan, row.desimal_perubahan),
        )
        for row in now.itertuples(index=False)
    ]
    columns = (
        Column("Kode"),
        Column("Unsur", width=3),
        Column("Periode sebelumnya"),
        Column("Nilai sebelumnya", "kanan"),
        Column("Nilai sekarang", "kanan"),
        Column("Perubahan", "kanan"),
    )
    return Table("Perubahan nilai setiap unsur", columns, tuple(rows), row_headers=2)


def _is_missing(value: object) -> bool:
    """Tell whether a cell of a frame is missing."""
    return value is None or value is pd.NA or value != value


def _shown(value: object, decimals: object) -> str:
    """Write a value with the decimals it is known to."""
    return wording.MISSING if _is_missing(value) else wording.number(value, int(decimals))


def _change(value: object, decimals: object) -> str:
    """Write a change with the decimals it is known to."""
    return (
        wording.MISSING if _is_missing(value) else wording.change(value, 2 if _is_missing(decimals) else int(decimals))
    )
