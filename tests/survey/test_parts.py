"""Phases and quarters are put together, and the previous period is read."""

import hashlib
from fractions import Fraction

import pytest
import xlsxwriter

from skmlib.problems import DataError
from skmlib.survey.dataset import read_survey
from skmlib.survey.scores import ikm_value
from skmlib.survey.summary import summarise_survey

FOURS, THREES, TWOS = "4,4,4,4,4,4,4,4,4", "3,3,3,3,3,3,3,3,3", "2,2,2,2,2,2,2,2,2"
PHASES = "data: {tahap: [{nama: Tahap I, responden: satu.csv}, {nama: Tahap II, responden: dua.csv}]}\n"


def read(project, periode="2025-S1"):
    return read_survey("loket", periode, root=project.root)


def write(project, name, *rows, sign=","):
    text = "\n".join([project.headings, *rows]).replace(",", sign) + "\n"
    project.write_bytes(name, text.encode())


def test_phases_give_the_index_of_all_respondents(project):
    project.add(PHASES)
    write(project, "data/2025-S1/loket/satu.csv", FOURS)
    write(project, "data/2025-S1/loket/dua.csv", *[THREES] * 3, sign=";")
    survey = read(project)
    # (4 + 3 x 3) / 4 = 3.25, not (4 + 3) / 2 = 3.5
    assert ikm_value(survey.tally) == 25 * Fraction(13, 4)
    assert survey.responses.valid["bagian"].tolist() == ["Tahap I", *["Tahap II"] * 3]
    assert survey.responses.rows_read == 4


def test_equal_rows_of_two_phases_keep_their_own_ids(project):
    project.add(PHASES)
    write(project, "data/2025-S1/loket/satu.csv", FOURS)
    write(project, "data/2025-S1/loket/dua.csv", FOURS)
    assert read(project).responses.valid["id_responden"].is_unique


def test_findings_of_a_phase_name_its_file_and_the_index_of_all(project):
    project.add(PHASES)
    write(project, "data/2025-S1/loket/satu.csv", *[FOURS] * 5, *["4,3,4,3,4,3,4,3,4"] * 5)
    write(project, "data/2025-S1/loket/dua.csv", *["2,3,2,3,2,3,2,3,2"] * 10)
    found = next(finding for finding in read(project).findings if finding.jenis == "jawaban_seragam")
    assert found.berkas == "data/2025-S1/loket/satu.csv"
    # without the five rows of 4: five rows of sum 32 and ten of sum 22 are left, 25 x 380 / (9 x 15)
    assert found.ikm_tanpa == Fraction(25 * 380, 135)


@pytest.fixture
def quarters(project):
    """Two quarters with parameters of their own, and a semester that combines them."""
    text = (project.root / "params/2025-S1/loket.yml").read_text(encoding="utf-8")
    for quarter in ("2025-TW1", "2025-TW2"):
        project.write(f"params/{quarter}/loket.yml", text)
    project.add("gabungan: [2025-TW1, 2025-TW2]\n")
    write(project, "data/2025-TW1/loket/responden.csv", FOURS)
    write(project, "data/2025-TW2/loket/responden.csv", *[TWOS] * 2)
    return project


def test_quarters_are_combined(quarters):
    survey = read(quarters)
    assert ikm_value(survey.tally) == 25 * Fraction(8, 3)
    assert [source.berkas for source in survey.provenance.sources if "TW" in source.berkas] == [
        *("params/2025-TW1/loket.yml", "params/2025-TW2/loket.yml"),
        *("data/2025-TW1/loket/responden.csv", "data/2025-TW2/loket/responden.csv"),
    ]


def test_a_quarter_with_another_form_is_decoded_as_it_was_asked(quarters):
    path = quarters.root / "params/2025-TW2/loket.yml"
    path.write_text(path.read_text(encoding="utf-8").replace("kolom: Waktu", "kolom: [Cepat, Tepat]"), encoding="utf-8")
    headings = quarters.headings.replace("Waktu", "Cepat,Tepat")
    quarters.write_bytes("data/2025-TW2/loket/responden.csv", f"{headings}\n4,4,4,3,4,4,4,4,4,4\n".encode())
    # waktu: 4 and (4 + 3) / 2 = 3.5; mean 3.75
    tally = read(quarters).tally
    assert Fraction(tally.jumlah.tolist()[2]) / 2 == Fraction(15, 4)


