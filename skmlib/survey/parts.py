"""The files a survey's answers come from: one, the phases of one period, or the quarters that a period combines.

Phases (`data: tahap`) are files of one shape in one folder. A report that combines periods (`gabungan: [2025-TW1,
2025-TW2]`) reads each of them with its own parameters, so that a quarter with another form is decoded as it was asked. The
rows are put together, which gives the sum of their tallies: scores of the whole are of all respondents, never a mean of
means. An unsur must be asked in all.
"""

from __future__ import annotations

import dataclasses
from collections import Counter
from collections.abc import Iterable, Sequence
from fractions import Fraction

import pandas as pd

from skmlib.parameters import Parameters
from skmlib.problems import DataError, Finding, Problem
from skmlib.survey.groups import PERIODE_COLUMN
from skmlib.survey.headings import groups_of, questions_of
from skmlib.survey.part_sources import sources_of
from skmlib.survey.responses import Responses, read_responses, validate_responses
from skmlib.survey.tally import Tally, tally_responses

PART_COLUMN = "bagian"


@dataclasses.dataclass(frozen=True)
class Part:
    """One file of a survey, read.

    Attributes
    ----------
    nama : str
        Name of the phase or period; empty for the only file of a survey.
    parameters : Parameters
        What it was decoded with.
    responses : Responses
        Its rows.
    tally : Tally
        Counts of its valid rows.
    berkas : str
        The file, relative to the project folder.
    periode : tuple of str
        The combined periods from the report down to the file's own; empty for a file of the report's period.
    """

    nama: str
    parameters: Parameters
    responses: Responses
    tally: Tally
    berkas: str
    periode: tuple[str, ...] = ()


@dataclasses.dataclass(frozen=True)
class Rest:
    """What the index of a survey rests on beside one of its files: counts of the others (None without), weights by unsur."""

    tally: Tally | None
    bobot: dict[str, Fraction]


def read_parts(parameters: Parameters) -> tuple[Part, ...]:
    """Read every file of a survey.

    Parameters
    ----------
    parameters : Parameters
        Of the report.

    Returns
    -------
    tuple of Part
        At least one.

    Raises
    ------
    DataError
        With the problems of all files; also when no row of a file can be scored.
    """
    problems: list[Problem] = []
    parts: list[Part] = []
    seen: dict[str, Counter[str]] = {}
    for nama, own, name, periode in sources_of(parameters):
        try:
            export = read_responses(own, responden=name, seen=seen.setdefault(own.data_folder, Counter()))
            tahap = nama if own.survei.data.tahap else ""
            responses = validate_responses(dataclasses.replace(export, tahap=tahap), own)
        except DataError as error:
            problems += error.all
            continue
        problems += _without_rows(responses)
        tally = tally_responses(responses.valid, unsur=parameters.unsur)
        parts.append(Part(nama, own, responses, tally, f"{own.data_folder}/{name}", periode))
    if problems:
        raise DataError(problems)
    return tuple(parts)


def combine_parts(parts: Sequence[Part], parameters: Parameters) -> Responses:
    """Put the rows of all files together.

    Parameters
    ----------
    parts : sequence of Part
        From `read_parts`.
    parameters : Parameters
        Of the report: which questions and groups there are.

    Returns
    -------
    Responses
        Of the only part, or of all: `berkas` names every file, `valid` has the further column `bagian`; a group that a part
        does not have is blank there.
    """
    if len(parts) == 1 and not parameters.survei.gabungan:
        return parts[0].responses
    asked = dict.fromkeys(name for part in parts for name in part.responses.valid.columns)
    firsts = [name for name in asked if name.endswith(".1")]  # one question in one part, several in another
    frames = []
    for part in parts:
        frame = name_periode(part.responses.valid, part.parameters, parts).assign(**{PART_COLUMN: part.nama})
        if part.periode:
            frame = frame.assign(**{PERIODE_COLUMN: part.periode[-1]})
        single = {name: frame[name[:-2]] for name in firsts if name not in frame.columns and name[:-2] in frame.columns}
        frames.append(frame.assign(**single))
    valid = pd.concat(frames, ignore_index=True)
    absent = [key for key in (*questions_of(parameters), *groups_of(parameters)) if key not in valid.columns]
    valid = valid.assign(**{key: pd.Series(None, index=valid.index, dtype="object") for key in absent})
    first = parts[0].responses
    return dataclasses.replace(
        first,
        berkas=", ".join(dict.fromkeys(part.berkas for part in parts)),
        valid=valid,
        excluded=pd.concat([part.responses.excluded for part in parts], ignore_index=True),
        told=(),
    )


def name_periode(frame: pd.DataFrame, own: Parameters, parts: Sequence[Part]) -> pd.DataFrame:
    """Put the period before the ids of respondents where several periods are combined: equal rows of two are two respondents.

    Parameters
    ----------
    frame : DataFrame
        With `id_responden`, of one period.
    own : Parameters
        Of that period.
    parts : sequence of Part
        Everything that is combined.

    Returns
    -------
    DataFrame
        As it is where all parts are of one period.
    """
    if len({part.parameters.data_folder for part in parts}) == 1:
        return frame
    return frame.assign(id_responden=own.periode + "/" + frame["id_responden"].astype("str"))


def rest_of(parts: Sequence[Part], part: Part, parameters: Parameters) -> Rest:
    """Count the valid rows of all parts but one, beside the weights of the report."""
    others = [other.tally for other in parts if other is not part]
    return Rest(sum(others[1:], start=others[0]) if others else None, parameters.bobot)


def join_findings(parts: Sequence[Part], found: Sequence[Iterable[Finding]]) -> tuple[Finding, ...]:
    """Put the findings of all parts together; what is told of every sheet of a file, rows apart, is told once of the file.

    Parameters
    ----------
    parts : sequence of Part
        Everything that is combined.
    found : sequence of iterables of Finding
        Of each part.

    Returns
    -------
    tuple of Finding
        Each once.
    """
    sheets = Counter(part.berkas for part in parts)
    told = [(part.berkas, finding) for part, findings in zip(parts, found, strict=True) for finding in findings]
    often = Counter((berkas, _of_file(finding, berkas)) for berkas, finding in told)
    joined = (
        _of_file(finding, berkas) if often[berkas, _of_file(finding, berkas)] == sheets[berkas] else finding
        for berkas, finding in told
    )
    return tuple(dict.fromkeys(joined))


def _of_file(finding: Finding, berkas: str) -> Finding:
    """Tell of a file what is told of one of its sheets, unless it is about rows or about the parameters."""
    is_sheet = finding.berkas.startswith(f"{berkas}, ") and not finding.baris
    return dataclasses.replace(finding, berkas=berkas) if is_sheet else finding


def _without_rows(responses: Responses) -> list[Problem]:
    """Refuse a file from which no row can be scored."""
    if not responses.valid.empty:
        return []
    reasons = responses.excluded["alasan"].value_counts().sort_index()
    told = "; ".join(f"{n} baris dikeluarkan karena {alasan}" for alasan, n in reasons.items())
    what = f"tidak ada baris yang dapat dinilai ({told or 'tidak ada baris di bawah judul'})"
    return [Problem(responses.berkas, what, "isi berkas ini dengan jawaban responden")]
