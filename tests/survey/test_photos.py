"""Pictures of actions: what the table may say, what a file may be, and what a report holds of it."""

import io

import pytest
from PIL import Image

from skmlib.problems import DataError
from skmlib.survey import photos as photos_module
from skmlib.survey.dataset import read_survey
from skmlib.survey.input_files import source_names
from skmlib.survey.photos import SHOWN_SIDE, read_photo

COLUMNS = "periode,nomor,unsur,program,triwulan,penanggung_jawab,status,tanggal,uraian,kendala,direncanakan"
ACTION = "2024-S2,{nomor},waktu,Menambah loket,2025-TW1,Umum,sudah,2025-03-31,Selesai,,ya"
FOLDER = "data/2025-S1/loket"
SMALLER = "perkecil dahulu gambarnya, misalnya sampai 1200 piksel sisi terpanjang"
PLACE_TAG, DEVICE_TAG, TURN_TAG = 0x8825, 0x010F, 0x0112


def picture(size=(40, 30), *, kind="JPEG", mode="RGB", color="red", exif=None) -> bytes:
    buffer = io.BytesIO()
    Image.new(mode, size, color).save(buffer, format=kind, **({"exif": exif} if exif else {}))
    return buffer.getvalue()


def with_photos(project, *cells, columns="foto,foto_alt"):
    project.add("periode_sebelumnya: 2024-S2\n")
    project.write_responses("4,4,4,4,4,4,4,4,4")
    rows = [f"{ACTION.format(nomor=nomor)},{cell}" for nomor, cell in enumerate(cells, start=1)]
    project.write(f"{FOLDER}/tindak_lanjut.csv", "\n".join([f"{COLUMNS},{columns}", *rows]) + "\n")


def read(project):
    return read_survey("loket", "2025-S1", root=project.root)


def problems_of(project):
    with pytest.raises(DataError) as caught:
        read(project)
    return [(problem.baris, problem.kolom, problem.tertulis, problem.seharusnya) for problem in caught.value.all]


def test_table_without_pictures_is_as_before(project):
    with_photos(project, ",")
    survey = read(project)
    assert survey.photos == {}
    assert survey.actions["foto"].tolist() == [()]


def test_several_pictures_of_an_action_keep_their_order(project):
    with_photos(project, '"a.jpg; b.png","Loket lama; Loket baru"')
    project.write_bytes(f"{FOLDER}/a.jpg", picture())
    project.write_bytes(f"{FOLDER}/b.png", picture(kind="PNG"))
    survey = read(project)
    assert list(survey.photos) == ["a.jpg", "b.png"]
    assert survey.actions.loc[0, ["foto", "foto_alt", "foto_keterangan"]].tolist() == [
        *(("a.jpg", "b.png"), ("Loket lama", "Loket baru"), ("", ""))
    ]
    assert not [finding for finding in survey.findings if finding.jenis == "berkas_tidak_dibaca"]
    assert f"{FOLDER}/a.jpg" in source_names(survey.parameters)


def test_place_and_device_of_a_photograph_do_not_stay(tmp_path):
    exif = Image.Exif()
    exif[DEVICE_TAG] = "Telepon Rahasia"
    exif.get_ifd(PLACE_TAG)[2] = (6.0, 11.0, 30.0)
    path = tmp_path / "a.jpg"
    path.write_bytes(picture(exif=exif))
    assert b"Telepon Rahasia" in path.read_bytes()
    shown = read_photo(path)
    assert b"Telepon Rahasia" not in shown
    assert not Image.open(io.BytesIO(shown)).getexif()


