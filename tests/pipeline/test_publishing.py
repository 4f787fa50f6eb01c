"""The swap of a folder: readers see the old one or the new one, whatever moment a build is killed in."""

import errno
import json
import shutil
from hashlib import sha256
from pathlib import Path

import pytest

from skmlib.pipeline.publishing import ReportFolder, recover_all
from skmlib.problems import DataError


class KilledError(BaseException):
    """Stands for the end of the process: nothing of the code after it runs."""


def fill(folder, text, **others):
    """Write a folder as a build does: files, and a manifest with their hashes."""
    folder.mkdir(parents=True, exist_ok=True)
    files = {"laporan-skm.html": text, "hasil.json": text * 2}
    for name, content in files.items():
        (folder / name).write_text(content, encoding="utf-8")
    hashes = {name: sha256(content.encode()).hexdigest() for name, content in files.items()}
    (folder / "manifest.json").write_text(json.dumps({"keluaran": hashes}), encoding="utf-8")
    for name, content in others.items():
        (folder / f"{name}.pdf").write_text(content, encoding="utf-8")


def text_of(folder):
    """Give the text of a whole folder: all files are there, and as the manifest says."""
    hashes = json.loads((folder / "manifest.json").read_text(encoding="utf-8"))["keluaran"]
    assert set(hashes) == {"laporan-skm.html", "hasil.json"}
    for name, told in hashes.items():
        assert sha256((folder / name).read_bytes()).hexdigest() == told
    return (folder / "laporan-skm.html").read_text(encoding="utf-8")


def make(root, text):
    """Build and publish as a build does."""
    folder = ReportFolder("loket", "2025-S1", root=root)
    folder.hold()
    try:
        fill(folder.begin(), text)
        return folder.publish()
    finally:
        folder.release()


def steps(monkeypatch, last=None):
    """Count what changes the disk in `publishing`, and end the process before step number `last`."""
    done = []

    def counted(function):
        def call(*args, **named):
            if len(done) == last:
                raise KilledError
            done.append(function)
            return function(*args, **named)

        return call

    for name in ("mkdir", "rename", "rmdir"):
        monkeypatch.setattr(Path, name, counted(getattr(Path, name)))
    monkeypatch.setattr(shutil, "rmtree", counted(shutil.rmtree))
    return done


def leftovers(root):
    return sorted(path.name for path in (root / "outputs/.kerja").glob("*/*") if path.suffix != ".kunci")


def test_published_folder_is_replaced_whole(tmp_path):
    make(tmp_path, "satu")
    assert make(tmp_path, "dua") == ()
    assert text_of(tmp_path / "outputs/2025-S1/loket") == "dua"
    assert leftovers(tmp_path) == []


@pytest.mark.parametrize("is_first", [True, False], ids=["first", "again"])
def test_build_killed_before_any_step_leaves_old_or_new_and_the_next_completes(tmp_path, is_first):
    root = tmp_path / "semua"
    root.mkdir()
    with pytest.MonkeyPatch.context() as patch:
        if not is_first:
            make(root, "satu")
        done = steps(patch)
        make(root, "dua")
        total = len(done)
    assert total >= 5  # folders made, the swap, what was private removed
    seen = set()
    for last in range(total):
        root = tmp_path / str(last)
        root.mkdir()
        if not is_first:
            make(root, "satu")
            (root / "outputs/2025-S1/loket/ttd.pdf").write_text("pindaian", encoding="utf-8")
        with pytest.MonkeyPatch.context() as patch:
            steps(patch, last)
            with pytest.raises(KilledError):
                make(root, "dua")
        published = root / "outputs/2025-S1/loket"
        seen.add(text_of(published) if published.exists() else "")
        recover_all(root)
        assert is_first or published.exists()
        assert not published.exists() or text_of(published) in ("satu", "dua")
        make(root, "tiga")
        assert text_of(published) == "tiga"
        assert leftovers(root) == []
        scans = [path.read_text(encoding="utf-8") for path in (root / "outputs/disisihkan").rglob("ttd.pdf")]
        assert scans == ([] if is_first else ["pindaian"])
    assert seen == ({"", "dua"} if is_first else {"satu", "", "dua"})


def test_folder_is_held_by_one_build_at_a_time(tmp_path):
    first, second = (ReportFolder("loket", "2025-S1", root=tmp_path) for _ in range(2))
    first.hold()
    with pytest.raises(DataError) as caught:
        second.hold()
    assert str(caught.value) == (
        "outputs/2025-S1/loket: 1 masalah.\n  sedang dibuat oleh perintah lain, tunggu sampai selesai, lalu jalankan lagi."
    )
    first.release()
    second.hold()
    second.release()


def test_what_another_build_makes_is_not_taken_for_left_behind(tmp_path):
    running = ReportFolder("loket", "2025-S1", root=tmp_path)
    running.hold()
    fill(running.begin(), "satu")
    recover_all(tmp_path)
    running.publish()
    running.release()
    assert text_of(tmp_path / "outputs/2025-S1/loket") == "satu"


