"""The audit of constructed tables, with and without mistakes, and of tables that were computed honestly."""

from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from skmlib.parameters.audit_models import Terbitan
from skmlib.problems import DataError
from skmlib.survey.audit.reading import read_published_file
from skmlib.survey.audit.rules import audit_report
from skmlib.survey.audit.verdicts import DIFFERS, FOLLOWS, FOLLOWS_WITH, UNCHECKED
from skmlib.survey.regulation import classify_mutu, round_half_up
from skmlib.survey.sampling import krejcie_morgan

NINE = tuple(f"U{place}" for place in range(1, 10))
# Ten answers each: sums 31 32 33 34 35 36 37 38 39, together 315. 315 / 90 = 3.5, IKM 87.50, B.
MEANS = ["3.10", "3.20", "3.30", "3.40", "3.50", "3.60", "3.70", "3.80", "3.90"]
RIGHT = {"unsur": MEANS, "ni": "3.50", "ikm": "87.50", "mutu": "B", "responden": "10"}


def judged(**content):
    return audit_report(Terbitan.model_validate(content))


def verdict_of(rule, place, **content):
    return next(v for v in judged(**content) if v.aturan == rule and v.tempat == place)


@pytest.mark.parametrize(("wrong", "index"), [("35", "82.83"), ("353", "82.92")])
def test_score_without_its_comma_is_told_and_moves_no_other_to_another_scale(wrong, index):
    # Eight of 3.29 and 3.5: 29.82 / 9 x 25 = 82.83; with 3.53: 29.85 / 9 x 25 = 82.92
    told = judged(unsur={f"U{n}": "3.29" for n in range(1, 10)} | {"U3": wrong}, ikm=index)
    wrong_places = {v.tempat: v.keterangan for v in told if v.putusan == DIFFERS}
    assert set(wrong_places) == {"ikm", "unsur.U3"}
    assert f"U3 {wrong[0]},{wrong[1:]}, bukan {wrong}" in wrong_places["ikm"]
    assert wrong_places["unsur.U3"] == "seharusnya 1 sampai 4"


def test_right_table_follows_in_every_figure():
    assert {verdict.putusan for verdict in judged(**RIGHT)} == {FOLLOWS}


def test_comma_and_point_are_read_alike():
    assert {v.putusan for v in judged(**{**RIGHT, "ikm": "87,50"})} == {FOLLOWS}


def test_index_with_a_slip_names_the_digit():
    found = verdict_of("indeks", "ikm", **{**RIGHT, "ikm": "81.50"})
    assert (found.putusan, found.dihitung) == (DIFFERS, "87,50")
    assert "satu angka pada indeks: 87,50" in found.keterangan


def test_unsur_with_exchanged_digits_is_named():
    # U1 was 3.10; printed as 1.30 the mean is (31.5 - 1.8) / 9 x 25 = 82.50, and one slip of U1 gives 87.50 again.
    found = verdict_of("indeks", "ikm", **{**RIGHT, "unsur": ["1.30", *MEANS[1:]]})
    assert (found.putusan, found.dihitung) == (DIFFERS, "82,50")
    assert "U1 3,10, bukan 1,30" in found.keterangan


@pytest.mark.parametrize(("ikm", "weight"), [("87.41", "bobot 0,111"), ("86.63", "bobot 0,11")])
def test_weight_of_the_official_form_is_named(ikm, weight):
    # 31.5 x 25 x 0.111 = 87.4125, x 0.11 = 86.625. Three decimals, so that 87.41 is not within the span of 87.50.
    found = verdict_of("indeks", "ikm", unsur=[f"{mean}0" for mean in MEANS], ikm=ikm)
    assert found.putusan == FOLLOWS_WITH
    assert weight in found.keterangan


