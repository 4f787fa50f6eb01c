"""Which files a survey's answers come from, and with which parameters each is read.

One file, the phases of one period, or the files of the periods that a report combines, each with its own parameters.
"""

from __future__ import annotations

import dataclasses
from typing import NamedTuple

from skmlib.parameters import Parameters, load_parameters
from skmlib.problems import DataError, Problem


class PartSource(NamedTuple):
    """A file of a survey: name of the part, its parameters, file name in their data folder, combined periods down to it."""

    nama: str
    parameters: Parameters
    responden: str
    periode: tuple[str, ...] = ()


def sources_of(parameters: Parameters) -> tuple[PartSource, ...]:
    """Name the files of a survey.

    Parameters
    ----------
    parameters : Parameters
        Of the report.

    Returns
    -------
    tuple of PartSource

    Raises
    ------
    DataError
        When the parameters of a combined period are missing or wrong.
    """
    survei = parameters.survei
    problems: list[Problem] = []
    sources: list[PartSource] = []
    for periode in survei.gabungan:
        try:
            quarter = load_parameters(parameters.unit, periode, root=parameters.root)
        except DataError as error:
            problems += error.all
            continue
        problems += _unlike(parameters, quarter)
        sources += [
            PartSource(part.nama or periode, part.parameters, part.responden, (periode, *part.periode))
            for part in sources_of(quarter)
        ]
    if problems:
        raise DataError(problems)
    phases = [
        PartSource(tahap.nama, _of_sheet(parameters, tahap.lembar), tahap.responden) for tahap in survei.data.tahap
    ]
    return tuple(sources or phases or [PartSource("", parameters, survei.data.responden)])


def _of_sheet(parameters: Parameters, lembar: str | None) -> Parameters:
    """Give the parameters of a phase that stands in a sheet of its own."""
    if lembar is None:
        return parameters
    data = parameters.survei.data.model_copy(update={"lembar": lembar})
    return dataclasses.replace(parameters, survei=parameters.survei.model_copy(update={"data": data}))


def _unlike(parameters: Parameters, quarter: Parameters) -> list[Problem]:
    """Say when a combined period asks other unsur, or hides other groups than the whole does."""
    problems = []
    if set(quarter.unsur) != set(parameters.unsur):
        what = f"unsurnya {', '.join(quarter.unsur)}"
        allowed = f"seharusnya sama dengan {parameters.berkas[0]}: {', '.join(parameters.unsur)}"
        problems.append(Problem(quarter.berkas[0], what, allowed, kolom="unsur"))
    ambang, whole = quarter.survei.ambang_kelompok, parameters.survei.ambang_kelompok
    if ambang != whole:
        what = f"tertulis {ambang}, sedangkan {parameters.berkas[0]} {whole}"
        allowed = "tulis nilai yang sama, sebab kelompok kecil satu periode dapat dihitung dari selisih periode lain"
        problems.append(Problem(quarter.berkas[0], what, allowed, kolom="ambang_kelompok"))
    return problems
