"""Charts are tested by their artists: widths of bars, places of dots, words beside them, order, alt text."""

import re
from decimal import Decimal
from fractions import Fraction
from itertools import combinations, pairwise
from types import SimpleNamespace

import matplotlib
import pandas as pd
import pytest
from drawn_marks import bars, below, dots, inside, marks, plots, widths, words
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.lines import Line2D
from matplotlib.text import Text

from skmlib.report.blocks import Blocks, Figure
from skmlib.report.drawing import PAGE_WIDTH, STYLE, contrast, house_style, ink_on
from skmlib.report.figures import (
    draw_answers,
    draw_groups,
    draw_layanan,
    draw_profile,
    draw_sentiment,
    draw_trend,
    draw_unsur,
)
from skmlib.report.lettering import text_width, wrap_text
from skmlib.report.row_layout import Panel, lay_out_rows
from skmlib.report.stack_charts import ANSWER_KEYS, SENTIMENT_KEYS
from skmlib.survey.groups import GroupScores
from skmlib.survey.priorities import rank_unsur
from skmlib.survey.profile import count_profile
from skmlib.survey.scores import IkmScore, score_unsur
from skmlib.survey.sentiment import summarise_sentiment
from skmlib.survey.tally import tally_responses
from skmlib.survey.trend import PublishedPeriod, compare_periods

LONG = (
    "Pelayanan Penerbitan Rekomendasi Teknis Persetujuan Bangunan Gedung",
    "PPPK/PNS/Polri/TNI/Pensiunan/Wiraswasta/Karyawan-Swasta",
    "Persetujuanpenyelenggaraanpelayananpublikterpadusatupintu",
)
LABELS = {"persyaratan": "U1", "waktu": "U3", "biaya": "U4"}
NAMES = {"persyaratan": "Persyaratan", "waktu": "Waktu penyelesaian", "biaya": "Biaya/tarif"}


def results_of(answers=(), **parts):
    """Results with three unsur, whose answers are given row by row."""
    unsur = tuple(LABELS)
    tally = tally_responses(pd.DataFrame(list(answers), columns=unsur, dtype="Int8"), unsur=unsur)
    scores = score_unsur(tally)
    profil = {key: SimpleNamespace(nama=key.replace("_", " ").capitalize()) for key in parts.get("profile", {})}
    parameters = SimpleNamespace(
        unsur=unsur,
        label_unsur=LABELS,
        nama_unsur=NAMES,
        survei=SimpleNamespace(profil=profil),
        berkas=("params/2024/loket.yml",),
    )
    made = {"unsur": scores, "priorities": rank_unsur(scores), "profile": {}, "groups": {}, "sentiment": None}
    made["ikm_responden"] = SimpleNamespace(
        n=next((int(frame["n"].sum()) for frame in parts.get("profile", {}).values()), len(answers))
    )
    return SimpleNamespace(
        survey=SimpleNamespace(
            parts=(),
            provenance=SimpleNamespace(sources=()),
            comments=None,
            previous=None,
            parameters=parameters,
            tally=tally,
        ),
        parameters=parameters,
        **(made | parts),
    )


def group_scores(*rows):
    columns = ["kelompok", "n", "ikm", "mutu", "low", "high", "disembunyikan", "alasan"]
    return GroupScores("layanan", 5, pd.DataFrame(list(rows), columns=columns, dtype="object"), pd.DataFrame())


def comments_of(**counts):
    """Comments on waktu: so many of each sentiment."""
    sentimen = [name for name, n in counts.items() for _ in range(n)]
    comments = pd.DataFrame({"sentimen": sentimen, "unsur": "waktu"})
    return summarise_sentiment(comments, unsur=list(LABELS), responden=20)


def all_figures(results):
    blocks = [
        draw(results) for draw in (draw_profile, draw_layanan, draw_unsur, draw_answers, draw_sentiment, draw_trend)
    ]
    blocks += [draw_groups(results, key) for key in results.groups]
    items = [item for block in blocks for item in (block.items if isinstance(block, Blocks) else [block])]
    return [item for item in items if isinstance(item, Figure)]


# ---- respondents ----------------------------------------------------------------------------------------------------


def test_profile_bars_are_the_published_counts_with_empty_categories_kept(kasn, drawn):
    draw_profile(kasn)
    found = [[widths(plot) for plot in plots(drawing)] for drawing in drawn]
    assert found[:3] == [
        [[168, 92], [4, 46, 136, 60, 12, 2]],
        [[0, 0, 13, 11, 157, 79]],
        [[10, 5, 28, 217, 0, 0]],
    ]  # as published
    # the months are made up: 436 ticks of 260 respondents
    assert (len(found[3][0]), sum(found[3][0])) == (4, 436)


