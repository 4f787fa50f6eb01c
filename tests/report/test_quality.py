"""The annexes on the quality of the data."""

import ast

from skmlib.report.quality import FINDING_WORDS, findings_table, reliability_table, rows_table

FOURS = "4,4,4,4,4,4,4,4,4"


def test_sekadau_is_reliable_and_its_first_unsur_is_not_valid(sekadau, tables, words):
    # other programs: alpha 0.740259; item-total 0.0843 0.4258 0.8330 ...; item-rest -0.0720 0.2311; r table 0.2816
    [table] = tables(reliability_table(sekadau))
    assert table.rows[0] == ("U1", "Persyaratan", "0,084", "−0,072", "Tidak valid")
    assert [row[2] for row in table.rows] == [
        "0,084", "0,426", "0,833", "0,629", "0,524", "0,633", "0,631", "0,752", "0,534",
    ]  # fmt: skip
    assert [row[4] for row in table.rows[1:]] == ["Valid"] * 8
    assert "atas 49 responden" in table.notes[0]
    assert "r tabel (dua sisi 5%): 0,2816." in table.notes[0]
    assert words(reliability_table(sekadau)) == (
        "Terpenuhi: Cronbach's alpha 0,740, mencapai batas 0,60: kuesioner dinyatakan reliabel."
    )


def test_limit_of_alpha_is_a_parameter(project, summarise, words):
    project.add("ambang_alpha: '0.75'\n")
    # waktu, biaya alike and seven constants: by hand k = 9, variances 2 x s and 0, total 4 s: 9 / 8 x (1 - 2 / 4) = 0.5625
    project.write_responses("4,4,1,1,4,4,4,4,4", "4,4,2,2,4,4,4,4,4", "4,4,3,3,4,4,4,4,4", "4,4,4,4,4,4,4,4,4")
    assert words(reliability_table(summarise(project))) == (
        "Perhatian: Cronbach's alpha 0,563, di bawah batas 0,75: kuesioner belum reliabel."
    )


def test_unsur_that_everybody_answers_alike_cannot_be_computed(project, summarise, tables, words):
    project.write_responses(*[FOURS] * 4)
    block = reliability_table(summarise(project))
    assert {row[2:] for row in tables(block)[0].rows} == {
        ("-", "-", "Tidak dapat dihitung: semua responden memberi jawaban yang sama.")
    }
    assert words(block) == "Cronbach's alpha tidak dapat dihitung: jumlah jawaban semua responden sama."


def test_one_respondent_has_neither_validity_nor_alpha(project, summarise, tables, words):
    project.write_responses(FOURS)
    block = reliability_table(summarise(project))
    assert words(block) == "Cronbach's alpha tidak dapat dihitung: hanya 1 responden menjawab semua unsur."
    assert "r tabel (dua sisi 5%): -." in tables(block)[0].notes[0]


def test_rows_read_are_rows_scored_and_excluded(project, summarise):
    project.add("data: {uji_coba: [{kolom: Catatan, nilai: tes}]}\n")
    project.write_responses(f"{FOURS},", f"{FOURS},tes", ",,,,,,,,,x", headings=f"{project.headings},Catatan")
    assert rows_table(summarise(project)).rows == (
        ("Baris dibaca", "3"),
        ("Dikeluarkan: entri uji coba", "1"),
        ("Dikeluarkan: tidak ada unsur yang dijawab", "1"),
        ("Baris dinilai", "1"),
    )


def test_nothing_excluded_is_said_with_a_zero(sekadau):
    assert rows_table(sekadau).rows == (("Baris dibaca", "49"), ("Dikeluarkan", "0"), ("Baris dinilai", "49"))


def test_findings_have_their_kind_in_words_and_the_index_without_them(project, summarise):
    # ten rows, five of them blank in biaya; without those five everybody answers 4: 100.00
    project.write_responses(*[FOURS] * 5, *["3,3,3,,3,3,3,3,3"] * 5)
    row = next(row for row in findings_table(summarise(project)).rows if row.jenis == "Jawaban kosong")
    assert (row.n, row.ikm_tanpa) == ("5", "100,00")


def test_survey_without_findings_says_so(project, summarise):
    project.write_responses("4,3,4,4,4,4,4,4,4", "3,4,3,3,3,3,3,3,2")
    assert findings_table(summarise(project)).brief() == (
        "Terpenuhi: Pemeriksaan data tidak menemukan hal yang perlu dilaporkan."
    )


def test_every_kind_of_finding_has_its_words(root):
    kinds = set()
    for path in (root / "skmlib/survey").glob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and str(getattr(node.func, "id", "")).lower().endswith("finding"):
                kinds |= {first.value for first in node.args[:1] if isinstance(first, ast.Constant)}
    assert len(kinds) > 20
    assert kinds <= set(FINDING_WORDS)
