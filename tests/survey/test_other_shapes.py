"""Tables with one row an unsur, which are no answers of respondents."""

import pytest

from skmlib.problems import DataError
from skmlib.survey.proposal import read_proposal

UNSUR = ["Persyaratan", "Prosedur", "Waktu", "Biaya", "Produk", "Kompetensi", "Perilaku", "Pengaduan", "Sarana"]
NEEDED = "SKM memerlukan satu baris per responden"
ASK = (
    f"{NEEDED}. Minta hasil kuesionernya, satu baris per responden; dari jumlah saja profil, selang kepercayaan, dan uji tidak "
    "dapat dihitung."
)


@pytest.fixture
def propose(tmp_path):
    def propose(*rows):
        path = tmp_path / "tabel.csv"
        path.write_text("\n".join(rows) + "\n", encoding="utf-8")
        return read_proposal({"tabel.csv": path})

    return propose


def refusal(propose, *rows):
    with pytest.raises(DataError) as caught:
        propose(*rows)
    return str(caught.value)


def turned(answer, *after):
    """Write a table of six respondents in columns: what each answers to the unsur of a number, and the columns after."""
    people = [f"No,Unsur,{','.join(f'R{person}' for person in range(1, 7))}{''.join(f',{name}' for name in after)}"]
    people.append(f",Umur,{','.join(str(20 + 3 * person) for person in range(6))}{',' * len(after)}")
    for number, unsur in enumerate(UNSUR, start=1):
        answers = [answer(number, person) for person in range(6)]
        people.append(",".join([str(number), unsur, *map(str, answers), *("18" for _ in after)]))
    return people


def test_respondents_in_columns_are_refused_with_the_way_to_turn_them(propose):
    rows = turned(lambda number, person: 2 + (number + person) % 3, "Jumlah", "Rerata")
    assert refusal(propose, "TABULASI", *rows) == (
        "tabel.csv: 1 masalah.\n"
        f"  responden tampak berdiri pada kolom ('R1' sampai 'R6') dan unsur pada baris, {NEEDED}. Di Excel: pilih kolom "
        "'Unsur' sampai 'R6' beserta judulnya, tanpa kolom 'Jumlah', 'Rerata', lalu Salin; di lembar kosong Tempel Khusus "
        "dengan Transpose, simpan, dan pakai berkas itu."
    )


def test_respondents_who_answer_in_words_may_stand_in_columns_too(propose):
    words = ["Tidak baik", "Kurang baik", "Baik", "Sangat baik"]
    rows = turned(lambda number, person: words[(number + person) % 4])
    assert refusal(propose, *rows).startswith(
        "tabel.csv: 1 masalah.\n  responden tampak berdiri pada kolom ('R1' sampai 'R6') dan unsur pada baris, "
    )


def test_a_table_that_was_turned_as_told_is_read(propose):
    rows = [row.split(",")[1:] for row in turned(lambda number, person: 2 + (number + person) % 3)]
    proposal = propose(*(",".join(row) for row in zip(*rows, strict=True)))
    assert (proposal.rows, list(proposal.content["profil"])) == (6, ["usia"])


def test_counts_of_answers_are_refused(propose):
    rows = [f"{number},{unsur},0,{number},{20 - number},{10},30" for number, unsur in enumerate(UNSUR, start=1)]
    assert refusal(propose, "No,Unsur,Tidak baik,Kurang baik,Baik,Sangat baik,Responden", *rows) == (
        "tabel.csv: 1 masalah.\n  kolom 'Tidak baik' sampai 'Sangat baik' memuat jumlah jawaban setiap unsur, bukan jawaban "
        f"responden, {ASK}"
    )


def test_counts_of_answers_may_have_blanks_and_a_row_of_totals(propose):
    rows = [f"{unsur},,{number},{20 - number},10" for number, unsur in enumerate(UNSUR, start=1)]
    said = refusal(propose, "Unsur,1,2,3,4", *rows, "Jumlah,0,45,135,90")
    assert said.startswith("tabel.csv: 1 masalah.\n  kolom '1' sampai '4' memuat jumlah jawaban setiap unsur, ")


def test_a_recap_of_means_is_refused(propose):
    rows = [f"{unsur},{90 + number},3.{number}1,{80 + number}.25" for number, unsur in enumerate(UNSUR, start=1)]
    assert refusal(propose, "Unsur Pelayanan,Jumlah Nilai,NRR,IKM", *rows) == (
        "tabel.csv: 1 masalah.\n  kolom 'Unsur Pelayanan' menyebut unsur satu per satu, jadi ini rekap, bukan jawaban "
        f"responden, {ASK}"
    )


def test_a_long_form_names_each_unsur_many_times(propose):
    rows = [f"r{person},{unsur},{2 + (person + len(unsur)) % 3}" for person in range(6) for unsur in UNSUR]
    assert propose("Responden,Unsur,Nilai", *rows).rows == 6


def test_comments_that_name_unsur_are_no_table_of_unsur(propose):
    rows = [f"{unsur} kurang,{','.join('3434343434'[:9])}" for unsur in UNSUR]
    assert propose(f"Saran,{','.join(UNSUR)}", *rows).rows == 9


def test_a_legend_beside_numbered_questions_is_no_table_of_unsur(propose):
    rows = ["3,4,3,4,3,4,3,4,3"] * 12
    rows[:9] = [f"{row},{unsur}" for row, unsur in zip(rows, UNSUR, strict=False)]
    assert propose(f"{','.join(f'U{number}' for number in range(1, 10))},Keterangan", *rows).rows == 12


def test_blocks_of_services_are_marked_with_what_to_do(propose):
    leads = ("KTP", "Akta lahir")
    headings = ",".join(f"{lead} - {unsur}" for lead in leads for unsur in UNSUR)
    rows = [",".join(str(2 + (row + column) % 3) for column in range(18)) for row in range(6)]
    unsur = propose(f"No,{headings}", *(f"{row},{answers}" for row, answers in enumerate(rows, start=1))).content[
        "unsur"
    ]
    assert [unsur[key]["kolom"].sentences for key in ("persyaratan", "sarana")] == [
        (
            (
                "judul kolom-kolom ini berbeda hanya pada kata di depannya ('KTP', 'Akta lahir'); bila itu layanan, susun "
                "ulang berkasnya menjadi satu baris per responden dan layanan, dengan kolom layanan; bila dibiarkan, "
                "jawabannya dirata-ratakan per responden"
            ),
        )
    ] * 2
