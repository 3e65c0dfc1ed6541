"""Silent executors stand in one order wherever they are told."""

from dataclasses import replace
from datetime import date

from layouts import meeting_lists, overview_overdue
from layouts.silence import by_executor
from layouts.silence_list import silent_section
from tests.support import executor_pages, pages
from tests.support import records as make
from tests.support.frames import frame
from tests.unit.layouts.trees import text

LONG_SILENT = replace(make.missing("2.3", make.OFFICE), days=90)
MANY = (make.missing("2.4"), make.missing("2.5"), make.missing("2.6", make.COMMISSION))
ROWS = (*MANY, LONG_SILENT)
ORDER = [one.short_name for one in (make.OFFICE, make.CUSTODY, make.COMMISSION)]


def test_longest_silence_first_then_most_reports() -> None:
    assert [one.executor.short_name for one in by_executor(ROWS)] == ORDER


def test_overview_overdue_and_meeting_keep_it() -> None:
    overview = pages.overview(missing=ROWS, overdue=())
    (screen,) = meeting_lists.missing(overview)
    shown = (
        text(overview_overdue.silent(overview, frame().filters, 5)),
        text(screen.body),
        text(silent_section(executor_pages.overdue(missing=ROWS), frame("/overdue"))),
    )
    for words in shown:
        places = [words.index(name) for name in ORDER]
        assert places == sorted(places)


def test_a_debtor_that_was_released_is_marked() -> None:
    released = replace(make.missing("2.4"), released_on=date(2021, 10, 20))
    for rows, marks in (((released,), 1), (MANY, 0)):
        shown = text(silent_section(executor_pages.overdue(missing=rows), frame("/overdue")))
        assert shown.count("снято с исполнителя 20.10.2021") == marks
