"""Whether a plan fits the results it follows, and whether what was done fits the plan.

A priority without action, a better unsur that is treated while a worse one is not, a planned action that nobody reported and a
reported one that nobody planned: none of them stops the report, all of them are told in it.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from fractions import Fraction

import pandas as pd

from skmlib.problems import Finding, name_rows
from skmlib.survey.regulation import NI_DECIMALS, UNSUR_NAMA, round_half_up


def unreported_actions(actions: pd.DataFrame) -> pd.DataFrame:
    """Give the actions and sub-actions that were planned and not reported.

    Parameters
    ----------
    actions : DataFrame
        Validated actions of one period.

    Returns
    -------
    DataFrame
        Those rows.
    """
    return actions[actions["direncanakan"] & actions["status"].isna()]


def unplanned_actions(actions: pd.DataFrame) -> pd.DataFrame:
    """Give the actions and sub-actions that were reported and never planned.

    Parameters
    ----------
    actions : DataFrame
        Validated actions of one period.

    Returns
    -------
    DataFrame
        Those rows.
    """
    return actions[~actions["direncanakan"] & actions["status"].notna()]


def compare_realised(actions: pd.DataFrame, periode: str, *, berkas: str) -> tuple[Finding, ...]:
    """Compare what was reported with what was planned.

    Parameters
    ----------
    actions : DataFrame
        Validated actions.
    periode : str
        The period whose results they follow.
    berkas : str
        File name for messages.

    Returns
    -------
    tuple of Finding
        Planned actions and sub-actions that nobody reported, and reported ones that were never planned.
    """
    rows_of_period = actions[actions["periode"] == periode]
    told = (
        (
            "rencana_tidak_dilaporkan",
            unreported_actions(rows_of_period),
            "dari rencana periode {periode} tidak dilaporkan pelaksanaannya ({nomor}; {baris}); isi kolom status.",
        ),
        (
            "realisasi_di_luar_rencana",
            unplanned_actions(rows_of_period),
            "yang dilaporkan tidak ada dalam rencana periode {periode} ({nomor}; {baris}); pastikan dan jelaskan.",
        ),
    )
    findings = []
    for jenis, rows, sentence in told:
        if len(rows):
            nomor, baris = ", ".join(rows["nomor"]), tuple(rows["baris"].tolist())
            words = sentence.format(periode=periode, nomor=f"nomor {nomor}", baris=name_rows(baris))
            findings.append(Finding(jenis, berkas, f"{len(rows)} kegiatan {words}", len(rows), baris))
    return tuple(findings)


def compare_plan(
    plan: pd.DataFrame,
    scores: pd.DataFrame,
    *,
    prioritas: Sequence[str],
    berkas: str,
    nama: Mapping[str, str] = UNSUR_NAMA,
) -> tuple[Finding, ...]:
    """Compare a plan with the results it follows.

    Scores are compared as they are printed, rounded half up to two decimals, so that ties are no finding.

    Parameters
    ----------
    plan : DataFrame
        Planned actions, from `plan_of`.
    scores : DataFrame
        From `score_unsur`: `unsur`, `nrr`.
    prioritas : sequence of str
        Unsur to improve first, lowest first.
    berkas : str
        File name for messages.
    nama : mapping
        Name of each unsur in the report.

    Returns
    -------
    tuple of Finding
        Priorities without action; better unsur that are treated while worse ones are not.
    """
    treated = {unsur for names in plan["unsur"] for unsur in names}
    nrr = {
        str(unsur): round_half_up(value, NI_DECIMALS)
        for unsur, value in zip(scores["unsur"], scores["nrr"], strict=True)
        if value is not None
    }
    told = {unsur: f"{nama.get(unsur, unsur)} ({_printed(value)})" for unsur, value in nrr.items()}
    findings = []
    forgotten = [unsur for unsur in prioritas if unsur not in treated]
    if forgotten:
        names = ", ".join(told[unsur] for unsur in forgotten)
        pesan = (
            f"{len(forgotten)} unsur prioritas belum memiliki rencana tindak lanjut: {names}; tambahkan kegiatannya."
        )
        findings.append(Finding("prioritas_tanpa_rencana", berkas, pesan, len(forgotten)))
    for unsur in sorted(treated & set(nrr), key=lambda name: (nrr[name], name)):
        worse = sorted((name for name in nrr if name not in treated and nrr[name] < nrr[unsur]), key=nrr.__getitem__)
        if worse:
            findings.append(_passed_over(unsur, worse, told, plan, berkas))
    return tuple(findings)


def _printed(nrr: Fraction) -> str:
    """Print a rounded score with a decimal comma."""
    return f"{float(nrr):.{NI_DECIMALS}f}".replace(".", ",")


def _passed_over(unsur: str, worse: Sequence[str], told: Mapping[str, str], plan: pd.DataFrame, berkas: str) -> Finding:
    """Tell that an unsur is treated while worse ones are not."""
    rows = tuple(baris for baris, names in zip(plan["baris"].tolist(), plan["unsur"], strict=True) if unsur in names)
    listed = ", ".join(told[name] for name in worse)
    pesan = (
        f"Rencana menangani {told[unsur]} ({name_rows(rows)}), padahal {len(worse)} unsur yang nilainya lebih "
        f"rendah belum memiliki rencana: {listed}; tambahkan kegiatannya atau jelaskan alasannya."
    )
    return Finding("rencana_melewati_unsur", berkas, pesan, len(worse), rows)
