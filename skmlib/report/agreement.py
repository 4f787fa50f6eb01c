"""How far the annotators agreed, and on what they differed (annex)."""

from __future__ import annotations

from skmlib.report import sources, wording
from skmlib.report.blocks import Block, Blocks, Column, Table, Text
from skmlib.report.sentiment import SENTIMEN_WORDS
from skmlib.survey.adjudication import CARA
from skmlib.survey.agreement import Agreement
from skmlib.survey.results import Results
from skmlib.survey.sentiment import GENERAL

NO_ANNOTATORS = "Komentar tidak dinilai oleh beberapa anotator secara terpisah, sehingga kesepakatannya tidak dihitung."
HOW_MEASURED = (
    "Unsur dibandingkan pada komentar yang bermakna saja; komentar tanpa unsur dihitung sebagai umum. Alpha 1 berarti "
    "sepakat sepenuhnya, 0 berarti tidak lebih baik daripada kebetulan."
)
CARA_WORDS = {
    "sepakat": "Semua sepakat",
    "mayoritas": "Mayoritas",
    "keputusan": "Keputusan akhir",
    "belum_diputuskan": "Belum diputuskan",
}
LABEL_WORDS = {"sentimen": "Sentimen", "unsur": "Unsur"}
ROWS_SHOWN = 50


def agreement_text(results: Results) -> Text:
    """Say how far the annotators agreed, how the measures are computed and how labels were decided.

    Parameters
    ----------
    results : Results
        Of the unit.

    Returns
    -------
    Text
        A paragraph for each kind of label and one on the decisions, or why there is none.
    """
    if results.agreement is None:
        return Text.plain(NO_ANNOTATORS)
    agreement = results.agreement
    return Text.plain(
        *(_agreement_sentence(part) for part in (agreement.sentimen, agreement.unsur)), _decisions_sentence(results)
    )


def _agreement_sentence(part: Agreement) -> str:
    """Say the agreement on one kind of label."""
    name = f"{LABEL_WORDS[part.label]}: "
    if part.reason is not None and not part.n:
        return f"{name}alpha Krippendorff {part.reason}"
    told = (
        f"{name}{wording.whole(part.n)} komentar dinilai oleh dua anotator atau lebih, dan "
        f"{wording.whole(part.sepakat)} di antaranya ({wording.percent(part.persen, 1)}) mendapat label yang sama."
    )
    if part.reason is not None:
        return f"{told} Alpha Krippendorff {part.reason}"
    kappa = f" Kappa Cohen {wording.number(part.kappa, 3)}." if part.kappa is not None else ""
    return f"{told} Alpha Krippendorff {wording.number(part.alpha, 3)}{_interval_words(part)}.{kappa}"


def _interval_words(part: Agreement) -> str:
    """Say the interval of alpha, or why there is none."""
    if part.interval_reason is not None:
        return f"; selangnya {part.interval_reason.rstrip('.')}"
    ends = f"{wording.number(part.low, 3)} sampai {wording.number(part.high, 3)}"
    return f" (selang kepercayaan {wording.percent(100 * part.level)} {ends})"


def _decisions_sentence(results: Results) -> str:
    """Say how the sentiments were decided."""
    counts = results.agreement.adjudication.comments["cara_sentimen"].value_counts()
    parts = [f"{wording.whole(int(counts[cara]))} {CARA_WORDS[cara].lower()}" for cara in CARA if counts[cara]]
    if not parts:
        return ""
    return f"Label sentimen yang dipakai ditetapkan sebagai berikut: {wording.listing(parts)}."


@sources.sourced(sources.comments)
def agreement_table(results: Results) -> Block:
    """Tabulate the agreement, and for two annotators the sentiments they gave; nothing when `agreement_text` says why.

    Parameters
    ----------
    results : Results
        Of the unit.

    Returns
    -------
    Block
        One row per measure and one column per kind of label; below it, label by label; or an empty block.
    """
    if results.agreement is None:
        return Blocks([])
    parts = (results.agreement.sentimen, results.agreement.unsur)
    judges = sorted({name for part in parts for name in part.dinilai})
    rows = [
        *((f"Dinilai oleh {name}", *(wording.whole(part.dinilai.get(name, 0)) for part in parts)) for name in judges),
        ("Dinilai oleh dua anotator atau lebih", *(wording.whole(part.n) for part in parts)),
        ("Berlabel sama", *(wording.whole(part.sepakat) for part in parts)),
        ("Persentase sepakat", *(wording.share(part.persen, 1) for part in parts)),
        ("Alpha Krippendorff", *(wording.number(part.alpha, 3) for part in parts)),
        ("Batas bawah alpha", *(wording.number(part.low, 3) for part in parts)),
        ("Batas atas alpha", *(wording.number(part.high, 3) for part in parts)),
        ("Kappa Cohen", *(wording.number(part.kappa, 3) for part in parts)),
    ]
    columns = (Column("Ukuran", width=3), *(Column(LABEL_WORDS[part.label], "kanan") for part in parts))
    table = Table("Kesepakatan antaranotator", columns, tuple(rows), _notes(results), keep_together=True)
    return Blocks([table, *_matrix_table(results.agreement.sentimen)])


