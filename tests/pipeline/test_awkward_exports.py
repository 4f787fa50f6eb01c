"""Every awkward export through `skm init`, an analyst's decisions and the readers, against tests/data/ekspor/fakta.csv."""

import csv
import json
import os
import re
import shutil
from fractions import Fraction
from pathlib import Path

import pandas as pd
import pytest
from click.testing import CliRunner

from skmlib.cli import main
from skmlib.parameters.marks import find_marks
from skmlib.pipeline.kinds import read_source
from skmlib.recount.compare import compare
from skmlib.recount.recount import recount_survey
from skmlib.survey.dataset import Survey, read_survey

EXPORTS = Path(__file__).parent.parent / "data" / "ekspor"
NOTEBOOKS = Path(__file__).parent.parent.parent / "notebooks"
ADMINISTRATIVE = 10  # agency, unit, two ranges, population, method, place; place, date and office of the signature
AGE = "berkas memuat usia dalam angka; kelompok ini usulan, sesuaikan dengan laporan sebelumnya"
BIRTHS = (
    "isian tampak sebagai kelahiran ({}), dan usia dihitung dari situ; sesuaikan kelompok ini dengan laporan sebelumnya, atau "
    "hapus 'kelahiran' bila bukan"
)
RANK = "urutan 1 (terburuk) sampai 4 (terbaik) ini usulan dari kata-katanya"
DIGIT = "angka di depan jawaban bertentangan dengan kata-katanya; di sini kata-katanya yang dipakai"
PARTS = "beberapa kolom menanyakan unsur ini dan diusulkan sebagai subpertanyaan; sisakan yang memang ditanyakan"
ANSWERS = "judul kolom ini tidak menyebut unsur; diusulkan dari kata jawabannya"
FURTHER = "bila ini unsur indeks, pindahkan ke 'unsur'; bila bukan, biarkan di luar indeks"
OVERALL = "diusulkan sebagai pertanyaan kepuasan secara keseluruhan; hapus baris ini bila bukan"
UNKNOWN = "betulkan di berkas, tambahkan pada 'jawaban', atau daftarkan pada 'dibaca_kosong' bila tidak menjawab"
JOINED = "'Surat pindah, datang' selalu dipilih bersama dan dibaca sebagai satu pilihan; pisahkan bila dua pilihan"
CUKUP = (
    "jawaban 'cukup baik' tidak dikenal, 13 kali (kolom 'Prosedur' baris 3, 10, 12 dan 22; kolom 'Waktu pelayanan' "
    f"baris 10, 12, 15, 22, 28 dan 35; kolom 'Sarana prasarana' baris 10, 15 dan 35); {UNKNOWN}"
)
ZERO = (
    "jawaban '0' tidak dikenal, 5 kali (kolom 'U3' baris 4; kolom 'U4' baris 22; kolom 'U6' baris 40; "
    f"kolom 'U8' baris 22; kolom 'U9' baris 9); {UNKNOWN}"
)
PAIR = (
    "'Persyaratan - Kenyataan' diusulkan sebagai unsur dan 'Persyaratan - Harapan' sebagai kepentingannya; tukar atau hapus "
    "bila keliru (begitu juga pada 8 unsur lain)"
)
REPEATED = "mengulang judul kolom, bukan jawaban"
SUMS = "berisi jumlah, rata-rata, atau nomor kolom, bukan jawaban"
SWAPPED = "U8 dan U9 tertukar pada sebagian formulir; di sini kolom ini dibaca sebagai {}"

