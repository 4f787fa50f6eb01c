"""From an unknown export to proposed parameters: roles, labels, groups, and what a person must decide."""

import itertools

import pytest

from skmlib.parameters.proposal_text import Marked
from skmlib.problems import DataError
from skmlib.survey.proposal import read_proposal

OFFICIAL = {
    "persyaratan": "Kesesuaian persyaratan pelayanan dengan jenis pelayanannya",
    "prosedur": "Kemudahan prosedur pelayanan di unit ini",
    "waktu": "Kecepatan waktu dalam memberikan pelayanan",
    "biaya": "Kewajaran biaya/tarif dalam pelayanan",
    "produk": ("Kesesuaian produk pelayanan antara yang tercantum dalam standar pelayanan dengan hasil yang diberikan"),
    "kompetensi": "Kompetensi/kemampuan petugas dalam pelayanan",
    "perilaku": "Perilaku petugas dalam pelayanan terkait kesopanan dan keramahan",
    "sarana": "Kualitas sarana dan prasarana",
    "pengaduan": "Penanganan pengaduan pengguna layanan",
}
SHORT = ("Syarat", "Prosedur", "Waktu", "Biaya", "Produk", "Kompetensi", "Perilaku", "Pengaduan", "Sarana")
CODES = ("4", "3", "2", "1", "3", "4")


@pytest.fixture
def propose(tmp_path):
    def propose(
        columns: dict[str, tuple[str, ...]], *, name: str = "ekspor.csv", above: str = "", periode: str | None = None
    ):
        rows = itertools.zip_longest(*columns.values(), fillvalue="")
        lines = [";".join(columns), *(";".join(row) for row in rows)]
        (tmp_path / name).write_text(above + "\n".join(lines) + "\n", encoding="utf-8")
        return read_proposal({name: tmp_path / name}, periode=periode)

    return propose


def survey(**others: tuple[str, ...]) -> dict[str, tuple[str, ...]]:
    """Nine short questions answered with codes, and other columns."""
    return dict.fromkeys(SHORT, CODES) | {name.replace("_", " "): cells for name, cells in others.items()}


def bare(value):
    """Take the marks off a proposal."""
    if isinstance(value, Marked):
        return bare(value.value)
    if isinstance(value, dict):
        return {key: bare(entry) for key, entry in value.items()}
    return value


def marks(value) -> list[str]:
    """List the marks of a proposal from top to bottom."""
    if isinstance(value, Marked):
        return [*value.sentences, *marks(value.value)]
    return [said for entry in value.values() for said in marks(entry)] if isinstance(value, dict) else []


def test_the_official_wordings_map_without_a_mark(propose):
    proposal = propose(dict.fromkeys(OFFICIAL.values(), CODES))
    assert {unsur: entry["kolom"] for unsur, entry in proposal.content["unsur"].items()} == OFFICIAL
    assert marks(proposal.content) == []


def test_labels_carried_by_every_heading_are_kept(propose):
    columns = {f"U{place} {heading}": CODES for place, heading in enumerate(OFFICIAL.values(), start=1)}
    unsur = propose(columns).content["unsur"]
    assert (unsur["sarana"]["label"], unsur["pengaduan"]["label"]) == ("U8", "U9")


def test_eight_unsur_without_biaya_need_no_line(propose):
    columns = {heading: CODES for unsur, heading in OFFICIAL.items() if unsur != "biaya"}
    content = propose(columns).content
    assert "biaya" not in content["unsur"]
    assert marks(content) == []


def test_a_missing_unsur_is_a_marked_line_with_the_columns_left(propose):
    columns = {heading: CODES for unsur, heading in OFFICIAL.items() if unsur != "sarana"} | {"Warna": ("biru",)}
    content = propose(columns).content
    assert bare(content["unsur"]["sarana"]) == {"label": "U9", "kolom": "?"}
    assert marks(content) == ["kolom untuk unsur ini tidak ditemukan; kolom yang belum dipakai: 'Warna'"]


def test_bare_numbers_are_read_in_the_order_of_the_list_and_marked(propose):
    content = propose({f"U{place}": CODES for place in range(1, 10)}).content
    assert [entry["kolom"] for entry in bare(content["unsur"]).values()] == [f"U{place}" for place in range(1, 10)]
    assert marks(content) == [
        "judul kolom tidak menyebut unsur; urutan ini menurut daftar peraturan, cocokkan dengan kuesioner yang dipakai",
        "U8 dan U9 tertukar pada sebagian formulir; di sini kolom ini dibaca sebagai pengaduan",
        "U8 dan U9 tertukar pada sebagian formulir; di sini kolom ini dibaca sebagai sarana",
    ]


