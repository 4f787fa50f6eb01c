"""Both counts come to the same figures: on every sample, and on small surveys made at random."""

import json
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from skmlib.pipeline.kinds import read_source
from skmlib.recount.compare import compare
from skmlib.recount.recount import recount_survey

ROOT = Path(__file__).resolve().parents[2]
SAMPLES = (
    "2019-S1/sekadau",
    "2023/kasn",
    "2023/biro-humas-mitra",
    "2023/biro-humas-ppid",
    "2024/kasn",
    "2024-S1/dayasos",
    "2024-S1/itjen",
    "2024-S1/linjamsos",
    "2024-S1/rehsos",
    "2024-S1/setjen",
    "2024-S2/jatinegara-kaum",
)
HEADINGS = (
    "Syarat,Prosedur,Waktu,Waktu 2,Biaya,Produk,Kompetensi,Perilaku,Pengaduan,Sarana,Umum,Penting,Layanan,Usia,Bulan"
)
CHANGED = """
layanan: {kolom: Layanan, kategori: [KTP, KK, Akta]}
profil:
  usia: {nama: Usia, kolom: Usia, kategori: [< 20, 20-29, 30 tahun ke atas]}
  bulan: {nama: Bulan, kolom: Bulan, kategori: [Januari, Februari, Maret], pilihan_ganda: ya}
pertanyaan_tambahan:
  umum: {nama: Kepuasan umum, kolom: Umum}
kepuasan_umum: umum
"""
PREVIOUS = """
periode_sebelumnya: 2024-S2
riwayat:
  - {periode: 2023-S2, ikm: "81.2"}
  - {periode: 2024-S1, ni: "3.21", ikm: "80.30", responden: 12, unsur: {waktu: "3.1", biaya: "3.25"}}
"""


def first_count(root, unit, periode):
    """Write `hasil.json` as a build does, and read it back."""
    folder = root / "hasil"
    folder.mkdir(exist_ok=True)
    read_source(unit, periode, root=root).write_files(folder)
    return json.loads((folder / "hasil.json").read_text(encoding="utf-8"))


@pytest.mark.parametrize("sample", SAMPLES)
def test_both_counts_agree_on_the_samples(sample, tmp_path):
    periode, unit = sample.split("/")
    for name in ("params", "data"):
        (tmp_path / name).symlink_to(ROOT / name)
    found = compare(first_count(tmp_path, unit, periode), recount_survey(unit, periode, root=ROOT))
    assert found.differences == ()
    assert found.not_recounted == ()
    assert found.recounted > 300


answers = st.sampled_from(["", "1", "2", "3", "3", "4", "4", "4"])
rows = st.lists(
    st.tuples(
        *[answers] * 12,
        st.sampled_from(["KTP", "KTP", "KK", "KK", "Akta", "", "Pindah"]),
        st.sampled_from(["17", "20", "29", "30", "64", ""]),
        st.sampled_from(["Januari", "Januari;Maret", "Maret;Februari", "", "Mei"]),
    ),
    min_size=1,
    max_size=24,
)


def has_answers(table):
    """Say whether any row answers a question of the index."""
    return any(any(row[:10]) for row in table)


@settings(max_examples=60, deadline=None)
@given(
    now=rows.filter(has_answers),
    before=rows.filter(has_answers),
    more=st.fixed_dictionaries(
        {},
        optional={
            "populasi": st.integers(1, 60).map(str),
            "ambang_kelompok": st.sampled_from(["1", "2", "3"]),
            "bobot": st.sampled_from(["0.111", "0.11"]),
            "jumlah_prioritas": st.sampled_from(["1", "2"]),
            "sampel": st.just("{pembulatan: terdekat}"),
        },
    ),
    kode_terbalik=st.booleans(),
    kepentingan=st.booleans(),
)
def test_both_counts_agree_on_surveys_made_at_random(make_project, now, before, more, kode_terbalik, kepentingan):
    project = make_project()
    told = "{label: U3, kolom: [Waktu, Waktu 2]}"
    if kode_terbalik:
        told = "{label: U3, kolom: [Waktu, Waktu 2], kode_terbalik: ya}"
    project.change("{label: U3, kolom: Waktu}", told)
    if kepentingan:
        project.change("kolom: Biaya}", "kolom: Biaya, kolom_kepentingan: Penting}")
    project.add(CHANGED)
    project.write(
        "params/2024-S2/loket.yml", (project.root / "params/2025-S1/loket.yml").read_text().replace("2025-0", "2024-0")
    )
    project.add(PREVIOUS + "".join(f"{key}: {value}\n" for key, value in more.items()))
    for place, table in (("2025-S1", now), ("2024-S2", before)):
        project.write(
            f"data/{place}/loket/responden.csv", "\n".join([HEADINGS, *(",".join(row) for row in table)]) + "\n"
        )
    found = compare(
        first_count(project.root, "loket", "2025-S1"), recount_survey("loket", "2025-S1", root=project.root)
    )
    assert found.differences == ()
    assert found.not_recounted == ()


QUARTERS = ("2025-TW1", "2025-TW2")


@settings(max_examples=30, deadline=None)
@given(first=rows.filter(has_answers), second=rows.filter(has_answers), ambang=st.sampled_from(["2", "5"]))
def test_both_counts_agree_on_periods_put_together(make_project, first, second, ambang):
    project = make_project()
    project.change("{label: U3, kolom: Waktu}", "{label: U3, kolom: [Waktu, Waktu 2]}")
    project.add(CHANGED + f"ambang_kelompok: {ambang}\n")
    told = (project.root / "params/2025-S1/loket.yml").read_text(encoding="utf-8")
    for quarter, table in zip(QUARTERS, (first, second), strict=True):
        project.write(f"params/{quarter}/loket.yml", told)
        lines = [HEADINGS, *(",".join(row) for row in table)]
        project.write(f"data/{quarter}/loket/responden.csv", "\n".join(lines) + "\n")
    project.add(f"gabungan: [{', '.join(QUARTERS)}]\n")
    found = compare(
        first_count(project.root, "loket", "2025-S1"), recount_survey("loket", "2025-S1", root=project.root)
    )
    assert found.differences == ()
    assert found.not_recounted == ()
