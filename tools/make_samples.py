"""Make the sample answers and comments of the unit reports.

The answers of `2024/kasn` are synthetic, but what was published comes out exactly: every count of the profile and of the
months, the nine printed means, the total of 8,272. Each respondent has a satisfaction, and each answer adds its own noise
to it. These latent scores are cut by rank: so many lowest answers, so many next, as `ANSWER_COUNTS` says. The sums are then
exact without any correction, and answers of one respondent stay correlated. Comments are written by hand (`tools/samples/`)
and go to respondents whose answers fit; where the two annotators differ stands in `perbedaan_kasn.csv`, and the row of
`keputusan` restores the label of `komentar_kasn.csv`. `2023/kasn` is made alike, in two phases. `2019-S1/sekadau` is a copy.
The other samples have a module each, beside this one, and `sample_survey.py` in common.

Run `python tools/make_samples.py`. Randomness is `Random.random()` alone, whose numbers stay the same in every Python.
"""

from __future__ import annotations

import csv
import datetime
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from random import Random
from typing import Any

import click
from sample_biro_humas import write_biro_humas
from sample_draws import cut_by_rank, deviate, pick_weighted, tick
from sample_files import PROJECT, REFERENCE, read_params, read_reference, write_csv
from sample_jatinegara import write_jatinegara
from sample_kasn_2023 import ANSWER_COUNTS_2023, PHASES, PROFILE_2023
from sample_kasn_2024 import ANSWER_COUNTS, FIRST_DAY, MONTHS_BESIDE, MONTHS_FIRST
from sample_kemensos import write_kemensos
from sample_pictures import write_pictures

from skmlib.survey.export import hash_row

SEED = 20240223

# Form order: the regulation's questionnaire asks facilities before complaints; an extra question stands between them.
QUESTIONS = (
    *("persyaratan", "prosedur", "waktu", "biaya", "produk", "kompetensi", "perilaku"),
    *("sarana", "akses_aplikasi", "pengaduan", "layanan_pokja"),
)
# Noise of each question beside a satisfaction of standard deviation 1: the larger, the less it follows the others.
NOISE = dict.fromkeys(QUESTIONS, 0.85) | {"biaya": 1.2, "sarana": 0.95, "pengaduan": 1.0, "layanan_pokja": 0.7}
SERVICE_EFFECT = {"SM": 0.2, "JPT": 0.0, "NKKNet": -0.3}
FITTING_ANSWER = {"negatif": 1, "netral": 3, "positif": 4}
MATCHING_ORDER = ("negatif", "netral", "positif", "tanpa_komentar")

# Answers come in after the invitation and after the reminders (days 8 and 15); at weekends hardly any.
DAY_WEIGHTS = (30, 26, 18, 14, 9, 2, 1, 12, 24, 16, 12, 8, 1, 1, 12, 22, 17, 15, 20)
HOUR_WEIGHTS = {7: 3, 8: 16, 9: 26, 10: 28, 11: 20, 12: 7, 13: 20, 14: 24, 15: 18, 16: 9, 19: 3, 20: 4, 21: 2}

COMMENT_COLUMNS = ("id_responden", "anotator", "komentar", "sentimen", "unsur", "kutip")
ANNOTATORS = ("anotator_1", "anotator_2")
DECISION = "keputusan"
Row = dict[str, Any]


def make_timestamps(random: Random, n: int, first_day: datetime.date) -> list[str]:
    """Make one moment a respondent, in order, mostly within working hours."""
    days = {first_day + datetime.timedelta(days=day): weight for day, weight in enumerate(DAY_WEIGHTS)}
    moments: set[datetime.datetime] = set()
    while len(moments) < n:
        day = pick_weighted(random, days)
        hour = pick_weighted(random, HOUR_WEIGHTS)
        time = datetime.time(hour, int(random.random() * 60), int(random.random() * 60))
        moments.add(datetime.datetime.combine(day, time))
    return [str(moment) for moment in sorted(moments)]


