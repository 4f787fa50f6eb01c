"""How the survey was made (BAB I and II): the unsur, who ran it, schedule, sample size, and how it is scored."""

from __future__ import annotations

from fractions import Fraction

from skmlib.report import wording
from skmlib.report.blocks import Block, Blocks, Callout, Column, Table, Text
from skmlib.survey.regulation import (
    BANDS,
    IKM_PER_NI,
    KINERJA,
    RULE_SET,
    SAMPLE_MARGIN,
    SCALE_MAX,
    SCALE_MIN,
    UNSUR_ARTI,
)
from skmlib.survey.results import Results

STEP = Fraction(1, 100)
AS_IF_RANDOM = "Selang kepercayaan dalam laporan ini berlaku seandainya responden merupakan sampel acak."
SELECTION_WORDS = {
    "sukarela": "Responden mengisi survei atas kemauan sendiri dan tidak ditarik secara acak dari seluruh pengguna layanan, "
    f"sehingga bukan sampel peluang. {AS_IF_RANDOM}",
    "acak": "Responden ditarik secara acak dari pengguna layanan.",
    "semua": "Semua pengguna layanan pada masa pengumpulan diminta mengisi survei.",
    "tidak_diketahui": f"Cara memilih responden tidak dicantumkan. {AS_IF_RANDOM}",
}


def narasi_text(results: Results, section: str, *, otherwise: str) -> Text:
    """Show the analyst's own words on a section, or a sentence in their place.

    Parameters
    ----------
    results : Results
        Of the unit.
    section : str
        Key of the section, such as `"latar belakang"`.
    otherwise : str
        What to show when the analyst wrote nothing.

    Returns
    -------
    Text
        Prose.
    """
    words = results.survey.narasi.get(section)
    return Text.markdown(words) if words else Text.plain(otherwise)


def background_text(results: Results) -> Block:
    """Say why the survey was made: what every unit has in common, then the analyst's own words."""
    survei = results.survey.parameters.survei
    span = survei.periode.pelayanan
    common = (
        f"{survei.nama} menyelenggarakan Survei Kepuasan Masyarakat (SKM) untuk mengetahui penilaian pengguna atas "
        f"pelayanan yang diterima pada {wording.date_range(span.mulai, span.selesai)}."
    )
    scope = f"Ruang lingkup survei: {survei.lingkup}." if survei.lingkup else ""
    words = results.survey.narasi.get("latar belakang")
    return Blocks([Text.plain(common, scope), *([Text.markdown(words)] if words else [])])


def unsur_table(results: Results) -> Block:
    """Tabulate the unsur, their labels in this report and their meaning; say when the mapping is assumed."""
    parameters = results.survey.parameters
    rows = [
        (parameters.label_unsur[unsur], parameters.nama_unsur[unsur], UNSUR_ARTI.get(unsur, wording.MISSING))
        for unsur in parameters.unsur
    ]
    table = Table("Unsur pelayanan yang dinilai", (Column("Kode"), Column("Unsur"), Column("Arti")), tuple(rows))
    assumed = parameters.survei.asumsi_unsur
    return Blocks([table, *([Callout("peringatan", assumed)] if assumed else [])])


def executor_text(results: Results) -> Block:
    """Say who ran the survey."""
    survei = results.survey.parameters.survei
    common = f"Survei diselenggarakan oleh {survei.nama} dan dipertanggungjawabkan oleh {survei.pengesahan.jabatan}."
    words = results.survey.narasi.get("pelaksana")
    return Blocks([Text.plain(common), *([Text.markdown(words)] if words else [])])


def method_text(results: Results) -> Block:
    """Say how answers were collected, and what kind of sample that is."""
    survei = results.survey.parameters.survei
    span = survei.periode.pengumpulan
    common = (
        f"Jawaban dikumpulkan dengan cara berikut: {survei.metode}. Masa pengumpulan jawaban: "
        f"{wording.date_range(span.mulai, span.selesai)}. Kuesioner memuat {len(results.unsur)} unsur pelayanan, "
        f"masing-masing dinilai pada skala {SCALE_MIN} sampai {SCALE_MAX}."
    )
    words = results.survey.narasi.get("metode")
    return Blocks(
        [
            Text.plain(common),
            *([Text.markdown(words)] if words else []),
            Callout("catatan", SELECTION_WORDS[survei.pemilihan_responden]),
        ]
    )


