"""Reading a published report to be audited: YAML in either layout, or a CSV of unit rows.

The YAML has the keys of `skmlib.parameters.audit_models`, or those of an English layout (`english_layout`). The CSV is the
published table of a recap: `nama`, a column for each unsur, and `ni`, `ikm`, `mutu`, `responden`, `populasi`, `prioritas`
(several with ";") as far as they are printed; the row "Rata-rata" is the mean that the table prints.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from skmlib.parameters.audit_models import Terbitan
from skmlib.parameters.loading import fit_model
from skmlib.parameters.yaml_file import YamlFile, read_yaml
from skmlib.problems import DataError, Problem, fold
from skmlib.survey.audit.english_layout import is_english, translate
from skmlib.survey.filled_tables import read_filled_table
from skmlib.survey.recap_table import MEAN_NAME
from skmlib.survey.rtl_checks import split_cell

COLUMNS = ("ni", "ikm", "mutu", "responden", "populasi", "prioritas")
UNUSED = ("metode", "rencana", "tindak_lanjut", "periode")


@dataclasses.dataclass(frozen=True)
class PublishedFile:
    """A published report as read, and where the file states what, by the places that verdicts name."""

    berkas: str
    report: Terbitan
    places: Mapping[str, str]

    def place_of(self, place: str) -> str:
        """Give the place in the file's own layout."""
        parts = place.split(".")
        for length in range(len(parts), 0, -1):
            known = self.places.get(".".join(parts[:length]))
            if known is not None:
                return known
        return place


def read_published_file(path: Path, *, berkas: str) -> PublishedFile:
    """Read a published report.

    Parameters
    ----------
    path : Path
        YAML or CSV.
    berkas : str
        Its name for messages.

    Returns
    -------
    PublishedFile

    Raises
    ------
    DataError
        With everything that cannot be read.
    """
    if not path.is_file():
        what = "ini folder" if path.is_dir() else "berkas ini tidak ada"
        raise DataError([Problem(berkas, what, "tulis nama berkas YAML atau CSV yang memuat angka laporan")])
    if path.suffix.casefold() == ".csv":
        source, places = _read_table(path, berkas), {}
    else:
        source, places = read_yaml(path, berkas=berkas), {}
        if not source.content:
            advice = "ketik angka laporan di dalamnya; lihat docs/panduan.md, bagian 17"
            raise DataError([Problem(berkas, "berkas ini kosong", advice)])
        if is_english(source.content):
            content, places = _translate(source)
            source = YamlFile(berkas, content, {})
    report = fit_model(Terbitan, source)
    problems = _check_scales(report, source)
    if problems:
        raise DataError(problems)
    return PublishedFile(berkas, report, places)


def _translate(source: YamlFile) -> tuple[dict[str, Any], dict[str, str]]:
    """Translate the English layout, and say when something in it stands elsewhere."""
    try:
        return translate(source.content)
    except (AttributeError, IndexError, KeyError, TypeError, ValueError) as error:
        what = "kunci-kunci berbahasa Inggris dengan susunan yang tidak dikenal"
        raise DataError([Problem(source.berkas, what, "tulis dengan kunci pada docs/panduan.md")]) from error


def _read_table(path: Path, berkas: str) -> YamlFile:
    """Read a CSV of unit rows as the content that a YAML file would have."""
    frame = read_filled_table(path, berkas=berkas)
    frame = frame.rename(columns={heading: _heading(heading) for heading in frame.columns})
    unsur = [heading for heading in frame.columns if heading not in ("nama", *COLUMNS, *UNUSED)]
    if "nama" not in frame.columns:
        what = "tidak memuat kolom 'nama'"
        advice = "tulis satu baris untuk setiap unit; jawaban per responden dihitung dengan 'skm tally'"
        raise DataError([Problem(berkas, what, advice)])
    content: dict[str, Any] = {"unit": {}}
    lines: dict[tuple[str | int, ...], int] = {}
    problems = []
    for row, cells in frame.iterrows():
        scores = {heading: cells[heading] for heading in unsur if cells[heading]}
        told = {key: cells[key] for key in COLUMNS if key in frame.columns and cells[key]}
        told |= {"unsur": scores} if scores else {}
        if "prioritas" in told:
            told["prioritas"] = list(split_cell(told["prioritas"]))
        if fold(cells["nama"]) == fold(MEAN_NAME):
            content |= told
            continue
        if not cells["nama"] or cells["nama"] in content["unit"]:
            what = f"nama {cells['nama']!r} sudah ada" if cells["nama"] else "kosong"
            problems.append(Problem(berkas, what, "beri setiap unit nama sendiri", int(row), "nama"))
        content["unit"][cells["nama"]] = told
        lines["unit", cells["nama"]] = int(row)
    if problems:
        raise DataError(problems)
    return YamlFile(berkas, content, lines)


def _heading(heading: str) -> str:
    """Give a known column its name, whatever its capitals."""
    return next((name for name in ("nama", *COLUMNS, *UNUSED) if fold(heading) == name), heading)


def _check_scales(report: Terbitan, source: YamlFile) -> list[Problem]:
    """Say which list of scores was torn apart by decimal commas: 3,53 between brackets is two numbers."""
    problems = []
    tables = {(): report} | {("survei", name): table for name, table in report.survei.items()}
    for path, table in tables.items():
        whole = [value for value in table.unsur.values() if value == value.to_integral_value() and value > 4]
        small = [value for value in table.unsur.values() if value <= 4]
        if whole and len(small) == len(whole) and len(whole) > 1:
            advice = (
                "di antara kurung, koma memisahkan nilai; tulis 3.53 dengan titik, atau satu nilai pada setiap baris"
            )
            what = f"tertulis {len(table.unsur)} nilai, separuhnya di atas 4"
            key = ".".join((*path, "unsur"))
            problems.append(Problem(source.berkas, what, advice, source.line_of((*path, "unsur")), key))
    return problems
