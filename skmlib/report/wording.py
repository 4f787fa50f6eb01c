"""How numbers, dates and names are written for a reader: formal Indonesian, decimal comma, rounded half up.

Every displayed number passes through here and through `round_half_up`, so that a letter and the number beside it agree. A
missing value is shown as `-`. Values arrive unrounded: `Fraction` or whole numbers where they are exact, floats for intervals.
"""

from __future__ import annotations

import datetime
import functools
from collections.abc import Sequence
from decimal import Decimal
from fractions import Fraction
from numbers import Real

from babel.dates import format_date

from skmlib.survey.published import decimals_of
from skmlib.survey.regulation import CONFIDENCE_LEVEL, IKM_MAX, IKM_MIN, SCALE_MAX, SCALE_MIN, round_half_up

LOCALE = "id_ID"
MISSING = "-"
MINUS = "\u2212"
NI_SCALE = f"{SCALE_MIN}–{SCALE_MAX}"
IKM_SCALE = f"{IKM_MIN}–{IKM_MAX}"
ROMAN = {"1": "I", "2": "II", "3": "III", "4": "IV"}

Number = Real | Decimal | None


@functools.lru_cache(maxsize=4096)
def number(value: Number, decimals: int = 2) -> str:
    """Write a number with a decimal comma and points between thousands.

    Parameters
    ----------
    value : number or None
        Unrounded.
    decimals : int
        Decimals shown.

    Returns
    -------
    str
        `-` for a missing value.

    Examples
    --------
    >>> number(Fraction(8272 * 25, 2340)), number(1188, 0), number(None)
    ('88,38', '1.188', '-')
    """
    if value is None:
        return MISSING
    rounded = round_half_up(Fraction(value), decimals)
    whole_part, rest = divmod(abs(rounded.numerator) * 10**decimals // rounded.denominator, 10**decimals)
    shown = f"{whole_part:,}".replace(",", ".") + (f",{rest:0{decimals}}" if decimals else "")
    return f"{MINUS}{shown}" if rounded < 0 else shown


def whole(value: int | None) -> str:
    """Write a whole number.

    >>> whole(1188)
    '1.188'
    """
    return number(value, 0)


def total(value: Number) -> str:
    """Write an answer or a sum of answers: whole, or with two decimals where sub-questions make it a fraction.

    Examples
    --------
    >>> total(Fraction(912)), total(Fraction(8, 3)), total(None)
    ('912', '2,67', '-')
    """
    return whole(value) if value is None or Fraction(value).denominator == 1 else number(value)


def exact(value: Decimal | None) -> str:
    """Write a published number with the decimals it was published with.

    Examples
    --------
    >>> exact(Decimal("3.5"))
    '3,5'
    """
    return number(value, decimals_of(value)) if value is not None else MISSING


def percent(value: Number, decimals: int = 2) -> str:
    """Write a percentage (0 to 100) with its sign, without decimals when it is whole.

    Examples
    --------
    >>> percent(Fraction(16800, 260)), percent(70), percent(None)
    ('64,62%', '70%', '-')
    """
    if value is None:
        return MISSING
    is_whole = Fraction(value).denominator == 1
    return f"{number(value, 0 if is_whole else decimals)}%"


def share(value: Number, decimals: int = 2) -> str:
    """Write a percentage (0 to 100) for a column, always with its decimals so that commas stand below each other.

    Examples
    --------
    >>> share(5), share(Fraction(1100, 260)), share(None)
    ('5,00%', '4,23%', '-')
    """
    return MISSING if value is None else f"{number(value, decimals)}%"


def change(value: Number, decimals: int = 2) -> str:
    """Write a change with its sign.

    Examples
    --------
    >>> change(Fraction(13, 100)), change(Fraction(-224, 100)), change(Fraction(0))
    ('+0,13', '−2,24', '0,00')
    """
    if value is None:
        return MISSING
    sign = "+" if round_half_up(Fraction(value), decimals) > 0 else ""
    return f"{sign}{number(value, decimals)}"


def interval(low: Number, high: Number, decimals: int = 2) -> str:
    """Write an interval from its limits.

    Examples
    --------
    >>> interval(76.2579, 81.2251)
    '76,26–81,23'
    """
    if low is None or high is None or low != low or high != high:
        return MISSING
    return f"{number(low, decimals)}–{number(high, decimals)}"


def date(day: datetime.date) -> str:
    """Write a date.

    Examples
    --------
    >>> date(datetime.date(2024, 5, 8))
    '8 Mei 2024'
    """
    return _write_date(datetime.date(day.year, day.month, day.day))


@functools.lru_cache(maxsize=1024)
def _write_date(day: datetime.date) -> str:
    """Write a date, the same one once."""
    return format_date(day, "d MMMM y", locale=LOCALE)


def date_range(start: datetime.date, end: datetime.date) -> str:
    """Write a range of dates.

    Examples
    --------
    >>> date_range(datetime.date(2024, 1, 1), datetime.date(2024, 4, 30))
    '1 Januari 2024 sampai dengan 30 April 2024'
    """
    return f"{date(start)} sampai dengan {date(end)}"


def periode(name: str) -> str:
    """Write a period.

    Examples
    --------
    >>> periode("2024-S1"), periode("2024-TW3"), periode("2024")
    ('Semester I Tahun 2024', 'Triwulan III Tahun 2024', 'Tahun 2024')
    """
    year, _, part = name.partition("-")
    if not part:
        return f"Tahun {year}"
    kind = "Semester" if part.startswith("S") else "Triwulan"
    return f"{kind} {ROMAN[part[-1]]} Tahun {year}"


def quarter(name: str) -> str:
    """Write a quarter for a narrow column.

    Examples
    --------
    >>> quarter("2024-TW3")
    'TW III 2024'
    """
    year, _, part = name.partition("-")
    return f"TW {ROMAN[part[-1]]} {year}"


def listing(names: Sequence[str]) -> str:
    """Join names for a sentence, with semicolons when a name holds a comma itself.

    Examples
    --------
    >>> listing(["U4"]), listing(["U4", "U6"]), listing(["U9", "U3", "U5"])
    ('U4', 'U4 dan U6', 'U9, U3, dan U5')
    >>> listing(["U1 Syarat", "U2 Sistem, mekanisme, dan prosedur", "U3 Waktu"])
    'U1 Syarat; U2 Sistem, mekanisme, dan prosedur; dan U3 Waktu'
    """
    if len(names) < 3:
        return " dan ".join(names)
    mark = ";" if any(", " in name for name in names) else ","
    return f"{f'{mark} '.join(names[:-1])}{mark} dan {names[-1]}"


def inline(name: str) -> str:
    """Write a name inside a sentence: with a small letter, unless it begins with an abbreviation.

    Examples
    --------
    >>> inline("Kelompok usia"), inline("ASN atau bukan")
    ('kelompok usia', 'ASN atau bukan')
    """
    return name if name[:2].isupper() else name[:1].lower() + name[1:]


def bobot(name: str) -> str:
    """Write the name of a weight, which is a number or words, with a decimal comma.

    Examples
    --------
    >>> bobot("0.111"), bobot("eksak")
    ('0,111', 'eksak')
    """
    return name.replace(".", ",")


def sentence(text: str) -> str:
    """Begin with a capital letter and end with a full stop.

    Examples
    --------
    >>> sentence("jumlah responden 260")
    'Jumlah responden 260.'
    """
    text = text.strip()
    return text[:1].upper() + text[1:] + ("" if text.endswith((".", "!", "?")) else ".")


LEVEL = percent(100 * CONFIDENCE_LEVEL)
