"""The seven services of Kelurahan Jatinegara Kaum, semester II of 2024, and its follow-up report, value by value."""

import re

import pypdf
import pytest
from walk import ANY, ROMAN, Reference

pytestmark = pytest.mark.slow
REFERENCE = Reference("jatinegara-kaum-2024-s2.yml")
BANDS = ("D", "C", "B", "A")  # in the order of the reference file
LIMITS = "Kategori mutu pelayanan"


def survey(reports):
    return reports("jatinegara-kaum", "2024-S2", "laporan-skm")


def follow_up(reports):
    return reports("jatinegara-kaum", "2024-S2", "tindak-lanjut")


@REFERENCE.regenerated("agency")
def agency(reports):
    return survey(reports).one(".sampul .instansi")


@REFERENCE.regenerated("period")
def period(reports):
    semester, year = re.fullmatch(r"Semester (I+) Tahun (\d+)", survey(reports).one(".sampul .periode span")).groups()
    return f"{year}-S{ROMAN[semester]}"


@REFERENCE.regenerated("unsur", ANY)
def unsur(reports, label):
    """The file holds ids; the report names the unsur, whose first word is the id but for two."""
    name = survey(reports).row("Nilai setiap unsur pelayanan", "Kode", label)["Unsur"]
    words = ("persyaratan", "prosedur", "waktu", "biaya", "produk", "kompetensi", "perilaku", "pengaduan", "sarana")
    return next(word for word in words if word in name.lower())


def service(reports, name):
    return follow_up(reports).row("Nilai setiap layanan", "Layanan", name)


@REFERENCE.regenerated("services", ANY, ANY)
def cell(reports, name, place):
    return service(reports, name)[f"U{int(place) + 1}"]


@REFERENCE.regenerated("service_ikm", ANY)
def ni_of_service(reports, name):
    return service(reports, name)["NI"]


@REFERENCE.regenerated("mean_per_unsur", ANY)
def mean_of_unsur(reports, place):
    return service(reports, "Rata-rata layanan")[f"U{int(place) + 1}"]


@REFERENCE.regenerated("category")
def category(reports):
    row = survey(reports).row("IKM unit menurut cara menghitung", "Kedudukan", "Nilai utama")
    assert row["IKM"] == survey(reports).one(".ringkasan .angka-besar")
    return row["Mutu"]


REFERENCE.contradicted("ikm_converted")


@REFERENCE.regenerated("intervals", ANY, 0)
def perception_value(reports, place):
    bands = [row["Mutu"] for row in survey(reports).table(LIMITS)][::-1]
    return str(bands.index(BANDS[int(place)]) + 1)


REFERENCE.contradicted("intervals", ANY, 1)


@REFERENCE.regenerated("intervals", ANY, 2)
def converted_interval(reports, place):
    row = limits_of(reports, place)
    return f"{row['IKM mulai dari']}-{row['sampai']}".replace(",", ".")


@REFERENCE.regenerated("intervals", ANY, 3)
def letter(reports, place):
    return limits_of(reports, place)["Mutu"]


@REFERENCE.regenerated("intervals", ANY, 4)
def words_of_band(reports, place):
    return limits_of(reports, place)["Kinerja unit pelayanan"]


def limits_of(reports, place):
    return survey(reports).row(LIMITS, "Mutu", BANDS[int(place)])


REFERENCE.contradicted("follow_up", "priorities")


def planned(reports, place):
    title = "Rencana tindak lanjut hasil survei Semester I Tahun 2024"
    return follow_up(reports).row(title, "No.", str(int(place) + 1))


def realised(reports, place):
    title = "Pelaksanaan tindak lanjut hasil survei Semester I Tahun 2024"
    return follow_up(reports).row(title, "No.", str(int(place) + 1))


@REFERENCE.regenerated("follow_up", "actions", ANY, "unsur")
def planned_unsur(reports, place):
    return planned(reports, place)["Unsur"]


@REFERENCE.regenerated("follow_up", "actions", ANY, "quarters", ANY)
def planned_quarter(reports, place, order):
    marked = [heading for heading, mark in planned(reports, place).items() if mark == "✓"]
    return ROMAN[re.fullmatch(r"TW ([IV]+) 2024", marked[int(order)])[1]]


@REFERENCE.regenerated("follow_up", "actions", ANY, "owner")
def owner(reports, place):
    return planned(reports, place)["Penanggung jawab"]


@REFERENCE.regenerated("follow_up", "actions", ANY, "status")
def status(reports, place):
    return realised(reports, place)["Status"]


@REFERENCE.regenerated("follow_up", "actions", ANY, "date")
def date(reports, place):
    return realised(reports, place)["Tanggal"]


@REFERENCE.regenerated("follow_up", "realised")
def realised_share(reports):
    return follow_up(reports).find(r"Tindak lanjut terlaksana ([\d,]+%)\.")


def printed_row(reports, name):
    return " ".join(follow_up(reports).row("Angka tercetak yang berbeda", "Angka", name).values())


@REFERENCE.shown(0)
def index(reports):
    told = printed_row(reports, "IKM unit")
    assert "25 × rata-rata nilai unsur yang tercetak" in told
    return told


@REFERENCE.shown(1)
def limits(reports):
    return printed_row(reports, "Batas bawah mutu A pada skala 1–4")


@REFERENCE.shown(2)
def priorities(reports):
    return printed_row(reports, "Jumlah unsur prioritas")


@REFERENCE.shown(3)
def realised_before_the_end(reports):
    return printed_row(reports, "Periode yang ditindaklanjuti")


@REFERENCE.shown(4)
def no_respondents_printed(reports):
    row = follow_up(reports).row("Angka tercetak yang berbeda", "Angka", "Jumlah responden")
    assert row["Tercetak"] == "-"
    return row["Alasan"]


def test_value_is_regenerated_or_found(leaf, reports):
    REFERENCE.check(leaf, reports)


def test_finding_is_shown_with_both_values(finding, reports):
    REFERENCE.check_finding(finding, reports)


def test_no_check_is_idle():
    assert REFERENCE.idle_checks() == []


def test_both_indices_are_printed_and_the_headline_is_the_mean_of_services(reports):
    # 25 x the mean of the 63 cells is 98.698; weighted by the respondents (300, 5 x 100, 200) it is 98.594
    rows = survey(reports).table("IKM unit menurut cara menghitung")
    assert [(row["IKM"], row["Kedudukan"]) for row in rows] == [("98,70", "Nilai utama"), ("98,59", "Pembanding")]
    assert follow_up(reports).row("Nilai setiap layanan", "Layanan", "Seluruh responden")["IKM"] == "98,59"


def test_pdf_holds_the_same_rows_and_the_pictures(built, reports):
    pdf = pypdf.PdfReader(built("jatinegara-kaum", "2024-S2") / "tindak-lanjut.pdf")
    text = " ".join(" ".join(page.extract_text() for page in pdf.pages).split())
    for row in follow_up(reports).table("Nilai setiap layanan"):
        assert " ".join(row.values()) in text
    assert sum(len(page.images) for page in pdf.pages) == 3


def test_html_holds_the_pictures_with_words_and_file_names(built):
    page = (built("jatinegara-kaum", "2024-S2") / "tindak-lanjut.html").read_text(encoding="utf-8")
    pictures = re.findall(r'<img class="foto" src="data:image/jpeg;base64,[^"]+" alt="([^"]+)">', page)
    assert len(pictures) == 3
    assert all(words.startswith("Gambar rekaan: ") for words in pictures)
    assert "Sumber: rekaan-buku-pengaduan.png" in page
