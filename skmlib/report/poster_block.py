"""The poster: one A4 page for the counter and the website, with the index very large.

It carries what the exporters need to know about the document as the cover of a report does, and its form, by which they
choose the template of one page. All values are strings ready to show; a share is needed beside its words only for the
length of a bar.
"""

from __future__ import annotations

import dataclasses
import datetime
from collections.abc import Container
from typing import Any

from skmlib.report.block import META_MIME, Block
from skmlib.report.markup import Html, Typst, call, element
from skmlib.report.picture import image_bytes, image_html, image_typst

POSTER_FORM = "poster"
DENSE_ROWS = 8


@dataclasses.dataclass(frozen=True)
class PosterRow:
    """A group of respondents: its name, how many, their share in words and from 0 to 1."""

    label: str
    n: str
    persen: str
    share: float


@dataclasses.dataclass(frozen=True)
class PosterGroups:
    """Respondents by one characteristic, with a sentence below where one is needed."""

    judul: str
    rows: tuple[PosterRow, ...]
    catatan: str = ""


@dataclasses.dataclass(frozen=True)
class PosterBand:
    """A band of the index: its letter, its word, its limits in words, and whether the unit is in it."""

    mutu: str
    kinerja: str
    rentang: str
    is_reached: bool


@dataclasses.dataclass(frozen=True)
class Poster(Block):
    """One page that publishes the result of a survey.

    Parameters
    ----------
    judul, unit, instansi, periode : str
        Title, unit, agency (empty when it is the unit) and period in words.
    tanggal : datetime.date
        Date of the document.
    nilai, mutu, kinerja : str
        The index, its letter and its word; letter and word are empty when there is no index.
    responden, masa : str
        How many respondents, and when they answered.
    bands : tuple of PosterBand
        All bands, best first.
    groups : tuple of PosterGroups
        Respondents by characteristic.
    catatan : str
        A caution about the index, or why there is none.
    ucapan : str
        The line of thanks.
    logo : str or bytes, optional
        SVG text, or the bytes of an SVG, PNG or JPEG file.
    logo_alt : str
        What the logo shows.

    Examples
    --------
    >>> Poster("IKM", "Loket", "", "2024", datetime.date(2024, 5, 8), "88,38", "A", "Sangat baik").brief()
    'IKM, Loket, 2024: 88,38 (mutu A, Sangat baik)'
    """

    judul: str
    unit: str
    instansi: str
    periode: str
    tanggal: datetime.date
    nilai: str
    mutu: str = ""
    kinerja: str = ""
    responden: str = ""
    masa: str = ""
    bands: tuple[PosterBand, ...] = ()
    groups: tuple[PosterGroups, ...] = ()
    catatan: str = ""
    ucapan: str = ""
    logo: str | bytes | None = None
    logo_alt: str = ""

    def __post_init__(self) -> None:
        """Refuse a logo without a word for it, or of an unknown kind."""
        if self.logo is not None and not self.logo_alt.strip():
            raise ValueError("Poster: logo_alt is empty; say what the logo shows")
        if self.logo is not None:
            image_bytes(self.logo)

    @property
    def meta(self) -> dict[str, str]:
        """What the exporters need to know about the document."""
        names = ("judul", "unit", "instansi", "periode")
        written = {name: getattr(self, name) for name in names}
        return written | {"subjudul": "", "tanggal": self.tanggal.isoformat(), "bentuk": POSTER_FORM}

    def html(self) -> Html:
        """Write an article with the index, the respondents and the line of thanks."""
        below = [*_respondents_html(self), *(_groups_html(groups) for groups in self.groups)]
        is_dense = any(len(groups.rows) > DENSE_ROWS for groups in self.groups)
        return element(
            "article",
            element("div", *_heading_html(self), *_index_html(self), class_="poster-atas"),
            element("div", *below, class_=f"poster-bawah kolom-{len(self.groups) + 1}"),
            element("p", self.ucapan, class_="poster-ucapan"),
            class_="poster padat" if is_dense else "poster",
        )

    def typst(self) -> Typst:
        """Write a call of `skm-selembar`."""
        names = (
            "judul",
            "unit",
            "instansi",
            "periode",
            "nilai",
            "mutu",
            "kinerja",
            "responden",
            "masa",
            "catatan",
            "ucapan",
        )
        values = {name: getattr(self, name) for name in names}
        jenjang = [dataclasses.asdict(band) for band in self.bands]
        kelompok = [dataclasses.asdict(groups) for groups in self.groups]
        logo = None if self.logo is None else image_typst(self.logo)
        return call("skm-selembar", **values, jenjang=jenjang, kelompok=kelompok, logo=logo, logo_alt=self.logo_alt)

    def brief(self) -> str:
        """Give title, unit, period and index."""
        band = f" (mutu {self.mutu}, {self.kinerja})" if self.mutu else ""
        return f"{self.judul}, {self.unit}, {self.periode}: {self.nilai}{band}"

    def _repr_mimebundle_(
        self, include: Container[str] | None = None, exclude: Container[str] | None = None
    ) -> dict[str, Any]:
        """Give the block in every form, and what the exporters need to know."""
        return super()._repr_mimebundle_(include, exclude) | {META_MIME: self.meta}


