"""`skm verify` finds one digit changed in any output, also where its hash was forged too."""

import hashlib
import json
import random
import re
import shutil
import types
from pathlib import Path

import pytest

from skmlib.pipeline import printed_numbers
from skmlib.pipeline.freshness import Current
from skmlib.pipeline.printed_figures import compare_tables
from skmlib.pipeline.printed_numbers import compare_forms
from skmlib.pipeline.rebuild import compare_folders, rebuilt_outputs
from skmlib.pipeline.sentence_numbers import CONSTANTS, compare_sentences
from skmlib.pipeline.verify import list_published, verify_folder
from skmlib.report import wording
from skmlib.report.change import P_LEAST
from skmlib.survey.contradictions import HIGH_LIMIT
from skmlib.survey.performance_measures import SHARES_TOLERANCE
from skmlib.survey.regulation import BOBOT_RESMI

ROOT = Path(__file__).resolve().parents[2]
NAME = ("2019-S1", "sekadau")
ALL = ("hasil.json", "laporan-skm.html", "laporan-skm.ipynb", "laporan-skm.pdf", "manifest.json", "olah-data.xlsx")
ALL += ("publikasi.html", "publikasi.ipynb", "publikasi.pdf")
PLACES = 3


@pytest.fixture(scope="module")
def built(tmp_path_factory):
    """A project with the published reports of one unit."""
    root = tmp_path_factory.mktemp("terbit")
    (root / "params" / "instansi").mkdir(parents=True)
    for name in ("params/instansi/sekadau.yml", "params/2019-S1/sekadau.yml", "requirements.lock"):
        (root / name).parent.mkdir(exist_ok=True)
        shutil.copy(ROOT / name, root / name)
    shutil.copytree(ROOT / "data/2019-S1/sekadau", root / "data/2019-S1/sekadau")
    shutil.copytree(ROOT / "notebooks", root / "notebooks")
    with rebuilt_outputs([NAME], root=root) as outputs:
        shutil.copytree(outputs, root / "outputs", ignore=shutil.ignore_patterns(".kerja"))
    return root


@pytest.fixture
def published(built, tmp_path):
    """A copy of that project, to be changed."""
    return Path(shutil.copytree(built, tmp_path / "proyek"))


def folder_of(root):
    return root / "outputs" / Path(*NAME)


def differences(root):
    return verify_folder(NAME, folder=folder_of(root), current=Current(root)).differences


def change_digit(path, chance):
    """Change one digit of a file, of an XLSX or PDF one byte that is a digit."""
    content = bytearray(path.read_bytes())
    place = chance.choice([place for place, byte in enumerate(content) if byte in b"0123456789"])
    content[place] = chance.choice([byte for byte in b"123456789" if byte != content[place]])
    path.write_bytes(content)


def forge_hash(root, name):
    """Write the hash of a changed output into the manifest."""
    folder = folder_of(root)
    manifest = json.loads((folder / "manifest.json").read_text(encoding="utf-8"))
    manifest["keluaran"][name] = hashlib.sha256((folder / name).read_bytes()).hexdigest()
    (folder / "manifest.json").write_text(json.dumps(manifest, ensure_ascii=False, indent=2) + "\n", encoding="utf-8")


@pytest.mark.slow
def test_untouched_folder_has_no_differences(published):
    found = verify_folder(NAME, folder=folder_of(published), current=Current(published))
    assert found.differences == ()
    assert (found.recounted > 300, found.printed > 1000, found.remark) == (True, True, "")
    assert found.not_recounted == ()


@pytest.mark.slow
@pytest.mark.parametrize("name", ALL)
def test_one_digit_of_any_output_is_found(published, name):
    path, chance = folder_of(published) / name, random.Random(name)
    untouched = path.read_bytes()
    for _ in range(PLACES):
        change_digit(path, chance)
        # A changed hash in the manifest is told of the file that it names.
        assert any(name in difference or name == "manifest.json" for difference in differences(published))
        path.write_bytes(untouched)


