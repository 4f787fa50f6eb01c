"""The kinds of report: what each is read from, and which files it gives besides its notebooks.

A survey, a recap and a performance report are each read and checked by one function of the room `survey`, which `skm check`
calls and the notebook as well. Modules are imported only for the kind that is asked for, since checking one survey must not
wait for the others.
"""

from __future__ import annotations

import dataclasses
import functools
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol

from skmlib.parameters import ReportParameters, project, read_kind
from skmlib.problems import Finding
from skmlib.survey.dataset import Survey, read_survey
from skmlib.survey.provenance import Provenance

if TYPE_CHECKING:
    from skmlib.survey.performance import Performance
    from skmlib.survey.recap import Recap
    from skmlib.survey.recap_summary import RecapResults
    from skmlib.survey.results import Results


class Checked(Protocol):
    """The checked data of a report of any kind."""

    parameters: ReportParameters
    findings: tuple[Finding, ...]
    provenance: Provenance


@dataclasses.dataclass(frozen=True)
class Source:
    """What the reports of one folder are made from.

    Attributes
    ----------
    data : Checked
        Read and checked.
    size : str
        How much there is of it, in Indonesian, such as "260 responden".
    summarise : callable
        Gives the results, computed once; None for a report whose data are its results.
    write_results : callable
        Writes the files that stand beside the rendered notebooks: takes the results and a folder.
    """

    data: Checked
    size: str
    summarise: Callable[[], Any]
    write_results: Callable[[Any, Path], None]

    def write_files(self, folder: Path) -> None:
        """Write the files that stand beside the rendered notebooks into a folder."""
        self.write_results(self.summarise(), folder)

    @property
    def laporan(self) -> tuple[str, ...]:
        """The reports that the parameters ask for."""
        return self.data.parameters.own.laporan


def read_source(unit: str, periode: str, *, root: Path) -> Source:
    """Read and check the data of a report of any kind.

    Parameters
    ----------
    unit, periode : str
        Identity of the report.
    root : Path
        The project folder.

    Returns
    -------
    Source
        With its findings.

    Raises
    ------
    DataError
        With every problem of every file.
    """
    match read_kind(unit, periode, root=root):
        case project.RECAP:
            from skmlib.survey.recap import read_recap

            recap = read_recap(unit, periode, root=root)
            return Source(
                recap, f"{len(recap.rows)} unit", functools.cache(lambda: _summarise_recap(recap)), _write_recap
            )
        case project.PERFORMANCE:
            from skmlib.survey.performance import read_performance

            report = read_performance(unit, periode, root=root)
            size = f"{len(report.indikator)} indikator"
            return Source(report, size, lambda: None, lambda _, folder: _write_performance(report, folder))
        case _:
            survey = read_survey(unit, periode, root=root)
            size = f"{len(survey.responses.valid)} responden"
            return Source(survey, size, functools.cache(lambda: _summarise_survey(survey)), _write_survey)


def _summarise_recap(recap: Recap) -> RecapResults:
    """Compute the results of a recap."""
    from skmlib.survey.recap_summary import summarise_recap

    return summarise_recap(recap)


def _summarise_survey(survey: Survey) -> Results:
    """Compute the results of a survey."""
    from skmlib.survey.summary import summarise_survey

    return summarise_survey(survey)


def _write_recap(results: RecapResults, folder: Path) -> None:
    """Write the numbers and the table of a recap."""
    from skmlib.pipeline.recap_files import write_recap_hasil, write_recap_table

    write_recap_hasil(results, folder / "hasil.json")
    write_recap_table(results, folder / "rekap.xlsx")


def _write_performance(report: Performance, folder: Path) -> None:
    """Write the numbers of a performance report."""
    from skmlib.pipeline.performance_files import write_performance_hasil

    write_performance_hasil(report, folder / "hasil.json")


def _write_survey(results: Results, folder: Path) -> None:
    """Write the numbers and the worksheet of a survey."""
    from skmlib.pipeline.hasil import write_hasil
    from skmlib.pipeline.worksheet import write_worksheet

    write_hasil(results, folder / "hasil.json")
    write_worksheet(results, folder / "olah-data.xlsx")
