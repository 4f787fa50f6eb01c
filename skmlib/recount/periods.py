"""Surveys that put periods together: the respondents of each, read with its own parameters (method, section 7)."""

from __future__ import annotations

import dataclasses
from pathlib import Path

from skmlib.recount.categories import NOT_FILLED_IN, Variable
from skmlib.recount.parameters import as_list, order_unsur, read_parameters, weights_of
from skmlib.recount.reading import read_survey
from skmlib.recount.refusal import CannotRecountError
from skmlib.recount.respondents import Respondent, Survey


def read_any(unit: str, periode: str, *, root: Path) -> Survey:
    """Read a survey, of one period or of several put together.

    Parameters
    ----------
    unit, periode : str
        Identity of the report.
    root : Path
        The project folder.

    Returns
    -------
    Survey
        Its respondents, in the order of the periods and files.

    Raises
    ------
    CannotRecountError
        For what `read_survey` does not read, and for periods that ask other questions.
    """
    parameters = read_parameters(unit, periode, root=root)
    if not parameters.get("gabungan"):
        return read_survey(unit, periode, root=root)
    parts = [read_any(unit, part, root=root) for part in as_list(parameters["gabungan"])]
    unsur, blanks = order_unsur(parameters), as_list(parameters.get("data", {}).get("dibaca_kosong"))
    further = set(parameters.get("pertanyaan_tambahan", {}))
    if any(set(part.unsur) != set(unsur) or not further <= set(part.further) for part in parts):
        raise CannotRecountError(f"{periode}/{unit}: periode yang digabung berbeda pertanyaannya")
    groups = {"layanan": parameters["layanan"]} if parameters.get("layanan") else {}
    variables = {name: Variable(told, blanks) for name, told in (groups | parameters.get("profil", {})).items()}
    excluded: dict[str, int] = {}
    for reason, n in (item for part in parts for item in part.excluded.items()):
        excluded[reason] = excluded.get(reason, 0) + n
    return Survey(
        unit,
        periode,
        root,
        parameters,
        unsur,
        weights_of(parameters, unsur),
        variables,
        tuple(_named(one, part, variables) for part in parts for one in part.respondents),
        sum(part.rows_read for part in parts),
        excluded,
        parts=tuple(parts),
    )


def has_answers(unit: str, periode: str, *, root: Path) -> bool:
    """Say whether a unit has parameters of a period, and files of it or of a period that it puts together."""
    if not (root / f"params/{periode}/{unit}.yml").is_file():
        return False
    try:
        together = as_list(read_parameters(unit, periode, root=root).get("gabungan"))
    except CannotRecountError:
        together = []
    files = (path for one in (periode, *together) for path in (root / f"data/{one}/{unit}").glob("*"))
    return any(path.is_file() and not path.name.startswith((".", "~")) for path in files)


def _named(one: Respondent, part: Survey, variables: dict[str, Variable]) -> Respondent:
    """Give a respondent of a part the groups of the whole: blank where the part did not ask; its id names the period."""
    groups = {name: one.groups.get(name, (NOT_FILLED_IN,)) for name in variables}
    identity = one.id if "/" in one.id else f"{part.periode}/{one.id}"
    return dataclasses.replace(one, id=identity, groups=groups)
