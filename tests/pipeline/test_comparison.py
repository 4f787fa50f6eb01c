"""What changed between two published folders: figures exactly, findings, sentences; the same gives nothing."""

import json
import operator
import shutil
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from skmlib.pipeline.changed_figures import compare_figures
from skmlib.pipeline.changed_findings import ChangedFindings, compare_findings
from skmlib.pipeline.changed_text import compare_text
from skmlib.pipeline.comparison import compare_folders
from skmlib.pipeline.comparison_page import comparison_html, summary
from skmlib.pipeline.kinds import read_source
from skmlib.problems import DataError
from skmlib.report import wording

# Ten respondents; all answers are 3 but those to waktu, which add up to 35. The first five are L.
WAKTU = "3344343434"
GROUPS = "LLLLLPPPPP"


def rows_of(waktu):
    return [f"3,3,{answer},3,3,3,3,3,3,{group}" for answer, group in zip(waktu, GROUPS, strict=True)]


@pytest.fixture
def publish(project):
    """Write what a build publishes, from answers to waktu and the text of a page."""
    project.add("profil:\n  kelamin: {kolom: Kelamin, nama: Jenis kelamin, kategori: [L, P]}\n")

    def write(name, waktu=WAKTU, page="<p>Loket buka setiap hari.</p>", **manifest):
        project.write_responses(*rows_of(waktu), headings=f"{project.headings},Kelamin")
        folder = project.root / name
        folder.mkdir()
        read_source("loket", "2025-S1", root=project.root).write_files(folder)
        (folder / "laporan-skm.html").write_text(page, encoding="utf-8")
        told = {"masukan": {}, "keluaran": dict.fromkeys(("hasil.json", "laporan-skm.html"), ""), "parameter": {}}
        (folder / "manifest.json").write_text(json.dumps(told | manifest), encoding="utf-8")
        return folder

    return write


def figures(found, part=None):
    return {change.nama: (change.lama, change.baru) for change in found.angka if part in (None, change.bagian)}


def test_equal_folders_give_nothing(publish):
    found = compare_folders(publish("a"), publish("b"))
    assert found.is_same
    assert (found.angka, found.temuan_baru, found.temuan_hilang, found.kalimat, found.masukan) == ((), (), (), {}, ())
    assert summary(found) == ["Kedua versi sama: angka, temuan, kalimat, dan setiap berkas."]


def test_one_answer_changes_what_it_feeds_and_nothing_else(publish):
    # The first L says 4 and no longer 3. Index: 25 x (24 + 35/10) / 9 = 76.39, then 25 x (24 + 36/10) / 9 = 76.67: from C to B.
    # Waktu alone: 25 x 3.5 = 87.5 (B), then 90 (A). L alone: 17/5 = 3.4, index 76.11 (C); then 18/5 = 3.6, index 76.67 (B).
    # With the weight 0.111 the index is 76.31 and 76.59, both C.
    found = compare_folders(publish("a"), publish("b", "4344343434"))
    assert figures(found, "Kategori") == {
        "IKM, mutu": ("C", "B"),
        "IKM, kinerja": ("Kurang baik", "Baik"),
        "Unsur, U3 waktu, mutu": ("B", "A"),
        "IKM menurut bobot, eksak, mutu": ("C", "B"),
        "Kelamin, L, mutu": ("C", "B"),
        "Antarperiode, 2025-S1, mutu": ("C", "B"),
    }
    assert found.angka[0].nama == "IKM, mutu"
    changed = figures(found)
    assert changed["IKM"] == ("76,39", "76,67")
    assert changed["Unsur, U3 waktu, jumlah nilai"] == ("35", "36")
    assert changed["Banyaknya jawaban, U3 waktu"] == ("0; 0; 5; 5", "0; 0; 4; 6")
    assert changed["Kelamin, L, IKM"] == ("76,11", "76,67")
    assert changed["Kelamin, unsur, U3 waktu, L, mutu"] == ("B", "A")
    assert {change.nama: change.selisih for change in found.angka}["IKM"] == "+0,28"  # 25/90
    others = ("U1 ", "U2 ", "U4 ", "U5 ", "U6 ", "U7 ", "U8 ", "U9 ", ", P,", "0.111, mutu", "Responden")
    assert [name for name in changed if "Jarak" not in name and any(other in name for other in others)] == []