@pytest.mark.slow
def test_forged_figure_is_found_by_the_second_count(published):
    path = folder_of(published) / "hasil.json"
    text = path.read_text(encoding="utf-8")
    # 11575/147 = 78.7415 is the index of the 49 published rows.
    assert '"pecahan": "11575/147"' in text
    forged = text.replace("11575/147", "11576/147").replace(str(11575 / 147), str(11576 / 147))
    path.write_text(forged.replace('"78,74"', '"78,75"'), encoding="utf-8")
    forge_hash(published, "hasil.json")
    assert "hasil.json: ikm/ikm: tertulis 11576/147, dihitung ulang 11575/147" in differences(published)


@pytest.mark.slow
def test_forged_number_of_a_page_is_found_against_the_pdf(published):
    path = folder_of(published) / "laporan-skm.html"
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace(">78,74<", ">78,94<", 1), encoding="utf-8")
    forge_hash(published, "laporan-skm.html")
    found = differences(published)
    assert any(re.search("angka '78,94' tertulis 1 kali dalam HTML, 0 kali dalam PDF$", text) for text in found), found


def test_number_of_a_table_that_is_no_figure_of_its_row_is_found(tmp_path):
    rows = {"U1": ("3,50", "87,50"), "U2": ("3,25", "87,50")}  # 3.25 x 25 = 81.25; 87.50 belongs to the other row
    cells = "".join(
        f"<tr><th>{name}</th>{''.join(f'<td>{cell}</td>' for cell in row)}</tr>" for name, row in rows.items()
    )
    page = tmp_path / "a.html"
    page.write_text(f"<table><caption>Nilai</caption>{cells}</table>", encoding="utf-8")
    figures = [("waktu", "7/2", 3.5, "175/2", 87.5), ("biaya", "13/4", 3.25, "325/4", 81.25)]
    unsur = [
        {"unsur": name, "nrr": {"pecahan": nrr, "nilai": value}, "ikm": {"pecahan": ikm, "nilai": converted}}
        for name, nrr, value, ikm, converted in figures
    ]
    found = compare_tables(page, {"label_unsur": {"waktu": "U1", "biaya": "U2"}, "unsur": unsur})
    assert found == (["a.html: 'Nilai', baris 'U2': 87,50 bukan angka hasil.json"], 4)


HEAD = "<thead><tr><th>Kode</th><th>n</th><th>NRR</th><th>Selang 95% NRR</th></tr></thead>"
UNSUR = [
    {"unsur": "waktu", "n": 12, "nrr": 3.5, "low": 3.25, "high": 3.75},
    {"unsur": "biaya", "n": 11, "nrr": 3.25, "low": 3.0, "high": 3.5},
]
ROWS = {"U1": ("12", "3,50", "3,25–3,75"), "U2": ("11", "3,25", "3,00–3,50"), "Unit": ("12", "3,38", "3,10–3,60")}


@pytest.mark.parametrize(
    ("row", "column", "written", "is_found"),
    [
        ("U1", 0, "12", False),
        ("U1", 0, "11", True),  # the n of the other unsur
        ("U1", 1, "3,75", True),  # a limit, not the mean
        ("U1", 2, "3,25–3,50", True),  # the mean, not a limit
        ("U2", 2, "3,00–3,50", False),
        ("Unit", 1, "3,38", False),
        ("Unit", 1, "3,25", True),  # the mean of an unsur, not of all
    ],
)
def test_number_of_another_column_or_row_is_found(tmp_path, row, column, written, is_found):
    rows = {name: list(cells) for name, cells in ROWS.items()}
    rows[row][column] = written
    lines = [
        f"<tr{' class=tebal' * (name == 'Unit')}><th>{name}</th>{''.join(f'<td>{cell}</td>' for cell in cells)}</tr>"
        for name, cells in rows.items()
    ]
    page = tmp_path / "a.html"
    page.write_text(f"<table><caption>Nilai</caption>{HEAD}<tbody>{''.join(lines)}</tbody></table>", encoding="utf-8")
    hasil = {
        "label_unsur": {"waktu": "U1", "biaya": "U2"},
        "ikm": {"ni": {"pecahan": "27/8", "nilai": 3.375}, "low": 77.5, "high": 90.0},  # 25 times 3.10 and 3.60
        "unsur": UNSUR,
    }
    found, n = compare_tables(page, hasil)
    assert (bool(found), n) == (is_found, 11)  # the whole number of the sums is not compared


