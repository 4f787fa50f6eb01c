"""Respondents and groups: the published profile, and nothing of a group that is too small."""

import pytest

from skmlib.report.groups import extra_questions_table, group_scores_tables, layanan_scores_table
from skmlib.report.profile import layanan_table, profile_tables, respondents_text

LAYANAN = "layanan: {kolom: Layanan, kategori: [KTP, KK, Akta]}\n"
FOURS, THREES = "4,4,4,4,4,4,4,4,4", "3,3,3,3,3,3,3,3,3"


def with_layanan(project, *rows: str) -> None:
    project.add(LAYANAN)
    project.write_responses(*rows, headings=f"{project.headings},Layanan")


def by_group(table) -> dict[str, tuple[str, ...]]:
    return {row[0]: row[1:] for row in table.rows}


@pytest.mark.parametrize(
    ("name", "key", "note"),
    [
        ("Responden menurut jenis kelamin", "jenis_kelamin", ()),
        ("Responden menurut kelompok usia", "usia", ("100,01%",)),
        ("Responden menurut pendidikan terakhir", "pendidikan", ("99,99%",)),
        ("Responden menurut instansi asal", "instansi", ()),
    ],
)
def test_kasn_profile_is_the_published_one(kasn, reference, tables, name, key, note):
    table = next(table for table in tables(profile_tables(kasn)) if table.title == name)
    published = {
        group: (str(n), f"{share:.2f}%".replace(".", ","))
        for group, (n, share) in reference["respondents"][key].items()
    }
    assert by_group(table) == published | {"Jumlah": ("260", "100,00%")}
    assert table.notes == tuple(f"Persentase yang tercetak berjumlah {sum_} karena pembulatan." for sum_ in note)


def test_kasn_services_are_the_published_ones(kasn, reference, tables):
    [table] = tables(layanan_table(kasn))
    published = reference["respondents"]["layanan"].items()
    assert [row[:3] for row in table.rows[:-1]] == [
        (name, str(n), f"{share:.2f}%".replace(".", ",")) for name, (n, share) in published
    ]


def test_survey_without_groups_says_so_once_a_section(sekadau, words):
    assert [words(make(sekadau)) for make in (profile_tables, layanan_table, layanan_scores_table)] == [
        "Berkas jawaban tidak memuat karakteristik responden, sehingga tidak ada yang disajikan.",
        "Survei ini tidak membedakan jenis layanan, sehingga hasil disajikan untuk unit secara keseluruhan.",
        "Nilai per layanan tidak disajikan karena survei ini tidak membedakan jenis layanan.",
    ]
    assert [words(make(sekadau)) for make in (group_scores_tables, extra_questions_table)] == [
        "Nilai menurut kelompok responden tidak disajikan karena berkas jawaban tidak memuat karakteristik.",
        "Kuesioner tidak memuat pertanyaan di luar unsur indeks.",
    ]


def test_small_groups_of_kasn_show_a_word_and_no_number(kasn, tables):
    table = next(table for table in tables(group_scores_tables(kasn)) if table.title == "IKM menurut kelompok usia")
    assert by_group(table)["15-24"] == ("4", "disembunyikan", "-", "-")
    assert by_group(table)[">60"] == ("2", "disembunyikan", "-", "-")
    assert table.notes == (
        (
            "Nilai kelompok dengan kurang dari 5 responden, atau kurang dari 5 jawaban untuk suatu unsur, disembunyikan; nilai "
            "kelompok lain ikut disembunyikan bila yang kecil dapat dihitung darinya."
        ),
    )


def test_small_service_hides_the_smallest_other_one_too(project, summarise, tables):
    with_layanan(project, *[f"{FOURS},KTP"] * 7, *[f"{THREES},KK"] * 6, f"{FOURS},Akta")
    [table] = tables(layanan_scores_table(summarise(project)))
    hidden = ("-",) * 10 + ("disembunyikan", "-", "-")
    assert by_group(table)["Akta"] == ("1", *hidden)
    assert by_group(table)["KK"] == ("6", *hidden)
    assert by_group(table)["KTP"] == ("7", *["4,00"] * 10, "100,00", "A", "-")
    # (7 + 1) x 4 + 6 x 3 = 50 of 14 respondents: 3.571; x 25 = 89.29
    # variance of the respondents' means 14/13 x 8/14 x 6/14 = 0.263736, of their mean / 14 = 0.018838; t(13) = 2.1604:
    # 25 x 2.1604 x 0.137253 = 7.413
    assert by_group(table)["Seluruh responden"] == ("14", *["3,57"] * 10, "89,29", "A", "81,87–96,70")
    # (4 + 3 + 4) / 3 would give the hidden services away together with the index of all respondents.
    assert "Rata-rata layanan" not in by_group(table)
    assert (
        "Rata-rata layanan tidak disajikan, karena nilai layanan yang disembunyikan dapat dihitung darinya."
        in table.notes
    )


