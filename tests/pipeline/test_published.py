"""Published folders, read from their own two files."""

from fractions import Fraction

import pytest

from skmlib.pipeline.published import Change, read_published


def test_survey_gives_its_figures(publish, survey_result, tmp_path):
    publish("2024/loket", survey_result)
    (one,), unreadable = read_published(tmp_path / "outputs")
    assert unreadable == ()
    assert (one.place, one.nama, one.instansi, one.jenis) == ("2024/loket", "Loket Satu", "Kota A", "")
    assert (one.ikm, one.mutu, one.kinerja) == (Fraction("88.305"), "A", "Sangat baik")
    assert (one.low, one.high, one.responden, one.temuan) == (87.5, 89.25, 1188, 2)
    assert one.change == Change("ikm", Fraction("-2.24"), None, "2023")


def test_change_of_the_index_from_1_to_4_stands_in_where_the_other_is_not_known(publish, survey_result, tmp_path):
    row = survey_result["trend"]["periods"][1]
    row |= {"perubahan_ikm": None, "perubahan_ni": {"pecahan": "13/100"}, "desimal_perubahan_ni": 2}
    publish("2024/loket", survey_result)
    (one,), _ = read_published(tmp_path / "outputs")
    assert one.change == Change("ni", Fraction("0.13"), 2, "2023")


def test_folder_of_another_kind_needs_no_figure(publish, tmp_path):
    publish("2024/kota-a", {"jenis": "rekap", "ikm": "lain", "trend": [], "findings": None}, nama="Kota A")
    (one,), unreadable = read_published(tmp_path / "outputs")
    assert unreadable == ()
    assert (one.jenis, one.nama, one.ikm, one.mutu, one.change) == ("rekap", "Kota A", None, "", None)
    assert (one.responden, one.temuan) == (None, None)


def test_folder_without_results_is_listed_with_the_names_of_its_manifest(publish, tmp_path):
    publish("2024/loket")
    (one,), unreadable = read_published(tmp_path / "outputs")
    assert (one.nama, one.instansi, unreadable) == ("Loket Satu", "Kota A", ())
    reports = ["laporan-skm.html", "laporan-skm.ipynb", "laporan-skm.pdf"]
    assert one.files == ("build.json", *reports, "manifest.json", "olah-data.xlsx")


@pytest.mark.parametrize(
    ("name", "content", "told"),
    [
        ("manifest.json", None, "manifest.json tidak ada"),
        ("manifest.json", "{", "manifest.json tidak terbaca"),
        ("manifest.json", "[]", "manifest.json tidak terbaca"),
        ("hasil.json", "\udcff", "hasil.json tidak terbaca"),
        ("hasil.json", '{"ikm": {"ikm": {"pecahan": "88,31"}}}', "angka di hasil.json tidak terbaca"),
        ("hasil.json", '{"ikm": {"ikm": {"pecahan": "1/0"}}}', "angka di hasil.json tidak terbaca"),
    ],
)
def test_folder_that_cannot_be_read_is_named(publish, tmp_path, name, content, told):
    folder = publish("2024/loket")
    if content is None:
        (folder / name).unlink()
    else:
        (folder / name).write_bytes(content.encode("utf-8", "surrogateescape"))
    found, unreadable = read_published(tmp_path / "outputs")
    assert found == ()
    assert unreadable == (f"2024/loket: {told}; buat lagi dengan 'skm build 2024/loket'.",)


def test_what_failed_or_is_being_made_is_not_listed(publish, tmp_path):
    publish("gagal/2024/loket")
    publish(".kerja/2024-loket-17")
    assert read_published(tmp_path / "outputs") == ((), ())


def test_periods_stand_in_the_order_of_time(publish, tmp_path):
    for periode in ("2024-TW3", "2025", "2024-S1", "2024"):
        publish(f"{periode}/loket")
    found, _ = read_published(tmp_path / "outputs")
    # By first month, and of those that begin together the shorter before the longer.
    assert [one.periode for one in found] == ["2024-S1", "2024", "2024-TW3", "2025"]
