"""Random texts made of pieces that mean something somewhere: to HTML, SVG, Markdown, Jinja, Typst, a spreadsheet, a terminal.

A fixed list holds the attacks that somebody thought of; these are put together by chance, piece by piece, so that a quotation
mark may close what nobody opened. `texts` are strategies for tests of one function, `chance_texts` are the same by a seed for
whole reports. `SKM_FUZZ` multiplies how many are tried.
"""

from __future__ import annotations

import os
import random
import unicodedata
from html.parser import HTMLParser

from hypothesis import HealthCheck, Phase, settings
from hypothesis import strategies as st

from skmlib.survey.unseen import show_unseen

HTML = tuple(
    "< > </ /> & &amp; &lt &#x3c; &#60 &nbsp; &copy \" ' ` <!-- --> <![CDATA[ ]]> <script> </script> <style> </style> </title> "
    "<b <svg/onload= <img src=x onerror=alert(1)> </td></table> <a href=//x.invalid> javascript:alert(1) <textarea> "
    '<plaintext> <?xml ?> <!DOCTYPE </body> </main> id= href="# href="#a" url(# url(#a) xlink:href= style= title='.split(
        " "
    )
)
SIGNS = tuple(
    '# $ @ [ ] { } ( ) \\ // /* */ #let #read("/etc/passwd") #eval( #image( $x$ @a <a> ~ ~~ * ** _ __ ` ``` ![ '
    "](http://x.invalid) <http://x.invalid> | |-| - -- --- === > 1. 1) + {{ }} {% %} {# #} {{7*7}} %s %(a)d {0} {x!r} ${HOME} "
    "`id` $(id) [bold] [/] [link=https://x.invalid] :smile: <!--nomor:Tabel--> _x0041_ _x000D_".split(" ")
)
FORMULAS = (*"= + - @ {=1} '= \uff1d1 +cmd|' =HYPERLINK(\"//x.invalid\")".split(" "), "\t=1+1", "=1\n")
UNSEEN = (
    *"\u200b\u200c\u200d\ufeff\u2060\u00ad\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\u200e\u200f\u061c",
    *"\u2028\u2029\u0085\u009b\u009d\u007f\ue000\U000e0041\U000e0001\ufff9\ufffb\ufdd0\uffff\U0010ffff",
)
SIGNALS = (
    *"\x00\x07\x08\x0b\x0c\x1b\x1c\x1f",
    *("\x1b[31m", "\x1b]8;;http://x.invalid\x1b\\", "\x1b[2J\x1b[H", "\x1bc"),
)
LONE = ("\ud800", "\udfff", "\udc80")
BREAKS = ("\n", "\r", "\r\n", "\n\n", "\t", " ", "  \n", "\\\n")
LETTERS = (
    *"aZé字жש01٣½—ﬁßİ\u00a0\u3000",
    *("العربية", "\U0001f44d", "\U0001f468\u200d\U0001f469", "Z\u0335\u0321\u0353", "e" + "\u0301" * 30),
)
RUNS = {
    "a": 300,
    "kata ": 60,
    "=": 80,
    "<": 50,
    "`": 40,
    "* ": 30,
    "> ": 25,
    "[": 60,
    "\u0301": 50,
    'a id="a" href="#b" ': 2,
}
LONG = tuple(piece * times for piece, times in RUNS.items())
SEEN = (*HTML, *SIGNS, *FORMULAS, *LETTERS, *LONG)  # as a CSV or a label may hold them
PIECES = (*SEEN, *UNSEEN, *SIGNALS, *BREAKS)
TIMES = int(os.environ.get("SKM_FUZZ", "1"))
RULES = {"deadline": None, "derandomize": TIMES == 1, "suppress_health_check": list(HealthCheck)}
FEW = settings(
    max_examples=4 * TIMES, phases=(Phase.explicit, Phase.generate), **RULES
)  # to make one smaller takes minutes
MANY = settings(max_examples=120 * TIMES, **RULES)
NOT_SEEN = frozenset({"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"})


def texts(*more: str, least: int = 0) -> st.SearchStrategy[str]:
    """Give texts of any pieces, and of `more`."""
    pieces = st.one_of(st.sampled_from([*PIECES, *more]), st.text(max_size=6))
    return st.lists(pieces, min_size=least, max_size=12).map("".join)


anything = texts(*LONE)
words = texts(*LONE, least=1).filter(lambda text: text.strip() != "")


def chance_texts(seed: int, total: int, *, pieces: tuple[str, ...], longest: int = 400) -> tuple[str, ...]:
    """Give so many texts by a seed, each other than blank and without white space around it."""
    chance = random.Random(seed)
    made: list[str] = []
    while len(made) < total:
        text = "".join(chance.choices(pieces, k=chance.randint(1, 9)))[:longest].strip()
        if any(letter.isprintable() and not letter.isspace() for letter in text):
            made.append(text)
    return tuple(made)


def unseen(text: str) -> set[str]:
    """Name the characters of a text that nobody sees."""
    return {ascii(letter) for letter in text if letter not in "\n\t" and unicodedata.category(letter) in NOT_SEEN}


def spaced(text: str) -> str:
    """Bring white space to the form in which a page shows it."""
    return " ".join(show_unseen(text).split())


class Markup(HTMLParser):
    """What a browser finds in a piece of HTML: elements with the names of their attributes, values, texts, and all else."""

    def __init__(self, html: str) -> None:
        super().__init__(convert_charrefs=True)
        self.elements: list[tuple[str, ...]] = []
        self.values: list[str] = []
        self.text = ""
        self.others: list[str] = []
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, *(name for name, _ in attrs)))
        self.values += [value or "" for _, value in attrs]

    def handle_data(self, data: str) -> None:
        self.text += data

    def handle_comment(self, data: str) -> None:
        self.others.append(data)

    def handle_decl(self, decl: str) -> None:
        self.others.append(decl)

    def handle_pi(self, data: str) -> None:
        self.others.append(data)

    def unknown_decl(self, data: str) -> None:
        self.others.append(data)
