"""Both counts of performance reports made at random: values, tables, surveys, budget, and what is printed of each."""

import json

from hypothesis import given, reject, settings
from hypothesis import strategies as st

from skmlib.pipeline.performance_files import write_performance_hasil
from skmlib.problems import DataError
from skmlib.recount.compare import compare
from skmlib.recount.performance import recount_performance
from skmlib.survey.performance import read_performance
from tests.conftest import Office

# Counted once: findings of the surveys' own reports, and files that are not read.
MONTHS = ("Januari", "Feb", "Maret", "April", "Mei", "Juni")
SENTIMENTS = ("positif", "netral", "negatif")
SOURCES = (
    "sentimen: negatif",
    "waktu_permohonan: menurut_permohonan",
    "waktu_permohonan: rata_rata_bulan",
    "pengaduan: ditindaklanjuti",
    "indeks: Indeks",
    "survei: loket",
)
UNSUR = ("persyaratan", "waktu", "sarana")

number = st.sampled_from(["75", "80.5", "3.758", "93.8", "93.75", "100", "0"])
target = st.sampled_from(["80", "75.5", "4"])
count = st.sampled_from(["0", "0", "1", "2", "7", "40"])
indicator = st.fixed_dictionaries(
    {"arah": st.sampled_from(["naik", "turun"]), "target": target},
    optional={
        "sumber": st.sampled_from(SOURCES).map(lambda text: f"{{{text}}}"),
        "realisasi": number,
        "dipakai": st.sampled_from(["sumber", "realisasi"]),
        "target_awal": st.sampled_from(["75", "-"]),
        "capaian_tercetak": st.sampled_from(["100", "93.75", "101"]),
        "belum_dinilai": st.just("ya"),
        "riwayat": st.just('[{periode: "2023", target: "5", realisasi: "4"}, {periode: "2022", realisasi: "4.5"}]'),
    },
).filter(lambda told: "sumber" in told or "realisasi" in told)
media = st.lists(st.tuples(*[st.sampled_from(["0", "10", "30", "50", "60"])] * 3), min_size=6, max_size=6)
requests = st.lists(st.tuples(*[count] * 5, st.sampled_from(["1", "2.5", "12.25"])), min_size=6, max_size=6)
blank_or = st.sampled_from(["", "40", "60"])
complaints = st.lists(
    st.tuples(count, st.sampled_from(["ya", "tidak"]), st.sampled_from(["ya", "tidak"])), min_size=1, max_size=3
)
parts = st.lists(st.lists(st.sampled_from(["3", "3.5", "16.44"]), max_size=3), min_size=1, max_size=3)
budget = st.lists(
    st.tuples(*[st.sampled_from(["0", "100", "250"])] * 2, st.sampled_from(["", "50", "120"])), min_size=1, max_size=2
)
staff = st.lists(st.tuples(count, count), min_size=1, max_size=2)
answers = st.lists(st.tuples(*[st.sampled_from(["1", "2", "3", "3", "4", "4"])] * 9), min_size=1, max_size=5)
printed_survey = st.fixed_dictionaries(
    {},
    optional={
        "responden": st.integers(1, 8).map(str),
        "unsur": st.dictionaries(st.sampled_from(UNSUR), st.sampled_from(["3.5", "3.25", "3.333", "4"]), min_size=1),
        "ni": st.sampled_from(["3.5", "3.25"]),
        "ikm": st.sampled_from(["87.5", "81.25", "93.7"]),
        "bobot": st.sampled_from(["0.111", "0.11", "0.1111"]),
    },
)
report = st.fixed_dictionaries(
    {
        "indicators": st.lists(indicator, min_size=1, max_size=4),
        "media": media,
        "requests": requests,
        "complaints": complaints,
        "parts": parts,
        "budget": st.none() | budget,
        "staff": st.none() | staff,
        "answers": answers,
        "survey": printed_survey,
        "total": st.none() | blank_or,
        "satuan": st.sampled_from(["persen", "jumlah"]),
        "efisiensi": st.sampled_from(["pagu_awal", "pagu_akhir"]),
        "headline": st.sampled_from(["semua", "tanpa_belum_dinilai"]),
        "populasi": st.sampled_from(["", "populasi: 9\n"]),
        "history": st.sampled_from(["", "riwayat: [{periode: 2024-S2, ikm: '81.5'}, {periode: 2023-S2, ni: '3.1'}]\n"]),
    }
)
averages = st.fixed_dictionaries(
    {},
    optional={
        "rata_rata": st.sampled_from(["100", "93.8"]),
        "realisasi_anggaran": st.sampled_from(["50", "33.3"]),
        "efisiensi": st.sampled_from(["50", "66.7"]),
        "pengaduan": st.sampled_from(['{S0: "7"}', '{S0: "1", S1: "2"}']),
    },
)


