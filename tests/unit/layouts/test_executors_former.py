"""What an executor was released from, on its page: words that fit a commission as a person."""

from datetime import date

import pytest

from data_access.records.common import Ref
from data_access.records.executors import FormerAssignment
from layouts.executors_former import former_section
from layouts.texts import NBSP, use_locale
from tests.support import executor_pages as pages
from tests.support import records as make
from tests.support.frames import frame
from tests.unit.layouts.trees import text


def former(number: int) -> FormerAssignment:
    measure = make.measure(f"2.{number}")
    day = date(2021, 6, 10)
    title = Ref(measure.id, measure.title, measure.short_title)
    return FormerAssignment(title, measure.number, make.plan(), day)


@pytest.mark.parametrize(
    ("locale", "count", "words"),
    [
        ("ru", 1, "Снято с исполнителя: 1 мероприятие"),
        ("ru", 3, "Снято с исполнителя: 3 мероприятия"),
        ("ru", 5, "Снято с исполнителя: 5 мероприятий"),
        ("en", 1, "Released from 1 measure"),
        ("en", 2, "Released from 2 measures"),
    ],
)
def test_the_title_counts_what_was_taken_off(locale: str, count: int, words: str) -> None:
    data = pages.executor(former=tuple(former(one) for one in range(count)))
    with use_locale(locale):
        shown = text(former_section(data, frame("/executors/12"))).replace(NBSP, " ")
    assert words in shown
    assert "10.06.2021" in shown or locale == "en"
