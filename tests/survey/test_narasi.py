"""The analyst's words: where each part goes, and what is told when it goes nowhere."""

from pathlib import Path

import pytest

from skmlib.problems import DataError
from skmlib.survey.narasi import find_placeholders, parse_narasi, read_narasi

UNSUR_NAMA = {"prosedur": "Sistem, mekanisme, dan prosedur", "waktu": "Waktu penyelesaian"}
UNSUR_LABEL = {"prosedur": "U2", "waktu": "U3"}


def parse(text: str):
    return parse_narasi(text, unsur_nama=UNSUR_NAMA, berkas="narasi.md", unsur_label=UNSUR_LABEL)


@pytest.mark.parametrize(
    "heading",
    [
        "# Waktu penyelesaian",
        "## waktu",
        "### WAKTU PENYELESAIAN",
        "## U3",
        "## U3 Waktu penyelesaian",
        "## 4.3 Waktu penyelesaian",
        "## c. Waktu",
        "##Waktu",
        "## **Waktu penyelesaian**:",
        "## Waktu penyelesaian ##",
    ],
)
def test_an_unsur_is_known_by_name_id_or_label(heading: str) -> None:
    assert parse(f"{heading}\n\nMasih lama.\n") == ({"waktu": "Masih lama."}, ())


def test_every_section_goes_to_its_place() -> None:
    text = (
        "## Latar belakang\nA\n## Pelaksana\nB\n## Metode\nC\n## Sistem, mekanisme, dan prosedur\nD\n"
        "## Kekuatan dan kelemahan\nE\n## Kesimpulan\nF\n## Lampiran\nG"
    )
    assert parse(text)[0] == {
        "latar belakang": "A",
        "pelaksana": "B",
        "metode": "C",
        "prosedur": "D",
        "kekuatan dan kelemahan": "E",
        "kesimpulan": "F",
        "lampiran": "G",
    }


def test_only_line_ends_end_a_line() -> None:
    assert parse("## Metode\nSatu\u2028dua\x0btiga\x0c\n") == ({"metode": "Satu\u2028dua\x0btiga\x0c"}, ())


def test_paragraphs_and_deeper_headings_stay_with_their_section() -> None:
    text = "## Metode\r\nSatu.\r\n\r\nDua.\r\n\r\n#### Rincian\r\n\r\n#1 tetap teks\r\n"
    assert parse(text) == ({"metode": "Satu.\n\nDua.\n\n#### Rincian\n\n#1 tetap teks"}, ())


def test_a_fence_hides_its_headings() -> None:
    assert parse("## Metode\n```\n# bukan judul\n```\n") == ({"metode": "```\n# bukan judul\n```"}, ())


def test_a_section_without_text_is_left_out() -> None:
    assert parse("## Metode\n\n## Lampiran\nFoto.") == ({"lampiran": "Foto."}, ())


def test_an_unknown_heading_is_told_with_what_is_lost() -> None:
    sections, findings = parse("## Metode\nDaring.\n## Kesimpulann\nBaik.\n\nSekali.\n")
    assert sections == {"metode": "Daring."}
    assert [(finding.jenis, finding.n, finding.baris, finding.pesan) for finding in findings] == [
        (
            "judul_narasi_tidak_dikenal",
            2,
            (3,),
            (
                "Judul 'Kesimpulann' (baris 3) tidak dikenal dan 2 baris teks di bawahnya tidak dimuat dalam laporan; "
                "judul yang dikenal: 'latar belakang', 'pelaksana', 'metode', 'kekuatan dan kelemahan', 'kesimpulan', "
                "'lampiran', 'Sistem, mekanisme, dan prosedur', 'Waktu penyelesaian'. Mungkin maksudnya 'kesimpulan'?"
            ),
        )
    ]


def test_a_title_without_text_loses_nothing_and_is_told() -> None:
    _, findings = parse("# Narasi unit\n## Metode\nDaring.")
    assert findings[0].pesan == (
        "Judul 'Narasi unit' (baris 1) tidak dikenal dan tidak ada teks di bawahnya; "
        "judul yang dikenal: 'latar belakang', 'pelaksana', 'metode', 'kekuatan dan kelemahan', 'kesimpulan', "
        "'lampiran', 'Sistem, mekanisme, dan prosedur', 'Waktu penyelesaian'."
    )


