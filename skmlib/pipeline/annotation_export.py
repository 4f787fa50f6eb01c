"""The workbook an annotator fills in: one line per comment, drop-downs for the labels, and how to judge.

Only the three columns of labels can be edited; id and text are locked without a password, so that nothing else changes by
accident. The texts are masked and written as texts, never as formulas, with signs for what cannot be seen. A second sheet,
Petunjuk, says who the workbook is for, what the labels mean, and holds the list of unsur that the drop-down offers.
"""

from __future__ import annotations

import io
from pathlib import Path

import pandas as pd
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from skmlib.parameters import Parameters
from skmlib.pipeline.annotation_tasks import write_whole
from skmlib.pipeline.plain_workbook import PlainWorkbook
from skmlib.report import wording
from skmlib.survey.adjudication import KEPUTUSAN
from skmlib.survey.comment_labels import QUOTED, SENTIMEN
from skmlib.survey.no_comment import is_no_comment
from skmlib.survey.unseen import show_unseen

SHEET, GUIDE = "Komentar", "Petunjuk"
WIDTHS = {"id_responden": 17, "komentar": 80, "sentimen": 17, "unsur": 36, "kutip": 8}
OPINION_WIDTH = 20
LABELS = ("sentimen", "unsur", "kutip")
SENTIMEN_MEANING = {
    "positif": "Memuji, berterima kasih, atau menyatakan puas.",
    "netral": "Saran, pertanyaan, atau pernyataan tanpa pujian dan tanpa keluhan; juga bila pujian dan keluhan seimbang.",
    "negatif": "Mengeluh, mengkritik, atau menyatakan tidak puas; juga saran yang jelas lahir dari keluhan.",
    "tanpa_komentar": "Isian yang tidak mengatakan apa-apa, seperti '.', '-', 'tes', 'tidak ada'.",
}
RULES = (
    "Isi kolom sentimen, unsur, dan kutip pada lembar Komentar dengan memilih dari daftar; kolom lain terkunci.",
    "Satu komentar mendapat satu sentimen dan paling banyak satu unsur. Bila membicarakan dua hal, pilih yang utama.",
    "Kosongkan unsur bila komentar bersifat umum. Isi kutip dengan 'ya' bila komentar layak dikutip dalam laporan.",
    "Kosongkan sentimen bila belum dapat dinilai; komentar itu tetap dihitung sebagai belum dianotasi.",
    "Tanda seperti [nama] atau [telepon] menggantikan data pribadi. Bila masih ada yang terbaca, beri tahu analis.",
    "Simpan tetap sebagai XLSX dengan nama yang sama, lalu kembalikan kepada analis.",
)
ALONE = "Nilai setiap komentar sendiri, tanpa melihat pekerjaan anotator lain; perbedaan dibahas sesudahnya."
DECIDING = (
    "Berkas ini untuk keputusan akhir. Kolom paling kanan memuat label setiap anotator; isilah hanya komentar yang labelnya "
    "berbeda. Label di sini mengalahkan label anotator."
)


def unsur_choices(parameters: Parameters) -> dict[str, str]:
    """Name each unsur as an annotator chooses it: label and name.

    Parameters
    ----------
    parameters : Parameters
        Of the report.

    Returns
    -------
    dict of str to str
        Under the ids, in order.
    """
    names = parameters.nama_unsur
    return {unsur: show_unseen(f"{label} {names[unsur]}") for unsur, label in parameters.label_unsur.items()}


