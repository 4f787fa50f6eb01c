"""Finding and loading the parameter files of a report.

`load_parameters` reads `params/<periode>/<unit>.yml` and the file of its agency, fits them to their models, and raises one
`DataError` with every problem of a file: the line, the key, what was found, what is allowed, and the nearest known name. As
long as a file holds marks (`marks.py`), they are what is wrong with it.
"""

from __future__ import annotations

import dataclasses
import functools
import re
from collections.abc import Callable, Sequence
from fractions import Fraction
from pathlib import Path
from typing import TypeVar, get_args

import pydantic
from pydantic_core import ErrorDetails

from skmlib.parameters.checks import cross_check
from skmlib.parameters.marks import is_marked, tell_marks
from skmlib.parameters.models import InstansiParameters, Model, SurveiParameters
from skmlib.parameters.values import PERIODE_PATTERN, explain
from skmlib.parameters.yaml_file import KeyPath, YamlFile, parse_yaml, read_text_of, read_yaml_text, spell_path
from skmlib.problems import DataError, Problem, name_options, suggestion
from skmlib.survey.regulation import UNSUR, UNSUR_NAMA, bobot_unsur

OWN_BOBOT = "menurut parameter"

ModelType = TypeVar("ModelType", bound=Model)


@dataclasses.dataclass(frozen=True)
class Parameters:
    """All that one report is told: its identity, its survey and its agency.

    Attributes
    ----------
    unit, periode : str
        Identity of the report: `params/<periode>/<unit>.yml`, `data/<periode>/<unit>/`, `outputs/<periode>/<unit>/`.
    root : Path
        The project folder.
    survei : SurveiParameters
        The report's own file.
    instansi : InstansiParameters
        The file of its agency.
    """

    unit: str
    periode: str
    root: Path
    survei: SurveiParameters
    instansi: InstansiParameters

    @property
    def berkas(self) -> tuple[str, ...]:
        """The parameter files, relative to the project folder."""
        return f"params/{self.periode}/{self.unit}.yml", f"params/instansi/{self.survei.instansi}.yml"

    @property
    def unsur(self) -> tuple[str, ...]:
        """Ids of the unsur in the order of their labels, U1 to U9; without numbers in the labels, of the regulation."""
        further = [unsur for unsur in self.survei.unsur if unsur not in UNSUR]
        ordered = [*(unsur for unsur in UNSUR if unsur in self.survei.unsur), *further]
        numbers = {unsur: re.search(r"\d+", self.survei.unsur[unsur].label) for unsur in ordered}
        if not all(numbers.values()):
            return tuple(ordered)
        return tuple(sorted(ordered, key=lambda unsur: int(numbers[unsur].group())))

    @property
    def label_unsur(self) -> dict[str, str]:
        """The label of each unsur in this report, such as U1."""
        return {unsur: self.survei.unsur[unsur].label for unsur in self.unsur}

    @property
    def nama_unsur(self) -> dict[str, str]:
        """The name of each unsur: the report's own, or the regulation's."""
        return {unsur: self.survei.unsur[unsur].nama or UNSUR_NAMA[unsur] for unsur in self.unsur}

    @property
    def bobot(self) -> dict[str, Fraction]:
        """The weight of each unsur."""
        return bobot_unsur(self.survei.bobot, self.unsur)

    @property
    def nama_bobot(self) -> str:
        """What the weight of the report is called."""
        return self.survei.bobot if isinstance(self.survei.bobot, str) else OWN_BOBOT

    @property
    def data_folder(self) -> str:
        """Folder of the report's data, relative to the project folder."""
        return f"data/{self.periode}/{self.unit}"


def find_project(start: Path) -> Path:
    """Find the project folder: the first one at or above a folder that holds `params`.

    Parameters
    ----------
    start : Path
        Where to begin, such as the working directory.

    Returns
    -------
    Path
        The project folder, resolved.

    Raises
    ------
    DataError
        When no folder above holds `params`.
    """
    for folder in (start.resolve(), *start.resolve().parents):
        if (folder / "params").is_dir():
            return folder
    raise DataError(
        [Problem(str(start), "bukan folder proyek", "jalankan dari folder yang memuat 'params' dan 'data'")]
    )


def list_reports(root: Path) -> tuple[tuple[str, str], ...]:
    """List the reports that have parameters.

    Parameters
    ----------
    root : Path
        The project folder.

    Returns
    -------
    tuple of (periode, unit)
        By period, then by unit.
    """
    files = sorted((root / "params").glob("*/*.yml"))
    return tuple((path.parent.name, path.stem) for path in files if PERIODE_PATTERN.fullmatch(path.parent.name))


def list_ignored(root: Path) -> tuple[str, ...]:
    """List what stands in `params/` and `data/` and belongs to no report: misnamed files, data without parameters.

    Parameters
    ----------
    root : Path
        The project folder.

    Returns
    -------
    tuple of str
        Relative to the project folder, sorted.
    """
    reports = set(list_reports(root))
    files = [path for path in (root / "params").glob("*/*") if path.parent.name != "instansi"]
    folders = [path for path in (root / "data").glob("*/*") if path.is_dir()]
    ignored = [path for path in files if path.suffix != ".yml" or (path.parent.name, path.stem) not in reports]
    ignored += [path for path in folders if (path.parent.name, path.name) not in reports]
    return tuple(sorted(path.relative_to(root).as_posix() for path in ignored if not path.name.startswith(".")))


def load_parameters(unit: str, periode: str, *, root: Path) -> Parameters:
    """Load and check the parameters of one report.

    Parameters
    ----------
    unit, periode : str
        Identity of the report, such as `"kasn"` and `"2024"`.
    root : Path
        The project folder.

    Returns
    -------
    skmlib.parameters.Parameters
        What the report's file and the file of its agency say.

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
    check = functools.partial(cross_check, periode=periode)
    survei, problems = _load(SurveiParameters, (periode, unit), root, list_reports(root), check)
    known = tuple(("instansi", path.stem) for path in sorted((root / "params" / "instansi").glob("*.yml")))
    instansi, agency = (
        None,
        (
            "instansi",
            survei.instansi if survei else read_text_of(root / "params" / periode / f"{unit}.yml", "instansi"),
        ),
    )
    if agency in known or (survei and not is_marked(problems, "instansi")):
        instansi, further = _load(InstansiParameters, agency, root, known)
        problems += further
    if problems or survei is None or instansi is None:
        raise DataError(problems)
    return Parameters(unit, periode, root, survei, instansi)


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


def _problem_of(details: ErrorDetails, model: type[Model], source: YamlFile) -> Problem:
    """Turn one of pydantic's errors into a problem with its line."""
    path = tuple(part for part in details["loc"] if part != "[key]")
    tertulis, seharusnya = explain(details)
    saran = ""
    if details["type"] == "extra_forbidden":
        saran = suggestion(str(path[-1]), _keys_at(model, path[:-1]))
        if not saran and details["input"] == "":
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
