"""Phrases of the genre are read as a careful person reads them."""

from pathlib import Path

import pytest

from bench import deadlines
from data_access.importers.deadlines import KINDS, Term, read
from tests.unit.importers.deadline_phrases import Expected, own

GOLD = Path(__file__).parents[4] / "shared" / "gold" / "deadline-phrases.tsv"


@pytest.mark.parametrize("kind", KINDS)
def test_own_phrases(kind: str) -> None:
    wrong = [(one.phrase, found) for one in own() if one.kind == kind and (found := miss(one))]
    assert wrong == []


def miss(one: Expected) -> str:
    reading = read(one.phrase, one.term)
    labels = reading.labels if any(reading.labels) else ()
    codes = tuple(question.code for question in reading.questions)
    found = (reading.kind, reading.due_dates, labels, codes)
    return "" if found == (one.kind, one.due_dates, one.labels, one.questions) else str(found)


def test_the_benchmark_counts_what_was_read(tmp_path: Path) -> None:
    path = tmp_path / "phrases.tsv"
    path.write_text(
        "phrase\tstart\tend\tkind\tdue_dates\n"
        "май\t2024\t2024\tmonth\t2024-05-31\n"
        "июнь\t2024\t2024\tmonth\t2024-06-01\n",
        encoding="utf-8",
    )
    rows = deadlines.compared(path)
    assert "| month | 2 | 2 | 1 | 1 | 0 |" in list(deadlines.table(rows))
    assert "июнь" in "".join(deadlines.misses(rows))


def test_there_are_phrases_of_every_kind() -> None:
    assert {one.kind for one in own()} == set(KINDS)


if GOLD.exists():

    def test_reference_phrases() -> None:
        header, *lines = GOLD.read_text(encoding="utf-8").splitlines()
        rows = [dict(zip(header.split("\t"), line.split("\t"), strict=True)) for line in lines]
        wrong = [row["phrase"] for row in rows if not agrees(row)]
        assert wrong == []

    def agrees(row: dict[str, str]) -> bool:
        term = Term.of_years(int(row["period_start_year"]), int(row["period_end_year"]))
        reading = read(row["phrase"].replace("\\n", "\n"), term)
        dates = ",".join(day.isoformat() for day in reading.due_dates)
        return (reading.kind, dates) == (row["kind"], row["due_dates"])
