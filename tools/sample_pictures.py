"""Draw the made-up pictures of the follow-up report of Jatinegara Kaum; nobody and nothing is photographed.

Three simple drawings of what was done: a list of requirements on a notice board, a shortened sequence of steps, a book of
complaints on a desk. Each says in itself that it is made up.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PIL import Image, ImageDraw, ImageFont
from sample_files import PROJECT

SIZE = (800, 600)
FONT = PROJECT / "skmlib/fonts/SourceSans3-Semibold.ttf"
WALL, WOOD, PAPER, INK, BLUE, GOLD = "#e8edf2", "#9a6b3f", "#ffffff", "#22303c", "#1f5f99", "#d9a441"
FOLDER = "data/2024-S2/jatinegara-kaum"


def draw_requirements(draw: ImageDraw.ImageDraw) -> None:
    """Draw a notice board with a list."""
    draw.rectangle((110, 70, 690, 490), fill=WOOD)
    draw.rectangle((130, 90, 670, 470), fill="#c9a06f")
    draw.rectangle((230, 110, 570, 455), fill=PAPER, outline=INK, width=3)
    write(draw, (400, 145), "DAFTAR PERSYARATAN", 28)
    for place in range(5):
        top = 190 + place * 50
        draw.rectangle((265, top, 289, top + 24), outline=BLUE, width=4)
        draw.line((270, top + 12, 277, top + 19, 286, top + 4), fill=BLUE, width=4)
        draw.rectangle((305, top + 7, 535 - (place % 3) * 35, top + 17), fill="#b8c4ce")


def draw_steps(draw: ImageDraw.ImageDraw) -> None:
    """Draw three steps with arrows between them."""
    write(draw, (400, 110), "ALUR LAYANAN", 34)
    for place, words in enumerate(("1 Datang", "2 Periksa", "3 Selesai")):
        left = 70 + place * 240
        draw.rounded_rectangle((left, 210, left + 180, 390), radius=18, fill=PAPER, outline=BLUE, width=5)
        write(draw, (left + 90, 300), words, 30)
        if place < 2:
            draw.line((left + 188, 300, left + 220, 300), fill=GOLD, width=10)
            draw.polygon(((left + 216, 280), (left + 216, 320), (left + 236, 300)), fill=GOLD)


def draw_book(draw: ImageDraw.ImageDraw) -> None:
    """Draw an open book and a pen on a desk."""
    draw.rectangle((0, 400, 800, 540), fill=WOOD)
    draw.polygon(((150, 430), (400, 460), (400, 190), (170, 170)), fill=PAPER, outline=INK, width=3)
    draw.polygon(((650, 430), (400, 460), (400, 190), (630, 170)), fill=PAPER, outline=INK, width=3)
    for place in range(6):
        top = 225 + place * 34
        draw.line((190, top, 380, top + 12), fill="#b8c4ce", width=5)
        draw.line((420, top + 12, 610, top), fill="#b8c4ce", width=5)
    draw.line((560, 470, 730, 360), fill=BLUE, width=14)
    write(draw, (400, 120), "BUKU PENGADUAN", 34)


PICTURES: dict[str, Callable[[ImageDraw.ImageDraw], None]] = {
    "rekaan-daftar-persyaratan.png": draw_requirements,
    "rekaan-alur-layanan.png": draw_steps,
    "rekaan-buku-pengaduan.png": draw_book,
}


def write(draw: ImageDraw.ImageDraw, place: tuple[int, int], words: str, size: int) -> None:
    """Write words around a place."""
    draw.text(place, words, fill=INK, font=ImageFont.truetype(FONT, size), anchor="mm")


def draw_picture(name: str) -> Image.Image:
    """Draw one of the pictures.

    Examples
    --------
    >>> draw_picture("rekaan-alur-layanan.png").size
    (800, 600)
    """
    picture = Image.new("RGB", SIZE, WALL)
    draw = ImageDraw.Draw(picture)
    PICTURES[name](draw)
    draw.rectangle((0, 540, 800, 600), fill=INK)
    draw.text((400, 570), "GAMBAR REKAAN", fill=PAPER, font=ImageFont.truetype(FONT, 30), anchor="mm")
    return picture.quantize(64)


def write_pictures(root: Path) -> None:
    """Write all pictures beside the table that names them."""
    (root / FOLDER).mkdir(parents=True, exist_ok=True)
    for name in PICTURES:
        draw_picture(name).save(root / FOLDER / name, optimize=True)