def write_annotation_workbook(tasks: pd.DataFrame, path: Path, *, parameters: Parameters, annotator: str) -> None:
    """Write the workbook of one annotator.

    Parameters
    ----------
    tasks : DataFrame
        From `select_tasks`: `id_responden`, `komentar`, `sentimen`, `unsur`, `kutip`, and what else there is to read.
    path : Path
        The XLSX file to write.
    parameters : Parameters
        Of the report.
    annotator : str
        Whose workbook it is.
    """
    title, created = f"Anotasi komentar {parameters.survei.nama}", parameters.survei.pengesahan.tanggal
    content = io.BytesIO()
    with PlainWorkbook(content, title=title, created=created, in_memory=True) as workbook:
        top = {"text_wrap": True, "valign": "top"}
        formats = {
            "title": workbook.add_format({"bold": True, "font_size": 14}),
            "heading": workbook.add_format({"bold": True, "bg_color": "#DCE6F1", "border": 1}),
            "id_responden": workbook.add_format(
                {"font_color": "#7F7F7F", "font_size": 8, "bg_color": "#F2F2F2", **top}
            ),
            "komentar": workbook.add_format(top),
            "label": workbook.add_format({"locked": False, "bg_color": "#FFFBE6", "border": 4, **top}),
            "text": workbook.add_format(top),
            "name": workbook.add_format({"bold": True, **top}),
        }
        sheet = workbook.add_worksheet(SHEET)
        first = _write_guide(workbook.add_worksheet(GUIDE), tasks, parameters, annotator, formats)
        _write_tasks(sheet, tasks, unsur_choices(parameters), formats)
        _add_lists(sheet, len(tasks), (first, first + len(parameters.unsur) - 1))
    write_whole(content.getvalue(), path)


def _write_tasks(sheet: Worksheet, tasks: pd.DataFrame, choices: dict[str, str], formats: dict[str, Format]) -> None:
    """Write one line per comment; all of it as text."""
    for column, name in enumerate(tasks):
        sheet.write_string(0, column, name, formats["heading"])
        sheet.set_column(column, column, WIDTHS.get(name, OPINION_WIDTH))
        style = formats["label"] if name in LABELS else formats.get(name, formats["text"])
        for row, text in enumerate(tasks[name], start=1):
            shown = choices.get(text, text) if name == "unsur" else text
            if shown:
                sheet.write_string(row, column, shown, style)
            else:
                sheet.write_blank(row, column, None, style)
    sheet.freeze_panes(1, 1)
    sheet.autofilter(0, 0, len(tasks), tasks.shape[1] - 1)
    sheet.protect("", {"autofilter": True, "format_columns": True, "format_rows": True})


def _add_lists(sheet: Worksheet, n: int, unsur_rows: tuple[int, int]) -> None:
    """Add the drop-downs; the unsur are those listed on the second sheet."""
    first, last = (row + 1 for row in unsur_rows)
    lists = {
        "sentimen": list(SENTIMEN),
        "unsur": f"={GUIDE}!$A${first}:$A${last}",
        "kutip": [QUOTED],
    }
    for name, source in lists.items():
        column = list(WIDTHS).index(name)
        rule = {
            "validate": "list",
            "source": source,
            "error_title": "Label tidak dikenal",
            "error_message": "Pilih dari daftar, atau kosongkan selnya.",
        }
        sheet.data_validation(1, column, n, column, rule)


def _write_guide(
    sheet: Worksheet, tasks: pd.DataFrame, parameters: Parameters, annotator: str, formats: dict[str, Format]
) -> int:
    """Write what the labels mean; give the row in which the list of unsur begins."""
    sheet.set_column(0, 0, 36)
    sheet.set_column(1, 1, 100)
    sheet.write_string(0, 0, "Menandai komentar survei", formats["title"])
    n = int(tasks["komentar"].map(is_no_comment).sum())
    suggested = (
        f"{n} isian tampaknya tidak mengatakan apa-apa; tidak diisi otomatis, beri label tanpa_komentar setelah dibaca.",
    )
    rules = (DECIDING if annotator == KEPUTUSAN else ALONE, *RULES, *(suggested if n else ()))
    rows = [
        ("Unit", parameters.survei.nama),
        ("Periode", wording.periode(parameters.periode)),
        ("Anotator", annotator),
        *((f"Aturan {number}", text) for number, text in enumerate(rules, start=1)),
        *((f"sentimen: {name}", SENTIMEN_MEANING[name]) for name in SENTIMEN),
    ]
    for row, (name, text) in enumerate(rows, start=1):
        sheet.write_string(row, 0, name, formats["name"])
        sheet.write_string(row, 1, text, formats["text"])
    first = len(rows) + 2
    sheet.write_string(first - 1, 0, "Unsur yang dapat dipilih", formats["name"])
    for row, choice in enumerate(unsur_choices(parameters).values(), start=first):
        sheet.write_string(row, 0, choice, formats["text"])
    sheet.protect("", {"format_columns": True, "format_rows": True})
    return first
