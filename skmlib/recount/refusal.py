"""What this count says when it cannot follow: better no second number than a guessed one."""

from __future__ import annotations


class CannotRecountError(Exception):
    """A survey or a part of it is not counted a second time; says why, in Indonesian."""
