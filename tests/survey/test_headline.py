"""Which index a unit publishes first: that of all respondents, or the mean of its services.

KTP: six respondents who answer 4, 4, 4, 4, 3, 3 to everything, mean 22 / 6. KK: five with 3, 3, 3, 2, 4, mean 15 / 5.
All respondents: 37 / 11 = 3.3636, IKM 84.0909. Mean of the two services: (11/3 + 3) / 2 = 10/3, IKM 83.3333.
"""

from fractions import Fraction

import pytest

from skmlib.pipeline.new_period import read_new_period
from skmlib.problems import DataError
from skmlib.survey.dataset import read_survey
from skmlib.survey.summary import summarise_survey

KTP, KK = (4, 4, 4, 4, 3, 3), (3, 3, 3, 2, 4)
POOLED, MEAN = Fraction(25 * 37, 11), Fraction(25 * 10, 3)


def rows_of(layanan, answers):
    return [",".join([str(nilai)] * 9) + f",{layanan}" for nilai in answers]


def with_services(project, *rows, nilai_utama="rata_rata_layanan", kategori="[KTP, KK, Akta]"):
    project.add(f"layanan: {{kolom: Layanan, kategori: {kategori}}}\nnilai_utama: {nilai_utama}\n")
    project.write_responses(
        *(rows or (*rows_of("KTP", KTP), *rows_of("KK", KK))), headings=f"{project.headings},Layanan"
    )


def summarise(project):
    return summarise_survey(read_survey("loket", "2025-S1", root=project.root))


def test_headline_is_the_mean_of_services_where_the_parameters_say_so(project):
    with_services(project)
    results = summarise(project)
    assert (results.ikm.ikm, results.ikm_responden.ikm, results.layanan_mean.ikm.ikm) == (MEAN, POOLED, MEAN)
    assert results.unsur["nrr"].tolist() == [Fraction(10, 3)] * 9
    assert results.trend.periods["ikm"].tolist() == [MEAN]
    assert results.next_band.ikm == MEAN


def test_headline_is_all_respondents_unless_said_otherwise(project):
    with_services(project, nilai_utama="responden")
    results = summarise(project)
    assert (results.ikm.ikm, results.layanan_mean.ikm.ikm) == (POOLED, MEAN)
    assert results.unsur["nrr"].tolist() == [Fraction(37, 11)] * 9


def test_service_without_respondents_is_not_in_the_mean(project):
    with_services(project)
    mean = summarise(project).layanan_mean
    assert (mean.layanan, mean.tanpa_responden, mean.n_lain) == (("KTP", "KK"), ("Akta",), 0)


def test_mean_that_would_give_a_small_service_away_is_refused(project):
    with_services(project, *rows_of("KTP", KTP), *rows_of("KK", KK), *rows_of("Akta", (1,)))
    with pytest.raises(DataError) as caught:
        read_survey("loket", "2025-S1", root=project.root)
    [problem] = caught.value.all
    assert (problem.berkas, problem.kolom) == ("params/2025-S1/loket.yml", "nilai_utama")
    assert problem.tertulis == (
        "tertulis 'rata_rata_layanan', padahal 2 layanan terlalu kecil untuk ditampilkan ('Akta': Kurang dari 5 responden; "
        "'KK': Disembunyikan agar nilai kelompok kecil tidak dapat dihitung dari nilai seluruhnya)"
    )
    assert problem.seharusnya == (
        "gabungkan layanan kecil melalui 'kode' pada 'layanan', isi layanan yang kosong, atau tulis 'nilai_utama: responden'"
    )


def test_small_services_that_are_put_together_are_not_refused(project):
    with_services(
        project, *rows_of("KTP", KTP), *rows_of("KK", KK[:2]), *rows_of("Akta", KK[2:]), kategori="[KTP, Lain]"
    )
    project.change("kategori: [KTP, Lain]", "kategori: [KTP, Lain], kode: {KK: Lain, Akta: Lain}")
    assert summarise(project).ikm.ikm == MEAN


def test_mean_of_services_is_not_shown_beside_a_hidden_one(project):
    with_services(project, *rows_of("KTP", KTP), *rows_of("KK", KK), *rows_of("Akta", (1,)), nilai_utama="responden")
    mean = summarise(project).layanan_mean
    assert mean.ikm.ikm is None
    assert mean.ikm.reason == (
        "Rata-rata layanan tidak disajikan, karena nilai layanan yang disembunyikan dapat dihitung darinya."
    )
    assert mean.unsur.empty


def test_plan_is_compared_with_the_priorities_of_the_headline(project):
    # 20 of KTP give persyaratan 3 and the rest 4, 5 of KK give 4 and 2. All respondents: persyaratan 80/25 = 3.2, the rest
    # 90/25 = 3.6. Mean of services: persyaratan (3 + 4) / 2 = 3.5, the rest (4 + 2) / 2 = 3.
    ktp, kk = "3,4,4,4,4,4,4,4,4,KTP", "4,2,2,2,2,2,2,2,2,KK"
    with_services(project, *[ktp] * 20, *[kk] * 5)
    project.add("jumlah_prioritas: 1\n")
    assert "persyaratan" not in summarise(project).priorities.prioritas
    project.change("nilai_utama: rata_rata_layanan", "nilai_utama: responden")
    assert summarise(project).priorities.prioritas == ("persyaratan",)


def test_history_of_the_next_period_holds_the_headline(project):
    with_services(project)
    begun = read_new_period("loket", "2025-S2", sebelumnya="2025-S1", root=project.root)
    assert (str(begun.riwayat.ni), str(begun.riwayat.ikm), begun.riwayat.responden) == ("3.33", "83.33", 11)
    assert "nilai_utama: rata_rata_layanan" in begun.parameters


def test_previous_period_with_another_headline_is_told(project):
    with_services(project)
    text = (project.root / "params/2025-S1/loket.yml").read_text(encoding="utf-8")
    later = text.replace("rata_rata_layanan", "responden").replace("2025-0", "2026-0") + "periode_sebelumnya: 2025-S1\n"
    project.write("params/2026-S1/loket.yml", later)
    answers = (project.root / "data/2025-S1/loket/responden.csv").read_text(encoding="utf-8")
    project.write("data/2026-S1/loket/responden.csv", answers)
    survey = read_survey("loket", "2026-S1", root=project.root)
    [pesan] = [finding.pesan for finding in survey.findings if finding.jenis == "nilai_utama_berbeda"]
    assert pesan == (
        "'nilai_utama' periode ini 'responden', sedangkan periode 2025-S1 'rata_rata_layanan', sehingga perubahan IKM bukan "
        "perubahan layanan semata; samakan bila keduanya hendak dibandingkan."
    )
    assert summarise_survey(survey).trend.periods["ikm"].tolist() == [MEAN, POOLED]


def test_mean_of_services_without_services_is_refused(project):
    project.add("nilai_utama: rata_rata_layanan\n")
    project.write_responses("4,4,4,4,4,4,4,4,4")
    with pytest.raises(DataError) as caught:
        read_survey("loket", "2025-S1", root=project.root)
    assert [(problem.tertulis, problem.seharusnya) for problem in caught.value.all] == [
        ("tertulis 'rata_rata_layanan' tanpa 'layanan'", "isi 'layanan', atau tulis 'responden'")
    ]