def test_letters_without_a_legend_are_marked_once(propose):
    content = propose(dict.fromkeys(SHORT, ("a", "b", "c", "d"))).content
    assert bare(content["unsur"]["waktu"]["jawaban"]) == {"1": "a", "2": "b", "3": "c", "4": "d"}
    (mark,) = marks(content)
    assert mark == (
        "arah huruf tidak tertulis pada judul; di sini a jawaban terburuk dan d terbaik, balikkan bila kuesionernya lain "
        "(begitu juga pada 8 pertanyaan lain dengan jawaban yang sama)"
    )


def test_letters_follow_the_legend_of_the_heading(propose):
    heading = "Waktu (a = Sangat cepat, b = Cepat, c = Kurang cepat, d = Tidak cepat)"
    columns = survey() | {heading: ("a", "b", "c", "d")}
    del columns["Waktu"]
    content = propose(columns).content
    assert content["unsur"]["waktu"]["jawaban"] == {"1": "d", "2": "c", "3": "b", "4": "a"}


def test_codes_that_fall_in_the_legend_are_proposed_to_be_turned_round(propose):
    columns = survey() | {"Waktu (1 = Sangat cepat, 2 = Cepat, 3 = Kurang cepat, 4 = Tidak cepat)": CODES}
    del columns["Waktu"]
    waktu = propose(columns).content["unsur"]["waktu"]
    assert waktu["kode_terbalik"].value == "ya"
    assert waktu["kode_terbalik"].sentences == (
        "menurut judulnya kode 1 jawaban terbaik; hapus 'kode_terbalik' bila 1 terburuk",
    )


def test_codes_in_no_order_in_the_legend_are_refused(propose):
    columns = survey() | {"Waktu (1 = Sangat cepat, 2 = Tidak cepat, 3 = Kurang cepat, 4 = Cepat)": CODES}
    del columns["Waktu"]
    with pytest.raises(DataError) as caught:
        propose(columns)
    assert str(caught.value) == (
        "ekspor.csv: 1 masalah.\n"
        "  kolom 'Waktu (1 = Sangat cepat, 2 = Tidak cepat, 3 = Kurang cepat, 4 = Cepat)': menurut judulnya kode 1 sampai 4 "
        "tidak berurutan dari terburuk ke terbaik, urutkan kodenya di berkas dan pada judulnya."
    )


@pytest.mark.parametrize(
    ("cells", "kind"),
    [
        (("1", "2", "3", "4", "5"), "skala 1 sampai 5 ('1', '2', '3', '4', '5')"),
        (("80", "75", "100"), "skala sampai 100 ('100', '75', '80')"),
        (("9", "8", "10"), "skala sampai 10 ('10', '8', '9')"),
        (("80%", "75 %"), "persen ('75 %', '80%')"),
        (("★★★", "★★★★★"), "bintang ('★★★', '★★★★★')"),
        (("Ya", "Tidak"), "ya/tidak ('tidak', 'ya')"),
        (
            ("Tidak puas", "Kurang puas", "Cukup puas", "Puas", "Sangat puas"),
            "skala 1 sampai 5 ('cukup puas', 'kurang puas', 'puas', 'sangat puas', 'tidak puas')",
        ),
        (
            ("Tidak setuju", "Netral", "Setuju", "Sangat setuju"),
            "skala 1 sampai 5 ('netral', 'sangat setuju', 'setuju', 'tidak setuju')",
        ),
    ],
)
def test_another_scale_is_refused(propose, cells, kind):
    with pytest.raises(DataError) as caught:
        propose(dict.fromkeys(SHORT, cells * 10))
    assert str(caught.value) == (
        "ekspor.csv: 1 masalah.\n"
        "  kolom 'Syarat' dan 8 kolom lain ('Prosedur', 'Waktu', 'Biaya', 'Produk', 'Kompetensi', 'Perilaku', 'Pengaduan', "
        f"'Sarana'): jawabannya {kind}, SKM memerlukan jawaban 1 sampai 4. Skala lain tidak dapat diubah menjadi skala 4 tanpa "
        "mengubah hasilnya; sebarkan kuesioner dengan empat pilihan jawaban, atau keluarkan kolom ini dari berkas bila bukan "
        "unsur SKM."
    )