def test_profile_bars_carry_count_and_published_share(kasn, drawn):
    draw_profile(kasn)
    assert inside(plots(drawn[0])[0]) == ["168 (64,62%)", "92 (35,38%)"]
    assert inside(plots(drawn[1])[0])[:3] == ["0 (0%)", "0 (0%)", "13 (5%)"]


def test_profile_puts_sex_and_age_into_one_figure_on_one_scale(kasn, drawn):
    block = draw_profile(kasn)
    assert [figure.title for figure in block.items] == [
        "Responden menurut jenis kelamin dan kelompok usia",
        "Responden menurut pendidikan terakhir",
        "Responden menurut instansi asal",
        "Responden menurut bulan menerima layanan",
    ]
    sex, age = plots(drawn[0])
    assert sex.x == age.x
    assert ["Jenis kelamin", "Laki-laki", "Perempuan", "Kelompok usia", "15-24"] == words(drawn[0])[:5]
    assert below(sex) == []
    assert below(age) == ["0", "50", "100", "150", "Jumlah responden"]


def test_profile_without_age_draws_sex_alone(drawn):
    profile = count_profile(pd.DataFrame({"sex": ["L", "P", "P"]}), "sex", categories=["L", "P"])
    block = draw_profile(results_of(profile={"jenis_kelamin": profile}))
    assert [figure.title for figure in block.items] == ["Responden menurut jenis kelamin"]
    assert widths(plots(drawn[0])[0]) == [1, 2]


def test_profile_alt_names_total_and_largest_groups_with_ties(drawn):
    profile = count_profile(pd.DataFrame({"usia": ["20", "30", "30", "20"]}), "usia", categories=["20", "30", "40"])
    (figure,) = draw_profile(results_of(profile={"usia": profile})).items
    assert figure.alt == (
        "Diagram batang responden menurut usia, seluruhnya 4 orang. Usia terbanyak: 20, 2 orang (50%); 30, 2 orang (50%)."
    )


def test_profile_of_nobody_draws_empty_rows(drawn):
    profile = count_profile(pd.DataFrame({"usia": pd.Series([], dtype="str")}), "usia", categories=["20", "30"])
    (figure,) = draw_profile(results_of(profile={"usia": profile})).items
    assert widths(plots(drawn[0])[0]) == [0, 0]
    assert figure.alt == "Diagram batang responden menurut usia, seluruhnya 0 orang."


def test_layanan_draws_the_published_counts_in_the_order_of_the_parameters(kasn, drawn):
    draw_layanan(kasn)
    assert widths(plots(drawn[0])[0]) == [32, 9, 99, 75, 45]
    assert words(drawn[0])[0] == "Pokja SM Wilayah I"


# ---- scores ---------------------------------------------------------------------------------------------------------


def test_unsur_columns_are_the_published_means_and_categories(kasn, drawn):
    draw_unsur(kasn)
    found = words(drawn[0])
    nrr, mutu = found.index("NRR"), found.index("Mutu")
    assert found[nrr + 1 : nrr + 10] == ["3,53", "3,56", "3,46", "3,61", "3,48", "3,61", "3,60", "3,50", "3,45"]
    assert found[mutu + 1 : mutu + 10] == list("BABABAABB")


def test_unsur_marks_published_highest_and_lowest_with_their_own_shapes(kasn, drawn):
    figure = draw_unsur(kasn)
    (plot,) = plots(drawn[0])
    assert [f"{x:.2f}" for x in dots(plot, "^")] == ["3.61", "3.61"]
    assert [f"{x:.2f}" for x in dots(plot, "v")] == ["3.45"]
    assert len(dots(plot, "o")) == 6
    assert figure.alt.endswith("Tertinggi U4 dan U6 (3,61), terendah U9 (3,45).")


def test_unsur_stand_in_order_from_top_to_bottom(kasn, drawn):
    draw_unsur(kasn)
    found = words(drawn[0])
    assert [word for word in found if re.fullmatch(r"U\d", word)] == [f"U{place}" for place in range(1, 10)]
    (plot,) = plots(drawn[0])
    lowest = next(line for line in marks(plot, Line2D) if line.get_marker() == "v")
    assert lowest.get_ydata()[0] > plot.height * 8 / 9  # U9 is the last row; y grows downwards


