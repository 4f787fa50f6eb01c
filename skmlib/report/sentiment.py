"""What respondents wrote (BAB IV): sentiment per unsur with both denominators, and the analysis of each unsur."""

from __future__ import annotations

from skmlib.report import wording
from skmlib.report.blocks import Block, Blocks, Column, Table, Text
from skmlib.survey.regulation import LOW_ANSWERS
from skmlib.survey.results import Results
from skmlib.survey.sentiment import GENERAL

SENTIMEN_WORDS = {
    "positif": "Positif",
    "netral": "Netral",
    "negatif": "Negatif",
    "tanpa_komentar": "Tanpa komentar",
    "belum_dianotasi": "Belum dianotasi",
}
NO_COMMENTS = "Survei ini tidak memiliki komentar yang dianotasi, sehingga analisis sentimen tidak disajikan."
GENERAL_NAME = "Umum (tidak terkait satu unsur)"


def sentiment_text(results: Results) -> Text:
    """Say how many comments there are and how they speak, over both denominators."""
    summary = results.sentiment
    if summary is None:
        return Text.plain(NO_COMMENTS)
    received, substantive = wording.whole(summary.diterima), wording.whole(summary.substantif)
    parts = [
        f"{SENTIMEN_WORDS[row.sentimen].lower()} {wording.whole(row.n)} ({_share(row.bagian_substantif)})"
        for row in summary.per_sentimen.itertuples(index=False)
        if row.bagian_substantif is not None
    ]
    return (
        Text.plain(
            f"Dari {wording.whole(summary.responden)} responden, {received} mengisi kolom komentar. Sebanyak {substantive} "
            "isian memuat komentar yang bermakna; sisanya tidak memuat komentar atau belum dianotasi. Komentar ditandai secara "
            f"manual. Sentimen komentar yang bermakna: {wording.listing(parts)}.",
        )
        if summary.substantif
        else Text.plain(f"Sebanyak {received} isian diterima, tetapi tidak ada komentar yang bermakna.")
    )


def sentiment_overall_table(results: Results) -> Block:
    """Tabulate the sentiments with both denominators."""
    summary = results.sentiment
    if summary is None:
        return Blocks([])
    rows = [
        (SENTIMEN_WORDS[row.sentimen], wording.whole(row.n), _share(row.bagian_substantif), _share(row.bagian_diterima))
        for row in summary.per_sentimen.itertuples(index=False)
    ]
    total = (
        "Jumlah",
        wording.whole(summary.diterima),
        wording.share(100 if summary.substantif else None, 1),
        wording.share(100 if summary.diterima else None, 1),
    )
    columns = (
        Column("Sentimen"),
        Column("Jumlah", "kanan"),
        Column(f"dari {wording.whole(summary.substantif)} komentar bermakna", "kanan", group="Persentase"),
        Column(f"dari {wording.whole(summary.diterima)} isian diterima", "kanan", group="Persentase"),
    )
    return Table("Sentimen komentar", columns, (*rows, total), strong_rows=(len(rows),), keep_together=True)


def sentiment_table(results: Results) -> Block:
    """Tabulate the sentiment per unsur."""
    summary = results.sentiment
    if summary is None:
        return Blocks([])
    labels = results.survey.parameters.label_unsur
    rows = [
        (
            labels.get(row.unsur, ""),
            unsur_name(results, row.unsur),
            *(wording.whole(getattr(row, name)) for name in ("positif", "netral", "negatif")),
            wording.whole(row.n),
            _share(row.bagian_positif),
            _share(row.bagian_netral),
            _share(row.bagian_negatif),
        )
        for row in summary.per_unsur.itertuples(index=False)
    ]
    words = ("Positif", "Netral", "Negatif")
    columns = (
        Column("Kode"),
        Column("Unsur", width=3),
        *(Column(word, "kanan", group="Komentar") for word in words),
        Column("Jumlah", "kanan"),
        *(Column(word, "kanan", group="Persentase") for word in words),
    )
    note = "Persentase terhadap komentar bermakna pada unsur itu. Setiap komentar dihitung pada satu unsur."
    return Table("Sentimen komentar setiap unsur", columns, tuple(rows), (note,), row_headers=2)


def unsur_name(results: Results, unsur: str) -> str:
    """Name an unsur, or the row of general comments."""
    return GENERAL_NAME if unsur == GENERAL else results.survey.parameters.nama_unsur[unsur]


def unsur_analysis(results: Results) -> Blocks:
    """Analyse each unsur: its score and place, the comments on it, the analyst's words, quotations."""
    return Blocks([block for unsur in results.survey.parameters.unsur for block in _analysis(results, unsur)])


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
    quotes = [] if results.quotes is None else results.quotes.loc[results.quotes["unsur"] == unsur, "komentar"].tolist()
    if quotes:
        blocks += [Text.lead("Kutipan komentar responden:"), Text.quotes(*quotes)]
    return blocks


def _score_sentence(results: Results, unsur: str) -> str:
    """Say the score of an unsur, its band, its place and how many gave which end of the scale."""
    row = results.unsur[results.unsur["unsur"] == unsur].iloc[0]
    if row["nrr"] is None:
        return "Tidak ada responden yang menjawab unsur ini."
    ranking = results.priorities.ranking
    place = int(ranking.loc[ranking["unsur"] == unsur, "peringkat"].iloc[0])
    shared = int((ranking["peringkat"] == place).sum()) > 1
    rank = f"peringkat {place} dari bawah{' (bersama unsur lain)' if shared else ''} di antara {len(ranking)} unsur"
    low = results.low_answers[results.low_answers["unsur"] == unsur].iloc[0]
    limits = " atau ".join(map(str, LOW_ANSWERS))
    told = (
        f"Sebanyak {wording.whole(int(low['n']))} responden ({wording.percent(low['persen'], 1)}) memberi nilai {limits}."
        if low["n"]
        else f"Tidak ada responden yang memberi nilai {limits}."
    )
    return (
        f"NRR unsur ini {wording.number(row['nrr'])} (nilai konversi {wording.number(row['ikm'])}, mutu {row['mutu']}), "
        f"{rank}. {told}"
    )


def _comments_sentence(results: Results, unsur: str) -> str:
    """Say how many comments speak well or ill of an unsur."""
    if results.sentiment is None:
        return ""
    row = results.sentiment.per_unsur.set_index("unsur").loc[unsur]
    if not row["n"]:
        return "Tidak ada komentar bermakna tentang unsur ini."
    parts = [f"{wording.whole(int(row[name]))} {name}" for name in ("positif", "netral", "negatif")]
    return f"Dari {wording.whole(int(row['n']))} komentar tentang unsur ini, {wording.listing(parts)}."


def _share(value: object) -> str:
    """Write a share between 0 and 1 as a percentage."""
    return wording.share(None if value is None else 100 * value, 1)
