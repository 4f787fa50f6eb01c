"""Comments to annotate for other programs, and `komentar.csv` itself: plain files with fixed bytes.

Label Studio takes a list of tasks and a labelling interface (XML) with the controls `sentimen`, `unsur` and `kutip`; doccano
one JSON object per line; anything else a CSV. All carry the masked text and the `id_responden` by which the labels find their
way back. Files are UTF-8 with line feeds and are written whole beside their place, then moved there.
"""

from __future__ import annotations

import csv
import io
from pathlib import Path
from typing import Any
from xml.sax.saxutils import quoteattr

import pandas as pd

from skmlib.pipeline.json_text import spell_json
from skmlib.survey.comment_labels import QUOTED, SENTIMEN
from skmlib.survey.open_answers import TEXT_MARK

FORMULA_SIGNS = ("=", "+", "-", "@")
SHOWN = "text"


def write_whole(content: bytes, path: Path) -> None:
    """Write a file beside its place and move it there, so that a reader sees the old file or the new.

    Parameters
    ----------
    content : bytes
        Of the file.
    path : Path
        Where it goes; folders are made.

    Raises
    ------
    OSError
        When another program holds the file; it is left as it was.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    beside = path.with_name(f".{path.name}.baru")
    beside.write_bytes(content)
    try:
        beside.replace(path)
    except OSError:
        beside.unlink()
        raise


def write_comments(comments: pd.DataFrame, path: Path) -> None:
    """Write `komentar.csv`.

    Parameters
    ----------
    comments : DataFrame
        From `merge_annotations`.
    path : Path
        The file; replaced whole.
    """
    _write_text(_spell_csv(comments), path)


def write_csv_tasks(tasks: pd.DataFrame, path: Path) -> None:
    """Write comments to annotate as a CSV.

    Parameters
    ----------
    tasks : DataFrame
        From `select_tasks`. A text that a spreadsheet would read as a formula gets an apostrophe in front.
    path : Path
        The CSV file to write, with a byte order mark, so that Excel reads its letters.
    """
    marked = [f"{TEXT_MARK}{text}" if text.startswith(FORMULA_SIGNS) else text for text in tasks["komentar"]]
    _write_text("\ufeff" + _spell_csv(tasks.assign(komentar=marked)), path)


def write_label_studio_tasks(tasks: pd.DataFrame, path: Path, *, choices: dict[str, str]) -> None:
    """Write comments to annotate as tasks of Label Studio, with the labels there are as predictions.

    Parameters
    ----------
    tasks : DataFrame
        From `select_tasks`.
    path : Path
        The JSON file to write.
    choices : dict of str to str
        What each unsur is called in the interface, by id.
    """
    entries = []
    for row in tasks.itertuples(index=False):
        given = {"sentimen": row.sentimen, "unsur": choices.get(row.unsur, row.unsur), "kutip": row.kutip}
        result = [
            {"from_name": name, "to_name": SHOWN, "type": "choices", "value": {"choices": [label]}}
            for name, label in given.items()
            if label
        ]
        entry: dict[str, Any] = {"data": {"id_responden": row.id_responden, SHOWN: row.komentar}}
        entries.append(
            entry | ({"predictions": [{"model_version": "komentar.csv", "result": result}]} if result else {})
        )
    _write_text(spell_json(entries, indent=1) + "\n", path)


def write_label_studio_interface(path: Path, *, choices: dict[str, str]) -> None:
    """Write the labelling interface of Label Studio.

    Parameters
    ----------
    path : Path
        The XML file to write.
    choices : dict of str to str
        What each unsur is called, by id.
    """
    lines = ["<View>", f'  <Text name="{SHOWN}" value="${SHOWN}"/>']
    for name, labels in {"sentimen": SENTIMEN, "unsur": tuple(choices.values()), "kutip": (QUOTED,)}.items():
        required = ' required="true"' if name == "sentimen" else ""
        lines.append(f"  <Header value={quoteattr(name)}/>")
        lines.append(f'  <Choices name="{name}" toName="{SHOWN}" choice="single"{required}>')
        lines += [f"    <Choice value={quoteattr(label)}/>" for label in labels]
        lines.append("  </Choices>")
    _write_text("\n".join([*lines, "</View>"]) + "\n", path)


def write_doccano_tasks(tasks: pd.DataFrame, path: Path, *, choices: dict[str, str]) -> None:
    """Write comments to annotate as JSON lines for doccano, with the labels there are.

    Parameters
    ----------
    tasks : DataFrame
        From `select_tasks`.
    path : Path
        The JSONL file to write.
    choices : dict of str to str
        What each unsur is called, by id.
    """
    lines = []
    for row in tasks.itertuples(index=False):
        quoted = "kutip" if row.kutip else ""
        labels = [label for label in (row.sentimen, choices.get(row.unsur, row.unsur), quoted) if label]
        entry = {SHOWN: row.komentar, "label": labels, "id_responden": row.id_responden}
        lines.append(spell_json(entry))
    _write_text("".join(f"{line}\n" for line in lines), path)


def _spell_csv(frame: pd.DataFrame) -> str:
    """Spell a frame as CSV with commas and line feeds."""
    text = io.StringIO(newline="")
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(frame.columns)
    writer.writerows(frame.itertuples(index=False, name=None))
    return text.getvalue()


def _write_text(text: str, path: Path) -> None:
    """Write a text whole, in UTF-8."""
    write_whole(text.encode(), path)
