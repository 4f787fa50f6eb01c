"""Pictures that the analyst gives: the agency's logo, and what was photographed of an action.

A picture travels inside the page, as a data address in HTML and as bytes in Typst, so that a report is one file. Its kind is
told by its first bytes and never by its name.
"""

from __future__ import annotations

import base64

from skmlib.report.markup import Html, Typst, call, element, typst_value

PNG_SIGNATURE = b"\x89PNG\r\n\x1a\n"
JPEG_SIGNATURE = b"\xff\xd8\xff"
SVG_SEARCHED = 2000


def image_mime(data: bytes) -> str:
    """Tell an image by its first bytes.

    Parameters
    ----------
    data : bytes
        The file.

    Returns
    -------
    str
        `image/png`, `image/jpeg` or `image/svg+xml`.

    Raises
    ------
    ValueError
        If it is none of these.

    Examples
    --------
    >>> image_mime(b"<svg></svg>")
    'image/svg+xml'
    """
    if data.startswith(PNG_SIGNATURE):
        return "image/png"
    if data.startswith(JPEG_SIGNATURE):
        return "image/jpeg"
    if b"<svg" in data[:SVG_SEARCHED]:
        return "image/svg+xml"
    raise ValueError("image_mime: the picture is neither SVG nor PNG nor JPEG; give one of these")


def image_bytes(picture: str | bytes) -> bytes:
    """Give a picture as it stands in its file.

    Parameters
    ----------
    picture : str or bytes
        SVG text, or the bytes of a file.

    Returns
    -------
    bytes

    Raises
    ------
    ValueError
        If it is neither SVG nor PNG nor JPEG.

    Examples
    --------
    >>> image_bytes("<svg/>")
    b'<svg/>'
    """
    data = picture.encode() if isinstance(picture, str) else bytes(picture)
    image_mime(data)
    return data


def image_html(picture: str | bytes, *, alt: str, class_: str) -> Html:
    """Write a picture as HTML.

    Parameters
    ----------
    picture : str or bytes
        SVG text, or the bytes of a file.
    alt : str
        What it shows.
    class_ : str
        Its class.

    Returns
    -------
    Html
        An `img` with the picture in its address.
    """
    data = image_bytes(picture)
    address = f"data:{image_mime(data)};base64,{base64.b64encode(data).decode()}"
    return element("img", class_=class_, src=address, alt=alt)


def image_typst(picture: str | bytes) -> Typst:
    """Write a picture as Typst bytes, to be given to `image`.

    Parameters
    ----------
    picture : str or bytes
        SVG text, or the bytes of a file.

    Returns
    -------
    Typst
        An expression of type bytes.

    Examples
    --------
    >>> image_typst("<svg/>")
    'bytes("<svg/>")'
    """
    data = image_bytes(picture)
    return call("bytes", data.decode()) if image_mime(data).endswith("svg+xml") else typst_value(data)
