"""The comparison of two versions as one small page that a reviewer reads in a minute."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby

from skmlib.pipeline.changed_figures import FigureChange
from skmlib.pipeline.changed_text import NEW, OLD, ChangedSentence
from skmlib.pipeline.comparison import Comparison, Version
from skmlib.pipeline.pages import page_template, web_fonts
from skmlib.report import wording
from skmlib.report.blocks import Block, Column, Table, Text
from skmlib.report.markup import Html, element, join_html

TITLE = "Perbandingan laporan"
COLUMNS = (
    Column("Angka", width=4),
    Column("Lama", "kanan"),
    Column("Baru", "kanan"),
    Column("Selisih", "kanan"),
)
MARKS = {OLD: "del", NEW: "ins"}


def comparison_html(found: Comparison) -> str:
    """Write the page.

    Parameters
    ----------
    found : Comparison
        From `compare_folders`.

    Returns
    -------
    str
        One HTML page that asks no address for anything.
    """
    meta = {"judul": TITLE, "unit": found.baru.nama, "periode": wording.periode(found.baru.periode)}
    return page_template("perbandingan").render(
        document={"meta": meta},
        fonts=web_fonts(),
        heading=heading(found),
        summary=summary(found),
        isi=join_html(*_parts(found)),
    )


def heading(found: Comparison) -> str:
    """Say which versions are compared: of one report, or two periods or units."""
    if found.is_same_report:
        return f"{found.baru.nama}, {wording.periode(found.baru.periode)}: dua versi"
    return " terhadap ".join(f"{one.nama}, {wording.periode(one.periode)}" for one in (found.baru, found.lama))


def summary(found: Comparison) -> list[str]:
    """Say in a few sentences how much changed.

    Parameters
    ----------
    found : Comparison
        From `compare_folders`.

    Returns
    -------
    list of str
        One sentence when nothing did.
    """
    if found.is_same:
        return ["Kedua versi sama: angka, temuan, kalimat, dan setiap berkas."]
    printed = [change for change in found.angka if change.is_printed]
    hidden = len(found.angka) - len(printed)
    told = [
        f"{wording.whole(len(printed))} angka atau kategori berubah"
        + (f", dan {wording.whole(hidden)} lagi di bawah ketelitian cetak." if hidden else "."),
        f"{wording.whole(len(found.temuan_baru))} temuan baru, {wording.whole(len(found.temuan_hilang))} temuan hilang.",
        f"{wording.whole(found.sentences)} kalimat berubah; {wording.whole(found.following)} lainnya hanya mengikuti angka.",
    ]
    if not (found.angka or found.temuan_baru or found.temuan_hilang or found.sentences):
        told = ["Angka, temuan, dan kalimat sama; yang berbeda hanya berkasnya."]
    return told


def _parts(found: Comparison) -> Iterator[Html]:
    """Write what changed, the most important first."""
    printed = [change for change in found.angka if change.is_printed]
    hidden = [change for change in found.angka if not change.is_printed]
    for part, changes in groupby(printed, key=lambda change: change.bagian):
        yield from _section(part, _table(changes))
    for title, lines in (("Temuan baru", found.temuan_baru), ("Temuan yang hilang", found.temuan_hilang)):
        if lines:
            yield from _section(title, Text.bullets(*lines))
    for name, text in found.kalimat.items():
        if text.sentences:
            yield Text.heading(f"Kalimat dalam {name}", level=1).html()
            yield from map(_sentence, text.sentences)
    if hidden:
        yield from _section("Berubah di bawah ketelitian cetak", _table(hidden))
    if found.parameter:
        yield from _section("Parameter", _table(found.parameter))
    reasons = (("Masukan yang berbeda", found.masukan), ("Berkas yang berbeda", found.berkas))
    for title, differing in reasons:
        if differing:
            yield from _section(title, Text.bullets(*map(str, differing)))
    yield from _section("Folder yang dibandingkan", Text.bullets(*map(_where, (found.lama, found.baru))))


def _section(title: str, block: Block) -> Iterator[Html]:
    """Write a heading and what stands below it."""
    yield Text.heading(title, level=1).html()
    yield block.html()


def _table(changes: Iterable[FigureChange]) -> Table:
    """Tabulate changed figures."""
    rows = tuple((change.nama, change.lama, change.baru, change.selisih) for change in changes)
    return Table("", COLUMNS, rows)


def _sentence(sentence: ChangedSentence) -> Html:
    """Write a changed sentence with what went and what came."""
    pieces = (element(MARKS[kind], words) if kind in MARKS else words for kind, words in sentence.pieces)
    spaced = [part for piece in pieces for part in (piece, " ")][:-1]
    return element("p", *spaced)


def _where(version: Version) -> str:
    """Name a folder."""
    return f"{version.folder.as_posix()} ({version.periode}/{version.unit})"
