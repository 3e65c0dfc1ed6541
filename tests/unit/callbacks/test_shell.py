"""Controls of the filter bar: what each writes into the address, and when it writes nothing."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from dash import no_update

from callbacks.shell import CONTROLS, changed_search
from data_access.records.status import Status
from data_access.records.view import Filters
from layouts import ids
from tests.support.frames import choices, frame
from tests.support.records import plan

BY_ID = {control.id: control for control in CONTROLS}
ACTIVE = Filters(plan=1, section=2, executor=3, q="семья")


@pytest.mark.parametrize(
    ("control", "value", "expected"),
    [
        (ids.FILTER_PLAN, 7, "?plan=7&q=%D1%81%D0%B5%D0%BC%D1%8C%D1%8F"),
        (ids.FILTER_SECTION, None, "?plan=1&executor=3&q=%D1%81%D0%B5%D0%BC%D1%8C%D1%8F"),
        (ids.FILTER_Q, "  ", "?plan=1&section=2&executor=3"),
        (ids.FILTER_STATUS, ["overdue", "done"], "status=overdue,done"),
        (ids.FILTER_SINCE, "2021-07-01", "since=2021-07-01"),
        (ids.FILTER_AS_OF, "2021-01-31T00:00:00", "?as_of=2021-01-31&"),
    ],
)
def test_a_control_writes_its_filter(control: str, value: Any, expected: str) -> None:
    assert expected in changed_search(frame(filters=ACTIVE), BY_ID[control], value)


@pytest.mark.parametrize(
    ("control", "value"),
    [
        (ids.FILTER_PLAN, 1),
        (ids.FILTER_Q, "семья"),
        (ids.FILTER_STATUS, []),
        (ids.FILTER_STATUS, None),
        (ids.FILTER_SINCE, None),
        (ids.FILTER_STATUS, ["late"]),
        (ids.FILTER_SINCE, "soon"),
        (ids.FILTER_PLAN, "x"),
    ],
)
def test_nothing_is_written_where_nothing_changes(control: str, value: Any) -> None:
    assert changed_search(frame(filters=ACTIVE), BY_ID[control], value) is no_update


def test_the_date_that_is_shown_by_itself_is_not_written() -> None:
    shown = date(2021, 10, 11)
    plans = (replace(plan(), as_of=shown),)
    request = frame(choices=choices(plans=plans))
    control = BY_ID[ids.FILTER_AS_OF]
    assert changed_search(request, control, shown.isoformat()) is no_update
    assert changed_search(request, control, "2021-10-12") == "?as_of=2021-10-12"


def test_every_filter_but_the_language_has_a_control() -> None:
    fields = {control.field for control in CONTROLS}
    assert fields == set(Filters.__dataclass_fields__)
    assert BY_ID[ids.FILTER_STATUS].read(["done"]) == (Status.DONE,)
