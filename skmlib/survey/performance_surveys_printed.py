"""What a performance report printed of a survey against the survey itself: respondents, unsur, index, weight."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction

from skmlib.survey.performance_surveys import SurveyScore
from skmlib.survey.printed_values import PrintedValue, compare_value, write_number
from skmlib.survey.regulation import IKM_DECIMALS, IKM_PER_NI


def compare_survey(survey: SurveyScore, *, berkas: str) -> Iterator[PrintedValue]:
    """Compare what was printed of a survey with its answers.

    Parameters
    ----------
    survey : SurveyScore
        With what was printed.
    berkas : str
        Where it stands.

    Yields
    ------
    PrintedValue
        Respondents (against the numbers that can give the printed means), each unsur, the index on both scales (also from the
        printed means), and, where an index was printed, the printed weight.
    """
    printed, name = survey.tercetak, survey.parameters.survei.nama
    if printed.responden is not None:
        yield _respondents(survey, berkas)
    nrr = dict(zip(survey.unsur["unsur"].astype(str), survey.unsur["nrr"], strict=True))
    for unsur, mean in printed.unsur.items():
        label = survey.parameters.label_unsur.get(unsur)
        if nrr.get(unsur) is not None:
            yield compare_value(f"{name}: {label}", mean, nrr[unsur], berkas=berkas, alasan="dari jawaban")
    if printed.ni is not None:
        yield compare_value(f"{name}: nilai indeks", printed.ni, survey.ni, berkas=berkas, alasan="dari jawaban")
    if printed.ikm is not None:
        yield compare_value(f"{name}: IKM", printed.ikm, survey.ikm, berkas=berkas, alasan="dari jawaban")
    if printed.ikm is not None and survey.ikm_tercetak_unsur is not None:
        yield _from_means(survey, berkas)
    if printed.ikm is not None and survey.ikm_bobot_tercetak is not None:
        yield _weight(survey, berkas)


def _respondents(survey: SurveyScore, berkas: str) -> PrintedValue:
    """Compare the printed respondents with the answers, and say which numbers can give the printed means."""
    printed, n = Decimal(survey.tercetak.responden), survey.n
    wrong, means = len(survey.tidak_mungkin), len(survey.tercetak.unsur)
    possible = tuple(map(Fraction, survey.n_mungkin)) if wrong else ()
    reason = (
        f"{wrong} dari {means} nilai unsur yang tercetak tidak mungkin berasal dari {printed} jawaban utuh (GRIM); banyaknya "
        f"responden yang mungkin {', '.join(map(str, survey.n_mungkin)) or 'tidak diketahui'}; jawaban survei ini {n}"
        if wrong
        else f"jawaban survei ini {n}"
    )
    computed = possible or (Fraction(n),)
    follows = not wrong and printed == n
    told = f"{survey.parameters.survei.nama}: responden"
    return PrintedValue(told, (printed,), computed, follows, "" if follows else reason, berkas)


def _from_means(survey: SurveyScore, berkas: str) -> PrintedValue:
    """Compare the printed index with the one from the printed means."""
    reason = f"{IKM_PER_NI} × rata-rata nilai unsur yang tercetak, yang sudah dibulatkan"
    if survey.tercetak.ni is not None:
        product = Fraction(survey.tercetak.ni) * IKM_PER_NI
        reason += f"; {IKM_PER_NI} × nilai indeks yang tercetak adalah {write_number(product)}"
    name = f"{survey.parameters.survei.nama}: IKM dari nilai unsur yang tercetak"
    return compare_value(name, survey.tercetak.ikm, survey.ikm_tercetak_unsur, berkas=berkas, alasan=reason)


def _weight(survey: SurveyScore, berkas: str) -> PrintedValue:
    """Say which index the printed weight would give; it follows when that is the printed index."""
    printed, value = survey.tercetak, survey.ikm_bobot_tercetak
    name = f"{survey.parameters.survei.nama}: bobot setiap unsur"
    follows = compare_value("", printed.ikm, value, berkas=berkas).sesuai
    reason = f"IKM dengan bobot itu; yang tercetak {write_number(printed.ikm)} memakai bobot eksak"
    return PrintedValue(
        name, (printed.bobot,), (value,), follows, "" if follows else reason, berkas, desimal=IKM_DECIMALS
    )
