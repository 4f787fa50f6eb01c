"""Proposals for answers that are codes: 1 to 4, letters a to d, A1 to A4, stars.

A code says nothing of its direction. A legend in the heading ("1 = Sangat baik") does; without one 1 is read as the worst, as
in the regulation's form. Where the codes themselves make that unlikely, for hardly any service is found bad on the whole, it
is asked.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

import pandas as pd

from skmlib.problems import Problem, quote
from skmlib.survey.answer_kind import STARS_OF_FOUR, count_answers
from skmlib.survey.answer_proposal import AnswerProposal
from skmlib.survey.decoding import CODES, spell_out, strip_mark, typed_code
from skmlib.survey.grade_labels import grade_label
from skmlib.survey.other_scales import more_steps, refuse_scale

LOW_MEAN = 2.5
LETTER_MARK = (
    "arah huruf tidak tertulis pada judul; di sini a jawaban terburuk dan d terbaik, balikkan bila kuesionernya lain"
)
CODE_MARK = (
    "arah kode tidak tertulis pada judul; di sini {first} jawaban terburuk dan {last} terbaik, balikkan bila lain"
)
TYPED_MARK = "kode di depan jawaban dipakai; {absent} tidak ada di berkas, samakan dengan formulirnya"
STAR_MARK = "bintang dibaca sebagai nilai, empat bintang terbaik; pastikan formulirnya memang empat bintang"
LOW_MARK = (
    "rata-rata semua jawaban {mean}, luar biasa rendah; bila pada formulir 1 jawaban terbaik, tulis 'kode_terbalik: ya' pada "
    "setiap unsur"
)
REVERSED_MARK = "menurut judulnya kode 1 jawaban terbaik; hapus 'kode_terbalik' bila 1 terburuk"
AGAINST_CODE_MARK = (
    "judul {heading} bernada negatif ({words!r}); bila 4 di berkas berarti setuju dengan judul itu, tulis "
    "'kode_terbalik: ya' pada unsur ini"
)

_LEGEND = re.compile(
    r"(?<![\w])([a-d1-4])\s*[=.:)]\s*([^\W\d_][^=,;|()\n]*?)(?=\s*(?:[,;|()\n]|$|\s[a-d1-4]\s*[=.:)]))", re.I
)
_PREFIXED = re.compile(r"([a-z]{1,4})[ _-]?0*([1-4])")


def read_legend(heading: str, *, unsur: str | None = None) -> dict[str, int]:
    """Read the grades of codes or letters that a heading explains.

    Examples
    --------
    >>> read_legend("Biaya (1 = Sangat mahal, 2 = Cukup mahal, 3 = Murah, 4 = Gratis)")
    {'1': -3, '2': -1, '3': 2, '4': 4}
    """
    found = {}
    for match in _LEGEND.finditer(heading):
        graded = grade_label(match[2], unsur=unsur)
        if graded:
            found[match[1].casefold()] = graded[1]
    return found


def propose_codes(heading: str, texts: Sequence[str], *, unsur: str | None, berkas: str) -> AnswerProposal:
    """Propose codes: as they are, or reversed where the heading says so.

    Parameters
    ----------
    heading : str
        Of the column.
    texts : sequence of str
        Distinct answers.
    unsur : str or None
        The unsur it answers.
    berkas : str
        File name for messages.

    Returns
    -------
    AnswerProposal

    Examples
    --------
    >>> propose_codes("Sarana (1 = Sangat baik, 4 = Buruk)", ["1"], unsur=None, berkas="a.csv").is_reversed
    True
    """
    if steps := more_steps(heading):
        kind = f"menurut judulnya 1 sampai {steps}"
        return AnswerProposal(problems=(refuse_scale(heading, kind, texts, berkas),))
    legend = read_legend(heading, unsur=unsur)
    codes = [legend[code] for code in CODES if code in legend]
    if codes == sorted(codes):
        return AnswerProposal()
    if codes == sorted(codes, reverse=True):
        return AnswerProposal(mark=REVERSED_MARK, is_reversed=True)
    what = "menurut judulnya kode 1 sampai 4 tidak berurutan dari terburuk ke terbaik"
    return AnswerProposal(
        problems=(Problem(berkas, what, "urutkan kodenya di berkas dan pada judulnya", kolom=heading),)
    )


def propose_letters(heading: str, texts: Sequence[str], *, unsur: str | None) -> AnswerProposal:
    """Propose letters or codes behind letters: in the order of the legend's grades, else rising, which is asked.

    Parameters
    ----------
    heading : str
        Of the column.
    texts : sequence of str
        Distinct answers.
    unsur : str or None
        The unsur it answers.

    Returns
    -------
    AnswerProposal

    Examples
    --------
    >>> propose_letters("Sarana", ["a", "b"], unsur=None).jawaban
    {'1': ['a'], '2': ['b'], '3': ['c'], '4': ['d']}
    >>> propose_letters("Sarana", ["ao02", "ao04"], unsur=None).jawaban["4"]
    ['ao04']
    """
    matches = [match for text in texts if (match := _PREFIXED.fullmatch(text))]
    if matches:
        spelt = {code: [matches[0][0][: matches[0].start(2)] + code] for code in CODES}
        mark = CODE_MARK.format(first=repr(spelt[CODES[0]][0]), last=repr(spelt[CODES[-1]][0]))
        return AnswerProposal(spelt, mark)
    legend = read_legend(heading, unsur=unsur)
    letters = [letter for letter in "abcd" if letter in legend]
    if len(letters) == len(CODES) and len({legend[letter] for letter in letters}) == len(CODES):
        ordered = sorted(letters, key=lambda letter: legend[letter])
        return AnswerProposal({code: [letter] for code, letter in zip(CODES, ordered, strict=True)})
    return AnswerProposal({code: [letter] for code, letter in zip(CODES, "abcd", strict=True)}, LETTER_MARK)


def propose_typed(texts: Sequence[str], *, unsur: str | None) -> AnswerProposal | None:
    """Propose words that the form itself gives codes ("3 = Gampang"), unless their degrees fall while the codes rise.

    Parameters
    ----------
    texts : sequence of str
        Distinct answers.
    unsur : str or None
        The unsur they answer.

    Returns
    -------
    AnswerProposal or None
        None where a text has no code, one code has two words, or the words speak against the codes.

    Examples
    --------
    >>> propose_typed(["3 = Gampang", "4 = Gampang banget"], unsur=None).jawaban
    {'1': ['Kode 1'], '2': ['Kode 2'], '3': ['Gampang'], '4': ['Sangat gampang']}
    """
    words = {code: strip_mark(text) for text in sorted(texts) if (code := typed_code(text))}
    if len({strip_mark(text) for text in texts}) != len(words) or len(words) < 2:
        return None
    graded = [grade[1] for code in sorted(words) if (grade := grade_label(words[code], unsur=unsur))]
    if graded != sorted(graded):
        return None
    jawaban = {code: [spell_out(words.get(int(code), f"kode {code}")).capitalize()] for code in CODES}
    absent = [labels[0] for code, labels in jawaban.items() if int(code) not in words]
    return AnswerProposal(jawaban, TYPED_MARK.format(absent=", ".join(map(repr, absent))) if absent else "")


def propose_stars(texts: Sequence[str]) -> AnswerProposal:
    """Propose up to four stars as the codes 1 to 4.

    Examples
    --------
    >>> propose_stars(["★★★★", "★★☆☆"]).jawaban
    {'1': ['★'], '2': ['★★☆☆'], '3': ['★★★'], '4': ['★★★★']}
    """
    spelt: dict[str, list[str]] = {code: [] for code in CODES}
    for text in sorted(texts):
        match = STARS_OF_FOUR.fullmatch(text)
        if match:
            spelt[match["digit"] or match["last"] or str(len(match["stars"]))].append(text)
    return AnswerProposal({code: labels or ["★" * int(code)] for code, labels in spelt.items()}, STAR_MARK)


def low_mark(columns: pd.DataFrame, answers: Mapping[str, AnswerProposal]) -> str:
    """Ask for the direction of bare codes whose mean is lower than any service is likely to get.

    Parameters
    ----------
    columns : DataFrame of str
        The columns of the unsur.
    answers : mapping of str to AnswerProposal
        What is proposed for each unsur.

    Returns
    -------
    str
        A mark for all unsur; empty where the mean is usual, or labels or a legend say what the codes mean.

    Examples
    --------
    >>> low_mark(pd.DataFrame({"Sarana": ["1", "2"]}), {"sarana": AnswerProposal()})[:28]
    'rata-rata semua jawaban 1,50'
    >>> low_mark(pd.DataFrame({"Sarana": ["4", "3"]}), {"sarana": AnswerProposal()})
    ''
    """
    if any(answer.jawaban or answer.is_reversed for answer in answers.values()):
        return ""
    counts = pd.concat([count_answers(columns[name]) for name in columns.columns])
    numbers = pd.to_numeric(pd.Series(counts.index).str.replace(",", "."), errors="coerce").to_numpy()
    is_code = (numbers >= 1) & (numbers <= len(CODES))
    n = int(counts.to_numpy()[is_code].sum())
    mean = float((numbers * counts.to_numpy())[is_code].sum()) / n if n else LOW_MEAN
    return LOW_MARK.format(mean=f"{mean:.2f}".replace(".", ",")) if mean < LOW_MEAN else ""


def against_mark(heading: str, words: str) -> str:
    """Ask about the direction of codes under a heading worded against the service.

    Examples
    --------
    >>> against_mark("Prosedur rumit", "rumit")[:48]
    "judul 'Prosedur rumit' bernada negatif ('rumit')"
    """
    return AGAINST_CODE_MARK.format(heading=quote(heading), words=words)
