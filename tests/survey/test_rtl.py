"""Follow-up actions: what is refused, and KASN's 70 per cent by hand."""

import datetime
from fractions import Fraction
from pathlib import Path

import pandas as pd
import pytest

from skmlib.problems import DataError
from skmlib.survey.photos import PHOTO_COLUMNS
from skmlib.survey.rtl import horizon, plan_of, read_actions, summarise_realised, validate_actions

UNSUR = ("waktu", "perilaku", "sarana")
COLUMNS = "periode nomor unsur program triwulan penanggung_jawab status tanggal uraian kendala direncanakan".split()


def action(nomor: str, **cells: str) -> dict[str, str]:
    plain = dict.fromkeys(COLUMNS, "")
    new = {"unsur": "waktu", "triwulan": "2024-TW3", "penanggung_jawab": "Bagian Umum"}
    return plain | {"periode": "2024", "nomor": nomor, "program": f"Program {nomor}"} | new | cells


def table(*rows: dict[str, str]) -> pd.DataFrame:
    index = pd.Index(range(2, 2 + len(rows)), name="baris")
    return pd.DataFrame(list(rows), columns=COLUMNS, index=index, dtype="str")


def validate(frame: pd.DataFrame, *, before: str | None = "2023") -> pd.DataFrame:
    return validate_actions(frame, unsur=UNSUR, berkas="tindak_lanjut.csv", periode="2024", periode_sebelumnya=before)


def message_of(frame: pd.DataFrame, *, before: str | None = "2023") -> str:
    with pytest.raises(DataError) as caught:
        validate(frame, before=before)
    return str(caught.value)


def kasn_2023() -> pd.DataFrame:
    """Published: five actions with two sub-actions; 3 sudah, 1 belum, 1 sebagian."""
    status = {"1": "sudah", "2": "sudah", "2.1": "sudah", "2.2": "sudah", "3": "belum", "4": "sudah", "5": "sebagian"}
    return validate(table(*(action(nomor, periode="2023", status=word) for nomor, word in status.items())))


def test_actions_are_typed() -> None:
    rows = table(
        action("1", unsur="sarana; waktu", triwulan="2024-TW4;2024-TW3"),
        action("1", periode="2023", status="sebagian", tanggal="2024-03-31", kendala="anggaran"),
        action(
            "1.1",
            periode="2023",
            unsur="",
            triwulan="",
            penanggung_jawab="",
            tanggal="31/03/2024",
            direncanakan="tidak",
        ),
    )
    actions = validate(rows)
    assert actions.columns.tolist() == ["baris", "periode", "nomor", "utama", *COLUMNS[2:], *PHOTO_COLUMNS]
    assert actions["baris"].tolist() == [2, 3, 4]
    assert actions["utama"].tolist() == [True, True, False]
    assert actions["unsur"].tolist() == [("sarana", "waktu"), ("waktu",), ()]
    assert actions["triwulan"].tolist() == [("2024-TW3", "2024-TW4"), ("2024-TW3",), ()]
    assert actions["status"].isna().tolist() == [True, False, True]
    assert actions["status"].cat.categories.tolist() == ["sudah", "sebagian", "belum"]
    assert actions["tanggal"].dt.date.tolist()[1:] == [datetime.date(2024, 3, 31)] * 2
    assert actions["direncanakan"].tolist() == [True, True, False]


def test_a_table_without_actions_is_valid() -> None:
    assert len(validate(table())) == 0


def test_all_problems_are_raised_at_once() -> None:
    frame = table(
        action("1", periode="2022"),
        action("1a", unsur="wakktu"),
        action("2", unsur=""),
        action("2", program="", triwulan="", penanggung_jawab=""),
        action("3.1", triwulan="TW3"),
        action("4", status="selesai", tanggal="Maret 2024", direncanakan="y"),
    )
    assert message_of(frame) == (
        "tindak_lanjut.csv: 14 masalah.\n"
        "  baris 2, kolom 'periode': tertulis '2022', seharusnya salah satu dari '2024', '2023'. Mungkin maksudnya '2024'?\n"
        "  baris 3, kolom 'nomor': tertulis '1a', seharusnya nomor kegiatan seperti '1', atau subkegiatan seperti '1.1'.\n"
        "  baris 3, kolom 'unsur': tertulis 'wakktu', seharusnya salah satu dari 'waktu', 'perilaku', 'sarana'. "
        "Mungkin maksudnya 'waktu'?\n"
        "  baris 4, kolom 'nomor': '2' tertulis 2 kali pada periode 2024, beri nomor lain.\n"
        "  baris 4, kolom 'unsur': kosong, seharusnya salah satu dari 'waktu', 'perilaku', 'sarana'.\n"
        "  baris 5, kolom 'nomor': '2' tertulis 2 kali pada periode 2024, beri nomor lain.\n"
        "  baris 5, kolom 'program': kosong, isi nama program atau kegiatan.\n"
        "  baris 5, kolom 'triwulan': kosong, isi triwulan rencana seperti '2024-TW3'.\n"
        "  baris 5, kolom 'penanggung_jawab': kosong, isi penanggung jawabnya.\n"
        "  baris 6, kolom 'nomor': '3.1' tanpa kegiatan '3' pada periode 2024, tambahkan baris kegiatannya.\n"
        "  baris 6, kolom 'triwulan': tertulis 'TW3', seharusnya triwulan seperti '2024-TW3'.\n"
        "  baris 7, kolom 'status': tertulis 'selesai', seharusnya salah satu dari 'sudah', 'sebagian', 'belum', "
        "atau kosong.\n"
        "  baris 7, kolom 'tanggal': tertulis 'Maret 2024', seharusnya tanggal pada kalender seperti 2024-05-08 "
        "atau 08/05/2024.\n"
        "  baris 7, kolom 'direncanakan': tertulis 'y', seharusnya salah satu dari 'ya', 'tidak', atau kosong. "
        "Mungkin maksudnya 'ya'?"
    )


