"""The report of KASN 2024 and its follow-up report on 2023, value by value."""

import re

import pytest
from walk import ANY, ROMAN, Reference

pytestmark = pytest.mark.slow
REFERENCE = Reference("kasn-2024.yml")
REALISED = "Pelaksanaan tindak lanjut hasil survei Tahun 2023"


def survey(reports):
    return reports("kasn", "2024", "laporan-skm")


def follow_up(reports):
    return reports("kasn", "2024", "tindak-lanjut")


def unsur_row(reports, label, periode="2024"):
    return reports("kasn", periode, "laporan-skm").row("Nilai setiap unsur pelayanan", "Kode", label)


def unit_row(reports):
    return survey(reports).row("Nilai setiap unsur pelayanan", "Unsur", "Unit")


@REFERENCE.regenerated("agency")
def agency(reports):
    return survey(reports).one(".sampul .unit")


@REFERENCE.regenerated("period")
def period(reports):
    return survey(reports).one(".sampul .periode span").removeprefix("Tahun ")


@REFERENCE.regenerated("population")
def population(reports):
    return sample_row(reports, "Populasi pengguna layanan")


@REFERENCE.regenerated("sample", "table")
def sample_rule(reports):
    rows = survey(reports).table("Populasi, sampel minimum, dan responden")
    return re.search(r"\((.*)\)", rows[1]["Uraian"])[1].replace(" dan ", " and ")


@REFERENCE.regenerated("sample", "minimum")
def minimum(reports):
    return sample_row(reports, "Sampel minimum (Krejcie dan Morgan)")


@REFERENCE.regenerated("sample", "respondents")
def respondents(reports):
    return sample_row(reports, "Responden yang dinilai")


@REFERENCE.regenerated("sample", "share_of_minimum")
def share_of_minimum(reports):
    return sample_row(reports, "Responden terhadap sampel minimum")


def sample_row(reports, name):
    return survey(reports).row("Populasi, sampel minimum, dan responden", "Uraian", name)["Jumlah"]


@REFERENCE.regenerated("unsur", ANY)
def unsur(reports, label):
    return unsur_row(reports, label)["Unsur"]


@REFERENCE.regenerated("extra_questions")
def extra_questions(reports):
    return str(len(survey(reports).table("Pertanyaan tambahan di luar indeks")))


GROUPS = {
    **{"jenis_kelamin": "Jenis kelamin", "usia": "Kelompok usia", "pendidikan": "Pendidikan terakhir"},
    **{"instansi": "Instansi asal", "layanan": "Layanan"},
}


@REFERENCE.regenerated("respondents", ANY, ANY, ANY)
def respondents_of_group(reports, key, group, place):
    name = GROUPS[key]
    row = survey(reports).row(f"Responden menurut {name[0].lower()}{name[1:]}", name, group)
    return row[("Responden", "Persentase")[int(place)]]


@REFERENCE.regenerated("scores", "values", ANY)
def score(reports, place):
    return unsur_row(reports, f"U{int(place) + 1}")["NRR"]


@REFERENCE.regenerated("scores", "categories", ANY)
def category_of_unsur(reports, place):
    return unsur_row(reports, f"U{int(place) + 1}")["Mutu"]


@REFERENCE.regenerated("scores", "ikm")
def ni(reports):
    return unit_row(reports)["NRR"]


@REFERENCE.regenerated("scores", "ikm_converted")
def ikm(reports):
    return unit_row(reports)["Nilai konversi"]


@REFERENCE.regenerated("scores", "category")
def category(reports):
    return unit_row(reports)["Mutu"]


@REFERENCE.regenerated("highest", ANY)
def highest(reports, place):
    return re.findall(r"U\d", survey(reports).find(r"Unsur dengan nilai tertinggi adalah (.*?\))\."))[int(place)]


@REFERENCE.regenerated("lowest", ANY)
def lowest(reports, place):
    return re.findall(r"U\d", survey(reports).find(r"Unsur dengan nilai terendah adalah (.*?\))\."))[int(place)]


def trend_row(reports, year):
    return survey(reports).row("Nilai indeks antarperiode", "Periode", f"Tahun {year}")


@REFERENCE.regenerated("trend", ANY)
def earlier_ni(reports, year):
    return trend_row(reports, year)["Nilai NI"]


@REFERENCE.regenerated("trend", ANY, ANY)
def trend(reports, year, name):
    columns = {"ikm": "Nilai NI", "converted": "Nilai IKM", "category": "Mutu", "respondents": "Responden"}
    return trend_row(reports, year)[columns[name]]


@REFERENCE.regenerated("schedule", ANY, ANY)
def schedule(reports, place, column):
    row = survey(reports).table("Jadwal pelaksanaan survei")[int(place)]
    return row[("Kegiatan", "Waktu", "Hari kerja")[int(column)]]


def planned(reports, place):
    return survey(reports).row("Rencana tindak lanjut", "No.", str(int(place) + 1))


@REFERENCE.regenerated("follow_up_plan", ANY, "unsur", ANY)
def planned_unsur(reports, place, order):
    return planned(reports, place)["Unsur"].split(", ")[int(order)]


@REFERENCE.regenerated("follow_up_plan", ANY, "quarters", ANY)
def planned_quarter(reports, place, order):
    marked = [heading for heading, cell in planned(reports, place).items() if cell == "✓"]
    return ROMAN[re.fullmatch(r"TW ([IV]+) 2024", marked[int(order)])[1]]


