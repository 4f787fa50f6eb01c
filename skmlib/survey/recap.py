"""All data of one recap: the rows of its units, and what there is to tell about them.

`read_recap` is where a recap begins, in the notebook and on the command line alike. The rows come from the answers of the
units or from a published table, as the parameters say; the rest of the recap does not ask which.
"""

from __future__ import annotations

import dataclasses
from pathlib import Path

from skmlib.parameters import find_project
from skmlib.parameters.recap import RecapParameters, load_recap
from skmlib.parameters.roster import read_roster, roster_of
from skmlib.problems import Finding
from skmlib.survey.handed_over import take_over
from skmlib.survey.input_files import NARASI_FILE, read_logo
from skmlib.survey.narasi import parse_narasi, read_narasi
from skmlib.survey.provenance import Provenance, read_provenance
from skmlib.survey.recap_findings import find_in_recap
from skmlib.survey.recap_printed import Printed, compare_printed, find_in_printed
from skmlib.survey.recap_rows import PrintedRow, RecapRow
from skmlib.survey.recap_table import MEAN_NAME, read_unit_table, unit_file, with_previous
from skmlib.survey.recap_units import read_units, unnamed_units


@dataclasses.dataclass(frozen=True)
class Recap:
    """The checked data of one recap.

    Attributes
    ----------
    parameters : RecapParameters
        What the recap was told.
    rows : tuple of RecapRow
        One for each unit that has reported.
    missing : tuple of str
        The units that have not.
    mean : PrintedRow or None
        The mean that a published table prints.
    printed : tuple of Printed
        The figures of a published table, compared.
    narasi : dict
        The analyst's words in Markdown, by section: those of a survey, the unsur, and the units.
    findings : tuple of Finding
        What is told about the data.
    logo : bytes or None
        The agency's logo.
    provenance : Provenance
        Files, code and packages that the recap is made from.
    """

    parameters: RecapParameters
    rows: tuple[RecapRow, ...]
    missing: tuple[str, ...]
    mean: PrintedRow | None
    printed: tuple[Printed, ...]
    narasi: dict[str, str]
    findings: tuple[Finding, ...]
    logo: bytes | None
    provenance: Provenance

    @property
    def is_published(self) -> bool:
        """Whether the rows are published ones, without answers."""
        return self.parameters.rekap.sumber == "terbit"


def read_recap(unit: str, periode: str, *, root: Path | None = None) -> Recap:
    """Read and check all data of one recap.

    Parameters
    ----------
    unit, periode : str
        Identity of the recap, such as `"kemensos"` and `"2024-S1"`.
    root : Path, optional
        The project folder; found from the working directory when not given.

    Returns
    -------
    Recap
        With its findings.

    Raises
    ------
    DataError
        With every problem of the table, or of every unit.
    """
    root = root or find_project(Path.cwd())
    if (handed := take_over(Recap, unit, periode, root=root)) is not None:
        return handed
    parameters = load_recap(unit, periode, root=root)
    rekap, roster = parameters.rekap, read_roster(periode, root=parameters.root)
    if rekap.sumber == "terbit":
        (rows, missing, mean, names), same = _published(parameters), ()
    else:
        (rows, missing, same, names), mean = read_units(parameters, roster), None
    label = parameters.label_unsur
    printed = compare_printed(rows, mean, label=label, nama_rata_rata=MEAN_NAME)
    narasi, worded = _words(parameters, rows)
    words = f"{parameters.data_folder}/{NARASI_FILE}"
    logo = parameters.instansi.logo
    logos = (f"params/instansi/{logo.berkas}",) if logo else ()
    asked = tuple(dict.fromkeys((*parameters.berkas, *logos, words, *names)))
    return Recap(
        parameters=parameters,
        rows=rows,
        missing=missing,
        mean=mean,
        printed=printed,
        narasi=narasi,
        findings=(
            *find_in_recap(parameters, rows, missing, same=same, unnamed=unnamed_units(parameters, roster)),
            *find_in_printed(printed, label=label, berkas=unit_file(parameters, periode)),
            *worded,
        ),
        logo=read_logo(parameters),
        provenance=read_provenance(
            parameters,
            asked,
            surveys=() if rekap.sumber == "terbit" else [row.id for row in rows],
            roster=roster_of(roster, instansi=rekap.instansi, named=rekap.unit),
        ),
    )


def _published(
    parameters: RecapParameters,
) -> tuple[tuple[RecapRow, ...], tuple[str, ...], PrintedRow | None, tuple[str, ...]]:
    """Read the published rows, with what the table of the previous period prints of the same units."""
    rows, missing, mean = read_unit_table(parameters, parameters.periode)
    before = parameters.rekap.periode_sebelumnya
    names = tuple(unit_file(parameters, periode) for periode in (parameters.periode, before) if periode)
    if before and (parameters.root / names[-1]).is_file():
        rows = with_previous(rows, read_unit_table(parameters, before)[0])
    return rows, missing, mean, names


def _words(parameters: RecapParameters, rows: tuple[RecapRow, ...]) -> tuple[dict[str, str], tuple[Finding, ...]]:
    """Read the analyst's words, where there are any; a unit's words stand below its name."""
    berkas = f"{parameters.data_folder}/{NARASI_FILE}"
    text = read_narasi(parameters.root / berkas, berkas=berkas)
    if text is None:
        return {}, ()
    names = parameters.nama_unsur | {row.id: row.nama for row in rows}
    return parse_narasi(text, unsur_nama=names, berkas=berkas, unsur_label=parameters.label_unsur)
