"""A printed figure with its decimals, and the verdict whether it follows from a computed one (method, sections 13 and 21)."""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping, Sequence
from fractions import Fraction
from typing import Any

from skmlib.recount.numbers import round_half_up
from skmlib.recount.parameters import decimal, decimals


@dataclasses.dataclass(frozen=True)
class Printed:
    """A figure as it was printed, in the text that was typed.

    Examples
    --------
    >>> Printed("83,950").value, Printed("83,950").decimals
    (Fraction(1679, 20), 3)
    """

    text: str

    @property
    def value(self) -> Fraction:
        """The number."""
        return decimal(self.text)

    @property
    def decimals(self) -> int:
        """How many decimals were printed."""
        return decimals(self.text)

    def follows(self, computed: Fraction) -> bool:
        """Say whether it is the computed figure, rounded half up to the printed decimals."""
        return round_half_up(Fraction(computed), self.decimals) == self.value


def verdict(
    printed: Sequence[Printed | Fraction],
    computed: Sequence[Fraction],
    *,
    file: str,
    follows: bool | None = None,
    digits: int | None = None,
) -> dict[str, Any]:
    """Give a row of `tercetak` in a performance report.

    Parameters
    ----------
    printed, computed : sequence
        What was printed, and what it is compared with.
    file : str
        Where it was printed, from the project folder on.
    follows : bool, optional
        The verdict; without it the one printed figure is compared with the one computed.
    digits : int, optional
        Decimals that the computed figure is told with, where these are not the printed ones.

    Returns
    -------
    dict
        In the shape of `hasil.json`, without the name and the reason.
    """
    told = [one.value if isinstance(one, Printed) else one for one in printed]
    is_right = printed[0].follows(computed[0]) if follows is None else follows
    return {"berkas": file, "tercetak": told, "dihitung": list(computed), "sesuai": is_right, "desimal": digits}


def as_numbers(told: Any) -> Any:
    """Put numbers in the place of printed figures, in whatever holds them."""
    if isinstance(told, Printed):
        return told.value
    if isinstance(told, Mapping):
        return {key: as_numbers(item) for key, item in told.items()}
    return [as_numbers(item) for item in told] if isinstance(told, list | tuple) else told
