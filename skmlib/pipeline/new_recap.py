"""A new period of a recap begun from an old one: its parameters carried forward, its headline in the history."""

from __future__ import annotations

from pathlib import Path

from skmlib.parameters.carry_forward import carry_recap
from skmlib.parameters.models import Riwayat
from skmlib.parameters.project import RECAP
from skmlib.parameters.yaml_file import read_yaml_text
from skmlib.pipeline.new_period import NewPeriod, printed_score, refuse_existing
from skmlib.survey.recap import Recap, read_recap
from skmlib.survey.recap_summary import summarise_recap
from skmlib.survey.recap_table import UNIT_FILE
from skmlib.survey.regulation import IKM_DECIMALS, IKM_PER_NI, NI_DECIMALS


def read_new_recap(unit: str, periode: str, *, sebelumnya: str, root: Path) -> NewPeriod:
    """Read an old recap and say what begins the new one.

    Parameters
    ----------
    unit, periode : str
        The recap and the new period.
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
    refuse_existing([berkas], root)
    recap = read_recap(unit, sebelumnya, root=root)
    old = recap.parameters.berkas[0]
    riwayat = _published(recap)
    text = read_yaml_text(root / old, berkas=old)
    periods = (sebelumnya, periode)
    return NewPeriod(
        unit=unit,
        periode=periode,
        sebelumnya=sebelumnya,
        berkas=berkas,
        data_folder=folder,
        parameters=carry_recap(text, recap.parameters.rekap, periods=periods, riwayat=riwayat, berkas=old),
        actions=None,
        n_actions=0,
        responden=(UNIT_FILE,) if recap.is_published else (),
        riwayat=riwayat,
        jenis=RECAP,
    )


def _published(recap: Recap) -> Riwayat | None:
    """Give the headline of a recap as its report prints it; None without an index."""
    results = summarise_recap(recap)
    if results.ikm.ikm is None:
        return None
    unsur = {name: printed_score(nilai / IKM_PER_NI, NI_DECIMALS) for name, nilai in results.utama.nilai.items()}
    return Riwayat(
        periode=recap.parameters.periode,
        ni=printed_score(results.ikm.ni, NI_DECIMALS),
        ikm=printed_score(results.ikm.ikm, IKM_DECIMALS),
        responden=results.n,
        unsur=unsur,
    )
