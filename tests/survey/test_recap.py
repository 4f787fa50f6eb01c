"""A recap from the answers of its units: which units there are, their rows, both means, ranks, parts, changes."""

from fractions import Fraction

import pytest

from skmlib.problems import DataError
from skmlib.survey.recap import read_recap
from skmlib.survey.recap_summary import summarise_recap


def read(agency):
    return read_recap("kota", "2025-S1", root=agency.root)


def summarise(agency):
    return summarise_recap(read(agency))


def stops(agency) -> str:
    with pytest.raises(DataError) as caught:
        read(agency)
    return str(caught.value)


def findings(recap) -> dict[str, str]:
    return {finding.jenis: finding.pesan for finding in recap.findings}


def test_units_of_the_agency_in_the_period_are_the_rows(agency, threes, fours):
    agency.add_unit("samsat", fours, fours, fours)
    agency.add_unit("loket", threes)
    agency.add_unit("lama", threes, periode="2024-S2")
    agency.project.write("params/instansi/desa.yml", "nama: Desa\n")
    agency.add_unit("desa", threes)
    path = agency.root / "params/2025-S1/desa.yml"
    path.write_text(path.read_text(encoding="utf-8").replace("instansi: kota", "instansi: desa"), encoding="utf-8")
    rows = read(agency).rows
    assert [(row.id, row.nama, row.n, row.ikm) for row in rows] == [
        ("loket", "Loket", 1, 75),
        ("samsat", "Samsat", 3, 100),
    ]


def test_simple_mean_counts_units_and_the_other_respondents(agency, threes, fours):
    agency.add_unit("loket", threes)
    agency.add_unit("samsat", fours, fours, fours)
    means = summarise(agency).means
    # (75 + 100) / 2, and (3 + 3 x 4) / 4 = 3.75, x 25.
    assert means["rata_rata_unit"].ikm == Fraction("87.5")
    assert means["responden"].ikm == Fraction("93.75")
    assert means["responden"].nilai["waktu"] == Fraction("93.75")


def test_blank_answers_are_no_respondents_of_their_unsur(agency, threes, fours):
    agency.add_unit("loket", threes, ",3,3,3,3,3,3,3,3")
    agency.add_unit("samsat", fours)
    # U1: answers 3 and 4 of two who answered; U2: 3, 3, 4 of three.
    nilai = summarise(agency).means["responden"].nilai
    assert nilai["persyaratan"] == Fraction(7, 2) * 25
    assert nilai["prosedur"] == Fraction(10, 3) * 25


@pytest.mark.parametrize(("told", "ikm"), [("", "87.5"), ("nilai_utama: responden\n", "93.75")])
def test_parameters_name_the_headline(agency, threes, fours, told, ikm):
    agency.add_unit("loket", threes)
    agency.add_unit("samsat", fours, fours, fours)
    agency.tell(told)
    results = summarise(agency)
    assert results.ikm.ikm == Fraction(ikm)
    assert results.ikm.n == 4
    assert [item.selisih for item in results.ranking] == [100 - Fraction(ikm), 75 - Fraction(ikm)]


def test_equal_units_share_a_rank_and_the_next_one_is_counted_on(agency, threes, fours):
    for unit, row in {"a": threes, "b": fours, "c": fours}.items():
        agency.add_unit(unit, row)
    assert [(item.unit, item.peringkat) for item in summarise(agency).ranking] == [("b", 1), ("c", 1), ("a", 3)]


def test_scores_that_are_equal_as_printed_are_ties(agency):
    # Mean answers 200 x 3 + 1 x 4 over 201 on one of nine unsur: 75 + 25 / (9 x 201) = 75.0138; over 202: 75.0137: both 75.01.
    one = ",".join(["4", *"3" * 8])
    agency.add_unit("a", one, *[",".join("3" * 9)] * 200)
    agency.add_unit("b", one, *[",".join("3" * 9)] * 201)
    first, second = summarise(agency).ranking
    assert first.nilai != second.nilai
    assert (first.peringkat, second.peringkat) == (1, 1)


