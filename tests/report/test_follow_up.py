"""The plan and what was done of the previous one."""

import pytest

from skmlib.report.follow_up import plan_table, realised_table, realised_text

FILE = "data/2025-S1/loket/tindak_lanjut.csv"
COLUMNS = "periode,nomor,unsur,program,triwulan,penanggung_jawab,status,tanggal,uraian,kendala,direncanakan"
ANSWERS = "4,4,4,4,4,4,4,4,3"


@pytest.fixture
def planned(project):
    """A project with these actions."""

    def write(*rows: str, credit: str = "0"):
        project.add(f"periode_sebelumnya: 2024-S2\ntindak_lanjut: {{kredit_sebagian: '{credit}'}}\n")
        project.write_responses(ANSWERS)
        project.write(FILE, "\n".join([COLUMNS, *rows]) + "\n")
        return project

    return write


def test_kasn_plan_has_the_published_unsur_quarters_and_owners(kasn, reference, tables):
    [table] = tables(plan_table(kasn))
    assert [column.heading for column in table.columns][3:5] == ["TW III 2024", "TW IV 2024"]
    published = reference["follow_up_plan"]
    assert [(row[1], row[5]) for row in table.rows] == [(", ".join(plan["unsur"]), plan["owner"]) for plan in published]
    assert {row[3:5] for row in table.rows} == {("✓", "✓")}
    assert {row[6] for row in table.rows} == {"Pendek"}  # from 8 May 2024 to the end of 2024
    assert "pendek kurang dari 12 bulan, menengah 12 sampai 24 bulan" in table.notes[0]


def test_kasn_follow_up_of_2023_is_70_per_cent_with_half_credit(kasn, words):
    told = words(realised_text(kasn))
    # (3 done + half of 1) / 5 = 70 %; 3 / 5 = 60 %; 3.5 / 6 with the one nobody reported = 58.3 %
    assert told.splitlines() == [
        (
            "Rencana memuat 7 kegiatan, termasuk 1 subkegiatan. Dari 5 kegiatan yang dilaporkan, 3 sudah dilaksanakan, "
            "1 sebagian dilaksanakan, dan 1 belum dilaksanakan. Tindak lanjut terlaksana 70%."
        ),
        (
            "Catatan: Dihitung (sudah + 0,5 × sebagian) / kegiatan yang dilaporkan; subkegiatan tidak dihitung tersendiri. "
            "Bila hanya yang selesai dihitung: 60%. 1 kegiatan direncanakan tetapi tidak dilaporkan; bila dihitung sebagai "
            "belum dilaksanakan: 58,3%."
        ),
    ]


def test_kasn_realisation_has_the_published_status_and_obstacle(kasn, reference, tables):
    [table] = tables(realised_table(kasn))
    shown = {row[0]: (row[3], row[5]) for row in table.rows}
    for action in reference["follow_up_of_2023"]["actions"]:
        status, described = shown[str(action["action"])]
        assert status.lower() == action["status"]
        assert f"Kendala: {action.get('obstacle', '')}" in described or "obstacle" not in action
    assert shown["6"] == ("Tidak dilaporkan", "-")


def test_report_without_plan_says_so_once_a_section(sekadau, words, tables):
    assert words(plan_table(sekadau)) == "Rencana tindak lanjut untuk periode ini belum dicantumkan."
    assert words(realised_text(sekadau)) == "Tidak ada rencana tindak lanjut periode sebelumnya yang dicantumkan."
    assert (words(realised_table(sekadau)), tables(realised_table(sekadau))) == ("", [])


def test_sub_action_needs_neither_unsur_nor_quarter_nor_owner(planned, summarise, tables):
    project = planned("2025-S1,1,sarana;waktu,Cat ulang,2025-TW3,Umum,,,,,", "2025-S1,1.1,,Beli cat,,,,,,,")
    [table] = tables(plan_table(summarise(project)))
    assert table.rows == (
        ("1", "U9, U3", "Cat ulang", "✓", "Umum", "Pendek"),
        ("1.1", "-", "Beli cat", "", "-", "-"),
    )


@pytest.mark.parametrize(
    ("quarter", "word"),
    [
        ("2026-TW2", "Pendek"),  # 15 July 2025 to 30 June 2026: under 12 months
        ("2026-TW3", "Menengah"),  # to 30 September 2026: 14
        ("2027-TW2", "Menengah"),  # to 30 June 2027: under 24
        ("2027-TW3", "Panjang"),  # to 30 September 2027: 26
    ],
)
def test_horizon_is_said_in_a_word(planned, summarise, tables, quarter, word):
    project = planned(f"2025-S1,1,sarana,Cat ulang,{quarter},Umum,,,,,")
    assert tables(plan_table(summarise(project)))[0].rows[0][-1] == word


def test_previous_plan_that_nobody_reported_has_no_percentage(planned, summarise, words, tables):
    project = planned("2024-S2,1,sarana,Cat ulang,2025-TW1,Umum,,,,,")
    results = summarise(project)
    assert words(realised_text(results)) == (
        "Belum ada kegiatan yang dilaporkan, sehingga persentase pelaksanaan tidak dihitung."
    )
    [table] = tables(realised_table(results))
    assert table.rows == (("1", "U9", "Cat ulang", "Tidak dilaporkan", "-", "-"),)
    assert table.title == "Pelaksanaan tindak lanjut hasil survei Semester II Tahun 2024"


def test_credit_is_printed_as_it_was_given(planned, summarise, words):
    rows = (
        f"2024-S2,{nomor},sarana,Cat,2025-TW1,Umum,{status},,,," for nomor, status in ((1, "sebagian"), (2, "belum"))
    )
    told = words(realised_text(summarise(planned(*rows, credit="0.25"))))
    # 0.25 / 2 = 12.5 %; done only: 0 of 2
    assert "Tindak lanjut terlaksana 12,5%." in told
    assert "(sudah + 0,25 × sebagian)" in told
    assert "Bila hanya yang selesai dihitung: 0%." in told


def test_without_credit_one_percentage_is_enough(planned, summarise, words):
    rows = (
        f"2024-S2,{nomor},sarana,Cat,2025-TW1,Umum,{status},,,," for nomor, status in ((1, "sudah"), (2, "sebagian"))
    )
    told = words(realised_text(summarise(planned(*rows))))
    assert "Tindak lanjut terlaksana 50%." in told
    assert "Bila hanya" not in told


def test_action_nobody_planned_is_counted_and_told(planned, summarise, words, tables):
    project = planned("2024-S2,1,sarana,Cat ulang,2025-TW1,Umum,sudah,2025-03-31,Selesai,Hujan,tidak")
    results = summarise(project)
    assert "1 kegiatan yang dilaporkan tidak ada dalam rencana, tetapi ikut dihitung." in words(realised_text(results))
    assert tables(realised_table(results))[0].rows == (
        ("1", "U9", "Cat ulang\n(tidak ada dalam rencana)", "Sudah", "31 Maret 2025", "Selesai\nKendala: Hujan"),
    )
