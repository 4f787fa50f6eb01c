"""The answers of the previous period: read where they are, told where they cannot be."""

import pytest

from skmlib.parameters import load_parameters
from skmlib.survey.previous import previous_names, read_previous
from skmlib.survey.scores import ikm_value

OLD_PARAMETERS, OLD_ANSWERS = "params/2024-S2/loket.yml", "data/2024-S2/loket/responden.csv"
THREES, TWOS = "3,3,3,3,3,3,3,3,3", "2,2,2,2,2,2,2,2,2"


@pytest.fixture
def followed(project):
    """A period whose predecessor has the IKM 25 x (3 + 2) / 2 = 62.5."""
    project.write(OLD_PARAMETERS, (project.root / "params/2025-S1/loket.yml").read_text(encoding="utf-8"))
    project.write(OLD_ANSWERS, f"{project.headings}\n{THREES}\n{TWOS}\n")
    project.add("periode_sebelumnya: 2024-S2\n")
    return project


def read(project):
    return read_previous(load_parameters("loket", "2025-S1", root=project.root))


def names(project):
    return previous_names(load_parameters("loket", "2025-S1", root=project.root))


def test_without_a_previous_period_nothing_is_read(project):
    assert (read(project), names(project)) == ((None, ()), ())


@pytest.mark.parametrize("missing", [OLD_PARAMETERS, OLD_ANSWERS])
def test_a_previous_period_with_half_its_files_is_only_published(followed, missing):
    path = followed.root / missing
    path.unlink()
    if missing == OLD_ANSWERS:
        path.parent.rmdir()
    assert (read(followed), names(followed)) == ((None, ()), (missing,))


def test_a_previous_period_that_puts_quarters_together_is_read(followed):
    # 25 x (3 + 2) / 2 again, each row from its own quarter
    (followed.root / OLD_ANSWERS).unlink()
    told = (followed.root / OLD_PARAMETERS).read_text(encoding="utf-8")
    followed.write(OLD_PARAMETERS, told + "gabungan: [2024-TW3, 2024-TW4]\n")
    for quarter, row in (("2024-TW3", THREES), ("2024-TW4", TWOS)):
        followed.write(f"params/{quarter}/loket.yml", told)
        followed.write(f"data/{quarter}/loket/responden.csv", f"{followed.headings}\n{row}\n")
    previous, findings = read(followed)
    assert (ikm_value(previous.tally), findings) == (62.5, ())
    assert names(followed) == (
        OLD_PARAMETERS,
        "params/2024-TW3/loket.yml",
        "params/2024-TW4/loket.yml",
        "data/2024-TW3/loket/responden.csv",
        "data/2024-TW4/loket/responden.csv",
    )


def test_the_files_that_are_read_are_named(followed):
    previous, findings = read(followed)
    assert (previous.periode, ikm_value(previous.tally), findings) == ("2024-S2", 62.5, ())
    assert names(followed) == (OLD_PARAMETERS, OLD_ANSWERS)


@pytest.mark.parametrize("published", ["62.50", "62.5", "63"])
def test_a_published_index_is_compared_to_its_own_precision(followed, published):
    # 62.5 rounded half up to a whole number is 63
    followed.add(f"riwayat: [{{periode: 2024-S2, ikm: '{published}'}}]\n")
    assert read(followed)[1] == ()


def test_another_published_index_is_told(followed):
    followed.add("riwayat: [{periode: 2024-S2, ikm: '62'}]\n")
    [finding] = read(followed)[1]
    assert (finding.jenis, finding.pesan) == (
        "riwayat_berbeda",
        "IKM periode 2024-S2 dihitung dari jawabannya 62,50, sedangkan pada 'riwayat' tertulis 62; periksa mana yang benar.",
    )


def test_parameters_that_cannot_be_read_are_told(followed):
    followed.write(OLD_PARAMETERS, "lokasii: Balai Kota\n")
    previous, [finding] = read(followed)
    assert (previous, finding.jenis, finding.berkas) == (None, "periode_sebelumnya", "params/2025-S1/loket.yml")
    assert finding.pesan == (
        f"Jawaban periode 2024-S2 tidak dapat dibaca ({OLD_PARAMETERS}: kunci 'instansi': tidak ada, wajib diisi), sehingga "
        "perubahan tidak diuji; betulkan berkas itu atau hapus parameternya."
    )
    assert names(followed) == (OLD_PARAMETERS,)
