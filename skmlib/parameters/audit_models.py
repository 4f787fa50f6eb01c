"""The models of a published report that is audited: what a reader types from its pages, nothing else known of it.

A number keeps the decimals it was typed with, for they say how it was rounded. Ranges are not checked here: a figure that
cannot be is what an audit is to find. A list of scores stands for U1, U2 and so on.
"""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Annotated, Any, Literal

import pydantic
from pydantic import BeforeValidator

from skmlib.parameters.model import Model
from skmlib.parameters.values import Bilangan as BilanganApaPun
from skmlib.parameters.values import DaftarTeks, Periode, Tanggal, Teks, YaTidak, refuse

LARGEST = 10**15
MOST_DECIMALS = 10
THOUSANDS = re.compile(r"\d{1,3}(\.\d{3})+")


def _without_points(value: Any) -> Any:
    """Read 1.188 as the whole number it is in Indonesian."""
    text = value.strip() if isinstance(value, str) else value
    return text.replace(".", "") if isinstance(text, str) and THOUSANDS.fullmatch(text) else text


def _by_label(value: Any) -> Any:
    """Let a list of scores stand for U1, U2 and so on."""
    return {f"U{place}": item for place, item in enumerate(value, 1)} if isinstance(value, list) else value


def _as_group(value: Any) -> Any:
    """Read a group of respondents: its count, its share with a per cent sign, or both."""
    parts = value if isinstance(value, list) else [value]
    shares = [part for part in parts if isinstance(part, str) and part.strip().endswith("%")]
    counts = [part for part in parts if part not in shares]
    if len(counts) == 2 and not shares:
        counts, shares = counts[:1], counts[1:]
    if not all(isinstance(part, str) for part in parts) or len(counts) > 1 or len(shares) > 1:
        raise refuse(f"tertulis {value!r}", "seharusnya seperti 168, 64,62% atau [168, 64.62]")
    told = {"n": counts[0]} if counts else {}
    return told | ({"persen": shares[0].strip().removesuffix("%")} if shares else {})


def _of_a_report(value: Decimal) -> Decimal:
    """Refuse a number that no report prints, before anything is computed with it."""
    if abs(value) >= LARGEST or value.as_tuple().exponent < -MOST_DECIMALS or "E" in str(value):
        raise refuse(
            f"tertulis '{value:.6g}'", f"seharusnya bilangan biasa dengan paling banyak {MOST_DECIMALS} desimal"
        )
    return value


Bilangan = Annotated[BilanganApaPun, pydantic.AfterValidator(_of_a_report)]
Banyak = Annotated[int, BeforeValidator(_without_points), pydantic.Field(ge=0, le=LARGEST)]
Rupiah = Annotated[Bilangan, BeforeValidator(_without_points)]
Nilai = Annotated[dict[Teks, Bilangan], BeforeValidator(_by_label)]
Huruf = Literal["A", "B", "C", "D"]
HurufUnsur = Annotated[dict[Teks, Huruf], BeforeValidator(_by_label)]


class Kelompok(Model):
    """A group of respondents as printed: how many, per cent, or both."""

    n: Banyak | None = None
    persen: Bilangan | None = None


Profil = dict[Teks, Annotated[Kelompok, BeforeValidator(_as_group)]]


class Lampau(Model):
    """What was printed of an earlier period."""

    periode: Periode
    ni: Bilangan | None = None
    ikm: Bilangan | None = None
    mutu: Huruf | None = None
    responden: Banyak | None = None
    unsur: Nilai = {}
    mutu_unsur: HurufUnsur = {}


class TindakLanjut(Model):
    """What was printed of the follow-up: actions by status, actions planned, per cent realised."""

    selesai: Banyak
    sebagian: Banyak = 0
    belum: Banyak = 0
    direncanakan: Banyak | None = None
    persen: Bilangan | None = None


