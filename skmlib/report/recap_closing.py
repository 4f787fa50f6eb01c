"""How a recap ends: conclusions, evidence, and where its figures come from."""

from __future__ import annotations

from skmlib.report import wording
from skmlib.report.blocks import Block, Blocks, Text
from skmlib.report.provenance import provenance_tables
from skmlib.report.recap_text import main_points
from skmlib.report.recap_words import mean_name, own_words
from skmlib.survey.recap_summary import RecapResults
from skmlib.survey.regulation import RULE_SET

SOURCES = {"responden": "Jawaban responden setiap unit", "terbit": "Tabel unit yang terbit"}


def recap_conclusion_text(results: RecapResults) -> Block:
    """Conclude from the figures, then in the analyst's own words.

    Parameters
    ----------
    results : RecapResults
        Of the recap.

    Returns
    -------
    Block
    """
    score, rekap = results.ikm, results.parameters.rekap
    first = (
        f"IKM {rekap.nama} pada {wording.periode(results.parameters.periode)} sebagai "
        f"{wording.inline(mean_name(results, results.utama.cara))} adalah {wording.number(score.ikm)}, mutu {score.mutu} "
        f"({score.kinerja})."
        if score.ikm is not None
        else f"IKM {rekap.nama} tidak dapat dihitung. {score.reason}"
    )
    computed = Text.bullets(*[first, *main_points(results)], numbered=True)
    words = [*own_words(results, "kekuatan dan kelemahan"), *own_words(results, "kesimpulan")]
    return Blocks([computed, *words])


def recap_evidence_text(results: RecapResults) -> Block:
    """List the evidence that the parameters name, then the analyst's own words.

    Parameters
    ----------
    results : RecapResults
        Of the recap.

    Returns
    -------
    Block
        A numbered list, or a sentence that there is none.
    """
    bukti = results.parameters.rekap.bukti
    listed = Text.bullets(*bukti, numbered=True) if bukti else Text.plain("Tidak ada bukti dukung yang dicantumkan.")
    return Blocks([listed, *own_words(results, "lampiran")])


def recap_sources_tables(results: RecapResults) -> Blocks:
    """Tabulate the files that were read, the parameters that shape figures, and versions.

    Parameters
    ----------
    results : RecapResults
        Of the recap.

    Returns
    -------
    Blocks
        Three tables.
    """
    parameters = results.parameters
    told = {
        "Unit dan periode": f"{parameters.unit}, {parameters.periode}",
        "Aturan nilai": RULE_SET,
        "Sumber nilai": SOURCES[parameters.rekap.sumber],
        "Nilai yang diutamakan": mean_name(results, results.utama.cara),
        "Jumlah unsur prioritas": wording.whole(parameters.rekap.jumlah_prioritas),
    }
    return provenance_tables(results.recap.provenance, told)
