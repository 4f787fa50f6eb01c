"""The audit of a published report as a reader sees it: a summary and one table for each verdict."""

from __future__ import annotations

from collections.abc import Sequence

from skmlib.report import wording
from skmlib.report.blocks import Column, Table, Text
from skmlib.survey.audit.rules import RULES
from skmlib.survey.audit.verdicts import DIFFERS, FOLLOWS, FOLLOWS_WITH, UNCHECKED, VERDICTS, Verdict

WORDS = {
    DIFFERS: "Tidak sesuai",
    FOLLOWS_WITH: "Sesuai dengan cara lain",
    UNCHECKED: "Tidak dapat diperiksa",
    FOLLOWS: "Sesuai",
}
HEADINGS = ("Angka", "Tercetak", "Dihitung ulang", "Aturan dan keterangan")
WIDTHS = (2.6, 1.5, 1.3, 3.4)
NOTHING = "Tidak ada angka yang dapat diperiksa: nilai, indeks, atau jumlah yang saling bergantung tidak tercetak."


def audit_sentences(verdicts: Sequence[Verdict]) -> list[str]:
    """Say how many figures were judged, and how.

    Parameters
    ----------
    verdicts : sequence of Verdict
        Of a report.

    Returns
    -------
    list of str

    Examples
    --------
    >>> audit_sentences([Verdict("indeks", "ikm", "IKM", "80", "80", "sesuai")])
    ['1 angka diperiksa: 0 tidak sesuai, 0 sesuai dengan cara lain, 0 tidak dapat diperiksa, 1 sesuai.']
    """
    if not verdicts:
        return [NOTHING]
    counts = {name: sum(verdict.putusan == name for verdict in verdicts) for name in VERDICTS}
    told = ", ".join(f"{wording.whole(count)} {WORDS[name].lower()}" for name, count in counts.items())
    return [f"{wording.whole(len(verdicts))} angka diperiksa: {told}."]


def audit_rows(verdicts: Sequence[Verdict], putusan: str) -> list[tuple[str, ...]]:
    """Write a row under `HEADINGS` for each figure with a verdict.

    Parameters
    ----------
    verdicts : sequence of Verdict
        Of a report.
    putusan : str
        The verdict.

    Returns
    -------
    list of tuple of str
    """
    return [
        (
            verdict.nama,
            verdict.tercetak or wording.MISSING,
            verdict.dihitung or wording.MISSING,
            f"{RULES[verdict.aturan]}: {verdict.keterangan}." if verdict.keterangan else f"{RULES[verdict.aturan]}.",
        )
        for verdict in verdicts
        if verdict.putusan == putusan
    ]


def audit_blocks(verdicts: Sequence[Verdict], putusan: str) -> Table | Text:
    """Tabulate the figures with a verdict, or say that there are none.

    Parameters
    ----------
    verdicts : sequence of Verdict
        Of a report.
    putusan : str
        The verdict.

    Returns
    -------
    Table or Text
    """
    rows = audit_rows(verdicts, putusan)
    if not rows:
        return Text.plain("Tidak ada.")
    columns = tuple(
        Column(heading, "kanan" if place in (1, 2) else "kiri", width=width)
        for place, (heading, width) in enumerate(zip(HEADINGS, WIDTHS, strict=True))
    )
    return Table("", columns, tuple(rows))
