"""Checks of a parameter file that no single value shows.

Which unsur are there and which are missing, labels or columns used twice, weights that do not fit the unsur. Each check
yields the path of the value, what was found, what is allowed and a suggestion.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from fractions import Fraction

from skmlib.parameters.earlier_periods import check_earlier
from skmlib.parameters.models import RATA_RATA_LAYANAN, RESPONDEN, SurveiParameters
from skmlib.parameters.values import KEY_PATTERN
from skmlib.parameters.yaml_file import KeyPath, YamlFile, spell_path
from skmlib.problems import Problem, fold, suggestion
from skmlib.survey.regulation import BOBOT_EKSAK, UNSUR

OPTIONAL_UNSUR = frozenset({"biaya"})
AMBIGUOUS_LABELS = frozenset({"u8", "u9"})
RESERVED_NAMES = frozenset({"baris", "id_responden", "tanggal_isi", "layanan", "komentar"})
FOLLOW_UP = "tindak-lanjut"
CrossProblem = tuple[KeyPath, str, str, str]


def cross_check(survei: SurveiParameters, source: YamlFile, *, periode: str) -> list[Problem]:
    """Check what no single value shows.

    Parameters
    ----------
    survei : SurveiParameters
        A report's parameters, each value checked.
    source : YamlFile
        The file they stand in, for the lines.
    periode : str
        Period of the report.

    Returns
    -------
    list of Problem
        In the order of their lines; empty when everything fits.
    """
    checks = (
        _check_unsur(survei),
        _check_references(survei, periode),
        _check_distinct(survei),
        _check_bobot(survei),
        _check_riwayat(survei, periode),
        _check_laporan(survei),
        _check_nilai_utama(survei),
        _check_tercetak(survei),
    )
    return place_problems(source, checks)


def place_problems(source: YamlFile, checks: Iterable[Iterable[CrossProblem]]) -> list[Problem]:
    """Give what checks found its place in a file.

    Parameters
    ----------
    source : YamlFile
        The file.
    checks : iterable of iterable of CrossProblem
        Each yields the path of a value, what was found, what is allowed and a suggestion.

    Returns
    -------
    list of Problem
        In the order of their lines.
    """
    problems = [
        Problem(source.berkas, tertulis, seharusnya, source.line_of(path), spell_path(path), saran)
        for check in checks
        for path, tertulis, seharusnya, saran in check
    ]
    return sorted(problems, key=lambda problem: problem.baris or 0)


def _check_unsur(survei: SurveiParameters) -> Iterator[CrossProblem]:
    """Check that each unsur is known or named, and none of the regulation's is missing."""
    for key, unsur in survei.unsur.items():
        if fold(key) in AMBIGUOUS_LABELS:
            yield ("unsur", key), "U8 dan U9 tertukar pada sebagian formulir", "tulis 'pengaduan' atau 'sarana'", ""
        elif key not in UNSUR and unsur.nama is None:
            allowed = f"seharusnya salah satu dari {', '.join(UNSUR)}, atau unsur tambahan dengan 'nama'"
            yield ("unsur", key), "bukan unsur dari peraturan", allowed, suggestion(key, UNSUR)
        elif not KEY_PATTERN.fullmatch(key):
            yield ("unsur", key), f"tertulis {key!r}", "seharusnya huruf kecil, angka, dan garis bawah", ""
    for key in UNSUR:
        if key not in survei.unsur and key not in OPTIONAL_UNSUR:
            yield ("unsur", key), "tidak ada", "tulis label dan kolomnya", ""


def _check_references(survei: SurveiParameters, periode: str) -> Iterator[CrossProblem]:
    """Check that what one key names another key defines."""
    overall = survei.kepuasan_umum
    if overall is not None and overall not in survei.pertanyaan_tambahan:
        near = suggestion(overall, survei.pertanyaan_tambahan)
        yield ("kepuasan_umum",), f"{overall!r} tidak ada di 'pertanyaan_tambahan'", "tulis kuncinya di sana", near
    for place, name in enumerate(survei.gabungan):
        if name == periode or name in survei.gabungan[:place]:
            what = (
                f"periode {name} adalah periode laporan ini" if name == periode else f"periode {name} tertulis dua kali"
            )
            yield ("gabungan", place), what, "sebut setiap bagian sekali, misalnya 2025-TW1 sampai 2025-TW4", ""
    for key, group in {"layanan": survei.layanan, **survei.profil}.items():
        path = ("layanan",) if key == "layanan" else ("profil", key)
        if group and group.pemisah == "spasi" and not group.pilihan_ganda:
            what = "tertulis 'spasi', padahal hanya satu pilihan yang dibaca"
            yield (*path, "pemisah"), what, "tulis 'pilihan_ganda: ya', atau hapus baris ini", ""
        for code, name in (group.kode if group else {}).items():
            if fold(name) not in map(fold, group.kategori):
                near = suggestion(name, group.kategori)
                yield (*path, "kode", code), f"{name!r} tidak ada di 'kategori'", "samakan ejaannya", near


def _check_riwayat(survei: SurveiParameters, periode: str) -> Iterator[CrossProblem]:
    """Check that the history names each earlier period once, and only unsur of this report."""
    yield from check_earlier(periode, [riwayat.periode for riwayat in survei.riwayat], survei.periode_sebelumnya)
    for place, riwayat in enumerate(survei.riwayat):
        for key in riwayat.unsur:
            if key not in survei.unsur:
                near = suggestion(key, survei.unsur)
                yield ("riwayat", place, "unsur", key), "tidak ada di 'unsur'", "hapus atau betulkan", near


