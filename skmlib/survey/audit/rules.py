"""All rules over a published report, in the order of a report."""

from __future__ import annotations

from collections.abc import Iterator

from skmlib.parameters.audit_models import TabelTerbit, Terbitan
from skmlib.survey.audit.bands import check_bands, check_means
from skmlib.survey.audit.counts import check_counts
from skmlib.survey.audit.history import check_history
from skmlib.survey.audit.performance import check_budget, check_indicators, check_media, check_sum
from skmlib.survey.audit.plans import check_conclusions, check_limits
from skmlib.survey.audit.respondents import check_parts, check_profile, check_sample
from skmlib.survey.audit.scores import check_index
from skmlib.survey.audit.verdicts import UNCHECKED, Verdict, join_place
from skmlib.survey.regulation import BANDS

RULES = {
    "indeks": "Indeks dari nilai unsur",
    "konversi": "Nilai indeks dan IKM",
    "bobot": "Bobot",
    "mutu": "Mutu",
    "rentang": "Rentang nilai",
    "rata_rata": "Rata-rata",
    "grim": "Jawaban bulat (GRIM)",
    "grim_ikm": "Jawaban bulat dan IKM (GRIM)",
    "sampel": "Sampel",
    "jumlah": "Jumlah",
    "persen": "Persentase",
    "seratus": "Persentase berjumlah 100",
    "kelompok": "Kelompok",
    "prioritas": "Prioritas",
    "tindak_lanjut": "Tindak lanjut",
    "perubahan": "Perubahan",
    "disalin": "Periode disalin",
    "batas": "Batas mutu",
    "capaian": "Capaian indikator",
    "anggaran": "Anggaran",
}
TABLE_RULES = (
    check_index,
    check_bands,
    check_means,
    check_counts,
    check_sample,
    check_parts,
    check_profile,
    check_conclusions,
)


def audit_report(report: Terbitan) -> tuple[Verdict, ...]:
    """Judge every printed figure that others give.

    Parameters
    ----------
    report : Terbitan
        As printed.

    Returns
    -------
    tuple of Verdict
        Those that follow as well.

    Examples
    --------
    >>> report = Terbitan.model_validate({"unsur": ["3.5", "3.0"], "ikm": "81.25", "mutu": "B", "responden": "2"})
    >>> [verdict.putusan for verdict in audit_report(report)]
    ['sesuai', 'sesuai', 'sesuai', 'sesuai']
    """
    surveys, periode = report.survei.items(), report.periode or ""
    return (
        *_table(report, "", report.nama or report.instansi or "Terbitan", periode),
        *(verdict for name, table in surveys for verdict in _table(table, join_place("survei", name), name, periode)),
        *check_limits(report.batas_bawah_ni, "batas_bawah_ni", {band.mutu: band.batas_bawah_ni for band in BANDS}),
        *check_limits(report.batas_bawah_ikm, "batas_bawah_ikm", {band.mutu: band.batas_bawah for band in BANDS}),
        *(check_media(report.media) if report.media else ()),
        *check_indicators(report),
        *check_budget(report),
        *(check_sum(item, join_place("hitungan", place)) for place, item in enumerate(report.hitungan)),
    )


def _table(table: TabelTerbit, place: str, nama: str, periode: str) -> Iterator[Verdict]:
    """Judge a table, and the services or units that it is the mean of."""
    key, parts = table.bagian
    for name, part in parts.items():
        for verdict in _table(part, join_place(place, key, name), name, periode):
            if verdict.aturan != "grim" or part.responden:
                yield verdict
    for rule in TABLE_RULES:
        yield from rule(table, place, nama)
    yield from check_history(table, place, nama, periode)
    if parts and not any(part.responden for part in parts.values()):
        reason = "jumlah responden tidak tercetak, sehingga timbangan dan ukuran sampel tidak dapat diperiksa"
        yield Verdict("grim", join_place(place, key), f"{nama}: {key}", "", "", UNCHECKED, reason)