MEANS_HINT = (
    "Bila ini rata-rata beberapa subpertanyaan, minta berkas dengan jawaban setiap subpertanyaan; rata-rata yang sudah "
    "dibulatkan tidak dapat dinilai dengan tepat."
)
QUARTERS_HINT = (
    "Bila formulirnya memang empat pilihan yang ditulis 25%, 50%, 75%, dan 100%, ganti di berkas menjadi 1, 2, 3, dan 4 "
    "(format sel Umum) pada semua unsur."
)


@pytest.mark.parametrize(
    ("cells", "kind", "hint"),
    [
        (
            ("3,5", "4", "2,75", "3,25"),
            "bilangan pecahan ('2,75', '3,25', '3,5', '4')",
            MEANS_HINT,
        ),
        (
            ("0.75", "1", "0.5", "0.25"),
            "persen ('0.25', '0.5', '0.75', '1')",
            QUARTERS_HINT,
        ),
    ],
)
def test_means_and_quarters_are_refused_with_what_to_do(propose, cells, kind, hint):
    with pytest.raises(DataError) as caught:
        propose(dict.fromkeys(SHORT, cells * 10))
    assert str(caught.value) == (
        "ekspor.csv: 1 masalah.\n"
        "  kolom 'Syarat' dan 8 kolom lain ('Prosedur', 'Waktu', 'Biaya', 'Produk', 'Kompetensi', 'Perilaku', 'Pengaduan', "
        f"'Sarana'): jawabannya {kind}, SKM memerlukan jawaban 1 sampai 4. {hint}"
    )


def test_the_points_and_feedback_of_a_quiz_form_are_left_alone(propose):
    columns = survey() | {f"Points - {heading}": ("0", "4", "0", "4") for heading in SHORT}
    content = propose(columns).content
    assert [bare(entry["kolom"]) for entry in content["unsur"].values()] == list(SHORT)
    assert "pertanyaan_tambahan" not in content


def test_a_numbered_heading_with_answers_is_a_question_though_it_names_a_service(propose):
    content = propose(survey() | {"5. Kesesuaian jadwal buka loket": CODES}).content
    assert content["pertanyaan_tambahan"]["pertanyaan_1"].value["nama"] == "5. Kesesuaian jadwal buka loket"


@pytest.mark.parametrize(
    "heading", ["2. Jenis Kelamin", "3. Pendidikan", "4. Jenis layanan", "5. Loket", "5. Keperluan"]
)
def test_a_numbered_group_stays_a_group(propose, heading):
    content = propose(survey() | {heading: ("1", "2", "1", "2")}).content
    assert "pertanyaan_tambahan" not in content
    assert [entry["kolom"] for entry in [*content.get("profil", {}).values(), content.get("layanan", {})] if entry] == [
        heading
    ]


def test_remarks_that_come_back_make_no_long_form(tmp_path):
    remarks = ["ruang tunggu kurang", "biaya jelas", "petugas ramah", "prosedur mudah", "waktu lama", ""]
    rows = [",".join([f"0{day}/03/2025", *["3"] * 9, remarks[row % 6]]) for day in (3, 4) for row in range(18)]
    path = tmp_path / "a.csv"
    path.write_text("\n".join([",".join(["Tanggal", *SHORT, "Saran"]), *rows]), encoding="utf-8")
    proposal = read_proposal({"a.csv": path})
    assert (proposal.rows, "panjang" in proposal.content["data"]) == (36, False)


def test_initials_are_ranked_and_marked(propose):
    content = propose(dict.fromkeys(SHORT, ("SS", "S", "TS", "STS", "S"))).content
    assert bare(content["unsur"]["waktu"]["jawaban"]) == {"1": "STS", "2": "TS", "3": "S", "4": "SS"}
    assert len(marks(content)) == 1


def test_harapan_inside_a_statement_is_no_importance(propose):
    columns = survey() | {"Hasil layanan sesuai harapan": CODES}
    del columns["Produk"]
    assert propose(columns).content["unsur"]["produk"] == {"label": "U5", "kolom": "Hasil layanan sesuai harapan"}