@pytest.mark.parametrize(
    ("unsur", "printed"),
    [
        # 11 x 3.265 + 3.260 = 39.175; x 0.083 = 3.251525, x 25 = 81.288. Exact: 39.175 / 12 = 3.2646, 81.61.
        (["3.265"] * 11 + ["3.260"], {"bobot": "0.083", "ni": "3.25", "ikm": "81.29"}),
        # 14 x 3.200 = 44.8; x 0.071 = 3.1808, x 25 = 79.52; x 0.07 = 3.136, x 25 = 78.40.
        (["3.200"] * 14, {"bobot": "0,071", "ni": "3.18", "ikm": "79.52"}),
        (["3.200"] * 14, {"bobot": "0.07", "ni": "3.14", "ikm": "78.40"}),
        # 9 x 3.200 = 28.8; x 0.112 = 3.2256, x 25 = 80.64.
        (["3.200"] * 9, {"bobot": "0.112", "ni": "3.23", "ikm": "80.64"}),
    ],
)
def test_printed_weight_is_a_way_to_compute_both_indices(unsur, printed):
    found = judged(unsur=unsur, **printed)
    assert {v.tempat: v.putusan for v in found if v.aturan == "bobot"} == {"bobot": FOLLOWS}
    assert next(v.keterangan for v in found if v.aturan == "indeks").startswith("dengan bobot 0,")
    assert {v.tempat: v.putusan for v in found if v.aturan == "indeks"} == {"ikm": FOLLOWS_WITH, "ni": FOLLOWS_WITH}
    assert DIFFERS not in {v.putusan for v in found}


# 620 / 9 = 68.89; each score is off by 0.5 at most, so the index lies between 68.39 and 69.39.
@pytest.mark.parametrize(("ikm", "verdict"), [("68.89", FOLLOWS), ("69.04", FOLLOWS_WITH), ("69.80", DIFFERS)])
def test_whole_scores_from_25_to_100_stand_for_half_a_unit_both_ways(ikm, verdict):
    told = {"unsur": ["87", "67", "82", "86", "89", "54", "68", "53", "34"], "responden": "4196", "ikm": ikm}
    assert verdict_of("indeks", "ikm", **told).putusan == verdict
    assert verdict_of("grim", "unsur", **told).putusan == UNCHECKED


def test_scores_that_are_25_times_a_mean_of_two_decimals_stand_for_an_eighth():
    # 25 x 3.45 = 86.25 and 25 x 3.46 = 86.50: 86.375, from 86.25 to 86.50.
    assert verdict_of("indeks", "ikm", unsur=["86.25", "86.50"], ikm="86.49").putusan == FOLLOWS_WITH
    assert verdict_of("indeks", "ikm", unsur=["86.25", "86.50"], ikm="86.60").putusan == DIFFERS


def test_printed_weight_that_is_not_one_by_the_unsur_is_no_way():
    # 8 / 8 unsur of nine: 28.8 x 0.125 x 25 = 90.00 for a mean of 3.2, IKM 80.00.
    assert verdict_of("indeks", "ikm", unsur=["3.200"] * 9, bobot="0.125", ikm="90.00").putusan == DIFFERS


