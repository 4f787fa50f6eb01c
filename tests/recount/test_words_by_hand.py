"""Findings about comments, the analyst's words and files, worked out by hand, and both counts beside each other."""

import json
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from skmlib.pipeline.kinds import read_source
from skmlib.recount.comment_findings import says_nothing
from skmlib.recount.compare import compare
from skmlib.recount.reading import read_survey
from skmlib.recount.recount import recount_survey
from skmlib.survey.no_comment import is_no_comment

FOLDER = "data/2025-S1/loket"
THREES = ",".join("3" * 9)
OF_ROWS = ("jawaban_seragam", "baris_kembar", "baris_tanpa_keterangan")


@pytest.fixture
def commented(make_project):
    """A project with the open question; `answer` writes the answers and gives their ids."""
    project = make_project()
    project.add("data: {kolom_komentar: Saran}\n")
    return project


def answer(project, *texts):
    """Let respondents write texts, all with threes, and give their ids."""
    rows = "".join(f'{THREES},"{text}"\n' for text in texts)
    project.write(f"{FOLDER}/responden.csv", f"{project.headings},Saran\n{rows}")
    return [one.id for one in read_respondents(project)]


def read_respondents(project):
    return read_survey("loket", "2025-S1", root=project.root).respondents


def counted(project):
    """Count the findings about comments, words and files, after holding both counts beside each other."""
    folder = project.root / "hasil"
    folder.mkdir(exist_ok=True)
    read_source("loket", "2025-S1", root=project.root).write_files(folder)
    hasil = recount_survey("loket", "2025-S1", root=project.root)
    found = compare(json.loads((folder / "hasil.json").read_text(encoding="utf-8")), hasil)
    assert (found.differences, found.not_recounted) == ((), ())
    rows = [row for row in hasil["findings"].values() if row["jenis"] not in OF_ROWS]
    return [(row["jenis"], Path(row["berkas"]).name, row["n"]) for row in rows]


def annotate(project, *rows):
    """Write annotations: id, annotator, text, sentiment, unsur, quote."""
    lines = "".join(
        f'{name},{who},"{text}",{sentiment},{unsur},{quote}\n' for name, who, text, sentiment, unsur, quote in rows
    )
    project.write(f"{FOLDER}/komentar.csv", f"id_responden,anotator,komentar,sentimen,unsur,kutip\n{lines}")


def test_comments_without_annotations(commented):
    answer(commented, "Cepat", "", "Ramah")
    assert counted(commented) == [("komentar_belum_dianotasi", "responden.csv", 2)]


def test_comments_that_are_not_judged(commented):
    first, second, _ = answer(commented, "Cepat", "Ramah", "Bagus")
    annotate(commented, (first, "ani", "Cepat", "positif", "waktu", ""), (second, "ani", "Ramah", "", "", ""))
    assert counted(commented) == [("komentar_belum_dianotasi", "responden.csv", 2)]


def test_comments_on_which_annotators_differ(commented):
    # the first on the sentiment, the second on the unsur, the third is decided, the fourth has a majority
    one, two, three, four = answer(commented, "Cepat", "Ramah", "Bagus", "Baik")
    annotate(
        commented,
        (one, "ani", "Cepat", "positif", "waktu", ""), (one, "budi", "Cepat", "netral", "waktu", ""),
        (two, "ani", "Ramah", "positif", "waktu", ""), (two, "budi", "Ramah", "positif", "perilaku", ""),
        (three, "ani", "Bagus", "positif", "", ""), (three, "budi", "Bagus", "netral", "", ""),
        (three, "keputusan", "Bagus", "netral", "", ""),
        (four, "ani", "Baik", "positif", "", ""), (four, "budi", "Baik", "positif", "", ""),
        (four, "cici", "Baik", "netral", "", ""),
    )  # fmt: skip
    assert counted(commented) == [
        ("unsur_belum_diputuskan", "komentar.csv", 1),
        ("komentar_belum_diputuskan", "responden.csv", 1),
    ]


