"""The second count of a recap, against figures worked by hand, and against the samples' hasil.json."""

import json
from fractions import Fraction

import pytest

from skmlib.pipeline.recap_files import write_recap_hasil
from skmlib.recount.compare import compare
from skmlib.recount.recap import recount_recap
from skmlib.recount.refusal import CannotRecountError
from skmlib.survey.recap import read_recap
from skmlib.survey.recap_summary import summarise_recap


def row(nama, score, *rest):
    return ",".join((nama, *[score] * 9, *rest))


def test_means_of_units_with_answers(agency, threes, fours):
    # docs/method.md, section 20: one respondent of 3 (75) and three of 4 (100): simple 87.5; all answers 25 x 15/4 = 93.75
    agency.add_unit("a", threes)
    agency.add_unit("b", *[fours] * 3)
    agency.tell("unit: [a, b]\n")
    found = recount_recap("kota", "2025-S1", root=agency.root)
    assert found["responden"] == 4
    assert found["rata_rata"]["rata_rata_unit"]["ikm"] == Fraction("87.5")
    assert found["rata_rata"]["responden"]["ikm"] == Fraction("93.75")
    assert (found["ikm"]["ikm"], found["ikm"]["mutu"]) == (Fraction("87.5"), "B")
    assert [(one["unit"], one["peringkat"], one["selisih"]) for one in found["peringkat"]] == [
        ("b", 1, Fraction("12.5")),
        ("a", 2, Fraction("-12.5")),
    ]


def test_means_of_published_rows_and_ranks_with_ties(published):
    # Simple (80 + 90 + 90) / 3 = 86.67; by respondents (20 x 80 + 10 x 90 + 10 x 90) / 40 = 85
    rows = (row("A", "80", "80", "B", "20"), row("B", "90", "90.5", "A", "10"), row("C", "90", "90", "A", "10"))
    published.publish(*rows, row("Rata-rata", "1", "1", "D", ""))
    found = recount_recap("kota", "2025-S1", root=published.root)
    assert found["rata_rata"]["rata_rata_unit"]["ikm"] == Fraction(260, 3)
    assert found["rata_rata"]["rata_rata_unit"]["ikm_tercetak"] == Fraction("260.5") / 3
    assert found["rata_rata"]["responden"]["nilai"]["waktu"] == 85
    assert [(one["unit"], one["peringkat"]) for one in found["unsur"]["waktu"]] == [("B", 1), ("C", 1), ("A", 3)]
    assert found["priorities"]["prioritas"] == list(found["unsur"])  # nine scores tie, and so do nine priorities


def test_table_without_all_respondents_has_no_mean_by_respondents(published):
    # The simple mean needs none: (80 + 90) / 2
    published.publish(row("A", "80", "80", "B", "20"), row("B", "90", "90", "A", ""))
    found = recount_recap("kota", "2025-S1", root=published.root)
    assert (found["responden"], found["rata_rata"]["responden"]["ikm"]) == (None, None)
    assert found["ikm"]["ikm"] == 85


def test_blank_cells_are_left_out_of_the_mean_of_their_unsur(published):
    # A prints eight scores of 80, B nine of 90: U4 is 90; A's index 80; the simple mean of the indices 85
    published.publish("A,80,80,80,,80,80,80,80,80,80,B,30", row("B", "90", "90", "A", "10"))
    found = recount_recap("kota", "2025-S1", root=published.root)["rata_rata"]
    assert (found["rata_rata_unit"]["nilai"]["biaya"], found["rata_rata_unit"]["ikm"]) == (90, 85)
    # by respondents (30 x 80 + 10 x 90) / 40 = 82.5, U4 90; the index is the mean of these cells, (8 x 82.5 + 90) / 9
    assert found["responden"]["ikm"] == Fraction(750, 9)


