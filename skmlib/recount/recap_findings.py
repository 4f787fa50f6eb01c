"""Findings of a recap: units and unsur that are missing, findings of its units, printed figures (method, section 13)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from skmlib.recount.recap_units import Unit


def unit_findings(
    units: Sequence[Unit], unsur: Sequence[str], counts: Mapping[str, int], *, file: str
) -> Iterator[dict[str, Any]]:
    """Find units that have not reported, have no index or no respondents, unsur that units lack, what their reports tell.

    Parameters
    ----------
    units : sequence of Unit
        Those that have reported.
    unsur : sequence of str
        Of the recap.
    counts : mapping
        Units that have not reported or have the answers of others and, with a list, surveys outside it, by kind of finding.
    file : str
        The recap's parameters, from the project folder on.

    Yields
    ------
    dict
        Rows of `findings`, without their sentences.
    """
    found = [*counts.items()]
    found.append(("unit_tanpa_ikm", sum(one.ikm is None for one in units)))
    found.append(("unit_tanpa_responden", sum(one.n is None for one in units)))
    needed = [(one.n, one.more.get("sampel_minimum")) for one in units]
    found.append(("unit_sampel_kurang", sum(minimum is not None and n < minimum for n, minimum in needed)))
    found += [("unsur_tidak_dinilai", sum(name not in one.nilai for one in units)) for name in unsur]
    found.append(("temuan_unit", sum(one.more.get("n_temuan", 0) for one in units)))
    for kind, n in found:
        if n:
            yield finding_row(kind, file, n)


def printed_findings(verdicts: Sequence[Mapping[str, Any]], *, file: str = "") -> Iterator[dict[str, Any]]:
    """Find the printed figures that do not follow; each verdict may name its own file."""
    for verdict in verdicts:
        if not verdict["sesuai"]:
            yield finding_row("angka_terbit", verdict.get("berkas", file))


def finding_row(kind: str, file: str, n: int = 1) -> dict[str, Any]:
    """Give one finding without its sentence."""
    return {"jenis": kind, "berkas": file, "n": n, "ikm_tanpa": None}
