"""The analysis of a recap: each unsur over the units from its numbers, and the analyst's own words on unsur and units."""

from __future__ import annotations

from skmlib.report import wording
from skmlib.report.blocks import Block, Blocks, Text
from skmlib.report.recap_charts import draw_recap_unsur
from skmlib.report.recap_words import mean_name, names_of, noun, own_words
from skmlib.survey.recap_compared import Compared, spread
from skmlib.survey.recap_summary import RecapResults
from skmlib.survey.regulation import IKM_DECIMALS, round_half_up

MOST_NAMED = 8


def recap_unsur_analysis(results: RecapResults) -> Blocks:
    """Analyse each unsur over the units: mean, place, ends, distance, change; its chart; the analyst's own words.

    Parameters
    ----------
    results : RecapResults
        Of the recap.

    Returns
    -------
    Blocks
        A heading, sentences, a chart and own words for each unsur.
    """
    blocks: list[Block] = []
    for unsur in results.parameters.unsur:
        name = f"{results.parameters.label_unsur[unsur]} {results.parameters.nama_unsur[unsur]}"
        blocks += [Text.heading(name), Text.lead(_unsur_sentences(results, unsur)), draw_recap_unsur(results, unsur)]
        blocks += own_words(results, unsur)
    return Blocks(blocks)


def _unsur_sentences(results: RecapResults, unsur: str) -> str:
    """Say how an unsur stands over the units."""
    items = results.unsur[unsur]
    mean = results.utama.nilai.get(unsur)
    if not items or mean is None:
        return "Unsur ini tidak dinilai oleh unit mana pun."
    printed = [round_half_up(value, IKM_DECIMALS) for value in results.utama.nilai.values() if value is not None]
    place = 1 + sum(value < round_half_up(mean, IKM_DECIMALS) for value in printed)
    first = (
        f"{mean_name(results, results.utama.cara)} {wording.number(mean)}, terendah ke-{wording.whole(place)} "
        f"dari {wording.whole(len(printed))} unsur."
    )
    below = [item for item in items if item.is_below]
    under = f"Di bawah rata-rata: {_distances(results, below)}." if below and len(below) <= MOST_NAMED else ""
    return " ".join(filter(None, [first, _ends_sentence(results, items), under, _changes_sentence(results, items)]))


def _ends_sentence(results: RecapResults, items: tuple[Compared, ...]) -> str:
    """Say highest and lowest, and how far apart they are."""
    if items[0].peringkat == items[-1].peringkat:
        return f"Semua {noun(results)} bernilai {wording.number(items[0].nilai)}."
    ends = []
    for end in (items[0], items[-1]):
        units = [item.unit for item in items if item.peringkat == end.peringkat]
        ends.append(f"{names_of(results, units)} ({wording.number(end.nilai)}, mutu {end.mutu})")
    return f"Tertinggi {ends[0]}, terendah {ends[1]}; keduanya berjarak {wording.number(spread(items))}."


def _distances(results: RecapResults, items: list[Compared]) -> str:
    """List units with their distance to the mean, the furthest first."""
    ordered = sorted(items, key=lambda item: item.selisih)
    return wording.listing([f"{names_of(results, [item.unit])} ({wording.change(item.selisih)})" for item in ordered])


def _changes_sentence(results: RecapResults, items: tuple[Compared, ...]) -> str:
    """Say how many units rose and fell against the previous period."""
    known = [item for item in items if item.perubahan is not None]
    if not known:
        return ""
    rose, fell = (sum(sign * item.perubahan > 0 for item in known) for sign in (1, -1))
    before = wording.periode(results.parameters.rekap.periode_sebelumnya)
    same = len(known) - rose - fell
    return (
        f"Dibanding {before}, {wording.whole(rose)} {noun(results)} naik, {wording.whole(fell)} turun, dan "
        f"{wording.whole(same)} tetap."
    )


def recap_units_text(results: RecapResults) -> Blocks:
    """Show the analyst's own words on each unit, where there are any.

    Parameters
    ----------
    results : RecapResults
        Of the recap.

    Returns
    -------
    Blocks
        A heading and the words of each unit that has some.
    """
    units = [unit for row in results.rows for unit in (row, *row.anggota)]
    worded = [unit for unit in units if unit.id in results.recap.narasi]
    if not worded:
        return Blocks([Text.plain("Tidak ada catatan tersendiri untuk unit.")])
    return Blocks([block for unit in worded for block in (Text.heading(unit.nama), *own_words(results, unit.id))])
