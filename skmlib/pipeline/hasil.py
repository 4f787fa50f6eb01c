"""`hasil.json`: every published number for machines, unrounded.

A number stands with its exact value as a fraction where it has one, as a decimal, and written with two decimals, as the
report prints scores (correlations and shares have their own decimals there). A hidden group has no numbers here either.
Frames become lists of rows under the names of their columns.
"""

from __future__ import annotations

import dataclasses
import datetime
from collections.abc import Iterable
from decimal import Decimal
from fractions import Fraction
from pathlib import Path
from typing import Any

import numpy as np
import pandas as pd

from skmlib.pipeline.manifest import write_json
from skmlib.problems import Finding
from skmlib.report import wording
from skmlib.survey.results import Results


def write_hasil(results: Results, path: Path) -> None:
    """Write every published number of a unit.

    Parameters
    ----------
    results : Results
        Of the unit.
    path : Path
        The JSON file to write.
    """
    parameters = results.survey.parameters
    content = {
        "unit": parameters.unit,
        "periode": parameters.periode,
        "nama": parameters.survei.nama,
        "nilai_utama": parameters.survei.nilai_utama,
        "label_unsur": parameters.label_unsur,
        "baris": {
            "dibaca": results.survey.responses.rows_read,
            "dinilai": len(results.survey.responses.valid),
            "dikeluarkan": results.survey.responses.excluded["alasan"].value_counts().sort_index().to_dict(),
        },
    }
    names = [
        "ikm",
        "unsur",
        "ikm_responden",
        "unsur_responden",
        "layanan_mean",
        "alternatives",
        "low_answers",
        "sample",
        "profile",
        "groups",
        "extra",
        "reliability",
        "priorities",
        "trend",
        "change",
        "next_band",
        "importance",
        "sentiment",
        "plan",
        "previous_plan",
        "realised",
        "printed",
    ]
    content |= {name: plain(getattr(results, name)) for name in names}
    content["agreement"] = _agreement(results)
    content["contradictions"] = plain(results.contradictions and results.contradictions.per_unsur)
    content["findings"] = plain_findings(results.findings)
    tally = results.survey.tally
    content["jawaban"] = {unsur: counts.tolist() for unsur, counts in zip(tally.unsur, tally.counts, strict=True)}
    write_json(content, path)


def _agreement(results: Results) -> Any:
    """Give the agreement on either kind of label, without what was said of which comment."""
    found = results.agreement
    if found is None:
        return None
    parts = {"sentimen": found.sentimen, "unsur": found.unsur}
    named = {
        name: part if part.matrix is None else dataclasses.replace(part, matrix=part.matrix.reset_index(names="label"))
        for name, part in parts.items()
    }
    return plain(named)


def plain_findings(findings: Iterable[Finding]) -> list[dict[str, Any]]:
    """Turn findings into JSON values without their rows: what is published points to no row beyond its sentence.

    Parameters
    ----------
    findings : iterable of Finding
        Of a report of any kind.

    Returns
    -------
    list of dict
        In their order.
    """
    return [plain(dataclasses.replace(finding, baris=())) for finding in findings]


def plain(value: Any) -> Any:
    """Turn results into text, numbers, lists and dictionaries.

    Parameters
    ----------
    value : object
        A result, a frame, a number.

    Returns
    -------
    object
        What JSON can hold.

    Examples
    --------
    >>> plain(Fraction(7, 2))
    {'pecahan': '7/2', 'nilai': 3.5, 'tercetak': '3,50'}
    """
    match value:
        case None | str() | bool() | int():
            return value
        case Fraction():
            return {"pecahan": str(value), "nilai": float(value), "tercetak": wording.number(value)}
        case Decimal():
            return {"pecahan": str(Fraction(value)), "nilai": float(value), "tercetak": wording.exact(value)}
        case float():
            return None if np.isnan(value) else {"nilai": value, "tercetak": wording.number(value)}
        case datetime.date():
            return None if pd.isna(value) else value.isoformat()[:10]
        case pd.DataFrame():
            return [{str(name): plain(cell) for name, cell in row.items()} for row in value.to_dict("records")]
        case dict():
            return {str(key): plain(item) for key, item in value.items()}
        case tuple() | list():
            return [plain(item) for item in value]
        case np.generic():
            return plain(value.item())
    if dataclasses.is_dataclass(value):
        return {field.name: plain(getattr(value, field.name)) for field in dataclasses.fields(value)}
    if pd.isna(value):
        return None
    raise TypeError(f"plain: found {value!r}, a {type(value).__name__}; results hold numbers, text and frames.")