def test_what_means_no_answer_is_proposed_as_a_blank(propose):
    content = propose(survey() | {"Waktu": (*CODES, "-", "tidak tahu", "-")}).content
    assert bare(content["data"]["dibaca_kosong"]) == ["-", "tidak tahu"]
    assert marks(content) == [
        "dibaca sebagai tidak menjawab ('-' 2 kali, 'tidak tahu' 1 kali); hapus yang memang jawaban"
    ]


def test_a_slip_is_marked_with_its_row(propose):
    content = propose(survey() | {"Waktu": (*CODES, "5")}).content
    (mark,) = marks(content)
    assert mark == (
        "jawaban '5' tidak dikenal, 1 kali (kolom 'Waktu' baris 8); betulkan di berkas, tambahkan pada 'jawaban', atau "
        "daftarkan pada 'dibaca_kosong' bila tidak menjawab"
    )


def test_a_personal_column_is_not_proposed(propose):
    proposal = propose(survey(Nama=("A", "B"), NIK=("1", "2")))
    roles = dict(proposal.recognised)
    assert (roles["Nama"], roles["NIK"]) == ("data pribadi, tidak dibaca", "data pribadi, tidak dibaca")
    assert "Nama" not in str(proposal.content)


def test_days_in_american_order_are_told_from_the_data(propose):
    content = propose(survey(Tanggal=("3/25/2025", "3/4/2025"))).content
    assert content["data"] == {"responden": "ekspor.csv", "kolom_waktu": "Tanggal", "urutan_tanggal": "bulan_hari"}


def test_days_that_can_be_read_twice_are_marked(propose):
    content = propose(survey(Tanggal=("3/4/2025", "5/4/2025"))).content
    assert marks(content) == [
        "hari dan bulan dapat dibaca dua cara; pilih 'hari_bulan' (3/4 = 3 April) atau 'bulan_hari' (3/4 = 4 Maret)"
    ]


def test_days_that_leave_the_order_open_are_proposed_as_lying_within_one_month(propose):
    content = propose(survey(Tanggal=("3/4/2025", "3/6/2025", "3/7/2025", "3/11/2025", "3/3/2025"))).content
    assert bare(content["data"]["urutan_tanggal"]) == "bulan_hari"
    # the day first: 3 April, June, July, November and March, of which at most two lie within 31 days (June and July)
    (mark,) = marks(content)
    assert mark == (
        "hari dan bulan dapat dibaca dua cara; diusulkan 'bulan_hari' karena begitu 5 dari 5 tanggal jatuh dalam satu bulan, "
        "dengan 'hari_bulan' hanya 2"
    )


def test_days_of_a_month_with_the_day_first_stay_so_and_are_marked(propose):
    content = propose(survey(Tanggal=("4/3/2025", "6/3/2025", "7/3/2025", "11/3/2025", "3/3/2025"))).content
    assert bare(content["data"]["urutan_tanggal"]) == "hari_bulan"
    assert marks(content) == [
        "hari dan bulan dapat dibaca dua cara; pilih 'hari_bulan' (3/4 = 3 April) atau 'bulan_hari' (3/4 = 4 Maret)"
    ]


def test_days_that_leave_the_order_open_are_proposed_as_lying_near_the_period(propose):
    content = propose(survey(Tanggal=("9/3/2025", "9/3/2025")), periode="2025-TW3").content
    assert bare(content["data"]["urutan_tanggal"]) == "bulan_hari"
    (mark,) = marks(content)
    assert mark == (
        "hari dan bulan dapat dibaca dua cara; diusulkan 'bulan_hari' karena begitu 2 dari 2 tanggal jatuh dalam atau dekat "
        "periode, dengan 'hari_bulan' hanya 0"
    )


def test_both_orders_in_one_column_are_marked_with_their_rows(propose):
    content = propose(
        survey(Tanggal=("3/25/2025", "25/3/2025", "26/3/2025", "3/4/2025", "3/26/2025", "3/27/2025"))
    ).content
    assert bare(content["data"]["urutan_tanggal"]) == "bulan_hari"
    (mark,) = marks(content)
    assert mark == (
        "urutan hari dan bulan bercampur: hari lebih dahulu pada baris 3 dan 4, bulan lebih dahulu pada baris 2, 6 dan 7; "
        "samakan di berkas"
    )


def test_years_of_birth_are_proposed_with_their_key(propose):
    content = propose(survey(Tahun_Lahir=("1985", "1990", "2001"))).content
    assert bare(content["profil"]["usia"]) == {
        "nama": "Kelompok usia",
        "kolom": "Tahun Lahir",
        "kategori": ["< 20", "20-29", "30-39", "40-49", "50-59", ">= 60"],
        "kelahiran": "ya",
    }


