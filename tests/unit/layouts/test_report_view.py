"""How a report's quantity is read: the stored unit stays in its one form."""

from dataclasses import replace
from decimal import Decimal

from layouts.report_view import report_content
from tests.support import records as make
from tests.unit.layouts.trees import text


def test_the_unit_stands_before_the_number() -> None:
    one = replace(make.report(), quantity=Decimal(1), unit="случаев")
    assert "случаев: 1" in text(report_content(one, None))


def test_a_number_without_a_unit_stands_alone() -> None:
    one = replace(make.report(), quantity=Decimal(7), unit="")
    assert ": 7" not in text(report_content(one, None))
