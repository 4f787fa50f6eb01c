"""What the poster publishes: the index, its band, and who answered."""

from __future__ import annotations

import datetime

from skmlib.report import wording
from skmlib.report.blocks import Poster, PosterBand, PosterGroups, PosterRow
from skmlib.report.headline import headline_sentence
from skmlib.report.profile import name_of
from skmlib.survey.headings import groups_of
from skmlib.survey.profile import gather_unknown
from skmlib.survey.regulation import BANDS
from skmlib.survey.results import Results

TITLE = "Indeks Kepuasan Masyarakat"
THANKS = "Terima kasih atas penilaian Anda. Masukan Anda membantu kami memperbaiki pelayanan."
PUBLISHED_PROFILE = ("jenis_kelamin", "pendidikan")
PERCENT_DECIMALS = 1
WHOLE = 100
NO_BREAK = "\u00a0"


def publication_poster(results: Results) -> Poster:
    """Publish the result of a survey on one page.

    Parameters
    ----------
    results : Results
        Of the unit.

    Returns
    -------
    Poster
        With the index, its band, the respondents (by sex and education where asked) and a line of thanks.
    """
    parameters, score = results.survey.parameters, results.ikm
    survei, instansi = parameters.survei, parameters.instansi
    span = survei.periode.pengumpulan
    return Poster(
        judul=TITLE,
        unit=survei.nama,
        instansi=instansi.nama if instansi.nama != survei.nama else "",
        periode=wording.periode(parameters.periode),
        tanggal=survei.pengesahan.tanggal,
        nilai=wording.number(score.ikm),
        mutu=score.mutu or "",
        kinerja=score.kinerja or "",
        responden=wording.whole(results.ikm_responden.n),
        masa=f"{_unbroken(span.mulai)} sampai dengan {_unbroken(span.selesai)}",
        bands=_bands(results),
        groups=tuple(_groups(results, key) for key in PUBLISHED_PROFILE if key in results.profile),
        catatan=_caution(results),
        ucapan=THANKS,
        logo=results.survey.logo,
        logo_alt=instansi.logo.alt if instansi.logo else "",
    )


def _unbroken(day: datetime.date) -> str:
    """Write a date that stays on one line."""
    return wording.date(day).replace(" ", NO_BREAK)


def _bands(results: Results) -> tuple[PosterBand, ...]:
    """List the bands of the index, and say which one the unit is in."""
    return tuple(
        PosterBand(
            band.mutu,
            band.kinerja,
            f"{wording.number(band.batas_bawah)}–{wording.number(band.batas_atas)}",
            band.mutu == results.ikm.mutu,
        )
        for band in BANDS
    )


def _caution(results: Results) -> str:
    """Say why there is no index, that it is a mean of services, and that its interval crosses a band limit."""
    score = results.ikm
    if score.ikm is None:
        return f"Indeks tidak dapat dihitung. {score.reason}"
    told = [headline_sentence(results)] if results.is_layanan_mean else []
    if score.limits_crossed:
        limits = wording.listing([wording.number(limit) for limit in score.limits_crossed])
        told.append(
            f"Selang kepercayaan {wording.LEVEL} nilai ini, {wording.number(score.low)} sampai {wording.number(score.high)}, "
            f"melintasi batas mutu {limits}."
        )
    return " ".join(told)


def _groups(results: Results, key: str) -> PosterGroups:
    """List the respondents by one characteristic; what the parameters do not name is one group."""
    group = groups_of(results.survey.parameters)[key]
    counts = gather_unknown(results.profile[key], categories=group.kategori)
    rows = [
        PosterRow(
            str(row.kelompok),
            wording.whole(int(row.n)),
            wording.share(row.persen, PERCENT_DECIMALS),
            float(row.persen or 0) / WHOLE,
        )
        for row in counts.itertuples(index=False)
    ]
    note = "Satu orang dapat memilih lebih dari satu." if group.pilihan_ganda else ""
    return PosterGroups(name_of(results, key), tuple(rows), note)