def test_unsur_of_which_no_more_than_half_of_those_who_judged_speak(commented):
    # Two of four name waktu, one another, and one says that the text says nothing: no majority, so general
    (one,) = answer(commented, "Cepat")
    annotate(
        commented,
        (one, "ani", "Cepat", "positif", "waktu", ""), (one, "budi", "Cepat", "positif", "waktu", ""),
        (one, "cici", "Cepat", "positif", "biaya", ""), (one, "dedi", "Cepat", "tanpa_komentar", "", ""),
    )  # fmt: skip
    assert counted(commented) == [("unsur_belum_diputuskan", "komentar.csv", 1)]
    unsur = recount_survey("loket", "2025-S1", root=commented.root)["sentiment"]["per_unsur"]
    assert (unsur["waktu"]["n"], unsur["umum"]["n"]) == (0, 1)


def test_labels_that_do_not_fit_their_text(commented):
    names = answer(commented, "-", "Tidak ada.", "Cepat", "Ramah", "")
    annotate(
        commented,
        (names[0], "ani", "-", "positif", "", ""),
        (names[1], "ani", "Tidak ada.", "tanpa_komentar", "", "ya"),
        (names[2], "ani", "Cepat", "", "", "ya"),
        (names[3], "ani", "Ramah", "positif", "", "ya"),
        (names[4], "ani", "", "tanpa_komentar", "", ""),
    )
    assert counted(commented) == [
        ("bukan_komentar_berlabel", "komentar.csv", 1),
        ("kutipan_tidak_dimuat", "komentar.csv", 2),
        ("anotasi_tanpa_jawaban", "komentar.csv", 1),
        ("komentar_belum_dianotasi", "responden.csv", 1),
    ]


def test_comments_in_which_something_is_masked(commented):
    commented.change("kolom_komentar: Saran", "kolom_komentar: Saran, nama_disamarkan: [Siti Rahma]")
    texts = ("siti rahma ramah", "Siti ramah", "Pak Budi di RT03/RW05", "buka 08.00-15.00", "wa 081200004417")
    names = answer(commented, *texts)
    annotate(commented, *((name, "ani", text, "positif", "", "") for name, text in zip(names, texts, strict=True)))
    assert counted(commented) == [("komentar_tersamar", "responden.csv", 3)]


def test_comments_that_contradict_the_answers(commented):
    rows = f"{'4,' * 9}Lambat\n{'1,' * 9}Cepat\n{'3,' * 9}Lama\n"
    commented.write(f"{FOLDER}/responden.csv", f"{commented.headings},Saran\n{rows}")
    names = [one.id for one in read_respondents(commented)]
    labels = [("Lambat", "negatif", "waktu"), ("Cepat", "positif", ""), ("Lama", "negatif", "waktu")]
    annotate(commented, *((name, "ani", *told, "") for name, told in zip(names, labels, strict=True)))
    assert counted(commented) == [("komentar_bertentangan", "komentar.csv", 2)]


SAYS_NOTHING = (
    "tidak ada",
    "Tidak ada.",
    "belum ada saran",
    "N/A",
    "-",
    "12",
    "..",
    "tes",
    "nihil!",
    "tidak ada masukan",
)
SAYS_MORE = ("ada", "tidak ramah", "none of it", "12 a", "tidak ada kritik & saran yang lain")


def test_both_know_the_same_answers_that_say_nothing():
    assert [text for text in (*SAYS_NOTHING, *SAYS_MORE) if says_nothing(text)] == [*SAYS_NOTHING]
    assert [text for text in (*SAYS_NOTHING, *SAYS_MORE) if is_no_comment(text)] == [*SAYS_NOTHING]


NARASI = """Pembuka.
Dua baris.

# BAB I Latar belakang
Teks ..... dan [isi nama].
## 2.1 Metode
## Waktu penyelesaian
Cepat.
### Kesan dan pesan
satu

dua
## U3
Sekali lagi.
#### Bagian dalam
| a | b |
## Lain
~~~
# Metode
TODO
~~~
coba
"""


