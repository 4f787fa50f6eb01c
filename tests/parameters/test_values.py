"""What may be written as a value, and the two halves of the sentence about what may not."""

import datetime
from decimal import Decimal

import pydantic
import pytest

from skmlib.parameters import values
from skmlib.parameters.values import explain


def read(kind, value):
    return pydantic.TypeAdapter(kind).validate_python(value)


def refusal(kind, value) -> tuple[str, str]:
    with pytest.raises(pydantic.ValidationError) as caught:
        read(kind, value)
    return explain(caught.value.errors()[0])


@pytest.mark.parametrize("text", ["3.62", "3,62", " 3,62 "])
def test_a_number_has_a_point_or_a_comma(text):
    assert read(values.Bilangan, text) == Decimal("3.62")


def test_a_published_number_keeps_its_precision():
    assert str(read(values.NilaiNi, "3,60")) == "3.60"


@pytest.mark.parametrize("text", ["tiga", "", "3,6,2", "1.188,5", "NaN", "Infinity", "62%"])
def test_what_is_no_number_is_refused(text):
    assert refusal(values.Bilangan, text) == (f"tertulis {text!r}", "seharusnya bilangan seperti 3,62 atau 0.5")


@pytest.mark.parametrize(
    ("kind", "text", "allowed"),
    [
        (values.NilaiNi, "0.99", "seharusnya 1 sampai 4"),
        (values.NilaiNi, "4.01", "seharusnya 1 sampai 4"),
        (values.NilaiIkm, "24.99", "seharusnya 25 sampai 100"),
        (values.NilaiIkm, "100.01", "seharusnya 25 sampai 100"),
        (values.Bagian, "-0.01", "seharusnya 0 sampai 1"),
        (values.Bagian, "1.01", "seharusnya 0 sampai 1"),
    ],
)
def test_a_number_outside_its_scale_is_refused(kind, text, allowed):
    assert refusal(kind, text) == (f"tertulis '{text}'", allowed)


@pytest.mark.parametrize(
    ("kind", "text"),
    [
        (values.NilaiNi, "1"),
        (values.NilaiNi, "4"),
        (values.NilaiIkm, "25"),
        (values.NilaiIkm, "100"),
        (values.Bagian, "0"),
        (values.Bagian, "1"),
    ],
)
def test_both_ends_of_a_scale_belong_to_it(kind, text):
    assert read(kind, text) == Decimal(text)


@pytest.mark.parametrize(("text", "number"), [("1188", 1188), ("010", 10)])
def test_a_count_is_a_whole_number(text, number):
    assert read(values.Positif, text) == number


@pytest.mark.parametrize("text", ["1.188,5", "banyak", "12,5"])
def test_what_is_no_whole_number_is_refused(text):
    allowed = "seharusnya bilangan bulat tanpa titik, misalnya 1188"
    assert refusal(values.Positif, text) == (f"tertulis {text!r}", allowed)


def test_a_count_written_with_a_thousands_point_is_refused():
    allowed = "seharusnya bilangan bulat tanpa titik, misalnya 1188"
    assert refusal(values.Positif, "1.188") == ("tertulis '1.188'", allowed)


@pytest.mark.parametrize("text", ["0", "-3"])
def test_a_count_below_one_is_refused(text):
    assert refusal(values.Positif, text) == (f"tertulis {text!r}", "seharusnya paling sedikit 1")


def test_a_date_is_year_month_day():
    assert read(values.Tanggal, "2024-05-08") == datetime.date(2024, 5, 8)


@pytest.mark.parametrize(
    "text", ["8 Mei 2024", "08/05/2024", "2024", "20240508", "0", "1728000", "2024-5-8", "2024-05-08T00:00:00", ""]
)
def test_a_date_written_otherwise_is_refused(text):
    assert refusal(values.Tanggal, text) == (f"tertulis {text!r}", "seharusnya tanggal seperti 2024-05-08")


def test_a_day_that_no_calendar_has_is_refused():
    assert refusal(values.Tanggal, "2024-02-30") == ("tertulis '2024-02-30'", "tanggal itu tidak ada pada kalender")


@pytest.mark.parametrize(("text", "value"), [("ya", True), ("tidak", False), ("Ya", True)])
def test_yes_and_no_are_indonesian(text, value):
    assert read(values.YaTidak, text) is value


@pytest.mark.parametrize("text", ["yes", "no", "true", "1", ""])
def test_another_yes_or_no_is_refused(text):
    assert refusal(values.YaTidak, text) == (f"tertulis {text!r}", "seharusnya 'ya' atau 'tidak'")


@pytest.mark.parametrize("text", ["010", "no", "12:30"])
def test_text_is_never_read_as_something_else(text):
    assert read(values.Teks, text) == text


def test_an_empty_text_is_refused():
    assert refusal(values.Teks, "  ") == ("kosong", "isi, atau hapus kunci ini bila tidak wajib")


@pytest.mark.parametrize(("value", "texts"), [("tes", ("tes",)), ([" tes ", "coba"], ("tes", "coba"))])
def test_one_text_or_several(value, texts):
    assert read(values.DaftarTeks, value) == texts


@pytest.mark.parametrize("value", [[], "", ["tes", ""], [["tes"]], {"tes": "ya"}])
def test_what_is_no_list_of_texts_is_refused(value):
    assert refusal(values.DaftarTeks, value) == (f"tertulis {value!r}", "seharusnya satu teks atau daftar teks")


@pytest.mark.parametrize("value", [["S1", "S1"], ["S1", "s1"], ["S1", "S2", " S1  "]])
def test_a_category_stands_once(value):
    assert refusal(values.DaftarBerbeda, value) == ("'S1' tertulis dua kali", "seharusnya sekali")