def test_other_unsur_in_a_quarter_are_refused(quarters):
    path = quarters.root / "params/2025-TW2/loket.yml"
    text = path.read_text(encoding="utf-8").replace("  biaya: {label: U4, kolom: Biaya}\n", "")
    path.write_text(text, encoding="utf-8")
    with pytest.raises(DataError) as caught:
        read(quarters)
    assert str(caught.value) == (
        "params/2025-TW2/loket.yml: 1 masalah.\n"
        "  kunci 'unsur': unsurnya persyaratan, prosedur, waktu, produk, kompetensi, perilaku, pengaduan, sarana, seharusnya "
        "sama dengan params/2025-S1/loket.yml: persyaratan, prosedur, waktu, biaya, produk, kompetensi, perilaku, pengaduan, "
        "sarana."
    )


def test_a_quarter_that_hides_other_groups_is_refused(quarters):
    path = quarters.root / "params/2025-TW2/loket.yml"
    path.write_text(path.read_text(encoding="utf-8") + "ambang_kelompok: 10\n", encoding="utf-8")
    with pytest.raises(DataError) as caught:
        read(quarters)
    assert str(caught.value) == (
        "params/2025-TW2/loket.yml: 1 masalah.\n"
        "  kunci 'ambang_kelompok': tertulis 10, sedangkan params/2025-S1/loket.yml 5, tulis nilai yang sama, sebab kelompok "
        "kecil satu periode dapat dihitung dari selisih periode lain."
    )


def test_group_that_is_small_in_a_quarter_stays_hidden_in_the_semester(quarters):
    # Men: 2 in the first quarter, where they are hidden with the women, and 6 in the second, where they are shown. In the
    # semester they are 8, and 8 less 6 would be the two.
    for periode in ("2025-TW1", "2025-TW2", "2025-S1"):
        path = quarters.root / f"params/{periode}/loket.yml"
        text = (
            path.read_text(encoding="utf-8") + "profil:\n  kelamin: {kolom: Kelamin, nama: Kelamin, kategori: [L, P]}\n"
        )
        path.write_text(text, encoding="utf-8")
    quarters.headings += ",Kelamin"
    first = [f"{TWOS},L", f"{FOURS},L", *[f"{THREES},P"] * 7]
    second = [*[f"{TWOS},L", f"{FOURS},L"] * 3, *[f"{THREES},P", f"{FOURS},P"] * 4]
    write(quarters, "data/2025-TW1/loket/responden.csv", *first)
    write(quarters, "data/2025-TW2/loket/responden.csv", *second)
    hidden = {
        periode: summarise_survey(read(quarters, periode)).groups["kelamin"].groups["disembunyikan"].tolist()
        for periode in ("2025-TW1", "2025-TW2", "2025-S1")
    }
    assert hidden == {"2025-TW1": [True, True], "2025-TW2": [False, False], "2025-S1": [True, True]}


def test_quarters_beside_a_semester_that_does_not_combine_them_are_told(quarters):
    path = quarters.root / "params/2025-S1/loket.yml"
    text = path.read_text(encoding="utf-8").replace("gabungan: [2025-TW1, 2025-TW2]\n", "")
    path.write_text(text + "profil:\n  kelamin: {kolom: Kelamin, nama: Kelamin, kategori: [L, P]}\n", encoding="utf-8")
    quarters.headings += ",Kelamin"
    write(quarters, "data/2025-S1/loket/responden.csv", f"{FOURS},L", f"{THREES},P")
    (told,) = [finding for finding in read(quarters).findings if finding.jenis == "periode_bersarang"]
    assert told.pesan.startswith("Unit ini juga melaporkan 2025-TW1, 2025-TW2, yang termuat dalam 2025-S1")


def test_a_quarter_without_parameters_is_told(quarters):
    (quarters.root / "params/2025-TW2/loket.yml").unlink()
    with pytest.raises(DataError) as caught:
        read(quarters)
    assert str(caught.value) == (
        "params/2025-TW2/loket.yml: 1 masalah.\n"
        "  berkas ini tidak ada, yang ada: '2025-S1/loket', '2025-TW1/loket'. Mungkin maksudnya '2025-TW1/loket'?"
    )


