"""The parts of a workbook that is an archive of XML (XLSX, XLSM, ODS), read no further than a limit."""

from __future__ import annotations

import io
import zipfile
import zlib
from collections.abc import Iterator
from pathlib import Path
from types import TracebackType
from xml.etree import ElementTree

from skmlib.recount.refusal import CannotRecountError

LARGEST = 200_000_000  # letters that a workbook may unpack to
Element = ElementTree.Element
BROKEN = (
    zipfile.BadZipFile,
    zlib.error,
    ElementTree.ParseError,
    EOFError,
    OSError,
    RuntimeError,  # a password
    NotImplementedError,
)


class Archive:
    """An open archive; use it in a `with` statement.

    Parameters
    ----------
    path : Path
        The workbook.

    Raises
    ------
    CannotRecountError
        When it is no archive, or unpacks to more than the limit.
    """

    def __init__(self, path: Path) -> None:
        self._name = path.name
        try:
            self._zip = zipfile.ZipFile(path)
        except (OSError, zipfile.BadZipFile) as error:
            raise CannotRecountError(f"{path.name} tidak terbaca sebagai buku kerja") from error
        self.parts = {part.filename: part for part in self._zip.infolist()}
        if sum(part.file_size for part in self.parts.values()) > LARGEST:
            raise CannotRecountError(f"{path.name} terlalu besar bila dibuka")

    def __enter__(self) -> Archive:
        return self

    def __exit__(self, kind: type | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self._zip.close()

    def read_root(self, part: str) -> Element:
        """Read a part whole; an empty element where there is none."""
        found = [element for _, element in self._events(part)]
        return found[-1] if found else Element("none")

    def read_each(self, part: str, tag: str) -> Iterator[Element]:
        """Read the elements of one name in a part, one by one, and forget each."""
        for _, element in self._events(part):
            if plain(element.tag) == tag:
                yield element
                element.clear()

    def _events(self, part: str) -> Iterator[tuple[str, Element]]:
        """Parse a part; its own shortenings (entities) are refused, since they may grow without end."""
        if part not in self.parts:
            return
        try:
            content = self._zip.read(part)
            if b"<!DOCTYPE" in content:
                raise CannotRecountError(f"{self._name} tidak dapat dibuka dengan aman")
            yield from ElementTree.iterparse(io.BytesIO(content), ["end"])
        except BROKEN as error:
            raise CannotRecountError(f"{self._name} rusak atau terkunci") from error


def plain(tag: str) -> str:
    """Take the namespace off a name.

    Examples
    --------
    >>> plain("{urn:contoh}row")
    'row'
    """
    return tag.rpartition("}")[2]


def attribute(element: Element, name: str) -> str | None:
    """Give an attribute by its name without namespace, None where it is not there."""
    return next((value for key, value in element.attrib.items() if plain(key) == name), None)


def children(element: Element, tag: str) -> list[Element]:
    """Give the children of one name."""
    return [child for child in element if plain(child.tag) == tag]
