"""Data that another process of the same build has read and checked, and its results, handed to a process that makes a report.

A build reads the data of a unit once and computes from them once. Its notebooks call `read_survey` and `summarise_survey` (or
those of a recap or a performance report) as everybody does, and these give what was handed over. Data that a notebook has
changed are computed from anew. Nothing is handed over elsewhere, so there they read and compute.
"""

from __future__ import annotations

import functools
import pickle
from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

Data = TypeVar("Data")
Results = TypeVar("Results")

_HANDED: dict[tuple[str, str, Path], bytes] = {}
_RESULTS: dict[int, tuple[Any, bytes, Any]] = {}  # by the identity of the data: the data, as packed, and the results


def pack(data: object, results: object = None) -> bytes:
    """Pack checked data, and what was computed from them, for another process of this build.

    Parameters
    ----------
    data : object
        From `read_survey`, `read_recap` or `read_performance`.
    results : object, optional
        From `summarise_survey` or `summarise_recap`.

    Returns
    -------
    bytes
        To be unpacked by the same library on the same machine only.
    """
    return _dump((data, results))


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
    data, results = (None, None) if packed is None else pickle.loads(packed)
    if not isinstance(data, kind):
        return None
    if results is not None:
        _RESULTS[id(data)] = data, _dump(data), results
    return data


def computed_once(summarise: Callable[[Data], Results]) -> Callable[[Data], Results]:
    """Let a function give the results that were handed over with its data, where the data are still as they were.

    Parameters
    ----------
    summarise : callable
        Takes data, gives results.

    Returns
    -------
    callable
        The same function to whoever calls it.
    """

    @functools.wraps(summarise)
    def give(data: Data) -> Results:
        known, packed, results = _RESULTS.pop(id(data), (None, b"", None))
        return results if known is data and _dump(data) == packed else summarise(data)

    return give


def _dump(data: object) -> bytes:
    """Write an object as bytes: equal ones as long as nobody changes it."""
    return pickle.dumps(data, protocol=pickle.HIGHEST_PROTOCOL)