def test_change_too_small_to_be_printed_is_found_and_told_apart():
    ni = {"pecahan": "3", "nilai": 3.0, "tercetak": "3,00"}
    (change,) = compare_figures({"ikm": {"ni": ni}}, {"ikm": {"ni": ni | {"pecahan": "3001/1000", "nilai": 3.001}}})
    assert (change.lama, change.baru, change.selisih, change.is_printed) == ("3,00", "3,00", "+<0,01", False)


def test_row_is_the_same_row_wherever_it_stands():
    rows = [{"kelompok": "A", "n": 3}, {"kelompok": "B", "n": 4}]
    found = compare_figures(
        {"profile": {"usia": rows}}, {"profile": {"usia": [{"kelompok": "C", "n": 1}, *rows[::-1]]}}
    )
    assert [(change.nama, change.lama, change.baru) for change in found] == [("Responden, usia, C", "-", "ada")]


def test_group_that_is_hidden_now_is_told_first():
    shown = {"kelompok": "A", "n": 6, "mutu": "B", "disembunyikan": False}
    hidden = {"kelompok": "A", "n": 4, "mutu": None, "disembunyikan": True}
    found = compare_figures({"groups": {"usia": {"groups": [shown]}}}, {"groups": {"usia": {"groups": [hidden]}}})
    assert [(change.nama, change.lama, change.baru) for change in found] == [
        ("Usia, A, mutu", "B", "-"),
        ("Usia, A, disembunyikan", "tidak", "ya"),
        ("Usia, A, n", "6", "4"),
    ]


def test_findings_that_came_and_went_are_told(publish):
    # Then nobody gave the same answer to everything, and now ten do.
    found = compare_folders(publish("a", "4444444444"), publish("b", "3333333333"))
    assert any("10 baris memberi jawaban yang sama" in line for line in found.temuan_baru)
    back = compare_folders(found.baru.folder, found.lama.folder)
    assert (back.temuan_hilang, back.temuan_baru) == (found.temuan_baru, found.temuan_hilang)


def test_finding_whose_number_changed_is_one_finding(publish):
    # Ten, then five respondents gave 3 to everything.
    found = compare_folders(publish("a", "3333333333"), publish("b"))
    (changed,) = [
        finding for finding in found.temuan_berubah if any("memberi jawaban" in words for _, words in finding.pieces)
    ]
    assert [piece for piece in changed.pieces if piece[0] != "sama"][:2] == [("lama", "10"), ("baru", "5")]
    assert not any("memberi jawaban yang sama" in line for line in (*found.temuan_baru, *found.temuan_hilang))
    assert "1 temuan hanya berubah angkanya" in summary(found)[1]


