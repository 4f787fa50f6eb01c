"""The files of a report beside its answers: comments, actions, the analyst's words, the logo; and which files there are at all.

Every one of them is optional. What is there is checked as a whole; a file that nobody reads is told, with the name that was
probably meant.
"""

from __future__ import annotations

import pandas as pd

from skmlib.parameters import Parameters, ReportParameters
from skmlib.parameters.checks import FOLLOW_UP
from skmlib.parameters.periods import periods_within
from skmlib.parameters.project import list_data_files
from skmlib.problems import DataError, Finding, Problem, suggestion
from skmlib.survey.annotated_comments import COMMENTS_FILE
from skmlib.survey.file_limits import check_place
from skmlib.survey.filled_tables import name_unsur
from skmlib.survey.logo import check_logo
from skmlib.survey.narasi import parse_narasi, read_narasi
from skmlib.survey.part_sources import sources_of
from skmlib.survey.photos import photo_names
from skmlib.survey.previous import previous_names
from skmlib.survey.published_plan import published_plan_file
from skmlib.survey.rtl import read_actions, validate_actions
from skmlib.survey.rtl_checks import ACTIONS_FILE

NARASI_FILE = "narasi.md"


def source_names(parameters: Parameters) -> tuple[str, ...]:
    """Name every file that a report may be made from, relative to the project folder.

    Parameters
    ----------
    parameters : Parameters
        Of the report.

    Returns
    -------
    tuple of str
        Parameter files first, then the data.
    """
    logo = parameters.instansi.logo
    logos = (f"params/instansi/{logo.berkas}",) if logo else ()
    sources = sources_of(parameters)
    quarters = [f"params/{periode}/{parameters.unit}.yml" for source in sources for periode in source.periode]
    beside = [f"params/{periode}/{parameters.unit}.yml" for periode in periods_within(parameters.periode)]
    answers = [f"{source.parameters.data_folder}/{source.responden}" for source in sources]
    comments = [f"{source.parameters.data_folder}/{COMMENTS_FILE}" for source in sources]
    words = [f"{parameters.data_folder}/{name}" for name in (ACTIONS_FILE, NARASI_FILE, *_photo_names(parameters))]
    earlier = [*previous_names(parameters), *published_plan_file(parameters)]
    names = (*parameters.berkas, *logos, *quarters, *beside, *answers, *comments, *words, *earlier)
    return tuple(dict.fromkeys(names))


def _photo_names(parameters: Parameters) -> tuple[str, ...]:
    """Name the pictures of the actions; none when the table cannot be read, which stops the report anyway."""
    berkas = f"{parameters.data_folder}/{ACTIONS_FILE}"
    path = parameters.root / berkas
    try:
        return photo_names(read_actions(path, berkas=berkas)) if path.is_file() else ()
    except DataError:
        return ()


def read_logo(parameters: ReportParameters) -> bytes | None:
    """Read the agency's logo, where there is one.

    Parameters
    ----------
    parameters : Parameters
        Of the report.

    Returns
    -------
    bytes or None

    Raises
    ------
    DataError
        When the file that the parameters name is missing, or is no plain picture (`skmlib/survey/logo.py`).
    """
    logo = parameters.instansi.logo
    if logo is None:
        return None
    berkas = f"params/instansi/{logo.berkas}"
    check_place(parameters.root / berkas, berkas=berkas)
    try:
        content = (parameters.root / berkas).read_bytes()
        check_logo(content)
    except FileNotFoundError as error:
        raise DataError([Problem(berkas, "berkas logo ini tidak ada", "letakkan logo di sini")]) from error
    except OSError as error:
        advice = "tutup berkas ini di program lain, lalu ulangi"
        raise DataError([Problem(berkas, "berkas logo ini tidak dapat dibuka", advice)]) from error
    except ValueError as error:
        raise DataError([Problem(berkas, *error.args)]) from error
    return content


def find_strays(parameters: Parameters) -> tuple[Finding, ...]:
    """Say which files beside the data are not read, with the name that was probably meant.

    Parameters
    ----------
    parameters : Parameters
        Of the report.

    Returns
    -------
    tuple of Finding
        One for each file.
    """
    own = [part.responden for part in sources_of(parameters) if part.parameters.periode == parameters.periode]
    comments = (COMMENTS_FILE,) if own else ()  # a combined period has its comments where its answers are
    known = (*own, *comments, ACTIONS_FILE, NARASI_FILE, *_photo_names(parameters))
    beside = list_data_files(parameters.unit, parameters.periode, root=parameters.root)
    return tuple(
        Finding(
            "berkas_tidak_dibaca",
            f"{parameters.data_folder}/{name}",
            f"Berkas ini tidak dibaca; yang dibaca hanya {', '.join(known)}. {suggestion(name, known)}".strip(),
        )
        for name in beside
        if name not in known
    )


def read_plan(parameters: Parameters) -> pd.DataFrame | None:
    """Read the follow-up actions, where there are any.

    Parameters
    ----------
    parameters : Parameters
        Of the report.

    Returns
    -------
    DataFrame or None
        Validated; None when there is no file of actions.

    Raises
    ------
    DataError
        With every wrong cell, or when the follow-up report is asked for and there is no plan to report on.
    """
    berkas = f"{parameters.data_folder}/{ACTIONS_FILE}"
    before = parameters.survei.periode_sebelumnya
    if (parameters.root / berkas).is_file():
        actions = validate_actions(
            name_unsur(read_actions(parameters.root / berkas, berkas=berkas), parameters.label_unsur),
            unsur=parameters.unsur,
            berkas=berkas,
            periode=parameters.periode,
            periode_sebelumnya=before,
        )
    else:
        actions = None
    is_asked = FOLLOW_UP in parameters.survei.laporan
    if is_asked and (actions is None or not (actions["periode"] == before).any()):
        advice = f"isi kegiatannya, atau hapus {FOLLOW_UP!r} dari 'laporan' pada {parameters.berkas[0]}"
        raise DataError([Problem(berkas, f"tidak memuat rencana periode {before!r} yang akan dilaporkan", advice)])
    return actions


def read_words(parameters: Parameters) -> tuple[dict[str, str], tuple[Finding, ...]]:
    """Read the analyst's words, where there are any.

    Parameters
    ----------
    parameters : Parameters
        Of the report.

    Returns
    -------
    words : dict of str to str
        Markdown by section.
    findings : tuple of Finding

    Raises
    ------
    DataError
        When the file cannot be read.
    """
    berkas = f"{parameters.data_folder}/{NARASI_FILE}"
    text = read_narasi(parameters.root / berkas, berkas=berkas)
    if text is None:
        return {}, ()
    return parse_narasi(text, unsur_nama=parameters.nama_unsur, berkas=berkas, unsur_label=parameters.label_unsur)