def test_unsur_dots_and_whiskers_stand_at_score_and_interval(drawn):
    # persyaratan 3, 4: mean 3.5, standard error 0.5, t(1; 0.975) = 12.706: cut to 1..4; waktu 4, 4: no interval
    draw_unsur(results_of([(3, 4, 2), (4, 4, 3)]))
    (plot,) = plots(drawn[0])
    assert dots(plot, "o") == [3.5]
    assert dots(plot, "^") == [4]
    assert dots(plot, "v") == [2.5]
    whiskers = [list(map(float, line.get_xdata())) for line in marks(plot, Line2D) if line.get_marker() == "|"]
    assert whiskers == [[1, 4], [1, 4]]


def test_unsur_band_limits_are_labelled_lines_of_the_regulation(kasn, drawn):
    draw_unsur(kasn)
    assert dots(plots(drawn[0])[0], "None") == [3.5324, 3.0644, 2.6]
    found = words(drawn[0])
    assert all(word in found for word in ("3,5324", "3,0644", "2,60", "A Sangat baik", "B Baik", "C Kurang baik", "D"))


def test_unsur_axis_says_where_it_is_cut(kasn, drawn):
    draw_unsur(kasn)
    (plot,) = plots(drawn[0])
    assert plot.x == (2.5, 4)
    title = "Nilai rata-rata (NRR) pada skala 1–4; sumbu dimulai dari 2,5"
    assert below(plot) == ["2,5", "3,0", "3,5", "4,0", title]


def test_unsur_axis_is_not_cut_when_a_score_is_the_lowest_possible(drawn):
    draw_unsur(results_of([(1, 4, 2), (1, 4, 3)]))
    (plot,) = plots(drawn[0])
    assert plot.x == (1, 4)
    assert below(plot)[-1] == "Nilai rata-rata (NRR) pada skala 1–4"


def test_unsur_of_one_score_marks_none_as_highest_or_lowest(drawn):
    figure = draw_unsur(results_of([(3, 3, 3)]))
    assert len(dots(plots(drawn[0])[0], "o")) == 3
    assert figure.alt.endswith("Semua unsur bernilai sama, U1, U3, dan U4 (3,00).")


def test_unsur_without_answers_keeps_its_row_and_says_so(drawn):
    draw_unsur(results_of([(3, None, 4)]))
    (plot,) = plots(drawn[0])
    assert dots(plot, "o") == []
    assert dots(plot, "^") == [4]
    assert "tidak ada jawaban" in words(drawn[0])


def test_groups_draw_each_index_with_its_interval(drawn):
    groups = group_scores(
        ("KTP", 40, Fraction(80), "B", 78.5, 81.5, False, None), ("KK", 30, Fraction(90), "A", 85.0, 95.0, False, None)
    )
    figure = draw_groups(results_of(groups={"layanan": groups}), "layanan")
    (plot,) = plots(drawn[0])
    assert dots(plot, "o") == [80, 90]
    assert [list(line.get_xdata()) for line in marks(plot, Line2D) if line.get_marker() == "|"] == [
        [78.5, 81.5],
        [85, 95],
    ]
    assert below(plot)[-1] == "IKM pada skala 25–100; sumbu dimulai dari 60"
    assert figure.alt.endswith("Tertinggi KK (n = 30) 90,00, terendah KTP (n = 40) 80,00.")
    assert figure.notes == ()


def test_groups_alt_names_ties_at_two_decimals(drawn):
    # 80.001 and 80.004 are both printed 80,00
    groups = group_scores(
        ("KTP", 40, Fraction("80.001"), "B", None, None, False, None),
        ("KK", 30, Fraction("80.004"), "B", None, None, False, None),
        ("Akta", 20, Fraction(70), "C", None, None, False, None),
    )
    figure = draw_groups(results_of(groups={"layanan": groups}), "layanan")
    assert figure.alt.endswith("Tertinggi KK (n = 30) dan KTP (n = 40) 80,00, terendah Akta (n = 20) 70,00.")


def test_legend_names_only_what_is_drawn(drawn):
    groups = group_scores(("KTP", 1, Fraction(80), "B", None, None, False, None))
    draw_groups(results_of(groups={"layanan": groups}), "layanan")
    assert "Nilai" in words(drawn[0])
    assert "Selang kepercayaan 95%" not in words(drawn[0])


