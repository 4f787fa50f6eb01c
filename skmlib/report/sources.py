"""What a table or chart was made from: its file, and how many of the rows in it, in a line below.

A function that gives tables or charts says its sources once, as a decorator: each is a function of the same results.
Tables of what a regulation says, and those that name their files themselves, have none.
"""

from __future__ import annotations

import dataclasses
import functools
from collections import Counter
from collections.abc import Callable
from pathlib import PurePosixPath
from typing import TYPE_CHECKING, TypeVar

from skmlib.report import wording
from skmlib.report.blocks import Block, Blocks, Figure, Table
from skmlib.survey.annotated_comments import COMMENTS_FILE
from skmlib.survey.part_sources import sources_of
from skmlib.survey.recap_summary import RecapResults
from skmlib.survey.recap_table import unit_file
from skmlib.survey.rtl_checks import ACTIONS_FILE

if TYPE_CHECKING:
    from skmlib.parameters import Parameters
    from skmlib.survey.performance import Performance
    from skmlib.survey.results import ReportResults, Results

Given = TypeVar("Given", bound=Block)


def sourced(*tells: Callable[..., str]) -> Callable[[Callable[..., Given]], Callable[..., Given]]:
    """Name below every table and chart that a function gives what it was made from.

    Parameters
    ----------
    *tells : callable
        Each gives a source of the results, empty where there is none.

    Returns
    -------
    callable
        A decorator of functions whose first argument is the results.
    """

    def decorate(function: Callable[..., Given]) -> Callable[..., Given]:
        @functools.wraps(function)
        def with_source(results: ReportResults, *args: object, **named: object) -> Given:
            block = function(results, *args, **named)
            return name_source(block, lambda: "; ".join(filter(None, (tell(results) for tell in tells))))

        return with_source

    return decorate


def name_source(block: Given, source: Callable[[], str]) -> Given:
    """Name below every table and chart of a block what it was made from, where it does not say so yet.

    Parameters
    ----------
    block : Block
        A table, a chart, several of them, or anything else, which stays as it is.
    source : callable
        Gives what it was made from; asked where there is a table or chart.

    Returns
    -------
    Block

    Examples
    --------
    >>> name_source(Table("Nilai", (), ()), lambda: "a.csv (3 baris)").source
    'a.csv (3 baris)'
    """
    if isinstance(block, Blocks):
        return Blocks(name_source(item, source) for item in block.items)
    if isinstance(block, (Table, Figure)) and not block.source:
        return dataclasses.replace(block, source=source())
    return block


def answers(results: Results) -> str:
    """Name the files of the answers, with the rows that are scored and those that were read."""
    return "; ".join(
        f"{part.berkas} ({wording.whole(len(part.responses.valid))} dari {wording.whole(part.responses.rows_read)} baris)"
        for part in results.survey.parts
    )


def comments(results: Results) -> str:
    """Name the files of the annotated comments, with how many of all comments somebody has labelled."""
    survey = results.survey
    if survey.comments is None:
        return ""
    files = [source.berkas for source in survey.provenance.sources if source.berkas.endswith(f"/{COMMENTS_FILE}")]
    labelled = 0 if survey.annotations is None else survey.annotations["id_responden"].nunique()
    return f"{', '.join(files)} ({wording.whole(labelled)} dari {wording.whole(len(survey.comments))} komentar)"


def actions(results: Results) -> str:
    """Name the table of the actions, with how many it holds; empty without one."""
    found = results.survey.actions
    if found is None:
        return ""
    return f"{results.survey.parameters.data_folder}/{ACTIONS_FILE} ({wording.whole(len(found))} kegiatan)"


def index(results: Results | RecapResults) -> str:
    """Name what the index of a unit or a recap was computed from."""
    return units(results) if isinstance(results, RecapResults) else answers(results)


def earlier_answers(results: Results | RecapResults) -> str:
    """Name the files of the previous period's answers, with how many respondents are scored; empty where none were read."""
    before = None if isinstance(results, RecapResults) else results.survey.previous
    return "" if before is None else answer_files(before.parameters, before.tally.responden)


def answer_files(parameters: Parameters, n: int) -> str:
    """Name the files of a survey's answers, with how many respondents are scored."""
    files = dict.fromkeys(f"{part.parameters.data_folder}/{part.responden}" for part in sources_of(parameters))
    return f"{', '.join(files)} ({wording.whole(n)} responden)"


def told(results: ReportResults) -> str:
    """Name the parameters of the report."""
    return results.parameters.berkas[0]


def units(results: RecapResults) -> str:
    """Name what a recap was made from: the published table, or the answers of the units."""
    parameters, rows = results.parameters, results.recap.rows
    if results.recap.is_published:
        return f"{unit_file(parameters, parameters.periode)} ({wording.whole(len(rows))} unit)"
    n = "" if results.n is None else f", {wording.whole(results.n)} responden"
    return f"jawaban dalam data/{parameters.periode}/ ({wording.whole(len(rows))} unit{n})"


def unit_actions(results: RecapResults) -> str:
    """Name the tables of actions of the units of a recap; empty for published rows, which tell them themselves."""
    return "" if results.recap.is_published else f"{ACTIONS_FILE} setiap unit"


def table(name: str) -> Callable[[Performance], str]:
    """Name a table in the data folder of a performance report."""
    return lambda results: f"{results.parameters.data_folder}/{name}"


def folders(results: Performance) -> str:
    """Name the data folders of a performance report and of its surveys, with how many files of each were read."""
    read = [PurePosixPath(source.berkas) for source in results.provenance.sources]
    counts = Counter(path.parent.as_posix() for path in read if path.parts[0] == "data")
    return "; ".join(f"{folder}/ ({wording.whole(n)} berkas)" for folder, n in counts.items())
