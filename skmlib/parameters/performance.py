"""The parameters of a performance report: its own file, and what must fit together in it."""

from __future__ import annotations

import dataclasses
import functools
from collections.abc import Iterator
from pathlib import Path

from skmlib.parameters.checks import CrossProblem, check_repeated, place_problems
from skmlib.parameters.earlier_periods import check_earlier
from skmlib.parameters.loading import ReportParameters, load_files
from skmlib.parameters.performance_models import KinerjaParameters
from skmlib.parameters.project import SURVEY, list_reports, read_kind
from skmlib.parameters.yaml_file import YamlFile
from skmlib.problems import Problem, name_options, suggestion


@dataclasses.dataclass(frozen=True)
class PerformanceParameters(ReportParameters):
    """All that a performance report is told.

    Attributes
    ----------
    kinerja : KinerjaParameters
        The report's own file.
    """

    kinerja: KinerjaParameters

    @property
    def own(self) -> KinerjaParameters:
        """The report's own file, by the name that every kind of report has for it."""
        return self.kinerja


def load_performance(unit: str, periode: str, *, root: Path) -> PerformanceParameters:
    """Load and check the parameters of a performance report.

    Parameters
    ----------
    unit, periode : str
        Identity of the report.
    root : Path
        The project folder.

    Returns
    -------
    PerformanceParameters

    Raises
    ------
    DataError
        When a file is missing, holds marks or does not fit its model; all problems of a file at once.
    """
    surveys = _surveys(periode, root)
    check = functools.partial(_cross_check, periode=periode, surveys=surveys)
    kinerja, instansi = load_files(KinerjaParameters, unit, periode, root=root, check=check)
    return PerformanceParameters(unit, periode, root, instansi, kinerja)


def _surveys(periode: str, root: Path) -> list[str]:
    """Name the units of a period that have a survey."""
    units = [unit for name, unit in list_reports(root) if name == periode]
    return [unit for unit in units if read_kind(unit, periode, root=root) == SURVEY]


def _cross_check(kinerja: KinerjaParameters, source: YamlFile, *, periode: str, surveys: list[str]) -> list[Problem]:
    """Check what no single value shows."""
    return place_problems(source, (_survei(kinerja, surveys), _indikator(kinerja, periode)))


def _survei(kinerja: KinerjaParameters, surveys: list[str]) -> Iterator[CrossProblem]:
    """Check that each survey has parameters, and that what names a survey names one of them."""
    for place, unit in enumerate(kinerja.survei):
        if unit not in surveys:
            what = f"tidak ada survei {unit!r} pada periode ini"
            yield ("survei", place), what, f"yang ada: {name_options(surveys)}", suggestion(unit, surveys)
    named = {("tercetak", "survei", unit): unit for unit in kinerja.tercetak.survei}
    named |= {
        (*path, "sumber", "survei"): indikator.sumber.survei
        for path, indikator in _places(kinerja)
        if indikator.sumber and indikator.sumber.survei
    }
    for path, unit in named.items():
        if unit not in kinerja.survei:
            near = suggestion(unit, kinerja.survei)
            yield path, f"{unit!r} tidak ada di 'survei'", "tambahkan di sana atau betulkan namanya", near


def _indikator(kinerja: KinerjaParameters, periode: str) -> Iterator[CrossProblem]:
    """Check that each indicator stands once, and its history holds earlier periods, each once."""
    yield from check_repeated("nama", {(*path, "nama"): indikator.nama for path, indikator in _places(kinerja)})
    for path, indikator in _places(kinerja):
        yield from check_earlier(periode, [riwayat.periode for riwayat in indikator.riwayat], path=path)


def _places(kinerja: KinerjaParameters) -> Iterator[tuple]:
    """Give each indicator with its place in the file."""
    for order, sasaran in enumerate(kinerja.sasaran):
        for place, indikator in enumerate(sasaran.indikator):
            yield ("sasaran", order, "indikator", place), indikator
