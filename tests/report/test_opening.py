"""The cover."""

from skmlib.report.opening import report_cover


def test_cover_names_unit_period_place_and_date(sekadau):
    cover = report_cover(sekadau)
    assert (cover.judul, cover.unit) == ("Laporan Survei Kepuasan Masyarakat", "Pemerintah Kabupaten Sekadau")
    assert (cover.periode, cover.tempat, str(cover.tanggal)) == ("Semester I Tahun 2019", "Sekadau", "2019-07-31")


def test_agency_that_is_the_unit_is_not_named_twice(kasn):
    assert report_cover(kasn).instansi == ""


def test_agency_of_a_unit_is_named(project, summarise):
    project.write_responses("4,4,4,4,4,4,4,4,4")
    cover = report_cover(summarise(project))
    assert (cover.unit, cover.instansi, cover.logo) == ("Loket Contoh", "Kota Contoh", None)


def test_cover_names_the_plan_only_where_there_is_one(kasn, sekadau):
    # The sample kasn has actions of its period; sekadau has no file of actions.
    assert report_cover(kasn).subjudul == "Indeks Kepuasan Masyarakat dan Rencana Tindak Lanjut"
    assert report_cover(sekadau).subjudul == "Indeks Kepuasan Masyarakat"
