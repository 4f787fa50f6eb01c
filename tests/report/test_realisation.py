"""The follow-up report's own pages."""

from skmlib.report.blocks import KeyFigures
from skmlib.report.follow_up import previous_plan_table
from skmlib.report.opening import follow_up_cover
from skmlib.report.realisation import (
    follow_up_background_text,
    followed_results_text,
    obstacles_text,
    realised_panel,
    unmatched_actions_table,
)
from skmlib.report.trend import change_sentence, trend_text

COLUMNS = "periode,nomor,unsur,program,triwulan,penanggung_jawab,status,tanggal,uraian,kendala,direncanakan"


def reported(project, *rows: str):
    project.add("periode_sebelumnya: 2024-S2\n")
    project.write_responses("4,4,4,4,4,4,4,4,3")
    project.write("data/2025-S1/loket/tindak_lanjut.csv", "\n".join([COLUMNS, *rows]) + "\n")


def test_panel_of_kasn_shows_70_per_cent_and_what_is_left(kasn, words):
    panel = realised_panel(kasn)
    [figures] = [block for block in panel.items if isinstance(block, KeyFigures)]
    # (3 + 0.5) / 5 = 70 %
    assert (figures.headline.value, figures.headline.detail) == ("70%", "dari 5 kegiatan yang dilaporkan")
    assert [(item.label, item.value) for item in figures.items] == [
        ("Sudah dilaksanakan", "3"),
        ("Sebagian dilaksanakan", "1"),
        ("Belum dilaksanakan", "1"),
        ("Tidak dilaporkan", "1"),
    ]
    told = words(panel)
    assert "Belum selesai atau belum dilaporkan: kegiatan 3 (menyatukan" in told
    assert "Kendala dicantumkan pada 2 kegiatan." in told


def test_panel_when_all_is_done(project, summarise, words):
    reported(project, "2024-S2,1,sarana,Cat ulang,2025-TW1,Umum,sudah,2025-03-31,Selesai,,")
    results = summarise(project)
    told = words(realised_panel(results))
    assert told == "Semua kegiatan yang direncanakan sudah dilaksanakan.Tidak ada kendala yang dicantumkan."
    assert words(unmatched_actions_table(results)) == (
        "Terpenuhi: Semua kegiatan yang direncanakan telah dilaporkan, dan semua kegiatan yang dilaporkan ada dalam rencana."
    )
    assert words(followed_results_text(results)) == (
        "Hasil survei Semester II Tahun 2024 tidak dicantumkan pada parameter laporan ini."
    )


def test_plan_that_lost_actions_is_not_called_done(project, summarise, words):
    # Three were planned, one is listed: two are missing
    rows = [
        f"2024-S2,{n},waktu,{program},2025-TW1,Umum,,,,,ya" for n, program in enumerate(("Rapat", "Kopi", "Teh"), 1)
    ]
    project.write("data/2024-S2/loket/tindak_lanjut.csv", "\n".join([COLUMNS, *rows]) + "\n")
    reported(project, rows[0].replace("Umum,,", "Umum,sudah,"))
    results = summarise(project)
    told = words(realised_panel(results))
    assert "Semua kegiatan yang direncanakan sudah dilaksanakan." not in told
    assert "2 kegiatan pada rencana itu tidak dicantumkan lagi atau ditulis lain." in told
    shown = words(unmatched_actions_table(results))
    assert shown.startswith("Perhatian: 2 kegiatan pada rencana periode sebelumnya tidak dicantumkan lagi")


def test_previous_period_with_answers_and_no_index_has_no_change(project, summarise, words):
    project.write("params/2024-S2/loket.yml", (project.root / "params/2025-S1/loket.yml").read_text(encoding="utf-8"))
    project.write("data/2024-S2/loket/responden.csv", f"{project.headings}\n4,4,4,,4,4,4,4,3\n3,3,3,,4,4,4,4,3\n")
    reported(project, "2024-S2,1,sarana,Cat ulang,2025-TW1,Umum,sudah,2025-03-31,Selesai,,")
    results = summarise(project)
    assert change_sentence(results) == ""
    assert words(trend_text(results)).startswith("Perubahan terhadap periode sebelumnya tidak dapat dihitung")
    assert words(followed_results_text(results)) == "Hasil survei Semester II Tahun 2024 tidak memiliki nilai indeks."


def test_nothing_is_said_of_all_that_was_planned_where_nothing_was(project, summarise, words):
    reported(project, "2024-S2,1,sarana,Cat ulang,2025-TW1,Umum,sudah,2025-03-31,Selesai,,tidak")
    told = words(realised_panel(summarise(project)))
    assert told.startswith("Tidak ada kegiatan yang direncanakan; yang dilaporkan semuanya di luar rencana.")


def test_cover_and_background_name_the_period_of_the_plan(kasn, words):
    cover = follow_up_cover(kasn)
    assert cover.judul == "Laporan Hasil Tindak Lanjut Survei Kepuasan Masyarakat"
    assert cover.subjudul == "Pelaksanaan rencana atas hasil survei Tahun 2023"
    assert "atas hasil Survei Kepuasan Masyarakat Tahun 2023" in words(follow_up_background_text(kasn))


def test_followed_result_is_the_published_one(kasn, words):
    assert words(followed_results_text(kasn)) == (
        "Rencana yang dilaporkan disusun dari hasil survei Tahun 2023: IKM 90,62 dengan mutu A."
    )


def test_previous_plan_has_quarters_and_owners_and_leaves_out_what_nobody_planned(kasn, tables):
    [table] = tables(previous_plan_table(kasn))
    assert [row[0] for row in table.rows] == ["1", "2", "2.1", "3", "4", "5", "6"]
    assert [column.heading for column in table.columns][3:] == ["TW III 2023", "TW IV 2023", "Penanggung jawab"]


def test_actions_off_the_plan_are_named_with_their_kind(kasn, tables):
    [table] = tables(unmatched_actions_table(kasn))
    assert [(row[0], row[3]) for row in table.rows] == [
        ("6", "Direncanakan, tidak dilaporkan"),
        ("2.2", "Dilaporkan, tidak direncanakan"),
    ]


def test_obstacles_are_listed_by_action(kasn, words):
    told = words(obstacles_text(kasn))
    assert "Kegiatan 3 (Menyatukan seluruh pengajuan layanan dalam satu aplikasi): fokus penyelesaian P3D KASN." in told
    assert told.count("Kegiatan ") == 2


def test_survey_without_a_previous_plan_says_so_once_a_section(sekadau, words, tables):
    none = "Tidak ada rencana tindak lanjut periode sebelumnya yang dicantumkan."
    assert words(realised_panel(sekadau)) == none
    assert words(followed_results_text(sekadau)) == none
    assert words(previous_plan_table(sekadau)) == none
    assert (words(obstacles_text(sekadau)), tables(unmatched_actions_table(sekadau))) == ("", [])
