"""The console that messages go to: a text from a file is shown, and never steers the terminal."""

from __future__ import annotations

from typing import Any

from rich.console import Console
from rich.text import Text

from skmlib.problems import LINE_BREAKS
from skmlib.survey.unseen import show_unseen


class SafeConsole(Console):
    """A console that shows signs for what cannot be seen.

    Every plain text that is printed, or stands in a table, passes through `render_str`; colours are added later.
    """

    def __init__(self, *, stderr: bool = False) -> None:
        super().__init__(stderr=stderr, highlight=False, emoji=False)

    def render_str(self, text: str, **options: Any) -> Text:
        """Turn a text into what is printed."""
        return super().render_str(show_unseen(text), **options)


def one_line(text: str) -> str:
    r"""Show line breaks as signs, where a text that holds names of files must stay on its line.

    Examples
    --------
    >>> one_line("a\n✓ 2025.csv: baru")
    'a‹U+000A›✓ 2025.csv: baru'
    """
    return text.translate(LINE_BREAKS)
