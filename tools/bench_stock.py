"""The stock way to the same reports: a Makefile that runs papermill and nbconvert once a unit, for `make -j`.

(a) `papermill`, `nbconvert --to html` and `nbconvert --to webpdf`; (b) `papermill` and our exporters, `nbconvert --to
skm_html` and `--to skm_pdf`. Both use papermill's own engine with a kernel. Playwright, which webpdf drives, asks for a
Chromium that it would download; a folder with a link to the system's own in that place satisfies it, so the stock command runs
as it is. The pages of nbconvert name scripts on the network: Chromium is told that no such host exists, so nobody waits for
them. Without Chromium, WeasyPrint makes the PDF, from a lock and in a place of its own.

Our lock installs JupyterLab too, and with it a package (rfc3987-syntax) that compiles a grammar whenever nbformat is imported:
2 s in each stock command. Who installs only papermill and nbconvert does not have it, so stock tools run as if it were missing.
"""

from __future__ import annotations

import dataclasses
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path

import click
from bench_cost import Cost, measure
from bench_params import PERIODE
from bench_units import NOTEBOOK
from sample_files import PROJECT

BIN = Path(sys.executable).parent
CHROMIUM = ("chromium", "chromium-browser", "google-chrome")
MISSING = re.compile(r"Executable doesn't exist at (\S+)")
ASK_FOR_BROWSER = """
from playwright.sync_api import sync_playwright
with sync_playwright() as playwright:
    playwright.chromium.launch()
"""
STOCK, EXPORTERS = "stock", "exporters"
NOT_INSTALLED = "rfc3987_syntax"
WEASYPRINT_LOCK = PROJECT / "tools/bench_weasyprint.lock"


@dataclasses.dataclass(frozen=True)
class PdfTool:
    """How the stock way makes a PDF: its name, the command for an executed notebook, the variables it needs."""

    name: str
    recipe: str
    environment: Mapping[str, str]


@dataclasses.dataclass(frozen=True)
class Stock:
    """One stock way: its name, the folder it makes reports in, which has its Makefile beside it, and the variables it needs."""

    name: str
    folder: str
    environment: Mapping[str, str]

    def run(self, project: Path, units: Sequence[str], *, jobs: int) -> Cost:
        """Make the reports of units, so many at a time, and measure it."""
        targets = [f"{self.folder}/{unit}" for unit in units]
        command = ["make", "--silent", "--always-make", f"--jobs={jobs}", f"--file={self.folder}.mk", *targets]
        return measure(command, cwd=project, environment=self.environment)


def write_stock(project: Path, tool: PdfTool) -> tuple[Stock, Stock]:
    """Write the Makefiles of both stock ways into a project.

    Parameters
    ----------
    project : Path
        The project folder.
    tool : PdfTool
        What makes the PDF of the first.

    Returns
    -------
    tuple of Stock
        (a) stock tools throughout, and (b) stock tools with our exporters.
    """
    convert = f"{BIN}/jupyter nbconvert --log-level=ERROR --to"
    without = project / "without"
    (without / NOT_INSTALLED).mkdir(parents=True)
    (without / NOT_INSTALLED / "__init__.py").write_text("raise ImportError(__name__)\n", encoding="utf-8")
    variables = {"PATH": os.pathsep.join([str(BIN), os.environ["PATH"]]), "PYTHONPATH": str(without)}
    recipes = {
        STOCK: [f"{convert} html $@/laporan.ipynb", tool.recipe],
        EXPORTERS: [f"{convert} skm_html $@/laporan.ipynb", f"{convert} skm_pdf $@/laporan.ipynb"],
    }
    for name, recipe in recipes.items():
        run = f"{BIN}/papermill --no-progress-bar {NOTEBOOK} $@/laporan.ipynb -r unit $(@F) -r periode {PERIODE}"
        lines = [f"{name}/%:", "mkdir -p $@", run, *recipe]
        (project / f"{name}.mk").write_text("\n\t".join(lines) + "\n", encoding="utf-8")
    return (
        Stock(f"papermill, nbconvert html and {tool.name}", STOCK, variables | tool.environment),
        Stock("papermill, nbconvert skm_html and skm_pdf", EXPORTERS, variables),
    )


def find_pdf_tool(folder: Path) -> PdfTool:
    """Choose what makes the PDF of stock tools, and put what it needs into a folder of its own.

    Parameters
    ----------
    folder : Path
        Where to put it.

    Returns
    -------
    PdfTool
    """
    chromium = next((found for name in CHROMIUM if (found := shutil.which(name))), None)
    return _webpdf(folder, chromium) if chromium else _weasyprint(folder)


def _webpdf(folder: Path, chromium: str) -> PdfTool:
    """Put a link to the system's Chromium where Playwright looks for its own."""
    environment = {"PLAYWRIGHT_BROWSERS_PATH": str(folder)}
    asked = subprocess.run(
        [sys.executable, "-c", ASK_FOR_BROWSER],
        env=os.environ | environment,
        capture_output=True,
        text=True,
        check=False,
    )
    place = MISSING.search(asked.stderr)
    if not place:
        raise click.ClickException(f"Playwright does not say where it looks for Chromium:\n{asked.stderr[-1000:]}")
    browser = Path(place[1])
    browser.parent.mkdir(parents=True)
    browser.symlink_to(chromium)
    # Chromium refuses its sandbox to root.
    sandbox = " --WebPDFExporter.disable_sandbox=True" if os.geteuid() == 0 else ""
    offline = "--WebPDFExporter.browser_args='--host-resolver-rules=MAP * ~NOTFOUND'"
    recipe = f"{BIN}/jupyter nbconvert --log-level=ERROR --to webpdf{sandbox} {offline} $@/laporan.ipynb"
    return PdfTool("webpdf", recipe, environment)


def _weasyprint(folder: Path) -> PdfTool:
    """Install WeasyPrint from its lock."""
    subprocess.run([sys.executable, "-m", "venv", folder], check=True)
    install = [folder / "bin/pip", "install", "--quiet", "--require-hashes", "--requirement", WEASYPRINT_LOCK]
    subprocess.run(install, check=True)
    recipe = f"{folder}/bin/weasyprint --quiet $@/laporan.html $@/laporan.pdf"
    return PdfTool("WeasyPrint", recipe, {})
