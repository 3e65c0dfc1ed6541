"""A term need not be whole years: what has no year of its own keeps within it."""

from datetime import date

import pytest

from data_access.importers.deadlines import Term, read

TERM = Term(date(2020, 4, 6), date(2021, 9, 30))


@pytest.mark.parametrize(
    ("phrase", "due"),
    [
        ("ежегодно февраль", ["2021-02-28"]),
        ("март, октябрь", ["2020-10-31", "2021-03-31"]),
        ("ежегодно", ["2020-12-31", "2021-09-30"]),
        (
            "ежеквартально",
            [
                "2020-06-30",
                "2020-09-30",
                "2020-12-31",
                "2021-03-31",
                "2021-06-30",
                "2021-09-30",
            ],
        ),
        ("постоянно", ["2021-09-30"]),
        ("весь период", ["2021-09-30"]),
        ("до 1 ноября", ["2020-11-01"]),
        ("до 1 апреля", ["2021-04-01"]),
    ],
)
def test_dates_keep_within_the_term(phrase: str, due: list[str]) -> None:
    assert [day.isoformat() for day in read(phrase, TERM).due_dates] == due


def test_a_year_that_is_said_is_kept_and_asked_about() -> None:
    reading = read("март 2020 г.", TERM)
    assert reading.due_dates == (date(2020, 3, 31),)
    assert [question.code for question in reading.questions] == ["outside_term"]


def test_points_start_with_their_month_or_quarter() -> None:
    starts = [point.starts_on for point in read("ежеквартально", TERM).points]
    assert starts[:2] == [date(2020, 4, 6), date(2020, 7, 1)]


def test_a_date_has_no_start_of_its_own() -> None:
    assert [point.starts_on for point in read("до 1 ноября", TERM).points] == [None]


def test_the_term_must_run_forward() -> None:
    with pytest.raises(ValueError, match="ends before"):
        Term(date(2021, 1, 1), date(2020, 1, 1))
    with pytest.raises(ValueError, match="outside"):
        Term.of_years(1, 2020)


def test_repairs_are_told() -> None:
    repairs = read("ежекварталь но", TERM).repairs
    assert [(one.read, one.made) for one in repairs] == [("ежекварталь но", "ежеквартально")]


def test_what_cannot_be_read_proposes_without_deciding() -> None:
    reading = read("", TERM)
    assert (reading.kind, reading.points) == ("unknown", ())
    assert reading.proposal == (TERM.end,)
