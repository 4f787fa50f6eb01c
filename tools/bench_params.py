"""Parameters of the benchmark's units: what fills every table and chart of `laporan_skm.ipynb`.

One agency, one period. Each unit has five services, four characteristics, a question outside the index that asks for overall
satisfaction, a schedule, a published previous period and its plan, and a plan of its own.
"""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction
from typing import Any

PERIODE, BEFORE = "2025-S1", "2024-S2"
INSTANSI = "contoh"
OVERALL = "kepuasan"
FIRST_DAY, LAST_DAY = "2025-05-01", "2025-06-13"
UNSUR = {
    "persyaratan": "Apakah persyaratan layanan sesuai dengan jenis layanannya?",
    "prosedur": "Seberapa mudah prosedur layanan diikuti?",
    "waktu": "Seberapa cepat layanan diselesaikan?",
    "biaya": "Bagaimana biaya yang dibayar untuk layanan?",
    "produk": "Apakah hasil layanan sesuai dengan yang dijanjikan?",
    "kompetensi": "Seberapa kompeten petugas yang melayani?",
    "perilaku": "Bagaimana kesopanan dan keramahan petugas?",
    "pengaduan": "Bagaimana pengaduan, saran, dan masukan ditangani?",
    "sarana": "Bagaimana keadaan sarana dan prasarana layanan?",
}
OVERALL_LABELS = ("Tidak puas", "Kurang puas", "Puas", "Sangat puas")
LAYANAN = ("Kartu keluarga", "Akta kelahiran", "Surat pindah", "Izin usaha mikro", "Konsultasi")
PEKERJAAN = ("ASN", "Pegawai swasta", "Wiraswasta", "Petani/nelayan", "Pelajar/mahasiswa", "Ibu rumah tangga")
TIME, COMMENT = "Timestamp", "Apa saran Bapak/Ibu untuk perbaikan layanan?"
PLAN_COLUMNS = (
    *("periode", "nomor", "unsur", "program", "triwulan", "penanggung_jawab"),
    *("status", "tanggal", "uraian", "kendala", "direncanakan"),
)


def unit_params(nama: str, n: int, before: Mapping[str, Fraction]) -> dict[str, Any]:
    """Give the parameters of a unit with n respondents, whose previous period published the means `before`."""
    index = sum(before.values()) / len(before)
    return {
        "instansi": INSTANSI,
        "nama": nama,
        "lingkup": "Pelayanan administrasi dan perizinan",
        "laporan": ["laporan-skm"],
        "periode": {
            "pelayanan": {"mulai": "2025-01-01", "selesai": "2025-06-30"},
            "pengumpulan": {"mulai": FIRST_DAY, "selesai": LAST_DAY},
        },
        "populasi": str(4 * n),
        "metode": "Survei daring melalui formulir elektronik",
        "pemilihan_responden": "sukarela",
        "lokasi": "Mal Pelayanan Publik Kota Contoh",
        "data": {"kolom_waktu": TIME, "kolom_komentar": COMMENT},
        "unsur": {name: {"label": f"U{place}", "kolom": text} for place, (name, text) in enumerate(UNSUR.items(), 1)},
        "layanan": {"kolom": "Layanan", "kategori": list(LAYANAN)},
        "profil": _profile(),
        "pertanyaan_tambahan": {
            OVERALL: {
                "nama": "Kepuasan keseluruhan",
                "kolom": "Secara keseluruhan, seberapa puas Bapak/Ibu?",
                "jawaban": {str(code): label for code, label in enumerate(OVERALL_LABELS, 1)},
            }
        },
        "kepuasan_umum": OVERALL,
        "jadwal": [
            {"kegiatan": "Persiapan", "waktu": "April 2025", "hari_kerja": "8"},
            {"kegiatan": "Pengumpulan data", "waktu": "Mei-Juni 2025", "hari_kerja": "30"},
            {"kegiatan": "Penyusunan laporan", "waktu": "Juli 2025", "hari_kerja": "7"},
        ],
        "riwayat": [{"periode": BEFORE, "ni": _two(index), "responden": str(n - 40), "unsur": _printed(before)}],
        "periode_sebelumnya": BEFORE,
        "tindak_lanjut": {"kredit_sebagian": "0.5"},
        "pengesahan": {"tempat": "Kota Contoh", "tanggal": "2025-07-15", "jabatan": "Kepala Unit"},
    }


def plan_rows(means: Mapping[str, Fraction]) -> list[tuple[str, ...]]:
    """Give the table of follow-up: a plan for the unsur with the lowest means, and what became of the previous plan."""
    weakest = sorted(UNSUR, key=means.__getitem__)[:3]
    quarters = "2025-TW3;2025-TW4"
    planned = [
        (PERIODE, str(number), unsur, f"Membenahi {unsur} di semua loket", quarters, "Bagian Umum", *[""] * 5)
        for number, unsur in enumerate(weakest, 1)
    ]
    done = [
        (BEFORE, "1", "waktu", "Menambah loket pada jam sibuk", "", "", "sudah", "2025-02-10", "Dua loket", "", ""),
        (BEFORE, "2", "sarana", "Menata ruang tunggu", "", "", "sebagian", "2025-04-21", "Satu lantai", "Biaya", ""),
        (BEFORE, "3", "pengaduan", "Membuka layanan pesan", "", "", "belum", "", "", "Menunggu izin", ""),
    ]
    return [PLAN_COLUMNS, *planned, *done]


def _profile() -> dict[str, Any]:
    """Give the characteristics that the form asks."""
    schools = ["SD", "SMP", "SMA", "Diploma", "S1", "S2 ke atas"]
    return {
        "jenis_kelamin": {
            "nama": "Jenis kelamin",
            "kolom": "Jenis kelamin",
            "kategori": ["Laki-laki", "Perempuan"],
            "kode": {"L": "Laki-laki", "P": "Perempuan"},
        },
        "usia": {
            "nama": "Kelompok usia",
            "kolom": "Usia",
            "kategori": ["17-24", "25-34", "35-44", "45-54", "55 tahun ke atas"],
        },
        "pendidikan": {"nama": "Pendidikan terakhir", "kolom": "Pendidikan", "kategori": schools},
        "pekerjaan": {"nama": "Pekerjaan", "kolom": "Pekerjaan", "kategori": list(PEKERJAAN)},
    }


def _printed(means: Mapping[str, Fraction]) -> dict[str, str]:
    """Print means with two decimals."""
    return {unsur: _two(mean) for unsur, mean in means.items()}


def _two(mean: Fraction) -> str:
    """Print a mean with two decimals, cut."""
    whole, cents = divmod(int(mean * 100), 100)
    return f"{whole}.{cents:02}"
