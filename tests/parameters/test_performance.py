"""The parameters of a performance report: what may stand in them, and what does not fit together."""

from decimal import Decimal

import pytest

from skmlib.parameters import load_report, read_kind
from skmlib.parameters.performance import load_performance
from skmlib.problems import DataError


def load(office):
    return load_performance("biro", "2025-S1", root=office.root).kinerja


def message(office) -> str:
    with pytest.raises(DataError) as caught:
        load(office)
    return str(caught.value)


def told(office, text: str) -> str:
    return f"{office.file}: 1 masalah.\n  {text}"


def test_report_that_is_asked_for_tells_the_kind(office):
    assert read_kind("biro", "2025-S1", root=office.root) == "kinerja"
    assert load_report("biro", "2025-S1", root=office.root).own.nama == "Biro Contoh"


def test_figures_keep_their_decimals_in_either_notation(office):
    office.indicate('{nama: A, arah: turun, target: "4,0", realisasi: "3.50", target_awal: "5"}')
    (indikator,) = load(office).indikator
    assert [str(indikator.target), str(indikator.realisasi)] == ["4.0", "3.50"]
    assert indikator.target_awal == Decimal(5)


def test_dash_says_that_there_was_no_target_at_the_start(office):
    office.indicate('{nama: A, arah: naik, target: "4", realisasi: "3", target_awal: "-"}')
    assert load(office).indikator[0].target_awal == "-"


@pytest.mark.parametrize(
    ("more", "used"),
    [
        ('realisasi: "60"', "realisasi"),
        ("sumber: {sentimen: negatif}", "sumber"),
        ('realisasi: "60", sumber: {sentimen: negatif}', "sumber"),
        ('realisasi: "60", sumber: {sentimen: negatif}, dipakai: realisasi', "realisasi"),
    ],
)
def test_computed_value_is_used_unless_told_otherwise(office, more, used):
    office.indicate(f'{{nama: A, arah: naik, target: "80", {more}}}')
    assert load(office).indikator[0].dasar == used


@pytest.mark.parametrize(
    ("indicator", "problem"),
    [
        (
            '{nama: A, arah: naik, target: "0", realisasi: "1"}',
            (
                "kunci 'sasaran.1.indikator.1.target': tertulis '0', seharusnya lebih dari 0, karena capaian dihitung "
                "terhadapnya."
            ),
        ),
        (
            '{nama: A, arah: naik, target: "1", target_awal: "-1", realisasi: "1"}',
            (
                "kunci 'sasaran.1.indikator.1.target_awal': tertulis '-1', seharusnya lebih dari 0, karena capaian dihitung "
                "terhadapnya."
            ),
        ),
        (
            '{nama: A, arah: naik, target: "1", target_awal: belum, realisasi: "1"}',
            ("kunci 'sasaran.1.indikator.1.target_awal': tertulis 'belum', seharusnya bilangan seperti 3,62 atau 0.5."),
        ),
        (
            '{nama: A, arah: naik, target: "1", realisasi: "-1"}',
            "kunci 'sasaran.1.indikator.1.realisasi': tertulis '-1', seharusnya 0 atau lebih.",
        ),
        (
            '{nama: A, arah: atas, target: "1", realisasi: "1"}',
            "kunci 'sasaran.1.indikator.1.arah': tertulis 'atas', seharusnya salah satu dari 'naik', 'turun'.",
        ),
        (
            '{nama: A, arah: naik, target: "1"}',
            (
                "kunci 'sasaran.1.indikator.1': tidak memuat 'sumber' maupun 'realisasi', seharusnya salah satu atau "
                "keduanya."
            ),
        ),
        (
            '{nama: A, arah: naik, target: "1", realisasi: "1", dipakai: sumber}',
            (
                "kunci 'sasaran.1.indikator.1': 'dipakai' tanpa dua nilai, tulis 'sumber' dan 'realisasi', atau hapus "
                "'dipakai'."
            ),
        ),
        (
            '{nama: A, arah: naik, target: "1", sumber: {survei: loket, sentimen: negatif}}',
            (
                "kunci 'sasaran.1.indikator.1.sumber': memuat 'survei', 'sentimen', seharusnya tepat satu dari survei, "
                "sentimen, waktu_permohonan, pengaduan, indeks."
            ),
        ),
        (
            '{nama: A, arah: naik, target: "1", sumber: {}}',
            (
                "kunci 'sasaran.1.indikator.1.sumber': kosong, seharusnya tepat satu dari survei, sentimen, waktu_permohonan, "
                "pengaduan, indeks."
            ),
        ),
        (
            '{nama: A, arah: naik, target: "1", realisasi: "1", targt_awal: "2"}',
            (
                "kunci 'sasaran.1.indikator.1.targt_awal': tidak dikenal, hapus atau betulkan namanya. Mungkin maksudnya "
                "'target_awal'?"
            ),
        ),
        (
            '{nama: A, arah: naik, target: "1", sumber: {survei: loket}}',
            (
                "kunci 'sasaran.1.indikator.1.sumber.survei': 'loket' tidak ada di 'survei', tambahkan di sana atau betulkan "
                "namanya."
            ),
        ),
        (
            '{nama: A, arah: naik, target: "1", realisasi: "1", riwayat: [{periode: 2025-S1, realisasi: "1"}]}',
            (
                "kunci 'sasaran.1.indikator.1.riwayat.1.periode': periode 2025-S1 adalah periode laporan ini, riwayat hanya "
                "memuat periode sebelumnya."
            ),
        ),
    ],
)
def test_what_does_not_fit_in_an_indicator_stops_the_run(office, indicator, problem):
    office.indicate(indicator)
    assert message(office) == told(office, f"baris 7, {problem}")


