"""Parameters whose values are fine one by one and do not fit together."""

import pytest

from skmlib.parameters import load_parameters
from skmlib.problems import DataError

FILE = "params/2025-S1/loket.yml"
UNSUR = "persyaratan, prosedur, waktu, biaya, produk, kompetensi, perilaku, pengaduan, sarana"


def load(project):
    return load_parameters("loket", "2025-S1", root=project.root)


def message(project) -> str:
    with pytest.raises(DataError) as caught:
        load(project)
    return str(caught.value)


def test_a_missing_unsur_is_named(project):
    project.change("  sarana: {label: U9, kolom: Sarana}\n", "")
    assert message(project) == (
        f"{FILE}: 1 masalah.\n  baris 8, kunci 'unsur.sarana': tidak ada, tulis label dan kolomnya."
    )


def test_a_free_service_may_drop_biaya(project):
    project.change("  biaya: {label: U4, kolom: Biaya}\n", "")
    assert "biaya" not in load(project).unsur


@pytest.mark.parametrize("label", ["U8", "U9", "u8"])
def test_a_bare_u8_or_u9_is_refused(project, label):
    project.change("  pengaduan: {label: U8", f"  {label}: {{label: U8")
    assert message(project) == (
        f"{FILE}: 2 masalah.\n"
        "  baris 8, kunci 'unsur.pengaduan': tidak ada, tulis label dan kolomnya.\n"
        f"  baris 16, kunci 'unsur.{label}': U8 dan U9 tertukar pada sebagian formulir, tulis 'pengaduan' atau 'sarana'."
    )


def test_a_bare_u8_is_refused_even_with_a_name(project):
    project.change("  pengaduan: {label: U8", "  U8: {nama: Pengaduan, label: U8")
    assert "U8 dan U9 tertukar pada sebagian formulir, tulis 'pengaduan' atau 'sarana'." in message(project)


def test_a_misspelt_unsur_gets_the_nearest_one(project):
    project.change("  prosedur:", "  prosedure:")
    assert message(project) == (
        f"{FILE}: 2 masalah.\n"
        "  baris 8, kunci 'unsur.prosedur': tidak ada, tulis label dan kolomnya.\n"
        f"  baris 10, kunci 'unsur.prosedure': bukan unsur dari peraturan, seharusnya salah satu dari {UNSUR}, "
        "atau unsur tambahan dengan 'nama'. Mungkin maksudnya 'prosedur'?"
    )


def test_a_further_unsur_has_a_name_and_stands_last(project):
    project.change("unsur:\n", "unsur:\n  keamanan: {nama: Keamanan, label: U10, kolom: Aman}\n")
    assert (load(project).unsur[-1], load(project).nama_unsur["keamanan"]) == ("keamanan", "Keamanan")


def test_a_further_unsur_has_a_plain_key(project):
    project.change("unsur:\n", "unsur:\n  Aman; nyaman: {nama: Keamanan, label: U10, kolom: Aman}\n")
    assert message(project) == (
        f"{FILE}: 1 masalah.\n"
        "  baris 9, kunci 'unsur.Aman; nyaman': tertulis 'Aman; nyaman', seharusnya huruf kecil, angka, dan garis bawah."
    )


@pytest.mark.parametrize("label", ["U8", "u8", '" U8 "'])
def test_a_label_stands_for_one_unsur(project, label):
    project.change("sarana: {label: U9", f"sarana: {{label: {label}")
    shown = label.strip('" ')
    assert message(project) == (
        f"{FILE}: 1 masalah.\n"
        f"  baris 17, kunci 'unsur.sarana.label': label {shown!r} sudah dipakai pada 'unsur.pengaduan.label', pakai yang lain."
    )


@pytest.mark.parametrize("heading", ["Biaya", "BIAYA", "' Biaya'"])
def test_a_column_serves_one_question(project, heading):
    project.change("kolom: Sarana", f"kolom: {heading}")
    shown = heading.strip("' ")
    assert message(project) == (
        f"{FILE}: 1 masalah.\n"
        f"  baris 17, kunci 'unsur.sarana.kolom': kolom {shown!r} sudah dipakai pada 'unsur.biaya.kolom', pakai yang lain."
    )