def test_photograph_is_turned_upright_and_made_small(tmp_path):
    exif = Image.Exif()
    exif[TURN_TAG] = 6  # to be turned by a quarter
    path = tmp_path / "a.jpg"
    path.write_bytes(picture((3000, 1500), exif=exif))
    shown = Image.open(io.BytesIO(read_photo(path)))
    assert (shown.size, shown.format) == ((SHOWN_SIDE // 2, SHOWN_SIDE), "JPEG")


def test_transparent_picture_stands_on_white(tmp_path):
    path = tmp_path / "a.png"
    path.write_bytes(picture(kind="PNG", mode="RGBA", color=(0, 0, 0, 0)))
    assert Image.open(io.BytesIO(read_photo(path))).getpixel((5, 5)) == (255, 255, 255)


def test_same_picture_gives_the_same_bytes(tmp_path):
    path = tmp_path / "a.png"
    path.write_bytes(picture(kind="PNG"))
    assert read_photo(path) == read_photo(path)


def test_every_wrong_file_is_told_at_once(project, monkeypatch):
    monkeypatch.setattr(photos_module, "LARGEST_PIXELS", 5_000)
    with_photos(project, '"hilang.jpg;teks.jpg;animasi.gif;luas.png;putus.jpg","a;b;c;d;e"')
    project.write_bytes(f"{FOLDER}/teks.jpg", b"bukan gambar")
    project.write_bytes(f"{FOLDER}/animasi.gif", picture(kind="GIF"))
    project.write_bytes(f"{FOLDER}/luas.png", picture((100, 60), kind="PNG"))
    project.write_bytes(f"{FOLDER}/putus.jpg", picture((60, 60))[:-200])
    whole = "bukan gambar JPEG atau PNG yang utuh"
    again = "simpan ulang sebagai JPEG atau PNG"
    assert problems_of(project) == [
        (
            2,
            "foto",
            "'hilang.jpg' tidak ada di samping tindak_lanjut.csv",
            "letakkan gambar di sana atau betulkan namanya",
        ),
        (2, "foto", f"'teks.jpg' {whole}", again),
        (2, "foto", f"'animasi.gif' {whole}", again),
        (2, "foto", "'luas.png' berukuran 100 × 60 piksel", SMALLER),
        (2, "foto", f"'putus.jpg' {whole}", again),
    ]


def test_picture_of_extreme_size_is_told(project):
    with_photos(project, "a.png,Loket")
    project.write_bytes(
        f"{FOLDER}/a.png", picture((20_000, 10_000), kind="PNG", mode="1", color=0)
    )  # 200 million pixels
    assert [problem[2] for problem in problems_of(project)] == ["'a.png' jauh terlalu besar"]


def test_file_of_many_bytes_is_refused(project, monkeypatch):
    monkeypatch.setattr(photos_module, "LARGEST_FILE", 2**20)
    with_photos(project, "a.jpg,Loket")
    project.write_bytes(f"{FOLDER}/a.jpg", picture() + bytes(2**20))
    assert problems_of(project) == [(2, "foto", "'a.jpg' lebih besar dari 1 MB", SMALLER)]


def test_picture_without_words_or_outside_the_folder_is_refused(project):
    with_photos(project, "a.jpg,", '"b.jpg;c.jpg",Loket', "../rahasia.jpg,Loket")
    advice = "tulis untuk setiap gambar apa yang tampak, dipisahkan ';'"
    assert problems_of(project) == [
        (2, "foto_alt", "0 keterangan untuk 1 gambar", advice),
        (3, "foto_alt", "1 keterangan untuk 2 gambar", advice),
        (4, "foto", "tertulis '../rahasia.jpg'", "seharusnya nama berkas saja, tanpa folder"),
    ]


def test_words_without_a_picture_ask_for_its_name(project):
    with_photos(project, ",Loket")
    advice = "isi nama gambarnya pada kolom 'foto', atau kosongkan kolom ini"
    assert problems_of(project) == [(2, "foto_alt", "1 keterangan untuk 0 gambar", advice)]


def test_missing_picture_is_told_with_the_name_that_was_meant(project):
    with_photos(project, "LOKET.JPG,Loket")
    project.write_bytes(f"{FOLDER}/loket.jpg", picture())
    with pytest.raises(DataError) as caught:
        read_survey("loket", "2025-S1", root=project.root)
    assert caught.value.all[0].saran == "Mungkin maksudnya 'loket.jpg'?"


def test_captions_are_as_many_as_pictures(project):
    with_photos(project, '"a.jpg;b.jpg","Loket;Loket",Satu', columns="foto,foto_alt,foto_keterangan")
    [(baris, kolom, tertulis, _)] = problems_of(project)
    assert (baris, kolom, tertulis) == (2, "foto_keterangan", "1 judul untuk 2 gambar")


def test_words_without_a_column_of_pictures_are_refused(project):
    with_photos(project, "Loket", columns="foto_alt")
    assert problems_of(project) == [(1, "foto_alt", "ada tanpa kolom 'foto'", "tambahkan kolom itu")]
