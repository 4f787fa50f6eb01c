"""The numbers that a reader sees, read back from a rendered HTML page and from the text of its PDF.

Both forms of a report print the same numbers equally often. What only one of them has is left out: the table of contents, and
in the PDF running heads and page numbers; a numbered list counts itself in HTML, so its numbers are counted there. A long
word, such as a hash, may be broken anywhere in the PDF: it is compared as a whole, and its digits are no numbers.
"""

from __future__ import annotations

import itertools
import re
from collections import Counter
from pathlib import Path

from bs4 import BeautifulSoup
from pypdf import PdfReader

NUMBER = re.compile(r"\d+(?:[.,]\d+)*")
LONG_WORD = re.compile(r"\S{30,}")  # what the PDF may break
LEADER = re.compile(r"^.*(?: \.){3,} \d+$", re.MULTILINE)
SHOWN = 10
OUTSIDE = ("style", "script", "title", "head", "nav", "footer")


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
    shown, headings = _html_text(html)
    texts = _without_long_words(shown, _pdf_text(pdf, headings=headings))
    page, paper = (Counter(NUMBER.findall(text)) for text in texts)
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


def _html_text(path: Path) -> tuple[str, frozenset[str]]:
    """Read the text of a page, with the numbers of its lists, and the words in the heads of its tables."""
    page = BeautifulSoup(path.read_bytes().decode("utf-8", errors="replace"), "html.parser")
    for element in page(OUTSIDE):
        element.extract()
    lists = (range(1, len(found.find_all("li", recursive=False)) + 1) for found in page("ol", class_=False))
    headings = frozenset(word for head in page("thead") for word in head.get_text(" ").split())
    return " ".join([page.get_text(" "), *map(str, itertools.chain.from_iterable(lists))]), headings


def _pdf_text(path: Path, *, headings: frozenset[str]) -> str:
    """Read the text of a PDF without what its pages repeat and the lists in front; empty when it cannot be read.

    Pages repeat running heads, page numbers, and the heads of tables that go on.
    """
    try:
        texts = [page.extract_text() for page in PdfReader(path).pages]
    except Exception:  # a damaged file raises whatever its bytes lead to
        return ""
    foot = re.compile(rf"Halaman \d+ dari {len(texts)}(?!\d)")
    head = _running_head(texts)
    bodies: list[str] = []
    seen: set[str] = set()
    for text in texts:
        body = foot.sub("", text, count=1)
        body = LEADER.sub("", body.replace(head, "", 1)) if head else body
        lines = body.strip().split("\n")
        while lines and lines[0] in seen and _is_heading(lines[0], headings):
            lines = lines[1:]
        seen |= set(lines)
        bodies += lines
    return "\n".join(bodies)


def _is_heading(line: str, headings: frozenset[str]) -> bool:
    """Say whether a line is of the head of a table: at least half of its letters in words of such heads.

    Examples
    --------
    >>> _is_heading("Kode Unsur n", {"Kode", "Unsur", "n"}), _is_heading("Sumber: a.csv (3 baris)", {"baris", "n"})
    (True, False)
    """
    words = [(sum(map(str.isalpha, word)), word in headings) for word in line.split()]
    letters = sum(n for n, _ in words)
    return 0 < letters <= 2 * sum(n for n, is_known in words if is_known)


def _without_long_words(page: str, paper: str) -> tuple[str, str]:
    r"""Leave out the long words that both texts hold equally often; in the second they may be broken at any letter.

    Examples
    --------
    >>> _without_long_words("ada 7 " + "a1" * 20, "ada 7 " + "a1" * 9 + "a\n1" + "a1" * 10)
    ('ada 7 ', 'ada 7 ')
    """
    words = Counter(LONG_WORD.findall(page))
    for word in sorted(words, key=len, reverse=True):  # a shorter one may be the beginning of a longer one
        broken = re.compile(r"\s*".join(map(re.escape, word)))
        if len(broken.findall(paper)) == words[word]:
            page, paper = page.replace(word, ""), broken.sub("", paper)
    return page, paper


def _running_head(texts: list[str]) -> str:
    """Give the line that begins most of the pages, empty where there is none."""
    if len(texts) < 3:
        return ""
    line, n = Counter(text.partition("\n")[0] for text in texts[1:]).most_common(1)[0]
    return line if 2 * n > len(texts) - 1 else ""
