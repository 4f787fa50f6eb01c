"""The agency's logo: SVG, PNG or JPEG, small, and nothing that runs, refers elsewhere or grows when it is drawn.

The logo goes into pages and PDF as it is. An SVG is a document of its own, so it may hold only what a drawing needs: no
script, no foreign content, no entities, and references only to its own parts or to a picture inside it.
"""

from __future__ import annotations

import base64
import binascii
import functools
import io
import re
import tempfile
import warnings
from collections.abc import Iterator
from pathlib import Path
from xml.etree import ElementTree

LARGEST_FILE = 5 * 2**20
LARGEST_PIXELS = 20_000_000
LARGEST_DRAWING = 100_000  # elements, each as often as it is drawn
SMALLER = "simpan logo yang lebih sederhana atau lebih kecil"
PLAIN = "simpan ulang sebagai SVG biasa (plain) atau PNG"
RUNNING = frozenset({"script", "foreignobject", "iframe", "object", "embed", "handler", "listener", "audio", "video"})

_OUTSIDE = re.compile(r"@import|url\(\s*['\"]?\s*(?!#)[^)]|javascript:|expression\(|\\", re.IGNORECASE)
_INSIDE = re.compile(r"data:image/(?:png|jpe?g);base64,", re.IGNORECASE)


def check_logo(data: bytes) -> None:
    """Refuse a logo that is no plain picture.

    Parameters
    ----------
    data : bytes
        The file.

    Raises
    ------
    ValueError
        With what was found and what is allowed.

    Examples
    --------
    >>> check_logo(b'<svg xmlns="http://www.w3.org/2000/svg"><path d="M0 0h9"/></svg>')
    """
    if len(data) > LARGEST_FILE:
        raise ValueError(f"lebih besar dari {LARGEST_FILE // 2**20} MB", SMALLER)
    if b"<svg" in data[:2000]:
        _check_drawing(data)
    else:
        _check_pixels(data)
    _draw(data)


def _draw(data: bytes) -> None:
    """Draw the logo as the report will: what cannot be drawn is told here, and not in the middle of a build."""
    import typst  # loaded here: most reports have no logo

    fonts = typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[])
    try:
        with tempfile.TemporaryDirectory() as folder:
            (Path(folder) / "logo").write_bytes(data)
            code = b'#image(read("logo", encoding: none), alt: "", height: 50pt)'
            typst.Compiler(code, root=folder, font_paths=fonts).compile(format="pdf")
    except typst.TypstError as error:
        raise ValueError("tidak dapat digambar", PLAIN) from error


def _check_pixels(data: bytes) -> None:
    """Refuse what is no PNG or JPEG, or has too many pixels; only its first bytes are read."""
    from PIL import Image, UnidentifiedImageError  # loaded here: most reports have no logo

    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", Image.DecompressionBombWarning)  # such pictures are refused below
            with Image.open(io.BytesIO(data), formats=("JPEG", "PNG")) as picture:
                width, height = picture.size
    except Image.DecompressionBombError as error:
        raise ValueError("jauh terlalu besar", SMALLER) from error
    except (UnidentifiedImageError, OSError, SyntaxError, ValueError) as error:
        raise ValueError(
            "bukan gambar SVG, PNG, atau JPEG yang utuh", "simpan ulang sebagai SVG, PNG, atau JPEG"
        ) from error
    if width * height > LARGEST_PIXELS:
        raise ValueError(f"berukuran {width} × {height} piksel", SMALLER)


def _check_drawing(data: bytes) -> None:
    """Refuse an SVG that is no drawing alone."""
    try:
        text = data.decode("utf-8-sig")
        if "<!ENTITY" in text or ("<!DOCTYPE" in text and "[" in text.partition("<!DOCTYPE")[2].partition(">")[0]):
            raise ValueError("memuat entitas", PLAIN)
        if "<?xml-stylesheet" in text:
            raise ValueError("memuat rujukan ke luar berkas", PLAIN)
        root = ElementTree.fromstring(text)
    except (UnicodeDecodeError, ElementTree.ParseError, RecursionError) as error:
        raise ValueError("bukan SVG yang utuh", PLAIN) from error
    for element in root.iter():
        name = _local(element.tag)
        if name.lower() in RUNNING:
            raise ValueError(f"memuat <{name}>", PLAIN)
        if name.lower() == "style" and _OUTSIDE.search(element.text or ""):
            raise ValueError("memuat rujukan ke luar berkas", PLAIN)
        for key, value in element.attrib.items():
            _check_attribute(key.lower(), value.strip())
            if name.lower() == "image" and _local(key).lower() == "href" and value.strip().startswith("#"):
                raise ValueError("memuat <image> tanpa gambar di dalamnya", PLAIN)
    if _drawn(root) > LARGEST_DRAWING:
        raise ValueError("terlalu rumit", SMALLER)


def _check_attribute(key: str, value: str) -> None:
    """Refuse what runs, and what refers outside the drawing."""
    if key.startswith("on"):
        raise ValueError(f"memuat atribut {key!r}", PLAIN)
    inside, is_address = _INSIDE.match(value), _local(key) == "href"
    if inside and is_address:
        try:
            _check_pixels(base64.b64decode(value[inside.end() :]))
        except binascii.Error as error:
            raise ValueError("memuat gambar yang rusak", PLAIN) from error
    elif (is_address and not value.startswith("#")) or ("}" not in key and _OUTSIDE.search(value)):
        raise ValueError("memuat rujukan ke luar berkas", PLAIN)


def _drawn(root: ElementTree.Element) -> int:
    """Count the elements, those that are used again as often as they are; a drawing that uses itself counts as too large."""
    named = {element.attrib["id"]: element for element in root.iter() if "id" in element.attrib}

    @functools.cache
    def count(element: ElementTree.Element) -> int:
        return 1 + sum(map(count, [*element, *used(element)]))

    def used(element: ElementTree.Element) -> Iterator[ElementTree.Element]:
        for key, value in element.attrib.items():
            name = value.strip().removeprefix("#") if _local(key) == "href" else ""
            if name in named:
                yield named[name]

    try:
        return count(root)
    except RecursionError:
        return LARGEST_DRAWING + 1


def _local(name: object) -> str:
    """Give a name without its namespace; a comment has none."""
    return name.rpartition("}")[2] if isinstance(name, str) else ""