@pytest.mark.parametrize(
    ("told", "words"),
    [
        # 9 x 2.77 = 24.93; x 0.11 = 2.7423, NI 2.74; 25 x 2.74 = 68.50, where 25 x 2.7423 = 68.56.
        (
            {"unsur": ["2.77"] * 9, "bobot": "0.11", "responden": "39", "ni": "2.74", "ikm": "68.50"},
            "bobot 0,11 dan 25 × nilai indeks yang tercetak (2,74)",
        ),
        # 33 answers: sums 112 106 106 104 100 106 101 92 119, together 946; / 297 = 3.18519, NI 3.19, 25 x 3.19 = 79.75. From
        # the printed scores 28.66 / 9 = 3.18444, NI 3.18, 79.50.
        (
            {
                "unsur": ["3.39", "3.21", "3.21", "3.15", "3.03", "3.21", "3.06", "2.79", "3.61"],
                "responden": "33",
                "ikm": "79.75",
            },
            "nilai indeks dari nilai unsur sebelum dibulatkan, dibulatkan ke 2 desimal dahulu",
        ),
        # 51 / 19 = 2.684211, x 0.11 = 0.295263, 0.30 (from the printed 2.68: 0.2948, 0.29); 61 / 19 = 3.210526, x 0.11 =
        # 0.353158, 0.35. 5 x 0.30 + 4 x 0.35 = 2.90, x 25 = 72.50. Added before rounding: 26.263158 x 0.11 = 2.8889, 72.22.
        (
            {"unsur": ["2.68"] * 5 + ["3.21"] * 4, "bobot": "0.11", "responden": "19", "ni": "2.90", "ikm": "72.50"},
            "bobot 0,11 dan setiap NRR tertimbang dari nilai unsur sebelum dibulatkan, dibulatkan ke 2 desimal dahulu",
        ),
    ],
)
def test_rounding_before_the_index_is_a_way(told, words):
    found = verdict_of("indeks", "ikm", **told)
    assert found.putusan == FOLLOWS_WITH
    assert words in found.keterangan
    assert DIFFERS not in {v.putusan for v in judged(**told)}


def test_index_cut_off_follows_with_truncation():
    # (83.45 + 83.52) / 2 = 83.485, rounded 83.5; no other stage of rounding gives 83.4.
    found = verdict_of("indeks", "ikm", unsur=["83.45", "83.52"], ikm="83.4")
    assert (found.putusan, found.keterangan[:6]) == (FOLLOWS_WITH, "dengan")
    assert "dipotong" in found.keterangan


def test_index_without_scores_cannot_be_checked():
    found = verdict_of("indeks", "ikm", ikm="87.50")
    assert (found.putusan, found.keterangan) == (UNCHECKED, "nilai setiap unsur tidak tercetak")


# 3.53 x 25 = 88.25, B; it stands for up to 3.535 x 25 = 88.375, A. 3.50 stands for up to 87.625: B only.
@pytest.mark.parametrize(
    ("mean", "letter", "verdict"), [("3.53", "B", FOLLOWS), ("3.53", "A", FOLLOWS_WITH), ("3.50", "A", DIFFERS)]
)
def test_letter_of_an_unsur(mean, letter, verdict):
    assert verdict_of("mutu", "mutu_unsur.U1", unsur=[mean], mutu_unsur=[letter]).putusan == verdict


# Krejcie and Morgan for 384: 192.28.
@pytest.mark.parametrize(("printed", "verdict"), [("193", FOLLOWS), ("192", FOLLOWS_WITH), ("139", DIFFERS)])
def test_minimum_sample(printed, verdict):
    assert verdict_of("sampel", "sampel_minimum", populasi="384", sampel_minimum=printed).putusan == verdict


def test_too_few_respondents_are_told():
    assert verdict_of("sampel", "responden", populasi="384", responden="50").putusan == DIFFERS


PROFILE = {"Laki-laki": ["168", "64.62"], "Perempuan": ["92", "35.38"]}


def test_profile_follows():
    found = judged(responden="260", profil={"jenis_kelamin": PROFILE})
    assert {verdict.putusan for verdict in found} == {FOLLOWS}


def test_sum_of_a_profile_names_the_slip():
    # 186 and 92 are 278, 18 more than 260; 168 with exchanged digits is 186.
    groups = {**PROFILE, "Laki-laki": ["186", "64.62"]}
    found = verdict_of("jumlah", "profil.jenis_kelamin", responden="260", profil={"jenis_kelamin": groups})
    assert (found.putusan, found.dihitung) == (DIFFERS, "278")
    assert "satu angka pada Laki-laki" in found.keterangan


def test_share_that_no_count_gives():
    # Of 8 respondents shares are multiples of 12.5.
    groups = {"Laki-laki": "37.5%", "Perempuan": "62.6%"}
    found = {v.tempat: v.putusan for v in judged(responden="8", profil={"jk": groups}) if v.aturan == "persen"}
    assert found == {"profil.jk.Laki-laki": FOLLOWS, "profil.jk.Perempuan": DIFFERS}


