"""`skm init` from the analyst's side: what it says, what it writes, what it refuses."""

import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner

from skmlib.cli import main

HEADINGS = "No,Nama,Jenis kelamin,Syarat,Prosedur,Waktu,Biaya,Produk,Kompetensi,Perilaku,Pengaduan,Sarana,Saran"
ROWS = ("1,A,L,4,3,4,4,3,4,4,3,3,Lebih cepat", "2,B,P,3,3,4,4,3,4,4,3,3,")
PROPOSED = """# Usulan dari data/2025-S1/loket/ekspor.csv: putuskan setiap tanda PERIKSA, lalu hapus tandanya.
instansi: kota
nama: "?"  # PERIKSA: tulis nama resmi unit
periode:
  pelayanan: {mulai: 2025-01-01, selesai: 2025-06-30}  # PERIKSA: masa pelayanan yang dinilai; ini usulan dari periode
  # PERIKSA: masa pengumpulan jawaban; ini usulan dari periode, sebab berkas tidak memuat cap waktu
  pengumpulan: {mulai: 2025-01-01, selesai: 2025-06-30}
"""
TOLD = """✓ 2025-S1/loket: 2 responden dari data/2025-S1/loket/ekspor.csv
  'Syarat' → unsur persyaratan
  'Prosedur' → unsur prosedur
  'Waktu' → unsur waktu
  'Biaya' → unsur biaya
  'Produk' → unsur produk
  'Kompetensi' → unsur kompetensi
  'Perilaku' → unsur perilaku
  'Pengaduan' → unsur pengaduan
  'Sarana' → unsur sarana
  'Jenis kelamin' → profil jenis_kelamin
  'Saran' → kolom komentar
  'Nama' → data pribadi, tidak dibaca
Ditulis: params/2025-S1/loket.yml, params/instansi/kota.yml; 10 tanda PERIKSA.
Berikutnya:
  1. putuskan setiap tanda PERIKSA pada parameter, lalu hapus tandanya;
  2. jalankan: skm check 2025-S1/loket
"""


def call(root: Path, *words: str):
    return CliRunner().invoke(main, ["--root", str(root), "init", *words], env={"COLUMNS": "300"})


@pytest.fixture
def folder(tmp_path) -> Path:
    (tmp_path / "proyek" / "params").mkdir(parents=True)
    return tmp_path / "proyek"


@pytest.fixture
def export(tmp_path) -> Path:
    path = tmp_path / "ekspor.csv"
    path.write_text("\n".join([HEADINGS, *ROWS]) + "\n", encoding="utf-8")
    return path


def test_what_was_recognised_is_told_whole(folder, export):
    done = call(folder, str(export), "--unit", "loket", "--periode", "2025-S1", "--agency", "kota")
    assert done.exit_code == 0
    assert done.output == TOLD


def test_the_export_is_copied_and_the_parameters_begin_with_what_is_known(folder, export):
    call(folder, str(export), "--unit", "loket", "--periode", "2025-S1", "--agency", "kota")
    assert (folder / "data/2025-S1/loket/ekspor.csv").read_bytes() == export.read_bytes()
    assert (folder / "params/2025-S1/loket.yml").read_text(encoding="utf-8").startswith(PROPOSED)


def collected(folder: Path, tmp_path: Path, *days: str, periode: str = "2025-S1") -> list[str]:
    """Propose parameters from an export with these days, and give the lines on the collection."""
    path = tmp_path / "ekspor.csv"
    rows = [f"{row},{day}" for row, day in zip(ROWS * len(days), days, strict=False)]
    path.write_text("\n".join([f"{HEADINGS},Tanggal", *rows]) + "\n", encoding="utf-8")
    assert call(folder, str(path), "--unit", "loket", "--periode", periode, "--agency", "kota").exit_code == 0
    lines = (folder / f"params/{periode}/loket.yml").read_text(encoding="utf-8").splitlines()
    place = next(place for place, line in enumerate(lines) if "pengumpulan: {" in line)
    return lines[place - 1 : place + 1]