def test_service_without_respondents_keeps_its_row(project, summarise, tables):
    with_layanan(project, *[f"{FOURS},KTP"] * 5, *[f"{THREES},KK"] * 5)
    [table] = tables(layanan_scores_table(summarise(project)))
    assert by_group(table)["Akta"] == ("0", *["-"] * 13)
    assert [note for note in table.notes if "Akta" in note] == [
        "Tanpa responden, sehingga tidak termasuk dalam rata-rata layanan: Akta."
    ]


def test_group_without_index_says_why(project, summarise, tables):
    no_fee = "4,4,4,,4,4,4,4,4"
    with_layanan(project, *[f"{no_fee},KTP"] * 5, *[f"{THREES},KK"] * 5, f"{FOURS},KK")
    [table] = tables(layanan_scores_table(summarise(project)))
    assert by_group(table)["KTP"] == ("5", *["4,00"] * 3, "-", *["4,00"] * 5, "-", "-", "-", "-")
    # KK: (5 x 3 + 4) / 6 = 3.1667; (4 + 3.1667) / 2 = 3.58; the fee has no mean, and the unit no mean index
    assert by_group(table)["Rata-rata layanan"] == ("11", *["3,58"] * 3, "-", *["3,58"] * 5, "-", "-", "-", "-")
    assert "KTP: Tidak ada jawaban untuk unsur Biaya/tarif, sehingga IKM tidak dihitung." in table.notes


def test_unknown_and_blank_groups_are_counted_apart(project, summarise, tables):
    project.add("profil: {jk: {nama: Jenis kelamin, kolom: JK, kategori: [L, P]}}\n")
    strange = '"<i>#1 $x & Co"'
    project.write_responses(
        f"{FOURS},L", f"{FOURS},{strange}", f"{FOURS},", f"{FOURS},l", headings=f"{project.headings},JK"
    )
    [table] = tables(profile_tables(summarise(project)))
    assert table.rows == (
        ("L", "2", "50,00%"),
        ("P", "0", "0,00%"),
        ("<i>#1 $x & Co", "1", "25,00%"),
        ("Tidak diisi", "1", "25,00%"),
        ("Jumlah", "4", "100,00%"),
    )
    assert "&lt;i&gt;#1 $x &amp; Co" in table.html()


def test_abbreviation_in_the_name_of_a_characteristic_stays(project, summarise, tables):
    project.add("profil: {asal: {nama: K/L asal, kolom: Asal, kategori: [BKN]}}\n")
    project.write_responses(*[f"{FOURS},BKN"] * 5, headings=f"{project.headings},Asal")
    results = summarise(project)
    titles = [table.title for make in (profile_tables, group_scores_tables) for table in tables(make(results))]
    assert titles == ["Responden menurut K/L asal", "IKM menurut K/L asal"]


def test_every_row_scored_is_said_in_one_sentence(kasn, words):
    assert words(respondents_text(kasn)) == "Berkas jawaban memuat 260 baris dan seluruhnya dinilai."


def test_excluded_rows_are_told_with_their_reason(project, summarise, words):
    project.add("data: {uji_coba: [{kolom: Catatan, nilai: tes}]}\n")
    project.write_responses(f"{FOURS},", f"{FOURS},tes", ",,,,,,,,,x", headings=f"{project.headings},Catatan")
    assert words(respondents_text(summarise(project))) == (
        "Berkas jawaban memuat 3 baris. Sebanyak 1 baris dinilai; yang dikeluarkan: 1 baris karena entri uji coba dan 1 baris "
        "karena tidak ada unsur yang dijawab."
    )


def test_questions_outside_the_index_have_their_own_table(kasn, tables):
    [table] = tables(extra_questions_table(kasn))
    assert len(table.rows) == 2
    assert [column.heading for column in table.columns][2:] == ["Rata-rata", "Nilai konversi", "Selang 95% rata-rata"]
    assert "tidak termasuk dalam IKM" in table.notes[0]
