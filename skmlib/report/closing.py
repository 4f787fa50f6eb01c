"""Summary and conclusions: what the report comes to, and where it is signed (BAB V)."""

from __future__ import annotations

from skmlib.report import wording
from skmlib.report.blocks import Block, Blocks, KeyFigure, KeyFigures, Signature, Text
from skmlib.report.headline import MEAN, POOLED, headline_sentence
from skmlib.report.scores import extremes_sentence, interval_sentence
from skmlib.report.trend import change_sentence
from skmlib.survey.regulation import NI_DECIMALS
from skmlib.survey.results import ReportResults, Results

NAMED_TIES = 3  # more unsur than these would fill the panel with names


def summary_panel(results: Results) -> Block:
    """Show the index very large with a few figures beside it, and the main points in a list.

    Parameters
    ----------
    results : Results
        Of the unit.

    Returns
    -------
    Block
        The panel and a list of sentences.
    """
    score, sample = results.ikm, results.sample
    detail = ""
    if score.low is not None:
        detail = f"Selang {wording.LEVEL}: {wording.number(score.low)} sampai {wording.number(score.high)}"
    items = [
        KeyFigure(
            "Responden",
            wording.whole(results.ikm_responden.n),
            _sample_detail(results) if sample else "Populasi tidak diketahui",
        ),
        KeyFigure(f"Unsur tertinggi ({wording.NI_SCALE})", *_extreme(results, results.priorities.tertinggi)),
        KeyFigure(f"Unsur terendah ({wording.NI_SCALE})", *_extreme(results, results.priorities.terendah)),
    ]
    items += _other_index(results)
    panel = KeyFigures(
        KeyFigure("Indeks Kepuasan Masyarakat", wording.number(score.ikm), detail),
        tuple(items),
        mutu=score.mutu or "",
        kinerja=score.kinerja or "",
    )
    return Blocks([panel, Text.bullets(*_main_points(results))])


def _other_index(results: Results) -> list[KeyFigure]:
    """Give the index that is not published first, where there is one: of all respondents, or the mean of services."""
    if results.layanan_mean is None:
        return []
    name, score, headline = (
        (POOLED, results.ikm_responden, MEAN) if results.is_layanan_mean else (MEAN, results.layanan_mean.ikm, POOLED)
    )
    told = KeyFigure(
        f"IKM {wording.inline(name)}", wording.number(score.ikm), f"Nilai utama: {wording.inline(headline)}"
    )
    return [] if score.ikm is None else [told]


def _sample_detail(results: Results) -> str:
    """Say how the respondents compare with the minimum."""
    return f"{wording.percent(results.sample.persen, 1)} dari sampel minimum {wording.whole(results.sample.minimum)}"


def _extreme(results: Results, unsur: tuple[str, ...]) -> tuple[str, str]:
    """Give label and score of the highest or lowest unsur."""
    parameters = results.survey.parameters
    scores = results.unsur.set_index("unsur")["nrr"]
    if results.priorities.tertinggi == results.priorities.terendah:
        return f"Sama semua · {wording.number(scores[unsur[0]])}", ""
    label = wording.listing([parameters.label_unsur[name] for name in unsur])
    if len(unsur) > NAMED_TIES:
        return f"{wording.whole(len(unsur))} unsur · {wording.number(scores[unsur[0]])}", label
    names = wording.listing([parameters.nama_unsur[name] for name in unsur])
    return f"{label} · {wording.number(scores[unsur[0]])}", names


def _main_points(results: Results) -> list[str]:
    """List the main points of the report in sentences."""
    points = [interval_sentence(results), change_sentence(results), priorities_sentence(results)]
    if results.ikm.limits_crossed:
        limits = wording.listing([wording.number(limit) for limit in results.ikm.limits_crossed])
        points[0] += f" Selang ini melintasi batas mutu {limits}."
    if results.realised is not None and results.realised.persen is not None:
        before = wording.periode(results.survey.parameters.survei.periode_sebelumnya)
        points.append(f"Tindak lanjut hasil survei {before} terlaksana {wording.percent(results.realised.persen, 1)}.")
    n = len(results.findings)
    points.append(
        f"Pemeriksaan data menghasilkan {wording.whole(n)} temuan yang diuraikan pada lampiran mutu data."
        if n
        else "Pemeriksaan data tidak menghasilkan temuan."
    )
    return [point for point in points if point]