def test_groups_axis_reaches_the_lowest_possible_index(drawn):
    groups = group_scores(("KTP", 40, Fraction(30), "D", 25.0, 38.0, False, None))
    draw_groups(results_of(groups={"layanan": groups}), "layanan")
    (plot,) = plots(drawn[0])
    assert plot.x == (25, 100)
    assert below(plot) == ["25", "30", "40", "50", "60", "70", "80", "90", "100", "IKM pada skala 25–100"]


def test_hidden_group_keeps_its_row_and_head_count_but_has_no_mark(drawn):
    hidden = "Kurang dari 5 responden."
    groups = group_scores(
        ("KTP", 40, Fraction(80), "B", 78.5, 81.5, False, None),
        ("KK", 3, None, None, None, None, True, hidden),
        ("Akta", 4, None, None, None, None, True, hidden),
        ("Pindah", 0, None, None, None, None, False, "Tidak ada responden."),
    )
    figure = draw_groups(results_of(groups={"layanan": groups}), "layanan")
    found = words(drawn[0])
    assert dots(plots(drawn[0])[0], "o") == [80]
    assert found.count("disembunyikan") == 2
    assert found.count("tidak ada responden") == 1
    assert found[found.index("n") + 1 : found.index("n") + 5] == ["40", "3", "4", "0"]
    assert found[found.index("IKM") + 1 : found.index("IKM") + 5] == ["80,00", "-", "-", "-"]
    assert figure.notes == ("Kurang dari 5 responden: KK dan Akta.", "Tidak ada responden: Pindah.")
    assert figure.alt.endswith(" KTP (n = 40) bernilai 80,00.")


# ---- answers and comments -------------------------------------------------------------------------------------------


def test_answers_are_shares_of_the_answers_to_that_unsur(drawn):
    # persyaratan 1, 3, 4, 4: 25, 25, 50 per cent; waktu 4, 4 and two blanks: 100; biaya nobody
    figure = draw_answers(results_of([(1, 4, None), (3, 4, None), (4, None, None), (4, None, None)]))
    (plot,) = plots(drawn[0])
    assert widths(plot) == [25, 25, 50, 100]
    assert inside(plot) == ["25,0%", "25,0%", "50,0%", "100,0%"]
    found = words(drawn[0])
    assert found[found.index("n") + 1 : found.index("n") + 4] == ["4", "2", "0"]
    assert figure.alt.endswith("paling besar 100% pada unsur U3 dan paling kecil 75% pada unsur U1.")


def test_answers_of_the_published_survey_fill_every_bar(kasn, drawn):
    draw_answers(kasn)
    (plot,) = plots(drawn[0])
    assert sum(widths(plot)) == pytest.approx(900, abs=1e-9)
    assert plot.x == (0, 100)
    assert below(plot)[:-1] == ["0%", "25%", "50%", "75%", "100%"]


def test_answers_leave_narrow_parts_without_figure_and_say_so(drawn):
    # 1 of 100 is a part of less than 3 points
    figure = draw_answers(results_of([(1, 4, 4)] + [(4, 4, 4)] * 99))
    assert inside(plots(drawn[0])[0]) == ["99,0%", "100,0%", "100,0%"]
    assert figure.notes == ("Angka di dalam batang adalah persentase; bagian yang terlalu sempit tidak diberi angka.",)


def test_sentiment_stacks_counts_from_positive_to_negative(drawn):
    figure = draw_sentiment(results_of(sentiment=comments_of(positif=3, netral=1, negatif=2, tanpa_komentar=4)))
    (plot,) = plots(drawn[0])
    assert widths(plot) == [3, 1, 2]
    assert [bar.get_hatch() is not None for bar in bars(plot)] == [False, False, True]
    assert inside(plot) == ["3", "1", "2"]
    assert "Komentar umum" in words(drawn[0])
    assert plot.x == (0, 6)
    assert figure.alt == (
        "Batang bertumpuk jumlah komentar setiap unsur, seluruhnya 3 positif, 1 netral, dan 2 negatif. "
        "Komentar negatif terbanyak: U3 (2)."
    )


@pytest.mark.parametrize("keys", [ANSWER_KEYS, tuple(SENTIMENT_KEYS.values())])
def test_parts_differ_without_colour_and_their_figures_stand_out(keys):
    for key in keys:
        assert contrast(ink_on(key.fill), key.fill) >= 4.5
    for key, following in pairwise(keys):
        assert contrast(key.fill, following.fill) >= 1.35 or bool(key.hatch) != bool(following.hatch)


# ---- trend ----------------------------------------------------------------------------------------------------------


