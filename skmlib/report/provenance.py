"""Where figures come from, as tables: files with their hashes, parameters that shape figures, versions."""

from __future__ import annotations

from collections.abc import Mapping

from skmlib.report import wording
from skmlib.report.blocks import Blocks, Column, Table
from skmlib.survey.provenance import Provenance

HASH_HALF = 32


def provenance_tables(provenance: Provenance, told: Mapping[str, str]) -> Blocks:
    """Tabulate the files that were read, the parameters that shape figures, and the versions.

    Parameters
    ----------
    provenance : Provenance
        Of the report.
    told : mapping
        The parameters in words.

    Returns
    -------
    Blocks
        Three tables.
    """
    files = [
        (source.berkas, f"{wording.whole(source.size)} bita", _halves(source.sha256)) for source in provenance.sources
    ]
    versions = [
        *provenance.versions.items(),
        ("Kode, templat, dan huruf skmlib (SHA-256)", _halves(provenance.library)),
    ]
    two = (Column("Uraian"), Column("Nilai"))
    return Blocks(
        [
            Table(
                "Berkas masukan",
                (Column("Berkas", width=1), Column("Ukuran", "kanan"), Column("SHA-256")),
                tuple(files),
            ),
            Table("Parameter yang menentukan angka", two, tuple(told.items())),
            Table("Perangkat lunak", two, tuple(versions)),
        ]
    )


def _halves(digest: str) -> str:
    """Write a hash on two lines."""
    return f"{digest[:HASH_HALF]}\n{digest[HASH_HALF:]}"
