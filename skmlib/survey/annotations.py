"""Annotations: what each person said of each comment, and the one row per comment that the report counts.

`komentar.csv` may have a column `anotator`. Then a comment stands in as many rows as people judged it, each pair of respondent
and annotator once; without the column everything is the work of one annotator. The name `keputusan` is reserved for what was
finally decided. `decide_comments` makes one row of several, by the rule of `adjudication.py`: the decision, else the label of
more than half of those who judged, else `belum_diputuskan`.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from pathlib import Path

import pandas as pd

from skmlib.problems import DataError, Finding, Problem, fold, name_rows
from skmlib.survey.adjudication import BELUM_DIPUTUSKAN, KEPUTUSAN, Adjudication, adjudicate
from skmlib.survey.comment_labels import ANOTATOR, COLUMNS, QUOTED, UNDECIDED, check_comments
from skmlib.survey.comments import read_comments
from skmlib.survey.filled_tables import name_unsur

UNNAMED = "analis"
ANNOTATION_COLUMNS = ("id_responden", ANOTATOR, "komentar", "sentimen", "unsur", "kutip", "baris")
NAME_ALLOWED = "seharusnya 1 sampai 30 huruf, angka, '-', '_', atau '.', diawali huruf atau angka"

_NAME = re.compile(r"[^\W_][\w.-]{0,29}")


def check_annotator(name: str) -> str:
    """Bring the name of an annotator to its one spelling.

    Parameters
    ----------
    name : str
        As typed; an e-mail address gives what stands before the `@`, since the rest would be personal data in a file.

    Returns
    -------
    str
        In lower case, for a file name knows no capitals on Windows; empty when it is no name.

    Examples
    --------
    >>> check_annotator("Ani"), check_annotator("budi.s@contoh.go.id"), check_annotator("Ani/Budi")
    ('ani', 'budi.s', '')
    """
    short = fold(name).partition("@")[0]
    return short if _NAME.fullmatch(short) else ""


def read_annotations(path: Path, *, berkas: str, label_unsur: Mapping[str, str]) -> pd.DataFrame:
    """Read `komentar.csv` with the ids of unsur in place of their labels.

    Parameters
    ----------
    path : Path
        The file.
    berkas : str
        Its name for messages.
    label_unsur : mapping of id to label
        Of the report.

    Returns
    -------
    DataFrame
        As written, indexed by `baris`, not checked yet.

    Raises
    ------
    DataError
        When the file cannot be read.
    """
    return name_unsur(read_comments(path, berkas=berkas), label_unsur)


def validate_annotations(
    comments: pd.DataFrame, responses: pd.DataFrame, *, unsur: Sequence[str], berkas: str, responden_berkas: str
) -> pd.DataFrame:
    """Check the rows of all annotators.

    Parameters
    ----------
    comments : DataFrame
        From `read_annotations`.
    responses : DataFrame
        Valid responses, with `id_responden` and `komentar`.
    unsur : sequence of str
        Unsur of the survey.
    berkas, responden_berkas : str
        File names for messages.

    Returns
    -------
    DataFrame
        One row per comment and annotator: `id_responden, anotator, komentar, sentimen, unsur, kutip, baris`, texts; `anotator`
        is `analis` where the file does not say who judged.

    Raises
    ------
    DataError
        With every wrong column, label, name, repeated or unknown respondent, and text that differs from the export.

    Examples
    --------
    >>> comments = pd.DataFrame([["a-1", "Cepat", "positif", "", ""]], columns=COLUMNS, index=[2])
    >>> responses = pd.DataFrame({"id_responden": ["a-1"], "komentar": ["Cepat"]})
    >>> names = {"berkas": "komentar.csv", "responden_berkas": "responden.csv"}
    >>> validate_annotations(comments, responses, unsur=["waktu"], **names)["anotator"].tolist()
    ['analis']
    """
    has_names = list(comments.columns).count(ANOTATOR) == 1
    typed = comments[ANOTATOR].tolist() if has_names else []
    named = comments.assign(**{ANOTATOR: [check_annotator(name) for name in typed]}) if has_names else comments
    problems = check_comments(named, responses, unsur=unsur, berkas=berkas, responden_berkas=responden_berkas)
    for baris, text in zip(comments.index.tolist(), typed, strict=False):
        if not check_annotator(text):
            what = f"tertulis {text!r}" if text else "kosong"
            problems.append(Problem(berkas, what, NAME_ALLOWED, baris, ANOTATOR))
    if problems:
        raise DataError(problems)
    named = named if has_names else named.assign(**{ANOTATOR: UNNAMED})
    rows = named.assign(baris=pd.Series(named.index, index=named.index, dtype="int64"))
    return rows[list(ANNOTATION_COLUMNS)].reset_index(drop=True)


def decide_comments(annotations: pd.DataFrame, *, berkas: str) -> tuple[pd.DataFrame, tuple[Finding, ...]]:
    """Make one row per comment of the rows of its annotators.

    Parameters
    ----------
    annotations : DataFrame
        From `validate_annotations`.
    berkas : str
        File name for messages.

    Returns
    -------
    comments : DataFrame
        What `validate_comments` takes, in the order in which the comments first appear, indexed by the `baris` of the first
        row of each. A comment is quoted when the decision marks it, or, without a decision, when anybody does.
    findings : tuple of Finding
        The comments whose unsur is undecided.

    Examples
    --------
    >>> rows = [("a-1", "ani", "Cepat", "positif", "waktu", "ya", 2), ("a-1", "budi", "Cepat", "netral", "waktu", "", 3)]
    >>> comments, _ = decide_comments(pd.DataFrame(rows, columns=ANNOTATION_COLUMNS), berkas="komentar.csv")
    >>> comments.values.tolist()
    [['a-1', 'Cepat', 'belum_diputuskan', 'waktu', 'ya']]
    """
    first = annotations.drop_duplicates("id_responden").set_index("id_responden")
    if annotations[ANOTATOR].nunique() < 2:
        return first.reset_index().set_index("baris")[list(COLUMNS)], ()
    adjudication = adjudicate(annotations)
    labels = _final_labels(adjudication, annotations).reindex(first.index)
    decided = first.assign(**{name: labels[name] for name in labels}, kutip=_quotes(annotations).reindex(first.index))
    comments = decided.reset_index().set_index("baris")[list(COLUMNS)]
    return comments, _unsur_findings(adjudication, first, berkas)


def _final_labels(adjudication: Adjudication, annotations: pd.DataFrame) -> pd.DataFrame:
    """Give each comment its labels as texts, `belum_diputuskan` where those who gave a sentiment differ."""
    found = adjudication.comments.set_index("id_responden")
    judged = annotations.loc[annotations["sentimen"] != "", "id_responden"]
    is_open = (found["cara_sentimen"] == BELUM_DIPUTUSKAN) & found.index.isin(judged)
    sentimen = found["sentimen"].astype("object").where(found["sentimen"].notna(), "").mask(is_open, UNDECIDED)
    return pd.DataFrame({"sentimen": sentimen, "unsur": found["unsur"].where(found["unsur"].notna(), "")}, dtype="str")


def _quotes(annotations: pd.DataFrame) -> pd.Series:
    """Tell which comments to quote: those the decision marks, or where nothing was decided, those anybody marks."""
    is_final = (annotations[ANOTATOR] == KEPUTUSAN) & (annotations["sentimen"] != "")
    decided = set(annotations.loc[is_final, "id_responden"])
    counted = annotations[is_final | ~annotations["id_responden"].isin(decided)]
    marked = (counted["kutip"] == QUOTED).groupby(counted["id_responden"]).any()
    return marked.map({True: QUOTED, False: ""}).astype("str")


def _unsur_findings(adjudication: Adjudication, first: pd.DataFrame, berkas: str) -> tuple[Finding, ...]:
    """Say of which comments the sentiment is decided and the unsur is not."""
    found = adjudication.comments
    is_open = (found["cara_unsur"] == BELUM_DIPUTUSKAN) & found["sentimen"].notna() & (found["penilai"] > 0)
    rows = tuple(sorted(int(first.loc[name, "baris"]) for name in found.loc[is_open, "id_responden"]))
    if not rows:
        return ()
    text = (
        f"Anotator berbeda pendapat tentang unsur {len(rows)} komentar tanpa suara terbanyak ({name_rows(rows)}); komentar itu "
        "dihitung sebagai komentar umum sampai anotator 'keputusan' memberi unsurnya di komentar.csv."
    )
    return (Finding("unsur_belum_diputuskan", berkas, text, len(rows), rows),)
