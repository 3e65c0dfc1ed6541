"""Which section lags is told by rates, who has most overdue by numbers."""

from dataclasses import replace

from data_access.records.common import GroupRow
from data_access.records.status import Status
from layouts.group_sentences import most_overdue, rate_words, sections_words, worst_groups
from tests.support import records as make


def _section(number: str, late: int, whole: int, days: int | None = 5) -> GroupRow:
    counts = {Status.OVERDUE: late, Status.IN_PROGRESS: whole - late}
    row = make.group(number, counts)
    return replace(row, totals=replace(row.totals, worst_days=days if late else None))


def test_one_of_five_is_worse_than_two_of_eleven() -> None:
    rows = [_section("1", 2, 11), _section("2", 0, 4), _section("3", 1, 5)]
    assert sections_words(rows, (make.plan(),)) == "Раздел 3 отстаёт: просрочено 1 из 5"
    assert [row.number for row in worst_groups(rows)] == ["3", "1", "2"]


def test_of_equal_rates_the_longer_delay_is_worse() -> None:
    rows = [_section("1", 2, 10, days=3), _section("2", 1, 5, days=40)]
    assert [row.number for row in worst_groups(rows)] == ["2", "1"]


def test_removed_measures_are_no_base() -> None:
    removed = _section("1", 1, 4)
    counts = {**removed.totals.by_status, Status.IN_PROGRESS: 1, Status.REMOVED: 2}
    rows = [_section("2", 1, 3), replace(removed, totals=make.totals(counts, worst_days=5))]
    assert [row.number for row in worst_groups(rows)] == ["1", "2"]


def test_nobody_has_done_least_where_all_have_done_alike() -> None:
    begun = make.group("1", {Status.DONE: 1, Status.IN_PROGRESS: 3})
    waiting = make.group("2", {Status.NOT_DUE: 4})
    assert rate_words([waiting, replace(waiting, number="3")]) == "Территории"
    assert rate_words([begun, waiting]).startswith("Меньше всего исполнено: ")
    assert rate_words([waiting]).startswith("Меньше всего исполнено: ")


def test_executors_are_ranked_by_numbers() -> None:
    rows = [_section("1", 1, 1), _section("2", 3, 40)]
    assert [row.number for row in most_overdue(rows)] == ["2", "1"]
