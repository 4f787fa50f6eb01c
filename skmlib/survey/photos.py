"""Pictures of what was done: named in `tindak_lanjut.csv`, standing beside it, small and anonymous before a report holds them.

`foto` names the files of an action with ";" between them, `foto_alt` says of each, in the same order, what it shows for those
who cannot see it, and `foto_keterangan` may give captions. A photograph carries where and when it was taken and by which
device; so every picture is decoded and written anew as JPEG, turned upright, without anything but its pixels, and no larger
than a page needs. A picture that is missing, of another kind, damaged or far too large is a problem with its row.
"""

from __future__ import annotations

import io
import warnings
from collections.abc import Iterator
from pathlib import Path

import pandas as pd

from skmlib.parameters import Parameters
from skmlib.parameters.values import file_name
from skmlib.problems import DataError, Problem, suggestion
from skmlib.survey.file_limits import check_place
from skmlib.survey.filled_tables import SEPARATOR

PHOTO, PHOTO_ALT, PHOTO_CAPTION = PHOTO_COLUMNS = ("foto", "foto_alt", "foto_keterangan")
KINDS = ("JPEG", "PNG")
LARGEST_FILE = 20 * 2**20
LARGEST_SIDE = 12_000
LARGEST_PIXELS = 60_000_000
SHOWN_SIDE = 1_200
QUALITY = 82
SMALLER = f"perkecil dahulu gambarnya, misalnya sampai {SHOWN_SIDE} piksel sisi terpanjang"


def split_photos(cell: str) -> tuple[str, ...]:
    """Take a cell of pictures apart; unlike other cells, equal parts stay, for two pictures may have one caption.

    Parameters
    ----------
    cell : str
        Parts with ";" between them.

    Returns
    -------
    tuple of str

    Examples
    --------
    >>> split_photos("a.jpg; b.jpg"), split_photos("")
    (('a.jpg', 'b.jpg'), ())
    """
    return tuple(part.strip() for part in cell.split(SEPARATOR)) if cell.strip() else ()


def check_photos(frame: pd.DataFrame, *, berkas: str) -> list[Problem]:
    """Find what is wrong in the columns of pictures, before any file is read.

    Parameters
    ----------
    frame : DataFrame
        Actions as read, with or without these columns.
    berkas : str
        File name for messages.

    Returns
    -------
    list of Problem
        Names that reach outside the folder, and pictures without a word for what they show.
    """
    if PHOTO not in frame.columns:
        extra = [column for column in PHOTO_COLUMNS if column in frame.columns]
        return [Problem(berkas, f"ada tanpa kolom {PHOTO!r}", "tambahkan kolom itu", 1, column) for column in extra]
    return [problem for baris, row in frame.iterrows() for problem in _check_row(row, int(baris), berkas)]


def _check_row(row: pd.Series, baris: int, berkas: str) -> Iterator[Problem]:
    """Check the pictures of one action."""
    names = split_photos(row[PHOTO])
    for name in names:
        if not name or name.startswith(".") or name != file_name(name):
            yield Problem(berkas, f"tertulis {name!r}", "seharusnya nama berkas saja, tanpa folder", baris, PHOTO)
    alts = split_photos(row.get(PHOTO_ALT, ""))
    if len(alts) != len(names) or not all(alts):
        what = f"{len([alt for alt in alts if alt])} keterangan untuk {len(names)} gambar"
        advice = f"tulis untuk setiap gambar apa yang tampak, dipisahkan {SEPARATOR!r}"
        advice = advice if names else f"isi nama gambarnya pada kolom {PHOTO!r}, atau kosongkan kolom ini"
        yield Problem(berkas, what, advice, baris, PHOTO_ALT)
    captions = split_photos(row.get(PHOTO_CAPTION, ""))
    if captions and len(captions) != len(names):
        what = f"{len(captions)} judul untuk {len(names)} gambar"
        yield Problem(berkas, what, f"tulis satu judul setiap gambar, dipisahkan {SEPARATOR!r}", baris, PHOTO_CAPTION)


