"""The models of a survey's parameter file.

`SurveiParameters` is the file of one survey; the smaller models are the groups of keys inside it.
All are frozen and forbid unknown keys. docs/data_dictionary.md explains each key to the analyst.
"""

from __future__ import annotations

import datetime
from decimal import Decimal
from typing import Literal

import pydantic

from skmlib.parameters.model import Model
from skmlib.parameters.published_models import Riwayat, Tercetak
from skmlib.parameters.values import (
    Bagian,
    Bobot,
    DaftarBerbeda,
    DaftarLaporan,
    DaftarTeks,
    Jawaban,
    Kosong,
    Kunci,
    Nama,
    NamaBerkas,
    Periode,
    Positif,
    Slug,
    Tanggal,
    Teks,
    YaTidak,
    refuse,
)
from skmlib.survey.regulation import ALPHA_LIMIT, GROUP_THRESHOLD, PRIORITY_COUNT

RESPONSES_FILE = "responden.csv"
RESPONDEN, RATA_RATA_LAYANAN = "responden", "rata_rata_layanan"


class Rentang(Model):
    """A range of dates, both ends included."""

    mulai: Tanggal
    selesai: Tanggal

    @pydantic.model_validator(mode="after")
    def _ordered(self) -> Rentang:
        if self.selesai < self.mulai:
            raise refuse(f"selesai {self.selesai} sebelum mulai {self.mulai}", "seharusnya sesudahnya")
        return self

    def __contains__(self, day: datetime.date) -> bool:
        return self.mulai <= day <= self.selesai


class RentangPeriode(Model):
    """When services were received, and when answers about them were collected."""

    pelayanan: Rentang
    pengumpulan: Rentang


class UjiCoba(Model):
    """Answers that mark a row as a test entry."""

    kolom: Teks
    nilai: DaftarTeks


class Panjang(Model):
    """The three columns of an export with one row an answer."""

    kolom_responden: Teks
    kolom_pertanyaan: Teks
    kolom_jawaban: Teks


class Tahap(Model):
    """One of several phases of collection, each with its own file or sheet of the same shape."""

    nama: Teks
    responden: NamaBerkas
    lembar: Teks | None = None


class Data(Model):
    """Where the answers stand and how the export is read."""

    responden: NamaBerkas = RESPONSES_FILE
    tahap: tuple[Tahap, ...] = ()
    lembar: Teks | None = None
    baris_judul: Positif | None = None
    panjang: Panjang | None = None
    kolom_responden: Teks | None = None
    kolom_waktu: Teks | None = None
    urutan_tanggal: Literal["hari_bulan", "bulan_hari"] = "hari_bulan"
    kolom_komentar: Teks | None = None
    dibaca_kosong: Kosong = ()
    uji_coba: tuple[UjiCoba, ...] = ()
    nama_disamarkan: DaftarTeks = ()


class Pertanyaan(Model):
    """A question answered on the scale from 1 to 4, and the column or, for sub-questions, the columns it stands in."""

    kolom: DaftarBerbeda
    nama: Teks | None = None
    pertanyaan: Teks | None = None
    jawaban: Jawaban | None = None
    urutan_dipastikan: YaTidak = False
    kode_terbalik: YaTidak = False


class Unsur(Pertanyaan):
    """An unsur of the index, with its label in this report, and where its importance was asked."""

    label: Teks
    kolom_kepentingan: Teks | None = None


class PertanyaanTambahan(Pertanyaan):
    """A question outside the index, reported apart."""

    nama: Nama


class Kelompok(Model):
    """A column that groups respondents: its heading, the order of its categories, and how its cells name them."""

    kolom: Teks
    kategori: DaftarBerbeda
    kode: dict[str, Teks] = {}
    pilihan_ganda: YaTidak = False
    pemisah: Literal["tanda", "spasi"] = "tanda"


class Karakteristik(Kelompok):
    """A characteristic of the respondents; with `kelahiran` its cells hold years or days of birth, and its groups are ages."""

    nama: Nama
    kelahiran: YaTidak = False

    @pydantic.model_validator(mode="after")
    def _is_one_age(self) -> Karakteristik:
        if self.kelahiran and (self.kode or self.pilihan_ganda):
            raise refuse("'kelahiran' bersama 'kode' atau 'pilihan_ganda'", "seharusnya salah satu")
        return self


class Kegiatan(Model):
    """A line of the schedule."""

    kegiatan: Teks
    waktu: Teks
    hari_kerja: Positif


class TindakLanjut(Model):
    """How follow-up is counted."""

    kredit_sebagian: Bagian = Decimal(0)


class Pengesahan(Model):
    """Who signs, where and when."""

    tempat: Nama
    tanggal: Tanggal
    jabatan: Nama
    nama: Nama | None = None
    nip: Nama | None = None


class Sampel(Model):
    """How the minimum sample is rounded."""

    pembulatan: Literal["ke_atas", "terdekat"] = "ke_atas"


class SurveiParameters(Model):
    """One report: `params/<periode>/<unit>.yml`."""

    instansi: Slug
    nama: Nama
    lingkup: Teks | None = None
    induk: Slug | None = None
    laporan: DaftarLaporan = ("laporan-skm",)
    periode: RentangPeriode
    populasi: Positif | None = None
    metode: Teks
    pemilihan_responden: Literal["sukarela", "acak", "semua", "tidak_diketahui"] = "tidak_diketahui"
    lokasi: Teks
    data: Data = Data()
    gabungan: tuple[Periode, ...] = ()
    unsur: dict[str, Unsur]
    asumsi_unsur: Teks | None = None
    layanan: Kelompok | None = None
    profil: dict[Kunci, Karakteristik] = {}
    pertanyaan_tambahan: dict[Kunci, PertanyaanTambahan] = {}
    kepuasan_umum: Kunci | None = None
    jawaban_kepentingan: Jawaban | None = None
    jadwal: tuple[Kegiatan, ...] = ()
    nilai_utama: Literal["responden", "rata_rata_layanan"] = RESPONDEN
    tercetak: Tercetak | None = None
    riwayat: tuple[Riwayat, ...] = ()
    periode_sebelumnya: Periode | None = None
    tindak_lanjut: TindakLanjut = TindakLanjut()
    pengesahan: Pengesahan
    bobot: Bobot = "eksak"
    jumlah_prioritas: Positif = PRIORITY_COUNT
    ambang_kelompok: Positif = GROUP_THRESHOLD
    ambang_alpha: Bagian = ALPHA_LIMIT
    sampel: Sampel = Sampel()
    baris_lampiran: Positif = 300

    @property
    def jumlah_hari_kerja(self) -> int:
        """Working days of the whole schedule."""
        return sum(kegiatan.hari_kerja for kegiatan in self.jadwal)
