"""The period before, where its answers are in the project: what a change is tested against.

The parameters name the previous period (`periode_sebelumnya`). When it has parameters and answers of its own, it is read as
any report is, and scored with the same weights, so that a change has an interval. Otherwise only its published figures are
there, and no test is possible. Answers that cannot be read any more are told and never stop this period's report.
"""

from __future__ import annotations

import dataclasses

from skmlib.parameters import Parameters, load_parameters
from skmlib.parameters.models import RESPONSES_FILE
from skmlib.parameters.roster import has_data
from skmlib.problems import DataError, Finding
from skmlib.survey.headline import Strata, headline_strata, mean_ikm
from skmlib.survey.part_sources import sources_of
from skmlib.survey.parts import combine_parts, read_parts
from skmlib.survey.published import decimals_of
from skmlib.survey.regulation import IKM_DECIMALS, round_half_up
from skmlib.survey.tally import Tally


@dataclasses.dataclass(frozen=True)
class PreviousPeriod:
    """The answers of the previous period.

    Attributes
    ----------
    periode : str
        Its name.
    parameters : Parameters
        What it was read with.
    tally : Tally
        Counts of its valid rows.
    strata : mapping
        What its index is the mean of: the whole unit, or each service.
    """

    periode: str
    parameters: Parameters
    tally: Tally
    strata: Strata


def read_previous(parameters: Parameters) -> tuple[PreviousPeriod | None, tuple[Finding, ...]]:
    """Read the answers of the previous period, where there are any.

    Parameters
    ----------
    parameters : Parameters
        Of this period's report.

    Returns
    -------
    previous : PreviousPeriod or None
    findings : tuple of Finding
        Why they cannot be compared, or where they contradict the published index.
    """
    periode = parameters.survei.periode_sebelumnya
    if periode is None or not has_data(parameters.unit, periode, root=parameters.root):
        return None, ()
    try:
        own = load_parameters(parameters.unit, periode, root=parameters.root)
        parts = read_parts(own)
        tally = sum((part.tally for part in parts[1:]), start=parts[0].tally)
        strata = headline_strata(own, combine_parts(parts, own).valid, tally)
    except DataError as error:
        reason = error.all[0]
        text = (
            f"Jawaban periode {periode} tidak dapat dibaca ({reason.berkas}: {reason.sentence.removesuffix('.')}), sehingga "
            "perubahan tidak diuji; betulkan berkas itu atau hapus parameternya."
        )
        return None, (Finding("periode_sebelumnya", parameters.berkas[0], text),)
    previous = PreviousPeriod(periode, own, tally, strata)
    return previous, (*_other_headline(parameters, previous), *_contradictions(parameters, previous))


def previous_names(parameters: Parameters) -> tuple[str, ...]:
    """Name the files of the previous period that are read, relative to the project folder.

    Parameters
    ----------
    parameters : Parameters
        Of this period's report.

    Returns
    -------
    tuple of str
        Those that are looked for and do not exist are among them.
    """
    periode = parameters.survei.periode_sebelumnya
    if periode is None:
        return ()
    if not has_data(parameters.unit, periode, root=parameters.root):
        needed = (f"params/{periode}/{parameters.unit}.yml", f"data/{periode}/{parameters.unit}/{RESPONSES_FILE}")
        return tuple(name for name in needed if not (parameters.root / name).exists())
    try:
        own = load_parameters(parameters.unit, periode, root=parameters.root)
        parts = sources_of(own)
        quarters = dict.fromkeys(f"params/{one}/{own.unit}.yml" for part in parts for one in part.periode)
        return (own.berkas[0], *quarters, *(f"{part.parameters.data_folder}/{part.responden}" for part in parts))
    except DataError:
        return (f"params/{periode}/{parameters.unit}.yml",)


def _other_headline(parameters: Parameters, previous: PreviousPeriod) -> list[Finding]:
    """Say when the index of the previous period is of the other kind."""
    now, before = parameters.survei.nilai_utama, previous.parameters.survei.nilai_utama
    if now == before:
        return []
    text = (
        f"'nilai_utama' periode ini {now!r}, sedangkan periode {previous.periode} {before!r}, sehingga perubahan IKM "
        "bukan perubahan layanan semata; samakan bila keduanya hendak dibandingkan."
    )
    return [Finding("nilai_utama_berbeda", parameters.berkas[0], text)]


def _contradictions(parameters: Parameters, previous: PreviousPeriod) -> list[Finding]:
    """Say when the index computed from the answers is not the published one."""
    computed = mean_ikm(previous.strata, bobot=previous.parameters.bobot)
    published = next((past.ikm for past in parameters.survei.riwayat if past.periode == previous.periode), None)
    if computed is None or published is None:
        return []
    decimals = decimals_of(published)
    if round_half_up(computed, decimals) == published:
        return []
    shown = max(IKM_DECIMALS, decimals)
    told = f"{float(round_half_up(computed, shown)):.{shown}f}".replace(".", ",")
    text = (
        f"IKM periode {previous.periode} dihitung dari jawabannya {told}, sedangkan pada 'riwayat' tertulis "
        f"{str(published).replace('.', ',')}; periksa mana yang benar."
    )
    return [Finding("riwayat_berbeda", parameters.berkas[0], text)]
