"""A printed figure beside the recomputed one."""

from decimal import Decimal
from fractions import Fraction

import pytest

from skmlib.survey.printed_values import PrintedValue, compare_value, findings_of_printed, write_number


@pytest.mark.parametrize(
    ("printed", "exact", "follows"),
    [
        ("104", "103.654", True),
        ("103", "103.654", False),
        ("103", "102.5", True),  # a half is rounded up
        ("98.6", "98.59996", True),
        ("98.60", "98.606", False),  # 98.61
    ],
)
def test_figure_follows_at_its_printed_decimals(printed, exact, follows):
    assert compare_value("A", Decimal(printed), Fraction(exact), berkas="a.yml").sesuai is follows


def test_figure_that_follows_is_shown_with_the_printed_decimals_and_no_reason():
    value = compare_value("A", Decimal("98.6"), Fraction("98.59996"), berkas="a.yml", alasan="sebab")
    assert (value.shown_tercetak, value.shown_dihitung, value.alasan) == ("98,6", "98,6", "")


def test_figure_that_does_not_follow_is_a_finding_with_both_values():
    wrong = compare_value("A", Decimal("1188"), Fraction("1187.4"), berkas="a.yml", alasan="jumlah bulan")
    right = compare_value("B", Decimal(1), 1, berkas="a.yml")
    (finding,) = findings_of_printed([wrong, right])
    assert finding.pesan == "A: tercetak 1.188, dihitung ulang 1.187,40 (jumlah bulan)."
    assert (finding.jenis, finding.berkas) == ("angka_terbit", "a.yml")


def test_recomputed_whole_numbers_have_no_decimals():
    value = PrintedValue("A", (Decimal(134),), (Fraction(68), Fraction(136)), False, "", "a.yml")
    assert value.shown_dihitung == "68; 136"


def test_recomputed_figure_of_another_kind_has_its_own_decimals():
    value = PrintedValue("A", (Decimal("0.111"),), (Fraction("83.86213"),), False, "", "a.yml", desimal=2)
    assert value.shown_dihitung == "83,86"


@pytest.mark.parametrize(
    ("value", "decimals", "shown"),
    [
        (Fraction(10_755_144_930), 0, "10.755.144.930"),
        (Fraction(2, 3), 2, "0,67"),
        (Fraction(-1, 200), 2, "−0,01"),
        (Fraction(12345678901234567891, 1000), 3, "12.345.678.901.234.567,891"),
    ],
)
def test_numbers_are_written_for_messages(value, decimals, shown):
    assert write_number(value, decimals) == shown
