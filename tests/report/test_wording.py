"""Numbers, dates and names as a reader sees them."""

import ast
import datetime
import re
from decimal import Decimal
from fractions import Fraction

import pytest

from skmlib.report import wording


@pytest.mark.parametrize(
    ("value", "decimals", "expected"),
    [
        (Fraction(8272 * 25, 2340), 2, "88,38"),  # 88.376...
        (Fraction("88.305"), 2, "88,31"),  # the half goes up, where binary floats print 88.30
        (Fraction("-0.085"), 2, "−0,09"),
        (Fraction("-0.001"), 2, "0,00"),  # no sign before a zero
        (1234567, 0, "1.234.567"),
        (Fraction("1188.5"), 1, "1.188,5"),
        (81.225122, 2, "81,23"),
        (Decimal("12345678901234567890123456789.55"), 2, "12.345.678.901.234.567.890.123.456.789,55"),
        (Decimal("3.49"), 2, "3,49"),
        (None, 2, "-"),
    ],
)
def test_number_has_a_decimal_comma_and_is_rounded_half_up(value, decimals, expected):
    assert wording.number(value, decimals) == expected


@pytest.mark.parametrize(
    ("value", "expected"), [(Decimal("3.5"), "3,5"), (Decimal("90.62"), "90,62"), (Decimal(0), "0"), (None, "-")]
)
def test_published_number_keeps_its_decimals(value, expected):
    assert wording.exact(value) == expected


def test_percentage_is_short_in_a_sentence_and_aligned_in_a_column():
    assert [wording.percent(Fraction(value)) for value in (70, "134.715", 0)] == ["70%", "134,72%", "0%"]
    assert [wording.share(Fraction(value)) for value in (70, "134.715", 0)] == ["70,00%", "134,72%", "0,00%"]


def test_level_of_confidence_is_in_words():
    assert wording.LEVEL == "95%"


def test_change_carries_its_sign():
    assert wording.change(Fraction("0.13")) == "+0,13"
    assert wording.change(Fraction("-2.24")) == "−2,24"
    assert wording.change(Fraction("0.004")) == "0,00"
    assert wording.change(None) == "-"


@pytest.mark.parametrize("ends", [(None, 3.5), (3.5, None), (float("nan"), 3.5), (3.5, float("nan"))])
def test_interval_without_an_end_is_missing(ends):
    assert wording.interval(*ends) == "-"


def test_dates_are_written_out():
    assert wording.date(datetime.date(2024, 5, 8)) == "8 Mei 2024"
    start, end = datetime.date(2023, 12, 1), datetime.date(2024, 8, 31)
    assert wording.date_range(start, end) == "1 Desember 2023 sampai dengan 31 Agustus 2024"


def test_periods_and_quarters_are_written_out():
    shown = [wording.periode(name) for name in ("2025", "2025-S2", "2025-TW4")]
    assert shown == ["Tahun 2025", "Semester II Tahun 2025", "Triwulan IV Tahun 2025"]
    assert wording.quarter("2024-TW3") == "TW III 2024"


def test_list_of_names_with_commas_is_parted_by_semicolons():
    assert wording.listing(["U1 a", "U2 b, c, dan d", "U3 e"]) == "U1 a; U2 b, c, dan d; dan U3 e"


def test_decimal_comma_in_a_list_is_no_comma_between_words():
    assert wording.listing(["2022 3,49", "2023 3,62", "2024 3,54"]) == "2022 3,49, 2023 3,62, dan 2024 3,54"


def test_empty_list_is_empty():
    assert wording.listing([]) == ""


@pytest.mark.parametrize(
    ("name", "expected"), [("Kelompok usia", "kelompok usia"), ("K/L asal", "K/L asal"), ("ASN", "ASN"), ("", "")]
)
def test_name_inside_a_sentence_keeps_its_abbreviation(name, expected):
    assert wording.inline(name) == expected


def test_sentence_ends_once():
    assert wording.sentence(" jawaban dikirim. ") == "Jawaban dikirim."
    assert wording.sentence("lokasi: Balai Kota") == "Lokasi: Balai Kota."


def test_name_of_a_weight_has_a_decimal_comma():
    assert [wording.bobot(name) for name in ("eksak", "0.111", "menurut parameter")] == [
        "eksak",
        "0,111",
        "menurut parameter",
    ]


def shown_texts(tree: ast.AST) -> list[str]:
    """Every text of a module that is no docstring."""
    parents = (ast.Module, ast.ClassDef, ast.FunctionDef)
    docstrings = {ast.get_docstring(node, clean=False) for node in ast.walk(tree) if isinstance(node, parents)}
    texts = [node.value for node in ast.walk(tree) if isinstance(node, ast.Constant) and isinstance(node.value, str)]
    return [text for text in texts if text not in docstrings]


def test_no_number_of_the_regulation_is_typed_in_the_report(root):
    typed = re.compile(r"\b95%|\b5%|\b1–4|25–100|× ?25|88,31|76,61|\b(12|24) bulan|\bdua desimal")
    for path in sorted((root / "skmlib/report").glob("*.py")):
        found = [text for text in shown_texts(ast.parse(path.read_text(encoding="utf-8"))) if typed.search(text)]
        assert not found, f"{path.name}: {found}"