# What every analyst fills in, whatever the export.
COMMON = {
    'nama: "?"\nperiode': "nama: Unit Contoh\nperiode",
    'populasi: "?"\n': "",
    'metode: "?"': "metode: Kuesioner",
    'lokasi: "?"': "lokasi: Kantor",
    'tempat: "?"': "tempat: Kota Contoh",
    'tanggal: "?"': "tanggal: 2025-12-31",
    'jabatan: "?"': "jabatan: Kepala",
}
ASKED = "Bagaimana pendapat Saudara tentang keamanan/integritas pelayanan (bebas pungli, calo, dan percaloan)?"
KEAMANAN = (
    f'  pertanyaan_1:\n    nama: "{ASKED}"\n    kolom: "{ASKED}"\n'
    '    jawaban: {1: "Tidak aman", 2: "Kurang aman", 3: Aman, 4: "Sangat aman"}\n'
)
# What the analyst of one export decides, as edits of the text once the marks are gone; a name with / is another decision.
DECIDED = {
    "sepuluh-unsur": {
        KEAMANAN: "",
        "\nlayanan:": "\n" + KEAMANAN.replace("pertanyaan_1:", "keamanan:\n    label: U10") + "layanan:",
    },
    "label-sembarang": {
        '2: "Kurang baik"': '2: ["Kurang baik", "Cukup baik"]',
        '2: ["Kurang baik", Kurang]': '2: ["Kurang baik", Kurang, "Cukup baik"]',
    },
    "u1-u9-tanpa-arti": {
        '  responden: "DATA IKM 2025.csv"\n': '  responden: "DATA IKM 2025.csv"\n  dibaca_kosong: ["0", "5"]\n',
        "label: U8\n    kolom: U8": "label: U9\n    kolom: lain",
        "label: U9\n    kolom: U9": "label: U8\n    kolom: U8",
        "kolom: lain": "kolom: U9",
    },
    "kode-tidak-naik/kode-tercetak": {
        '1: ["Tidak sesuai", "3 - tidak sesuai"]': "1: Sesuai",
        '3: [Sesuai, "1 - sesuai"]\n      4: "Sangat sesuai"': (
            '3: "Tidak sesuai"\n      4: "Sangat sesuai"\n    urutan_dipastikan: ya'
        ),
    },
    "nilai-bawaan/tanpa-uji": {
        '  kolom_komentar: "Saran dan masukan"\n': (
            '  kolom_komentar: "Saran dan masukan"\n'
            '  uji_coba: [{kolom: "Saran dan masukan", nilai: [tes, coba, "Tes 123"]}]\n'
        )
    },
}
MARKS = {
    "berkas-per-bulan": [
        "3 berkas berjudul sama diusulkan sebagai tahap dan dibaca bersama; hapus baris berkas yang bukan bagian survei ini",
        "dibaca sebagai tidak menjawab ('Tidak tahu' 2 kali); hapus yang memang jawaban",
    ],
    "banyak-layanan": [JOINED],
    "banyak-lembar": [AGE],
    "cetak-per-halaman": [AGE],
    "harapan-kenyataan": [PAIR],
    "judul-bertingkat": [AGE],
    "judul-kembar": [ANSWERS, ANSWERS],
    "kode-tidak-naik": [DIGIT, AGE],
    "label-sembarang": [
        CUKUP,
        f"{RANK} (begitu juga pada 8 pertanyaan lain dengan jawaban yang sama)",
        AGE,
    ],
    "lembar-per-layanan": [
        (
            "3 lembar berjudul sama diusulkan sebagai tahap dan dibaca bersama; hapus baris lembar yang bukan bagian survei "
            "ini; tidak ikut: 'REKAP' (bukan jawaban responden), 'Laboratorium' (tanpa jawaban)"
        ),
        (
            "nama tahap diusulkan sebagai layanan, sebab tidak ada kolom layanan; bila bukan, hapus 'layanan', atau pindahkan "
            "ke 'profil' bila misalnya cabang"
        ),
    ],
    "panjang-titik-koma": [AGE],
    "panjang-xlsx": [AGE],
    "pilihan-berspasi": [AGE],
    "sel-gabung-ke-bawah": [AGE],
    "sepuluh-unsur": [AGE, FURTHER, RANK, FURTHER, RANK, OVERALL],
    "sub-pertanyaan": [PARTS, PARTS],
    "tab-windows-1252": [AGE],
    "tanggal-amerika": [BIRTHS.format("27 tahun, 1 usia")],
    "tanggal-lahir": [
        f"{BIRTHS.format('1 tahun, 23 tanggal')}; tanggal lahir adalah data pribadi, hapus profil ini bila tidak boleh dibaca"
    ],
    "titik-koma-bom": [AGE],
    "u1-u9-tanpa-arti": [
        "judul kolom tidak menyebut unsur; urutan ini menurut daftar peraturan, cocokkan dengan kuesioner yang dipakai",
        f"jawaban '5' tidak dikenal, 2 kali (kolom 'U1' baris 33; kolom 'U8' baris 15); {UNKNOWN}",
        ZERO,
        SWAPPED.format("pengaduan"),
        SWAPPED.format("sarana"),
    ],
}
SCALE = (
    "SKM memerlukan jawaban 1 sampai 4. Skala lain tidak dapat diubah menjadi skala 4 tanpa mengubah "
    "hasilnya; sebarkan kuesioner dengan empat pilihan jawaban, atau keluarkan kolom ini dari berkas "
    "bila bukan unsur SKM."
)
REFUSED = {
    "bukan-skm-bintang": (
        "Ulasan Layanan (Responses).csv: 2 masalah.\n  kolom 'Beri bintang untuk kemudahan prosedur' dan "
        "2 kolom lain ('Beri bintang untuk kecepatan pelayanan', 'Beri bintang untuk fasilitas'): "
        f"jawabannya bintang ('⭐⭐', '⭐⭐⭐', '⭐⭐⭐⭐', '⭐⭐⭐⭐⭐'), {SCALE}"
        "\n  pertanyaan tentang persyaratan, produk, kompetensi, perilaku, pengaduan tidak ditemukan, SKM "
        "menanyakan kesembilan unsur, hanya biaya yang boleh tidak ada.\n"
    ),
    "bukan-skm-likert": (
        "survei kepuasan skala 5.csv: 1 masalah.\n  kolom 'Persyaratan (1 = Sangat tidak puas, 2 = Tidak "
        "puas, 3 = Net…' dan 8 kolom lain ('Sistem, Mekanisme, dan Prosedur (1 = Sangat tidak puas, 2 "
        "=…', 'Waktu Penyelesaian (1 = Sangat tidak puas, 2 = Tidak puas, …', 'Biaya/Tarif (1 = Sangat "
        "tidak puas, 2 = Tidak puas, 3 = Net…', 'Kompetensi Pelaksana (1 = Sangat tidak puas, 2 = Tidak "
        "puas…', 'Perilaku Pelaksana (1 = Sangat tidak puas, 2 = Tidak puas, …', 'Penanganan Pengaduan, "
        "Saran dan Masukan (1 = Sangat tidak p…', 'Sarana dan Prasarana (1 = Sangat tidak puas, 2 = "
        "Tidak puas…', 'Produk Spesifikasi Jenis Pelayanan (1 = Sangat tidak puas, …'): jawabannya skala "
        f"1 sampai 5 ('1', '2', '3', '4', '5'), {SCALE}"
        "\n"
    ),
    "panjang-bertentangan": (
        "rekap jawaban per pertanyaan.csv: 1 masalah.\n  responden 'Q-07' menjawab 'Waktu Penyelesaian' "
        "dengan 'Cepat' dan 'Tidak cepat' pada baris 58 dan 65, sisakan satu jawaban.\n"
    ),
}