HASIL = {
    "ikm": {"ikm": {"pecahan": "11575/147", "nilai": 11575 / 147}, "mutu": "B"},  # 78.7415
    "baris": {"dinilai": 1049},
    "groups": {"usia": {"groups": [{"kelompok": "0,7 jam", "nrr": {"pecahan": "5/2", "nilai": 2.5}}]}},
    "peringkat": [{"peringkat": 1, "nilai": {"nilai": 80.5}}, {"peringkat": 2, "nilai": {"nilai": 71.25}}],
}
POSTER = (
    "<dl><dt>Nilai IKM</dt><dd>{}</dd><dt>Mutu pelayanan</dt><dd>{}</dd></dl><p class=poster-responden><b>{}</b></p>"
)


@pytest.mark.parametrize(
    ("shown", "wrong"),
    [
        (("78,74", "B", "1.049"), ()),
        (("78,7", "B", "1.049"), ()),
        (("78,47", "B", "1.049"), ("'Nilai IKM': 78,47 bukan 78,74",)),
        (("80,50", "B", "1.049"), ("'Nilai IKM': 80,50 bukan 78,74",)),  # a figure, but another
        (("78,74", "A", "1.049"), ("'Mutu pelayanan': A bukan B",)),
        (("78,74", "B", "1.050"), ("'Responden': 1050 bukan 1049",)),
    ],
)
def test_tile_that_shows_another_figure_is_found(tmp_path, shown, wrong):
    page = tmp_path / "a.html"
    page.write_text(POSTER.format(*shown), encoding="utf-8")
    found, n = compare_sentences(page, HASIL, written="")
    assert (found[: len(wrong)], bool(found), n > 2) == ([f"a.html: {text}" for text in wrong], bool(wrong), True)


@pytest.mark.parametrize(
    ("sentence", "is_known"),
    [
        ("IKM 78,74 atau 78,7.", True),
        ("IKM 78,75.", False),
        ("Nilai 2,50, dalam persen 62,5.", False),  # 2.5 is 0.1 of 25 and 250 in per cent
        ("Nilai 2,50, dikonversi 0,10.", True),
        ("Keduanya berjarak 9,25.", True),  # 80.5 - 71.25
        ("Keduanya berjarak 9,26.", False),
        ("Persentase berjumlah 99,99%.", True),
        ("Batas B 76,61.", True),
        ("p < 0,001", True),
        ("Bernilai tinggi: paling rendah 3,5; bernilai rendah: paling tinggi 2.", True),
        ("NRR 3,50.", False),  # the limit is printed with one decimal
        ("Kelompok 0,7 jam", True),
        ("Anggaran 1,5 miliar", True),  # stands in what people wrote
        ("Anggaran 1,6 miliar", False),
        ("Pasal 1.234, ayat 5", True),  # no decimals
    ],
)
def test_number_of_a_sentence_that_is_no_figure_is_found(tmp_path, sentence, is_known):
    page = tmp_path / "a.html"
    page.write_text(f"<p>{sentence}</p><table><tr><td>12,34</td></tr></table>", encoding="utf-8")
    found, _ = compare_sentences(page, HASIL, written="Anggaran 1,5 miliar rupiah")
    assert bool(found) is not is_known, found


