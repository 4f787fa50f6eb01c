"""Parameter files found, fitted to their models, and refused with their line, their key and what was probably meant."""

from decimal import Decimal
from fractions import Fraction

import pytest

from skmlib.parameters import find_project, list_ignored, list_reports, load_parameters, load_report
from skmlib.problems import DataError

FILE = "params/2025-S1/loket.yml"


def load(project, unit="loket", periode="2025-S1"):
    return load_parameters(unit, periode, root=project.root)


def message(project, unit="loket", periode="2025-S1") -> str:
    with pytest.raises(DataError) as caught:
        load(project, unit, periode)
    return str(caught.value)


def test_parameters_have_defaults(project):
    survei = load(project).survei
    found = (survei.jumlah_prioritas, survei.ambang_kelompok, survei.ambang_alpha, survei.bobot, survei.baris_lampiran)
    assert found == (3, 5, Decimal("0.60"), "eksak", 300)


def test_partly_done_counts_nothing_by_default(project):
    assert load(project).survei.tindak_lanjut.kredit_sebagian == 0


def test_unsur_stand_in_the_order_of_their_labels_however_the_file_orders_them(project):
    project.change("  sarana: {label: U9, kolom: Sarana}\n", "")
    project.change("unsur:\n", "unsur:\n  sarana: {label: U8, kolom: Sarana}\n")
    project.change("pengaduan: {label: U8", "pengaduan: {label: U9")
    assert load(project).unsur[-2:] == ("sarana", "pengaduan")


def test_unsur_stand_in_the_order_of_the_list_when_a_label_has_no_number(project):
    project.change("  sarana: {label: U9, kolom: Sarana}\n", "")
    project.change("unsur:\n", "unsur:\n  sarana: {label: Sarana, kolom: Sarana}\n")
    assert load(project).unsur[-2:] == ("pengaduan", "sarana")


def test_files_that_belong_to_no_report_are_listed(project):
    project.write("params/2025-S1/desa.yaml", "")
    project.write("params/2025-s1/lain.yml", "")
    project.write("data/2025-S1/lokket/responden.csv", "")
    assert list_ignored(project.root) == ("data/2025-S1/lokket", "params/2025-S1/desa.yaml", "params/2025-s1/lain.yml")


def test_labels_belong_to_the_report(project):
    project.change("sarana: {label: U9", "sarana: {label: U0")
    project.change("pengaduan: {label: U8", "pengaduan: {label: U9")
    project.change("sarana: {label: U0", "sarana: {label: U8")
    labels = load(project).label_unsur
    assert (labels["pengaduan"], labels["sarana"]) == ("U9", "U8")


def test_names_are_those_of_the_regulation_unless_the_report_has_its_own(project):
    project.change("{label: U3, kolom: Waktu}", "{label: U3, kolom: Waktu, nama: Lama layanan}")
    names = load(project).nama_unsur
    assert (names["waktu"], names["biaya"]) == ("Lama layanan", "Biaya/tarif")


def test_the_weight_is_one_ninth_exactly(project):
    assert set(load(project).bobot.values()) == {Fraction(1, 9)}


def test_text_that_yaml_would_reinterpret_survives(project):
    project.change("metode: Kuesioner kertas", "metode: 010")
    project.change("lokasi: Balai Kota", "lokasi: no")
    project.change(
        "{tempat: Contoh, tanggal: 2025-07-15, jabatan: Kepala Loket}",
        "{tempat: Contoh, tanggal: 2025-07-15, jabatan: 12:30}",
    )
    survei = load(project).survei
    assert (survei.metode, survei.lokasi, survei.pengesahan.jabatan) == ("010", "no", "12:30")


def test_a_percent_sign_or_a_quote_in_a_heading_survives(project):
    project.change("kolom: Syarat", """kolom: 'Seberapa {0} % "sesuai" Bapak''s syarat?'""")
    assert load(project).survei.unsur["persyaratan"].kolom == ("""Seberapa {0} % "sesuai" Bapak's syarat?""",)


