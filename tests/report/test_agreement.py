"""Agreement of annotators, as it is told; the figures are those of tests/survey/test_agreement.py."""

from types import SimpleNamespace

import pandas as pd
import pytest

from skmlib.report.agreement import ROWS_SHOWN, agreement_table, agreement_text, disagreements_table
from skmlib.survey.agreement import summarise_agreement

LETTERS = {"P": "positif", "N": "netral", "G": "negatif", "T": "tanpa_komentar", ".": ""}
PARAMETERS = SimpleNamespace(label_unsur={"waktu": "U3"}, nama_unsur={"waktu": "Waktu penyelesaian"})


def annotate(**labels):
    rows = [
        (f"k{place:02}", anotator, LETTERS[letter], "")
        for anotator, letters in labels.items()
        for place, letter in enumerate(letters)
    ]
    return pd.DataFrame(rows, columns=["id_responden", "anotator", "sentimen", "unsur"])


def results_of(annotations, comments=None):
    agreement = summarise_agreement(annotations, unsur=["waktu"])
    return SimpleNamespace(
        survey=SimpleNamespace(
            provenance=SimpleNamespace(sources=()), parameters=PARAMETERS, comments=comments, annotations=None
        ),
        agreement=agreement,
    )


@pytest.fixture(scope="module")
def two():
    return results_of(annotate(ani="PPPPNNNGGGGT", budi="PPPNNNGGGGPT"))


def test_agreement_is_said_with_its_measures(two, words):
    told = words(agreement_text(two)).splitlines()
    # 9 of 12; alpha 45/68 = 0.6618; kappa 11/17 = 0.6471
    assert told[0].startswith(
        "Sentimen: 12 komentar dinilai oleh dua anotator atau lebih, dan 9 di antaranya (75%) mendapat label yang sama. "
        "Alpha Krippendorff 0,662 (selang kepercayaan 95% "
    )
    assert told[0].endswith(" sampai 1,000). Kappa Cohen 0,647.")
    assert told[2] == "Label sentimen yang dipakai ditetapkan sebagai berikut: 9 semua sepakat dan 3 belum diputuskan."


def test_one_label_only_says_why_there_is_no_alpha(two, words):
    # every unsur is general; 11 comments say something to both
    assert words(agreement_text(two)).splitlines()[1] == (
        "Unsur: 11 komentar dinilai oleh dua anotator atau lebih, dan 11 di antaranya (100%) mendapat label yang sama. Alpha "
        "Krippendorff tidak dapat dihitung: semua penilaian memakai satu label yang sama, 'umum'."
    )


def test_table_has_both_kinds_of_label(two, tables):
    table = tables(agreement_table(two))[0]
    assert table.rows[:6] == (
        ("Dinilai oleh ani", "12", "11"),
        ("Dinilai oleh budi", "12", "11"),
        ("Dinilai oleh dua anotator atau lebih", "12", "11"),
        ("Berlabel sama", "9", "11"),
        ("Persentase sepakat", "75,0%", "100,0%"),
        ("Alpha Krippendorff", "0,662", "-"),
    )
    assert table.rows[-1] == ("Kappa Cohen", "0,647", "-")
    assert table.notes[1].startswith("Selang alpha dari 1.000 kali penarikan ulang komentar (bilangan awal 20170514)")
    assert table.notes[2] == ("Alpha unsur tidak dapat dihitung: semua penilaian memakai satu label yang sama, 'umum'.")


def test_labels_of_two_annotators_stand_against_each_other(two, tables):
    matrix = tables(agreement_table(two))[1]
    assert matrix.rows[0] == ("Positif", "3", "1", "0", "0")
    assert [column.heading for column in matrix.columns] == [
        "ani (baris)",
        "Positif",
        "Netral",
        "Negatif",
        "Tanpa komentar",
    ]


def test_three_annotators_have_no_kappa_and_no_matrix(tables):
    found = tables(agreement_table(results_of(annotate(ani="PPG", budi="PNG", citra="PNN"))))
    assert len(found) == 1
    assert "Kappa sentimen tidak dapat dihitung: kappa Cohen hanya untuk dua anotator, di sini ada 3." in found[0].notes


def test_one_annotator_is_said(words):
    assert words(agreement_text(results_of(annotate(ani="PN")))).splitlines()[0] == (
        "Sentimen: alpha Krippendorff tidak dapat dihitung: hanya ada satu anotator."
    )


def test_one_shared_comment_has_no_interval(words):
    assert (
        words(agreement_text(results_of(annotate(ani="P", budi="N"))))
        .splitlines()[0]
        .endswith(
            "Alpha Krippendorff 0,000; selangnya tidak dapat dihitung: hanya ada satu komentar yang dinilai bersama. Kappa "
            "Cohen 0,000."
        )
    )


def test_disagreements_show_comment_labels_and_decision(tables):
    rows = annotate(ani="PPG", budi="PNG", keputusan=".G.").assign(unsur=["", "", "waktu", "", "", "", "", "waktu", ""])
    comments = pd.DataFrame({"id_responden": ["k01", "k02"], "komentar": ["antre <b>lama</b>", "lambat"]})
    [table] = tables(disagreements_table(results_of(rows, comments)))
    assert table.rows == (
        ("antre <b>lama</b>", "Sentimen", "Positif", "Netral", "Negatif", "Keputusan akhir"),
        ("lambat", "Unsur", "U3", "Umum", "-", "Belum diputuskan"),
    )


def test_long_list_of_disagreements_says_how_many_there_are(tables):
    n = ROWS_SHOWN + 1
    [table] = tables(disagreements_table(results_of(annotate(ani="P" * n, budi="N" * n))))
    assert (len(table.rows), table.notes) == (ROWS_SHOWN, (f"Ditampilkan {ROWS_SHOWN} dari {n} perbedaan.",))


def test_no_disagreements_are_said(words):
    assert words(disagreements_table(results_of(annotate(ani="PN", budi="PN")))) == (
        "Tidak ada komentar yang diberi label berbeda oleh para anotator."
    )


def test_survey_without_annotators_says_so_once(words, tables):
    results = SimpleNamespace(agreement=None)
    assert words(agreement_text(results)) == (
        "Komentar tidak dinilai oleh beberapa anotator secara terpisah, sehingga kesepakatannya tidak dihitung."
    )
    for make in (agreement_table, disagreements_table):
        assert (words(make(results)), tables(make(results))) == ("", [])
