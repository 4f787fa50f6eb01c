"""Where the answers are proposed to stand: sheets, files, services, and what is said of them."""

import pytest
import xlsxwriter

from skmlib.parameters.proposal_text import Marked
from skmlib.survey.proposal import Proposal, read_proposal

UNSUR = ["Syarat", "Prosedur", "Waktu", "Biaya", "Produk", "Kompetensi", "Perilaku", "Pengaduan", "Sarana"]
ROWS = [[4, 3, 4, 3, 4, 3, 4, 3, 4], [3] * 9, [4, 4, 3, 3, 4, 4, 3, 3, 4], [2, 3, 2, 3, 2, 3, 2, 3, 2], [4] * 9]
SERVICES = (
    "nama tahap diusulkan sebagai layanan, sebab tidak ada kolom layanan; bila bukan, hapus 'layanan', atau pindahkan ke "
    "'profil' bila misalnya cabang"
)


@pytest.fixture
def propose(tmp_path):
    def propose(books: dict[str, dict[str, list[list]]]) -> Proposal:
        for name, sheets in books.items():
            with xlsxwriter.Workbook(tmp_path / name) as book:
                for title, records in sheets.items():
                    sheet = book.add_worksheet(title)
                    for row, record in enumerate(records):
                        sheet.write_row(row, 0, record)
        return read_proposal({name: tmp_path / name for name in books})

    return propose


def test_sheets_of_months_are_proposed_as_phases(propose):
    sheets = {"Juli": [UNSUR, *ROWS[:2]], "Agustus": [UNSUR], "September": [UNSUR, *ROWS[2:4]]}
    proposal = propose({"skm.xlsx": sheets})
    assert proposal.content["data"]["tahap"] == Marked(
        [
            {"nama": "Juli", "responden": "skm.xlsx", "lembar": "Juli"},
            {"nama": "September", "responden": "skm.xlsx", "lembar": "September"},
        ],
        (
            (
                "2 lembar berjudul sama diusulkan sebagai tahap dan dibaca bersama; hapus baris lembar yang bukan bagian "
                "survei ini; tidak ikut: 'Agustus' (tanpa jawaban)"
            ),
        ),
    )
    assert "layanan" not in proposal.content
    assert proposal.rows == 4
    assert proposal.told == (
        "Tahap 'Juli': 2 baris dari 'skm.xlsx', lembar 'Juli'.",
        "Tahap 'September': 2 baris dari 'skm.xlsx', lembar 'September'.",
    )


def test_what_is_told_of_one_phase_names_it(propose):
    proposal = propose({"skm.xlsx": {"Juli": [UNSUR, *ROWS[:2]], "Agustus": [["SURVEI"], UNSUR, *ROWS[2:4]]}})
    assert proposal.told[2:] == ("Pada 'Agustus': Baris 1 di atas judul tidak dibaca.",)


def test_sheets_of_services_are_proposed_as_services_too(propose):
    content = propose({"skm.xlsx": {"Legalisasi": [UNSUR, *ROWS[:2]], "Izin usaha": [UNSUR, *ROWS[2:4]]}}).content
    assert content["layanan"] == {
        "kolom": "(tahap)",
        "kategori": Marked(["Legalisasi", "Izin usaha"], (SERVICES,)),
    }


def test_a_column_of_services_goes_before_the_names_of_sheets(propose):
    heading = ["Jenis layanan", *UNSUR]
    sheets = {"Legalisasi": [heading, ["A", *ROWS[0]], ["B", *ROWS[1]]], "Izin": [heading, ["A", *ROWS[2]]]}
    assert propose({"skm.xlsx": sheets}).content["layanan"]["kolom"] == "Jenis layanan"


