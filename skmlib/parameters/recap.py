"""The parameters of a recap: the units of an agency, or of one part of it, in one period.

A recap is made from the answers of the units (`sumber: responden`), or from a table of published rows (`sumber: terbit`).
Units may belong to a part of the agency, their `induk`: a recap then covers one part (`induk`), or the whole with a row for
each unit or for each part (`tingkat`).
"""

from __future__ import annotations

import dataclasses
import functools
from collections.abc import Iterator
from pathlib import Path
from typing import Literal

from skmlib.parameters.checks import CrossProblem, check_repeated, place_problems
from skmlib.parameters.earlier_periods import check_earlier
from skmlib.parameters.loading import ReportParameters, load_files
from skmlib.parameters.models import Model, Pengesahan, RentangPeriode, Riwayat
from skmlib.parameters.survey import order_unsur
from skmlib.parameters.values import DaftarBerbeda, LaporanRekap, Nama, Periode, Positif, Slug, Teks
from skmlib.parameters.yaml_file import YamlFile
from skmlib.problems import DataError, Problem, suggestion
from skmlib.survey.regulation import PRIORITY_COUNT, UNSUR, UNSUR_NAMA

MEAN_OF_UNITS = "rata_rata_unit"
BY_RESPONDENT = "responden"


class UnsurRekap(Model):
    """An unsur of the recap: its label, and the question that was asked."""

    label: Teks
    nama: Teks | None = None
    pertanyaan: Teks | None = None


class RekapParameters(Model):
    """One recap: `params/<periode>/<unit>.yml` with `laporan: [rekap]`."""

    instansi: Slug
    nama: Nama
    lingkup: Teks | None = None
    laporan: LaporanRekap
    sumber: Literal["responden", "terbit"] = "responden"
    periode: RentangPeriode
    metode: Teks
    induk: Slug | None = None
    tingkat: Literal["unit", "induk"] = "unit"
    unit: DaftarBerbeda = ()
    jumlah_unit_kerja: Positif | None = None
    unsur: dict[str, UnsurRekap]
    nilai_utama: Literal["rata_rata_unit", "responden"] = MEAN_OF_UNITS
    jumlah_prioritas: Positif = PRIORITY_COUNT
    periode_sebelumnya: Periode | None = None
    riwayat: tuple[Riwayat, ...] = ()
    bukti: DaftarBerbeda = ()
    pengesahan: Pengesahan


@dataclasses.dataclass(frozen=True)
class RecapParameters(ReportParameters):
    """All that a recap is told.

    Attributes
    ----------
    rekap : RekapParameters
        The report's own file.
    """

    rekap: RekapParameters

    @property
    def own(self) -> RekapParameters:
        """The report's own file, by the name that every kind of report has for it."""
        return self.rekap

    @property
    def unsur(self) -> tuple[str, ...]:
        """Ids of the unsur in the order of their labels."""
        return order_unsur({unsur: told.label for unsur, told in self.rekap.unsur.items()})

    @property
    def label_unsur(self) -> dict[str, str]:
        """The label of each unsur in this recap."""
        return {unsur: self.rekap.unsur[unsur].label for unsur in self.unsur}

    @property
    def nama_unsur(self) -> dict[str, str]:
        """The name of each unsur: the recap's own, or the regulation's."""
        return {unsur: self.rekap.unsur[unsur].nama or UNSUR_NAMA[unsur] for unsur in self.unsur}


def load_recap(unit: str, periode: str, *, root: Path) -> RecapParameters:
    """Load and check the parameters of a recap.

    Parameters
    ----------
    unit, periode : str
        Identity of the recap.
    root : Path
        The project folder.

    Returns
    -------
    RecapParameters

    Raises
    ------
    DataError
        When a file is missing, holds marks or does not fit its model; all problems of a file at once.
    """
    check = functools.partial(_cross_check, unit=unit, periode=periode)
    rekap, instansi = load_files(RekapParameters, unit, periode, root=root, check=check)
    parameters = RecapParameters(unit, periode, root, instansi, rekap)
    if rekap.induk is not None and rekap.induk not in instansi.induk:
        near = suggestion(rekap.induk, instansi.induk)
        what = f"{rekap.induk!r} tidak ada di 'induk' pada {parameters.berkas[1]}"
        raise DataError([Problem(parameters.berkas[0], what, "tulis nama induk itu di sana", None, "induk", near)])
    return parameters


def _cross_check(rekap: RekapParameters, source: YamlFile, *, unit: str, periode: str) -> list[Problem]:
    """Check what no single value shows."""
    return place_problems(
        source,
        (
            _unsur(rekap),
            check_earlier(periode, [riwayat.periode for riwayat in rekap.riwayat], rekap.periode_sebelumnya),
            _units(rekap, unit),
        ),
    )


def _unsur(rekap: RekapParameters) -> Iterator[CrossProblem]:
    """Check that each unsur is known or named, and each label stands once."""
    for key, unsur in rekap.unsur.items():
        if key not in UNSUR and unsur.nama is None:
            allowed = f"seharusnya salah satu dari {', '.join(UNSUR)}, atau unsur tambahan dengan 'nama'"
            yield ("unsur", key), "bukan unsur dari peraturan", allowed, suggestion(key, UNSUR)
    labels = {("unsur", key, "label"): unsur.label for key, unsur in rekap.unsur.items()}
    yield from check_repeated("label", labels)


def _units(rekap: RekapParameters, unit: str) -> Iterator[CrossProblem]:
    """Check that what names units is only told where units are read, and the recap is none of them."""
    if rekap.sumber == "terbit":
        told = {"unit": bool(rekap.unit), "induk": rekap.induk is not None, "tingkat": rekap.tingkat == "induk"}
        for key in (key for key, is_told in told.items() if is_told):
            what = f"'{key}' bersama 'sumber: terbit'"
            yield (key,), what, "unit sumber itu ditulis pada unit.csv; hapus kunci ini", ""
    elif rekap.jumlah_unit_kerja is not None:
        what = "'jumlah_unit_kerja' bersama 'sumber: responden'"
        yield ("jumlah_unit_kerja",), what, "banyaknya unit dihitung; hapus kunci ini", ""
    if rekap.induk is not None and rekap.tingkat == "induk":
        yield (
            ("tingkat",),
            "'tingkat: induk' bersama 'induk'",
            "rekap satu induk dirinci menurut unit; hapus kunci ini",
            "",
        )
    if unit in rekap.unit:
        yield ("unit", rekap.unit.index(unit)), f"{unit!r} adalah rekap ini", "sebut hanya unit yang disurvei", ""
