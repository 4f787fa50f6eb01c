"""Both counts of recaps made at random: from answers, with parts, weights and periods before, and from published tables."""

import json

from hypothesis import given, reject, settings
from hypothesis import strategies as st

from skmlib.pipeline.recap_files import write_recap_hasil
from skmlib.problems import DataError
from skmlib.recount.compare import compare
from skmlib.recount.recap import recount_recap
from skmlib.survey.recap import read_recap
from skmlib.survey.recap_summary import summarise_recap
from tests.conftest import Agency

# Counted once: how many findings a unit's own report tells, of which many are about files and words.
UNSUR = ("persyaratan", "prosedur", "waktu", "biaya", "produk", "kompetensi", "perilaku", "pengaduan", "sarana")
OWN_WEIGHTS = ", ".join(f"{name}: '{'0.2' if name == 'persyaratan' else '0.1'}'" for name in UNSUR)
WEIGHTS = ("", "", "", "bobot: '0.111'\n", f"bobot: {{{OWN_WEIGHTS}}}\n")
SERVICES = "layanan: {kolom: Layanan, kategori: [KTP, KK]}\nambang_kelompok: 1\n"
HEADLINES = ("", "", "", "nilai_utama: rata_rata_layanan\n")
ACTIONS = "periode,nomor,unsur,program,triwulan,penanggung_jawab,status,tanggal,uraian,kendala,direncanakan"

answers = st.sampled_from(["", "1", "2", "3", "3", "4", "4", "4"])
rows = st.lists(
    st.tuples(*[answers] * 9, st.sampled_from(["KTP", "KTP", "KK"])).filter(lambda row: any(row[:9])),
    min_size=1,
    max_size=5,
)
ikm = st.sampled_from(["80", "80.1", "88.31", "75.125"])
riwayat = st.fixed_dictionaries(
    {},
    optional={
        "ni": st.sampled_from(["3.1", "3.21"]),
        "ikm": ikm,
        "responden": st.sampled_from(["7", "120"]),
        "unsur": st.sampled_from(["{waktu: '3.1'}", "{waktu: '3.12', biaya: '3.123'}"]),
    },
).filter(lambda told: "ni" in told or "ikm" in told)
status = st.lists(st.sampled_from(["sudah", "sebagian", "belum", ""]), max_size=3)
unit = st.fixed_dictionaries(
    {
        "now": rows,
        "before": st.none() | rows,
        "is_named": st.booleans(),
        "riwayat": st.none() | riwayat,
        "weights": st.sampled_from(WEIGHTS),
        "headline": st.sampled_from(HEADLINES),
        "part": st.sampled_from(["utara", "selatan"]),
        "status": status,
        "more": st.sampled_from(["", "populasi: 40\n", "tindak_lanjut: {kredit_sebagian: '0.5'}\n"]),
    }
)
recap = st.fixed_dictionaries(
    {},
    optional={
        "nilai_utama": st.sampled_from(["rata_rata_unit", "responden", "responden"]),
        "periode_sebelumnya": st.just("2024-S2"),
        "jumlah_prioritas": st.sampled_from(["1", "4"]),
    },
)
scope = st.sampled_from(["", "", "tingkat: induk\n", "tingkat: induk\n", "induk: utara\n"])


def both_counts(agency):
    """Write `hasil.json` of the recap and compare it with the second count; what the first count refuses is no example."""
    path = agency.root / "hasil.json"
    try:
        results = summarise_recap(read_recap("kota", "2025-S1", root=agency.root))
    except DataError:
        reject()
    write_recap_hasil(results, path)
    return compare(json.loads(path.read_text(encoding="utf-8")), recount_recap("kota", "2025-S1", root=agency.root))


def written(told, **more):
    """Write keys of the first level."""
    return "".join(f"{key}: {value}\n" for key, value in (told | more).items())


def history(told):
    """Write `riwayat` of one period."""
    if told is None:
        return ""
    cells = [f"{key}: {value if key == 'unsur' else repr(value)}" for key, value in told.items()]
    return f"riwayat: [{{periode: 2024-S2, {', '.join(cells)}}}]\n"


def add(agency, name, told):
    """Add a unit with its periods and its plan."""
    periods = "periode_sebelumnya: 2024-S2\n" if told["is_named"] else ""
    more = told["weights"] + told["headline"] + SERVICES + told["more"]
    lines = [[",".join(row) for row in told[place] or ()] for place in ("now", "before")]
    agency.add_unit(name, *lines[0], more=f"induk: {told['part']}\n{periods}{history(told['riwayat'])}{more}")
    if told["before"]:
        agency.add_unit(name, *lines[1], more=more, periode="2024-S2")
    if told["status"] and told["is_named"]:
        actions = [f"2024-S2,{place},waktu,P,,,{word},,,," for place, word in enumerate(told["status"], 1)]
        agency.project.write(f"data/2025-S1/{name}/tindak_lanjut.csv", "\n".join([ACTIONS, *actions]) + "\n")


@settings(max_examples=40, deadline=None)
@given(units=st.lists(unit, min_size=1, max_size=4), told=recap, scope=scope, riwayat=st.none() | riwayat)
def test_both_counts_agree_on_recaps_from_answers(make_project, units, told, scope, riwayat):
    agency = Agency(make_project())
    agency.project.headings += ",Layanan"
    for name, one in zip("abcd", units, strict=False):
        add(agency, name, one)
    agency.tell(written(told) + scope + history(riwayat))
    found = both_counts(agency)
    assert found.differences == ()
    assert found.not_recounted == ()


cell = st.sampled_from(["80", "80.00", "81.25", "81.3", "77.78", "90.5", "66.67"])
line = st.fixed_dictionaries(
    {
        "cells": st.lists(st.one_of(cell, cell, cell, st.just("")), min_size=9, max_size=9).filter(any),
        "ikm": st.sampled_from(["80", "80.56", "79.5"]),
        "mutu": st.sampled_from(["A", "B", ""]),
        "responden": st.sampled_from(["4", "20", "20", "9000", ""]),
        "prioritas": st.sets(st.sampled_from(["U1", "U2", "U5"])).map(
            lambda names: ";".join(sorted(names, reverse=True))
        ),
        "tindak_lanjut": st.sampled_from(["", "66.7"]),
    }
)


def table(lines, names):
    """Write the rows of a published table."""
    keys = ("ikm", "mutu", "responden", "prioritas", "tindak_lanjut")
    return [
        ",".join((name, *one["cells"], *(one[key] for key in keys))) for name, one in zip(names, lines, strict=False)
    ]


@settings(max_examples=40, deadline=None)
@given(
    now=st.lists(line, min_size=1, max_size=4),
    mean=st.none() | line,
    before=st.none() | st.lists(line, min_size=1, max_size=4),
    told=recap,
    riwayat=st.none() | riwayat,
)
def test_both_counts_agree_on_published_recaps(make_project, now, mean, before, told, riwayat):
    agency = Agency(make_project())
    agency.tell(written(told, sumber="terbit") + history(riwayat))
    more = table([mean | {"responden": "", "prioritas": "", "tindak_lanjut": ""}], ["Rata-rata"]) if mean else []
    columns = ",prioritas,tindak_lanjut"
    agency.publish(*table(now, "ABCD"), *more, "Z" + "," * 14, columns=columns)
    if before:
        agency.publish(*table(before, "dbxa"), periode="2024-S2", columns=columns)
    found = both_counts(agency)
    assert found.differences == ()
    assert found.not_recounted == ()
