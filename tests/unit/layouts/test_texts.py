"""Numbers, dates, shares and plural forms as both languages write them."""

from collections.abc import Iterator
from datetime import UTC, date, datetime
from decimal import Decimal
from zoneinfo import ZoneInfo

import pytest

from data_access.records.common import Ratio
from layouts import texts
from layouts.texts import NBSP, _, ngettext, use_locale


@pytest.fixture(autouse=True)
def russian() -> Iterator[None]:
    with use_locale("ru"):
        yield


def test_dates() -> None:
    day = date(2021, 10, 11)
    assert texts.fmt_date(day) == "11.10.2021"
    assert texts.fmt_date_long(day).replace(NBSP, " ") == "11 октября 2021"
    assert texts.fmt_date(None) == texts.fmt_date_long(None) == "—"


def test_term_in_years() -> None:
    assert texts.fmt_term(date(2020, 1, 1), date(2021, 12, 31)) == "2020–2021"
    assert texts.fmt_term(date(2025, 1, 1), date(2025, 12, 31)) == "2025"


@pytest.mark.parametrize(
    ("value", "decimals", "text"),
    [
        (0, None, "0"),
        (12345, None, f"12{NBSP}345"),
        (Decimal("0.67"), 2, "0,67"),
        (Decimal("0.6"), 2, "0,60"),
        (Decimal("0.125"), 2, "0,13"),
        (13, 0, "13"),
    ],
)
def test_numbers(value: Decimal, decimals: int | None, text: str) -> None:
    assert texts.fmt_number(value, decimals) == text


def test_ratio_shows_its_base() -> None:
    assert texts.fmt_ratio(Ratio(17, 23)).replace(NBSP, " ") == "17 из 23 (73,9 %)"
    assert texts.fmt_ratio(Ratio(23, 23)).replace(NBSP, " ") == "23 из 23 (100 %)"


def test_ratio_without_base_is_a_dash() -> None:
    assert texts.fmt_ratio(Ratio(0, 0)) == texts.fmt_ratio(None) == texts.fmt_percent(None) == "—"


def test_shares_round_half_up() -> None:
    assert texts.fmt_percent(1 / 16) == f"6,3{NBSP}%"


@pytest.mark.parametrize(
    ("days", "text"), [(1, "1 день"), (3, "3 дня"), (11, "11 дней"), (41, "41 день")]
)
def test_days_in_plural_forms(days: int, text: str) -> None:
    assert texts.fmt_days(days).replace(NBSP, " ") == text


def test_english() -> None:
    with use_locale("en"):
        assert texts.fmt_ratio(Ratio(17, 23)).replace(NBSP, " ") == "17 of 23 (73.9%)"
        assert ngettext("%(n)s day", "%(n)s days", 1) == "1 day"
        assert _("Executor") == "Executor"
    assert _("Executor") == "Исполнитель"


def test_pinned_language_lasts_as_long_as_its_block() -> None:
    assert texts.pinned_locale() is None
    with use_locale("en", pinned=True):
        assert texts.pinned_locale() == "en"
    assert texts.pinned_locale() is None


def test_unknown_language_is_refused() -> None:
    with pytest.raises(ValueError, match="no catalogue"):
        texts.set_locale("de")


def test_a_moment_is_shown_in_the_territorys_time_zone() -> None:
    late = datetime(2021, 10, 10, 21, 5, tzinfo=UTC)
    texts.set_zone(ZoneInfo("Asia/Irkutsk"))
    try:
        assert texts.fmt_moment(late) == f"11.10.2021{NBSP}05:05"
        assert texts.fmt_moment_date(late) == "11.10.2021"
    finally:
        texts.set_zone(None)


def test_no_moment_is_a_dash() -> None:
    assert texts.fmt_moment(None) == texts.fmt_moment_date(None) == texts.NONE
