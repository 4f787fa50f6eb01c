"""Survey responses: from an export to valid rows, excluded rows and findings.

Columns are found by their heading, in any order. `validate_responses` raises once with every missing column and unknown
answer. What remains is one row per respondent with the answers 1 to 4 under the ids of the unsur; a row without any answer,
or marked as a test entry, is excluded with its reason. Rows read = rows valid + rows excluded.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable, Mapping

import pandas as pd

from skmlib.parameters import Parameters
from skmlib.parameters.models import Kelompok, Pertanyaan
from skmlib.problems import DataError, Problem, nearest
from skmlib.survey.decoding import decode_answers, decode_category, decode_dates
from skmlib.survey.export import Export, fold, read_export
from skmlib.survey.regulation import UNSUR_JAWABAN, labels_rise

REASON_EMPTY = "tidak ada unsur yang dijawab"
REASON_TEST = "entri uji coba"


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
    blanks_read : mapping of str to int
        Answers read as a blank because the parameters say so, and how often.
    unread, unused : tuple of str
        Headings that look personal and were not read; headings that no parameter names.
    """

    berkas: str
    valid: pd.DataFrame
    excluded: pd.DataFrame
    unknown: Mapping[str, tuple[int, ...]]
    blanks_read: Mapping[str, int]
    unread: tuple[str, ...]
    unused: tuple[str, ...]

    @property
    def rows_read(self) -> int:
        """Rows in the file, the heading apart."""
        return len(self.valid) + len(self.excluded)


def questions_of(parameters: Parameters) -> dict[str, Pertanyaan]:
    """Name the questions on the scale from 1 to 4: the unsur in order, then those outside the index."""
    survei = parameters.survei
    return {unsur: survei.unsur[unsur] for unsur in parameters.unsur} | dict(survei.pertanyaan_tambahan)


def groups_of(parameters: Parameters) -> dict[str, Kelompok]:
    """Name the columns that group respondents: the service, then the characteristics."""
    survei = parameters.survei
    return ({"layanan": survei.layanan} if survei.layanan else {}) | dict(survei.profil)


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
    return read_export(parameters.root / berkas, berkas=berkas, wanted=_columns_named(parameters))


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
    found = {fold(heading): heading for heading in export.cells.columns}
    named = _columns_named(parameters)
    problems = [*_missing_columns(named, export), *_unordered_labels(parameters)]
    blanks = parameters.survei.data.dibaca_kosong
    columns: dict[str, pd.Series] = {}
    for key, question in questions_of(parameters).items():
        if fold(question.kolom) in found:
            cells = export.cells[found[fold(question.kolom)]]
            labels = question.jawaban or _regulation_labels(key)
            columns[key], unknown = decode_answers(cells, jawaban=labels, blanks=blanks, berkas=export.berkas)
            problems += unknown
    if problems:
        raise DataError(problems)
    return _assemble(export, parameters, found, columns)


def _columns_named(parameters: Parameters) -> list[str]:
    """List the headings that the parameters name."""
    data = parameters.survei.data
    named = [question.kolom for question in (*questions_of(parameters).values(), *groups_of(parameters).values())]
    named += [heading for heading in (data.kolom_waktu, data.kolom_komentar) if heading]
    return named + [mark.kolom for mark in data.uji_coba]


def _regulation_labels(key: str) -> dict[str, tuple[str, ...]]:
    """Give the labels of the regulation's form for an unsur, none for a further question."""
    return {str(code): (label,) for code, label in enumerate(UNSUR_JAWABAN.get(key, ()), start=1)}


def _missing_columns(named: Iterable[str], export: Export) -> list[Problem]:
    """Say which named headings the export does not have."""
    headings = list(export.cells.columns)
    present = {fold(heading) for heading in headings}
    return [
        Problem(export.berkas, "tidak ada", _similar_heading(heading, headings), kolom=heading)
        for heading in dict.fromkeys(named)
        if fold(heading) not in present
    ]


def _similar_heading(heading: str, headings: list[str]) -> str:
    """Name the heading most like a missing one, or those there are."""
    near = nearest(heading, headings)
    return f"kolom yang mirip: {near!r}" if near else f"kolom yang ada: {', '.join(map(repr, headings))}"


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
    export: Export, parameters: Parameters, found: Mapping[str, str], answers: Mapping[str, pd.Series]
) -> Responses:
    """Put the decoded columns together and tell valid rows from excluded ones."""
    data = parameters.survei.data
    columns: dict[str, pd.Series] = {"id_responden": export.id_responden, **answers}
    unknown: dict[str, tuple[int, ...]] = {}
    for key, group in groups_of(parameters).items():
        cells = export.cells[found[fold(group.kolom)]]
        columns[key], is_unknown = decode_category(cells, kategori=group.kategori, blanks=data.dibaca_kosong)
        unknown[key] = tuple(is_unknown.index[is_unknown])
    if data.kolom_waktu:
        columns["tanggal_isi"] = decode_dates(export.cells[found[fold(data.kolom_waktu)]])
    if data.kolom_komentar:
        columns["komentar"] = export.cells[found[fold(data.kolom_komentar)]]
    alasan = _reasons(export, parameters, found, pd.DataFrame(columns))
    is_valid = alasan.isna()
    frame = pd.DataFrame(columns).rename_axis("baris")
    return Responses(
        berkas=export.berkas,
        valid=frame[is_valid].reset_index(),
        excluded=alasan[~is_valid].rename("alasan").rename_axis("baris").reset_index(),
        unknown={key: tuple(row for row in rows if is_valid[row]) for key, rows in unknown.items()},
        blanks_read=_count_blanks_read(export, parameters, found),
        unread=export.unread,
        unused=_unused(export, parameters),
    )


def _reasons(export: Export, parameters: Parameters, found: Mapping[str, str], frame: pd.DataFrame) -> pd.Series:
    """Give the reason to exclude each row, missing where there is none."""
    alasan = pd.Series(None, index=frame.index, dtype="str")
    alasan = alasan.mask(frame[list(parameters.unsur)].isna().all(axis=1), REASON_EMPTY)
    for mark in parameters.survei.data.uji_coba:
        cells = export.cells[found[fold(mark.kolom)]].map(fold)
        alasan = alasan.mask(cells.isin([fold(nilai) for nilai in mark.nilai]), REASON_TEST)
    return alasan


def _count_blanks_read(export: Export, parameters: Parameters, found: Mapping[str, str]) -> dict[str, int]:
    """Count the answers to unsur that are read as a blank because the parameters say so."""
    cells = export.cells[[found[fold(parameters.survei.unsur[unsur].kolom)] for unsur in parameters.unsur]]
    folded = cells.map(fold)
    counts = {text: int((folded == fold(text)).to_numpy().sum()) for text in parameters.survei.data.dibaca_kosong}
    return {text: n for text, n in counts.items() if n}


def _unused(export: Export, parameters: Parameters) -> tuple[str, ...]:
    """List the headings that no parameter names."""
    named = {fold(heading) for heading in _columns_named(parameters)}
    return tuple(heading for heading in export.cells.columns if fold(heading) not in named)
