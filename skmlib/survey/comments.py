"""Comments: the answers to the open question, each with the sentiment and the unsur an analyst gave it.

`komentar.csv` holds one row per comment: `id_responden, komentar, sentimen, unsur, kutip`. A comment belongs to its
respondent by `id_responden`, a hash of the export's row: when that row changed, or the text is no longer the one that was
judged, the annotation is refused. An empty `unsur` means a general comment, an empty `sentimen` one that is not judged yet;
answers of the export that have no row count the same way. What leaves this module is masked.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

import pandas as pd

from skmlib.problems import DataError, Finding, Problem, name_rows
from skmlib.survey.filled_tables import check_columns, check_labels, read_filled_table
from skmlib.survey.masking import Masked, mask_comments

COLUMNS = ("id_responden", "komentar", "sentimen", "unsur", "kutip")
SUBSTANTIVE = ("positif", "netral", "negatif")
NO_COMMENT = "tanpa_komentar"
NOT_ANNOTATED = "belum_dianotasi"
SENTIMEN = (*SUBSTANTIVE, NO_COMMENT)
QUOTED = "ya"

_NO_COMMENT_TEXTS = frozenset(
    """
    tidak ada, tdk ada, tak ada, ga ada, gak ada, nggak ada, belum ada, tidak, tdk, kosong, nihil, nil, null, none, no,
    no comment, n/a, na, tes, test, testing, coba, tanpa komentar, tidak ada komentar, tidak ada saran, tidak ada masukan,
    tidak ada kritik, tidak ada kritik dan saran, tidak ada saran dan masukan, tidak ada keluhan, belum ada saran
    """.replace("\n", " ").replace("    ", "").strip().split(", ")
)  # fmt: skip


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


def is_no_comment(text: str) -> bool:
    """Tell whether a text says nothing: a sign, a number, "tidak ada", "nihil", "tes".

    Parameters
    ----------
    text : str
        A comment.

    Returns
    -------
    bool

    Examples
    --------
    >>> [is_no_comment(text) for text in (".", "Tidak ada.", "N/A", "Ramah")]
    [True, True, True, False]
    """
    words = " ".join(re.sub(r"[^\w\s/]", " ", text.casefold()).split())
    return words in _NO_COMMENT_TEXTS or not any(character.isalpha() for character in words)


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
        As read.
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
        `komentar` (masked), `sentimen` (category, with `belum_dianotasi`), `unsur` (category, missing for a general
        comment), `kutip` (bool), `tersamar` (places masked).
    findings : tuple of Finding

    Raises
    ------
    DataError
        With every wrong column, label, unknown or repeated respondent, and text that differs from the export.
    """
    problems = check_columns(comments, columns=COLUMNS, berkas=berkas)
    readable = {column for column in COLUMNS if list(comments.columns).count(column) == 1}
    for column, allowed in {"sentimen": SENTIMEN, "unsur": unsur, "kutip": (QUOTED,)}.items():
        if column in readable:
            problems += check_labels(comments[column], allowed=allowed, berkas=berkas)
    if "komentar" not in responses.columns:
        advice = "tulis judul kolom itu sebagai 'data: kolom_komentar' pada parameter, atau hapus berkas ini"
        problems.append(Problem(berkas, f"kolom komentar di {responden_berkas} belum ditunjuk", advice))
    elif {"id_responden", "komentar"} <= readable:
        problems += _check_respondents(comments, responses, berkas, responden_berkas)
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


def _check_respondents(
    comments: pd.DataFrame, responses: pd.DataFrame, berkas: str, responden_berkas: str
) -> list[Problem]:
    """Refuse annotations whose respondent is unknown, stands twice, or wrote something else."""
    texts = dict(zip(responses["id_responden"], responses["komentar"], strict=True))
    counts = Counter(comments["id_responden"])
    problems = []
    for baris, (name, text) in zip(
        comments.index.tolist(), comments[["id_responden", "komentar"]].itertuples(index=False), strict=True
    ):
        if not name:
            problems.append(Problem(berkas, "kosong", "isi dengan id_responden dari ekspor", baris, "id_responden"))
        elif counts[name] > 1:
            what = f"{name!r} tertulis {counts[name]} kali"
            problems.append(Problem(berkas, what, "sisakan satu baris per responden", baris, "id_responden"))
        elif name not in texts:
            what = f"{name!r} tidak ada di antara baris sah {responden_berkas}"
            advice = "baris itu berubah sejak dianotasi atau dikecualikan; anotasi ulang atau hapus baris ini"
            problems.append(Problem(berkas, what, advice, baris, "id_responden"))
        elif text.split() != texts[name].split():  # a spreadsheet changes spaces and line ends
            what = f"teksnya berbeda dengan jawaban responden {name!r} di {responden_berkas}"
            problems.append(
                Problem(berkas, what, "salin kembali teks aslinya dan periksa anotasinya", baris, "komentar")
            )
    return problems


def _join(comments: pd.DataFrame, responses: pd.DataFrame) -> pd.DataFrame:
    """Give every answer to the open question the annotation it has, if any."""
    answered = responses.loc[responses["komentar"].str.strip() != "", ["baris", "id_responden", "komentar"]]
    annotations = comments[["id_responden", "sentimen", "unsur", "kutip"]]
    joined = answered.merge(annotations, on="id_responden", how="left").fillna(
        {"sentimen": "", "unsur": "", "kutip": ""}
    )
    return joined.assign(sentimen=joined["sentimen"].replace("", NOT_ANNOTATED))


def _assemble(joined: pd.DataFrame, masked: Masked, unsur: Sequence[str]) -> pd.DataFrame:
    """Give the columns their types and put the masked texts in place."""
    sentimen = pd.Categorical(joined["sentimen"], categories=[*SENTIMEN, NOT_ANNOTATED], ordered=True)
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
    """Tell how many answers nobody has judged."""
    return _finding(
        "komentar_belum_dianotasi",
        responden_berkas,
        "{n} jawaban pertanyaan terbuka belum diberi sentimen ({baris}) dan dihitung sebagai belum dianotasi; "
        "lengkapi komentar.csv.",
        joined.loc[joined["sentimen"] == NOT_ANNOTATED, "baris"].tolist(),
    )


def _masked_findings(joined: pd.DataFrame, masked: Masked, responden_berkas: str) -> list[Finding]:
    """Tell how much personal data was masked, by kind."""
    kinds = ", ".join(f"{kind} {n}" for kind, n in masked.counts.items() if n)
    return _finding(
        "komentar_tersamar",
        responden_berkas,
        f"{{n}} komentar memuat data pribadi yang disamarkan ({kinds}; {{baris}}); periksa kutipannya sebelum disahkan.",
        [baris for baris, n in zip(joined["baris"], masked.per_text, strict=True) if n],
    )