def test_equal_rows_of_two_quarters_are_two_respondents_with_their_own_comments(quarters):
    cells = [*FOURS.split(","), "Cepat"]
    name = hashlib.sha256("\x1f".join(cells).encode()).hexdigest()[:12]
    for quarter, sentimen in (("2025-TW1", "positif"), ("2025-TW2", "negatif")):
        path = quarters.root / f"params/{quarter}/loket.yml"
        path.write_text(path.read_text(encoding="utf-8") + "data: {kolom_komentar: Saran}\n", encoding="utf-8")
        folder = f"data/{quarter}/loket"
        quarters.write(f"{folder}/responden.csv", f"{quarters.headings},Saran\n{','.join(cells)}\n")
        heading = "id_responden,anotator,komentar,sentimen,unsur,kutip"
        quarters.write(f"{folder}/komentar.csv", f"{heading}\n{name}-1,ani,Cepat,{sentimen},waktu,ya\n")
    survey = read(quarters)
    ids = [f"2025-TW1/{name}-1", f"2025-TW2/{name}-1"]
    assert survey.responses.valid["id_responden"].tolist() == ids
    assert list(zip(survey.comments["id_responden"], survey.comments["sentimen"], strict=True)) == [
        (ids[0], "positif"), (ids[1], "negatif")
    ]  # fmt: skip
    # a complaint on waktu by the respondent who gave it 4 contradicts; the praise does not
    assert summarise_survey(survey).contradictions.rows["id_responden"].tolist() == [ids[1]]


def test_phases_share_one_file_of_comments(project):
    project.add(PHASES.replace("tahap:", "kolom_komentar: Saran, tahap:"))
    cells = [*FOURS.split(","), "Cepat"]
    name = hashlib.sha256("\x1f".join(cells).encode()).hexdigest()[:12]
    for phase in ("satu", "dua"):
        project.write(f"data/2025-S1/loket/{phase}.csv", f"{project.headings},Saran\n{','.join(cells)}\n")
    rows = "".join(f"{name}-{ordinal},Cepat,positif,waktu,ya\n" for ordinal in (1, 2))
    project.write("data/2025-S1/loket/komentar.csv", f"id_responden,komentar,sentimen,unsur,kutip\n{rows}")
    survey = read(project)
    assert survey.responses.valid["id_responden"].tolist() == [f"{name}-1", f"{name}-2"]
    assert survey.comments["sentimen"].tolist() == ["positif", "positif"]


def test_the_tallies_of_phases_add_to_that_of_the_whole(project, make_project):
    rows = ["4,3,,2,1,4,3,2,1", "1,,3,4,4,2,2,3,4", "2,2,2,3,3,3,4,4,4"]
    project.add(PHASES)
    write(project, "data/2025-S1/loket/satu.csv", *rows[:1])
    write(project, "data/2025-S1/loket/dua.csv", *rows[1:])
    whole = make_project()
    whole.write_responses(*rows)
    survey = read(project)
    assert [part.tally.responden for part in survey.parts] == [1, 2]
    tally, expected = survey.tally, read(whole).tally
    assert (tally.n.tolist(), tally.jumlah.tolist()) == (expected.n.tolist(), expected.jumlah.tolist())
    # the answers by hand, by unsur: prosedur 3 + 2 of two, waktu 3 + 2 of two, all others of three
    assert tally.n.tolist() == [3, 2, 2, 3, 3, 3, 3, 3, 3]
    assert tally.jumlah.tolist() == [7, 5, 5, 9, 8, 9, 9, 9, 9]


@pytest.fixture
def followed(project):
    """A period whose predecessor has answers."""
    text = (project.root / "params/2025-S1/loket.yml").read_text(encoding="utf-8")
    project.write("params/2024-S2/loket.yml", text)
    write(project, "data/2024-S2/loket/responden.csv", THREES, TWOS)
    project.write_responses(FOURS, THREES)
    project.add("periode_sebelumnya: 2024-S2\nriwayat: [{periode: 2024-S2, ikm: '62.50'}]\n")
    return project


def test_the_previous_period_is_read_from_its_answers(followed):
    survey = read(followed)
    assert ikm_value(survey.previous.tally) == 25 * Fraction(5, 2)
    assert "data/2024-S2/loket/responden.csv" in [source.berkas for source in survey.provenance.sources]