def add_photos(typed: pd.DataFrame, frame: pd.DataFrame) -> pd.DataFrame:
    """Add the pictures of each action, with what they show and their captions.

    Parameters
    ----------
    typed : DataFrame
        Actions with typed columns.
    frame : DataFrame
        The same rows as read.

    Returns
    -------
    DataFrame
        With `foto`, `foto_alt` and `foto_keterangan`: tuples of one length, an empty caption where none was written.
    """
    blank = pd.Series("", index=frame.index)
    cells = {column: frame.get(column, blank).map(split_photos) for column in PHOTO_COLUMNS}
    captions = [own or ("",) * len(names) for own, names in zip(cells[PHOTO_CAPTION], cells[PHOTO], strict=True)]
    return typed.assign(**cells | {PHOTO_CAPTION: captions})


def photo_names(actions: pd.DataFrame | None) -> tuple[str, ...]:
    """Name the pictures of all actions, each once.

    Parameters
    ----------
    actions : DataFrame or None
        Actions as read, or validated.

    Returns
    -------
    tuple of str
        In the order of the rows.
    """
    if actions is None or PHOTO not in actions.columns:
        return ()
    cells = [split_photos(cell) if isinstance(cell, str) else cell for cell in actions[PHOTO]]
    return tuple(dict.fromkeys(name for names in cells for name in names))


def read_photos(parameters: Parameters, actions: pd.DataFrame | None, *, berkas: str) -> dict[str, bytes]:
    """Read the pictures of all actions, small and with nothing but their pixels.

    Parameters
    ----------
    parameters : Parameters
        Of the report.
    actions : DataFrame or None
        Validated actions.
    berkas : str
        Their file, for messages.

    Returns
    -------
    dict of str to bytes
        JPEG by name.

    Raises
    ------
    DataError
        With every picture that is missing, of another kind, damaged or too large.
    """
    problems, photos = [], {}
    folder = parameters.root / parameters.data_folder
    beside = sorted(path.name for path in folder.iterdir() if path.is_file()) if folder.is_dir() else []
    for name in photo_names(actions):
        path = folder / name
        check_place(path, berkas=f"{parameters.data_folder}/{name}")
        try:
            photos[name] = read_photo(path)
        except ValueError as error:
            named = (int(row.baris) for row in actions.itertuples() if name in row.foto)
            what, allowed = error.args
            near = suggestion(name, beside) if name not in beside else ""
            problems.append(Problem(berkas, f"{name!r} {what}", allowed, next(named), PHOTO, near))
    if problems:
        raise DataError(problems)
    return photos


def read_photo(path: Path) -> bytes:
    """Read a picture and write it anew as JPEG.

    Parameters
    ----------
    path : Path
        A JPEG or PNG file.

    Returns
    -------
    bytes
        At most `SHOWN_SIDE` pixels a side, upright, on white, without EXIF, place or device.

    Raises
    ------
    ValueError
        With what was found and what is allowed.
    """
    from PIL import Image, ImageOps, UnidentifiedImageError  # loaded here: most checks read no picture

    if not path.is_file():
        raise ValueError("tidak ada di samping tindak_lanjut.csv", "letakkan gambar di sana atau betulkan namanya")
    if path.stat().st_size > LARGEST_FILE:
        raise ValueError(f"lebih besar dari {LARGEST_FILE // 2**20} MB", SMALLER)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", Image.DecompressionBombWarning)  # such pictures are refused below
            with Image.open(path, formats=KINDS) as picture:
                width, height = picture.size
                is_too_large = width * height > LARGEST_PIXELS or max(width, height) > LARGEST_SIDE
                upright = None if is_too_large else ImageOps.exif_transpose(picture).convert("RGBA")
    except Image.DecompressionBombError as error:
        raise ValueError("jauh terlalu besar", SMALLER) from error
    except (UnidentifiedImageError, OSError, SyntaxError, ValueError) as error:
        raise ValueError("bukan gambar JPEG atau PNG yang utuh", "simpan ulang sebagai JPEG atau PNG") from error
    if upright is None:
        raise ValueError(f"berukuran {width} × {height} piksel", SMALLER)
    upright.thumbnail((SHOWN_SIDE, SHOWN_SIDE))
    page = Image.new("RGB", upright.size, "white")
    page.paste(upright, mask=upright)
    buffer = io.BytesIO()
    page.save(buffer, format="JPEG", quality=QUALITY, optimize=True)
    return buffer.getvalue()
