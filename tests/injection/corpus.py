"""Texts that would be markup, code, a formula or a signal somewhere, and sample projects in which every text is one."""

from __future__ import annotations

import csv
import re
import shutil
import zlib
from collections.abc import Callable
from pathlib import Path
from typing import Any

import yaml

from skmlib.survey.dataset import read_survey

MARKUP = (
    "<script>alert(1)</script>",
    "\"'><img src=//x.invalid/a.png onerror=alert(1)>",
    "</td></table></style></script><svg onload=alert(1)>",
    "<!--<iframe src=javascript:alert(1)>-->]]>",
    "&lt;b&gt;&#x27;&nbsp;&copy",
    "<a href=javascript:alert(1)>klik</a> [a](javascript:alert(1)) ![b](//x.invalid/b.png)",
    "**tebal** _miring_ `kode` <https://x.invalid> | a | b |",
    "{{ 7*7 }}{% include 'kepala.html.j2' %}{# x #}",
    '#eval("1") $x$ @acuan <label> [isi] \\ // x /* y */ "',
    '"); #read("/etc/passwd") #image("//x.invalid/c.png") #let x = (',
    '=HYPERLINK("https://x.invalid","klik")',
    "+1+cmd|' /C calc'!A0",
    "-2+3",
    "@SUM(1)",
    "{=1+1}",
    "$\\frac{1}{2}$ \\input{/etc/passwd} $",
    "[bold red]merah[/] [link=https://x.invalid]tautan[/link] :smile:",
    "%s %(x)d {0} {x!r} ${HOME} `id` $(id)",
    "javascript:alert(1)",
    "../../../etc/passwd",
    "lay\u202eanan\u2066\u200b\ufeff\u2028b",
    "\u007f\u0085\u009b31mmerah\u009d8;;https://x.invalid\u009c",
    "Z\u0335\u0321\u0353a\u0336\u0322l\u0337g\u0338o",
    "字 ж \U0001f44d \U000e0041",
)
SIGNALS = (
    "\x1b[31mmerah\x1b[0m",
    "\x1b]8;;https://x.invalid\x1b\\tautan\x1b]8;;\x1b\\",
    "\x1b[2J\x1b[H\x07\x08\x0b",
    "a\x00b",
    "a\r\x1bc",
)
EVERYTHING = (*MARKUP, *SIGNALS)
HARMLESS = ("biasa",)
SURVEYS = ("2024/kasn", "2023/kasn", "2023/biro-humas-ppid", "2023/biro-humas-mitra")
REPORTS = (*SURVEYS, "2023/biro-humas", "2024-S1/kemensos-terbit")
FREE = frozenset(
    "nama lingkup metode lokasi asumsi_unsur kegiatan tempat jabatan nip alt tugas asumsi penjelasan bukti pertanyaan".split()
)
CODES = frozenset("1234")
MIRRORED = frozenset("kolom kolom_waktu kolom_komentar kategori kode jawaban".split())
ACTION_TEXTS = ("program", "penanggung_jawab", "uraian", "kendala")


def spoiler(payloads: tuple[str, ...]) -> Callable[[str], str]:
    """Give the function that puts a payload before and behind a text, the same one for the same text."""

    def spoil(text: str) -> str:
        place = zlib.crc32(text.encode())
        return f"{payloads[place % len(payloads)]} {text} {payloads[place // 64 % len(payloads)]}"

    return spoil


def spell_yaml(text: str) -> str:
    """Write a text as a YAML scalar in quotation marks, everything unusual as an escape."""

    def spell(match: re.Match[str]) -> str:
        return f"\\U{ord(match[0]):08x}"

    return '"' + re.sub(r'[^ -~]|["\\]', spell, text) + '"'


def write_yaml(value: Any, path: Path) -> None:
    """Write parameters as YAML in flow style."""

    def spell(value: Any) -> str:
        if isinstance(value, dict):
            return "{" + ", ".join(f"{spell_yaml(key)}: {spell(item)}" for key, item in value.items()) + "}"
        if isinstance(value, list):
            return "[" + ", ".join(map(spell, value)) + "]"
        return spell_yaml(value)

    lines = [f"{spell_yaml(key)}: {spell(item)}" for key, item in value.items()]
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")


def spoil_parameters(path: Path, free: Callable[[str], str], mirrored: Callable[[str], str]) -> dict[str, Any]:
    """Spoil every free text of a parameter file; those that stand in the export too, as they are spoiled there."""

    def way(name: str, item: Any, above: Callable[[str], str] | None) -> Callable[[str], str] | None:
        return mirrored if name in MIRRORED else free if name in FREE and not isinstance(item, dict) else above

    def walk(value: Any, spoil: Callable[[str], str] | None) -> Any:
        if isinstance(value, list):
            return [walk(item, spoil) for item in value]
        if not isinstance(value, dict):
            return spoil(value) if spoil else value
        kept = (
            {"kategori"} if value.get("pilihan_ganda") == "ya" else set()
        )  # a comma in a payload would part the choices
        spelled = {name: mirrored(name) if spoil is mirrored and name not in CODES else name for name in value}
        return {
            spelled[name]: walk(item, None if name in kept else way(name, item, spoil)) for name, item in value.items()
        }

    content = walk(yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.BaseLoader), None)
    for line in content.get("jadwal", ()):
        line["waktu"] = free(line["waktu"])
    write_yaml(content, path)
    return content


