"""Which columns of a large file are the unsur, and which answers they may hold.

Without being told, a file has the columns U1 to U9, or the ids of the regulation's unsur (`persyaratan` to `sarana`), with
the codes 1 to 4. Other columns are named one by one, or taken from the parameters of a report, with the labels of its answers
and its weights. An unsur in several sub-questions, an export with one row an answer, and test entries need the whole reader
(`skm build`), and are refused here.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Collection, Mapping, Sequence
from fractions import Fraction
from typing import TYPE_CHECKING

from skmlib.problems import DataError, Problem, fold, name_options
from skmlib.survey.regulation import SCALE_MAX, SCALE_MIN, UNSUR, UNSUR_NAMA

if TYPE_CHECKING:
    from skmlib.parameters import Parameters

LABELS = tuple(f"U{number}" for number in range(1, len(UNSUR) + 1))
CODES = tuple(str(code) for code in range(SCALE_MIN, SCALE_MAX + 1))
COLUMNS_MAX = 27  # 5^27 patterns of answers are the most that fit into 64 bits
TELL_ADVICE = "sebutkan kolomnya dengan --columns, atau laporan yang kolomnya sama dengan --like PERIODE/UNIT"
WHOLE_READER = "pakai 'skm build', yang membaca bentuk ini"


@dataclasses.dataclass(frozen=True, eq=False)  # a key of dictionaries, by what it is and not by what it says
class TallyColumn:
    """The column of one unsur.

    Attributes
    ----------
    unsur : str
        Its id or label.
    heading : str
        What stands above it.
    nama : str
        Its name for a reader; empty when only the column is known.
    label : str
        Its label for a reader.
    jawaban : mapping of code to labels
        Labels of the answers beside the codes.
    blanks : sequence of str
        Answers that are read as a blank.
    urutan_dipastikan, kode_terbalik : bool
        As for `decode_answers`.
    """

    unsur: str
    heading: str
    nama: str = ""
    label: str = ""
    jawaban: Mapping[str, Sequence[str]] = dataclasses.field(default_factory=dict)
    blanks: Sequence[str] = ()
    urutan_dipastikan: bool = False
    kode_terbalik: bool = False


@dataclasses.dataclass(frozen=True)
class TallyColumns:
    """The columns of all unsur, and the weights they are given.

    Attributes
    ----------
    columns : tuple of TallyColumn
        In the order of the unsur.
    bobot : mapping, optional
        Weight of each unsur; exactly 1/n without it.
    nama_bobot : str
        What the weight is called.
    """

    columns: tuple[TallyColumn, ...]
    bobot: Mapping[str, Fraction] | None = None
    nama_bobot: str = "eksak"

    @property
    def unsur(self) -> tuple[str, ...]:
        """Their ids."""
        return tuple(column.unsur for column in self.columns)

    @property
    def headings(self) -> tuple[str, ...]:
        """What stands above them."""
        return tuple(column.heading for column in self.columns)

    @property
    def names(self) -> dict[str, str]:
        """Name of each unsur for a reader, or its label."""
        return {column.unsur: column.nama or column.label for column in self.columns}


USUAL_COLUMNS = (
    TallyColumns(tuple(TallyColumn(label, label, label=label) for label in LABELS)),
    TallyColumns(tuple(TallyColumn(unsur, unsur, UNSUR_NAMA[unsur], unsur) for unsur in UNSUR)),
)


def usual_columns(headings: Collection[str], *, berkas: str) -> TallyColumns:
    """Find the unsur in a file that nothing is known of.

    Parameters
    ----------
    headings : collection of str
        Of the file.
    berkas : str
        Its name for messages.

    Returns
    -------
    TallyColumns
        U1 to U9, or the ids of the unsur.

    Raises
    ------
    DataError
        When one is missing.

    Examples
    --------
    >>> usual_columns(["u1", "u2", "u3", "u4", "u5", "u6", "u7", "u8", "u9"], berkas="a.csv").unsur[0]
    'U1'
    """
    names = {fold(heading) for heading in headings}
    best = max(USUAL_COLUMNS, key=lambda usual: sum(fold(heading) in names for heading in usual.headings))
    missing = [heading for heading in best.headings if fold(heading) not in names]
    if len(missing) == len(best.headings):
        what = f"tidak memuat kolom {LABELS[0]} sampai {LABELS[-1]} atau {UNSUR[0]} sampai {UNSUR[-1]}"
        there = f"Kolom yang ada: {name_options(list(headings))}."
        raise DataError([Problem(berkas, what, TELL_ADVICE, saran=there)])
    if missing:
        raise DataError([tell_missing(missing, headings, berkas=berkas)])
    return best


def named_columns(names: Sequence[str]) -> TallyColumns:
    """Take the columns that somebody names, in their order.

    Parameters
    ----------
    names : sequence of str
        Headings.

    Returns
    -------
    TallyColumns

    Raises
    ------
    ValueError
        When there is none, one stands twice, or there are too many.

    Examples
    --------
    >>> named_columns(["Syarat", "Biaya"]).unsur
    ('Syarat', 'Biaya')
    """
    headings = tuple(" ".join(name.split()) for name in names)
    is_distinct = len({fold(heading) for heading in headings}) == len(headings)
    if not headings or not all(headings) or not is_distinct or len(headings) > COLUMNS_MAX:
        raise ValueError(f"named_columns: found {headings}; give 1 to {COLUMNS_MAX} different names.")
    return TallyColumns(
        tuple(TallyColumn(name, name, label=f"U{place}", nama=name) for place, name in enumerate(headings, 1))
    )


def columns_like(parameters: Parameters) -> TallyColumns:
    """Take columns, labels of answers and weights from the parameters of a report.

    Parameters
    ----------
    parameters : Parameters
        Of the report.

    Returns
    -------
    TallyColumns

    Raises
    ------
    DataError
        When the parameters ask for what only the whole reader does, or labels whose codes do not rise.
    """
    from skmlib.survey.question_answers import (  # with pandas, which `skm tally` may do without
        labelled_questions,
        unordered_labels,
    )

    berkas, data = parameters.berkas[0], parameters.survei.data
    problems = unordered_labels(parameters)
    if data.panjang:
        problems.append(Problem(berkas, "satu baris satu jawaban", WHOLE_READER, kolom="data: panjang"))
    if data.uji_coba:
        problems.append(
            Problem(berkas, "baris uji coba dikenali dari jawabannya", WHOLE_READER, kolom="data: uji_coba")
        )
    questions = labelled_questions(parameters)
    for unsur in parameters.unsur:
        if len(questions[unsur].kolom) > 1:
            what = f"unsur ini ditanyakan dalam {len(questions[unsur].kolom)} kolom"
            problems.append(Problem(berkas, what, WHOLE_READER, kolom=f"unsur: {unsur}"))
    if problems:
        raise DataError(problems)
    columns = [
        TallyColumn(
            unsur,
            questions[unsur].kolom[0],
            parameters.nama_unsur[unsur],
            parameters.label_unsur[unsur],
            questions[unsur].jawaban or {},
            data.dibaca_kosong,
            questions[unsur].urutan_dipastikan,
            questions[unsur].kode_terbalik,
        )
        for unsur in parameters.unsur
    ]
    return TallyColumns(tuple(columns), parameters.bobot, parameters.nama_bobot)


def tell_missing(missing: Sequence[str], headings: Collection[str], *, berkas: str) -> Problem:
    """Say which columns a file does not have.

    Examples
    --------
    >>> tell_missing(["U9"], ["U1", "U8"], berkas="a.csv").sentence
    "tidak memuat kolom 'U9', kolom yang ada: 'U1', 'U8'."
    """
    return Problem(
        berkas, f"tidak memuat kolom {name_options(missing)}", f"kolom yang ada: {name_options(list(headings))}"
    )