def read_facts() -> dict[str, dict[str, tuple[int, Fraction]]]:
    facts: dict[str, dict[str, tuple[int, Fraction]]] = {}
    with (EXPORTS / "fakta.csv").open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            facts.setdefault(row["ekspor"], {})[row["unsur"]] = (int(row["n"]), Fraction(row["jumlah"]))
    return facts


def read_ages() -> dict[str, dict[str, int]]:
    ages: dict[str, dict[str, int]] = {}
    with (EXPORTS / "fakta_usia.csv").open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            ages.setdefault(row["ekspor"], {})[row["kelompok"]] = int(row["n"])
    return ages


FACTS = read_facts()
AGES = read_ages()


def call(root: Path, *words: str):
    return CliRunner().invoke(main, ["--root", str(root), *words], env={"COLUMNS": "2000"})


def begin(root: Path, name: str):
    (root / "params").mkdir()
    exports = map(str, sorted((EXPORTS / name).iterdir()))
    return call(root, "init", *exports, "--unit", name, "--periode", "2025")


def decide(root: Path, name: str) -> None:
    """Decide as an analyst does: fill in, edit, and delete the marks."""
    export = name.partition("/")[0]
    path = root / "params" / "2025" / f"{export}.yml"
    text = re.sub(r"\n *# PERIKSA: [^\n]*|  # PERIKSA: [^\n]*", "", path.read_text(encoding="utf-8"))
    for old, new in {**COMMON, **DECIDED.get(name, {})}.items():
        assert old in text, f"{old!r} is not in the proposal"
        text = text.replace(old, new)
    path.write_text(text, encoding="utf-8")
    (root / "params" / "instansi" / f"{export}.yml").write_text("nama: Instansi Contoh\n", encoding="utf-8")


