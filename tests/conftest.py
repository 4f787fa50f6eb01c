"""Fixtures: the project folder, small projects made for one test, the results of the two sample units."""

import functools
import shutil
import textwrap
from collections.abc import Callable
from pathlib import Path

import pytest

from skmlib.problems import DataError

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

RECAP = """
    instansi: kota
    nama: Kota Contoh
    laporan: [rekap]
    periode:
      pelayanan: {mulai: 2025-01-01, selesai: 2025-06-30}
      pengumpulan: {mulai: 2025-05-01, selesai: 2025-05-31}
    metode: Kuesioner kertas
    unsur:
      persyaratan: {label: U1}
      prosedur: {label: U2}
      waktu: {label: U3}
      biaya: {label: U4}
      produk: {label: U5}
      kompetensi: {label: U6}
      perilaku: {label: U7}
      pengaduan: {label: U8}
      sarana: {label: U9}
    pengesahan: {tempat: Contoh, tanggal: 2025-07-15, jabatan: Sekretaris}
"""
PERFORMANCE = """
    instansi: kota
    nama: Biro Contoh
    laporan: [kinerja]
    sasaran:
      - nama: Sasaran satu
        indikator:
          - {nama: Tepat waktu, arah: naik, target: "80", realisasi: "60"}
    pengesahan: {tempat: Contoh, tanggal: 2025-07-15, jabatan: Kepala Biro}
"""
THREES = ",".join("3" * 9)
FOURS = ",".join("4" * 9)

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

    def write_recap(self, name: str) -> None:
        self.write(name, RECAP)

    def write_office(self, name: str, *, survei: str) -> None:
        indicator = f'{{nama: IKM, arah: naik, target: "80", sumber: {{survei: {survei}}}}}'
        told = PERFORMANCE.replace('{nama: Tepat waktu, arah: naik, target: "80", realisasi: "60"}', indicator)
        self.write(name, told.replace("    sasaran:", f"    survei: [{survei}]\n    sasaran:"))

    def write_responses(self, *rows: str, headings: str = HEADINGS) -> None:
        text = "\n".join([headings, *rows]) + "\n"
        self.write_bytes("data/2025-S1/loket/responden.csv", text.encode())


class Agency:
    """A project with a recap `kota` of the period `2025-S1`, and units added one by one."""

    def __init__(self, project) -> None:
        self.project, self.root = project, project.root
        self.survey = (project.root / "params/2025-S1/loket.yml").read_text(encoding="utf-8")
        (project.root / "params/2025-S1/loket.yml").unlink()
        project.write("params/2025-S1/kota.yml", RECAP)
        project.write(
            "params/instansi/kota.yml", "nama: Kota Contoh\ninduk: {utara: Kota Utara, selatan: Kota Selatan}\n"
        )

    def tell(self, text: str) -> None:
        path = self.root / "params/2025-S1/kota.yml"
        path.write_text(path.read_text(encoding="utf-8") + text, encoding="utf-8")

    def add_unit(self, unit: str, *rows: str, name: str = "", more: str = "", periode: str = "2025-S1") -> None:
        text = self.survey.replace("Loket Contoh", name or unit.capitalize()) + more
        self.project.write(f"params/{periode}/{unit}.yml", text)
        if rows:
            lines = "\n".join([self.project.headings, *rows]) + "\n"
            self.project.write_bytes(f"data/{periode}/{unit}/responden.csv", lines.encode())

    def publish(self, *rows: str, periode: str = "2025-S1", columns: str = "") -> None:
        heading = "nama,U1,U2,U3,U4,U5,U6,U7,U8,U9,ikm,mutu,responden" + columns
        self.project.write(f"data/{periode}/kota/unit.csv", "\n".join([heading, *rows]) + "\n")


class Office:
    """A project with a performance report `biro` of the period `2025-S1`: six months; the survey `loket` stands beside it."""

    file = "params/2025-S1/biro.yml"

    def __init__(self, project) -> None:
        self.project, self.root = project, project.root
        project.write(self.file, PERFORMANCE)

    def tell(self, text: str) -> None:
        """Add keys of the first level."""
        path = self.root / self.file
        path.write_text(path.read_text(encoding="utf-8") + textwrap.dedent(text).lstrip("\n"), encoding="utf-8")

    def indicate(self, *indicators: str) -> None:
        """Put indicators, each in brackets, in place of the one there is."""
        path = self.root / self.file
        lines = path.read_text(encoding="utf-8").splitlines()
        place = next(number for number, line in enumerate(lines) if "Tepat waktu" in line)
        lines[place : place + 1] = [f"      - {indicator}" for indicator in indicators]
        path.write_text("\n".join(lines) + "\n", encoding="utf-8")

    def keep(self, name: str, *rows: str) -> None:
        """Write a table beside the report."""
        self.project.write(f"data/2025-S1/biro/{name}", "\n".join(rows) + "\n")

    def read(self):
        from skmlib.survey.performance import read_performance

        return read_performance("biro", "2025-S1", root=self.root)

    def stops(self) -> str:
        """Give the message that stops the report."""
        with pytest.raises(DataError) as caught:
            self.read()
        return str(caught.value)


def build_unit(unit: str, periode: str, *, root: Path) -> Path:
    """Build the reports of a unit, current ones too, and give their folder; a failure is the test's."""
    from skmlib.pipeline.build import build_reports
    from skmlib.pipeline.events import Failed
    from skmlib.pipeline.settings import Settings

    told = []
    build_reports([(periode, unit)], root=root, settings=Settings(force=True), on_event=told.append)
    assert not [event for event in told if isinstance(event, Failed)]
    return root / "outputs" / periode / unit


@pytest.fixture
def project(tmp_path: Path) -> Project:
    return Project(tmp_path)


@pytest.fixture
def agency(project) -> Agency:
    return Agency(project)


@pytest.fixture
def published(agency) -> Agency:
    agency.tell("sumber: terbit\n")
    return agency


@pytest.fixture
def office(project) -> Office:
    return Office(project)


@pytest.fixture
def threes() -> str:
    return THREES


@pytest.fixture
def fours() -> str:
    return FOURS


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
def kemensos():
    from skmlib.survey.recap import read_recap
    from skmlib.survey.recap_summary import summarise_recap

    return summarise_recap(read_recap("kemensos", "2024-S1", root=ROOT))


@pytest.fixture(scope="session")
def kemensos_terbit():
    from skmlib.survey.recap import read_recap
    from skmlib.survey.recap_summary import summarise_recap

    return summarise_recap(read_recap("kemensos-terbit", "2024-S1", root=ROOT))


@pytest.fixture(scope="session")
def biro_humas():
    from skmlib.survey.performance import read_performance

    return read_performance("biro-humas", "2023", root=ROOT)


@pytest.fixture(scope="session")
def sample_project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the project's own parameters, data and notebooks, to build in."""
    folder = tmp_path_factory.mktemp("proyek")
    for name in ("params", "data", "notebooks"):
        shutil.copytree(ROOT / name, folder / name)
    return folder


@pytest.fixture(scope="session")
def built(sample_project: Path) -> Callable[[str, str], Path]:
    """Build the reports of a sample unit once, and give their folder: `built("kasn", "2024")`."""
    return functools.cache(lambda unit, periode: build_unit(unit, periode, root=sample_project))


@pytest.fixture(scope="session")
def build_in() -> Callable[..., Path]:
    """Build the reports of a unit in a project folder, and give their folder: `build_in("kasn", "2024", root=folder)`."""
    return build_unit