FINDING = {"jenis": "kosong", "berkas": "a.csv", "pesan": "2 jawaban kosong.", "n": 2, "baris": []}


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ({"n": 2}, {"n": 3}, "a.csv: 2 jawaban kosong. [banyaknya: -2- +3+ ]"),
        ({"pesan": "2 jawaban kosong."}, {"pesan": "3 jawaban kosong.", "n": 3}, "a.csv: -2- +3+ jawaban kosong."),
        (
            {"ikm_tanpa": "79.78"},
            {"ikm_tanpa": "79.71"},
            "a.csv: 2 jawaban kosong. [IKM tanpa baris itu: -79,78- +79,71+ ]",
        ),
        (
            {"ikm_tanpa": "79.78"},
            {"ikm_tanpa": "79.781"},
            "a.csv: 2 jawaban kosong. [IKM tanpa baris itu: 79,78 (+<0,01)]",
        ),
        ({}, {"ikm_tanpa": "79.71"}, "a.csv: 2 jawaban kosong. [IKM tanpa baris itu: --- +79,71+ ]"),
        (
            {"ikm_tanpa": "79.78"},
            {"n": 3, "ikm_tanpa": "79.71"},
            "a.csv: 2 jawaban kosong. [IKM tanpa baris itu: -79,78- +79,71+ ; banyaknya: -2- +3+ ]",
        ),
        ({"pesan": "Kosong 2", "n": 2}, {"pesan": "Kosong 3", "n": 4}, "a.csv: Kosong -2- +3+ [banyaknya: -2- +4+ ]"),
    ],
)
def test_finding_with_another_figure_is_told_with_both(old, new, told):
    findings = [
        FINDING | change | {"ikm_tanpa": number(Fraction(change["ikm_tanpa"])) if "ikm_tanpa" in change else None}
        for change in (old, new)
    ]
    found = compare_findings(findings[:1], findings[1:])
    marks = {"lama": "-{}-", "baru": "+{}+"}
    assert [" ".join(marks.get(kind, "{}").format(words) for kind, words in one.pieces) for one in found.berubah] == [
        told
    ]
    assert (found.baru, found.hilang) == ((), ())
    assert compare_findings(findings, findings) == ChangedFindings((), (), ())


def test_findings_of_another_kind_or_file_are_not_the_same_finding():
    for change in ({"jenis": "lain"}, {"berkas": "b.csv"}):
        found = compare_findings([FINDING], [FINDING | change])
        assert (len(found.baru), len(found.hilang), found.berubah) == (1, 1, ())


def test_forged_figure_of_a_finding_is_told_everywhere(publish):
    old, new = publish("a", "3333333333"), publish("b", "3333333333")
    hasil = json.loads((new / "hasil.json").read_text(encoding="utf-8"))
    hasil["findings"][0]["n"] += 7
    (new / "hasil.json").write_text(json.dumps(hasil), encoding="utf-8")
    found = compare_folders(old, new)
    assert (found.is_same, len(found.temuan_berubah), found.angka) == (False, 1, ())
    assert "1 temuan hanya berubah angkanya" in summary(found)[1]
    assert "[banyaknya: <del>" in comparison_html(found)


def test_figure_that_other_parts_repeat_is_told_once(publish):
    found = compare_folders(publish("a"), publish("b", "4344343434"))
    repeats = {change.nama: change.mengulang for change in found.angka if change.mengulang}
    assert repeats == {
        "IKM menurut bobot, eksak, IKM": "IKM",
        "Antarperiode, 2025-S1, IKM": "IKM",
        "Antarperiode, 2025-S1, NI": "IKM, NI",
        "Antarperiode, unsur, U3 waktu, NRR": "Unsur, U3 waktu, NRR",
        "Prioritas, U3 waktu, NRR": "Unsur, U3 waktu, NRR",
        "Jarak ke mutu berikutnya, IKM": "IKM",
        "Jarak ke mutu berikutnya, unsur, U3 waktu, NRR": "Unsur, U3 waktu, NRR",
    }


def test_equal_changes_of_two_unsur_are_two_changes():
    rows = [[{"unsur": unsur, "nrr": number(nrr)} for unsur in ("waktu", "biaya")] for nrr in (3, 4)]
    labels = {"label_unsur": {"waktu": "U3", "biaya": "U4"}}
    found = compare_figures(*({"unsur": told} | labels for told in rows))
    assert [(change.nama, change.mengulang) for change in found] == [
        ("Unsur, U3 waktu, NRR", ""),
        ("Unsur, U4 biaya, NRR", ""),
    ]


