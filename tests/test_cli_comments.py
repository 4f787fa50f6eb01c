"""Comments on the command line: out to annotators, back into komentar.csv, into the report."""

import shutil

import openpyxl
import pytest
from click.testing import CliRunner

from skmlib.cli import main

HEADINGS = "Syarat,Prosedur,Waktu,Biaya,Produk,Kompetensi,Perilaku,Pengaduan,Sarana,Saran"
FOLDER = "data/2025-S1/loket/anotasi"
KOMENTAR = "data/2025-S1/loket/komentar.csv"


@pytest.fixture
def loket(project):
    project.add("ambang_kelompok: 1\ndata: {kolom_komentar: Saran}\n")
    project.write_responses(
        "3,4,3,4,3,4,3,4,3,Pak Budi cepat",
        "4,3,4,3,4,3,4,3,4,",
        '3,3,4,4,3,3,4,4,3,"Lama, antre"',
        "4,4,3,3,4,4,3,3,4,-",
        headings=HEADINGS,
    )
    return project


@pytest.fixture
def run(loket):
    def call(*words):
        return CliRunner().invoke(main, ["--root", str(loket.root), *words], env={"COLUMNS": "300"})

    return call


def fill(path, **labels: list[str]) -> None:
    """Fill the label columns of a workbook from the first comment down, as an annotator does."""
    book = openpyxl.load_workbook(path)
    sheet = book["Komentar"]
    for column, name in {"C": "sentimen", "D": "unsur", "E": "kutip"}.items():
        for row, label in enumerate(labels.get(name, []), start=2):
            sheet[f"{column}{row}"] = label or None
    book.save(path)


def test_two_annotators_there_and_back_into_the_report(run, loket) -> None:
    done = run("comments", "export", "2025-S1/loket", "--annotator", "Ani", "--annotator", "budi")
    assert (done.exit_code, done.output) == (
        0,
        (
            f"✓ {FOLDER}/komentar-ani.xlsx: 3 komentar untuk anotator ani, 0 sudah berlabel.\n"
            f"✓ {FOLDER}/komentar-budi.xlsx: 3 komentar untuk anotator budi, 0 sudah berlabel.\n"
            "  • 1 isian tampaknya tidak mengatakan apa-apa; anotator memberinya label tanpa_komentar, tidak ada yang diisi "
            "otomatis.\n"
        ),
    )
    ani, budi = (loket.root / FOLDER / f"komentar-{who}.xlsx" for who in ("ani", "budi"))
    assert [row[1] for row in openpyxl.load_workbook(ani)["Komentar"].values][1:] == [
        "Pak [nama] cepat",
        "Lama, antre",
        "-",
    ]
    fill(ani, sentimen=["positif", "negatif", "tanpa_komentar"], unsur=["U3 Waktu penyelesaian"], kutip=["ya"])
    fill(budi, sentimen=["positif", "netral", ""], unsur=["U3 Waktu penyelesaian"])
    done = run("comments", "import", "2025-S1/loket", str(ani), str(budi))
    assert (done.exit_code, done.output) == (
        0,
        (
            f"✓ {FOLDER}/komentar-ani.xlsx, anotator ani: 3 baris dibaca, 3 berlabel (positif 1, negatif 1, tanpa_komentar 1), "
            "0 kosong.\n"
            f"✓ {FOLDER}/komentar-budi.xlsx, anotator budi: 3 baris dibaca, 2 berlabel (positif 1, netral 1), 1 kosong.\n"
            f"{KOMENTAR}: 5 baris dari 2 anotator.\n"
        ),
    )
    lines = (loket.root / KOMENTAR).read_text(encoding="utf-8").splitlines()
    assert lines[0] == "id_responden,anotator,komentar,sentimen,unsur,kutip"
    assert [line.partition(",")[2] for line in lines[1:]] == [
        "ani,Pak Budi cepat,positif,waktu,ya",
        "budi,Pak Budi cepat,positif,waktu,",
        'ani,"Lama, antre",negatif,,',
        'budi,"Lama, antre",netral,,',
        "ani,-,tanpa_komentar,,",
    ]
    done = run("check", "2025-S1/loket")
    assert done.exit_code == 0
    assert "Anotator berbeda pendapat tentang sentimen 1 komentar tanpa suara terbanyak (baris 4);" in done.output


