"""Comments that contradict their scores, as they are told."""

from types import SimpleNamespace

import pandas as pd

from skmlib.report.contradictions import contradictions_table
from skmlib.survey.contradictions import find_contradictions

PARAMETERS = SimpleNamespace(label_unsur={"waktu": "U3"}, nama_unsur={"waktu": "Waktu penyelesaian"})


def results_of(*rows):
    """Each row: sentiment, unsur, answer of its author."""
    ids = [f"r{place}" for place in range(len(rows))]
    comments = pd.DataFrame({
        "baris": range(2, len(rows) + 2),
        "id_responden": ids,
        "sentimen": [row[0] for row in rows],
        "unsur": [row[1] for row in rows],
    })  # fmt: skip
    responses = pd.DataFrame({"id_responden": ids, "waktu": [row[2] for row in rows]}).astype({"waktu": "Int8"})
    found = find_contradictions(comments, responses, unsur=["waktu"])
    return SimpleNamespace(
        survey=SimpleNamespace(parts=(), comments=None, provenance=SimpleNamespace(sources=()), parameters=PARAMETERS),
        contradictions=found,
    )


def test_counts_stand_per_unsur_and_for_general_comments(tables):
    rows = [("negatif", "waktu", 4), ("negatif", "waktu", 2), ("positif", None, 1), ("positif", "waktu", None)]
    [table] = tables(contradictions_table(results_of(*rows)))
    assert table.rows == (
        ("U3", "Waktu penyelesaian", "2", "1", "0", "0", "1"),
        ("-", "Umum (tidak terkait satu unsur)", "0", "0", "1", "1", "0"),
    )
    assert table.notes[0].startswith("Bernilai tinggi: paling rendah 3,5; bernilai rendah: paling tinggi 2.")


def test_no_contradictions_are_said(words):
    assert words(contradictions_table(results_of(("negatif", "waktu", 2)))) == (
        "Tidak ada komentar positif atau negatif yang bertentangan dengan nilai yang diberikan penulisnya."
    )


def test_no_comments_are_said(words):
    assert words(contradictions_table(SimpleNamespace(contradictions=None))) == (
        "Tidak ada komentar yang dianotasi, sehingga komentar tidak dibandingkan dengan nilai."
    )
