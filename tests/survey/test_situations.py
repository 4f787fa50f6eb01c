"""What stops a run, excludes a row, or is told: a small file of `tests/data/situasi` for each, and its whole message."""

import re
from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from skmlib.parameters import load_parameters
from skmlib.problems import DataError
from skmlib.survey.dataset import read_survey
from skmlib.survey.responses import read_responses, validate_responses

ANSWERS = "data/2025-S1/loket/responden.csv"
PARAMETERS = "params/2025-S1/loket.yml"
LABELS = "seharusnya salah satu dari 'Tidak sesuai', 'Kurang sesuai', 'Sesuai', 'Sangat sesuai', atau kode 1 sampai 4"
SAME_HEADING = (
    "samakan judul kolom di berkas ini dengan 'kolom' pada parameter. Kolom yang belum dipakai: 'Tarif layanan'."
)

STOPS = {
    "kolom_tidak_ada.csv": (
        f"{ANSWERS}: 2 masalah.\n"
        f"  kolom 'Biaya': tidak ada, {SAME_HEADING}\n"
        f"  kolom 'Sarana': tidak ada, {SAME_HEADING}"
    ),
    "label_tidak_dikenal.csv": (
        f"{ANSWERS}: 2 masalah.\n"
        f"  baris 3, kolom 'Syarat': tertulis 'Cukup sesuai', {LABELS}.\n"
        f"  baris 4, kolom 'Syarat': tertulis 'Sangat sesui', {LABELS}. Mungkin maksudnya 'Sangat sesuai'?"
    ),
    "kode_tidak_dikenal.csv": (
        f"{ANSWERS}: 2 masalah.\n"
        "  baris 3, kolom 'Syarat': tertulis '5', seharusnya bilangan bulat 1 sampai 4.\n"
        "  baris 4, kolom 'Prosedur': tertulis '0', seharusnya bilangan bulat 1 sampai 4."
    ),
    "berkas_tidak_terbaca.csv": (
        f"{ANSWERS}: 1 masalah.\n  ini berkas PDF, bukan CSV atau buku kerja, minta ekspornya sebagai CSV atau XLSX."
    ),
    "unsur_tidak_ada.yml": (
        f"{PARAMETERS}: 1 masalah.\n  baris 9, kunci 'unsur.sarana': tidak ada, tulis label dan kolomnya."
    ),
    "u8_tanpa_arti.yml": (
        f"{PARAMETERS}: 2 masalah.\n"
        "  baris 9, kunci 'unsur.pengaduan': tidak ada, tulis label dan kolomnya.\n"
        "  baris 17, kunci 'unsur.U8': U8 dan U9 tertukar pada sebagian formulir, tulis 'pengaduan' atau 'sarana'."
    ),
    "label_tidak_naik.yml": (
        f"{PARAMETERS}: 1 masalah.\n"
        "  kunci 'unsur.waktu.jawaban': kode 1 sampai 4 berarti 'Cepat', 'Kurang cepat', 'Tidak cepat', 'Sangat cepat', tidak "
        "dari terburuk ke terbaik, betulkan, atau tulis 'urutan_dipastikan: ya'."
    ),
    "parameter_tidak_sesuai.yml": (
        f"{PARAMETERS}: 2 masalah.\n"
        "  baris 19, kunci 'populasi': tertulis 'banyak', seharusnya bilangan bulat tanpa titik, misalnya 1188.\n"
        "  baris 20, kunci 'lokasii': tidak dikenal, hapus atau betulkan namanya. Mungkin maksudnya 'lokasi'?"
    ),
}
CONFIRMED = "label_dipastikan.yml"
TIME = "data: {kolom_waktu: Tanggal}\n"
# EXCLUDES: further parameters, rows read, excluded rows; TOLD: further parameters, kind, sentence, n, rows, index without
EXCLUDES = {
    "tanpa_jawaban.csv": (TIME, 3, {3: "tidak ada unsur yang dijawab"}),
    "entri_uji_coba.csv": (
        "data: {uji_coba: [{kolom: Nama, nilai: [tes, coba]}]}\n", 3, {3: "entri uji coba", 4: "entri uji coba"}
    ),
    "baris_jumlah.csv": ("", 4, dict.fromkeys((4, 5), "berisi jumlah, rata-rata, atau nomor kolom, bukan jawaban")),
}  # fmt: skip
EXCLUDED_SENTENCES = {
    "tanpa_jawaban.csv": "1 baris dikeluarkan karena tidak ada unsur yang dijawab: baris 3.",
    "entri_uji_coba.csv": "2 baris dikeluarkan karena entri uji coba: baris 3 dan 4.",
    "baris_jumlah.csv": (
        "2 baris dikeluarkan karena berisi jumlah, rata-rata, atau nomor kolom, bukan jawaban: baris 4 dan 5."
    ),
}
TOLD = {
    # the five rows left answer 3 throughout: 75
    "jawaban_kosong.csv": (
        "", "jawaban_kosong",
        "5 baris memuat jawaban kosong, U1 5 kali, yang tidak dihitung sebagai nol (baris 2, 3, 4, 5 dan 6).",
        5, (2, 3, 4, 5, 6), Fraction(75),
    ),
    "dibaca_kosong.csv": (
        "data: {dibaca_kosong: [Tidak tahu]}\n", "dibaca_kosong",
        "Jawaban 'Tidak tahu' dibaca sebagai kosong 1 kali (baris 2), sesuai parameter 'dibaca_kosong'.",
        1, (2,), None,
    ),
    # one row of sum 31 and five of sum 32 are left: 25 x 191 / 54
    "baris_kembar.csv": (
        TIME, "baris_kembar",
        ("5 baris sama dengan baris lain di atasnya dalam semua kolom yang dibaca, waktu sampai harinya; periksa "
        "kemungkinan pengisian ganda (baris 3, 4, 5, 6 dan 7)."),
        5, (3, 4, 5, 6, 7), Fraction(25 * 191, 54),
    ),
    # twenty rows of sum 31 are left: 25 x 31 / 9
    "baris_tanpa_keterangan.csv": (
        "", "baris_tanpa_keterangan",
        ("5 baris hanya berisi jawaban, sedangkan hampir semua baris lain juga memuat nomor, waktu, atau profil; bila itu "
        "rata-rata yang dibulatkan, hapus baris itu atau tulis 'Rata-rata' di depan jawabannya; bila responden, biarkan "
        "(baris 22, 23, 24, 25 dan 26)."),
        5, (22, 23, 24, 25, 26), Fraction(25 * 31, 9),
    ),
    # five rows of sum 31 are left: 25 x 31 / 9
    "jawaban_seragam.csv": (
        "", "jawaban_seragam",
        "6 baris memberi jawaban yang sama untuk semua unsur, yaitu nilai 4 sebanyak 5, nilai 3 sebanyak 1.",
        6, (2, 3, 4, 5, 6, 7), Fraction(25 * 31, 9),
    ),
    # five rows of sum 32 and one of sum 35 are left: 25 x 195 / 54
    "di_luar_masa.csv": (
        TIME, "di_luar_masa",
        "5 baris diisi di luar masa pengumpulan 2025-05-01 sampai 2025-05-31 (baris 2, 3, 4, 5 dan 6).",
        5, (2, 3, 4, 5, 6), Fraction(25 * 195, 54),
    ),
    # 3.841 x 400 x 0.25 / (0.0025 x 399 + 3.841 x 0.25) = 384.1 / 1.95775 = 196.2, up to 197
    "sampel_kurang.csv": (
        "populasi: 400\n", "sampel_kurang", "Responden 2 orang, kurang 195 dari sampel minimum 197.", 195, (), None,
    ),
    "melebihi_populasi.csv": (
        "populasi: 2\n", "melebihi_populasi",
        ("Responden 3 orang, lebih banyak daripada populasi 2; periksa 'populasi' atau pengisian ganda. Selang kepercayaan "
        "dihitung tanpa koreksi populasi."),
        1, (), None,
    ),
    "profil_tidak_dikenal.csv": (
        "profil: {jk: {nama: Jenis kelamin, kolom: JK, kategori: [Laki-laki, Perempuan]}}\n", "kelompok_tidak_dikenal",
        ("1 baris pada kolom 'JK' berisi 'Pria', yang tidak ada di 'kategori' dan dihitung tersendiri; betulkan ejaannya atau "
        "tambahkan pada 'kategori'."),
        1, (3,), None,
    ),
    "kolom_tidak_dipakai.csv": ("", "kolom_tidak_dipakai", "1 kolom tidak dipakai: 'Catatan'.", 1, (), None),
    # every unsur has the mean 3.5: 87.50
    "angka_disalin.csv": (
        "riwayat: [{periode: 2024-S2, ikm: '87.50', responden: 2}]\n", "angka_disalin",
        "Semua angka sama dengan yang terbit untuk periode 2024-S2; periksa apakah datanya disalin.",
        1, (), None,
    ),
    "isian_sementara.md": (
        "", "isian_sementara",
        "2 isian sementara masih tertinggal: 'COBA' pada baris 3, '.....' pada baris 7; ganti dengan teks yang sebenarnya.",
        2, (3, 7), None,
    ),
    # persyaratan 2.5 is the lowest and has no action, sarana 3.0 has one
    "rencana_tidak_sesuai.csv": (
        "jumlah_prioritas: 1\n", "rencana_melewati_unsur",
        ("Rencana menangani Sarana dan prasarana (3,00) (baris 2), padahal 1 unsur yang nilainya lebih rendah belum memiliki "
        "rencana: Persyaratan (2,50); tambahkan kegiatannya atau jelaskan alasannya."),
        1, (2,), None,
    ),
}  # fmt: skip


