"""How a report begins and ends: its cover, and the place where it is signed.

The `Cover` also carries, under its own MIME type, what the exporters need to know about the whole document: title,
unit, agency, period and date. They become the title of the page, the metadata of the PDF and its running header.
"""

from __future__ import annotations

import dataclasses
import datetime
from collections.abc import Container
from typing import Any

from skmlib.report import wording
from skmlib.report.block import META_MIME, Block
from skmlib.report.markup import Html, Typst, call, element
from skmlib.report.picture import image_bytes, image_html, image_typst

DOTTED_NAME = "." * 46


@dataclasses.dataclass(frozen=True)
class Cover(Block):
    """Cover page of the PDF, head of the HTML page.

    Parameters
    ----------
    judul, subjudul : str
        Title and the line below it.
    unit, instansi : str
        Unit that was surveyed, and the agency it belongs to.
    periode : str
        Period in words: `"Semester I Tahun 2024"`.
    tanggal : datetime.date
        Date of the report; also the date of the PDF.
    tempat : str
        Place of the report.
    logo : str or bytes, optional
        SVG text, or the bytes of an SVG, PNG or JPEG file.
    logo_alt : str
        What the logo shows.

    Examples
    --------
    >>> Cover("Laporan SKM", "", "Loket", "Kota A", "2024", datetime.date(2024, 5, 8)).brief()
    'Laporan SKM, Loket, Kota A, 2024, 8 Mei 2024'
    """

    judul: str
    subjudul: str
    unit: str
    instansi: str
    periode: str
    tanggal: datetime.date
    tempat: str = ""
    logo: str | bytes | None = None
    logo_alt: str = ""

    def __post_init__(self) -> None:
        """Refuse a logo without a word for it, or of an unknown kind."""
        if self.logo is not None and not self.logo_alt.strip():
            raise ValueError("Cover: logo_alt is empty; say what the logo shows")
        if self.logo is not None:
            image_bytes(self.logo)

    @property
    def _date(self) -> str:
        """Place and date in words."""
        written = wording.date(self.tanggal)
        return f"{self.tempat}, {written}" if self.tempat else written

    @property
    def meta(self) -> dict[str, str]:
        """What the exporters need to know about the document."""
        names = ("judul", "subjudul", "unit", "instansi", "periode")
        return {name: getattr(self, name) for name in names} | {"tanggal": self.tanggal.isoformat()}

    def html(self) -> Html:
        """Write the head of the page."""
        logo = "" if self.logo is None else image_html(self.logo, alt=self.logo_alt, class_="logo")
        lines = [
            element("p", self.instansi, class_="instansi") if self.instansi != self.unit else "",
            element("h1", self.judul),
            element("p", self.subjudul, class_="subjudul") if self.subjudul else "",
            element("p", self.unit, class_="unit"),
            element("p", element("span", self.periode), element("span", self._date), class_="periode"),
        ]
        return element("div", logo, element("div", *lines), class_="sampul")

    def typst(self) -> Typst:
        """Write a call of `skm-sampul`."""
        names = ("judul", "subjudul", "unit", "instansi", "periode")
        logo = None if self.logo is None else image_typst(self.logo)
        values = {name: getattr(self, name) for name in names} | {"tanggal": self._date}
        return call("skm-sampul", **values, logo=logo, logo_alt=self.logo_alt)

    def brief(self) -> str:
        """Give the lines of the cover."""
        lines = (self.judul, self.subjudul, self.unit, self.instansi, self.periode, self._date)
        return ", ".join(line for line in lines if line)

    def _repr_mimebundle_(
        self, include: Container[str] | None = None, exclude: Container[str] | None = None
    ) -> dict[str, Any]:
        """Give the block in every form, and what the exporters need to know."""
        return super()._repr_mimebundle_(include, exclude) | {META_MIME: self.meta}


@dataclasses.dataclass(frozen=True)
class Signature(Block):
    """Where the report is signed.

    Parameters
    ----------
    tempat_tanggal : str
        `"Jakarta, 8 Mei 2024"`.
    jabatan : str
        Office of the one who signs.
    nama : str
        Name; empty leaves a dotted line to be filled in by hand.
    nip : str
        Number of the civil servant, optional.

    Examples
    --------
    >>> Signature("Jakarta, 8 Mei 2024", "Ketua", "Nama Pejabat").brief()
    'Jakarta, 8 Mei 2024, Ketua, Nama Pejabat'
    """

    tempat_tanggal: str
    jabatan: str
    nama: str = ""
    nip: str = ""

    def html(self) -> Html:
        """Write the block with space for signature and stamp."""
        nip = element("p", f"NIP {self.nip}", class_="nip") if self.nip else ""
        space = element("div", class_="ruang", aria_hidden="true")
        lines = [element("p", self.tempat_tanggal), element("p", self.jabatan), space]
        return element("div", *lines, element("p", self.nama or DOTTED_NAME, class_="nama"), nip, class_="pengesahan")

    def typst(self) -> Typst:
        """Write a call of `skm-pengesahan`."""
        return call("skm-pengesahan", self.tempat_tanggal, self.jabatan, self.nama or DOTTED_NAME, self.nip)

    def brief(self) -> str:
        """Give the lines."""
        return ", ".join(line for line in (self.tempat_tanggal, self.jabatan, self.nama, self.nip) if line)
