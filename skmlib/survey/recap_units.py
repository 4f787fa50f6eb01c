"""The units of a recap that have answers of their own: which there are, and a row of each.

Every unit is read as for its own report, so that a recap never shows other figures than the reports of its units. A unit
whose data stop its report stops the recap too: it would be short by a unit that nobody notices. A unit that was named and has
no data yet has not reported.
"""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

import numpy as np

from skmlib.parameters.recap import RecapParameters
from skmlib.parameters.roster import RosterUnit
from skmlib.problems import DataError, Problem, nearest, suggestion
from skmlib.survey.answer_matrix import read_matrix
from skmlib.survey.dataset import Survey, read_survey
from skmlib.survey.headline import mean_ikm, mean_nrr
from skmlib.survey.input_files import source_names
from skmlib.survey.priorities import rank_unsur
from skmlib.survey.published import Figure, Period, period_of_published
from skmlib.survey.recap_rows import FollowUp, RecapRow
from skmlib.survey.regulation import IKM_PER_NI
from skmlib.survey.rtl import plan_of, summarise_realised
from skmlib.survey.sampling import krejcie_morgan
from skmlib.survey.survey_findings import published_periods

ROWS_NO_CHANCE = 10  # so many different rows are not the same in two units by chance
Roster = dict[str, RosterUnit]


def unnamed_units(parameters: RecapParameters, roster: Roster) -> tuple[str, ...]:
    """Name the surveys of the agency that stand in no list of the recap though it has one.

    Parameters
    ----------
    parameters : RecapParameters
        Of the recap.
    roster : dict
        The reports of its period.

    Returns
    -------
    tuple of str
    """
    named = parameters.rekap.unit
    return tuple(unit for unit in _surveys_of(parameters, roster) if unit not in named) if named else ()


def read_units(
    parameters: RecapParameters, roster: Roster
) -> tuple[tuple[RecapRow, ...], tuple[str, ...], tuple[tuple[str, ...], ...], tuple[str, ...]]:
    """Read the units of a recap: those it names, or all surveys of its agency.

    Parameters
    ----------
    parameters : RecapParameters
        Of the recap.
    roster : dict
        The reports of its period.

    Returns
    -------
    rows : tuple of RecapRow
        One for each unit that has reported.
    missing : tuple of str
        The units that have not.
    same : tuple of tuple of str
        Names of units whose answers are the same, row for row.
    names : tuple of str
        The files that were read, relative to the project folder.

    Raises
    ------
    DataError
        With every problem of every unit, or when no unit has reported.
    """
    units = parameters.rekap.unit or _surveys_of(parameters, roster)
    reported = [unit for unit in units if unit in roster and roster[unit].has_data]
    problems, surveys = [], []
    for unit in (unit for unit in reported if roster[unit].is_survey):
        try:
            surveys.append(read_survey(unit, parameters.periode, root=parameters.root))
        except DataError as error:
            problems += error.all
    problems += _misnamed(parameters, roster)
    problems += [problem for survey in surveys for problem in _unfit(survey, parameters)]
    if not problems and not surveys:
        what = f"tidak ada unit yang sudah melapor pada periode {parameters.periode}"
        problems = [
            Problem(parameters.berkas[0], what, "lengkapi data unit, atau periksa 'instansi', 'induk', dan 'unit'")
        ]
    if problems:
        raise DataError(problems)
    missing = tuple(_called(unit, parameters, roster) for unit in units if unit not in reported)
    names = tuple(name for survey in surveys for name in source_names(survey.parameters))
    return tuple(_row(survey, parameters) for survey in surveys), missing, _same_answers(surveys), names


def _same_answers(surveys: Sequence[Survey]) -> tuple[tuple[str, ...], ...]:
    """Name units with the same answers in any order; a few rows, or rows that are all alike, are the same by chance."""
    units: dict[tuple[object, ...], list[str]] = {}
    for survey in surveys:
        unsur = tuple(sorted(survey.parameters.unsur))
        values, places = read_matrix(survey.responses.valid, unsur)
        if len(values) >= ROWS_NO_CHANCE and (values != values[0]).any():
            shape = tuple(len(columns) for columns in places.values())
            rows = values[np.lexsort(values.T)]
            units.setdefault((unsur, shape, rows.tobytes()), []).append(survey.parameters.survei.nama)
    return tuple(tuple(names) for names in units.values() if len(names) > 1)


def _surveys_of(parameters: RecapParameters, roster: Roster) -> tuple[str, ...]:
    """List the surveys in the period of the agency, or of the part that a recap is about."""
    instansi, induk = parameters.rekap.instansi, parameters.rekap.induk
    surveys = (one for one in roster.values() if one.is_survey and one.instansi == instansi)
    return tuple(one.unit for one in surveys if induk is None or one.induk == induk)


def _called(unit: str, parameters: RecapParameters, roster: Roster) -> str:
    """Give the name of a unit that has not reported: of its parameters, or as the recap names it, with what may be meant."""
    name = roster[unit].nama if unit in roster else ""
    near = "" if name else nearest(unit, unnamed_units(parameters, roster))
    return name or (f"{unit} (mungkin maksudnya {near}?)" if near else unit)


