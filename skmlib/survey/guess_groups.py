"""Proposals for the groups of respondents: which categories a column has, and in which order.

Sexes, schools, months and ranges of age have an order of their own; other groups stand from the most frequent to the least. A
column in which several choices were ticked is recognised by its parts coming back in other cells. Codes say nothing about
their groups unless the heading explains them, and plain ages get the usual ranges: both are marked.
"""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Sequence

import pandas as pd

from skmlib.problems import fold as fold_text
from skmlib.survey.categories import MARKS, SPACES, decode_choices, fold
from skmlib.survey.decoding import NO_ANSWER
from skmlib.survey.group_order import sort_groups
from skmlib.survey.guess_births import AGE_WORDS, birth_mark
from skmlib.survey.guess_choices import join_pairs, split_choices, split_slugs

GROUPS = {
    "jenis_kelamin": ("Jenis kelamin", r"kelamin|\bgender\b|\bsex\b|\bl ?/ ?p\b|\bjk\b"),
    "usia": ("Kelompok usia", rf"{AGE_WORDS}|\blahir\b|\bbirth"),
    "pendidikan": ("Pendidikan terakhir", r"pendidikan|\bpend\b|\bijazah|jenjang sekolah"),
    "pekerjaan": ("Pekerjaan", r"pekerjaan|profesi|\bkerja\b|\bjob\b"),
    "bulan": ("Bulan", r"\bbulan\b"),
    "disabilitas": ("Disabilitas", r"disabilitas|difabel|berkebutuhan khusus"),
    "frekuensi": ("Frekuensi kunjungan", r"frekuensi|berapa kali|kunjungan ke"),
    "wilayah": ("Wilayah asal", r"kecamatan|kelurahan|\bdesa\b|domisili|kabupaten|provinsi|wilayah"),
    "instansi": ("Instansi asal", r"\binstansi|asal lembaga|organisasi|perusahaan"),
}
CATEGORIES_MAX = 30
ALL_KEPT = 10
SHARE_CODES = 0.9
CODE_LARGEST = 12
AGE_RANGES = ("< 20", "20-29", "30-39", "40-49", "50-59", ">= 60")
CODE_MARK = "tulis arti setiap kode pada 'kode' dan 'kategori' menurut formulirnya"
JOINED_MARK = "{name!r} selalu dipilih bersama dan dibaca sebagai satu pilihan; pisahkan bila dua pilihan"
SLUGS_MARK = (
    "sel dibaca sebagai beberapa pilihan dengan spasi di antaranya; hapus 'pemisah' dan 'pilihan_ganda' bila keliru"
)
AGE_MARK = "berkas memuat usia dalam angka; kelompok ini usulan, sesuaikan dengan laporan sebelumnya"

_SEX = {
    "l": "Laki-laki",
    "lk": "Laki-laki",
    "laki": "Laki-laki",
    "pria": "Laki-laki",
    "cowok": "Laki-laki",
    "m": "Laki-laki",
}
_SEX |= {"laki laki": "Laki-laki", "male": "Laki-laki", "p": "Perempuan", "pr": "Perempuan", "perempuan": "Perempuan"}
_SEX |= {"wanita": "Perempuan", "w": "Perempuan", "female": "Perempuan", "f": "Perempuan", "laki-laki": "Laki-laki"}
_CODE = re.compile(r"0*(\d{1,2})(?:[.,]0+)?")
_AGE = re.compile(r"\d{1,3}(?:[.,]0+)?(?: ?(?:tahun|thn|th)\.?)?")
_LEGEND = re.compile(r"(?<![\w])(\d{1,2})\s*[=.:)]\s*([^=,;|()\n]+?)(?=\s*(?:[,;|()\n]|$|\s\d{1,2}\s*[=.:)]))")


@dataclasses.dataclass(frozen=True)
class GroupProposal:
    """What a column of groups is proposed to mean.

    Attributes
    ----------
    kategori : list of str
        Groups in order.
    kode : dict of str to str
        What other spellings and codes mean.
    pilihan_ganda : bool
        Whether a cell may hold several.
    pemisah : str
        What stands between them.
    kelahiran : bool
        Whether the cells hold years or days of birth.
    mark : str
        What a person must decide; empty when nothing.
    """

    kategori: list[str]
    kode: dict[str, str] = dataclasses.field(default_factory=dict)
    pilihan_ganda: bool = False
    pemisah: str = MARKS
    kelahiran: bool = False
    mark: str = ""