def test_files_and_folders_of_the_report(project):
    parameters = load(project)
    assert (parameters.berkas, parameters.data_folder) == ((FILE, "params/instansi/kota.yml"), "data/2025-S1/loket")


@pytest.mark.parametrize(
    ("old", "new", "problem"),
    [
        (
            "jabatan: Kepala Loket",
            "jabatann: Kepala Loket",
            (
                "baris 18, kunci 'pengesahan.jabatan': tidak ada, wajib diisi.\n"
                "  baris 18, kunci 'pengesahan.jabatann': tidak dikenal, hapus atau betulkan namanya. "
                "Mungkin maksudnya 'jabatan'?"
            ),
        ),
        (
            "metode:",
            "metoda:",
            "baris 6, kunci 'metoda': tidak dikenal, hapus atau betulkan namanya. Mungkin maksudnya 'metode'?",
        ),
        (
            "{label: U4, kolom: Biaya}",
            "{label: U4, kolom: Biaya, jawabann: x}",
            (
                "baris 12, kunci 'unsur.biaya.jawabann': tidak dikenal, hapus atau betulkan namanya. "
                "Mungkin maksudnya 'jawaban'?"
            ),
        ),
        (
            "{label: U4, kolom: Biaya}",
            "{label: U4, kolom: Menurut Bapak, berapa biayanya}",
            (
                "baris 12, kunci 'unsur.biaya.berapa biayanya': tidak dikenal, hapus atau betulkan namanya. "
                "Di antara '{' dan '}', teks yang memuat koma perlu tanda kutip."
            ),
        ),
        ("lokasi: Balai Kota\n", "", "kunci 'lokasi': tidak ada, wajib diisi."),
        (
            "lokasi: Balai Kota",
            "lokasi:",
            "baris 7, kunci 'lokasi': kosong, isi, atau hapus kunci ini bila tidak wajib.",
        ),
        (
            "lokasi: Balai Kota",
            "lokasi: [Balai, Kota]",
            "baris 7, kunci 'lokasi': susunannya lain, seharusnya satu teks.",
        ),
        (
            "{label: U4, kolom: Biaya}",
            "Biaya",
            "baris 12, kunci 'unsur.biaya': tertulis 'Biaya', seharusnya berisi 'kunci: nilai' di bawahnya.",
        ),
        (
            "{label: U4, kolom: Biaya}",
            "",
            "baris 12, kunci 'unsur.biaya': kosong, seharusnya berisi 'kunci: nilai' di bawahnya.",
        ),
        (
            "tanggal: 2025-07-15",
            "tanggal: 15 Juli 2025",
            "baris 18, kunci 'pengesahan.tanggal': tertulis '15 Juli 2025', seharusnya tanggal seperti 2024-05-08.",
        ),
        (
            "pengumpulan: {mulai: 2025-05-01, selesai: 2025-05-31}",
            "pengumpulan: {mulai: 2025-05-31, selesai: 2025-05-01}",
            "baris 5, kunci 'periode.pengumpulan': selesai 2025-05-01 sebelum mulai 2025-05-31, seharusnya sesudahnya.",
        ),
    ],
)
def test_what_does_not_fit_the_model_is_named(project, old, new, problem):
    project.change(old, new)
    assert problem in message(project)


