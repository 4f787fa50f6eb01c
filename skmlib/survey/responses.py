"""Survey responses: from an export to valid rows, excluded rows and findings.

Columns are found by their heading, in any order. `validate_responses` raises once with every missing column and unknown
answer. What remains is one row per respondent with the answers 1 to 4 under the ids of the unsur; an unsur with sub-
questions has a column for each (`waktu.1`) and their mean. A row without any answer, a test entry, a row of sums is
excluded with its reason. Rows read = rows valid + rows excluded.
"""

from __future__ import annotations

import dataclasses
from collections import Counter
from collections.abc import Mapping

import pandas as pd

from skmlib.parameters import Parameters
from skmlib.problems import DataError, Problem, fold, name_rows
from skmlib.survey.date_order import DateOrder
from skmlib.survey.export import Export, read_export
from skmlib.survey.further_columns import decode_further, order_of_dates
from skmlib.survey.headings import (
    answer_columns,
    find_column,
    headings_of,
    missing_headings,
    unused_headings,
    with_phase,
)
from skmlib.survey.headings import groups_of as groups_of
from skmlib.survey.headings import questions_of as questions_of
from skmlib.survey.no_comment import is_no_comment
from skmlib.survey.question_answers import decode_questions, unordered_labels, with_means
from skmlib.survey.row_reasons import (
    REASON_EMPTY,
    find_below,
    find_foreign,
    find_test_entries,
    name_excluded,
    reasons_of,
)
from skmlib.survey.summary_rows import find_summaries, name_bare


@dataclasses.dataclass(frozen=True)
class Responses:
    """The rows of an export, told apart.

    Attributes
    ----------
    berkas : str
        File they come from; with its sheet where that is a phase.
    valid : DataFrame
        One row per respondent: `baris`, `id_responden`, one column per unsur and further question (Int8, 1 to 4; a mean where
        there are sub-questions, which have columns of their own), `kepentingan.<unsur>`, `tanggal_isi`, `layanan`, `komentar`,
        `responden` (who answered) and the characteristics where the parameters name them.
    excluded : DataFrame
        `baris`, `alasan`.
    unknown : mapping of column to rows
        Rows whose group is not among the known ones.
    ages_typed : mapping of column to rows
        Rows in which an age stands where the parameters say that the column holds births.
    blanks_read : mapping of str to rows
        Answers to unsur read as a blank because the parameters say so, and the row of each.
    unread, unused : tuple of str
        Headings that look personal and were not read; headings that no parameter names.
    spellings : mapping of str to str
        Answers read as a shortening of a known label, and that label.
    told : tuple of str
        What is worth telling about how the file was read.
    comments_left_out : int
        Rows without any answer that hold a comment all the same.
    bare : tuple of int
        Scored rows that hold nothing beside answers.
    date_order : DateOrder or None
        What the numbers of the time stamps show about the order of day and month; None without time stamps.
    fits_other_order : bool
        Whether more time stamps fall into the collection range when month and day change places.
    """

    berkas: str
    valid: pd.DataFrame
    excluded: pd.DataFrame
    unknown: Mapping[str, tuple[int, ...]]
    blanks_read: Mapping[str, tuple[int, ...]]
    unread: tuple[str, ...]
    unused: tuple[str, ...]
    spellings: Mapping[str, str] = dataclasses.field(default_factory=dict)
    told: tuple[str, ...] = ()
    comments_left_out: int = 0
    bare: tuple[int, ...] = ()
    ages_typed: Mapping[str, tuple[int, ...]] = dataclasses.field(default_factory=dict)
    date_order: DateOrder | None = None
    fits_other_order: bool = False

    @property
    def rows_read(self) -> int:
        """Rows in the file, the heading and lines without any text apart."""
        return len(self.valid) + len(self.excluded)


def read_responses(parameters: Parameters, *, responden: str | None = None, seen: Counter[str] | None = None) -> Export:
    """Read the export that the parameters name.

    Parameters
    ----------
    parameters : Parameters
        Say which file and which headings.
    responden : str, optional
        Another file of the same folder, such as that of one phase.
    seen : Counter, optional
        As for `read_export`.

    Returns
    -------
    Export
        All rows, as text.

    Raises
    ------
    DataError
        When the file is missing or cannot be read.
    """
    data = parameters.survei.data
    path = f"{parameters.data_folder}/{responden or data.responden}"
    berkas = f"{path}, lembar {data.lembar!r}" if data.tahap and data.lembar else path
    return read_export(parameters.root / path, berkas=berkas, wanted=headings_of(parameters), data=data, seen=seen)


