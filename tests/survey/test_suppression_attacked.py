"""An attacker who has every published number tries to find what a hidden group answered.

He knows the answers of every respondent without their groups (they are published, sorted), how many respondents each group has,
the exact sums and numbers of answers of every shown group, and the spread that its interval tells. He looks for ways to deal
the rows of answers out to the groups that fit all of it. A hidden group is found out when the sum of its answers to an unsur is
the same in every way, unless the unit as a whole, which is always published, tells it already: everybody gave one answer.

No published number crosses two variables, so what fits one of them never depends on another, and each is attacked alone.
"""

from collections import Counter

import numpy as np
import pandas as pd
import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from scipy.optimize import Bounds, LinearConstraint, milp

from skmlib.survey.groups import PERIODE_COLUMN, score_groups

UNSUR = ["waktu", "biaya"]
GROUPS = "ABCD"
AMBANG = 5
BLANK = None
SMALL = "Kurang dari 5 responden."


def report_of(rows, chain=()):
    """Publish a report on rows of (period, group, answers): what it shows of its groups."""
    members = [row for row in rows if row[0][: len(chain)] == chain]
    frame = pd.DataFrame([{"g": group, **dict(zip(UNSUR, answers, strict=True))} for _, group, answers in members])
    frame = frame.astype(dict.fromkeys(UNSUR, "Int8"))
    if any(period != chain for period, *_ in members):
        frame[PERIODE_COLUMN] = ["/".join(period) for period, *_ in members]
    return score_groups(frame, "g", categories=list(GROUPS), unsur=UNSUR, ambang=AMBANG)


class Attacker:
    """Knows the published reports on some periods, and deals rows out to groups."""

    def __init__(self, rows, chains):
        self.chains = chains
        self.published = {chain: report_of(rows, chain) for chain in chains}
        leaves = dict.fromkeys(period for period, *_ in rows)
        self.counts = Counter((period, answers) for period, _, answers in rows)
        self.ways = [(leaf, answers, group) for leaf, answers in self.counts for group in GROUPS]
        self.equations = []
        for leaf, answers in self.counts:  # every row has a group
            self.know(lambda way, key=(leaf, answers): way[:2] == key, self.counts[leaf, answers])
        for leaf in leaves:
            told = self.published[leaf].groups if leaf in self.published else report_of(rows, leaf).groups
            for group in told.itertuples(index=False):
                self.know(lambda way, leaf=leaf, name=group.kelompok: way[0] == leaf and way[2] == name, group.n)
        self.of_the_whole = len(self.equations)
        for chain, report in self.published.items():
            shown = set(report.groups.loc[~report.groups["disembunyikan"], "kelompok"])
            for cell in report.unsur.itertuples(index=False):
                if cell.kelompok not in shown or not cell.n:
                    continue
                place = UNSUR.index(cell.unsur)
                is_in = self.within(chain, cell.kelompok)
                self.know(lambda way, at=place, is_in=is_in: is_in(way) and way[1][at] is not BLANK, cell.n)
                self.know(lambda way, at=place, is_in=is_in: is_in(way) * (way[1][at] or 0), int(cell.nrr * cell.n))
            for name in shown:  # the interval of a group tells the sum of the squares of what its members said in all
                is_in = self.within(chain, name)
                spread = [
                    sum(filter(None, answers)) ** 2
                    for period, group, answers in rows
                    if is_in((period, answers, group))
                ]
                self.know(lambda way, is_in=is_in: is_in(way) * sum(filter(None, way[1])) ** 2, sum(spread))

    @staticmethod
    def within(chain, group):
        return lambda way: way[0][: len(chain)] == chain and way[2] == group

    def know(self, weight, value):
        self.equations.append(([float(weight(way)) for way in self.ways], float(value)))

    def knows(self, chain, group, place, equations):
        """Tell whether the sum of a group's answers is the same in every way that fits the equations."""
        is_in = self.within(chain, group)
        aim = np.array([float(is_in(way) * (way[1][place] or 0)) for way in self.ways])
        matrix, values = (np.array(side) for side in zip(*equations, strict=True))
        fits = {"constraints": LinearConstraint(matrix, values, values), "bounds": Bounds(0, np.inf)}
        least, greatest = (milp(sign * aim, integrality=np.ones(len(aim)), **fits) for sign in (1, -1))
        assert least.success, "what is published fits at least the answers that were given"
        return round(least.fun) == round(-greatest.fun)

    def found_out(self):
        """Name the small groups whose sum is known, by report and unsur; others are hidden only for their sake."""
        for chain, report in self.published.items():
            small = report.groups["alasan"].str.contains("Kurang dari|kurang dari", na=False)
            hidden = report.groups.loc[small, "kelompok"]
            for place, unsur in enumerate(UNSUR):
                for group in hidden:
                    target = (chain, group, place)
                    if self.knows(*target, self.equations) and not self.knows(
                        *target, self.equations[: self.of_the_whole]
                    ):
                        yield "/".join(chain), group, unsur


def rows_of(answers, period=()):
    """Give rows from the answers of each group to waktu, with the same answer to biaya."""
    return [(period, group, (value, value)) for group, values in answers.items() for value in values]