def test_days_within_and_near_the_period_are_the_collection(folder, tmp_path):
    assert collected(folder, tmp_path, "2025-06-20", "2025-07-04") == [
        "  # PERIKSA: masa pengumpulan jawaban; ini usulan dari cap waktu di berkas",
        "  pengumpulan: {mulai: 2025-06-20, selesai: 2025-07-04}",
    ]


def test_days_far_from_the_period_are_marked(folder, tmp_path):
    # near 2025-S1 are the days from 1 December 2024 to 30 September 2025
    mark, line = collected(folder, tmp_path, "2024-11-30", "2025-09-30", "2025-10-01", "2024-12-01")
    assert mark == (
        "  # PERIKSA: masa pengumpulan jawaban; ini usulan dari cap waktu di berkas; 2 dari 4 cap waktu (2024-11-30 sampai "
        "2025-10-01) jauh dari periode 2025-S1, pastikan berkas, periode, dan 'urutan_tanggal' benar"
    )
    assert line == "  pengumpulan: {mulai: 2024-11-30, selesai: 2025-10-01}"


def test_an_export_of_another_year_is_marked(folder, tmp_path):
    assert collected(folder, tmp_path, "2024-03-04", "2024-03-04")[0] == (
        "  # PERIKSA: masa pengumpulan jawaban; ini usulan dari cap waktu di berkas; 2 dari 2 cap waktu (2024-03-04) jauh dari "
        "periode 2025-S1, pastikan berkas, periode, dan 'urutan_tanggal' benar"
    )


def test_rows_around_the_data_are_not_counted(folder, export):
    with export.open("a", encoding="utf-8") as file:
        file.write("Jumlah,,,7,6,8,8,6,8,8,6,6,\nKepala,,,,,,,,,,,,\n")
    done = call(folder, str(export), "--unit", "loket", "--periode", "2025-S1", "--agency", "kota")
    assert done.output.startswith("✓ 2025-S1/loket: 2 responden dari data/2025-S1/loket/ekspor.csv\n")
    told = "  2 baris jumlah, rata-rata, nomor kolom, atau catatan tidak dihitung sebagai responden (baris 4 dan 5).\n"
    assert told in done.output


def test_unit_and_period_are_taken_from_the_folder(folder, export):
    place = folder / "data/2025-S1/loket"
    place.mkdir(parents=True)
    shutil.move(export, place)
    assert call(folder, str(place / "ekspor.csv"), "--agency", "kota").output == TOLD


def test_the_only_agency_is_taken_and_left_alone(folder, export):
    (folder / "params/instansi").mkdir()
    (folder / "params/instansi/kota.yml").write_text("nama: Kota Contoh\n", encoding="utf-8")
    done = call(folder, str(export), "--unit", "loket", "--periode", "2025-S1")
    assert "Ditulis: params/2025-S1/loket.yml; 9 tanda PERIKSA.\n" in done.output
    assert (folder / "params/instansi/kota.yml").read_text(encoding="utf-8") == "nama: Kota Contoh\n"


def test_a_file_elsewhere_needs_unit_and_period(folder, export):
    done = call(folder, str(export))
    assert done.exit_code == 2
    assert done.output == (
        f"{export}: unit dan periode belum diketahui; tulis --unit dan --periode, misalnya --unit loket --periode 2025-S1.\n"
    )


def test_codes_that_cannot_name_a_folder_are_refused(folder, export):
    done = call(folder, str(export), "--unit", "Loket A", "--periode", "2025-S3", "--agency", "Kota")
    assert done.exit_code == 1
    assert done.output == (
        "✗ 2025-S3/Loket A\n"
        "--periode: 1 masalah.\n"
        "  tertulis '2025-S3', seharusnya seperti '2025', '2025-S1', atau '2025-TW3'.\n"
        "--unit: 1 masalah.\n"
        "  tertulis 'Loket A', seharusnya seperti 'dinas-kesehatan' (huruf kecil, angka, tanda hubung).\n"
        "--agency: 1 masalah.\n"
        "  tertulis 'Kota', seharusnya seperti 'dinas-kesehatan' (huruf kecil, angka, tanda hubung).\n"
    )


