"""The pictures of what was done of the previous plan (follow-up report)."""

from __future__ import annotations

import pandas as pd

from skmlib.report import wording
from skmlib.report.blocks import Block, Blocks, Photo, Text
from skmlib.survey.results import Results

NO_PHOTOS = "Tidak ada gambar kegiatan yang dilampirkan."


def action_photos(results: Results) -> Block:
    """Show the pictures of the actions of the previous plan, or say that there are none.

    Parameters
    ----------
    results : Results
        Of the unit.

    Returns
    -------
    Block
        One figure for each picture, in the order of the actions, or a sentence; nothing when no previous plan is known.
    """
    previous = results.previous_plan
    if previous is None or previous.empty:
        return Blocks([])
    photos = [
        Photo(_caption(row, caption), results.survey.photos[name], alt=alt, source=name)
        for row in previous.itertuples(index=False)
        for name, alt, caption in zip(row.foto, row.foto_alt, row.foto_keterangan, strict=True)
    ]
    return Blocks(photos) if photos else Text.plain(NO_PHOTOS)


def _caption(row: tuple, caption: str) -> str:
    """Caption a picture with the number and date of its action, and its own words or those of the action."""
    when = "" if pd.isna(row.tanggal) else f" ({wording.date(row.tanggal)})"
    return f"Kegiatan {row.nomor}{when}: {caption or wording.inline(row.program)}"
