"""Both counts tell the same of groups and dates, in exports as untidy as offices hand them in."""

import csv
import io
import json

import openpyxl
import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from skmlib.pipeline.kinds import read_source
from skmlib.recount.compare import compare
from skmlib.recount.recount import recount_survey

KINDS = (
    "di_luar_masa",
    "tanggal_tidak_terbaca",
    "urutan_tanggal",
    "kelompok_tidak_dikenal",
    "tahun_lahir",
    "kelahiran_tidak_terbaca",
    "usia_di_kolom_kelahiran",
    "kelompok_kosong",
    "kelompok_tumpang_tindih",
    "tanggal_tidak_cocok",
    "periode_tidak_cocok",
)
ASKED = ("Syarat", "Prosedur", "Waktu", "Biaya", "Produk", "Kompetensi", "Perilaku", "Pengaduan", "Sarana")
HEADINGS = (*ASKED, "Layanan", "Usia", "Umur", "Lahir", "Bulan", "Tanggal")
# Making an example smaller would read hundreds of exports.
QUICK = settings(max_examples=40, deadline=None, phases=(Phase.explicit, Phase.reuse, Phase.generate))

SERVICES = ["KTP", "KK", "akta", "", "-", "Pindah", "  ktp ", "Tidak diisi", "KTP.", "1", "01", "Surat – pindah"]
AGES = [
    *("17", "25", "25 tahun", "34 th.", "64", "120", "19,5", "17-25", "17 – 25", "tua", "", "-", "Tidak diisi"),
    *("1985", "1985.0", "1985.", "thn 1985", "tahun lahir 1985", "2019", "2025", "45123", "1985-03-12 00:00:00"),
    *("5/3/1985", "3/25/1985", "Kota, 12-03-1985", "Kota 12 Maret 1985", "Pati 3/25/1985"),
]
BIRTHS = [*AGES, "3", "5 tahun", "110", "2030", "1900", "5/3/85", "13/5/1985", "99999", "34,5", "31/12/2024"]
MONTHS = ["Januari", "januari; maret", "Maret,Mei", "", ";", "-", "Januari, -", "januari|maret", "Januari ;; Mei", "5"]
DAYS = [
    *("2025-05-03", "2025/05/05T08:00", "03/05/2025", "05/03/2025", "05/06/2025", "06/05/2025", "12.05.2025"),
    *("5/3/25 08:31", "13/05/2025", "05/13/2025", "05/13/2025T08:00", "05/13/2025; pagi", "05.13.25", "31/02/2025"),
    *("3 Mei 2025", "5 Mei, 2025", "Mei 5, 2025", "Rabu, 7 Mei 2025", "Jum'at, 9 Mei 2025", "9 Agust 2025", "5-Mei-25"),
    *("0/5/2025", "45780", "45780.5", "lupa", "", "2025-06-01", "1025-05-03", "9999-05-03"),
]
RANGES = (
    "[17-25, 25-40, '> 40']",
    "['< 20', 20-29, 30 tahun ke atas]",
    "['Remaja (17-25)', 26 - 40 tahun, 40+]",
    "[17 tahun - 25 tahun, 26 s/d 40, diatas 40]",
    "['<= 20', '20 sampai 30', 30 ke atas, 'min. 50']",
    "[17-25, 20-23, 2.500-4.000, 54-60]",
)
OTHERS = ("[muda, tua]", "[Minggu 1, Minggu 2]")
ACTIONS = "periode,nomor,unsur,program,triwulan,penanggung_jawab,status,tanggal,uraian,kendala,direncanakan"


def told_by_both(project):
    """Give what differs between the counts, what the second lacks of these kinds, and the kinds that were told."""
    read_source("loket", "2025-S1", root=project.root).write_files(project.root)
    hasil = json.loads((project.root / "hasil.json").read_text(encoding="utf-8"))
    found = compare(hasil, recount_survey("loket", "2025-S1", root=project.root))
    missing = [path for path in found.not_recounted if path.startswith(tuple(f"findings/{kind} " for kind in KINDS))]
    return list(found.differences) + missing, {row["jenis"] for row in hasil["findings"]}


def as_csv(*lines):
    """Write lines with quotes where they need them."""
    file = io.StringIO()
    csv.writer(file, lineterminator="\n").writerows(lines)
    return file.getvalue()


def column(cells):
    """Choose a few of the cells of a column, so that one order of days may be alone."""
    return st.lists(st.sampled_from(cells), min_size=1, max_size=5)


columns = st.tuples(*map(column, (SERVICES, AGES, AGES, BIRTHS, MONTHS, DAYS)))


