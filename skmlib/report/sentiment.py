"""What respondents wrote (BAB IV): sentiment per unsur with both denominators, and the analysis of each unsur."""

from __future__ import annotations

from skmlib.report import sources, wording
from skmlib.report.blocks import Block, Blocks, Column, Table, Text
from skmlib.survey.comments import SUBSTANTIVE
from skmlib.survey.priorities import Priorities
from skmlib.survey.regulation import LOW_ANSWERS
from skmlib.survey.results import Results
from skmlib.survey.sentiment import GENERAL

SENTIMEN_WORDS = {
    "positif": "Positif",
    "netral": "Netral",
    "negatif": "Negatif",
    "tanpa_komentar": "Tanpa komentar",
    "belum_dianotasi": "Belum dianotasi",
    "belum_diputuskan": "Belum diputuskan",
}
REST_WORDS = {
    "tanpa_komentar": "tanpa komentar",
    "belum_dianotasi": "belum dianotasi",
    "belum_diputuskan": "belum diputuskan karena anotator berbeda pendapat",
}
NO_COMMENTS = "Survei ini tidak memiliki komentar yang dianotasi, sehingga analisis sentimen tidak disajikan."
GENERAL_NAME = "Umum (tidak terkait satu unsur)"


def sentiment_text(results: Results) -> Text:
    """Say how many comments there are and how they speak, over both denominators.

    Parameters
    ----------
    results : Results
        Of the unit.

    Returns
    -------
    Text
        Counts with their share of the substantive comments and of all received, or why there are none.
    """
    summary = results.sentiment
    if summary is None:
        return Text.plain(NO_COMMENTS)
    received, substantive = wording.whole(summary.diterima), wording.whole(summary.substantif)
    respondents = wording.whole(summary.responden)
    if not summary.substantif:
        return Text.plain(
            f"Dari {respondents} responden, {received} mengisi kolom komentar, tetapi tidak ada isian yang sudah dianotasi dan "
            "bermakna, sehingga analisis sentimen tidak disajikan."
        )
    parts = [
        f"{row.sentimen} {wording.whole(row.n)} ({_share(row.bagian_substantif)} dan {_share(row.bagian_diterima)})"
        for row in summary.per_sentimen.itertuples(index=False)
        if row.bagian_substantif is not None
    ]
    rest = [
        f"{wording.whole(row.n)} {REST_WORDS[row.sentimen]}"
        for row in summary.per_sentimen.itertuples(index=False)
        if row.sentimen in REST_WORDS and row.n
    ]
    others = f"; selebihnya {wording.listing(rest)}" if rest else ""
    return Text.plain(
        f"Dari {respondents} responden, {received} mengisi kolom komentar. Sebanyak {substantive} isian memuat komentar yang "
        f"bermakna{others}. Sentimennya, yang ditandai secara manual: {wording.listing(parts)}. Persentase pertama terhadap "
        "komentar yang bermakna, persentase kedua terhadap semua isian."
    )


@sources.sourced(sources.comments)
def sentiment_overall_table(results: Results) -> Block:
    """Tabulate the sentiments with both denominators; nothing without comments, which `sentiment_text` says.

    Parameters
    ----------
    results : Results
        Of the unit.

    Returns
    -------
    Block
        One row per sentiment, or an empty block.
    """
    summary = results.sentiment
    if summary is None or not summary.substantif:
        return Blocks([])
    rows = [
        (SENTIMEN_WORDS[row.sentimen], wording.whole(row.n), _share(row.bagian_substantif), _share(row.bagian_diterima))
        for row in summary.per_sentimen.itertuples(index=False)
    ]
    total = (
        "Jumlah",
        wording.whole(summary.diterima),
        *[_share(1)] * 2,
    )
    columns = (
        Column("Sentimen"),
        Column("Jumlah", "kanan"),
        Column(f"dari {wording.whole(summary.substantif)} komentar bermakna", "kanan", group="Persentase"),
        Column(f"dari {wording.whole(summary.diterima)} isian diterima", "kanan", group="Persentase"),
    )
    return Table("Sentimen komentar", columns, (*rows, total), strong_rows=(len(rows),), keep_together=True)


@sources.sourced(sources.comments)
def sentiment_table(results: Results) -> Block:
    """Tabulate the sentiment per unsur; nothing without comments, which `sentiment_text` says.

    Parameters
    ----------
    results : Results
        Of the unit.

    Returns
    -------
    Block
        One row per unsur and one for general comments, or an empty block.
    """
    summary = results.sentiment
    if summary is None or not summary.substantif:
        return Blocks([])
    labels = results.survey.parameters.label_unsur
    rows = [
        (
            labels.get(row.unsur, wording.MISSING),
            _unsur_name(results, row.unsur),
            *(wording.whole(getattr(row, name)) for name in (*SUBSTANTIVE, "n")),
            *(_share(getattr(row, f"bagian_{name}")) for name in (*SUBSTANTIVE, "substantif", "diterima")),
        )
        for row in summary.per_unsur.itertuples(index=False)
    ]
    words = [SENTIMEN_WORDS[name] for name in SUBSTANTIVE]
    columns = (
        Column("Kode"),
        Column("Unsur", width=3),
        *(Column(word, "kanan", group="Komentar") for word in words),
        Column("Jumlah", "kanan"),
        *(Column(word, "kanan", group="Persentase") for word in words),
        *(Column(word, "kanan", group="Dari semua") for word in ("Bermakna", "Isian")),
    )
    substantive, received = wording.whole(summary.substantif), wording.whole(summary.diterima)
    note = (
        "Persentase sentimen terhadap jumlah komentar pada unsur itu. Dua kolom terakhir membagi jumlah itu dengan "
        f"{substantive} komentar bermakna dan dengan {received} isian yang diterima. Setiap komentar dihitung pada satu unsur."
    )
    return Table("Sentimen komentar setiap unsur", columns, tuple(rows), (note,), row_headers=2)


