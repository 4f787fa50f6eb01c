"""What is wrong with an analyst's files: what stops a run, and what is only told.

A `Problem` stops the run. Readers collect every problem they find and raise them together in one `DataError`, so that an
analyst mends a file once and not ten times. A `Finding` never stops: it is counted, placed, shown on the terminal and
printed in the report with the index that would come out without the rows it names. Both speak Indonesian, because both
are read by the analyst; each is one sentence: where, what was found, what is allowed, what to do.
"""

from __future__ import annotations

import dataclasses
import difflib
import functools
from collections.abc import Iterable, Sequence
from fractions import Fraction
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import pandas as pd

PROBLEMS_SHOWN = 50
ROWS_NAMED = 8
LIKENESS = 0.6
SAME_BUT_A_SLIP = 0.85
OPTIONS_NAMED = 20
QUOTE_LENGTH = 60
LINE_BREAKS = {ord("\n"): "‹U+000A›", ord("\r"): "‹U+000D›"}  # signs for them in names, where no line may end


@dataclasses.dataclass(frozen=True)
class Problem:
    """One thing that stops the run.

    Parameters
    ----------
    berkas : str
        File, relative to the project folder.
    tertulis : str
        What was found: `"tertulis '5'"`, `"tidak ada"`.
    seharusnya : str
        What is allowed or what to do, without the final full stop; may be empty.
    baris : int, optional
        Row as a spreadsheet shows it (the heading is row 1), or line of a text file.
    kolom : str, optional
        Column heading, or key in a parameter file.
    saran : str
        A further sentence, such as the nearest known name.

    Examples
    --------
    >>> Problem("responden.csv", "tertulis '5'", "seharusnya 1 sampai 4", baris=17, kolom="Biaya").sentence
    "baris 17, kolom 'Biaya': tertulis '5', seharusnya 1 sampai 4."
    """

    berkas: str
    tertulis: str
    seharusnya: str = ""
    baris: int | None = None
    kolom: str | None = None
    saran: str = ""

    @property
    def sentence(self) -> str:
        """The problem in one line, without its file."""
        place = [f"baris {self.baris}"] if self.baris is not None else []
        noun = "kunci" if self.berkas.endswith(".yml") else "kolom"
        place += [f"{noun} {self.kolom!r}"] if self.kolom is not None else []
        where = ", ".join(place) + ": " if place else ""
        what = ", ".join(part for part in (self.tertulis, self.seharusnya) if part)
        return f"{where}{what}." + (f" {self.saran}" if self.saran else "")


class DataError(Exception):
    """Raised once, with every problem found.

    Parameters
    ----------
    problems : sequence of Problem
        At least one.

    Attributes
    ----------
    all : tuple of Problem
        Every problem.

    Examples
    --------
    >>> print(DataError([Problem("responden.csv", "tidak ada", kolom="Biaya")]))
    responden.csv: 1 masalah.
      kolom 'Biaya': tidak ada.
    """

    def __init__(self, problems: Sequence[Problem]) -> None:
        if not problems:
            raise ValueError("DataError needs at least one problem")
        self.all = tuple(problems)
        super().__init__(self._message())

    def __reduce__(self) -> tuple[type[DataError], tuple[tuple[Problem, ...]]]:
        """Travel to another process with its problems."""
        return DataError, (self.all,)

    @property
    def problems(self) -> pd.DataFrame:
        """One row per problem: `berkas`, `baris`, `kolom`, `tertulis`, `seharusnya`."""
        import pandas as pd

        columns = ["berkas", "baris", "kolom", "tertulis", "seharusnya"]
        return pd.DataFrame([[getattr(problem, name) for name in columns] for problem in self.all], columns=columns)

    def _message(self) -> str:
        lines = []
        for berkas in dict.fromkeys(problem.berkas for problem in self.all):
            here = [problem for problem in self.all if problem.berkas == berkas]
            lines.append(f"{berkas.translate(LINE_BREAKS)}: {len(here)} masalah.")
            lines += [f"  {problem.sentence}" for problem in here[:PROBLEMS_SHOWN]]
            if len(here) > PROBLEMS_SHOWN:
                lines.append(f"  ... dan {len(here) - PROBLEMS_SHOWN} masalah lain.")
        return "\n".join(lines)


