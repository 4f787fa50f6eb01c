"""The part of a proposal that says how respondents are grouped: the service, and the characteristics of their profile.

A column whose texts differ too much to be groups is named, so that the analyst hears of it.
"""

from __future__ import annotations

from typing import Any

import pandas as pd

from skmlib.parameters.proposal_text import marked
from skmlib.survey.categories import MARKS, fold
from skmlib.survey.column_roles import Roles
from skmlib.survey.guess_groups import GROUPS, propose_groups


def describe_groups(data: pd.DataFrame, roles: Roles) -> tuple[dict[str, Any] | None, dict[str, Any], list[str]]:
    """Propose service and profile, and name the columns whose texts are no groups.

    Parameters
    ----------
    data : DataFrame of str
        Cells, rows of sums apart.
    roles : Roles
        Of the columns.

    Returns
    -------
    layanan : dict or None
        Of the parameter file; None without a service.
    profil : dict
        The characteristics by their keys.
    ungrouped : list of str
        Headings of columns that hold no groups.
    """
    layanan, profil, ungrouped = None, {}, []
    offered = {ticks.question: list(ticks.choices.values()) for ticks in roles.ticks if ticks.whole}
    for key, name in roles.groups.items():
        group = propose_groups(data[name], key=key, choices=offered.get(name, ()))
        if group is None or len({fold(kategori) for kategori in group.kategori}) < 1:
            ungrouped.append(name)
            continue
        entry: dict[str, Any] = {} if key == "layanan" else {"nama": GROUPS[key][0]}
        entry |= {"kolom": name, "kategori": marked(group.kategori, group.mark)}
        entry |= {"kode": group.kode} if group.kode else {}
        entry |= {"pilihan_ganda": "ya"} if group.pilihan_ganda else {}
        entry |= {"pemisah": group.pemisah} if group.pemisah != MARKS else {}
        entry |= {"kelahiran": "ya"} if group.kelahiran else {}
        if key == "layanan":
            layanan = entry
        else:
            profil[key] = entry
    return layanan, profil, ungrouped
