"""`skm new-period`: begin the next period of every unit from the one before.

What is written and what is left to the analyst is told unit by unit, in Indonesian. A unit whose old data have problems, or
whose new period has been begun, is told and passed over; the others go on, and the exit status says that not all were made.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import click
from rich.markup import escape

from skmlib.parameters.periods import PERIODE_PATTERN, is_after
from skmlib.parameters.project import RECAP, SURVEY, list_reports, read_kind
from skmlib.problems import DataError, Problem, suggestion

if TYPE_CHECKING:
    from skmlib.cli import Project
    from skmlib.pipeline.new_period import NewPeriod


@click.command("new-period")
@click.argument("periode")
@click.option("--from", "sebelumnya", required=True, metavar="PERIODE", help="The period to begin from.")
@click.option("--unit", "units", multiple=True, help="Only this unit; may be given several times. All by default.")
@click.option("--dry-run", is_flag=True, help="Show what would be written, and write nothing.")
@click.pass_obj
def new_period(project: Project, periode: str, sebelumnya: str, units: tuple[str, ...], dry_run: bool) -> None:
    """Begin a new PERIODE from an old one: parameters with marks to decide, the plan to report on, data folders."""
    from skmlib.pipeline.new_period import write_new_period

    chosen = _chosen(project, periode, sebelumnya, units)
    made: list[str] = []
    for unit in chosen:
        try:
            begun = _read(project, unit, periode, sebelumnya)
            if not dry_run:
                write_new_period(begun, root=project.root)
        except DataError as error:
            project.errors.print(f"[red]✗[/] {escape(f'{periode}/{unit}')}\n{escape(str(error))}")
            continue
        made.append(f"{periode}/{unit}")
        _show(project, begun, dry_run=dry_run)
    _show_next(project, made, dry_run=dry_run)
    if len(made) < len(chosen):
        project.errors.print(f"{len(chosen) - len(made)} dari {len(chosen)} unit tidak dibuat.", markup=False)
        raise SystemExit(1)


def _read(project: Project, unit: str, periode: str, sebelumnya: str) -> NewPeriod:
    """Read the old period of a survey or a recap; other reports are begun by hand."""
    from skmlib.pipeline.new_period import read_new_period
    from skmlib.pipeline.new_recap import read_new_recap

    readers = {SURVEY: read_new_period, RECAP: read_new_recap}
    kind = read_kind(unit, sebelumnya, root=project.root)
    if kind not in readers:
        what, berkas = f"laporan {kind!r} tidak dapat dibuat dari periode lalu", f"params/{sebelumnya}/{unit}.yml"
        advice = f"salin ke params/{periode}/ dan sesuaikan dengan tangan"
        raise DataError([Problem(berkas, what, advice)])
    return readers[kind](unit, periode, sebelumnya=sebelumnya, root=project.root)


def _chosen(project: Project, periode: str, sebelumnya: str, units: tuple[str, ...]) -> tuple[str, ...]:
    """Give the named units of the old period, or all; stop when the periods or a name do not fit."""
    known = [unit for name, unit in list_reports(project.root) if name == sebelumnya]
    wrong = [name for name in (periode, sebelumnya) if not PERIODE_PATTERN.fullmatch(name)]
    told = [f"{name!r}: bukan periode; tulis seperti '2025', '2025-S1', atau '2025-TW3'." for name in wrong]
    if not wrong and not is_after(periode, sebelumnya):
        told.append(f"{periode}: tidak sesudah {sebelumnya}; tulis periode yang dimulai setelah {sebelumnya} berakhir.")
    elif not wrong and not known:
        told.append(f"params/{sebelumnya}/: tidak ada berkas parameter; periksa periode pada '--from'.")
    elif not wrong:
        unknown = [unit for unit in units if unit not in known]
        told += [f"{unit!r}: tidak ada di params/{sebelumnya}/. {_hint(unit, known)}" for unit in unknown]
    for sentence in told:
        project.errors.print(sentence, markup=False)
    if told:
        raise SystemExit(2)
    return tuple(dict.fromkeys(units)) or tuple(known)


def _hint(unit: str, known: list[str]) -> str:
    """Ask whether the nearest unit was meant, or name those there are."""
    return suggestion(unit, known) or f"Yang ada: {', '.join(known)}."


def _show(project: Project, begun: NewPeriod, *, dry_run: bool) -> None:
    """Say what was written for a unit, and each mark."""
    verb = "akan dibuat" if dry_run else "dibuat"
    old = begun.sebelumnya
    lines = [f"{begun.berkas} {verb}, dengan {len(begun.marks)} tanda PERIKSA:"]
    lines += [f"  baris {line}: {sentence}" for line, sentence in begun.marks]
    if begun.riwayat is None:
        lines.append(f"Periode {old} tidak memiliki IKM, sehingga 'riwayat' tidak bertambah.")
    else:
        ni, ikm = (str(value).replace(".", ",") for value in (begun.riwayat.ni, begun.riwayat.ikm))
        lines.append(f"'riwayat' bertambah periode {old}: NI {ni}, IKM {ikm}, {begun.riwayat.responden} responden.")
    if begun.jenis == SURVEY:
        lines += _survey_lines(begun, verb)
    elif begun.responden:
        lines.append(f"{begun.data_folder}/ menunggu {', '.join(dict.fromkeys(begun.responden))}.")
    else:
        lines.append("Nilainya dihitung dari jawaban unit-unitnya; tidak ada berkas yang ditunggu.")
    project.console.print(f"[green]✓[/] {escape(f'{begun.periode}/{begun.unit}')} dari {old}")
    project.console.print("\n".join(f"  {line}" for line in lines), markup=False, soft_wrap=True)


def _survey_lines(begun: NewPeriod, verb: str) -> list[str]:
    """Say what was handed on of a survey, and what it waits for."""
    old, lines = begun.sebelumnya, []
    if begun.actions is None:
        lines.append(f"Periode {old} tidak memiliki rencana tindak lanjut; tindak_lanjut.csv tidak {verb}.")
    else:
        lines.append(f"{begun.data_folder}/tindak_lanjut.csv {verb}: {begun.n_actions} baris rencana periode {old}.")
    if begun.responden:
        lines.append(f"{begun.data_folder}/ menunggu {', '.join(dict.fromkeys(begun.responden))}.")
    else:
        lines.append("Jawaban dibaca dari periode yang disebut pada 'gabungan'; tidak ada ekspor yang ditunggu.")
    return lines


def _show_next(project: Project, made: list[str], *, dry_run: bool) -> None:
    """Say what is left to do."""
    if not made:
        return
    if dry_run:
        project.console.print("Belum ada yang ditulis; jalankan lagi tanpa --dry-run.", markup=False)
        return
    steps = (
        "Berikutnya, untuk setiap unit:",
        "  1. letakkan ekspor survei di folder datanya;",
        "  2. putuskan setiap tanda PERIKSA pada parameter, lalu hapus tandanya;",
        "  3. isi pelaksanaan rencana lama pada tindak_lanjut.csv dan tambahkan rencana baru;",
        f"  4. jalankan: skm check {' '.join(made)}",
        "narasi.md dan komentar.csv tidak disalin: teks dan komentar ditulis baru dari hasil periode ini.",
    )
    project.console.print("\n".join(steps), markup=False, soft_wrap=True)
