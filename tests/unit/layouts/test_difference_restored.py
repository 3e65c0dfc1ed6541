"""Measures that come back to control are counted and named, as those that come and go."""

from types import SimpleNamespace
from typing import Any

from data_access.records.difference import Difference, MeasureChange
from layouts.data_difference import difference
from tests.unit.layouts.trees import text

BACK = MeasureChange("restored", "1.2", "Памятки", "m2", 7, "1.2")
SAME = MeasureChange("unchanged", "1.1", "Обследование", "m1", 6, "1.1")


def shown(*measures: MeasureChange) -> str:
    draft: Any = SimpleNamespace(
        difference=Difference(measures=measures), head=SimpleNamespace(id=1)
    )
    return text(difference(draft)).replace("\u00a0", " ")


def test_what_comes_back_is_counted_and_named() -> None:
    said = shown(SAME, BACK)
    assert "возвращается: 1" in said
    _, named = said.split("Возвращается на контроль")
    assert "Памятки" in named.split("Показать")[0]


def test_nothing_is_said_of_it_where_nothing_comes_back() -> None:
    gone = MeasureChange("removed", "1.2", "Памятки", "", 7, "1.2")
    assert "возвращается" not in shown(SAME, gone).lower()
