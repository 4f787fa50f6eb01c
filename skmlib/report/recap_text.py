"""How a recap begins: cover, summary, scope, method, and what its two means are."""

from __future__ import annotations

from skmlib.report import wording
from skmlib.report.blocks import Block, Blocks, Cover, KeyFigure, KeyFigures, Text
from skmlib.report.opening import cover_of
from skmlib.report.recap_words import mean_name, names_of, noun, own_words
from skmlib.report.trend import change_sentence, has_history, trend_text
from skmlib.survey.recap_summary import RecapResults
from skmlib.survey.regulation import IKM_DECIMALS

TITLE = "Laporan Pelaksanaan Survei Kepuasan Masyarakat"
SUBTITLE = "Rekapitulasi Indeks Kepuasan Masyarakat"


def recap_cover(results: RecapResults) -> Cover:
    """Show the cover of a recap.

    Parameters
    ----------
    results : RecapResults
        Of the recap.

    Returns
    -------
    Cover
    """
    induk = results.parameters.rekap.induk
    part = f": {results.parameters.instansi.induk[induk]}" if induk else ""
    return cover_of(results, TITLE, f"{SUBTITLE}{part}")


def recap_panel(results: RecapResults) -> Block:
    """Show the headline mean very large, and the main points in a list.

    Parameters
    ----------
    results : RecapResults
        Of the recap.

    Returns
    -------
    Block
        The panel and a list of sentences.
    """
    score = results.ikm
    items = [
        KeyFigure(mean_name(results, cara), wording.number(mean.ikm), f"Mutu {mean.mutu}" if mean.mutu else "")
        for cara, mean in results.means.items()
        if cara != results.utama.cara
    ]
    items.append(
        KeyFigure(f"{noun(results).capitalize()} yang dinilai", wording.whole(len(results.rows)), _works(results))
    )
    items.append(KeyFigure("Responden", wording.whole(results.n)))
    headline = KeyFigure(
        "Indeks Kepuasan Masyarakat", wording.number(score.ikm), mean_name(results, results.utama.cara)
    )
    panel = KeyFigures(headline, tuple(items), mutu=score.mutu or "", kinerja=score.kinerja or "")
    return Blocks([panel, Text.bullets(*main_points(results))])


def _works(results: RecapResults) -> str:
    """Say how many work units stand behind the rows, where that is told or counted."""
    told = results.parameters.rekap.jumlah_unit_kerja or sum(len(row.anggota) for row in results.rows)
    return f"{wording.whole(told)} unit kerja melapor" if told else ""


def main_points(results: RecapResults) -> list[str]:
    """List what the recap comes to in sentences.

    Parameters
    ----------
    results : RecapResults
        Of the recap.

    Returns
    -------
    list of str
    """
    missing = results.recap.missing
    wrong = sum(not item.sesuai for item in results.recap.printed)
    points = [
        _extremes_sentence(results),
        _priorities_sentence(results),
        _mean_change_sentence(results) or change_sentence(results),
        f"{wording.whole(len(missing))} unit belum melapor: {wording.listing(list(missing))}." if missing else "",
        f"{wording.whole(wrong)} angka terbit tidak sesuai dengan angka lainnya; uraiannya ada pada lampiran."
        if wrong
        else "",
    ]
    return [point for point in points if point]


def _extremes_sentence(results: RecapResults) -> str:
    """Name the highest and the lowest unit."""
    items = results.ranking
    if not items:
        return "Tidak ada unit dengan IKM."
    if items[0].peringkat == items[-1].peringkat:
        return f"Semua {noun(results)} ber-IKM {wording.number(items[0].nilai)}."
    highest, lowest = (
        [item.unit for item in items if item.peringkat == end.peringkat] for end in (items[0], items[-1])
    )
    return (
        f"IKM tertinggi {wording.number(items[0].nilai)} ({names_of(results, highest)}), terendah "
        f"{wording.number(items[-1].nilai)} ({names_of(results, lowest)})."
    )


