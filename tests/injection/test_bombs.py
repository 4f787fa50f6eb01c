"""Small files that become large: refused within seconds, in bounded memory, with a message.

Each is read in a process of its own, whose highest memory and time are measured from outside.
"""

import json
import subprocess
import sys
import zipfile
from collections.abc import Iterable, Iterator
from pathlib import Path

import pytest

MEGABYTES, SECONDS = 1_500, 60  # of the reading process, and on a machine that is busy with other tests
READ = """
import json, resource, sys, time
from pathlib import Path
from skmlib.problems import DataError
from skmlib.survey.table_file import read_table

began = time.monotonic()
try:
    said = f"dibaca: {len(read_table(Path(sys.argv[1]), berkas='x').rows)} baris"
except DataError as error:
    said = error.all[0].sentence
peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
print(json.dumps([said, peak, time.monotonic() - began]))
"""
SHEET = b'<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>'
SCHEMAS = "http://schemas.openxmlformats.org/"
OFFICE = "urn:oasis:names:tc:opendocument:xmlns:"
TOO_LARGE = "isinya sesudah dibuka lebih dari 200 MB, "
TOO_FAR = "lembarnya membentang lebih dari 10 juta sel, "
COPY = "salin datanya saja ke buku kerja baru, lalu simpan sebagai XLSX atau CSV UTF-8."
BROKEN = (
    "buku kerja ini rusak, terkunci kata sandi, atau bukan Excel/ODS, buka di Excel, hapus kata sandinya, simpan ulang sebagai "
    "XLSX."
)
CELL = b'<c t="inlineStr"><is><t>aaaaaaaaaaaaaaaa</t></is></c>'


def read(path: Path) -> str:
    """Read a file in a process of its own; give what was said."""
    done = subprocess.run(
        [sys.executable, "-c", READ, str(path)], capture_output=True, text=True, timeout=SECONDS, check=False
    )
    assert done.returncode == 0, done.stderr[-500:]
    said, peak, seconds = json.loads(done.stdout)
    assert peak < MEGABYTES
    assert seconds < SECONDS
    return said


def write_parts(path: Path, parts: dict[str, str | Iterable[bytes]]) -> Path:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            with archive.open(name, "w", force_zip64=True) as part:
                for piece in [content.encode()] if isinstance(content, str) else content:
                    part.write(piece)
    return path


def xlsx(path: Path, *sheet: Iterable[bytes]) -> Path:
    """Write the smallest workbook that Excel's readers open, with one sheet as given."""
    relations = f"{SCHEMAS}officeDocument/2006/relationships"
    packed = f'<Relationships xmlns="{SCHEMAS}package/2006/relationships"><Relationship Id="a" Type="{relations}/'
    sheets = '<sheets><sheet name="Data" sheetId="1" r:id="a"/></sheets></workbook>'
    parts = {
        "[Content_Types].xml": f'<Types xmlns="{SCHEMAS}package/2006/content-types"/>',
        "_rels/.rels": f'{packed}officeDocument" Target="xl/workbook.xml"/></Relationships>',
        "xl/workbook.xml": f'<workbook xmlns="{SCHEMAS}spreadsheetml/2006/main" xmlns:r="{relations}">{sheets}',
        "xl/_rels/workbook.xml.rels": f'{packed}worksheet" Target="worksheets/sheet1.xml"/></Relationships>',
        "xl/worksheets/sheet1.xml": (piece for pieces in sheet for piece in pieces),
    }
    return write_parts(path, parts)


def ods(path: Path, *rows: Iterable[bytes]) -> Path:
    spaces = " ".join(f'xmlns:{name}="{OFFICE}{name}:1.0"' for name in ("office", "table", "text"))
    head = f"<office:document-content {spaces}>"
    head += '<office:body><office:spreadsheet><table:table table:name="Data">'
    tail = "</table:table></office:spreadsheet></office:body></office:document-content>"
    content = (piece for pieces in ([head.encode()], *rows, [tail.encode()]) for piece in pieces)
    return write_parts(path, {"mimetype": "application/vnd.oasis.opendocument.spreadsheet", "content.xml": content})