class TabelTerbit(Model):
    """A table of scores with what is printed around it: of a unit, a service, a survey, or the mean of several."""

    populasi: Banyak | None = None
    sampel_minimum: Banyak | None = None
    persen_sampel: Bilangan | None = None
    responden: Banyak | None = None
    jawaban: Annotated[dict[Teks, Banyak], BeforeValidator(_by_label)] = {}
    jawaban_kosong: YaTidak = False
    unsur: Nilai = {}
    mutu_unsur: HurufUnsur = {}
    ni: Bilangan | None = None
    ikm: Bilangan | None = None
    mutu: Huruf | None = None
    kinerja: Teks | None = None
    bobot: Bilangan | None = None
    tertinggi: DaftarTeks = ()
    terendah: DaftarTeks = ()
    prioritas: DaftarTeks = ()
    jumlah_prioritas: Banyak | None = None
    rencana: DaftarTeks = ()
    rencana_atas: Periode | None = None
    tanggal_realisasi: Tanggal | None = None
    tindak_lanjut: TindakLanjut | None = None
    profil: dict[Teks, Profil] = {}
    pilihan_ganda: DaftarTeks = ()
    riwayat: tuple[Lampau, ...] = ()
    periode_sebelumnya: Periode | None = None
    perubahan_ni: Bilangan | None = None
    perubahan_ikm: Bilangan | None = None
    layanan: dict[Teks, TabelTerbit] = {}
    unit: dict[Teks, TabelTerbit] = {}

    @property
    def bagian(self) -> tuple[str, dict[str, TabelTerbit]]:
        """Its services or its units, and the key they stand under."""
        return ("layanan", self.layanan) if self.layanan else ("unit", self.unit)

    @property
    def is_mean(self) -> bool:
        """Whether its scores are the mean of others."""
        return bool(self.layanan or self.unit)


class MediaTerbit(Model):
    """Shares of media sentiment in per cent, by month, and of the year."""

    bulan: dict[Teks, tuple[Bilangan, ...]]
    setahun: tuple[Bilangan, ...] | None = None


class IndikatorTerbit(Model):
    """An indicator of a performance report."""

    nama: Teks
    arah: Literal["naik", "turun"]
    target: Bilangan
    target_awal: Bilangan | None = None
    realisasi: Bilangan
    belum_dinilai: YaTidak = False
    capaian_tercetak: Bilangan | None = None


class AnggaranTerbit(Model):
    """A budget in rupiah, and the shares that are printed of it."""

    pagu_awal: Rupiah | None = None
    pagu_akhir: Rupiah | None = None
    realisasi: Rupiah | None = None
    realisasi_anggaran: Bilangan | None = None
    efisiensi: Bilangan | None = None


class Hitungan(Model):
    """Numbers and the sum or mean that is printed of them; `menurut` weights the mean."""

    nama: Teks
    bagian: tuple[Rupiah, ...]
    jumlah: Rupiah | None = None
    rata_rata: Bilangan | None = None
    menurut: tuple[Rupiah, ...] = ()

    @pydantic.model_validator(mode="after")
    def _has_result(self) -> Hitungan:
        if (self.jumlah is None) == (self.rata_rata is None):
            raise refuse("tidak memuat tepat satu hasil", "seharusnya 'jumlah' atau 'rata_rata'")
        if not self.bagian or (self.menurut and len(self.menurut) != len(self.bagian)):
            raise refuse("banyaknya 'bagian' dan 'menurut' berbeda", "seharusnya sama, satu atau lebih")
        return self


class Terbitan(TabelTerbit):
    """A published report: one table at its top, or several surveys, and what else it prints."""

    instansi: Teks | None = None
    nama: Teks | None = None
    periode: Teks | None = None
    sumber: Teks | None = None
    survei: dict[Teks, TabelTerbit] = {}
    batas_bawah_ni: dict[Huruf, Bilangan] = {}
    batas_bawah_ikm: dict[Huruf, Bilangan] = {}
    media: MediaTerbit | None = None
    indikator: tuple[IndikatorTerbit, ...] = ()
    rata_rata_capaian: Bilangan | None = None
    anggaran: AnggaranTerbit | None = None
    hitungan: tuple[Hitungan, ...] = ()
