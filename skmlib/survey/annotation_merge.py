"""Merging: what annotators sent back goes into `komentar.csv`, and nothing that stands there is lost unasked.

Every row must name a comment of the export once per annotator, carry known labels, and repeat the text that was given out. Rows
without any label are not judged and are not written; rows that other annotators wrote stay. Where the same annotator already
said something else, the file is refused unless overwriting was asked for. The file that comes out holds the comments as
written, in the order of the export, then by annotator.
"""

from __future__ import annotations

import dataclasses
from collections import Counter
from collections.abc import Sequence

import pandas as pd

from skmlib.problems import DataError, Problem, name_rows, suggestion
from skmlib.survey.annotation_import import AnnotatedFile
from skmlib.survey.annotations import UNNAMED
from skmlib.survey.comment_labels import ANOTATOR, COLUMNS, QUOTED, SENTIMEN
from skmlib.survey.open_answers import TEXT_MARK, OpenAnswers, clean_text
from skmlib.survey.unseen import show_unseen

KEY = ["id_responden", ANOTATOR]
LABELS = ["sentimen", "unsur", "kutip"]


@dataclasses.dataclass(frozen=True)
class Received:
    """What one annotator sent back in one file.

    Attributes
    ----------
    berkas, anotator : str
        File and name.
    dibaca : int
        Rows read.
    per_sentimen : dict of str to int
        Rows by sentiment, in the order of the labels.
    kosong, setengah : int
        Rows without a sentiment, and those of them that have an unsur or are to be quoted.
    tidak_ada : tuple of int
        Rows of the export whose comment the file does not have.
    """

    berkas: str
    anotator: str
    dibaca: int
    per_sentimen: dict[str, int]
    kosong: int
    setengah: int
    tidak_ada: tuple[int, ...]


def merge_annotations(
    files: Sequence[AnnotatedFile], answers: OpenAnswers, *, overwrite: bool = False
) -> tuple[pd.DataFrame, tuple[Received, ...]]:
    """Check what annotators sent back and put it together with what there is.

    Parameters
    ----------
    files : sequence of AnnotatedFile
        With labels spelled (`spell_labels`).
    answers : OpenAnswers
        Of the report.
    overwrite : bool
        Whether the labels that the same annotator gave before may be replaced.

    Returns
    -------
    comments : DataFrame
        The new `komentar.csv`; with a column `anotator` unless all of it is by one person without a name.
    received : tuple of Received
        One for each file and annotator.

    Raises
    ------
    DataError
        With every unknown, repeated or empty `id_responden`, wrong label and changed text, and with the labels that differ
        from those that the same annotator gave before.
    """
    problems = [problem for file in files for problem in _check_rows(file, answers)]
    problems += _check_repeated(files)
    if not overwrite:
        problems += [problem for file in files for problem in _check_differing(file, answers)]
    if problems:
        raise DataError(problems)
    received = [row for file in files for row in _count_rows(file, answers)]
    new = pd.concat([file.rows[[*KEY, *LABELS]] for file in files], ignore_index=True)
    return _assemble(new, answers), tuple(received)


def _problem(file: AnnotatedFile, place: tuple[int, str], what: str, advice: str, saran: str = "") -> Problem:
    """Say what is wrong with a cell of a file, or with a task of Label Studio; `place` is its number and column."""
    number, kolom = place
    if file.satuan == "baris":
        return Problem(file.berkas, what, advice, number, kolom, saran)
    return Problem(file.berkas, f"tugas {number}, {kolom}: {what}", advice, saran=saran)


def _check_rows(file: AnnotatedFile, answers: OpenAnswers) -> list[Problem]:
    """Say which rows name no comment, show another text, or carry an unknown label."""
    given = answers.answers.set_index("id_responden")
    named = [name for name in file.rows["id_responden"] if name]
    if len(named) > 1 and given.index.intersection(named).empty:
        what = f"tidak satu pun dari {len(named)} barisnya ada di antara komentar {answers.responden_berkas}"
        return [Problem(file.berkas, what, "berkas ini tampaknya dari laporan lain; periksa laporan pada perintah")]
    problems = []
    for number, name, text in zip(
        file.rows.index.tolist(), file.rows["id_responden"], file.rows["komentar"], strict=True
    ):
        if not name:
            advice = "isi dengan id_responden dari berkas yang diekspor"
            problems.append(_problem(file, (number, "id_responden"), "kosong", advice))
        elif name not in given.index:
            what = f"{name!r} tidak ada di antara komentar {answers.responden_berkas}"
            advice = (
                "baris itu berubah sejak diekspor; ekspor ulang dengan 'skm comments export' dan periksa anotasinya"
            )
            problems.append(_problem(file, (number, "id_responden"), what, advice))
        elif not _is_same_text(text, [given.loc[name, "tersamar"], given.loc[name, "komentar"]]):
            what = f"teksnya berbeda dengan komentar responden {name!r}"
            advice = "kolom ini jangan diubah; ekspor ulang dengan 'skm comments export' dan periksa anotasinya"
            problems.append(_problem(file, (number, "komentar"), what, advice))
    labels = answers.parameters.label_unsur
    for column, allowed in {"sentimen": SENTIMEN, "unsur": tuple(labels), "kutip": (QUOTED,)}.items():
        shown = (
            [f"{labels[name]} ({name})" for name in allowed] if column == "unsur" else [repr(name) for name in allowed]
        )
        options = f"seharusnya salah satu dari {', '.join(shown)}, atau kosong"
        wrong = file.rows.loc[~file.rows[column].isin([*allowed, ""]), column]
        problems += [
            _problem(file, (number, column), f"tertulis {text!r}", options, suggestion(text, allowed))
            for number, text in wrong.items()
        ]
    return problems


