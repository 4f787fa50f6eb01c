"""Groups of respondents: how many, their scores, which are hidden, and the mean of services (method, sections 5 and 7)."""

from __future__ import annotations

import dataclasses
from collections.abc import Sequence
from fractions import Fraction

from skmlib.recount.differencing import sums_lack_respondents
from skmlib.recount.numbers import letter_of, mean
from skmlib.recount.respondents import Respondent, Survey
from skmlib.recount.scores import CONFIDENCE, HIGH, LOW, SCALE, Scores, index_row, interval, score

Members = dict[str, list[Respondent]]


def members_of(survey: Survey, by: str) -> Members:
    """Give the respondents of each group of a variable, in the report's order."""
    found = {group for one in survey.respondents for group in one.groups[by]}
    order = survey.variables[by].order(found)
    return {group: [one for one in survey.respondents if group in one.groups[by]] for group in order}


def profile_rows(survey: Survey, by: str) -> dict[str, dict]:
    """Count the respondents of each group; shares are of all respondents, in per cent."""
    n = len(survey.respondents)
    return {
        group: {"kelompok": group, "n": len(members), "persen": Fraction(100 * len(members), n)}
        for group, members in members_of(survey, by).items()
    }


def threshold_of(survey: Survey) -> int:
    """Give the size below which a group is small."""
    return int(survey.parameters.get("ambang_kelompok", 5))


def hidden_groups(survey: Survey, members: Members, by: str) -> set[str]:
    """Name the groups whose scores are hidden: small ones, and as many more as hide what those answered."""
    limit = threshold_of(survey)
    if limit == 1:
        return set()
    hidden = {group for group, own in members.items() if is_small(own, survey, limit)}
    hidden |= _telling_others(survey, members) | _hidden_in_a_part(survey, members, by)
    order = list(members)
    more: list[str] = []
    for group in sorted(set(order) - hidden, key=lambda group: (len(members[group]), order.index(group))):
        if not members[group]:
            continue
        if not _is_too_much(survey, members, by, hidden | set(more)):
            break
        more.append(group)
    for group in more[-2::-1]:  # the largest first; the last one was needed
        fewer = [other for other in more if other != group]
        if not _is_too_much(survey, members, by, hidden | set(fewer)):
            more = fewer
    return hidden | set(more)


def _is_too_much(survey: Survey, members: Members, by: str, hidden: set[str]) -> bool:
    """Say whether what is shown beside hidden groups tells what a few answered (method, section 7, rules 2 and 4)."""
    everybody = list({id(one): one for own in members.values() for one in own}.values())
    shown = [group for group in members if group not in hidden and members[group]]
    times = [len(set(one.groups[by]).intersection(shown)) for one in everybody]
    outside = [one for one, n in zip(everybody, times, strict=True) if n == 0]
    if outside:
        told = is_told(outside, members, survey)
    else:
        several = [one for one, n in zip(everybody, times, strict=True) if n > 1]
        told = bool(several) and is_told(several, members, survey)
    if told or len(everybody) == sum(map(len, members.values())):
        return told
    return sums_lack_respondents(everybody, by, shown, survey, threshold_of(survey))


def _telling_others(survey: Survey, members: Members) -> set[str]:
    """Name the groups that, taken from the unit, give away those outside, where respondents belong to several groups."""
    everybody = {id(one): one for own in members.values() for one in own}
    if len(everybody) == sum(map(len, members.values())):
        return set()
    outside = {
        group: [everybody[name] for name in everybody.keys() - set(map(id, own))]
        for group, own in members.items()
        if own
    }
    return {group for group, rest in outside.items() if rest and is_told(rest, members, survey)}


def _hidden_in_a_part(survey: Survey, members: Members, by: str) -> set[str]:
    """Name the groups that are hidden in one of the periods put together, where others answered in that period too."""
    if not survey.is_combined:
        return set()
    alone = dataclasses.replace(survey, parameters={**survey.parameters, "gabungan": ""})
    hidden: set[str] = set()
    for periode in {_periode_of(one) for one in survey.respondents}:
        part = {group: [one for one in own if _periode_of(one) == periode] for group, own in members.items()}
        if sum(map(bool, part.values())) > 1:
            hidden |= hidden_groups(alone, part, by)
    return hidden


def _periode_of(one: Respondent) -> str:
    """Give the period whose folder a respondent's file stands in: data/<periode>/<unit>/<file>."""
    return one.file.split("/")[1]


