"""The first files of a new unit: its parameters as proposed from an export, its agency, and the export in its folder.

Nothing that exists is overwritten. What the export cannot say (the unit's name, its population, who signs) stands in the
file as a question mark on a marked line.
"""

from __future__ import annotations

import dataclasses
import datetime
import shutil
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from skmlib.parameters.marks import PLACEHOLDER, find_marks
from skmlib.parameters.periods import PERIODE_PATTERN, near_of, span_of
from skmlib.parameters.proposal_text import Marked, spell_proposal
from skmlib.parameters.values import SLUG_PATTERN
from skmlib.pipeline.export_files import name_exports, tell_exports
from skmlib.problems import DataError, Problem
from skmlib.survey.guess_siblings import tell_siblings
from skmlib.survey.proposal import Proposal, read_proposal

TITLE = "Usulan dari {berkas}: putuskan setiap tanda PERIKSA, lalu hapus tandanya."
AGENCY_TITLE = "Instansi; dipakai oleh semua unitnya."


@dataclasses.dataclass(frozen=True)
class NewUnit:
    """The files of a new unit.

    Attributes
    ----------
    unit, periode : str
        Identity of the report.
    exports : dict of str to Path
        Where each file of the export comes from, by its path relative to the project folder.
    proposal : Proposal
        What was recognised.
    texts : dict of str to str
        Parameter files to write, by their path relative to the project folder.
    marks : tuple of (str, int, str)
        File, line and sentence of each mark.
    """

    unit: str
    periode: str
    exports: dict[str, Path]
    proposal: Proposal
    texts: dict[str, str]
    marks: tuple[tuple[str, int, str], ...]


def read_new_unit(paths: Sequence[Path], *, unit: str, periode: str, root: Path, agency: str | None = None) -> NewUnit:
    """Look at an export and prepare the files of its unit; nothing is written.

    Parameters
    ----------
    paths : sequence of Path
        The export: one file or several.
    unit, periode : str
        Identity of the report.
    root : Path
        The project folder.
    agency : str, optional
        Short code of the agency; the only one there is, else the unit's own code, which is marked.

    Returns
    -------
    NewUnit

    Raises
    ------
    DataError
        When a code does not fit, the parameters exist, another file stands in the way, or the export cannot be used.
    """
    _check_codes(unit, periode, agency)
    berkas = f"params/{periode}/{unit}.yml"
    if (root / berkas).exists():
        what, advice = (
            "berkas ini sudah ada dan tidak ditimpa",
            "ubah isinya, atau pindahkan dahulu bila ingin usulan baru",
        )
        raise DataError([Problem(berkas, what, advice)])
    named = name_exports(paths, f"data/{periode}/{unit}", root)
    sources = {name if (root / name).exists() else path.name: path for name, path in named.items()}
    proposal = read_proposal(sources, periode=periode)
    exports = {name: path for name, path in named.items() if path in proposal.files}
    told = tell_siblings(paths[0], proposal.asked) if len(paths) == 1 else ()
    proposal = dataclasses.replace(proposal, told=(*proposal.told, *told))
    agencies = sorted(file.stem for file in (root / "params" / "instansi").glob("*.yml"))
    instansi, sentence = _agency(agency, agencies, unit)
    content = _head(proposal, periode, instansi, sentence) | proposal.content | _tail()
    texts = {berkas: spell_proposal(content, title=TITLE.format(berkas=tell_exports(exports)))}
    if instansi not in agencies:
        agency_name = {"nama": Marked(PLACEHOLDER, ("tulis nama resmi instansi",))}
        texts[f"params/instansi/{instansi}.yml"] = spell_proposal(agency_name, title=AGENCY_TITLE)
    marks = tuple((name, line, said) for name, text in texts.items() for line, said in find_marks(text))
    return NewUnit(unit, periode, exports, proposal, texts, marks)


