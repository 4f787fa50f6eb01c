"""The interval of alpha in the second count: the draws against numpy's, points by hand, and both counts on labels at random."""

import json

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from skmlib.pipeline.kinds import read_source
from skmlib.recount.agreement import alpha_interval, quantile_of
from skmlib.recount.compare import compare
from skmlib.recount.draws import resample, uniforms
from skmlib.recount.periods import read_any
from skmlib.recount.recount import recount_survey

SENTIMENTS = ("positif", "positif", "negatif", "netral", "tanpa_komentar", "")


@pytest.mark.parametrize("seed", [0, 20170514, 2**64 + 5])
@pytest.mark.parametrize("n", [1, 2, 7, 91])
def test_draws_are_those_of_numpy(seed, n):
    # numpy of requirements.lock is the other program
    random, other = uniforms(seed), np.random.default_rng(seed)
    expected = other.multinomial(n, np.full(n, 1 / n), size=50)
    assert [resample(n, random) for _ in range(50)] == expected.tolist()


def test_point_between_two_values():
    # 0.025 x 4 = 0.1 of the way from the lowest of five to the next: 10 + 0.1 x 2
    assert quantile_of([16.0, 10.0, 14.0, 12.0, 18.0], 0.025) == pytest.approx(10.2)


def test_resamples_with_one_label_only_are_left_out():
    # Two comments, both judged alike, P and N: drawn once each alpha is 1, the same one twice there is none.
    found = alpha_interval([["P", "P"], ["N", "N"]], resamples=40)
    expected = [sorted(drawn) for drawn in _drawn(2, 40)].count([1, 1])
    assert found == {"low": 1.0, "high": 1.0, "ulangan": 40, "ulangan_dipakai": expected}


def _drawn(n, times):
    """Draw as numpy does."""
    return np.random.default_rng(20170514).multinomial(n, np.full(n, 1 / n), size=times).tolist()


said = st.tuples(st.sampled_from(SENTIMENTS), st.sampled_from(["", "waktu", "biaya"]))


@settings(max_examples=20, deadline=None)
@given(table=st.lists(st.lists(said, min_size=3, max_size=3), min_size=1, max_size=12), people=st.integers(2, 3))
def test_both_counts_agree_on_annotators(make_project, table, people):
    project = make_project()
    project.add("data: {kolom_komentar: Saran}\n")
    rows = [f"{','.join('34'[place % 2] * 9)},saran nomor {place}" for place in range(len(table))]
    project.write_responses(*rows, headings=f"{project.headings},Saran")
    known = {one.comment: one.id for one in read_any("loket", "2025-S1", root=project.root).respondents}
    lines = ["id_responden,anotator,komentar,sentimen,unsur,kutip"]
    for place, labels in enumerate(table):
        comment = f"saran nomor {place}"
        for person, (sentiment, unsur) in zip("abc"[:people], labels, strict=False):
            topic = unsur if sentiment in SENTIMENTS[:4] else ""
            lines.append(f"{known[comment]},{person},{comment},{sentiment},{topic},")
    project.write("data/2025-S1/loket/komentar.csv", "\n".join(lines) + "\n")
    folder = project.root / "hasil"
    folder.mkdir()
    read_source("loket", "2025-S1", root=project.root).write_files(folder)
    hasil = json.loads((folder / "hasil.json").read_text(encoding="utf-8"))
    found = compare(hasil, recount_survey("loket", "2025-S1", root=project.root))
    assert found.differences == ()
    assert [path for path in found.not_recounted if not path.startswith("findings/")] == []