def _unsur_name(results: Results, unsur: str) -> str:
    """Name an unsur, or the row of general comments."""
    return GENERAL_NAME if unsur == GENERAL else results.survey.parameters.nama_unsur[unsur]


def unsur_analysis(results: Results) -> Blocks:
    """Analyse each unsur: its score and place, the comments on it, the analyst's words, quotations.

    Parameters
    ----------
    results : Results
        Of the unit.

    Returns
    -------
    Blocks
        One part per unsur, and the general comments that are quoted.
    """
    blocks = [block for unsur in results.survey.parameters.unsur for block in _analysis(results, unsur)]
    general = _quotes(results, GENERAL)
    return Blocks([*blocks, *([Text.heading(GENERAL_NAME), *general] if general else [])])


def _analysis(results: Results, unsur: str) -> list[Block]:
    """Analyse one unsur."""
    parameters = results.survey.parameters
    blocks: list[Block] = [Text.heading(f"{parameters.label_unsur[unsur]} {parameters.nama_unsur[unsur]}")]
    blocks.append(
        Text.plain(" ".join(filter(None, [_score_sentence(results, unsur), _comments_sentence(results, unsur)])))
    )
    words = results.survey.narasi.get(unsur)
    if words:
        blocks.append(Text.markdown(words))
    return [*blocks, *_quotes(results, unsur)]


def _quotes(results: Results, unsur: str) -> list[Block]:
    """Quote the comments chosen for an unsur, or for none; equal ones once."""
    quotes = () if results.quotes is None else results.quotes.loc[results.quotes["unsur"] == unsur, "komentar"].unique()
    return [Text.lead("Kutipan komentar responden:"), Text.quotes(*quotes)] if len(quotes) else []


def _score_sentence(results: Results, unsur: str) -> str:
    """Say the score of an unsur, its band, its place and how many gave which end of the scale."""
    row = results.unsur[results.unsur["unsur"] == unsur].iloc[0]
    low = results.low_answers[results.low_answers["unsur"] == unsur].iloc[0]
    if row["nrr"] is None and low["dari"]:
        return "Rata-rata layanan unsur ini tidak dapat dihitung, karena ada layanan yang tidak menjawabnya."
    if row["nrr"] is None:
        return "Tidak ada responden yang menjawab unsur ini."
    limits = " atau ".join(map(str, LOW_ANSWERS))
    n, given = wording.whole(int(low["n"])), wording.whole(int(low["dari"]))
    share = wording.percent(low["persen"], 1)
    if len(results.survey.parameters.survei.unsur[unsur].kolom) > 1:
        told = f"Dari {given} jawaban atas pertanyaan-pertanyaannya, {n} ({share}) bernilai {limits}."
    elif low["n"]:
        told = f"Sebanyak {n} dari {given} responden yang menjawab ({share}) memberi nilai {limits}."
    else:
        told = f"Tidak seorang pun dari {given} responden yang menjawab memberi nilai {limits}."
    return (
        f"NRR unsur ini {wording.number(row['nrr'])} (nilai konversi {wording.number(row['ikm'])}, mutu {row['mutu']}), "
        f"{_rank_words(results.priorities, unsur)}. {told}"
    )


def _rank_words(order: Priorities, unsur: str) -> str:
    """Say the place of an unsur among those with a score."""
    if order.terendah == order.tertinggi:
        return "sama dengan semua unsur yang dijawab"
    ranks = order.ranking.set_index("unsur")["peringkat"]
    place = int(ranks[unsur])
    shared = " (bersama unsur lain)" if int((ranks == place).sum()) > 1 else ""
    if unsur in order.terendah:
        return f"terendah di antara {len(ranks)} unsur{shared}"
    if unsur in order.tertinggi:
        return f"tertinggi di antara {len(ranks)} unsur{shared}"
    return f"urutan ke-{place} dari yang terendah di antara {len(ranks)} unsur{shared}"


def _comments_sentence(results: Results, unsur: str) -> str:
    """Say how many comments speak well or ill of an unsur."""
    if results.sentiment is None or not results.sentiment.substantif:
        return ""
    row = results.sentiment.per_unsur.set_index("unsur").loc[unsur]
    if not row["n"]:
        return "Tidak ada komentar bermakna tentang unsur ini."
    parts = [f"{wording.whole(int(row[name]))} {name}" for name in SUBSTANTIVE]
    return f"Dari {wording.whole(int(row['n']))} komentar tentang unsur ini, {wording.listing(parts)}."


def _share(value: object) -> str:
    """Write a share between 0 and 1 as a percentage."""
    return wording.share(None if value is None else 100 * value, 1)
