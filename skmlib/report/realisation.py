"""The follow-up report's own pages: what it is about, the result in large, obstacles, and how far plan and work agree.

The table of actions and the percentage with its rule stand in `follow_up`, since the report of the survey shows them too.
"""

from __future__ import annotations

from skmlib.report import sources, wording
from skmlib.report.blocks import Block, Blocks, Callout, Column, KeyFigure, KeyFigures, Table, Text
from skmlib.report.follow_up import NO_PREVIOUS, STATUS_WORDS, realised_text
from skmlib.report.trend import change_sentence
from skmlib.survey.realisasi import unplanned_actions, unreported_actions
from skmlib.survey.results import Results

DONE = "sudah"
UNREPORTED = "Direncanakan, tidak dilaporkan"
UNPLANNED = "Dilaporkan, tidak direncanakan"
ALL_MATCH = "Semua kegiatan yang direncanakan telah dilaporkan, dan semua kegiatan yang dilaporkan ada dalam rencana."
LOST = (
    "{n} kegiatan pada rencana periode sebelumnya tidak dicantumkan lagi atau ditulis lain, sehingga tidak masuk persentase "
    "pelaksanaan; lihat temuan pada laporan survei."
)
ALL_DONE = "Semua kegiatan yang direncanakan sudah dilaksanakan."
NONE_PLANNED = "Tidak ada kegiatan yang direncanakan; yang dilaporkan semuanya di luar rencana."
NO_OBSTACLE = "Tidak ada kendala yang dicantumkan."


def realised_panel(results: Results) -> Block:
    """Show very large how much of the previous plan was done, with the counts beside it.

    Parameters
    ----------
    results : Results
        Of the unit.

    Returns
    -------
    Block
        The panel and a list of sentences; a sentence when there is no percentage.
    """
    summary = results.realised
    if summary is None or summary.persen is None:
        return realised_text(results)
    headline = KeyFigure(
        "Tindak lanjut terlaksana",
        wording.percent(summary.persen, 1),
        f"dari {wording.whole(summary.n_actions)} kegiatan yang dilaporkan",
    )
    counts = {f"{word} dilaksanakan": getattr(summary, name) for name, word in STATUS_WORDS.items()}
    counts |= {"Tidak dilaporkan": summary.belum_dilaporkan}
    panel = KeyFigures(headline, tuple(KeyFigure(word, wording.whole(n)) for word, n in counts.items()))
    return Blocks([panel, Text.bullets(*_main_points(results))])


def _main_points(results: Results) -> list[str]:
    """List what the report comes to: what is left of the plan, what stood in the way, and how the index changed."""
    left = results.previous_plan[results.previous_plan["utama"] & (results.previous_plan["status"] != DONE)]
    names = [f"{row.nomor} ({wording.inline(row.program)})" for row in left.itertuples(index=False)]
    n_obstacles = int((results.previous_plan["kendala"] != "").sum())
    points = [
        _left_sentence(results, names),
        f"Kendala dicantumkan pada {wording.whole(n_obstacles)} kegiatan." if n_obstacles else NO_OBSTACLE,
        change_sentence(results),
    ]
    return [point for point in points if point]


def _left_sentence(results: Results, names: list[str]) -> str:
    """Say what is left of the plan: nothing where none was planned."""
    left = [f"Belum selesai atau belum dilaporkan: kegiatan {wording.listing(names)}."] if names else []
    if lost := _lost(results):
        left.append(f"{wording.whole(lost)} kegiatan pada rencana itu tidak dicantumkan lagi atau ditulis lain.")
    if left:
        return " ".join(left)
    return ALL_DONE if results.previous_plan["direncanakan"].any() else NONE_PLANNED


def follow_up_background_text(results: Results) -> Text:
    """Say which plan is reported on, by whom and as of when.

    Parameters
    ----------
    results : Results
        Of the unit.

    Returns
    -------
    Text
        Two sentences, or that there is no plan to report on.
    """
    survei = results.survey.parameters.survei
    if survei.periode_sebelumnya is None:
        return Text.plain(NO_PREVIOUS)
    before = wording.periode(survei.periode_sebelumnya)
    return Text.plain(
        f"Laporan ini menyampaikan apa yang dikerjakan {survei.nama} atas hasil Survei Kepuasan Masyarakat {before}. "
        f"Pelaksanaannya dilaporkan menurut keadaan pada {wording.date(survei.pengesahan.tanggal)}."
    )


def followed_results_text(results: Results) -> Text:
    """Say the result that the plan follows, as far as it is known.

    Parameters
    ----------
    results : Results
        Of the unit.

    Returns
    -------
    Text
        The index of the previous period with its band, or that the project does not hold it.
    """
    before = results.survey.parameters.survei.periode_sebelumnya
    if before is None:
        return Text.plain(NO_PREVIOUS)
    periods = results.trend.periods
    known = periods[periods["periode"] == before]
    if known.empty:
        return Text.plain(f"Hasil survei {wording.periode(before)} tidak dicantumkan pada parameter laporan ini.")
    row = known.iloc[0]
    if row["ni"] is None:
        return Text.plain(f"Hasil survei {wording.periode(before)} tidak memiliki nilai indeks.")
    value = f"IKM {wording.number(row['ikm'])}" if row["mutu"] else f"nilai indeks {wording.number(row['ni'])}"
    mutu = f" dengan mutu {row['mutu']}" if row["mutu"] else ""
    return Text.plain(f"Rencana yang dilaporkan disusun dari hasil survei {wording.periode(before)}: {value}{mutu}.")


def obstacles_text(results: Results) -> Block:
    """List the obstacles by action.

    Parameters
    ----------
    results : Results
        Of the unit.

    Returns
    -------
    Block
        One item per action with an obstacle, or a sentence; nothing when no previous plan is known.
    """
    previous = results.previous_plan
    if previous is None or previous.empty:
        return Blocks([])
    met = previous[previous["kendala"] != ""]
    items = [
        wording.sentence(f"Kegiatan {row.nomor} ({row.program}): {wording.inline(row.kendala)}")
        for row in met.itertuples(index=False)
    ]
    return Text.bullets(*items) if items else Text.plain(NO_OBSTACLE)


@sources.sourced(sources.actions)
def unmatched_actions_table(results: Results) -> Block:
    """Tabulate the actions that were planned and not reported, and those that were reported and not planned.

    Parameters
    ----------
    results : Results
        Of the unit.

    Returns
    -------
    Block
        One row per action and sub-action, or a sentence; nothing when no previous plan is known.
    """
    previous = results.previous_plan
    if previous is None or previous.empty:
        return Blocks([])
    told = ((UNREPORTED, unreported_actions(previous)), (UNPLANNED, unplanned_actions(previous)))
    rows = [
        (row.nomor, row.program, row.penanggung_jawab or wording.MISSING, word)
        for word, actions in told
        for row in actions.itertuples(index=False)
    ]
    lost = _lost(results)
    if not rows and not lost:
        return Callout("baik", ALL_MATCH)
    warning = Callout("peringatan", LOST.format(n=wording.whole(lost)))
    if not rows:
        return warning
    columns = (
        Column("No."),
        Column("Kegiatan", width=3),
        Column("Penanggung jawab", width=1.6),
        Column("Keterangan", width=2),
    )
    table = Table("Kegiatan yang tidak sesuai dengan rencana", columns, tuple(rows))
    return Blocks([warning, table]) if lost else table


def _lost(results: Results) -> int:
    """Count the actions of the plan of the period before that its report does not list any more."""
    return sum(finding.n for finding in results.survey.findings if finding.jenis == "rencana_hilang")
