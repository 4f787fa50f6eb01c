"""The files beside a rendered recap: its numbers (`hasil.json`), and its table with live formulas (`rekap.xlsx`)."""

from __future__ import annotations

import dataclasses
from fractions import Fraction
from pathlib import Path
from typing import Any

from xlsxwriter.format import Format
from xlsxwriter.utility import xl_range
from xlsxwriter.worksheet import Worksheet

from skmlib.parameters.recap import MEAN_OF_UNITS
from skmlib.pipeline.hasil import plain, plain_findings
from skmlib.pipeline.manifest import write_json
from skmlib.pipeline.plain_workbook import PlainWorkbook
from skmlib.report import wording
from skmlib.report.recap_words import mean_name
from skmlib.survey.recap_rows import RecapRow, mean_of
from skmlib.survey.recap_summary import RecapResults

HEADING_ROW = 2
KIND = "rekap"
NOT_PUBLISHED = ("tally", "bobot", "anggota", "pengumpulan")
VALUES_NOTE = (
    "Rata-rata menurut responden berasal dari jawaban, bukan dari baris di atas; karena itu ditulis sebagai nilai."
)


def write_recap_hasil(results: RecapResults, path: Path) -> None:
    """Write every published number of a recap.

    Parameters
    ----------
    results : RecapResults
        Of the recap.
    path : Path
        The JSON file to write.
    """
    parameters = results.parameters
    content = {
        "jenis": KIND,
        "unit": parameters.unit,
        "periode": parameters.periode,
        "nama": parameters.rekap.nama,
        "instansi": parameters.instansi.nama,
        "label_unsur": parameters.label_unsur,
        "responden": results.n,
        "nilai_utama": results.utama.cara,
        "ikm": plain(results.ikm),
        "rata_rata": plain(results.means),
        "unit_kerja": [_row(row) for row in results.rows],
        "belum_melapor": list(results.recap.missing),
        "peringkat": plain(results.ranking),
        "unsur": plain(results.unsur),
        "priorities": plain(results.priorities),
        "perubahan": plain(results.perubahan),
        "tercetak": plain(results.recap.printed),
        "trend": plain(results.trend),
        "findings": plain_findings(results.findings),
    }
    write_json(content, path)


def _row(row: RecapRow) -> dict[str, Any]:
    """Give a row without its answers, and the units it stands for."""
    units = [_row(unit) for unit in row.anggota]
    own = {field.name: getattr(row, field.name) for field in dataclasses.fields(row)}
    shown = {name: plain(value) for name, value in own.items() if name not in NOT_PUBLISHED}
    return shown | {"anggota": units}


def write_recap_table(results: RecapResults, path: Path) -> None:
    """Write the table of a recap as a spreadsheet with formulas for the means.

    Parameters
    ----------
    results : RecapResults
        Of the recap.
    path : Path
        The XLSX file to write.

    Notes
    -----
    A mean is a formula over the rows where the rows give it; where it was made of answers with blanks, of units with other
    weights or of the units of parts, its value stands there, and the sheet says so.
    """
    rekap, labels = results.parameters.rekap, results.parameters.label_unsur
    with PlainWorkbook(path, title=f"Rekap SKM {rekap.nama}", created=rekap.pengesahan.tanggal) as workbook:
        formats = {
            "title": workbook.add_format({"bold": True, "font_size": 14}),
            "name": workbook.add_format({"bold": True, "border": 1, "text_wrap": True, "valign": "top"}),
            "heading": workbook.add_format({"bold": True, "bg_color": "#DCE6F1", "border": 1, "align": "center"}),
            "number": workbook.add_format({"border": 1, "num_format": "0.00"}),
            "whole": workbook.add_format({"border": 1, "num_format": "#,##0"}),
            "mean": workbook.add_format({"bold": True, "border": 1, "num_format": "0.00", "bg_color": "#FFF2CC"}),
        }
        sheet = workbook.add_worksheet("Rekap")
        sheet.set_column(0, 0, 46)
        sheet.freeze_panes(HEADING_ROW + 1, 1)
        sheet.write_string(
            0, 0, f"Rekap SKM {rekap.nama}, {wording.periode(results.parameters.periode)}", formats["title"]
        )
        for column, heading in enumerate(["Unit", *labels.values(), "IKM", "Responden"]):
            sheet.write_string(HEADING_ROW, column, heading, formats["heading"])
        for place, row in enumerate(results.rows, start=HEADING_ROW + 1):
            sheet.write_string(place, 0, row.nama, formats["name"])
            cells = [*(row.nilai.get(unsur) for unsur in labels), row.ikm]
            for column, value in enumerate(cells, start=1):
                _write_value(sheet, (place, column), value, formats["number"])
            _write_value(sheet, (place, len(cells) + 1), row.n, formats["whole"])
        told = [_write_mean(sheet, results, place, formats) for place in range(len(results.means))]
        last = HEADING_ROW + len(results.rows) + len(results.means) + 2
        if not all(told):
            sheet.write_string(last, 0, VALUES_NOTE)


def _write_value(sheet: Worksheet, place: tuple[int, int], value: Fraction | int | None, form: Format) -> None:
    """Write a number, or a blank where there is none."""
    if value is None:
        sheet.write_blank(*place, None, form)
    else:
        sheet.write_number(*place, float(value), form)


def _write_mean(sheet: Worksheet, results: RecapResults, place: int, formats: dict[str, Format]) -> bool:
    """Write one mean below the rows; tell whether every cell of it is a formula."""
    mean = list(results.means.values())[place]
    row = HEADING_ROW + len(results.rows) + 1 + place
    sheet.write_string(row, 0, mean_name(results, mean.cara), formats["name"])
    columns = [(unsur, mean.nilai.get(unsur)) for unsur in results.parameters.label_unsur] + [(None, mean.ikm)]
    is_formula = []
    for column, (unsur, value) in enumerate(columns, start=1):
        values = [unit.ikm if unsur is None else unit.nilai.get(unsur) for unit in results.rows]
        formula = _formula(results, mean.cara, column, len(columns) + 1)
        follows = value is not None and value == _of_rows(results, mean.cara, values)
        is_formula.append(follows or value is None)
        if follows:
            sheet.write_formula(row, column, formula, formats["mean"], float(value))
        else:
            _write_value(sheet, (row, column), value, formats["mean"])
    return all(is_formula)


def _formula(results: RecapResults, cara: str, column: int, counted: int) -> str:
    """Build the formula of a mean over the rows of a column."""
    first, last = HEADING_ROW + 1, HEADING_ROW + len(results.rows)
    cells, counts = (xl_range(first, place, last, place) for place in (column, counted))
    return f"=AVERAGE({cells})" if cara == MEAN_OF_UNITS else f"=SUMPRODUCT({cells},{counts})/SUM({counts})"


def _of_rows(results: RecapResults, cara: str, values: list[Fraction | None]) -> Fraction | None:
    """Compute what the formula gives, None where a row lacks what it needs."""
    counts = [row.n for row in results.rows]
    if cara == MEAN_OF_UNITS:
        return mean_of(values)
    if None in values or None in counts:
        return None
    return sum((n * value for n, value in zip(counts, values, strict=True)), Fraction(0)) / sum(counts)
