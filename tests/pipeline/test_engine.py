"""The engine that runs cells in its own process: what it records, compared with what a real kernel sends."""

import subprocess
import sys

import nbformat
import papermill
import pytest
from nbformat.v4 import new_code_cell, new_markdown_cell, new_notebook

LINES = [
    "print('a'); print('b')",
    "1 + 1",
    "_2 + 1",
    "from IPython.display import HTML, display, update_display, clear_output",
    "display(HTML('<b>lama</b>'), display_id='satu');",
    "update_display(HTML('<i>baru</i>'), display_id='satu')",
    "print('hilang'); clear_output(); print('tetap')",
    "print('hilang'); clear_output(wait=True); print('tetap')",
    "print('tetap'); clear_output(wait=True)",
    "import sys; print('galat', file=sys.stderr)",
    "%matplotlib inline\nimport matplotlib.pyplot as plt\nplt.plot([1, 2]);",
    "!echo dari shell",
    "await __import__('asyncio').sleep(0)\n7",
    "class A:\n    def _repr_html_(self): return '<u>A</u>'\n    def __repr__(self): return 'A'\nA()",
    "",
    "None",
]
RAISES = "def bagi():\n    return 1 / 0\nbagi()"


def run(tmp_path, cells, *, engine, fails=False):
    """Run cells in a process of their own, as a shell belongs to its process; give the executed notebook."""
    notebook = new_notebook(cells=cells)
    notebook.metadata.kernelspec = {"name": "python3", "language": "python", "display_name": "Python 3"}
    source, target = tmp_path / "asal.ipynb", tmp_path / f"hasil-{engine}.ipynb"
    nbformat.write(notebook, source)
    command = [sys.executable, "-m", "papermill", str(source), str(target), "--no-progress-bar"]
    done = subprocess.run([*command, *(["--engine", engine] if engine else [])], capture_output=True, check=False)
    assert (done.returncode != 0) is fails, done.stderr.decode()
    return nbformat.read(target, as_version=4)


def shown(notebook):
    """The outputs of each cell, without what papermill adds about time."""
    return [(cell.get("execution_count"), cell.get("outputs")) for cell in notebook.cells]


def status_of(cell):
    return cell.metadata.get("papermill", {}).get("status")


@pytest.mark.slow
def test_every_kind_of_output_is_that_of_a_kernel(tmp_path):
    cells = [new_code_cell(line) for line in LINES]
    ours, stock = (run(tmp_path, cells, engine=engine) for engine in ("skm", None))
    for line, mine, theirs in zip(LINES, shown(ours), shown(stock), strict=True):
        assert mine == theirs, line


@pytest.mark.slow
def test_cell_that_raises_ends_the_notebook_with_its_error(tmp_path):
    cells = [new_markdown_cell("# Judul"), new_code_cell(RAISES), new_code_cell("print('tidak sampai')")]
    ours, stock = (run(tmp_path, cells, engine=engine, fails=True) for engine in ("skm", None))
    # papermill adds a cell with a link to the error above the one that raised.
    mine, theirs = (notebook.cells[-2] for notebook in (ours, stock))
    assert [output.output_type for output in mine.outputs] == ["error"]
    assert (mine.outputs[0].ename, mine.outputs[0].evalue) == ("ZeroDivisionError", "division by zero")
    assert (mine.outputs[0].ename, mine.outputs[0].evalue) == (theirs.outputs[0].ename, theirs.outputs[0].evalue)
    assert len(mine.outputs[0].traceback) == len(theirs.outputs[0].traceback)
    assert [status_of(cell) for cell in ours.cells] == [status_of(cell) for cell in stock.cells]
    assert ours.cells[-1].outputs == []


@pytest.mark.slow
def test_very_long_output_is_cut_and_says_so(tmp_path):
    (cell,) = run(tmp_path, [new_code_cell("for _ in range(50): print('x' * 1_000_000)")], engine="skm").cells
    text = cell.outputs[0].text
    assert len(text) < 2_100_000
    assert text.endswith("[keluaran dipotong: lebih dari 2000000 huruf]\n")


@pytest.mark.slow
def test_engine_runs_the_report_of_a_unit_as_a_kernel_does(tmp_path, root):
    notebooks = []
    for engine in ("skm", None):
        target = tmp_path / f"{engine}.ipynb"
        command = [sys.executable, "-m", "papermill", "notebooks/publikasi.ipynb", str(target), "--no-progress-bar"]
        command += ["-r", "unit", "kasn", "-r", "periode", "2024", *(["--engine", engine] if engine else [])]
        subprocess.run(command, cwd=root, capture_output=True, check=True)
        notebooks.append(nbformat.read(target, as_version=4))
    assert shown(notebooks[0]) == shown(notebooks[1])


def test_engine_is_registered_by_entry_point():
    from skmlib.pipeline.engine import SkmEngine

    registered = papermill.engines.papermill_engines.get_engine("skm")
    assert registered.execute_managed_notebook == SkmEngine.execute_managed_notebook


def test_engine_may_be_imported_before_papermill():
    subprocess.run([sys.executable, "-c", "import skmlib.pipeline.engine"], check=True)
