"""The roles that the columns of an unknown export can play, and which column was given which.

An unsur, its importance, another question, a group of respondents, the time stamp, the comment, a respondent who comes back, a
tick of a question with several choices, personal data, or none.
"""

from __future__ import annotations

import dataclasses

from skmlib.survey.guess_unsur import UnsurColumns
from skmlib.survey.ticks import Ticks


@dataclasses.dataclass(frozen=True)
class Roles:
    """The roles of the columns of an export.

    Attributes
    ----------
    unsur : UnsurColumns
        Columns of the unsur.
    kepentingan : dict of str to str
        Heading of the importance of an unsur.
    tambahan : tuple of str
        Answers outside the unsur.
    groups : dict of str to str
        Heading of each group, the service under `layanan`.
    waktu, komentar, responden : str or None
        Time stamp, comment, repeated respondent.
    ticks : tuple of Ticks
        Columns of ticks, which are not read.
    personal, unused : tuple of str
        Headings that look personal, and those without a role.
    """

    unsur: UnsurColumns
    kepentingan: dict[str, str]
    tambahan: tuple[str, ...]
    groups: dict[str, str]
    waktu: str | None
    komentar: str | None
    responden: str | None
    ticks: tuple[Ticks, ...]
    personal: tuple[str, ...]
    unused: tuple[str, ...]

    def with_importance(self, columns: dict[str, str]) -> Roles:
        """Keep these columns of importance; the others have no role."""
        left = tuple(name for name in self.kepentingan.values() if name not in columns.values())
        return dataclasses.replace(self, kepentingan=columns, unused=(*self.unused, *left))
