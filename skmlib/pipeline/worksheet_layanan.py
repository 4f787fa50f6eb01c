"""The sheet of services in `olah-data.xlsx`: each service's scores, their mean, and all respondents, with live formulas.

The answers on the first sheet stand without their service, so the scores of a service are its sums divided by its answers,
written as such. Everything below and beside them is a formula: the index of a service, the mean of services as the mean of
the rows above, the scores of all respondents as those of the first sheet. A hidden service shows a word, and leaves no mean.
"""

from __future__ import annotations

from collections.abc import Callable

from xlsxwriter.format import Format
from xlsxwriter.utility import xl_col_to_name
from xlsxwriter.worksheet import Worksheet

from skmlib.report.groups import HIDDEN
from skmlib.report.headline import MEAN, POOLED
from skmlib.survey.headline import LAYANAN
from skmlib.survey.regulation import IKM_PER_NI
from skmlib.survey.results import Results

ANSWERS = "'Olah data'"
HEADING_ROW = 2
NAME_WIDTH, SCORE_WIDTH, PLACE_WIDTH = 30, 9, 14


def write_layanan_sheet(
    sheet: Worksheet, results: Results, formats: dict[str, Format], *, last: int, mutu: Callable[[str], str]
) -> None:
    """Write the scores of the services, their mean and those of all respondents.

    Parameters
    ----------
    sheet : Worksheet
        Empty.
    results : Results
        Of a survey with services.
    formats : dict
        Of the workbook.
    last : int
        Row of the last answer on the first sheet, where its sums follow.
    mutu : function
        Gives the formula that turns the index of a cell into its letter.
    """
    labels = results.survey.parameters.label_unsur
    n_unsur = len(labels)
    sheet.write_string(0, 0, "Nilai setiap layanan dan nilai unit menurut kedua cara menghitung", formats["title"])
    for column, heading in enumerate(("Layanan", "Responden", *labels.values(), "NI", "IKM", "Mutu", "Kedudukan")):
        sheet.write_string(HEADING_ROW, column, heading, formats["heading"])
    sheet.set_column(0, 0, NAME_WIDTH)
    sheet.set_column(1, n_unsur + 4, SCORE_WIDTH)
    sheet.set_column(n_unsur + 5, n_unsur + 5, PLACE_WIDTH)
    groups = results.groups[LAYANAN]
    nrr = {(str(row.kelompok), row.unsur): row.nrr for row in groups.unsur.itertuples(index=False)}
    weights = f"{ANSWERS}!$B${last + 5}:${xl_col_to_name(n_unsur)}${last + 5}"
    row = HEADING_ROW
    for group in groups.groups.itertuples(index=False):
        row += 1
        name = str(group.kelompok)
        sheet.write_string(row, 0, name, formats["label"])
        sheet.write_number(row, 1, int(group.n), formats["whole"])
        for column, unsur in enumerate(labels, start=2):
            value = nrr[name, unsur]
            if value is not None:
                ratio = f"={value.numerator}/{value.denominator}"
                sheet.write_formula(row, column, ratio, formats["number"], float(value))
        if group.ikm is not None:
            cells = f"C{row + 1}:{xl_col_to_name(n_unsur + 1)}{row + 1}"
            _write_index(sheet, row, n_unsur, f"=SUMPRODUCT({cells},{weights})", group, formats, mutu)
        elif group.disembunyikan:
            sheet.write_string(row, n_unsur + 3, HIDDEN, formats["letter"])
    _write_unit(sheet, results, formats, last=last, row=row, mutu=mutu)


def _write_unit(
    sheet: Worksheet, results: Results, formats: dict[str, Format], *, last: int, row: int, mutu: Callable[[str], str]
) -> None:
    """Write the mean of services, where it may be shown, and the scores of all respondents."""
    n_unsur, mean = len(results.unsur_responden), results.layanan_mean
    n_services = len(results.survey.parameters.survei.layanan.kategori)
    above = f"{HEADING_ROW + 2}:{{0}}{HEADING_ROW + 1 + n_services}"
    columns = [xl_col_to_name(column) for column in range(2, n_unsur + 3)]
    means = [f"=AVERAGE({name}{above.format(name)})" for name in columns]
    pooled = [f"={ANSWERS}!{xl_col_to_name(place)}{last + 4}" for place in range(1, n_unsur + 1)]
    pooled.append(f"={ANSWERS}!B{last + 10}")
    parts = ((MEAN, mean.ikm, mean.unsur, means), (POOLED, results.ikm_responden, results.unsur_responden, pooled))
    for name, score, unsur, formulas in parts:
        if score.ikm is None:
            continue
        row += 1
        sheet.write_string(row, 0, name, formats["label"])
        sheet.write_number(row, 1, score.n, formats["whole"])
        for column, (formula, value) in enumerate(zip(formulas, unsur["nrr"], strict=False), start=2):
            sheet.write_formula(row, column, formula, formats["number"], float(value))
        _write_index(sheet, row, n_unsur, formulas[-1], score, formats, mutu)
        place = "Nilai utama" if score is results.ikm else "Pembanding"
        sheet.write_string(row, n_unsur + 5, place, formats["letter"])


def _write_index(
    sheet: Worksheet,
    row: int,
    n_unsur: int,
    formula: str,
    score: object,
    formats: dict[str, Format],
    mutu: Callable[[str], str],
) -> None:
    """Write ni by a formula, and what follows from it: ikm and mutu."""
    ni, ikm = (f"{xl_col_to_name(n_unsur + place)}{row + 1}" for place in (2, 3))
    sheet.write_formula(ni, formula, formats["number"], float(score.ni))
    sheet.write_formula(ikm, f"={ni}*{IKM_PER_NI}", formats["index"], float(score.ikm))
    sheet.write_formula(row, n_unsur + 4, f"={mutu(ikm)}", formats["letter"], score.mutu)
