"""The official worksheet as a spreadsheet with live formulas: `olah-data.xlsx`.

One row per respondent, sorted by their answers and numbered anew, with nothing else about them; below them sum, count, NRR,
weight and weighted NRR of each unsur, and the index of the unit. Every figure below the answers is a formula that a reviewer
can follow cell by cell; the value stored with it is ours, so that programs that do not compute show the same.
"""

from __future__ import annotations

from fractions import Fraction
from pathlib import Path

from xlsxwriter.format import Format
from xlsxwriter.utility import xl_col_to_name
from xlsxwriter.worksheet import Worksheet

from skmlib.pipeline.plain_workbook import PlainWorkbook
from skmlib.pipeline.worksheet_layanan import write_layanan_sheet
from skmlib.report import wording
from skmlib.survey.regulation import BANDS, IKM_DECIMALS, IKM_PER_NI, RULE_SET, SCALE_MAX, SCALE_MIN
from skmlib.survey.results import Results

HEADING_ROW = 4
FIRST_ANSWER_ROW = HEADING_ROW + 1


def write_worksheet(results: Results, path: Path) -> None:
    """Write the worksheet of a unit.

    Parameters
    ----------
    results : Results
        Of the unit.
    path : Path
        The XLSX file to write.
    """
    parameters = results.survey.parameters
    title, created = f"Olah data SKM {parameters.survei.nama}", parameters.survei.pengesahan.tanggal
    has_parts = results.survey.tally.skala > 1
    with PlainWorkbook(path, title=title, created=created) as workbook:
        formats = {
            "title": workbook.add_format({"bold": True, "font_size": 14}),
            "heading": workbook.add_format({"bold": True, "bg_color": "#DCE6F1", "border": 1, "align": "center"}),
            "answer": workbook.add_format({"border": 1, "align": "center", "num_format": "0.00" if has_parts else "0"}),
            "letter": workbook.add_format({"border": 1, "align": "center"}),
            "label": workbook.add_format({"bold": True, "border": 1}),
            "whole": workbook.add_format({"border": 1, "num_format": "#,##0"}),
            "total": workbook.add_format({"border": 1, "num_format": "#,##0.00" if has_parts else "#,##0"}),
            "number": workbook.add_format({"border": 1, "num_format": "0.00"}),
            "weight": workbook.add_format({"border": 1, "num_format": "0.0000"}),
            "index": workbook.add_format({"bold": True, "border": 1, "num_format": "0.00", "bg_color": "#FFF2CC"}),
            "text": workbook.add_format({"text_wrap": True, "valign": "top"}),
        }
        sheet = workbook.add_worksheet("Olah data")
        _write_title(sheet, results, formats)
        last = _write_answers(sheet, results, formats)
        _write_summary(sheet, results, formats, last)
        if results.layanan_mean is not None:
            write_layanan_sheet(workbook.add_worksheet("Layanan"), results, formats, last=last, mutu=_mutu)
        _write_legend(workbook.add_worksheet("Keterangan"), results, formats)


def _write_title(sheet: Worksheet, results: Results, formats: dict[str, Format]) -> None:
    """Write what the sheet is about, and the headings."""
    parameters = results.survey.parameters
    sheet.write_string(0, 0, "Pengolahan Data Survei Kepuasan Masyarakat per Responden dan per Unsur", formats["title"])
    sheet.write_string(1, 0, parameters.survei.nama)
    sheet.write_string(2, 0, wording.periode(parameters.periode))
    sheet.write_string(HEADING_ROW, 0, "No.", formats["heading"])
    for column, label in enumerate(parameters.label_unsur.values(), start=1):
        sheet.write_string(HEADING_ROW, column, label, formats["heading"])
    sheet.set_column(0, 0, 26)
    sheet.set_column(1, len(parameters.unsur), 9)
    sheet.freeze_panes(FIRST_ANSWER_ROW, 1)
    sheet.repeat_rows(HEADING_ROW)
    sheet.set_paper(9)


def _write_answers(sheet: Worksheet, results: Results, formats: dict[str, Format]) -> int:
    """Write the answers, a blank where none was given; return the last row."""
    answers = results.answers
    for place, row in enumerate(answers.itertuples(index=False), start=1):
        sheet.write_number(HEADING_ROW + place, 0, place, formats["letter"])
        for column, nilai in enumerate(row, start=1):
            if nilai is None:
                sheet.write_blank(HEADING_ROW + place, column, None, formats["answer"])
            else:
                sheet.write_number(HEADING_ROW + place, column, float(nilai), formats["answer"])
    return HEADING_ROW + len(answers)


