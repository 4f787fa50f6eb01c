"""Annotations of Label Studio and doccano, as these programs export them.

Label Studio: a list of tasks, each with `data` (`id_responden`, `text`) and `annotations`: `completed_by` (a number, or the
account with its e-mail address), `was_cancelled` for a skipped task, and `result`, a list of `{from_name, value: {choices}}`
with the controls `sentimen`, `unsur` and `kutip`. doccano: one JSON object per line (or a list of them) with `text`, labels
under `label` or `cats`, and `id_responden` at the top or under `meta`. In doccano labels have no kind: a label is a sentiment
if it is one, "kutip" marks a quotation, and any other names an unsur.
"""

from __future__ import annotations

import json
from typing import Any

import pandas as pd

from skmlib.problems import DataError, Problem, fold, name_rows
from skmlib.survey.comment_labels import ANOTATOR, QUOTED, SENTIMEN

CONTROLS = ("sentimen", "unsur", "kutip")
ROW_COLUMNS = ("id_responden", ANOTATOR, "komentar", *CONTROLS)
NUMBERED = "anotator-"
SHAPES = (
    "seharusnya ekspor 'JSON' Label Studio dengan data.id_responden, atau JSONL doccano dengan id_responden dan label"
)

Row = list[Any]


def is_json(text: str) -> bool:
    """Tell whether a text begins as JSON does.

    Examples
    --------
    >>> is_json('[{"id": 1}]'), is_json("id_responden,sentimen")
    (True, False)
    """
    return text.lstrip().startswith(("[", "{"))


def parse_annotation_json(text: str, *, berkas: str) -> tuple[pd.DataFrame, tuple[str, ...], str]:
    r"""Read the rows of a JSON or JSONL text.

    Parameters
    ----------
    text : str
        Of the file.
    berkas : str
        Its name for messages.

    Returns
    -------
    rows : DataFrame
        `id_responden`, `anotator` (empty where not said), `komentar`, `sentimen`, `unsur`, `kutip`.
    told : tuple of str
        What was skipped.
    satuan : str
        What the index counts: `"tugas"` in Label Studio, else `"baris"`.

    Raises
    ------
    DataError
        When the text is no JSON, or an entry has another shape.

    Examples
    --------
    >>> line = '{"id_responden": "a-1", "text": "Cepat", "label": ["positif", "U3"]}'
    >>> parse_annotation_json(line, berkas="ani.jsonl")[0].values.tolist()
    [['a-1', '', 'Cepat', 'positif', 'U3', '']]
    """
    items = _parse_items(text, berkas)
    problems: list[Problem] = []
    rows: list[tuple[int, Row]] = []
    skipped: list[int] = []
    unknown: list[int] = []
    is_tasks = any(isinstance(item, dict) and "data" in item for _, item in items)
    satuan = "tugas" if is_tasks else "baris"
    for number, item in items:
        try:
            rows += [(number, row) for row in (_task_rows(item, number, skipped) if is_tasks else [_line_row(item)])]
        except ValueError as error:
            place = {"baris": number} if satuan == "baris" else {}
            problems.append(Problem(berkas, str(error) if place else f"tugas {number}: {error}", **place))
        except (KeyError, TypeError, AttributeError):
            unknown.append(number)
    if unknown:
        places = name_rows(unknown).replace("baris", satuan, 1)
        problems.append(Problem(berkas, f"bentuk {len(unknown)} {satuan} tidak dikenal ({places})", SHAPES))
    if problems:
        raise DataError(problems)
    index = pd.Index([number for number, _ in rows], name=satuan, dtype="int64")
    frame = pd.DataFrame([row for _, row in rows], columns=list(ROW_COLUMNS), index=index, dtype="object")
    return frame, _told(skipped), satuan


def _parse_items(text: str, berkas: str) -> list[tuple[int, Any]]:
    """Split a list or lines of JSON into entries, each with its ordinal or line."""
    try:
        if text.lstrip().startswith("["):
            return list(enumerate(json.loads(text), start=1))
        lines = enumerate(text.split("\n"), start=1)
        return [(number, json.loads(line)) for number, line in lines if line.strip()]
    except (json.JSONDecodeError, RecursionError) as error:
        what, advice = "bukan JSON atau JSONL yang utuh", "ekspor ulang dari Label Studio atau doccano"
        raise DataError([Problem(berkas, what, advice)]) from error


def _told(skipped: list[int]) -> tuple[str, ...]:
    """Say how many annotations were cancelled."""
    n = len(skipped)
    return (f"{n} anotasi yang dilewati anotator di Label Studio (was_cancelled) tidak dibaca.",) if n else ()


def _task_rows(task: dict[str, Any], number: int, skipped: list[int]) -> list[Row]:
    """Give one row for each annotation of a task of Label Studio."""
    data = task["data"]
    rows = []
    for annotation in task["annotations"]:
        if annotation.get("was_cancelled"):
            skipped.append(number)
            continue
        labels = {name: "" for name in CONTROLS}
        for result in annotation["result"]:
            name = result["from_name"]
            if name in CONTROLS:
                labels[name] = _single([labels[name], *result["value"]["choices"]], name)
        who = _spell_account(annotation.get("completed_by"))
        rows.append([str(data["id_responden"]), who, _text(data), *labels.values()])
    return rows


def _spell_account(account: Any) -> str:
    """Name an annotator of Label Studio: by the e-mail address, or by the number of the account."""
    if isinstance(account, dict):
        return str(account.get("email") or f"{NUMBERED}{account['id']}")
    return "" if account is None else f"{NUMBERED}{account}"


def _line_row(item: dict[str, Any]) -> Row:
    """Give the row of one entry of doccano."""
    meta = item.get("meta") or {}
    name = item["id_responden"] if "id_responden" in item else meta["id_responden"]
    found = item["label"] if "label" in item else item["cats"]
    if isinstance(found, dict):
        found = [label for label, given in found.items() if given]
    labels = [found] if isinstance(found, str) else [str(label) for label in found]
    kinds: dict[str, list[str]] = {kind: [] for kind in CONTROLS}
    for label in labels:
        kinds[_kind_of(label)].append(label)
    quoted = QUOTED if kinds["kutip"] else ""
    return [
        str(name),
        str(item.get(ANOTATOR, "")),
        _text(item),
        _single(kinds["sentimen"], "sentimen"),
        _single(kinds["unsur"], "unsur"),
        quoted,
    ]


def _kind_of(label: str) -> str:
    """Tell which kind of label a label of doccano is."""
    folded = fold(label.replace("_", " "))
    if folded in {fold(name.replace("_", " ")) for name in SENTIMEN}:
        return "sentimen"
    return "kutip" if folded in ("kutip", QUOTED) else "unsur"


def _text(data: dict[str, Any]) -> str | None:
    """Give the text that was shown, None where the file does not repeat it."""
    text = data.get("text", data.get("komentar"))
    return None if text is None else str(text)


def _single(labels: list[str], name: str) -> str:
    """Give the one label of a kind."""
    given = [label for label in dict.fromkeys(labels) if label]
    if len(given) > 1:
        raise ValueError(f"{len(given)} {name} ({', '.join(map(repr, given))}), seharusnya paling banyak satu")
    return given[0] if given else ""
