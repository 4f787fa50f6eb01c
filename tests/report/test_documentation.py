"""The pictures of the follow-up report, as they are shown."""

import io

import pytest
from PIL import Image

from skmlib.report.blocks import Photo
from skmlib.report.documentation import action_photos

COLUMNS = (
    "periode,nomor,unsur,program,triwulan,penanggung_jawab,status,tanggal,uraian,kendala,direncanakan,"
    "foto,foto_alt,foto_keterangan"
)


def reported(project, *rows):
    project.add("periode_sebelumnya: 2024-S2\n")
    project.write_responses("4,4,4,4,4,4,4,4,4")
    project.write("data/2025-S1/loket/tindak_lanjut.csv", "\n".join([COLUMNS, *rows]) + "\n")
    buffer = io.BytesIO()
    Image.new("RGB", (40, 30), "red").save(buffer, format="PNG")
    project.write_bytes("data/2025-S1/loket/a.png", buffer.getvalue())


def test_picture_stands_with_its_action_file_and_words(project, summarise):
    action = "2024-S2,1,waktu,Menambah loket,2025-TW1,Umum,sudah,2025-03-31,Selesai,,ya"
    reported(project, f"{action},a.png,Dua loket <baru>,", f"{action.replace(',1,', ',2,')},a.png,Loket,Loket ketiga")
    first, second = action_photos(summarise(project)).items
    assert (first.title, first.alt, first.source) == (
        *("Kegiatan 1 (31 Maret 2025): menambah loket", "Dua loket <baru>", "a.png"),
    )
    assert second.title == "Kegiatan 2 (31 Maret 2025): Loket ketiga"
    assert 'alt="Dua loket &lt;baru&gt;"' in first.html()
    assert 'src="data:image/jpeg;base64,' in first.html()
    assert "Sumber: a.png" in first.html()
    assert first.typst().startswith('skm-foto("Kegiatan 1')


def test_actions_without_pictures_say_so(project, summarise, words):
    reported(project, "2024-S2,1,waktu,Menambah loket,2025-TW1,Umum,sudah,2025-03-31,Selesai,,ya,,,")
    assert words(action_photos(summarise(project))) == "Tidak ada gambar kegiatan yang dilampirkan."


def test_nothing_is_said_without_a_previous_plan(sekadau):
    assert action_photos(sekadau).items == ()


def test_picture_without_words_is_refused():
    with pytest.raises(ValueError, match="alt is empty"):
        Photo("Loket", bytes.fromhex("ffd8ff"), alt=" ")