def make_respondents(random: Random, counts: Mapping[str, Mapping[str, int]]) -> list[Row]:
    """Make respondents with the published profile: older ones have studied a little longer, the rest is independent."""
    n = sum(next(iter(counts.values())).values())
    scores = {name: [deviate(random) for _ in range(n)] for name in counts}
    scores["pendidikan"] = [own + age / 3 for own, age in zip(scores["pendidikan"], scores["usia"], strict=True)]
    columns = {name: cut_by_rank(scores[name], counts[name]) for name in counts}
    return [{name: columns[name][place] for name in columns} for place in range(n)]


def make_answers(
    random: Random, services: Sequence[str], answer_counts: Mapping[str, Mapping[int, int]]
) -> dict[str, list[int]]:
    """Make the answers to every question, 1 to 4, cut from satisfaction plus noise."""
    effects = [next(effect for name, effect in SERVICE_EFFECT.items() if name in service) for service in services]
    satisfaction = [deviate(random) + effect for effect in effects]
    return {
        question: cut_by_rank([value + NOISE[question] * deviate(random) for value in satisfaction], counts)
        for question, counts in answer_counts.items()
    }


def misfit(row: Row, comment: Row) -> float:
    """Say how badly a comment suits a respondent's answers and service; 0 is a perfect fit."""
    if comment["sentimen"] not in FITTING_ANSWER:
        return 0
    unsur = [comment["unsur"]] if comment["unsur"] else QUESTIONS
    answer = sum(row[name] for name in unsur) / len(unsur)
    is_other_service = comment["layanan"] not in row["layanan"]
    return abs(answer - FITTING_ANSWER[comment["sentimen"]]) + 10 * is_other_service


def place_comments(random: Random, rows: Sequence[Row], comments: Iterable[Row]) -> dict[int, Row]:
    """Give each comment to a respondent of its own whom it fits, complaints first: place of the row to comment."""
    placed: dict[int, Row] = {}
    for comment in sorted(comments, key=lambda comment: MATCHING_ORDER.index(comment["sentimen"])):
        free = (place for place in range(len(rows)) if place not in placed)
        best = min((misfit(rows[place], comment), random.random(), place) for place in free)
        placed[best[-1]] = comment
    return placed


def identify(cells: Sequence[str], seen: Counter[str]) -> str:
    """Name a row by its content: a hash of its cells and an ordinal among identical rows.

    Examples
    --------
    >>> seen = Counter()
    >>> identify(["3", "4"], seen), identify(["3", "4"], seen)
    ('5b0c37dd88ce-1', '5b0c37dd88ce-2')
    """
    digest = hash_row(cells)
    seen[digest] += 1
    return f"{digest}-{seen[digest]}"


def export_columns(params: Mapping[str, Any]) -> dict[str, tuple[str, Mapping[Any, str]]]:
    """List the columns of the form in order: our name for it, its heading and the labels of its codes."""
    questions = params["unsur"] | params["pertanyaan_tambahan"]
    profile = params["profil"] | {"layanan": params["layanan"]}
    return {
        "timestamp": (params["data"]["kolom_waktu"], {}),
        **{name: (group["kolom"], {}) for name, group in profile.items()},
        **{name: (questions[name]["kolom"], questions[name]["jawaban"]) for name in QUESTIONS},
        "komentar": (params["data"].get("kolom_komentar"), {}),
    }


def make_rows(reference: Mapping[str, Any], comments: Iterable[Row]) -> list[Row]:
    """Make all respondents with codes as answers, and their comment or None."""
    random = Random(SEED)
    counts = {
        name: {label: count for label, (count, _) in groups.items()}
        for name, groups in reference["respondents"].items()
    }
    profiles = make_respondents(random, counts)
    answers = make_answers(random, [row["layanan"] for row in profiles], ANSWER_COUNTS)
    timestamps = make_timestamps(random, len(profiles), FIRST_DAY)
    rows = [
        profile | {"timestamp": timestamps[place]} | {name: codes[place] for name, codes in answers.items()}
        for place, profile in enumerate(profiles)
    ]
    placed = place_comments(random, rows, comments)
    months = tick(Random(SEED + 1), MONTHS_FIRST, MONTHS_BESIDE)
    return [
        row | {"annotation": placed.get(place), "bulan_layanan": ", ".join(months[place])}
        for place, row in enumerate(rows)
    ]


