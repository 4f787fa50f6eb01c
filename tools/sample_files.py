"""Reading what the samples are made from and writing them: parameters, published figures, CSV files."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

import yaml

PROJECT = Path(__file__).resolve().parents[1]
REFERENCE = Path("tests/data/reference")


def read_params(periode: str, unit: str) -> dict[str, Any]:
    """Read the parameters of a report."""
    return yaml.safe_load((PROJECT / f"params/{periode}/{unit}.yml").read_text(encoding="utf-8"))


def read_reference(name: str) -> dict[str, Any]:
    """Read the published figures that the tests compare with."""
    return yaml.safe_load((PROJECT / REFERENCE / f"{name}.yml").read_text(encoding="utf-8"))


def write_csv(
    path: Path, rows: Iterable[Sequence[Any]], *, delimiter: str = ",", encoding: str = "utf-8", end: str = "\n"
) -> None:
    """Write rows as a CSV file."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("w", encoding=encoding, newline="") as file:
        csv.writer(file, delimiter=delimiter, lineterminator=end).writerows(rows)