def test_performance_of_an_unsur_is_no_category():
    rows = [[{"unsur": "waktu", "kinerja": number(nrr), "kuadran": "pertahankan"}] for nrr in (3, 4)]
    (change,) = compare_figures(*({"importance": {"unsur": told}, "label_unsur": {"waktu": "U3"}} for told in rows))
    assert (change.nama, change.bagian) == ("Kepentingan, unsur, U3 waktu, kinerja", "Lainnya")


def test_words_of_the_analyst_are_shown_word_by_word(publish):
    pages = ("<h2>Metode</h2><p>Survei diisi di loket.</p>", "<h2>Metode</h2><p>Survei diisi di rumah.</p>")
    found = compare_folders(*(publish(name, page=page) for name, page in zip("ab", pages, strict=True)))
    assert not found.angka
    (sentence,) = found.kalimat["laporan-skm.html"].sentences
    assert sentence.pieces == (("sama", "Survei diisi di"), ("lama", "loket."), ("baru", "rumah."))


def test_sentences_that_follow_from_figures_are_only_counted():
    old = "<p>IKM 88,38 termasuk mutu A (sangat baik).</p><p>Sama.</p>"
    found = compare_text(old, "<p>IKM 88,30 termasuk mutu B (baik).</p><p>Sama.</p><p>Tambahan.</p>")
    assert (found.following, [sentence.pieces for sentence in found.sentences]) == (1, [(("baru", "Tambahan."),)])


def test_tables_and_charts_are_no_sentences():
    page = "<figure class='tabel'><table><tr><td><p>{}</p></td></tr></table></figure>"
    assert compare_text(page.format("satu kata"), page.format("lain kata")) == compare_text("", "")


def test_inputs_that_differ_are_named_for_one_report(publish):
    old = publish("a", masukan={"data/x.csv": "1", "data/y.csv": "1"}, pustaka="1", versi={"scipy": "1.16"})
    new = publish("b", masukan={"data/x.csv": "2", "data/z.csv": "1"}, pustaka="2", versi={"scipy": "1.17"})
    assert list(map(str, compare_folders(old, new).masukan)) == [
        *("data/x.csv: berubah", "data/y.csv: hilang", "data/z.csv: baru", "skmlib: berubah"),
        "scipy: versi 1.16 menjadi 1.17",
    ]


def test_parameters_that_differ_are_named(publish):
    old, new = (publish(name, parameter={"jumlah_prioritas": n}) for name, n in (("a", 3), ("b", 2)))
    (change,) = compare_folders(old, new).parameter
    assert (change.nama, change.lama, change.baru) == ("Jumlah prioritas", "3", "2")


def test_bytes_alone_that_differ_are_told(publish):
    old, new = publish("a"), publish("b")
    (new / "laporan-skm.html").write_text("<p>Loket buka  setiap hari.</p>", encoding="utf-8")
    found = compare_folders(old, new)
    assert not found.is_same
    assert summary(found) == ["Angka, temuan, dan kalimat sama; yang berbeda hanya berkasnya."]
    assert list(map(str, found.berkas)) == ["laporan-skm.html: berubah"]


@pytest.mark.parametrize(
    "text", ["<script>alert(1)</script>", "<img src=x onerror=alert(1)>", "{{ 7 * 7 }}", "\x1b[31m"]
)
def test_nothing_from_outside_becomes_markup(publish, text):
    escaped = text.replace("<", "&lt;").replace(">", "&gt;")
    old, new = publish("a"), publish("b", page=f"<p>Loket buka {escaped} setiap hari.</p>")
    for folder, told in ((old, "lama"), (new, text)):
        hasil = json.loads((folder / "hasil.json").read_text(encoding="utf-8"))
        hasil["findings"] = [{"berkas": told, "pesan": told, "jenis": "x"}]
        hasil |= {"nama": told, "unsur": [{"unsur": told, "catatan": told}]}
        (folder / "hasil.json").write_text(json.dumps(hasil), encoding="utf-8")
    page = comparison_html(compare_folders(old, new))
    assert text not in page or not {"<", "\x1b"}.intersection(text)
    assert "49" not in page.partition("<body>")[2]
    assert "script-src" not in page
    assert "default-src 'none'" in page


