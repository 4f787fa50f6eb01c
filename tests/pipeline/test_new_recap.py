"""A new period of a recap begun from the old one."""

import pytest

from skmlib.parameters.recap import load_recap
from skmlib.pipeline.new_period import write_new_period
from skmlib.pipeline.new_recap import read_new_recap
from skmlib.problems import DataError

FIFTIES = ",".join(["50.00"] * 9)


def begin(agency):
    return read_new_recap("kota", "2025-S2", sebelumnya="2025-S1", root=agency.root)


def test_headline_joins_the_history_and_dates_move(agency, threes, fours):
    agency.add_unit("loket", threes)
    agency.add_unit("samsat", fours, fours, fours)
    begun = begin(agency)
    # (75 + 100) / 2 = 87.5, 87.5 / 25 = 3.5, of 4 respondents.
    assert (str(begun.riwayat.ni), str(begun.riwayat.ikm), begun.riwayat.responden) == ("3.50", "87.50", 4)
    write_new_period(begun, root=agency.root)
    text = (agency.root / begun.berkas).read_text(encoding="utf-8")
    (agency.root / begun.berkas).write_text(text.replace("# PERIKSA", "#"), encoding="utf-8")
    rekap = load_recap("kota", "2025-S2", root=agency.root).rekap
    assert rekap.periode_sebelumnya == "2025-S1"
    assert [riwayat.periode for riwayat in rekap.riwayat] == ["2025-S1"]
    assert str(rekap.periode.pelayanan.mulai) == "2025-07-01"
    assert str(rekap.pengesahan.tanggal) == "2026-01-15"


def test_what_belongs_to_the_old_period_is_marked(agency, threes):
    agency.tell("unit: [loket]\nbukti: [Laporan loket]\n")
    agency.add_unit("loket", threes)
    told = [sentence for _, sentence in begin(agency).marks]
    assert told == [
        "tanggal ini usulan dari periode 2025-S1; tulis masa pelayanan periode 2025-S2",
        "tanggal ini usulan dari periode 2025-S1; tulis masa pengumpulan jawaban periode 2025-S2",
        "tanggal ini usulan dari periode 2025-S1; tulis tanggal laporan periode 2025-S2",
        "ini milik periode 2025-S1; sesuaikan dengan periode 2025-S2",
        "ini milik periode 2025-S1; sesuaikan dengan periode 2025-S2",
    ]


def test_recap_of_published_rows_waits_for_its_table(published):
    published.publish(f"A,{FIFTIES},50.00,D,20")
    assert begin(published).responden == ("unit.csv",)


def test_begun_period_is_not_overwritten(agency, threes):
    agency.add_unit("loket", threes)
    write_new_period(begin(agency), root=agency.root)
    with pytest.raises(DataError, match=r"params/2025-S2/kota\.yml: 1 masalah\."):
        begin(agency)