def test_unit_without_data_has_not_reported_and_is_told(agency, threes):
    agency.tell("unit: [loket, pasar, samsat]\n")
    agency.add_unit("loket", threes)
    agency.add_unit("pasar")
    recap = read(agency)
    assert recap.missing == ("Pasar", "samsat")
    assert findings(recap)["unit_belum_melapor"] == (
        "2 unit belum melapor dan tidak termasuk dalam rekapitulasi: Pasar, samsat."
    )


def test_unit_that_puts_periods_together_has_reported(agency, threes, fours):
    # One of 3 and two of 4: (3 + 4 + 4) / 3 x 25 = 91.67; its own folder of data is empty
    agency.add_unit("loket", threes, periode="2025-TW1")
    agency.add_unit("loket", fours, fours, periode="2025-TW2")
    agency.add_unit("loket", more="gabungan: [2025-TW1, 2025-TW2]\n")
    recap = read(agency)
    assert [(row.id, row.n, row.ikm) for row in recap.rows] == [("loket", 3, Fraction(275, 3))]
    assert recap.missing == ()


def test_survey_that_the_list_leaves_out_is_told(agency, threes, fours):
    agency.tell("unit: [loket]\n")
    agency.add_unit("loket", threes)
    agency.add_unit("samsat", fours)
    recap = read(agency)
    assert [row.id for row in recap.rows] == ["loket"]
    assert findings(recap)["unit_tidak_disebut"] == (
        "1 unit instansi ini memiliki survei pada periode ini, tetapi tidak ada di 'unit' dan tidak termasuk: samsat; "
        "tambahkan bila seharusnya termasuk."
    )


def test_no_unit_at_all_stops_the_run(agency):
    agency.tell("unit: [loket]\n")
    assert stops(agency) == (
        "params/2025-S1/kota.yml: 1 masalah.\n"
        "  tidak ada unit yang sudah melapor pada periode 2025-S1, lengkapi data unit, atau periksa 'instansi', 'induk', dan "
        "'unit'."
    )


def test_problems_of_every_unit_are_told_at_once(agency, threes):
    agency.add_unit("loket", threes.replace("3", "5", 1))
    agency.add_unit("samsat", threes.replace("3", "7", 1))
    message = stops(agency)
    assert "data/2025-S1/loket/responden.csv: 1 masalah." in message
    assert "data/2025-S1/samsat/responden.csv: 1 masalah." in message


def test_unit_of_another_agency_stops_the_run(agency, threes):
    agency.tell("unit: [loket]\n")
    agency.add_unit("loket", threes)
    agency.project.write("params/instansi/desa.yml", "nama: Desa\n")
    path = agency.root / "params/2025-S1/loket.yml"
    path.write_text(path.read_text(encoding="utf-8").replace("instansi: kota", "instansi: desa"), encoding="utf-8")
    assert stops(agency) == (
        "params/2025-S1/loket.yml: 1 masalah.\n"
        "  kunci 'instansi': tertulis 'desa', sedangkan rekap 'kota' adalah rekap 'kota', hapus dari 'unit' pada "
        "params/2025-S1/kota.yml."
    )


def test_unsur_that_the_recap_does_not_name_stops_the_run(agency, threes):
    further = "  keamanan: {label: U10, nama: Keamanan, kolom: Aman}\npengesahan:"
    agency.survey = agency.survey.replace("pengesahan:", further)
    agency.project.headings += ",Aman"
    agency.add_unit("loket", f"{threes},4")
    assert stops(agency) == (
        "params/2025-S1/loket.yml: 1 masalah.\n"
        "  kunci 'unsur': unsur keamanan tidak ada di 'unsur' rekap 'kota', tambahkan pada params/2025-S1/kota.yml."
    )


