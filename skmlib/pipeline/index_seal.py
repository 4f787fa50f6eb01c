"""The seal of the index: its last line, a hash over the page and all it was made from.

As long as the seal fits what is published now, the page need not be made again, and nothing that makes pages is imported.
"""

from __future__ import annotations

import hashlib
import re
from pathlib import Path

from skmlib.parameters.periods import PERIODE_PATTERN
from skmlib.pipeline.manifest import HASIL, MANIFEST
from skmlib.survey.provenance import hash_file, hash_library, read_library_files

INDEX = "index.html"
SEAL = "<!-- {} -->\n"
_SEALED = re.compile(r"<!-- [0-9a-f]{64} -->\n\Z")


def hash_published(outputs: Path) -> str:
    """Hash what the index is made from: names of files, manifests and figures of all published folders, and the library.

    Parameters
    ----------
    outputs : Path
        The folder that holds `<periode>/<unit>/`.

    Returns
    -------
    str
        SHA-256.
    """
    digest = hashlib.sha256(hash_library(read_library_files()).encode())
    for folder in sorted(
        path for path in outputs.glob("*/*") if PERIODE_PATTERN.fullmatch(path.parent.name) and path.is_dir()
    ):
        names = sorted(path.name for path in folder.iterdir() if path.is_file())
        contents = [hash_file(folder / name) for name in (MANIFEST, HASIL)]
        digest.update(repr((folder.parent.name, folder.name, names, contents)).encode())
    return digest.hexdigest()


def seal(page: str, published: str) -> str:
    """Add its seal to a page.

    Parameters
    ----------
    page : str
        HTML; it is made to end with one line feed.
    published : str
        Hash of what it was made from.

    Returns
    -------
    str

    Examples
    --------
    >>> len(seal("<p>halo</p>", "").splitlines()[-1])
    73
    """
    page = page.rstrip("\n") + "\n"
    return page + _seal_of(page, published)


def without_seal(page: str) -> str:
    r"""Leave out the last line of a page where it is a seal.

    Examples
    --------
    >>> without_seal(seal("<p>halo</p>", ""))
    '<p>halo</p>\n'
    """
    return _SEALED.sub("", page)


def is_sealed(path: Path, published: str) -> bool:
    """Tell whether a page is there, whole, and made from what is published now.

    Parameters
    ----------
    path : Path
        The page.
    published : str
        Hash of what is published now.

    Returns
    -------
    bool
    """
    try:
        page = path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError):
        return False
    length = len(SEAL.format("0" * 64))
    return page[-length:] == _seal_of(page[:-length], published)


def _seal_of(page: str, published: str) -> str:
    """Write the seal of a page."""
    return SEAL.format(hashlib.sha256(f"{published}\n{page}".encode()).hexdigest())