@pytest.mark.parametrize("is_link", [False, True])
def test_what_stands_in_the_place_of_the_folder_is_set_aside(tmp_path, is_link):
    place = tmp_path / "outputs/2025-S1/loket"
    place.parent.mkdir(parents=True)
    if is_link:
        (tmp_path / "lain").mkdir()
        place.symlink_to(tmp_path / "lain")
    else:
        place.write_text("catatan", encoding="utf-8")
    assert make(tmp_path, "satu") == ("outputs/disisihkan/2025-S1/loket/1/loket",)
    assert make(tmp_path, "dua") == ()
    assert text_of(place) == "dua"
    assert (tmp_path / "outputs/disisihkan/2025-S1/loket/1/loket").is_symlink() is is_link


def test_a_folder_that_is_in_its_place_is_published_though_the_old_one_cannot_be_cleared_away(tmp_path):
    make(tmp_path, "satu")
    place = tmp_path / "outputs/2025-S1/loket"
    (place / "ttd.pdf").write_text("tanda tangan", encoding="utf-8")
    (tmp_path / "outputs/disisihkan").write_text("", encoding="utf-8")  # no folder can be made here
    (left,) = make(tmp_path, "dua")
    assert text_of(place) == "dua"
    assert (tmp_path / left).read_text(encoding="utf-8") == "tanda tangan"
    (tmp_path / "outputs/disisihkan").unlink()
    assert recover_all(tmp_path) == ("outputs/disisihkan/2025-S1/loket/1/ttd.pdf",)
    assert (tmp_path / "outputs/disisihkan/2025-S1/loket/1/ttd.pdf").read_text(encoding="utf-8") == "tanda tangan"


def test_files_of_others_are_set_aside_under_a_new_number_each_time(tmp_path):
    for number in ("1", "2"):
        make(tmp_path, "satu")
        (tmp_path / "outputs/2025-S1/loket/ttd.pdf").write_text(number, encoding="utf-8")
        (tmp_path / "outputs/2025-S1/loket/lampiran").mkdir()
        assert make(tmp_path, "dua") == (
            f"outputs/disisihkan/2025-S1/loket/{number}/lampiran",
            f"outputs/disisihkan/2025-S1/loket/{number}/ttd.pdf",
        )
    assert (tmp_path / "outputs/disisihkan/2025-S1/loket/2/ttd.pdf").read_text(encoding="utf-8") == "2"


@pytest.mark.parametrize(
    ("number", "advice"),
    [
        (errno.ENOSPC, "kosongkan tempat pada disk, lalu jalankan lagi"),
        (errno.EACCES, "tutup berkasnya di program lain atau periksa izin folder itu, lalu jalankan lagi"),
        (errno.EIO, "periksa folder itu dan disknya, lalu jalankan lagi"),
    ],
)
def test_folder_that_cannot_be_replaced_is_told_by_its_cause(tmp_path, monkeypatch, number, advice):
    make(tmp_path, "satu")
    published, rename = tmp_path / "outputs/2025-S1/loket", Path.rename

    def refuse(path, target):
        if path == published:
            raise OSError(number, "rusak")
        return rename(path, target)

    monkeypatch.setattr(Path, "rename", refuse)
    with pytest.raises(DataError) as caught:
        make(tmp_path, "dua")
    assert advice in str(caught.value)
    assert text_of(published) == "satu"


def test_folder_that_cannot_be_replaced_keeps_both_and_names_the_file_that_is_open(tmp_path, monkeypatch):
    make(tmp_path, "satu")
    published = tmp_path / "outputs/2025-S1/loket"
    rename, opened = Path.rename, Path.open

    def refuse(path, target):
        if path == published:
            raise PermissionError(13, "Permission denied")
        return rename(path, target)

    def lock(path, mode="r", *args, **named):
        if path == published / "laporan-skm.html" and mode == "r+b":
            raise PermissionError(13, "Permission denied")
        return opened(path, mode, *args, **named)

    monkeypatch.setattr(Path, "rename", refuse)
    monkeypatch.setattr(Path, "open", lock)
    with pytest.raises(DataError) as caught:
        make(tmp_path, "dua")
    assert str(caught.value) == (
        "outputs/2025-S1/loket/laporan-skm.html: 1 masalah.\n"
        "  folder laporan tidak dapat diganti (Permission denied), tutup di program lain, lalu jalankan lagi; laporan baru "
        "menunggu di outputs/.kerja/2025-S1/loket/siap."
    )
    assert text_of(published) == "satu"
    assert text_of(tmp_path / "outputs/.kerja/2025-S1/loket/siap") == "dua"
    monkeypatch.undo()
    make(tmp_path, "tiga")
    assert text_of(published) == "tiga"
