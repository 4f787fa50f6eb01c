"""Printed figures against recomputed ones: each kind that can differ, and what it is said to come from."""

from decimal import Decimal
from fractions import Fraction

import pytest

from skmlib.problems import DataError
from skmlib.survey.dataset import read_survey
from skmlib.survey.summary import summarise_survey

# Nine unsur answered alike by three respondents: 4, 4, 3 give nrr 11/3 = 3.67 and IKM 91.67.
ALIKE = tuple(",".join([str(nilai)] * 9) for nilai in (4, 4, 3))
KEYS = ("persyaratan", "prosedur", "waktu", "biaya", "produk", "kompetensi", "perilaku", "pengaduan", "sarana")
UNSUR_367 = "unsur: {" + ", ".join(f'{key}: "3.67"' for key in KEYS) + "}"


def compare(project, tercetak, *rows, headings=None):
    project.add(f"tercetak: {{{tercetak}}}\n")
    project.write_responses(*(rows or ALIKE), headings=headings or project.headings)
    return summarise_survey(read_survey("loket", "2025-S1", root=project.root)).printed


def by_kind(figures):
    return {(figure.jenis, *figure.objek): (figure.status, figure.asal) for figure in figures}


def test_without_printed_figures_nothing_is_compared(project):
    project.write_responses(*ALIKE)
    assert summarise_survey(read_survey("loket", "2025-S1", root=project.root)).printed == ()


@pytest.mark.parametrize(
    ("ikm", "status"),
    [("91.67", "sama"), ("91.7", "sama"), ("92", "sama"), ("91.66", "berbeda"), ("91.666", "berbeda")],
)
def test_index_is_compared_at_its_printed_precision(project, ikm, status):
    # 91.6667: rounded to three decimals it is 91.667, to none 92
    assert by_kind(compare(project, f'ikm: "{ikm}"'))["ikm",] == (status, None)


def test_index_and_its_printed_means_are_compared_with_each_other(project):
    figures = {figure.jenis: figure for figure in compare(project, f'ikm: "91.67", {UNSUR_367}')}
    assert figures["ikm"].status == "sama"
    # 25 x 3.67 = 91.75
    assert (figures["ikm_dari_unsur"].dihitung, figures["ikm_dari_unsur"].status) == (Fraction("91.75"), "berbeda")


def test_index_that_is_25_times_the_printed_means_is_recognised(project):
    assert by_kind(compare(project, f'ikm: "91.75", {UNSUR_367}'))["ikm",] == ("berbeda", "unsur")


def test_number_of_respondents_that_was_not_printed_is_told(project):
    [figure] = compare(project, "")
    assert (figure.jenis, figure.tercetak, figure.dihitung, figure.status) == ("responden", None, 3, "berbeda")


def test_respondents_and_band_are_compared(project):
    found = by_kind(compare(project, "responden: 4, mutu: B"))
    assert found == {("responden",): ("berbeda", None), ("mutu",): ("berbeda", None)}


def test_limits_are_compared_with_those_of_the_regulation(project):
    found = by_kind(compare(project, 'batas_bawah_ni: {A: "3.54", B: "3.0644", C: "2.60"}'))
    # 88.31 / 25 = 3.5324, 76.61 / 25 = 3.0644, 65 / 25 = 2.6
    assert [found["batas_bawah_ni", mutu][0] for mutu in "ABC"] == ["berbeda", "sama", "sama"]


def test_change_of_rounded_values_is_recognised(project):
    # now 11/3 = 3.6667; before 90.37 / 25 = 3.6148: change 0.0519, printed 0.05; of the rounded values 3.67 - 3.61 = 0.06
    project.add('periode_sebelumnya: 2024-S2\nriwayat: [{periode: 2024-S2, ni: "3.61", ikm: "90.37"}]\n')
    assert by_kind(compare(project, 'perubahan_ni: "0.06"'))["perubahan_ni", "2024-S2"] == ("berbeda", "pembulatan")


def test_change_is_against_the_period_that_the_parameters_name(project):
    # now 11/3; against 2024-S1 91.67 / 25 = 3.6668: -0.0001, shown 0.00; 2024-S2 with 3.50 lies between and is not meant
    told = "riwayat: [{periode: 2024-S1, ni: '3.67', ikm: '91.67'}, {periode: 2024-S2, ni: '3.50'}]"
    project.add(f"periode_sebelumnya: 2024-S1\n{told}\n")
    (figure,) = [one for one in compare(project, 'perubahan_ni: "0.17"') if one.jenis == "perubahan_ni"]
    assert (figure.objek, figure.dihitung, figure.status) == (("2024-S1",), 0, "berbeda")


