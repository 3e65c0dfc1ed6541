"""Every status has colour, icon and word of its own."""

import pytest

from data_access.records.status import Status
from layouts import status_view
from layouts.texts import use_locale
from tests.unit.layouts.trees import classes, text


def test_every_status_has_a_look_and_a_place() -> None:
    assert set(status_view.LOOKS) == set(Status)
    assert sorted(status_view.SHOWN_ORDER) == sorted(Status)


@pytest.mark.parametrize("feature", ["name", "icon", "light", "dark"])
def test_no_two_statuses_look_alike(feature: str) -> None:
    values = [getattr(look, feature) for look in status_view.LOOKS.values()]
    assert len(values) == len(set(values))


@pytest.mark.parametrize(
    ("status", "word"),
    [
        (Status.DONE_LATE, "Исполнено с нарушением срока"),
        (Status.OVERDUE, "Просрочено"),
        (Status.UNDATED, "Срок не определён"),
    ],
)
def test_names_are_those_of_the_practice(status: Status, word: str) -> None:
    with use_locale("ru"):
        assert status_view.name(status) == word


def test_badge_says_the_word_beside_the_icon() -> None:
    with use_locale("ru"):
        badge = status_view.badge(Status.OVERDUE, "41 день")
    assert text(badge) == "Просрочено 41 день"
    assert {"bi-exclamation-circle-fill", "st-overdue", "st--overdue"} <= classes(badge)


def test_mark_says_the_word_to_screen_readers() -> None:
    with use_locale("ru"):
        mark = status_view.mark(Status.DONE)
    assert mark.title == text(mark) == "Исполнено"
    assert "visually-hidden" in classes(mark)
