"""A parameter file carried forward: dates moved, history longer, marks where a person decides, the rest untouched."""

import pytest

from skmlib.parameters import load_parameters
from skmlib.parameters.carry_forward import carry_forward
from skmlib.parameters.marks import find_marks
from skmlib.parameters.models import Riwayat
from skmlib.problems import DataError

FILE = "params/2025-S1/loket.yml"
RIWAYAT = Riwayat(periode="2025-S1", ni="3.44", ikm="86.11", responden=1)


def carry(project, new: str = "2025-S2", riwayat: Riwayat | None = RIWAYAT) -> str:
    text = (project.root / FILE).read_text(encoding="utf-8")
    survei = load_parameters("loket", "2025-S1", root=project.root).survei
    return carry_forward(text, survei, periods=("2025-S1", new), riwayat=riwayat, berkas=FILE)


def test_the_small_file_whole(project):
    project.change("metode: Kuesioner kertas", "metode: Kuesioner kertas  # sejak 2020")
    assert carry(project) == (
        "instansi: kota\nnama: Loket Contoh\nperiode:\n"
        "  # PERIKSA: tanggal ini usulan dari periode 2025-S1; tulis masa pelayanan periode 2025-S2\n"
        "  pelayanan: {mulai: 2025-07-01, selesai: 2025-12-31}\n"
        "  # PERIKSA: tanggal ini usulan dari periode 2025-S1; tulis masa pengumpulan jawaban periode 2025-S2\n"
        # 1 and 31 May, six months on; November ends on the 30th.
        "  pengumpulan: {mulai: 2025-11-01, selesai: 2025-11-30}\n"
        "metode: Kuesioner kertas  # sejak 2020\nlokasi: Balai Kota\nunsur:\n"
        "  persyaratan: {label: U1, kolom: Syarat}\n  prosedur: {label: U2, kolom: Prosedur}\n"
        "  waktu: {label: U3, kolom: Waktu}\n  biaya: {label: U4, kolom: Biaya}\n"
        "  produk: {label: U5, kolom: Produk}\n  kompetensi: {label: U6, kolom: Kompetensi}\n"
        "  perilaku: {label: U7, kolom: Perilaku}\n  pengaduan: {label: U8, kolom: Pengaduan}\n"
        "  sarana: {label: U9, kolom: Sarana}\n"
        "# PERIKSA: tanggal ini usulan dari periode 2025-S1; tulis tanggal laporan periode 2025-S2\n"
        "pengesahan: {tempat: Contoh, tanggal: 2026-01-15, jabatan: Kepala Loket}\n"
        '\nriwayat:\n  - periode: "2025-S1"\n    ni: "3.44"\n    ikm: "86.11"\n    responden: 1\n'
        'periode_sebelumnya: "2025-S1"\n'
    )


def test_printed_figures_of_the_old_period_go_with_their_comment(project):
    project.add('# angka yang terbit\ntercetak:\n  ikm: "86.11"\n  unsur: {waktu: "3.44"}\nnilai_utama: responden\n')
    new = carry(project)
    assert "tercetak" not in new
    assert "86.11" in new  # in the history, as what was computed
    assert "# angka yang terbit" not in new
    assert "nilai_utama: responden" in new


def test_each_thing_only_a_person_can_know_is_marked(project):
    project.add(
        """
        populasi: 384
        jadwal:
          - {kegiatan: Persiapan, waktu: Mei 2025, hari_kerja: 3}
        gabungan: [2024-TW1, 2024-TW2]
        data:
          tahap:
            - {nama: Tahap I, responden: satu.csv}
            - {nama: Tahap II, responden: dua.csv}
        """
    )
    project.change("jabatan: Kepala Loket}", "jabatan: Kepala Loket, nama: Nama Pejabat}")
    project.change("lokasi: Balai Kota", "lokasi: Balai Kota sejak 2025")
    sentences = [sentence for _, sentence in find_marks(carry(project, "2026-S1"))]
    old, new, signer = "2025-S1", "2026-S1", ", dan pastikan nama dan NIP penanda tangan"
    assert sentences == [
        f"tanggal ini usulan dari periode {old}; tulis masa pelayanan periode {new}",
        f"tanggal ini usulan dari periode {old}; tulis masa pengumpulan jawaban periode {new}",
        f"teks ini menyebut 2025; sesuaikan dengan periode {new}",
        f"tanggal ini usulan dari periode {old}; tulis tanggal laporan periode {new}{signer}",
        f"384 adalah populasi periode {old}; tulis populasi periode {new}",
        f"jadwal ini milik periode {old}; tulis kegiatan, waktu, dan hari kerja periode {new}",
        f"daftar ini usulan dari periode {old}; tulis bagian-bagian periode {new}",
        f"tahap ini milik periode {old}; sesuaikan nama dan berkasnya dengan periode {new}",
    ]


def test_parts_of_a_period_move_with_it(project):
    project.add('gabungan: [2024-TW1, "2024-TW2"]\n')
    assert 'gabungan: [2025-TW1, "2025-TW2"]\n' in carry(project, "2026-S1")


def test_a_year_named_in_a_text_is_no_question_within_that_year(project):
    project.change("lokasi: Balai Kota", "lokasi: Balai Kota sejak 2025")
    assert len(find_marks(carry(project, "2025-S2"))) == 3


def test_test_entries_and_blanks_are_kept_without_a_mark(project):
    added = 'data:\n  dibaca_kosong: ["-"]\n  uji_coba: [{kolom: Nama, nilai: tes}]\n'
    project.add(added)
    carried = carry(project)
    assert added in carried
    assert len(find_marks(carried)) == 3


def test_keys_on_one_line_have_their_marks_above_it(project):
    project.change(
        "periode:\n  pelayanan: {mulai: 2025-01-01, selesai: 2025-06-30}\n"
        "  pengumpulan: {mulai: 2025-05-01, selesai: 2025-05-31}\n",
        "periode: {pelayanan: {mulai: 2025-01-01, selesai: 2025-06-30}, "
        "pengumpulan: {mulai: '2025-05-01', selesai: 2025-05-31}}\n",
    )
    lines = carry(project).split("\n")
    assert [line[:11] for line in lines[2:4]] == ["# PERIKSA: "] * 2
    assert lines[4] == (
        "periode: {pelayanan: {mulai: 2025-07-01, selesai: 2025-12-31}, "
        "pengumpulan: {mulai: '2025-11-01', selesai: 2025-11-30}}"
    )


def test_the_previous_period_keeps_its_quotes_and_its_place(project):
    project.change("metode:", "periode_sebelumnya: '2024-S2'  # semester lalu\nmetode:")
    assert "periode_sebelumnya: '2025-S1'  # semester lalu\nmetode:" in carry(project)


def test_a_layout_that_cannot_be_edited_safely_is_refused(project):
    # An anchor gives two keys one value; moving it by text would move both.
    project.change("mulai: 2025-01-01, selesai: 2025-06-30", "mulai: &awal 2025-01-01, selesai: 2025-06-30")
    project.change("{mulai: 2025-05-01", "{mulai: *awal")
    with pytest.raises(DataError) as caught:
        carry(project)
    assert str(caught.value) == (
        f"{FILE}: 1 masalah.\n"
        "  susunannya tidak dapat diperbarui dengan aman, salin dengan tangan menurut docs/panduan.md, bagian 4.1."
    )
