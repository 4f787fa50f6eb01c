"""A picture that the analyst gives, as a numbered figure: caption, file name, and in words what it shows."""

from __future__ import annotations

import dataclasses

from skmlib.report.block import Block
from skmlib.report.markup import Html, Typst, call, element
from skmlib.report.picture import image_bytes, image_html, image_typst
from skmlib.report.table_block import below_html, numbered


@dataclasses.dataclass(frozen=True)
class Photo(Block):
    """A numbered picture with a caption below it.

    Parameters
    ----------
    title : str
        Caption; the exporter puts "Gambar 2." before it.
    picture : bytes
        A JPEG or PNG file.
    alt : str
        What the picture shows.
    source : str
        Name of its file.

    Examples
    --------
    >>> Photo("Loket", bytes.fromhex("ffd8ff"), alt="Loket baru.").brief()
    'Gambar: Loket. Loket baru.'
    """

    title: str
    picture: bytes
    alt: str
    source: str = ""

    def __post_init__(self) -> None:
        """Refuse a picture that says nothing to those who cannot see it, or that is none."""
        if not self.alt.strip():
            raise ValueError(f"Photo {self.title!r}: alt is empty; say in a sentence what the picture shows")
        image_bytes(self.picture)

    def html(self) -> Html:
        """Write a `figure` with the picture inside."""
        caption = element("figcaption", *numbered("Gambar", self.title))
        return element(
            "figure",
            image_html(self.picture, alt=self.alt, class_="foto"),
            caption,
            below_html(self.source, ()),
            class_="gambar",
        )

    def typst(self) -> Typst:
        """Write a call of `skm-foto`."""
        return call("skm-foto", self.title, image_typst(self.picture), self.alt, sumber=self.source)

    def brief(self) -> str:
        """Give title and alt text."""
        return f"Gambar: {self.title}. {self.alt}"
