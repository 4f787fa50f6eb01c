"""The recap of Kementerian Sosial for the first semester of 2024, value by value."""

import re

import pytest
from walk import ANY, Reference

pytestmark = pytest.mark.slow
REFERENCE = Reference("kemensos-2024-s1.yml")
PRINTED = "Nilai unit seperti yang tercetak"
WRONG = "Angka terbit yang tidak sesuai"


def recap(reports):
    return reports("kemensos-terbit", "2024-S1", "rekap")


def unit_row(reports, place):
    return recap(reports).table(PRINTED)[int(place)]


def mean_row(reports):
    return recap(reports).row(PRINTED, "Unit", "Rata-rata")


@REFERENCE.regenerated("agency")
def agency(reports):
    return recap(reports).one(".sampul .unit")


@REFERENCE.regenerated("period")
def period(reports):
    semester, year = re.fullmatch(r"Semester (I+) Tahun (\d{4})", recap(reports).one(".sampul .periode span")).groups()
    return f"{year}-S{len(semester)}"


@REFERENCE.regenerated("method")
def method(reports):
    return recap(reports).find(r"Metode pengumpulan jawaban: (.*?)\. Jawaban")


@REFERENCE.regenerated("unsur", ANY)
def unsur(reports, label):
    return recap(reports).row("Konsep, indikator, dan pertanyaan", "Kode", label)["Konsep"]


@REFERENCE.regenerated("work_units_that_reported")
def work_units(reports):
    return recap(reports).find(r"(\d+) unit kerja melapor")


@REFERENCE.regenerated("units", ANY, "name")
def name(reports, place):
    return unit_row(reports, place)["Unit"]


@REFERENCE.regenerated("units", ANY, "scores", ANY)
def score(reports, place, unsur):
    return unit_row(reports, place)[f"U{int(unsur) + 1}"]


@REFERENCE.regenerated("units", ANY, "ikm")
def ikm(reports, place):
    return unit_row(reports, place)["IKM"]


@REFERENCE.regenerated("units", ANY, "category")
def category(reports, place):
    return unit_row(reports, place)["Mutu"]


@REFERENCE.regenerated("units", ANY, "respondents")
def respondents(reports, place):
    return unit_row(reports, place)["n"]


def plan_row(reports, place):
    return recap(reports).table("Prioritas, rencana, dan tindak lanjut")[int(place)]


@REFERENCE.regenerated("units", ANY, "priorities", ANY)
def priority(reports, place, rank):
    return plan_row(reports, place)["Prioritas"].split(", ")[int(rank)]


@REFERENCE.regenerated("units", ANY, "previous_follow_up_realised")
def realised(reports, place):
    return plan_row(reports, place)["Tindak lanjut sebelumnya"]


@REFERENCE.regenerated("mean_of_units", "scores", ANY)
def mean_score(reports, unsur):
    return mean_row(reports)[f"U{int(unsur) + 1}"]


@REFERENCE.regenerated("mean_of_units", "ikm")
def mean_ikm(reports):
    return mean_row(reports)["IKM"]


@REFERENCE.regenerated("mean_of_units", "category")
def mean_category(reports):
    return mean_row(reports)["Mutu"]


@REFERENCE.regenerated("side_figures", "respondents")
def all_respondents(reports):
    return recap(reports).row("Unit yang melapor dan respondennya", "Unit", "Jumlah")["Responden"]


@REFERENCE.regenerated("side_figures", "weighted_ikm", ANY)
def weighted(reports, source):
    column = {"from_printed": "Dari IKM tercetak", "from_recomputed": "IKM"}[source]
    return recap(reports).row("IKM gabungan menurut cara menghitungnya", "Cara", "Rata-rata menurut responden")[column]


def told(reports, unit, kind):
    (row,) = [row for row in recap(reports).table(WRONG) if (row["Unit"], row["Hal"]) == (unit, kind)]
    return " ".join(row.values())


FINDINGS = [
    ("Sekretariat Jenderal", "IKM"),
    ("Direktorat Jenderal Rehabilitasi Sosial", "IKM"),
    ("Inspektorat Jenderal", "IKM"),
    ("Sekretariat Jenderal", "Prioritas"),
    ("Inspektorat Jenderal", "Prioritas"),
    ("Rata-rata", "IKM"),
    ("Sekretariat Jenderal", "Nilai unsur"),
    ("Direktorat Jenderal Perlindungan dan Jaminan Sosial", "Nilai unsur"),
    ("Direktorat Jenderal Pemberdayaan Sosial", "Nilai unsur"),
    ("Inspektorat Jenderal", "Nilai unsur"),
]
for place, (unit, kind) in enumerate(FINDINGS):
    REFERENCE.shown(place)(lambda reports, unit=unit, kind=kind: told(reports, unit, kind))


def test_value_is_regenerated_or_found(leaf, reports):
    REFERENCE.check(leaf, reports)


def test_finding_is_shown_with_both_values(finding, reports):
    REFERENCE.check_finding(finding, reports)


def test_no_check_is_idle():
    assert REFERENCE.idle_checks() == []
