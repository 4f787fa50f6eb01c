"""The index: what it lists, how it links, and that equal folders give equal bytes."""

import errno
import shutil

import pytest
from bs4 import BeautifulSoup

from skmlib.pipeline import index as index_module
from skmlib.pipeline.index import write_index
from skmlib.problems import DataError

HOSTILE = "</title><script>alert(1)</script> \"'&\u202e"


@pytest.fixture
def page(tmp_path):
    def read() -> BeautifulSoup:
        return BeautifulSoup(write_index(tmp_path / "outputs").read_text(encoding="utf-8"), "html.parser")

    return read


def words(tag) -> str:
    return " ".join(tag.get_text(" ").split())


def test_row_shows_period_figures_and_change(publish, survey_result, page):
    publish("2024/loket", survey_result)
    row = page().find(class_="baris")
    assert words(row.h4) == "Tahun 2024"
    # 88.305 rounds half up to 88,31; -56/25 is -2.24
    assert words(row.dl) == (
        "IKM 88,31 Mutu A Sangat baik Perubahan −2,24 dari Tahun 2023 Responden 1.188 Temuan data 2"
    )


def test_change_keeps_the_decimals_it_is_known_to(publish, survey_result, page):
    row = survey_result["trend"]["periods"][1]
    row |= {"perubahan_ikm": {"pecahan": "-22/10"}, "desimal_perubahan_ikm": 1}
    publish("2024/loket", survey_result)
    assert "Perubahan −2,2 dari Tahun 2023" in words(page().find(class_="baris"))


def test_links_are_relative_named_for_people_and_lead_to_every_file(publish, survey_result, page, tmp_path):
    folder = publish("2024/loket", survey_result)
    (folder / "catatan tambahan.txt").write_bytes(b"")
    links = {link.get_text(): link["href"] for link in page().find(class_="baris").find_all("a")}
    assert links == {
        "Laporan SKM (PDF)": "2024/loket/laporan-skm.pdf",
        "Laporan SKM (HTML)": "2024/loket/laporan-skm.html",
        "Olah data (XLSX)": "2024/loket/olah-data.xlsx",
        "Semua angka (JSON)": "2024/loket/hasil.json",
        "Asal-usul dan sidik berkas (JSON)": "2024/loket/manifest.json",
        "Catatan pembuatan (JSON)": "2024/loket/build.json",
        "Laporan SKM (notebook)": "2024/loket/laporan-skm.ipynb",
        "catatan tambahan.txt": "2024/loket/catatan%20tambahan.txt",
    }
    assert len(links) == len(list(folder.iterdir()))


def test_units_stand_under_their_agency_and_periods_with_the_newest_first(publish, page):
    publish("2024/loket", {}, nama="Loket Baru")
    publish("2023/loket", {}, nama="Loket Lama")
    publish("2024/aula", {}, nama="Aula")
    publish("2024/dinas", {}, nama="Dinas", instansi="Kabupaten B")
    publish("2024/anonim", {}, nama="Anonim", instansi="")
    shown = page()
    assert [words(tag) for tag in shown.find_all("h2")] == ["Kabupaten B", "Kota A", "Instansi tidak disebut"]
    assert [words(tag) for tag in shown.find_all("h3")] == ["Dinas", "Aula", "Loket Baru", "Anonim"]
    periods = [words(tag) for tag in shown.find("h3", string="Loket Baru").parent.find_all("h4")]
    assert periods == ["Tahun 2024", "Tahun 2023"]


def test_recap_is_listed_by_name_and_kind_without_figures(publish, page):
    files = ("rekap.pdf", "rekap.html")
    publish("2024/kota-a", {"jenis": "rekap"}, nama="Kota A", files=files)
    row = page().find(class_="baris")
    assert words(row.h4) == "Tahun 2024 Rekapitulasi instansi"
    assert row.dl is None
    assert [link.get_text() for link in row.ul.find_all("a")] == ["Rekapitulasi (PDF)", "Rekapitulasi (HTML)"]


def test_performance_report_is_listed_with_its_average(publish, page):
    # 113.285 rounds half up to 113,29
    hasil = {"jenis": "kinerja", "nama": "Biro", "capaian": {"pecahan": "22657/200"}, "findings": []}
    publish("2024/biro", hasil, files=("kinerja.pdf",))
    row = page().find(class_="baris")
    assert words(row.dl) == "Rata-rata capaian 113,29% Temuan data 0"


