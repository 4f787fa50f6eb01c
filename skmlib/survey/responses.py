"""Survey responses: from an export to valid rows, excluded rows and findings.

Columns are found by their heading, in any order. `validate_responses` raises once with every missing column and unknown
answer. What remains is one row per respondent with the answers 1 to 4 under the ids of the unsur; a row without any answer,
or marked as a test entry, is excluded with its reason. Rows read = rows valid + rows excluded.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping

import pandas as pd

from skmlib.parameters import Parameters
from skmlib.problems import DataError, Problem, fold, name_rows
from skmlib.survey.decoding import decode_answers, decode_category, decode_dates
from skmlib.survey.export import Export, read_export
from skmlib.survey.headings import find_column, headings_of, missing_headings, unused_headings
from skmlib.survey.headings import groups_of as groups_of
from skmlib.survey.headings import questions_of as questions_of
from skmlib.survey.regulation import UNSUR_JAWABAN, labels_rise

REASON_EMPTY = "tidak ada unsur yang dijawab"
REASON_TEST = "entri uji coba"
SUM_OR_MEAN = r"\d{2,}|\d+[.,]\d+"


@dataclasses.dataclass(frozen=True)
class Responses:
    """The rows of an export, told apart.

    Attributes
    ----------
    berkas : str
        File they come from.
    valid : DataFrame
        One row per respondent: `baris`, `id_responden`, one column per unsur and further question (Int8, 1 to 4),
        `tanggal_isi`, `layanan`, `komentar` and the characteristics where the parameters name them.
    excluded : DataFrame
        `baris`, `alasan`.
    unknown : mapping of column to rows
        Rows whose group is not among the known ones.
    blanks_read : mapping of str to rows
        Answers to unsur read as a blank because the parameters say so, and the row of each.
    unread, unused : tuple of str
        Headings that look personal and were not read; headings that no parameter names.
    """

    berkas: str
    valid: pd.DataFrame
    excluded: pd.DataFrame
    unknown: Mapping[str, tuple[int, ...]]
    blanks_read: Mapping[str, tuple[int, ...]]
    unread: tuple[str, ...]
    unused: tuple[str, ...]

    @property
    def rows_read(self) -> int:
        """Rows in the file, the heading and lines without any text apart."""
        return len(self.valid) + len(self.excluded)


def read_responses(parameters: Parameters) -> Export:
    """Read the export that the parameters name.

    Parameters
    ----------
    parameters : Parameters
        Say which file and which headings.

    Returns
    -------
    Export
        All rows, as text.

    Raises
    ------
    DataError
        When the file is missing or cannot be read.
    """
    berkas = f"{parameters.data_folder}/{parameters.survei.data.responden}"
    return read_export(parameters.root / berkas, berkas=berkas, wanted=headings_of(parameters))


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
    is_test = _test_entries(export, parameters)
    cells = export.cells[~is_test]
    answers, unknown = _decode_questions(cells, parameters, export.berkas)
    foreign = _foreign_rows(cells, answers, parameters)
    if foreign:
        what = f"tidak satu pun jawaban unsurnya dikenal pada {name_rows(foreign)}"
        unknown = _decode_questions(cells.drop(index=foreign), parameters, export.berkas)[1]
        unknown.append(Problem(export.berkas, what, "hapus baris itu bila berisi jumlah atau rata-rata"))
    problems = [*missing_headings(export, parameters), *_unordered_labels(parameters), *unknown]
    if problems:
        raise DataError(problems)
    return _assemble(export, parameters, answers, is_test)


def _test_entries(export: Export, parameters: Parameters) -> pd.Series:
    """Tell the rows that the parameters mark as test entries."""
    is_test = pd.Series(data=False, index=export.cells.index)
    for mark in parameters.survei.data.uji_coba:
        column = find_column(export.cells, mark.kolom)
        if column is not None:
            is_test |= column.map(fold).isin([fold(nilai) for nilai in mark.nilai])
    return is_test


def _decode_questions(
    cells: pd.DataFrame, parameters: Parameters, berkas: str
) -> tuple[dict[str, pd.Series], list[Problem]]:
    """Decode every question whose column is there."""
    blanks = parameters.survei.data.dibaca_kosong
    answers: dict[str, pd.Series] = {}
    problems: list[Problem] = []
    for key, question in questions_of(parameters).items():
        column = find_column(cells, question.kolom[0])
        if column is not None:
            labels = question.jawaban or _regulation_labels(key)
            answers[key], unknown = decode_answers(column, jawaban=labels, blanks=blanks, berkas=berkas)
            problems += unknown
    return answers, problems


def _not_answered(cells: pd.DataFrame, answers: Mapping[str, pd.Series], parameters: Parameters) -> pd.DataFrame:
    """Give what stands, folded, where an unsur has no known answer, and nothing elsewhere."""
    typed = {
        unsur: find_column(cells, parameters.survei.unsur[unsur].kolom[0]).map(fold).where(answers[unsur].isna(), "")
        for unsur in parameters.unsur
        if unsur in answers
    }
    return pd.DataFrame(typed, index=cells.index)


def _foreign_rows(cells: pd.DataFrame, answers: Mapping[str, pd.Series], parameters: Parameters) -> list[int]:
    """Find the rows that are no respondent's: no unsur with a known answer, and a sum or a mean among what is written."""
    typed = _not_answered(cells, answers, parameters)
    is_known = pd.DataFrame({unsur: answers[unsur].notna() for unsur in typed.columns}, index=cells.index)
    is_sum = typed.apply(lambda column: column.str.fullmatch(SUM_OR_MEAN))
    is_foreign = ~is_known.any(axis=1) & is_sum.any(axis=1)
    return [int(row) for row in is_foreign.index[is_foreign]] if is_known.any(axis=None) else []


