"""What the parts of a recap are called: its rows, its two means, and units by name."""

from __future__ import annotations

from collections.abc import Sequence

from skmlib.parameters.recap import BY_RESPONDENT, MEAN_OF_UNITS
from skmlib.report import wording
from skmlib.report.blocks import Block, Text
from skmlib.survey.published import Figure
from skmlib.survey.recap_compared import Compared
from skmlib.survey.recap_summary import RecapResults
from skmlib.survey.regulation import IKM_DECIMALS

MEAN_WORDS = {MEAN_OF_UNITS: "Rata-rata {noun}", BY_RESPONDENT: "Rata-rata menurut responden"}
PART = "bagian"


def noun(results: RecapResults) -> str:
    """Name the rows of a recap: units, or parts of the agency.

    Parameters
    ----------
    results : RecapResults
        Of the recap.

    Returns
    -------
    str
    """
    return PART if results.parameters.rekap.tingkat == "induk" else "unit"


def mean_name(results: RecapResults, cara: str) -> str:
    """Name a mean.

    Parameters
    ----------
    results : RecapResults
        Of the recap.
    cara : str
        Its method.

    Returns
    -------
    str
    """
    return MEAN_WORDS[cara].format(noun=noun(results))


def names_of(results: RecapResults, ids: Sequence[str]) -> str:
    """List rows by their names.

    Parameters
    ----------
    results : RecapResults
        Of the recap.
    ids : sequence of str
        The rows.

    Returns
    -------
    str
    """
    known = {row.id: row.nama for row in results.rows}
    return wording.listing([known[id] for id in ids])


def labels_of(results: RecapResults, unsur: Sequence[str]) -> str:
    """List unsur by their labels, or `-`.

    Parameters
    ----------
    results : RecapResults
        Of the recap.
    unsur : sequence of str
        Ids.

    Returns
    -------
    str
    """
    return ", ".join(results.parameters.label_unsur[name] for name in unsur) or wording.MISSING


def shown_figure(figure: Figure | None) -> str:
    """Write a figure with the decimals it is known to, or `-`.

    Examples
    --------
    >>> from fractions import Fraction
    >>> shown_figure(Figure(Fraction("90.5"), 1)), shown_figure(None)
    ('90,5', '-')
    """
    return wording.MISSING if figure is None else wording.number(figure.value, figure.shown(IKM_DECIMALS))


def shown_change(compared: Compared) -> str:
    """Write a change with the decimals it is known to, or `-`.

    Parameters
    ----------
    compared : Compared
        A score with its past.

    Returns
    -------
    str
    """
    decimals = IKM_DECIMALS if compared.desimal_perubahan is None else compared.desimal_perubahan
    return wording.change(compared.perubahan, decimals)


def own_words(results: RecapResults, section: str) -> list[Block]:
    """Show the analyst's words on a section, where there are any.

    Parameters
    ----------
    results : RecapResults
        Of the recap.
    section : str
        Of `narasi.md`.

    Returns
    -------
    list of Block
    """
    words = results.recap.narasi.get(section)
    return [Text.markdown(words)] if words else []