def test_sheets_of_several_files_are_named_by_both(propose):
    sheets = {"Juli": [UNSUR, *ROWS[:2]], "Agustus": [UNSUR, *ROWS[2:4]]}
    content = propose({"SKM Utara.xlsx": sheets, "SKM Barat.xlsx": {"Data": [UNSUR, ROWS[4]]}}).content
    assert content["data"]["tahap"].value == [
        {"nama": "Utara Juli", "responden": "SKM Utara.xlsx", "lembar": "Juli"},
        {"nama": "Utara Agustus", "responden": "SKM Utara.xlsx", "lembar": "Agustus"},
        {"nama": "Barat", "responden": "SKM Barat.xlsx"},
    ]
    assert content["data"]["tahap"].sentences == (
        "3 berkas berjudul sama diusulkan sebagai tahap dan dibaca bersama; hapus baris berkas yang bukan bagian survei ini",
    )


def test_a_sheet_that_may_be_lost_is_marked(propose):
    without = [[*UNSUR[:8], "Fasilitas"], *ROWS[:3]]
    data = propose({"skm.xlsx": {"Juli": [UNSUR, *ROWS], "Agustus": without}}).content["data"]
    assert data["responden"] == Marked(
        "skm.xlsx",
        (
            (
                "tidak ikut dibaca: 'Agustus' (tanpa kolom 'Sarana'); bila itu bagian survei ini, betulkan judulnya dan sebut "
                "setiap lembar pada 'tahap'"
            ),
        ),
    )


def test_a_sheet_that_holds_all_others_is_read_alone(propose):
    sheets = {"Semua": [UNSUR, *ROWS, ROWS[0]], "Juli": [UNSUR, *ROWS], "Agustus": [UNSUR, ROWS[0]]}
    data = propose({"skm.xlsx": sheets}).content["data"]
    assert "tahap" not in data
    assert data["responden"] == Marked(
        "skm.xlsx",
        (
            (
                "tidak ikut dibaca: 'Juli' (semua barisnya ada juga pada 'Semua'), 'Agustus' (semua barisnya ada juga pada "
                "'Semua'); bila itu bagian survei ini, betulkan judulnya dan sebut setiap lembar pada 'tahap'"
            ),
        ),
    )


def test_a_question_that_only_one_phase_asks_is_marked_and_named(propose):
    more = [[*UNSUR, "Kecepatan antrean", "Nama petugas"], *([*row, 4, "A"] for row in ROWS[2:4])]
    proposal = propose({"skm.xlsx": {"Juli": [UNSUR, *ROWS], "Agustus": more}})
    assert proposal.content["data"]["tahap"].sentences[1:] == (
        "kolom 'Kecepatan antrean' tampak menanyakan waktu, hanya ada pada 'Agustus', dan tidak dipakai",
    )
    assert proposal.recognised[-2:] == (
        ("Kecepatan antrean", "tidak dipakai, hanya ada pada 'Agustus'"),
        ("Nama petugas", "data pribadi, tidak dibaca"),
    )


def test_unknown_answers_name_their_phase(propose):
    wrong = [UNSUR, *ROWS[2:4], [5, *ROWS[0][1:]]]
    content = propose({"skm.xlsx": {"Juli": [UNSUR, *ROWS], "Agustus": wrong}}).content
    assert content["unsur"].sentences == (
        (
            "jawaban '5' tidak dikenal, 1 kali (kolom 'Syarat' 'Agustus' baris 4); betulkan di berkas, tambahkan pada "
            "'jawaban', atau daftarkan pada 'dibaca_kosong' bila tidak menjawab"
        ),
    )


def test_labels_and_categories_come_from_all_phases(propose):
    heading = ["Jenis kelamin", *UNSUR]
    words = ["Kurang baik", "Baik", "Sangat baik"]
    juli = [heading, *(["L", *[word] * 9] for word in words)]
    agustus = [heading, *(["P", *[word] * 9] for word in ("Tidak baik", "Baik", "Baik"))]
    content = propose({"skm.xlsx": {"Juli": juli, "Agustus": agustus}}).content
    assert content["profil"]["jenis_kelamin"]["kategori"] == ["Laki-laki", "Perempuan"]
    jawaban = content["unsur"]["persyaratan"]["jawaban"]
    assert (jawaban.value if isinstance(jawaban, Marked) else jawaban)["1"] == "Tidak baik"