def _regulation_labels(key: str) -> dict[str, tuple[str, ...]]:
    """Give the labels of the regulation's form for an unsur, none for a further question."""
    return {str(code): (label,) for code, label in enumerate(UNSUR_JAWABAN.get(key, ()), start=1)}


def _unordered_labels(parameters: Parameters) -> list[Problem]:
    """Refuse labels whose codes do not rise from worst to best, unless the parameters confirm them."""
    problems = []
    for key, question in questions_of(parameters).items():
        labels = [labels[0] for labels in (question.jawaban or {}).values()]
        if labels and not question.urutan_dipastikan and not labels_rise(labels):
            what = f"kode 1 sampai 4 berarti {', '.join(map(repr, labels))}, tidak dari terburuk ke terbaik"
            advice = "betulkan, atau tulis 'urutan_dipastikan: ya'"
            group = "unsur" if key in parameters.survei.unsur else "pertanyaan_tambahan"
            problems.append(Problem(parameters.berkas[0], what, advice, kolom=f"{group}.{key}.jawaban"))
    return problems


def _assemble(
    export: Export,
    parameters: Parameters,
    answers: Mapping[str, pd.Series],
    is_test: pd.Series,
) -> Responses:
    """Put the decoded columns together and tell valid rows from excluded ones."""
    alasan = pd.Series(None, index=is_test.index, dtype="str").mask(is_test, REASON_TEST)
    is_empty = pd.DataFrame({unsur: answers[unsur].isna() for unsur in parameters.unsur}).all(axis=1)
    alasan = alasan.mask(is_empty.reindex(alasan.index, fill_value=False), REASON_EMPTY)
    valid = alasan.index[alasan.isna()]
    columns, unknown = _further_columns(export.cells.loc[valid], parameters)
    given = {key: column.loc[valid] for key, column in answers.items()}
    kept = {"id_responden": export.id_responden.loc[valid], **given, **columns}
    return Responses(
        berkas=export.berkas,
        valid=pd.DataFrame(kept, index=valid).rename_axis("baris").reset_index(),
        excluded=alasan.dropna().rename("alasan").rename_axis("baris").reset_index(),
        unknown=unknown,
        blanks_read=_blanks_read(export.cells[~is_test], answers, parameters),
        unread=export.unread,
        unused=unused_headings(export, parameters),
    )


def _further_columns(
    cells: pd.DataFrame, parameters: Parameters
) -> tuple[dict[str, pd.Series], dict[str, tuple[int, ...]]]:
    """Decode groups, time stamp and comment; name the rows of each group that nobody declared."""
    data = parameters.survei.data
    columns: dict[str, pd.Series] = {}
    unknown: dict[str, tuple[int, ...]] = {}
    for key, group in groups_of(parameters).items():
        typed = find_column(cells, group.kolom)
        columns[key], is_unknown = decode_category(typed, kategori=group.kategori, blanks=data.dibaca_kosong)
        unknown[key] = tuple(int(row) for row in is_unknown.index[is_unknown])
    if data.kolom_waktu:
        columns["tanggal_isi"] = decode_dates(find_column(cells, data.kolom_waktu))
    if data.kolom_komentar:
        columns["komentar"] = find_column(cells, data.kolom_komentar)
    return columns, unknown


def _blanks_read(
    cells: pd.DataFrame, answers: Mapping[str, pd.Series], parameters: Parameters
) -> dict[str, tuple[int, ...]]:
    """Find the answers to unsur that are read as a blank because the parameters say so, with the row of each."""
    typed = _not_answered(cells, answers, parameters)
    rows = {
        text: tuple(int(row) for row in typed.index.repeat((typed == fold(text)).sum(axis=1)))
        for text in parameters.survei.data.dibaca_kosong
    }
    return {text: found for text, found in rows.items() if found}
