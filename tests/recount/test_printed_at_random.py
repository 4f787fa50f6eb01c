"""Both counts of what was printed for a survey's own period, and of its plan, made at random; and a few cases by hand."""

import json
from fractions import Fraction

from hypothesis import given, settings
from hypothesis import strategies as st

from skmlib.pipeline.kinds import read_source
from skmlib.recount.compare import compare
from skmlib.recount.recount import recount_survey

COLUMNS = "periode,nomor,unsur,program,triwulan,penanggung_jawab,status,tanggal,uraian,kendala,direncanakan"
UNSUR = ("persyaratan", "prosedur", "waktu", "biaya", "produk", "kompetensi", "perilaku", "pengaduan", "sarana")

score = st.sampled_from(["3.5", "3.25", "3.67", "4.00"])
printed = st.fixed_dictionaries(
    {},
    optional={
        "ni": score,
        "ikm": st.sampled_from(["87.5", "91.67", "88"]),
        "mutu": st.sampled_from("ABCD"),
        "responden": st.integers(1, 12).map(str),
        "unsur": st.one_of(
            st.dictionaries(st.sampled_from(UNSUR), score, min_size=1),
            st.lists(score, min_size=9, max_size=9).map(lambda told: dict(zip(UNSUR, told, strict=True))),
        ),
        "layanan": st.dictionaries(st.sampled_from(["KTP", "KK"]), score, min_size=1),
        "layanan_unsur": st.sampled_from(["{KTP: {waktu: '3.5'}}", "{KK: {waktu: '3.67', biaya: '3'}}"]),
        "perubahan_ni": st.sampled_from(["0.05", "-0.1", "0.3"]),
        "batas_bawah_ni": st.sampled_from(["{A: '3.54'}", "{B: '3.0644', C: '2.60'}"]),
        "jumlah_prioritas": st.sampled_from(["1", "2"]),
        "rencana_atas": st.sampled_from(["2024-S2", "2025-S1", "2024"]),
    },
)
answers = st.lists(
    st.tuples(*[st.sampled_from(["2", "3", "3", "4", "4", ""])] * 9, st.sampled_from(["KTP", "KTP", "KK", ""])).filter(
        lambda row: any(row[:9])
    ),
    min_size=1,
    max_size=14,
)
parameters = st.fixed_dictionaries(
    {},
    optional={
        "populasi": st.sampled_from(["5", "40"]),
        "bobot": st.just("0.111"),
        "asumsi_unsur": st.just("Urutannya diduga."),
        "jumlah_prioritas": st.sampled_from(["1", "2"]),
        "riwayat": st.sampled_from(
            [
                "[{periode: 2024-S2, ni: '3.41', ikm: '85.3'}]",
                "[{periode: 2024-S1, ikm: '75', responden: 1}, {periode: 2024-S2, ni: '3.0', unsur: {waktu: '3'}}]",
                "[{periode: 2023-S1, ikm: '75', responden: 1}]",
                "[{periode: 2024-S2, ni: '3.41', ikm: '85.3'}, {periode: 2024-TW4, ikm: '80'}]",
            ]
        ),
    },
)
old = st.tuples(
    st.sampled_from(["waktu", "U2;biaya", "sarana; waktu"]),
    st.sampled_from(["sudah", "belum", "sebagian", ""]),
    st.sampled_from(["", "2024-12-31", "01/02/2025", "2025-07-01"]),
    st.sampled_from(["", "ya", "tidak"]),
)


def text_of(told):
    """Write what was printed as one line of YAML."""
    cells = [f"{key}: {text_of(value) if isinstance(value, dict) else quoted(value)}" for key, value in told.items()]
    return f"{{{', '.join(cells)}}}"


def quoted(value):
    """Put a number in quotes, and leave a mapping as it is."""
    return value if value.startswith("{") else repr(value)


def write(project, told, rows, done, new, more=""):
    """Write a survey with its plan."""
    project.add("layanan: {kolom: Layanan, kategori: [KTP, KK]}\nambang_kelompok: 2\nperiode_sebelumnya: 2024-S2\n")
    project.add(f"tercetak: {text_of(told)}\n{more}")
    project.write_responses(*[",".join(row) for row in rows], headings=f"{project.headings},Layanan")
    lines = [
        f"2024-S2,{place},{unsur},P,2025-TW1,X,{status},{day},,,{planned}"
        for place, (unsur, status, day, planned) in enumerate(done, 1)
    ]
    lines += [f"2025-S1,{place},{unsur},P,2025-TW3,X,,,,," for place, unsur in enumerate(new, 1)]
    if lines:
        project.write("data/2025-S1/loket/tindak_lanjut.csv", "\n".join([COLUMNS, *lines]) + "\n")


