"""How the survey was made (BAB I and II): the unsur, who ran it, how and where, schedule, sample size."""

from __future__ import annotations

from skmlib.report import sources, wording
from skmlib.report.blocks import Block, Blocks, Callout, Column, Table, Text
from skmlib.survey.regulation import SAMPLE_MARGIN, UNSUR_ARTI
from skmlib.survey.results import Results
from skmlib.survey.sampling import SampleSize

PLACES = {"ke_atas": "ke atas", "terdekat": "ke bilangan terdekat"}
AS_IF_RANDOM = "Selang kepercayaan dalam laporan ini berlaku seandainya responden merupakan sampel acak."
SELECTION_WORDS = {
    "sukarela": "Responden mengisi survei atas kemauan sendiri dan tidak ditarik secara acak dari seluruh pengguna layanan, "
    f"sehingga bukan sampel peluang. {AS_IF_RANDOM}",
    "acak": "Responden ditarik secara acak dari pengguna layanan.",
    "semua": "Semua pengguna layanan pada masa pengumpulan diminta mengisi survei.",
    "tidak_diketahui": f"Cara memilih responden tidak dicantumkan. {AS_IF_RANDOM}",
}


def background_text(results: Results) -> Block:
    """Say why the survey was made: what every unit has in common, then the analyst's own words.

    Parameters
    ----------
    results : Results
        Of the unit.

    Returns
    -------
    Block
        A common sentence, the scope where the parameters name one, and the words.
    """
    survei = results.survey.parameters.survei
    span = survei.periode.pelayanan
    common = (
        f"{survei.nama} menyelenggarakan Survei Kepuasan Masyarakat (SKM) untuk mengetahui penilaian pengguna atas "
        f"pelayanan yang diterima dari {wording.date_range(span.mulai, span.selesai)}."
    )
    scope = wording.sentence(f"Ruang lingkup survei: {survei.lingkup}") if survei.lingkup else ""
    return Blocks([Text.plain(common, scope), *_own_words(results, "latar belakang")])


def _own_words(results: Results, section: str) -> list[Block]:
    """Show the analyst's words on a section, where there are any."""
    words = results.survey.narasi.get(section)
    return [Text.markdown(words)] if words else []


def unsur_table(results: Results) -> Block:
    """Tabulate the unsur, their labels in this report and their meaning; say when the mapping is assumed.

    Parameters
    ----------
    results : Results
        Of the unit.

    Returns
    -------
    Block
        One row per unsur, and a warning when the mapping is assumed.
    """
    parameters = results.survey.parameters
    rows = [
        (parameters.label_unsur[unsur], parameters.nama_unsur[unsur], UNSUR_ARTI.get(unsur, wording.MISSING))
        for unsur in parameters.unsur
    ]
    table = Table("Unsur pelayanan yang dinilai", (Column("Kode"), Column("Unsur"), Column("Arti")), tuple(rows))
    assumed = parameters.survei.asumsi_unsur
    return Blocks([table, *([Callout("peringatan", assumed)] if assumed else [])])


def executor_text(results: Results) -> Block:
    """Say who ran the survey.

    Parameters
    ----------
    results : Results
        Of the unit.

    Returns
    -------
    Block
        A common sentence and the analyst's words.
    """
    survei = results.survey.parameters.survei
    common = f"Survei diselenggarakan oleh {survei.nama} dan dipertanggungjawabkan oleh {survei.pengesahan.jabatan}."
    return Blocks([Text.plain(common), *_own_words(results, "pelaksana")])


def method_text(results: Results) -> Block:
    """Say how answers were collected, and what kind of sample that is.

    Parameters
    ----------
    results : Results
        Of the unit.

    Returns
    -------
    Block
        How and when, the analyst's words, and a note on the selection of respondents.
    """
    survei = results.survey.parameters.survei
    span = survei.periode.pengumpulan
    how = wording.sentence(f"Metode pengumpulan jawaban: {wording.inline(survei.metode)}")
    when = (
        f"Jawaban dikumpulkan dari {wording.date_range(span.mulai, span.selesai)}. Kuesioner memuat "
        f"{wording.whole(len(results.unsur))} unsur pelayanan, masing-masing dinilai pada skala {wording.NI_SCALE}."
    )
    selection = Callout("catatan", SELECTION_WORDS[survei.pemilihan_responden])
    return Blocks([Text.plain(f"{how} {when}"), *_own_words(results, "metode"), selection])


