"""All of one performance report: indicators, averages, budget, printed figures, and what there is to tell about them.

`read_performance` is where a performance report begins, in the notebook and on the command line alike. It reads the parameters,
the surveys and the tables, raises once with all problems, and computes everything that the report shows.
"""

from __future__ import annotations

import dataclasses
from fractions import Fraction
from pathlib import Path

from skmlib.parameters import find_project
from skmlib.parameters.performance import PerformanceParameters, load_performance
from skmlib.problems import Finding
from skmlib.survey.handed_over import take_over
from skmlib.survey.indicators import Averages, IndicatorScore, average_achievement, score_indicator
from skmlib.survey.input_files import read_logo
from skmlib.survey.performance_budget import Budget, rounded_efficiency, summarise_budget
from skmlib.survey.performance_data import PerformanceData, read_data
from skmlib.survey.performance_findings import find_in_performance
from skmlib.survey.performance_printed import compare_performance
from skmlib.survey.printed_values import PrintedValue, findings_of_printed
from skmlib.survey.provenance import Provenance, read_provenance
from skmlib.survey.published import decimals_of


@dataclasses.dataclass(frozen=True)
class GoalScore:
    """A goal with its indicators and their average."""

    nama: str
    indikator: tuple[IndicatorScore, ...]
    rata_rata: Averages


@dataclasses.dataclass(frozen=True)
class Performance:
    """Everything a performance report shows.

    Attributes
    ----------
    parameters : PerformanceParameters
        What the report was told.
    data : PerformanceData
        Surveys and tables, summarised.
    sasaran : tuple of GoalScore
        The goals.
    rata_rata : Averages
        Over all indicators, of the values the report uses.
    rata_rata_dinyatakan : Averages
        The same of the values as stated, where they are.
    anggaran : Budget or None
        None without a table of the budget.
    printed : tuple of PrintedValue
        The printed figures, compared.
    findings : tuple of Finding
        What is told about the data.
    logo : bytes or None
        The agency's logo.
    provenance : Provenance
        Files, code and packages that the report is made from.
    """

    parameters: PerformanceParameters
    data: PerformanceData
    sasaran: tuple[GoalScore, ...]
    rata_rata: Averages
    rata_rata_dinyatakan: Averages
    anggaran: Budget | None
    printed: tuple[PrintedValue, ...]
    findings: tuple[Finding, ...]
    logo: bytes | None
    provenance: Provenance

    @property
    def indikator(self) -> tuple[IndicatorScore, ...]:
        """The indicators of all goals."""
        return tuple(score for goal in self.sasaran for score in goal.indikator)

    @property
    def efisiensi_dinyatakan(self) -> dict[str, Fraction | None]:
        """Efficiency of the values as stated, by ceiling; empty without a budget."""
        name = self.parameters.kinerja.rata_rata_utama
        return self.anggaran.efficiency_of(self.rata_rata_dinyatakan.of(name)) if self.anggaran else {}

    @property
    def efisiensi_dibulatkan(self) -> tuple[Fraction, Fraction, Fraction] | None:
        """Average, realised share and efficiency, rounded first to the decimals that were printed; None where none were."""
        printed, name = self.parameters.kinerja.tercetak, self.parameters.kinerja.rata_rata_utama
        if self.anggaran is None or printed.rata_rata is None or printed.realisasi_anggaran is None:
            return None
        decimals = decimals_of(printed.rata_rata), decimals_of(printed.realisasi_anggaran)
        return rounded_efficiency(self.anggaran, self.rata_rata_dinyatakan.of(name), desimal=decimals)


def read_performance(unit: str, periode: str, *, root: Path | None = None) -> Performance:
    """Read, check and compute everything of one performance report.

    Parameters
    ----------
    unit, periode : str
        Identity of the report, such as `"biro-humas"` and `"2023"`.
    root : Path, optional
        The project folder; found from the working directory when not given.

    Returns
    -------
    Performance
        With its findings.

    Raises
    ------
    DataError
        With every problem of every table and survey.
    """
    root = root or find_project(Path.cwd())
    if (handed := take_over(Performance, unit, periode, root=root)) is not None:
        return handed
    parameters = load_performance(unit, periode, root=root)
    kinerja, logo = parameters.kinerja, parameters.instansi.logo
    data, picture = read_data(parameters), read_logo(parameters)
    goals = _score_goals(parameters, data)
    scores = tuple(score for goal in goals for score in goal.indikator)
    used = average_achievement(scores)
    stated = average_achievement(scores, of=lambda score: score.capaian_dinyatakan)
    budget = (
        summarise_budget(data.budget, capaian=used.of(kinerja.rata_rata_utama), dasar=kinerja.anggaran.efisiensi)
        if data.budget
        else None
    )
    printed = compare_performance(parameters, data, scores, stated=stated, budget=budget)
    logos = (f"params/instansi/{logo.berkas}",) if logo else ()
    return Performance(
        parameters=parameters,
        data=data,
        sasaran=goals,
        rata_rata=used,
        rata_rata_dinyatakan=stated,
        anggaran=budget,
        printed=printed,
        findings=(
            *findings_of_printed(printed),
            *find_in_performance(parameters, data, scores, averages=used, budget=budget),
        ),
        logo=picture,
        provenance=read_provenance(
            parameters, tuple(dict.fromkeys((*parameters.berkas, *logos, *data.names))), surveys=(unit, *data.surveys)
        ),
    )


def _score_goals(parameters: PerformanceParameters, data: PerformanceData) -> tuple[GoalScore, ...]:
    """Score the indicators of each goal, numbered over all of them."""
    goals, nomor = [], 0
    for goal in parameters.kinerja.sasaran:
        scores = []
        for indikator in goal.indikator:
            nomor += 1
            source = indikator.sumber
            past = data.surveys[source.survei].riwayat if source and source.survei else ()
            scores.append(score_indicator(nomor, indikator, source and data.value_of(source), riwayat=past))
        goals.append(GoalScore(goal.nama, tuple(scores), average_achievement(scores)))
    return tuple(goals)