def read_rows(path: Path) -> list[list[str]]:
    text = path.read_text(encoding="utf-8-sig")
    return list(csv.reader(text.splitlines(), delimiter=";" if ";" in text.partition("\n")[0] else ","))


def write_rows(rows: list[list[str]], path: Path) -> None:
    with path.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows(rows)


def spoil_export(path: Path, spoil: Callable[[str], str], *, kept: frozenset[str]) -> None:
    """Spoil headings and cells of an export; of columns that are kept, the headings only."""
    heading, *rows = read_rows(path)
    cells = [
        [
            cell if name in kept or not cell or cell.isdigit() else spoil(cell)
            for cell, name in zip(row, heading, strict=False)
        ]
        for row in rows
    ]
    write_rows([[spoil(name) for name in heading], *cells], path)


def spoil_columns(path: Path, spoil: Callable[[str], str], names: tuple[str, ...]) -> None:
    """Spoil the cells of some columns of a table."""
    heading, *rows = read_rows(path)
    for row in rows:
        for place, name in enumerate(heading):
            if name in names and row[place]:
                row[place] = spoil(row[place])
    write_rows([heading, *rows], path)


def annotate(folder: Path, root: Path) -> None:
    """Write comments again under the ids that their spoiled rows have, with labels in turns."""
    survey = read_survey(folder.name, folder.parent.name, root=root)
    given = survey.responses.valid.loc[lambda frame: frame["komentar"].str.strip().ne(""), ["id_responden", "komentar"]]
    rows = [["id_responden", "anotator", "komentar", "sentimen", "unsur", "kutip"]]
    for place, row in enumerate(given.itertuples(index=False)):
        label = ("positif", "netral", "negatif")[place % 3]
        unsur = survey.parameters.unsur[place % 9]
        for who in ("satu", "dua"):
            rows.append([row.id_responden, who, row.komentar, label, unsur, "ya" if place < 40 else ""])
    write_rows(rows, folder / "komentar.csv")


def spoil_project(source: Path, root: Path, payloads: tuple[str, ...]) -> None:
    """Copy the samples of a survey, a recap and a performance report, every free text of them spoiled."""
    free = spoiler(payloads)
    mirrored = spoiler(
        tuple(text for text in payloads if text not in SIGNALS)
    )  # a CSV with control characters is refused
    names = (
        "2024/kasn",
        "2023/kasn",
        "2024-S1/kemensos-terbit",
        "2023/biro-humas",
        "2023/biro-humas-ppid",
        "2023/biro-humas-mitra",
    )
    for name in names:
        for folder in ("params", "data"):
            suffix = ".yml" if folder == "params" else ""
            target = root / folder / f"{name}{suffix}"
            target.parent.mkdir(parents=True, exist_ok=True)
            (shutil.copy2 if suffix else shutil.copytree)(source / folder / f"{name}{suffix}", target)
    (root / "params" / "instansi").mkdir()
    for path in (source / "params" / "instansi").glob("*.yml"):
        shutil.copy2(path, root / "params" / "instansi")
    shutil.copytree(source / "notebooks", root / "notebooks")
    for path in sorted(root.glob("params/*/*.yml")):
        content = spoil_parameters(path, free, mirrored)
        folder = root / "data" / path.parent.name / path.stem
        several = [group["kolom"] for group in content.get("profil", {}).values() if group.get("pilihan_ganda")]
        for export in folder.glob("responden*.csv"):
            kept = {name for name in read_rows(export)[0] if name == "Timestamp" or mirrored(name) in several}
            spoil_export(export, mirrored, kept=frozenset(kept))
    kasn = root / "data/2024/kasn"
    spoil_columns(kasn / "tindak_lanjut.csv", mirrored, ACTION_TEXTS)
    spoil_columns(root / "data/2024-S1/kemensos-terbit/unit.csv", mirrored, ("nama",))
    for name in ("anggaran.csv", "indeks.csv", "pegawai.csv", "pengaduan.csv"):
        spoil_columns(root / "data/2023/biro-humas" / name, mirrored, ("kegiatan", "bagian", "rincian", "uraian"))
    narasi = (kasn / "narasi.md").read_text(encoding="utf-8")
    words = "\n\n".join(payloads)
    (kasn / "narasi.md").write_text(narasi.replace("\n\n## ", f"\n\n{words}\n\n## "), encoding="utf-8", newline="\n")
    (kasn / "komentar.csv").unlink()
    annotate(kasn, root)