def priorities_sentence(results: Results) -> str:
    """Name the unsur to improve first.

    Parameters
    ----------
    results : Results
        Of the unit.

    Returns
    -------
    str
        Lowest first, with label and score; empty when no unsur has one.
    """
    parameters = results.survey.parameters
    scores = results.unsur.set_index("unsur")["nrr"]
    names = [
        f"{parameters.label_unsur[unsur]} {parameters.nama_unsur[unsur]} ({wording.number(scores[unsur])})"
        for unsur in results.priorities.prioritas
    ]
    return f"Unsur prioritas perbaikan: {wording.listing(names)}." if names else ""


def priorities_text(results: Results) -> Text:
    """Name the unsur to improve first, and why there may be more than asked for.

    Parameters
    ----------
    results : Results
        Of the unit.

    Returns
    -------
    Text
        The sentence, and the reason when ties make the list longer.
    """
    order = results.priorities
    more = ""
    if len(order.prioritas) > order.jumlah:
        more = (
            f"Jumlahnya lebih dari {wording.whole(order.jumlah)} karena ada nilai yang sama pada {NI_DECIMALS} desimal."
        )
    return Text.plain(" ".join(filter(None, [priorities_sentence(results), more])))


def strengths_text(results: Results) -> Block:
    """Say the strong and the weak unsur, then the analyst's own words.

    Parameters
    ----------
    results : Results
        Of the unit.

    Returns
    -------
    Block
        Sentences and the analyst's words.
    """
    words = results.survey.narasi.get("kekuatan dan kelemahan")
    blocks: list[Block] = [Text.plain(extremes_sentence(results), _bands_sentence(results))]
    return Blocks([*blocks, *([Text.markdown(words)] if words else [])])


def _bands_sentence(results: Results) -> str:
    """Name the unsur by their band."""
    labels = results.survey.parameters.label_unsur
    by_mutu = results.unsur.dropna(subset=["mutu"]).groupby("mutu", sort=True)["unsur"]
    parts = [f"mutu {mutu}: {wording.listing([labels[unsur] for unsur in names])}" for mutu, names in by_mutu]
    return f"Menurut mutunya, unsur terbagi atas {'; '.join(parts)}." if parts else ""


def conclusion_text(results: Results) -> Block:
    """Conclude from the figures, then in the analyst's own words.

    Parameters
    ----------
    results : Results
        Of the unit.

    Returns
    -------
    Block
        A numbered list and the analyst's words.
    """
    score, survei = results.ikm, results.survey.parameters.survei
    first = (
        f"Mutu pelayanan {survei.nama} pada {wording.periode(results.survey.parameters.periode)} berada pada kategori "
        f"{score.mutu} ({score.kinerja}) dengan IKM {wording.number(score.ikm)} dari {wording.whole(score.n)} responden."
        if score.ikm is not None
        else f"IKM {survei.nama} tidak dapat dihitung. {score.reason}"
    )
    first = " ".join(filter(None, [first, headline_sentence(results)]))
    points = [first, extremes_sentence(results), change_sentence(results), priorities_sentence(results)]
    words = results.survey.narasi.get("kesimpulan")
    computed = Text.bullets(*[point for point in points if point], numbered=True)
    return Blocks([computed, *([Text.markdown(words)] if words else [])])


def signature(results: ReportResults) -> Signature:
    """Show where a report of any kind is signed.

    Parameters
    ----------
    results : ReportResults
        Of the report.

    Returns
    -------
    Signature
        Place and date, office, name and number.
    """
    pengesahan = results.parameters.own.pengesahan
    return Signature(
        f"{pengesahan.tempat}, {wording.date(pengesahan.tanggal)}",
        pengesahan.jabatan,
        pengesahan.nama or "",
        pengesahan.nip or "",
    )


def documentation_text(results: Results) -> Text:
    """Show the analyst's documentation, or say that there is none.

    Parameters
    ----------
    results : Results
        Of the unit.

    Returns
    -------
    Text
        Prose.
    """
    words = results.survey.narasi.get("lampiran")
    return Text.markdown(words) if words else Text.plain("Tidak ada dokumentasi yang dilampirkan untuk periode ini.")