def test_unit_with_eight_unsur_is_left_out_of_the_mean_of_the_ninth(agency, threes, fours):
    agency.add_unit("loket", threes)
    agency.survey = agency.survey.replace("  biaya: {label: U4, kolom: Biaya}\n", "")
    agency.add_unit("gratis", fours)
    results = summarise(agency)
    assert results.means["rata_rata_unit"].nilai["biaya"] == 75
    assert results.means["rata_rata_unit"].ikm == Fraction("87.5")
    assert results.utama.alasan == "IKM adalah rata-rata IKM unit; unsur yang dinilai tidak sama pada semua unit."
    assert findings(results.recap)["unsur_tidak_dinilai"] == (
        "U4 Biaya/tarif tidak dinilai pada 1 unit (Gratis); rata-ratanya atas unit lain."
    )


def in_two_parts(agency, threes, fours):
    agency.add_unit("loket", threes, more="induk: utara\n")
    agency.add_unit("samsat", fours, fours, fours, more="induk: utara\n")
    agency.add_unit("pasar", threes, threes, more="induk: selatan\n")


def test_recap_of_one_part_holds_its_units(agency, threes, fours):
    in_two_parts(agency, threes, fours)
    agency.tell("induk: utara\n")
    assert [row.id for row in read(agency).rows] == ["loket", "samsat"]


@pytest.mark.parametrize(
    ("told", "utara", "whole"),
    # Simple: utara (75 + 100) / 2; whole (87.5 + 75) / 2. By respondents: utara 3.75 x 25; whole (3 + 12 + 6) / 6 = 3.5, x 25.
    [("", "87.5", "81.25"), ("nilai_utama: responden\n", "93.75", "87.5")],
)
def test_recap_of_the_whole_has_a_row_for_each_part(agency, threes, fours, told, utara, whole):
    in_two_parts(agency, threes, fours)
    agency.tell(f"tingkat: induk\n{told}")
    results = summarise(agency)
    assert [(row.id, row.nama, row.n) for row in results.rows] == [
        ("utara", "Kota Utara", 4),
        ("selatan", "Kota Selatan", 2),
    ]
    assert results.rows[0].ikm == Fraction(utara)
    assert results.ikm.ikm == Fraction(whole)
    assert [unit.id for unit in results.rows[0].anggota] == ["loket", "samsat"]


def test_mean_by_respondents_of_parts_is_over_all_units(agency, threes, fours):
    in_two_parts(agency, threes, fours)
    agency.tell("tingkat: induk\n")
    assert summarise(agency).means["responden"].ikm == Fraction("87.5")


def test_unit_without_a_part_stops_a_recap_by_parts(agency, threes):
    agency.tell("tingkat: induk\n")
    agency.add_unit("loket", threes)
    assert stops(agency) == (
        "params/2025-S1/loket.yml: 1 masalah.\n"
        "  kunci 'induk': tidak ada, padahal rekap 'kota' dirinci menurut induk, tulis salah satu dari utara, selatan."
    )


def test_part_that_the_agency_does_not_know_stops_the_run(agency, threes):
    agency.add_unit("loket", threes, more="induk: utera\n")
    assert stops(agency) == (
        "params/2025-S1/loket.yml: 1 masalah.\n"
        "  kunci 'induk': 'utera' tidak ada di 'induk' pada params/instansi/kota.yml, tulis namanya di sana. "
        "Mungkin maksudnya 'utara'?"
    )