def _priorities_sentence(results: RecapResults) -> str:
    """Name the lowest unsur of the mean."""
    parameters = results.parameters
    names = [
        f"{parameters.label_unsur[unsur]} {parameters.nama_unsur[unsur]} ({wording.number(results.utama.nilai[unsur])})"
        for unsur in results.priorities.prioritas
    ]
    return f"Unsur dengan rata-rata terendah: {wording.listing(names)}." if names else ""


def _mean_change_sentence(results: RecapResults) -> str:
    """Say how the simple mean of the units known in both periods changed."""
    change = results.perubahan
    if change is None:
        return ""
    decimals = IKM_DECIMALS if change.desimal is None else change.desimal
    before = wording.periode(results.parameters.rekap.periode_sebelumnya)
    return (
        f"Rata-rata {wording.whole(len(change.units))} {noun(results)} yang nilainya diketahui pada kedua periode berubah "
        f"{wording.change(change.perubahan, decimals)}, dari {wording.number(change.sebelumnya, decimals)} "
        f"pada {before} menjadi {wording.number(change.sekarang, decimals)}."
    )


def recap_background_text(results: RecapResults) -> Block:
    """Say what the recap is about, its scope and where its rows come from, then the analyst's own words.

    Parameters
    ----------
    results : RecapResults
        Of the recap.

    Returns
    -------
    Block
    """
    rekap = results.parameters.rekap
    span = rekap.periode.pelayanan
    common = (
        f"Laporan ini merangkum Survei Kepuasan Masyarakat {rekap.nama} atas pelayanan dari "
        f"{wording.date_range(span.mulai, span.selesai)}."
    )
    scope = wording.sentence(f"Ruang lingkup: {rekap.lingkup}") if rekap.lingkup else ""
    source = {
        "responden": "Nilai setiap unit dihitung dari jawaban respondennya, sama seperti pada laporan unit itu.",
        "terbit": "Nilai setiap unit diambil dari tabel yang telah terbit, tanpa data jawaban.",
    }[rekap.sumber]
    return Blocks([Text.plain(common, f"{scope} {source}".strip()), *own_words(results, "latar belakang")])


def recap_method_text(results: RecapResults) -> Block:
    """Say how and when answers were collected, then the analyst's own words.

    Parameters
    ----------
    results : RecapResults
        Of the recap.

    Returns
    -------
    Block
    """
    rekap = results.parameters.rekap
    span = rekap.periode.pengumpulan
    text = (
        f"Metode pengumpulan jawaban: {wording.inline(rekap.metode)}. Jawaban dikumpulkan dari "
        f"{wording.date_range(span.mulai, span.selesai)}."
    )
    return Blocks([Text.plain(text), *own_words(results, "pelaksana"), *own_words(results, "metode")])


def recap_means_text(results: RecapResults) -> Text:
    """Say what the two means answer, and which one the recap headlines.

    Parameters
    ----------
    results : RecapResults
        Of the recap.

    Returns
    -------
    Text
    """
    name = noun(results)
    return Text.plain(
        f"Pada rata-rata {name}, setiap {name} dihitung sama berat. Pada rata-rata menurut responden, setiap responden "
        f"dihitung sama berat, sehingga {name} dengan banyak responden lebih menentukan. Laporan ini mengutamakan "
        f"{wording.inline(mean_name(results, results.utama.cara))}."
    )


def recap_trend_text(results: RecapResults) -> Block:
    """Say how the headline changed over the periods, or at least how the units that are known in both did.

    Parameters
    ----------
    results : RecapResults
        Of the recap.

    Returns
    -------
    Block
    """
    told = _mean_change_sentence(results)
    if told and not has_history(results):
        return Text.plain(told)
    return Blocks([*([Text.plain(told)] if told else []), trend_text(results)])
