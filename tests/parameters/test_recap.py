"""The parameters of a recap: what may stand in them, and what does not fit together."""

import pytest

from skmlib.parameters import load_report, read_kind
from skmlib.parameters.recap import load_recap
from skmlib.problems import DataError

RECAP = """
    instansi: kota
    nama: Kota Contoh
    laporan: [rekap]
    periode:
      pelayanan: {mulai: 2025-01-01, selesai: 2025-06-30}
      pengumpulan: {mulai: 2025-05-01, selesai: 2025-05-31}
    metode: Kuesioner kertas
    unsur:
      sarana: {label: U8}
      pengaduan: {label: U9}
    pengesahan: {tempat: Contoh, tanggal: 2025-07-15, jabatan: Sekretaris}
"""
FILE = "params/2025-S1/kota.yml"


@pytest.fixture
def load(project):
    def load_with(more: str = ""):
        project.write(FILE, RECAP)
        path = project.root / FILE
        path.write_text(path.read_text(encoding="utf-8") + more, encoding="utf-8")
        return load_recap("kota", "2025-S1", root=project.root)

    return load_with


def message(load, more: str) -> str:
    with pytest.raises(DataError) as caught:
        load(more)
    return str(caught.value)


def test_report_that_is_asked_for_tells_the_kind(project, load):
    load()
    assert read_kind("kota", "2025-S1", root=project.root) == "rekap"
    assert read_kind("loket", "2025-S1", root=project.root) == "survei"


def test_unsur_stand_in_the_order_of_their_labels(load):
    assert load().unsur == ("sarana", "pengaduan")
    assert load().rekap.nilai_utama == "rata_rata_unit"


def test_recap_beside_a_report_of_a_survey_stops_the_run(project, load):
    load()
    path = project.root / FILE
    path.write_text(path.read_text(encoding="utf-8").replace("[rekap]", "[rekap, publikasi]"), encoding="utf-8")
    with pytest.raises(DataError) as caught:
        load_recap("kota", "2025-S1", root=project.root)
    assert str(caught.value) == (
        f"{FILE}: 1 masalah.\n  baris 3, kunci 'laporan.2': tertulis 'publikasi', seharusnya salah satu dari 'rekap'."
    )


@pytest.mark.parametrize(
    ("more", "told"),
    [
        (
            "periode_sebelumnya: 2025-S1\n",
            "baris 12, kunci 'periode_sebelumnya': periode 2025-S1 adalah periode laporan ini, tulis periode sebelumnya.",
        ),
        (
            "riwayat: [{periode: 2025-S1, ikm: '80'}]\n",
            (
                "baris 12, kunci 'riwayat.1.periode': periode 2025-S1 adalah periode laporan ini, riwayat hanya memuat periode "
                "sebelumnya."
            ),
        ),
        (
            "sumber: terbit\ninduk: utara\n",
            (
                "baris 13, kunci 'induk': 'induk' bersama 'sumber: terbit', unit sumber itu ditulis pada unit.csv; hapus kunci "
                "ini."
            ),
        ),
        (
            "jumlah_unit_kerja: 53\n",
            (
                "baris 12, kunci 'jumlah_unit_kerja': 'jumlah_unit_kerja' bersama 'sumber: responden', banyaknya unit "
                "dihitung; hapus kunci ini."
            ),
        ),
        ("unit: [kota]\n", "baris 12, kunci 'unit.1': 'kota' adalah rekap ini, sebut hanya unit yang disurvei."),
        (
            "induk: utara\n",
            "kunci 'induk': 'utara' tidak ada di 'induk' pada params/instansi/kota.yml, tulis nama induk itu di sana.",
        ),
        (
            "sumbr: terbit\n",
            "baris 12, kunci 'sumbr': tidak dikenal, hapus atau betulkan namanya. Mungkin maksudnya 'sumber'?",
        ),
    ],
)
def test_what_does_not_fit_together_stops_the_run(load, more, told):
    assert message(load, more) == f"{FILE}: 1 masalah.\n  {told}"


def test_report_may_be_named_as_a_text(project, load):
    load()
    path = project.root / FILE
    path.write_text(path.read_text(encoding="utf-8").replace("[rekap]", "rekap"), encoding="utf-8")
    assert load_recap("kota", "2025-S1", root=project.root).rekap.laporan == ("rekap",)


@pytest.mark.parametrize(("written", "meant"), [("rekp", "rekap"), ("Kinerja", "kinerja")])
def test_misspelt_report_is_one_problem_and_its_keys_are_not_judged(project, load, written, meant):
    load()
    path = project.root / FILE
    path.write_text(path.read_text(encoding="utf-8").replace("rekap", written), encoding="utf-8")
    with pytest.raises(DataError) as caught:
        load_report("kota", "2025-S1", root=project.root)
    assert str(caught.value) == (
        f"{FILE}: 1 masalah.\n  kunci 'laporan': tertulis {written!r}, seharusnya salah satu dari 'laporan-skm', "
        f"'tindak-lanjut', 'publikasi', 'rekap', 'kinerja'. Mungkin maksudnya {meant!r}?"
    )
