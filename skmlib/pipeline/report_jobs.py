"""What the processes of a build do: read the data of a unit, and make one of its reports.

Each function runs once, in a process of its own, and writes into the private folder of its unit only. What it begins it tells
as an event; what the parent must know to go on is told as plain data. The parent imports this module too, to name the
functions, so each of them imports what it needs itself.
"""

from __future__ import annotations

import dataclasses
import os
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

from skmlib.pipeline.manifest import LOCK, Facts
from skmlib.pipeline.running_job import Place
from skmlib.survey import handed_over, provenance

if TYPE_CHECKING:
    from skmlib.parameters.models import Model
    from skmlib.pipeline.exporters import SkmExporter
    from skmlib.pipeline.kinds import Source

NOTEBOOKS = {
    "laporan-skm": "notebooks/laporan_skm.ipynb",
    "tindak-lanjut": "notebooks/tindak_lanjut.ipynb",
    "publikasi": "notebooks/publikasi.ipynb",
    "rekap": "notebooks/rekap.ipynb",
    "kinerja": "notebooks/kinerja.ipynb",
}
ENGINE = "skm"
WORD = "docx"
FORMS = ("html", "pdf")


@dataclasses.dataclass(frozen=True)
class ReportOrder:
    """What a process is told: whose reports, where, in which forms, and how long a cell may run.

    Attributes
    ----------
    unit, periode : str
        Identity of the reports.
    root : Path
        The project folder.
    work : Path
        The private folder to write into.
    forms : tuple of str
        `"html"`, `"pdf"` and, where it is asked for, `"docx"`.
    cell_limit : int or None
        Seconds that a cell may take.
    data : bytes
        What was read and computed for all reports of the unit; each does so anew when there is nothing.
    is_crowded : bool
        Whether as many other units wait as there are processes. Then one process makes the only report of a unit, and it uses
        one thread: nothing would begin sooner in another.
    """

    unit: str
    periode: str
    root: Path
    work: Path
    forms: tuple[str, ...] = FORMS
    cell_limit: int | None = None
    data: bytes = b""
    is_crowded: bool = False


@dataclasses.dataclass(frozen=True)
class DataRead:
    """What is told once the data of a unit are read: what the parent must know, and which reports others make of the data."""

    facts: Facts
    data: bytes
    laporan: tuple[str, ...]


def read_data(tell: Callable[[Any], None], order: ReportOrder) -> None:
    """Read and check the data of a unit, compute from them, tell `DataRead`, and write the files that stand beside its reports.

    The only report of a unit is made here too while other units wait.

    Parameters
    ----------
    tell : callable
        Told the data, and the name of each stage as it begins.
    order : ReportOrder
        Whose and where.

    Raises
    ------
    DataError
        With every problem of the data.
    ExecutionError
        When a cell of a report that is made here raises.
    """
    from skmlib.pipeline.kinds import read_source

    tell("memeriksa data")
    source = read_source(order.unit, order.periode, root=order.root)
    facts, data = facts_of(source), handed_over.pack(source.data, source.summarise())
    here = facts.laporan if order.is_crowded and len(facts.laporan) == 1 else ()
    tell(DataRead(facts, b"" if here else data, laporan=() if here else facts.laporan))
    tell("menulis olah data")
    source.write_files(order.work)
    for name in here:
        make_report(tell, name, dataclasses.replace(order, data=data))


def make_report(tell: Callable[[Any], None], name: str, order: ReportOrder) -> None:
    """Execute one notebook and render it to each form.

    Parameters
    ----------
    tell : callable
        Told the name of each stage as it begins.
    name : str
        The report.
    order : ReportOrder
        Whose, where and in which forms.

    Raises
    ------
    ExecutionError
        When a cell of the notebook raises.
    """
    from skmlib.pipeline.document import REPORT_FORM
    from skmlib.pipeline.execution import execute_report
    from skmlib.pipeline.exporters import SkmHtmlExporter, SkmPdfExporter

    executed = order.work / f"{name}.ipynb"
    if order.data:
        handed_over.hand_over(order.data, order.unit, order.periode, root=order.root)
    tell(f"menjalankan {name}")
    source, told = order.root / NOTEBOOKS[name], {"unit": order.unit, "periode": order.periode}
    told |= {"engine": ENGINE, "cell_limit": order.cell_limit}
    notebook = execute_report(
        source, executed, root=order.root, on_cell=lambda cell: tell(Place(f"sel '{cell}'")), **told
    )
    if order.is_crowded:
        os.environ["RAYON_NUM_THREADS"] = "1"  # of Typst
    exporters: list[SkmExporter] = [SkmHtmlExporter(), SkmPdfExporter()]
    document, resources = exporters[0].read(notebook, {"metadata": {"name": name}})
    if WORD in order.forms and document.form == REPORT_FORM:  # a poster has no Word form
        from skmlib.pipeline.word import SkmDocxExporter

        exporters.append(SkmDocxExporter())
    for exporter in exporters:
        tell(f"menyusun {name} {exporter.file_extension.lstrip('.').upper()}")
        content = exporter.render(document, resources)
        target = executed.with_suffix(exporter.file_extension)
        target.write_bytes(content if isinstance(content, bytes) else content.encode("utf-8"))


def facts_of(source: Source) -> Facts:
    """Take from checked data what is known of the reports without their notebooks.

    Parameters
    ----------
    source : Source
        Read and checked.

    Returns
    -------
    Facts
        With hashes of the notebooks and the lock file as they are now.
    """
    data = source.data
    parameters, own = data.parameters, data.parameters.own
    names = (*(NOTEBOOKS[name] for name in own.laporan), LOCK)
    present = [name for name in names if (parameters.root / name).is_file()]
    return Facts(
        unit=parameters.unit,
        periode=parameters.periode,
        laporan=own.laporan,
        findings=len(data.findings),
        provenance=data.provenance,
        scripts=tuple(provenance.read_source(parameters.root / name, berkas=name) for name in present),
        parameter=_published(own),
        instansi=parameters.instansi.model_dump(mode="json"),
    )


def _published(own: Model) -> dict[str, Any]:
    """Give the parameters without the names that are masked in comments: only how many there are."""
    from skmlib.parameters import SurveiParameters

    content = own.model_dump(mode="json")
    if isinstance(own, SurveiParameters):
        content["data"]["nama_disamarkan"] = len(own.data.nama_disamarkan)
    return content
