"""Findings about how files, rows and columns were read: numbers worked out by hand, and both counts beside each other."""

import json
from fractions import Fraction

import openpyxl
import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from skmlib.pipeline.kinds import read_source
from skmlib.recount.compare import compare
from skmlib.recount.recount import recount_survey

KINDS = (
    "cara_membaca",
    "ejaan_disamakan",
    "kode_terbalik",
    "dikeluarkan",
    "dibaca_kosong",
    "baris_tanpa_keterangan",
    "responden_berulang",
    "kolom_tidak_dipakai",
    "kolom_pribadi",
)
FOLDER = "data/2025-S1/loket/"
FILE = f"{FOLDER}responden.csv"
HEADINGS = "Syarat,Prosedur,Waktu,Biaya,Produk,Kompetensi,Perilaku,Pengaduan,Sarana"
THREES, FOURS = ",".join("333333333"), ",".join("444444444")
TWICE = f'"{HEADINGS},""Saran, kritik"""\n"{THREES},""ya, baik"""\n"{FOURS},"""""\n'
LONG = "panjang: {kolom_responden: ID, kolom_pertanyaan: Soal, kolom_jawaban: Nilai}"


def counted(project):
    """Count with both counts, and give what the second one found of these kinds."""
    folder = project.root / "hasil"
    folder.mkdir(exist_ok=True)
    read_source("loket", "2025-S1", root=project.root).write_files(folder)
    hasil = json.loads((folder / "hasil.json").read_text(encoding="utf-8"))
    recounted = recount_survey("loket", "2025-S1", root=project.root)
    found = compare(hasil, recounted)
    assert found.differences == ()
    assert [path for path in found.not_recounted if path.startswith(tuple(f"findings/{kind}" for kind in KINDS))] == []
    rows = recounted["findings"].values()
    return [(one["jenis"], one["berkas"].removeprefix(FOLDER), one["n"]) for one in rows if one["jenis"] in KINDS]


def table(*lines):
    """Put lines below each other."""
    return "".join(f"{line}\n" for line in lines)


def own(kind, n):
    """Give a finding of the usual file."""
    return kind, "responden.csv", n


