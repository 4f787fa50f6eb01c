"""The annexes on what the report was made from: the questionnaire, the answers as processed, files and parameters.

Answers stand without anything else about a respondent, sorted by their values and numbered anew. The rows below them are those
of the official form: sum, count, NRR, weight, weighted NRR.
"""

from __future__ import annotations

from skmlib.parameters.models import Pertanyaan
from skmlib.report import sources, wording
from skmlib.report.blocks import Block, Blocks, Column, Table, Text
from skmlib.report.headline import headline_sentence
from skmlib.report.provenance import provenance_tables
from skmlib.survey.regulation import IKM_PER_NI, RULE_SET, SCALE_MAX, SCALE_MIN, UNSUR_JAWABAN
from skmlib.survey.results import Results

SCALE = tuple(str(nilai) for nilai in range(SCALE_MIN, SCALE_MAX + 1))


@sources.sourced(sources.told)
def questionnaire_table(results: Results) -> Table:
    """Tabulate the questions with the labels of their answers.

    Parameters
    ----------
    results : Results
        Of the unit.

    Returns
    -------
    Table
        One row per question with its four answers.
    """
    parameters = results.survey.parameters
    survei = parameters.survei
    rows = []
    for unsur in parameters.unsur:
        question = survei.unsur[unsur]
        rows.append((question.label, _asked(question, parameters.nama_unsur[unsur]), *_labels(question.jawaban, unsur)))
    for key, question in survei.pertanyaan_tambahan.items():
        rows.append((wording.MISSING, _asked(question, question.nama), *_labels(question.jawaban, key)))
    answers = [Column(nilai, width=1.4, group="Pilihan jawaban dan nilainya") for nilai in SCALE]
    notes = ["Pertanyaan tanpa kode tidak termasuk dalam indeks."] if survei.pertanyaan_tambahan else []
    if any(question.jawaban is None for question in survei.unsur.values()):
        notes.append("Pilihan jawaban yang tidak dicantumkan dalam parameter ditulis menurut formulir peraturan.")
    columns = (Column("Kode"), Column("Pertanyaan", width=4), *answers)
    return Table("Kuesioner", columns, tuple(rows), tuple(notes), row_headers=2)


def _asked(question: Pertanyaan, nama: str) -> str:
    """Give the wording of a question: as the parameters tell it, or the headings of its columns unless they say nothing."""
    label = getattr(question, "label", None)
    return question.pertanyaan or (nama if question.kolom == (label,) else " / ".join(question.kolom))


def _labels(jawaban: dict[str, tuple[str, ...]] | None, key: str) -> list[str]:
    """Give the labels of each of the four codes of a question."""
    if jawaban:
        return [" / ".join(labels) for labels in jawaban.values()]
    return list(UNSUR_JAWABAN.get(key, SCALE))


@sources.sourced(sources.answers)
def processed_table(results: Results) -> Block:
    """Tabulate the answers, one row a respondent, with the rows of the official form below.

    Parameters
    ----------
    results : Results
        Of the unit.

    Returns
    -------
    Block
        The rows up to the limit of the parameters, the rows of the official form, and the index in a sentence.
    """
    limit = results.survey.parameters.survei.baris_lampiran
    labels = list(results.survey.parameters.label_unsur.values())
    shown = results.answers.head(limit)
    rows = [
        (wording.whole(place), *(wording.total(nilai) for nilai in row))
        for place, row in enumerate(shown.itertuples(index=False), start=1)
    ]
    summary = _summary_rows(results)
    columns = (Column("No.", width=2.4), *(Column(label, "kanan", width=1.0) for label in labels))
    notes = ["Baris diurutkan menurut nilainya dan diberi nomor baru; nomor tidak menunjuk responden tertentu."]
    if len(results.answers) > limit:
        of = f"{wording.whole(limit)} dari {wording.whole(len(results.answers))} baris"
        notes.append(
            f"Tabel memuat {of}; semua baris ada pada olah-data.xlsx dan tercakup dalam jumlah di bawah tabel."
        )
    strong = tuple(range(len(rows), len(rows) + len(summary)))
    table = Table("Pengolahan data per responden dan per unsur", columns, (*rows, *summary), tuple(notes), 1, strong)
    return Blocks([table, Text.plain(_index_sentence(results))])


def _summary_rows(results: Results) -> list[tuple[str, ...]]:
    """Make the rows sum, count, NRR, weight, weighted NRR."""
    unsur = results.unsur_responden
    return [
        ("Jumlah nilai", *(wording.total(value) for value in unsur["jumlah"])),
        ("Jumlah jawaban", *(wording.whole(int(value)) for value in unsur["n"])),
        ("NRR", *(wording.number(value) for value in unsur["nrr"])),
        ("Bobot", *(wording.number(value, 4) for value in unsur["bobot"])),
        ("NRR tertimbang", *(wording.number(value, 3) for value in unsur["nrr_tertimbang"])),
    ]


def _index_sentence(results: Results) -> str:
    """Say how the index follows from the table."""
    score = results.ikm_responden
    if score.ikm is None:
        return score.reason or ""
    return (
        f"Jumlah NRR tertimbang {wording.number(score.ni, 4)}; IKM = {wording.number(score.ni, 4)} × {IKM_PER_NI} = "
        f"{wording.number(score.ikm)} (dihitung tanpa pembulatan antara)."
        f"{' ' + headline_sentence(results) if results.is_layanan_mean else ''}"
    )


def sources_tables(results: Results) -> Blocks:
    """Tabulate the files that were read with their hashes, the versions, and the parameters that shape figures.

    Parameters
    ----------
    results : Results
        Of the unit.

    Returns
    -------
    Blocks
        Three tables.
    """
    parameters = results.survey.parameters
    survei = parameters.survei
    told = {
        "Unit dan periode": f"{parameters.unit}, {parameters.periode}",
        "Aturan nilai": RULE_SET,
        "Bobot": wording.bobot(parameters.nama_bobot),
        "Nilai utama": survei.nilai_utama.replace("_", " "),
        "Populasi": wording.whole(survei.populasi),
        "Pembulatan sampel minimum": survei.sampel.pembulatan.replace("_", " "),
        "Jumlah unsur prioritas": wording.whole(survei.jumlah_prioritas),
        "Ambang kelompok kecil": wording.whole(survei.ambang_kelompok),
        "Ambang Cronbach's alpha": wording.exact(survei.ambang_alpha),
        "Kredit tindak lanjut sebagian": wording.exact(survei.tindak_lanjut.kredit_sebagian),
    }
    return provenance_tables(results.survey.provenance, told)
