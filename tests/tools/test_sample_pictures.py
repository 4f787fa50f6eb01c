"""The pictures of the sample follow-up report: what the tool draws, pixel by pixel, and named as made up."""

import csv
import subprocess
import sys
from pathlib import Path

from PIL import Image

PROJECT = Path(__file__).resolve().parents[2]
FOLDER = PROJECT / "data/2024-S2/jatinegara-kaum"
LARGEST = 30_000


def test_committed_pictures_are_what_the_tool_draws(tmp_path):
    code = "import sys; from pathlib import Path; import sample_pictures; sample_pictures.write_pictures(Path(sys.argv[1]))"
    subprocess.run([sys.executable, "-c", code, str(tmp_path)], cwd=PROJECT / "tools", check=True)
    made = sorted(tmp_path.rglob("*.png"))
    assert [path.name for path in made] == sorted(path.name for path in FOLDER.glob("*.png"))
    for path in made:
        pair = [Image.open(place / path.name).convert("RGB") for place in (path.parent, FOLDER)]
        assert pair[0].tobytes() == pair[1].tobytes(), path.name
        assert (FOLDER / path.name).stat().st_size < LARGEST


def test_every_picture_is_named_as_made_up():
    with (FOLDER / "tindak_lanjut.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    assert sorted(row["foto"] for row in rows) == sorted(path.name for path in FOLDER.glob("*.png"))
    for row in rows:
        assert row["foto"].startswith("rekaan-")
        assert row["foto_alt"].startswith("Gambar rekaan: ")
        assert row["foto_keterangan"].startswith("Gambar rekaan ")