def test_parts_have_the_mean_of_their_units_and_the_whole_that_of_the_parts(agency, threes, fours):
    # utara: (75 + 100) / 2 = 87.5; selatan 75; the whole 81.25; by respondents (3 + 3 x 4 + 3) / 5 = 3.6, x 25 = 90
    agency.add_unit("a", threes, more="induk: utara\n")
    agency.add_unit("b", *[fours] * 3, more="induk: utara\n")
    agency.add_unit("c", threes, more="induk: selatan\n")
    agency.tell("tingkat: induk\n")
    found = recount_recap("kota", "2025-S1", root=agency.root)
    assert [(one["id"], one["n"], one["ikm"]) for one in found["unit_kerja"]] == [
        ("utara", 4, Fraction("87.5")),
        ("selatan", 1, 75),
    ]
    assert [one["id"] for one in found["unit_kerja"][0]["anggota"]] == ["a", "b"]
    assert (found["ikm"]["ikm"], found["rata_rata"]["responden"]["ikm"]) == (Fraction("81.25"), 90)


def test_part_by_respondents_has_its_answers_and_no_period_before(agency, threes, fours):
    # utara: (3 + 3 x 4) / 4 = 3.75, x 25 = 93.75
    agency.tell("tingkat: induk\nnilai_utama: responden\nperiode_sebelumnya: 2024-S2\n")
    more = "induk: utara\nriwayat: [{periode: 2024-S2, ikm: '80', responden: 9}]\n"
    agency.add_unit("a", threes, more=more)
    agency.add_unit("b", *[fours] * 3, more=more)
    found = recount_recap("kota", "2025-S1", root=agency.root)
    assert (found["unit_kerja"][0]["ikm"], found["unit_kerja"][0]["sebelumnya"]) == (Fraction("93.75"), None)
    assert found["perubahan"] is None


def test_changes_keep_the_decimals_of_what_was_printed(agency, threes, fours):
    # a: 100 - 80.1 = 19.9, one decimal; waktu 25 x 3.12 = 78, of which no decimal is sure: 0.01 there is 0.25 here.
    # b: its answers before are known, 100 - 75 = 25, exact. Both: (100 + 100) / 2 against (80.1 + 75) / 2 = 77.55, one decimal.
    agency.tell("periode_sebelumnya: 2024-S2\n")
    agency.add_unit("a", fours, more="riwayat: [{periode: 2024-S2, ikm: '80.1', unsur: {waktu: '3.12'}}]\n")
    agency.add_unit("b", threes, periode="2024-S2")
    agency.add_unit("b", fours, more="periode_sebelumnya: 2024-S2\n")
    found = recount_recap("kota", "2025-S1", root=agency.root)
    changes = [(one["unit"], one["perubahan"], one["desimal_perubahan"]) for one in found["peringkat"]]
    assert changes == [("a", Fraction("19.9"), 1), ("b", 25, None)]
    assert [(one["perubahan"], one["desimal_perubahan"]) for one in found["unsur"]["waktu"]] == [(22, 0), (25, None)]
    assert found["perubahan"] == {
        "units": ["a", "b"],
        "sebelumnya": Fraction("77.55"),
        "sekarang": 100,
        "perubahan": Fraction("22.45"),
        "desimal": 1,
    }


def test_changes_of_published_rows_are_found_by_name(published):
    # Index 81 (the mean of the cells) against 79.5, printed with one decimal: 1.5. B is new.
    published.tell("periode_sebelumnya: 2024-S2\n")
    published.publish(row("Unit A", "81", "80", "B", "20"), row("B", "70", "70", "C", "20"))
    published.publish(row("unit  a", "79", "79.5", "B", "20"), periode="2024-S2")
    found = recount_recap("kota", "2025-S1", root=published.root)
    assert [(one["unit"], one["perubahan"], one["desimal_perubahan"]) for one in found["peringkat"]] == [
        ("Unit A", Fraction("1.5"), 1),
        ("B", None, None),
    ]


