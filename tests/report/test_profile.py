"""Respondents (BAB III): rows scored and excluded, and the counts of each characteristic."""

from skmlib.report.profile import layanan_table, profile_tables, respondents_text

FOURS = "4,4,4,4,4,4,4,4,4"
BULAN = "profil: {bulan: {nama: Bulan kontak, kolom: Bulan, kategori: [Mei, Juni], pilihan_ganda: ya}}\n"


def test_rows_that_are_all_scored_are_said(project, summarise, words):
    project.write_responses(FOURS, FOURS)
    assert words(respondents_text(summarise(project))) == "Berkas jawaban memuat 2 baris dan seluruhnya dinilai."


def test_excluded_rows_are_said_by_reason(project, summarise, words):
    project.add("data: {uji_coba: [{kolom: Nama, nilai: [tes]}]}\n")
    project.write_responses(
        f"{FOURS},a", f"{FOURS},tes", f"{FOURS},tes", ",,,,,,,,,b", headings=f"{project.headings},Nama"
    )
    assert words(respondents_text(summarise(project))) == (
        "Berkas jawaban memuat 4 baris. Sebanyak 1 baris dinilai; yang dikeluarkan: 2 baris karena entri uji coba dan 1 baris "
        "karena tidak ada unsur yang dijawab."
    )


def test_several_choices_are_counted_against_respondents(project, summarise, tables):
    project.add(BULAN)
    rows = [f'{FOURS},"Mei, Juni"', f"{FOURS},Mei", f'{FOURS},"Mei;Juni"', f"{FOURS},"]
    project.write_responses(*rows, headings=f"{project.headings},Bulan")
    [table] = tables(profile_tables(summarise(project)))
    # of four respondents three name Mei, two Juni, and one nothing: 75, 50 and 25 per cent
    assert table.rows == (
        ("Mei", "3", "75,00%"),
        ("Juni", "2", "50,00%"),
        ("Tidak diisi", "1", "25,00%"),
        ("Jumlah pilihan", "6", "-"),
    )
    assert table.notes == (
        (
            "Satu responden dapat memilih lebih dari satu. Persentase dihitung terhadap 4 responden, sehingga jumlahnya dapat "
            "melebihi 100 persen."
        ),
    )


def test_rounded_shares_that_miss_100_have_a_note(project, summarise, tables):
    project.add("layanan: {kolom: Layanan, kategori: [KTP, KK, Akta]}\n")
    project.write_responses(
        *[f"{FOURS},{name}" for name in ("KTP", "KK", "Akta")], headings=f"{project.headings},Layanan"
    )
    [table] = tables(layanan_table(summarise(project)))
    # three times 33.33 is 99.99
    assert table.rows == (*[(name, "1", "33,33%") for name in ("KTP", "KK", "Akta")], ("Jumlah", "3", "100,00%"))
    assert table.notes == ("Persentase yang tercetak berjumlah 99,99% karena pembulatan.",)


def test_ages_from_births_say_how_they_were_counted(project, summarise, tables):
    project.add("profil: {usia: {nama: Usia, kolom: Lahir, kategori: [20-39, 40 ke atas], kelahiran: ya}}\n")
    project.write_responses(f"{FOURS},1985", f"{FOURS},1986", headings=f"{project.headings},Lahir")
    [table] = tables(profile_tables(summarise(project)))
    # the collection ends in May 2025: 40 and 39 years
    assert table.rows[:2] == (("20-39", "1", "50,00%"), ("40 ke atas", "1", "50,00%"))
    (note,) = table.notes
    assert note == (
        "Usia dihitung dari kelahiran: tahun berakhirnya pengumpulan jawaban (2025) dikurangi tahun lahir; dari tanggal lahir "
        "yang lengkap, usia penuh pada hari pengisian, atau pada akhir pengumpulan bila hari itu tidak diketahui atau di luar "
        "masa pengumpulan."
    )
