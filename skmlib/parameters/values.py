"""The values an analyst may write in a parameter file, and what is said of the others.

Every value arrives as text. The types here read it (a decimal comma or point, ya or tidak, one text or a list of texts),
keep the printed precision of published figures, and refuse what does not fit with an Indonesian sentence: what was
found, what is allowed. `explain` turns pydantic's own errors into the same two halves.
"""

from __future__ import annotations

import datetime
import re
from decimal import Decimal, InvalidOperation
from typing import Annotated, Any, Literal

import pydantic
from pydantic import AfterValidator, BeforeValidator
from pydantic_core import ErrorDetails, PydanticCustomError

from skmlib.parameters.periods import PERIODE_PATTERN
from skmlib.parameters.project import LaporanSurvei
from skmlib.problems import fold
from skmlib.survey.regulation import BOBOT_EKSAK, BOBOT_RESMI, SCALE_MAX, SCALE_MIN

SLUG_PATTERN = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
KEY_PATTERN = re.compile(r"[a-z][a-z0-9_]*")
DATE_PATTERN = re.compile(r"\d{4}-\d{2}-\d{2}")
_DEVICE = re.compile(r"(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)", re.IGNORECASE)  # names that Windows keeps for devices
_FORBIDDEN = re.compile(r'[/\\:*?"<>|\x00-\x1f]')
NAME_MAX = 300
CODES = tuple(str(code) for code in range(SCALE_MIN, SCALE_MAX + 1))

BOBOT_OPTIONS = (BOBOT_EKSAK, *BOBOT_RESMI)


def refuse(tertulis: str, seharusnya: str) -> PydanticCustomError:
    """Build an error whose two halves become a Problem."""
    return PydanticCustomError("skm", "{tertulis}, {seharusnya}", {"tertulis": tertulis, "seharusnya": seharusnya})


def _as_decimal(value: Any) -> Decimal:
    """Read a number written with a decimal point or comma, keeping its printed precision."""
    try:
        number = Decimal(str(value).strip().replace(",", "."))
    except InvalidOperation as error:
        raise refuse(f"tertulis {value!r}", "seharusnya bilangan seperti 3,62 atau 0.5") from error
    if not number.is_finite():
        raise refuse(f"tertulis {value!r}", "seharusnya bilangan seperti 3,62 atau 0.5")
    return number


def _as_boolean(value: Any) -> bool:
    """Read ya or tidak."""
    if not isinstance(value, str) or fold(value) not in ("ya", "tidak"):
        raise refuse(f"tertulis {value!r}", "seharusnya 'ya' atau 'tidak'")
    return fold(value) == "ya"


def _as_date(value: Any) -> datetime.date:
    """Read a date written year-month-day, and nothing else: a bare number is no date."""
    if isinstance(value, str) and DATE_PATTERN.fullmatch(value.strip()):
        try:
            return datetime.date.fromisoformat(value.strip())
        except ValueError as error:
            raise refuse(f"tertulis {value!r}", "tanggal itu tidak ada pada kalender") from error
    raise refuse(f"tertulis {value!r}", "seharusnya tanggal seperti 2024-05-08")


def _as_texts(value: Any) -> tuple[str, ...]:
    """Read one text or a list of texts."""
    values = value if isinstance(value, list) else [value]
    if not values or not all(isinstance(item, str) and item.strip() for item in values):
        raise refuse(f"tertulis {value!r}", "seharusnya satu teks atau daftar teks")
    return tuple(item.strip() for item in values)


def _matching(pattern: re.Pattern[str], example: str) -> AfterValidator:
    """Check a text against a pattern, naming an example when it does not match."""

    def check(value: str) -> str:
        if not pattern.fullmatch(value):
            raise refuse(f"tertulis {value!r}", f"seharusnya seperti {example}")
        return value

    return AfterValidator(check)