def test_a_published_index_that_the_answers_do_not_give_is_told(followed):
    followed.change("'62.50'", "'63.00'")
    assert [finding.pesan for finding in read(followed).findings if finding.jenis == "riwayat_berbeda"] == [
        (
            "IKM periode 2024-S2 dihitung dari jawabannya 62,50, sedangkan pada 'riwayat' tertulis 63,00; periksa mana yang "
            "benar."
        )
    ]


def test_answers_of_the_previous_period_that_cannot_be_read_never_stop_this_one(followed):
    write(followed, "data/2024-S2/loket/responden.csv", "5" + THREES[1:])
    survey = read(followed)
    assert survey.previous is None
    [told] = [finding.pesan for finding in survey.findings if finding.jenis == "periode_sebelumnya"]
    assert told == (
        "Jawaban periode 2024-S2 tidak dapat dibaca (data/2024-S2/loket/responden.csv: baris 2, kolom 'Syarat': tertulis "
        "'5', seharusnya bilangan bulat 1 sampai 4), sehingga perubahan tidak diuji; betulkan berkas itu atau hapus "
        "parameternya."
    )


def test_sheets_of_one_workbook_may_be_phases(project):
    path = project.root / "data/2025-S1/loket/skm.xlsx"
    path.parent.mkdir(parents=True)
    with xlsxwriter.Workbook(path) as book:
        for name, rows in {"Umum": [4, 4], "Gigi": [2]}.items():
            sheet = book.add_worksheet(name)
            sheet.write_row(0, 0, project.headings.split(","))
            for place, nilai in enumerate(rows, start=1):
                sheet.write_row(place, 0, [nilai] * 9)
    project.add("data: {responden: skm.xlsx}\n")
    told = [finding.pesan for finding in read(project).findings if finding.jenis == "cara_membaca"]
    assert told == [
        "Dari 2 lembar, yang dibaca adalah 'Umum'.",
        ("Lembar lain berjudul sama dan TIDAK dibaca: 'Gigi' (1 baris); bila itu jawaban juga, sebut setiap lembar pada 'data: "
        "tahap' dengan 'lembar', bila bukan, tulis lembar yang dibaca pada 'data: lembar'."),
    ]  # fmt: skip
    sheets = [f"{{nama: {name}, responden: skm.xlsx, lembar: {name}}}" for name in ("Umum", "Gigi")]
    project.change("data: {responden: skm.xlsx}", f"data: {{tahap: [{', '.join(sheets)}]}}")
    assert ikm_value(read(project).tally) == 25 * Fraction(10, 3)


@pytest.fixture
def sheets(project):
    """Two sheets of different services, each a phase, the second with a row of means."""
    path = project.root / "data/2025-S1/loket/skm.xlsx"
    path.parent.mkdir(parents=True)
    with xlsxwriter.Workbook(path) as book:
        for name, rows in {"Umum": [4, 4], "Gigi": [2]}.items():
            sheet = book.add_worksheet(name)
            sheet.write_row(0, 0, ["No", *project.headings.split(","), "Ruang"])
            for place, nilai in enumerate(rows, start=1):
                sheet.write_row(place, 0, [place, *[nilai] * 9, "A"])
            sheet.write_row(len(rows) + 1, 0, ["Rata-rata", *[3.5] * 9])
    tahap = [f"{{nama: Poli {name}, responden: skm.xlsx, lembar: {name}}}" for name in ("Umum", "Gigi")]
    project.add(f"data: {{tahap: [{', '.join(tahap)}]}}\n")
    return project


def test_the_name_of_the_phase_may_be_the_service(sheets):
    sheets.add('layanan: {kolom: "(tahap)", kategori: [Poli Gigi, Poli Umum]}\n')
    responses = read(sheets).responses
    assert responses.valid["layanan"].tolist() == ["Poli Umum", "Poli Umum", "Poli Gigi"]
    assert responses.excluded["baris"].tolist() == [4, 3]  # the means, which name no service


def test_the_name_of_the_phase_may_be_a_code_of_a_characteristic(sheets):
    sheets.add(
        'profil: {gedung: {nama: Gedung, kolom: "(tahap)", kategori: [A, B], kode: {Poli Umum: A, Poli Gigi: B}}}\n'
    )
    assert read(sheets).responses.valid["gedung"].tolist() == ["A", "A", "B"]


