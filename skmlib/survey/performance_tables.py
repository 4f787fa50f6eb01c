"""The tables of a performance report: which there are, and which of them a report needs.

Each stands in `data/<periode>/<unit>/` (docs/data_dictionary.md, section 8.2). A table is read when an indicator is computed
from it; budget and staff are read when they are there.
"""

from __future__ import annotations

from decimal import Decimal

from skmlib.parameters.performance import PerformanceParameters
from skmlib.survey.months import MONTH_COLUMN
from skmlib.survey.number_tables import NumberTable, TableSpec, read_number_table

MEDIA_FILE = "sentimen_media.csv"
REQUESTS_FILE = "permohonan_informasi.csv"
COMPLAINTS_FILE = "pengaduan.csv"
INDICES_FILE = "indeks.csv"
BUDGET_FILE = "anggaran.csv"
STAFF_FILE = "pegawai.csv"

SENTIMENT = ("positif", "netral", "negatif")
REQUEST_KINDS = ("berkala", "setiap_saat", "serta_merta", "dikecualikan")
DAYS = "rata_rata_hari"
YES, NO = "ya", "tidak"
SUM, MEAN = "Jumlah", "Rata-rata"
WHOLE = Decimal(100)

NEEDED_BY = {
    "sentimen": MEDIA_FILE,
    "waktu_permohonan": REQUESTS_FILE,
    "pengaduan": COMPLAINTS_FILE,
    "indeks": INDICES_FILE,
}
SPECS = {
    REQUESTS_FILE: TableSpec((MONTH_COLUMN,), (*REQUEST_KINDS, "jumlah"), (DAYS,), total=SUM, boleh_kosong=(DAYS,)),
    COMPLAINTS_FILE: TableSpec(
        ("status",), ("jumlah",), label={"diteruskan": (YES, NO), "ditindaklanjuti": (YES, NO)}, total=SUM
    ),
    INDICES_FILE: TableSpec(("indeks", "bagian", "rincian"), desimal=("nilai",)),
    BUDGET_FILE: TableSpec(
        ("kegiatan",), ("pagu_awal", "pagu_akhir", "realisasi"), total=SUM, boleh_kosong=("realisasi",)
    ),
    STAFF_FILE: TableSpec(("kelompok", "uraian"), ("jumlah",), total=SUM),
}
MEDIA_SPECS = {
    "persen": TableSpec((MONTH_COLUMN,), desimal=SENTIMENT, total=MEAN, tertinggi=WHOLE),
    "jumlah": TableSpec((MONTH_COLUMN,), bulat=SENTIMENT, total=SUM),
}


def needed_tables(parameters: PerformanceParameters) -> tuple[str, ...]:
    """Name the tables that the indicators are computed from.

    Parameters
    ----------
    parameters : PerformanceParameters
        Of the report.

    Returns
    -------
    tuple of str
        File names, each once.
    """
    kinds = [indikator.sumber.jenis for indikator in parameters.kinerja.indikator if indikator.sumber]
    return tuple(dict.fromkeys(NEEDED_BY[kind] for kind in kinds if kind in NEEDED_BY))


def possible_tables(parameters: PerformanceParameters) -> tuple[str, ...]:
    """Name the tables that a report reads when they are there: those it needs, budget and staff.

    Parameters
    ----------
    parameters : PerformanceParameters
        Of the report.

    Returns
    -------
    tuple of str
    """
    return (*needed_tables(parameters), BUDGET_FILE, STAFF_FILE)


def read_table(parameters: PerformanceParameters, name: str) -> NumberTable | None:
    """Read and check one table of a report.

    Parameters
    ----------
    parameters : PerformanceParameters
        Of the report.
    name : str
        Its file name.

    Returns
    -------
    NumberTable or None
        None when it is not there and not needed.

    Raises
    ------
    DataError
        With every problem of the table.
    """
    berkas = f"{parameters.data_folder}/{name}"
    path = parameters.root / berkas
    if name not in needed_tables(parameters) and not path.is_file():
        return None
    spec = MEDIA_SPECS[parameters.kinerja.media.satuan] if name == MEDIA_FILE else SPECS[name]
    return read_number_table(path, spec, berkas=berkas, periode=parameters.periode)
