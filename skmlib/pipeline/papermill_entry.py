"""What papermill loads at its own import: a stand-in for the engine `skm`, which is imported when something is asked of it.

papermill loads all engines at its own import, and the engine needs papermill: without a stand-in, importing the engine first
would fail.
"""

from __future__ import annotations

from typing import Any


class EngineEntry:
    """Stands for `SkmEngine`, and gives what that class has."""

    def __getattr__(self, name: str) -> Any:
        """Give an attribute of the engine."""
        from skmlib.pipeline.engine import SkmEngine

        return getattr(SkmEngine, name)


skm = EngineEntry()
