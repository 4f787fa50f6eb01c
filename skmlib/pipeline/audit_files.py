"""The files of an audit: JSON for programs, and one HTML page that asks no address for anything."""

from __future__ import annotations

import dataclasses
import json
from collections.abc import Sequence
from pathlib import Path

from skmlib.pipeline.pages import page_template, web_fonts
from skmlib.problems import DataError, Problem
from skmlib.report.audit import WORDS, audit_blocks, audit_sentences
from skmlib.report.blocks import Text
from skmlib.report.markup import Html, element, join_html, slug
from skmlib.survey.audit.reading import PublishedFile
from skmlib.survey.audit.verdicts import VERDICTS, Verdict

TITLE = "Pemeriksaan angka terbit"
ABOUT = (
    "Setiap angka tercetak dihitung ulang dari angka lain yang tercetak. Angka tercetak mewakili rentang setengah satuan angka "
    "terakhirnya; sebuah angka sesuai bila hitungan biasa memberinya, sesuai dengan cara lain bila pembulatan, bobot, atau "
    "pembagi lain memberinya, dan tidak sesuai bila tidak satu pun. Penjelasan salah ketik adalah kemungkinan, bukan bukti."
)


@dataclasses.dataclass(frozen=True)
class Heading:
    """A heading of the page: its level, words and identifier."""

    level: int
    text: str
    id: str


@dataclasses.dataclass(frozen=True)
class AuditPage:
    """What the template of a report shows."""

    meta: dict[str, str]
    headings: tuple[Heading, ...]
    html: Html
    cover: None = None


def audit_json(published: PublishedFile, verdicts: Sequence[Verdict]) -> str:
    """Write the verdicts for other programs.

    Parameters
    ----------
    published : PublishedFile
        What was read.
    verdicts : sequence of Verdict
        Of it; `tempat` is written in the layout of the file.

    Returns
    -------
    str
        JSON.
    """
    rows = [dataclasses.asdict(verdict) | {"tempat": published.place_of(verdict.tempat)} for verdict in verdicts]
    counts = {name: sum(verdict.putusan == name for verdict in verdicts) for name in VERDICTS}
    told = {"berkas": published.berkas, "putusan": counts, "temuan": rows}
    return json.dumps(told, ensure_ascii=False, indent=2) + "\n"


def audit_html(published: PublishedFile, verdicts: Sequence[Verdict]) -> str:
    """Write the page.

    Parameters
    ----------
    published : PublishedFile
        What was read.
    verdicts : sequence of Verdict
        Of it.

    Returns
    -------
    str
        One HTML page with everything escaped.
    """
    report = published.report
    meta = {"judul": TITLE, "unit": report.nama or report.instansi or published.berkas, "periode": report.periode or ""}
    headings = [Heading(1, WORDS[name], slug(WORDS[name])) for name in VERDICTS]
    told = [Text.plain(f"{meta['unit']} {meta['periode']}".strip(), *audit_sentences(verdicts), ABOUT).html()]
    for heading, name in zip(headings, VERDICTS, strict=True):
        told += [element("h2", heading.text, id=heading.id), audit_blocks(verdicts, name).html()]
    page = AuditPage(meta | {"instansi": report.instansi or ""}, tuple(headings), join_html(*told))
    return page_template("laporan").render(document=page, fonts=web_fonts())


def write_audit(path: Path, content: str) -> None:
    """Write a file of an audit.

    Parameters
    ----------
    path : Path
        Where to.
    content : str
        JSON or HTML.

    Raises
    ------
    DataError
        When it cannot be written.
    """
    try:
        path.write_text(content, encoding="utf-8", newline="\n")
    except OSError as error:
        what = f"tidak dapat ditulis ({error.strerror})"
        raise DataError([Problem(path.name, what, "periksa folder dan nama berkasnya")]) from error