def sums(survey: Survey) -> dict[str, tuple[int, Fraction]]:
    """Count respondents and add their answers, unsur by unsur, without the project's own tally."""
    frame = survey.responses.valid
    found = {}
    for unsur in survey.parameters.unsur:
        parts = [name for name in frame.columns if name.startswith(f"{unsur}.")] or [unsur]
        given = [[int(answer) for answer in row if pd.notna(answer)] for row in frame[parts].to_numpy(dtype=object)]
        found[unsur] = (sum(map(bool, given)), sum((Fraction(sum(row), len(row)) for row in given if row), Fraction(0)))
    return found


@pytest.mark.parametrize("name", FACTS)
def test_export_is_read_once_its_marks_are_decided(tmp_path, name):
    begin(tmp_path, name.partition("/")[0])
    decide(tmp_path, name)
    assert sums(read_survey(name.partition("/")[0], "2025", root=tmp_path)) == FACTS[name]


@pytest.mark.parametrize("name", [name for name in FACTS if "/" not in name])
def test_init_counts_the_respondents_that_are_scored(tmp_path, name):
    told = re.match(r"✓ \S+: (\d+) responden dari ", begin(tmp_path, name).output)
    decide(tmp_path, name)
    assert int(told[1]) == len(read_survey(name, "2025", root=tmp_path).responses.valid)


@pytest.mark.parametrize(
    ("name", "first", "last"),
    [("tanggal-amerika", "2025-03-04", "2025-03-30"), ("tanggal-lahir", "2025-05-05", "2025-06-01")],
)
def test_days_and_ages_are_those_of_the_export(tmp_path, name, first, last):
    begin(tmp_path, name)
    decide(tmp_path, name)
    survey = read_survey(name, "2025", root=tmp_path)
    frame, groups = survey.responses.valid, [*survey.parameters.survei.profil["usia"].kategori, "Tidak terbaca", ""]
    assert [str(day.date()) for day in (frame["tanggal_isi"].min(), frame["tanggal_isi"].max())] == [first, last]
    usia = frame["usia"].fillna("").tolist()
    assert {kelompok: usia.count(kelompok) for kelompok in groups} == AGES[name]
    assert not {"urutan_tanggal", "di_luar_masa", "tanggal_tidak_terbaca"} & {found.jenis for found in survey.findings}


