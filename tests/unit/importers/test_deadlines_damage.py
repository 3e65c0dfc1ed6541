"""Lost spaces, impossible numbers and backward ranges: read alike or asked about, never guessed."""

import re
from collections.abc import Iterator

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from data_access.importers.deadlines import Reading, Term, read
from tests.unit.importers.deadline_phrases import Expected, own

TERM = Term.of_years(2022, 2025)
ROMAN = ("V", "VI", "VII", "VIII", "IX", "X", "XI", "XII")
LIMITS = ("", "до ", "не позднее ", "в ", "до конца ", "ежегодно, ")


def without_space(one: Expected, letters: bool) -> Iterator[str]:
    """Yield the phrase without one of its spaces: between letters, or beside a figure or sign."""
    for match in re.finditer(r"(?<=(\S)) (?=(\S))", one.phrase):
        if match[1].isdigit() and match[2].isdigit():
            continue
        if (match[1].isalpha() and match[2].isalpha()) is letters:
            yield one.phrase[: match.start()] + one.phrase[match.end() :]


def sense(reading: Reading) -> tuple[object, ...]:
    codes = tuple(question.code for question in reading.questions)
    return reading.kind, reading.due_dates, reading.recurrence, codes


def test_a_space_lost_beside_a_figure_or_sign_does_not_matter() -> None:
    wrong = [
        text
        for one in own()
        for text in without_space(one, letters=False)
        if sense(read(text, one.term)) != sense(read(one.phrase, one.term))
    ]
    assert wrong == []


def test_a_space_lost_between_words_gives_the_same_dates_or_a_question() -> None:
    wrong = [
        text
        for one in own()
        for text in without_space(one, letters=True)
        if not (found := read(text, one.term)).questions and found.due_dates != one.due_dates
    ]
    assert wrong == []


def refused(phrase: str, code: str) -> None:
    reading = read(phrase, TERM)
    assert (reading.kind, reading.points) == ("unknown", ())
    assert [question.code for question in reading.questions] == [code]
    assert reading.proposal


numbers = st.one_of(st.sampled_from(ROMAN), st.integers(5, 99).filter(lambda one: one % 11))
units = st.sampled_from(["квартал", "кв.", "полугодие", "квартала 2024 года"])


@settings(max_examples=200)
@given(st.sampled_from(LIMITS), numbers, units)
def test_numbers_that_no_unit_has_are_refused(limit: str, number: object, unit: str) -> None:
    refused(f"{limit}{number} {unit}", "impossible_period")


@settings(max_examples=100)
@given(st.integers(32, 99), st.sampled_from(["числа", "числа каждого месяца"]))
def test_days_that_no_month_has_are_refused(day: int, after: str) -> None:
    refused(f"до {day} {after}", "impossible_period")


@settings(max_examples=100)
@given(st.integers(32, 99), st.sampled_from(["января", "мая 2024", "декабря 2024 г."]))
def test_days_that_a_month_lacks_are_refused(day: int, after: str) -> None:
    refused(f"до {day} {after}", "impossible_date")


ranges = st.lists(st.integers(2018, 2030), min_size=2, max_size=2, unique=True).map(sorted)


@settings(max_examples=200)
@given(
    ranges,
    st.sampled_from(["-", " - ", "–", " — ", "/"]),
    st.sampled_from([" годы", " гг.", "", "гг", " учебный год"]),
)
def test_years_that_run_backwards_are_refused(years: list[int], dash: str, after: str) -> None:
    refused(f"{years[1]}{dash}{years[0]}{after}", "backward_range")


@pytest.mark.parametrize(
    "phrase",
    [
        "с 01.06.2024 по 01.05.2024",
        "с июня 2024 г. по май 2024 г.",
        "IV квартал 2024 г. - II квартал 2024 г.",
        "31.12.2025–31.12.2024",
    ],
)
def test_dates_that_run_backwards_are_refused(phrase: str) -> None:
    refused(phrase, "backward_range")


@settings(max_examples=200)
@given(st.integers(1, 12), st.integers(1, 12))
def test_months_over_new_year_are_asked_about(first: int, last: int) -> None:
    reading = read(f"{MONTHS[first]} – {MONTHS[last]}", TERM)
    asked = {question.code for question in reading.questions}
    assert ("over_new_year" in asked) is (last < first)


MONTHS = (
    "",
    *("январь", "февраль", "март", "апрель", "май", "июнь"),
    *("июль", "август", "сентябрь", "октябрь", "ноябрь", "декабрь"),
)