def test_hidden_service_is_not_compared(project):
    rows = [f"{row},{name}" for name in ("KTP", "KK") for row in ALIKE]  # three each are too few to be shown
    project.add("layanan: {kolom: Layanan, kategori: [KTP, KK]}\n")
    printed = 'layanan: {KTP: "3.67"}, layanan_unsur: {KK: {waktu: "3.67"}}'
    found = by_kind(compare(project, printed, *rows, headings=f"{project.headings},Layanan"))
    assert found["layanan", "KTP"] == found["layanan_unsur", "KK", "waktu"] == ("tidak_dibandingkan", None)


def test_services_are_compared_and_the_other_index_is_recognised(project):
    # KTP 6 x 4, KK 5 x 3: all respondents 25 x 39/11 = 88.64, mean of services 87.50
    rows = [",".join(["4"] * 9) + ",KTP"] * 6 + [",".join(["3"] * 9) + ",KK"] * 5
    project.add("layanan: {kolom: Layanan, kategori: [KTP, KK]}\n")
    printed = 'ikm: "87.50", layanan: {KTP: "4.00", KK: "3.01"}'
    found = by_kind(compare(project, printed, *rows, headings=f"{project.headings},Layanan"))
    assert found["ikm",] == ("berbeda", "rata_rata_layanan")
    assert (found["layanan", "KTP"][0], found["layanan", "KK"][0]) == ("sama", "berbeda")


def test_priorities_and_period_of_the_plan_are_compared_with_it(project):
    project.add("periode_sebelumnya: 2024-S2\n")
    columns = "periode,nomor,unsur,program,triwulan,penanggung_jawab,status,tanggal,uraian,kendala,direncanakan"
    actions = [
        "2024-S2,1,waktu,Menambah loket,2025-TW1,Umum,sudah,2025-03-31,Selesai,,ya",
        "2024-S2,2,biaya;waktu,Memasang tarif,2025-TW1,Umum,sudah,2025-04-30,Selesai,,ya",
    ]
    project.write("data/2025-S1/loket/tindak_lanjut.csv", "\n".join([columns, *actions]) + "\n")
    found = compare(project, "jumlah_prioritas: 1, rencana_atas: 2025-S1, responden: 3")
    figures = {figure.jenis: figure for figure in found}
    assert (figures["jumlah_prioritas"].dihitung, figures["jumlah_prioritas"].objek) == (2, ("waktu", "biaya"))
    # The earliest action, 31 March 2025, lies before the end of the half-year whose results it is said to follow.
    assert figures["rencana_atas"].objek == ("2025-03-31", "2025-06-30")
    assert [figures[name].status for name in ("responden", "jumlah_prioritas", "rencana_atas")] == [
        *("sama", "berbeda", "berbeda")
    ]


def test_action_that_was_never_planned_tells_nothing_of_the_plan(project):
    project.add("periode_sebelumnya: 2024-S2\n")
    columns = "periode,nomor,unsur,program,triwulan,penanggung_jawab,status,tanggal,uraian,kendala,direncanakan"
    actions = [
        "2024-S2,1,waktu,Menambah loket,2025-TW3,Umum,sudah,2025-07-01,Selesai,,ya",
        "2024-S2,2,biaya,Memasang tarif,2025-TW1,Umum,sudah,2025-04-30,Selesai,,tidak",
    ]
    project.write("data/2025-S1/loket/tindak_lanjut.csv", "\n".join([columns, *actions]) + "\n")
    figures = {figure.jenis: figure for figure in compare(project, "rencana_atas: 2025-S1")}
    # The planned action, 1 July 2025, lies after the half-year; the one of 30 April stood in no plan.
    assert (figures["rencana_atas"].status, figures["rencana_atas"].objek) == ("sama", ())


def test_printed_figures_of_unknown_unsur_and_services_are_refused(project):
    project.add('tercetak: {unsur: {wkatu: "3.67"}, layanan: {KTP: "3.67"}, perubahan_ni: "0.06"}\n')
    project.write_responses(*ALIKE)
    with pytest.raises(DataError) as caught:
        read_survey("loket", "2025-S1", root=project.root)
    assert sorted((problem.kolom, problem.tertulis) for problem in caught.value.all) == [
        ("tercetak.layanan.KTP", "tidak ada di 'layanan: kategori'"),
        ("tercetak.perubahan_ni", "tertulis tanpa 'periode_sebelumnya'"),
        ("tercetak.unsur.wkatu", "tidak ada di 'unsur'"),
    ]


def test_printed_index_keeps_its_decimals(project):
    project.add('tercetak: {ikm: "91.70"}\n')
    project.write_responses(*ALIKE)
    assert read_survey("loket", "2025-S1", root=project.root).parameters.survei.tercetak.ikm == Decimal("91.70")