def test_change_is_against_the_published_or_the_answered_period(agency, threes, fours):
    agency.tell("periode_sebelumnya: 2024-S2\n")
    agency.add_unit("loket", fours, more="riwayat: [{periode: 2024-S2, ikm: '80,1'}]\n")
    agency.add_unit("samsat", threes, periode="2024-S2")
    agency.add_unit("samsat", fours, more="periode_sebelumnya: 2024-S2\n")
    agency.add_unit("baru", threes)
    results = summarise(agency)
    changes = {item.unit: (item.perubahan, item.desimal_perubahan) for item in results.ranking}
    # 100 - 80.1 is known to one decimal; 100 - 75 is exact.
    assert changes == {"loket": (Fraction("19.9"), 1), "samsat": (25, None), "baru": (None, None)}
    # Over the two units that have both: (100 + 100) / 2 - (80.1 + 75) / 2 = 22.45, known to one decimal.
    assert results.perubahan.units == ("loket", "samsat")
    assert results.perubahan.perubahan == Fraction("22.45")
    assert results.perubahan.desimal == 1


def test_words_on_a_unit_stand_below_its_name(agency, threes):
    agency.add_unit("loket", threes)
    agency.project.write(
        "data/2025-S1/kota/narasi.md", "## Loket\nAntrean panjang.\n\n## U3\nLambat.\n\n## Samsat\nApa?\n"
    )
    recap = read(agency)
    assert recap.narasi == {"loket": "Antrean panjang.", "waktu": "Lambat."}
    assert "Judul 'Samsat' (baris 7) tidak dikenal" in findings(recap)["judul_narasi_tidak_dikenal"]


def test_part_has_a_previous_index_where_every_unit_has_one(agency, threes, fours):
    agency.tell("periode_sebelumnya: 2024-S2\ntingkat: induk\n")
    before = "riwayat: [{{periode: 2024-S2, ikm: '{}'}}]\ninduk: {}\n"
    agency.add_unit("loket", threes, more=before.format("70,5", "utara"))
    agency.add_unit("samsat", fours, more=before.format("80,25", "utara"))
    agency.add_unit("pasar", threes, more=before.format("70", "selatan"))
    agency.add_unit("baru", threes, more="induk: selatan\n")
    utara, selatan = summarise(agency).rows
    # (70.5 + 80.25) / 2, known to one decimal.
    assert (utara.sebelumnya.value, utara.sebelumnya.printed) == (Fraction("75.375"), 1)
    assert selatan.sebelumnya is None


def test_findings_of_the_units_are_counted(agency, threes):
    agency.add_unit("loket", *[threes] * 2)
    agency.add_unit("samsat", *[threes] * 2)
    counts = [row.n_temuan for row in read(agency).rows]
    assert min(counts) > 0
    assert findings(read(agency))["temuan_unit"] == (
        f"Laporan 2 unit memuat {sum(counts)} temuan mutu data; uraiannya ada pada laporan setiap unit."
    )


def test_units_below_their_minimum_sample_are_named(agency, threes, fours):
    # Krejcie and Morgan: 10 of 10 (their table); a answered once, b ten times, of c the users are not known
    agency.add_unit("a", threes, more='populasi: "10"\n')
    agency.add_unit("b", *[fours] * 10, more='populasi: "10"\n')
    agency.add_unit("c", fours)
    recap = read(agency)
    assert [row.sampel_minimum for row in recap.rows] == [10, 10, None]
    (told,) = [finding for finding in recap.findings if finding.jenis == "unit_sampel_kurang"]
    assert (told.n, told.pesan) == (
        1,
        "Responden 1 unit kurang dari sampel minimum: A (1 dari 10); IKM-nya tetap masuk rata-rata.",
    )


def test_mean_by_respondents_of_uneven_units_is_the_mean_of_its_own_unsur(agency, threes, fours):
    agency.add_unit("loket", threes)
    agency.survey = agency.survey.replace("  biaya: {label: U4, kolom: Biaya}\n", "")
    agency.add_unit("gratis", fours, fours, fours)
    mean = summarise(agency).means["responden"]
    # Eight unsur: (3 + 3 x 4) / 4 = 3.75, x 25 = 93.75; biaya, asked of one: 75. (8 x 93.75 + 75) / 9 = 825 / 9.
    assert mean.nilai["biaya"] == 75
    assert mean.nilai["waktu"] == Fraction("93.75")
    assert mean.ikm == Fraction(825, 9)


