"""Files for other programs, and komentar.csv: their exact text."""

import json
import xml.etree.ElementTree as ElementTree
from pathlib import Path

import pandas as pd
import pytest

from skmlib.pipeline.annotation_tasks import (
    write_comments,
    write_csv_tasks,
    write_doccano_tasks,
    write_label_studio_interface,
    write_label_studio_tasks,
)
from skmlib.survey.annotation_import import read_annotated_file

CHOICES = {"waktu": "U3 Waktu penyelesaian", "biaya": 'U4 Biaya "resmi" & tarif'}
TASKS = pd.DataFrame(
    [("a-1", "=1+1", "positif", "waktu", "ya"), ("b-1", "Lama, antre", "", "", "")],
    columns=["id_responden", "komentar", "sentimen", "unsur", "kutip"],
)


def test_komentar_csv_has_commas_and_line_feeds(tmp_path: Path) -> None:
    write_comments(TASKS, tmp_path / "baru/komentar.csv")
    assert (tmp_path / "baru/komentar.csv").read_bytes() == (
        b'id_responden,komentar,sentimen,unsur,kutip\na-1,=1+1,positif,waktu,ya\nb-1,"Lama, antre",,,\n'
    )
    assert [path.name for path in (tmp_path / "baru").iterdir()] == ["komentar.csv"]


def test_a_csv_to_annotate_holds_no_formula(tmp_path: Path) -> None:
    write_csv_tasks(TASKS, tmp_path / "komentar-ani.csv")
    assert (tmp_path / "komentar-ani.csv").read_text(encoding="utf-8") == (
        '\ufeffid_responden,komentar,sentimen,unsur,kutip\na-1,\'=1+1,positif,waktu,ya\nb-1,"Lama, antre",,,\n'
    )


def test_label_studio_tasks_carry_text_and_id(tmp_path: Path) -> None:
    write_label_studio_tasks(TASKS, tmp_path / "a.json", choices=CHOICES)
    first, second = json.loads((tmp_path / "a.json").read_text(encoding="utf-8"))
    assert first["data"] == {"id_responden": "a-1", "text": "=1+1"}
    given = {result["from_name"]: result["value"]["choices"] for result in first["predictions"][0]["result"]}
    assert given == {"sentimen": ["positif"], "unsur": ["U3 Waktu penyelesaian"], "kutip": ["ya"]}
    assert second == {"data": {"id_responden": "b-1", "text": "Lama, antre"}}


def test_the_interface_of_label_studio_names_the_same_controls_and_choices(tmp_path: Path) -> None:
    write_label_studio_interface(tmp_path / "a.xml", choices=CHOICES)
    view = ElementTree.parse(tmp_path / "a.xml").getroot()
    assert view.find("Text").attrib == {"name": "text", "value": "$text"}
    found = {control.get("name"): [choice.get("value") for choice in control] for control in view.findall("Choices")}
    assert found == {
        "sentimen": ["positif", "netral", "negatif", "tanpa_komentar"],
        "unsur": ["U3 Waktu penyelesaian", 'U4 Biaya "resmi" & tarif'],
        "kutip": ["ya"],
    }
    assert {control.get("toName") for control in view.findall("Choices")} == {"text"}


def test_doccano_lines(tmp_path: Path) -> None:
    write_doccano_tasks(TASKS, tmp_path / "a.jsonl", choices=CHOICES)
    assert (tmp_path / "a.jsonl").read_text(encoding="utf-8") == (
        '{"text": "=1+1", "label": ["positif", "U3 Waktu penyelesaian", "kutip"], "id_responden": "a-1"}\n'
        '{"text": "Lama, antre", "label": [], "id_responden": "b-1"}\n'
    )


@pytest.mark.parametrize("name", ["komentar-ani.csv", "komentar-ani.jsonl"])
def test_what_was_written_is_read_back(tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    if path.suffix == ".csv":
        write_csv_tasks(TASKS, path)
    else:
        write_doccano_tasks(TASKS, path, choices=CHOICES)
    rows = read_annotated_file(path, berkas=name).rows
    assert rows[["id_responden", "sentimen", "kutip"]].to_numpy().tolist() == [
        ["a-1", "positif", "ya"],
        ["b-1", "", ""],
    ]
