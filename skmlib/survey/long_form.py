"""The long form of an export: one row an answer, turned into one row a respondent.

Three columns are named: who answered, which question, what answer. The questions become headings, every other column
(service, date, age) stays a column with the first value that the respondent has there. A row of the result keeps the number
of the first row of its respondent. An answer given twice alike is counted once and told; two different answers to one
question are a problem.
"""

from __future__ import annotations

import dataclasses

import pandas as pd

from skmlib.parameters.models import Panjang
from skmlib.problems import DataError, Problem, fold, name_options, name_rows, quote, suggestion
from skmlib.survey.table_file import TableFile


def widen_table(table: TableFile, panjang: Panjang) -> TableFile:
    """Turn one row an answer into one row a respondent.

    Parameters
    ----------
    table : TableFile
        As read.
    panjang : Panjang
        The three columns.

    Returns
    -------
    TableFile
        The columns of the respondent, then one per question in the order of their first answers.

    Raises
    ------
    DataError
        When one of the three columns is missing, an answer has no respondent or no question, or a respondent gave two different
        answers to one question.

    Examples
    --------
    >>> panjang = Panjang(kolom_responden="ID", kolom_pertanyaan="Soal", kolom_jawaban="Nilai")
    >>> rows = {2: ["r1", "Syarat", "4"], 3: ["r1", "Biaya", "3"], 4: ["r2", "Syarat", "2"]}
    >>> wide = widen_table(TableFile("a.csv", ("ID", "Soal", "Nilai"), rows), panjang)
    >>> wide.headings, wide.rows
    (('ID', 'Syarat', 'Biaya'), {2: ['r1', '4', '3'], 4: ['r2', '2', '']})
    """
    names = _find_columns(table, panjang)
    cells = pd.DataFrame.from_dict(table.rows, orient="index", columns=list(table.headings), dtype="str")
    who, asked, given = (cells[name].str.strip() for name in names)
    question = asked.str.split().str.join(" ")
    _check_names(table.berkas, names, who, question, given)
    answers = pd.DataFrame(
        {"who": who, "asked": question.map(fold), "given": given, "row": cells.index, "question": question}
    )
    answers = answers[(answers["who"] != "") & (answers["given"] != "")]
    repeated = _check_repeated(table.berkas, answers)
    headings = question[question != ""].groupby(question.map(fold), sort=False).first()
    firsts = answers.pivot_table(index="who", columns="asked", values="given", aggfunc="first", fill_value="")
    others = [name for name in table.headings if name not in names[1:]]
    known = cells[who != ""]
    persons = (
        known[others]
        .where(known[others].apply(lambda column: column.str.strip()) != "")
        .groupby(who, sort=False)
        .first()
    )
    answered = firsts.reindex(index=persons.index, columns=headings.index, fill_value="")
    rows = pd.concat([persons.fillna(""), answered], axis=1).to_numpy().tolist()
    first_rows = [int(row) for row in pd.Series(known.index, index=known.index).groupby(who, sort=False).first()]
    told = [f"{len(cells)} baris jawaban dari {len(persons)} responden; satu baris per jawaban (bentuk panjang)."]
    told += (
        [f"{len(repeated)} jawaban tertulis dua kali dengan isi yang sama dan dihitung sekali ({name_rows(repeated)})."]
        if repeated
        else []
    )
    told += _told_differing(known[others], who)
    return dataclasses.replace(
        table,
        headings=(*others, *headings),
        rows=dict(zip(first_rows, rows, strict=True)),
        told=(*table.told, *told),
    )


def _find_columns(table: TableFile, panjang: Panjang) -> list[str]:
    """Find the three columns."""
    wanted = (panjang.kolom_responden, panjang.kolom_pertanyaan, panjang.kolom_jawaban)
    by_folded = {fold(name): name for name in table.headings}
    missing = [name for name in wanted if fold(name) not in by_folded]
    if missing:
        known = f"kolom yang ada: {name_options(table.headings)}"
        raise DataError(
            [
                Problem(table.berkas, "tidak ada", known, kolom=name, saran=suggestion(name, table.headings))
                for name in missing
            ]
        )
    return [by_folded[fold(name)] for name in wanted]


def _check_names(berkas: str, names: list[str], who: pd.Series, question: pd.Series, given: pd.Series) -> None:
    """Refuse answers without a respondent or a question."""
    problems = []
    for name, cells, what in ((names[0], who, "responden"), (names[1], question, "pertanyaan")):
        rows = [int(row) for row in given.index[(given != "") & (cells == "")]]
        if rows:
            text = f"kosong pada {name_rows(rows)}, padahal ada jawabannya"
            problems.append(Problem(berkas, text, f"isi {what} baris itu atau hapus barisnya", kolom=name))
    if problems:
        raise DataError(problems)


def _check_repeated(berkas: str, answers: pd.DataFrame) -> list[int]:
    """Refuse two different answers of one respondent to one question; give the rows of answers that are repeated alike."""
    pair = ["who", "asked"]
    folded = answers.assign(given=answers["given"].map(fold))
    is_again = folded.duplicated(pair)
    is_alike = folded.duplicated([*pair, "given"])
    wrong = folded[folded.duplicated(pair, keep=False) & (folded.groupby(pair)["given"].transform("nunique") > 1)]
    if len(wrong):
        problems = []
        for (who, _), rows in wrong.groupby(pair, sort=False):
            given = " dan ".join(repr(text) for text in dict.fromkeys(answers.loc[rows.index, "given"]))
            where = name_rows([int(row) for row in rows["row"]])
            what = f"responden {who!r} menjawab {quote(rows['question'].iloc[0])} dengan {given} pada {where}"
            problems.append(Problem(berkas, what, "sisakan satu jawaban"))
        raise DataError(problems)
    return [int(row) for row in folded.loc[is_again & is_alike, "row"]]


def _told_differing(cells: pd.DataFrame, who: pd.Series) -> list[str]:
    """Tell columns in which one respondent has several values."""
    told = []
    for name in cells.columns:
        values = cells[name].str.strip().map(fold)
        kinds = values[values != ""].groupby(who).nunique()
        n = int((kinds > 1).sum())
        if n:
            told.append(f"{n} responden memiliki beberapa isian pada kolom {name!r}; yang pertama dipakai.")
    return told