def test_fixed_numbers_of_sentences_are_known_as_they_are_printed():
    fixed = {wording.number(HIGH_LIMIT, 1), wording.number(SHARES_TOLERANCE, 1), P_LEAST.removeprefix("< ")}
    assert fixed | {wording.bobot(name) for name in BOBOT_RESMI} == CONSTANTS


@pytest.mark.slow
@pytest.mark.parametrize("name", ["publikasi.ipynb", "olah-data.xlsx", "publikasi.pdf"])
def test_forged_file_is_found_by_building_anew(published, name):
    change_digit(folder_of(published) / name, random.Random(name))
    forge_hash(published, name)
    with rebuilt_outputs([NAME], root=published) as outputs:
        found = compare_folders(folder_of(published), outputs / Path(*NAME))
    assert [difference for difference in found if difference.startswith(f"{name}: ")]


@pytest.mark.slow
def test_building_anew_names_the_block_of_a_page_and_the_path_in_json(published):
    folder = folder_of(published)
    page = folder / "laporan-skm.html"
    page.write_text(page.read_text(encoding="utf-8").replace("88,31</td>", "88,32</td>", 1), encoding="utf-8")
    text = (folder / "hasil.json").read_text(encoding="utf-8")
    (folder / "hasil.json").write_text(text.replace('"dibaca": 49', '"dibaca": 50'), encoding="utf-8")
    (folder / "catatan.txt").write_text("", encoding="utf-8")
    with rebuilt_outputs([NAME], root=published) as outputs:
        found = compare_folders(folder, outputs / Path(*NAME))
    assert found[:2] == (
        "catatan.txt: ada, padahal tidak ada ketika dibangun ulang",
        "hasil.json: baris/dibaca: tertulis 50, seharusnya 49",
    )
    assert found[2].startswith(
        "laporan-skm.html: bagian '2-5-cara-menghitung-indeks', 'Kategori mutu pelayanan': tertulis "
    )
    assert len(found) == 3


@pytest.mark.slow
def test_changed_missing_and_added_files_are_named(published):
    folder = folder_of(published)
    data = published / "data/2019-S1/sekadau/responden.csv"
    data.write_text(data.read_text(encoding="utf-8").replace("1,2,2,3", "1,3,2,3", 1), encoding="utf-8")
    (folder / "olah-data.xlsx").unlink()
    (folder / "catatan.txt").write_text("", encoding="utf-8")
    found = differences(published)
    assert "data/2019-S1/sekadau/responden.csv: berubah" in found
    assert "outputs/2019-S1/sekadau/olah-data.xlsx: hilang" in found
    assert "catatan.txt: tidak disebut dalam manifest.json" in found
    # One answer more: the sum of the first unsur is 139 instead of 138.
    assert "hasil.json: unsur/persyaratan/jumlah: tertulis 138, dihitung ulang 139" in found


@pytest.mark.slow
def test_changed_parameter_in_the_manifest_is_found(published):
    path = folder_of(published) / "manifest.json"
    path.write_text(path.read_text(encoding="utf-8").replace('"2019-07-31"', '"2019-07-30"'), encoding="utf-8")
    expected = "manifest.json: parameter/pengesahan/tanggal: tertulis '2019-07-30', seharusnya '2019-07-31'"
    assert expected in differences(published)


@pytest.mark.slow
def test_changed_hash_of_the_library_in_the_manifest_is_found(published):
    path = folder_of(published) / "manifest.json"
    manifest = json.loads(path.read_text(encoding="utf-8"))
    forged = ("1" if manifest["pustaka"][0] != "1" else "2") + manifest["pustaka"][1:]
    path.write_text(path.read_text(encoding="utf-8").replace(manifest["pustaka"], forged), encoding="utf-8")
    assert differences(published) == ("skmlib: sidik pustaka dalam manifest.json bukan sidik berkas-berkasnya",)