def _heading_html(poster: Poster) -> list[Html]:
    """Write agency, title, unit and period."""
    logo = [] if poster.logo is None else [image_html(poster.logo, alt=poster.logo_alt, class_="logo")]
    agency = [*logo, *([element("p", poster.instansi)] if poster.instansi else [])]
    return [
        *([element("div", *agency, class_="poster-instansi")] if agency else []),
        element("h1", poster.judul),
        element("p", poster.unit, class_="poster-unit"),
        element("p", poster.periode, class_="poster-periode"),
    ]


def _index_html(poster: Poster) -> list[Html]:
    """Write the index, its letter, the bands and the caution."""
    value = element("div", element("dt", "Nilai IKM"), element("dd", poster.nilai))
    word = element("dd", poster.kinerja, class_="poster-kinerja")
    letter = element("div", element("dt", "Mutu pelayanan"), element("dd", poster.mutu), word, class_="poster-mutu")
    bands = [
        element(
            "li",
            element("b", band.mutu),
            element("span", band.kinerja),
            element("small", band.rentang),
            aria_current="true" if band.is_reached else None,
        )
        for band in poster.bands
    ]
    return [
        element("dl", value, *([letter] if poster.mutu else []), class_="poster-nilai"),
        *([element("p", poster.catatan, class_="poster-catatan")] if poster.catatan else []),
        element("ol", *bands, class_="poster-jenjang", aria_label="Jenjang mutu pelayanan"),
    ]


def _respondents_html(poster: Poster) -> list[Html]:
    """Write how many respondents there were, and when they answered."""
    head = element("h2", "Responden")
    return [
        element(
            "section",
            head,
            element("p", element("b", poster.responden), " orang", class_="poster-responden"),
            element("h2", "Masa survei"),
            element("p", poster.masa),
        )
    ]


def _groups_html(groups: PosterGroups) -> Html:
    """Write the respondents by one characteristic, each group with a bar."""
    rows = [
        element(
            "tr",
            element("th", row.label, _bar_html(row.share), scope="row"),
            element("td", row.n),
            element("td", row.persen),
        )
        for row in groups.rows
    ]
    note = [element("p", groups.catatan, class_="poster-keterangan")] if groups.catatan else []
    heads = element("tr", *(element("th", name, scope="col") for name in ("Kelompok", "Orang", "Bagian")))
    table = element("table", element("thead", heads), element("tbody", *rows))
    return element("section", element("h2", groups.judul), table, *note)


def _bar_html(share: float) -> Html:
    """Write a bar; the number stands beside it."""
    return element("i", element("b", style=f"width:{100 * share:.2f}%"), aria_hidden="true")
