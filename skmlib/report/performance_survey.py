"""A survey as an indicator: its nine means with three decimals beside what was printed, its index, its respondents."""

from __future__ import annotations

from skmlib.report import wording
from skmlib.report.blocks import Block, Callout, Column, Table, Text
from skmlib.survey.performance_surveys import SurveyScore
from skmlib.survey.printed_values import compare_value
from skmlib.survey.regulation import IKM_PER_NI

DECIMALS = 3


def survey_blocks(survey: SurveyScore) -> list[Block]:
    """Show the scores of a survey.

    Parameters
    ----------
    survey : SurveyScore
        With what was printed of it.

    Returns
    -------
    list of Block
        Sentences, a table of the unsur and the index, and a warning where the printed means are impossible.
    """
    own, printed = survey.parameters, survey.tercetak
    rows = [
        (
            own.label_unsur[str(row.unsur)],
            own.nama_unsur[str(row.unsur)],
            wording.number(row.nrr, DECIMALS),
            row.mutu or wording.MISSING,
            wording.exact(printed.unsur.get(str(row.unsur))),
        )
        for row in survey.unsur.itertuples(index=False)
    ]
    rows += [
        ("NI", "Nilai indeks", wording.number(survey.ni, DECIMALS), "", wording.exact(printed.ni)),
        ("IKM", f"Nilai indeks × {IKM_PER_NI}", wording.number(survey.ikm), survey.mutu, wording.exact(printed.ikm)),
    ]
    columns = (
        Column("Kode"),
        Column("Unsur", width=3),
        Column("Nilai", "kanan"),
        Column("Mutu", "tengah"),
        Column("Tercetak", "kanan"),
    )
    title = f"Nilai unsur {own.survei.nama}"
    strong = (len(rows) - 2, len(rows) - 1)
    table = Table(title, columns, tuple(rows), row_headers=2, strong_rows=strong, keep_together=True)
    return [Text.plain(_sentence(survey), _alternatives(survey)), table, *_impossible(survey)]


def _sentence(survey: SurveyScore) -> str:
    """Say who was asked, how many answered, and the index of the year before."""
    own, sample = survey.parameters, survey.sample
    told = f"Nilai ini adalah IKM survei {own.survei.nama} dari {wording.whole(survey.n)} responden"
    if sample is not None:
        told += f"; populasi {wording.whole(sample.populasi)}, sampel minimum {wording.whole(sample.minimum)}"
    past = survey.riwayat[-1:] and survey.riwayat[-1]
    before = f" IKM {wording.periode(past.periode)}: {wording.exact(past.realisasi)}." if past else ""
    return f"{told}.{before} Uraian selengkapnya ada pada laporan survei itu."


def _alternatives(survey: SurveyScore) -> str:
    """Say the index from the printed means and with the printed weight, where one of them is not the printed index."""
    printed = survey.tercetak
    others = [value for value in (survey.ikm_tercetak_unsur, survey.ikm_bobot_tercetak) if value is not None]
    if printed.ikm is not None and all(compare_value("", printed.ikm, value, berkas="").sesuai for value in others):
        return ""
    parts = []
    if survey.ikm_tercetak_unsur is not None:
        parts.append(f"IKM dari nilai unsur yang tercetak {wording.number(survey.ikm_tercetak_unsur)}")
    if survey.ikm_bobot_tercetak is not None:
        weight = wording.bobot(str(printed.bobot))
        parts.append(f"dengan bobot {weight} yang tercetak {wording.number(survey.ikm_bobot_tercetak)}")
    if printed.ikm is not None:
        parts.append(f"yang tercetak {wording.exact(printed.ikm)}")
    return wording.sentence("; ".join(parts)) if parts else ""


def _impossible(survey: SurveyScore) -> list[Block]:
    """Warn where the printed number of respondents cannot give the printed means."""
    wrong, printed = len(survey.tidak_mungkin), survey.tercetak
    if not wrong:
        return []
    possible = wording.listing([wording.whole(n) for n in survey.n_mungkin])
    could = f" Banyaknya responden yang mungkin: {possible}." if possible else ""
    text = (
        f"Tercetak {wording.whole(printed.responden)} responden, tetapi {wording.whole(wrong)} dari "
        f"{wording.whole(len(printed.unsur))} nilai unsur yang tercetak tidak mungkin berasal dari sebanyak itu jawaban."
        f"{could} Data survei ini memuat {wording.whole(survey.n)} responden."
    )
    return [Callout("peringatan", text)]
