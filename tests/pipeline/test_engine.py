"""The engine that runs cells in its own process: what it records, compared with what a real kernel sends."""

import os
import subprocess
import sys

import nbformat
import papermill
import pytest
from nbformat.v4 import new_code_cell, new_markdown_cell, new_notebook

# A kernel reads a descriptor in a thread of its own, and a cell that ends before it has read loses what came.
READ = "; __import__('time').sleep(0.5)"
# A kernel does not say in which order a result and what another process has printed come, so no line has both.
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
    "print('separuh \\udc80 huruf')",
    "%matplotlib inline\nimport matplotlib.pyplot as plt\nplt.plot([1, 2]);",
    "!echo dari shell",
    "await __import__('asyncio').sleep(0)\n7",
    "class A:\n    def _repr_html_(self): return '<u>A</u>'\n    def __repr__(self): return 'A'\nA()",
    "",
    "None",
    "import os, subprocess; assert subprocess.run(['echo', 'anak']).returncode == 0" + READ,
    "os.write(1, b'langsung')" + READ,
    "print('asli', file=sys.__stdout__)" + READ,
    "assert os.system('echo galat >&2; exit 2')" + READ,
    "%%bash\necho dari bash; echo galat >&2",
    "%%capture hasil\nprint('tertangkap')",
    "!echo $TERM\nhasil.stdout",
    "isi = !echo satu\nisi",
    "import pandas as pd; pd.DataFrame({f'kolom{i}': ['isi yang panjang sekali'] for i in range(20)})",
    "print(pd.DataFrame({f'kolom{i}': ['isi yang panjang sekali'] for i in range(20)}))",
    "import matplotlib; matplotlib.get_backend()",
    "plt.plot([2, 1]); plt.title('judul');",
    "from IPython.display import SVG, Markdown\ndisplay(SVG('<svg xmlns=\"http://www.w3.org/2000/svg\"/>'), Markdown('*a*'))",
    "display({'application/json': {'a': (1, 2.5)}}, raw=True, metadata={'application/json': {'b': 1}})",
    "try: input('apa? ')\nexcept Exception as error: print(repr(error))",
    "import getpass\ntry: getpass.getpass()\nexcept Exception as error: print(repr(error))",
    "sys.stdin.read()",
    "async def tunggu(): await __import__('asyncio').sleep(0.01); return 5\nawait tunggu()",
    "try: sys.stdout.write(b'a')\nexcept Exception as error: print(repr(error))",
    "sys.stdout.isatty(), sys.stdout.encoding, hasattr(sys.stdout, 'buffer')",
    "__name__, '__file__' in globals(), locals() is globals(), In[1]",
    "utas = __import__('threading').Thread(target=lambda: print('utas')); utas.start(); utas.join()",
    "os.environ['MPLBACKEND'], os.environ['PAGER'], 'ZMQ' in type(get_ipython()).__name__",
    "print?",
    "layar = display(1, display_id=True); layar.update(2); layar.display(3)",
    "pid = os.fork()\nif pid == 0:\n    os.write(1, b'garpu'); os._exit(0)\nassert os.waitpid(pid, 0)[1] == 0" + READ,
    "class Repr:\n    def _repr_html_(self): raise ValueError('gagal')\n    def __repr__(self): return 'R'\nNone",
    "get_ipython().user_module is sys.modules['__main__']",
    "import logging; logging.info('rendah'); logging.warning('tinggi')",
    "logging.basicConfig(level=logging.INFO, force=True); logging.getLogger('pustaka').info('rendah')",
]
RAISES = {
    "separuh": "raise ValueError('separuh \\udc80 huruf')",
    "function": "def bagi():\n    return 1 / 0\nbagi()",
    "chained": "try:\n    {}['a']\nexcept KeyError as error:\n    raise ValueError('b') from error",
    "syntax": "1 +",
    "exit": "import sys; sys.exit(2)",
    "magic": "%tidakada",
    "library": "import pandas as pd; pd.DataFrame({'a': [1]})['b']",
    "display": "class R:\n    def _repr_html_(self): raise ValueError('gagal')\n    def __repr__(self): return 'R'\nR()",
}


def run(tmp_path, cells, *, engine, fails=False, options=()):
    """Run cells in a process of their own, as a shell belongs to its process; give the executed notebook."""
    notebook = new_notebook(cells=cells)
    notebook.metadata.kernelspec = {"name": "python3", "language": "python", "display_name": "Python 3"}
    source, target = tmp_path / "asal.ipynb", tmp_path / f"hasil-{engine}.ipynb"
    nbformat.write(notebook, source)
    command = [sys.executable, "-m", "papermill", str(source), str(target), "--no-progress-bar", *options]
    # A kernel records no descriptors when it sees pytest.
    environment = {name: value for name, value in os.environ.items() if name != "PYTEST_CURRENT_TEST"}
    command += ["--engine", engine] if engine else []
    done = subprocess.run(command, capture_output=True, check=False, env=environment)
    assert (done.returncode != 0) is fails, done.stderr.decode()
    return nbformat.read(target, as_version=4)