CASES = {
    "nothing to tell": ("", table(HEADINGS, THREES, FOURS), []),
    "lines above the heading": ("", table("REKAP", "", HEADINGS, THREES), [own("cara_membaca", 1)]),
    "upper row that gives no name": (
        "",
        table("Unsur pelayanan,,,,Unsur petugas,,,,", HEADINGS, THREES),
        [own("cara_membaca", 1)],
    ),
    "upper row that gives a name": (  # nothing stands above the two rows; "No" is used for nothing
        "",
        table("No,Unsur pelayanan,,,,,,,,", f",{HEADINGS}", f"1,{THREES}"),
        [own("kolom_tidak_dipakai", 1)],
    ),
    "saved as CSV twice": ("", TWICE, [own("cara_membaca", 1), own("kolom_tidak_dipakai", 1)]),
    "shortenings": (  # "Sgt cepat" twice counts once, "sgt cepat" is another spelling; "Sangat cepat." is no shortening
        "",
        table(
            HEADINGS,
            *(
                THREES.replace("3,3,3", f"3,3,{cell}", 1)
                for cell in ("Sgt cepat", "Sgt cepat", "sgt cepat", "1. Tdk cepat", "Sangat cepat.", "Cepat banget")
            ),
        ),
        [own("ejaan_disamakan", 4)],
    ),
    "rows left out": (  # two empty, one of sums, one heading again
        "",
        table(f"No,{HEADINGS}", f"1,{THREES}", f"No,{HEADINGS}", "2,,,,,,,,,", "3,,,,,,,,,", f"Jumlah,{THREES}"),
        [own("dikeluarkan", 1), own("dikeluarkan", 1), own("dikeluarkan", 2), own("kolom_tidak_dipakai", 1)],
    ),
    "read as a blank": (  # "-" thrice, once of them in a row without any answer; "lupa" once; "x" never
        "data: {dibaca_kosong: [lupa, x, '-']}\n",
        table(HEADINGS, THREES.replace("3,3", "-,LUPA", 1), FOURS.replace("4", "-", 1), "-,,,,,,,,"),
        [own("dibaca_kosong", 1), own("dibaca_kosong", 3), own("dikeluarkan", 1)],
    ),
    "a row with nothing beside answers": (  # one of five is a fifth
        "",
        table(f"No,{HEADINGS}", *(f"{n},{THREES}" for n in (1, 2, 3, 4)), f",{FOURS}"),
        [own("baris_tanpa_keterangan", 1), own("kolom_tidak_dipakai", 1)],
    ),
    "too many with nothing beside answers": (
        "",
        table(f"No,{HEADINGS}", *(f"{n},{THREES}" for n in (1, 2, 3)), f",{FOURS}"),
        [own("kolom_tidak_dipakai", 1)],
    ),
    "respondents with several rows": (  # A twice (capitals apart), B thrice, C once; two without a code
        "data: {kolom_responden: Kode}\n",
        table(f"Kode,{HEADINGS}", *(f"{code},{THREES}" for code in ("A", "a ", "B", "B", "B", "C", "", ""))),
        [own("responden_berulang", 2)],
    ),
    "columns": (  # "Kota" and the filled column without heading; the personal ones; the other without heading is empty
        "",
        table(f"Nama,Kota,No. HP,,,Tgl lahir,{HEADINGS}", f"Ani,Pati,08,x,,1,{THREES}"),
        [own("kolom_tidak_dipakai", 2), own("kolom_pribadi", 3)],
    ),
    "long form": (  # r1 has two ages; r2's answer on the last unsur is written again
        f"data: {{{LONG}}}\n",
        table(
            "ID,Soal,Nilai,Usia",
            *(f"r1,{name},4,{20 + (name == 'Sarana')}" for name in HEADINGS.split(",")),
            *(f"r2,{name},3,30" for name in HEADINGS.split(",")),
            "ID,Soal,Nilai,Usia",
            "r2,Sarana,3,30",
        ),
        [*[own("cara_membaca", 1)] * 3, own("dikeluarkan", 1), own("kolom_tidak_dipakai", 2)],
    ),
}


@pytest.mark.parametrize("name", CASES)
def test_findings_of_one_file(project, name):
    more, text, expected = CASES[name]
    project.add(more)
    project.write(FILE, text)
    assert sorted(counted(project)) == sorted(expected)


def test_codes_that_are_turned_round_are_counted_by_question(project):
    project.change("kolom: Waktu}", "kolom: Waktu, kode_terbalik: ya}")
    project.change("kolom: Biaya}", "kolom: Biaya, kode_terbalik: ya}")
    project.write(FILE, table(HEADINGS, THREES))
    assert counted(project) == [own("kode_terbalik", 2)]


def test_windows_letters_are_told(project):
    project.write_bytes(FILE, table(f"{HEADINGS},Désa", f"{THREES},x").encode("cp1252"))
    assert counted(project) == [own("cara_membaca", 1), own("kolom_tidak_dipakai", 1)]


def test_index_without_bare_rows(project):
    # Two of ten rows hold only answers: 8 threes without them, 75
    project.add("ambang_kelompok: 2\n")
    lines = [f"{n},{THREES}" for n in range(8)] + [f",{FOURS}"] * 2
    project.write(FILE, table(f"No,{HEADINGS}", *lines))
    assert own("baris_tanpa_keterangan", 2) in counted(project)
    rows = recount_survey("loket", "2025-S1", root=project.root)["findings"].values()
    found = [one for one in rows if one["jenis"] == "baris_tanpa_keterangan"]
    assert [one["ikm_tanpa"] for one in found] == [Fraction(75)]


def write_sheets(project, sheets):
    """Write a workbook."""
    book = openpyxl.Workbook()
    book.remove(book.active)
    for name, lines in sheets.items():
        sheet = book.create_sheet(name)
        for line in lines:
            sheet.append([cell or None for cell in line.split(",")])
    path = project.root / "data/2025-S1/loket/survei.xlsx"
    path.parent.mkdir(parents=True, exist_ok=True)
    book.save(path)


