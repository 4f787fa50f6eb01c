"""Two versions of a report that differ by a few respondents tell what these answered: whoever builds is told how many."""

import json

import pytest

from skmlib.pipeline.versions import few_apart


def version(folder, n):
    folder.mkdir()
    if n is not None:
        (folder / "hasil.json").write_text(json.dumps({"baris": {"dinilai": n}, "jawaban": {}}), encoding="utf-8")
    return folder


@pytest.mark.parametrize(
    ("old", "new", "told"), [(60, 61, 1), (60, 56, 4), (60, 65, 0), (60, 60, 0), (None, 60, 0), (60, None, 0)]
)
def test_few_respondents_between_two_versions_are_counted(tmp_path, old, new, told):
    assert few_apart(version(tmp_path / "a", old), version(tmp_path / "b", new)) == told


@pytest.mark.parametrize(
    ("before", "after", "told"),
    [
        ({"waktu": [0, 2, 30, 28]}, {"waktu": [0, 2, 29, 29]}, 1),  # one said 4 and no longer 3
        ({"waktu": [0, 2, 30, 28], "biaya": [0, 0, 0, 60]}, {"waktu": [2, 0, 30, 28], "biaya": [1, 0, 0, 59]}, 2),
        ({"waktu": [0, 2, 30, 28]}, {"waktu": [0, 2, 25, 33]}, 0),  # five are enough
        ({"waktu": [0, 2, 30, 28]}, {"waktu": [0, 2, 30, 28]}, 0),
    ],
)
def test_few_changed_answers_are_counted_too(tmp_path, before, after, told):
    folders = [version(tmp_path / name, None) for name in "ab"]
    for folder, answers in zip(folders, (before, after), strict=True):
        (folder / "hasil.json").write_text(json.dumps({"baris": {"dinilai": 60}, "jawaban": answers}), encoding="utf-8")
    assert few_apart(*folders) == told


@pytest.mark.parametrize(
    "content",
    [
        "[1",
        "[]",
        "{}",
        '{"baris": []}',
        '{"baris": {"dinilai": "x"}}',
        '{"baris": {"dinilai": 59}, "jawaban": {"waktu": 3}}',
    ],
)
def test_version_that_holds_something_else_counts_for_nothing(tmp_path, content):
    old = version(tmp_path / "a", None)
    (old / "hasil.json").write_text(content, encoding="utf-8")
    new = version(tmp_path / "b", 60)
    (new / "hasil.json").write_text(
        '{"baris": {"dinilai": 60}, "jawaban": {"waktu": [0, 0, 30, 30]}}', encoding="utf-8"
    )
    assert few_apart(old, new) == 0
