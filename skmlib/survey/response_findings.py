"""What is told about the responses without stopping the run: doubtful rows.

How the file was read, excluded rows, blanks, repeated rows, rows with nothing but answers, straight-lining, dates outside the
collection range, respondents with several rows. Nothing here deletes a row: each finding names the rows, and the index that
would come out without them. Where the survey has several files, that is the index of all of them together. Groups and columns
are told by `group_findings`.
"""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

import pandas as pd

from skmlib.parameters import Parameters
from skmlib.problems import Finding, name_rows
from skmlib.survey.date_findings import find_in_order
from skmlib.survey.group_findings import find_in_groups
from skmlib.survey.headings import groups_of, questions_of
from skmlib.survey.parts import Rest
from skmlib.survey.responses import Responses
from skmlib.survey.row_findings import row_finding
from skmlib.survey.row_reasons import REASON_EMPTY
from skmlib.survey.scores import ikm_value
from skmlib.survey.tally import tally_responses

STRAIGHT_LINE_MIN = 3
BARE_MAX = 0.2


def find_in_responses(responses: Responses, parameters: Parameters, *, rest: Rest | None = None) -> tuple[Finding, ...]:
    """List what is worth telling about the responses of one file.

    Parameters
    ----------
    responses : Responses
        After `validate_responses`.
    parameters : Parameters
        Of the same report.
    rest : Rest, optional
        The survey's other files, which the index of a finding includes, and its weights.

    Returns
    -------
    tuple of Finding
        In the order in which an analyst would look at them.
    """
    return (
        *_reading(responses),
        *_turned_codes(responses, parameters),
        *_excluded(responses),
        *_blanks(responses, parameters, rest),
        *_repeated(responses, parameters, rest),
        *_bare(responses, parameters, rest),
        *_straight_lines(responses, parameters, rest),
        *_outside_collection(responses, parameters, rest),
        *_several_rows(responses),
        *find_in_groups(responses, parameters),
    )


def _without(responses: Responses, rows: pd.Series, parameters: Parameters, rest: Rest | None) -> Fraction | None:
    """Compute the index without some rows; None when they, or those that are left, are too few to be shown.

    The index with and without a row gives away what that row answers (decision 0003).
    """
    few, left = int(rows.sum()), int((~rows).sum())
    if min(few, left) < parameters.survei.ambang_kelompok:
        return None
    rest = rest or Rest(None, parameters.bobot)
    kept = tally_responses(responses.valid[~rows], unsur=tuple(rest.bobot))
    return ikm_value(kept if rest.tally is None else kept + rest.tally, bobot=rest.bobot)


def _reading(responses: Responses) -> Iterator[Finding]:
    """Say how the file was read, and which answers were read as a shortening of a label."""
    for text in responses.told:
        yield Finding("cara_membaca", responses.berkas, text)
    if responses.spellings:
        pairs = [f"{typed!r} sebagai {label!r}" for typed, label in sorted(responses.spellings.items())]
        text = f"{len(pairs)} ejaan jawaban disamakan: {', '.join(pairs)}; daftarkan pada 'jawaban' bila keliru."
        yield Finding("ejaan_disamakan", responses.berkas, text, len(pairs))


def _turned_codes(responses: Responses, parameters: Parameters) -> Iterator[Finding]:
    """Say of which questions the codes are turned round, because the parameters say that 1 is the best answer."""
    turned = [key for key, question in questions_of(parameters).items() if question.kode_terbalik]
    if turned:
        names = ", ".join(parameters.label_unsur.get(key, key) for key in turned)
        text = f"Kode jawaban {names} dibaca terbalik, 1 terbaik dan 4 terburuk, sesuai parameter 'kode_terbalik'."
        yield Finding("kode_terbalik", responses.berkas, text, len(turned))


def _excluded(responses: Responses) -> Iterator[Finding]:
    """Say which rows are not scored, by reason."""
    for alasan, rows in responses.excluded.groupby("alasan", sort=True)["baris"]:
        baris = tuple(int(row) for row in rows)
        text = f"{len(baris)} baris dikeluarkan karena {alasan}: {name_rows(baris)}."
        if alasan == REASON_EMPTY and responses.comments_left_out:
            text += f" {responses.comments_left_out} di antaranya memuat komentar, yang tidak ikut dihitung."
        yield Finding("dikeluarkan", responses.berkas, text, len(baris), baris)


