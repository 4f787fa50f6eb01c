"""Findings about comments: not judged or decided, masked, labels that do not fit, contradictions (method, section 13)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from skmlib.recount.comments import (
    DECISION,
    SUBSTANTIVE,
    UNDECIDED,
    UNJUDGED,
    Judgement,
    contradictions,
    decide,
    decided_comments,
    read_annotations,
    vote,
)
from skmlib.recount.found import Found
from skmlib.recount.parameters import as_list
from skmlib.recount.personal import is_personal
from skmlib.recount.respondents import Survey

# Answers to an open question that say nothing (data dictionary, section 5.2), in small letters and without signs.
EMPTY_ANSWERS = {
    *("kosong", "nihil", "nil", "null", "none", "no", "no comment", "n/a", "na", "tes", "test", "testing", "coba"),
    *(
        "tidak",
        "tdk",
        "tanpa komentar",
        "tidak ada",
        "tdk ada",
        "tak ada",
        "ga ada",
        "gak ada",
        "nggak ada",
        "belum ada",
    ),
    *(f"tidak ada {what}" for what in ("komentar", "saran", "masukan", "kritik", "keluhan")),
    *("tidak ada kritik dan saran", "tidak ada saran dan masukan", "belum ada saran"),
}
SIGN = re.compile(r"[^\w\s/]")
CONTRADICTING = ("negatif_nilai_tinggi", "positif_nilai_rendah")


def comment_findings(survey: Survey) -> Iterator[Found]:
    """Find what is worth telling about the comments of a period and their annotations.

    Parameters
    ----------
    survey : Survey
        Of one period.

    Yields
    ------
    Found
        Each kind once, only where there is anything.
    """
    own = f"data/{survey.periode}/{survey.unit}/komentar.csv"
    rows = read_annotations(survey)
    if rows is None:
        n = sum(bool(one.comment.strip()) for one in survey.respondents)
        counts = [("komentar_belum_dianotasi", survey.answer_files, n)]
    else:
        comments = decided_comments(survey, rows)
        labels = [one.sentiment for one in comments]
        listed = as_list(survey.parameters.get("data", {}).get("nama_disamarkan"))
        told = contradictions(survey, comments).values()
        counts = [
            *((kind, own, n) for kind, n in _of_rows(rows)),
            ("komentar_belum_dianotasi", survey.answer_files, labels.count(UNJUDGED)),
            ("komentar_belum_diputuskan", survey.answer_files, labels.count(UNDECIDED)),
            (
                "komentar_tersamar",
                survey.answer_files,
                sum(is_personal(one.author.comment, listed) for one in comments),
            ),
            ("komentar_bertentangan", own, sum(row[key] for row in told for key in CONTRADICTING)),
        ]
    yield from (Found(kind, file, n) for kind, file, n in counts if n)


def _of_rows(rows: list[Judgement]) -> Iterator[tuple[str, int]]:
    """Count the comments whose rows do not fit their text, say where to quote what is not quoted, or differ on the unsur."""
    comments: dict[str, list[Judgement]] = {}
    for row in rows:
        comments.setdefault(row.id, []).append(row)
    labels = {name: decide(own, lambda row: row.sentiment) for name, own in comments.items()}
    substantive = {name for name, label in labels.items() if label in SUBSTANTIVE}
    texts = {name: own[0].text for name, own in comments.items()}
    yield "bukan_komentar_berlabel", sum(bool(texts[name]) and says_nothing(texts[name]) for name in substantive)
    yield "kutipan_tidak_dimuat", sum(_is_quoted(own) for name, own in comments.items() if name not in substantive)
    yield "anotasi_tanpa_jawaban", sum(not text for text in texts.values())
    yield (
        "unsur_belum_diputuskan",
        sum(labels[name] not in ("", UNDECIDED) and decide(own, vote) == UNDECIDED for name, own in comments.items()),
    )


def _is_quoted(rows: list[Judgement]) -> bool:
    """Say whether a comment is to be quoted: as its decision says, or without one, when anybody says so."""
    decisions = [row for row in rows if row.annotator == DECISION and row.sentiment]
    return any(row.is_quoted for row in decisions or rows)


def says_nothing(text: str) -> bool:
    """Say whether an answer says nothing: signs and numbers alone, or words such as "tidak ada".

    Examples
    --------
    >>> [says_nothing(text) for text in ("-", "12", "Tidak ada.", "N/A", "Ada")]
    [True, True, True, True, False]
    """
    words = " ".join(SIGN.sub(" ", text.casefold()).split())
    return words in EMPTY_ANSWERS or not any(map(str.isalpha, words))