@pytest.mark.parametrize("key", ["kolom_waktu", "kolom_komentar"])
def test_the_time_stamp_and_the_comment_have_columns_of_their_own(project, key):
    project.add(f"data: {{{key}: Waktu}}\n")
    assert message(project) == (
        f"{FILE}: 1 masalah.\n"
        f"  baris 19, kunci 'data.{key}': kolom 'Waktu' sudah dipakai pada 'unsur.waktu.kolom', pakai yang lain."
    )


def test_a_test_mark_may_stand_in_any_column(project):
    project.add("data: {kolom_komentar: Saran, uji_coba: [{kolom: Saran, nilai: tes}]}\n")
    assert load(project).survei.data.uji_coba[0].nilai == ("tes",)


def test_a_key_serves_one_question(project):
    project.add("profil:\n  waktu: {nama: Waktu kunjungan, kolom: Jam, kategori: [Pagi, Siang]}\n")
    assert message(project) == (
        f"{FILE}: 1 masalah.\n"
        "  baris 20, kunci 'profil.waktu': kunci 'waktu' sudah dipakai pada 'unsur.waktu', pakai yang lain."
    )


@pytest.mark.parametrize("key", ["baris", "id_responden", "tanggal_isi", "layanan", "komentar"])
def test_a_column_of_the_program_is_no_key(project, key):
    project.add(f"profil:\n  {key}: {{nama: Lain, kolom: Lain, kategori: [Ya, Tidak]}}\n")
    assert message(project) == (
        f"{FILE}: 1 masalah.\n  baris 20, kunci 'profil.{key}': kunci {key!r} dipakai oleh program, pakai nama lain."
    )


OWN = (
    "persyaratan: {0}, prosedur: 0.1, waktu: 0.1, biaya: 0.1, produk: 0.1, kompetensi: 0.1, perilaku: 0.1, "
    "pengaduan: 0.1, sarana: 0.1"
)


def test_own_weights_that_sum_to_one_are_allowed(project):
    # 0.2 + 8 x 0.1 = 1
    project.add(f"bobot: {{{OWN.format('0.2')}}}\n")
    assert sum(load(project).bobot.values()) == 1


def test_own_weights_that_do_not_sum_to_one_are_refused(project):
    # 0.19 + 8 x 0.1 = 0.99
    project.add(f"bobot: {{{OWN.format('0,19')}}}\n".replace("0,19", "'0,19'"))
    assert message(project) == f"{FILE}: 1 masalah.\n  baris 19, kunci 'bobot': jumlah bobot 0.99, seharusnya tepat 1."


def test_a_weight_below_zero_is_refused(project):
    project.add(f"bobot: {{{OWN.format('-0.1').replace('sarana: 0.1', 'sarana: 0.4')}}}\n")
    assert (
        message(project)
        == f"{FILE}: 1 masalah.\n  baris 19, kunci 'bobot': bobot terkecil -0.1, seharusnya 0 atau lebih."
    )


def test_own_weights_name_each_unsur(project):
    project.add("bobot: {persyaratan: 0.5, prosedur: 0.5}\n")
    assert message(project) == (
        f"{FILE}: 1 masalah.\n  baris 19, kunci 'bobot': bobot untuk persyaratan, prosedur, seharusnya untuk {UNSUR}."
    )


@pytest.mark.parametrize("bobot", ["0.111", "0,11"])
def test_an_official_weight_is_for_nine_unsur(project, bobot):
    project.change("  biaya: {label: U4, kolom: Biaya}\n", "")
    project.add(f"bobot: '{bobot}'\n")
    assert message(project) == (
        f"{FILE}: 1 masalah.\n"
        f"  baris 18, kunci 'bobot': bobot {bobot.replace(',', '.')} untuk 8 unsur, hanya untuk 9 unsur; tulis 'eksak'."
    )


def test_the_history_names_unsur_of_this_report(project):
    project.add('riwayat:\n  - {periode: "2024", ni: "3.4", unsur: {sarana: "3.4", saranna: "3.5"}}\n')
    assert message(project) == (
        f"{FILE}: 1 masalah.\n"
        "  baris 20, kunci 'riwayat.1.unsur.saranna': tidak ada di 'unsur', hapus atau betulkan. Mungkin maksudnya 'sarana'?"
    )


