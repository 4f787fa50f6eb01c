"""An answer as a code from 1 (worst) to 4 (best), decoded question by question (method, section 1)."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from typing import Any

from skmlib.recount.parameters import as_list, is_yes
from skmlib.recount.refusal import CannotRecountError

LOWEST, HIGHEST = 1, 4
MARK = re.compile(r"^(?:([a-z])|([1-4]))\s*[.):-]\s*(.+)$")
BEHIND = re.compile(r"^(.+?)\s*[(\[]([1-4])[)\]]$")
BEFORE = re.compile(r"^([1-4])\s*[(\[](.+?)[)\]]$")
SHORT = {"sgt": "sangat", "sngt": "sangat", "tdk": "tidak", "tak": "tidak", "krg": "kurang", "kurng": "kurang"}
SHORT |= {"ckp": "cukup", "dgn": "dengan", "yg": "yang", "&": "dan", "tp": "tetapi", "tapi": "tetapi"}
VERY = ("sekali", "banget")
GRADED = {
    "persyaratan": "sesuai",
    "produk": "sesuai",
    "prosedur": "mudah",
    "waktu": "cepat",
    "kompetensi": "kompeten",
    "perilaku": "sopan dan ramah",
}
OWN_LABELS = {
    "biaya": ("sangat mahal", "cukup mahal", "murah", "gratis"),
    "pengaduan": ("tidak ada", "ada tetapi tidak berfungsi", "berfungsi kurang maksimal", "dikelola dengan baik"),
    "sarana": ("buruk", "cukup", "baik", "sangat baik"),
}
IMPORTANCE = {"1": "tidak penting", "2": "kurang penting", "3": "penting", "4": "sangat penting"}


class Question:
    """A question: its columns and what its labels mean.

    Parameters
    ----------
    name : str
        Its id.
    told : mapping
        Its parameters.
    read_as_blank : list of str
        Texts that are a blank where they are no known answer.
    """

    def __init__(self, name: str, told: Mapping[str, Any], read_as_blank: list[str]) -> None:
        self.name = name
        self.columns = as_list(told["kolom"])
        self.reversed = is_yes(told.get("kode_terbalik"))
        self.label_wins = is_yes(told.get("urutan_dipastikan"))
        self.blanks = {fold(text) for text in read_as_blank}
        self.labels = {}
        for code, labels in (told.get("jawaban") or usual_labels(name)).items():
            for label in as_list(labels):
                self.labels[fold(label)] = int(code)

    def decode(self, cell: str) -> int | None:
        """Decode a cell.

        Parameters
        ----------
        cell : str
            As it stands in the export.

        Returns
        -------
        int or None
            1 to 4, None for a blank.

        Raises
        ------
        CannotRecountError
            For a text that is no known answer.

        Examples
        --------
        >>> question = Question("waktu", {"kolom": "Waktu"}, ["-"])
        >>> [question.decode(cell) for cell in ("Sangat  cepat.", "3 - Cepat", "2", "", "-", "sgt cepat")]
        [4, 3, 2, None, None, 4]
        """
        text = fold(cell)
        if not text:
            return None
        code = self._known(text)
        if code is None and text in self.blanks:
            return None
        if code is None:
            raise CannotRecountError(f"jawaban {cell.strip()!r} untuk {self.name!r} tidak dikenal")
        return code

    def is_answer(self, cell: str) -> bool:
        """Say whether a cell is a known answer, and no blank."""
        try:
            return self.decode(cell) is not None
        except CannotRecountError:
            return False

    def _known(self, text: str) -> int | None:
        """Give the code of a folded text, None where it is no answer."""
        if text in self.labels:
            return self.labels[text]
        if re.fullmatch(r"[1-4](?:[.,]0+)?", text):
            return self._code(text[0])
        for pattern in (MARK, BEHIND, BEFORE):
            found = pattern.match(text)
            if found:
                return self._with_code([part for part in found.groups() if part])
        return self._label(text)

    def shortened(self, cell: str) -> str:
        """Give the folded label that a cell shortens; empty where it is a label, a code or nothing known.

        Examples
        --------
        >>> question = Question("waktu", {"kolom": "Waktu"}, [])
        >>> [question.shortened(cell) for cell in ("4. Sgt cepat", "cepat sekali", "Cepat", "3", "sangat cepat.")]
        ['sangat cepat', 'sangat cepat', '', '', '']
        """
        text = fold(cell)
        if not self.is_answer(cell) or text in self.labels:
            return ""
        found = next((match for pattern in (MARK, BEHIND, BEFORE) if (match := pattern.match(text))), None)
        label = max(filter(None, found.groups()), key=len) if found else text
        return "" if label in self.labels or spell_out(label) not in self.labels else spell_out(label)

    def _with_code(self, parts: list[str]) -> int | None:
        """Read a label with a letter or a code beside it; a code that is not that of the label contradicts it."""
        label = self._label(max(parts, key=len))
        code = next((self._code(part) for part in parts if part.isdigit()), None)
        if label is not None and code is not None and code != label and not self.label_wins:
            raise CannotRecountError(f"kode dan label bertentangan untuk {self.name!r}: {' '.join(parts)!r}")
        return label

    def _code(self, digit: str) -> int:
        """Turn a code of the export into one that rises."""
        return LOWEST + HIGHEST - int(digit) if self.reversed else int(digit)

    def _label(self, text: str) -> int | None:
        """Look a label up, as it is or with its shortenings spelt out."""
        return self.labels.get(text, self.labels.get(spell_out(text)))


def questions_of(parameters: Mapping[str, Any]) -> list[Question]:
    """Give the questions of a survey.

    Parameters
    ----------
    parameters : mapping
        Of the survey.

    Returns
    -------
    list of Question
        The unsur, then those outside the index.
    """
    blanks = as_list(parameters.get("data", {}).get("dibaca_kosong"))
    told = {**parameters["unsur"], **parameters.get("pertanyaan_tambahan", {})}
    return [Question(name, content, blanks) for name, content in told.items()]


def importance_of(parameters: Mapping[str, Any]) -> dict[str, Question]:
    """Give the questions that ask how important an unsur is.

    Parameters
    ----------
    parameters : mapping
        Of the survey.

    Returns
    -------
    dict
        By unsur.
    """
    blanks = as_list(parameters.get("data", {}).get("dibaca_kosong"))
    labels = parameters.get("jawaban_kepentingan") or IMPORTANCE
    return {
        name: Question(name, {"kolom": content["kolom_kepentingan"], "jawaban": labels}, blanks)
        for name, content in parameters["unsur"].items()
        if content.get("kolom_kepentingan")
    }


def usual_labels(name: str) -> dict[str, list[str]]:
    """Give the labels of the regulation's form (data dictionary, section 4.3).

    Examples
    --------
    >>> usual_labels("prosedur")["2"]
    ['kurang mudah']
    """
    if name in GRADED:
        word = GRADED[name]
        return {"1": [f"tidak {word}"], "2": [f"kurang {word}"], "3": [word], "4": [f"sangat {word}"]}
    return {str(code): [label] for code, label in enumerate(OWN_LABELS.get(name, ()), start=1)}


def fold(text: str) -> str:
    """Make capitals, runs of spaces, underscores, a full stop at the end and invisible characters equal.

    Examples
    --------
    >>> fold(" Sangat_Sesuai. ")
    'sangat sesuai'
    """
    seen = "".join(sign for sign in text if unicodedata.category(sign) != "Cf")
    return " ".join(seen.replace("_", " ").split()).casefold().removesuffix(".").strip()


def spell_out(text: str) -> str:
    """Spell the usual shortenings out.

    Examples
    --------
    >>> spell_out("krg sesuai"), spell_out("baik sekali")
    ('kurang sesuai', 'sangat baik')
    """
    words = [SHORT.get(word.strip("."), word) for word in text.replace("&", " & ").split()]
    return " ".join(["sangat", *words[:-1]] if words[1:] and words[-1] in VERY else words)
