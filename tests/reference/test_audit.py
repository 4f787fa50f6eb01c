"""The audit of the reference files: their findings, each with its verdict, and what else is true; nothing more."""

import pytest
from walk import FOLDER, read_reference

from skmlib.survey.audit.reading import read_published_file
from skmlib.survey.audit.rules import audit_report
from skmlib.survey.audit.verdicts import DIFFERS, FOLLOWS, FOLLOWS_WITH, UNCHECKED

FILES = ("biro-humas-2023.yml", "jatinegara-kaum-2024-s2.yml", "kasn-2024.yml", "kemensos-2024-s1.yml")

# True beside the findings, each by hand:
# - KASN: the nine printed means sum to 31.80, / 9 = 3.533, so 3.54 needs unrounded means, as 88.38 does; from 260 answers every
#   mean of two decimals is possible (1/260 < 0.01). Education sums to 99.99, services to 100.01, as the finding on ages says.
# - Kemensos: from 5,433 answers every score of two decimals is possible (25/5433 < 0.01).
ALSO_TRUE = {
    "kasn-2024.yml": {
        ("scores.ikm", FOLLOWS_WITH),
        ("scores.values", UNCHECKED),
        ("respondents.pendidikan", FOLLOWS_WITH),
        ("respondents.layanan", FOLLOWS_WITH),
    },
    "kemensos-2024-s1.yml": {("units.3.scores", UNCHECKED)},
}


def audited(name):
    published = read_published_file(FOLDER / name, berkas=name)
    return [(published.place_of(verdict.tempat), verdict) for verdict in audit_report(published.report)]


@pytest.mark.parametrize("name", FILES)
def test_every_finding_is_told_and_nothing_else(name):
    findings = {entry["path"] for entry in read_reference(name)["findings"]}
    told = {(place, verdict.putusan) for place, verdict in audited(name) if verdict.putusan != FOLLOWS}
    assert {place for place, _ in told - ALSO_TRUE.get(name, set())} == findings
    assert ALSO_TRUE.get(name, set()) <= told


def verdict_at(name, place, rule, printed=None):
    found = [verdict for where, verdict in audited(name) if where == place and verdict.aturan == rule]
    return next(verdict for verdict in found if printed in (None, verdict.tercetak))


# printed, recomputed and verdict of the files' own findings
@pytest.mark.parametrize(
    ("name", "place", "rule", "printed", "recomputed", "verdict"),
    [
        ("kasn-2024.yml", "scores.ikm_converted", "indeks", "88,38", "88,33", FOLLOWS_WITH),
        ("kasn-2024.yml", "change_printed", "perubahan", "−0,08", "−0,09", FOLLOWS_WITH),
        ("kasn-2024.yml", "respondents.usia", "seratus", None, "100,01", FOLLOWS_WITH),
        ("kasn-2024.yml", "respondents.usia", "kelompok", "45-54 dan 54-60", "", DIFFERS),
        ("kasn-2024.yml", "follow_up_plan", "prioritas", "U9, U3, U5, U7", "U9, U3, U5, U8", DIFFERS),
        ("kasn-2024.yml", "follow_up_of_2023.realised", "tindak_lanjut", "70", "60", FOLLOWS_WITH),
        ("kasn-2024.yml", "follow_up_of_2023.actions", "tindak_lanjut", "5", "", UNCHECKED),
        ("kemensos-2024-s1.yml", "units.0.ikm", "indeks", "90,68", "90,58", DIFFERS),
        ("kemensos-2024-s1.yml", "units.3.ikm", "indeks", "91,94", "90,52", DIFFERS),
        ("kemensos-2024-s1.yml", "units.4.ikm", "indeks", "84,06", "84,56", DIFFERS),
        ("kemensos-2024-s1.yml", "units.0.priorities", "prioritas", "U3, U2, U7", "U3, U5, U9", DIFFERS),
        ("kemensos-2024-s1.yml", "units.4.priorities", "prioritas", "U3, U9, U5", "U3, U8, U1, U5", DIFFERS),
        ("kemensos-2024-s1.yml", "mean_of_units.ikm", "indeks", "89,53", "89,32", FOLLOWS_WITH),
        ("kemensos-2024-s1.yml", "units.0.scores", "grim", "U1, U2, U4, U5, U6", "", DIFFERS),
        ("kemensos-2024-s1.yml", "units.4.scores", "grim", "U1, U2, U3, U4, U5, U6, U8, U9", "", FOLLOWS_WITH),
        ("jatinegara-kaum-2024-s2.yml", "ikm_converted", "indeks", "98,72", "98,70", FOLLOWS_WITH),
        ("jatinegara-kaum-2024-s2.yml", "intervals", "batas", "B 3,07; A 3,54", "B 3,0644; A 3,5324", DIFFERS),
        ("jatinegara-kaum-2024-s2.yml", "follow_up.priorities", "prioritas", "1", "3", DIFFERS),
        ("biro-humas-2023.yml", "surveys.ppid.respondents", "grim", "134", "68, 136, 204", DIFFERS),
        ("biro-humas-2023.yml", "surveys.ppid.weight_in_the_notes", "bobot", "0,111", "83,86", FOLLOWS_WITH),
        ("biro-humas-2023.yml", "surveys.ppid.ikm_converted", "indeks", "83,95", "83,94", FOLLOWS_WITH),
        ("biro-humas-2023.yml", "media_sentiment.months.Jul", "seratus", None, "113,93", DIFFERS),
        ("biro-humas-2023.yml", "indicators.1.achievement", "capaian", "103", "103,65", FOLLOWS_WITH),
        ("biro-humas-2023.yml", "indicators.7.target", "capaian", "90", "98,67", FOLLOWS_WITH),
        ("biro-humas-2023.yml", "average_achievement", "capaian", "113", "115,18", FOLLOWS_WITH),
        ("biro-humas-2023.yml", "complaints.in_the_text", "jumlah", "5.417", "5.962", DIFFERS),
        ("biro-humas-2023.yml", "ombudsman.0.5", "jumlah", "74,12", "74,11", DIFFERS),
        ("biro-humas-2023.yml", "budget.realised_share", "anggaran", "98,6", "100,66", FOLLOWS_WITH),
        ("biro-humas-2023.yml", "budget.efficiency", "anggaran", "14,4", "14,68", FOLLOWS_WITH),
    ],
)
def test_finding_has_its_values_and_verdict(name, place, rule, printed, recomputed, verdict):
    found = verdict_at(name, place, rule, printed)
    assert (found.dihitung, found.putusan) == (recomputed, verdict)


def test_index_of_kasn_comes_from_8272_of_9_times_260_answers():
    found = verdict_at("kasn-2024.yml", "scores.ikm_converted", "grim_ikm")
    assert (found.putusan, found.keterangan) == (FOLLOWS, "jumlah jawaban 8.272 dari 9 × 260")


def test_index_of_itjen_may_be_a_slip_or_lack_one_unsur():
    reason = verdict_at("kemensos-2024-s1.yml", "units.4.ikm", "indeks").keterangan
    assert "satu angka pada indeks: 84,56" in reason
    assert "rata-rata tanpa U7" in reason
