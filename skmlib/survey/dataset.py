"""All data of one report: read, checked, and with what there is to tell about it.

`read_survey` is where a report begins, in the notebook and on the command line alike. It reads the parameters, the responses,
the comments, the actions and the analyst's words, raises once with all problems of all files, and keeps the hash of every file,
so that the report can say where its figures come from.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

import pandas as pd

from skmlib.parameters import Parameters, find_project, load_parameters
from skmlib.problems import DataError, Finding, Problem, suggestion
from skmlib.survey.comments import read_comments, validate_comments
from skmlib.survey.date_findings import find_in_dates
from skmlib.survey.filled_tables import name_unsur
from skmlib.survey.narasi import parse_narasi, read_narasi
from skmlib.survey.provenance import Provenance, read_provenance
from skmlib.survey.response_findings import find_in_responses
from skmlib.survey.responses import Responses, read_responses, validate_responses
from skmlib.survey.rtl import read_actions, validate_actions
from skmlib.survey.survey_findings import find_in_survey
from skmlib.survey.tally import Tally, tally_responses

COMMENTS_FILE = "komentar.csv"
ACTIONS_FILE = "tindak_lanjut.csv"
NARASI_FILE = "narasi.md"

Value = TypeVar("Value")


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
    logo : bytes or None
        The agency's logo.
    provenance : Provenance
        Files, code and packages that the report is made from.
    """

    parameters: Parameters
    responses: Responses
    tally: Tally
    comments: pd.DataFrame | None
    actions: pd.DataFrame | None
    narasi: dict[str, str]
    findings: tuple[Finding, ...]
    logo: bytes | None
    provenance: Provenance


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
    responses = _attempt(problems, lambda: _read_responses(parameters))
    actions = _attempt(problems, lambda: _read_actions(parameters))
    comments: tuple[pd.DataFrame | None, tuple[Finding, ...]] | None = (None, ())
    if responses is not None:
        comments = _attempt(problems, lambda: _read_comments(parameters, responses))
    narasi = _attempt(problems, lambda: _read_narasi(parameters))
    logo = _attempt(problems, lambda: _read_logo(parameters))
    if problems or responses is None or comments is None or narasi is None:
        raise DataError(problems)
    tally = tally_responses(responses.valid, unsur=parameters.unsur)
    actions_file = f"{parameters.data_folder}/{ACTIONS_FILE}"
    whole = find_in_survey(parameters, responses, tally, actions=actions, actions_file=actions_file)
    dates = find_in_dates(parameters, actions=actions, actions_file=actions_file)
    return Survey(
        parameters=parameters,
        responses=responses,
        tally=tally,
        comments=comments[0],
        actions=actions,
        narasi=narasi[0],
        findings=(
            *find_in_responses(responses, parameters),
            *whole,
            *comments[1],
            *narasi[1],
            *dates,
            *_find_strays(parameters),
        ),
        logo=logo,
        provenance=read_provenance(parameters, source_names(parameters)),
    )


def source_names(parameters: Parameters) -> tuple[str, ...]:
    """Name every file that a report may be made from, relative to the project folder.

    Parameters
    ----------
    parameters : Parameters
        Of the report.

    Returns
    -------
    tuple of str
        Parameter files first, then the data.
    """
    data = (parameters.survei.data.responden, COMMENTS_FILE, ACTIONS_FILE, NARASI_FILE)
    logo = parameters.instansi.logo
    logos = (f"params/instansi/{logo.berkas}",) if logo else ()
    return (*parameters.berkas, *logos, *(f"{parameters.data_folder}/{name}" for name in data))


def _attempt(problems: list[Problem], step: Callable[[], Value]) -> Value | None:
    """Run one step of reading; keep its problems and go on with the next file."""
    try:
        return step()
    except DataError as error:
        problems += error.all
        return None


