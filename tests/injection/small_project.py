"""A small survey in which every text from outside is given: answers, labels, comments, actions, words, names of pictures."""

from __future__ import annotations

import csv
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

from corpus import write_yaml
from PIL import Image

from skmlib.survey.dataset import read_survey

UNSUR = "persyaratan prosedur waktu biaya produk kompetensi perilaku pengaduan sarana".split()
ACTIONS = "periode nomor unsur program triwulan penanggung_jawab status tanggal uraian kendala direncanakan".split()
ACTIONS += ["foto", "foto_alt", "foto_keterangan"]
CODES = ("satu", "dua", "tiga", "empat")
LOGO = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><title>{}</title><path d="M0 0h9v9z"/></svg>'
SECTIONS = ("latar belakang", "pelaksana", "metode", "kekuatan dan kelemahan", "kesimpulan", "lampiran", "waktu")
RESPONDENTS = 36

Give = Callable[[str], str]


def write_csv(path: Path, rows: list[list[str]]) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows(rows)


def make_project(root: Path, source: Path, *, free: Give, cell: Give, name: Give, prose: Give) -> None:
    """Write the project.

    `free` gives texts of parameters, `cell` those that stand in a CSV too, `name` the end of a file's name, `prose` Markdown.
    """
    shutil.copytree(source / "notebooks", root / "notebooks")
    answers, picture = f"responden {name('responden')}.csv", f"foto {name('foto')}.jpg"
    logo = f"logo {name('logo')}.svg"
    (root / "params/instansi").mkdir(parents=True)
    (root / "params/instansi" / logo).write_text(LOGO.format(xml(free("isi logo"))), encoding="utf-8")
    write_yaml(
        {"nama": free("instansi"), "logo": {"berkas": logo, "alt": free("alt")}}, root / "params/instansi/kota.yml"
    )
    (root / "params/2025-S1").mkdir()
    write_yaml(parameters(free, cell, answers), root / "params/2025-S1/loket.yml")
    folder = root / "data/2025-S1/loket"
    write_csv(folder / answers, export(cell))
    write_csv(folder / "tindak_lanjut.csv", actions(cell, picture))
    Image.new("RGB", (40, 30), "red").save(folder / picture, format="JPEG")
    words = "\n\n".join(f"## {section}\n\n{prose(section)}\n\nakhir {section}" for section in SECTIONS)
    (folder / "narasi.md").write_text(words, encoding="utf-8", newline="\n")
    write_csv(folder / "komentar.csv", annotations(root))


def xml(text: str) -> str:
    """Write a text into XML, in which some characters cannot stand at all."""
    kept = "".join(
        letter for letter in text if letter in "\t\n" or (letter >= " " and not "\ud800" <= letter <= "\udfff")
    )
    return (
        kept.replace("\ufffe", "").replace("\uffff", "").replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    )


def parameters(free: Give, cell: Give, answers: str) -> dict[str, Any]:
    scale = {str(code): [cell(f"jawaban {name}")] for code, name in enumerate(CODES, 1)}
    unsur = {
        name: {"label": f"U{place}", "nama": free(f"nama {name}"), "kolom": cell(f"kolom {name}"), "jawaban": scale}
        for place, name in enumerate(UNSUR, 1)
    }
    profile = {"nama": free("profil"), "kolom": cell("kolom profil"), "kategori": [cell("laki"), cell("perempuan")]}
    return {
        "instansi": "kota",
        "nama": free("unit"),
        "laporan": ["laporan-skm", "publikasi", "tindak-lanjut"],
        "periode": {
            "pelayanan": {"mulai": "2025-01-01", "selesai": "2025-06-30"},
            "pengumpulan": {"mulai": "2025-05-01", "selesai": "2025-05-31"},
        },
        "periode_sebelumnya": "2024-S2",
        "riwayat": [{"periode": "2024-S2", "ikm": "80.1"}],
        "metode": free("metode"),
        "lokasi": free("lokasi"),
        "data": {"responden": answers, "kolom_komentar": cell("kolom komentar")},
        "layanan": {"kolom": cell("kolom layanan"), "kategori": [cell("KTP"), cell("KK")]},
        "profil": {"jk": profile},
        "unsur": unsur,
        "pengesahan": {
            "tempat": free("tempat"),
            "tanggal": "2025-07-15",
            "jabatan": free("jabatan"),
            "nama": free("pejabat"),
        },
    }


def export(cell: Give) -> list[list[str]]:
    heading = [cell(f"kolom {name}") for name in UNSUR]
    heading += [cell("kolom layanan"), cell("kolom profil"), cell("kolom komentar"), cell("kolom lain")]
    rows = []
    for place in range(RESPONDENTS):
        codes = [CODES[(place * 7 + unsur * 3) % 4] for unsur in range(9)]
        service, gender = ("KTP", "KK")[place % 2], ("laki", "perempuan")[place // 2 % 2]
        texts = [*(f"jawaban {code}" for code in codes), service, gender, f"komentar {place}", f"lain {place}"]
        rows.append([cell(text) for text in texts])
    return [heading, *rows]


def actions(cell: Give, picture: str) -> list[list[str]]:
    said = {
        name: cell(name) for name in ("program", "penanggung_jawab", "uraian", "kendala", "foto_alt", "foto_keterangan")
    }
    said |= {name: said[name].replace(";", ",") for name in ("foto_alt", "foto_keterangan")}
    plan = {"periode": "2025-S1", "nomor": "1", "unsur": "waktu", "triwulan": "2025-TW3"}
    done = {
        "periode": "2024-S2",
        "nomor": "1",
        "unsur": "sarana",
        "status": "sudah",
        "tanggal": "2025-03-01",
        "foto": picture,
    }
    told = ("program", "penanggung_jawab")
    rows = [plan | {name: said[name] for name in told}, said | done]
    return [ACTIONS, *([row.get(name, "") for name in ACTIONS] for row in rows)]


def annotations(root: Path) -> list[list[str]]:
    """Label the comments under the ids that their rows have."""
    valid = read_survey("loket", "2025-S1", root=root).responses.valid
    rows = [["id_responden", "komentar", "sentimen", "unsur", "kutip"]]
    for place, row in enumerate(valid.itertuples()):
        rows.append([row.id_responden, row.komentar, ("positif", "netral", "negatif")[place % 3], "waktu", "ya"])
    return rows