@pytest.mark.parametrize(
    ("line", "problem"),
    [
        (
            "populasi: banyak",
            "kunci 'populasi': tertulis 'banyak', seharusnya bilangan bulat tanpa titik, misalnya 1188",
        ),
        ("profil:", "kunci 'profil': kosong, seharusnya berisi 'kunci: nilai' di bawahnya"),
        ("riwayat: {periode: 2024}", "kunci 'riwayat': susunannya lain, seharusnya daftar"),
        (
            "riwayat: [{periode: 2024}]",
            "kunci 'riwayat.1': tidak memuat 'ni' maupun 'ikm', seharusnya salah satu atau keduanya",
        ),
        (
            "laporan: [laporan-skm, rekap]",
            "kunci 'laporan.2': tertulis 'rekap', seharusnya salah satu dari 'laporan-skm', 'tindak-lanjut', 'publikasi'",
        ),
        ("laporan: []", "kunci 'laporan': tertulis [], seharusnya satu teks atau daftar teks"),
        ("laporan: [publikasi, publikasi]", "kunci 'laporan': 'publikasi' tertulis dua kali, seharusnya sekali"),
        (
            "laporan: [laporan-skm, tindak-lanjut]",
            "kunci 'laporan.2': 'tindak-lanjut' tanpa 'periode_sebelumnya', tulis periode yang rencananya dilaporkan",
        ),
        (
            "sampel: {pembulatan: atas}",
            "kunci 'sampel.pembulatan': tertulis 'atas', seharusnya salah satu dari 'ke_atas', 'terdekat'",
        ),
        (
            "data: {responden: ../rahasia.csv}",
            "kunci 'data.responden': tertulis '../rahasia.csv', seharusnya nama berkas saja, tanpa folder",
        ),
        (
            "profil: {Usia: {nama: Usia, kolom: Usia, kategori: [Muda, Tua]}}",
            "kunci 'profil.Usia': tertulis 'Usia', seharusnya seperti 'jenis_kelamin' (huruf kecil, angka, garis bawah)",
        ),
        (
            "profil: {usia: {nama: Usia, kolom: Lahir, kategori: [17-25], kelahiran: ya, kode: {1: 17-25}}}",
            "kunci 'profil.usia': 'kelahiran' bersama 'kode' atau 'pilihan_ganda', seharusnya salah satu",
        ),
        (
            "layanan: {kolom: Layanan, kategori: [KTP, ktp]}",
            "kunci 'layanan.kategori': 'KTP' tertulis dua kali, seharusnya sekali",
        ),
    ],
)
def test_a_value_that_may_not_be_written_is_named(project, line, problem):
    project.add(line + "\n")
    assert message(project) == f"{FILE}: 1 masalah.\n  baris 19, {problem}."


def test_every_problem_of_a_file_is_told_at_once(project):
    project.change("lokasi: Balai Kota\n", "")
    project.add("populasi: 0\nbobot: 1/9\n")
    assert message(project) == (
        f"{FILE}: 3 masalah.\n"
        "  kunci 'lokasi': tidak ada, wajib diisi.\n"
        "  baris 18, kunci 'populasi': tertulis '0', seharusnya paling sedikit 1.\n"
        "  baris 19, kunci 'bobot': tertulis '1/9', seharusnya 'eksak', '0.111', '0.11', atau bobot setiap unsur."
    )


def test_a_doubled_key_is_told(project):
    project.add("lokasi: Kantor Pos\n")
    assert message(project) == f"{FILE}: 1 masalah.\n  baris 19, kunci 'lokasi': tertulis dua kali, hapus salah satu."


def test_an_unknown_unit_gets_the_nearest_one(project):
    project.write("params/2025-S1/kantor-pos.yml", "nama: x\n")
    assert message(project, unit="lokett") == (
        "params/2025-S1/lokett.yml: 1 masalah.\n"
        "  berkas ini tidak ada, yang ada: '2025-S1/kantor-pos', '2025-S1/loket'. Mungkin maksudnya '2025-S1/loket'?"
    )


def test_an_unknown_period_gets_the_nearest_one(project):
    assert message(project, periode="2025-S2") == (
        "params/2025-S2/loket.yml: 1 masalah.\n"
        "  berkas ini tidak ada, yang ada: '2025-S1/loket'. Mungkin maksudnya '2025-S1/loket'?"
    )


@pytest.mark.parametrize(
    ("unit", "periode"), [("../instansi/kota", "2025-S1"), ("kota", "instansi"), ("loket", "../params/2025-S1")]
)
def test_a_unit_or_a_period_cannot_reach_another_file(project, unit, periode):
    assert message(project, unit, periode).startswith(
        f"params/{periode}/{unit}.yml: 1 masalah.\n  berkas ini tidak ada, yang ada: '2025-S1/loket'."
    )


