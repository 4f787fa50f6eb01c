"""What the HTML pages of reports and of their index share: templates and web fonts.

Apart from the exporters, so that the index does not wait for nbconvert.
"""

from __future__ import annotations

import base64
import functools
from pathlib import Path

import jinja2

from skmlib.report.markup import escape_html

PACKAGE = Path(__file__).resolve().parent.parent
FONTS = PACKAGE / "fonts"
TEMPLATES = PACKAGE / "pipeline" / "templates"
WEB_FONTS = {"Regular": (400, "normal"), "It": (400, "italic"), "Semibold": (600, "normal"), "Bold": (700, "normal")}


@functools.cache
def web_fonts() -> tuple[tuple[int, str, str], ...]:
    """Weight, style and data of each web font."""
    data = {face: (FONTS / f"SKMSans-{face}.woff2").read_bytes() for face in WEB_FONTS}
    return tuple((*WEB_FONTS[face], base64.b64encode(content).decode()) for face, content in data.items())


@functools.cache
def page_template(form: str) -> jinja2.Template:
    """Load the template of the HTML page of a form, `laporan` or `poster`."""
    loader = jinja2.FileSystemLoader(TEMPLATES)
    environment = jinja2.Environment(loader=loader, autoescape=True, trim_blocks=True, lstrip_blocks=True)
    environment.filters["aman"] = escape_html
    return environment.get_template(f"{form}.html.j2")
