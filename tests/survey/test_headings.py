"""Columns known by their heading, never by their place."""

import dataclasses

import pandas as pd
import pytest

from skmlib.parameters import load_parameters
from skmlib.survey.headings import find_column, groups_of, headings_of, missing_headings, questions_of, unused_headings
from skmlib.survey.responses import read_responses

ADVICE = "samakan judul kolom di berkas ini dengan 'kolom' pada parameter."


def load(project):
    return load_parameters("loket", "2025-S1", root=project.root)


def missing(project, headings: str) -> list[str]:
    project.write_responses(headings=headings)
    parameters = load(project)
    return [problem.sentence for problem in missing_headings(read_responses(parameters), parameters)]


def test_questions_are_the_unsur_in_order_then_the_others(project):
    project.add("pertanyaan_tambahan: {aplikasi: {nama: Aplikasi, kolom: Aplikasi}}\n")
    assert list(questions_of(load(project)))[-3:] == ["pengaduan", "sarana", "aplikasi"]


def test_groups_are_the_service_then_the_characteristics(project):
    project.add("profil: {usia: {nama: Usia, kolom: Usia, kategori: [Muda, Tua]}}\n")
    project.add("layanan: {kolom: Loket, kategori: [KTP, KK]}\n")
    assert list(groups_of(load(project))) == ["layanan", "usia"]


def test_every_heading_that_is_named_is_looked_for_once(project):
    project.add("data: {kolom_waktu: Jam, kolom_komentar: Saran, uji_coba: [{kolom: Saran, nilai: tes}]}\n")
    assert headings_of(load(project)) == [*project.headings.split(","), "Jam", "Saran"]


@pytest.mark.parametrize("heading", ["Syarat", "SYARAT", " syarat  ", "Syarat\u00a0"])
def test_capitals_and_spaces_of_a_heading_do_not_matter(heading):
    assert find_column(pd.DataFrame({"Syarat": ["4"]}), heading).tolist() == ["4"]


def test_a_column_that_is_not_there_is_not_found():
    assert find_column(pd.DataFrame({"Syarat": ["4"]}), "Biaya") is None


def test_no_heading_is_missing_in_a_whole_export(project):
    assert missing(project, project.headings.upper()) == []


def test_a_missing_heading_gets_the_most_similar_one(project):
    assert missing(project, project.headings.replace("Sarana", "Sarana dan prasarana")) == [
        "kolom 'Sarana': tidak ada. Kolom yang mirip: 'Sarana dan prasarana'."
    ]


def test_a_heading_that_lost_a_letter_is_recognised(project):
    assert missing(project, project.headings.replace("Kompetensi", "Kompetnsi")) == [
        "kolom 'Kompetensi': tidak ada. Kolom yang mirip: 'Kompetnsi'."
    ]


def test_a_missing_heading_without_a_similar_one_gets_all_that_are_free(project):
    assert missing(project, project.headings.replace("Sarana", "Fasilitas,No")) == [
        f"kolom 'Sarana': tidak ada, {ADVICE} Kolom yang belum dipakai: 'Fasilitas', 'No'."
    ]


def test_a_heading_that_is_used_already_is_never_the_similar_one(project):
    project.change("kolom: Pengaduan", "kolom: 'Menurut Bapak/Ibu, apakah pengaduan ditangani?'")
    project.change("kolom: Sarana", "kolom: 'Menurut Bapak/Ibu, apakah sarana memadai?'")
    headings = project.headings.replace(
        "Pengaduan,Sarana", '"Menurut Bapak/Ibu, apakah pengaduan ditangani?",Fasilitas'
    )
    assert missing(project, headings) == [
        f"kolom 'Menurut Bapak/Ibu, apakah sarana memadai?': tidak ada, {ADVICE} Kolom yang belum dipakai: 'Fasilitas'."
    ]


def test_a_personal_heading_can_be_the_similar_one(project):
    project.add("layanan: {kolom: Nama layanan yang diterima, kategori: [KTP]}\n")
    assert missing(project, f"{project.headings},Nama layanan diterima") == [
        "kolom 'Nama layanan yang diterima': tidak ada. Kolom yang mirip: 'Nama layanan diterima'."
    ]


def test_a_missing_heading_without_any_free_one_says_so(project):
    assert missing(project, project.headings.removesuffix(",Sarana")) == [
        f"kolom 'Sarana': tidak ada, {ADVICE} Semua kolom lain sudah dipakai."
    ]


@pytest.mark.parametrize("heading", ["Syarat {0} {nama}", "100% %s", 'Syarat "resmi"', "Bapak's syarat"])
def test_a_strange_heading_can_be_missing(project, heading):
    quoted = heading.replace("'", "''")
    project.change("kolom: Syarat", f"kolom: '{quoted}'")
    assert missing(project, project.headings.removeprefix("Syarat,")) == [
        f"kolom {heading!r}: tidak ada, {ADVICE} Semua kolom lain sudah dipakai."
    ]


def test_headings_that_nothing_names_are_listed_in_order(project):
    project.write_responses(headings=f"No,{project.headings},Catatan")
    parameters = load(project)
    assert unused_headings(read_responses(parameters), parameters) == ("No", "Catatan")


def test_the_phase_is_a_heading_where_there_are_phases(project):
    project.add("data: {tahap: [{nama: Loket A, responden: responden.csv}]}\n")
    project.add('layanan: {kolom: "(tahap)", kategori: [Loket A]}\n')
    project.write_responses()
    parameters = load(project)
    export = dataclasses.replace(read_responses(parameters, responden="responden.csv"), tahap="Loket A")
    assert missing_headings(export, parameters) == []


def test_the_phase_is_missing_without_phases(project):
    project.add('layanan: {kolom: "(tahap)", kategori: [Loket A]}\n')
    assert missing(project, project.headings) == [
        (
            "kolom '(tahap)': hanya dikenal pada 'layanan' dan 'profil', dan bila 'data: tahap' disebut, sebut tahapnya, atau "
            "tulis kolom lain."
        )
    ]
