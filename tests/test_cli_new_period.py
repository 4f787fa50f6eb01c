"""`skm new-period` from the analyst's side: what it says, what `skm check` lists, and what passes once all is decided."""

import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner

from skmlib.cli import main

NEXT = (
    "Berikutnya, untuk setiap unit:\n"
    "  1. letakkan ekspor survei di folder datanya;\n"
    "  2. putuskan setiap tanda PERIKSA pada parameter, lalu hapus tandanya;\n"
    "  3. isi pelaksanaan rencana lama pada tindak_lanjut.csv dan tambahkan rencana baru;\n"
    "  4. jalankan: skm check {made}\n"
    "narasi.md dan komentar.csv tidak disalin: teks dan komentar ditulis baru dari hasil periode ini.\n"
)


def call(root: Path, *words: str):
    return CliRunner().invoke(main, ["--root", str(root), *words], env={"COLUMNS": "300"})


@pytest.fixture
def samples(root, tmp_path) -> Path:
    for name in ("params", "data"):
        shutil.copytree(root / name, tmp_path / name)
    return tmp_path


def decide(path: Path) -> None:
    """Decide as an analyst does who finds every proposal right: delete the marks."""
    lines = path.read_text(encoding="utf-8").splitlines(keepends=True)
    path.write_text("".join(line for line in lines if "# PERIKSA:" not in line), encoding="utf-8")


def test_kasn_2025_is_begun_and_told_whole(samples):
    done = call(samples, "new-period", "2025", "--from", "2024")
    assert done.exit_code == 0
    assert done.output == (
        "✓ 2025/kasn dari 2024\n"
        "  params/2025/kasn.yml dibuat, dengan 5 tanda PERIKSA:\n"
        "    baris 7: tanggal ini usulan dari periode 2024; tulis masa pelayanan periode 2025\n"
        "    baris 9: tanggal ini usulan dari periode 2024; tulis masa pengumpulan jawaban periode 2025\n"
        "    baris 11: 384 adalah populasi periode 2024; tulis populasi periode 2025\n"
        "    baris 112: jadwal ini milik periode 2024; tulis kegiatan, waktu, dan hari kerja periode 2025\n"
        "    baris 154: tanggal ini usulan dari periode 2024; tulis tanggal laporan periode 2025\n"
        "  'riwayat' bertambah periode 2024: NI 3,54, IKM 88,38, 260 responden.\n"
        "  data/2025/kasn/tindak_lanjut.csv dibuat: 6 baris rencana periode 2024.\n"
        "  data/2025/kasn/ menunggu responden.csv.\n" + NEXT.format(made="2025/kasn")
    )


def test_check_lists_exactly_the_marks_of_kasn(samples):
    call(samples, "new-period", "2025", "--from", "2024")
    done = call(samples, "check", "2025/kasn")
    assert done.exit_code == 1
    advice = "putuskan, lalu hapus tanda PERIKSA"
    assert done.output == (
        "✗ 2025/kasn\n"
        "params/2025/kasn.yml: 5 masalah.\n"
        "  baris 7, kunci 'periode.pelayanan': tanggal ini usulan dari periode 2024; tulis masa pelayanan periode 2025, "
        f"{advice}.\n"
        "  baris 9, kunci 'periode.pengumpulan': tanggal ini usulan dari periode 2024; tulis masa pengumpulan jawaban "
        f"periode 2025, {advice}.\n"
        f"  baris 11, kunci 'populasi': 384 adalah populasi periode 2024; tulis populasi periode 2025, {advice}.\n"
        "  baris 112, kunci 'jadwal': jadwal ini milik periode 2024; tulis kegiatan, waktu, dan hari kerja periode 2025, "
        f"{advice}.\n"
        "  baris 154, kunci 'pengesahan.tanggal': tanggal ini usulan dari periode 2024; tulis tanggal laporan periode "
        f"2025, {advice}.\n"
    )


def test_check_lists_exactly_the_marks_of_sekadau(samples):
    call(samples, "new-period", "2019-S2", "--from", "2019-S1")
    done = call(samples, "check", "2019-S2/sekadau")
    assert done.output.startswith("✗ 2019-S2/sekadau\nparams/2019-S2/sekadau.yml: 3 masalah.\n")
    assert [line.split(":")[0] for line in done.output.splitlines()[2:]] == [
        "  baris 7, kunci 'periode.pelayanan'",
        "  baris 9, kunci 'periode.pengumpulan'",
        "  baris 34, kunci 'pengesahan.tanggal'",
    ]


def test_a_build_refuses_a_file_with_marks(samples):
    call(samples, "new-period", "2019-S2", "--from", "2019-S1")
    done = call(samples, "build", "2019-S2/sekadau")
    assert done.exit_code == 1
    assert "params/2019-S2/sekadau.yml: 3 masalah." in done.output