def test_sum_of_several_choices_may_exceed_the_respondents():
    told = {"profil": {"bulan": {"Januari": "8", "Februari": "9"}}, "pilihan_ganda": ["bulan"]}
    assert verdict_of("jumlah", "profil.bulan", responden="10", **told).putusan == FOLLOWS
    assert verdict_of("jumlah", "profil.bulan", responden="8", **told).putusan == DIFFERS


def test_printed_number_of_respondents_that_no_mean_can_come_from():
    # Means of thirds, 3.333 and 3.667, need a multiple of 3; the printed 10 has tenths only.
    unsur = ["3.333", "3.667", "3.333", "3.667"]
    found = verdict_of("grim", "responden", unsur=unsur, responden="10")
    assert (found.putusan, found.dihitung) == (DIFFERS, "3, 6, 9, 12, 15, 18")


def test_blanks_make_the_test_of_whole_answers_impossible():
    told = {"unsur": ["3.333"], "responden": "10"}
    assert verdict_of("grim", "unsur", **told, jawaban_kosong="ya").putusan == UNCHECKED
    assert verdict_of("grim", "unsur", **told, jawaban=["9"]).putusan == FOLLOWS


def test_copied_period_is_told_and_another_not():
    past = {"periode": "2023", "ikm": "87.50", "responden": "10", "unsur": MEANS}
    assert verdict_of("disalin", "riwayat", **RIGHT, riwayat=[past]).putusan == DIFFERS
    assert verdict_of("disalin", "riwayat", **RIGHT, riwayat=[{**past, "responden": "11"}]).putusan == FOLLOWS


# A fixed sample of 100 is always equal, and an index or two easily.
@pytest.mark.parametrize(
    ("told", "verdict"),
    [
        ({"ni": "3.50"}, UNCHECKED),
        ({"ni": "3.50", "ikm": "87.50"}, UNCHECKED),
        ({"ni": "3.51"}, FOLLOWS),
        ({"ni": "3.50", "ikm": "87.50", "unsur": MEANS[:1]}, DIFFERS),
        ({"unsur": MEANS}, DIFFERS),
    ],
)
def test_few_equal_figures_are_no_copied_period(told, verdict):
    content = {**RIGHT, "responden": "100", "riwayat": [{"periode": "2023", "responden": "100"} | told]}
    assert verdict_of("disalin", "riwayat", **content).putusan == verdict


def test_all_of_two_unsur_that_are_equal_are_a_copied_period():
    told = {"unsur": ["3.10", "3.20"], "responden": "10"}
    assert verdict_of("disalin", "riwayat", **told, riwayat=[{"periode": "2023", **told}]).putusan == DIFFERS


def test_period_of_the_report_itself_is_not_compared():
    own = {"periode": "2024", "ikm": "87.50", "responden": "10", "unsur": MEANS}
    found = judged(**RIGHT, periode="2024", perubahan_ikm="1.50", riwayat=[own])
    told = {(v.aturan, v.tempat): v for v in found}
    assert "disalin" not in {v.aturan for v in found}
    assert told["perubahan", "riwayat.0"].putusan == UNCHECKED
    assert "riwayat hanya memuat periode sebelumnya" in told["perubahan", "riwayat.0"].keterangan
    assert told["perubahan", "perubahan_ikm"].putusan == UNCHECKED
    # With the year before, 86.00: 87.50 - 86.00 = 1.50.
    found = judged(**RIGHT, periode="2024", perubahan_ikm="1.50", riwayat=[own, {"periode": "2023", "ikm": "86.00"}])
    assert {v.tempat: v.putusan for v in found}["perubahan_ikm"] == FOLLOWS


