"""Data that another process of the same build has read and checked, handed to a process that makes a report from them.

A build reads the data of a unit once. Its notebooks call `read_survey`, `read_recap` or `read_performance` as everybody does,
and these give what was handed over. Nothing is handed over elsewhere, so there they read.
"""

from __future__ import annotations

import pickle
from pathlib import Path
from typing import Any, TypeVar

Data = TypeVar("Data")

_HANDED: dict[tuple[str, str, Path], bytes] = {}


def pack(data: object) -> bytes:
    """Pack checked data for another process of this build.

    Parameters
    ----------
    data : object
        From `read_survey`, `read_recap` or `read_performance`.

    Returns
    -------
    bytes
        To be unpacked by the same library on the same machine only.
    """
    return pickle.dumps(data, protocol=pickle.HIGHEST_PROTOCOL)


def hand_over(packed: bytes, unit: str, periode: str, *, root: Path) -> None:
    """Let this process have the data of a report without reading them.

    Parameters
    ----------
    packed : bytes
        From `pack`, in a process that this build has made.
    unit, periode : str
        Identity of the report.
    root : Path
        The project folder.
    """
    _HANDED[unit, periode, root.resolve()] = packed


def take_over(kind: type[Data], unit: str, periode: str, *, root: Path) -> Data | None:
    """Give the data that this process was handed: new objects each time, so that nobody sees what another did to them.

    Parameters
    ----------
    kind : type
        What is expected.
    unit, periode : str
        Identity of the report.
    root : Path
        The project folder.

    Returns
    -------
    object or None
        None where nothing of this kind was handed over.

    Examples
    --------
    >>> hand_over(pack("isi"), "loket", "2025-S1", root=Path("proyek"))
    >>> take_over(str, "loket", "2025-S1", root=Path("proyek"))
    'isi'
    >>> take_over(dict, "loket", "2025-S1", root=Path("proyek")) is None
    True
    """
    packed = _HANDED.get((unit, periode, root.resolve()))
    data: Any = None if packed is None else pickle.loads(packed)
    return data if isinstance(data, kind) else None