def test_mean_by_respondents_counts_respondents_of_a_unit_that_publishes_the_mean_of_services(agency, threes, fours):
    agency.add_unit("loket", threes)
    agency.survey = agency.survey.replace("pengesahan:", "layanan: {kolom: Layanan, kategori: [KTP, KK]}\npengesahan:")
    agency.project.headings += ",Layanan"
    more = "nilai_utama: rata_rata_layanan\nambang_kelompok: 1\n"
    agency.add_unit("dua", f"{fours},KTP", f"{fours},KTP", f"{threes},KK", more=more)
    results = summarise(agency)
    # Its own index is (100 + 75) / 2; the answers of all together are (3 + 4 + 4 + 3) / 4 = 3.5, x 25.
    assert {row.id: row.ikm for row in results.rows} == {"loket": 75, "dua": Fraction("87.5")}
    assert results.means["responden"].ikm == Fraction("87.5")
    assert results.means["rata_rata_unit"].ikm == Fraction("81.25")


def test_unit_of_another_part_in_the_list_stops_the_run(agency, threes, fours):
    in_two_parts(agency, threes, fours)
    agency.tell("induk: utara\nunit: [loket, pasar]\n")
    assert stops(agency) == (
        "params/2025-S1/pasar.yml: 1 masalah.\n"
        "  kunci 'induk': tertulis 'selatan', sedangkan rekap 'kota' hanya untuk 'utara', hapus dari 'unit' pada "
        "params/2025-S1/kota.yml."
    )


def test_units_of_another_part_are_no_forgotten_ones(agency, threes, fours):
    in_two_parts(agency, threes, fours)
    agency.tell("induk: utara\nunit: [loket, samsat]\n")
    assert "unit_tidak_disebut" not in findings(read(agency))


def test_misspelt_unit_is_missing_with_the_name_that_was_meant(agency, threes, fours):
    in_two_parts(agency, threes, fours)
    agency.tell("induk: utara\nunit: [loket, samsta]\n")
    assert read(agency).missing == ("samsta (mungkin maksudnya samsat?)",)


def test_recap_in_the_list_of_units_stops_the_run(agency, threes):
    agency.add_unit("loket", threes)
    text = (agency.root / "params/2025-S1/kota.yml").read_text(encoding="utf-8")
    agency.project.write("params/2025-S1/lain.yml", text)
    agency.tell("unit: [loket, lain]\n")
    assert stops(agency) == (
        "params/2025-S1/kota.yml: 1 masalah.\n"
        "  kunci 'unit.2': 'lain' adalah rekap atau laporan kinerja, sebut hanya unit yang disurvei."
    )


MIXED = tuple(",".join(str(1 + (row * place + row) % 4) for place in range(1, 10)) for row in range(12))


def test_units_with_the_same_answers_are_named(agency, threes):
    # a and b: the same twelve rows, b from the last on; c with one answer changed; d and e: twelve alike, which happens
    agency.add_unit("a", *MIXED)
    agency.add_unit("b", *reversed(MIXED))
    agency.add_unit("c", *MIXED[1:], MIXED[0].replace("1", "2", 1))
    agency.add_unit("d", *[threes] * 12)
    agency.add_unit("e", *[threes] * 12)
    (told,) = [finding for finding in read(agency).findings if finding.jenis == "jawaban_unit_sama"]
    assert told.n == 2
    assert told.pesan == (
        "Jawaban 2 unit sama seluruhnya: A = B. Setiap unit tetap dihitung; periksa apakah berkas satu unit disalin ke unit "
        "lain."
    )


def test_few_rows_are_the_same_by_chance(agency):
    agency.add_unit("a", *MIXED[:9])
    agency.add_unit("b", *MIXED[:9])
    assert "jawaban_unit_sama" not in findings(read(agency))
