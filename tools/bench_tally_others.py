"""The work of `skm tally` as other libraries do it: programs for `bench_tally.py`, each run in a fresh interpreter.

`python bench_tally_others.py NAME FILE` prints the sums as JSON: per unsur how many gave which answer, per pair of unsur how
many answered both, the sums and the sums of products, and the same over complete rows. `python bench_tally_others.py
means-NAME FILE` only computes the nine means. Where a library allows two ways, both stand here: the one that first comes to
mind, and the one by patterns, which is faster.
"""

from __future__ import annotations

import json
import sys

UNSUR = [f"U{number}" for number in range(1, 10)]
ANSWERS = (1, 2, 3, 4)
BASE = 5
BATCH = 1 << 17


def sums_of(patterns, times):
    """Sum patterns of answers (0 for a blank), each as often as it occurs, with NumPy."""
    import numpy as np

    answers = np.asfortranarray(patterns, dtype=np.int64)
    given = (answers > 0).astype(np.int64)
    complete = answers * given.all(axis=1, keepdims=True)
    often = np.asarray(times, dtype=np.int64)[:, None]
    return {
        "counts": [[int((often[:, 0] * (column == answer)).sum()) for answer in ANSWERS] for column in answers.T],
        "pair_n": (given.T @ (given * often)).tolist(),
        "pair_sums": (answers.T @ (given * often)).tolist(),
        "pair_products": (answers.T @ (answers * often)).tolist(),
        "complete_products": (complete.T @ (complete * often)).tolist(),
    }


