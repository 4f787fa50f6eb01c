"""The analyst's own words: `narasi.md`, told apart by its headings.

A heading (one to three `#`) names the section of the report that the text below it goes to: latar belakang, pelaksana,
metode, one per unsur, kekuatan dan kelemahan, kesimpulan, lampiran. Capitals and numbering ("2.1 Metode") do not matter. Text
that has no known heading is not printed, and a finding says so. Words that somebody meant to replace ("TODO", ".....") are
findings too.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from pathlib import Path

from skmlib.problems import DataError, Finding, Problem, name_rows, suggestion
from skmlib.survey.file_limits import TEXT_MAX, check_place, too_long

SIZE_MAX = 2**20
SECTIONS = ("latar belakang", "pelaksana", "metode", "kekuatan dan kelemahan", "kesimpulan", "lampiran")

_HEADING = re.compile(r" {0,3}(#{1,3})(?!#)(?P<gap>[ \t]*)(?P<title>.*)$")
_LINE_END = re.compile(r"\r\n|\r|\n")  # nothing else ends a line, as in the analyst's editor
_FENCE = re.compile(r" {0,3}(```|~~~)")
_NUMBERING = re.compile(r"^(?:bab\s+)?(?:[ivxlc]+|[a-z]|\d+(?:\.\d+)*)[.)]?\s+(?=\S)|^\d+[.)]\s*", re.IGNORECASE)
_UNSHOWN = re.compile(r"^\s*\||!\[")
_PLACEHOLDER = re.compile(
    r"\bCOBA\b|^\s*(?i:coba)\s*$|\.{4,}|\u2026{2,}|_{4,}|(?i:\bx{3,}\b|\bTODO\b|\bTBD\b|\blorem ipsum\b)"
    r"|(?i:\[(?:isi|diisi|tulis|masukkan|lengkapi)\b[^\]\n]{0,200}\](?!\())"
)


def read_narasi(path: Path, *, berkas: str | None = None) -> str | None:
    """Read the analyst's words.

    Parameters
    ----------
    path : Path
        `narasi.md`, UTF-8 with or without byte order mark.
    berkas : str, optional
        Its name for messages; the file's own name by default.

    Returns
    -------
    str or None
        The text, with line feeds only; None when there is no such file.

    Raises
    ------
    DataError
        When the file is not UTF-8, larger than `SIZE_MAX` bytes, a link out of its folder, or has a word of more than
        `TEXT_MAX` letters.
    """
    if not path.is_file():
        return None
    berkas = berkas or path.name
    check_place(path, berkas=berkas)
    if path.stat().st_size > SIZE_MAX:
        raise DataError([Problem(berkas, f"lebih dari {SIZE_MAX // 2**20} MB", "ringkaskan isinya")])
    try:
        text = path.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError as error:
        raise DataError([Problem(berkas, "bukan teks UTF-8", "simpan ulang sebagai UTF-8")]) from error
    if endless := list(_endless_words(text, berkas)):
        raise DataError(endless)
    return text


def _endless_words(text: str, berkas: str) -> Iterator[Problem]:
    """Find words that take minutes to set."""
    for number, line in enumerate(_LINE_END.split(text), start=1):
        longest = max(map(len, line.split()), default=0)
        if longest > TEXT_MAX:
            advice = "beri spasi atau hapus"
            yield Problem(berkas, f"tertulis kata {too_long(longest)}", advice, baris=number)


def parse_narasi(
    text: str, *, unsur_nama: Mapping[str, str], berkas: str, unsur_label: Mapping[str, str] | None = None
) -> tuple[dict[str, str], tuple[Finding, ...]]:
    r"""Tell the sections of the analyst's words apart.

    Parameters
    ----------
    text : str
        As read.
    unsur_nama : mapping of str to str
        The name of each unsur of the report.
    berkas : str
        File name for messages.
    unsur_label : mapping of str to str, optional
        The label of each unsur in the report, such as "U1".

    Returns
    -------
    sections : dict
        Text by section: a name of `SECTIONS` or the id of an unsur. Sections without text are left out.
    findings : tuple of Finding
        Text without heading, unknown and repeated headings, left-over placeholders, with line numbers.

    Examples
    --------
    >>> sections, findings = parse_narasi(
    ...     "## Metode\nDaring.\n## Biaya\nGratis.", unsur_nama={"biaya": "Biaya/tarif"}, berkas="narasi.md"
    ... )
    >>> sections, findings
    ({'metode': 'Daring.', 'biaya': 'Gratis.'}, ())
    """
    known = _known_headings(unsur_nama, unsur_label or {})
    parts = _split_at_headings(_LINE_END.split(text), known)
    sections: dict[str, str] = {}
    findings: list[Finding] = []
    for line, title, body in parts:
        key = None if title is None else _section_of(title, known)
        if key is None:
            findings += _lost_text(line, title, body, list(known.values()), unsur_nama, berkas)
            continue
        if key in sections:
            pesan = (
                f"Judul {title!r} ditulis lebih dari sekali (baris {line}) dan teksnya digabungkan; satukan bagian itu."
            )
            findings.append(Finding("judul_narasi_ganda", berkas, pesan, 1, (line,)))
        sections[key] = "\n\n".join(filter(None, [sections.get(key, ""), body]))
    filled = {key: body for key, body in sections.items() if body}
    return filled, (*findings, *_placeholder_findings(text, berkas), *_unshown_findings(text, berkas))


def find_placeholders(text: str) -> tuple[tuple[int, str], ...]:
    r"""Find words that somebody meant to replace.

    Parameters
    ----------
    text : str
        What the analyst wrote.

    Returns
    -------
    tuple of (int, str)
        Line (from 1) and what stands there.

    Examples
    --------
    >>> find_placeholders("Dilaksanakan di .....\noleh [isi nama tim]")
    ((1, '.....'), (2, '[isi nama tim]'))
    """
    return tuple(
        (number, match[0].strip())
        for number, line in enumerate(_LINE_END.split(text), start=1)
        for match in _PLACEHOLDER.finditer(line)
    )


def _unshown_findings(text: str, berkas: str) -> list[Finding]:
    """Tell tables and pictures, which the report shows as they were typed."""
    lines = tuple(number for number, line in enumerate(_LINE_END.split(text), start=1) if _UNSHOWN.search(line))
    if not lines:
        return []
    pesan = f"{len(lines)} baris memuat tabel atau gambar Markdown ({name_rows(lines)}), yang dicetak seperti diketik; hapus."
    return [Finding("narasi_tidak_didukung", berkas, pesan, len(lines), lines)]


def _fold(title: str) -> str:
    """Bring a heading to the form in which two spellings of it are equal."""
    return " ".join(title.strip(" \t:*_").casefold().split())


def _known_headings(unsur_nama: Mapping[str, str], unsur_label: Mapping[str, str]) -> dict[str, str]:
    """Give the section of each heading that is known, folded."""
    known = {section: section for section in SECTIONS}
    for unsur, name in unsur_nama.items():
        label = unsur_label.get(unsur)
        known |= {_fold(unsur): unsur, _fold(name): unsur}
        if label:
            known |= {_fold(label): unsur, **{f"{_fold(label)} {_fold(word)}": unsur for word in (unsur, name)}}
    return known


def _section_of(title: str, known: Mapping[str, str]) -> str | None:
    """Name the section of a heading, with or without numbering."""
    folded = _fold(title)
    return known.get(folded) or known.get(_NUMBERING.sub("", folded, count=1))


def _split_at_headings(lines: list[str], known: Mapping[str, str]) -> list[tuple[int, str | None, str]]:
    """Cut the text at its headings: line and title of each (None before the first), and the text below."""
    parts: list[tuple[int, str | None, list[str]]] = [(1, None, [])]
    is_fenced = False
    for number, line in enumerate(lines, start=1):
        is_fenced ^= bool(_FENCE.match(line))
        heading = None if is_fenced else _HEADING.match(line)
        title = heading["title"].rstrip(" \t").rstrip("#").rstrip(" \t") if heading else ""
        if heading and (heading["gap"] or _section_of(title, known)):
            parts.append((number, title, []))
        else:
            parts[-1][2].append(line)
    return [(number, title, "\n".join(body).strip(" \t\n")) for number, title, body in parts]


def _lost_text(
    line: int, title: str | None, body: str, keys: list[str], unsur_nama: Mapping[str, str], berkas: str
) -> list[Finding]:
    """Tell of text that goes nowhere; nothing before the first heading is no loss."""
    rows = len([row for row in body.split("\n") if row.strip()])
    if title is None:
        pesan = f"{rows} baris teks sebelum judul pertama tidak dimuat dalam laporan; beri judul bagian di atasnya."
        return [Finding("narasi_tanpa_judul", berkas, pesan, rows, (line,))] if rows else []
    headings = [*SECTIONS, *(unsur_nama.get(key, key) for key in dict.fromkeys(keys) if key not in SECTIONS)]
    advice = suggestion(_NUMBERING.sub("", _fold(title), count=1), [*headings, *keys])
    lost = f"{rows} baris teks di bawahnya tidak dimuat dalam laporan" if rows else "tidak ada teks di bawahnya"
    known = f"judul yang dikenal: {', '.join(map(repr, headings))}"
    pesan = f"Judul {title!r} (baris {line}) tidak dikenal dan {lost}; {known}." + (f" {advice}" if advice else "")
    return [Finding("judul_narasi_tidak_dikenal", berkas, pesan, max(rows, 1), (line,))]


def _placeholder_findings(text: str, berkas: str) -> list[Finding]:
    """Tell of left-over placeholders with their lines."""
    places = find_placeholders(text)
    if not places:
        return []
    listed = ", ".join(f"{word!r} pada baris {line}" for line, word in places)
    pesan = f"{len(places)} isian sementara masih tertinggal: {listed}; ganti dengan teks yang sebenarnya."
    return [Finding("isian_sementara", berkas, pesan, len(places), tuple(dict.fromkeys(line for line, _ in places)))]
