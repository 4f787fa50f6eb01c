"""The numbers that a reader sees, read back from a rendered HTML page and from the text of its PDF.

Both forms of a report print the same numbers equally often. What only one of them has is left out: the table of contents, and
in the PDF running heads and page numbers; a numbered list counts itself in HTML, so its numbers are counted there.
"""

from __future__ import annotations

import itertools
import re
from collections import Counter
from pathlib import Path

from bs4 import BeautifulSoup
from pypdf import PdfReader

NUMBER = re.compile(r"\d+(?:[.,]\d+)*")
LEADER = re.compile(r"^.*(?: \.){3,} \d+$", re.MULTILINE)
SHOWN = 10
OUTSIDE = ("style", "script", "title", "head", "nav", "footer")


def read_html_numbers(path: Path) -> Counter[str]:
    """Count the numbers that an HTML page shows, charts included.

    Parameters
    ----------
    path : Path
        The page.

    Returns
    -------
    Counter
        How often each number is written, as it is written.
    """
    page = BeautifulSoup(path.read_bytes().decode("utf-8", errors="replace"), "html.parser")
    for element in page(OUTSIDE):
        element.extract()
    lists = (range(1, len(found.find_all("li", recursive=False)) + 1) for found in page("ol", class_=False))
    return Counter(NUMBER.findall(page.get_text(" "))) + Counter(map(str, itertools.chain.from_iterable(lists)))


def read_pdf_numbers(path: Path) -> Counter[str]:
    """Count the numbers in the text of a PDF.

    Parameters
    ----------
    path : Path
        The PDF.

    Returns
    -------
    Counter
        As of the HTML page; empty when the file cannot be read as a PDF.
    """
    try:
        texts = [page.extract_text() for page in PdfReader(path).pages]
    except Exception:  # a damaged file raises whatever its bytes lead to
        return Counter()
    foot = re.compile(rf"Halaman \d+ dari {len(texts)}(?!\d)")
    head = _running_head(texts)
    numbers: Counter[str] = Counter()
    seen: set[str] = set()
    for text in texts:
        body = foot.sub("", text, count=1)
        body = LEADER.sub("", body.replace(head, "", 1)) if head else body
        lines = body.strip().split("\n")
        while lines and lines[0] in seen and any(map(str.isalpha, lines[0])):
            lines = lines[1:]
        seen |= set(lines)
        numbers += Counter(NUMBER.findall("\n".join(lines)))
    return numbers


def compare_forms(html: Path, pdf: Path) -> tuple[list[str], int]:
    """Compare the numbers of the two forms of a report.

    Parameters
    ----------
    html, pdf : Path
        The files.

    Returns
    -------
    list of str
        A sentence for each number that one form has more often.
    int
        How many numbers were compared.
    """
    page, paper = read_html_numbers(html), read_pdf_numbers(pdf)
    if not paper:
        return [f"{pdf.name}: teksnya tidak terbaca"], 0
    both = f"{html.name} dan {pdf.name}"
    differing = sorted(number for number in page | paper if page[number] != paper[number])
    sentences = [
        f"{both}: angka {number!r} tertulis {page[number]} kali dalam HTML, {paper[number]} kali dalam PDF"
        for number in differing[:SHOWN]
    ]
    more = [f"{both}: {len(differing) - SHOWN} angka lain juga berbeda"] if len(differing) > SHOWN else []
    return sentences + more, page.total()


def _running_head(texts: list[str]) -> str:
    """Give the line that begins most of the pages, empty where there is none."""
    if len(texts) < 3:
        return ""
    line, n = Counter(text.partition("\n")[0] for text in texts[1:]).most_common(1)[0]
    return line if 2 * n > len(texts) - 1 else ""
