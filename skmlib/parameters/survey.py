"""The parameters of one survey: its own file, and what follows from it about unsur, labels and weights."""

from __future__ import annotations

import dataclasses
import functools
import re
from collections.abc import Mapping
from fractions import Fraction
from pathlib import Path

from skmlib.parameters.checks import cross_check
from skmlib.parameters.loading import ReportParameters, load_files
from skmlib.parameters.models import SurveiParameters
from skmlib.parameters.project import PERFORMANCE, RECAP, REPORTS, SURVEY, read_kind
from skmlib.parameters.yaml_file import read_texts_of
from skmlib.problems import DataError, Problem, nearest
from skmlib.survey.regulation import UNSUR, UNSUR_NAMA, bobot_unsur

OWN_BOBOT = "menurut parameter"


@dataclasses.dataclass(frozen=True)
class Parameters(ReportParameters):
    """All that one report of a survey is told: its identity, its agency and its survey.

    Attributes
    ----------
    survei : SurveiParameters
        The report's own file.
    """

    survei: SurveiParameters

    @property
    def own(self) -> SurveiParameters:
        """The report's own file, by the name that every kind of report has for it."""
        return self.survei

    @property
    def unsur(self) -> tuple[str, ...]:
        """Ids of the unsur in the order of their labels, U1 to U9; without numbers in the labels, of the regulation."""
        return order_unsur({unsur: told.label for unsur, told in self.survei.unsur.items()})

    @property
    def label_unsur(self) -> dict[str, str]:
        """The label of each unsur in this report, such as U1."""
        return {unsur: self.survei.unsur[unsur].label for unsur in self.unsur}

    @property
    def nama_unsur(self) -> dict[str, str]:
        """The name of each unsur: the report's own, or the regulation's."""
        return {unsur: self.survei.unsur[unsur].nama or UNSUR_NAMA[unsur] for unsur in self.unsur}

    @property
    def bobot(self) -> dict[str, Fraction]:
        """The weight of each unsur."""
        return bobot_unsur(self.survei.bobot, self.unsur)

    @property
    def nama_bobot(self) -> str:
        """What the weight of the report is called."""
        return self.survei.bobot if isinstance(self.survei.bobot, str) else OWN_BOBOT


def order_unsur(label: Mapping[str, str]) -> tuple[str, ...]:
    """Put unsur in the order of their labels, U1 to U9; without numbers in the labels, in the order of the regulation.

    Parameters
    ----------
    label : mapping of str to str
        The label of each unsur.

    Returns
    -------
    tuple of str

    Examples
    --------
    >>> order_unsur({"sarana": "U8", "waktu": "U3"}), order_unsur({"sarana": "S", "waktu": "W"})
    (('waktu', 'sarana'), ('waktu', 'sarana'))
    """
    further = [unsur for unsur in label if unsur not in UNSUR]
    ordered = [*(unsur for unsur in UNSUR if unsur in label), *further]
    numbers = {unsur: re.search(r"\d+", label[unsur]) for unsur in ordered}
    if not all(numbers.values()):
        return tuple(ordered)
    return tuple(sorted(ordered, key=lambda unsur: int(numbers[unsur].group())))


def load_parameters(unit: str, periode: str, *, root: Path) -> Parameters:
    """Load and check the parameters of one survey.

    Parameters
    ----------
    unit, periode : str
        Identity of the report, such as `"kasn"` and `"2024"`.
    root : Path
        The project folder.

    Returns
    -------
    skmlib.parameters.Parameters
        What the report's file and the file of its agency say.

    Raises
    ------
    TypeError
        When `unit` or `periode` is not text: papermill's `-p` turns 2024 into a number, `-r` keeps it.
    DataError
        When a file is missing, holds marks or does not fit its model; all problems of a file at once.
    """
    check = functools.partial(cross_check, periode=periode)
    try:
        survei, instansi = load_files(SurveiParameters, unit, periode, root=root, check=check)
    except DataError as error:
        problem = _other_kind(unit, periode, root)
        if problem is None:
            raise
        raise DataError([problem]) from error
    return Parameters(unit, periode, root, instansi, survei)


def _other_kind(unit: str, periode: str, root: Path) -> Problem | None:
    """Say when a file is that of another kind of report, or probably should be: its keys are then not judged as a survey's."""
    berkas = f"params/{periode}/{unit}.yml"
    kind = read_kind(unit, periode, root=root)
    if kind != SURVEY:
        return Problem(berkas, f"berisi laporan {kind!r}, bukan survei", "pilih unit yang disurvei")
    others = (RECAP, PERFORMANCE)
    for asked in read_texts_of(root / berkas, "laporan")[:1]:
        near = nearest(asked, (*REPORTS, *others))
        if asked not in REPORTS and near in others:
            options = f"seharusnya salah satu dari {', '.join(map(repr, (*REPORTS, *others)))}"
            return Problem(berkas, f"tertulis {asked!r}", options, None, "laporan", f"Mungkin maksudnya {near!r}?")
    return None
