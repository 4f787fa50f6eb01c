"""A report made by papermill's own engine, whose kernel is another program, and one made by ours: the same bytes.

What a notebook computed is in its outputs, so the executed notebooks are compared too.
"""

import pytest

from skmlib.pipeline.execution import execute_report
from skmlib.pipeline.exporters import SkmHtmlExporter, SkmPdfExporter
from skmlib.pipeline.report_jobs import NOTEBOOKS

REPORTS = [
    ("2019-S1", "sekadau", "laporan-skm"),
    ("2024", "kasn", "laporan-skm"),
    ("2024-S2", "jatinegara-kaum", "tindak-lanjut"),
    ("2024-S2", "jatinegara-kaum", "publikasi"),
    ("2024-S1", "kemensos-terbit", "rekap"),
    ("2023", "biro-humas", "kinerja"),
]


@pytest.mark.slow
@pytest.mark.parametrize(("periode", "unit", "report"), REPORTS)
def test_real_kernel_gives_the_same_notebook_html_and_pdf(built, sample_project, tmp_path, periode, unit, report):
    ours = built(unit, periode)
    executed = tmp_path / f"{report}.ipynb"
    execute_report(sample_project / NOTEBOOKS[report], executed, unit=unit, periode=periode, root=sample_project)
    html, _ = SkmHtmlExporter().from_filename(str(executed))
    pdf, _ = SkmPdfExporter().from_filename(str(executed))
    assert executed.read_bytes() == (ours / executed.name).read_bytes()
    assert html.encode("utf-8") == (ours / f"{report}.html").read_bytes()
    assert pdf == (ours / f"{report}.pdf").read_bytes()
