"""Comments: the answers to the open question, each with the sentiment and the unsur an analyst gave it.

`komentar.csv` holds one row per comment: `id_responden, komentar, sentimen, unsur, kutip`. A comment belongs to its
respondent by `id_responden`, a hash of the export's row: when that row changed, or the text is no longer the one that was
judged, the annotation is refused. An empty `unsur` means a general comment, an empty `sentimen` one that is not judged yet;
answers of the export that have no row count the same way. Where several people judged (`annotations.py`), a comment on which
they differ and nobody decided is `belum_diputuskan`. What leaves this module is masked.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pandas as pd

from skmlib.problems import DataError, Finding, name_rows
from skmlib.survey.comment_labels import COLUMNS as COLUMNS
from skmlib.survey.comment_labels import (
    NO_COMMENT,
    NOT_ANNOTATED,
    QUOTED,
    SENTIMEN,
    SUBSTANTIVE,
    UNDECIDED,
    check_comments,
)
from skmlib.survey.filled_tables import read_filled_table
from skmlib.survey.masking import Masked, mask_comments
from skmlib.survey.no_comment import is_no_comment as is_no_comment


def read_comments(path: Path, *, berkas: str | None = None) -> pd.DataFrame:
    """Read the annotated comments as text.

    Parameters
    ----------
    path : Path
        `komentar.csv`: commas, UTF-8 with or without byte order mark.
    berkas : str, optional
        Its name for messages; the file's own name by default.

    Returns
    -------
    DataFrame
        One row per comment, indexed by `baris`, not checked yet.

    Raises
    ------
    DataError
        When the file cannot be read.
    """
    return read_filled_table(path, berkas=berkas or path.name)


def validate_comments(
    comments: pd.DataFrame,
    responses: pd.DataFrame,
    *,
    unsur: Sequence[str],
    berkas: str,
    responden_berkas: str,
    nama: Sequence[str] = (),
) -> tuple[pd.DataFrame, tuple[Finding, ...]]:
    """Check annotations against the export and mask their texts.

    Parameters
    ----------
    comments : DataFrame
        One row per comment: as read, or decided over several annotators (then `sentimen` may be `belum_diputuskan`).
    responses : DataFrame
        Valid responses, with `baris`, `id_responden` and `komentar`.
    unsur : sequence of str
        Unsur of the survey, in order.
    berkas, responden_berkas : str
        File names for messages.
    nama : sequence of str
        Names to mask wherever they stand.

    Returns
    -------
    comments : DataFrame
        One row per comment that was received, in the order of the export: `baris` (row of the export), `id_responden`,
        `komentar` (masked), `sentimen` (category, with `belum_dianotasi` and `belum_diputuskan`), `unsur` (category, missing
        for a general comment), `kutip` (bool), `tersamar` (places masked).
    findings : tuple of Finding

    Raises
    ------
    DataError
        With everything that `check_comments` says.
    """
    labelled = comments.replace({"sentimen": {UNDECIDED: ""}}) if "sentimen" in comments.columns else comments
    problems = check_comments(labelled, responses, unsur=unsur, berkas=berkas, responden_berkas=responden_berkas)
    if problems:
        raise DataError(problems)
    joined = _join(comments, responses)
    masked = mask_comments(joined["komentar"].tolist(), nama=nama)
    findings = [
        *_label_findings(comments, berkas),
        *_missing_findings(joined, responden_berkas),
        *_masked_findings(joined, masked, responden_berkas),
    ]
    return _assemble(joined, masked, unsur), tuple(findings)


def unjudged_comments(responses: pd.DataFrame, *, unsur: Sequence[str], nama: Sequence[str] = ()) -> pd.DataFrame:
    """Give the comments of a period of which nobody has judged any.

    Parameters
    ----------
    responses : DataFrame
        Valid responses, with `baris`, `id_responden` and `komentar`.
    unsur : sequence of str
        Unsur of the survey, in order.
    nama : sequence of str
        Names to mask wherever they stand.

    Returns
    -------
    DataFrame
        As `validate_comments` gives it, all `belum_dianotasi`.
    """
    joined = _join(pd.DataFrame(columns=[*COLUMNS], dtype="str"), responses)
    return _assemble(joined, mask_comments(joined["komentar"].tolist(), nama=nama), unsur)


def _join(comments: pd.DataFrame, responses: pd.DataFrame) -> pd.DataFrame:
    """Give every answer to the open question the annotation it has, if any."""
    answered = responses.loc[responses["komentar"].str.strip() != "", ["baris", "id_responden", "komentar"]]
    annotations = comments[["id_responden", "sentimen", "unsur", "kutip"]].astype("str")
    joined = answered.merge(annotations, on="id_responden", how="left").fillna(
        {"sentimen": "", "unsur": "", "kutip": ""}
    )
    return joined.assign(sentimen=joined["sentimen"].replace("", NOT_ANNOTATED))


def _assemble(joined: pd.DataFrame, masked: Masked, unsur: Sequence[str]) -> pd.DataFrame:
    """Give the columns their types and put the masked texts in place."""
    sentimen = pd.Categorical(joined["sentimen"], categories=[*SENTIMEN, NOT_ANNOTATED, UNDECIDED], ordered=True)
    return joined.assign(
        komentar=pd.Series([text.strip() for text in masked.texts], dtype="str"),
        sentimen=sentimen,
        unsur=pd.Categorical(joined["unsur"].mask(joined["unsur"] == ""), categories=list(unsur), ordered=True),
        kutip=joined["kutip"] == QUOTED,
        tersamar=pd.Series(masked.per_text, dtype="int64"),
    )


def _finding(jenis: str, berkas: str, pesan: str, baris: Sequence[int]) -> list[Finding]:
    """Make a finding about rows, or none when there are no rows; the sentence says `{n}` and `{baris}`."""
    if not len(baris):
        return []
    rows = tuple(int(number) for number in baris)
    return [Finding(jenis, berkas, pesan.format(n=len(rows), baris=name_rows(rows)), len(rows), rows)]


def _label_findings(comments: pd.DataFrame, berkas: str) -> list[Finding]:
    """Tell labels that do not fit their text."""
    says_nothing = comments["komentar"].map(is_no_comment).astype(bool) & (comments["komentar"] != "")
    is_substantive = comments["sentimen"].isin(SUBSTANTIVE)
    is_quoted = (comments["kutip"] == QUOTED) & ~is_substantive
    return [
        *_finding(
            "bukan_komentar_berlabel",
            berkas,
            "{n} isian tanpa makna seperti '.' atau 'tidak ada' dilabeli positif, netral, atau negatif ({baris}); "
            f"labeli {NO_COMMENT!r} bila memang bukan komentar.",
            comments.index[says_nothing & is_substantive],
        ),
        *_finding(
            "kutipan_tidak_dimuat",
            berkas,
            "{n} komentar ditandai kutip tetapi tidak dilabeli positif, netral, atau negatif ({baris}), "
            "sehingga tidak dikutip; betulkan labelnya atau kosongkan kolom kutip.",
            comments.index[is_quoted],
        ),
        *_finding(
            "anotasi_tanpa_jawaban",
            berkas,
            "{n} baris anotasi tidak memuat komentar ({baris}) dan tidak dihitung; hapus baris itu.",
            comments.index[comments["komentar"] == ""],
        ),
    ]


def _missing_findings(joined: pd.DataFrame, responden_berkas: str) -> list[Finding]:
    """Tell how many answers nobody has judged, and on how many the annotators differ."""
    waiting = _finding(
        "komentar_belum_dianotasi",
        responden_berkas,
        "{n} jawaban pertanyaan terbuka belum diberi sentimen ({baris}) dan dihitung sebagai belum dianotasi; "
        "lengkapi komentar.csv.",
        joined.loc[joined["sentimen"] == NOT_ANNOTATED, "baris"].tolist(),
    )
    undecided = _finding(
        "komentar_belum_diputuskan",
        responden_berkas,
        "Anotator berbeda pendapat tentang sentimen {n} komentar tanpa suara terbanyak ({baris}); komentar itu dihitung "
        "sebagai belum diputuskan sampai anotator 'keputusan' memberi sentimennya di komentar.csv.",
        joined.loc[joined["sentimen"] == UNDECIDED, "baris"].tolist(),
    )
    return [*waiting, *undecided]


def _masked_findings(joined: pd.DataFrame, masked: Masked, responden_berkas: str) -> list[Finding]:
    """Tell how much personal data was masked, by kind."""
    # The terminal names the rows; published, they would say what the author of a quoted comment answered.
    kinds = ", ".join(f"{kind} {n}" for kind, n in masked.counts.items() if n)
    return _finding(
        "komentar_tersamar",
        responden_berkas,
        f"{{n}} komentar memuat data pribadi yang disamarkan ({kinds}); periksa kutipannya sebelum disahkan.",
        [baris for baris, n in zip(joined["baris"], masked.per_text, strict=True) if n],
    )
