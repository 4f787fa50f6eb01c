"""Importance and performance: words, cells, and the chart by its artists."""

from fractions import Fraction
from types import SimpleNamespace

import pandas as pd
import pytest
from drawn_marks import plots
from matplotlib.lines import Line2D
from matplotlib.text import Text

from skmlib.report.blocks import Figure
from skmlib.report.drawing import Letters
from skmlib.report.importance import draw_importance, importance_table, importance_text
from skmlib.survey.importance import score_derived_importance, score_stated_importance

CODES = {"a": "U1", "b": "U2", "c": "U3", "d": "U4"}
PARAMETERS = SimpleNamespace(label_unsur=CODES, nama_unsur={unsur: f"Unsur {unsur}" for unsur in CODES})


def with_importance(importance):
    return SimpleNamespace(survey=SimpleNamespace(parts=(), parameters=PARAMETERS), importance=importance)


def stated(importance, performance):
    responses = pd.DataFrame({f"p_{unsur}": [value] for unsur, value in importance.items()})
    scores = pd.DataFrame({"unsur": list(performance), "nrr": [Fraction(value) for value in performance.values()]})
    asked = {unsur: f"p_{unsur}" for unsur in importance}
    return with_importance(score_stated_importance(responses, scores, pertanyaan=asked))


@pytest.fixture
def four():
    # means 3 and 3: one unsur in each quadrant
    return stated({"a": 4, "b": 4, "c": 2, "d": 2}, {"a": 2, "b": 4, "c": 2, "d": 4})


@pytest.fixture
def drawn(monkeypatch):
    drawings = []
    save = Figure.from_matplotlib.__func__

    def keep(cls, drawing, *args, **named):
        drawings.append(drawing)
        return save(cls, drawing, *args, **named)

    monkeypatch.setattr(Figure, "from_matplotlib", classmethod(keep))
    return drawings


def test_quadrants_are_named(four, words):
    assert words(importance_text(four)) == (
        "Kepentingan unsur adalah rata-rata jawaban responden atas pertanyaan seberapa penting unsur itu. Menurut rata-rata "
        "keduanya, prioritas utama: U1; pertahankan: U2; prioritas rendah: U3; berlebihan: U4."
    )


def test_table_has_every_unsur_and_the_means(four, tables):
    [table] = tables(importance_table(four))
    assert table.rows[0] == ("U1", "Unsur a", "1", "4,00", "2,00", "Prioritas utama")
    assert table.rows[-1] == ("", "Rata-rata", "", "3,00", "3,00", "")
    assert table.columns[3].heading == "Kepentingan (dinyatakan)"


def test_derived_importance_is_named_so(tables, words):
    responses = pd.DataFrame({"a": [1, 2, 3, 4], "b": [4, 4, 4, 4], "puas": [1, 3, 3, 4]})
    scores = pd.DataFrame({"unsur": ["a", "b"], "nrr": [Fraction(5, 2), Fraction(4)]})
    results = with_importance(score_derived_importance(responses, scores, kepuasan="puas"))
    [table] = tables(importance_table(results))
    # 4.5 / sqrt(5 x 4.75) = 0.923
    assert table.rows[0] == ("U1", "Unsur a", "4", "0,923", "2,50", "Pertahankan")
    assert table.rows[1][3:] == (
        "-",
        "4,00",
        "Tidak dapat dihitung: semua responden memberi jawaban yang sama untuk unsur ini.",
    )
    assert table.columns[3].heading == "Kepentingan (turunan, r)"
    assert words(importance_text(results)).startswith("Kepentingan unsur ini turunan: korelasi Pearson")


def test_dots_lie_at_performance_and_importance(four, drawn):
    draw_importance(four)
    (plot,) = plots(drawn[0])
    lines = [mark for mark in plot.marks if isinstance(mark, Line2D)]
    dots = [(*line.get_xdata(), *line.get_ydata()) for line in lines if line.get_marker() == "o"]
    assert dots == [(2.0, 4.0), (4.0, 4.0), (2.0, 2.0), (4.0, 2.0)]
    written = [mark.get_text() for mark in plot.marks if isinstance(mark, Text)]
    assert written[-4:] == ["U1", "U2", "U3", "U4"]
    assert {"Kinerja (NRR)", "Kepentingan (dinyatakan)"} < set(written)
    assert next(line.get_xdata()[0] for line in lines if line.get_linestyle() == "--") == 3.0


def test_codes_of_equal_unsur_do_not_cover_each_other(drawn):
    draw_importance(stated({"a": 3, "b": 3, "c": 3, "d": 2}, {"a": 3, "b": 3, "c": 3, "d": 4}))
    places = [mark.get_position() for mark in plots(drawn[0])[0].marks if isinstance(mark, Letters)][-4:]
    assert len(set(places[:3])) == 3


def test_alt_text_says_every_quadrant(four):
    assert draw_importance(four).alt == (
        "Diagram sebar kinerja (mendatar) dan kepentingan (tegak) setiap unsur dengan empat kuadran: prioritas utama U1; "
        "pertahankan U2; prioritas rendah U3; berlebihan U4."
    )


def test_same_results_give_the_same_picture(four):
    assert draw_importance(four).svg == draw_importance(four).svg


def test_survey_without_importance_says_so_once(words, tables):
    results = with_importance(None)
    assert words(importance_text(results)) == (
        "Survei ini tidak menanyakan kepentingan setiap unsur maupun kepuasan menyeluruh, sehingga kepentingan dan kinerja "
        "tidak dibandingkan."
    )
    assert [words(make(results)) for make in (importance_table, draw_importance)] == ["", ""]
    assert tables(importance_table(results)) == []


def test_nothing_computed_has_a_table_of_reasons_and_no_picture(words, tables):
    responses = pd.DataFrame({"a": [1, 2, 3], "puas": [4, 4, 4]})
    scores = pd.DataFrame({"unsur": ["a"], "nrr": [Fraction(2)]})
    results = with_importance(score_derived_importance(responses, scores, kepuasan="puas"))
    assert words(importance_text(results)) == (
        "Kepentingan tidak dapat dihitung untuk satu unsur pun; alasannya ada pada tabel."
    )
    assert tables(importance_table(results))[0].rows[1] == ("", "Rata-rata", "", "-", "-", "")
    assert words(draw_importance(results)) == ""
