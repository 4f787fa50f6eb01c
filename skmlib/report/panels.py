"""Panels: the summary that is read first, and the findings about the data.

`KeyFigures` shows the index very large with its mutu in letter and words, and a few smaller figures beside it.
`Findings` lists what was found in the data; no findings are said in a sentence, never left blank.
All values are strings ready to show.
"""

from __future__ import annotations

import dataclasses

from skmlib.report.block import Block
from skmlib.report.markup import Html, Typst, call, element
from skmlib.report.table_block import Column, Table
from skmlib.report.text_blocks import Callout

NO_INDEX = "-"
NO_FINDINGS = "Pemeriksaan data tidak menemukan hal yang perlu dilaporkan."


@dataclasses.dataclass(frozen=True)
class KeyFigure:
    """One figure of the summary.

    Parameters
    ----------
    label : str
        What it is: `"Responden"`.
    value : str
        The figure, ready to show.
    detail : str
        A few words below it.
    """

    label: str
    value: str
    detail: str = ""


@dataclasses.dataclass(frozen=True)
class KeyFigures(Block):
    """The summary panel.

    Parameters
    ----------
    headline : KeyFigure
        The index, shown very large.
    items : tuple of KeyFigure
        Three to five smaller figures.
    mutu : str
        Letter of the quality band; empty when there is no index.
    kinerja : str
        Its words.

    Examples
    --------
    >>> KeyFigures(KeyFigure("Nilai IKM", "88,38"), (), mutu="A", kinerja="Sangat baik").brief()
    'Nilai IKM: 88,38 (mutu A, Sangat baik)'
    """

    headline: KeyFigure
    items: tuple[KeyFigure, ...] = ()
    mutu: str = ""
    kinerja: str = ""

    def html(self) -> Html:
        """Write a `section` with a definition list."""
        big = element("dd", self.headline.value, class_="angka-besar")
        band = element("p", element("b", self.mutu), element("span", "Mutu pelayanan"), self.kinerja, class_="mutu")
        detail = element("p", self.headline.detail, class_="rincian") if self.headline.detail else ""
        main = element("div", element("dl", element("dt", self.headline.label), big), detail, class_="utama")
        others = element("dl", *(_html_item(item) for item in self.items), class_="lain") if self.items else ""
        parts = [main, band, others] if self.mutu else [main, others]
        return element("section", *parts, class_="ringkasan", aria_label="Ringkasan hasil")

    def typst(self) -> Typst:
        """Write a call of `skm-ringkasan`."""
        items = [dataclasses.asdict(item) for item in self.items]
        return call("skm-ringkasan", dataclasses.asdict(self.headline), items, mutu=self.mutu, kinerja=self.kinerja)

    def brief(self) -> str:
        """Give the headline."""
        band = f" (mutu {self.mutu}, {self.kinerja})" if self.mutu else ""
        return f"{self.headline.label}: {self.headline.value}{band}"


def _html_item(item: KeyFigure) -> Html:
    """Write one of the smaller figures."""
    detail = element("dd", item.detail, class_="rincian") if item.detail else ""
    return element("div", element("dt", item.label), element("dd", item.value, class_="angka"), detail)


@dataclasses.dataclass(frozen=True)
class FindingRow:
    """One finding about the data, ready to show.

    Parameters
    ----------
    jenis : str
        Kind of finding, in words: `"Jawaban kosong"`.
    pesan : str
        What was found, in a sentence.
    n : str
        How many rows or places.
    baris : str
        Which rows, in words.
    ikm_tanpa : str
        The index without them, or `-`.
    berkas : str
        File it was found in.
    """

    jenis: str
    pesan: str
    n: str
    baris: str = "-"
    ikm_tanpa: str = NO_INDEX
    berkas: str = ""


@dataclasses.dataclass(frozen=True)
class Findings(Block):
    """What was found in the data, as a table; or a sentence that nothing was found.

    The column of the index stands only where a finding has one.

    Parameters
    ----------
    rows : tuple of FindingRow
        The findings.
    title : str
        Caption of the table.
    notes : tuple of str
        Sentences below it.

    Examples
    --------
    >>> Findings(()).brief()
    'Terpenuhi: Pemeriksaan data tidak menemukan hal yang perlu dilaporkan.'
    """

    rows: tuple[FindingRow, ...]
    title: str = "Temuan pemeriksaan data"
    notes: tuple[str, ...] = ()

    @property
    def block(self) -> Block:
        """The table, or the sentence."""
        if not self.rows:
            return Callout("baik", NO_FINDINGS)
        columns = [Column("Temuan", width=2.2), Column("Uraian", width=5), Column("Jumlah", align="kanan")]
        cells = [(row.jenis, _message(row), row.n) for row in self.rows]
        if any(row.ikm_tanpa != NO_INDEX for row in self.rows):
            columns.append(Column("IKM tanpa baris itu", align="kanan", width=1.4))
            cells = [(*cell, row.ikm_tanpa) for cell, row in zip(cells, self.rows, strict=True)]
        return Table(self.title, tuple(columns), tuple(cells), notes=self.notes)

    def html(self) -> Html:
        """Write the table or the sentence as HTML."""
        return self.block.html()

    def typst(self) -> Typst:
        """Write the table or the sentence as Typst code."""
        return self.block.typst()

    def brief(self) -> str:
        """Name the table, or give the sentence."""
        return self.block.brief()


def _message(row: FindingRow) -> str:
    """Sentence, and below it file and rows where they are known."""
    place = " · ".join(part for part in (row.berkas, row.baris) if part and part != "-")
    return f"{row.pesan}\n{place}" if place else row.pesan