def test_unit_with_its_own_weights_keeps_its_index_and_the_pooled_one_is_the_mean_of_its_cells(agency, threes, fours):
    # a: persyaratan 4, weight 0.2, the others 3: 3.2, x 25 = 80. b: exact weights, 75. Simple 77.5.
    # Pooled: persyaratan (4 + 3) / 2 x 25 = 87.5, the others 75; the mean of the nine cells (87.5 + 8 x 75) / 9 = 687.5 / 9
    names = ("persyaratan", "prosedur", "waktu", "biaya", "produk", "kompetensi", "perilaku", "pengaduan", "sarana")
    told = ", ".join(f"{name}: '{'0.2' if name == 'persyaratan' else '0.1'}'" for name in names)
    agency.add_unit("a", "4" + threes[1:], more=f"bobot: {{{told}}}\n")
    agency.add_unit("b", threes)
    found = recount_recap("kota", "2025-S1", root=agency.root)["rata_rata"]
    assert found["rata_rata_unit"]["ikm"] == Fraction("77.5")
    assert found["responden"]["ikm"] == Fraction("687.5") / 9


def test_unit_without_an_index_has_no_rank_and_no_share_in_the_mean(agency, threes, fours):
    # a has nobody who answered persyaratan: 100 is the only index; prosedur is over both, (75 + 100) / 2
    agency.add_unit("a", "," + threes[2:])
    agency.add_unit("b", fours)
    found = recount_recap("kota", "2025-S1", root=agency.root)
    assert [(one["unit"], one["nilai"]) for one in found["peringkat"]] == [("b", 100)]
    assert found["rata_rata"]["rata_rata_unit"]["ikm"] == 100
    assert found["rata_rata"]["rata_rata_unit"]["nilai"]["prosedur"] == Fraction("87.5")
    assert found["responden"] == 2


def test_verdicts_on_a_printed_row(published):
    # The mean of 80.51 and eight of 80 is 80.0567: the printed 80.06 follows; C is wrong for 80.06, which is B. 20 answers
    # have steps of 1.25: 80.00 is 64 x 1.25, 80.51 lies between 80 and 81.25.
    published.publish("A,80.51" + ",80.00" * 8 + ",80.06,C,20,U1;U2", columns=",prioritas")
    found = recount_recap("kota", "2025-S1", root=published.root)["tercetak"]
    assert [(one["hal"], one["sesuai"]) for one in found] == [
        ("ikm", True),
        ("mutu", False),
        ("prioritas", False),  # the eight of 80 are lower than U1
        *[("nilai", True)] * 8,
        ("nilai", False),
    ]
    assert found[-1]["tercetak"] == ["persyaratan"]


def test_verdicts_on_the_printed_mean(published):
    # (80 + 91) / 2 = 85.5, printed 85.5 and, for U2, 86; the index 85.55 of its own cells is (8 x 85.5 + 86) / 9 = 85.5556
    published.publish(
        row("A", "80", "80", "B", ""),
        row("B", "91", "91", "A", ""),
        "Rata-rata,85.5,86,85.5,85.5,85.5,85.5,85.5,85.5,85.5,85.55,B,",
    )
    found = [one for one in recount_recap("kota", "2025-S1", root=published.root)["tercetak"] if not one["sesuai"]]
    assert [(one["nama"], one["dihitung"]) for one in found] == [
        ("Rata-rata", Fraction("770") / 9),
    ]


def test_unit_that_puts_periods_together_has_reported(agency, threes, fours):
    # One of 3 and two of 4: (3 + 4 + 4) / 3 x 25
    agency.add_unit("a", threes, periode="2025-TW1")
    agency.add_unit("a", fours, fours, periode="2025-TW2")
    agency.add_unit("a", more="gabungan: [2025-TW1, 2025-TW2]\n")
    found = recount_recap("kota", "2025-S1", root=agency.root)
    assert (found["responden"], found["ikm"]["ikm"]) == (3, Fraction(275, 3))


def found_findings(found):
    return [(one["jenis"], one["n"]) for one in found["findings"]]


def test_findings_of_units(agency, threes, fours):
    # c has no data; d stands in no list; a has no answer to persyaratan, so no index
    # a: a blank, all answers alike, no index; b: all answers alike
    agency.tell("unit: [a, b, c]\n")
    agency.add_unit("a", "," + threes[2:])
    agency.add_unit("b", fours)
    agency.add_unit("c")
    agency.add_unit("d", fours)
    assert found_findings(recount_recap("kota", "2025-S1", root=agency.root)) == [
        ("unit_belum_melapor", 1),
        ("unit_tidak_disebut", 1),
        ("unit_tanpa_ikm", 1),
        ("unsur_tidak_dinilai", 1),
        ("temuan_unit", 4),
    ]


