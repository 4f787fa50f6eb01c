"""Logos: a drawing or a picture passes, whatever runs, refers elsewhere or grows does not."""

import struct
import zlib

import pytest

from skmlib.survey.logo import check_logo

SVG = '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink">{}</svg>'
PLAIN = "simpan ulang sebagai SVG biasa (plain) atau PNG"
SMALLER = "simpan logo yang lebih sederhana atau lebih kecil"


def png(width: int, height: int) -> bytes:
    """Write a PNG of a size, as far as that is known before its pixels are read."""
    content = b"IHDR" + struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    head = b"\x89PNG\r\n\x1a\n" + struct.pack(">I", 13) + content + struct.pack(">I", zlib.crc32(content))
    return head + struct.pack(">I", 0) + b"IDAT" + struct.pack(">I", zlib.crc32(b"IDAT"))


@pytest.mark.parametrize(
    "inside",
    [
        '<path d="M0 0h9" style="fill:url(#a)"/><defs><linearGradient id="a"/></defs>',
        '<g id="a"/><use xlink:href="#a"/><use href="#a"/>',
        "<style>path{fill:red}</style><!-- dibuat dengan program gambar -->",
        '<g xmlns:i="urn:i" i:export-filename="C:\\logo.png"/>',
    ],
)
def test_a_drawing_passes(inside):
    check_logo(SVG.format(inside).encode())


@pytest.mark.parametrize(
    ("inside", "found"),
    [
        ("<script>alert(1)</script>", "memuat <script>"),
        (
            '<foreignObject><iframe xmlns="http://www.w3.org/1999/xhtml" src="x"/></foreignObject>',
            "memuat <foreignObject>",
        ),
        ('<path onload="alert(1)"/>', "memuat atribut 'onload'"),
        ('<image href="https://x.invalid/a.png"/>', "memuat rujukan ke luar berkas"),
        ('<image xlink:href="../../../etc/passwd"/>', "memuat rujukan ke luar berkas"),
        ('<use href="lain.svg#a"/>', "memuat rujukan ke luar berkas"),
        ('<a href="javascript:alert(1)"/>', "memuat rujukan ke luar berkas"),
        ('<path fill="url(https://x.invalid/a.svg#a)"/>', "memuat rujukan ke luar berkas"),
        ("<style>@import 'https://x.invalid/a.css';</style>", "memuat rujukan ke luar berkas"),
        ('<path style="fill:u\\72l(//x.invalid)"/>', "memuat rujukan ke luar berkas"),
        ('<image href="data:image/svg+xml;base64,PHN2Zy8+"/>', "memuat rujukan ke luar berkas"),
        ('<image href="data:image/png;base64,A"/>', "memuat gambar yang rusak"),
        ("<g>", "bukan SVG yang utuh"),
    ],
)
def test_what_runs_or_refers_elsewhere_is_refused(inside, found):
    with pytest.raises(ValueError) as caught:  # noqa: PT011  the whole message is compared
        check_logo(SVG.format(inside).encode())
    assert caught.value.args == (found, PLAIN)


def test_entities_are_refused_before_they_are_resolved():
    layers = "".join(f'<!ENTITY {chr(98 + n)} "{f"&{chr(97 + n)};" * 10}">' for n in range(9))
    with pytest.raises(ValueError, match="memuat entitas"):
        check_logo(f'<!DOCTYPE svg [<!ENTITY a "aaaa">{layers}]><svg>&j;</svg>'.encode())


def test_a_drawing_that_grows_is_refused():
    # each level draws the one before twice: 2^30 elements
    levels = "".join(f'<g id="g{n}"><use href="#g{n - 1}"/><use href="#g{n - 1}"/></g>' for n in range(1, 31))
    with pytest.raises(ValueError, match="terlalu rumit"):
        check_logo(SVG.format(f'<g id="g0"/>{levels}').encode())


def test_a_drawing_that_draws_itself_is_refused():
    with pytest.raises(ValueError, match="terlalu rumit"):
        check_logo(SVG.format('<g id="a"><use href="#a"/></g>').encode())


@pytest.mark.parametrize(
    ("data", "found"),
    [
        (png(50_000, 50_000), "jauh terlalu besar"),
        (png(10_000, 10_000), "berukuran 10000 × 10000 piksel"),
        (png(6_000, 4_000), "berukuran 6000 × 4000 piksel"),
        (b"\x89PNG\r\n\x1a\n" + bytes(6 * 2**20), "lebih besar dari 5 MB"),
    ],
)
def test_a_picture_that_is_too_large_is_refused_unread(data, found):
    with pytest.raises(ValueError) as caught:  # noqa: PT011  the whole message is compared
        check_logo(data)
    assert caught.value.args == (found, SMALLER)


def test_what_is_no_picture_is_refused():
    with pytest.raises(ValueError, match="bukan gambar SVG, PNG, atau JPEG yang utuh"):
        check_logo(b"GIF89a")