def _notes(results: Results) -> tuple[str, ...]:
    """Say how the measures are computed, and why one is missing."""
    parts = (results.agreement.sentimen, results.agreement.unsur)
    notes = [HOW_MEASURED]
    drawn = [part for part in parts if part.ulangan]
    if drawn:
        used = wording.listing([f"{wording.whole(part.ulangan_dipakai)} ({part.label})" for part in drawn])
        notes.append(
            f"Selang alpha dari {wording.whole(drawn[0].ulangan)} kali penarikan ulang komentar (bilangan awal "
            f"{results.agreement.seed}); yang dipakai {used}, karena penarikan dengan satu label saja tidak mempunyai alpha."
        )
    reasons = {
        "Alpha": [(part.label, part.reason) for part in parts],
        "Selang alpha": [(part.label, part.interval_reason) for part in parts if part.reason is None],
        "Kappa": [(part.label, part.kappa_reason) for part in parts if part.reason is None],
    }
    notes += [f"{what} {label} {why}" for what, told in reasons.items() for label, why in told if why]
    return tuple(notes)


def _matrix_table(part: Agreement) -> list[Table]:
    """Tabulate the sentiments of two annotators against each other."""
    if part.matrix is None:
        return []
    first, second = part.matrix.index.name, part.matrix.columns.name
    columns = (
        Column(f"{first} (baris)"),
        *(Column(SENTIMEN_WORDS[label], "kanan", group=f"{second} (kolom)") for label in part.matrix.columns),
    )
    rows = tuple(
        (SENTIMEN_WORDS[label], *(wording.whole(int(n)) for n in part.matrix.loc[label])) for label in part.matrix.index
    )
    return [Table("Sentimen menurut dua anotator", columns, rows, keep_together=True)]


@sources.sourced(sources.comments)
def disagreements_table(results: Results) -> Block:
    """Tabulate the comments on which annotators differ; nothing without annotators, which `agreement_text` says.

    Parameters
    ----------
    results : Results
        Of the unit.

    Returns
    -------
    Block
        One row per comment and kind of label, or a sentence that there are none, or an empty block.
    """
    if results.agreement is None:
        return Blocks([])
    rows = results.agreement.adjudication.disagreements
    if rows.empty:
        return Text.plain("Tidak ada komentar yang diberi label berbeda oleh para anotator.")
    people = [name for name in rows.columns if name not in {"id_responden", "hal", "hasil", "cara"}]
    texts = {} if results.survey.comments is None else _texts(results)
    cells = [
        (
            texts.get(row["id_responden"], wording.MISSING),
            LABEL_WORDS[row["hal"]],
            *(_label(results, row[name]) for name in (*people, "hasil")),
            CARA_WORDS[row["cara"]],
        )
        for row in rows.head(ROWS_SHOWN).to_dict("records")
    ]
    columns = (
        Column("Komentar", width=3),
        Column("Hal"),
        *(Column(name, group="Anotator") for name in people),
        Column("Hasil"),
        Column("Cara"),
    )
    total = wording.whole(len(rows))
    note = (f"Ditampilkan {wording.whole(ROWS_SHOWN)} dari {total} perbedaan.",) if len(rows) > ROWS_SHOWN else ()
    return Table("Komentar yang diberi label berbeda", columns, tuple(cells), note)


def _texts(results: Results) -> dict[str, str]:
    """Look up the masked text of each comment."""
    comments = results.survey.comments
    return dict(zip(comments["id_responden"], comments["komentar"], strict=True))


def _label(results: Results, label: object) -> str:
    """Put a label of either kind into words."""
    if not isinstance(label, str):
        return wording.MISSING
    unsur = results.survey.parameters.label_unsur | {GENERAL: GENERAL.capitalize()}
    return SENTIMEN_WORDS.get(label) or unsur.get(label, label)