def test_without_a_previous_period_only_the_own_one_is_known() -> None:
    assert message_of(table(action("1", periode="2023")), before=None) == (
        "tindak_lanjut.csv: 1 masalah.\n"
        "  baris 2, kolom 'periode': tertulis '2023', seharusnya salah satu dari '2024'. Mungkin maksudnya '2024'?"
    )


def test_missing_columns_are_refused() -> None:
    assert message_of(table(action("1")).drop(columns="status")) == (
        "tindak_lanjut.csv: 1 masalah.\n  baris 1, kolom 'status': tidak ada, tambahkan kolom itu pada judul."
    )


def test_actions_are_read_as_text(tmp_path: Path) -> None:
    path = tmp_path / "tindak_lanjut.csv"
    path.write_text(f"{','.join(COLUMNS)}\n2024,1.1,waktu\n", encoding="utf-8-sig")
    assert read_actions(path).loc[2].tolist() == ["2024", "1.1", "waktu", *[""] * 8]


def test_plan_is_told_apart_by_period() -> None:
    actions = validate(table(action("1", periode="2023", status="sudah"), action("1"), action("2")))
    assert plan_of(actions, "2024")["baris"].tolist() == [3, 4]


def test_kasn_realised_70_per_cent_with_half_credit() -> None:
    summary = summarise_realised(kasn_2023(), "2023", kredit_sebagian=Fraction(1, 2))
    # (3 sudah + 1/2 x 1 sebagian) / 5 actions = 3.5 / 5 = 70 %; done only 3 / 5 = 60 %. Sub-actions do not count.
    assert (summary.n_actions, summary.sudah, summary.sebagian, summary.belum) == (5, 3, 1, 1)
    assert (summary.persen, summary.persen_done_only) == (Fraction(70), Fraction(60))


def test_without_credit_a_partly_done_action_counts_nothing() -> None:
    assert summarise_realised(kasn_2023(), "2023", kredit_sebagian=Fraction(0)).persen == 60


def test_unreported_and_unplanned_actions_are_counted_apart() -> None:
    rows = table(
        action("1", periode="2023", status="sudah"),
        action("2", periode="2023"),
        action("3", periode="2023", status="sudah", direncanakan="tidak"),
        action("4", periode="2023", direncanakan="tidak"),
    )
    summary = summarise_realised(validate(rows), "2023", kredit_sebagian=Fraction(1, 2))
    # Reported: 1 and 3, both done = 100 %; with action 2 as not done, 2 of 3.
    assert (summary.n_actions, summary.belum_dilaporkan, summary.tidak_direncanakan) == (2, 1, 1)
    assert (summary.persen, summary.persen_unreported_as_belum) == (Fraction(100), Fraction(200, 3))


def test_without_reported_actions_there_is_no_per_cent() -> None:
    summary = summarise_realised(validate(table(action("1", periode="2023"))), "2023", kredit_sebagian=Fraction(0))
    assert (summary.persen, summary.persen_done_only, summary.persen_unreported_as_belum) == (None, None, Fraction(0))


def test_a_credit_beyond_one_is_refused() -> None:
    message = "^summarise_realised: found credit 2, allowed is 0 to 1; give a Fraction in it.$"
    with pytest.raises(ValueError, match=message):
        summarise_realised(kasn_2023(), "2023", kredit_sebagian=Fraction(2))


@pytest.mark.parametrize(
    ("reported", "triwulan", "expected"),
    [
        ((2024, 5, 8), ["2024-TW3", "2024-TW4"], "pendek"),  # to 31 December 2024: under 8 months
        ((2024, 5, 8), ["2025-TW1"], "pendek"),  # to 31 March 2025: under 11 months
        ((2024, 5, 8), ["2025-TW2"], "menengah"),  # to 30 June 2025: over 13 months
        ((2024, 6, 30), ["2025-TW2"], "menengah"),  # exactly 12 months
        ((2024, 6, 30), ["2026-TW2"], "menengah"),  # exactly 24 months
        ((2024, 6, 29), ["2026-TW2"], "panjang"),  # 24 months and a day
        ((2024, 5, 8), ["2026-TW2"], "panjang"),  # over 25 months
        ((2024, 5, 8), ["2024-TW1"], "pendek"),  # already over
        ((2024, 5, 8), [], None),
    ],
)
def test_horizon(reported: tuple[int, int, int], triwulan: list[str], expected: str | None) -> None:
    assert horizon(triwulan, reported=datetime.date(*reported)) == expected
