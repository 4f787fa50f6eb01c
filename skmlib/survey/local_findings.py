"""Findings for the analyst alone: what they say of answers, where each file or sheet holds one group and a group is hidden.

A finding is told file by file. Where the files are the groups (`kolom: (tahap)`), how many rows of a file gave one answer, or
left one out, is what a hidden group answered. So none of these is published then, of no file: those of shown groups, taken
from the sorted rows, would tell the rest (decision 0003). A finding says that they are left out.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Sequence

import pandas as pd

from skmlib.parameters import Parameters
from skmlib.problems import Finding
from skmlib.survey.groups import choose_hidden, tally_groups
from skmlib.survey.headings import PHASE_HEADING, groups_of

OF_ANSWERS = frozenset({"jawaban_kosong", "dibaca_kosong", "baris_kembar", "jawaban_seragam", "ejaan_disamakan"})
LEFT_OUT = (
    "Temuan tentang jawaban di tiap berkas atau lembar tidak dimuat dalam laporan, karena menurut '{key}' setiap berkas atau "
    "lembar adalah satu kelompok dan ada kelompok yang disembunyikan; 'skm check' menampilkannya."
)


def keep_local(findings: Sequence[Finding], parameters: Parameters, valid: pd.DataFrame) -> tuple[Finding, ...]:
    """Mark the findings that would give a hidden group away.

    Parameters
    ----------
    findings : sequence of Finding
        About the responses.
    parameters : Parameters
        Of the report.
    valid : DataFrame
        All valid rows, with the groups and the unsur.

    Returns
    -------
    tuple of Finding
        The same, some for the analyst alone, and one more that says so.
    """
    told = [
        Finding("temuan_setempat", parameters.berkas[0], LEFT_OUT.format(key=key))
        for key, group in groups_of(parameters).items()
        if group.kolom == PHASE_HEADING and _hides(key, group.kategori, parameters, valid)
    ]
    if not told:
        return tuple(findings)
    return (*(dataclasses.replace(one, is_local=_is_of_answers(one)) for one in findings), *told)


def _is_of_answers(finding: Finding) -> bool:
    """Tell whether a finding says what the rows of a file answered: their number by answer, or the index without them."""
    return finding.jenis in OF_ANSWERS or finding.ikm_tanpa is not None


def _hides(key: str, kategori: Sequence[str], parameters: Parameters, valid: pd.DataFrame) -> bool:
    """Tell whether a variable has hidden groups."""
    tallies = tally_groups(valid, key, categories=kategori, unsur=parameters.unsur)
    ambang = parameters.survei.ambang_kelompok
    return bool(choose_hidden(tallies, valid, key, categories=kategori, ambang=ambang))
