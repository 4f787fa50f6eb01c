"""`hasil.json` of a performance report: every number, exact and as printed."""

import json

from skmlib.pipeline.kinds import read_source
from skmlib.pipeline.performance_files import write_performance_hasil


def hasil_of(report, folder):
    write_performance_hasil(report, folder / "hasil.json")
    return json.loads((folder / "hasil.json").read_text(encoding="utf-8"))


def test_indicators_hold_both_values_and_their_achievements(office, tmp_path):
    office.indicate('{nama: A, arah: naik, target: "80", realisasi: "50", sumber: {pengaduan: ditindaklanjuti}}')
    office.keep("pengaduan.csv", "status,jumlah,diteruskan,ditindaklanjuti", "Belum,1,ya,tidak", "Selesai,2,ya,ya")
    content = hasil_of(office.read(), tmp_path)
    assert (content["jenis"], content["unit"], content["periode"]) == ("kinerja", "biro", "2025-S1")
    (indicator,) = content["sasaran"][0]["indikator"]
    # 2 of 3; 200 / 3 / 80 = 250 / 3 per cent; as stated 50 / 80 = 62.5 per cent
    assert indicator["realisasi"] == {"pecahan": "200/3", "nilai": 200 / 3, "tercetak": "66,67"}
    assert indicator["capaian"]["pecahan"] == "250/3"
    assert indicator["capaian_dinyatakan"]["pecahan"] == "125/2"
    assert indicator["dasar"] == "sumber"
    assert content["capaian"]["pecahan"] == "250/3"
    assert content["rata_rata"]["tanpa_belum_dinilai"]["pecahan"] == "250/3"


def test_source_of_a_performance_report_counts_its_indicators(office, tmp_path):
    source = read_source("biro", "2025-S1", root=office.root)
    assert (source.size, source.laporan) == ("1 indikator", ("kinerja",))
    source.write_files(tmp_path)
    assert [path.name for path in tmp_path.iterdir() if path.is_file()] == ["hasil.json"]


def test_report_without_tables_holds_nulls(office, tmp_path):
    content = hasil_of(office.read(), tmp_path)
    names = ("sentimen_media", "permohonan_informasi", "pengaduan", "pegawai", "anggaran", "efisiensi")
    assert [content[name] for name in names] == [None] * 6
    assert (content["survei"], content["indeks"], content["tercetak"]) == ({}, {}, [])


def test_budget_holds_shares_and_efficiency_of_both_ceilings(office, tmp_path):
    office.keep("anggaran.csv", "kegiatan,pagu_awal,pagu_akhir,realisasi", "A,200,180,90")
    content = hasil_of(office.read(), tmp_path)
    assert content["anggaran"]["persen"]["pagu_akhir"]["pecahan"] == "50"
    assert content["efisiensi"]["pagu_awal"]["pecahan"] == "30"  # 75 - 45
    assert content["efisiensi_dinyatakan"]["pagu_akhir"]["pecahan"] == "25"  # 75 - 50
