"""Fixtures for the survey room: an agency of three units in two parts, small enough to be worked by hand."""

import pytest

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
THREES = ",".join("3" * 9)
FOURS = ",".join("4" * 9)


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


@pytest.fixture
def agency(project) -> Agency:
    return Agency(project)


@pytest.fixture
def published(agency) -> Agency:
    agency.tell("sumber: terbit\n")
    return agency


@pytest.fixture
def threes() -> str:
    return THREES


@pytest.fixture
def fours() -> str:
    return FOURS
