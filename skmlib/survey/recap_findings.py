"""What is told about the units of a recap: who has not reported, who is not in it, whose data have findings of their own."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from skmlib.parameters.recap import RecapParameters
from skmlib.problems import Finding
from skmlib.survey.recap_rows import RecapRow


def find_in_recap(
    parameters: RecapParameters,
    rows: Sequence[RecapRow],
    missing: Sequence[str],
    *,
    unnamed: Sequence[str],
    same: Sequence[Sequence[str]] = (),
) -> tuple[Finding, ...]:
    """List what is worth telling about the units of a recap.

    Parameters
    ----------
    parameters : RecapParameters
        Of the recap.
    rows : sequence of RecapRow
        The units that have reported.
    missing, unnamed : sequence of str
        The units that have not, and surveys of the agency that the recap does not name.
    same : sequence of sequence of str
        Units with the same answers.

    Returns
    -------
    tuple of Finding
    """
    return (
        *_missing(parameters, missing),
        *_unnamed(parameters, unnamed),
        *_without_index(parameters, rows),
        *_few_respondents(parameters, rows),
        *_uneven(parameters, rows),
        *_same(parameters, same),
        *_own_findings(parameters, rows),
    )


def _missing(parameters: RecapParameters, missing: Sequence[str]) -> Iterator[Finding]:
    """Name the units that have not reported."""
    if missing:
        text = f"{len(missing)} unit belum melapor dan tidak termasuk dalam rekapitulasi: {', '.join(missing)}."
        yield Finding("unit_belum_melapor", parameters.berkas[0], text, len(missing))


def _unnamed(parameters: RecapParameters, unnamed: Sequence[str]) -> Iterator[Finding]:
    """Name the surveys that the list of the recap leaves out."""
    if unnamed:
        text = (
            f"{len(unnamed)} unit instansi ini memiliki survei pada periode ini, tetapi tidak ada di 'unit' dan tidak "
            f"termasuk: {', '.join(unnamed)}; tambahkan bila seharusnya termasuk."
        )
        yield Finding("unit_tidak_disebut", parameters.berkas[0], text, len(unnamed))


def _without_index(parameters: RecapParameters, rows: Sequence[RecapRow]) -> Iterator[Finding]:
    """Name the units that have no index or no number of respondents, and what follows."""
    without = [row.nama for row in rows if row.ikm is None]
    if without:
        text = f"{len(without)} unit tidak memiliki IKM dan tidak masuk rata-rata IKM: {', '.join(without)}."
        yield Finding("unit_tanpa_ikm", parameters.berkas[0], text, len(without))
    uncounted = [row.nama for row in rows if row.n is None]
    if uncounted:
        text = (
            f"{len(uncounted)} unit tidak mencantumkan banyaknya responden ({', '.join(uncounted)}), sehingga rata-rata "
            "menurut responden tidak dihitung; isi kolom 'responden'."
        )
        yield Finding("unit_tanpa_responden", parameters.berkas[0], text, len(uncounted))


def _few_respondents(parameters: RecapParameters, rows: Sequence[RecapRow]) -> Iterator[Finding]:
    """Name the units with fewer respondents than their users need."""
    few = [
        f"{row.nama} ({row.n} dari {row.sampel_minimum})"
        for row in rows
        if row.sampel_minimum is not None and row.n < row.sampel_minimum
    ]
    if few:
        text = f"Responden {len(few)} unit kurang dari sampel minimum: {', '.join(few)}; IKM-nya tetap masuk rata-rata."
        yield Finding("unit_sampel_kurang", parameters.berkas[0], text, len(few))


def _uneven(parameters: RecapParameters, rows: Sequence[RecapRow]) -> Iterator[Finding]:
    """Name the units that lack an unsur of the recap."""
    for unsur in parameters.unsur:
        lacking = [row.nama for row in rows if unsur not in row.nilai]
        if lacking:
            text = (
                f"{parameters.label_unsur[unsur]} {parameters.nama_unsur[unsur]} tidak dinilai pada {len(lacking)} unit "
                f"({', '.join(lacking)}); rata-ratanya atas unit lain."
            )
            yield Finding("unsur_tidak_dinilai", parameters.berkas[0], text, len(lacking))


def _same(parameters: RecapParameters, same: Sequence[Sequence[str]]) -> Iterator[Finding]:
    """Name the units whose answers were copied from each other, as it seems."""
    if same:
        n = sum(map(len, same))
        text = (
            f"Jawaban {n} unit sama seluruhnya: {'; '.join(' = '.join(names) for names in same)}. Setiap unit tetap dihitung; "
            "periksa apakah berkas satu unit disalin ke unit lain."
        )
        yield Finding("jawaban_unit_sama", parameters.berkas[0], text, n)


def _own_findings(parameters: RecapParameters, rows: Sequence[RecapRow]) -> Iterator[Finding]:
    """Count the findings that the units' own reports tell; the table of units has them unit by unit."""
    told = [row for row in rows if row.n_temuan]
    if told:
        n = sum(row.n_temuan for row in told)
        text = f"Laporan {len(told)} unit memuat {n} temuan mutu data; uraiannya ada pada laporan setiap unit."
        yield Finding("temuan_unit", parameters.berkas[0], text, n)
