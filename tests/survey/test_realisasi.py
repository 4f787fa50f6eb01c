"""A plan held against the results: KASN's plan of 2024 with its published scores."""

from fractions import Fraction

import pandas as pd

from skmlib.survey.realisasi import compare_plan, compare_realised
from skmlib.survey.regulation import UNSUR

# Published nine means of KASN 2024, U1 to U9.
KASN_NRR = ["3.53", "3.56", "3.46", "3.61", "3.48", "3.61", "3.60", "3.50", "3.45"]
KASN_PRIORITAS = ("sarana", "waktu", "produk")


def scores(nrr: list[str | None]) -> pd.DataFrame:
    values = [None if value is None else Fraction(value) for value in nrr]
    return pd.DataFrame({"unsur": list(UNSUR)[: len(nrr)], "nrr": pd.Series(values, dtype="object")})


def plan(*unsur: tuple[str, ...]) -> pd.DataFrame:
    return pd.DataFrame({"baris": range(2, 2 + len(unsur)), "unsur": list(unsur)})


def test_kasn_treats_perilaku_while_lower_unsur_have_no_action() -> None:
    # U7 3.60 is treated; U8 3.50, U1 3.53 and U2 3.56 are lower and are not.
    actions = plan(("sarana",), ("waktu",), ("produk",), ("produk",), ("perilaku",), ("perilaku",))
    findings = compare_plan(actions, scores(KASN_NRR), prioritas=KASN_PRIORITAS, berkas="tindak_lanjut.csv")
    assert [(finding.jenis, finding.n, finding.baris) for finding in findings] == [
        ("rencana_melewati_unsur", 3, (6, 7))
    ]
    assert findings[0].pesan == (
        "Rencana menangani Perilaku pelaksana (3,60) (baris 6 dan 7), padahal 3 unsur yang nilainya lebih rendah belum "
        "memiliki rencana: Penanganan pengaduan, saran, dan masukan (3,50), Persyaratan (3,53), "
        "Sistem, mekanisme, dan prosedur (3,56); tambahkan kegiatannya atau jelaskan alasannya."
    )


def test_a_priority_without_action_is_told() -> None:
    findings = compare_plan(plan(("sarana", "waktu")), scores(KASN_NRR), prioritas=KASN_PRIORITAS, berkas="rtl.csv")
    assert [(finding.jenis, finding.n, finding.pesan) for finding in findings] == [
        (
            "prioritas_tanpa_rencana",
            1,
            (
                "1 unsur prioritas belum memiliki rencana tindak lanjut: Produk spesifikasi jenis pelayanan (3,48); "
                "tambahkan kegiatannya."
            ),
        )
    ]


def test_a_plan_for_the_lowest_unsur_has_no_finding() -> None:
    actions = plan(("sarana",), ("waktu",), ("produk",))
    assert compare_plan(actions, scores(KASN_NRR), prioritas=KASN_PRIORITAS, berkas="rtl.csv") == ()


def test_unsur_equal_as_printed_are_no_finding() -> None:
    # 3.454 and 3.446 both print as 3.45.
    assert compare_plan(plan(("persyaratan",)), scores(["3.454", "3.446"]), prioritas=["persyaratan"], berkas="a") == ()


def test_an_unsur_without_answers_is_never_lower() -> None:
    assert compare_plan(plan(("persyaratan",)), scores(["3.5", None]), prioritas=["persyaratan"], berkas="a") == ()


def test_planned_and_reported_actions_are_compared() -> None:
    actions = pd.DataFrame(
        {
            "baris": [2, 3, 4, 5, 6],
            "periode": ["2023", "2023", "2023", "2023", "2024"],
            "nomor": ["1", "2", "2.1", "3", "1"],
            "utama": [True, True, False, True, True],
            "status": ["sudah", None, None, "sudah", None],
            "direncanakan": [True, True, True, False, True],
        }
    )
    findings = compare_realised(actions, "2023", berkas="tindak_lanjut.csv")
    assert [(finding.jenis, finding.n, finding.baris, finding.pesan) for finding in findings] == [
        (
            "rencana_tidak_dilaporkan",
            2,
            (3, 4),
            (
                "2 kegiatan dari rencana periode 2023 tidak dilaporkan pelaksanaannya (nomor 2, 2.1; baris 3 dan 4); "
                "isi kolom status."
            ),
        ),
        (
            "realisasi_di_luar_rencana",
            1,
            (5,),
            "1 kegiatan yang dilaporkan tidak ada dalam rencana periode 2023 (nomor 3; baris 5); pastikan dan jelaskan.",
        ),
    ]


def test_a_realisation_as_planned_has_no_finding() -> None:
    actions = pd.DataFrame(
        {
            "baris": [2],
            "periode": ["2023"],
            "nomor": ["1"],
            "utama": [True],
            "status": ["belum"],
            "direncanakan": [True],
        }
    )
    assert compare_realised(actions, "2023", berkas="tindak_lanjut.csv") == ()
