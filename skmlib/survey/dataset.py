"""All data of one report: read, checked, and with what there is to tell about it.

`read_survey` is where a report begins, in the notebook and on the command line alike. It reads the parameters, the responses,
the comments, the actions and the analyst's words, raises once with all problems of all files, and keeps the hash of every file
that it read, so that the report can say where its figures come from.
"""

from __future__ import annotations

import dataclasses
import hashlib
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

import pandas as pd

from skmlib.parameters import Parameters, find_project, load_parameters
from skmlib.problems import DataError, Finding, Problem
from skmlib.survey.comments import read_comments, validate_comments
from skmlib.survey.narasi import parse_narasi, read_narasi
from skmlib.survey.response_findings import find_in_responses
from skmlib.survey.responses import Responses, read_responses, validate_responses
from skmlib.survey.rtl import read_actions, validate_actions
from skmlib.survey.tally import Tally, tally_responses

COMMENTS_FILE = "komentar.csv"
ACTIONS_FILE = "tindak_lanjut.csv"
NARASI_FILE = "narasi.md"

Value = TypeVar("Value")


@dataclasses.dataclass(frozen=True)
class Source:
    """A file that was read: its name relative to the project folder, its SHA-256 and its size in bytes."""

    berkas: str
    sha256: str
    size: int


@dataclasses.dataclass(frozen=True)
class Survey:
    """The checked data of one report.

    Attributes
    ----------
    parameters : Parameters
        What the report was told.
    responses : Responses
        Valid and excluded rows.
    tally : Tally
        Counts of the valid rows.
    comments : DataFrame or None
        Masked and annotated comments, one row each; None without a file of comments.
    actions : DataFrame or None
        Follow-up actions of this and the previous period; None without a file of actions.
    narasi : dict
        The analyst's words in Markdown, by section.
    findings : tuple of Finding
        What is told about the data.
    sources : tuple of Source
        The files that were read.
    """

    parameters: Parameters
    responses: Responses
    tally: Tally
    comments: pd.DataFrame | None
    actions: pd.DataFrame | None
    narasi: dict[str, str]
    findings: tuple[Finding, ...]
    sources: tuple[Source, ...]


def read_survey(unit: str, periode: str, *, root: Path | None = None) -> Survey:
    """Read and check all data of one report.

    Parameters
    ----------
    unit, periode : str
        Identity of the report, such as `"kasn"` and `"2024"`.
    root : Path, optional
        The project folder; found from the working directory when not given.

    Returns
    -------
    Survey
        With its findings.

    Raises
    ------
    DataError
        With every problem of every file.
    """
    parameters = load_parameters(unit, periode, root=root or find_project(Path.cwd()))
    problems: list[Problem] = []
    responses = _attempt(problems, lambda: validate_responses(read_responses(parameters), parameters))
    actions = _attempt(problems, lambda: _read_actions(parameters))
    comments: tuple[pd.DataFrame | None, tuple[Finding, ...]] | None = (None, ())
    if responses is not None:
        comments = _attempt(problems, lambda: _read_comments(parameters, responses))
    narasi = _attempt(problems, lambda: _read_narasi(parameters))
    if problems or responses is None or comments is None or narasi is None:
        raise DataError(problems)
    return Survey(
        parameters=parameters,
        responses=responses,
        tally=tally_responses(responses.valid, unsur=parameters.unsur),
        comments=comments[0],
        actions=actions,
        narasi=narasi[0],
        findings=(*find_in_responses(responses, parameters), *comments[1], *narasi[1]),
        sources=hash_sources(parameters),
    )


def hash_sources(parameters: Parameters) -> tuple[Source, ...]:
    """Hash every file that a report is made from.

    Parameters
    ----------
    parameters : Parameters
        Of the report.

    Returns
    -------
    tuple of Source
        Parameter files first, then the data that exist.
    """
    names = [f"{parameters.data_folder}/{name}" for name in (COMMENTS_FILE, ACTIONS_FILE, NARASI_FILE)]
    if parameters.instansi.logo:
        names.append(f"params/instansi/{parameters.instansi.logo.berkas}")
    responden = f"{parameters.data_folder}/{parameters.survei.data.responden}"
    named = [*parameters.berkas, responden, *names]
    return tuple(_hash(parameters.root, name) for name in named if (parameters.root / name).is_file())


def _attempt(problems: list[Problem], step: Callable[[], Value]) -> Value | None:
    """Run one step of reading; keep its problems and go on with the next file."""
    try:
        return step()
    except DataError as error:
        problems += error.all
        return None


def _hash(root: Path, berkas: str) -> Source:
    """Hash one file."""
    content = (root / berkas).read_bytes()
    return Source(berkas, hashlib.sha256(content).hexdigest(), len(content))


def _read_comments(parameters: Parameters, responses: Responses) -> tuple[pd.DataFrame | None, tuple[Finding, ...]]:
    """Read the annotated comments, where there are any."""
    berkas = f"{parameters.data_folder}/{COMMENTS_FILE}"
    if not (parameters.root / berkas).is_file():
        return None, ()
    return validate_comments(
        read_comments(parameters.root / berkas),
        responses.valid,
        unsur=parameters.unsur,
        berkas=berkas,
        responden_berkas=responses.berkas,
    )


def _read_actions(parameters: Parameters) -> pd.DataFrame | None:
    """Read the follow-up actions, where there are any."""
    berkas = f"{parameters.data_folder}/{ACTIONS_FILE}"
    if not (parameters.root / berkas).is_file():
        return None
    return validate_actions(
        read_actions(parameters.root / berkas),
        unsur=parameters.unsur,
        berkas=berkas,
        periode=parameters.periode,
        periode_sebelumnya=parameters.survei.periode_sebelumnya,
    )


def _read_narasi(parameters: Parameters) -> tuple[dict[str, str], tuple[Finding, ...]]:
    """Read the analyst's words, where there are any."""
    berkas = f"{parameters.data_folder}/{NARASI_FILE}"
    text = read_narasi(parameters.root / berkas)
    return parse_narasi(text, unsur_nama=parameters.nama_unsur, berkas=berkas) if text is not None else ({}, ())
