"""Phrases written down with their readings before the reader saw them: right, or asked about."""

from pathlib import Path

import pytest

from data_access.importers.deadlines import read
from tests.unit.importers.deadline_phrases import Expected, expected

FOLDER = Path(__file__).parent
#: File → how many of its phrases are read in full as written down: kind, dates and labels.
SETS = {"deadline_blind_1.tsv": 92}


def rows(name: str) -> list[Expected]:
    header, *lines = (FOLDER / name).read_text(encoding="utf-8").splitlines()
    names = header.split("\t")
    found = [dict(zip(names, line.split("\t"), strict=True)) for line in lines]
    return [expected({**row, "questions": ""}) for row in found]


def is_right(one: Expected) -> bool:
    reading = read(one.phrase, one.term)
    labels = reading.labels if any(reading.labels) else ()
    return (reading.kind, reading.due_dates, labels) == (one.kind, one.due_dates, one.labels)


@pytest.mark.parametrize("name", SETS)
def test_the_figures_of_a_set(name: str) -> None:
    right = sum(map(is_right, rows(name)))
    assert right == SETS[name]


@pytest.mark.parametrize("name", SETS)
def test_what_is_read_otherwise_is_asked_about(name: str) -> None:
    wrong = [
        one.phrase
        for one in rows(name)
        if not is_right(one) and not read(one.phrase, one.term).questions
    ]
    assert wrong == []
