"""`outputs/index.html`: all that is published, by agency, unit and period.

Made from the published folders alone (`published`): no data is read and nothing is run again, so equal folders give equal
bytes. The page is readable without its script, which only searches and filters; its links are relative, so that the folder
can be copied to any place. It is replaced in one step, as the folders are.
"""

from __future__ import annotations

import base64
import dataclasses
import hashlib
import os
from collections import Counter
from collections.abc import Sequence
from itertools import groupby
from pathlib import Path
from urllib.parse import quote

from skmlib.pipeline.failures import FULL
from skmlib.pipeline.index_seal import INDEX, hash_published, seal
from skmlib.pipeline.pages import TEMPLATES, page_template, web_fonts
from skmlib.pipeline.published import Published, read_published
from skmlib.problems import DataError, Problem
from skmlib.report import wording
from skmlib.report.markup import Html
from skmlib.report.period_chart_block import PeriodValue, period_chart_html
from skmlib.survey.regulation import IKM_DECIMALS, KINERJA, NI_DECIMALS

TITLE = "Daftar laporan"
NO_AGENCY = "Instansi tidak disebut"
NO_BAND = "tanpa"
KINDS = {"rekap": "Rekapitulasi instansi", "kinerja": "Laporan kinerja"}
REPORTS = {
    "laporan-skm": "Laporan SKM",
    "tindak-lanjut": "Laporan tindak lanjut",
    "publikasi": "Poster publikasi",
    "rekap": "Rekapitulasi",
    "kinerja": "Laporan kinerja",
}
FORMATS = {".pdf": "PDF", ".html": "HTML", ".docx": "Word", ".xlsx": "XLSX", ".ipynb": "notebook", ".json": "JSON"}
OTHER_FILES = {
    "olah-data": "Olah data",
    "hasil": "Semua angka",
    "manifest": "Asal-usul dan sidik berkas",
    "build": "Catatan pembuatan",
}


@dataclasses.dataclass(frozen=True)
class Link:
    """A file of a report: what it is, and where it stands beside the index."""

    nama: str
    alamat: str


@dataclasses.dataclass(frozen=True)
class Row:
    """A published folder, ready to show: `figures` are label, value and a detail; `cari` is what a search looks at."""

    periode: str
    kode: str
    jenis: str
    mutu: str
    cari: str
    figures: tuple[tuple[str, str, str], ...]
    reports: tuple[Link, ...]
    others: tuple[Link, ...]


@dataclasses.dataclass(frozen=True)
class Unit:
    """A unit with its chart and its periods, the newest first."""

    nama: str
    chart: Html
    rows: tuple[Row, ...]


@dataclasses.dataclass(frozen=True)
class Agency:
    """An agency with its units."""

    nama: str
    units: tuple[Unit, ...]


def write_index(outputs: Path) -> Path:
    """Write the index of everything that is published.

    Parameters
    ----------
    outputs : Path
        The folder that holds `<periode>/<unit>/`.

    Returns
    -------
    Path
        The page.

    Raises
    ------
    DataError
        When the page cannot be replaced.
    """
    target, fresh = outputs / INDEX, outputs / f".{INDEX}-{os.getpid()}"
    outputs.mkdir(parents=True, exist_ok=True)
    try:
        fresh.write_text(index_page(outputs), encoding="utf-8", newline="\n")
        fresh.replace(target)
    except OSError as error:
        first = "kosongkan tempat pada disk" if error.errno in FULL else "tutup berkas itu bila sedang dibuka"
        advice = f"{first}, lalu jalankan 'skm index'"
        raise DataError([Problem(target.name, f"tidak dapat diganti ({error.strerror})", advice)]) from error
    finally:
        fresh.unlink(missing_ok=True)
    return target


def index_page(outputs: Path) -> str:
    """Make the page of everything that is published, with its seal.

    Parameters
    ----------
    outputs : Path
        The folder that holds `<periode>/<unit>/`.

    Returns
    -------
    str
    """
    return seal(index_html(*read_published(outputs)), hash_published(outputs))


def index_html(published: Sequence[Published], unreadable: Sequence[str] = ()) -> str:
    """Write the page.

    Parameters
    ----------
    published : sequence of Published
        Oldest period first.
    unreadable : sequence of str
        A sentence for each folder that could not be read.

    Returns
    -------
    str
        One HTML page that asks no address for anything.
    """
    script = (TEMPLATES / "index.js").read_text(encoding="utf-8")
    periods = list(dict.fromkeys(one.periode for one in published))[::-1]
    bands = {mutu: f"{mutu} ({word})" for mutu, word in KINERJA.items()}
    return page_template("index").render(
        document={"meta": {"judul": TITLE, "unit": "", "periode": ""}},
        fonts=web_fonts(),
        script=script,
        script_hash=f"sha256-{base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()}",
        agencies=_agencies(published),
        total=wording.whole(len(published)),
        unreadable=unreadable,
        periods={periode: wording.periode(periode) for periode in periods},
        bands=bands | ({NO_BAND: "tanpa mutu"} if any(not one.mutu for one in published) else {}),
    )