def test_more_than_three_earlier_periods_stop_the_run(office):
    past = ", ".join(f'{{periode: "{year}", realisasi: "1"}}' for year in range(2021, 2025))
    office.indicate(f'{{nama: A, arah: naik, target: "1", realisasi: "1", riwayat: [{past}]}}')
    allowed = "seharusnya paling banyak 3 periode sebelumnya"
    assert message(office) == told(
        office, f"baris 7, kunci 'sasaran.1.indikator.1.riwayat': memuat 4 periode, {allowed}."
    )


def test_earlier_period_named_twice_stops_the_run(office):
    past = ", ".join(['{periode: "2024", realisasi: "1"}'] * 2)
    office.indicate(f'{{nama: A, arah: naik, target: "1", realisasi: "1", riwayat: [{past}]}}')
    path = "sasaran.1.indikator.1.riwayat.2.periode"
    assert message(office) == told(
        office, f"baris 7, kunci '{path}': periode 2024 sudah ada di atas, hapus salah satu."
    )


def test_indicator_named_twice_stops_the_run(office):
    office.indicate(*['{nama: A, arah: naik, target: "1", realisasi: "1"}'] * 2)
    used = "nama 'A' sudah dipakai pada 'sasaran.1.indikator.1.nama', pakai yang lain"
    assert message(office) == told(office, f"baris 8, kunci 'sasaran.1.indikator.2.nama': {used}.")


def test_survey_without_parameters_stops_the_run(office):
    office.tell("survei: [lokett]\n")
    assert message(office) == told(
        office,
        (
            "baris 9, kunci 'survei.1': tidak ada survei 'lokett' pada periode ini, yang ada: 'loket'. Mungkin maksudnya "
            "'loket'?"
        ),
    )


def test_printed_figures_of_an_unnamed_survey_stop_the_run(office):
    office.tell('tercetak: {survei: {loket: {ikm: "80"}}}\n')
    assert message(office) == told(
        office,
        (
            "baris 9, kunci 'tercetak.survei.loket': 'loket' tidak ada di 'survei', tambahkan di sana atau betulkan namanya."
        ),
    )


def test_mark_stops_the_run_with_its_sentence(office):
    office.indicate('{nama: A, arah: naik, target: "1", realisasi: "1"}  # PERIKSA: isi realisasi akhir tahun.')
    assert message(office).splitlines()[0] == f"{office.file}: 1 masalah."
    assert "isi realisasi akhir tahun" in message(office)


def test_goal_without_indicator_stops_the_run(office):
    path = office.root / office.file
    text = path.read_text(encoding="utf-8").replace(
        '    indikator:\n      - {nama: Tepat waktu, arah: naik, target: "80", realisasi: "60"}\n',
        "    indikator: []\n",
    )
    path.write_text(text, encoding="utf-8")
    assert message(office) == told(
        office, "baris 6, kunci 'sasaran.1.indikator': kosong, seharusnya paling sedikit satu."
    )
