"""A project of made-up units for the benchmark: parameters, answers, comments and plans of one agency in one period.

Each unit has its own number of respondents (about 1,000), level of satisfaction and weak unsur, drawn from the seed and its
place alone: the same seed gives the same files, however many units there are. `skm check` accepts all of them.

Run `python tools/bench_units.py FOLDER --units 2` to look at one.
"""

from __future__ import annotations

import datetime
import json
import shutil
from collections import Counter
from collections.abc import Callable
from fractions import Fraction
from pathlib import Path
from random import Random
from typing import Any

import bench_params as form
import click
import yaml
from bench_comments import COLUMNS, COMMENTS, annotate, draw_comment
from make_samples import identify
from sample_draws import pick_weighted
from sample_files import PROJECT, write_csv
from sample_survey import make_days, make_rows, nearest_sum

from skmlib.survey.answer_labels import UNSUR_JAWABAN

RESPONDENTS, SEED = 1000, 20250501
NOTEBOOK = "notebooks/laporan_skm.ipynb"
REDUCED = (
    "judul",
    "parameters",
    "setup",
    "sampul-text",
    "bab-3",
    "nilai-unsur",
    "nilai-unsur-table",
    "nilai-unsur-figure",
)
LABELS = UNSUR_JAWABAN | {form.OVERALL: form.OVERALL_LABELS}
# Ten tables of the whole notebook, the longest (300 rows) among them, for a report as large as the targets were set for.
PLANNED_TABLES = (
    *("unsur-table", "jadwal-table", "mutu-table", "layanan-table", "nilai-unsur-table", "jawaban-table"),
    *("nilai-layanan-table", "sentimen-unsur-table", "rencana-table", "olah-data-table"),
)
Row = dict[str, Any]


def keep_all(cell: Row) -> bool:
    """Keep every cell of the notebook."""
    return True


def make_project(
    root: Path,
    *,
    units: int,
    seed: int = SEED,
    respondents: int = RESPONDENTS,
    is_kept: Callable[[Row], bool] = keep_all,
) -> tuple[str, ...]:
    """Make a project folder.

    Parameters
    ----------
    root : Path
        The folder to fill.
    units : int
        How many units.
    seed : int
        Of all that is drawn.
    respondents : int
        About how many each unit has: a sixth more or fewer.
    is_kept : callable
        Which cells of the notebook are kept: `keep_all`, `is_planned` or `is_of_reduced`.

    Returns
    -------
    tuple of str
        The units.
    """
    _write_params(root / f"params/instansi/{form.INSTANSI}.yml", {"nama": "Pemerintah Kota Contoh"})
    (root / NOTEBOOK).parent.mkdir(parents=True)
    notebook = json.loads((PROJECT / NOTEBOOK).read_text(encoding="utf-8"))
    notebook["cells"] = [cell for cell in notebook["cells"] if is_kept(cell)]
    (root / NOTEBOOK).write_text(json.dumps(notebook, ensure_ascii=False, indent=1), encoding="utf-8")
    shutil.copy(PROJECT / "requirements.lock", root)
    names = tuple(f"unit-{place:04}" for place in range(1, units + 1))
    for place, unit in enumerate(names, 1):
        _write_unit(root, unit, place, Random(100_000 * seed + place), respondents)
    return names


def is_planned(cell: Row) -> bool:
    """Tell the cells of a report with ten charts and ten tables: all but the other tables."""
    return "table" not in cell["metadata"].get("tags", ()) or cell["id"] in PLANNED_TABLES


def is_of_reduced(cell: Row) -> bool:
    """Tell the cells of a notebook that is reduced to a title, one table and one chart."""
    return cell["id"] in REDUCED


def _write_unit(root: Path, unit: str, place: int, random: Random, respondents: int) -> None:
    """Write the parameters and data of one unit."""
    n = int(respondents * (5 + 2 * random.random()) / 6)
    level = 3.05 + 0.45 * random.random()
    means = {name: Fraction(int(100 * (level + 0.3 * random.random())), 100) for name in LABELS}
    before = {name: mean - Fraction(int(12 * random.random()) - 4, 100) for name, mean in means.items()}
    params = form.unit_params(f"Unit Pelayanan {place}", n, {name: before[name] for name in form.UNSUR})
    _write_params(root / f"params/{form.PERIODE}/{unit}.yml", params)
    answers, annotations = _answers(random, n, means, params)
    folder = root / f"data/{form.PERIODE}/{unit}"
    write_csv(folder / "responden.csv", answers)
    write_csv(folder / "komentar.csv", [COLUMNS, *annotations])
    write_csv(folder / "tindak_lanjut.csv", form.plan_rows(means))


def _answers(random: Random, n: int, means: dict[str, Fraction], params: Row) -> tuple[list[Any], list[Any]]:
    """Draw the rows of the export, its heading first, and those of the annotated comments."""
    work = {name: 1 + int(20 * random.random()) for name in form.PEKERJAAN}
    shares = {name: 2 + int(20 * random.random()) for name in form.LAYANAN}
    people = make_rows(random, n, {name: nearest_sum(mean, n) for name, mean in means.items()}, work)
    days = sorted(make_days(random, n, *map(datetime.date.fromisoformat, (form.FIRST_DAY, form.LAST_DAY))))
    commenting = {int(place * n / COMMENTS) for place in range(COMMENTS)}
    groups = ("jenis_kelamin", "usia", "pendidikan", "pekerjaan")
    asked = params["profil"] | {"layanan": params["layanan"]} | params["unsur"] | params["pertanyaan_tambahan"]
    names = (*groups, "layanan", *LABELS)
    answers = [[form.TIME, *(asked[name]["kolom"] for name in names), form.COMMENT]]
    annotations: list[list[str]] = []
    seen: Counter[str] = Counter()
    for place, (person, day) in enumerate(zip(people, days, strict=True)):
        said = draw_comment(random, {name: person[name] for name in form.UNSUR}) if place in commenting else None
        time = f"{day} {8 + int(8 * random.random()):02}:{int(60 * random.random()):02}:00"
        labelled = [LABELS[name][person[name] - 1] for name in LABELS]
        service = pick_weighted(random, shares)
        cells = [time, *(str(person[name]) for name in groups), service, *labelled, said["komentar"] if said else ""]
        answers.append(cells)
        name = identify(cells, seen)
        annotations += annotate(random, name, said) if said else []
    return answers, annotations


def _write_params(path: Path, content: Row) -> None:
    """Write a parameter file."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(yaml.safe_dump(content, allow_unicode=True, sort_keys=False), encoding="utf-8")


@click.command()
@click.argument("folder", type=click.Path(path_type=Path))
@click.option("--units", default=53, show_default=True, help="How many.")
@click.option("--seed", default=SEED, show_default=True, help="Of all that is drawn.")
@click.option("--planned", is_flag=True, help="With ten charts and ten tables a report.")
def main(folder: Path, units: int, seed: int, planned: bool) -> None:
    """Fill FOLDER with a project of made-up units."""
    make_project(folder, units=units, seed=seed, is_kept=is_planned if planned else keep_all)


if __name__ == "__main__":
    main()