def test_a_decision_ends_a_disagreement(run, loket) -> None:
    run("comments", "export", "loket", "2025-S1", "--annotator", "ani", "--annotator", "budi")
    files = {who: loket.root / FOLDER / f"komentar-{who}.xlsx" for who in ("ani", "budi", "keputusan")}
    fill(files["ani"], sentimen=["positif", "negatif", "tanpa_komentar"])
    fill(files["budi"], sentimen=["positif", "netral", "tanpa_komentar"])
    run("comments", "import", "loket", "2025-S1", str(files["ani"]), str(files["budi"]))
    run("comments", "export", "loket", "2025-S1", "--annotator", "keputusan")
    fill(files["keputusan"], sentimen=["", "negatif"])
    done = run("comments", "import", "2025-S1", "loket", str(files["keputusan"]))
    assert done.output == (
        f"✓ {FOLDER}/komentar-keputusan.xlsx, anotator keputusan: 3 baris dibaca, 1 berlabel (negatif 1), 2 kosong.\n"
        f"  • {FOLDER}/komentar-keputusan.xlsx: Kolom 'label ani', 'label budi' tidak dibaca.\n"
        f"{KOMENTAR}: 7 baris dari 2 anotator.\n"
    )
    assert "berbeda pendapat" not in run("check", "2025-S1/loket").output


def test_an_existing_file_is_not_overwritten_unasked(run, loket) -> None:
    run("comments", "export", "2025-S1/loket", "--annotator", "ani")
    path = loket.root / FOLDER / "komentar-ani.xlsx"
    fill(path, sentimen=["positif"])
    before = path.read_bytes()
    done = run("comments", "export", "2025-S1/loket", "--annotator", "budi", "--annotator", "ani")
    assert (done.exit_code, done.output) == (
        1,
        (
            "✗ 2025-S1/loket\n"
            f"{FOLDER}/komentar-ani.xlsx: 1 masalah.\n"
            "  berkas ini sudah ada dan tidak ditimpa, impor dahulu isinya, atau tambahkan --overwrite bila memang hendak "
            "diganti.\n"
            "Tidak ada berkas yang diubah.\n"
        ),
    )
    assert path.read_bytes() == before
    assert not (loket.root / FOLDER / "komentar-budi.xlsx").exists()
    assert run("comments", "export", "2025-S1/loket", "--annotator", "ani", "--overwrite").exit_code == 0
    assert path.read_bytes() != before


def test_labels_given_before_are_kept_until_overwriting_is_asked(run, loket) -> None:
    run("comments", "export", "2025-S1/loket", "--annotator", "ani")
    path = loket.root / FOLDER / "komentar-ani.xlsx"
    fill(path, sentimen=["positif", "negatif"])
    run("comments", "import", "2025-S1/loket", str(path))
    before = (loket.root / KOMENTAR).read_bytes()
    fill(path, sentimen=["netral", "negatif"])
    done = run("comments", "import", "2025-S1/loket", str(path))
    assert done.exit_code == 1
    assert (
        "1 label anotator 'ani' berbeda dari yang sudah ada di data/2025-S1/loket/komentar.csv (baris 2)" in done.output
    )
    assert (loket.root / KOMENTAR).read_bytes() == before
    assert run("comments", "import", "2025-S1/loket", str(path), "--overwrite").exit_code == 0
    assert ",netral," in (loket.root / KOMENTAR).read_text(encoding="utf-8")


def test_importing_twice_gives_the_same_bytes(run, loket) -> None:
    run("comments", "export", "2025-S1/loket")
    path = loket.root / FOLDER / "komentar-analis.xlsx"
    fill(path, sentimen=["positif", "", "tanpa_komentar"])
    run("comments", "import", "2025-S1/loket", str(path))
    first = (loket.root / KOMENTAR).read_bytes()
    assert run("comments", "import", "2025-S1/loket", str(path)).exit_code == 0
    assert (loket.root / KOMENTAR).read_bytes() == first
    assert first.startswith(b"id_responden,komentar,sentimen,unsur,kutip\n")


