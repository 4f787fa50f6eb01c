"""Numbers in a comment that point to a person: long ones, telephones, accounts, plates, papers (method, section 14)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import takewhile

LONG, SHORT, MONEY_MAX = 9, range(6, 21), 15
GAP = "[ \t\u00a0\u00ad\u2007\u200b-\u200d\u202f\u2060\ufeff.\\-\u2010-\u2015\u2212]"
RUN = re.compile(rf"\d+(?:{GAP}{{1,3}}\d+)*")
NUMBER = re.compile(rf"\d+(?:{GAP}{{1,3}}\d+){{0,11}}")
GROUP = re.compile(r"\d+")

# What stands before the digits of a telephone number; the digits themselves are held against PARTS.
NOT_WITHIN = r"(?<!\d)(?<!\d[.,\-])"
DIALLED = tuple(
    re.compile(NOT_WITHIN + start)
    for start in (
        r"0(?=\d)",
        rf"0{GAP}{{1,3}}(?=8)",
        r"(?<!\w)[oO](?=8)",
        rf"\(?\+{GAP}?62\)?{GAP}{{0,2}}(?:\(0\){GAP}?)?",
        rf"(?:00)?62(?={GAP}?[8(]){GAP}{{0,2}}(?:\(0\){GAP}?)?",
    )
)
PARTS = (
    (range(8, 13),),
    (range(2, 5), range(5, 10)),
    (range(2, 4),) * 4,
    (range(2, 4),) * 5,
    (range(2, 4), range(3, 5), range(3, 6)),
    *((range(1, 2),) * n for n in range(8, 13)),
)
EIGHT_PAIRS = ((range(1, 2), *(range(2, 3),) * 4), (range(1, 2), *(range(2, 3),) * 5))
LOCAL = rf"(?:\d{{6,9}}|\d{{3,4}}{GAP}\d{{3,5}})(?!\d)"
AREA = re.compile(NOT_WITHIN + rf"\(0\d{{2,4}}\){GAP}?{LOCAL}")
ABROAD = re.compile(
    NOT_WITHIN + rf"(?:\(?\+{GAP}?62\)?{GAP}{{0,2}}\(0?\d{{2,4}}\)|\(\+?62{GAP}?0?\d{{2,4}}\)){GAP}{{0,2}}{LOCAL}"
)
WIDE = rf"(?:{GAP}|[_*~|/,:;'\u2019\u2026\n()]){{1,6}}"
MOBILE = re.compile(
    NOT_WITHIN + rf"(?:08\d{{1,2}}{WIDE}\d{{3,4}}{WIDE}\d{{2,5}}|08\d\d{WIDE}\d{{6,9}}|0\d{{2,3}}/\d{{6,8}})(?!\d)"
)
SIGN = r"(?:[ \t]?[_*~|/:][ \t]?|,)"
IDENTITY = tuple(
    re.compile(rf"(?<!\d)(?=([1-9]\d{{{first}}}(?:{SIGN}\d{{{more}}}){{{times}}}{SIGN}\d{{4}})(?!\d))")
    for first, more, times in ((3, 4, 2), (5, 6, 1))
)

NAMED = (
    (re.compile(r"\b(?:telp|telepon|telpon|tlp|tel|hp|handphone|wa|whatsapp)\b", re.IGNORECASE), 15),
    (re.compile(r"\b(?:rek|norek|rekening|bca|bri|bni|btn|bsi|bjb|mandiri|bank)\b", re.IGNORECASE), 25),
)
SAID = re.compile(rf"\d+(?:[-.]\d+|{GAP}(?!(?:19|20)\d\d\b)\d{{3,}})*")
AMOUNT_OR_LINE = re.compile(r"\bRp|\n")
PAPER = re.compile(r"\b(?:\d{4}[-/ ][A-Z]{2}[-/ ]\d{8}[-/ ]\d{4}|[A-Z]{1,2} ?\d{7})\b")

CODES = set(
    "A AA AB AD AE AG B BA BB BD BE BG BH BK BL BM BN BP D DA DB DC DD DE DG DH DK DL DM DN DP DR DS DT DW E EA EB ED F G H "
    "K KB KH KT KU L M N P PA PB PG PS PT R RI S T W Z".split()
)
PLATE = re.compile(r"\b(?=([A-Z]{1,2})([ ./-]{0,2})(\d{2,4})([ ./-]{0,2})[A-Z]{1,3}\b)")
VEHICLE = re.compile(r"\b(?:plat|pelat|nopol|polisi|mobil|motor|kendaraan)\b", re.IGNORECASE)
VEHICLE_NUMBER = re.compile(
    r"\b([a-z]{1,2})[ ./-]{0,2}\d{1,4}(?:(?!(?:di|ke|yg|dan|dr)\b)[a-z]{1,3})?\b", re.IGNORECASE
)
VEHICLE_REACH = 20

MONEY = re.compile(r"[1-9]\d{0,2}(?:\.\d{3})+|[1-9]\d*")
BEFORE_MONEY = re.compile(r"(?:^|\W)rp", re.IGNORECASE)
AFTER_MONEY = re.compile(r"(?:,\d\d)?\s*(?:rupiah|ribu|juta|miliar|milyar|triliun)\b", re.IGNORECASE)
YEAR, HOUR = r"(?:19|20)\d\d", r"\d{1,2}[.:]\d{2}"
DAY = rf"(?:\d{{1,2}}[-.]\d{{1,2}}[-.](?:{YEAR}|\d\d)|{YEAR}-\d{{1,2}}-\d{{1,2}})"
PLAIN = tuple(re.compile(rf"{one}(?:[-–]{one})?") for one in (YEAR, HOUR, DAY))
THOUSANDS = re.compile(r"[1-9]\d{0,2}(?:\.\d{3}|(?:\.\d{3})*\.000)")


def holds_number(text: str) -> bool:
    """Say whether a number stands in a text that points to a person.

    Parameters
    ----------
    text : str
        A comment.

    Returns
    -------
    bool

    Examples
    --------
    >>> [holds_number(text) for text in ("wa 081200", "Rp1.500.000.000", "B 1234 XY", "2023-2024", "3 1 4 1 5 9 2 6 5")]
    [True, False, True, False, True]
    """
    found = (*_long(text), *_telephones(text), *_named(text))
    return (
        any(not is_harmless(text, start, end) for start, end in found)
        or PAPER.search(text) is not None
        or any(not _are_years(found[1]) for pattern in IDENTITY for found in pattern.finditer(text))
        or any(_is_plate(plate) for plate in PLATE.finditer(text))
        or any(_has_plate(text, word.end()) for word in VEHICLE.finditer(text))
    )


def is_harmless(text: str, start: int, end: int) -> bool:
    """Say whether a run is an amount, or made of hours, dates, years, thousands and few small numbers."""
    run = text[start:end]
    if MONEY.fullmatch(run) and _digits(run) <= MONEY_MAX:
        before = text[:start].rstrip().removesuffix(".")[-3:]
        if BEFORE_MONEY.fullmatch(before) or AFTER_MONEY.match(text, end):
            return True
    words = run.split()
    small = [word for word in words if len(word) < 3 and word.isdecimal()]
    others = (word for word in words if word not in small and word not in ("-", "–"))
    return sum(map(len, small)) < LONG and all(
        THOUSANDS.fullmatch(word) or any(kind.fullmatch(word) for kind in PLAIN) for word in others
    )


def _digits(run: str) -> int:
    """Count the digits of a run."""
    return sum(letter.isdecimal() for letter in run)


def _long(text: str) -> Iterator[tuple[int, int]]:
    """Find groups and runs of many digits."""
    for pattern in (GROUP, RUN):
        for found in pattern.finditer(text):
            if _digits(found[0]) >= LONG:
                yield found.span()


def _telephones(text: str) -> Iterator[tuple[int, int]]:
    """Find what is written as a telephone number."""
    for pattern in (AREA, ABROAD, MOBILE):
        for found in pattern.finditer(text):
            yield found.span()
    for pattern in DIALLED:
        for found in pattern.finditer(text):
            run = NUMBER.match(text, found.end())
            groups = [] if run is None else list(GROUP.finditer(text, run.start(), run.end()))
            shapes = (*PARTS, *(EIGHT_PAIRS if run and run[0][0] == "8" else ()))
            for shape in shapes:
                parts = groups[: len(shape)]
                if len(parts) == len(shape) and all(
                    len(part[0]) in size for part, size in zip(parts, shape, strict=True)
                ):
                    yield found.start(), parts[-1].end()


def _named(text: str) -> Iterator[tuple[int, int]]:
    """Find numbers behind a word for a telephone or an account, on the same line and without an amount between."""
    for pattern, reach in NAMED:
        for word in pattern.finditer(text):
            said = GROUP.search(text, word.end(), word.end() + reach + 1)
            if said and not AMOUNT_OR_LINE.search(text, word.end(), said.start()):
                run = SAID.match(text, said.start())
                if _digits(run[0]) in SHORT:
                    yield run.span()


def _is_plate(found: re.Match[str]) -> bool:
    """Say whether letters and digits stand as on a plate; two digits only where nothing parts them from the letters."""
    code, before, digits, behind = found.groups()
    return code in CODES and (len(digits) > 2 or not (before or behind))


def _are_years(run: str) -> bool:
    """Say whether all groups of a run are years."""
    return all(re.fullmatch(YEAR, group) for group in GROUP.findall(run))


def _has_plate(text: str, place: int) -> bool:
    """Say whether the first number behind a word for a vehicle is that of a plate, in capitals or not."""
    digit = GROUP.search(text, place, place + VEHICLE_REACH + len("AB 1"))
    if digit is None or "\n" in text[place : digit.start()]:
        return False
    near = takewhile(lambda found: found.start() <= place + VEHICLE_REACH, VEHICLE_NUMBER.finditer(text, place))
    return any(found[1].upper() in CODES and found.start() < digit.start() < found.end() for found in near)
