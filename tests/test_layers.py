"""The house: rooms import only from rooms below them, and the public names are what they say."""

import ast
import subprocess
import sys
from pathlib import Path

import pytest

import skmlib

LIBRARY = Path(skmlib.__file__).parent
ROOMS = {"survey": 1, "report": 2, "pipeline": 3, "cli": 4, "cli_comments": 4, "cli_new_period": 4}
AT_THE_DOOR = {"problems", "parameters"}
SECOND_COUNT = "recount"
MODULES = sorted(path for path in LIBRARY.rglob("*.py") if path != LIBRARY / "__init__.py")


def imported_modules(path: Path) -> set[str]:
    """Name the modules of the library that a file imports, wherever the import stands."""
    names = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.ImportFrom) and (node.module or "").split(".")[0] == "skmlib":
            names |= {f"{node.module}.{alias.name}" for alias in node.names}
        elif isinstance(node, ast.Import):
            names |= {alias.name for alias in node.names if alias.name.startswith("skmlib.")}
    return names


def room_of(module: str) -> str:
    room = module.split(".")[1] if "." in module else ""
    return "cli" if room.startswith("cli_") else room


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(LIBRARY)))
def test_module_imports_only_from_rooms_below(path):
    room = room_of(".".join(["skmlib", *path.relative_to(LIBRARY).with_suffix("").parts]))
    for name in imported_modules(path):
        other = room_of(name)
        if room == SECOND_COUNT:
            assert other == SECOND_COUNT, name
        elif room in AT_THE_DOOR:
            assert other in AT_THE_DOOR or name.startswith("skmlib.survey.regulation."), name
        elif other == SECOND_COUNT:
            assert room == "pipeline", name
        elif other not in AT_THE_DOOR:
            assert ROOMS[other] <= ROOMS[room], name


@pytest.mark.parametrize("path", sorted((LIBRARY / SECOND_COUNT).glob("*.py")), ids=lambda path: path.name)
def test_second_count_uses_the_standard_library_and_yaml_only(path):
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        names = [alias.name for alias in node.names] if isinstance(node, ast.Import) else []
        names += [node.module or ""] if isinstance(node, ast.ImportFrom) else []
        for name in names:
            assert name.startswith(f"skmlib.{SECOND_COUNT}") or name.split(".")[0] in {
                *sys.stdlib_module_names,
                "yaml",
            }, name


def test_problems_imports_nothing_of_the_library():
    assert imported_modules(LIBRARY / "problems.py") == set()


def test_report_reads_no_file():
    readers = ("open(", ".read_text(", ".read_bytes(", "read_csv(")
    for path in (LIBRARY / "report").glob("*.py"):
        text = path.read_text(encoding="utf-8")
        if path.name == "lettering.py":
            text = text.replace("Path(typeface).read_bytes()", "")
        found = [call for call in readers if call in text]
        assert not found, f"{path.name}: {found}"


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(LIBRARY)))
def test_module_is_at_most_250_lines(path):
    assert len(path.read_text(encoding="utf-8").splitlines()) <= 250


def test_public_names_are_sorted_and_load():
    assert skmlib.__all__ == sorted(skmlib.__all__)
    for name in skmlib.__all__:
        assert callable(getattr(skmlib, name)), name


def test_unknown_public_name_is_an_attribute_error():
    with pytest.raises(AttributeError, match=r"^module 'skmlib' has no attribute 'tidak_ada'$"):
        skmlib.tidak_ada  # noqa: B018 (the access is what is tested)


def test_checking_loads_neither_scipy_nor_matplotlib():
    program = (
        "import sys; from pathlib import Path; from skmlib.survey.dataset import read_survey; import skmlib.cli;"
        f"read_survey('kasn', '2024', root=Path({str(LIBRARY.parent)!r}));"
        "print([name for name in ('scipy', 'matplotlib', 'papermill', 'nbconvert') if name in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_renewing_the_index_loads_neither_scipy_nor_matplotlib():
    program = (
        "import sys; import skmlib.pipeline.index;"
        "print([name for name in ('scipy', 'matplotlib', 'papermill', 'nbconvert') if name in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
