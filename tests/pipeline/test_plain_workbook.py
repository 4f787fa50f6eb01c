"""Workbooks: what the disk refuses, and no files beside the one that was asked for."""

import datetime
import tempfile

import pytest

from skmlib.pipeline.failures import TOLD_MAX, explain_failure
from skmlib.pipeline.plain_workbook import PlainWorkbook

DAY = datetime.date(2025, 7, 15)


def test_a_workbook_that_cannot_be_written_is_an_error_of_the_system(tmp_path):
    book = PlainWorkbook(tmp_path / "tidak-ada/olah-data.xlsx", title="Uji", created=DAY)
    book.add_worksheet("Satu").write_string(0, 0, "isi")
    with pytest.raises(FileNotFoundError):
        book.close()


def test_no_answers_pass_through_the_folder_for_temporary_files(tmp_path, monkeypatch):
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path / "tidak-ada"))
    with PlainWorkbook(tmp_path / "olah-data.xlsx", title="Uji", created=DAY) as book:
        book.add_worksheet("Satu").write_string(0, 0, "isi")
    assert (tmp_path / "olah-data.xlsx").stat().st_size


def test_an_error_that_holds_a_whole_file_is_told_in_short(tmp_path):
    failed = explain_failure("2025/loket", ValueError("x" * 100_000), root=tmp_path, keep=tmp_path)
    assert failed.message.startswith("Kesalahan program: ValueError('xxx")
    assert len(failed.message) < TOLD_MAX + 50