def test_an_unknown_agency_gets_the_nearest_one(project):
    project.change("instansi: kota", "instansi: kotta")
    assert message(project) == (
        "params/instansi/kotta.yml: 1 masalah.\n"
        "  berkas ini tidak ada, yang ada: 'instansi/kota'. Mungkin maksudnya 'instansi/kota'?"
    )


def test_problems_of_the_report_and_of_its_agency_are_told_together(project):
    project.change("sarana: {label: U9", "sarana: {label: U8")
    project.write("params/instansi/kota.yml", "nama: Kota Contoh\nlogo: {berkas: a/b.png, alt: Lambang}\n")
    assert message(project) == (
        f"{FILE}: 1 masalah.\n"
        "  baris 17, kunci 'unsur.sarana.label': label 'U8' sudah dipakai pada 'unsur.pengaduan.label', pakai yang lain.\n"
        "params/instansi/kota.yml: 1 masalah.\n"
        "  baris 2, kunci 'logo.berkas': tertulis 'a/b.png', seharusnya nama berkas saja, tanpa folder."
    )


def test_a_unit_given_as_a_number_is_refused(project):
    with pytest.raises(TypeError) as caught:
        load(project, unit=7)
    assert str(caught.value) == "unit: 7 bukan teks; pada papermill tulis '-r unit 7', bukan '-p'."


def test_a_period_given_as_a_number_is_refused(project):
    with pytest.raises(TypeError) as caught:
        load(project, periode=2024)
    assert str(caught.value) == "periode: 2024 bukan teks; pada papermill tulis '-r periode 2024', bukan '-p'."


def test_reports_are_listed_by_period_then_unit(project):
    for name in ("2025-S1/arsip.yml", "2024/loket.yml", "2025-S1/catatan.txt", "konsep/loket.yml"):
        project.write(f"params/{name}", "nama: x\n")
    assert list_reports(project.root) == (("2024", "loket"), ("2025-S1", "arsip"), ("2025-S1", "loket"))


def test_the_project_is_found_from_below(project):
    below = project.root / "data" / "2025-S1"
    below.mkdir(parents=True)
    assert find_project(below) == project.root.resolve()


def test_a_folder_outside_any_project_is_refused(tmp_path):
    with pytest.raises(DataError) as caught:
        find_project(tmp_path)
    assert str(caught.value) == (
        f"{tmp_path}: 1 masalah.\n  bukan folder proyek, jalankan dari folder yang memuat 'params' dan 'data'."
    )


def test_the_sample_units_load(root):
    loaded = [load_report(unit, periode, root=root).own for periode, unit in list_reports(root)]
    assert [(own.instansi, own.nama) for own in loaded] == [
        ("sekadau", "Pemerintah Kabupaten Sekadau"),
        ("kemensos", "Layanan Kehumasan Biro Hubungan Masyarakat"),
        ("kemensos", "Layanan Informasi Publik Biro Hubungan Masyarakat"),
        ("kemensos", "Biro Hubungan Masyarakat"),
        *[("kasn", "Komisi Aparatur Sipil Negara")] * 2,
        ("kemensos", "Direktorat Jenderal Pemberdayaan Sosial"),
        ("kemensos", "Inspektorat Jenderal"),
        *[("kemensos", "Kementerian Sosial RI")] * 2,
        ("kemensos", "Direktorat Jenderal Perlindungan dan Jaminan Sosial"),
        ("kemensos", "Direktorat Jenderal Rehabilitasi Sosial"),
        ("kemensos", "Sekretariat Jenderal"),
        ("jatinegara-kaum", "Kelurahan Jatinegara Kaum"),
    ]


def test_parameters_of_a_recap_are_no_survey(root):
    with pytest.raises(DataError) as caught:
        load_parameters("kemensos", "2024-S1", root=root)
    assert str(caught.value) == (
        "params/2024-S1/kemensos.yml: 1 masalah.\n  berisi laporan 'rekap', bukan survei, pilih unit yang disurvei."
    )
