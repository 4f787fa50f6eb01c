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
SHOWN = 20  # rows or sentences of a part that are read at once; the others are folded away
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
    own = sum(change.is_own for change in found.angka)
    hidden = sum(not change.is_printed for change in found.angka)
    findings = (
        ("temuan baru", found.temuan_baru),
        ("temuan hilang", found.temuan_hilang),
        ("temuan hanya berubah angkanya", found.temuan_berubah),
    )
    more = (("yang mengulanginya", len(found.angka) - own - hidden), ("di bawah ketelitian cetak", hidden))
    told = [
        f"{wording.whole(own)} angka atau kategori berubah"
        + "".join(f", {wording.whole(n)} lagi {words}" for words, n in more if n)
        + ".",
        ", ".join(f"{wording.whole(len(lines))} {words}" for words, lines in findings) + ".",
        f"{wording.whole(found.sentences)} kalimat berubah; {wording.whole(found.following)} lainnya hanya mengikuti angka.",
    ]
    if not (found.angka or found.findings or found.sentences):
        told = ["Angka, temuan, dan kalimat sama; yang berbeda hanya berkasnya."]
    return told


def _parts(found: Comparison) -> Iterator[Html]:
    """Write what changed, the most important first."""
    own = [change for change in found.angka if change.is_own]
    hidden = [change for change in found.angka if not change.is_printed]
    for part, changes in groupby(own, key=lambda change: change.bagian):
        yield from _figures(part, list(changes))
    for title, lines in (("Temuan baru", found.temuan_baru), ("Temuan yang hilang", found.temuan_hilang)):
        if lines:
            yield from _section(title, Text.bullets(*lines))
    if found.temuan_berubah:
        yield Text.heading("Temuan yang berubah angkanya", level=1).html()
        yield from map(_sentence, found.temuan_berubah)
    for name, text in found.kalimat.items():
        if text.sentences:
            yield Text.heading(f"Kalimat dalam {name}", level=1).html()
            yield from _folded(list(map(_sentence, text.sentences)), "kalimat")
    repeated = [change for change in found.angka if change.is_printed and change.mengulang]
    for title, changes in (("Mengulang angka di atas", repeated), ("Berubah di bawah ketelitian cetak", hidden)):
        if changes:
            yield Text.heading(title, level=1).html()
            yield _fold(_table(changes).html(), len(changes), "angka")
    if found.parameter:
        yield from _section("Parameter", _table(found.parameter))
    reasons = (("Masukan yang berbeda", found.masukan), ("Berkas yang berbeda", found.berkas))
    for title, differing in reasons:
        if differing:
            yield from _section(title, Text.bullets(*map(str, differing)))
    yield from _section("Folder yang dibandingkan", Text.bullets(*map(_where, (found.lama, found.baru))))


def _figures(part: str, changes: list[FigureChange]) -> Iterator[Html]:
    """Tabulate the changed figures of a part; of many the first, and the others folded away."""
    yield from _section(part, _table(changes[:SHOWN]))
    if len(changes) > SHOWN:
        yield _fold(_table(changes[SHOWN:]).html(), len(changes) - SHOWN, "angka")


def _folded(blocks: list[Html], what: str) -> Iterator[Html]:
    """Show the first blocks, and fold the others away."""
    yield from blocks[:SHOWN]
    if len(blocks) > SHOWN:
        yield _fold(join_html(*blocks[SHOWN:]), len(blocks) - SHOWN, what)


def _fold(block: Html, n: int, what: str) -> Html:
    """Fold a block away below a line that says how much it holds."""
    return element("details", element("summary", f"{wording.whole(n)} {what} lagi"), block)


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
