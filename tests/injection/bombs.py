"""Small files that become large, and what is said of them by a process of its own."""

import json
import subprocess
import sys
import zipfile
from collections.abc import Iterable, Iterator
from pathlib import Path

MEGABYTES, SECONDS = 1_500, 60  # of the reading process, and on a machine that is busy with other tests
READ = """
import json, sys, time
from pathlib import Path
from skmlib.problems import DataError
from skmlib.survey.table_file import read_table

began = time.monotonic()
try:
    said = f"dibaca: {len(read_table(Path(sys.argv[1]), berkas='x').rows)} baris"
except DataError as error:
    said = error.all[0].sentence
status = Path("/proc/self/status")  # what the kernel counts for getrusage begins with the process that started this one
peak = int(status.read_text().split("VmHWM:")[1].split()[0]) // 1024 if status.exists() else 0
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
TOO_MANY = "isinya lebih dari 10 juta tag XML, sekitar 5 juta sel, "
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
    return write_parts(path, parts_of(*sheet))


def parts_of(*sheet: Iterable[bytes]) -> dict[str, str | Iterable[bytes]]:
    """Give the parts of such a workbook."""
    relations = f"{SCHEMAS}officeDocument/2006/relationships"
    packed = f'<Relationships xmlns="{SCHEMAS}package/2006/relationships"><Relationship Id="a" Type="{relations}/'
    sheets = '<sheets><sheet name="Data" sheetId="1" r:id="a"/></sheets></workbook>'
    return {
        "[Content_Types].xml": f'<Types xmlns="{SCHEMAS}package/2006/content-types"/>',
        "_rels/.rels": f'{packed}officeDocument" Target="xl/workbook.xml"/></Relationships>',
        "xl/workbook.xml": f'<workbook xmlns="{SCHEMAS}spreadsheetml/2006/main" xmlns:r="{relations}">{sheets}',
        "xl/_rels/workbook.xml.rels": f'{packed}worksheet" Target="worksheets/sheet1.xml"/></Relationships>',
        "xl/worksheets/sheet1.xml": (piece for pieces in sheet for piece in pieces),
    }


def ods(path: Path, *rows: Iterable[bytes]) -> Path:
    spaces = " ".join(f'xmlns:{name}="{OFFICE}{name}:1.0"' for name in ("office", "table", "text"))
    head = f"<office:document-content {spaces}>"
    head += '<office:body><office:spreadsheet><table:table table:name="Data">'
    tail = "</table:table></office:spreadsheet></office:body></office:document-content>"
    content = (piece for pieces in ([head.encode()], *rows, [tail.encode()]) for piece in pieces)
    manifest = f'<manifest:manifest xmlns:manifest="{OFFICE}manifest:1.0"/>'
    parts = {"mimetype": "application/vnd.oasis.opendocument.spreadsheet", "META-INF/manifest.xml": manifest}
    return write_parts(path, parts | {"content.xml": content})


def repeat(piece: bytes, total: int) -> Iterator[bytes]:
    block = piece * (2**20 // len(piece) + 1)
    for _ in range(total // len(block) + 1):
        yield block
