"""The charts of a recap: one over all units, and one of each unsur over the units, with the analysis beside it.

They are the dot charts of the unit report, with the mean as a last row. Many units are divided over several pictures.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Sequence
from fractions import Fraction

from skmlib.report import sources, wording
from skmlib.report.blocks import Block, Blocks, Figure, Text
from skmlib.report.recap_words import mean_name, names_of, noun, shown_change
from skmlib.report.row_layout import Panel
from skmlib.report.score_charts import HIGHEST, LOWEST, MEAN, SCORE, Dot, draw_dots
from skmlib.report.score_scale import IKM_SCALE
from skmlib.survey.recap_compared import Compared
from skmlib.survey.recap_summary import RecapResults

MOST_ROWS = 18
UNSUR_SCALE = dataclasses.replace(IKM_SCALE, name="Nilai")


@sources.sourced(sources.units)
def draw_recap(results: RecapResults) -> Block:
    """Draw the index of each unit with its interval, highest first, and the headline mean.

    Parameters
    ----------
    results : RecapResults
        Of the recap.

    Returns
    -------
    Block
        One figure or more; a sentence when no unit has an index.
    """
    if not results.ranking:
        return Text.plain("Tidak ada gambar IKM karena tidak ada unit dengan IKM.")
    title = f"IKM setiap {noun(results)}"
    return _draw(
        results, results.ranking, results.utama.ikm, (title, _alt(results, results.ranking, title)), is_index=True
    )


@sources.sourced(sources.units)
def draw_recap_unsur(results: RecapResults, unsur: str) -> Block:
    """Draw the score of one unsur over the units, highest first, and the headline mean.

    Parameters
    ----------
    results : RecapResults
        Of the recap.
    unsur : str
        Its id.

    Returns
    -------
    Block
        One figure or more; nothing when no unit has a score.
    """
    items = results.unsur[unsur]
    if not items:
        return Blocks([])
    name = f"{results.parameters.label_unsur[unsur]} {results.parameters.nama_unsur[unsur]}"
    title = f"{name} menurut {noun(results)}"
    return _draw(results, items, results.utama.nilai.get(unsur), (title, _alt(results, items, title)), is_index=False)


def _draw(
    results: RecapResults, items: Sequence[Compared], mean: Fraction | None, caption: tuple[str, str], *, is_index: bool
) -> Block:
    """Draw scores in as many pictures as they need."""
    parts = [items[start : start + MOST_ROWS] for start in range(0, len(items), MOST_ROWS)]
    figures = []
    for place, part in enumerate(parts, start=1):
        of = f" ({wording.whole(place)} dari {wording.whole(len(parts))})" if len(parts) > 1 else ""
        figures.append(_figure(results, part, (items, mean), (caption[0] + of, caption[1]), is_index=is_index))
    return Blocks(figures)


def _figure(
    results: RecapResults,
    items: Sequence[Compared],
    whole: tuple[Sequence[Compared], Fraction | None],
    caption: tuple[str, str],
    *,
    is_index: bool,
) -> Figure:
    """Draw one picture: rows, and the mean as the last row."""
    every, mean = whole
    names = {row.id: row.nama for row in results.rows}
    apart = every[0].peringkat != every[-1].peringkat
    ends = {every[0].peringkat: HIGHEST, every[-1].peringkat: LOWEST} if apart else {}
    dots = []
    for item in items:
        score = results.intervals.get(item.unit) if is_index else None
        low, high = (score.low, score.high) if score else (None, None)
        dots.append(Dot(item.nilai, low, high, ends.get(item.peringkat, SCORE)))
    columns = {
        "IKM" if is_index else "Nilai": [wording.number(item.nilai) for item in items],
        "Mutu": [item.mutu for item in items],
        "Selisih": [wording.change(item.selisih) for item in items],
    }
    if any(item.perubahan is not None for item in every):
        columns["Perubahan"] = [shown_change(item) for item in items]
    rows = [names[item.unit] for item in items]
    if mean is not None:
        rows.append(mean_name(results, results.utama.cara))
        dots.append(Dot(mean, None, None, MEAN))
        columns = {
            heading: [*cells, wording.number(mean) if place == 0 else ""]
            for place, (heading, cells) in enumerate(columns.items())
        }
    figure = draw_dots(Panel(rows), dots, columns, IKM_SCALE if is_index else UNSUR_SCALE, caption)
    return dataclasses.replace(figure, notes=_without_interval(results, items) if is_index else ())


def _without_interval(results: RecapResults, items: Sequence[Compared]) -> tuple[str, ...]:
    """Say which units have no interval beside others that have one."""
    scores = [results.intervals.get(item.unit) for item in items]
    lacking = [item.unit for item, score in zip(items, scores, strict=True) if score is None or score.low is None]
    if not lacking or len(lacking) == len(items):
        return ()
    return (f"Tanpa selang kepercayaan: {names_of(results, lacking)}; uraiannya ada pada laporan unit.",)


def _alt(results: RecapResults, items: Sequence[Compared], title: str) -> str:
    """Say the highest and the lowest, with ties."""
    highest = [item.unit for item in items if item.peringkat == items[0].peringkat]
    lowest = [item.unit for item in items if item.peringkat == items[-1].peringkat]
    if highest == lowest:
        return (
            f"Diagram titik {wording.inline(title)} dengan batas mutu. Semua bernilai {wording.number(items[0].nilai)}."
        )
    return (
        f"Diagram titik {wording.inline(title)} dengan batas mutu. Tertinggi {names_of(results, highest)} "
        f"({wording.number(items[0].nilai)}), terendah {names_of(results, lowest)} ({wording.number(items[-1].nilai)})."
    )
