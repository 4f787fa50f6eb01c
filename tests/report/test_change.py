"""The test of a change, as it is told; the figures are those of R in tests/survey/test_change.py."""

from types import SimpleNamespace

import pandas as pd
import pytest

from skmlib.report.change import change_table, change_text
from skmlib.survey.change import PeriodSample, compare_change
from skmlib.survey.regulation import bobot_unsur
from skmlib.survey.tally import tally_responses

_ = None
BEFORE = {"a": [3, 4, 2, 3, 4, 1, _, 3], "b": [4, 4, _, 3, _, 2, 4, 3], "c": [_, 3, 3, 3, _, 4, 3, 2]}
NOW = {
    "a": [4, 4, 3, 3, 4, 4, _, 3, 4, 2],
    "b": [4, 3, 4, _, 4, 4, 4, 3, 4, 3],
    "c": [3, 4, 4, 3, _, 4, 4, _, 4, 3],
}
PARAMETERS = SimpleNamespace(
    label_unsur={"a": "U1", "b": "U2", "c": "U3"}, nama_unsur={"a": "Syarat", "b": "Prosedur", "c": "Waktu"}
)


def sample_of(periode, answers, populasi=None):
    tally = tally_responses(pd.DataFrame(answers, dtype="Int8"), unsur=list(answers))
    return PeriodSample(periode, tally, bobot_unsur("eksak", list(answers)), populasi)


def results_of(before, now, populasi=(None, None)):
    change = compare_change(sample_of("2023", before, populasi[0]), sample_of("2024", now, populasi[1]))
    return SimpleNamespace(
        survey=SimpleNamespace(parts=(), previous=None, parameters=PARAMETERS), change=change, is_layanan_mean=False
    )


@pytest.mark.parametrize(
    ("populasi", "verdict"),
    [
        (
            (_, _),
            (
                "−0,30 sampai +26,06 (t = 2,09, derajat bebas 14,3, p = 0,055): pada taraf 5% perubahan ini tidak dapat "
                "dibedakan dari yang dapat terjadi secara kebetulan."
            ),
        ),
        (
            (20, 40),
            (
                "+2,24 sampai +23,52 (t = 2,58, derajat bebas 15,1, p = 0,021): pada taraf 5% perubahan ini lebih besar "
                "daripada yang dapat terjadi secara kebetulan."
            ),
        ),
    ],
)
def test_change_is_said_with_its_test_and_assumptions(words, populasi, verdict):
    # before 25 x (20/7 + 10/3 + 3) / 3 = 76.587, now 25 x (31/9 + 11/3 + 29/8) / 3 = 89.468
    told = words(change_text(results_of(BEFORE, NOW, populasi))).splitlines()
    assert told[0] == (
        "IKM berubah +12,88 terhadap Tahun 2023, dari 76,59 menjadi 89,47. Selang kepercayaan 95% perubahan itu "
        + verdict
    )
    assert told[1].startswith("Catatan: Uji ini menganggap responden kedua periode sebagai dua sampel acak")


def test_each_unsur_has_both_p_values(tables):
    [table] = tables(change_table(results_of(BEFORE, NOW)))
    assert table.rows[0] == (
        "U1", "Syarat", "2,86", "3,44", "+0,59", "−0,46 s.d. +1,64", "0,241", "0,481", "tidak terbukti",
    )  # fmt: skip
    assert [row[6:8] for row in table.rows[1:]] == [("0,399", "0,481"), ("0,078", "0,233")]
    assert "3 unsur diuji sekaligus" in table.notes[0]


def test_very_small_p_is_not_shown_as_nought(tables, words):
    results = results_of({"a": [1, 1, 1, 2] * 20}, {"a": [4, 4, 4, 3] * 20})
    assert tables(change_table(results))[0].rows[0][6:] == ("< 0,001", "< 0,001", "berubah")
    assert "p < 0,001)" in words(change_text(results))


def test_reason_stands_instead_of_a_test(tables, words):
    results = results_of({"a": [3]}, {"a": [4, 3]})
    alasan = "Tidak dapat diuji: hanya ada satu jawaban pada 2023."
    assert words(change_text(results)) == f"IKM berubah +12,50 terhadap Tahun 2023, dari 75,00 menjadi 87,50. {alasan}"
    [table] = tables(change_table(results))
    assert table.rows[0][4:] == ("+0,50", "-", "-", "-", "-")
    assert table.notes[1].endswith(f": {alasan}")


def test_missing_index_is_said(words):
    assert words(change_text(results_of({"a": [_]}, {"a": [4, 3]}))) == (
        "Perubahan IKM terhadap Tahun 2023: tidak dapat dihitung: nilainya tidak ada pada 2023."
    )


def test_no_earlier_answers_are_said_once(words, tables):
    results = SimpleNamespace(change=None)
    assert words(change_text(results)) == (
        "Data jawaban periode sebelumnya tidak tersedia, sehingga perubahannya tidak dapat diuji."
    )
    assert (words(change_table(results)), tables(change_table(results))) == ("", [])
