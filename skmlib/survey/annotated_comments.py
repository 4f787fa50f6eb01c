"""The annotated comments of a report: read, checked against the answers, decided, masked.

Phases share one `komentar.csv`, combined periods have one each. Beside the comments there is what each annotator said of
them, without the texts, for the agreement.
"""

from __future__ import annotations

from collections.abc import Sequence

import pandas as pd

from skmlib.parameters import Parameters
from skmlib.problems import DataError, Finding
from skmlib.survey.annotations import decide_comments, read_annotations, validate_annotations
from skmlib.survey.comments import unjudged_comments, validate_comments
from skmlib.survey.contradictions import find_contradictions
from skmlib.survey.parts import Part, combine_parts, name_periode
from skmlib.survey.responses import Responses

COMMENTS_FILE = "komentar.csv"


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
        Validated and masked; None when there is no file of comments. Those of a combined period without such a file are
        among them where another period has one: they were received, and nobody has judged them.
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
        frames += [] if frame is None else [name_periode(frame, own[0].parameters, parts)]
        labels += [] if judged is None else [name_periode(judged, own[0].parameters, parts)]
        findings += told
    if problems:
        raise DataError(problems)
    comments = pd.concat(frames, ignore_index=True) if labels else None
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
        if "komentar" not in responses.valid.columns:
            return None, None, ()
        unjudged = unjudged_comments(
            responses.valid, unsur=parameters.unsur, nama=parameters.survei.data.nama_disamarkan
        )
        return unjudged, None, _unannotated(responses, berkas, len(unjudged))
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
    is_written = annotations["komentar"] != ""
    return comments, annotations.loc[is_written, ["id_responden", "anotator", "sentimen", "unsur"]], told


def _unannotated(responses: Responses, berkas: str, n: int) -> tuple[Finding, ...]:
    """Say that there are comments and nobody has annotated them."""
    text = (
        f"{n} komentar belum dianotasi karena {berkas} tidak ada, sehingga tidak masuk analisis sentimen. "
        "Cara membuatnya ada di docs/panduan.md, bagian 6."
    )
    return (Finding("komentar_belum_dianotasi", responses.berkas, text, n),) if n else ()
