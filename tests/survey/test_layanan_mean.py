"""The interval of a mean of services, worked by hand for the two services of `test_headline.py`.

KTP: squared deviations 4 x (1/3)^2 + 2 x (2/3)^2 = 4/3, variance of the mean (4/3) / (5 x 6) = 2/45.
KK: 0 + 0 + 0 + 1 + 1 = 2, variance of the mean 2 / (4 x 5) = 1/10.
Mean of both: (2/45 + 1/10) / 2^2 = 13/360, standard error 0.190029, on the scale 25 to 100 4.750731.
Degrees of freedom 11 - 2 = 9, t = 2.262157 (R 4.2.2, qt(0.975, 9)): 83.3333 -+ 10.7468.
"""

import pandas as pd
import pytest

from skmlib.parameters import load_parameters
from skmlib.survey.layanan_mean import score_layanan_mean

UNSUR = ("persyaratan", "prosedur", "waktu", "biaya", "produk", "kompetensi", "perilaku", "pengaduan", "sarana")
KTP, KK = (4, 4, 4, 4, 3, 3), (3, 3, 3, 2, 4)
KEYS = "layanan: {kolom: Layanan, kategori: [KTP, KK, Akta]}\n"


def responses_of(**answers):
    layanan = [name for name, values in answers.items() for _ in values]
    nilai = [value for values in answers.values() for value in values]
    return pd.DataFrame({unsur: pd.array(nilai, dtype="Int8") for unsur in UNSUR} | {"layanan": layanan})


@pytest.fixture
def parameters(project):
    project.add(KEYS)
    return load_parameters("loket", "2025-S1", root=project.root)


def test_interval_is_that_of_independent_strata(parameters):
    mean = score_layanan_mean(parameters, responses_of(KTP=KTP, KK=KK))
    assert mean.ikm.standard_error == pytest.approx(4.750731, abs=1e-6)
    assert (mean.ikm.low, mean.ikm.high) == pytest.approx((72.5865, 94.0801), abs=1e-3)
    # On the scale 1 to 4: 3.3333 -+ 2.262157 x 0.190029 = 0.4299
    assert mean.unsur.loc[0, ["low", "high"]].tolist() == pytest.approx([2.9035, 3.7632], abs=1e-3)
    assert mean.ikm.mutu == "B"
    assert [float(limit) for limit in mean.ikm.limits_crossed] == [88.31, 76.61]


def test_one_service_has_the_interval_of_its_respondents(parameters):
    # KK alone: 75 -+ t(4) x 25 x sqrt(1/10), t(4) = 2.776445: 21.9497
    mean = score_layanan_mean(parameters, responses_of(KK=KK))
    assert (mean.ikm.low, mean.ikm.high) == pytest.approx((75 - 21.9497, 75 + 21.9497), abs=1e-3)


def test_services_without_spread_have_no_interval(parameters):
    mean = score_layanan_mean(parameters, responses_of(KTP=[4] * 5, KK=[3] * 5))
    assert (mean.ikm.ikm, mean.ikm.low) == (87.5, None)
    assert mean.ikm.reason == (
        "Nilai responden dalam setiap layanan tidak beragam, sehingga selang kepercayaan tidak dihitung."
    )


def test_respondents_of_several_services_leave_no_interval(project):
    project.add(KEYS.replace("]}", "], pilihan_ganda: ya}") + "ambang_kelompok: 1\n")
    both = responses_of(KTP=KTP, KK=KK).assign(layanan=[("KTP", "KK")] * 2 + [("KTP",)] * 4 + [("KK",)] * 5)
    mean = score_layanan_mean(load_parameters("loket", "2025-S1", root=project.root), both)
    # KTP 22 / 6; KK (15 + 8) / 7 with the two who name both: (11/3 + 23/7) / 2 x 25
    assert float(mean.ikm.ikm) == pytest.approx((11 / 3 + 23 / 7) / 2 * 25)
    assert (mean.ikm.n, mean.ikm.low, mean.unsur["low"].notna().any()) == (11, None, False)
    assert mean.ikm.reason == (
        "Satu responden dapat memilih beberapa layanan, sehingga selang kepercayaan rata-rata layanan tidak dihitung."
    )


def test_respondents_of_no_service_are_counted_and_left_out(parameters):
    frame = responses_of(KTP=KTP, KK=KK, none=[1] * 5)
    mean = score_layanan_mean(parameters, frame.assign(layanan=frame["layanan"].replace("none", None)))
    assert (float(mean.ikm.ikm), mean.ikm.n, mean.n_lain) == (pytest.approx(250 / 3), 11, 5)


def test_service_without_answers_to_an_unsur_leaves_no_index(parameters):
    frame = responses_of(KTP=KTP, KK=KK)
    frame.loc[frame["layanan"] == "KK", "biaya"] = pd.NA
    mean = score_layanan_mean(parameters, frame)
    assert mean.ikm.ikm is None
    assert mean.ikm.reason == "KK: Tidak ada jawaban untuk unsur Biaya/tarif, sehingga IKM tidak dihitung."
    assert mean.unsur.set_index("unsur")["nrr"]["biaya"] is None


def test_survey_without_services_has_no_mean(project):
    assert score_layanan_mean(load_parameters("loket", "2025-S1", root=project.root), responses_of(KTP=KTP)) is None