# 88.30 is B, 88.31 is A; 3.53 x 25 = 88.25, and 3.53 stands for up to 3.535 x 25 = 88.375. 86.00 / 25 = 3.44.
@pytest.mark.parametrize(
    ("row", "key", "verdict"),
    [
        ({"ikm": "88.30", "mutu": "B"}, "mutu", FOLLOWS),
        ({"ikm": "88.30", "mutu": "C"}, "mutu", DIFFERS),
        ({"ni": "3.53", "mutu": "A"}, "mutu", FOLLOWS_WITH),
        ({"ni": "3.44", "ikm": "86.00"}, "ni", FOLLOWS),
        ({"ni": "3.44", "ikm": "86.12"}, "ni", FOLLOWS),
        ({"ni": "3.47", "ikm": "86.00"}, "ni", DIFFERS),
    ],
)
def test_figures_within_an_earlier_period(row, key, verdict):
    found = judged(riwayat=[{"periode": "2023", **row}])
    assert {v.tempat: v.putusan for v in found} == {f"riwayat.0.{key}": verdict}


# U1 and U3 are both printed as 2.78: unrounded either may be lower, or both the same. U2 is higher in any case.
@pytest.mark.parametrize(
    ("named", "verdict"),
    [(["U1"], FOLLOWS), (["U3"], FOLLOWS), (["U3", "U1"], FOLLOWS), (["U2"], DIFFERS), (["U3", "U2"], DIFFERS)],
)
def test_any_of_the_scores_that_tie_may_be_the_lowest_or_highest(named, verdict):
    assert verdict_of("prioritas", "terendah", unsur=["2.78", "2.79", "2.78"], terendah=named).putusan == verdict
    assert verdict_of("prioritas", "tertinggi", unsur=["2.78", "2.77", "2.78"], tertinggi=named).putusan == verdict


INDICATOR = {"nama": "Indeks", "arah": "naik", "target": "4.00", "realisasi": "3.60", "capaian_tercetak": "90.00"}
BUDGET = {"pagu_akhir": "800000000", "realisasi": "700000000", "realisasi_anggaran": "87.50"}


@pytest.mark.parametrize(
    ("change", "words"),
    [
        # 3.60 / 4.00 = 90.00 %, printed as 80.00.
        ({"capaian_tercetak": "80.00"}, "satu angka pada hasilnya: 90"),
        # 3.06 / 4.00 = 76.50 %; with 3.60 it is 90.00 again.
        ({"realisasi": "3.06"}, "realisasi 3,60, bukan 3,06"),
        # 3.60 / 5.00 = 72.00 %; with 4.00 it is 90.00 again.
        ({"target": "5.00"}, "target 4,00, bukan 5,00"),
    ],
)
def test_slip_in_an_indicator_is_named(change, words):
    right = verdict_of("capaian", "indikator.0.capaian_tercetak", indikator=[INDICATOR])
    assert (right.putusan, right.keterangan) == (FOLLOWS, "")
    found = verdict_of("capaian", "indikator.0.capaian_tercetak", indikator=[INDICATOR | change])
    assert found.putusan == DIFFERS
    assert words in found.keterangan


@pytest.mark.parametrize(
    ("change", "words"),
    [
        # 700 / 800 = 87.50 %.
        ({"realisasi_anggaran": "78.50"}, "satu angka pada hasilnya: 87,50"),
        # 700 / 300 = 233.33 %; with 800 it is 87.50 again.
        ({"pagu_akhir": "300000000"}, "pagu akhir 800.000.000, bukan 300.000.000"),
    ],
)
def test_slip_in_a_budget_is_named(change, words):
    assert verdict_of("anggaran", "anggaran.realisasi_anggaran", anggaran=BUDGET).putusan == FOLLOWS
    found = verdict_of("anggaran", "anggaran.realisasi_anggaran", anggaran=BUDGET | change)
    assert found.putusan == DIFFERS
    assert words in found.keterangan