def test_parameters_that_exist_are_never_overwritten(folder, export):
    words = (str(export), "--unit", "loket", "--periode", "2025-S1", "--agency", "kota")
    call(folder, *words)
    before = (folder / "params/2025-S1/loket.yml").read_bytes()
    done = call(folder, *words)
    assert done.exit_code == 1
    assert done.output == (
        "✗ 2025-S1/loket\n"
        "params/2025-S1/loket.yml: 1 masalah.\n"
        "  berkas ini sudah ada dan tidak ditimpa, ubah isinya, atau pindahkan dahulu bila ingin usulan baru.\n"
    )
    assert (folder / "params/2025-S1/loket.yml").read_bytes() == before


def test_another_export_of_the_same_name_is_never_overwritten(folder, export):
    other = folder / "data/2025-S1/loket/ekspor.csv"
    other.parent.mkdir(parents=True)
    other.write_text("lain\n", encoding="utf-8")
    done = call(folder, str(export), "--unit", "loket", "--periode", "2025-S1", "--agency", "kota")
    assert done.exit_code == 1
    assert done.output == (
        "✗ 2025-S1/loket\n"
        "data/2025-S1/loket/ekspor.csv: 1 masalah.\n"
        "  berkas lain dengan nama ini sudah ada, ganti nama berkas yang baru, atau pindahkan yang lama.\n"
    )
    assert other.read_text(encoding="utf-8") == "lain\n"


def test_a_missing_file_is_told(folder, tmp_path):
    done = call(folder, str(tmp_path / "eksporr.csv"), "--unit", "loket", "--periode", "2025-S1")
    assert done.exit_code == 1
    assert done.output == (
        "✗ 2025-S1/loket\neksporr.csv: 1 masalah.\n  berkas ini tidak ada, letakkan ekspor survei di sini.\n"
    )


def test_nothing_is_written_when_the_export_is_refused(folder, tmp_path):
    path = tmp_path / "bukan.csv"
    path.write_text("Barang,Harga\nMeja,100000\n", encoding="utf-8")
    assert call(folder, str(path), "--unit", "loket", "--periode", "2025-S1").exit_code == 1
    assert sorted(child.name for child in folder.rglob("*")) == ["params"]


TOLD_OF_TWO = """✓ 2025-S1/loket: 3 responden dari 2 berkas di data/2025-S1/loket
  'Syarat' → unsur persyaratan
  'Prosedur' → unsur prosedur
  'Waktu' → unsur waktu
  'Biaya' → unsur biaya
  'Produk' → unsur produk
  'Kompetensi' → unsur kompetensi
  'Perilaku' → unsur perilaku
  'Pengaduan' → unsur pengaduan
  'Sarana' → unsur sarana
  'Jenis kelamin' → profil jenis_kelamin
  'Saran' → kolom komentar
  'Nama' → data pribadi, tidak dibaca
  'Loket' → tidak dipakai, hanya ada pada 'JUNI'
  Tahap 'MEI': 2 baris dari 'SKM MEI.csv'.
  Tahap 'JUNI': 1 baris dari 'SKM JUNI.csv'.
Ditulis: params/2025-S1/loket.yml, params/instansi/kota.yml; 11 tanda PERIKSA.
Berikutnya:
  1. putuskan setiap tanda PERIKSA pada parameter, lalu hapus tandanya;
  2. jalankan: skm check 2025-S1/loket
"""
PROPOSED_OF_TWO = """data:
  # PERIKSA: 2 berkas berjudul sama diusulkan sebagai tahap dan dibaca bersama; hapus baris berkas yang bukan bagian survei ini
  tahap:
    - {nama: MEI, responden: "SKM MEI.csv"}
    - {nama: JUNI, responden: "SKM JUNI.csv"}
  kolom_komentar: Saran
unsur:
"""


@pytest.fixture
def months(tmp_path) -> list[str]:
    """Two months: June with semicolons, the columns in the opposite order, and one more."""
    june = [
        f"{','.join(line.split(',')[::-1])},{more}"
        for line, more in zip((HEADINGS, ROWS[0]), ("Loket", "A"), strict=True)
    ]
    texts = {"SKM MEI.csv": "\n".join([HEADINGS, *ROWS]), "SKM JUNI.csv": "\n".join(june).replace(",", ";")}
    for name, text in texts.items():
        (tmp_path / name).write_text(text + "\n", encoding="utf-8")
    return [str(tmp_path / name) for name in ("SKM JUNI.csv", "SKM MEI.csv")]


