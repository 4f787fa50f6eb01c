"""The models of published figures: those of earlier periods (`riwayat`), and those printed for this very period (`tercetak`).

A published figure keeps its printed precision. Those of earlier periods make the trend; those of this period are compared with
what the answers give, and the report lists where the two differ.
"""

from __future__ import annotations

from typing import Literal

import pydantic

from skmlib.parameters.model import Model
from skmlib.parameters.values import Bilangan, NilaiIkm, NilaiNi, Periode, Positif, Teks, refuse


class Riwayat(Model):
    """What was published for an earlier period, with its printed precision."""

    periode: Periode
    ni: NilaiNi | None = None
    ikm: NilaiIkm | None = None
    responden: Positif | None = None
    unsur: dict[str, NilaiNi] = {}

    @pydantic.model_validator(mode="after")
    def _has_value(self) -> Riwayat:
        if self.ni is None and self.ikm is None:
            raise refuse("tidak memuat 'ni' maupun 'ikm'", "seharusnya salah satu atau keduanya")
        return self


class Tercetak(Model):
    """What a published report printed for this period; whatever it did not print is left out."""

    ni: NilaiNi | None = None
    ikm: NilaiIkm | None = None
    mutu: Literal["A", "B", "C", "D"] | None = None
    responden: Positif | None = None
    unsur: dict[str, NilaiNi] = {}
    layanan: dict[Teks, NilaiNi] = {}
    layanan_unsur: dict[Teks, dict[str, NilaiNi]] = {}
    perubahan_ni: Bilangan | None = None
    batas_bawah_ni: dict[Literal["A", "B", "C", "D"], NilaiNi] = {}
    jumlah_prioritas: Positif | None = None
    rencana_atas: Periode | None = None