def file_name(name: str) -> str:
    """Give a file a name that parameters may hold.

    Examples
    --------
    >>> file_name("Hasil: SKM?.xlsx"), file_name(".csv")
    ('Hasil_ SKM_.xlsx', '_.csv')
    """
    shown = "".join(letter if letter.isprintable() else "_" for letter in _FORBIDDEN.sub("_", name))
    return re.sub(r"^(?=\.)", "_", f"_{shown}" if _DEVICE.match(shown) else shown)


def _file_name(value: str) -> str:
    """Allow a plain file name only, so that no parameter reaches outside its folder."""
    if value != file_name(value):
        raise refuse(f"tertulis {value!r}", "seharusnya nama berkas saja, tanpa folder")
    return value


def _within(low: Decimal, high: Decimal) -> AfterValidator:
    """Check that a number lies in a closed range."""

    def check(value: Decimal) -> Decimal:
        if not low <= value <= high:
            raise refuse(f"tertulis '{value}'", f"seharusnya {low} sampai {high}")
        return value

    return AfterValidator(check)


Teks = Annotated[str, pydantic.StringConstraints(strip_whitespace=True, min_length=1)]
Nama = Annotated[Teks, pydantic.StringConstraints(max_length=NAME_MAX)]  # what a cover and a running head can hold


def _as_weight(unsur: str, value: Any) -> Decimal:
    """Read the weight of one unsur."""
    try:
        return _as_decimal(value)
    except PydanticCustomError as error:
        allowed = 'seharusnya bilangan seperti 0.2, atau "0,2" dalam tanda kutip'
        raise refuse(f"bobot {unsur!r} tertulis {value!r}", allowed) from error


def _as_bobot(value: Any) -> str | dict[str, Decimal]:
    """Read the name of a weight, or own weights per unsur."""
    if isinstance(value, dict):
        return {unsur: _as_weight(unsur, weight) for unsur, weight in value.items()}
    name = str(value).strip().replace(",", ".")
    if name not in BOBOT_OPTIONS:
        raise refuse(f"tertulis {value!r}", "seharusnya 'eksak', '0.111', '0.11', atau bobot setiap unsur")
    return name


def _check_codes(jawaban: dict[str, tuple[str, ...]]) -> dict[str, tuple[str, ...]]:
    """Check that each code from 1 to 4 has its labels, and no label means two codes."""
    if sorted(jawaban) != list(CODES):
        raise refuse(f"kodenya {', '.join(sorted(jawaban)) or 'tidak ada'}", f"seharusnya {', '.join(CODES)}")
    code_of: dict[str, str] = dict(zip(CODES, CODES, strict=True))
    for code in CODES:
        for label in jawaban[code]:
            if code_of.setdefault(fold(label), code) != code:
                allowed = (
                    "seharusnya satu kode untuk setiap jawaban; bilangan 1 sampai 4 selalu berarti kodenya sendiri"
                )
                raise refuse(f"jawaban {label!r} memiliki dua kode", allowed)
    return {code: jawaban[code] for code in CODES}


def _distinct(names: tuple[str, ...]) -> tuple[str, ...]:
    """Check that no name stands twice in a list."""
    folded = [fold(name) for name in names]
    doubled = [name for name in names if folded.count(fold(name)) > 1]
    if doubled:
        raise refuse(f"{doubled[0]!r} tertulis dua kali", "seharusnya sekali")
    return names


def _unlike_codes(names: tuple[str, ...]) -> tuple[str, ...]:
    """Refuse to read a code as a blank."""
    codes = [name for name in names if name in CODES]
    if codes:
        raise refuse(f"tertulis {codes[0]!r}", "kode 1 sampai 4 adalah jawaban dan tidak dapat dibaca kosong")
    return names