# 32 + 28 + 41 = 101 and 30 + 30 + 39 = 99 may each be rounded from 100; 32 + 28 + 42 = 102 may not: each is off by 0.5 at most.
@pytest.mark.parametrize(
    ("shares", "verdict"),
    [
        (["30", "26", "44"], FOLLOWS),
        (["32", "28", "41"], FOLLOWS_WITH),
        (["30", "30", "39"], FOLLOWS_WITH),
        (["32", "28", "42"], DIFFERS),
        (["32.0", "28.0", "41.0"], DIFFERS),
    ],
)
def test_whole_shares_of_media_may_be_rounded(shares, verdict):
    media = {"bulan": {"Jan": shares}, "setahun": shares}
    assert verdict_of("seratus", "media.bulan.Jan", media=media).putusan == verdict
    assert verdict_of("seratus", "media.setahun", media=media).putusan == verdict


# Months 20 and 40: mean 30; 25 when January has three times the items of February; from 19.5 to 40.5 may be rounded to a month.
@pytest.mark.parametrize(
    ("year", "verdict"), [("30", FOLLOWS), ("25", UNCHECKED), ("40", UNCHECKED), ("42", DIFFERS), ("18", DIFFERS)]
)
def test_share_of_the_year_may_be_counted_from_all_items(year, verdict):
    media = {"bulan": {"Jan": ["20", "80"], "Feb": ["40", "60"]}, "setahun": [year, str(100 - int(year))]}
    assert verdict_of("rata_rata", "media.setahun.0", media=media).putusan == verdict
    assert verdict_of("rata_rata", "media.setahun.1", media=media).putusan == verdict


def test_impossible_score_is_told():
    assert verdict_of("rentang", "unsur.U1", unsur=["0.31", "3.2"]).putusan == DIFFERS


def test_sum_and_weighted_mean():
    # 1 and 4 with weights 3 and 1: 7 / 4 = 1.75; the plain mean is 2.5.
    rows = [
        {"nama": "a", "bagian": ["1", "2"], "jumlah": "4"},
        {"nama": "b", "bagian": ["1", "4"], "menurut": ["3", "1"], "rata_rata": "1.75"},
    ]
    assert [verdict.putusan for verdict in judged(hitungan=rows)] == [DIFFERS, FOLLOWS_WITH]


def test_mean_on_the_other_scale_than_its_units_follows():
    # (80 + 90) / 2 = 85 on the scale to 100 is 3.4 on that to 4.
    told = {"unit": {"A": {"unsur": ["80.00"]}, "B": {"unsur": ["90.00"]}}}
    assert verdict_of("rata_rata", "unsur.U1", **told, unsur=["3.40"]).putusan == FOLLOWS
    assert verdict_of("rata_rata", "unsur.U1", **told, unsur=["3.50"]).putusan == DIFFERS


def test_index_of_units_weighted_by_respondents_is_named():
    # Printed indices 80 of 10 and 90 of 30 respondents: (800 + 2700) / 40 = 87.5; the simple mean is 85.
    scores = {"unsur": ["70.00"]}
    told = {"A": {**scores, "ikm": "80.00", "responden": "10"}, "B": {**scores, "ikm": "90.00", "responden": "30"}}
    found = verdict_of("indeks", "ikm", unit=told, ikm="87.50")
    assert found.putusan == FOLLOWS_WITH
    assert found.keterangan == "dengan indeks tercetak bagiannya yang ditimbang menurut responden"


# No mean of 80.00 and 90.00 lies above 90.005 or below 79.995, whatever the weights.
@pytest.mark.parametrize(
    ("printed", "verdict"),
    [
        ({"ikm": "92.00"}, DIFFERS),
        ({"ikm": "78.00"}, DIFFERS),
        ({"ikm": "86.10"}, UNCHECKED),
        ({"ni": "3.70"}, DIFFERS),
    ],
)
def test_mean_outside_the_indices_of_its_parts_does_not_follow(printed, verdict):
    told = {"unit": {"A": {"ikm": "80.00"}, "B": {"ikm": "90.00"}}}
    found = verdict_of("indeks", next(iter(printed)), **told, **printed)
    assert found.putusan == verdict
    assert ("di luar rentang" in found.keterangan) == (verdict == DIFFERS)


