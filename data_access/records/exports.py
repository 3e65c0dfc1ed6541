"""What each export consists of: tables, columns and the words that only the interface knows."""

from collections.abc import Callable
from dataclasses import dataclass

FORMATS = ("csv", "xlsx", "json")


@dataclass(frozen=True)
class Column:
    """A column: its key in JSON, and the kind of its values.

    Kinds: text, texts (several, joined in a cell), date, moment (UTC), integer, number,
    percent (a share between 0 and 1), status, word (an identifier with a name in the
    interface, such as an outcome).
    """

    key: str
    kind: str = "text"


def _columns(text: str) -> tuple[Column, ...]:
    """Return columns from a list such as "number title due_on:date"."""
    pairs = (item.partition(":") for item in text.split())
    return tuple(Column(key, kind or "text") for key, _, kind in pairs)


_TOTALS = (
    " measures:integer done:integer done_late:integer in_progress:integer under_review:integer"
    " not_due:integer partial:integer returned:integer overdue:integer not_done:integer"
    " removed:integer undated:integer worst_days:integer execution:percent"
    " discipline_on_time:integer discipline_due:integer discipline:percent"
    " reports_on_time:integer reports_due:integer missing_reports:integer as_of:date"
)

_POINT = " number title control_point due_on:date status:status completed_on:date as_of:date"

TABLES: dict[str, tuple[Column, ...]] = {
    "measures": _columns(
        "territory plan section number title executors:texts deadline_text due_on:date"
        " status:status days_overdue:integer completed_on:date last_report_on:date"
        " expected_result as_of:date"
    ),
    "overdue": _columns(
        "territory plan number title executors:texts deadline_text due_on:date"
        " original_due_on:date days_overdue:integer reason proposed_due_on:date"
        " last_report_on:date as_of:date"
    ),
    "executors": _columns("territory executor lead:integer by_agreement:integer" + _TOTALS),
    "sections": _columns("territory plan number section" + _TOTALS),
    "territories": _columns("territory" + _TOTALS),
    "indicators": _columns(
        "territory plan indicator unit direction:word year:integer target:number actual:number"
        " gap:number met:word source as_of:date"
    ),
    "reports": _columns(
        "territory plan number title executor period control_point outcome:word"
        " completed_on:date submitted_on:date recorded_at:moment narrative quantity:number unit"
        " evidence reason proposed_due_on:date author_post as_of:date"
    ),
    "assignments": _columns(
        "territory plan number title executor role:word by_agreement_mark:word deadline_text"
        " due_on:date original_due_on:date status:status days_overdue:integer completed_on:date"
        " measure_status:status as_of:date"
    ),
    "missing": _columns(
        "territory plan executor number title period report_due_on:date report_days:integer"
        " as_of:date"
    ),
    "discipline": _columns("territory plan" + _POINT),
    "own_discipline": _columns("territory plan executor" + _POINT),
}


@dataclass(frozen=True)
class ExportTexts:
    """The words of the interface, in the reader's language.

    `header(key)` names a column, `word(value)` an identifier such as "done_late" or "decrease";
    `demo` marks demonstration data; `title` names the table, for a workbook's sheet.
    """

    header: Callable[[str], str]
    word: Callable[[str], str]
    demo: str
    title: str = "Karta"
    decimal_sign: str = ","