@REFERENCE.regenerated("follow_up_plan", ANY, "owner")
def planned_owner(reports, place):
    return planned(reports, place)["Penanggung jawab"]


@REFERENCE.regenerated("priority_horizons", "jangka pendek")
def short_horizon(reports):
    return "< " + horizons(reports)[0]


@REFERENCE.regenerated("priority_horizons", "jangka menengah")
def medium_horizon(reports):
    return "-".join(horizons(reports)[1:3])


@REFERENCE.regenerated("priority_horizons", "jangka panjang")
def long_horizon(reports):
    return "> " + horizons(reports)[3]


def horizons(reports):
    words = r"pendek kurang dari (\d+) bulan, menengah (\d+) sampai (\d+) bulan, panjang lebih dari (\d+) bulan"
    return re.search(words, survey(reports).below("Rencana tindak lanjut")).groups()


@REFERENCE.regenerated("follow_up_of_2023", "scores", ANY)
def score_of_2023(reports, place):
    row = follow_up(reports).row("Perubahan nilai setiap unsur", "Kode", f"U{int(place) + 1}")
    assert row["Periode sebelumnya"] == "Tahun 2023"
    return row["Nilai sebelumnya"]


@REFERENCE.regenerated("follow_up_of_2023", "categories", ANY)
def category_of_2023(reports, place):
    return unsur_row(reports, f"U{int(place) + 1}", "2023")["Mutu"]


def realised(reports, nomor):
    return follow_up(reports).row(REALISED, "No.", nomor)


@REFERENCE.regenerated("follow_up_of_2023", "actions", ANY, "action")
def action(reports, place):
    return realised(reports, str(int(place) + 1))["No."]


@REFERENCE.regenerated("follow_up_of_2023", "actions", ANY, "status")
def status(reports, place):
    return realised(reports, str(int(place) + 1))["Status"]


@REFERENCE.regenerated("follow_up_of_2023", "actions", ANY, "sub_actions", ANY)
def status_of_sub_action(reports, place, order):
    return realised(reports, f"{int(place) + 1}.{int(order) + 1}")["Status"]


@REFERENCE.regenerated("follow_up_of_2023", "actions", ANY, "obstacle")
def obstacle(reports, place):
    return realised(reports, str(int(place) + 1))["Uraian dan kendala"].partition("Kendala: ")[2]


@REFERENCE.regenerated("follow_up_of_2023", "realised")
def realised_share(reports):
    return follow_up(reports).find(r"Tindak lanjut terlaksana ([\d,]+%)\.")


@REFERENCE.regenerated("multi_select", ANY)
def month(reports, name):
    title = "Responden menurut bulan menerima layanan"
    return survey(reports).row(title, "Bulan menerima layanan", name)["Responden"]


@REFERENCE.regenerated("multi_select", "ticks")
def ticks(reports):
    return month(reports, "Jumlah pilihan")


REFERENCE.contradicted("change_printed")


@REFERENCE.shown(0)
def index_from_printed_means(reports):
    return printed_row(reports, "IKM dari nilai unsur yang tercetak")


@REFERENCE.shown(1)
def change_of_rounded_values(reports):
    return printed_row(reports, "Perubahan NI dari Tahun 2023")


def printed_row(reports, name):
    return " ".join(survey(reports).row("Angka tercetak yang berbeda", "Angka", name).values())


@REFERENCE.shown(2)
def overlapping_ages(reports):
    return told(reports, "Kelompok bertumpang tindih").replace("'", " ")


@REFERENCE.shown(3)
def shares_of_ages(reports):
    title = "Responden menurut kelompok usia"
    return f"{survey(reports).below(title)} {survey(reports).row(title, 'Kelompok usia', 'Jumlah')['Persentase']}"


@REFERENCE.shown(4)
def plan_passes_over_unsur(reports):
    unsur = [row["Unsur"] for row in survey(reports).table("Rencana tindak lanjut")]
    passed_over = told(reports, "Rencana melewati unsur")
    assert "Perilaku pelaksana (3,60)" in passed_over
    assert "Penanganan pengaduan, saran, dan masukan (3,50), Persyaratan (3,53)" in passed_over
    priorities = survey(reports).find(r"(Unsur prioritas perbaikan: .*?)\.")
    return f"{unsur} {priorities}"


@REFERENCE.shown(5)
def realised_without_credit(reports):
    done_only = follow_up(reports).find(r"(Bila hanya yang selesai dihitung: [\d,]+%)")
    return f"{realised_share(reports)} {done_only}"


@REFERENCE.shown(6)
def actions_planned_and_reported(reports):
    unmatched = follow_up(reports).table("Kegiatan yang tidak sesuai dengan rencana")
    assert [(row["No."], row["Keterangan"]) for row in unmatched] == [
        ("6", "Direncanakan, tidak dilaporkan"),
        ("2.2", "Dilaporkan, tidak direncanakan"),
    ]
    return follow_up(reports).find(r"(Rencana memuat .*? kegiatan yang dilaporkan)")


def told(reports, name):
    return survey(reports).row("Temuan pemeriksaan data", "Temuan", name)["Uraian"]


def test_value_is_regenerated_or_found(leaf, reports):
    REFERENCE.check(leaf, reports)


def test_finding_is_shown_with_both_values(finding, reports):
    REFERENCE.check_finding(finding, reports)


def test_no_check_is_idle():
    assert REFERENCE.idle_checks() == []