@pytest.mark.parametrize("name", ["2024", "2025-S1", "2025-S2", "2025-TW1", "2025-TW4"])
def test_periods_have_these_forms(name):
    assert read(values.Periode, name) == name


@pytest.mark.parametrize("name", ["2025-S3", "2025-TW5", "25", "2025/S1", "S1-2025", "2025-s1", "2025-S1\n../x"])
def test_another_period_is_refused(name):
    assert refusal(values.Periode, name) == (
        f"tertulis {name!r}",
        "seharusnya seperti '2025', '2025-S1', atau '2025-TW3'",
    )


@pytest.mark.parametrize("name", ["responden.csv", "Ekspor Formulir (1).csv", "réponses.csv"])
def test_a_plain_file_name_is_allowed(name):
    assert read(values.NamaBerkas, name) == name


@pytest.mark.parametrize("name", ["../rahasia.csv", "a/b.csv", "a\\b.csv", "C:data.csv", ".env", "..", "a\x00.csv"])
def test_a_path_in_a_file_name_is_refused(name):
    assert refusal(values.NamaBerkas, name) == (f"tertulis {name!r}", "seharusnya nama berkas saja, tanpa folder")


@pytest.mark.parametrize("name", ["Dinas Kesehatan", "../kota", "kota_baru", "-kota", "KASN"])
def test_another_short_code_is_refused(name):
    assert refusal(values.Slug, name) == (
        f"tertulis {name!r}",
        "seharusnya seperti 'kasn' atau 'dinas-kesehatan' (huruf kecil, angka, tanda hubung)",
    )


def test_another_key_is_refused():
    assert refusal(values.Kunci, "Jenis Kelamin") == (
        "tertulis 'Jenis Kelamin'",
        "seharusnya seperti 'jenis_kelamin' (huruf kecil, angka, garis bawah)",
    )


def test_labels_stand_under_their_codes_in_order():
    written = {"4": "Sangat baik", "3": "Baik", "2": ["Cukup", "Sedang"], "1": "Buruk"}
    assert list(read(values.Jawaban, written).items()) == [
        ("1", ("Buruk",)),
        ("2", ("Cukup", "Sedang")),
        ("3", ("Baik",)),
        ("4", ("Sangat baik",)),
    ]


@pytest.mark.parametrize(
    ("codes", "found"), [("123", "1, 2, 3"), ("01234", "0, 1, 2, 3, 4"), ("", "tidak ada"), ("abcd", "a, b, c, d")]
)
def test_labels_for_other_codes_are_refused(codes, found):
    assert refusal(values.Jawaban, {code: f"label {code}" for code in codes}) == (
        f"kodenya {found}",
        "seharusnya 1, 2, 3, 4",
    )


TWO_CODES = "seharusnya satu kode untuk setiap jawaban; bilangan 1 sampai 4 selalu berarti kodenya sendiri"


@pytest.mark.parametrize("doubled", ["Baik", "baik", " BAIK "])
def test_a_label_with_two_codes_is_refused(doubled):
    written = {"1": "Buruk", "2": doubled, "3": "Baik", "4": "Sangat baik"}
    assert refusal(values.Jawaban, written) == ("jawaban 'Baik' memiliki dua kode", TWO_CODES)


def test_two_spellings_that_differ_in_spaces_are_one_label():
    written = {"1": "Tidak  baik", "2": "Tidak baik", "3": "Baik", "4": "Sangat baik"}
    assert refusal(values.Jawaban, written) == ("jawaban 'Tidak baik' memiliki dua kode", TWO_CODES)


def test_codes_cannot_be_turned_round():
    """A form whose 4 is the worst answer would otherwise be read as if 4 were the best."""
    written = {"1": "4", "2": "3", "3": "2", "4": "1"}
    assert refusal(values.Jawaban, written) == ("jawaban '4' memiliki dua kode", TWO_CODES)


def test_a_label_may_repeat_its_own_code():
    assert read(values.Jawaban, {code: [code, f"Nilai {code}"] for code in "1234"})["4"] == ("4", "Nilai 4")


@pytest.mark.parametrize("code", ["1", "4"])
def test_a_code_cannot_be_read_as_a_blank(code):
    assert refusal(values.Kosong, ["-", code]) == (
        f"tertulis {code!r}",
        "kode 1 sampai 4 adalah jawaban dan tidak dapat dibaca kosong",
    )


def test_a_zero_may_be_read_as_a_blank():
    assert read(values.Kosong, "0") == ("0",)


@pytest.mark.parametrize(("text", "name"), [("eksak", "eksak"), ("0,111", "0.111"), ("0.11", "0.11")])
def test_a_weight_has_a_name(text, name):
    assert read(values.Bobot, text) == name


def test_own_weights_are_exact():
    assert read(values.Bobot, {"waktu": "0,6", "biaya": "0.4"}) == {"waktu": Decimal("0.6"), "biaya": Decimal("0.4")}


@pytest.mark.parametrize("text", ["0.1", "exact", "1/9", ""])
def test_another_weight_is_refused(text):
    allowed = "seharusnya 'eksak', '0.111', '0.11', atau bobot setiap unsur"
    assert refusal(values.Bobot, text) == (f"tertulis {text!r}", allowed)


def test_an_own_weight_that_is_no_number_is_refused():
    assert refusal(values.Bobot, {"waktu": "1/9"}) == (
        "bobot 'waktu' tertulis '1/9'",
        'seharusnya bilangan seperti 0.2, atau "0,2" dalam tanda kutip',
    )