def _is_same_text(text: object, known: Sequence[str]) -> bool:
    """Compare a text with what was given out, as typed or with signs; its spaces may have changed. No text is no difference."""
    if not isinstance(text, str):
        return True
    shown = [clean_text(form).split() for form in (text, text.removeprefix(TEXT_MARK))]
    given = [form for other in known for form in (clean_text(other), show_unseen(clean_text(other)))]
    return any(form.split() in shown for form in given)


def _check_repeated(files: Sequence[AnnotatedFile]) -> list[Problem]:
    """Say which comments one annotator judged in several rows, of one file or of several."""
    counts = Counter(
        pair for file in files for pair in zip(file.rows["id_responden"], file.rows[ANOTATOR], strict=True)
    )
    return [
        _problem(
            file,
            (number, "id_responden"),
            f"{name!r} tertulis {counts[name, who]} kali untuk anotator {who!r}",
            "sisakan satu baris per komentar dan anotator",
        )
        for file in files
        for number, name, who in zip(
            file.rows.index.tolist(), file.rows["id_responden"], file.rows[ANOTATOR], strict=True
        )
        if name and counts[name, who] > 1
    ]


def _check_differing(file: AnnotatedFile, answers: OpenAnswers) -> list[Problem]:
    """Refuse labels that differ from those the same annotator gave before."""
    before = answers.annotations[[*KEY, *LABELS]]
    before = before[(before[LABELS] != "").any(axis=1)]
    rows = file.rows[[*KEY, *LABELS]].rename_axis(index="nomor").reset_index()
    both = rows.merge(before, on=KEY, suffixes=("", "_lama"))
    differs = (both[LABELS].to_numpy() != both[[f"{name}_lama" for name in LABELS]].to_numpy()).any(axis=1)
    problems = []
    for who, numbers in both.loc[differs].groupby(ANOTATOR)["nomor"]:
        places = name_rows(sorted(numbers)).replace("baris", file.satuan, 1)
        what = f"{len(numbers)} label anotator {who!r} berbeda dari yang sudah ada di {answers.berkas} ({places})"
        problems.append(Problem(file.berkas, what, "tambahkan --overwrite bila label yang lama memang hendak diganti"))
    return problems


def _count_rows(file: AnnotatedFile, answers: OpenAnswers) -> list[Received]:
    """Count what each annotator of a file sent back."""
    received = []
    for who, rows in file.rows.groupby(ANOTATOR):
        counts = rows["sentimen"].value_counts()
        is_blank = rows["sentimen"] == ""
        absent = ~answers.answers["id_responden"].isin(set(rows["id_responden"]))
        received.append(
            Received(
                file.berkas,
                str(who),
                len(rows),
                {name: int(counts[name]) for name in SENTIMEN if name in counts},
                int(is_blank.sum()),
                int((is_blank & (rows[LABELS] != "").any(axis=1)).sum()),
                tuple(answers.answers.loc[absent, "baris"].tolist()),
            )
        )
    return received


def _assemble(new: pd.DataFrame, answers: OpenAnswers) -> pd.DataFrame:
    """Put new rows in place of old ones of the same annotator, and order all of them."""
    old = answers.annotations[[*KEY, *LABELS]]
    replaced = pd.MultiIndex.from_frame(old[KEY]).isin(pd.MultiIndex.from_frame(new[KEY]))
    judged = new[(new[LABELS] != "").any(axis=1)]
    merged = pd.concat([old[~replaced], judged], ignore_index=True)
    place = {name: number for number, name in enumerate(answers.answers["id_responden"])}
    texts = dict(zip(answers.answers["id_responden"], answers.answers["komentar"], strict=True))
    merged = merged.assign(
        komentar=merged["id_responden"].map(texts).fillna(""),
        urutan=merged["id_responden"].map(place).fillna(len(place)),
    ).sort_values(["urutan", ANOTATOR], kind="stable", ignore_index=True)
    is_plain = (merged[ANOTATOR] == UNNAMED).all()
    return merged[[*COLUMNS] if is_plain else [*KEY, *COLUMNS[1:]]]
