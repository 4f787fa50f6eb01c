"""Spreadsheets of OpenDocument, made by hand for tests."""

import zipfile
from collections.abc import Mapping, Sequence
from pathlib import Path
from xml.sax.saxutils import escape

NAMES = " ".join(
    f'xmlns:{short}="urn:oasis:names:tc:opendocument:xmlns:{long}:1.0"'
    for short, long in (("office", "office"), ("table", "table"), ("text", "text"))
)
TYPE = "application/vnd.oasis.opendocument.spreadsheet"
MANIFEST = (
    '<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0">'
    f'<manifest:file-entry manifest:full-path="/" manifest:media-type="{TYPE}"/>'
    '<manifest:file-entry manifest:full-path="content.xml" manifest:media-type="text/xml"/></manifest:manifest>'
)


def write_ods(path: Path, sheets: Mapping[str, Sequence[str]]) -> None:
    """Write sheets of rows; a row is XML, see `row`."""
    tables = "".join(
        f'<table:table table:name="{escape(name)}">{"".join(rows)}</table:table>' for name, rows in sheets.items()
    )
    content = (
        f'<?xml version="1.0" encoding="UTF-8"?><office:document-content {NAMES} office:version="1.2"><office:body>'
        f"<office:spreadsheet>{tables}</office:spreadsheet></office:body></office:document-content>"
    )
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("mimetype", TYPE)
        archive.writestr("META-INF/manifest.xml", MANIFEST)
        archive.writestr("content.xml", content)


def row(*cells: object, more: str = "") -> str:
    """Write a row of cells; a text that begins with < is XML already."""
    return f"<table:table-row{more}>{''.join(map(cell, cells))}</table:table-row>"


def cell(value: object, more: str = "") -> str:
    """Write a cell: a text, a number, yes or no, or nothing."""
    if isinstance(value, str) and value.startswith("<"):
        return value
    if value is None or value == "":
        return f"<table:table-cell{more}/>"
    if isinstance(value, bool):
        return typed("boolean", "boolean-value", str(value).lower(), "WAHR" if value else "FALSCH", more)
    if isinstance(value, int | float):
        return typed("float", "value", repr(value), "angka", more)
    lines = "".join(f"<text:p>{escape(line)}</text:p>" for line in str(value).split("\n"))
    return f'<table:table-cell office:value-type="string"{more}>{lines}</table:table-cell>'


def typed(kind: str, name: str, value: str, shown: str, more: str = "") -> str:
    """Write a cell of a kind with its value and what it shows."""
    return (
        f'<table:table-cell office:value-type="{kind}" office:{name}="{value}"{more}><text:p>{shown}</text:p>'
        "</table:table-cell>"
    )
