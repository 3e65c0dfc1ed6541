"""What must hold for any phrase: order, term, and the same reading for equal phrases."""

from collections.abc import Callable
from datetime import date

from hypothesis import given, settings
from hypothesis import strategies as st

from data_access.importers.deadlines import KINDS, Reading, Term, read
from tests.unit.importers.deadline_phrases import Expected, own

OWN = own()
UNDATED = {"unknown", "event"}
DASHES = "-‐‑‒–—―−"
SPACES = [" ", "  ", "\u00a0", "\n", "\t", " \n ", "\u2009"]
TWINS = dict(zip("аеорсухАВЕКМНОРСТУХ", "aeopcyxABEKMHOPCTYX", strict=True))
PIECES = """
до к с по в не и , ; . - – ( ) за 0 1 2 10 15 31 45 999 99999 2023 2024 I II IV П
год года годы г. квартал кв. полугодие месяц месяца число числа день дней декада
января марта май июня сентябрь декабря 01.03.2024 30.06 29.02 31.04.2023
ежегодно ежеквартально ежемесячно ежедневно раз каждые каждого последнего
следующего за отчетным начиная далее конца начала течение итогам учебный
лет каникулы лето план реализации отчет постоянно мере необходимости момента
отдел опеки рабочих после окончания позднее чем итоги первый второй
начале начала середины июня 31.12.2204 01.01.0000 31.12.9999 31.12.2099 01-15.03.2024
""".split()  # noqa: SIM905 - a list of words reads better as words
years = st.integers(2018, 2030)
terms = st.builds(
    lambda first, length: Term.of_years(first, first + length), years, st.integers(0, 6)
)
odd_terms = st.builds(
    lambda first, length: Term(first, date.fromordinal(first.toordinal() + length)),
    st.dates(date(2018, 1, 1), date(2030, 12, 31)),
    st.integers(0, 2500),
)
composed = st.lists(st.sampled_from(PIECES), min_size=1, max_size=14).map(" ".join)
phrases = st.one_of(composed, st.sampled_from([one.phrase for one in OWN]))


def check(reading: Reading, term: Term) -> None:
    assert reading.kind in KINDS
    assert list(reading.due_dates) == sorted(reading.due_dates)
    assert len({point.key for point in reading.points}) == len(reading.points)
    assert bool(reading.points) == (reading.kind not in UNDATED)
    for point in reading.points:
        assert point.starts_on is None or point.starts_on <= point.due_on
    codes = {question.code for question in reading.questions}
    if not all(term.holds(day) for day in reading.due_dates):
        assert "outside_term" in codes
    if reading.kind in UNDATED:
        assert codes


@settings(max_examples=400)
@given(phrases, st.one_of(terms, odd_terms))
def test_dates_are_in_order_and_in_the_term_or_asked_about(phrase: str, term: Term) -> None:
    check(read(phrase, term), term)


@settings(max_examples=300)
@given(st.text(max_size=120), terms)
def test_any_text_has_a_reading(text: str, term: Term) -> None:
    check(read(text, term), term)


@settings(max_examples=200)
@given(phrases, st.text(max_size=3), st.integers(0, 60), terms)
def test_damaged_phrases_have_a_reading(phrase: str, noise: str, place: int, term: Term) -> None:
    check(read(phrase[:place] + noise + phrase[place + 1 :], term), term)


def sense(reading: Reading) -> tuple[object, ...]:
    """What a reading says, without the document's own letters in labels and questions."""
    codes = tuple(question.code for question in reading.questions)
    return reading.kind, reading.due_dates, reading.recurrence, codes


@settings(max_examples=300)
@given(st.sampled_from(OWN), st.data())
def test_dashes_do_not_matter(one: Expected, data: st.DataObject) -> None:
    phrase, term = one.phrase, one.term
    other = "".join(
        data.draw(st.sampled_from(DASHES)) if letter in DASHES else letter for letter in phrase
    )
    assert sense(read(other, term)) == sense(read(phrase, term))


@settings(max_examples=300)
@given(st.sampled_from(OWN), st.data())
def test_white_space_does_not_matter(one: Expected, data: st.DataObject) -> None:
    phrase, term = one.phrase, one.term
    other = "".join(
        data.draw(st.sampled_from(SPACES)) if letter == " " else letter for letter in phrase
    )
    assert sense(read(f" {other}\n", term)) == sense(read(phrase, term))


@settings(max_examples=300)
@given(st.sampled_from(OWN), st.sampled_from([str.upper, str.lower, str.title, str.capitalize]))
def test_case_does_not_matter(one: Expected, changed: Callable[[str], str]) -> None:
    phrase, term = one.phrase, one.term
    assert sense(read(changed(phrase), term)) == sense(read(phrase, term))


@settings(max_examples=400)
@given(st.sampled_from(OWN), st.data())
def test_latin_letters_that_look_alike_do_not_matter(one: Expected, data: st.DataObject) -> None:
    phrase, term = one.phrase, one.term
    other = "".join(
        TWINS[letter] if letter in TWINS and data.draw(st.booleans()) else letter
        for letter in phrase
    )
    assert sense(read(other, term)) == sense(read(phrase, term))


@settings(max_examples=200)
@given(st.sampled_from(OWN))
def test_yo_does_not_matter(one: Expected) -> None:
    phrase, term = one.phrase, one.term
    assert sense(read(phrase.replace("е", "ё"), term)) == sense(read(phrase, term))
