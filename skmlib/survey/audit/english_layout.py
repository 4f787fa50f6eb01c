"""A published report in an English layout of keys, translated to the keys of the audit, with the places of both.

Some collections of published reports are typed with English keys: one unit (`scores`), several surveys (`surveys`), services
(`services`) or units (`units`). What the audit has no rule for is left out. Numbers stay the text that was typed.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from skmlib.survey.audit.english_sums import list_sums

Content = Mapping[str, Any]
SIGNS = ("scores", "services", "units", "surveys", "media_sentiment", "indicators")
DIRECTIONS = {"higher": "naik", "lower": "turun"}
EMPTY = ("null", "", None)
INDICATOR_KEYS = {
    "name": "nama",
    "target": "target",
    "target_at_start": "target_awal",
    "realised": "realisasi",
    "achievement": "capaian_tercetak",
}
Put = Callable[[str | tuple[str, ...], Any, str], None]


def is_english(content: Content) -> bool:
    """Tell whether a file has the English layout."""
    return any(key in content for key in SIGNS)


def translate(content: Content) -> tuple[dict[str, Any], dict[str, str]]:
    """Translate the keys of a report.

    Parameters
    ----------
    content : mapping
        As read, every scalar a text.

    Returns
    -------
    content : dict
        With the keys of `Terbitan`.
    places : dict of str to str
        The place in the file of each place in that content.
    """
    told: dict[str, Any] = {}
    places: dict[str, str] = {}

    def put(key: str | tuple[str, ...], value: Any, place: str) -> None:
        """Keep a value that is not empty, below the keys of its own place."""
        if value in EMPTY or value in ({}, []):
            return
        *above, last = keys = (key,) if isinstance(key, str) else key
        level = told
        for part in above:
            level = level.setdefault(part, {})
        level[last] = value
        places[".".join(keys)] = place

    for key, own in (("agency", "instansi"), ("unit", "nama"), ("period", "periode")):
        put(own, content.get(key), key)
    _unit(content, put)
    _services(content, put)
    _units(content, put)
    for name, survey in content.get("surveys", {}).items():
        _survey(survey, name, put)
    put(
        "batas_bawah_ikm",
        {letter: ends[0] for letter, ends in content.get("category_intervals", {}).items()},
        "category_intervals",
    )
    _performance(content, put)
    places |= {"layanan": "services", "indikator": "indicators"}
    places |= {
        f"indikator.{place}.{own}": f"indicators.{place}.{key}"
        for place in range(len(told.get("indikator", ())))
        for key, own in INDICATOR_KEYS.items()
    }
    sums = list(list_sums(content))
    if sums:
        told["hitungan"] = [item for item, _ in sums]
        places |= {f"hitungan.{number}": place for number, (_, place) in enumerate(sums)}
    return told, places


def _survey(table: Content, name: str, put: Put) -> None:
    """Translate a table of scores."""
    keys = {"population": "populasi", "respondents": "responden", "scores": "unsur", "categories": "mutu_unsur"}
    keys |= {"ikm_converted": "ikm", "ikm": "ni", "category": "mutu", "weight_in_the_notes": "bobot"}
    keys |= {"sample_minimum": "sampel_minimum"}
    for key, value in table.items():
        if key in keys:
            put(("survei", name, keys[key]), value, f"surveys.{name}.{key}")


def _unit(content: Content, put: Put) -> None:
    """Translate the report of one unit with its profile, trend, plan and follow-up."""
    scores, sample, people = (content.get(key, {}) for key in ("scores", "sample", "respondents"))
    put("populasi", content.get("population"), "population")
    for key, own in (
        ("minimum", "sampel_minimum"),
        ("respondents", "responden"),
        ("share_of_minimum", "persen_sampel"),
    ):
        put(own, sample.get(key), f"sample.{key}")
    for key, own in (
        ("values", "unsur"),
        ("categories", "mutu_unsur"),
        ("ikm", "ni"),
        ("ikm_converted", "ikm"),
        ("category", "mutu"),
    ):
        put(own, scores.get(key), f"scores.{key}")
    for name, groups in people.items() if isinstance(people, dict) else ():
        put(("profil", name), groups, f"respondents.{name}")
    put("tertinggi", content.get("highest"), "highest")
    put("terendah", content.get("lowest"), "lowest")
    put("perubahan_ni", content.get("change_printed"), "change_printed")
    put("riwayat", _history(content), "trend")
    plan = [label for action in content.get("follow_up_plan", []) for label in action["unsur"]]
    put("rencana", plan, "follow_up_plan")
    realised = next((value for key, value in content.items() if key.startswith("follow_up_of_")), {})
    name = next((key for key in content if key.startswith("follow_up_of_")), "")
    states = [action["status"] for action in realised.get("actions", [])]
    if states:
        counts = {
            own: str(states.count(state))
            for own, state in (("selesai", "sudah"), ("sebagian", "sebagian"), ("belum", "belum"))
        }
        put("tindak_lanjut", counts | {"persen": realised.get("realised")}, f"{name}.actions")
        put(("tindak_lanjut", "persen"), realised.get("realised"), f"{name}.realised")


def _history(content: Content) -> list[dict[str, Any]]:
    """Translate the trend without the period itself."""
    rows = []
    for name, value in content.get("trend", {}).items():
        if name == content.get("period"):
            continue
        told = {"ni": value} if isinstance(value, str) else {}
        if isinstance(value, dict):
            keys = {"ikm": "ni", "converted": "ikm", "category": "mutu", "respondents": "responden"}
            told = {keys[key]: item for key, item in value.items() if key in keys}
        rows.append({"periode": name, **told})
    return rows


def _services(content: Content, put: Put) -> None:
    """Translate a report of services, its index the mean of theirs."""
    services = content.get("services", {})
    for name, scores in services.items():
        put(("layanan", name, "unsur"), scores, f"services.{name}")
        put(("layanan", name, "ni"), content.get("service_ikm", {}).get(name), f"service_ikm.{name}")
    if not services:
        return
    put("unsur", content.get("mean_per_unsur"), "mean_per_unsur")
    put("ikm", content.get("ikm_converted"), "ikm_converted")
    put("mutu", content.get("category"), "category")
    rows = content.get("intervals", [])
    put("batas_bawah_ni", {row[3]: row[1].split("-")[0] for row in rows}, "intervals")
    put("batas_bawah_ikm", {row[3]: row[2].split("-")[0] for row in rows}, "intervals")
    plan = content.get("follow_up", {})
    actions = plan.get("actions", [])
    put("jumlah_prioritas", plan.get("priorities"), "follow_up.priorities")
    put("rencana", [action["unsur"] for action in actions], "follow_up.priorities")
    put("rencana_atas", actions and content.get("period"), "period")
    put(
        "tanggal_realisasi",
        min((action["date"] for action in actions if "date" in action), default=""),
        "follow_up.actions",
    )


def _units(content: Content, put: Put) -> None:
    """Translate the rows of an agency and their mean."""
    keys = {"scores": "unsur", "ikm": "ikm", "category": "mutu", "respondents": "responden", "priorities": "prioritas"}
    for place, row in enumerate(content.get("units", [])):
        for key, own in keys.items():
            put(("unit", row["name"], own), row.get(key), f"units.{place}.{key}")
    for key, own in keys.items():
        put(own, content.get("mean_of_units", {}).get(key), f"mean_of_units.{key}")


def _performance(content: Content, put: Put) -> None:
    """Translate media sentiment, indicators, budget, and sums and means of tables."""
    media = content.get("media_sentiment", {})
    for month, shares in media.get("months", {}).items():
        put(("media", "bulan", month), shares, f"media_sentiment.months.{month}")
    put(("media", "setahun"), media.get("total"), "media_sentiment.total")
    items = []
    for item in content.get("indicators", []):
        told = {own: item[key] for key, own in INDICATOR_KEYS.items() if item.get(key) not in EMPTY}
        told |= {"arah": DIRECTIONS.get(item["direction"], item["direction"])}
        items.append(told | ({"belum_dinilai": "ya"} if item.get("assessed") == "false" else {}))
    put("indikator", items, "indicators")
    put("rata_rata_capaian", content.get("average_achievement"), "average_achievement")
    budget = content.get("budget", {})
    names = {"ceiling_at_start": "pagu_awal", "ceiling_at_end": "pagu_akhir", "realised": "realisasi"}
    names |= {"realised_share": "realisasi_anggaran", "efficiency": "efisiensi"}
    for key, own in names.items():
        put(("anggaran", own), budget.get(key), f"budget.{key}")