def test_a_bare_label_without_mapping_is_unknown() -> None:
    sections, findings = parse_narasi("## U8\nx", unsur_nama=UNSUR_NAMA, berkas="narasi.md")
    assert (sections, [finding.jenis for finding in findings]) == ({}, ["judul_narasi_tidak_dikenal"])


def test_text_before_the_first_heading_is_told() -> None:
    sections, findings = parse("Pengantar.\nDua baris.\n\n## Metode\nDaring.")
    assert sections == {"metode": "Daring."}
    assert [(finding.jenis, finding.n, finding.pesan) for finding in findings] == [
        (
            "narasi_tanpa_judul",
            2,
            "2 baris teks sebelum judul pertama tidak dimuat dalam laporan; beri judul bagian di atasnya.",
        )
    ]


def test_a_repeated_heading_is_told_and_joined() -> None:
    sections, findings = parse("## Metode\nSatu.\n## Lampiran\nFoto.\n## METODE\nDua.")
    assert sections == {"metode": "Satu.\n\nDua.", "lampiran": "Foto."}
    assert [(finding.jenis, finding.baris, finding.pesan) for finding in findings] == [
        (
            "judul_narasi_ganda",
            (5,),
            "Judul 'METODE' ditulis lebih dari sekali (baris 5) dan teksnya digabungkan; satukan bagian itu.",
        )
    ]


def test_placeholders_are_told_with_their_lines() -> None:
    _, findings = parse("## Metode\nCOBA COBA\nDi ..... oleh [isi nama].\n")
    assert [(finding.jenis, finding.n, finding.baris, finding.pesan) for finding in findings] == [
        (
            "isian_sementara",
            4,
            (2, 3),
            (
                "4 isian sementara masih tertinggal: 'COBA' pada baris 2, 'COBA' pada baris 2, '.....' pada baris 3, "
                "'[isi nama]' pada baris 3; ganti dengan teks yang sebenarnya."
            ),
        )
    ]


@pytest.mark.parametrize(
    "word",
    [
        "COBA",
        "coba",
        ".....",
        "xxx",
        "XXXX",
        "[isi tanggal]",
        "[Tulis di sini]",
        "TODO",
        "todo",
        "TBD",
        "Lorem ipsum",
        "……",
        "____",
    ],
)
def test_a_placeholder_is_found(word: str) -> None:
    assert find_placeholders(f"baik\n{word}\nbaik") == ((2, word),)


@pytest.mark.parametrize(
    "text",
    [
        "Kami coba perbaiki.",
        "dan seterusnya...",
        "dan seterusnya…",
        "**tebal** dan __tebal__",
        "Bab XX",
        "[isi](berkas.md)",
        "---",
    ],
)
def test_ordinary_text_is_no_placeholder(text: str) -> None:
    assert find_placeholders(text) == ()


def test_nothing_written_gives_nothing() -> None:
    assert parse("\n\n") == ({}, ())


def test_a_missing_file_is_none(tmp_path: Path) -> None:
    assert read_narasi(tmp_path / "narasi.md") is None


def test_a_byte_order_mark_does_not_hide_the_first_heading(tmp_path: Path) -> None:
    path = tmp_path / "narasi.md"
    path.write_text("## Metode\nDaring.", encoding="utf-8-sig")
    assert parse(read_narasi(path) or "") == ({"metode": "Daring."}, ())


def test_another_encoding_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "narasi.md"
    path.write_bytes("## Metode\nDaring – é".encode("cp1252"))
    with pytest.raises(DataError) as caught:
        read_narasi(path)
    assert str(caught.value) == "narasi.md: 1 masalah.\n  bukan teks UTF-8, simpan ulang sebagai UTF-8."


def test_tables_and_pictures_are_told():
    text = "## Metode\nBiasa.\n| a | b |\n![foto](foto.png)\n"
    findings = parse_narasi(text, unsur_nama={}, berkas="narasi.md")[1]
    assert [finding.pesan for finding in findings] == [
        "2 baris memuat tabel atau gambar Markdown (baris 3 dan 4), yang dicetak seperti diketik; hapus."
    ]
