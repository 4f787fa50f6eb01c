"""A library in Rust that gives up: its shout is kept off the terminal, and what it raises is an error like any other.

Where such a library meets bytes that it did not expect it "panics": it writes some lines in English to the error output and
raises what no `except Exception` catches. Here that becomes a `ValueError`. What else was written meanwhile is passed on.
"""

from __future__ import annotations

import contextlib
import os
import sys
import tempfile
from collections.abc import Iterator

PANIC = "PanicException"  # the class cannot be imported
ERROR_OUTPUT = 2


@contextlib.contextmanager
def quiet_panics() -> Iterator[None]:
    """Turn a panic within the block into a `ValueError`, without a word on the error output.

    Raises
    ------
    ValueError
        When the library panicked.

    Examples
    --------
    >>> with quiet_panics():
    ...     pass
    """
    with tempfile.TemporaryFile() as heard:
        is_panic = False
        try:
            with _error_output_to(heard.fileno()):
                yield
        except BaseException as error:
            is_panic = type(error).__name__ == PANIC
            if not is_panic:
                raise
            raise ValueError("the library gave up on this file") from error
        finally:
            heard.seek(0)
            if not is_panic and (text := heard.read()):
                sys.stderr.write(text.decode(errors="replace"))


@contextlib.contextmanager
def _error_output_to(target: int) -> Iterator[None]:
    """Let the process's error output go elsewhere; a process that has none keeps having none."""
    try:
        before = os.dup(ERROR_OUTPUT)
    except OSError:
        yield
        return
    try:
        os.dup2(target, ERROR_OUTPUT)
        yield
    finally:
        os.dup2(before, ERROR_OUTPUT)
        os.close(before)