def test_american_days_without_their_key_are_told(tmp_path):
    begin(tmp_path, "tanggal-amerika")
    decide(tmp_path, "tanggal-amerika")
    path = tmp_path / "params" / "2025" / "tanggal-amerika.yml"
    path.write_text(path.read_text(encoding="utf-8").replace("  urutan_tanggal: bulan_hari\n", ""), encoding="utf-8")
    findings = read_survey("tanggal-amerika", "2025", root=tmp_path).findings
    # rows 2 to 10 are 4 to 12 March, rows 11 to 31 are 13 to 30 March
    (text,) = [found.pesan for found in findings if found.jenis == "urutan_tanggal"]
    assert text == (
        "Pada kolom 'Timestamp' bulan ditulis lebih dahulu: 21 tanggal yang angka keduanya di atas 12, misalnya '3/13/2025' "
        "(baris 11, 12, 13, 14, 15, 16, 17, 18, dan 13 lainnya), dan tidak ada yang angka pertamanya di atas 12. Menurut "
        "urutan 'hari_bulan' tanggal itu tidak terbaca dan 9 tanggal lain tertukar hari dan bulannya (baris 2, 3, 4, 5, 6, 7, "
        "8, 9, dan 1 lainnya), misalnya '3/4/2025' dibaca 2025-04-03; tulis 'data: urutan_tanggal: bulan_hari'."
    )


# A build takes 8 s: without SKM_EXPORTS=all (make test-exports) every third export is built; all are read and scored above.
BUILT = [name for name in FACTS if "/" not in name][:: 1 if os.environ.get("SKM_EXPORTS") == "all" else 3]


@pytest.mark.slow
@pytest.mark.parametrize("name", BUILT)
def test_report_of_the_export_is_built_from_the_same_sums(tmp_path, name):
    begin(tmp_path, name)
    decide(tmp_path, name)
    shutil.copytree(NOTEBOOKS, tmp_path / "notebooks")
    built = call(tmp_path, "build", f"2025/{name}")
    assert built.exit_code == 0, built.output
    outputs = tmp_path / "outputs" / "2025" / name
    assert (outputs / "laporan-skm.pdf").read_bytes().startswith(b"%PDF")
    rows = json.loads((outputs / "hasil.json").read_text(encoding="utf-8"))["unsur"]
    jumlah = [row["jumlah"] for row in rows]
    sums_told = [Fraction(told["pecahan"]) if isinstance(told, dict) else Fraction(told) for told in jumlah]
    assert {row["unsur"]: (row["n"], told) for row, told in zip(rows, sums_told, strict=True)} == FACTS[name]
    verified = call(tmp_path, "verify", f"2025/{name}")
    assert verified.exit_code == 0, verified.output


@pytest.mark.parametrize("name", FACTS)
def test_second_count_of_the_export_comes_to_the_same_figures(tmp_path, name):
    export = name.partition("/")[0]
    begin(tmp_path, export)
    decide(tmp_path, name)
    read_source(export, "2025", root=tmp_path).write_files(tmp_path)
    hasil = json.loads((tmp_path / "hasil.json").read_text(encoding="utf-8"))
    found = compare(hasil, recount_survey(export, "2025", root=tmp_path))
    assert found.differences == ()
    assert found.not_recounted == ()
    assert found.recounted > 300


@pytest.mark.parametrize("name", [name for name in FACTS if "/" not in name])
def test_check_lists_exactly_the_marks(tmp_path, name):
    assert begin(tmp_path, name).exit_code == 0
    texts = [
        (tmp_path / "params" / berkas).read_text(encoding="utf-8")
        for berkas in (f"2025/{name}.yml", f"instansi/{name}.yml")
    ]
    marks = [find_marks(text) for text in texts]
    checked = call(tmp_path, "check", f"2025/{name}")
    assert checked.exit_code == 1
    told = [int(n) for n in re.findall(r"\.yml: (\d+) masalah\.", checked.output)]
    assert told == [len(found) for found in marks]
    assert checked.output.count("putuskan, lalu hapus tanda PERIKSA") == sum(told)


@pytest.mark.parametrize("name", [name for name in FACTS if "/" not in name])
def test_only_what_a_person_must_decide_is_marked(tmp_path, name):
    begin(tmp_path, name)
    marks = [said for _, said in find_marks((tmp_path / "params" / "2025" / f"{name}.yml").read_text(encoding="utf-8"))]
    administrative = ("kode instansi", "tulis ", "masa ")
    assert len([said for said in marks if said.startswith(administrative)]) == ADMINISTRATIVE
    assert [said for said in marks if not said.startswith(administrative)] == MARKS.get(name, [])