def test_findings_that_reports_of_units_tell(agency, threes, fours):
    # a: two equal rows, all answers alike; b: a blank, and weights that are not exact; c: nothing
    agency.tell("unit: [a, b, c]\n")
    agency.add_unit("a", threes, threes)
    agency.add_unit("b", "3,4,,3,4,3,4,3,4", more='bobot: "0.11"\n')
    agency.add_unit("c", "3,4,3,3,4,3,4,3,4")
    found = recount_recap("kota", "2025-S1", root=agency.root)
    assert [one["n_temuan"] for one in found["unit_kerja"]] == [2, 2, 0]
    assert ("temuan_unit", 4) in found_findings(found)


def test_units_below_their_minimum_sample(agency, threes, fours):
    # Krejcie and Morgan: 10 of 10 (their table)
    agency.add_unit("a", threes, more='populasi: "10"\n')
    agency.add_unit("b", *[fours] * 10, more='populasi: "10"\n')
    agency.add_unit("c", fours)
    found = recount_recap("kota", "2025-S1", root=agency.root)
    assert [one["sampel_minimum"] for one in found["unit_kerja"]] == [10, 10, None]
    assert ("unit_sampel_kurang", 1) in found_findings(found)


def test_units_with_the_same_answers(agency, threes):
    # a and b have the same ten rows in another order, d and e ten that are alike, f one row less
    rows = ["1,2,3,4,1,2,3,4,1", "4,3,2,1,4,3,2,1,4"] * 5
    agency.add_unit("a", *rows)
    agency.add_unit("b", *sorted(rows))
    agency.add_unit("d", *[threes] * 10)
    agency.add_unit("e", *[threes] * 10)
    agency.add_unit("f", *rows[1:])
    found = recount_recap("kota", "2025-S1", root=agency.root)
    assert ("jawaban_unit_sama", 2) in found_findings(found)


def test_findings_of_a_published_table(published):
    # B has reported nothing, C tells no respondents; A prints 81 for a mean of 80
    published.publish(row("A", "80", "81", "B", "20"), "B" + "," * 12, row("C", "80", "80", "B", ""))
    assert found_findings(recount_recap("kota", "2025-S1", root=published.root)) == [
        ("unit_belum_melapor", 1),
        ("unit_tanpa_responden", 1),
        ("angka_terbit", 1),
    ]


def test_recap_without_units_that_have_reported_is_refused(agency):
    agency.tell("unit: [a]\n")
    with pytest.raises(CannotRecountError, match="tidak ada unit"):
        recount_recap("kota", "2025-S1", root=agency.root)


@pytest.mark.parametrize("unit", ["kemensos", "kemensos-terbit"])
def test_both_counts_agree_on_the_samples(root, tmp_path, unit):
    write_recap_hasil(summarise_recap(read_recap(unit, "2024-S1", root=root)), tmp_path / "hasil.json")
    hasil = json.loads((tmp_path / "hasil.json").read_text(encoding="utf-8"))
    found = compare(hasil, recount_recap(unit, "2024-S1", root=root))
    assert found.differences == ()
    assert found.recounted > 250  # means, ranks and scores of five units and nine unsur
    assert found.not_recounted == ()


def test_one_digit_in_a_rank_or_mean_is_found(root, tmp_path):
    write_recap_hasil(summarise_recap(read_recap("kemensos", "2024-S1", root=root)), tmp_path / "hasil.json")
    hasil = json.loads((tmp_path / "hasil.json").read_text(encoding="utf-8"))
    hasil["peringkat"][0]["peringkat"] = 2
    hasil["rata_rata"]["responden"]["nilai"]["waktu"] |= {"pecahan": "90", "nilai": 90.0, "tercetak": "90,00"}
    differences = compare(hasil, recount_recap("kemensos", "2024-S1", root=root)).differences
    assert [difference.partition(":")[0] for difference in differences] == [
        "rata_rata/responden/nilai/waktu",
        "peringkat/0/peringkat",
    ]