def test_comments_missing_from_a_file_are_told(run, loket) -> None:
    run("comments", "export", "2025-S1/loket", "--format", "csv", "--annotator", "ani")
    path = loket.root / FOLDER / "komentar-ani.csv"
    lines = path.read_text(encoding="utf-8").splitlines()
    path.write_text("\n".join([lines[0], lines[1].removesuffix(",,,") + ",positif,,"]), encoding="utf-8")
    done = run("comments", "import", "2025-S1/loket", str(path))
    assert done.output == (
        f"✓ {FOLDER}/komentar-ani.csv, anotator ani: 1 baris dibaca, 1 berlabel (positif 1), 0 kosong; "
        "2 komentar tidak ada di berkas ini (baris 4 dan 5 ekspor).\n"
        f"{KOMENTAR}: 1 baris dari 1 anotator.\n"
    )


@pytest.mark.parametrize(("kind", "name"), [("label-studio", "komentar-ani.json"), ("doccano", "komentar-ani.jsonl")])
def test_other_programs_get_masked_texts(run, loket, kind: str, name: str) -> None:
    assert run("comments", "export", "2025-S1/loket", "--format", kind, "--annotator", "ani").exit_code == 0
    text = (loket.root / FOLDER / name).read_text(encoding="utf-8")
    assert "Pak [nama] cepat" in text
    assert "Budi" not in text
    assert (loket.root / FOLDER / "label-studio.xml").exists() == (kind == "label-studio")


def test_files_go_to_the_named_folder(run, tmp_path) -> None:
    assert run("comments", "export", "2025-S1/loket", "--to", str(tmp_path / "kirim")).exit_code == 0
    assert [path.name for path in (tmp_path / "kirim").iterdir()] == ["komentar-analis.xlsx"]


def test_an_unknown_report_gets_the_nearest_name(run) -> None:
    done = run("comments", "export", "2025-S1/lokte")
    assert (done.exit_code, done.output) == (
        2,
        "'2025-S1/lokte': laporan ini tidak ada di params/. Mungkin maksudnya '2025-S1/loket'?\n",
    )


def test_a_name_that_is_no_name_is_refused(run) -> None:
    done = run("comments", "export", "2025-S1/loket", "--annotator", "ani/budi")
    assert done.exit_code == 1
    assert "--annotator: 1 masalah.\n  tertulis 'ani/budi', seharusnya 1 sampai 30 huruf" in done.output


def test_import_needs_a_file(run) -> None:
    done = run("comments", "import", "2025-S1/loket")
    assert done.exit_code == 2
    assert "Missing argument 'FILE...'." in done.output


def test_a_file_that_another_program_holds_is_left_as_it_was(run, loket, monkeypatch) -> None:
    def refuse(self, target):
        raise PermissionError(13, "denied", "komentar-ani.xlsx")

    monkeypatch.setattr("pathlib.Path.replace", refuse)
    done = run("comments", "export", "2025-S1/loket", "--annotator", "ani")
    assert (done.exit_code, done.output) == (
        1,
        ("✗ 2025-S1/loket\nkomentar-ani.xlsx: tidak dapat ditulis; tutup berkas itu di program lain, lalu ulangi.\n"),
    )
    assert list((loket.root / FOLDER).iterdir()) == []


def test_the_sample_comes_back_as_it_went_out(root, tmp_path) -> None:
    for name in ("params", "data"):
        shutil.copytree(root / name, tmp_path / name)

    def run(*words):
        return CliRunner().invoke(main, ["--root", str(tmp_path), "comments", *words])

    assert run("export", "2024/kasn", "--annotator", "anotator_1", "--annotator", "anotator_2").exit_code == 0
    files = sorted((tmp_path / "data/2024/kasn/anotasi").iterdir())
    done = run("import", "2024/kasn", *map(str, files))
    assert (len(files), done.exit_code) == (2, 0), done.output
    comments = "data/2024/kasn/komentar.csv"
    assert (tmp_path / comments).read_bytes() == (root / comments).read_bytes()