def validate_responses(export: Export, parameters: Parameters) -> Responses:
    """Decode an export and tell valid rows from excluded ones.

    Parameters
    ----------
    export : Export
        As read.
    parameters : Parameters
        Say which heading holds which question, and which labels mean which code.

    Returns
    -------
    Responses
        Valid and excluded rows.

    Raises
    ------
    DataError
        With every missing column, unknown answer, and set of labels whose codes do not rise.
    """
    is_test = find_test_entries(export.cells, parameters)
    is_summary = find_summaries(export.cells, parameters, whole=export.whole) & ~is_test
    cells = export.cells[~is_test & ~is_summary]
    answers, unknown, spellings = decode_questions(cells, parameters, export.berkas)
    below = _rows_below(is_summary, answers, parameters)
    if len(below):
        cells = cells.drop(index=below)
        answers, unknown, spellings = decode_questions(cells, parameters, export.berkas)
    unknown = _tell_foreign(cells, answers, parameters, export.berkas) or unknown
    problems = [*missing_headings(export, parameters), *unordered_labels(parameters), *unknown]
    if problems:
        raise DataError(problems)
    unsur = {column: answers[column] for column in answer_columns(parameters)}
    alasan = reasons_of(is_test, is_summary, unsur, below=below)
    valid = alasan.index[alasan.isna()]
    columns, unknown_groups, ages_typed = decode_further(with_phase(export).loc[valid], parameters)
    given = {key: column.loc[valid] for key, column in with_means(answers, parameters).items()}
    kept = {"id_responden": export.id_responden.loc[valid], **given, **columns}
    return Responses(
        berkas=export.berkas,
        valid=pd.DataFrame(kept, index=valid).rename_axis("baris").reset_index(),
        excluded=name_excluded(alasan, repeats=export.repeats),
        unknown=unknown_groups,
        blanks_read=_blanks_read(cells, answers, parameters),
        unread=export.unread,
        unused=unused_headings(export, parameters),
        spellings=spellings,
        told=export.told,
        comments_left_out=_comments_left_out(export, alasan, parameters),
        bare=name_bare(export, parameters, valid),
        ages_typed=ages_typed,
        **order_of_dates(export.cells.loc[valid], parameters),
    )


def _comments_left_out(export: Export, alasan: pd.Series, parameters: Parameters) -> int:
    """Count the rows without any answer that hold a comment all the same."""
    heading = parameters.survei.data.kolom_komentar
    column = find_column(export.cells, heading) if heading else None
    if column is None:
        return 0
    return sum(not is_no_comment(cell) for cell in column.loc[alasan.index[alasan == REASON_EMPTY]])


def _tell_foreign(
    cells: pd.DataFrame, answers: dict[str, pd.Series], parameters: Parameters, berkas: str
) -> list[Problem]:
    """Say which rows are probably no respondent's, beside the unknown answers of the others; empty when there are none."""
    foreign = find_foreign(cells, answers, parameters)
    if not foreign:
        return []
    unknown = decode_questions(cells.drop(index=foreign), parameters, berkas)[1]
    what = f"tidak satu pun jawaban unsurnya dikenal pada {name_rows(foreign)}"
    return [*unknown, Problem(berkas, what, "hapus baris itu bila berisi jumlah atau rata-rata")]


def _rows_below(is_summary: pd.Series, answers: dict[str, pd.Series], parameters: Parameters) -> pd.Index:
    """Name the rows of notes and signatures below the sums."""
    is_below = find_below(is_summary, {name: answers[name] for name in answer_columns(parameters) if name in answers})
    return is_below.index[is_below]


def _blanks_read(
    cells: pd.DataFrame, answers: Mapping[str, pd.Series], parameters: Parameters
) -> dict[str, tuple[int, ...]]:
    """Find the answers to unsur that are read as a blank because the parameters say so, with the row of each."""
    if not parameters.survei.data.dibaca_kosong:
        return {}
    typed = pd.DataFrame(
        {
            name: find_column(cells, heading).map(fold).where(answers[name].isna(), "")
            for name, heading in answer_columns(parameters).items()
        },
        index=cells.index,
    )
    rows = {
        text: tuple(int(row) for row in typed.index.repeat((typed == fold(text)).sum(axis=1)))
        for text in parameters.survei.data.dibaca_kosong
    }
    return {text: found for text, found in rows.items() if found}