def test_trend_draws_published_periods_hollow_and_those_with_answers_filled(kasn, drawn):
    figure = draw_trend(kasn)
    (plot,) = plots(drawn[0])
    found = [line for line in marks(plot, Line2D) if line.get_marker() == "o"]
    assert [line.get_markerfacecolor() for line in found] == ["#FFFFFF", "#1F4E79", "#1F4E79"]
    assert [f"{line.get_ydata()[0]:.2f}" for line in found] == ["3.49", "3.62", "3.54"]
    assert {"3,49", "3,62", "3,54"} <= set(words(drawn[0]))
    assert below(plot) == ["Tahun 2022", "Tahun 2023\nn = 480", "Tahun 2024\nn = 260"]
    assert figure.alt.endswith("Tahun 2022 3,49, Tahun 2023 3,62, dan Tahun 2024 3,54.")


def test_trend_whisker_is_the_interval_of_this_period(drawn):
    now = IkmScore(50, ni=Fraction(3), ikm=Fraction(75), low=70.0, high=80.0)  # 2.8 to 3.2 on the scale 1 to 4
    before = PublishedPeriod("2023-S2", ni=Decimal("3.1"))
    draw_trend(results_of(ikm=now, trend=compare_periods([before], now, periode="2024-S1")))
    whiskers = [list(line.get_ydata()) for line in marks(plots(drawn[0])[0], Line2D) if line.get_marker() == "_"]
    assert whiskers == [[2.8, 3.2]]
    assert {"3,1", "3,00"} <= set(words(drawn[0]))


def test_trend_of_many_periods_shows_the_last_twelve_and_says_so(drawn):
    now = IkmScore(50, ni=Fraction(3), ikm=Fraction(75))
    history = [PublishedPeriod(f"{year}-S{half}", ni=Decimal("3.10")) for year in range(2015, 2022) for half in (1, 2)]
    figure = draw_trend(results_of(ikm=now, trend=compare_periods(history, now, periode="2022-S1")))
    assert figure.notes == ("Gambar memuat 12 periode terakhir dari 15 periode yang nilainya diketahui.",)
    assert below(plots(drawn[0])[0])[0] == "2016-\nS2"
    assert figure.alt.endswith("Semester II Tahun 2016 3,10 dan Semester I Tahun 2022 3,00.")


# ---- nothing to draw ------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("draw", [draw_profile, draw_layanan, draw_sentiment, draw_trend])
def test_survey_without_the_data_shows_no_figure(sekadau, draw):
    assert draw(sekadau) == Blocks([])


@pytest.mark.parametrize("draw", [draw_unsur, draw_answers])
def test_survey_without_answers_says_so_in_a_sentence(draw):
    assert draw(results_of()).plain_text.endswith("karena tidak ada jawaban yang dapat dihitung.")


def test_groups_that_are_all_hidden_or_unknown_are_told_in_a_sentence():
    groups = group_scores(("KTP", 3, None, None, None, None, True, "Kurang dari 5 responden."))
    results = results_of(groups={"layanan": groups})
    assert draw_groups(results, "layanan").plain_text == (
        "Tidak ada gambar IKM menurut layanan karena tidak ada kelompok yang nilainya dapat ditampilkan."
    )
    assert draw_groups(results, "usia") == Blocks([])


# ---- the family -----------------------------------------------------------------------------------------------------


def assert_legible(drawing):
    """Nothing is cut by the edge of the page, and no words stand on other words."""
    renderer = FigureCanvasAgg(drawing).get_renderer()
    texts = [text for text in drawing.findobj(Text) if text.get_text().strip()]
    boxes = [(text.get_text(), text.get_window_extent(renderer)) for text in texts]
    page = drawing.bbox.padded(1)
    for word, box in boxes:
        assert page.contains(*box.min), word
        assert page.contains(*box.max), word
    for (word, box), (other, other_box) in combinations(boxes, 2):
        inside = box.padded(-1)
        assert not inside.overlaps(other_box.padded(-1)), f"{word!r} on {other!r}"


def test_every_chart_of_the_samples_is_legible(kasn, sekadau, drawn):
    assert len(all_figures(kasn)) == 15
    assert len(all_figures(sekadau)) == 2
    for drawing in drawn:
        assert_legible(drawing)