def test_ids_do_not_depend_on_the_name_of_the_phase(sheets):
    before = read(sheets).responses.valid["id_responden"].tolist()
    sheets.add('layanan: {kolom: "(tahap)", kategori: [Poli Gigi, Poli Umum]}\n')
    assert read(sheets).responses.valid["id_responden"].tolist() == before


def test_findings_of_rows_name_their_sheet_and_others_the_file_once(sheets):
    folder = "data/2025-S1/loket/skm.xlsx"
    found = [
        (finding.berkas, finding.baris)
        for finding in read(sheets).findings
        if finding.jenis in ("dikeluarkan", "kolom_tidak_dipakai")
    ]
    assert sorted(found) == [(folder, ()), (f"{folder}, lembar 'Gigi'", (3,)), (f"{folder}, lembar 'Umum'", (4,))]


def test_answers_of_hidden_groups_that_are_files_are_told_to_the_analyst_only(project):
    # Akta and Pindah are small: all of Akta said 1, all of Pindah left one question blank
    names = ("KTP", "Akta", "Pindah")
    files = ", ".join(f"{{nama: {name}, responden: {name.lower()}.csv}}" for name in names)
    project.add(f"data: {{tahap: [{files}]}}\nlayanan: {{kolom: (tahap), kategori: [{', '.join(names)}]}}\n")
    rows = {"ktp": ["3,4" + ",3" * 7] * 20, "akta": ["1" + ",1" * 8] * 4, "pindah": ["3,4" + ",2" * 6 + ","] * 3}
    for name, lines in rows.items():
        project.write(f"data/2025-S1/loket/{name}.csv", "\n".join([project.headings, *lines]) + "\n")
    survey = read(project)
    kinds = {"jawaban_seragam", "jawaban_kosong", "baris_kembar"}
    assert kinds <= {finding.jenis for finding in survey.findings}
    published = {finding.jenis for finding in survey.published_findings}
    assert not kinds & published
    assert "temuan_setempat" in published
    hasil = summarise_survey(survey)
    assert {finding.jenis for finding in hasil.findings} == published


def test_the_index_without_rows_of_files_that_are_groups_is_told_to_the_analyst_only(project):
    # KK is hidden with Akta: of its 12 rows 6 are dated in 2024, and the index of the unit without them would tell their sum
    names = ("KTP", "KK", "Akta")
    files = ", ".join(f"{{nama: {name}, responden: {name.lower()}.csv}}" for name in names)
    project.add(
        f"data: {{kolom_waktu: Tanggal, tahap: [{files}]}}\n"
        f"layanan: {{kolom: (tahap), kategori: [{', '.join(names)}]}}\n"
    )
    rows = {
        "ktp": ["3,4" + ",3" * 7 + ",2025-05-05"] * 30,
        "kk": ["2" + ",2" * 8 + ",2024-05-05"] * 6 + ["2" + ",3" * 8 + ",2025-05-05"] * 6,
        "akta": ["3" + ",3" * 8 + ",2025-05-05"] * 3,
    }
    for name, lines in rows.items():
        project.write(f"data/2025-S1/loket/{name}.csv", "\n".join([f"{project.headings},Tanggal", *lines]) + "\n")
    survey = read(project)
    told = [finding for finding in survey.findings if finding.jenis == "di_luar_masa"]
    assert [finding.n for finding in told] == [6]
    assert told[0].ikm_tanpa is not None
    published = {finding.jenis for finding in survey.published_findings}
    assert "temuan_setempat" in published
    assert "di_luar_masa" not in published


def test_findings_about_groups_name_no_row(project):
    project.add("layanan: {kolom: Layanan, kategori: [KTP]}\n")
    rows = ["3,4" + ",3" * 7 + ",KTP"] * 8 + ["3,4" + ",2" * 7 + ","] + ["3,4" + ",2" * 7 + ",Lain"]
    project.write("data/2025-S1/loket/responden.csv", "\n".join([f"{project.headings},Layanan", *rows]) + "\n")
    told = [finding for finding in read(project).findings if finding.jenis.startswith("kelompok_")]
    assert [(finding.jenis, finding.baris) for finding in told] == [
        ("kelompok_tidak_dikenal", (11,)), ("kelompok_kosong", (10,))
    ]  # fmt: skip
    assert not any("(baris" in finding.pesan for finding in told)