def _check_laporan(survei: SurveiParameters) -> Iterator[CrossProblem]:
    """Check that a follow-up report knows whose plan it reports on."""
    if FOLLOW_UP in survei.laporan and survei.periode_sebelumnya is None:
        what = f"{FOLLOW_UP!r} tanpa 'periode_sebelumnya'"
        yield ("laporan", survei.laporan.index(FOLLOW_UP)), what, "tulis periode yang rencananya dilaporkan", ""


def _check_nilai_utama(survei: SurveiParameters) -> Iterator[CrossProblem]:
    """Check that a mean of services has services."""
    if survei.nilai_utama == RATA_RATA_LAYANAN and survei.layanan is None:
        what = f"tertulis {RATA_RATA_LAYANAN!r} tanpa 'layanan'"
        yield ("nilai_utama",), what, f"isi 'layanan', atau tulis {RESPONDEN!r}", ""


def _check_tercetak(survei: SurveiParameters) -> Iterator[CrossProblem]:
    """Check that the printed figures name unsur and services of this report."""
    printed = survei.tercetak
    if printed is None:
        return
    services = survei.layanan.kategori if survei.layanan else ()
    paths = [("unsur", key) for key in printed.unsur]
    paths += [("layanan_unsur", name, key) for name, values in printed.layanan_unsur.items() for key in values]
    for path in paths:
        if path[-1] not in survei.unsur:
            near = suggestion(path[-1], survei.unsur)
            yield ("tercetak", *path), "tidak ada di 'unsur'", "hapus atau betulkan", near
    for path in [("layanan", name) for name in printed.layanan] + [("layanan_unsur", n) for n in printed.layanan_unsur]:
        if path[-1] not in services:
            near = suggestion(path[-1], services)
            yield ("tercetak", *path), "tidak ada di 'layanan: kategori'", "hapus atau betulkan", near
    if printed.perubahan_ni is not None and survei.periode_sebelumnya is None:
        what = "tertulis tanpa 'periode_sebelumnya'"
        yield ("tercetak", "perubahan_ni"), what, "tulis terhadap periode mana perubahan itu dihitung", ""


def _check_distinct(survei: SurveiParameters) -> Iterator[CrossProblem]:
    """Check that no label, column or name serves two purposes."""
    data = survei.data
    questions = {("unsur", key): unsur.kolom for key, unsur in survei.unsur.items()}
    questions |= {("profil", key): (kelompok.kolom,) for key, kelompok in survei.profil.items()}
    questions |= {("pertanyaan_tambahan", key): tanya.kolom for key, tanya in survei.pertanyaan_tambahan.items()}
    columns = {
        (*path, "kolom") if len(names) == 1 else (*path, "kolom", place): name
        for path, names in questions.items()
        for place, name in enumerate(names)
    }
    columns |= {("layanan", "kolom"): survei.layanan.kolom} if survei.layanan else {}
    for key in ("kolom_waktu", "kolom_komentar", "kolom_responden"):
        columns |= {("data", key): getattr(data, key)} if getattr(data, key) else {}
    asked = {("unsur", key, "kolom_kepentingan"): unsur.kolom_kepentingan for key, unsur in survei.unsur.items()}
    columns |= {path: kolom for path, kolom in asked.items() if kolom}
    yield from check_repeated("label", {("unsur", key, "label"): unsur.label for key, unsur in survei.unsur.items()})
    yield from check_repeated("kolom", columns)
    yield from check_repeated("kunci", {path: path[-1] for path in questions})
    for path in questions:
        if path[-1] in RESERVED_NAMES:
            yield path, f"kunci {path[-1]!r} dipakai oleh program", "pakai nama lain", ""


def check_repeated(noun: str, values: dict[KeyPath, str]) -> Iterator[CrossProblem]:
    """Say which values equal an earlier one but for capitals and spaces.

    Parameters
    ----------
    noun : str
        What they are, in Indonesian.
    values : dict of path to str
        In the order of the file.

    Yields
    ------
    CrossProblem
    """
    seen: dict[str, KeyPath] = {}
    for path, value in values.items():
        first = seen.setdefault(fold(value), path)
        if first != path:
            yield path, f"{noun} {value!r} sudah dipakai pada {spell_path(first)!r}", "pakai yang lain", ""


def _check_bobot(survei: SurveiParameters) -> Iterator[CrossProblem]:
    """Check that own weights name each unsur once and sum to 1, and official ones stand for nine unsur."""
    bobot, names = survei.bobot, set(survei.unsur)
    if isinstance(bobot, dict):
        if set(bobot) != names:
            yield ("bobot",), f"bobot untuk {', '.join(bobot)}", f"seharusnya untuk {', '.join(survei.unsur)}", ""
        elif min(bobot.values()) < 0:
            yield ("bobot",), f"bobot terkecil {min(bobot.values())}", "seharusnya 0 atau lebih", ""
        elif sum(map(Fraction, bobot.values())) != 1:
            yield ("bobot",), f"jumlah bobot {sum(bobot.values())}", "seharusnya tepat 1", ""
    elif bobot != BOBOT_EKSAK and len(names) != len(UNSUR):
        what = f"bobot {bobot} untuk {len(names)} unsur"
        yield ("bobot",), what, f"hanya untuk {len(UNSUR)} unsur; tulis 'eksak'", ""
