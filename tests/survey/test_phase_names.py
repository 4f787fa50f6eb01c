"""Names of phases from the names of their files, and what such names say."""

import pytest

from skmlib.survey.phase_names import by_month, may_be_services, name_files


@pytest.mark.parametrize(
    ("files", "names"),
    [
        (["SKM OKTOBER 2024.csv", "SKM NOVEMBER 2024.csv"], ["OKTOBER", "NOVEMBER"]),
        (["SKM OKTOBER 2024.csv", "SKM JANUARI 2025.csv"], ["OKTOBER 2024", "JANUARI 2025"]),
        (["Rekap Kec. Utara.xlsx", "Rekap Kec. Selatan.xlsx"], ["Utara", "Selatan"]),
        (["skm_2024-10.csv", "skm_2024-11.csv"], ["2024-10", "2024-11"]),
        (["Loket 1 (Jawaban).csv", "Loket 2 (Jawaban).csv"], ["Loket 1", "Loket 2"]),
        (["skm.csv", "skm (1).csv"], ["skm", "skm (1)"]),
        (["skm.csv", "SKM.xlsx"], ["skm.csv", "SKM.xlsx"]),
        (["Utara.csv", "Selatan.csv"], ["Utara", "Selatan"]),
        (["SKM Utara.csv"], ["SKM Utara"]),
    ],
)
def test_files_are_named_by_what_they_do_not_share(files, names):
    assert name_files(files) == names


def test_months_are_put_in_their_order_and_other_names_left():
    assert by_month(["Februari", "Januari", "Mar"]) == [1, 0, 2]
    assert by_month(["OKTOBER 2024", "JANUARI 2025"]) == [0, 1]
    assert by_month(["Utara", "Barat"]) == [0, 1]


@pytest.mark.parametrize(
    "names",
    [
        ["Juli", "Agustus"],
        ["TW1", "TW2"],
        ["Tahap I", "Tahap II"],
        ["Sheet1", "Sheet2"],
        ["2024", "2025"],
        ["1", "2"],
        ["Minggu 1", "Minggu 2"],
        ["Form Responses 1", "Poli Gigi"],
        ["Jan-24", "Feb-24"],
        ["Petugas A", "Petugas B"],
    ],
)
def test_periods_and_usual_words_are_no_services(names):
    assert not may_be_services(names)


@pytest.mark.parametrize(
    "names", [["Legalisasi", "Rekom. Izin Usaha"], ["SKM Poli Umum", "SKM Poli Gigi"], ["KTP", "KK", "Akta"]]
)
def test_other_names_may_be_services(names):
    assert may_be_services(names)