@QUICK
@given(
    tables=st.lists(columns, min_size=1, max_size=2),
    ranges=st.tuples(st.sampled_from(RANGES + OTHERS), st.sampled_from(RANGES + OTHERS), st.sampled_from(RANGES)),
    choose=st.randoms(use_true_random=False),
)
def test_both_counts_tell_the_same_of_untidy_groups_and_days(make_project, tables, ranges, choose):
    project = make_project()
    files = ["a.csv", "b.csv"][: len(tables)]
    phases = ", ".join(f"{{nama: {name}, responden: {name}}}" for name in files)
    blanks, order = choose.choice(["'?'", "['-']"]), choose.choice(["hari_bulan", "bulan_hari"])
    project.add(
        f"""
        data: {{kolom_waktu: Tanggal, urutan_tanggal: {order}, dibaca_kosong: {blanks}, tahap: [{phases}]}}
        layanan: {{kolom: Layanan, kategori: [KTP, KK, Akta], kode: {choose.choice(["{x: KTP}", "{1: KTP}"])}}}
        profil:
          usia: {{nama: Usia, kolom: Usia, kategori: {ranges[0]}}}
          generasi: {{nama: Generasi, kolom: Umur, kategori: {ranges[1]}}}
          lahir: {{nama: Umur, kolom: Lahir, kategori: {ranges[2]}, kelahiran: ya}}
          bulan: {{nama: Bulan, kolom: Bulan, kategori: [Januari, Maret], pilihan_ganda: ya}}
        ambang_kelompok: {choose.choice([1, 2, 5])}
        """.replace(", tahap: [{nama: a.csv, responden: a.csv}]", ", responden: a.csv")
    )
    for name, pools in zip(files, tables, strict=True):
        lines = [
            [*(choose.choice("1234") for _ in ASKED), *(choose.choice(pool) for pool in pools)]
            for _ in range(choose.randint(1, 14))
        ]
        project.write_bytes(f"data/2025-S1/loket/{name}", as_csv(HEADINGS, *lines).encode())
    assert told_by_both(project)[0] == []


days = st.sampled_from(["2024-12-31", "2025-01-01", "2025-06-30", "2025-07-01", "2025-07-15"])
actions = st.tuples(
    st.sampled_from(["2025-S1", "2024-S2"]),
    st.sampled_from(["2025-TW1", "2025-TW2;2025-TW1", "2025-TW3", "2024-TW4; 2026-TW1"]),
    st.sampled_from(["", "2025-07-15", "16/07/2025", "20 Juli 2025", "2025-06-30"]),
    st.sampled_from(["", "ya", "tidak"]),
)


@QUICK
@given(
    served=st.tuples(days, days).map(sorted),
    collected=st.tuples(days, days).map(sorted),
    signed=days,
    rows=st.lists(actions, max_size=5),
    history=st.booleans(),
)
def test_both_counts_tell_the_same_of_dates(make_project, served, collected, signed, rows, history):
    project = make_project()
    for old, (first, last) in (
        ("2025-01-01, selesai: 2025-06-30", served),
        ("2025-05-01, selesai: 2025-05-31", collected),
    ):
        project.change(f"{{mulai: {old}}}", f"{{mulai: {first}, selesai: {last}}}")
    project.change("tanggal: 2025-07-15", f"tanggal: {signed}")
    project.add("periode_sebelumnya: 2024-S2\n" + "riwayat: [{periode: 2024-S1, ikm: '80.1'}]\n" * history)
    lines = [
        [periode, number, "waktu", "P", quarters, "A", "sudah", day, "u", "k", planned]
        for number, (periode, quarters, day, planned) in enumerate(rows, start=1)
    ]
    project.write("data/2025-S1/loket/tindak_lanjut.csv", as_csv(ACTIONS.split(","), *lines))
    project.write_responses("3,3,3,3,3,3,3,3,3", "4,4,4,4,4,4,4,4,4")
    assert told_by_both(project)[0] == []


@pytest.mark.parametrize("second", ["05/07/2025", "2025-05-07"])
def test_what_is_told_of_every_sheet_is_told_once_of_the_workbook(project, second):
    # 05/06 and 05/07 are days of May with the month first only; an ISO day says nothing of the second sheet.
    book = openpyxl.Workbook()
    for name, day in (("A", "05/06/2025"), ("B", second)):
        sheet = book.create_sheet(name)
        sheet.append([*ASKED, "Tanggal"])
        sheet.append([*[3] * 9, day])
    book.remove(book.worksheets[0])
    (project.root / "data/2025-S1/loket").mkdir(parents=True)
    book.save(project.root / "data/2025-S1/loket/dua.xlsx")
    sheets = ", ".join(f"{{nama: {name}, responden: dua.xlsx, lembar: {name}}}" for name in "AB")
    project.add(f"data: {{kolom_waktu: Tanggal, tahap: [{sheets}]}}\n")
    differences, kinds = told_by_both(project)
    assert differences == []
    assert "urutan_tanggal" in kinds
    told = [name for name in recount_survey("loket", "2025-S1", root=project.root)["findings"] if "urutan" in name]
    place = "data/2025-S1/loket/dua.xlsx"
    assert told == [f"urutan_tanggal / {place}" if second.startswith("05") else f"urutan_tanggal / {place}, lembar 'A'"]
