"""Numbers that point to a person: NIK, telephone, bank account, vehicle plate, and any other long number.

A number is found by its shape and by the word before it ("rekening", "telepon"). Any run of 16 digits counts as a NIK, and
any other run of nine or more as a number that nobody should read. Amounts of money, dates, years and opening hours are
harmless, which is why a run with gaps in it is taken apart before it is judged.
"""

from __future__ import annotations

import re
from collections.abc import Callable

NIK_DIGITS = 16
LONG_DIGITS = 9
MONEY_DIGITS_MAX = 15
SHORT_DIGITS = range(6, 21)

_GAP = r"[ \t\u00a0\u00ad\u2007\u200b-\u200d\u202f\u2060\ufeff.\-\u2010-\u2015\u2212]"
_SEP = rf"{_GAP}{{1,3}}"
_NATIONAL = (
    rf"(?:\d{{8,12}}|\d{{2,4}}{_SEP}\d{{5,9}}|\d{{2,3}}(?:{_SEP}\d{{2,3}}){{3,4}}|\d{{2,3}}{_SEP}\d{{3,4}}{_SEP}\d{{3,5}}"
    rf"|8(?:{_SEP}\d{{2}}){{4,5}}|\d(?:{_SEP}\d){{7,11}})"
)
# Between the groups of a number that can only be a telephone or an NIK, other signs may stand too.
_WIDE = rf"(?:{_GAP}|[_*~|/,:;'\u2019\u2026\n()]){{1,6}}"
_SIGN = r"(?:[ \t]?[_*~|/:][ \t]?|,)"
_PHONE = re.compile(
    rf"(?<!\d)(?<!\d[.,\-])(?:\(0\d{{2,4}}\){_GAP}?\d{{3,4}}{_GAP}?\d{{3,5}}"
    rf"|(?:\(?\+{_GAP}?62\)?{_GAP}{{0,2}}\(0?\d{{2,4}}\)|\(\+?62{_GAP}?0?\d{{2,4}}\)){_GAP}{{0,2}}(?:\d{{6,9}}|\d{{3,4}}{_GAP}\d{{3,5}})"
    rf"|(?:\(?\+{_GAP}?62\)?|(?:00)?62(?={_GAP}?[8(])){_GAP}{{0,2}}(?:\(0\){_GAP}?)?{_NATIONAL}"
    rf"|0(?:{_SEP}(?=8))?{_NATIONAL}"
    rf"|08\d{{1,2}}{_WIDE}\d{{3,4}}{_WIDE}\d{{2,5}}|08\d{{2}}{_WIDE}\d{{6,9}}|0\d{{2,3}}/\d{{6,8}}"
    rf"|(?<!\w)[oO](?=8){_NATIONAL})(?!\d)"
)
_SHORT_RUN = rf"(?P<data>\d+(?:[-.]\d+|{_GAP}(?!(?:19|20)\d\d\b)\d{{3,}})*)(?!\d)"
_PHONE_NAMED = re.compile(
    rf"(?i:\b(?:telp|telepon|telpon|tlp|tel|hp|handphone|wa|whatsapp)\b)(?:(?!\bRp)[^\d\n]){{0,15}}{_SHORT_RUN}"
)
_ACCOUNT = re.compile(
    rf"(?i:\b(?:(?:no)?rek|rekening|bca|bri|bni|btn|bsi|bjb|mandiri|bank)\b)(?:(?!\bRp)[^\d\n]){{0,25}}{_SHORT_RUN}"
)
_LETTERED = re.compile(
    r"\b(?:\d{4}[-/ ][A-Z]{2}[-/ ]\d{8}[-/ ]\d{4}|[A-Z]{1,2} ?\d{7})\b"
)  # of the civil registry; a passport
_NIK_PARTS = re.compile(rf"(?<!\d)[1-9](?:\d{{3}}(?:{_SIGN}\d{{4}}){{3}}|\d{{5}}{_SIGN}\d{{6}}{_SIGN}\d{{4}})(?!\d)")
_SOLID_RUN = re.compile(rf"(?<!\d)\d{{{LONG_DIGITS},}}(?!\d)")
_LOOSE_RUN = re.compile(rf"(?<!\d)\d+(?:{_SEP}\d+)+(?!\d)")