def test_several_files_are_proposed_together_in_the_order_of_their_months(folder, months):
    done = call(folder, *months, "--unit", "loket", "--periode", "2025-S1", "--agency", "kota")
    assert done.exit_code == 0
    assert done.output == TOLD_OF_TWO
    text = (folder / "params/2025-S1/loket.yml").read_text(encoding="utf-8")
    assert text.startswith(
        "# Usulan dari 2 berkas di data/2025-S1/loket: putuskan setiap tanda PERIKSA, lalu hapus tandanya.\n"
    )
    assert PROPOSED_OF_TWO in text
    assert sorted(path.name for path in (folder / "data/2025-S1/loket").iterdir()) == ["SKM JUNI.csv", "SKM MEI.csv"]


def test_several_files_in_their_folder_need_no_unit_and_period(folder, months):
    place = folder / "data/2025-S1/loket"
    place.mkdir(parents=True)
    moved = [str(shutil.move(name, place)) for name in months]
    assert call(folder, *moved, "--agency", "kota").output == TOLD_OF_TWO


def test_a_file_named_twice_counts_once(folder, export):
    words = ("--unit", "loket", "--periode", "2025-S1", "--agency", "kota")
    assert call(folder, str(export), str(export), *words).output == TOLD


def test_a_month_that_was_not_named_is_told(folder, months):
    done = call(folder, months[1], "--unit", "loket", "--periode", "2025-S1", "--agency", "kota")
    assert done.output == TOLD.replace("ekspor.csv", "SKM MEI.csv").replace(
        "Ditulis:",
        "  Di folder yang sama ada berkas lain berjudul sama yang tidak dibaca: 'SKM JUNI.csv'; bila bagian dari survei ini, "
        "hapus usulan ini dan sebut semuanya pada satu perintah 'skm init'.\nDitulis:",
    )


def test_files_of_the_same_name_are_refused(folder, export, tmp_path):
    other = tmp_path / "juni" / "ekspor.csv"
    other.parent.mkdir()
    shutil.copyfile(export, other)
    done = call(folder, str(export), str(other), "--unit", "loket", "--periode", "2025-S1")
    assert done.exit_code == 1
    assert done.output == (
        "✗ 2025-S1/loket\n"
        "data/2025-S1/loket/ekspor.csv: 1 masalah.\n"
        f"  dua berkas bernama sama ({export} dan {other}), ganti nama salah satunya.\n"
    )


def test_files_whose_headings_of_unsur_differ_are_refused_and_nothing_is_written(folder, months):
    path = Path(months[0])
    path.write_text(path.read_text(encoding="utf-8").replace("Waktu", "Kecepatan"), encoding="utf-8")
    done = call(folder, *months[::-1], "--unit", "loket", "--periode", "2025-S1")
    assert done.exit_code == 1
    assert done.output == (
        "✗ 2025-S1/loket\n"
        "SKM JUNI.csv: 1 masalah.\n"
        "  kolom 'Waktu': tidak ada, padahal menanyakan waktu pada 'MEI', samakan judul kolom itu di semua berkas, atau buat "
        "laporan sendiri dari berkas ini. Di berkas ini yang tampak menanyakan waktu: 'Kecepatan'.\n"
    )
    assert sorted(child.name for child in folder.rglob("*")) == ["params"]


def test_a_file_without_answers_is_not_copied(folder, months):
    Path(months[0]).write_text(f"{HEADINGS}\n", encoding="utf-8")
    done = call(folder, *months, "--unit", "loket", "--periode", "2025-S1", "--agency", "kota")
    assert [path.name for path in (folder / "data/2025-S1/loket").iterdir()] == ["SKM MEI.csv"]
    assert "  Berkas lain berjudul sama tidak dibaca: 'JUNI' (tanpa jawaban).\n" in done.output
