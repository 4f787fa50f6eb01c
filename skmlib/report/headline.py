"""The two indices of a unit with services, as mean of its services and of all its respondents: told together, never mixed."""

from __future__ import annotations

from skmlib.report import wording
from skmlib.report.blocks import Column, Table
from skmlib.survey.results import Results
from skmlib.survey.scores import IkmScore

MEAN, POOLED = "Rata-rata layanan", "Seluruh responden"
MEANING = (
    "Rata-rata layanan menimbang setiap layanan sama, berapa pun respondennya; nilai seluruh responden menimbang setiap "
    "responden sama."
)


def headline_sentence(results: Results) -> str:
    """Say which index the unit publishes first, and what the other one is; empty for a survey without services.

    Parameters
    ----------
    results : Results
        Of the unit.

    Returns
    -------
    str
        Both values, or why there is no mean of services.
    """
    mean, pooled = results.layanan_mean, results.ikm_responden
    if mean is None:
        return ""
    n = wording.whole(len(mean.layanan))
    if results.is_layanan_mean:
        other = "tidak dapat dihitung" if pooled.ikm is None else wording.number(pooled.ikm)
        return (
            f"Nilai utama unit ini adalah rata-rata {n} layanan; sebagai nilai seluruh {wording.whole(pooled.n)} responden, "
            f"IKM-nya {other}."
        )
    if mean.ikm.ikm is None:
        return " ".join(["Rata-rata layanan tidak dihitung.", *filter(None, [mean.ikm.reason])])
    return (
        "Nilai utama unit ini adalah nilai seluruh responden; sebagai rata-rata "
        f"{n} layanan, IKM-nya {wording.number(mean.ikm.ikm)}."
    )


def headline_table(results: Results) -> Table | None:
    """Tabulate both indices, the one that is published first above; None for a survey without services.

    Parameters
    ----------
    results : Results
        Of the unit.

    Returns
    -------
    Table or None
        Two rows, each with its own respondents, band and interval; the notes say who is not in the mean of services.
    """
    mean = results.layanan_mean
    if mean is None:
        return None
    scores = {f"{MEAN} ({wording.whole(len(mean.layanan))} layanan)": mean.ikm, POOLED: results.ikm_responden}
    rows = [
        _row(name, score, "Nilai utama" if score is results.ikm else "Pembanding") for name, score in scores.items()
    ]
    columns = (
        Column("Cara menghitung"),
        Column("Responden", "kanan"),
        Column("NI", "kanan"),
        Column("IKM", "kanan"),
        Column("Mutu", "tengah"),
        Column(f"Selang {wording.LEVEL} IKM", "kanan"),
        Column("Kedudukan"),
    )
    ordered = rows if results.is_layanan_mean else rows[::-1]
    return Table("IKM unit menurut cara menghitung", columns, tuple(ordered), mean_notes(results), keep_together=True)


def _row(name: str, score: IkmScore, place: str) -> tuple[str, ...]:
    """Make the row of one index."""
    shown = wording.number(score.ni), wording.number(score.ikm), score.mutu or wording.MISSING
    return name, wording.whole(score.n), *shown, wording.interval(score.low, score.high), place


def mean_notes(results: Results) -> tuple[str, ...]:
    """Say what the mean of services means, and which services and respondents are not in it.

    Parameters
    ----------
    results : Results
        Of a survey with services.

    Returns
    -------
    tuple of str
        Sentences.
    """
    mean, notes = results.layanan_mean, [MEANING]
    if mean.tanpa_responden:
        names = wording.listing(list(mean.tanpa_responden))
        notes.append(f"Tanpa responden, sehingga tidak termasuk dalam rata-rata layanan: {names}.")
    if mean.n_lain:
        n = wording.whole(mean.n_lain)
        notes.append(
            f"{n} responden tidak menyebut salah satu layanan itu dan hanya termasuk dalam nilai seluruh responden."
        )
    return (*notes, *([mean.ikm.reason] if mean.ikm.reason else []))