def propose_groups(cells: pd.Series, *, key: str, choices: Sequence[str] = ()) -> GroupProposal | None:
    """Propose the groups of a column.

    Parameters
    ----------
    cells : Series of str
        As exported; its name is the heading.
    key : str
        What it is: `jenis_kelamin`, `usia`, `pendidikan`, or another.
    choices : sequence of str
        All the choices that were offered, where columns of ticks beside this one name them.

    Returns
    -------
    GroupProposal or None
        None when the texts differ too much to be groups.

    Examples
    --------
    >>> found = propose_groups(pd.Series(["L", "P", "L"], name="Kelamin"), key="jenis_kelamin")
    >>> found.kategori, found.kode, found.mark
    (['Laki-laki', 'Perempuan'], {'L': 'Laki-laki', 'P': 'Perempuan'}, '')
    >>> propose_groups(pd.Series(["S1", "SMA", "S1"], name="Pendidikan"), key="pendidikan").kategori
    ['SMA', 'S1']
    """
    typed = cells.str.split().str.join(" ")
    typed = typed[(typed != "") & ~typed.map(fold_text).str.fullmatch(NO_ANSWER)]
    if typed.empty:
        return None
    if choices:
        return _propose_offered(typed, choices, key=key)
    total = len(typed)
    if key == "jenis_kelamin" and (sexes := _propose_sexes(typed)):
        return sexes
    if key == "usia" and (mark := birth_mark(typed)):
        return GroupProposal(list(AGE_RANGES), kelahiran=True, mark=mark)
    is_age = typed.map(fold_text).str.fullmatch(_AGE)
    is_code = typed.str.fullmatch(_CODE)
    if key == "usia" and is_age.sum() >= SHARE_CODES * total and len(set(typed)) > 1:
        ages = pd.to_numeric(typed[is_age].str.extract(r"(\d+)", expand=False))
        if (ages > CODE_LARGEST).mean() > 0.5:
            return GroupProposal(list(AGE_RANGES), mark=AGE_MARK)
    if is_code.sum() >= SHARE_CODES * total:
        return _propose_codes(typed[is_code], str(cells.name), key)
    return _propose_choices(typed, key=key) or _propose_names(typed, key=key)


def _propose_choices(typed: pd.Series, *, key: str) -> GroupProposal | None:
    """Propose the choices of cells that name several."""
    if (slugs := split_slugs(typed)) is not None:
        group = _propose_names(slugs, key=key)
        return group and dataclasses.replace(group, pilihan_ganda=True, pemisah=SPACES, mark=SLUGS_MARK)
    parts = split_choices(typed)
    if parts is None:
        return None
    parts, joined = join_pairs(typed, parts)
    group = _propose_names(parts, key=key)
    if group is None:
        return None
    said = "; ".join(JOINED_MARK.format(name=name) for name in joined)
    mark = "; ".join(sentence for sentence in (group.mark, said) if sentence)
    return dataclasses.replace(group, pilihan_ganda=True, mark=mark)


def _propose_offered(typed: pd.Series, choices: Sequence[str], *, key: str) -> GroupProposal:
    """Propose every choice that was offered, also what nobody chose."""
    chosen = decode_choices(typed, kategori=choices, pemisah=SPACES)[0].explode().dropna()
    names = [*_spellings(chosen), *(name for name in choices if name not in set(chosen))]
    kategori = sort_groups([name.replace("_", " ") for name in names], key=key)
    return GroupProposal(kategori, pilihan_ganda=True, pemisah=SPACES)


def _propose_sexes(typed: pd.Series) -> GroupProposal | None:
    """Propose men and women, however they are written."""
    spellings = _spellings(typed)
    if any(fold(name).strip(".") not in _SEX for name in spellings):
        return None
    words = {name: fold(name).strip(".") for name in spellings}
    sexes = _SEX | ({"p": "Laki-laki"} if "w" in words.values() else {})  # Pria beside Wanita
    kode = {name: sexes[word] for name, word in words.items() if word not in ("laki-laki", "perempuan")}
    return GroupProposal(["Laki-laki", "Perempuan"], dict(sorted(kode.items())))


def _propose_codes(codes: pd.Series, heading: str, key: str) -> GroupProposal | None:
    """Propose a group for each code, named by the heading's legend or left to a person."""
    numbers = sorted({int(re.split("[.,]", code)[0]) for code in codes.unique()})
    if len(numbers) > CODE_LARGEST:
        return None
    legend = {int(match[1]): match[2].strip() for match in _LEGEND.finditer(heading)}
    if all(number in legend for number in numbers) and len(set(legend.values())) == len(legend):
        return GroupProposal(list(legend.values()), {str(number): name for number, name in legend.items()})
    names = {number: f"Kode {number}" for number in numbers}
    if key == "jenis_kelamin" and numbers in ([1, 2], [1], [2]):
        names = {1: "Laki-laki", 2: "Perempuan"}
    return GroupProposal(list(names.values()), {str(number): name for number, name in names.items()}, mark=CODE_MARK)


def _spellings(typed: pd.Series) -> list[str]:
    """List the distinct names in their most frequent spelling, the most frequent name first."""
    counts = typed.value_counts()
    frame = pd.DataFrame({"name": counts.index.astype("str"), "n": counts.to_numpy()})
    frame["folded"] = frame["name"].map(fold)
    frame = frame.sort_values(["n", "name"], ascending=[False, True], kind="stable")
    total = frame.groupby("folded")["n"].sum()
    first = frame.drop_duplicates("folded").assign(total=lambda rows: rows["folded"].map(total))
    return first.sort_values(["total", "name"], ascending=[False, True], kind="stable")["name"].tolist()


def _propose_names(typed: pd.Series, *, key: str) -> GroupProposal | None:
    """Propose the names that stand there, all of them when they are few, else those that come back."""
    typed = typed.str.replace("_", " ")
    names = _spellings(typed)
    mark = ""
    if len(names) > ALL_KEPT:
        counts = typed.map(fold).value_counts()
        kept = [name for name in names if counts[fold(name)] > 1]
        if not kept or len(kept) > CATEGORIES_MAX or counts[[fold(name) for name in kept]].sum() < len(typed) / 2:
            return None
        left = [name for name in names if name not in kept]
        if left:
            mark = f"{len(left)} isian lain hanya muncul sekali; tambahkan pada 'kategori' atau 'kode' bila perlu"
        names = kept
    return GroupProposal(sort_groups(names, key=key), mark=mark)
