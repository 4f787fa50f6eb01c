"""The files of a report beside its answers: comments, actions, the analyst's words, the logo; and which files there are at all.

Every one of them is optional. What is there is checked as a whole; a file that nobody reads is told, with the name that was
probably meant.
"""

from __future__ import annotations

from collections.abc import Sequence

import pandas as pd

from skmlib.parameters import Parameters
from skmlib.problems import DataError, Finding, Problem, suggestion
from skmlib.survey.annotations import decide_comments, read_annotations, validate_annotations
from skmlib.survey.comments import validate_comments
from skmlib.survey.contradictions import find_contradictions
from skmlib.survey.filled_tables import name_unsur
from skmlib.survey.narasi import parse_narasi, read_narasi
from skmlib.survey.parts import Part, combine_parts, sources_of
from skmlib.survey.previous import previous_names
from skmlib.survey.responses import Responses
from skmlib.survey.rtl import read_actions, validate_actions

COMMENTS_FILE = "komentar.csv"
ACTIONS_FILE = "tindak_lanjut.csv"
NARASI_FILE = "narasi.md"


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
    logo = parameters.instansi.logo
    logos = (f"params/instansi/{logo.berkas}",) if logo else ()
    sources = sources_of(parameters)
    quarters = dict.fromkeys(own.berkas[0] for _, own, _ in sources if own.periode != parameters.periode)
    answers = [f"{own.data_folder}/{name}" for _, own, name in sources]
    comments = [f"{own.data_folder}/{COMMENTS_FILE}" for _, own, _ in sources]
    words = [f"{parameters.data_folder}/{name}" for name in (ACTIONS_FILE, NARASI_FILE)]
    names = (*parameters.berkas, *logos, *quarters, *answers, *comments, *words, *previous_names(parameters))
    return tuple(dict.fromkeys(names))


def read_logo(parameters: Parameters) -> bytes | None:
    """Read the agency's logo, where there is one.

    Parameters
    ----------
    parameters : Parameters
        Of the report.

    Returns
    -------
    bytes or None

    Raises
    ------
    DataError
        When the file that the parameters name is missing.
    """
    logo = parameters.instansi.logo
    if logo is None:
        return None
    berkas = f"params/instansi/{logo.berkas}"
    try:
        return (parameters.root / berkas).read_bytes()
    except FileNotFoundError as error:
        raise DataError([Problem(berkas, "berkas logo ini tidak ada", "letakkan logo di sini")]) from error


def read_annotated(
    parameters: Parameters, parts: Sequence[Part]
) -> tuple[pd.DataFrame | None, pd.DataFrame | None, tuple[Finding, ...]]:
    """Read the annotated comments, where there are any.

    Parameters
    ----------
    parameters : Parameters
        Of the report.
    parts : sequence of Part
        The files of the responses. Phases share one file of comments, combined periods have one each.

    Returns
    -------
    comments : DataFrame or None
        Validated and masked; None when there is no file of comments.
    annotations : DataFrame or None
        What each annotator said, without the texts: `id_responden, anotator, sentimen, unsur`.
    findings : tuple of Finding

    Raises
    ------
    DataError
        With every wrong annotation.
    """
    frames, labels, findings, problems = [], [], [], []
    for folder in dict.fromkeys(part.parameters.data_folder for part in parts):
        own = [part for part in parts if part.parameters.data_folder == folder]
        try:
            frame, judged, told = _read_folder(own[0].parameters, combine_parts(own, own[0].parameters))
        except DataError as error:
            problems += error.all
            continue
        frames += [] if frame is None else [frame]
        labels += [] if judged is None else [judged]
        findings += told
    if problems:
        raise DataError(problems)
    comments = pd.concat(frames, ignore_index=True) if frames else None
    return comments, pd.concat(labels, ignore_index=True) if labels else None, tuple(findings)


def _find_contradicting(
    comments: pd.DataFrame, responses: Responses, parameters: Parameters, berkas: str
) -> tuple[Finding, ...]:
    """Say how many comments contradict the answers of their authors; which ones is for the terminal alone."""
    found = find_contradictions(comments, responses.valid, unsur=parameters.unsur)
    if not found.n:
        return ()
    text = f"{found.n} komentar bertentangan dengan nilai yang diberikan penulisnya; periksa label dan isiannya."
    return (Finding("komentar_bertentangan", berkas, text, found.n, tuple(int(row) for row in found.rows["baris"])),)


def _read_folder(
    parameters: Parameters, responses: Responses
) -> tuple[pd.DataFrame | None, pd.DataFrame | None, tuple[Finding, ...]]:
    """Read the annotated comments of one data folder."""
    berkas = f"{parameters.data_folder}/{COMMENTS_FILE}"
    if not (parameters.root / berkas).is_file():
        return None, None, _unannotated(responses, berkas)
    annotations = validate_annotations(
        read_annotations(parameters.root / berkas, berkas=berkas, label_unsur=parameters.label_unsur),
        responses.valid,
        unsur=parameters.unsur,
        berkas=berkas,
        responden_berkas=responses.berkas,
    )
    decided, undecided = decide_comments(annotations, berkas=berkas)
    comments, findings = validate_comments(
        decided,
        responses.valid,
        unsur=parameters.unsur,
        berkas=berkas,
        responden_berkas=responses.berkas,
        nama=parameters.survei.data.nama_disamarkan,
    )
    told = (*findings, *undecided, *_find_contradicting(comments, responses, parameters, berkas))
    return comments, annotations[["id_responden", "anotator", "sentimen", "unsur"]], told


def find_strays(parameters: Parameters) -> tuple[Finding, ...]:
    """Say which files beside the data are not read, with the name that was probably meant.

    Parameters
    ----------
    parameters : Parameters
        Of the report.

    Returns
    -------
    tuple of Finding
        One for each file.
    """
    own = [name for _, source, name in sources_of(parameters) if source.periode == parameters.periode]
    known = (*own, COMMENTS_FILE, ACTIONS_FILE, NARASI_FILE)
    folder = parameters.root / parameters.data_folder
    paths = folder.iterdir() if folder.is_dir() else ()
    strays = sorted(
        path.name for path in paths if path.is_file() and path.name not in known and path.name[0] not in ".~"
    )
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


def read_plan(parameters: Parameters) -> pd.DataFrame | None:
    """Read the follow-up actions, where there are any.

    Parameters
    ----------
    parameters : Parameters
        Of the report.

    Returns
    -------
    DataFrame or None
        Validated; None when there is no file of actions.

    Raises
    ------
    DataError
        With every wrong cell.
    """
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


def read_words(parameters: Parameters) -> tuple[dict[str, str], tuple[Finding, ...]]:
    """Read the analyst's words, where there are any.

    Parameters
    ----------
    parameters : Parameters
        Of the report.

    Returns
    -------
    words : dict of str to str
        Markdown by section.
    findings : tuple of Finding

    Raises
    ------
    DataError
        When the file cannot be read.
    """
    berkas = f"{parameters.data_folder}/{NARASI_FILE}"
    text = read_narasi(parameters.root / berkas, berkas=berkas)
    if text is None:
        return {}, ()
    return parse_narasi(text, unsur_nama=parameters.nama_unsur, berkas=berkas, unsur_label=parameters.label_unsur)
