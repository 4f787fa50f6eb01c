"""Labels of comments: which there are, and what is wrong with those that somebody gave.

A row of `komentar.csv` says of one comment what one person found: `sentimen` (positif, netral, negatif, or `tanpa_komentar` for
a text that says nothing), `unsur` (empty for a general comment), `kutip`. A row belongs to its respondent by `id_responden` and
repeats the text that was judged, so that a row whose comment changed is refused. A column `anotator` says who judged.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

import pandas as pd

from skmlib.problems import Problem
from skmlib.survey.filled_tables import check_columns, check_labels

COLUMNS = ("id_responden", "komentar", "sentimen", "unsur", "kutip")
ANOTATOR = "anotator"
SUBSTANTIVE = ("positif", "netral", "negatif")
NO_COMMENT = "tanpa_komentar"
NOT_ANNOTATED = "belum_dianotasi"
UNDECIDED = "belum_diputuskan"
SENTIMEN = (*SUBSTANTIVE, NO_COMMENT)
QUOTED = "ya"


def check_comments(
    comments: pd.DataFrame, responses: pd.DataFrame, *, unsur: Sequence[str], berkas: str, responden_berkas: str
) -> list[Problem]:
    """Say what is wrong with annotations, of one annotator or, with a column `anotator`, of several.

    Parameters
    ----------
    comments : DataFrame
        As read, indexed by `baris`.
    responses : DataFrame
        Valid responses, with `id_responden` and `komentar`.
    unsur : sequence of str
        Unsur of the survey.
    berkas, responden_berkas : str
        File names for messages.

    Returns
    -------
    list of Problem
        Wrong columns and labels, unknown or repeated respondents, texts that differ from the export.

    Examples
    --------
    >>> responses = pd.DataFrame({"id_responden": ["a-1"], "komentar": ["Cepat"]})
    >>> comments = pd.DataFrame([["a-1", "Cepat", "positip", "", ""]], columns=COLUMNS, index=[2])
    >>> names = {"berkas": "komentar.csv", "responden_berkas": "responden.csv"}
    >>> [problem.kolom for problem in check_comments(comments, responses, unsur=["waktu"], **names)]
    ['sentimen']
    """
    columns = (*COLUMNS, ANOTATOR) if ANOTATOR in comments.columns else COLUMNS
    problems = check_columns(comments, columns=columns, berkas=berkas)
    readable = {column for column in columns if list(comments.columns).count(column) == 1}
    for column, allowed in {"sentimen": SENTIMEN, "unsur": unsur, "kutip": (QUOTED,)}.items():
        if column in readable:
            problems += check_labels(comments[column], allowed=allowed, berkas=berkas)
    if "komentar" not in responses.columns:
        advice = "tulis judul kolom itu sebagai 'data: kolom_komentar' pada parameter, atau hapus berkas ini"
        problems.append(Problem(berkas, f"kolom komentar di {responden_berkas} belum ditunjuk", advice))
    elif {"id_responden", "komentar"} <= readable:
        problems += _check_respondents(comments, responses, berkas, responden_berkas)
    return problems


def _check_respondents(
    comments: pd.DataFrame, responses: pd.DataFrame, berkas: str, responden_berkas: str
) -> list[Problem]:
    """Refuse annotations whose respondent is unknown, stands twice, or wrote something else."""
    texts = dict(zip(responses["id_responden"], responses["komentar"], strict=True))
    people = comments[ANOTATOR] if ANOTATOR in comments.columns else pd.Series("", index=comments.index)
    counts = Counter(zip(comments["id_responden"], people, strict=True))
    problems = []
    for baris, name, text, who in zip(
        comments.index.tolist(), comments["id_responden"], comments["komentar"], people, strict=True
    ):
        if not name:
            problems.append(Problem(berkas, "kosong", "isi dengan id_responden dari ekspor", baris, "id_responden"))
        elif counts[name, who] > 1:
            of, per = (f" untuk anotator {who!r}", " dan anotator") if who else ("", "")
            what = f"{name!r} tertulis {counts[name, who]} kali{of}"
            problems.append(Problem(berkas, what, f"sisakan satu baris per responden{per}", baris, "id_responden"))
        elif name not in texts:
            what = f"{name!r} tidak ada di antara baris sah {responden_berkas}"
            advice = "baris itu berubah sejak dianotasi atau dikecualikan; anotasi ulang atau hapus baris ini"
            problems.append(Problem(berkas, what, advice, baris, "id_responden"))
        elif text.split() != texts[name].split():  # a spreadsheet changes spaces and line ends
            what = f"teksnya berbeda dengan jawaban responden {name!r} di {responden_berkas}"
            problems.append(
                Problem(berkas, what, "salin kembali teks aslinya dan periksa anotasinya", baris, "komentar")
            )
    return problems
