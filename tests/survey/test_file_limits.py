"""A line that no spreadsheet writes is refused wherever it stands; DuckDB passes over one that is larger than its buffer."""

import pytest

from skmlib.problems import DataError
from skmlib.survey.file_limits import BLOCK, LINE_LENGTH_MAX, check_line_bytes

ROW = b"3,3,3,3,3,3,3,3,3\n"


def check(tmp_path, content):
    path = tmp_path / "a.csv"
    path.write_bytes(content)
    check_line_bytes(path, berkas="a.csv")


@pytest.mark.parametrize("rows", [0, 50, BLOCK // len(ROW) - 1, BLOCK // len(ROW) + 1, 3 * BLOCK // len(ROW)])
@pytest.mark.parametrize("end", [b"", b"\n", b"\n" + ROW])
def test_long_line_is_found_wherever_it_begins_and_ends(tmp_path, rows, end):
    with pytest.raises(DataError, match=f"baris {rows + 1}: lebih panjang dari 2 juta huruf"):
        check(tmp_path, ROW * rows + b"4" * (LINE_LENGTH_MAX + BLOCK + 1) + end)


@pytest.mark.parametrize("line_end", [b"\n", b"\r\n", b"\r"])
def test_many_short_lines_and_one_of_a_million_letters_pass(tmp_path, line_end):
    check(tmp_path, ROW.replace(b"\n", line_end) * 400_000 + b"4" * 1_000_000 + line_end)
