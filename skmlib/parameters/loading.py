"""Loading the parameter files of a report, of whatever kind.

`load_files` reads `params/<periode>/<unit>.yml` and the file of its agency, fits them to their models, and raises one
`DataError` with every problem of a file: the line, the key, what was found, what is allowed, and the nearest known name. As
long as a file holds marks (`marks.py`), they are what is wrong with it.
"""

from __future__ import annotations

import abc
import dataclasses
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Protocol, TypeVar, get_args

import pydantic
from pydantic_core import ErrorDetails

from skmlib.parameters.agency import InstansiParameters
from skmlib.parameters.marks import is_marked, tell_marks
from skmlib.parameters.models import Model, Pengesahan
from skmlib.parameters.project import list_reports
from skmlib.parameters.values import explain
from skmlib.parameters.yaml_file import KeyPath, YamlFile, parse_yaml, read_texts_of, read_yaml_text, spell_path
from skmlib.problems import DataError, Problem, name_options, suggestion


class OwnFile(Protocol):
    """What the model of every report's own file has: its agency, whom it is about, the reports it asks for, who signs."""

    instansi: str
    nama: str
    laporan: tuple[str, ...]
    pengesahan: Pengesahan


ModelType = TypeVar("ModelType", bound=Model)


@dataclasses.dataclass(frozen=True)
class ReportParameters(abc.ABC):
    """What every report is told: its identity and its agency. Each kind of report adds its own file.

    Attributes
    ----------
    unit, periode : str
        Identity of the report: `params/<periode>/<unit>.yml`, `data/<periode>/<unit>/`, `outputs/<periode>/<unit>/`.
    root : Path
        The project folder.
    instansi : InstansiParameters
        The file of its agency.
    """

    unit: str
    periode: str
    root: Path
    instansi: InstansiParameters

    @property
    @abc.abstractmethod
    def own(self) -> OwnFile:
        """The report's own file."""

    @property
    def berkas(self) -> tuple[str, ...]:
        """The parameter files, relative to the project folder."""
        return f"params/{self.periode}/{self.unit}.yml", f"params/instansi/{self.own.instansi}.yml"

    @property
    def data_folder(self) -> str:
        """Folder of the report's data, relative to the project folder."""
        return f"data/{self.periode}/{self.unit}"


def load_files(
    model: type[ModelType],
    unit: str,
    periode: str,
    *,
    root: Path,
    check: Callable[[ModelType, YamlFile], list[Problem]] = lambda content, source: [],
) -> tuple[ModelType, InstansiParameters]:
    """Load a report's own file and the file of its agency.

    Parameters
    ----------
    model : type of Model
        What the report's own file must fit; it names its agency under `instansi`.
    unit, periode : str
        Identity of the report.
    root : Path
        The project folder.
    check : callable
        Lists what does not fit together in a file that fits its model.

    Returns
    -------
    own : Model
        The report's own file.
    instansi : InstansiParameters
        The file of its agency.

    Raises
    ------
    TypeError
        When `unit` or `periode` is not text: papermill's `-p` turns 2024 into a number, `-r` keeps it.
    DataError
        When a file is missing, holds marks or does not fit its model; all problems of a file at once.
    """
    for name, value in {"unit": unit, "periode": periode}.items():
        if not isinstance(value, str):
            raise TypeError(f"{name}: {value!r} bukan teks; pada papermill tulis '-r {name} {value}', bukan '-p'.")
    own, problems = _load(model, (periode, unit), root, list_reports(root), check)
    known = tuple(("instansi", path.stem) for path in sorted((root / "params" / "instansi").glob("*.yml")))
    path = root / "params" / periode / f"{unit}.yml"
    agency = ("instansi", own.instansi if own else "".join(read_texts_of(path, "instansi")))
    instansi = None
    if agency in known or (own and not is_marked(problems, "instansi")):
        instansi, further = _load(InstansiParameters, agency, root, known)
        problems += further
    if problems or own is None or instansi is None:
        raise DataError(problems)
    return own, instansi


def _load(
    model: type[ModelType],
    name: tuple[str, str],
    root: Path,
    known: Sequence[tuple[str, str]],
    check: Callable[[ModelType, YamlFile], list[Problem]] = lambda content, source: [],
) -> tuple[ModelType | None, list[Problem]]:
    """Read one file, fit it to its model, and list its marks and problems; no file but a known one is ever read."""
    berkas = f"params/{'/'.join(name)}.yml"
    if name not in known:
        options = ["/".join(parts) for parts in known]
        saran = suggestion("/".join(name), options)
        return None, [Problem(berkas, "berkas ini tidak ada", f"yang ada: {name_options(options)}", saran=saran)]
    text, content, source = "", None, None
    try:
        text = read_yaml_text(root / berkas, berkas=berkas)
        source = parse_yaml(text, berkas=berkas)
        content = model.model_validate(source.content)
        problems = check(content, source)
    except DataError as error:
        problems = list(error.all)
    except pydantic.ValidationError as error:
        problems = [_problem_of(details, model, source) for details in error.errors()]
    return content, tell_marks(text, problems, berkas=berkas, source=source)


def fit_model(model: type[ModelType], source: YamlFile) -> ModelType:
    """Fit the content of a file to a model.

    Parameters
    ----------
    model : type of Model
        What it must fit.
    source : YamlFile
        As read.

    Returns
    -------
    Model

    Raises
    ------
    DataError
        With every problem, each with its line and key.
    """
    try:
        return model.model_validate(source.content)
    except pydantic.ValidationError as error:
        raise DataError([_problem_of(details, model, source) for details in error.errors()]) from error


def _problem_of(details: ErrorDetails, model: type[Model], source: YamlFile) -> Problem:
    """Turn one of pydantic's errors into a problem with its line."""
    path = tuple(part for part in details["loc"] if part != "[key]")
    tertulis, seharusnya = explain(details)
    saran = ""
    if details["type"] == "extra_forbidden":
        saran = suggestion(str(path[-1]), _keys_at(model, path[:-1]))
    is_cut = details["type"] == "extra_forbidden" or path[-2:-1] == (
        "unsur",
    )  # a number with a comma makes a key of its own
    if not saran and is_cut and details["input"] == "":
        saran = "Di antara '{' dan '}', teks yang memuat koma perlu tanda kutip."
    return Problem(source.berkas, tertulis, seharusnya, source.line_of(path), spell_path(path) or None, saran)


def _keys_at(model: type[Model], path: KeyPath) -> list[str]:
    """List the keys a model allows at a path, following its nested models."""
    for part in path:
        field = model.model_fields.get(str(part))
        if field is None:
            continue
        nested = [kind for kind in (field.annotation, *get_args(field.annotation)) if isinstance(kind, type)]
        model = next((kind for kind in nested if issubclass(kind, Model)), model)
    return list(model.model_fields)