def place_text(results: Results) -> Text:
    """Say where the survey was made."""
    return Text.plain(f"Lokasi pengumpulan data: {results.survey.parameters.survei.lokasi}.")


def schedule_table(results: Results) -> Block:
    """Tabulate the schedule, or say that there is none."""
    jadwal = results.survey.parameters.survei.jadwal
    if not jadwal:
        return Text.plain("Jadwal pelaksanaan tidak dicantumkan dalam parameter survei.")
    rows = [
        (wording.whole(place), line.kegiatan, line.waktu, wording.whole(line.hari_kerja))
        for place, line in enumerate(jadwal, start=1)
    ]
    total = ("", "Jumlah", "", wording.whole(sum(line.hari_kerja for line in jadwal)))
    columns = (Column("No.", "kanan"), Column("Kegiatan"), Column("Waktu"), Column("Hari kerja", "kanan"))
    return Table("Jadwal pelaksanaan survei", columns, (*rows, total), row_headers=2, strong_rows=(len(rows),))


def sample_table(results: Results) -> Block:
    """Tabulate population, minimum sample and respondents, and say whether there were enough."""
    sample = results.sample
    if sample is None:
        return Text.plain(
            f"Jumlah responden yang dinilai {wording.whole(results.ikm.n)} orang. Jumlah populasi pengguna layanan tidak "
            "diketahui, sehingga ukuran sampel minimum tidak dapat dihitung."
        )
    rounding = "ke atas" if sample.pembulatan == "ke_atas" else "ke bilangan terdekat"
    rows = (
        ("Populasi pengguna layanan", wording.whole(sample.populasi)),
        ("Sampel minimum (Krejcie dan Morgan)", wording.whole(sample.minimum)),
        ("Responden yang dinilai", wording.whole(sample.responden)),
        ("Responden terhadap sampel minimum", wording.percent(sample.persen, 1)),
    )
    note = (
        f"Sampel minimum dihitung dengan rumus Krejcie dan Morgan dan dibulatkan {rounding}. Batas kesalahan "
        f"{wording.percent(100 * SAMPLE_MARGIN)} dalam rumus itu berlaku untuk proporsi, bukan untuk nilai IKM."
    )
    table = Table(
        "Populasi, sampel minimum, dan responden", (Column("Uraian"), Column("Jumlah", "kanan")), rows, (note,)
    )
    return Blocks([table, _sample_callout(results)])


def _sample_callout(results: Results) -> Callout:
    """Say plainly whether there were enough respondents."""
    sample = results.sample
    had, needed = wording.whole(sample.responden), wording.whole(sample.minimum)
    if sample.cukup:
        return Callout("baik", f"Jumlah responden ({had}) memenuhi sampel minimum ({needed}).")
    short = wording.whole(sample.minimum - sample.responden)
    return Callout("peringatan", f"Jumlah responden ({had}) kurang {short} dari sampel minimum ({needed}).")


def bands_table(results: Results) -> Block:
    """Tabulate the bands of the index, and say how it is computed."""
    weight = f"1/{len(results.unsur)}" if results.is_exact else "menurut parameter survei"
    how = (
        "Nilai rata-rata (NRR) setiap unsur adalah jumlah jawaban dibagi banyaknya jawaban; pertanyaan yang dikosongkan tidak "
        f"dihitung sebagai nol. NRR dikalikan bobot ({weight}) menjadi NRR tertimbang. Jumlah NRR tertimbang dikalikan "
        f"{IKM_PER_NI} menjadi Indeks Kepuasan Masyarakat (IKM)."
    )
    upper = [None, *(band.batas_bawah - STEP for band in BANDS[:-1])]
    rows = [
        (
            band.mutu,
            KINERJA[band.mutu],
            wording.number(band.batas_bawah),
            wording.number(top or Fraction(100)),
            wording.number(band.batas_bawah / IKM_PER_NI, 4),
        )
        for band, top in zip(BANDS, upper, strict=True)
    ]
    columns = (
        Column("Mutu", "tengah"),
        Column("Kinerja unit pelayanan"),
        Column("IKM mulai dari", "kanan"),
        Column("sampai", "kanan"),
        Column("Batas bawah pada skala 1–4", "kanan"),
    )
    note = f"Dasar: {RULE_SET}. IKM dibulatkan ke dua desimal sebelum mutunya ditentukan."
    table = Table("Kategori mutu pelayanan", columns, tuple(rows), (note,), keep_together=True)
    return Blocks([Text.plain(how), table])
