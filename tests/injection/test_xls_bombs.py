"""XLS workbooks that lie about themselves: read or refused within seconds, in bounded memory, with a message, never a crash."""

import contextlib
import random
import struct

import pytest
from bombs import BROKEN, COPY, TOO_FAR, read
from xls_files import ANSWERS, TABLE, compound, dimensions, label, number, opening, record, sheets, stream, strings

from skmlib.problems import DataError
from skmlib.survey.workbook_file import read_sheets

READ, EMPTY = "dibaca: 1 baris", "buku kerja ini kosong, ganti dengan berkas yang berisi data."
MERGED = record(0x00E5, struct.pack("<H", 1000) + struct.pack("<4H", 0, 65_535, 0, 255) * 1000)
FIRST = 2  # sector of the first piece of the stream
MUTATED = 400


@pytest.fixture
def said(tmp_path):
    """Tell what is said of a file with such content."""

    def say(content: bytes) -> str:
        (tmp_path / "x.xls").write_bytes(content)
        return read(tmp_path / "x.xls")

    return say


def test_a_workbook_without_any_harm_is_read(said):
    assert said(compound(stream(dimensions(0, 2, 0, 2), ANSWERS))) == READ
    assert said(compound(stream(ANSWERS, before=strings(2, b"a", b"b")))) == READ


@pytest.mark.parametrize(
    ("cells", "expected"),
    [
        (dimensions(0, 0xFFFFFFFF, 0, 0xFFFF) + ANSWERS, BROKEN),
        (dimensions(0, 65_537, 0, 2) + ANSWERS, BROKEN),
        (dimensions(0xFFFFFFFF, 0, 0xFFFF, 0) + ANSWERS, BROKEN),
        (record(0x0200, b"\1\0") + ANSWERS, BROKEN),
        (ANSWERS + number(65_535, 255, 4), TOO_FAR + COPY),
        (ANSWERS + number(65_535, 65_535, 4), TOO_FAR + COPY),
        (ANSWERS + record(0x00BD, struct.pack("<HHHIH", 60_000, 0, 0, 0, 65_535)), TOO_FAR + COPY),
        (ANSWERS + record(0x00BD, b"\1\2"), BROKEN),
        (ANSWERS + record(0x0203, b"\1"), BROKEN),
        (ANSWERS + record(0x0006, struct.pack("<HHHdHIH", 1, 1, 0, 1.0, 0, 0, 65_535) + b"\x1e\1\0"), BROKEN),
        (ANSWERS + record(0x00E5, b"\1"), BROKEN),
        (ANSWERS + record(0x00E5, struct.pack("<H4H", 1000, 0, 65_535, 0, 0)), BROKEN),
        (label(0, 0, b"Syarat") + number(65_535, 2, 4) + MERGED * 500, BROKEN),
        (ANSWERS + struct.pack("<HH", 0x0203, 60_000), BROKEN),
    ],
    ids=[
        "four thousand million rows",
        "one row too many",
        "backwards",
        "short size",
        "last cell",
        "cell behind the last",
        "cells to the last column",
        "short cells",
        "short cell",
        "formula",
        "merged, short",
        "merged, fewer than told",
        "merged, half a million",
        "record cut short",
    ],
)
def test_a_sheet_that_lies(said, cells, expected):
    assert said(compound(stream(cells))) == expected


@pytest.mark.parametrize("count", [0xFFFFFFFF, 0x7FFFFFFF, 10**8])
def test_a_count_of_texts_is_not_believed(said, count):
    assert said(compound(stream(ANSWERS, before=strings(count, b"a")))) == READ


@pytest.mark.parametrize(
    "text",
    [
        struct.pack("<HB", 65_535, 0) + b"a",
        struct.pack("<HBH", 1, 8, 65_535) + b"a",
        struct.pack("<HBI", 1, 4, 0xFFFFFFFF) + b"a",
    ],
    ids=["letters", "runs", "phonetics"],
)
def test_a_text_longer_than_its_record_is_refused(said, text):
    table = record(0x00FC, struct.pack("<II", 1, 1) + text)
    assert said(compound(stream(ANSWERS, before=table))) == BROKEN


@pytest.mark.parametrize(
    ("chains", "expected"),
    [
        ({FIRST + 7: FIRST}, READ),  # the stream ends before its chain begins anew
        ({1: 1}, BROKEN),
        ({1: FIRST, FIRST + 7: 1}, BROKEN),
        ({FIRST: 0x7FFFFFFF}, BROKEN),
    ],
    ids=["stream", "directory", "directory through the stream", "behind the end"],
)
def test_chains_that_bite_their_tails(said, chains, expected):
    assert said(compound(stream(ANSWERS), chains=chains)) == expected


def test_a_stream_as_long_as_its_chain_is_endless(said):
    long = stream(ANSWERS) + bytes(60_000)
    assert said(compound(long, chains={FIRST + 100: FIRST}, size=2**31)) == BROKEN


@pytest.mark.parametrize(
    "header",
    [{44: 0x7FFFFFFF}, {64: 0x7FFF0000}, {68: 0}, {48: 0x00FFFFFF}, {30: 0x0040}, {76: TABLE - 4}],
    ids=["tables", "small tables", "list of tables", "directory", "sectors", "table behind the end"],
)
def test_a_header_that_lies(said, header):
    assert said(compound(stream(ANSWERS), header=header)) == BROKEN


@pytest.mark.parametrize(
    ("places", "expected"),
    [
        (lambda _: (0x7FFFFFFF,), BROKEN),
        (lambda place: (place + 1,), BROKEN),
        (lambda place: (place,) * 2, BROKEN),
        (lambda _: (0,), EMPTY),
    ],
    ids=["behind the end", "within a record", "twice", "the workbook itself"],
)
def test_a_sheet_that_is_elsewhere(said, places, expected):
    assert said(compound(stream(ANSWERS, places=places))) == expected


def test_tens_of_thousands_of_sheets_are_refused(said):
    content = opening(5) + sheets(*range(50_000)) + record(0x000A)
    assert said(compound(content)) == BROKEN


def test_a_locked_workbook_is_refused(said):
    assert said(compound(stream(ANSWERS, before=record(0x002F, bytes(54))))) == BROKEN


@pytest.mark.parametrize("length", [8, 512, 513, 1024, 2000])
def test_a_workbook_cut_short_is_refused(said, length):
    assert said(compound(stream(ANSWERS))[:length]) == BROKEN


def test_whatever_bytes_are_changed_there_is_a_message(capfd):
    """The library panics on some of these, which is an error like any other and writes nothing on the terminal."""
    chance = random.Random(1)
    good = compound(stream(dimensions(0, 2, 0, 2), ANSWERS, before=strings(2, b"a", b"b")))
    for _ in range(MUTATED):
        content = bytearray(good)
        for _ in range(chance.choice((1, 2, 8))):
            place = chance.choice((chance.randrange(1536), chance.randrange(1536, 1800)))
            content[place : place + 4] = chance.choice((b"\xff\xff\xff\xff", bytes(4), chance.randbytes(4)))
        with contextlib.suppress(DataError):
            assert len(read_sheets(bytes(content), berkas="x")) == 1
    assert capfd.readouterr() == ("", "")