def test_mean_outside_its_parts_does_not_follow_from_scores_of_its_own_row():
    # The row's own 92.00 agrees with its own score, but the units have 80.00 and 90.00.
    told = {"A": {"unsur": ["80.00"], "ikm": "80.00"}, "B": {"unsur": ["90.00"], "ikm": "90.00"}}
    assert verdict_of("indeks", "ikm", unit=told, unsur=["92.00"], ikm="92.00").putusan == DIFFERS


def test_mean_by_another_weight_than_its_parts_may_lie_just_outside():
    # 9 x 88.00 x 0.111 = 87.912, below the 88.00 of both units by the weight 1/9.
    unit = {"unsur": ["88.00"] * 9, "ikm": "88.00"}
    found = verdict_of("indeks", "ikm", unit={"A": unit, "B": unit}, unsur=["88.00"] * 9, ikm="87.91")
    assert found.putusan == FOLLOWS_WITH


# 40 + 62 = 102; 120 would need 80 for 62 or 58 for 40 (no one digit), 105 needs 43 for 40 or 65 for 62; 51 is their mean.
@pytest.mark.parametrize("key", ["unit", "layanan"])
@pytest.mark.parametrize(
    ("n", "verdict", "words"),
    [
        ("102", FOLLOWS, ""),
        ("51", FOLLOWS_WITH, "rata-rata responden"),
        ("105", DIFFERS, "jumlah responden 2 {key} adalah 102; dapat dijelaskan oleh satu angka pada A atau B"),
        ("120", DIFFERS, "jumlah responden 2 {key} adalah 102"),
    ],
)
def test_respondents_of_the_parts_sum_to_those_of_the_table(key, n, verdict, words):
    found = verdict_of(
        "jumlah", "responden", **{key: {"A": {"responden": "40"}, "B": {"responden": "62"}}}, responden=n
    )
    assert found.putusan == verdict
    assert words.format(key=key) in found.keterangan


def test_respondents_are_not_summed_where_a_part_prints_none():
    found = judged(unit={"A": {"responden": "40"}, "B": {"ikm": "80.00"}}, responden="120")
    assert "jumlah" not in {v.aturan for v in found}


def test_unknown_key_is_a_problem_with_line_and_suggestion(tmp_path):
    (tmp_path / "a.yml").write_text("ikm: 87,50\nrespondn: 10\n", encoding="utf-8")
    with pytest.raises(DataError, match=r"baris 2, kunci 'respondn': tidak dikenal.*Mungkin maksudnya 'responden'\?"):
        read_published_file(tmp_path / "a.yml", berkas="a.yml")


@pytest.mark.parametrize("number", ["9e400", "1e5", "3.12345678901", "9" * 20])
def test_number_that_no_report_prints_is_a_problem(tmp_path, number):
    (tmp_path / "a.yml").write_text(f"ikm: {number}\n", encoding="utf-8")
    with pytest.raises(DataError, match=r"kunci 'ikm': tertulis .* paling banyak 10 desimal"):
        read_published_file(tmp_path / "a.yml", berkas="a.yml")


def test_decimal_commas_between_brackets_are_a_problem(tmp_path):
    (tmp_path / "a.yml").write_text("unsur: [3,53, 3,61]\n", encoding="utf-8")
    with pytest.raises(DataError, match=r"di antara kurung, koma memisahkan nilai"):
        read_published_file(tmp_path / "a.yml", berkas="a.yml")


def test_rows_of_answers_are_refused(tmp_path):
    (tmp_path / "a.csv").write_text("No,U1\n1,4\n", encoding="utf-8")
    with pytest.raises(DataError, match=r"tidak memuat kolom 'nama'"):
        read_published_file(tmp_path / "a.csv", berkas="a.csv")


