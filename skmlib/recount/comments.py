"""Comments: what annotators said of them, decided, counted, and held against the answers (method, sections 10, 15, 16)."""

from __future__ import annotations

import dataclasses
from collections import Counter
from collections.abc import Callable, Iterable
from fractions import Fraction

from skmlib.recount.numbers import mean
from skmlib.recount.respondents import Respondent, Survey
from skmlib.recount.table import read_table

SUBSTANTIVE = ("positif", "netral", "negatif")
EMPTY, UNJUDGED, UNDECIDED = "tanpa_komentar", "belum_dianotasi", "belum_diputuskan"
GENERAL, DECISION, QUOTED = "umum", "keputusan", "ya"
HIGH_ANSWER, LOW_ANSWER = Fraction(7, 2), Fraction(2)


@dataclasses.dataclass(frozen=True)
class Judgement:
    """What one annotator said of one comment; texts are empty where nothing was said."""

    id: str
    annotator: str
    sentiment: str
    unsur: str
    text: str = ""
    is_quoted: bool = False


def read_judgements(survey: Survey) -> list[Judgement] | None:
    """Read the annotations of comments that there are, of each period that is put together; None without any file."""
    judged = [(part.periode, read_annotations(part)) for part in survey.periods]
    if all(own is None for _, own in judged):
        return None
    prefix = {periode: f"{periode}/" if survey.parts else "" for periode, _ in judged}
    written = {one.id for one in survey.respondents if one.comment.strip()}
    told = (dataclasses.replace(one, id=f"{prefix[periode]}{one.id}") for periode, own in judged for one in own or ())
    return [one for one in told if one.id in written]


def read_annotations(survey: Survey) -> list[Judgement] | None:
    """Read all rows of the annotations of one period, also those without a comment; None without the file."""
    path = survey.root / "data" / survey.periode / survey.unit / "komentar.csv"
    if not path.is_file():
        return None
    labels = {told["label"].casefold(): name for name, told in survey.parameters["unsur"].items()}
    return [
        Judgement(
            row["id_responden"].strip(),
            row.get("anotator", "analis").strip().casefold(),
            row["sentimen"].strip(),
            labels.get(row["unsur"].strip().casefold(), row["unsur"].strip()),
            row["komentar"].strip(),
            row.get("kutip", "").strip() == QUOTED,
        )
        for row in (row.by_heading for row in read_table(path, ["id_responden", "komentar", "sentimen", "unsur"]))
    ]


def decide(judgements: Iterable[Judgement], what: Callable[[Judgement], str]) -> str:
    """Give the label of a comment: the decision, else what more than half said; empty where nobody said anything.

    A decision without an unsur decides nothing where all annotators named the same one.
    """
    said = [(one.annotator, what(one)) for one in judgements if what(one)]
    decision = [label for annotator, label in said if annotator == DECISION]
    others = {label for annotator, label in said if annotator != DECISION}
    if decision == [GENERAL] and len(others) == 1:
        return others.pop()
    if decision or not said:
        return decision[0] if decision else ""
    label, n = Counter(label for _, label in said).most_common(1)[0]
    return label if 2 * n > len(said) else UNDECIDED


def vote(one: Judgement) -> str:
    """Give the unsur for which a judgement counts when a comment is decided: a blank one beside a sentiment is general."""
    return one.unsur or (GENERAL if one.sentiment else "")


def topic(one: Judgement) -> str:
    """Give the unsur of a judgement that says something; a blank one is general."""
    return (one.unsur or GENERAL) if one.sentiment in SUBSTANTIVE else ""


@dataclasses.dataclass(frozen=True)
class Comment:
    """A comment with what was decided of it."""

    author: Respondent
    sentiment: str
    unsur: str


def decided_comments(survey: Survey, judgements: list[Judgement]) -> list[Comment]:
    """Give all comments that were received, in the order of the export."""
    found = []
    for one in survey.respondents:
        if one.comment.strip():
            own = [judgement for judgement in judgements if judgement.id == one.id]
            sentiment = decide(own, lambda judgement: judgement.sentiment) or UNJUDGED
            unsur = decide(own, vote) or GENERAL
            found.append(Comment(one, sentiment, GENERAL if unsur == UNDECIDED else unsur))
    return found


def sentiment(survey: Survey, comments: list[Comment]) -> dict:
    """Count the comments by sentiment, and the substantive ones by unsur, with both denominators."""
    received, substantive = len(comments), sum(one.sentiment in SUBSTANTIVE for one in comments)
    by_sentiment = Counter(one.sentiment for one in comments)
    kinds = {}
    undecided = (UNDECIDED,) if by_sentiment[UNDECIDED] else ()
    for label in (*SUBSTANTIVE, EMPTY, *undecided, UNJUDGED):
        n = by_sentiment[label]
        of_substantive = share(n, substantive) if label in SUBSTANTIVE else None
        kinds[label] = {"sentimen": label, "n": n, "bagian_substantif": of_substantive}
        kinds[label]["bagian_diterima"] = share(n, received)
    topics = {}
    for name in (*survey.unsur, GENERAL):
        own = Counter(one.sentiment for one in comments if one.unsur == name and one.sentiment in SUBSTANTIVE)
        n = own.total()
        topics[name] = {"unsur": name, "n": n, **{label: own[label] for label in SUBSTANTIVE}}
        topics[name] |= {f"bagian_{label}": share(own[label], n) for label in SUBSTANTIVE}
        topics[name] |= {"bagian_substantif": share(n, substantive), "bagian_diterima": share(n, received)}
    counts = {"substantif": substantive, "diterima": received, "responden": len(survey.respondents)}
    return {"per_sentimen": kinds, "per_unsur": topics} | counts


def contradictions(survey: Survey, comments: list[Comment]) -> dict[str, dict]:
    """Count comments that say the opposite of their author's answers."""
    rows = {}
    for name in (*survey.unsur, GENERAL):
        own = [(one.sentiment, _answer(one, survey.unsur)) for one in comments if one.unsur == name]
        own = [(label, answer) for label, answer in own if label in ("negatif", "positif")]
        compared = [(label, answer) for label, answer in own if answer is not None]
        rows[name] = {
            "unsur": name,
            "negatif": sum(label == "negatif" for label, _ in compared),
            "positif": sum(label == "positif" for label, _ in compared),
            "negatif_nilai_tinggi": sum(label == "negatif" and answer >= HIGH_ANSWER for label, answer in compared),
            "positif_nilai_rendah": sum(label == "positif" and answer <= LOW_ANSWER for label, answer in compared),
            "tanpa_nilai": len(own) - len(compared),
        }
    return rows


def _answer(comment: Comment, unsur: tuple[str, ...]) -> Fraction | None:
    """Give what the author answered to the unsur of a comment, or to all of them."""
    if comment.unsur != GENERAL:
        return comment.author.score(comment.unsur)
    given = [comment.author.score(name) for name in unsur]
    return mean([value for value in given if value is not None])


def share(part: int, whole: int) -> Fraction | None:
    """Give a share from 0 to 1, None of nothing."""
    return Fraction(part, whole) if whole else None
