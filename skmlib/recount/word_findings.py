"""Findings about what the analyst wrote and about files that nobody reads (method, section 13; data dictionary, section 5)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from types import MappingProxyType
from typing import Any

from skmlib.recount.actions import FILE
from skmlib.recount.found import Found
from skmlib.recount.respondents import Survey
from skmlib.recount.table import read_table

WORDS, COMMENTS = "narasi.md", "komentar.csv"
SECTIONS = {"latar belakang", "pelaksana", "metode", "kekuatan dan kelemahan", "kesimpulan", "lampiran"}
NAMES = {
    "persyaratan": "Persyaratan",
    "prosedur": "Sistem, mekanisme, dan prosedur",
    "waktu": "Waktu penyelesaian",
    "biaya": "Biaya/tarif",
    "produk": "Produk spesifikasi jenis pelayanan",
    "kompetensi": "Kompetensi pelaksana",
    "perilaku": "Perilaku pelaksana",
    "pengaduan": "Penanganan pengaduan, saran, dan masukan",
    "sarana": "Sarana dan prasarana",
}
TITLE = re.compile(r" {0,3}#{1,3}(?!#)([ \t]*)(.*)")
NUMBER = re.compile(r"(?:bab\s+)?(?:[ivxlc]+|[a-z]|\d+(?:\.\d+)*)[.)]?\s+(?=\S)|\d+[.)]")
CODE = re.compile(r" {0,3}(?:```|~~~)")
TABLE = re.compile(r"\s*\||.*!\[")
LEFT_OVER = re.compile(
    r"\[(?i:isi|diisi|tulis|masukkan|lengkapi)\b[^\]]{0,200}\](?!\()|\.{4,}|\u2026{2,}|_{4,}"
    r"|\bCOBA\b|(?i:\bx{3,}\b|\btodo\b|\btbd\b|\blorem ipsum\b|^\s*coba\s*$)"
)


def word_findings(survey: Survey) -> Iterator[Found]:
    """Find what `narasi.md` loses or still has to say, and files that are not read.

    Parameters
    ----------
    survey : Survey
        Of one period or of several.

    Yields
    ------
    Found
        In the order of the text, then of the names of the files.
    """
    folder = f"data/{survey.periode}/{survey.unit}"
    yield from narasi_findings(survey.root, folder, titles_of(survey.parameters["unsur"]))
    yield from stray_files(survey.root, folder, known=_read(survey))


def narasi_findings(root: Path, folder: str, titles: Mapping[str, str]) -> Iterator[Found]:
    """Find what the words of a report lose or still have to say.

    Parameters
    ----------
    root : Path
        The project folder.
    folder : str
        The data folder of the report, from there on.
    titles : mapping
        From `titles_of`.

    Yields
    ------
    Found
        In the order of the text; none without words.
    """
    path = root / folder / WORDS
    lines = re.split(r"\r\n|\r|\n", path.read_text(encoding="utf-8-sig")) if path.is_file() else []
    for kind, n in (*_of_sections(lines, titles), *_of_lines(lines)):
        if n:
            yield Found(kind, f"{folder}/{WORDS}", n)


def titles_of(
    unsur: Mapping[str, Mapping[str, Any]], units: Mapping[str, str] = MappingProxyType({})
) -> dict[str, str]:
    """Give the section of each title: the six, each unsur by id, name and label, also both, and each unit by id and name.

    Parameters
    ----------
    unsur : mapping
        As the parameters tell them.
    units : mapping
        Of a recap: names by id.

    Returns
    -------
    dict
        By folded title.
    """
    titles = {section: section for section in SECTIONS}
    for name, told in unsur.items():
        label, names = _fold(told["label"]), [_fold(name), _fold(told.get("nama") or NAMES[name])]
        titles |= dict.fromkeys([*names, label, *(f"{label} {one}" for one in names)], name)
    for name, told in units.items():
        titles |= dict.fromkeys([_fold(name), _fold(told)], name)
    return titles


def stray_files(root: Path, folder: str, *, known: set[str]) -> Iterator[Found]:
    """Find the files of a data folder that are not read.

    Parameters
    ----------
    root : Path
        The project folder.
    folder : str
        The data folder, from there on.
    known : set of str
        Names of the files that are read.

    Yields
    ------
    Found
        Hidden files, and those of programs that have one open, apart.
    """
    paths = sorted((root / folder).glob("*"), key=lambda path: path.name)
    for path in paths:
        if path.is_file() and not path.name.startswith((".", "~")) and path.name not in known:
            yield Found("berkas_tidak_dibaca", f"{folder}/{path.name}")


def _read(survey: Survey) -> set[str]:
    """Name the files of the data folder that are read; answers and comments of periods put together stand in theirs."""
    names = {WORDS, FILE}
    if not survey.parts:
        names |= {COMMENTS, *(Path(file.path).name for file in survey.files)}
    path = survey.root / "data" / survey.periode / survey.unit / FILE
    rows = read_table(path, ["periode", "nomor", "status"]) if path.is_file() else []
    return names | {name.strip() for row in rows for name in row.by_heading.get("foto", "").split(";")}


def _of_sections(lines: list[str], known: Mapping[str, str]) -> Iterator[tuple[str, int]]:
    """Count the lines that no section takes, and the titles that stand again."""
    met: set[str] = set()
    for title, n in _cut(lines, known):
        section = _section(title, known) if title is not None else None
        if title is None:
            yield "narasi_tanpa_judul", n
        elif section is None:
            yield "judul_narasi_tidak_dikenal", max(n, 1)
        elif section in met:
            yield "judul_narasi_ganda", 1
        met |= {section} if section else set()


def _cut(lines: list[str], known: Mapping[str, str]) -> list[tuple[str | None, int]]:
    """Cut a text at its titles: each with the number of lines below it that hold anything; None before the first."""
    parts: list[tuple[str | None, int]] = [(None, 0)]
    is_code = False
    for line in lines:
        is_code ^= CODE.match(line) is not None
        found = None if is_code else TITLE.match(line)
        title = found[2].rstrip(" \t").rstrip("#") if found else ""
        if found and (found[1] or _section(title, known)):
            parts.append((title, 0))
        elif line.strip():
            parts[-1] = parts[-1][0], parts[-1][1] + 1
    return parts


def _of_lines(lines: list[str]) -> Iterator[tuple[str, int]]:
    """Count what somebody meant to replace, and lines with tables or pictures."""
    yield "isian_sementara", sum(len(LEFT_OVER.findall(line)) for line in lines)
    yield "narasi_tidak_didukung", sum(TABLE.match(line) is not None for line in lines)


def _section(title: str, known: Mapping[str, str]) -> str | None:
    """Give the section of a title, with or without a number before it."""
    folded = _fold(title)
    return known.get(folded) or known.get(_fold(NUMBER.sub("", folded, count=1)) if NUMBER.match(folded) else "")


def _fold(title: str) -> str:
    """Bring a title to the form in which capitals, spaces and marks around it do not matter."""
    return " ".join(title.strip(" \t:*_").casefold().split())