def _blanks(responses: Responses, parameters: Parameters, rest: Rest | None) -> Iterator[Finding]:
    """Say how many answers are blank, and which answers are read as a blank."""
    is_blank = responses.valid[list(parameters.unsur)].isna()
    counts = is_blank.sum()
    if counts.any():
        labels = parameters.label_unsur
        where = ", ".join(f"{labels[unsur]} {n} kali" for unsur, n in counts.items() if n)
        what = f"memuat jawaban kosong, {where}, yang tidak dihitung sebagai nol"
        rows = is_blank.any(axis=1)
        yield row_finding("jawaban_kosong", what, rows, responses, _without(responses, rows, parameters, rest))
    for answer, places in responses.blanks_read.items():
        text = (
            f"Jawaban {answer!r} dibaca sebagai kosong {len(places)} kali ({name_rows(sorted(set(places)))}), "
            "sesuai parameter 'dibaca_kosong'."
        )
        # The rows are among those of the finding above; a second index would give away the difference of the two.
        yield Finding("dibaca_kosong", responses.berkas, text, len(places), tuple(dict.fromkeys(places)))


def _repeated(responses: Responses, parameters: Parameters, rest: Rest | None) -> Iterator[Finding]:
    """Say which rows equal an earlier one in everything that was read."""
    named = {*questions_of(parameters), *groups_of(parameters), "tanggal_isi", "komentar"}
    columns = [name for name in responses.valid.columns if name in named]
    rows = responses.valid.duplicated(columns, keep="first")
    if rows.any():
        day = ", waktu sampai harinya" if "tanggal_isi" in columns else ""
        what = (
            f"sama dengan baris lain di atasnya dalam semua kolom yang dibaca{day}; periksa kemungkinan pengisian ganda"
        )
        yield row_finding("baris_kembar", what, rows, responses, _without(responses, rows, parameters, rest))


def _bare(responses: Responses, parameters: Parameters, rest: Rest | None) -> Iterator[Finding]:
    """Say which rows hold nothing beside answers where nearly all others hold more: they may be means that were rounded."""
    rows = responses.valid["baris"].isin(responses.bare)
    if 0 < rows.sum() <= BARE_MAX * len(rows):
        what = (
            "hanya berisi jawaban, sedangkan hampir semua baris lain juga memuat nomor, waktu, atau profil; bila itu rata-rata "
            "yang dibulatkan, hapus baris itu atau tulis 'Rata-rata' di depan jawabannya; bila responden, biarkan"
        )
        yield row_finding("baris_tanpa_keterangan", what, rows, responses, _without(responses, rows, parameters, rest))


def _straight_lines(responses: Responses, parameters: Parameters, rest: Rest | None) -> Iterator[Finding]:
    """Say which respondents gave the same answer to every unsur, by answer."""
    answers = responses.valid[list(parameters.unsur)]
    is_straight = (answers.min(axis=1) == answers.max(axis=1)) & (answers.notna().sum(axis=1) >= STRAIGHT_LINE_MIN)
    if not is_straight.any():
        return
    values = answers[is_straight].max(axis=1).value_counts().sort_index(ascending=False)
    counts = ", ".join(f"nilai {float(value):g} sebanyak {n}" for value, n in values.items())
    baris = tuple(int(row) for row in responses.valid.loc[is_straight, "baris"])
    # Which row gave which answer is for the analyst alone: the sentence, which is published, names no row.
    text = f"{len(baris)} baris memberi jawaban yang sama untuk semua unsur, yaitu {counts}."
    without = _without(responses, is_straight, parameters, rest)
    yield Finding("jawaban_seragam", responses.berkas, text, len(baris), baris, without)


def _outside_collection(responses: Responses, parameters: Parameters, rest: Rest | None) -> Iterator[Finding]:
    """Say which rows were filled in outside the collection range, and which dates cannot be read."""
    if "tanggal_isi" not in responses.valid.columns:
        return
    span = parameters.survei.periode.pengumpulan
    waktu = responses.valid["tanggal_isi"]
    outside = waktu.notna() & ~waktu.between(pd.Timestamp(span.mulai), pd.Timestamp(span.selesai))
    if outside.any():
        what = f"diisi di luar masa pengumpulan {span.mulai} sampai {span.selesai}"
        without = _without(responses, outside, parameters, rest)
        yield row_finding("di_luar_masa", what, outside, responses, without)
    unread = waktu.isna()
    if unread.any():
        what = "tidak memuat tanggal pengisian yang terbaca; tulis seperti 2024-02-19 atau 19/02/2024"
        without = _without(responses, unread, parameters, rest)
        yield row_finding("tanggal_tidak_terbaca", what, unread, responses, without)
    yield from find_in_order(responses, parameters, is_odd=bool((outside | unread).any()))


def _several_rows(responses: Responses) -> Iterator[Finding]:
    """Say how many respondents stand in several rows, such as one for each service."""
    if "responden" not in responses.valid.columns:
        return
    counts = responses.valid.loc[responses.valid["responden"] != "", "responden"].value_counts()
    n = int((counts > 1).sum())
    if n:
        text = (
            f"{len(responses.valid)} baris berasal dari {len(counts)} responden; {n} orang mengisi lebih dari sekali. Setiap "
            "baris dinilai tersendiri, dan selang kepercayaan menganggapnya dari orang yang berlainan."
        )
        yield Finding("responden_berulang", responses.berkas, text, n)