def test_sheet_that_is_read_and_one_like_it_are_told(project):
    # "Juni" has the headings and a row, "Kosong" the headings only, the empty one no text: two sentences
    project.add("data: {responden: survei.xlsx}\n")
    write_sheets(project, {"Mei": [HEADINGS, THREES, THREES], "Juni": [f"No,{HEADINGS}", f"1,{FOURS}"],
                           "Kosong": [HEADINGS], "Lain": []})  # fmt: skip
    assert counted(project) == [("cara_membaca", "survei.xlsx", 1)] * 2


def test_sheet_that_is_named_is_not_told(project):
    project.add("data: {responden: survei.xlsx, lembar: juni}\n")
    write_sheets(project, {"Mei": [HEADINGS, THREES, THREES], "Juni": [HEADINGS, FOURS]})
    assert counted(project) == []


PHASES = """
data:
  kolom_responden: Kode
  tahap:
    - {nama: Pagi, responden: survei.xlsx, lembar: Pagi}
    - {nama: Sore, responden: survei.xlsx, lembar: Sore}
"""


def test_what_is_told_of_every_sheet_alike_is_told_once_of_the_file(project):
    # Alike: the title above, the codes turned round, the personal column. Not alike: columns; about rows: those left out.
    project.change("kolom: Waktu}", "kolom: Waktu, kode_terbalik: ya}")
    project.add(PHASES)
    one = ["REKAP", f"Kode,Nama,Kota,{HEADINGS}", f"a,x,y,{THREES}", f"a,x,y,{THREES}", "b,x,y,,,,,,,,,"]
    other = ["REKAP", f"Kode,Nama,Desa,{HEADINGS}", f"a,x,y,{THREES}", "b,x,y,,,,,,,,,"]
    write_sheets(project, {"Pagi": one, "Sore": other})
    whole, pagi, sore = "survei.xlsx", "survei.xlsx, lembar 'Pagi'", "survei.xlsx, lembar 'Sore'"
    assert sorted(counted(project)) == sorted([
        ("cara_membaca", whole, 1), ("kode_terbalik", whole, 1), ("kolom_pribadi", whole, 1),
        ("dikeluarkan", pagi, 1), ("dikeluarkan", sore, 1), ("responden_berulang", pagi, 1),
        ("kolom_tidak_dipakai", pagi, 1), ("kolom_tidak_dipakai", sore, 1),
    ])  # fmt: skip


cells = st.sampled_from(["", "1", "3", "4", "-", "lupa", "4,0"])
lines = st.lists(
    st.tuples(
        st.lists(cells, min_size=9, max_size=9),
        st.sampled_from(["", "", "1", "2", "Jumlah", "Ani"]),
        st.sampled_from(["", "A", "a", "B", "C"]),
    ),
    min_size=1,
    max_size=20,
).filter(lambda table: any({"1", "3", "4"} & set(line[0]) and line[1] in ("1", "2") for line in table))


@settings(max_examples=40, deadline=None, phases=(Phase.explicit, Phase.reuse, Phase.generate))
@given(
    rows=lines,
    again=st.booleans(),
    above=st.sampled_from([[], ["REKAP"], ["REKAP", ""]]),
    beside=st.sampled_from(["No", "Nama", "", "Keterangan"]),
    twice=st.booleans(),
    ambang=st.integers(1, 3),
)
def test_both_counts_tell_alike_how_files_are_read(make_project, rows, again, above, beside, twice, ambang):
    project = make_project()
    project.add(f"data: {{kolom_responden: Kode, dibaca_kosong: ['-', Lupa]}}\nambang_kelompok: {ambang}\n")
    head = f"{beside};Kode;{HEADINGS.replace(',', ';')}"
    told = [f"{number};{code};{';'.join(answers)}" for answers, number, code in rows]
    text = [*([] if twice else above), head, *told, *([head, *told[:2]] if again else [])]
    project.write(FILE, table(*(f'"{line}"' if twice else line for line in text)))
    counted(project)
