"""Phrases written down with their readings before the reader saw them: right, or asked about."""

from pathlib import Path

import pytest

from data_access.importers.deadlines import Reading, read
from tests.unit.importers.deadline_phrases import Expected, expected

FOLDER = Path(__file__).parent
#: File → how many of its phrases are read in full as written down: kind, dates and labels.
SETS = {"deadline_blind_1.tsv": 92, "deadline_blind_2.tsv": 84}
#: Read with the same dates and another kind, without a question.
OTHER_KIND = {"ежегодно, август – перед началом учебного года"}


def rows(name: str) -> list[Expected]:
    header, *lines = (FOLDER / name).read_text(encoding="utf-8").splitlines()
    names = header.split("\t")
    found = [dict(zip(names, line.split("\t"), strict=True)) for line in lines]
    return [expected({**row, "questions": ""}) for row in found]


def same_dates(one: Expected, reading: Reading) -> bool:
    labels = reading.labels if any(reading.labels) else ()
    return (reading.due_dates, labels) == (one.due_dates, one.labels)


def is_right(one: Expected) -> bool:
    reading = read(one.phrase, one.term)
    return same_dates(one, reading) and reading.kind == one.kind


@pytest.mark.parametrize("name", SETS)
def test_the_figures_of_a_set(name: str) -> None:
    assert sum(map(is_right, rows(name))) == SETS[name]


@pytest.mark.parametrize("name", SETS)
def test_other_dates_or_labels_are_never_read_without_a_question(name: str) -> None:
    read_so = [(one, read(one.phrase, one.term)) for one in rows(name)]
    silent = [(one, reading) for one, reading in read_so if not reading.questions]
    assert [one.phrase for one, reading in silent if not same_dates(one, reading)] == []
    assert {one.phrase for one, reading in silent if reading.kind != one.kind} <= OTHER_KIND