def attack(rows, chains=((),)):
    return list(Attacker(rows, chains).found_out())


def test_attacker_finds_a_group_that_is_hidden_alone(monkeypatch):
    # The unit has 7 x 3 and 2 x 1; A and B are shown with 5 x 3 and 2 x 3 + ..., so C said 1 and 1.
    monkeypatch.setattr("skmlib.survey.groups.choose_hidden", lambda tallies, *_, **__: {"C": SMALL})
    assert attack(rows_of({"A": [3] * 5, "B": [3, 3, 4, 4, 4], "C": [1, 1]})) == [
        ("", "C", "waktu"),
        ("", "C", "biaya"),
    ]


def test_attacker_finds_hidden_groups_that_all_gave_one_answer(monkeypatch):
    monkeypatch.setattr("skmlib.survey.groups.choose_hidden", lambda tallies, *_, **__: dict.fromkeys("BC", SMALL))
    found = attack(rows_of({"A": [3, 4, 2, 4, 4], "B": [1] * 4, "C": [1]}))
    assert {group for _, group, _ in found} == {"B", "C"}


def test_hidden_groups_that_all_gave_one_answer_hide_a_further_one():
    rows = rows_of({"A": [3, 4, 2, 4, 4], "B": [1] * 4, "C": [1]})
    report = report_of(rows).groups.set_index("kelompok")["disembunyikan"]
    assert report.loc[["A", "B", "C"]].tolist() == [True, True, True]
    assert attack(rows) == []


QUARTERS = {
    ("TW1",): {"A": [3, 4] * 4, "B": [4, 3] * 3, "C": [1, 2]},
    ("TW2",): {"A": [4, 2] * 4, "B": [3] * 6, "C": [4] * 7},
}


def test_attacker_finds_the_quarter_in_which_a_group_is_hidden(monkeypatch):
    # C: 2 respondents in TW1, where it is hidden with B, 7 in TW2 and 9 together: 9 less 7 gives the two.
    rows = [row for period, answers in QUARTERS.items() for row in rows_of(answers, period)]
    monkeypatch.setattr(
        "skmlib.survey.groups.choose_hidden",
        lambda tallies, *_, **__: dict.fromkeys("BC", SMALL) if tallies["C"].responden == 2 else {},
    )
    assert ("TW1", "C", "waktu") in attack(rows, ((), ("TW1",), ("TW2",)))


def test_group_hidden_in_a_quarter_is_hidden_in_the_whole():
    rows = [row for period, answers in QUARTERS.items() for row in rows_of(answers, period)]
    chains = ((), ("TW1",), ("TW2",))
    hidden = {chain: report_of(rows, chain).groups.set_index("kelompok")["disembunyikan"] for chain in chains}
    assert hidden["TW1",].loc[["A", "B", "C"]].tolist() == [False, True, True]
    assert hidden["TW2",].loc[["A", "B", "C"]].tolist() == [False, False, False]
    assert hidden[()].loc[["A", "B", "C"]].tolist() == [False, True, True]
    assert attack(rows, chains) == []


def test_group_hidden_in_every_quarter_is_hidden_in_the_whole():
    # B is 3 of 5 in each quarter, with 1 x 5 + 4 = 9 together. Without the 4 it would have 6 or 8, with the 4 and the 3 of the
    # first quarter 11: so its answers in the first quarter are all 1. Only hiding B keeps that.
    quarters = {("TW1",): {"B": [1, 1, 1], "C": [1, 3]}, ("TW2",): {"A": [1, 1], "B": [1, 1, 4]}}
    rows = [row for period, answers in quarters.items() for row in rows_of(answers, period)]
    assert report_of(rows).groups.set_index("kelompok")["disembunyikan"].loc[["A", "B", "C"]].all()
    assert attack(rows, ((), *quarters)) == []


ANSWERS = st.lists(st.tuples(st.sampled_from([1, 3, 4, 4, 4]), st.sampled_from([2, 3, 3, 4, BLANK])), max_size=8)
SIZES = st.dictionaries(st.sampled_from(GROUPS), ANSWERS, min_size=2)
FEW = st.dictionaries(st.sampled_from("ABC"), ANSWERS, min_size=2)


def dealt(period, answers):
    return [(period, group, both) for group, values in answers.items() for both in values]


@pytest.mark.slow
@settings(max_examples=100, deadline=None)
@given(SIZES)
def test_no_hidden_group_is_found_out(answers):
    rows = dealt((), answers)
    assume(rows)
    assert attack(rows) == []


@pytest.mark.slow
@settings(max_examples=25, deadline=None)
@given(FEW, FEW, FEW)
def test_no_hidden_group_is_found_out_over_quarters_semester_and_year(first, second, third):
    chains = (("S1", "TW1"), ("S1", "TW2"), ("TW3",))
    rows = [row for chain, answers in zip(chains, (first, second, third), strict=True) for row in dealt(chain, answers)]
    present = [chain for chain in ((), ("S1",), *chains) if any(row[0][: len(chain)] == chain for row in rows)]
    assume(rows)
    assert attack(rows, present) == []
