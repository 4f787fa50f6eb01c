"""The models of a performance report's parameter file: goals, indicators, budget, and what was printed.

An indicator takes its realised value from where it can be computed (`sumber`), from what the unit states (`realisasi`), or has
both: then `dipakai` says which one the report uses, and the other is shown beside it.
"""

from __future__ import annotations

from decimal import Decimal
from typing import Annotated, Any, Literal

import pydantic

from skmlib.parameters.models import Model, Pengesahan
from skmlib.parameters.values import (
    Bagian,
    Bilangan,
    DaftarBerbeda,
    DaftarTeks,
    LaporanKinerja,
    Nama,
    NilaiIkm,
    NilaiNi,
    Periode,
    Positif,
    Slug,
    Teks,
    YaTidak,
    explain,
    refuse,
)

HIGHER, LOWER = "naik", "turun"
COMPUTED, STATED = "sumber", "realisasi"
NOT_YET_SET = "-"
EARLIER_PERIODS_MOST = 3


def _not_negative(value: Decimal) -> Decimal:
    """Refuse a number below 0."""
    if value < 0:
        raise refuse(f"tertulis '{value}'", "seharusnya 0 atau lebih")
    return value


def _positive(value: Decimal) -> Decimal:
    """Refuse a number that nothing can be divided by."""
    if value <= 0:
        raise refuse(f"tertulis '{value}'", "seharusnya lebih dari 0, karena capaian dihitung terhadapnya")
    return value


def _at_most_earlier(items: tuple[object, ...]) -> tuple[object, ...]:
    """Refuse more earlier periods than stand side by side."""
    if len(items) > EARLIER_PERIODS_MOST:
        allowed = f"seharusnya paling banyak {EARLIER_PERIODS_MOST} periode sebelumnya"
        raise refuse(f"memuat {len(items)} periode", allowed)
    return items


def _at_least_one(items: tuple[object, ...]) -> tuple[object, ...]:
    """Refuse an empty list."""
    if not items:
        raise refuse("kosong", "seharusnya paling sedikit satu")
    return items


Nilai = Annotated[Bilangan, pydantic.AfterValidator(_not_negative)]
Target = Annotated[Bilangan, pydantic.AfterValidator(_positive)]
_TARGET = pydantic.TypeAdapter(Target)


def _as_first_target(value: Any) -> Decimal | str:
    """Read a target, or the sign that there was none at the start."""
    if str(value).strip() == NOT_YET_SET:
        return NOT_YET_SET
    try:
        return _TARGET.validate_python(value)
    except pydantic.ValidationError as error:
        raise refuse(*explain(error.errors()[0])) from error


TargetAwal = Annotated[Any, pydantic.BeforeValidator(_as_first_target)]


class Sumber(Model):
    """What a realised value is computed from: exactly one of these."""

    survei: Slug | None = None
    sentimen: Literal["positif", "netral", "negatif"] | None = None
    waktu_permohonan: Literal["menurut_permohonan", "rata_rata_bulan"] | None = None
    pengaduan: Literal["ditindaklanjuti"] | None = None
    indeks: Teks | None = None

    @pydantic.model_validator(mode="after")
    def _is_one(self) -> Sumber:
        told = [name for name, value in self if value is not None]
        if len(told) != 1:
            found = f"memuat {', '.join(map(repr, told))}" if told else "kosong"
            raise refuse(found, f"seharusnya tepat satu dari {', '.join(type(self).model_fields)}")
        return self

    @property
    def jenis(self) -> str:
        """Which of them it is."""
        return next(name for name, value in self if value is not None)


class RiwayatIndikator(Model):
    """What was published of an indicator for an earlier period."""

    periode: Periode
    target: Target | None = None
    realisasi: Nilai


class Indikator(Model):
    """An indicator: its target at the start of the year and as it is now, and its realised value."""

    nama: Teks
    satuan: Teks | None = None
    arah: Literal["naik", "turun"]
    target: Target
    target_awal: TargetAwal = None
    realisasi: Nilai | None = None
    sumber: Sumber | None = None
    dipakai: Literal["sumber", "realisasi"] | None = None
    belum_dinilai: YaTidak = False
    capaian_tercetak: Nilai | None = None
    riwayat: Annotated[tuple[RiwayatIndikator, ...], pydantic.AfterValidator(_at_most_earlier)] = ()
    penjelasan: Teks | None = None

    @pydantic.model_validator(mode="after")
    def _has_value(self) -> Indikator:
        if self.realisasi is None and self.sumber is None:
            raise refuse("tidak memuat 'sumber' maupun 'realisasi'", "seharusnya salah satu atau keduanya")
        if self.dipakai is not None and (self.realisasi is None or self.sumber is None):
            raise refuse("'dipakai' tanpa dua nilai", "tulis 'sumber' dan 'realisasi', atau hapus 'dipakai'")
        return self

    @property
    def dasar(self) -> str:
        """Which realised value the report uses: the computed one where there is one, unless told otherwise."""
        return self.dipakai or (COMPUTED if self.sumber else STATED)


class Sasaran(Model):
    """A goal with its indicators."""

    nama: Teks
    indikator: Annotated[tuple[Indikator, ...], pydantic.AfterValidator(_at_least_one)]


class TercetakSurvei(Model):
    """What the published report prints of a survey."""

    responden: Positif | None = None
    unsur: dict[str, NilaiNi] = pydantic.Field(default_factory=dict)
    ni: NilaiNi | None = None
    ikm: NilaiIkm | None = None
    bobot: Bagian | None = None


class TercetakKinerja(Model):
    """What the published report prints and no table holds."""

    rata_rata: Nilai | None = None
    realisasi_anggaran: Nilai | None = None
    efisiensi: Bilangan | None = None
    pengaduan: dict[Teks, Nilai] = pydantic.Field(default_factory=dict)
    survei: dict[Slug, TercetakSurvei] = pydantic.Field(default_factory=dict)


class Anggaran(Model):
    """Which ceiling the realised budget and the efficiency are of."""

    efisiensi: Literal["pagu_awal", "pagu_akhir"] = "pagu_awal"


class Media(Model):
    """The monitored media items."""

    satuan: Literal["persen", "jumlah"] = "persen"
    jumlah_berita: Positif | None = None


class KinerjaParameters(Model):
    """One performance report: `params/<periode>/<unit>.yml` with `laporan: [kinerja]`."""

    instansi: Slug
    nama: Nama
    laporan: LaporanKinerja
    tugas: Teks | None = None
    organisasi: DaftarTeks = ()
    survei: DaftarBerbeda = ()
    sasaran: Annotated[tuple[Sasaran, ...], pydantic.AfterValidator(_at_least_one)]
    rata_rata_utama: Literal["semua", "tanpa_belum_dinilai"] = "semua"
    media: Media = Media()
    anggaran: Anggaran = Anggaran()
    tercetak: TercetakKinerja = TercetakKinerja()
    asumsi: DaftarTeks = ()
    pengesahan: Pengesahan

    @property
    def indikator(self) -> tuple[Indikator, ...]:
        """The indicators of all goals, in their order."""
        return tuple(indikator for sasaran in self.sasaran for indikator in sasaran.indikator)
