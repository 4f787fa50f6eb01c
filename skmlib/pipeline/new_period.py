"""A new period begun from an old one: parameters carried forward, the plan handed on, a folder for the data.

The old period is read and checked as for a report, since its index joins the history and its plan is what the next report
reports on. `read_new_period` says what would be written, `write_new_period` writes it. Nothing that exists is replaced. Texts
and comments are not copied: last period's prose under new figures is a trap, and comments belong to their own respondents.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Sequence
from fractions import Fraction
from pathlib import Path

import pandas as pd

from skmlib.parameters.carry_forward import carry_forward
from skmlib.parameters.marks import find_marks
from skmlib.parameters.models import Riwayat, SurveiParameters
from skmlib.parameters.project import SURVEY
from skmlib.parameters.yaml_file import read_yaml_text
from skmlib.problems import DataError, Problem
from skmlib.survey.dataset import Survey, read_survey
from skmlib.survey.headline import mean_ikm, mean_nrr
from skmlib.survey.regulation import IKM_DECIMALS, IKM_PER_NI, NI_DECIMALS, round_half_up
from skmlib.survey.rtl import read_actions
from skmlib.survey.rtl_checks import ACTIONS_FILE, COLUMNS, PLANNED

TO_REPORT = ("status", "tanggal", "uraian", "kendala")


@dataclasses.dataclass(frozen=True)
class NewPeriod:
    """What begins the new period of one unit.

    Attributes
    ----------
    unit, periode, sebelumnya : str
        The unit, the new and the old period.
    berkas, data_folder : str
        The new parameter file and the folder that waits for the export, relative to the project folder.
    parameters : str
        Content of the parameter file.
    actions : str or None
        Content of `tindak_lanjut.csv`; None when the old period planned nothing.
    n_actions : int
        Its rows.
    responden : tuple of str
        The names of the exports that are waited for; empty when the answers are those of combined periods.
    riwayat : Riwayat or None
        What joined the history; None when the old period has no index.
    jenis : str
        The kind of report: a survey or a recap.
    """

    unit: str
    periode: str
    sebelumnya: str
    berkas: str
    data_folder: str
    parameters: str
    actions: str | None
    n_actions: int
    responden: tuple[str, ...]
    riwayat: Riwayat | None
    jenis: str = SURVEY

    @property
    def marks(self) -> list[tuple[int, str]]:
        """Where a person must decide: line and sentence."""
        return find_marks(self.parameters)


def read_new_period(unit: str, periode: str, *, sebelumnya: str, root: Path) -> NewPeriod:
    """Read an old period and say what begins the new one.

    Parameters
    ----------
    unit, periode : str
        The unit and the new period.
    sebelumnya : str
        The old period.
    root : Path
        The project folder.

    Returns
    -------
    NewPeriod
        Nothing is written yet.

    Raises
    ------
    DataError
        When the new period has been begun already, or the old one has problems.
    """
    berkas, folder = f"params/{periode}/{unit}.yml", f"data/{periode}/{unit}"
    refuse_existing([berkas, f"{folder}/{ACTIONS_FILE}"], root)
    survey = read_survey(unit, sebelumnya, root=root)
    old, survei = survey.parameters.berkas[0], survey.parameters.survei
    riwayat = _published(survey)
    text = read_yaml_text(root / old, berkas=old)
    plan = _plan(survey)
    return NewPeriod(
        unit=unit,
        periode=periode,
        sebelumnya=sebelumnya,
        berkas=berkas,
        data_folder=folder,
        parameters=carry_forward(text, survei, periods=(sebelumnya, periode), riwayat=riwayat, berkas=old),
        actions=None if plan.empty else plan.to_csv(index=False, lineterminator="\n"),
        n_actions=len(plan),
        responden=_awaited(survei),
        riwayat=riwayat,
    )


def write_new_period(begun: NewPeriod, *, root: Path) -> None:
    """Write the parameters, the handed-on plan and the folder that waits for the export.

    Parameters
    ----------
    begun : NewPeriod
        From `read_new_period`.
    root : Path
        The project folder.

    Raises
    ------
    DataError
        When one of the files exists by now.
    """
    contents = {f"{begun.data_folder}/{ACTIONS_FILE}": begun.actions, begun.berkas: begun.parameters}
    refuse_existing(list(contents), root)
    (root / begun.data_folder).mkdir(parents=True, exist_ok=True)
    (root / begun.berkas).parent.mkdir(parents=True, exist_ok=True)
    is_windows = b"\r\n" in (root / f"params/{begun.sebelumnya}/{begun.unit}.yml").read_bytes()
    for name, content in contents.items():
        if content is not None:
            newline = "\r\n" if is_windows and name == begun.berkas else "\n"
            encoding = "utf-8" if name == begun.berkas else "utf-8-sig"
            (root / name).write_text(content, encoding=encoding, newline=newline)


def _awaited(survei: SurveiParameters) -> tuple[str, ...]:
    """Name the exports that the new folder waits for."""
    if survei.gabungan:
        return ()
    return tuple(tahap.responden for tahap in survei.data.tahap) or (survei.data.responden,)


def refuse_existing(names: Sequence[str], root: Path) -> None:
    """Refuse to begin a period of which a file exists.

    Parameters
    ----------
    names : sequence of str
        The files that would be written, relative to the project folder.
    root : Path
        The project folder.

    Raises
    ------
    DataError
        When one of them exists.
    """
    allowed = "berkas yang ada tidak ditimpa; pindahkan atau hapus dahulu bila hendak dibuat ulang"
    problems = [Problem(name, "sudah ada", allowed) for name in names if (root / name).exists()]
    if problems:
        raise DataError(problems)


def _published(survey: Survey) -> Riwayat | None:
    """Give the results of a period as its report prints them; None without an index."""
    parameters, tally = survey.parameters, survey.tally
    ikm = mean_ikm(survey.strata, bobot=parameters.bobot)
    if ikm is None:
        return None
    scores = mean_nrr(survey.strata)
    return Riwayat(
        periode=parameters.periode,
        ni=printed_score(ikm / IKM_PER_NI, NI_DECIMALS),
        ikm=printed_score(ikm, IKM_DECIMALS),
        responden=tally.responden,
        unsur=dict(zip(tally.unsur, [printed_score(nrr, NI_DECIMALS) for nrr in scores["nrr"]], strict=True)),
    )


def printed_score(value: Fraction, decimals: int) -> str:
    """Print a score, rounded half up, with a decimal point.

    Examples
    --------
    >>> printed_score(Fraction("3.535"), 2)
    '3.54'
    """
    return f"{float(round_half_up(value, decimals)):.{decimals}f}"


def _plan(survey: Survey) -> pd.DataFrame:
    """Give the rows that the old period planned, as they were typed, with nothing reported yet."""
    if survey.actions is None:
        return pd.DataFrame(columns=list(COLUMNS))
    parameters = survey.parameters
    berkas = f"{parameters.data_folder}/{ACTIONS_FILE}"
    typed = read_actions(parameters.root / berkas, berkas=berkas)[list(COLUMNS)]
    plan = typed[typed["periode"] == parameters.periode]
    return plan.assign(**dict.fromkeys(TO_REPORT, ""), direncanakan=plan["direncanakan"].replace("", PLANNED))
