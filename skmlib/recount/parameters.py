"""Parameters as they were typed: YAML whose every scalar stays a text (data dictionary, section 2)."""

from __future__ import annotations

import datetime
from fractions import Fraction
from pathlib import Path
from typing import Any

import yaml

from skmlib.recount.refusal import CannotRecountError

LIST_ORDER = (
    "persyaratan",
    "prosedur",
    "waktu",
    "biaya",
    "produk",
    "kompetensi",
    "perilaku",
    "pengaduan",
    "sarana",
)


def read_parameters(unit: str, periode: str, *, root: Path) -> dict[str, Any]:
    """Read the parameters of a unit.

    Parameters
    ----------
    unit, periode : str
        Identity of the report.
    root : Path
        The project folder.

    Returns
    -------
    dict
        Texts, lists and dictionaries.

    Raises
    ------
    CannotRecountError
        When the file is missing or no YAML.
    """
    path = root / "params" / periode / f"{unit}.yml"
    try:
        content = yaml.load(path.read_text(encoding="utf-8-sig"), Loader=yaml.BaseLoader)  # texts only, no objects
    except (OSError, UnicodeDecodeError, yaml.YAMLError) as error:
        raise CannotRecountError(f"params/{periode}/{unit}.yml tidak terbaca") from error
    told = content if isinstance(content, dict) else {}
    return {key: value for key, value in told.items() if value != ""}


def order_unsur(parameters: dict[str, Any]) -> tuple[str, ...]:
    """Order the unsur as the report does: by the numbers in their labels, else as the regulation lists them.

    Examples
    --------
    >>> order_unsur({"unsur": {"waktu": {"label": "U2"}, "sarana": {"label": "U1"}}})
    ('sarana', 'waktu')
    """
    unsur = parameters["unsur"]
    digits = {name: "".join(filter(str.isdigit, unsur[name]["label"])) for name in unsur}
    if all(digits.values()):
        return tuple(sorted(unsur, key=lambda name: int(digits[name])))
    listed = [name for name in LIST_ORDER if name in unsur]
    return (*listed, *(name for name in unsur if name not in LIST_ORDER))


def weights_of(parameters: dict[str, Any], unsur: tuple[str, ...]) -> dict[str, Fraction]:
    """Give the weight of each unsur (method, section 3).

    Examples
    --------
    >>> weights_of({}, ("waktu", "biaya"))
    {'waktu': Fraction(1, 2), 'biaya': Fraction(1, 2)}
    """
    told = parameters.get("bobot", "eksak")
    if isinstance(told, dict):
        return {name: decimal(told[name]) for name in unsur}
    weight = Fraction(1, len(unsur)) if told == "eksak" else decimal(told)
    return dict.fromkeys(unsur, weight)


def span_of(parameters: dict[str, Any], key: str) -> tuple[datetime.date, datetime.date]:
    """Give the first and the last day of the service period (`pelayanan`) or of the collection (`pengumpulan`).

    Examples
    --------
    >>> span_of({"periode": {"pelayanan": {"mulai": "2025-01-01", "selesai": "2025-06-30"}}}, "pelayanan")
    (datetime.date(2025, 1, 1), datetime.date(2025, 6, 30))
    """
    told = parameters["periode"][key]
    return datetime.date.fromisoformat(told["mulai"]), datetime.date.fromisoformat(told["selesai"])


def as_list(value: Any) -> list[str]:
    """Read what may be one text or a list of texts."""
    if value is None or value == "":
        return []
    return [value] if isinstance(value, str) else list(value)


def is_yes(value: Any) -> bool:
    """Read `ya` or `tidak`; nothing is no."""
    return value == "ya"


def decimal(text: str) -> Fraction:
    """Read a decimal with point or comma.

    Examples
    --------
    >>> decimal("3,62")
    Fraction(181, 50)
    """
    return Fraction(text.replace(",", "."))


def decimals(text: str) -> int:
    """Count the decimals that were written.

    Examples
    --------
    >>> decimals("90.60")
    2
    """
    return len(text.replace(",", ".").partition(".")[2])