def write_new_unit(new: NewUnit, *, root: Path) -> None:
    """Copy the export into its folder and write the parameter files.

    Parameters
    ----------
    new : NewUnit
        From `read_new_unit`.
    root : Path
        The project folder.
    """
    for name, path in new.exports.items():
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        if not (root / name).exists():
            shutil.copyfile(path, root / name)
    for name, text in new.texts.items():
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        with (root / name).open("x", encoding="utf-8", newline="\n") as file:
            file.write(text)


def _check_codes(unit: str, periode: str, agency: str | None) -> None:
    """Refuse codes that cannot name a folder."""
    problems = []
    if not PERIODE_PATTERN.fullmatch(periode):
        problems.append(
            Problem("--periode", f"tertulis {periode!r}", "seharusnya seperti '2025', '2025-S1', atau '2025-TW3'")
        )
    for option, code in {"--unit": unit, "--agency": agency}.items():
        if code is not None and not SLUG_PATTERN.fullmatch(code):
            allowed = "seharusnya seperti 'dinas-kesehatan' (huruf kecil, angka, tanda hubung)"
            problems.append(Problem(option, f"tertulis {code!r}", allowed))
    if problems:
        raise DataError(problems)


def _agency(agency: str | None, agencies: list[str], unit: str) -> tuple[str, str]:
    """Choose the agency, and what to say when it is only a guess."""
    if agency is not None:
        return agency, ""
    if len(agencies) == 1:
        return agencies[0], ""
    return unit, "kode instansi belum diketahui; tulis nama berkas di params/instansi tanpa '.yml'"


def _head(proposal: Proposal, periode: str, instansi: str, sentence: str) -> dict[str, Any]:
    """Give the first keys: who, when, where."""
    first, last = span_of(periode)
    days = proposal.days
    found = "dari cap waktu di berkas" if days else "dari periode, sebab berkas tidak memuat cap waktu"
    collected = Marked(
        _span(*((days[0], days[-1]) if days else (first, last))),
        (f"masa pengumpulan jawaban; ini usulan {found}{_tell_far(days, periode)}",),
    )
    return {
        "instansi": Marked(instansi, (sentence,)) if sentence else instansi,
        "nama": Marked(PLACEHOLDER, ("tulis nama resmi unit",)),
        "periode": {
            "pelayanan": Marked(_span(first, last), ("masa pelayanan yang dinilai; ini usulan dari periode",)),
            "pengumpulan": collected,
        },
        "populasi": Marked(
            PLACEHOLDER, ("tulis jumlah pengguna layanan pada periode ini, atau hapus baris ini bila tidak diketahui",)
        ),
        "metode": Marked(PLACEHOLDER, ("tulis cara survei, misalnya 'Survei daring melalui formulir elektronik'",)),
        "lokasi": Marked(PLACEHOLDER, ("tulis tempat pengumpulan jawaban",)),
    }


def _tell_far(days: Sequence[datetime.date], periode: str) -> str:
    """Say which of the days that were found lie far from the period."""
    first, last = near_of(periode)
    far = [day for day in days if not first <= day <= last]
    if not far:
        return ""
    which = f"{far[0]}" if far[0] == far[-1] else f"{far[0]} sampai {far[-1]}"
    what = f"{len(far)} dari {len(days)} cap waktu ({which}) jauh dari periode {periode}"
    return f"; {what}, pastikan berkas, periode, dan 'urutan_tanggal' benar"


def _span(first: Any, last: Any) -> Mapping[str, str]:
    """Spell a range of days."""
    return {"mulai": str(first), "selesai": str(last)}


def _tail() -> dict[str, Any]:
    """Give the last keys: who signs."""
    return {
        "pengesahan": {
            "tempat": Marked(PLACEHOLDER, ("tulis tempat penandatanganan",)),
            "tanggal": Marked(PLACEHOLDER, ("tulis tanggal laporan, misalnya 2025-07-31",)),
            "jabatan": Marked(PLACEHOLDER, ("tulis jabatan yang menandatangani",)),
        }
    }
