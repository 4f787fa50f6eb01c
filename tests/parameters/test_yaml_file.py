"""YAML in which every scalar stays the text that was typed, and every message names its line."""

from pathlib import Path

import pytest

from skmlib.parameters.yaml_file import parse_yaml, read_yaml, spell_path
from skmlib.problems import DataError

ROOT = Path(__file__).resolve().parents[2]
ADVICE = "periksa indentasi, titik dua, dan tanda kutip di baris ini dan baris sebelumnya"


def read(tmp_path, content: str | bytes):
    path = tmp_path / "loket.yml"
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return read_yaml(path, berkas="loket.yml")


def message(tmp_path, content: str | bytes) -> str:
    with pytest.raises(DataError) as caught:
        read(tmp_path, content)
    return str(caught.value)


@pytest.mark.parametrize(
    "text", ["010", "no", "ya", "yes", "on", "12:30", "1e3", "0x1F", "2024-05-08", "null", "~", "1_000", "0.10", ".5"]
)
def test_a_scalar_stays_the_text_that_was_typed(tmp_path, text):
    assert read(tmp_path, f"nilai: {text}\n").content == {"nilai": text}


@pytest.mark.parametrize("key", ["1", "no", "010", "2024-05-08"])
def test_a_key_stays_the_text_that_was_typed(tmp_path, key):
    assert read(tmp_path, f"{key}: a\n").content == {key: "a"}


def test_lists_and_mappings_nest(tmp_path):
    assert read(tmp_path, "a: [x, {b: 1}]\nc:\n  d: e\n").content == {"a": ["x", {"b": "1"}], "c": {"d": "e"}}


def test_a_byte_order_mark_and_windows_line_ends_do_not_matter(tmp_path):
    assert read(tmp_path, "\ufeffa: x\r\nb: y\r\n".encode()).content == {"a": "x", "b": "y"}


def test_each_value_knows_its_line(tmp_path):
    source = read(tmp_path, "a: x\nb:\n  - c: y\n  - c: z\n")
    assert (source.line_of(("a",)), source.line_of(("b", 1, "c"))) == (1, 4)


def test_a_missing_value_has_the_line_of_what_holds_it(tmp_path):
    assert read(tmp_path, "a: x\nb:\n  c: y\n").line_of(("b", "d", "e")) == 2


def test_what_stands_nowhere_has_no_line(tmp_path):
    assert read(tmp_path, "a: x\n").line_of(("b",)) is None


def test_an_empty_file_is_an_empty_mapping(tmp_path):
    assert read(tmp_path, "# belum diisi\n").content == {}


def test_lists_count_from_one_in_messages():
    assert spell_path(("riwayat", 0, "unsur", "biaya")) == "riwayat.1.unsur.biaya"


def test_a_doubled_key_is_refused_at_its_second_line(tmp_path):
    assert message(tmp_path, "a: x\nb: {c: 1, c: 2}\na: y\n") == (
        "loket.yml: 2 masalah.\n"
        "  baris 2, kunci 'b.c': tertulis dua kali, hapus salah satu.\n"
        "  baris 3, kunci 'a': tertulis dua kali, hapus salah satu."
    )


@pytest.mark.parametrize(
    ("text", "line", "advice"),
    [
        (
            "nama: x\nmetode: Survei: daring\n",
            2,
            "tulis teks yang memuat titik dua dan spasi di antara tanda kutip, dan samakan indentasinya",
        ),
        (
            "nama: x\n metode: y\n",
            2,
            "tulis teks yang memuat titik dua dan spasi di antara tanda kutip, dan samakan indentasinya",
        ),
        ("unsur:\n\twaktu: x\n", 2, "ganti TAB di awal baris dengan spasi"),
        ("nama: @loket\n", 1, "tulis teks yang diawali tanda khusus di antara tanda kutip"),
        ("nama: 100\nmetode: %puas\n", 2, "tulis teks yang diawali tanda khusus di antara tanda kutip"),
        ("nama: *loket\n", 1, "tulis teks yang diawali '*' di antara tanda kutip"),
        ("a: x\nnama: 'Loket\nmetode: y\n", 2, "tutup tanda kutip yang dibuka di sini"),
        (
            "a: x\nb: [{kolom: Apakah sesuai]}\n",
            2,
            "di antara kurung, tulis teks yang memuat koma, titik dua, atau tanda tanya di antara tanda kutip",
        ),
        ('nama: "Loket" Contoh\n', 1, ADVICE),
    ],
)
def test_broken_yaml_names_its_line_and_what_to_do(tmp_path, text, line, advice):
    assert message(tmp_path, text) == (f"loket.yml: 1 masalah.\n  baris {line}: tidak terbaca sebagai YAML, {advice}.")


