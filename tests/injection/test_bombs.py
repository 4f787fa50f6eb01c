"""Small files that become large: refused within seconds, in bounded memory, with a message.

Each is read in a process of its own, whose highest memory and time are measured from outside.
"""

import pytest
from bombs import (
    BROKEN,
    CELL,
    COPY,
    SHEET,
    TOO_FAR,
    TOO_LARGE,
    TOO_MANY,
    ods,
    parts_of,
    read,
    repeat,
    write_parts,
    xlsx,
)

ROW = b"<table:table-row></table:table-row>"
WORD = b'<table:table-cell office:value-type="string"><text:p>Syarat</text:p></table:table-cell>'
THREE, REPEATED = (
    b'<table:table-cell office:value-type="float" office:value="3"/>',
    b' table:number-columns-repeated="2147483648"/>',
)
TWO = (b'<row><c t="str"><v>Syarat</v></c></row>', b"<row><c><v>3</v></c></row>")
END = b"</sheetData></worksheet>"


def row(*cells: bytes) -> bytes:
    """Write a row of an ODS."""
    return ROW[:17] + b"".join(cells) + ROW[17:]


def test_a_workbook_without_any_harm_is_read(tmp_path):
    rows = [SHEET, b"<row>", CELL, CELL, b"</row><row>", CELL, CELL, b"</row></sheetData></worksheet>"]
    assert read(xlsx(tmp_path / "x.xlsx", rows)) == "dibaca: 1 baris"


@pytest.mark.slow
@pytest.mark.parametrize("piece", [b"<row>" + CELL * 50 + b"</row>", b"a"], ids=["rows", "one cell"])
def test_a_workbook_of_two_megabytes_that_unpacks_to_gigabytes_is_refused(tmp_path, piece):
    opening = [SHEET] if piece != b"a" else [SHEET, b'<row><c t="inlineStr"><is><t>']
    path = xlsx(tmp_path / "x.xlsx", opening, repeat(piece, 2 * 10**9), [b"</sheetData></worksheet>"])
    assert path.stat().st_size < 10 * 2**20
    assert read(path) == (TOO_MANY if b"<c" in piece else TOO_LARGE) + COPY


@pytest.mark.slow
def test_sizes_that_a_workbook_claims_are_not_believed(tmp_path):
    path = xlsx(tmp_path / "x.xlsx", [SHEET], repeat(CELL, 250 * 2**20), [b"</sheetData></worksheet>"])
    content = bytearray(path.read_bytes())
    start = content.rindex(
        b"PK\x01\x02"
    )  # the last entry of the directory is the sheet; at 24 stands its unpacked size
    content[start + 24 : start + 28] = (1000).to_bytes(4, "little")
    path.write_bytes(content)
    assert read(path) in (TOO_LARGE + COPY, TOO_MANY + COPY, BROKEN)


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
    path = ods(tmp_path / "x.ods", repeat(ROW[:17] + WORD * 50 + ROW[17:], 10**9))
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


def test_an_ods_without_any_harm_is_read(tmp_path):
    assert read(ods(tmp_path / "x.ods", [row(WORD), row(WORD)])) == "dibaca: 1 baris"


@pytest.mark.parametrize(
    ("cell", "said"),
    [
        (WORD.replace(b"Syarat", b'a<text:s text:c="4000000000"/>'), TOO_LARGE + COPY),
        (WORD.replace(b"Syarat", b'a<text:s text:c="100000"/>' * 100_000), TOO_LARGE + COPY),
        (WORD.replace(b"Syarat", b'a<text:s text:c="&#52;000000000"/>'), BROKEN),
        (THREE.replace(b"/>", REPEATED), TOO_FAR + COPY),
        (b"<table:table-cell" + REPEATED, "dibaca: 1 baris"),
        (WORD.replace(b"office:", b'table:number-rows-spanned="2147483647" office:'), "dibaca: 1 baris"),
    ],
    ids=["spaces", "many spaces", "spelled number", "value without text", "empty", "spanned"],
)
def test_what_a_cell_of_an_ods_stands_for_is_bounded(tmp_path, cell, said):
    assert read(ods(tmp_path / "x.ods", [row(WORD), row(WORD, cell)])) == said


@pytest.mark.parametrize(
    "opened", [b"<office:annotation>", b"<text:p>", b""], ids=["annotations", "paragraphs", "nothing"]
)
def test_an_ods_that_does_not_end_is_refused(tmp_path, opened):
    path = ods(tmp_path / "x.ods", [row(WORD), ROW[:17], WORD[: WORD.index(b"<text:p>")], opened * 1_000_000])
    assert read(path) == BROKEN


