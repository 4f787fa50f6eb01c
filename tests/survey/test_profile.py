from fractions import Fraction

import pandas as pd
from hypothesis import given
from hypothesis import strategies as st

from skmlib.survey.profile import assign_groups, count_profile, gather_unknown

KATEGORI = ["SD", "SMP", "SMA"]


def counted(values):
    frame = pd.DataFrame({"pendidikan": pd.Series(values, dtype="str")})
    counts = count_profile(frame, "pendidikan", categories=KATEGORI)
    return counts[["kelompok", "n", "persen"]].to_numpy().tolist()


def test_counts_and_shares_follow_the_order_of_the_parameters():
    # 2 of 3 = 66.67 %, 1 of 3 = 33.33 %; nobody with SMP keeps a row
    assert counted(["SMA", "SD", "SMA"]) == [["SD", 1, Fraction(100, 3)], ["SMP", 0, 0], ["SMA", 2, Fraction(200, 3)]]


def test_kasn_shares():
    # published: 168 of 260 is 64.62 %, 92 is 35.38 %
    frame = pd.DataFrame({"jenis_kelamin": ["Laki-laki"] * 168 + ["Perempuan"] * 92})
    persen = count_profile(frame, "jenis_kelamin", categories=["Laki-laki", "Perempuan"])["persen"]
    assert [f"{float(share):.2f}" for share in persen] == ["64.62", "35.38"]


def test_unknown_values_and_blanks_have_rows_of_their_own():
    rows = counted(["SD", "Sekolah Rakyat", None, "D3"])
    assert [row[:2] for row in rows] == [
        ["SD", 1],
        ["SMP", 0],
        ["SMA", 0],
        ["D3", 1],
        ["Sekolah Rakyat", 1],
        ["Tidak diisi", 1],
    ]
    assert sum(row[2] for row in rows) == 100


def test_blanks_join_a_category_of_that_name():
    assert assign_groups(pd.Series([None, "a"]), categories=["Tidak diisi", "a"]).tolist() == ["Tidak diisi", "a"]


def test_unknown_values_join_the_named_group_lainnya():
    frame = pd.DataFrame({"pendidikan": ["lainnya", "kursus", "S1", None]})
    counts = count_profile(frame, "pendidikan", categories=["lainnya", "S1"])
    gathered = gather_unknown(counts, categories=["lainnya", "S1"])
    assert gathered.to_numpy().tolist() == [["lainnya", 2, 50], ["S1", 1, 25], ["Tidak diisi", 1, 25]]


def test_no_respondents_have_no_shares():
    assert counted([]) == [["SD", 0, None], ["SMP", 0, None], ["SMA", 0, None]]


@given(st.lists(st.sampled_from([*KATEGORI, "lain", None]), min_size=1, max_size=30))
def test_shares_sum_to_100_and_order_of_rows_does_not_matter(values):
    assert sum(row[2] for row in counted(values)) == 100
    assert counted(values) == counted(values[::-1])