def printed(value, decimals):
    rounded = round_half_up(Fraction(value), decimals)
    return str(Decimal(rounded.numerator * 10**decimals // rounded.denominator).scaleb(-decimals))


@st.composite
def honest_tables(draw):
    """A table from whole answers, with some blanks: every figure computed exactly and rounded once."""
    n = draw(st.integers(1, 400))
    count = draw(st.sampled_from([8, 9, 10]))
    has_blanks = draw(st.booleans())
    answered = [draw(st.integers(max(1, n - 3), n)) if has_blanks else n for _ in range(count)]
    sums = [draw(st.integers(a, 4 * a)) for a in answered]
    means = [Fraction(total, a) for total, a in zip(sums, answered, strict=True)]
    factor, decimals = draw(st.sampled_from([(1, 2), (1, 3), (25, 2)]))
    ni = sum(means) / count
    women = draw(st.integers(0, n))
    population = n + draw(st.integers(0, 3))
    shown = [printed(factor * mean, decimals) for mean in means]
    lowest = sorted(range(count), key=lambda place: Decimal(shown[place]))
    return {
        "responden": str(n),
        "populasi": str(population),
        "sampel_minimum": str(krejcie_morgan(population)),
        "persen_sampel": printed(Fraction(100 * n, krejcie_morgan(population)), 1),
        "unsur": shown,
        "mutu_unsur": [classify_mutu(25 * mean) for mean in means],
        "ni": printed(ni, 2),
        "ikm": printed(25 * ni, 2),
        "mutu": classify_mutu(25 * ni),
        "prioritas": [f"U{place + 1}" for place in lowest[:3]],
        "profil": {
            "jk": {
                "L": [str(n - women), printed(Fraction(100 * (n - women), n), 2)],
                "P": [str(women), printed(Fraction(100 * women, n), 2)],
            }
        },
    } | ({"jawaban": [str(a) for a in answered]} if has_blanks else {})


@settings(max_examples=150, deadline=None)
@given(honest_tables())
def test_honest_table_has_no_figure_that_does_not_follow(table):
    population_allows = int(table["responden"]) >= int(table["sampel_minimum"])
    found = [verdict for verdict in judged(**table) if verdict.putusan == DIFFERS]
    assert [verdict for verdict in found if population_allows or verdict.tempat != "responden"] == []


@st.composite
def honest_recaps(draw):
    """Units with scores from 25 to 100 from whole answers, and their mean, simple or by respondents, rounded once."""
    units, sums, counts = {}, [], []
    for place in range(draw(st.integers(1, 5))):
        n = draw(st.integers(1, 300))
        counts.append(n)
        sums.append([Fraction(25 * draw(st.integers(n, 4 * n)), n) for _ in NINE])
        units[f"Unit {place}"] = row_of(sums[-1], sum(sums[-1]) / len(NINE)) | {"responden": str(n)}
    weights = draw(st.sampled_from([[1] * len(counts), counts]))
    columns = zip(*sums, strict=True)
    mean = [sum(w * cell for w, cell in zip(weights, cells, strict=True)) / sum(weights) for cells in columns]
    return {"unit": units} | row_of(mean, sum(mean) / len(mean))


def row_of(scores, ikm):
    return {
        "unsur": [printed(score, 2) for score in scores],
        "ikm": printed(ikm, 2),
        "mutu": classify_mutu(ikm),
    }


@settings(max_examples=60, deadline=None)
@given(honest_recaps())
def test_honest_recap_has_no_figure_that_does_not_follow(table):
    assert [verdict for verdict in judged(**table) if verdict.putusan == DIFFERS] == []


def test_example_of_the_guide_has_no_figure_that_does_not_follow(root, tmp_path):
    guide = (root / "docs" / "panduan.md").read_text(encoding="utf-8").partition("\n## 17 ")[2]
    (tmp_path / "a.yml").write_text(guide.partition("```yaml\n")[2].partition("```")[0], encoding="utf-8")
    found = audit_report(read_published_file(tmp_path / "a.yml", berkas="a.yml").report)
    assert len(found) > 10
    assert [verdict for verdict in found if verdict.putusan == DIFFERS] == []