def _agencies(published: Sequence[Published]) -> tuple[Agency, ...]:
    """Order what is published by agency and unit, each by name."""

    def agency(one: Published) -> tuple[bool, str, str]:
        return not one.instansi, one.instansi.casefold(), one.instansi

    return tuple(
        Agency(name or NO_AGENCY, _units(list(members)))
        for (*_, name), members in groupby(sorted(published, key=agency), key=agency)
    )


def _units(published: Sequence[Published]) -> tuple[Unit, ...]:
    """Order an agency's folders: what is of the agency as a whole, then its units by the name of their last period."""
    by_unit: dict[tuple[str, str], list[Published]] = {}
    for one in published:
        by_unit.setdefault((one.unit, one.jenis), []).append(one)
    units = sorted(by_unit.values(), key=lambda periods: _place(periods[-1]))
    names = Counter((periods[-1].nama, periods[-1].jenis) for periods in units)
    return tuple(_unit(periods, is_shared=names[periods[-1].nama, periods[-1].jenis] > 1) for periods in units)


def _place(one: Published) -> tuple[bool, str, str, str]:
    """Give what orders the units of an agency."""
    return not one.jenis, one.jenis, one.nama.casefold(), one.unit


def _unit(periods: Sequence[Published], *, is_shared: bool) -> Unit:
    """Show a unit: its chart, and its periods with the newest first; the code too where another has the same name."""
    values = [PeriodValue(one.periode, one.ikm, one.mutu, one.low, one.high) for one in periods if one.ikm is not None]
    name = f"{periods[-1].nama} ({periods[-1].unit})" if is_shared else periods[-1].nama
    return Unit(name, period_chart_html(name, values), tuple(_row(one) for one in reversed(periods)))


def _row(one: Published) -> Row:
    """Show a published folder."""
    order = [name for report in REPORTS for suffix in FORMATS if (name := f"{report}{suffix}") in one.files]
    words = (one.nama, one.instansi, one.unit, one.periode, wording.periode(one.periode))
    return Row(
        periode=wording.periode(one.periode),
        kode=one.periode,
        jenis=KINDS.get(one.jenis, one.jenis),
        mutu=one.mutu or NO_BAND,
        cari=" ".join(dict.fromkeys(words)),
        figures=tuple(_figures(one)),
        reports=tuple(_link(one, name) for name in order if not name.endswith(".ipynb")),
        others=tuple(_link(one, name) for name in _others(one.files, order)),
    )


def _others(files: Sequence[str], order: Sequence[str]) -> list[str]:
    """Name the files that are no page: worksheet first, then in the order of `OTHER_FILES`, notebooks, and what is unknown."""
    known = [name for stem in OTHER_FILES for name in files if Path(name).stem == stem]
    notebooks = [name for name in order if name.endswith(".ipynb")]
    return [*known, *notebooks, *(name for name in files if name not in {*known, *order})]


def _link(one: Published, name: str) -> Link:
    """Link a file under a name that says what it is."""
    stem, suffix = Path(name).stem, Path(name).suffix
    words = REPORTS.get(stem) or OTHER_FILES.get(stem)
    shown = f"{words} ({FORMATS[suffix]})" if words and suffix in FORMATS else name
    return Link(shown, quote(f"{one.place}/{name}"))


def _figures(one: Published) -> list[tuple[str, str, str]]:
    """Write the figures that are known."""
    figures = []
    if one.ikm is not None:
        figures.append(("IKM", wording.number(one.ikm, IKM_DECIMALS), ""))
    if one.mutu:
        figures.append(("Mutu", one.mutu, one.kinerja))
    if one.change is not None:
        label, decimals = ("Perubahan", IKM_DECIMALS) if one.change.skala == "ikm" else ("Perubahan NI", NI_DECIMALS)
        shown = wording.change(one.change.nilai, decimals if one.change.desimal is None else one.change.desimal)
        since = f"dari {wording.periode(one.change.terhadap)}" if one.change.terhadap else ""
        figures.append((label, shown, since))
    if one.capaian is not None:
        figures.append(("Rata-rata capaian", wording.percent(one.capaian), ""))
    if one.responden is not None:
        figures.append(("Responden", wording.whole(one.responden), ""))
    if one.temuan is not None:
        figures.append(("Temuan data", wording.whole(one.temuan), ""))
    return figures
