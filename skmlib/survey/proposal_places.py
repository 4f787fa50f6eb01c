"""The part of a proposal that says where the answers stand: one file and its sheet, or phases.

Sheet and heading row are written only where the reader would not find the same place from the proposed headings. Several sheets
or files are proposed as `tahap`; where their names may be services and no column says so, as `layanan` too.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from skmlib.parameters.proposal_text import Marked, marked
from skmlib.parameters.values import file_name
from skmlib.problems import DataError
from skmlib.survey.column_roles import Roles
from skmlib.survey.export import is_personal
from skmlib.survey.guess_phases import Phases
from skmlib.survey.guess_sheets import LeftOut, Phase
from skmlib.survey.headings import PHASE_HEADING
from skmlib.survey.phase_names import may_be_services
from skmlib.survey.table_file import read_table

PHASES_MARK = (
    "{n} {noun} berjudul sama diusulkan sebagai tahap dan dibaca bersama; hapus baris {noun} yang bukan bagian "
    "survei ini"
)
LEFT_MARK = (
    "tidak ikut dibaca: {left}; bila itu bagian survei ini, betulkan judulnya dan sebut setiap {noun} pada 'tahap'"
)
EXTRA_MARK = "kolom {name!r} tampak menanyakan {unsur}, hanya ada pada {holders}, dan tidak dipakai"
SERVICE_MARK = (
    "nama tahap diusulkan sebagai layanan, sebab tidak ada kolom layanan; bila bukan, hapus 'layanan', atau pindahkan ke "
    "'profil' bila misalnya cabang"
)


def propose_places(phases: Phases, roles: Roles) -> dict[str, Any]:
    """Propose the first keys of `data`.

    Parameters
    ----------
    phases : Phases
        From `read_phases`.
    roles : Roles
        Of the columns.

    Returns
    -------
    dict
        `responden`, or `tahap`; `lembar` and `baris_judul` where they are needed.
    """
    doubtful = [other for other in phases.left_out if other.is_doubtful]
    if len(phases.phases) == 1:
        [phase] = phases.phases
        content: dict[str, Any] = {"responden": file_name(phase.place.path.name)} | _where(
            phase, _wanted(phases, roles)
        )
        key = "lembar" if "lembar" in content else "responden"
        said = LEFT_MARK.format(left=_name_left(doubtful), noun=phases.noun) if doubtful else ""
        return content | {key: marked(content[key], said)}
    tahap = []
    for phase in phases.phases:
        entry = {"nama": phase.nama, "responden": file_name(phase.place.path.name)}
        tahap.append(entry | ({"lembar": phase.place.lembar} if phase.place.lembar else {}))
    sentence = PHASES_MARK.format(n=len(tahap), noun=phases.noun)
    sentence += f"; tidak ikut: {_name_left(phases.left_out)}" if phases.left_out else ""
    return {"tahap": Marked(tahap, (sentence, *_extra_marks(phases)))} | _heading_row(phases, roles)


def propose_services(phases: Phases, roles: Roles) -> dict[str, Any] | None:
    """Propose the names of the phases as services.

    Parameters
    ----------
    phases : Phases
        From `read_phases`.
    roles : Roles
        Of the columns.

    Returns
    -------
    dict or None
        None where there is a column of services, or the names say when or where answers were typed.
    """
    names = [phase.nama for phase in phases.phases]
    if len(names) == 1 or "layanan" in roles.groups or not may_be_services(names):
        return None
    return {"kolom": PHASE_HEADING, "kategori": Marked(names, (SERVICE_MARK,))}


def tell_phases(phases: Phases) -> tuple[str, ...]:
    """Say how many rows each phase has, what was left out and how the files were read.

    Parameters
    ----------
    phases : Phases
        From `read_phases`.

    Returns
    -------
    tuple of str
    """
    if len(phases.phases) == 1:
        left = [other for other in phases.left_out if not other.is_doubtful]
        said = (f"{phases.noun.capitalize()} lain berjudul sama tidak dibaca: {_name_left(left)}.",) if left else ()
        return (*phases.phases[0].told, *said)
    told = [f"Tahap {phase.nama!r}: {len(phase.cells)} baris dari {_spell_place(phase)}." for phase in phases.phases]
    names: dict[str, list[str]] = {}
    for phase in phases.phases:
        for sentence in phase.told:
            names.setdefault(sentence, []).append(phase.nama)
    told += [
        sentence if len(found) == len(phases.phases) else f"Pada {', '.join(map(repr, found))}: {sentence}"
        for sentence, found in names.items()
    ]
    return tuple(told)


def name_extra(phases: Phases) -> list[tuple[str, str]]:
    """Name the columns that not every phase has.

    Parameters
    ----------
    phases : Phases
        From `read_phases`.

    Returns
    -------
    list of (str, str)
        Heading and role, in Indonesian.
    """
    return [
        (name, "data pribadi, tidak dibaca")
        if is_personal(name)
        else (name, f"tidak dipakai, hanya ada pada {', '.join(map(repr, holders))}")
        for name, holders in phases.extra.items()
    ]


def _name_left(left_out: Iterable[LeftOut]) -> str:
    """Name what was left out, with the reason."""
    return ", ".join(f"{other.nama!r} ({other.reason})" for other in left_out)


def _spell_place(phase: Phase) -> str:
    """Name file and sheet of a phase."""
    sheet = f", lembar {phase.place.lembar!r}" if phase.place.lembar else ""
    return f"{phase.place.path.name!r}{sheet}"


def _extra_marks(phases: Phases) -> list[str]:
    """Mark the columns of unsur that not every phase has."""
    marks = {}
    for phase in phases.phases:
        for unsur, names in phase.unsur.items():
            for name in names:
                holders = phases.extra.get(name)
                if holders:
                    marks[name] = EXTRA_MARK.format(name=name, unsur=unsur, holders=", ".join(map(repr, holders)))
    return list(marks.values())


def _wanted(phases: Phases, roles: Roles) -> list[str]:
    """List the headings by which the reader looks for the table."""
    if phases.panjang:
        return list(phases.panjang.model_dump().values())
    wanted = [name for names in roles.unsur.columns.values() for name in names]
    return [*wanted, *roles.groups.values(), *(name for name in (roles.waktu, roles.komentar) if name)]


def _where(phase: Phase, wanted: list[str]) -> dict[str, str]:
    """Name sheet and row of the heading where the reader would look elsewhere."""
    place = phase.place
    named = {"lembar": place.lembar} if place.lembar else {}
    options: tuple[dict[str, Any], ...] = ({}, named, {"baris_judul": place.baris_judul})
    for option in (*options, {**named, "baris_judul": place.baris_judul}):
        if _is_found(phase, wanted, option):
            return {key: str(value) for key, value in option.items()}
    return {key: str(value) for key, value in {**named, "baris_judul": place.baris_judul}.items()}


def _heading_row(phases: Phases, roles: Roles) -> dict[str, str]:
    """Name the row of the headings where the reader would look elsewhere and all phases have the same."""
    wanted, rows = _wanted(phases, roles), {phase.place.baris_judul for phase in phases.phases}
    is_found = all(_is_found(phase, wanted, {"lembar": phase.place.lembar}) for phase in phases.phases)
    return {} if is_found or len(rows) > 1 else {"baris_judul": str(rows.pop())}


def _is_found(phase: Phase, wanted: list[str], option: dict[str, Any]) -> bool:
    """Tell whether the reader finds the same table."""
    table = phase.place.table
    try:
        found = read_table(phase.place.path, berkas=table.berkas, wanted=wanted, **option).without_repeats()
    except DataError:
        return False
    return found.headings == table.headings and found.rows == table.rows