@dataclasses.dataclass(frozen=True)
class Finding:
    """One thing that is told and does not stop the run.

    Parameters
    ----------
    jenis : str
        Kind of finding, a slug such as `"jawaban_kosong"`.
    berkas : str
        File it was found in, relative to the project folder.
    pesan : str
        One sentence: what was found, where, what to do.
    n : int
        How many rows or places it concerns.
    baris : tuple of int
        Their rows as a spreadsheet shows them.
    ikm_tanpa : Fraction, optional
        The index (25 to 100) without those rows, where that means something.
    is_local : bool
        Told to the analyst only: published, it would give a hidden group away.
    """

    jenis: str
    berkas: str
    pesan: str
    n: int = 1
    baris: tuple[int, ...] = ()
    ikm_tanpa: Fraction | None = None
    is_local: bool = False


@functools.lru_cache(maxsize=4096)  # the same few labels stand in thousands of cells
def fold(text: str) -> str:
    """Bring a heading or label to the form in which two spellings of it are equal.

    Examples
    --------
    >>> fold("  Sangat   Sesuai ")
    'sangat sesuai'
    """
    return " ".join(text.split()).casefold()


def quote(text: str) -> str:
    """Quote what somebody wrote, cut short when it is long: a whole comment has no place in a message.

    Examples
    --------
    >>> quote("Sesuai"), len(quote("Sesuai " * 100))
    ("'Sesuai'", 62)
    """
    return repr(text if len(text) <= QUOTE_LENGTH else f"{text[: QUOTE_LENGTH - 1]}…")


def name_options(options: Sequence[str]) -> str:
    """Name what there is to choose from, the first ones when there are many.

    Examples
    --------
    >>> name_options(["KK", "KTP"]), name_options([])
    ("'KK', 'KTP'", '-')
    """
    more = len(options) - OPTIONS_NAMED
    shown = ", ".join(map(repr, options[:OPTIONS_NAMED])) or "-"
    return f"{shown}, dan {more} lainnya" if more > 0 else shown


def nearest(word: str, options: Iterable[str], *, cutoff: float = LIKENESS) -> str | None:
    """Find the known name that a misspelt one probably means.

    Parameters
    ----------
    word : str
        What was written.
    options : iterable of str
        What is known.
    cutoff : float
        Likeness from 0 to 1 below which an option is not similar.

    Returns
    -------
    str or None
        The most similar option, or None when nothing is similar.

    Examples
    --------
    >>> nearest("Jabatann", ["jabatan", "tempat"])
    'jabatan'
    """
    by_folded = {fold(option): option for option in options}
    close = difflib.get_close_matches(fold(word), list(by_folded), n=1, cutoff=cutoff)
    return by_folded[close[0]] if close else None


def suggestion(word: str, options: Iterable[str], *, cutoff: float = LIKENESS) -> str:
    """Ask whether the nearest known name was meant, or say nothing.

    Parameters
    ----------
    word : str
        What was written.
    options : iterable of str
        What is known.
    cutoff : float
        Likeness from 0 to 1 below which nothing is asked; strict where a wrong guess would change an answer.

    Examples
    --------
    >>> suggestion("KPT", ["KK", "KTP"])
    "Mungkin maksudnya 'KTP'?"
    """
    near = nearest(word, options, cutoff=cutoff)
    return f"Mungkin maksudnya {near!r}?" if near is not None else ""


def name_rows(baris: Sequence[int]) -> str:
    """Name rows for a sentence, the first few when there are many.

    Examples
    --------
    >>> name_rows([3, 9])
    'baris 3 dan 9'
    """
    shown = [str(number) for number in baris[:ROWS_NAMED]]
    if len(baris) > ROWS_NAMED:
        return f"baris {', '.join(shown)}, dan {len(baris) - ROWS_NAMED} lainnya"
    if len(shown) < 2:
        return f"baris {''.join(shown)}"
    return f"baris {', '.join(shown[:-1])} dan {shown[-1]}"