def test_once_decided_check_waits_for_the_export(samples):
    call(samples, "new-period", "2019-S2", "--from", "2019-S1")
    decide(samples / "params/2019-S2/sekadau.yml")
    (samples / "data/2019-S2/sekadau").rmdir()  # git keeps no empty folder
    done = call(samples, "check", "2019-S2/sekadau")
    assert done.exit_code == 1
    assert "data/2019-S2/sekadau/responden.csv: 1 masalah.\n  berkas ini tidak ada" in done.output


@pytest.mark.parametrize(
    ("old", "new", "unit", "n"), [("2024", "2025", "kasn", 260), ("2019-S1", "2019-S2", "sekadau", 49)]
)
def test_once_decided_the_old_export_passes_and_is_found_to_be_a_copy(samples, old, new, unit, n):
    call(samples, "new-period", new, "--from", old)
    decide(samples / f"params/{new}/{unit}.yml")
    shutil.copy(samples / f"data/{old}/{unit}/responden.csv", samples / f"data/{new}/{unit}/responden.csv")
    done = call(samples, "check", f"{new}/{unit}")
    assert done.exit_code == 0
    assert done.output.startswith(f"✓ {new}/{unit}: {n} responden, ")
    assert f"Semua angka sama dengan yang terbit untuk periode {old}; periksa apakah datanya disalin." in done.output


def test_the_handed_on_plan_is_the_previous_plan(samples):
    call(samples, "new-period", "2025", "--from", "2024")
    decide(samples / "params/2025/kasn.yml")
    shutil.copy(samples / "data/2024/kasn/responden.csv", samples / "data/2025/kasn/responden.csv")
    done = call(samples, "check", "2025/kasn")
    assert (
        "6 kegiatan dari rencana periode 2024 tidak dilaporkan pelaksanaannya (nomor 1, 2, 3, 4, 5, 6; baris 2, 3, 4, 5, "
        "6 dan 7); isi kolom status."
    ) in done.output


def test_a_dry_run_says_the_same_and_writes_nothing(samples):
    done = call(samples, "new-period", "2025", "--from", "2024", "--dry-run")
    assert done.exit_code == 0
    assert "  params/2025/kasn.yml akan dibuat, dengan 5 tanda PERIKSA:\n" in done.output
    assert done.output.endswith("Belum ada yang ditulis; jalankan lagi tanpa --dry-run.\n")
    assert not (samples / "params/2025").exists()
    assert not (samples / "data/2025").exists()


def test_a_second_run_overwrites_nothing(samples):
    call(samples, "new-period", "2025", "--from", "2024")
    path = samples / "params/2025/kasn.yml"
    path.write_text("punya saya\n", encoding="utf-8")
    done = call(samples, "new-period", "2025", "--from", "2024")
    assert done.exit_code == 1
    assert "params/2025/kasn.yml: 1 masalah.\n  sudah ada, berkas yang ada tidak ditimpa;" in done.output
    assert done.output.endswith("1 dari 1 unit tidak dibuat.\n")
    assert path.read_text(encoding="utf-8") == "punya saya\n"


@pytest.fixture
def two_units(project):
    other = (project.root / "params/2025-S1/loket.yml").read_text(encoding="utf-8")
    project.write("params/2025-S1/aula.yml", other)
    project.write_responses("3,4,3,4,3,4,3,4,3")
    return project.root


def test_a_unit_with_problems_does_not_stop_the_others(two_units):
    done = call(two_units, "new-period", "2025-S2", "--from", "2025-S1")
    assert done.exit_code == 1
    assert "✗ 2025-S2/aula\ndata/2025-S1/aula/responden.csv: 1 masalah." in done.output
    assert "✓ 2025-S2/loket dari 2025-S1\n" in done.output
    assert done.output.endswith("1 dari 2 unit tidak dibuat.\n")
    assert not (two_units / "params/2025-S2/aula.yml").exists()


def test_only_the_named_unit_is_begun(two_units):
    done = call(two_units, "new-period", "2025-S2", "--from", "2025-S1", "--unit", "loket")
    assert done.exit_code == 0
    assert done.output.endswith(NEXT.format(made="2025-S2/loket"))


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (
            ("2025-S1", "--from", "2025-S1"),
            "2025-S1: tidak sesudah 2025-S1; tulis periode yang dimulai setelah 2025-S1 ",
        ),
        (("2024", "--from", "2025-S1"), "2024: tidak sesudah 2025-S1; tulis periode yang dimulai setelah 2025-S1 "),
        (("2026", "--from", "2025"), "params/2025/: tidak ada berkas parameter; periksa periode pada '--from'."),
        (
            ("2026-s1", "--from", "2025-S1"),
            "'2026-s1': bukan periode; tulis seperti '2025', '2025-S1', atau '2025-TW3'.",
        ),
        (
            ("2025-S2", "--from", "2025-S1", "--unit", "lokte"),
            "'lokte': tidak ada di params/2025-S1/. Mungkin maksudnya 'loket'?",
        ),
    ],
)
def test_what_cannot_be_begun_is_said(two_units, words, message):
    done = call(two_units, "new-period", *words)
    assert done.exit_code == 2
    assert done.output.startswith(message)
