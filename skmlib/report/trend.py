"""The index over the periods (BAB IV): table and sentences."""

from __future__ import annotations

import pandas as pd

from skmlib.report import wording
from skmlib.report.blocks import Block, Blocks, Callout, Column, Table, Text
from skmlib.survey.results import Results

NO_HISTORY = "Belum ada nilai periode sebelumnya yang dicantumkan, sehingga tren tidak dapat disajikan."
NO_TEST = (
    "Nilai periode sebelumnya hanya tersedia sebagai angka terbitan, tanpa data jawaban. Karena itu tidak dapat diuji apakah "
    "perubahan ini lebih besar daripada yang dapat terjadi secara kebetulan."
)


def has_history(results: Results) -> bool:
    """Tell whether an earlier period is known."""
    return len(results.trend.periods) > 1


def trend_table(results: Results) -> Block:
    """Tabulate the periods with their changes; nothing when no earlier period is known, which `trend_text` says."""
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
            "Data jawaban" if row.sumber == "data" else "Terbitan",
        )
        for row in results.trend.periods.itertuples(index=False)
    ]
    columns = (
        Column("Periode"),
        Column("Responden", "kanan"),
        Column("NI", "kanan", group="Nilai"),
        Column("IKM", "kanan", group="Nilai"),
        Column("Mutu", "tengah", group="Nilai"),
        Column("NI", "kanan", group="Perubahan"),
        Column("IKM", "kanan", group="Perubahan"),
        Column("Sumber"),
    )
    note = (
        "NI pada skala 1–4, IKM pada skala 25–100. Nilai terbitan hanya diketahui sampai desimal yang tercetak; perubahan "
        "dihitung dari nilai yang paling teliti dan ditampilkan sampai ketelitian itu. Tanda - berarti tidak diterbitkan."
    )
    return Table("Nilai indeks antarperiode", columns, tuple(rows), (note,))


def trend_text(results: Results) -> Block:
    """Say how the index changed against the period before and that no test is possible, or that none is known."""
    if not has_history(results):
        return Text.plain(NO_HISTORY)
    return Blocks([Text.plain(change_sentence(results)), Callout("catatan", NO_TEST)])


def change_sentence(results: Results) -> str:
    """Say how the index changed against the period before; empty when none is known."""
    if not has_history(results) or results.ikm.ikm is None:
        return ""
    periods = results.trend.periods
    place = int((periods["sumber"] == "data").to_numpy().nonzero()[0][0])
    if place == 0:
        return ""
    now, before = periods.iloc[place], periods.iloc[place - 1]
    scale, value = ("IKM", "ikm") if not _is_missing(now["perubahan_ikm"]) else ("NI", "ni")
    change, decimals = now[f"perubahan_{value}"], now[f"desimal_perubahan_{value}"]
    then = _shown(before[value], before[f"desimal_{value}"])
    verb = "tidak berubah" if change == 0 else ("naik" if change > 0 else "turun")
    size = "" if change == 0 else f" {wording.number(abs(change), decimals)}"
    second = ""
    if scale == "IKM" and not _is_missing(now["perubahan_ni"]):
        second = f" ({_change(now['perubahan_ni'], now['desimal_perubahan_ni'])} pada skala 1–4)"
    return f"{scale} {verb}{size} dari {then} pada {wording.periode(before['periode'])}{second}."


def unsur_change_table(results: Results) -> Block:
    """Tabulate the change of each unsur against the last period that published it."""
    now = results.trend.unsur[results.trend.unsur["periode"] == results.survey.parameters.periode]
    changed = now[now["terhadap"].notna()]
    if not has_history(results):
        return Blocks([])
    if changed.empty:
        return Text.plain("Nilai setiap unsur pada periode sebelumnya tidak tersedia.")
    labels, names = results.survey.parameters.label_unsur, results.survey.parameters.nama_unsur
    earlier = results.trend.unsur.set_index(["periode", "unsur"])
    rows = [
        (
            labels[row.unsur],
            names[row.unsur],
            wording.periode(row.terhadap),
            _shown(earlier.loc[(row.terhadap, row.unsur), "nrr"], earlier.loc[(row.terhadap, row.unsur), "desimal"]),
            wording.number(row.nrr),
            _change(row.perubahan, row.desimal_perubahan),
        )
        for row in changed.itertuples(index=False)
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
