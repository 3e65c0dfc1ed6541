"""Which of many a name means, and which are named where nothing is called so."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from data_access.meant import MOST, called, likest
from data_access.records.named import Named


def named(id_: int, *names: str, code: str = "") -> Named:
    return Named(id_, names[0], names, code)


OFFICES = [
    named(1, "Управление образования администрации ЗАТО Александровск", "Управление образования"),
    named(2, "Управление культуры, спорта и молодёжной политики", "Управление культуры"),
    named(3, "Комиссия по делам несовершеннолетних и защите их прав", "КДН и ЗП"),
    named(
        4, "Снежногорский межрайонный центр социальной поддержки населения", "Снежногорский МЦСПН"
    ),
]
PLANS = [named(7, "План", code="omsk-2024"), named(8, "План", code="7")]


@pytest.mark.parametrize(
    "name", ["3", "кдн  и зп", "комиссия по делам НЕСОВЕРШЕННОЛЕТНИХ и защите их прав"]
)
def test_a_name_id_or_short_name_means_the_one(name: str) -> None:
    assert [one.id for one in called(name, OFFICES)] == [3]


def test_a_letter_with_dots_does_not_matter() -> None:
    name = "управление культуры, спорта и молодежной политики"
    assert [one.id for one in called(name, OFFICES)] == [2]


def test_a_code_goes_before_a_name_and_a_name_may_mean_several() -> None:
    assert [one.id for one in called("omsk-2024", PLANS)] == [7]
    assert [one.id for one in called("план", PLANS)] == [7, 8]
    assert called("Планы", PLANS) == []


@pytest.mark.parametrize(
    ("name", "first"),
    [
        ("Управлние образования", 1),
        ("образования", 1),
        ("управление культуры и спорта", 2),
        ("комиссия по делам несовершеннолетних", 3),
        ("Снежногорский центр соц. поддержки", 4),
    ],
)
def test_a_misspelt_or_shortened_name_finds_the_likest_first(name: str, first: int) -> None:
    assert likest(name, OFFICES)[0].id == first


def test_what_is_like_nothing_finds_nothing() -> None:
    assert likest("xyz", OFFICES) == []
    assert likest("", OFFICES) == []
    assert likest("что угодно", []) == []


def test_no_more_than_five_are_named() -> None:
    many = [named(id_, f"Школа № {id_}") for id_ in range(1, 40)]
    assert len(likest("школа", many)) == MOST == 5


@given(st.text(max_size=40), st.lists(st.text(min_size=1, max_size=40), max_size=12))
def test_the_likest_are_some_of_the_known_each_once(name: str, names: list[str]) -> None:
    known = [named(id_, one) for id_, one in enumerate(names)]
    found = [one.id for one in likest(name, known)]
    assert len(found) == len(set(found)) <= MOST
    assert set(found) <= set(range(len(known)))
