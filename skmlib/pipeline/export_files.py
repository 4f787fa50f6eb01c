"""The files of an export and their place in the project: copied into the unit's data folder, never over another file."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

from skmlib.parameters.values import file_name
from skmlib.problems import DataError, Problem


def place_of(path: Path, *, root: Path) -> tuple[str, str] | None:
    """Tell period and unit of a file in data/<periode>/<unit>/.

    Parameters
    ----------
    path : Path
        The file.
    root : Path
        The project folder.

    Returns
    -------
    (periode, unit) or None

    Examples
    --------
    >>> place_of(Path("/proyek/data/2025/loket/a.csv"), root=Path("/proyek"))
    ('2025', 'loket')
    """
    try:
        parts = path.resolve().relative_to(root.resolve()).parts
    except ValueError:
        return None
    return (parts[1], parts[2]) if len(parts) == 4 and parts[0] == "data" else None


def tell_exports(exports: Mapping[str, Path]) -> str:
    """Name the files of an export for a sentence: the only one, or how many and where.

    Examples
    --------
    >>> tell_exports({"data/2025/loket/a.csv": Path("a.csv"), "data/2025/loket/b.csv": Path("b.csv")})
    '2 berkas di data/2025/loket'
    """
    names = list(exports)
    return names[0] if len(names) == 1 else f"{len(names)} berkas di {names[0].rpartition('/')[0]}"


def name_exports(paths: Sequence[Path], folder: str, root: Path) -> dict[str, Path]:
    """Give each file its name in the project.

    Parameters
    ----------
    paths : sequence of Path
        The files; one that is named twice counts once.
    folder : str
        Data folder of the unit, relative to the project folder.
    root : Path
        The project folder.

    Returns
    -------
    dict of str to Path
        Where each comes from, by its path relative to the project folder.

    Raises
    ------
    DataError
        When two have the same name, or another file of that name is there.
    """
    named: dict[str, Path] = {}
    problems = []
    for path in {path.resolve(): path for path in paths}.values():
        name, target = f"{folder}/{file_name(path.name)}", root / folder / file_name(path.name)
        if name in named:
            what = f"dua berkas bernama sama ({named[name]} dan {path})"
            problems.append(Problem(name, what, "ganti nama salah satunya"))
        elif target.exists() and path.exists() and target.read_bytes() != path.read_bytes():
            what, advice = (
                "berkas lain dengan nama ini sudah ada",
                "ganti nama berkas yang baru, atau pindahkan yang lama",
            )
            problems.append(Problem(name, what, advice))
        named[name] = path
    if problems:
        raise DataError(problems)
    return named
