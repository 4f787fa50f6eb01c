"""Fixtures: the project folder, small projects made for one test, the results of the two sample units."""

import shutil
import textwrap
from collections.abc import Callable
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
BROWSER_TESTS = ROOT / "tests" / "browser"

INSTANSI = """
    nama: Kota Contoh
"""

SURVEI = """
    instansi: kota
    nama: Loket Contoh
    periode:
      pelayanan: {mulai: 2025-01-01, selesai: 2025-06-30}
      pengumpulan: {mulai: 2025-05-01, selesai: 2025-05-31}
    metode: Kuesioner kertas
    lokasi: Balai Kota
    unsur:
      persyaratan: {label: U1, kolom: Syarat}
      prosedur: {label: U2, kolom: Prosedur}
      waktu: {label: U3, kolom: Waktu}
      biaya: {label: U4, kolom: Biaya}
      produk: {label: U5, kolom: Produk}
      kompetensi: {label: U6, kolom: Kompetensi}
      perilaku: {label: U7, kolom: Perilaku}
      pengaduan: {label: U8, kolom: Pengaduan}
      sarana: {label: U9, kolom: Sarana}
    pengesahan: {tempat: Contoh, tanggal: 2025-07-15, jabatan: Kepala Loket}
"""

HEADINGS = "Syarat,Prosedur,Waktu,Biaya,Produk,Kompetensi,Perilaku,Pengaduan,Sarana"


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--write-golden", action="store_true", help="rewrite tests/golden from what the code makes")
    parser.addoption("--browser", action="store_true", help="run tests/browser too, which opens the pages in outputs/")


def pytest_ignore_collect(collection_path: Path, config: pytest.Config) -> bool | None:
    """Leave the browser's tests to `make test-browser`: they need Chromium, npm and built reports."""
    return True if collection_path == BROWSER_TESTS and not config.getoption("--browser") else None


class Project:
    """A project folder for one test, with the unit `loket` and the period `2025-S1`."""

    headings = HEADINGS

    def __init__(self, root: Path) -> None:
        self.root = root
        self.write("params/instansi/kota.yml", INSTANSI)
        self.write("params/2025-S1/loket.yml", SURVEI)

    def write(self, name: str, text: str) -> Path:
        path = self.root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(textwrap.dedent(text).lstrip("\n"), encoding="utf-8", newline="\n")
        return path

    def change(self, old: str, new: str) -> None:
        path = self.root / "params/2025-S1/loket.yml"
        text = path.read_text(encoding="utf-8")
        assert old in text, f"{old!r} is not in the parameters"
        path.write_text(text.replace(old, new, 1), encoding="utf-8", newline="\n")

    def add(self, text: str) -> None:
        path = self.root / "params/2025-S1/loket.yml"
        path.write_text(path.read_text(encoding="utf-8") + textwrap.dedent(text).lstrip("\n"), encoding="utf-8")

    def write_bytes(self, name: str, content: bytes) -> Path:
        path = self.root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
        return path

    def write_responses(self, *rows: str, headings: str = HEADINGS) -> None:
        text = "\n".join([headings, *rows]) + "\n"
        self.write_bytes("data/2025-S1/loket/responden.csv", text.encode())


@pytest.fixture
def project(tmp_path: Path) -> Project:
    return Project(tmp_path)


@pytest.fixture(scope="session")
def make_project(tmp_path_factory: pytest.TempPathFactory) -> Callable[[], Project]:
    """Make a fresh project each time: for property tests, whose examples share one fixture."""
    return lambda: Project(tmp_path_factory.mktemp("proyek"))


@pytest.fixture(scope="session")
def root() -> Path:
    return ROOT


@pytest.fixture(scope="session")
def kasn():
    from skmlib.survey.dataset import read_survey
    from skmlib.survey.summary import summarise_survey

    return summarise_survey(read_survey("kasn", "2024", root=ROOT))


@pytest.fixture(scope="session")
def sekadau():
    from skmlib.survey.dataset import read_survey
    from skmlib.survey.summary import summarise_survey

    return summarise_survey(read_survey("sekadau", "2019-S1", root=ROOT))


@pytest.fixture(scope="session")
def sample_project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the project's own parameters, data and notebooks, to build in."""
    folder = tmp_path_factory.mktemp("proyek")
    for name in ("params", "data", "notebooks"):
        shutil.copytree(ROOT / name, folder / name)
    return folder
