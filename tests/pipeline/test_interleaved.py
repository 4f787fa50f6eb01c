"""Many units at a time: nothing of one is visible in another, whatever its cells do to their process."""

import re
import zipfile
from pathlib import Path

import pypdf
import pytest

from skmlib.pipeline import events
from skmlib.pipeline.build import build_reports
from skmlib.pipeline.settings import Settings

UNITS = 50
HEAD = ('unit = ""\nperiode = ""', "import skmlib as skm\nsurvey = skm.read_survey(unit, periode)")
SHOWN = (
    "results = skm.summarise_survey(survey)",
    "skm.report_cover(results)",
    "skm.unsur_scores_table(results)",
    "skm.draw_unsur(results)",
)
# Some do work that others overtake, so that later units end before earlier ones.
STAIN = """
import builtins, locale, os, sys, time, warnings
import matplotlib
import numpy, pandas
mark = survey.parameters.own.nama
before = [str(getattr(builtins, "tanda", "")), os.environ.get("TANDA", ""), matplotlib.rcParams["axes.titlelocation"],
          os.path.basename(os.getcwd()), pandas.get_option("display.max_rows"), skm.__dict__.get("tanda", ""), sys.argv[1:]]
builtins.tanda = skm.tanda = os.environ["TANDA"] = mark
matplotlib.rcParams["axes.titlelocation"] = "left"
pandas.set_option("display.max_rows", 7)
sys.argv.append(mark)
os.makedirs(mark, exist_ok=True); os.chdir(mark)
time.sleep(0.2 * (int(mark.rsplit("-", 1)[1]) % 3))
print("sebelumnya", before)
"""
MARK = re.compile(r"Tanda-\d+")


@pytest.mark.slow
def test_fifty_units_at_a_time_show_only_their_own_mark(agency, write_notebook):
    names = [f"unit-{place}" for place in range(UNITS)]
    for place, name in enumerate(names):
        answers = ",".join(str(1 + (place >> digit) % 4) for digit in range(9))
        agency.add_unit(name, answers, "3,3,3,3,3,3,3,3,3", name=f"Tanda-{1000 + place}")
    write_notebook(agency.root / "notebooks/laporan_skm.ipynb", *HEAD, STAIN, *SHOWN)
    told = []
    build_reports(
        [("2025-S1", name) for name in names], root=agency.root, settings=Settings(jobs=4), on_event=told.append
    )
    assert told[-1] == events.Ended(UNITS, ())
    ended = [event.report for event in told if isinstance(event, events.Published)]
    assert sorted(ended) == sorted(f"2025-S1/{name}" for name in names)
    begun_before_others_ended = [event for event in told if isinstance(event, events.Published | events.Begun)]
    assert isinstance(begun_before_others_ended[1], events.Begun)  # so they did run side by side
    before = set()
    for place, name in enumerate(names):
        texts = texts_of(agency.root / "outputs/2025-S1" / name)
        for file, text in texts.items():
            assert set(MARK.findall(text)) == {f"Tanda-{1000 + place}"}, file
        before |= set(re.findall(r"sebelumnya .*", texts["laporan-skm.ipynb"]))
    assert len(before) == 1  # and every unit found its process as the first did
    assert "Tanda" not in before.pop()


def texts_of(folder: Path) -> dict[str, str]:
    """Give the text of each file that names its unit; of a workbook, that of its parts."""
    texts = {
        path.name: path.read_text(encoding="utf-8") for path in folder.iterdir() if path.suffix in (".html", ".ipynb")
    }
    texts |= {name: (folder / name).read_text(encoding="utf-8") for name in ("hasil.json", "manifest.json")}
    texts["laporan-skm.pdf"] = "".join(
        page.extract_text() for page in pypdf.PdfReader(folder / "laporan-skm.pdf").pages
    )
    with zipfile.ZipFile(folder / "olah-data.xlsx") as parts:
        texts["olah-data.xlsx"] = "".join(parts.read(name).decode("utf-8", "replace") for name in parts.namelist())
    return texts