@pytest.fixture
def read(project, root):
    """Read a survey made around one of the files."""
    folder = root / "tests/data/situasi"

    def read_around(name, further=""):
        content = (folder / name).read_bytes()
        project.write_responses("3,4,3,4,3,4,3,4,3")
        place = {"csv": ANSWERS, "md": "data/2025-S1/loket/narasi.md"}.get(name.rpartition(".")[2])
        if place:
            project.write_bytes(place, content)
        else:
            path = project.root / PARAMETERS
            text = path.read_text(encoding="utf-8")
            kept = re.sub(r"unsur:\n(  .*\n)+", "", text) if b"unsur:" in content else text
            path.write_text(kept + content.decode(), encoding="utf-8")
        plan = folder / name.replace(".csv", "_tindak_lanjut.csv")
        if plan.name != name and plan.is_file():
            project.write_bytes("data/2025-S1/loket/tindak_lanjut.csv", plan.read_bytes())
        project.add(further)
        return read_survey("loket", "2025-S1", root=project.root)

    return read_around


def test_every_file_is_of_one_situation(root):
    names = {path.name for path in (root / "tests/data/situasi").iterdir()}
    assert names == {*STOPS, *EXCLUDES, *TOLD, "rencana_tidak_sesuai_tindak_lanjut.csv", CONFIRMED}


