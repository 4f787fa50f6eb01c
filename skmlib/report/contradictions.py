"""Which comments contradict the answers of their authors (annex): counts only, for a row would tie a comment to an answer."""

from __future__ import annotations

from skmlib.report import sources, wording
from skmlib.report.blocks import Block, Column, Table, Text
from skmlib.report.sentiment import GENERAL_NAME
from skmlib.survey.contradictions import HIGH_LIMIT, LOW_LIMIT
from skmlib.survey.results import Results
from skmlib.survey.sentiment import GENERAL

NO_CONTRADICTIONS = "Tidak ada komentar positif atau negatif yang bertentangan dengan nilai yang diberikan penulisnya."
NO_COMMENTS = "Tidak ada komentar yang dianotasi, sehingga komentar tidak dibandingkan dengan nilai."


@sources.sourced(sources.comments, sources.answers)
def contradictions_table(results: Results) -> Block:
    """Tabulate how many comments contradict the answers of their authors.

    Parameters
    ----------
    results : Results
        Of the unit.

    Returns
    -------
    Block
        One row per unsur and one for general comments, counts only; or a sentence that there are none.
    """
    found = results.contradictions
    if found is None:
        return Text.plain(NO_COMMENTS)
    if not found.n:
        return Text.plain(NO_CONTRADICTIONS)
    labels, names = results.survey.parameters.label_unsur, results.survey.parameters.nama_unsur
    counted = ("negatif", "negatif_nilai_tinggi", "positif", "positif_nilai_rendah", "tanpa_nilai")
    rows = [
        (
            labels.get(row.unsur, wording.MISSING),
            GENERAL_NAME if row.unsur == GENERAL else names[row.unsur],
            *(wording.whole(int(getattr(row, name))) for name in counted),
        )
        for row in found.per_unsur.itertuples(index=False)
    ]
    columns = (
        Column("Kode"),
        Column("Unsur", width=3),
        Column("Dibandingkan", "kanan", group="Komentar negatif"),
        Column("Bernilai tinggi", "kanan", group="Komentar negatif"),
        Column("Dibandingkan", "kanan", group="Komentar positif"),
        Column("Bernilai rendah", "kanan", group="Komentar positif"),
        Column("Tanpa nilai", "kanan"),
    )
    note = (
        f"Bernilai tinggi: paling rendah {wording.number(HIGH_LIMIT, 1)}; bernilai rendah: paling tinggi "
        f"{wording.number(LOW_LIMIT, 0)}. Komentar umum dibandingkan dengan rata-rata jawaban penulisnya. Pertentangan tidak "
        "selalu berarti kesalahan: isian, label, atau formulir perlu diperiksa. Tidak ada data yang diubah karenanya."
    )
    return Table("Komentar yang bertentangan dengan nilai", columns, tuple(rows), (note,), row_headers=2)