_YEAR = r"(?:19|20)\d\d"
_CLOCK = r"\d{1,2}[.:]\d{2}"
_DATE = rf"(?:\d{{1,2}}[-.]\d{{1,2}}[-.](?:{_YEAR}|\d\d)|{_YEAR}-\d{{1,2}}-\d{{1,2}})"
_HARMLESS_WORD = re.compile(
    rf"{_CLOCK}(?:[-\u2013]{_CLOCK})?|{_DATE}(?:[-\u2013]{_DATE})?|{_YEAR}(?:[-\u2013]{_YEAR})?"
    r"|[1-9]\d{0,2}(?:\.\d{3})*\.000|[1-9]\d{0,2}\.\d{3}|\d{1,2}|[-\u2013]"
)
_MONEY = re.compile(r"[1-9]\d{0,2}(?:\.\d{3})+|[1-9]\d*")
_BEFORE_MONEY = re.compile(r"(?i:\bRp)\.?\s*$")
_AFTER_MONEY = re.compile(r"(?i:(?:,\d\d)?\s*(?:rupiah|ribu|juta|miliar|milyar|triliun)\b)")

_PLATE_CODES = (
    "A AA AB AD AE AG B BA BB BD BE BG BH BK BL BM BN BP D DA DB DC DD DE DG DH DK DL DM DN DP DR DS DT DW E EA EB ED F G H "
    "K KB KH KT KU L M N P PA PB PG PS PT R RI S T W Z"
)
_PLATE = re.compile(
    rf"\b(?:{'|'.join(_PLATE_CODES.split())})(?:[ ./-]{{1,2}}\d{{3,4}}[ ./-]{{1,2}}[A-Z]{{1,3}}|\d{{2,4}}[A-Z]{{1,3}}"
    r"|[ ./-]{1,2}\d{3,4}[A-Z]{1,3}|\d{3,4}[ ./-]{1,2}[A-Z]{1,3})\b"
)
_PLATE_NAMED = re.compile(
    r"(?i:\b(?:plat|pelat|nopol|polisi|mobil|motor|kendaraan)\b[^\d\n]{0,20}?"
    rf"\b(?P<data>(?:{'|'.join(_PLATE_CODES.split())})"
    r"[ ./-]{0,2}\d{1,4}(?:[ ./-]{0,2}(?!(?:di|ke|yg|dan|dr)\b)[a-z]{1,3})?)\b)"
)


def _digits(text: str) -> int:
    """Count the digits of a text."""
    return sum(character.isdigit() for character in text)


def _is_money(match: re.Match[str], run: str) -> bool:
    """Tell whether a run is an amount in rupiah."""
    if not _MONEY.fullmatch(run) or _digits(run) > MONEY_DIGITS_MAX:
        return False
    start, end = match.span("data" if "data" in match.re.groupindex else 0)
    return bool(_BEFORE_MONEY.search(match.string[:start]) or _AFTER_MONEY.match(match.string[end:]))


def _is_harmless(match: re.Match[str]) -> bool:
    """Tell whether a run is money, or made of dates, years, times, round amounts and a few small numbers."""
    run = match["data" if "data" in match.re.groupindex else 0]
    words = run.split()
    small = sum(_digits(word) for word in words if len(word) <= len("99"))
    return _is_money(match, run) or (small < LONG_DIGITS and all(_HARMLESS_WORD.fullmatch(word) for word in words))


def _is_personal(match: re.Match[str]) -> bool:
    """Accept a run that is not harmless."""
    return not _is_harmless(match)


def _is_short_number(match: re.Match[str]) -> bool:
    """Accept a run after a word such as 'rekening' or 'telepon'."""
    return _digits(match["data"]) in SHORT_DIGITS and not _is_harmless(match)


def _is_nik(match: re.Match[str]) -> bool:
    """Accept a run with as many digits as a NIK, which begins with a province and so never with 0."""
    return _digits(match[0]) == NIK_DIGITS and match[0][0] != "0" and not _is_harmless(match)


def _is_no_list_of_years(match: re.Match[str]) -> bool:
    """Accept four groups of digits unless all are years."""
    return not all(re.fullmatch(_YEAR, group) for group in re.findall(r"\d+", match[0]))


def _is_long_number(match: re.Match[str]) -> bool:
    """Accept any other long run."""
    return _digits(match[0]) >= LONG_DIGITS and not _is_harmless(match)


NumberRule = tuple[str, re.Pattern[str], Callable[[re.Match[str]], bool]]

NUMBER_RULES: tuple[NumberRule, ...] = (
    ("nomor", _LETTERED, lambda match: True),
    ("rekening", _ACCOUNT, lambda match: _is_short_number(match) and _digits(match["data"]) != NIK_DIGITS),
    ("NIK", _SOLID_RUN, _is_nik),
    ("NIK", _LOOSE_RUN, _is_nik),
    ("NIK", _NIK_PARTS, _is_no_list_of_years),
    ("telepon", _PHONE, _is_personal),
    ("telepon", _PHONE_NAMED, _is_short_number),
    ("nomor", _SOLID_RUN, _is_long_number),
    ("nomor", _LOOSE_RUN, _is_long_number),
    ("pelat", _PLATE, lambda match: True),
    ("pelat", _PLATE_NAMED, lambda match: True),
)