def _write_summary(sheet: Worksheet, results: Results, formats: dict[str, Format], last: int) -> None:
    """Write the rows of the official form below the answers, and the index."""
    labels = (
        "Jumlah nilai",
        "Jumlah jawaban",
        "NRR per unsur",
        "Bobot",
        "NRR tertimbang",
        f"Nilai konversi (NRR x {IKM_PER_NI})",
        "Mutu",
    )
    for place, label in enumerate(labels, start=1):
        sheet.write_string(last + place, 0, label, formats["label"])
    for column, row in enumerate(results.unsur_responden.itertuples(index=False), start=1):
        name = xl_col_to_name(column)
        cells = f"{name}{FIRST_ANSWER_ROW + 1}:{name}{last + 1}"
        total, count, nrr, weight, weighted, converted = (f"{name}{last + 1 + place}" for place in range(1, 7))
        sheet.write_formula(total, f"=SUM({cells})", formats["total"], float(row.jumlah))
        sheet.write_formula(count, f"=COUNT({cells})", formats["whole"], int(row.n))
        sheet.write_formula(nrr, f'=IF({count}=0,"",{total}/{count})', formats["number"], _stored(row.nrr))
        sheet.write_formula(weight, f"={_ratio(row.bobot)}", formats["weight"], float(row.bobot))
        sheet.write_formula(
            weighted, f'=IF({count}=0,"",{nrr}*{weight})', formats["number"], _stored(row.nrr_tertimbang)
        )
        sheet.write_formula(converted, f'=IF({count}=0,"",{nrr}*{IKM_PER_NI})', formats["number"], _stored(row.ikm))
        sheet.write_formula(last + 7, column, f"={_mutu(converted)}", formats["letter"], row.mutu or "")
    _write_index(sheet, results, formats, last)


def _write_index(sheet: Worksheet, results: Results, formats: dict[str, Format], last: int) -> None:
    """Write ni, ikm and mutu of the unit as formulas over the row of weighted NRR."""
    end = xl_col_to_name(len(results.unsur_responden))
    counts, weighted = f"B{last + 3}:{end}{last + 3}", f"B{last + 6}:{end}{last + 6}"
    ni, ikm = f"B{last + 10}", f"B{last + 11}"
    of = "seluruh responden" if results.is_layanan_mean else "unit"
    for place, label in enumerate(
        (f"NI {of} (jumlah NRR tertimbang)", f"IKM {of} (NI x {IKM_PER_NI})", "Mutu pelayanan"), start=9
    ):
        sheet.write_string(last + place, 0, label, formats["label"])
    score = results.ikm_responden
    sheet.write_formula(ni, f'=IF(COUNTIF({counts},0)>0,"",SUM({weighted}))', formats["index"], _stored(score.ni))
    sheet.write_formula(ikm, f'=IF({ni}="","",{ni}*{IKM_PER_NI})', formats["index"], _stored(score.ikm))
    sheet.write_formula(f"B{last + 12}", f"={_mutu(ikm)}", formats["index"], score.mutu or "")


def _write_legend(sheet: Worksheet, results: Results, formats: dict[str, Format]) -> None:
    """Write what the columns and figures mean."""
    parameters = results.survey.parameters
    sheet.set_column(0, 0, 14)
    sheet.set_column(1, 1, 90)
    rows = [(label, parameters.nama_unsur[unsur]) for unsur, label in parameters.label_unsur.items()]
    rows += [
        ("Aturan", RULE_SET),
        (
            "Jawaban",
            f"Bilangan {SCALE_MIN} sampai {SCALE_MAX}; sel kosong berarti tidak dijawab dan tidak dihitung sebagai nol.",
        ),
        ("Urutan", "Baris diurutkan menurut nilainya dan diberi nomor baru; nomor tidak menunjuk responden tertentu."),
        (
            "Pembulatan",
            "Angka disimpan tanpa pembulatan dan ditampilkan dua desimal; mutu ditentukan setelah pembulatan.",
        ),
    ]
    for place, (label, text) in enumerate(rows):
        sheet.write_string(place, 0, label, formats["label"])
        sheet.write_string(place, 1, text, formats["text"])


def _mutu(cell: str) -> str:
    """Build the formula that turns an index into its letter."""
    formula = f'"{BANDS[-1].mutu}"'
    for band in reversed(BANDS[:-1]):
        formula = f'IF(ROUND({cell},{IKM_DECIMALS})>={float(band.batas_bawah)},"{band.mutu}",{formula})'
    return f'IF({cell}="","",{formula})'


def _ratio(value: Fraction) -> str:
    """Write a fraction as a formula."""
    return f"{value.numerator}/{value.denominator}"


def _stored(value: Fraction | None) -> float | str:
    """Give the stored value of a formula, empty text where there is none."""
    return float(value) if value is not None else ""
