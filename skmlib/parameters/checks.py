"""Checks of a parameter file that no single value shows.

Which unsur are there and which are missing, labels or columns used twice, weights that do not fit the unsur. Each check
yields the path of the value, what was found, what is allowed and a suggestion.
"""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from skmlib.parameters.models import SurveiParameters
from skmlib.parameters.yaml_file import KeyPath, YamlFile
from skmlib.problems import Problem, suggestion
from skmlib.survey.regulation import BOBOT_EKSAK, UNSUR

OPTIONAL_UNSUR = frozenset({"biaya"})
RESERVED_NAMES = frozenset({"baris", "id_responden", "tanggal_isi", "layanan", "komentar"})
CrossProblem = tuple[KeyPath, str, str, str]


def cross_check(survei: SurveiParameters, source: YamlFile) -> list[Problem]:
    """Check what no single value shows: which unsur there are, doubled labels and columns, weights."""
    problems = [*_check_unsur(survei), *_check_distinct(survei), *_check_bobot(survei)]
    return [
        Problem(source.berkas, tertulis, seharusnya, source.line_of(path), ".".join(map(str, path)), saran)
        for path, tertulis, seharusnya, saran in problems
    ]


def _check_unsur(survei: SurveiParameters) -> Iterator[CrossProblem]:
    """Check that each unsur is known or named, and none of the regulation's is missing."""
    for key, unsur in survei.unsur.items():
        if key.upper() in {"U8", "U9"}:
            yield ("unsur", key), "U8 dan U9 tertukar pada sebagian formulir", "tulis 'pengaduan' atau 'sarana'", ""
        elif key not in UNSUR and unsur.nama is None:
            allowed = f"seharusnya salah satu dari {', '.join(UNSUR)}, atau unsur tambahan dengan 'nama'"
            yield ("unsur", key), "bukan unsur dari peraturan", allowed, suggestion(key, UNSUR)
    for key in UNSUR:
        if key not in survei.unsur and key not in OPTIONAL_UNSUR:
            yield ("unsur", key), "tidak ada", "tulis label dan kolomnya", ""
    for place, riwayat in enumerate(survei.riwayat):
        for key in riwayat.unsur:
            if key not in survei.unsur:
                yield ("riwayat", place, "unsur", key), "tidak ada di 'unsur'", "", suggestion(key, survei.unsur)


def _check_distinct(survei: SurveiParameters) -> Iterator[CrossProblem]:
    """Check that no label, column or name serves two purposes."""
    used = [(("unsur", key, "label"), f"label {unsur.label}") for key, unsur in survei.unsur.items()]
    questions = {("unsur", key): unsur for key, unsur in survei.unsur.items()}
    questions |= {("profil", key): kelompok for key, kelompok in survei.profil.items()}
    questions |= {("pertanyaan_tambahan", key): tanya for key, tanya in survei.pertanyaan_tambahan.items()}
    questions |= {("layanan",): survei.layanan} if survei.layanan else {}
    used += [((*path, "kolom"), f"kolom {question.kolom!r}") for path, question in questions.items()]
    names = [*survei.unsur, *survei.profil, *survei.pertanyaan_tambahan]
    used += [(path, f"kunci {path[-1]!r}") for path in questions if path[0] != "layanan"]
    seen: dict[str, KeyPath] = {}
    for path, what in used:
        if what in seen:
            yield path, f"{what} sudah dipakai pada {'.'.join(map(str, seen[what]))}", "pakai yang lain", ""
        seen.setdefault(what, path)
    for name in set(names) & RESERVED_NAMES:
        yield (name,), f"kunci {name!r} dipakai oleh program", "pakai nama lain", ""


def _check_bobot(survei: SurveiParameters) -> Iterator[CrossProblem]:
    """Check that own weights name each unsur once and sum to 1, and official ones stand for nine unsur."""
    bobot, names = survei.bobot, set(survei.unsur)
    if isinstance(bobot, dict):
        if set(bobot) != names:
            yield ("bobot",), f"bobot untuk {', '.join(bobot)}", f"seharusnya untuk {', '.join(survei.unsur)}", ""
        elif sum(map(Fraction, bobot.values())) != 1:
            yield ("bobot",), f"jumlah bobot {sum(bobot.values())}", "seharusnya tepat 1", ""
    elif bobot != BOBOT_EKSAK and names != set(UNSUR):
        yield ("bobot",), f"bobot {bobot} untuk {len(names)} unsur", "hanya untuk sembilan unsur; tulis 'eksak'", ""
