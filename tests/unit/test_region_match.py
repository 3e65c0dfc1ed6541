"""Regions find their square by code and by name, however it is written."""

import pytest

from data_access.region_match import place_of, stem
from data_access.region_table import PLACES

ROWS, COLUMNS = 11, 17


def label(name: str, oktmo: str | None = None) -> str | None:
    place = place_of(name, oktmo)
    return place.label if place else None


def test_every_region_has_a_square_of_its_own() -> None:
    places = [place for place, _names in PLACES]
    assert len(places) == 89
    assert len({(one.row, one.column) for one in places}) == 89
    assert len({one.label for one in places}) == len({one.code for one in places}) == 89
    assert {one.row for one in places} == set(range(ROWS))
    assert {one.column for one in places} == set(range(COLUMNS))


def test_no_name_leads_to_two_squares() -> None:
    names = [stem(name) for _place, names in PLACES for name in names]
    assert len(set(names)) == len(names)


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Мурманская область", "Мурм"),
        ("МУРМАНСКАЯ ОБЛ.", "Мурм"),
        ("Республика Саха (Якутия)", "Якут"),
        ("Респ. Северная Осетия – Алания", "Ос"),
        ("Республика Адыгея (Адыгея)", "Адыг"),
        ("Кемеровская область - Кузбасс", "Кем"),
        ("Ханты-Мансийский автономный округ — Югра", "ХМАО"),
        ("Ямало-Ненецкий автономный округ", "ЯНАО"),
        ("Ненецкий АО", "НАО"),
        ("Чувашская Республика – Чувашия", "Чув"),
        ("Карачаево-Черкесская Республика", "КЧР"),
        ("Еврейская автономная область", "ЕАО"),
        ("город федерального значения Санкт-Петербург", "СПб"),
        ("г. Москва", "Мск"),
        ("Московская область", "МО"),
        ("Алтайский край", "А.кр"),
        ("Республика Алтай", "Алт"),
        ("Донецкая Народная Республика", "ДНР"),
        ("Северогорская область", None),
        ("", None),
    ],
)
def test_a_name_is_known_however_it_is_written(name: str, expected: str | None) -> None:
    assert label(name) == expected


@pytest.mark.parametrize(
    ("oktmo", "expected"),
    [("47000000", "Мурм"), ("71000000", "Тюм"), ("71800000", "ХМАО"), ("71900000", "ЯНАО"),
     ("11000000", "Арх"), ("11800000", "НАО"), ("00000000", None)],
)  # fmt: skip
def test_a_code_tells_a_region_of_any_name(oktmo: str, expected: str | None) -> None:
    assert label("Регион", oktmo) == expected


def test_the_code_goes_before_the_name() -> None:
    assert label("Омская область", "47000000") == "Мурм"
    assert label("Омская область", "00000000") == "Омск"