Slug = Annotated[Teks, _matching(SLUG_PATTERN, "'kasn' atau 'dinas-kesehatan' (huruf kecil, angka, tanda hubung)")]
Periode = Annotated[Teks, _matching(PERIODE_PATTERN, "'2025', '2025-S1', atau '2025-TW3'")]
NamaBerkas = Annotated[Teks, AfterValidator(_file_name)]
Bilangan = Annotated[Decimal, BeforeValidator(_as_decimal)]
NilaiNi = Annotated[Decimal, BeforeValidator(_as_decimal), _within(Decimal(SCALE_MIN), Decimal(SCALE_MAX))]
NilaiIkm = Annotated[Decimal, BeforeValidator(_as_decimal), _within(Decimal(25), Decimal(100))]
Bagian = Annotated[Decimal, BeforeValidator(_as_decimal), _within(Decimal(0), Decimal(1))]
YaTidak = Annotated[bool, BeforeValidator(_as_boolean)]
DaftarTeks = Annotated[tuple[str, ...], BeforeValidator(_as_texts)]
Positif = Annotated[int, pydantic.Field(ge=1)]
Kunci = Annotated[Teks, _matching(KEY_PATTERN, "'jenis_kelamin' (huruf kecil, angka, garis bawah)")]
DaftarBerbeda = Annotated[tuple[str, ...], BeforeValidator(_as_texts), AfterValidator(_distinct)]
DaftarLaporan = Annotated[
    tuple[LaporanSurvei, ...],
    BeforeValidator(_as_texts),
    AfterValidator(_distinct),
]
LaporanRekap = Annotated[tuple[Literal["rekap"], ...], BeforeValidator(_as_texts), AfterValidator(_distinct)]
LaporanKinerja = Annotated[tuple[Literal["kinerja"], ...], BeforeValidator(_as_texts), AfterValidator(_distinct)]
Jawaban = Annotated[dict[str, DaftarTeks], AfterValidator(_check_codes)]
Kosong = Annotated[
    tuple[str, ...], BeforeValidator(_as_texts), AfterValidator(_distinct), AfterValidator(_unlike_codes)
]
Tanggal = Annotated[datetime.date, BeforeValidator(_as_date)]
Bobot = Annotated[Any, BeforeValidator(_as_bobot)]


def explain(error: ErrorDetails) -> tuple[str, str]:
    """Put one of pydantic's errors into the two halves of a problem.

    Parameters
    ----------
    error : ErrorDetails
        An entry of `ValidationError.errors()`.

    Returns
    -------
    tertulis, seharusnya : str
        What was found, and what is allowed, in Indonesian.

    Examples
    --------
    >>> explain({"type": "missing", "loc": ("nama",), "msg": "Field required", "input": {}})
    ('tidak ada', 'wajib diisi')
    """
    kind, context = error["type"], error.get("ctx", {})
    written = error["input"]
    found = f"tertulis {written!r}" if isinstance(written, str) and written.strip() else "kosong"
    found = found if isinstance(written, str) else "susunannya lain"
    if kind == "skm":
        return context["tertulis"], context["seharusnya"]
    if kind == "literal_error":
        return found, f"seharusnya salah satu dari {context['expected'].replace(' or ', ', ')}"
    return {
        "missing": ("tidak ada", "wajib diisi"),
        "extra_forbidden": ("tidak dikenal", "hapus atau betulkan namanya"),
        "string_too_long": (f"tertulis teks {len(str(written))} huruf", f"paling panjang {NAME_MAX} huruf, ringkaskan"),
        "string_too_short": ("kosong", "isi, atau hapus kunci ini bila tidak wajib"),
        "greater_than_equal": (found, f"seharusnya paling sedikit {context.get('ge')}"),
        "model_type": (found, "seharusnya berisi 'kunci: nilai' di bawahnya"),
        "model_attributes_type": (found, "seharusnya berisi 'kunci: nilai' di bawahnya"),
        "dict_type": (found, "seharusnya berisi 'kunci: nilai' di bawahnya"),
        "tuple_type": (found, "seharusnya daftar"),
        "string_type": (found, "seharusnya satu teks"),
    }.get(kind) or _explain_by_family(kind, found)


def _explain_by_family(kind: str, found: str) -> tuple[str, str]:
    """Explain errors of a type of value, whatever their exact cause."""
    if kind.startswith("int_"):
        return found, "seharusnya bilangan bulat tanpa titik, misalnya 1188"
    return found, "nilai ini tidak dapat dibaca"