def test_question_mark_between_braces_is_what_was_typed():
    assert parse_yaml("b: {kolom: Apakah sesuai?}\n", berkas="loket.yml").content == {"b": {"kolom": "Apakah sesuai?"}}


@pytest.mark.parametrize(
    "path", sorted((ROOT / "params").glob("*/*.yml")), ids=lambda path: f"{path.parent.name}/{path.stem}"
)
def test_both_parsers_of_yaml_read_the_same(path, monkeypatch):
    fast = parse_yaml(path.read_text(encoding="utf-8"), berkas="x.yml")
    monkeypatch.setattr("yaml.__with_libyaml__", False)
    assert parse_yaml(path.read_text(encoding="utf-8"), berkas="x.yml") == fast


def test_deep_nesting_is_refused_and_does_not_end_the_program():
    text = "a:\n" + "".join(" " * depth + "-\n" for depth in range(1, 1500)) + "b: " + "[" * 100_000
    with pytest.raises(DataError):
        parse_yaml(text, berkas="loket.yml")


@pytest.mark.parametrize("content", [b"a: \x00\n", b"a: x\n---\nb: y\n", b"a: " + b"[" * 5000])
def test_what_no_line_explains_is_still_a_message(tmp_path, content):
    assert "tidak terbaca sebagai YAML" in message(tmp_path, content)


@pytest.mark.parametrize("content", ["nama: Kantor Pos Café\n".encode("cp1252"), "nama: Loket\n".encode("utf-16")])
def test_another_encoding_is_refused(tmp_path, content):
    assert message(tmp_path, content) == "loket.yml: 1 masalah.\n  bukan teks UTF-8, simpan ulang sebagai UTF-8."


@pytest.mark.parametrize("text", ["- a\n- b\n", "hanya teks\n"])
def test_a_file_that_is_no_mapping_is_refused(tmp_path, text):
    assert message(tmp_path, text) == (
        "loket.yml: 1 masalah.\n  baris 1: bukan daftar 'kunci: nilai', lihat contoh di docs/data_dictionary.md."
    )


def test_a_template_left_unfilled_is_refused(tmp_path):
    assert message(tmp_path, "nama: x\nkota: {{ kota }}\n") == (
        "loket.yml: 1 masalah.\n  baris 2: kunci ini bukan teks, tulis teks berkurung di antara tanda kutip."
    )


def test_a_reference_to_itself_is_refused(tmp_path):
    assert message(tmp_path, "a: &a\n  b: *a\n") == (
        "loket.yml: 1 masalah.\n  isinya terlalu banyak atau terlalu dalam, hapus rujukan '*' dan '&'."
    )


def test_references_that_multiply_are_refused(tmp_path):
    layers = [f"l{n}: &l{n} [{', '.join([f'*l{n - 1}'] * 9)}]" for n in range(1, 9)]
    assert message(tmp_path, "\n".join(["l0: &l0 [x]", *layers])) == (
        "loket.yml: 1 masalah.\n  isinya terlalu banyak atau terlalu dalam, hapus rujukan '*' dan '&'."
    )


def test_a_folder_in_place_of_a_file_is_refused(tmp_path):
    with pytest.raises(DataError) as caught:
        read_yaml(tmp_path, berkas="loket.yml")
    assert str(caught.value) == (
        "loket.yml: 1 masalah.\n  berkas ini tidak dapat dibuka, tutup di program lain, lalu ulangi."
    )


def test_half_a_letter_is_refused(tmp_path):
    assert message(tmp_path, 'a: x\nb: "\\ud83d\\ude00"\n') == (
        "loket.yml: 1 masalah.\n  baris 2: memuat separuh huruf ('\\ud800' sampai '\\udfff'), tulis hurufnya sendiri."
    )


def test_a_file_that_is_far_too_large_is_refused_unread(tmp_path):
    path = tmp_path / "loket.yml"
    path.write_bytes(b"a: " + b"x" * 2**20)
    with pytest.raises(DataError) as caught:
        read_yaml(path, berkas="loket.yml")
    assert str(caught.value) == "loket.yml: 1 masalah.\n  lebih dari 1 MB, ini bukan berkas parameter."


def test_a_text_without_end_is_refused(tmp_path):
    assert message(tmp_path, f"a: x\nb: {'x' * 2001}\n") == (
        "loket.yml: 1 masalah.\n  baris 2: teks ini lebih panjang dari 2000 huruf, ringkaskan."
    )
