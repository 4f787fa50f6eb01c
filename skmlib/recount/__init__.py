"""A second count: every number of a survey's `hasil.json` once more, from its raw file and parameters.

Nothing of the rest of the library is imported here, and no pandas, NumPy or SciPy, nor a library that reads workbooks: plain
Python, written from `docs/method.md` and `docs/data_dictionary.md`. What the first count gets wrong this one therefore does
not repeat. `skm verify` compares the two.
"""