@pytest.mark.parametrize(
    ("spoil", "words"),
    [
        (shutil.rmtree, "folder tidak ada"),
        (lambda folder: (folder / "hasil.json").unlink(), r"hasil\.json: (?s:.*)tidak ada atau tidak terbaca"),
        (
            lambda folder: (folder / "manifest.json").write_text("{"),
            r"manifest\.json: (?s:.*)tidak ada atau tidak terbaca",
        ),
        (lambda folder: (folder / "hasil.json").write_text('{"unit": 3}'), "tidak memuat unit, periode, dan nama"),
        (lambda folder: (folder / "hasil.json").write_text("[]"), r"hasil\.json: (?s:.*)tidak ada atau tidak terbaca"),
    ],
)
def test_what_is_no_published_folder_is_told(publish, spoil, words):
    old, new = publish("a"), publish("b")
    spoil(new)
    with pytest.raises(DataError, match=words):
        compare_folders(old, new)


@pytest.mark.parametrize(
    "change",
    [
        {"findings": 3},
        {"findings": [{}]},
        {"ikm": {"ikm": {"pecahan": "x", "nilai": 1, "tercetak": "1"}}},
    ],
)
def test_content_that_no_build_writes_is_told(publish, change):
    old, new = publish("a"), publish("b")
    hasil = json.loads((new / "hasil.json").read_text(encoding="utf-8")) | change
    (new / "hasil.json").write_text(json.dumps(hasil), encoding="utf-8")
    with pytest.raises(DataError, match="tidak ditulis program ini"):
        compare_folders(old, new)


def test_other_kinds_of_report_are_not_compared(publish):
    old, new = publish("a"), publish("b")
    hasil = json.loads((new / "hasil.json").read_text(encoding="utf-8")) | {"jenis": "rekap"}
    (new / "hasil.json").write_text(json.dumps(hasil), encoding="utf-8")
    with pytest.raises(DataError, match="berisi laporan rekap"):
        compare_folders(old, new)


def number(value):
    return {"pecahan": str(value), "nilai": float(value), "tercetak": wording.number(value)}


LEAVES = st.booleans() | st.integers(-999, 999) | st.sampled_from("ABCD") | st.fractions(-99, 99).map(number)
GROUP = operator.itemgetter("kelompok")
RESULTS = st.dictionaries(
    st.sampled_from(("ikm", "unsur", "groups", "trend", "extra")),
    st.recursive(
        LEAVES,
        lambda inner: (
            st.lists(LEAVES, max_size=3) | st.dictionaries(st.sampled_from(("n", "mutu", "ikm")), inner, max_size=3)
        ),
        max_leaves=12,
    )
    | st.lists(
        st.fixed_dictionaries({"kelompok": st.sampled_from("PQRS"), "ikm": LEAVES}),
        unique_by=lambda row: row["kelompok"],
    ),
)


@given(RESULTS)
def test_same_results_have_no_change(results):
    assert compare_figures(results, json.loads(json.dumps(results))) == ()


@given(RESULTS, RESULTS)
def test_the_other_way_round_is_the_mirror_image(old, new):
    there, back = compare_figures(old, new), compare_figures(new, old)
    assert {(change.path, change.lama, change.baru) for change in there} == {
        (change.path, change.baru, change.lama) for change in back
    }
    assert bool(there) == (old != new)


@given(st.fractions(-99, 99), st.fractions(-99, 99))
def test_size_is_new_less_old(old, new):
    changes = compare_figures({"ikm": {"ikm": number(old)}}, {"ikm": {"ikm": number(new)}})
    for change in changes:
        size = new - old
        expected = wording.change(size) if abs(size) >= Fraction(1, 200) else ("+" if size > 0 else "−") + "<0,01"
        assert change.selisih == expected
    assert bool(changes) == (old != new)