def test_the_history_names_a_period_once(project):
    project.add('riwayat:\n  - {periode: "2024", ni: "3.4"}\n  - {periode: "2024", ni: "3.5"}\n')
    assert message(project) == (
        f"{FILE}: 1 masalah.\n  baris 21, kunci 'riwayat.2.periode': periode 2024 sudah ada di atas, hapus salah satu."
    )


def test_the_history_does_not_name_the_period_of_the_report(project):
    project.add("riwayat:\n  - {periode: 2025-S1, ni: 3.4}\n")
    assert message(project) == (
        f"{FILE}: 1 masalah.\n  baris 20, kunci 'riwayat.1.periode': periode 2025-S1 adalah periode laporan ini, "
        "riwayat hanya memuat periode sebelumnya."
    )


def test_the_period_before_is_not_the_period_of_the_report(project):
    project.add("periode_sebelumnya: 2025-S1\n")
    assert message(project) == (
        f"{FILE}: 1 masalah.\n"
        "  baris 19, kunci 'periode_sebelumnya': periode 2025-S1 adalah periode laporan ini, tulis periode sebelumnya."
    )


def test_a_comma_in_a_map_of_scores_is_told_as_one(project):
    project.add("riwayat:\n  - {periode: 2024-S2, ni: 3.4, unsur: {waktu: 3,20}}\n")
    told = message(project)
    assert "kunci 'riwayat.1.unsur.20'" in told
    assert "Di antara '{' dan '}', teks yang memuat koma perlu tanda kutip." in told


@pytest.mark.parametrize("later", ["2025-S2", "2025-TW3", "2026", "2025"])
def test_earlier_periods_do_not_end_after_the_report(project, later):
    project.add(f'riwayat:\n  - {{periode: "{later}", ni: 3.4}}\nperiode_sebelumnya: "{later}"\n')
    assert message(project) == (
        f"{FILE}: 2 masalah.\n  baris 20, kunci 'riwayat.1.periode': periode {later} berakhir sesudah periode laporan ini, "
        "2025-S1, riwayat hanya memuat periode sebelumnya.\n"
        f"  baris 21, kunci 'periode_sebelumnya': periode {later} berakhir sesudah periode laporan ini, 2025-S1, "
        "tulis periode sebelumnya."
    )


@pytest.mark.parametrize("earlier", ["2024-S2", "2024", "2025-TW1", "2025-TW2"])
def test_history_may_end_with_the_report(project, earlier):
    project.add(f'riwayat:\n  - {{periode: "{earlier}", ni: 3.4}}\n')
    load_parameters("loket", "2025-S1", root=project.root)


@pytest.mark.parametrize("within", ["2025-TW1", "2025-TW2"])
def test_a_part_of_the_report_is_not_the_period_before(project, within):
    project.add(f'periode_sebelumnya: "{within}"\n')
    assert message(project) == (
        f"{FILE}: 1 masalah.\n  baris 19, kunci 'periode_sebelumnya': periode {within} beririsan dengan periode laporan ini, "
        "2025-S1, tulis periode yang berakhir sebelum periode laporan ini dimulai."
    )


def test_spaces_part_choices_only_where_there_are_several(project):
    project.add("layanan: {kolom: Loket, kategori: [KTP, KK], pemisah: spasi}\n")
    assert message(project) == (
        f"{FILE}: 1 masalah.\n  baris 19, kunci 'layanan.pemisah': tertulis 'spasi', padahal hanya satu pilihan yang dibaca, "
        "tulis 'pilihan_ganda: ya', atau hapus baris ini."
    )


def test_the_separator_of_choices_is_one_of_two(project):
    project.add("layanan: {kolom: Loket, kategori: [KTP, KK], pilihan_ganda: ya, pemisah: koma}\n")
    assert message(project) == (
        f"{FILE}: 1 masalah.\n"
        "  baris 19, kunci 'layanan.pemisah': tertulis 'koma', seharusnya salah satu dari 'tanda', 'spasi'."
    )