def shown(notebook):
    """The outputs of each cell, without what papermill adds about time."""
    return [(cell.get("execution_count"), cell.get("outputs")) for cell in notebook.cells]


def joined(cell):
    """A cell whose stream came in pieces, with the pieces put together: a kernel's own timer decides where it cuts."""
    number, outputs = cell
    pieces = []
    for output in outputs or []:
        last = pieces[-1] if pieces else {}
        if output["output_type"] == "stream" == last.get("output_type") and output["name"] == last["name"]:
            pieces[-1] = last | {"text": last["text"] + output["text"]}
        else:
            pieces.append(output)
    return number, outputs and pieces


def status_of(cell):
    return cell.metadata.get("papermill", {}).get("status")


@pytest.mark.slow
def test_every_kind_of_output_is_that_of_a_kernel(tmp_path):
    cells = [new_code_cell(line) for line in LINES]
    ours, stock = (run(tmp_path, cells, engine=engine) for engine in ("skm", None))
    for line, mine, theirs in zip(LINES, shown(ours), shown(stock), strict=True):
        assert mine == joined(theirs), line


RUN_ALL = """
import sys, papermill
from pathlib import Path
for notebook in sorted(Path(sys.argv[1]).glob("*.ipynb")):
    target = Path(sys.argv[2]) / notebook.name
    try:
        papermill.execute_notebook(notebook, target, engine_name=sys.argv[3] or None, progress_bar=False)
    except papermill.PapermillExecutionError:
        pass
"""


@pytest.mark.slow
def test_errors_have_the_outputs_and_marks_of_a_kernel(tmp_path):
    kernel = {"name": "python3", "language": "python", "display_name": "Python 3"}
    (tmp_path / "asal").mkdir()
    for name, source in RAISES.items():
        cells = [new_markdown_cell("# Judul"), new_code_cell(source), new_code_cell("print('tidak sampai')")]
        nbformat.write(new_notebook(cells=cells, metadata={"kernelspec": kernel}), tmp_path / f"asal/{name}.ipynb")
    for engine in ("skm", ""):
        (tmp_path / f"hasil{engine}").mkdir()
        folders = [str(tmp_path / "asal"), str(tmp_path / f"hasil{engine}")]
        subprocess.run([sys.executable, "-c", RUN_ALL, *folders, engine], check=True, capture_output=True)
    for name in RAISES:
        ours, stock = (nbformat.read(tmp_path / folder / f"{name}.ipynb", 4) for folder in ("hasilskm", "hasil"))
        assert shown(ours) == shown(stock), name
        assert [status_of(cell) for cell in ours.cells] == [status_of(cell) for cell in stock.cells], name
        # papermill adds a cell with a link to the error above the one that raised.
        assert ours.cells[-2].outputs, name
        assert ours.cells[-1].outputs == [], name


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


@pytest.mark.slow
def test_papermill_takes_parameters_and_a_time_limit(tmp_path):
    cells = [
        new_code_cell("periode = ''", metadata={"tags": ["parameters"]}),
        new_code_cell("periode"),
        new_code_cell("import time; time.sleep(600)"),
    ]
    options = ("-r", "periode", "2024", "--execution-timeout", "1")
    executed = run(tmp_path, cells, engine="skm", fails=True, options=options)
    # papermill adds a cell of parameters, and two that point to the error.
    assert executed.cells[3].outputs[0].data == {"text/plain": "'2024'"}
    (error,) = executed.cells[-1].outputs
    assert (error.ename, error.evalue) == ("CellTimeout", "sel berjalan lebih lama dari batas 1 detik")
    assert "time.sleep" in "".join(error.traceback)


@pytest.mark.slow
def test_progress_bar_of_papermill_is_in_no_cell(tmp_path):
    source, target = tmp_path / "asal.ipynb", tmp_path / "hasil.ipynb"
    kernel = {"name": "python3", "language": "python", "display_name": "Python 3"}
    nbformat.write(new_notebook(cells=[new_code_cell("1") for _ in range(5)], metadata={"kernelspec": kernel}), source)
    command = [sys.executable, "-m", "papermill", str(source), str(target), "--progress-bar", "--engine", "skm"]
    done = subprocess.run(command, capture_output=True, check=True, text=True)
    assert "100%" in done.stderr
    assert all(cell.outputs[0].output_type == "execute_result" for cell in nbformat.read(target, as_version=4).cells)


def test_engine_is_registered_by_entry_point():
    from skmlib.pipeline.engine import SkmEngine

    registered = papermill.engines.papermill_engines.get_engine("skm")
    assert registered.execute_managed_notebook == SkmEngine.execute_managed_notebook


def test_engine_may_be_imported_before_papermill():
    subprocess.run([sys.executable, "-c", "import skmlib.pipeline.engine"], check=True)