def test_grids_of_many_sheets_count_together(tmp_path):
    far = b'<row r="5100"><c r="ALL5100"><v>3</v></c></row>'  # 5,100 x 1,000 cells
    parts = parts_of([SHEET, *TWO, far, END])
    assert read(write_parts(tmp_path / "x.xlsx", dict(parts))) == "dibaca: 2 baris"
    sheet = (SHEET + b"".join(TWO) + far + END).decode()
    more = {"xl/worksheets/sheet1.xml": sheet, "xl/worksheets/sheet2.xml": sheet}
    assert read(write_parts(tmp_path / "x.xlsx", parts | more)) == TOO_FAR + COPY


@pytest.mark.parametrize("named", ["a", "b"], ids=["one relation", "two relations"])
def test_a_sheet_that_is_named_again_and_again_is_refused(tmp_path, named):
    parts = parts_of([SHEET, *TWO, END])
    relations = parts["xl/_rels/workbook.xml.rels"]
    again = relations.partition(">")[2].replace("</Relationships>", "").replace('Id="a"', 'Id="b"')
    parts["xl/_rels/workbook.xml.rels"] = relations.replace("</Relationships>", f"{again}</Relationships>")
    sheet = f'<sheet name="Lagi" sheetId="2" r:id="{named}"/></sheets>'
    parts["xl/workbook.xml"] = parts["xl/workbook.xml"].replace("</sheets>", sheet)
    assert read(write_parts(tmp_path / "x.xlsx", parts)) == BROKEN


@pytest.mark.parametrize(
    ("strings", "said"),
    [
        ('<sst uniqueCount="4294967295"><si><t>a</t></si></sst>', BROKEN),
        ('<sst uniqueCount="99999999999999"><si><t>a</t></si></sst>', BROKEN),
        ('<sst uniqueCount="1">' + "<si><t>a</t></si>" * 6_000_000 + "</sst>", TOO_MANY + COPY),
        ("<sst><si>" + "<r>" * 1_000_000, BROKEN),
        ('<!DOCTYPE sst [<!ENTITY x SYSTEM "file:///etc/passwd">]><sst><si><t>&x;</t></si></sst>', BROKEN),
    ],
    ids=["count", "endless count", "many", "deep", "entity"],
)
def test_shared_texts_that_are_not_there_or_too_many_are_refused(tmp_path, strings, said):
    cells = [SHEET, b'<row><c t="s"><v>0</v></c></row>', TWO[1], END]
    assert read(write_parts(tmp_path / "x.xlsx", parts_of(cells) | {"xl/sharedStrings.xml": strings})) == said


@pytest.mark.parametrize(
    "merged",
    [
        (b'<mergeCell ref="A%d:B%d"/>' % (place, place) for place in range(1, 1_000_000)),
        repeat(b'<mergeCell ref="A1:A9"/>', 10**8),
    ],
    ids=["a million", "the same"],
)
def test_millions_of_merged_cells_are_refused(tmp_path, merged):
    path = xlsx(tmp_path / "x.xlsx", [SHEET, *TWO, b"</sheetData><mergeCells>"], merged, [b"</mergeCells></worksheet>"])
    assert read(path) == "lebih dari 200 ribu sel gabungan, " + COPY


@pytest.mark.parametrize("size", ["A1:XFD1048576", "A1:ZZZZZZZZ99999999999", "B2:A1"])
def test_the_size_that_a_sheet_claims_is_not_believed(tmp_path, size):
    opening = SHEET.replace(b"<sheetData>", b'<dimension ref="%b"/><sheetData>' % size.encode())
    assert read(xlsx(tmp_path / "x.xlsx", [opening, *TWO, END])) == "dibaca: 1 baris"


@pytest.mark.parametrize("target", ["http://x.invalid/a.xml", "../../../../etc/passwd", "file:///etc/passwd"])
def test_a_sheet_outside_of_the_workbook_is_refused(tmp_path, target):
    parts = parts_of([SHEET, *TWO, END])
    relations = parts["xl/_rels/workbook.xml.rels"]
    parts["xl/_rels/workbook.xml.rels"] = relations.replace("worksheets/sheet1.xml", target)
    assert read(write_parts(tmp_path / "x.xlsx", parts)) == BROKEN


def test_a_link_to_another_workbook_is_not_followed(tmp_path):
    links = {"xl/externalLinks/externalLink1.xml": '<externalLink><externalBook r:id="b"/></externalLink>'}
    assert read(write_parts(tmp_path / "x.xlsx", parts_of([SHEET, *TWO, END]) | links)) == "dibaca: 1 baris"


@pytest.mark.slow
@pytest.mark.parametrize("piece", [b"<c '", b"<c><v>1</v></c>"])
def test_millions_of_tags_are_refused(tmp_path, piece):
    assert read(xlsx(tmp_path / "x.xlsx", [SHEET], repeat(piece, 180 * 2**20), [END])) == TOO_MANY + COPY