def test_what_is_of_the_whole_agency_stands_first_and_equal_names_tell_their_codes(publish, page):
    publish("2024/aula", {}, nama="Aula")
    publish("2024/kota-a", {"jenis": "rekap"}, nama="Kota A")
    publish("2024/kota-a-terbit", {"jenis": "rekap"}, nama="Kota A")
    assert [words(tag) for tag in page().find_all("h3")] == ["Kota A (kota-a)", "Kota A (kota-a-terbit)", "Aula"]


def test_chart_stands_once_for_each_unit_with_all_its_periods(publish, survey_result, page):
    for periode in ("2023", "2024"):
        publish(f"{periode}/loket", survey_result)
    publish("2024/kota-a", {"jenis": "rekap"})
    (chart,) = page().find_all("svg")
    assert chart["aria-label"] == "IKM Loket Satu: Tahun 2023 88,31 (mutu A) dan Tahun 2024 88,31 (mutu A)."


def test_folder_that_cannot_be_read_is_named_on_the_page(publish, page):
    (publish("2024/loket") / "manifest.json").unlink()
    shown = page()
    assert "2024/loket: manifest.json tidak ada" in words(shown.find(class_="masalah"))
    assert shown.find(class_="baris") is None


def test_nothing_published_is_said(page):
    shown = page()
    assert "Belum ada laporan yang terbit." in words(shown.main)
    assert shown.find("script") is None


def test_hostile_names_are_shown_and_never_run(publish, page):
    publish("2024/loket", {"jenis": HOSTILE}, nama=HOSTILE, instansi=HOSTILE)
    shown = page()
    assert len(shown.find_all("script")) == 1
    assert words(shown.h3).startswith("</title><script>alert(1)</script> \"'&‹U+202E›")


def test_page_asks_no_address_and_runs_its_own_script_only(publish, page):
    publish("2024/loket", {})
    shown = page()
    policy = shown.find("meta", attrs={"http-equiv": "Content-Security-Policy"})["content"]
    assert policy.startswith("default-src 'none'; ")
    assert "script-src 'sha256-" in policy
    assert "://" not in " ".join(
        tag[name] for tag in shown.find_all() for name in ("src", "href") if tag.has_attr(name)
    )


def test_controls_are_hidden_until_the_script_shows_them(publish, page):
    publish("2024/loket", {})
    form = page().find("form")
    assert form.has_attr("hidden")
    assert [option.get_text() for option in form.find(id="periode").find_all("option")] == [
        "Semua periode",
        "Tahun 2024",
    ]


def test_equal_folders_give_equal_bytes_wherever_they_stand(publish, survey_result, page, tmp_path):
    publish("2024/loket", survey_result)
    page()
    shutil.copytree(tmp_path / "outputs", tmp_path / "lain" / "terbit")
    (tmp_path / "lain/terbit/index.html").unlink()
    copied = write_index(tmp_path / "lain" / "terbit").read_bytes()
    assert copied == (tmp_path / "outputs/index.html").read_bytes()
    assert str(tmp_path).encode() not in copied


def test_full_disk_is_told_as_one(publish, tmp_path, monkeypatch):
    publish("2024/loket", {})

    def refuse(self, target):
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(index_module.Path, "replace", refuse)
    with pytest.raises(DataError, match="kosongkan tempat pada disk, lalu jalankan 'skm index'"):
        write_index(tmp_path / "outputs")


def test_page_that_cannot_be_replaced_is_told_and_stays(publish, page, tmp_path, monkeypatch):
    publish("2024/loket", {})
    page()
    before = (tmp_path / "outputs/index.html").read_bytes()
    publish("2025/loket", {})

    def refuse(self, target):
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(index_module.Path, "replace", refuse)
    with pytest.raises(DataError) as caught:
        write_index(tmp_path / "outputs")
    assert str(caught.value) == (
        "index.html: 1 masalah.\n"
        "  tidak dapat diganti (Permission denied), tutup berkas itu bila sedang dibuka, lalu jalankan 'skm index'."
    )
    assert (tmp_path / "outputs/index.html").read_bytes() == before
    assert [path.name for path in (tmp_path / "outputs").iterdir() if path.is_file()] == ["index.html"]
