"""Whether a comment holds personal data: judged by hand, on the frozen sentences, and beside the masking of the first count."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from skmlib.recount import personal_names as second
from skmlib.recount.personal import is_personal
from skmlib.recount.personal_places import OF_ROADS
from skmlib.survey import personal_words as first
from skmlib.survey.masking import mask_comments
from tests.survey.test_masking_measured import read_sentences

SENTENCES = [text for text, _ in read_sentences()]
PERSONAL = (
    "hubungi 0361 00045",
    "telp (021) 000 771",
    "(+62) 81200004",
    "wa 123456",
    "rek. BRI no 1234-56-7",
    "9902014506910003",
    "1 2 3 4 5 6 7 8 9",
    "0812/0000/3344",
    "O812 0000 77",
    "paspor X0000000",
    "B 1234 XY",
    "D1234 A",
    "motor b 12",
    "nama@contoh",
    "akun saya @budi_contoh",
    "Pak. Budi",
    "Bu.Siti",
    "dr Siti",
    "nama [at] contoh titik id",
    "jl melati",
    "jl raya bogor no 5",
    "jl di panjaitan",
    "Jalan DI Panjaitan",
    "Perum Melati",
    "RT03/RW05",
    "rw.5",
    "Blok A No 3",
    "Pak Budi",
    "dr. Lurah Joko",
    "a.n. istri saya Sri",
    "DIBANTU OLEH BUDI",
    "0813_5555_1234",
    "0813,5555,1234",
    "0813 -- 5555 -- 1234",
    "telp 021/7654321",
    "3201/2345/6789/0001",
    "320123 : 456789 : 0001",
    "siti @ contoh.id",
    "paspor X 0000000",
    "3201/LU/12052021/0012",
    "H.1234.AB",
    "B  1234  XYZ",
    "Teh Neneng",
    "pa Deden",
    "+62 (812) 0000-0123",
    "(62-21) 5550123",
    "0812\u22120000\u22120123",
    "0812\u20260000\u20260123",
    "0812\n0000\n0123",
    "nama: Wira",
    "nama saya : Wira",
    "atas nama: Wira",
    "a.n Wira",
    "Ny. Sari",
)
HARMLESS = (
    "",
    "nama saya salah ditulis",
    "Nama: Petugas loket",
    "(62) 2024 dan 2025",
    "08.00-15.00",
    "17-08-2024 - 18-08-2024",
    "Rp1.500.000.000",
    "150000000 rupiah",
    "2023-2024",
    "wa 12345",
    "bank Rp 200000",
    "wa\n123456",
    "tiket @Rp5.000",
    "Terima kasih Pak. Sukses selalu",
    "Terima kasih Bu.",
    "saya dr Kelurahan",
    "jalan rusak",
    "Jalan Tol",
    "JALAN SANGAT SEMPIT",
    "Dinas Perumahan Rakyat",
    "Bapak Kepala Bagian",
    "ibu hamil",
    "IBU Siti",
    "DIBANTU OLEH",
    "ATAS NAMA ISTRI SAYA.",
    "antrean A 12",
    "Jl. Di depan",
    "pak. budi",
    "jl rusak",
    "Jl \u0130",
    "jln menuju kantor",
    "pengantar RT 2 hari",
    "2019, 2020, 2021, 2022",
    "2019/2020/2021/2022",
    "Vitamin B 12 D 3",
    "ruang B 2 A",
    "slow respon @ jam 10.30",
    "4,4,4,3,4,4,4,3",
    "470/1234/2024",
)
PIECES = (
    *" .,-/()+@0123456789\u00a0\u200b\n",
    *(
        "Rp ",
        " rupiah",
        "RT ",
        "RW",
        "Jl.",
        "Jalan ",
        "Gg. ",
        "62",
        "+62 ",
        "08",
        "Pak ",
        "IBU ",
        "H.",
        "a.n. ",
        "Blok A",
    ),
    *(
        "atas nama ",
        "dibantu oleh ",
        "bank ",
        "wa ",
        "motor ",
        "B ",
        " no ",
        "Perumahan ",
        "DINAS ",
        " at ",
        "[at]",
        " titik ",
    ),
)


@pytest.mark.parametrize("text", PERSONAL)
def test_what_is_personal_is_seen(text):
    assert is_personal(text)
    assert mask_comments([text]).per_text > (0,)


@pytest.mark.parametrize("text", HARMLESS)
def test_what_is_harmless_is_left(text):
    assert not is_personal(text)
    assert mask_comments([text]).texts == (text,)


def test_listed_names_are_personal_as_whole_words():
    assert is_personal("kata siti\nRAHMA, baik", ["Siti Rahma", ""])
    assert not is_personal("sitirahma", ["Siti"])


def test_frozen_sentences():
    # What the first count misses there (names without a capital) is written down in the method; the second misses the same.
    expected = [bool(n) for n in mask_comments(SENTENCES).per_text]
    assert [is_personal(text) for text in SENTENCES] == expected


@st.composite
def _changed(draw):
    """A frozen sentence, or words of several, with letters gone, put in or of the other case."""
    words = [word for text in SENTENCES for word in text.split()]
    chosen = st.sampled_from(SENTENCES) | st.lists(st.sampled_from(words), min_size=1, max_size=8).map(" ".join)
    letters = list(draw(chosen))
    for _ in range(draw(st.integers(0, 5))):
        place = draw(st.integers(0, len(letters)))
        letters[place : place + draw(st.integers(0, 1))] = [draw(st.sampled_from(("", *PIECES)))]
    text = "".join(letters)
    return text.upper() if draw(st.integers(0, 5)) == 0 else text


@settings(max_examples=1500)
@given(_changed())
def test_both_counts_judge_alike(text):
    assert is_personal(text) == bool(mask_comments([text]).per_text[0])


def test_words_of_the_method_are_those_of_both_counts():
    method = (Path(__file__).parents[2] / "docs" / "method.md").read_text(encoding="utf-8")
    for begin, own, other in (
        ("*Words that begin or go on a sentence*: ", first.SENTENCE_WORDS, second.SENTENCE),
        ("*Words that begin a sentence behind a point*: ", first.OPENING_WORDS, second.OPENING),
        ("*Titles*: ", first.TITLES, second.TITLES),
        ("*What is said of roads*: ", first.ROAD_WORDS, OF_ROADS),
    ):
        told = method.split(begin)[1].split("\n")[0].rstrip(".").split(", ")
        assert set(told) == set(own) == other
    told = method.split("*Offices, places and things*: ")[1].split(", and the months")[0].split(", ")
    months = "januari februari maret april mei juni juli agustus september oktober november desember".split()
    assert {*told, *months} == set(first.OFFICE_WORDS) == second.OFFICES