def test_long_names_are_wrapped_and_legible(drawn):
    profile = count_profile(pd.DataFrame({"usia": [*LONG, LONG[0]]}), "usia", categories=LONG)
    draw_profile(results_of(profile={"usia": profile}))
    groups = group_scores(*((name, 1188, Fraction(80), "B", 60.1, 99.9, False, None) for name in LONG))
    draw_groups(results_of(groups={"layanan": groups}), "layanan")
    for drawing in drawn:
        assert all(f"{name[:20]}" in " ".join(words(drawing)).replace("\n", " ") for name in LONG)
        assert_legible(drawing)


def test_names_are_never_read_as_a_formula_or_markup(drawn):
    strange = ["$x_1$ & <b>", "_mulai", "a\u202eb\x07"]
    profile = count_profile(pd.DataFrame({"usia": strange}), "usia", categories=strange)
    (figure,) = draw_profile(results_of(profile={"usia": profile})).items
    assert words(drawn[0])[:3] == ["$x_1$ & <b>", "_mulai", "a‹U+202E›b‹U+0007›"]
    assert "$x_1$ &amp; &lt;b&gt;" in figure.svg
    assert "\u202e" not in figure.svg


def test_charts_are_one_family(kasn):
    for figure in all_figures(kasn):
        assert figure.width == pytest.approx(PAGE_WIDTH)
        assert set(re.findall(r"font-size: ([\d.]+)px", figure.svg)) == {"8", "9"}
        assert set(re.findall(r"font-family: '([^']+)'", figure.svg)) == {"Source Sans 3"}


def test_charts_have_the_same_bytes_each_time(kasn):
    assert [figure.svg for figure in all_figures(kasn)] == [figure.svg for figure in all_figures(kasn)]


def test_drawing_leaves_the_settings_of_matplotlib_alone(kasn):
    before = {name: matplotlib.rcParams[name] for name in (*STYLE, "svg.fonttype", "svg.hashsalt")}
    draw_unsur(kasn)
    assert {name: matplotlib.rcParams[name] for name in before} == before


def test_every_figure_says_in_one_to_three_sentences_what_it_shows(kasn, sekadau):
    for figure in [*all_figures(kasn), *all_figures(sekadau)]:
        assert figure.title
        assert not figure.title.endswith(".")
        assert 1 <= len(re.findall(r"\.(?: |$)", figure.alt)) <= 3, figure.alt


# ---- letters --------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", LONG)
@pytest.mark.parametrize("width", [60.0, 150.0])
def test_wrapped_lines_keep_within_their_width_and_lose_no_letter(name, width):
    lines = wrap_text(name, width, 9).split("\n")
    assert all(text_width(line, 9) <= width for line in lines)
    assert "".join(lines).replace(" ", "") == name.replace(" ", "")


def test_wrapping_breaks_no_word_that_fits():
    assert wrap_text("Penerbitan Rekomendasi Teknis", 90, 9).split() == ["Penerbitan", "Rekomendasi", "Teknis"]


@pytest.mark.parametrize("letter", ["中", "😀", "ع"])
def test_letter_that_the_typeface_lacks_has_room_for_the_sign_that_the_pdf_shows(letter):
    assert text_width(f"a{letter}", 9) == text_width(f"a‹U+{ord(letter):04X}›", 9)
    lines = wrap_text(letter * 12, 100, 9).split("\n")
    assert "".join(lines) == letter * 12
    assert all(text_width(line, 9) <= 100 for line in lines)


def test_wrapping_of_nothing_is_nothing():
    assert wrap_text(" \n ", 90, 9) == ""


@pytest.mark.parametrize("times", [1, 2, 4])
def test_long_heading_of_a_panel_is_wrapped_and_stays_on_the_drawing(times):
    heading = "Pendidikan terakhir yang ditamatkan atau sedang ditempuh responden saat survei, " * times
    with house_style():
        rows = lay_out_rows([Panel(["A", "B"], heading=heading), Panel(["C"], heading=heading)])
        FigureCanvasAgg(rows.drawing).draw()
    lines = [one for one in rows.drawing.artists if one.get_position()[0] == 0 and len(one.get_text()) > 1]
    assert " ".join(one.get_text() for one in lines) == " ".join([heading.strip()] * 2)
    page, point = rows.drawing.bbox, rows.drawing.dpi / 72
    middle = rows.tops[0] + rows.heights[0]
    for one in lines:
        box = one.get_window_extent()
        top, bottom = (page.y1 - box.y1) / point, (page.y1 - box.y0) / point
        assert box.x0 >= -0.5
        assert box.x1 <= page.x1
        # letters keep clear of the rows; the room of their typeface may reach over
        assert (0 <= top and bottom <= rows.tops[0]) or (middle <= top and bottom <= rows.tops[1])