@settings(max_examples=40, deadline=None)
@given(
    told=printed,
    rows=answers | st.just([("3",) * 9 + ("KTP",)]),
    done=st.lists(old, max_size=3),
    new=st.lists(st.sampled_from(["waktu", "biaya;U1"]), max_size=2),
    more=parameters,
)
def test_both_counts_agree_on_printed_figures_and_plans(make_project, told, rows, done, new, more):
    project = make_project()
    write(project, told, rows, done, new, "".join(f"{key}: {value}\n" for key, value in more.items()))
    folder = project.root / "hasil"
    folder.mkdir()
    read_source("loket", "2025-S1", root=project.root).write_files(folder)
    hasil = json.loads((folder / "hasil.json").read_text(encoding="utf-8"))
    found = compare(hasil, recount_survey("loket", "2025-S1", root=project.root))
    assert found.differences == ()
    assert found.not_recounted == ()


def test_status_of_printed_figures(project):
    # Answers 4, 4, 3: 11/3 = 3.6667, x 25 = 91.6667. 91.67 is the same, 3.66 is not; two services are too few to be shown
    rows = [(*[nilai] * 9, "KTP") for nilai in "443"]
    write(project, {"ikm": "91.67", "ni": "3.66", "layanan": {"KK": "3.5"}}, rows, [], [])
    found = recount_survey("loket", "2025-S1", root=project.root)["printed"]
    assert (found["ikm"]["status"], found["ni"]["status"]) == ("sama", "berbeda")
    assert found["layanan / KK"]["status"] == "tidak_dibandingkan"


def test_printed_change_is_against_the_period_that_the_parameters_name(project):
    # Now 3; against 2024-S2 77.5 / 25 = 3.1, printed with one decimal of 77.5, so two here: -0.10; 2023 is not meant
    told = "riwayat: [{periode: '2023', ni: '2.00'}, {periode: 2024-S2, ikm: '77.5'}]\n"
    write(project, {"perubahan_ni": "-0.1"}, [("3",) * 9 + ("KTP",)], [], [], told)
    row = recount_survey("loket", "2025-S1", root=project.root)["printed"]["perubahan_ni / 2024-S2"]
    assert (row["dihitung"], row["status"]) == (Fraction("-0.1"), "sama")


def test_findings_of_figures_and_plans(project):
    # Scores 1, 2, 2, 3, 3, 3, 4, 4, 4: the three priorities are U1 to U3. The plan treats biaya, of score 3: the three lower
    # ones are passed over. Five of ten users answered; 1.1 was planned and not reported, 2 reported and not planned.
    rows = [("1", "2", "2", "3", "3", "3", "4", "4", "4", "KTP")] * 5
    done = [("waktu", "", "", "ya"), ("waktu", "sudah", "", "tidak")]
    write(project, {}, rows, done, ["biaya"], "populasi: 10\nasumsi_unsur: Diduga.\nbobot: 0.111\n")
    found = recount_survey("loket", "2025-S1", root=project.root)["findings"]
    counts = {name.partition(" / ")[0]: row["n"] for name, row in found.items()}
    # Krejcie and Morgan for N = 10: 0.96025 x 10 / (0.0025 x 9 + 0.96025) = 9.77, rounded up 10; five are missing
    assert counts == {
        "baris_kembar": 4,
        "asumsi_unsur": 1,
        "sampel_kurang": 5,
        "bobot_bukan_eksak": 1,
        "prioritas_tanpa_rencana": 3,
        "rencana_melewati_unsur": 3,
        "rencana_tidak_dilaporkan": 1,
        "realisasi_di_luar_rencana": 1,
    }


def test_announced_priorities_and_the_period_of_the_plan(project):
    # Two unsur are treated, one was announced; 31 December lies before the end of the half-year that the plan follows
    done = [
        ("waktu", "sudah", "31/12/2024", ""),
        ("U4;waktu", "sudah", "2025-02-01", "ya"),
        ("sarana", "sudah", "", "tidak"),
    ]
    write(project, {"jumlah_prioritas": "1", "rencana_atas": "2024-S2"}, [("3",) * 9 + ("KTP",)], done, [])
    found = recount_survey("loket", "2025-S1", root=project.root)["printed"]
    row = found["jumlah_prioritas / waktu+biaya"]
    assert (row["tercetak"], row["dihitung"], row["status"]) == (1, Fraction(2), "berbeda")
    assert found["rencana_atas / 2024-12-31+2024-12-31"]["status"] == "berbeda"
