"""The way to the next band, as it is told."""

from types import SimpleNamespace

import pandas as pd

from skmlib.report.next_band import next_band_table, next_band_text
from skmlib.survey.next_band import score_next_band
from skmlib.survey.tally import tally_responses

PARAMETERS = SimpleNamespace(
    label_unsur={"waktu": "U3", "biaya": "U4"}, nama_unsur={"waktu": "Waktu penyelesaian", "biaya": "Biaya/tarif"}
)


def results_of(**answers):
    tally = tally_responses(pd.DataFrame(answers, dtype="Int8"), unsur=list(answers))
    return SimpleNamespace(survey=SimpleNamespace(parts=(), parameters=PARAMETERS), next_band=score_next_band(tally))


def test_missing_points_are_said(words):
    # 13/4 and 19/5: 25 x 7.05 / 2 = 88.125; 88.305 - 88.125 = 0.18
    assert words(next_band_text(results_of(waktu=[3, 3, 3, 4, None], biaya=[4, 4, 4, 4, 3]))) == (
        "IKM kurang 0,180 untuk mencapai mutu A (sangat baik): nilai sebelum pembulatan 88,125, sedangkan batas 88,31 tercapai "
        "mulai 88,305."
    )


def test_each_unsur_has_its_row(tables):
    # 0.18 / 12.5 = 0.0144; 3.25 + 0.0144 = 3.2644, 3.8 + 0.0144 = 3.8144; one answer each
    [table] = tables(next_band_table(results_of(waktu=[3, 3, 3, 4, None], biaya=[4, 4, 4, 4, 3])))
    assert table.title == "Yang diperlukan setiap unsur untuk mencapai mutu A"
    assert table.rows == (
        ("U3", "Waktu penyelesaian", "3,250", "3,264", "+0,014", "1", "3"),
        ("U4", "Biaya/tarif", "3,800", "3,814", "+0,014", "1", "1"),
    )


def test_unsur_that_does_not_suffice_alone_says_so(tables):
    # 3 and 4: 87.5; missing 0.805 / 12.5 = 0.0644; biaya 4.0644
    [table] = tables(next_band_table(results_of(waktu=[3, 3], biaya=[4, 4])))
    assert table.rows[1] == ("U4", "Biaya/tarif", "4,000", "-", "-", "-", "0")
    assert table.notes[1] == "U4: Perubahan unsur ini saja tidak cukup: nilainya harus lebih dari 4."


def test_highest_band_is_said_once(words, tables):
    results = results_of(waktu=[4, 4], biaya=[4, 4])
    assert words(next_band_text(results)) == "Indeks sudah pada mutu A, yang tertinggi."
    assert (words(next_band_table(results)), tables(next_band_table(results))) == ("", [])
