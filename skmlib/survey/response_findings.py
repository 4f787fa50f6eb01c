"""What is told about the responses without stopping the run: domain rules on doubtful rows and groups.

Blanks, repeated rows, straight-lining, dates outside the collection range, unknown groups, overlapping groups, unused and
unread columns, excluded rows. Nothing here deletes a row: each finding names the rows, and the index that would come out
without them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from fractions import Fraction
from itertools import combinations

import pandas as pd

from skmlib.parameters import Parameters
from skmlib.problems import Finding, name_options, name_rows
from skmlib.survey.headings import groups_of, questions_of
from skmlib.survey.responses import Responses
from skmlib.survey.scores import ikm_value
from skmlib.survey.tally import tally_responses

STRAIGHT_LINE_MIN = 3

_WHOLE = r"(?<![\d.])\d+(?:\.\d{3})*"
_RANGE = re.compile(rf"({_WHOLE})\s*(?:-|–|sampai|s\.?/?d\.?)\s*(?:Rp\.?\s*)?({_WHOLE})", re.IGNORECASE)


def find_in_responses(responses: Responses, parameters: Parameters) -> tuple[Finding, ...]:
    """List what is worth telling about the responses.

    Parameters
    ----------
    responses : Responses
        After `validate_responses`.
    parameters : Parameters
        Of the same report.

    Returns
    -------
    tuple of Finding
        In the order in which an analyst would look at them.
    """
    return (
        *_excluded(responses),
        *_blanks(responses, parameters),
        *_repeated(responses, parameters),
        *_straight_lines(responses, parameters),
        *_outside_collection(responses, parameters),
        *_unknown_groups(responses, parameters),
        *_overlapping_groups(parameters),
        *_columns(responses),
    )


def _without(responses: Responses, rows: pd.Series, parameters: Parameters) -> Fraction | None:
    """Compute the index without some rows; None when they, or those that are left, are too few to be shown.

    The index with and without a row gives away what that row answers (decision 0003).
    """
    few, left = int(rows.sum()), int((~rows).sum())
    if min(few, left) < parameters.survei.ambang_kelompok:
        return None
    return ikm_value(tally_responses(responses.valid[~rows], unsur=parameters.unsur), bobot=parameters.bobot)


def _row_finding(jenis: str, what: str, rows: pd.Series, responses: Responses, parameters: Parameters) -> Finding:
    """Make a finding that says how many rows, what of them, and which; with the index without them."""
    baris = tuple(int(row) for row in responses.valid.loc[rows, "baris"])
    text = f"{len(baris)} baris {what} ({name_rows(baris)})."
    return Finding(jenis, responses.berkas, text, len(baris), baris, _without(responses, rows, parameters))


def _group_finding(jenis: str, what: str, rows: pd.Series, responses: Responses) -> Finding:
    """Make a finding about the rows of a group: without an index, which would give a hidden group away."""
    baris = tuple(int(row) for row in responses.valid.loc[rows, "baris"])
    return Finding(jenis, responses.berkas, f"{len(baris)} baris {what} ({name_rows(baris)}).", len(baris), baris)


def _excluded(responses: Responses) -> Iterator[Finding]:
    """Say which rows are not scored, by reason."""
    for alasan, rows in responses.excluded.groupby("alasan", sort=True)["baris"]:
        baris = tuple(int(row) for row in rows)
        text = f"{len(baris)} baris dikeluarkan karena {alasan}: {name_rows(baris)}."
        yield Finding("dikeluarkan", responses.berkas, text, len(baris), baris)


def _blanks(responses: Responses, parameters: Parameters) -> Iterator[Finding]:
    """Say how many answers are blank, and which answers are read as a blank."""
    is_blank = responses.valid[list(parameters.unsur)].isna()
    counts = is_blank.sum()
    if counts.any():
        labels = parameters.label_unsur
        where = ", ".join(f"{labels[unsur]} {n} kali" for unsur, n in counts.items() if n)
        what = f"memuat jawaban kosong, {where}, yang tidak dihitung sebagai nol"
        yield _row_finding("jawaban_kosong", what, is_blank.any(axis=1), responses, parameters)
    for answer, places in responses.blanks_read.items():
        text = (
            f"Jawaban {answer!r} dibaca sebagai kosong {len(places)} kali ({name_rows(sorted(set(places)))}), "
            "sesuai parameter 'dibaca_kosong'."
        )
        # The rows are among those of the finding above; a second index would give away the difference of the two.
        yield Finding("dibaca_kosong", responses.berkas, text, len(places), tuple(dict.fromkeys(places)))


def _repeated(responses: Responses, parameters: Parameters) -> Iterator[Finding]:
    """Say which rows equal an earlier one in everything that was read."""
    named = {*questions_of(parameters), *groups_of(parameters), "tanggal_isi", "komentar"}
    columns = [name for name in responses.valid.columns if name in named]
    rows = responses.valid.duplicated(columns, keep="first")
    if rows.any():
        what = "sama dengan baris lain di atasnya dalam semua kolom yang dibaca; periksa kemungkinan pengisian ganda"
        yield _row_finding("baris_kembar", what, rows, responses, parameters)


def _straight_lines(responses: Responses, parameters: Parameters) -> Iterator[Finding]:
    """Say which respondents gave the same answer to every unsur, by answer."""
    answers = responses.valid[list(parameters.unsur)]
    is_straight = (answers.min(axis=1) == answers.max(axis=1)) & (answers.notna().sum(axis=1) >= STRAIGHT_LINE_MIN)
    if not is_straight.any():
        return
    values = answers[is_straight].max(axis=1).value_counts().sort_index(ascending=False)
    counts = ", ".join(f"nilai {value} sebanyak {n}" for value, n in values.items())
    baris = tuple(int(row) for row in responses.valid.loc[is_straight, "baris"])
    # Which row gave which answer is for the analyst alone: the sentence, which is published, names no row.
    text = f"{len(baris)} baris memberi jawaban yang sama untuk semua unsur, yaitu {counts}."
    without = _without(responses, is_straight, parameters)
    yield Finding("jawaban_seragam", responses.berkas, text, len(baris), baris, without)


def _outside_collection(responses: Responses, parameters: Parameters) -> Iterator[Finding]:
    """Say which rows were filled in outside the collection range, and which dates cannot be read."""
    if "tanggal_isi" not in responses.valid.columns:
        return
    span = parameters.survei.periode.pengumpulan
    waktu = responses.valid["tanggal_isi"]
    outside = waktu.notna() & ~waktu.between(pd.Timestamp(span.mulai), pd.Timestamp(span.selesai))
    if outside.any():
        what = f"diisi di luar masa pengumpulan {span.mulai} sampai {span.selesai}"
        yield _row_finding("di_luar_masa", what, outside, responses, parameters)
    if waktu.isna().any():
        what = "tidak memuat tanggal pengisian yang terbaca; tulis seperti 2024-02-19 atau 19/02/2024"
        yield _row_finding("tanggal_tidak_terbaca", what, waktu.isna(), responses, parameters)


def _unknown_groups(responses: Responses, parameters: Parameters) -> Iterator[Finding]:
    """Say which rows name a group that the parameters do not know, and which name none."""
    for key, group in groups_of(parameters).items():
        rows = responses.valid["baris"].isin(responses.unknown[key])
        if rows.any():
            names = name_options(sorted(set(responses.valid.loc[rows, key])))
            what = (
                f"pada kolom {group.kolom!r} berisi {names}, yang tidak ada di 'kategori' dan dihitung tersendiri; "
                "betulkan ejaannya atau tambahkan pada 'kategori'"
            )
            yield _group_finding("kelompok_tidak_dikenal", what, rows, responses)
        blank = responses.valid[key].isna()
        if blank.any():
            what = f"kosong pada kolom {group.kolom!r} dan dihitung sebagai 'Tidak diisi'"
            yield _group_finding("kelompok_kosong", what, blank, responses)


def _overlapping_groups(parameters: Parameters) -> Iterator[Finding]:
    """Say which groups of numbers overlap, such as 45-54 and 54-60."""
    for key, group in groups_of(parameters).items():
        for first, second in overlapping_ranges(group.kategori):
            text = f"Kelompok {first!r} dan {second!r} pada '{key}' bertumpang tindih; responden di batas dapat masuk keduanya."
            yield Finding("kelompok_tumpang_tindih", parameters.berkas[0], text)


def overlapping_ranges(kategori: Sequence[str]) -> list[tuple[str, str]]:
    """Find groups that share a number.

    Parameters
    ----------
    kategori : sequence of str
        Names of groups; those that are no range of whole numbers are passed over.

    Returns
    -------
    list of (str, str)

    Examples
    --------
    >>> overlapping_ranges(["35-44", "45-54", "54-60", ">60"])
    [('45-54', '54-60')]
    """
    found = [(name, match) for name in kategori if (match := _RANGE.search(name))]
    ranges = sorted((*(int(bound.replace(".", "")) for bound in match.groups()), name) for name, match in found)
    return [(first[2], second[2]) for first, second in combinations(ranges, 2) if second[0] <= first[1]]


def _columns(responses: Responses) -> Iterator[Finding]:
    """Say which columns were not used, and which were not read because they look personal."""
    if responses.unused:
        names = ", ".join(map(repr, responses.unused))
        text = f"{len(responses.unused)} kolom tidak dipakai: {names}."
        yield Finding("kolom_tidak_dipakai", responses.berkas, text, len(responses.unused))
    if responses.unread:
        names = ", ".join(map(repr, responses.unread))
        text = f"{len(responses.unread)} kolom tampak berisi data pribadi dan tidak dibaca: {names}."
        yield Finding("kolom_pribadi", responses.berkas, text, len(responses.unread))
