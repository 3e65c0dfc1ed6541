"""Letters, words and numbers of damaged phrases."""

import pytest

from data_access.importers.deadlines import letters
from data_access.importers.deadlines.lexicon import lemma_of, mended
from data_access.importers.deadlines.numerals import numbered
from data_access.importers.deadlines.repair import repaired
from data_access.importers.deadlines.tokens import tokenise


def lemmas(phrase: str) -> list[str]:
    tokens, _repairs = repaired(tokenise(letters.folded(letters.composed(phrase))))
    return [token.lemma for token in numbered(tokens)]


@pytest.mark.parametrize(
    ("damaged", "folded"),
    [
        ("пocтoяннo", "постоянно"),
        ("АПPEЛЬ", "апрель"),
        ("2О24", "2024"),
        ("О1.О9.2О24", "01.09.2024"),
        ("дека6рь", "декабрь"),
        ("г0да", "года"),
        ("четвёртый", "четвертый"),
        ("2022—2025", "2022-2025"),
        ("еже\u00adквартально", "ежеквартально"),
        ("до<br/>марта", "до марта"),
        ("Ⅳ квартал", "iv квартал"),
    ],
)
def test_letters(damaged: str, folded: str) -> None:
    assert letters.folded(letters.composed(damaged)) == folded


@pytest.mark.parametrize("number", ["II", "П", "ІІ", "ll", "11", "I I", "||", "2", "2-й", "II-ой"])
def test_the_second_quarter_in_all_letters(number: str) -> None:
    assert lemmas(f"{number} квартал") == ["r2", "квартал"]


@pytest.mark.parametrize("number", ["IV", "ІV", "lV", "1V", "I V", "IУ", "4", "четвёртый"])
def test_the_fourth_quarter_in_all_letters(number: str) -> None:
    assert lemmas(f"{number} квартал") == ["r4", "квартал"]


@pytest.mark.parametrize(
    ("phrase", "expected"),
    [
        ("I II квартал", ["r1", "r2", "квартал"]),
        ("I-П кварталы", ["r1", "-", "r2", "квартал"]),
        ("П и IV кв.", ["r2", "и", "r4", "квартал"]),
        ("п. 5", ["~", "5"]),
    ],
)
def test_numbers_of_quarters_only_before_their_unit(phrase: str, expected: list[str]) -> None:
    assert lemmas(phrase) == expected


@pytest.mark.parametrize(
    ("phrase", "expected"),
    [
        ("ежекварталь но", ["ежеквартально"]),
        ("еже-кварталь-но", ["ежеквартально"]),
        ("втечениегода", ["в", "течение", "год"]),
        ("20 24 г.", ["2024", "год"]),
        ("сентябрь-октябрь", ["m09", "-", "m10"]),
        ("ежекваратльно", ["ежеквартально"]),
        ("КДН и ЗП", ["~", "и", "~"]),
        ("семьи", ["~"]),
        ("31.06.2024", ["d2024-06-31"]),
        ("01.12.24г", ["d2024-12-01", "год"]),
        ("30.06", ["d-06-30"]),
    ],
)
def test_tokens(phrase: str, expected: list[str]) -> None:
    assert lemmas(phrase) == expected


def test_likeness_mends_only_one_slip() -> None:
    assert mended("ежегоднo"[:-1] + "а") is not None
    assert mended("департамент") is None
    assert lemma_of("десятидневный") == "10 дневный"