def with_total(rows, total, *, cells, name="Jumlah"):
    """Add the row that prints a total, the same cell in each column."""
    return rows if total is None else [*rows, ",".join([name, *[total] * cells])]


def write(office, told):
    """Write the tables of a report."""
    total = told["total"]
    office.keep(
        "sentimen_media.csv",
        "bulan," + ",".join(SENTIMENTS),
        *with_total(
            [",".join((month, *row)) for month, row in zip(MONTHS, told["media"], strict=True)], total, cells=3
        ),
    )
    heading = "bulan,berkala,setiap_saat,serta_merta,dikecualikan,jumlah,rata_rata_hari"
    rows = [",".join((month, *row)) for month, row in zip(MONTHS, told["requests"], strict=True)]
    office.keep("permohonan_informasi.csv", heading, *with_total(rows, total, cells=6))
    rows = [",".join((f"S{place}", *row)) for place, row in enumerate(told["complaints"])]
    more = [f"Jumlah,{total},,"] if total is not None else []
    office.keep("pengaduan.csv", "status,jumlah,diteruskan,ditindaklanjuti", *rows, *more)
    office.keep("indeks.csv", "indeks,bagian,rincian,nilai", *index_rows(told["parts"], total))
    if told["budget"]:
        rows = [",".join((f"K{place}", *row)) for place, row in enumerate(told["budget"])]
        office.keep("anggaran.csv", "kegiatan,pagu_awal,pagu_akhir,realisasi", *with_total(rows, total, cells=3))
    if told["staff"]:
        rows = [
            f"G{place},{name},{n}" for place, row in enumerate(told["staff"]) for name, n in zip("LP", row, strict=True)
        ]
        office.keep(
            "pegawai.csv", "kelompok,uraian,jumlah", *rows, *([f"Jumlah,,{total}"] if total is not None else [])
        )


def index_rows(parts, total):
    """Write the parts of an index: one of its own value, or one of details with a printed sum."""
    rows = []
    for place, details in enumerate(parts):
        rows += [f"Indeks,B{place},D{number},{value}" for number, value in enumerate(details)] or [
            f"Indeks,B{place},,3.83"
        ]
        rows += [f"Indeks,B{place},Jumlah,7.00"] if details and total else []
    return rows + (["Indeks,Rata-rata,,5.25"] if total else [])


def group(told):
    """Write a mapping on one line, each value in quotes unless it is a list or a mapping itself."""
    cells = [f"{key}: {value if value[:1] in '[{' else repr(value)}" for key, value in told.items()]
    return f"{{{', '.join(cells)}}}"


@settings(max_examples=40, deadline=None)
@given(told=report, printed=averages)
def test_both_counts_agree_on_performance_reports(make_project, told, printed):
    office = Office(make_project())
    for one in told["indicators"]:
        if not {"sumber", "realisasi"} <= set(one):
            one.pop("dipakai", None)
    office.indicate(*[group({"nama": f"I{place}"} | one) for place, one in enumerate(told["indicators"])])
    survey = {key: value if isinstance(value, str) else group(value) for key, value in told["survey"].items()}
    printed = printed | ({"survei": f"{{loket: {group(survey)}}}"} if survey else {})
    office.tell(f"survei: [loket]\nrata_rata_utama: {told['headline']}\nmedia: {{satuan: {told['satuan']}}}\n")
    office.tell(
        f"anggaran: {{efisiensi: {told['efisiensi']}}}\n" + (f"tercetak: {group(printed)}\n" if printed else "")
    )
    office.project.add(told["populasi"] + told["history"])
    office.project.write_responses(*[",".join(row) for row in told["answers"]])
    write(office, told)
    try:
        results = read_performance("biro", "2025-S1", root=office.root)
    except DataError:
        reject()
    write_performance_hasil(results, office.root / "hasil.json")
    hasil = json.loads((office.root / "hasil.json").read_text(encoding="utf-8"))
    found = compare(hasil, recount_performance("biro", "2025-S1", root=office.root))
    assert found.differences == ()
    assert found.not_recounted == ()