@pytest.mark.parametrize("name", REFUSED)
def test_export_that_is_no_survey_is_refused_whole(tmp_path, name):
    done = begin(tmp_path, name)
    assert done.exit_code == 1
    assert done.output == f"✗ 2025/{name}\n{REFUSED[name]}"
    assert not (tmp_path / "params" / "2025").exists()
    assert not (tmp_path / "data").exists()


def counted(root: Path, name: str, column: str) -> dict[str, int]:
    begin(root, name)
    decide(root, name)
    cells = read_survey(name, "2025", root=root).responses.valid[column].explode()
    return {str(key): int(n) for key, n in cells.value_counts().items()}


@pytest.mark.parametrize(
    ("name", "column", "counts"),
    [
        ("berkas-per-bulan", "layanan", {"Izin usaha": 17, "Izin bangunan": 13, "Izin reklame": 4}),
        ("berkas-per-bulan", "bagian", {"Januari": 13, "Maret": 11, "Februari": 10}),
        ("lembar-per-layanan", "layanan", {"Poli Umum": 14, "Farmasi": 11, "Poli Gigi": 9}),
        ("dua-baris-judul", "jenis_kelamin", {"Perempuan": 19, "Laki-laki": 18}),
        ("pilihan-berspasi", "layanan", {"akta": 20, "pindah": 19, "ktp": 18, "kartu keluarga": 17}),
        ("pilihan-berspasi", "bulan", {"maret": 24, "januari": 21, "april": 20, "februari": 18}),
    ],
)
def test_groups_of_the_export_are_counted_as_its_description_says(tmp_path, name, column, counts):
    assert counted(tmp_path, name, column) == counts


def test_comments_below_two_rows_of_headings_are_read(tmp_path):
    counts = counted(tmp_path, "dua-baris-judul", "komentar")
    assert sum(n for text, n in counts.items() if text) == 22


@pytest.mark.parametrize(
    ("name", "reasons"),
    [
        ("cetak-per-halaman", {REPEATED: 6, SUMS: 13, "tidak ada unsur yang dijawab": 3}),
        ("jumlah-tanpa-kata", {SUMS: 4}),
        ("csv-dua-kali", {}),
    ],
)
def test_rows_around_the_data_are_counted_by_reason(tmp_path, name, reasons):
    begin(tmp_path, name)
    decide(tmp_path, name)
    excluded = read_survey(name, "2025", root=tmp_path).responses.excluded
    assert excluded["alasan"].value_counts().to_dict() == reasons


def test_harapan_is_read_as_importance(tmp_path):
    begin(tmp_path, "harapan-kenyataan")
    decide(tmp_path, "harapan-kenyataan")
    frame = read_survey("harapan-kenyataan", "2025", root=tmp_path).responses.valid
    form = ("persyaratan", "prosedur", "waktu", "biaya", "produk", "kompetensi", "perilaku", "sarana", "pengaduan")
    given = [frame[f"kepentingan.{unsur}"] for unsur in form]
    assert [int(answers.notna().sum()) for answers in given] == [33] * 9
    assert [int(answers.sum()) for answers in given] == [117, 117, 117, 116, 121, 115, 117, 119, 119]


def test_columns_of_ticks_are_told_once_for_each_question(tmp_path):
    said = [line.strip() for line in begin(tmp_path, "pilihan-berspasi").output.splitlines() if "pilihan lain" in line]
    told = "tidak dipakai, begitu juga 3 kolom pilihan lainnya; isinya sama dengan"
    assert said == [
        f"'kunjungan/layanan/kartu_keluarga' → {told} 'kunjungan/layanan'",
        f"'kunjungan/bulan/januari' → {told} 'kunjungan/bulan'",
    ]


def test_every_export_is_read_or_refused():
    folders = {path.name for path in EXPORTS.iterdir() if path.is_dir()}
    assert folders == {name.partition("/")[0] for name in FACTS} | set(REFUSED)