@pytest.mark.parametrize("name", STOPS)
def test_what_stops_the_run_is_said_whole(read, name):
    with pytest.raises(DataError) as caught:
        read(name)
    assert str(caught.value) == STOPS[name]


def test_labels_that_do_not_rise_are_read_where_the_parameters_confirm_them(read):
    assert read(CONFIRMED).responses.valid["waktu"].tolist() == [3]


@pytest.mark.parametrize("name", EXCLUDES)
def test_what_excludes_a_row_is_counted_with_its_reason(read, name):
    further, rows_read, reasons = EXCLUDES[name]
    survey = read(name, further)
    excluded = survey.responses.excluded
    assert dict(zip(excluded["baris"].tolist(), excluded["alasan"], strict=True)) == reasons
    assert survey.responses.rows_read == rows_read == len(survey.responses.valid) + len(reasons)
    assert survey.findings[0].pesan == EXCLUDED_SENTENCES[name]


@pytest.mark.parametrize("name", TOLD)
def test_what_is_told_has_its_place_and_the_index_without_it(read, name):
    further, jenis, *expected = TOLD[name]
    survey = read(name, further)
    found = [finding for finding in survey.findings if finding.jenis == jenis]
    assert [[finding.pesan, finding.n, finding.baris, finding.ikm_tanpa] for finding in found] == [expected]
    assert survey.responses.rows_read == len(survey.responses.valid) + len(survey.responses.excluded)


ROWS = st.lists(
    st.tuples(
        st.lists(st.sampled_from(["", "1", "2", "3", "4"]), min_size=9, max_size=9), st.sampled_from(["a", "tes"])
    ),
    min_size=1,
    max_size=8,
)


@settings(max_examples=60, deadline=None)
@given(ROWS, st.sampled_from(",;\t"), st.sampled_from(["utf-8", "utf-8-sig", "utf-16", "cp1252"]))
def test_every_row_that_is_read_is_scored_or_excluded_with_its_reason(make_project, rows, sign, encoding):
    project = make_project()
    project.add("data: {uji_coba: [{kolom: Nama, nilai: [tes]}]}\n")
    lines = [sign.join([*project.headings.split(","), "Nama"]), *(sign.join([*cells, nama]) for cells, nama in rows)]
    project.write_bytes(ANSWERS, ("\n".join(lines) + "\n").encode(encoding))
    parameters = load_parameters("loket", "2025-S1", root=project.root)
    responses = validate_responses(read_responses(parameters), parameters)
    answered = [baris for baris, (cells, nama) in enumerate(rows, start=2) if any(cells) and nama != "tes"]
    assert responses.valid["baris"].tolist() == answered
    assert responses.rows_read == len(rows) == len(responses.valid) + len(responses.excluded)
    assert set(responses.excluded["alasan"]) <= {"entri uji coba", "tidak ada unsur yang dijawab"}