def from_keys(keys, times):
    """Take patterns apart that are packed into one number."""
    import numpy as np

    return sums_of((np.asarray(keys)[:, None] // BASE ** np.arange(len(UNSUR)) % BASE), times)


def duckdb(path):
    """Group by the packed pattern."""
    import duckdb

    key = " + ".join(f"coalesce({unsur}, 0)::INTEGER * {BASE**place}" for place, unsur in enumerate(UNSUR))
    query = f"SELECT {key} AS k, count(*) AS n FROM read_parquet('{path}') GROUP BY k"
    found = duckdb.connect().execute(query).fetchnumpy()
    return from_keys(found["k"], found["n"])


def polars(path):
    """Group by the packed pattern, streaming."""
    import polars as pl

    digits = (pl.col(unsur).fill_null(0).cast(pl.Int32) * BASE**place for place, unsur in enumerate(UNSUR))
    found = pl.scan_parquet(path).select(k=sum(digits)).group_by("k").agg(n=pl.len()).collect(engine="streaming")
    return from_keys(found["k"].to_numpy(), found["n"].to_numpy())


def polars_sums(path):
    """Ask for every sum in one query."""
    import polars as pl

    wanted = {}
    is_complete = pl.all_horizontal(pl.col(unsur).is_not_null() for unsur in UNSUR)
    for one in UNSUR:
        for answer in ANSWERS:
            wanted["counts", one, answer] = (pl.col(one) == answer).sum()
        for two in UNSUR:
            wanted["pair_sums", one, two] = pl.when(pl.col(two).is_not_null()).then(pl.col(one)).cast(pl.Int64).sum()
            if one <= two:
                product = pl.col(one) * pl.col(two)
                wanted["pair_n", one, two] = (pl.col(one).is_not_null() & pl.col(two).is_not_null()).sum()
                wanted["pair_products", one, two] = product.cast(pl.Int64).sum()
                wanted["complete_products", one, two] = pl.when(is_complete).then(product).cast(pl.Int64).sum()
    columns = {"|".join(map(str, key)): expression for key, expression in wanted.items()}
    found = pl.scan_parquet(path).select(**columns).collect(engine="streaming").row(0, named=True)

    def pair(name, one, two):
        return found["|".join([name, *sorted((one, two))])]

    square = ("pair_n", "pair_products", "complete_products")
    return {
        "counts": [[found[f"counts|{one}|{answer}"] for answer in ANSWERS] for one in UNSUR],
        "pair_sums": [[found[f"pair_sums|{one}|{two}"] for two in UNSUR] for one in UNSUR],
        **{name: [[pair(name, one, two) for two in UNSUR] for one in UNSUR] for name in square},
    }


def pyarrow(path):
    """Group by the nine columns."""
    import numpy as np
    import pyarrow.compute as pc
    import pyarrow.parquet as pq

    found = pq.read_table(path, columns=UNSUR).group_by(UNSUR).aggregate([([], "count_all")])
    patterns = np.column_stack([pc.fill_null(found[unsur], 0).to_numpy() for unsur in UNSUR])
    return sums_of(patterns, found["count_all"].to_numpy())


def pyarrow_products(path):
    """Multiply matrices batch by batch; whole numbers below 2^53 are exact in float64, and in float32 within a batch."""
    import numpy as np
    import pyarrow.compute as pc
    import pyarrow.parquet as pq

    size = len(UNSUR)
    sums = {name: np.zeros((size, size)) for name in ("pair_n", "pair_sums", "pair_products", "complete_products")}
    counts = np.zeros((size, len(ANSWERS)), dtype=np.int64)
    for batch in pq.ParquetFile(path).iter_batches(BATCH, columns=UNSUR):
        answers = np.stack([pc.fill_null(column, 0).to_numpy(zero_copy_only=False) for column in batch.columns])
        counts += np.stack([np.bincount(column, minlength=BASE)[1:] for column in answers])
        given = (answers > 0).astype(np.float32)
        answers = answers.astype(np.float32)
        complete = answers[:, given.all(axis=0)]
        sums["pair_n"] += given @ given.T
        sums["pair_sums"] += answers @ given.T
        sums["pair_products"] += answers @ answers.T
        sums["complete_products"] += complete @ complete.T
    return {"counts": counts.tolist(), **{name: total.astype(np.int64).tolist() for name, total in sums.items()}}


def pandas(path):
    """Use groupby over the nine columns."""
    import pandas as pd

    found = pd.read_parquet(path, columns=UNSUR).groupby(UNSUR, dropna=False).size().reset_index(name="n")
    return sums_of(found[UNSUR].fillna(0).to_numpy(), found["n"])


def pandas_sums(path):
    """Use value_counts for each unsur, and products of frames."""
    import pandas as pd

    responses = pd.read_parquet(path, columns=UNSUR)
    counts = [responses[unsur].value_counts().reindex(ANSWERS, fill_value=0).tolist() for unsur in UNSUR]
    answers, given = responses.fillna(0).astype("int64"), responses.notna().astype("int64")
    complete = responses.dropna().astype("int64")
    return {
        "counts": counts,
        "pair_n": given.T.dot(given).to_numpy().tolist(),
        "pair_sums": answers.T.dot(given).to_numpy().tolist(),
        "pair_products": answers.T.dot(answers).to_numpy().tolist(),
        "complete_products": complete.T.dot(complete).to_numpy().tolist(),
    }


def means_duckdb(path):
    """Compute the nine means alone."""
    import duckdb

    asked = ", ".join(f"avg({unsur})" for unsur in UNSUR)
    return list(duckdb.connect().execute(f"SELECT {asked} FROM read_parquet('{path}')").fetchone())


def means_polars(path):
    """Compute the nine means alone."""
    import polars as pl

    return list(pl.scan_parquet(path).select(pl.mean(UNSUR)).collect(engine="streaming").row(0))


def means_pyarrow(path):
    """Compute the nine means alone."""
    import pyarrow.compute as pc
    import pyarrow.parquet as pq

    found = pq.read_table(path, columns=UNSUR)
    return [pc.mean(found[unsur]).as_py() for unsur in UNSUR]


def means_pandas(path):
    """Compute the nine means alone."""
    import pandas as pd

    return pd.read_parquet(path, columns=UNSUR).mean().tolist()


PROGRAMS = {
    "duckdb": duckdb,
    "polars": polars,
    "polars-sums": polars_sums,
    "pyarrow": pyarrow,
    "pyarrow-products": pyarrow_products,
    "pandas": pandas,
    "pandas-sums": pandas_sums,
    "means-duckdb": means_duckdb,
    "means-polars": means_polars,
    "means-pyarrow": means_pyarrow,
    "means-pandas": means_pandas,
}

if __name__ == "__main__":
    json.dump(PROGRAMS[sys.argv[1]](sys.argv[2]), sys.stdout)