def place_text(results: Results) -> Text:
    """Say where the survey was made.

    Parameters
    ----------
    results : Results
        Of the unit.

    Returns
    -------
    Text
        One sentence.
    """
    return Text.plain(wording.sentence(f"Lokasi pengumpulan data: {results.survey.parameters.survei.lokasi}"))


@sources.sourced(sources.told)
def schedule_table(results: Results) -> Block:
    """Tabulate the schedule, or say that there is none.

    Parameters
    ----------
    results : Results
        Of the unit.

    Returns
    -------
    Block
        One row per activity and their sum, or a sentence.
    """
    survei = results.survey.parameters.survei
    if not survei.jadwal:
        return Text.plain("Jadwal pelaksanaan survei tidak dicantumkan.")
    rows = [
        (wording.whole(place), line.kegiatan, line.waktu, wording.whole(line.hari_kerja))
        for place, line in enumerate(survei.jadwal, start=1)
    ]
    total = ("", "Jumlah", "", wording.whole(survei.jumlah_hari_kerja))
    columns = (Column("No.", "kanan"), Column("Kegiatan"), Column("Waktu"), Column("Hari kerja", "kanan"))
    return Table("Jadwal pelaksanaan survei", columns, (*rows, total), row_headers=2, strong_rows=(len(rows),))


@sources.sourced(sources.told, sources.answers)
def sample_table(results: Results) -> Block:
    """Tabulate population, minimum sample and respondents, and say whether there were enough.

    Parameters
    ----------
    results : Results
        Of the unit.

    Returns
    -------
    Block
        The table with a note that says enough or too few, or a sentence when the population is not known.
    """
    sample = results.sample
    if sample is None:
        return Text.plain(
            "Jumlah pengguna layanan (populasi) tidak diketahui, sehingga ukuran sampel minimum tidak dapat dihitung."
        )
    rows = (
        ("Populasi pengguna layanan", wording.whole(sample.populasi)),
        ("Sampel minimum (Krejcie dan Morgan)", wording.whole(sample.minimum)),
        ("Responden yang dinilai", wording.whole(sample.responden)),
        ("Responden terhadap sampel minimum", wording.percent(sample.persen, 1)),
    )
    note = (
        f"Sampel minimum dihitung dengan rumus Krejcie dan Morgan dan dibulatkan {PLACES[sample.pembulatan]}. Batas kesalahan "
        f"{wording.percent(100 * SAMPLE_MARGIN)} dalam rumus itu berlaku untuk proporsi, bukan untuk nilai IKM."
    )
    table = Table(
        "Populasi, sampel minimum, dan responden", (Column("Uraian"), Column("Jumlah", "kanan")), rows, (note,)
    )
    return Blocks([table, _sample_callout(sample)])


def _sample_callout(sample: SampleSize) -> Callout:
    """Say plainly whether there were enough respondents, and whether there were too many."""
    had, needed = wording.whole(sample.responden), wording.whole(sample.minimum)
    if sample.melebihi_populasi:
        text = (
            f"Jumlah responden ({had}) melebihi populasi ({wording.whole(sample.populasi)}): angka populasi kurang tepat, atau "
            "ada yang mengisi lebih dari sekali."
        )
        return Callout("peringatan", text)
    if sample.cukup:
        return Callout("baik", f"Jumlah responden ({had}) memenuhi sampel minimum ({needed}).")
    short = wording.whole(sample.kurang)
    return Callout("peringatan", f"Jumlah responden ({had}) kurang {short} dari sampel minimum ({needed}).")