def is_small(respondents: Sequence[Respondent], survey: Survey, limit: int) -> bool:
    """Say whether there are 1 to `limit` - 1 respondents, or as few answers to an unsur."""
    counts = [len(respondents)]
    counts += [sum(one.score(name) is not None for one in respondents) for name in survey.unsur]
    return any(0 < count < limit for count in counts)


def is_told(respondents: Sequence[Respondent], members: Members, survey: Survey) -> bool:
    """Say whether hidden respondents are few, or all did the same with an unsur (answer or blank) where others did not."""
    if is_small(respondents, survey, threshold_of(survey)):
        return True
    everybody = [one for own in members.values() for one in own]
    return any(
        len({one.score(name) for one in respondents}) == 1 < len({one.score(name) for one in everybody})
        for name in survey.unsur
    )


def group_rows(survey: Survey, by: str) -> dict:
    """Give scores of the groups of a variable, and of each unsur in them, as far as they are shown."""
    members = members_of(survey, by)
    hidden = hidden_groups(survey, members, by)
    groups, cells = {}, {}
    for group, own in members.items():
        scores = score(own, survey.weights)
        row = index_row(scores, survey.weights, populasi=None)
        shown = {key: None if group in hidden else row[key] for key in ("ni", "ikm", "mutu", "low", "high")}
        groups[group] = {"kelompok": group, "n": len(own), **shown, "disembunyikan": group in hidden}
        for name in survey.unsur:
            ikm = None if scores.nrr[name] is None else SCALE * scores.nrr[name]
            told = {"n": scores.counts[name], "nrr": scores.nrr[name], "ikm": ikm, "mutu": letter_of(ikm)}
            cell = dict.fromkeys(told) if group in hidden else told
            cells[f"{group} / {name}"] = {"kelompok": group, "unsur": name, **cell, "disembunyikan": group in hidden}
    return {"by": by, "ambang": threshold_of(survey), "groups": groups, "unsur": cells}


def service_mean(survey: Survey) -> dict | None:
    """Give the mean of the services, each counting alike; None without services, without figures where one is hidden."""
    if "layanan" not in survey.variables:
        return None
    members = members_of(survey, "layanan")
    named = {group: members[group] for group in survey.variables["layanan"].categories}
    services = {group: own for group, own in named.items() if own}
    others = [one for one in survey.respondents if not set(one.groups["layanan"]) & set(named)]
    n = len(survey.respondents) - len(others)
    told = {
        "ikm": {"n": n, "level": CONFIDENCE},
        "layanan": list(services),
        "tanpa_responden": [group for group, own in named.items() if not own],
        "n_lain": len(others),
    }
    if hidden_groups(survey, members, "layanan") & set(services) or not services:
        return told
    return told | _mean_of(survey, [score(own, survey.weights) for own in services.values()], n)


def _mean_of(survey: Survey, services: list[Scores], n: int) -> dict:
    """Average the scores of services; their variances add, divided by the square of how many they are."""
    k, weights = len(services), survey.weights
    one_each = not survey.variables["layanan"].several and all(one.n > 1 for one in services)
    complete = all(one.ni is not None for one in services)
    variance = _added([one.variance for one in services], one_each)
    whole = Scores(n, {}, {}, {}, {}, mean([one.ni for one in services]) if complete else None, None)
    rows = {name: _unsur_of(services, name, bobot, one_each) for name, bobot in weights.items()}
    return {"ikm": index_row(whole, weights, populasi=None, variance=variance, df=n - k), "unsur": rows}


def _unsur_of(services: list[Scores], name: str, bobot: Fraction, one_each: bool) -> dict:
    """Average one unsur over the services; none where one of them has no answer to it."""
    scores, answers = [one.nrr[name] for one in services], sum(one.counts[name] for one in services)
    nrr = None if None in scores else mean(scores)
    variance = _added([one.deviations[name] for one in services], one_each)
    _, low, high = interval(nrr, variance, answers - len(services), low=Fraction(LOW), high=Fraction(HIGH))
    row = {"unsur": name, "n": answers, "jumlah": None, "nrr": nrr, "bobot": bobot, "low": low, "high": high}
    converted = None if nrr is None else SCALE * nrr
    return row | {
        "nrr_tertimbang": None if nrr is None else bobot * nrr,
        "ikm": converted,
        "mutu": letter_of(converted),
    }


def _added(variances: list[Fraction | None], one_each: bool) -> Fraction | None:
    """Add variances of independent means and divide by the square of how many they are."""
    if not one_each or any(variance is None for variance in variances):
        return None
    return sum(variances, Fraction(0)) / len(variances) ** 2
