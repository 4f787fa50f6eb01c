"""Open answers: what there is to annotate, masked, with what was already said of it.

Annotators never see the export: they get one line per answer to the open question, in the order of the export, with its
`id_responden` and its text after masking. `clean_text` is the form in which a text travels: without signs that a workbook
cannot hold and no longer than one cell. A returned file is compared with that same form.
"""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Mapping

import pandas as pd

from skmlib.parameters import Parameters
from skmlib.problems import DataError, Problem
from skmlib.survey.adjudication import KEPUTUSAN
from skmlib.survey.annotated_comments import COMMENTS_FILE
from skmlib.survey.annotations import ANNOTATION_COLUMNS, read_annotations, validate_annotations
from skmlib.survey.masking import mask_comments
from skmlib.survey.parts import combine_parts, read_parts

CELL_LENGTH = 32_000
TEXT_MARK = "'"  # keeps a spreadsheet from reading a text of a CSV as a formula

_UNSHOWN = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")


@dataclasses.dataclass(frozen=True)
class OpenAnswers:
    """The answers to the open question of one report.

    Attributes
    ----------
    parameters : Parameters
        Of the report.
    berkas : str
        `komentar.csv` of the report, relative to the project folder.
    responden_berkas : str
        The export, or the exports of all phases.
    answers : DataFrame
        One row per answer that is not empty, in the order of the export: `baris`, `id_responden`, `komentar` (as written),
        `tersamar` (as an annotator sees it).
    annotations : DataFrame
        What `komentar.csv` holds, checked; no rows when there is no such file.
    """

    parameters: Parameters
    berkas: str
    responden_berkas: str
    answers: pd.DataFrame
    annotations: pd.DataFrame


def clean_text(text: str) -> str:
    r"""Bring a text to the form in which it travels.

    Examples
    --------
    >>> clean_text("Cepat\x07 sekali\r\n")
    'Cepat sekali'
    """
    return _UNSHOWN.sub("", text.replace("\r\n", "\n").replace("\r", "\n")).strip()[:CELL_LENGTH]


def read_open_answers(parameters: Parameters) -> OpenAnswers:
    """Read the answers to the open question, and the annotations there are.

    Parameters
    ----------
    parameters : Parameters
        Of a report with answers of its own.

    Returns
    -------
    OpenAnswers

    Raises
    ------
    DataError
        When the report combines periods, names no open question, nobody answered it, or a file has problems.
    """
    _check_parameters(parameters)
    responses = combine_parts(read_parts(parameters), parameters)
    valid = responses.valid
    berkas = f"{parameters.data_folder}/{COMMENTS_FILE}"
    answers = valid.loc[valid["komentar"].str.strip() != "", ["baris", "id_responden", "komentar"]].reset_index(
        drop=True
    )
    if answers.empty:
        what = f"tidak ada jawaban pada kolom {parameters.survei.data.kolom_komentar!r}"
        raise DataError([Problem(responses.berkas, what, "tidak ada yang dapat dianotasi")])
    masked = mask_comments(answers["komentar"].tolist(), nama=parameters.survei.data.nama_disamarkan)
    shown = pd.Series([clean_text(text) for text in masked.texts], dtype="str")
    annotations = pd.DataFrame(columns=list(ANNOTATION_COLUMNS), dtype="str")
    if (parameters.root / berkas).is_file():
        annotations = validate_annotations(
            read_annotations(parameters.root / berkas, berkas=berkas, label_unsur=parameters.label_unsur),
            valid,
            unsur=parameters.unsur,
            berkas=berkas,
            responden_berkas=responses.berkas,
        )
    return OpenAnswers(parameters, berkas, responses.berkas, answers.assign(tersamar=shown), annotations)


def select_tasks(answers: OpenAnswers, annotator: str) -> pd.DataFrame:
    """Put the answers together with what one annotator already said of them.

    Parameters
    ----------
    answers : OpenAnswers
        Of a report.
    annotator : str
        Name of the annotator.

    Returns
    -------
    DataFrame
        One row per answer, in the order of the export: `id_responden`, `komentar` (masked), `sentimen`, `unsur`, `kutip`
        (empty where not judged). For `keputusan` a further column `label <anotator>` for each annotator: a decision is made
        in view of what was said.
    """
    tasks = answers.answers[["id_responden", "tersamar"]].rename(columns={"tersamar": "komentar"})
    own = answers.annotations.loc[answers.annotations["anotator"] == annotator]
    labels = own[["id_responden", "sentimen", "unsur", "kutip"]]
    tasks = tasks.merge(labels, on="id_responden", how="left").fillna("")
    if annotator != KEPUTUSAN:
        return tasks
    shown = answers.annotations.assign(label=_join_labels(answers.annotations, answers.parameters.label_unsur))
    for who in sorted(set(shown["anotator"]) - {KEPUTUSAN}):
        said = shown[shown["anotator"] == who].set_index("id_responden")["label"]
        tasks = tasks.assign(**{f"label {who}": tasks["id_responden"].map(said).fillna("")})
    return tasks


def _join_labels(annotations: pd.DataFrame, label_unsur: Mapping[str, str]) -> pd.Series:
    """Write what an annotator said of a comment in one cell, such as "negatif, U3"."""
    unsur = annotations["unsur"].map(label_unsur).fillna("")
    return annotations["sentimen"] + unsur.where(unsur == "", ", " + unsur)


def _check_parameters(parameters: Parameters) -> None:
    """Refuse a report that has no open answers of its own."""
    periods = parameters.survei.gabungan
    if periods:
        names = ", ".join(f"{periode}/{parameters.unit}" for periode in periods)
        what, advice = "laporan ini menggabungkan beberapa periode", f"anotasi setiap periode sendiri: {names}"
        raise DataError([Problem(parameters.berkas[0], what, advice, kolom="gabungan")])
    if not parameters.survei.data.kolom_komentar:
        advice = "tulis judul kolom pertanyaan terbuka"
        raise DataError([Problem(parameters.berkas[0], "tidak ada", advice, kolom="data.kolom_komentar")])
