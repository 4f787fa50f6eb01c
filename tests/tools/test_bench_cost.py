"""What the benchmark measures of a command: also what a process costs that nobody waits for."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

TOOLS = Path(__file__).resolve().parents[2] / "tools"
BURN = """
import time
held = bytearray(100_000_000)
for place in range(0, len(held), 4096):
    held[place] = 1
while time.process_time() < 1:
    pass
"""
LEAVE_BURNING = f"import subprocess, sys; subprocess.Popen([sys.executable, '-c', {BURN!r}], start_new_session=True)"
# In a process of its own, because measuring takes in every process that the measuring one has begun.
MEASURE = """
import dataclasses, json, sys
from pathlib import Path
from bench_cost import measure
print(json.dumps(dataclasses.asdict(measure([sys.executable, "-c", sys.argv[1]], cwd=Path.cwd()))))
"""

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="Linux gives orphans to who asks for them")


def measure(code):
    command = [sys.executable, "-c", MEASURE, code]
    return subprocess.run(command, cwd=TOOLS, capture_output=True, text=True, check=False)


def test_orphans_count():
    cost = json.loads(measure(LEAVE_BURNING).stdout)
    assert cost["cpu"] >= 1  # what the orphan burns
    assert cost["own_cpu"] < cost["cpu"] - 0.9
    assert cost["peak_mb"] > 100  # what it holds
    assert cost["largest_mb"] > 100


def test_failing_command_is_told_with_what_it_said():
    failed = measure("import sys; sys.exit('no such notebook')")
    assert failed.returncode != 0
    assert "status 1, expected 0.\nno such notebook" in failed.stderr
