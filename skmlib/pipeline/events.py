"""What a build tells while it runs: plain facts, for a person at a terminal or for another program.

Reports are named `<periode>/<unit>`. `as_json` gives each event as the object that `skm build --json` writes in a line; its
`event` is the name of the class in lower case.
"""

from __future__ import annotations

import dataclasses

from skmlib.pipeline.json_text import spell_json


@dataclasses.dataclass(frozen=True)
class Planned:
    """What will be built, and how many reports are current."""

    stale: tuple[str, ...]
    current: int


@dataclasses.dataclass(frozen=True)
class Begun:
    """Work on the reports of a unit begins."""

    report: str


@dataclasses.dataclass(frozen=True)
class Stage:
    """A stage of the work on a unit begins; its words are Indonesian."""

    report: str
    stage: str


@dataclasses.dataclass(frozen=True)
class Published:
    """The reports of a unit are published.

    Attributes
    ----------
    report : str
        Whose.
    folder : str
        Where, relative to the project folder.
    laporan : tuple of str
        The reports.
    files : tuple of str
        All files of the folder.
    findings : int
        How many findings there are about the data.
    aside : tuple of str
        Where files of the earlier folder went that no build had written.
    seconds : float
        How long it took, from its beginning.
    apart : int
        Respondents by which it differs from the earlier version, where these are so few that both together tell what they
        answered; else 0.
    """

    report: str
    folder: str
    laporan: tuple[str, ...]
    files: tuple[str, ...]
    findings: int
    aside: tuple[str, ...]
    seconds: float
    apart: int = 0


@dataclasses.dataclass(frozen=True)
class Unchanged:
    """Another build has made the reports of a unit in the meantime."""

    report: str


@dataclasses.dataclass(frozen=True)
class Failed:
    """The reports of a unit could not be made; what was published stays.

    Attributes
    ----------
    report : str
        Whose.
    message : str
        What is wrong, where, and what to do, in Indonesian.
    details : str
        A traceback, where the cause may be the program; may be empty.
    notebook : str
        The failed notebook, kept for reading; may be empty.
    """

    report: str
    message: str
    details: str = ""
    notebook: str = ""


@dataclasses.dataclass(frozen=True)
class Refused:
    """A worker of the cluster is not used; the reason is Indonesian."""

    worker: str
    reason: str


@dataclasses.dataclass(frozen=True)
class Recovered:
    """A killed build had left files in a folder that it replaced, which no build has written: where they went."""

    aside: tuple[str, ...]


@dataclasses.dataclass(frozen=True)
class Ended:
    """The build has ended: how many reports it published, which failed, and whether it was interrupted."""

    published: int
    failed: tuple[str, ...]
    interrupted: bool = False


Event = Recovered | Planned | Refused | Begun | Stage | Published | Unchanged | Failed | Ended


def as_json(event: Event) -> str:
    """Write an event as one line of JSON.

    Examples
    --------
    >>> as_json(Begun("2024/kasn"))
    '{"event": "begun", "report": "2024/kasn"}'
    """
    return spell_json({"event": type(event).__name__.lower()} | dataclasses.asdict(event))