def test_rows_around_the_data_are_no_respondents_and_named(propose):
    columns = {"No": ("1", "2", "3", "Jumlah", "NRR"), **dict.fromkeys(SHORT, ("4", "3", "", "7", "3,5"))}
    proposal = propose(columns)
    assert proposal.rows == 2
    assert proposal.told == (
        "2 baris jumlah, rata-rata, nomor kolom, atau catatan tidak dihitung sebagai responden (baris 5 dan 6).",
        "1 baris tanpa satu pun jawaban unsur tidak dihitung sebagai responden (baris 4).",
    )


def test_a_test_entry_in_a_group_is_proposed_and_marked(propose):
    content = propose(survey(Asal_instansi=("Dinas A", "tes", "Dinas A"))).content
    assert bare(content["data"]["uji_coba"]) == [{"kolom": "Asal instansi", "nilai": ["tes"]}]
    assert marks(content) == ["baris ini diusulkan sebagai entri uji coba (baris 3); hapus bila benar responden"]


def test_importance_is_found_beside_its_unsur(propose):
    content = propose(survey(Kepentingan_waktu=CODES)).content
    assert content["unsur"]["waktu"] == {"label": "U3", "kolom": "Waktu", "kolom_kepentingan": "Kepentingan waktu"}


def test_a_title_and_column_numbers_around_the_heading_do_no_harm(propose):
    columns = {heading: (f"({place})", *cells) for place, (heading, cells) in enumerate(survey().items(), start=1)}
    proposal = propose(columns, above="REKAPITULASI JAWABAN\n\n")
    assert proposal.content["data"] == {"responden": "ekspor.csv"}
    assert [entry["kolom"] for entry in proposal.content["unsur"].values()] == list(SHORT)


def test_a_file_without_questions_is_refused(propose):
    with pytest.raises(DataError) as caught:
        propose({"Nama barang": ("Meja", "Kursi"), "Harga": ("100000", "20000")})
    assert str(caught.value) == (
        "ekspor.csv: 1 masalah.\n"
        "  tidak ditemukan kolom jawaban untuk unsur SKM (judul yang terbaca: 'Nama barang', 'Harga'), pastikan berkas ini "
        "ekspor jawaban, satu baris per responden, dengan judul kolom dan jawaban 1 sampai 4 atau kata."
    )


def test_a_heading_without_answers_is_refused(propose):
    with pytest.raises(
        DataError, match=r"^ekspor\.csv: 1 masalah\.\n  tidak ada baris jawaban di bawah judul kolom, pastikan "
    ):
        propose(dict.fromkeys(SHORT, ()))


def test_the_order_of_rows_does_not_matter(propose):
    columns = {
        "Layanan": ("KTP", "KK", "Akta", "KK", "KTP"),
        "Pendidikan": ("S1", "SD", "SMA", "SMA", "S1"),
        **dict.fromkeys(SHORT, ("Baik", "Sgt baik", "Krg baik", "Kurang", "N/A")),
    }
    turned = {heading: cells[::-1] for heading, cells in columns.items()}
    assert propose(columns).content == propose(turned).content


def test_answers_that_are_not_known_are_named_where_the_headings_are(tmp_path):
    path = tmp_path / "a.csv"
    names = (
        "persyaratan",
        "prosedur",
        "waktu_pelayanan",
        "biaya",
        "produk",
        "kompetensi",
        "perilaku",
        "pengaduan",
        "sarana",
    )
    rows = [",".join(["mantap", "lumayan", "payah"] * 3), ",".join(["lumayan", "payah", "mantap"] * 3)]
    path.write_text("\n".join([",".join(f"skm/kepuasan_{name}" for name in names), *rows]), encoding="utf-8")
    with pytest.raises(DataError) as caught:
        read_proposal({"a.csv": path})
    assert str(caught.value).endswith(
        "Judul 'skm/kepuasan_persyaratan' tampak menanyakan unsur, tetapi jawabannya tidak dikenal "
        "('lumayan', 'mantap'); ganti "
        "jawabannya di berkas menjadi 1 sampai 4, atau tulis 'jawaban' sendiri pada parameter (docs/panduan.md, bagian 4.4)."
    )