def test_words_that_go_nowhere_or_are_left_over(make_project):
    project = make_project()
    project.write_responses(THREES)
    project.write_bytes(f"{FOLDER}/narasi.md", NARASI.encode())
    # Two lines before the first title; two below "Kesan dan pesan", and five below "Lain", a title in a block of code among
    # them; waktu twice; five points, a bracket, TODO and coba; one line of a table
    assert counted(project) == [
        ("narasi_tanpa_judul", "narasi.md", 2),
        ("judul_narasi_tidak_dikenal", "narasi.md", 2),
        ("judul_narasi_ganda", "narasi.md", 1),
        ("judul_narasi_tidak_dikenal", "narasi.md", 5),
        ("isian_sementara", "narasi.md", 4),
        ("narasi_tidak_didukung", "narasi.md", 1),
    ]


PIECES = (
    "# ",
    "## ",
    "#",
    "####",
    "Metode",
    "metode",
    "1.2 Metode",
    "a) Metode",
    "IV. Kesimpulan",
    "Waktu",
    "U3",
    "U3 Waktu",
)
PIECES += (
    "\n",
    "\n",
    "\n\n",
    "\r\n",
    "....",
    "...",
    "…",
    "……",
    "____",
    "xxx",
    "XXXL",
    "TODO",
    "todo list",
    "coba",
    "COBA",
)
PIECES += (
    "[isi",
    "]",
    "[tulis di sini]",
    "[isi](a)",
    "| a |",
    "![x](y)",
    "```",
    "~~~",
    "teks",
    ":",
    "**",
    "\x0b",
    "\u2028",
)
PIECES += (" ", "    ", "Biaya/tarif", "lain")


@settings(max_examples=150, deadline=None)
@given(st.lists(st.sampled_from(PIECES), max_size=25).map("".join))
def test_both_counts_read_the_same_in_any_words(make_project, text):
    project = make_project()
    project.write_responses(THREES)
    project.write_bytes(f"{FOLDER}/narasi.md", text.encode())
    counted(project)


def test_name_of_a_tenth_unsur_is_a_title(make_project):
    project = make_project()
    project.change("pengesahan:", "  keamanan: {label: U10, nama: Rasa aman, kolom: Aman}\npengesahan:")
    project.write_responses(f"{THREES},4", headings=f"{project.headings},Aman")
    project.write(f"{FOLDER}/narasi.md", "# Rasa aman\nBaik.\n# U10\nLagi.\n")
    assert counted(project) == [("judul_narasi_ganda", "narasi.md", 1)]


def test_files_that_are_not_read(make_project):
    project = make_project()
    project.write_responses(THREES)
    for name in ("catatan.txt", "responden (2).csv", ".tersembunyi", "~$responden.xlsx", "narasi.md"):
        project.write(f"{FOLDER}/{name}", "Isi\n" if name != "narasi.md" else "# Metode\nIsi\n")
    assert counted(project) == [
        ("berkas_tidak_dibaca", "catatan.txt", 1),
        ("berkas_tidak_dibaca", "responden (2).csv", 1),
    ]


judgement = st.tuples(
    st.sampled_from(["", "positif", "netral", "negatif", "tanpa_komentar"]),
    st.sampled_from(["", "", "waktu", "U3", "biaya"]),
    st.sampled_from(["", "", "ya"]),
)
judged = st.fixed_dictionaries({}, optional=dict.fromkeys(["ani", "budi", "cici", "keputusan"], judgement))


@settings(max_examples=80, deadline=None)
@given(
    comments=st.lists(
        st.tuples(
            st.sampled_from(["Cepat", "-", "tidak ada", "", "siti ramah", "Pak Budi", "wa 0812000"]),
            st.sampled_from("1234"),
            judged,
        ),
        min_size=1,
        max_size=4,
    )
)
def test_both_counts_decide_alike_on_any_annotations(make_project, comments):
    project = make_project()
    project.add("data: {kolom_komentar: Saran, nama_disamarkan: [Siti]}\n")
    rows = "".join(f"{f'{code},' * 9}{text}\n" for text, code, _ in comments)
    project.write(f"{FOLDER}/responden.csv", f"{project.headings},Saran\n{rows}")
    names = [one.id for one in read_respondents(project)]
    told = zip(names, comments, strict=True)
    annotate(project, *((name, who, text, *said) for name, (text, _, people) in told for who, said in people.items()))
    counted(project)