def repeat(piece: bytes, total: int) -> Iterator[bytes]:
    block = piece * (2**20 // len(piece) + 1)
    for _ in range(total // len(block) + 1):
        yield block


def test_a_workbook_without_any_harm_is_read(tmp_path):
    rows = [SHEET, b"<row>", CELL, CELL, b"</row><row>", CELL, CELL, b"</row></sheetData></worksheet>"]
    assert read(xlsx(tmp_path / "x.xlsx", rows)) == "dibaca: 1 baris"


@pytest.mark.slow
@pytest.mark.parametrize("piece", [b"<row>" + CELL * 50 + b"</row>", b"a"], ids=["rows", "one cell"])
def test_a_workbook_of_two_megabytes_that_unpacks_to_gigabytes_is_refused(tmp_path, piece):
    opening = [SHEET] if piece != b"a" else [SHEET, b'<row><c t="inlineStr"><is><t>']
    path = xlsx(tmp_path / "x.xlsx", opening, repeat(piece, 2 * 10**9), [b"</sheetData></worksheet>"])
    assert path.stat().st_size < 10 * 2**20
    assert read(path) == TOO_LARGE + COPY


@pytest.mark.slow
def test_sizes_that_a_workbook_claims_are_not_believed(tmp_path):
    path = xlsx(tmp_path / "x.xlsx", [SHEET], repeat(CELL, 250 * 2**20), [b"</sheetData></worksheet>"])
    content = bytearray(path.read_bytes())
    start = content.rindex(
        b"PK\x01\x02"
    )  # the last entry of the directory is the sheet; at 24 stands its unpacked size
    content[start + 24 : start + 28] = (1000).to_bytes(4, "little")
    path.write_bytes(content)
    assert read(path) in (TOO_LARGE + COPY, BROKEN)


@pytest.mark.parametrize(
    "cell",
    [
        b'<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>',
        b"<row r='1048576'><c a='>' r='XFD1048576'><v>1</v></c></row>",
        b'<x:row xmlns:x="u"><x:c\n r = "xfd1048576"><x:v>1</x:v></x:c></x:row>',
    ],
)
def test_two_cells_far_apart_are_refused(tmp_path, cell):
    # 1,048,576 x 16,384 cells would be 17 thousand millions
    path = xlsx(
        tmp_path / "x.xlsx", [SHEET, b'<row r="1"><c r="A1"><v>1</v></c></row>', cell, b"</sheetData></worksheet>"]
    )
    assert read(path) == TOO_FAR + COPY


def test_empty_cells_far_away_do_no_harm(tmp_path):
    cells = b'<row r="1"><c r="A1"><v>1</v></c></row><row r="2"><c r="A2"><v>3</v></c><c r="XFD2" s="1"/></row>'
    cells += b'<row r="1048576"/>'
    assert read(xlsx(tmp_path / "x.xlsx", [SHEET, cells, b"</sheetData></worksheet>"])) == "dibaca: 1 baris"


def test_merged_cells_that_lie_over_each_other_are_refused(tmp_path):
    cells = b'<row r="1"><c r="A1"><v>1</v></c></row><row r="60000"><c r="A60000"><v>3</v></c></row></sheetData><mergeCells>'
    merged = b'<mergeCell ref="A1:A60000"/>' * 20_000
    assert read(xlsx(tmp_path / "x.xlsx", [SHEET, cells, merged, b"</mergeCells></worksheet>"])) == BROKEN


def test_entities_that_multiply_are_refused(tmp_path):
    layers = "".join(f'<!ENTITY {chr(98 + n)} "{f"&{chr(97 + n)};" * 10}">' for n in range(9))
    head = f'<!DOCTYPE w [<!ENTITY a "aaaaaaaaaa">{layers}]>'.encode()
    assert (
        read(xlsx(tmp_path / "x.xlsx", [head, SHEET, b'<row><c t="str"><v>&j;</v></c></row></sheetData></worksheet>']))
        == BROKEN
    )
    text = b"<table:table-row><table:table-cell><text:p>&j;</text:p></table:table-cell></table:table-row>"
    path = ods(tmp_path / "x.ods", [text])
    assert read(path) == BROKEN


@pytest.mark.parametrize(
    "row",
    [
        b'<table:table-row table:number-rows-repeated="1000000"><table:table-cell table:number-columns-repeated="16000">',
        b'<table:table-row table:number-rows-repeated="4000000000"><table:table-cell>',
    ],
)
def test_rows_of_an_ods_that_stand_for_millions_are_refused(tmp_path, row):
    path = ods(tmp_path / "x.ods", [row, b"<text:p>Syarat</text:p></table:table-cell></table:table-row>"])
    assert read(path) == TOO_FAR + COPY


@pytest.mark.slow
def test_an_ods_that_unpacks_to_gigabytes_is_refused(tmp_path):
    cell = b"<table:table-cell><text:p>Syarat</text:p></table:table-cell>"
    path = ods(tmp_path / "x.ods", repeat(b"<table:table-row>" + cell * 50 + b"</table:table-row>", 10**9))
    assert read(path) == TOO_LARGE + COPY


@pytest.mark.slow
def test_a_line_of_a_gigabyte_is_refused(tmp_path):
    path = tmp_path / "x.csv"
    with path.open("wb") as file:
        file.write(b"Syarat,Biaya\n")
        for _ in range(1_000):
            file.write(b"a" * 1_000_000)
    assert read(path) == "berkas ini 953 MB, lebih dari 100 MB, simpan datanya saja, atau hitung dengan 'skm tally'."


@pytest.mark.parametrize("line", [b"a" * 3_000_000, b"a," * 1_500_000], ids=["one cell", "cells"])
def test_a_line_that_no_spreadsheet_writes_is_refused(tmp_path, line):
    path = tmp_path / "x.csv"
    path.write_bytes(b"Syarat,Biaya\n4,3\n" + line)
    assert read(path) == "baris 3: lebih panjang dari 2 juta huruf, periksa tanda pemisah dan akhir baris."
