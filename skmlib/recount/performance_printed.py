"""Verdicts on the printed figures of a performance report: which follow from its tables and other figures (method, 22)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from fractions import Fraction
from typing import Any

from skmlib.recount import tables
from skmlib.recount.numbers import round_half_up
from skmlib.recount.performance_surveys import survey_verdicts
from skmlib.recount.printed_values import Printed, verdict

WHOLE, TOLERANCE = 100, Fraction("0.1")
SHOWN = 2


def performance_verdicts(hasil: Mapping[str, Any], told: Mapping[str, Any], *, place: str) -> list[dict[str, Any]]:
    """Judge every printed figure of a performance report that its other figures give.

    Parameters
    ----------
    hasil : mapping
        What was recounted of it.
    told : mapping
        Its parameters.
    place : str
        Period and unit, with a slash between.

    Returns
    -------
    list of dict
        Indicators, averages and budget, surveys, tables.
    """
    own, printed = f"params/{place}.yml", told.get("tercetak", {})
    rows = [row for goal in hasil["sasaran"] for row in goal["indikator"]]
    verdicts = [*_of_indicators(rows, own), *_of_averages(hasil, told, own)]
    for survey in hasil["survei"].values():
        verdicts += survey_verdicts(survey, own)
    folder = f"data/{place}/"
    for judge, key, name in (
        (_of_media, "sentimen_media", tables.MEDIA),
        (_of_requests, "permohonan_informasi", tables.REQUESTS),
    ):
        verdicts += judge(hasil[key], folder + name) if hasil[key] else ()
    if hasil["pengaduan"]:
        verdicts += _of_complaints(hasil["pengaduan"], folder + tables.COMPLAINTS, printed.get("pengaduan", {}), own)
    for index in hasil["indeks"].values():
        verdicts += _of_index(index, folder + tables.INDICES)
    verdicts += _of_budget(hasil["anggaran"], folder + tables.BUDGET) if hasil["anggaran"] else ()
    verdicts += _of_staff(hasil["pegawai"], folder + tables.STAFF) if hasil["pegawai"] else ()
    return verdicts


def _of_indicators(rows: list[Mapping[str, Any]], file: str) -> Iterator[dict[str, Any]]:
    """Judge stated values, and printed achievements against those of the stated values."""
    for row in rows:
        if row["dinyatakan"] is not None and row["dihitung"] is not None:
            yield verdict([row["dinyatakan"]], [row["dihitung"]], file=file)
        if row["capaian_tercetak"] is not None:
            yield verdict([row["capaian_tercetak"]], [row["capaian_dinyatakan"]], file=file)


def _of_averages(hasil: Mapping[str, Any], told: Mapping[str, Any], file: str) -> Iterator[dict[str, Any]]:
    """Judge average, realised share and efficiency, of the values as stated."""
    printed = {key: Printed(text) for key, text in told.get("tercetak", {}).items() if isinstance(text, str)}
    average = hasil["rata_rata_dinyatakan"][told.get("rata_rata_utama", "semua")]
    if "rata_rata" in printed and average is not None:
        yield verdict([printed["rata_rata"]], [average], file=file)
    ceiling = told.get("anggaran", {}).get("efisiensi", "pagu_awal")
    share = hasil["anggaran"] and hasil["anggaran"]["persen"][ceiling]
    if share is None:
        return
    efficiency = None if average is None else average - share
    for key, computed in (("realisasi_anggaran", share), ("efisiensi", efficiency)):
        if key in printed and computed is not None:
            yield verdict([printed[key]], [computed], file=file)


def _of_media(media: Mapping[str, Any], file: str) -> Iterator[dict[str, Any]]:
    """Judge the printed year; shares of a month, and the printed ones of the year, must sum to 100."""
    printed = media["tercetak"]
    if media["has_counts"]:
        n = sum(month["n"] for month in media["months"])
        for name, one in printed.items():
            yield verdict([one], [media["tahun"][name] * n / WHOLE], file=file)
        return
    for name, one in printed.items():
        yield verdict([one], [media["tahun"][name]], file=file)
    for month in media["months"]:
        yield _sum_of_shares(list(month["bagian"].values()), file)
    if len(printed) == len(media["tahun"]):
        yield _sum_of_shares([one.value for one in printed.values()], file)


def _sum_of_shares(shares: list[Fraction], file: str) -> dict[str, Any]:
    """Judge whether shares sum to 100, give or take a tenth."""
    whole = sum(shares, Fraction(0))
    shown = [round_half_up(share, SHOWN) for share in shares]
    return verdict(shown, [whole], file=file, follows=abs(whole - WHOLE) <= TOLERANCE)


def _of_requests(requests: Mapping[str, Any], file: str) -> Iterator[dict[str, Any]]:
    """Judge the sums of months and year, and the mean days against both means."""
    for month in requests["months"]:
        yield verdict([month["tercetak"]], [month["n"]], file=file, follows=month["tercetak"] == month["n"])
    sums = requests["jenis"] | {"jumlah": requests["n"]}
    printed = requests["tercetak"]
    for name, computed in sums.items():
        if name in printed:
            yield verdict([printed[name]], [computed], file=file)
    days = printed.get("rata_rata_hari")
    if days:
        means = [requests["rata_rata_bulan"], requests["menurut_permohonan"]]
        yield verdict([days], means, file=file, follows=any(map(days.follows, means)), digits=SHOWN)


def _of_complaints(
    complaints: Mapping[str, Any], file: str, told: Mapping[str, str], own: str
) -> Iterator[dict[str, Any]]:
    """Judge the printed sum, and what the text of the report says of each status."""
    if "jumlah" in complaints["tercetak"]:
        yield verdict([complaints["tercetak"]["jumlah"]], [complaints["n"]], file=file)
    if told:
        counts = {name: int(text) for name, text in told.items()}
        is_right = all(complaints["status"].get(name) == n for name, n in counts.items())
        yield verdict(list(counts.values()), [sum(counts.values())], file=own, follows=is_right)


def _of_index(index: Mapping[str, Any], file: str) -> Iterator[dict[str, Any]]:
    """Judge the printed sum of each part, and the printed mean of the parts."""
    for one in (*index["parts"], index):
        if one["tercetak"]:
            yield verdict([one["tercetak"]], [one["nilai"]], file=file)


def _of_budget(budget: Mapping[str, Any], file: str) -> Iterator[dict[str, Any]]:
    """Judge the printed sums; that of what was realised only where all activities tell theirs."""
    is_known = all(one["realisasi"] is not None for one in budget["activities"])
    for name, printed in budget["tercetak"].items():
        if name != "realisasi" or is_known:
            yield verdict([printed], [budget[name]], file=file)


def _of_staff(staff: Mapping[str, Any], file: str) -> Iterator[dict[str, Any]]:
    """Judge the printed number against the first group, and against any group that holds more."""
    printed = staff["tercetak"].get("jumlah")
    for place, members in enumerate(staff["groups"].values()):
        n = sum(members.values())
        if printed and (not place or n > printed.value):
            yield verdict([printed], [n], file=file)
