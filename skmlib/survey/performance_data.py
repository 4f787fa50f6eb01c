"""What a performance report is computed from: its surveys and its tables, each summarised, and the value of each indicator."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable
from fractions import Fraction
from typing import TypeVar

from skmlib.parameters.performance import PerformanceParameters
from skmlib.parameters.performance_models import Sumber
from skmlib.problems import DataError, Problem, name_options, suggestion
from skmlib.survey.dataset import attempt
from skmlib.survey.number_tables import NumberTable, names_in
from skmlib.survey.performance_budget import Staff, summarise_staff
from skmlib.survey.performance_indices import IndexSummary, summarise_index
from skmlib.survey.performance_measures import (
    ComplaintSummary,
    MediaSummary,
    RequestSummary,
    summarise_complaints,
    summarise_media,
    summarise_requests,
)
from skmlib.survey.performance_surveys import SurveyScore, read_surveys
from skmlib.survey.performance_tables import (
    BUDGET_FILE,
    COMPLAINTS_FILE,
    DAYS,
    INDICES_FILE,
    MEAN,
    MEDIA_FILE,
    NEEDED_BY,
    REQUESTS_FILE,
    STAFF_FILE,
    possible_tables,
    read_table,
)

Value = TypeVar("Value")
Summary = TypeVar("Summary")


@dataclasses.dataclass(frozen=True)
class PerformanceData:
    """The inputs of a performance report, summarised; None or empty where there are none.

    Attributes
    ----------
    surveys : dict of str to SurveyScore
        By unit.
    media, requests, complaints : summaries or None
        Of their tables.
    indices : dict of str to IndexSummary
        By name.
    staff : Staff or None
        Of the table of staff.
    budget : NumberTable or None
        Summarised once the average achievement is known.
    names : tuple of str
        The files that were read or looked for.
    """

    surveys: dict[str, SurveyScore]
    media: MediaSummary | None
    requests: RequestSummary | None
    complaints: ComplaintSummary | None
    indices: dict[str, IndexSummary]
    staff: Staff | None
    budget: NumberTable | None
    names: tuple[str, ...]

    def value_of(self, sumber: Sumber) -> Fraction | None:
        """Give what an indicator's source comes to, None where it comes to nothing."""
        match sumber.jenis:
            case "survei":
                return self.surveys[sumber.survei].ikm
            case "sentimen":
                return self.media.tahun[sumber.sentimen]
            case "waktu_permohonan":
                return getattr(self.requests, sumber.waktu_permohonan)
            case "pengaduan":
                return self.complaints.persen
        return self.indices[sumber.indeks].nilai


def read_data(parameters: PerformanceParameters) -> PerformanceData:
    """Read, check and summarise the inputs of a performance report.

    Parameters
    ----------
    parameters : PerformanceParameters
        Of the report.

    Returns
    -------
    PerformanceData
        In which every indicator with a source has a value.

    Raises
    ------
    DataError
        With every problem of every table and survey.
    """
    problems: list[Problem] = []
    surveys = attempt(problems, lambda: read_surveys(parameters))
    tables = {
        name: attempt(problems, lambda name=name: read_table(parameters, name)) for name in possible_tables(parameters)
    }
    problems += _check_indices(parameters, tables.get(INDICES_FILE))
    problems += _check_days(parameters, tables.get(REQUESTS_FILE))
    if problems or surveys is None:
        raise DataError(problems)
    satuan = parameters.kinerja.media.satuan
    data = PerformanceData(
        surveys=surveys[0],
        media=_summary(tables.get(MEDIA_FILE), lambda table: summarise_media(table, satuan=satuan)),
        requests=_summary(tables.get(REQUESTS_FILE), summarise_requests),
        complaints=_summary(tables.get(COMPLAINTS_FILE), summarise_complaints),
        indices={
            name: summarise_index(tables[INDICES_FILE], name)
            for name in (names_in(tables[INDICES_FILE].rows["indeks"]) if INDICES_FILE in tables else ())
        },
        staff=_summary(tables[STAFF_FILE], summarise_staff),
        budget=tables[BUDGET_FILE],
        names=(*surveys[1], *(f"{parameters.data_folder}/{name}" for name in possible_tables(parameters))),
    )
    problems = _check_values(parameters, data)
    if problems:
        raise DataError(problems)
    return data


def _summary(table: NumberTable | None, summarise: Callable[[NumberTable], Summary]) -> Summary | None:
    """Summarise a table where there is one."""
    return None if table is None else summarise(table)


def _check_indices(parameters: PerformanceParameters, table: NumberTable | None) -> list[Problem]:
    """Say which indices of the table have no parts, and which indicators name an index that it does not hold."""
    if table is None:
        return []
    berkas = f"{parameters.data_folder}/{INDICES_FILE}"
    rows = table.rows
    names = names_in(rows["indeks"])
    whole = [name for name in names if (rows.loc[rows["indeks"] == name, "bagian"] == MEAN).all()]
    problems = [
        Problem(berkas, f"{name!r} tidak memuat satu bagian pun", "isi nilai setiap bagiannya") for name in whole
    ]
    if (rows["bagian"] == "").any():
        problems.append(Problem(berkas, "ada baris yang kosong", "tulis nama bagiannya", None, "bagian"))
    asked = [item.sumber.indeks for item in parameters.kinerja.indikator if item.sumber and item.sumber.indeks]
    known = f"yang ada: {name_options(names)}"
    return problems + [
        Problem(berkas, f"indeks {name!r} tidak ada", known, None, "indeks", suggestion(name, names))
        for name in asked
        if name not in names
    ]


def _check_days(parameters: PerformanceParameters, table: NumberTable | None) -> list[Problem]:
    """Say which months have requests and no mean time."""
    if table is None:
        return []
    berkas = f"{parameters.data_folder}/{REQUESTS_FILE}"
    missing = [row["bulan"] for row in table.rows.to_dict("records") if row["jumlah"] and row[DAYS] is None]
    what = f"kosong pada bulan {', '.join(missing)}, padahal ada permohonan"
    return [Problem(berkas, what, "isi rata-rata harinya", None, DAYS)] if missing else []


def _check_values(parameters: PerformanceParameters, data: PerformanceData) -> list[Problem]:
    """Say which indicators have a source that comes to nothing."""
    return [
        Problem(
            f"{parameters.data_folder}/{NEEDED_BY[item.sumber.jenis]}",
            f"tidak memuat apa pun untuk menghitung indikator {item.nama!r}",
            "lengkapi tabelnya, atau tulis 'realisasi' tanpa 'sumber' pada parameter",
        )
        for item in parameters.kinerja.indikator
        if item.sumber and data.value_of(item.sumber) is None
    ]