def _read_responses(parameters: Parameters) -> Responses:
    """Read the responses, and refuse a file from which no row can be scored."""
    responses = validate_responses(read_responses(parameters), parameters)
    if responses.valid.empty:
        reasons = responses.excluded["alasan"].value_counts().sort_index()
        told = "; ".join(f"{n} baris dikeluarkan karena {alasan}" for alasan, n in reasons.items())
        what = f"tidak ada baris yang dapat dinilai ({told or 'tidak ada baris di bawah judul'})"
        raise DataError([Problem(responses.berkas, what, "isi berkas ini dengan jawaban responden")])
    return responses


def _read_logo(parameters: Parameters) -> bytes | None:
    """Read the agency's logo, where there is one."""
    logo = parameters.instansi.logo
    if logo is None:
        return None
    berkas = f"params/instansi/{logo.berkas}"
    try:
        return (parameters.root / berkas).read_bytes()
    except FileNotFoundError as error:
        raise DataError([Problem(berkas, "berkas logo ini tidak ada", "letakkan logo di sini")]) from error


def _read_comments(parameters: Parameters, responses: Responses) -> tuple[pd.DataFrame | None, tuple[Finding, ...]]:
    """Read the annotated comments, where there are any."""
    berkas = f"{parameters.data_folder}/{COMMENTS_FILE}"
    if not (parameters.root / berkas).is_file():
        return None, _unannotated(responses, berkas)
    return validate_comments(
        name_unsur(read_comments(parameters.root / berkas, berkas=berkas), parameters.label_unsur),
        responses.valid,
        unsur=parameters.unsur,
        berkas=berkas,
        responden_berkas=responses.berkas,
        nama=parameters.survei.data.nama_disamarkan,
    )


def _find_strays(parameters: Parameters) -> tuple[Finding, ...]:
    """Say which files beside the data are not read, with the name that was probably meant."""
    known = (parameters.survei.data.responden, COMMENTS_FILE, ACTIONS_FILE, NARASI_FILE)
    folder = parameters.root / parameters.data_folder
    strays = sorted(path.name for path in folder.iterdir() if path.name not in known and path.name[0] not in ".~")
    return tuple(
        Finding(
            "berkas_tidak_dibaca",
            f"{parameters.data_folder}/{name}",
            f"Berkas ini tidak dibaca; yang dibaca hanya {', '.join(known)}. {suggestion(name, known)}".strip(),
        )
        for name in strays
    )


def _unannotated(responses: Responses, berkas: str) -> tuple[Finding, ...]:
    """Say that there are comments and nobody has annotated them."""
    if "komentar" not in responses.valid.columns:
        return ()
    n = int((responses.valid["komentar"].str.strip() != "").sum())
    text = (
        f"{n} komentar belum dianotasi karena {berkas} tidak ada; laporan disusun tanpa analisis sentimen. "
        "Cara membuatnya ada di docs/panduan.md, bagian 6."
    )
    return (Finding("komentar_belum_dianotasi", responses.berkas, text, n),) if n else ()


def _read_actions(parameters: Parameters) -> pd.DataFrame | None:
    """Read the follow-up actions, where there are any."""
    berkas = f"{parameters.data_folder}/{ACTIONS_FILE}"
    if not (parameters.root / berkas).is_file():
        return None
    return validate_actions(
        name_unsur(read_actions(parameters.root / berkas, berkas=berkas), parameters.label_unsur),
        unsur=parameters.unsur,
        berkas=berkas,
        periode=parameters.periode,
        periode_sebelumnya=parameters.survei.periode_sebelumnya,
    )


def _read_narasi(parameters: Parameters) -> tuple[dict[str, str], tuple[Finding, ...]]:
    """Read the analyst's words, where there are any."""
    berkas = f"{parameters.data_folder}/{NARASI_FILE}"
    text = read_narasi(parameters.root / berkas, berkas=berkas)
    if text is None:
        return {}, ()
    return parse_narasi(text, unsur_nama=parameters.nama_unsur, berkas=berkas, unsur_label=parameters.label_unsur)