@pytest.mark.slow
def test_only_published_reports_are_listed(built):
    assert list_published(built / "outputs", (NAME, ("2024", "kasn"))) == (NAME,)


def test_damaged_pdf_is_said_to_be_unreadable(tmp_path):
    (tmp_path / "a.html").write_text("<p>3,50</p>", encoding="utf-8")
    (tmp_path / "a.pdf").write_bytes(b"%PDF-1.7\nrusak")
    assert compare_forms(tmp_path / "a.html", tmp_path / "a.pdf") == (["a.pdf: teksnya tidak terbaca"], 0)


def test_folder_that_was_never_built_is_told(project):
    found = verify_folder(
        ("2025-S1", "loket"), folder=project.root / "outputs/2025-S1/loket", current=Current(project.root)
    )
    assert found.differences == ("outputs/2025-S1/loket: belum dibuat",)


def test_long_word_that_the_pdf_breaks_is_one_word(tmp_path, monkeypatch):
    # A hash is set in pieces; its digits are no numbers. The 7 and the 8 are, and a forged hash is not the same word.
    word = "0f1e2d3c4b5a69788796a5b4c3d2e1f00f1e2d3c"
    page = tmp_path / "a.html"
    page.write_text(f"<p>7 berkas: {word} 8</p>", encoding="utf-8")
    monkeypatch.setattr(printed_numbers, "_pdf_text", lambda path, headings: f"7 berkas: {word[:22]}\n{word[22:]} 8")
    assert compare_forms(page, tmp_path / "a.pdf") == ([], 2)
    monkeypatch.setattr(printed_numbers, "_pdf_text", lambda path, headings: f"7 berkas: {word[:20]}9{word[21:]} 8")
    assert compare_forms(page, tmp_path / "a.pdf")[0] != []


def test_long_word_that_begins_a_longer_one_is_found_in_both(tmp_path, monkeypatch):
    word = "data/2025/loket/survei_Februari_2025.csv"
    page = tmp_path / "a.html"
    page.write_text(f"<p>{word}, {word} (3 baris)</p>", encoding="utf-8")
    broken = f"{word[:-8]}\n{word[-8:]}"
    monkeypatch.setattr(printed_numbers, "_pdf_text", lambda path, headings: f"{broken}, {broken} (3 baris)")
    assert compare_forms(page, tmp_path / "a.pdf") == ([], 1)


def test_line_that_begins_a_page_again_is_left_out_only_as_the_head_of_a_table(tmp_path, monkeypatch):
    page = tmp_path / "a.html"
    table = (
        "<table><thead><tr><th>Kode</th><th>Selang 95%</th></tr></thead><tr><td>7</td></tr><tr><td>8</td></tr></table>"
    )
    page.write_text(f"{table}<p>Sumber: a.csv (31 baris)</p><p>Sumber: a.csv (31 baris)</p>", encoding="utf-8")
    texts = ["Kode Selang 95%\n7", "Kode Selang 95%\n8\nSumber: a.csv (31 baris)", "Sumber: a.csv (31 baris)"]
    reader = types.SimpleNamespace(pages=[types.SimpleNamespace(extract_text=lambda text=text: text) for text in texts])
    monkeypatch.setattr(printed_numbers, "PdfReader", lambda path: reader)
    assert compare_forms(page, tmp_path / "a.pdf") == ([], 5)


def test_mean_of_the_sub_questions_of_a_respondent_is_no_figure(tmp_path):
    page = tmp_path / "a.html"
    rows = "<tr><th>3</th><td>2,33</td></tr><tr class=tebal><th>NRR</th><td>2,50</td></tr>"
    caption = "Tabel 14. Pengolahan data per responden dan per unsur"
    page.write_text(f"<table><caption>{caption}</caption>{rows}</table>", encoding="utf-8")
    assert compare_tables(page, {"unsur": [{"unsur": "waktu", "nrr": 2.5}]}) == ([], 1)