def annotate(name: str, comment: Row, differences: Iterable[Row]) -> list[list[str]]:
    """Give what each annotator said of a comment, and, where one of them differs, what was decided."""
    different = {row["anotator"]: row for row in differences if comment["komentar"].startswith(row["awal"])}
    final = [comment["sentimen"], comment["unsur"]]
    said = {
        who: [different[who]["sentimen"], different[who]["unsur"]] if who in different else final for who in ANNOTATORS
    }
    if different:
        said[DECISION] = final
    quoting = DECISION if different else ANNOTATORS[0]
    quotes = {who: comment["kutip"] if who == quoting else "" for who in said}
    return [[name, who, comment["komentar"], *labels, quotes[who]] for who, labels in said.items()]


def write_kasn(root: Path) -> None:
    """Write the answers and the annotated comments of `2024/kasn`."""
    params = read_params("2024", "kasn")
    reference = read_reference("kasn-2024")
    with (PROJECT / "tools/samples/komentar_kasn.csv").open(encoding="utf-8", newline="") as file:
        comments = list(csv.DictReader(file))
    with (PROJECT / "tools/samples/perbedaan_kasn.csv").open(encoding="utf-8", newline="") as file:
        differences = list(csv.DictReader(file))
    columns = export_columns(params)
    answers, annotations, seen = [], [], Counter[str]()
    for row in make_rows(reference, comments):
        annotation = row["annotation"]
        values = row | {"komentar": annotation["komentar"] if annotation else ""}
        cells = [labels.get(values[name], values[name]) for name, (_, labels) in columns.items()]
        answers.append(cells)
        name = identify(cells, seen)
        if annotation:
            annotations += annotate(name, annotation, differences)
    folder = root / "data/2024/kasn"
    write_csv(folder / "responden.csv", [[heading for heading, _ in columns.values()], *answers])
    write_csv(folder / "komentar.csv", [COMMENT_COLUMNS, *annotations])


def write_kasn_2023(root: Path) -> None:
    """Write the answers of `2023/kasn`, one file a phase; the second as Excel saves it in Indonesia."""
    params = read_params("2023", "kasn")
    random = Random(SEED + 2)
    profiles = make_respondents(random, PROFILE_2023)
    answers = make_answers(random, [row["layanan"] for row in profiles], ANSWER_COUNTS_2023)
    timestamps = [moment for n, day in PHASES for moment in make_timestamps(random, n, day)]
    columns = {name: column for name, column in export_columns(params).items() if column[0]}
    rows = [
        profile | {"timestamp": timestamps[place]} | {name: codes[place] for name, codes in answers.items()}
        for place, profile in enumerate(profiles)
    ]
    cells = [[labels.get(row[name], row[name]) for name, (_, labels) in columns.items()] for row in rows]
    headings, first = [heading for heading, _ in columns.values()], PHASES[0][0]
    folder = root / "data/2023/kasn"
    write_csv(folder / "responden-tahap-1.csv", [headings, *cells[:first]])
    saved = {"delimiter": ";", "encoding": "utf-8-sig", "end": "\r\n"}
    write_csv(folder / "responden-tahap-2.csv", [headings, *cells[first:]], **saved)


def write_sekadau(root: Path) -> None:
    """Copy the published answers of `2019-S1/sekadau`."""
    target = root / "data/2019-S1/sekadau/responden.csv"
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_bytes((PROJECT / REFERENCE / "sekadau-2019-s1.csv").read_bytes())


@click.command()
@click.option("--root", type=click.Path(path_type=Path), default=PROJECT, help="Project folder to write into.")
def main(root: Path) -> None:
    """Make the sample data under data/."""
    write_kasn(root)
    write_kasn_2023(root)
    write_sekadau(root)
    write_jatinegara(root)
    write_pictures(root)
    write_kemensos(root)
    write_biro_humas(root)


if __name__ == "__main__":
    main()