def _misnamed(parameters: RecapParameters, roster: Roster) -> list[Problem]:
    """Say which names in the list of a recap are those of another recap or report, and no units."""
    named = enumerate(parameters.rekap.unit, start=1)
    others = [(place, unit) for place, unit in named if unit in roster and not roster[unit].is_survey]
    advice = "sebut hanya unit yang disurvei"
    return [
        Problem(parameters.berkas[0], f"{unit!r} adalah rekap atau laporan kinerja", advice, None, f"unit.{place}")
        for place, unit in others
    ]


def _unfit(survey: Survey, parameters: RecapParameters) -> list[Problem]:
    """Say what of a unit does not fit the recap: another agency, an unknown part, unsur the recap does not name."""
    own, berkas = survey.parameters.survei, survey.parameters.berkas[0]
    problems = []
    if own.instansi != parameters.rekap.instansi:
        what = (
            f"tertulis {own.instansi!r}, sedangkan rekap {parameters.unit!r} adalah rekap {parameters.rekap.instansi!r}"
        )
        problems.append(Problem(berkas, what, f"hapus dari 'unit' pada {parameters.berkas[0]}", None, "instansi"))
    known, asked = parameters.instansi.induk, parameters.rekap.induk
    if asked is not None and own.induk != asked:
        what = f"tertulis {own.induk or ''!r}, sedangkan rekap {parameters.unit!r} hanya untuk {asked!r}"
        problems.append(Problem(berkas, what, f"hapus dari 'unit' pada {parameters.berkas[0]}", None, "induk"))
    elif own.induk is not None and own.induk not in known:
        what = f"{own.induk!r} tidak ada di 'induk' pada {parameters.berkas[1]}"
        problems.append(Problem(berkas, what, "tulis namanya di sana", None, "induk", suggestion(own.induk, known)))
    if own.induk is None and parameters.rekap.tingkat == "induk":
        what = f"tidak ada, padahal rekap {parameters.unit!r} dirinci menurut induk"
        problems.append(Problem(berkas, what, f"tulis salah satu dari {', '.join(known) or '-'}", None, "induk"))
    further = [unsur for unsur in survey.parameters.unsur if unsur not in parameters.rekap.unsur]
    if further:
        what = f"unsur {', '.join(further)} tidak ada di 'unsur' rekap {parameters.unit!r}"
        problems.append(Problem(berkas, what, f"tambahkan pada {parameters.berkas[0]}", None, "unsur"))
    return problems


def _row(survey: Survey, recap: RecapParameters) -> RecapRow:
    """Make the row of a unit from its answers."""
    parameters = survey.parameters
    survei = parameters.survei
    scores = mean_nrr(survey.strata)
    before = _before(survey, recap.rekap.periode_sebelumnya)
    plan = [] if survey.actions is None else plan_of(survey.actions, parameters.periode).itertuples(index=False)
    return RecapRow(
        id=parameters.unit,
        nama=survei.nama,
        induk=survei.induk,
        n=survey.tally.responden,
        nilai={row.unsur: row.nrr * IKM_PER_NI for row in scores.itertuples(index=False) if row.nrr is not None},
        ikm=mean_ikm(survey.strata, bobot=parameters.bobot),
        metode=survei.metode,
        pengumpulan=survei.periode.pengumpulan,
        prioritas=rank_unsur(scores, jumlah=survei.jumlah_prioritas).prioritas,
        rencana=tuple(row.program for row in plan if row.utama),
        tindak_lanjut=_follow_up(survey),
        sebelumnya=before.ikm if before else None,
        unsur_sebelumnya={unsur: _on_ikm_scale(figure) for unsur, figure in before.unsur.items()} if before else {},
        nilai_utama=survei.nilai_utama,
        tally=survey.tally,
        bobot=parameters.bobot,
        populasi=survei.populasi,
        sampel_minimum=survei.populasi and krejcie_morgan(survei.populasi, pembulatan=survei.sampel.pembulatan),
        n_temuan=len(survey.published_findings),
    )


def _on_ikm_scale(figure: Figure) -> Figure:
    """Bring a figure from the scale 1 to 4 to 25 to 100; 0.01 there is 0.25 here, so a printed one keeps no decimals."""
    return Figure(figure.value * IKM_PER_NI, None if figure.printed is None else max(0, figure.printed - 2))


def _before(survey: Survey, periode: str | None) -> Period | None:
    """Give what is known of a unit in the previous period of the recap: its answers, or what was published."""
    if survey.previous is not None and survey.previous.periode == periode:
        before = survey.previous
        ikm = mean_ikm(before.strata, bobot=before.parameters.bobot)
        pairs = mean_nrr(before.strata).itertuples(index=False)
        unsur = {row.unsur: Figure(row.nrr) for row in pairs if row.nrr is not None}
        ni = None if ikm is None else Figure(ikm / IKM_PER_NI)
        return Period(periode, before.tally.responden, ni, None if ikm is None else Figure(ikm), unsur, is_data=True)
    published = published_periods(survey.parameters)
    return next((period_of_published(past) for past in published if past.periode == periode), None)


def _follow_up(survey: Survey) -> FollowUp | None:
    """Give what became of a unit's previous plan, where one is known and was reported on."""
    survei = survey.parameters.survei
    if survey.actions is None or survei.periode_sebelumnya is None:
        return None
    credit = Fraction(survei.tindak_lanjut.kredit_sebagian)
    done = summarise_realised(survey.actions, survei.periode_sebelumnya, kredit_sebagian=credit)
    if done.persen is None:
        return None
    return FollowUp(done.persen, done.sudah + credit * done.sebagian, done.n_actions)
