"""Named parts of a deadline phrase: what the grammar makes of its tokens."""

from dataclasses import dataclass
from enum import StrEnum

MonthDay = tuple[int, int]
LAST = 31


class Unit(StrEnum):
    """What a stretch of the calendar is; decides the kind of the reading."""

    DAY = "day"
    PART = "part"
    MONTH = "month"
    QUARTER = "quarter"
    HALF = "half"
    SEASON = "season"
    SCHOOL_YEAR = "school_year"
    YEAR = "year"
    SPAN = "span"
    TERM = "term"


class Limit(StrEnum):
    """How a stretch is meant: lasting, by its end, before its beginning, at its beginning."""

    NONE = ""
    BY = "by"
    BEFORE = "before"
    START = "start"


@dataclass(frozen=True)
class Moment:
    """A stretch of the calendar from `first` to `last` (month, day).

    `years` are those in which it begins, none if the phrase does not say; it ends `span` years
    later. `is_range`: more than one unit; `vague`: the words leave the day open.
    """

    unit: Unit
    first: MonthDay
    last: MonthDay
    years: tuple[int, ...] = ()
    span: int = 0
    is_range: bool = False
    vague: bool = False


@dataclass(frozen=True)
class Impossible:
    """A day that no calendar has."""

    day: int
    month: int
    year: int | None = None


@dataclass(frozen=True)
class Frequency:
    """Something that recurs `times` within each `months`; `at_least`: it is a minimum."""

    months: int
    times: int = 1
    at_least: bool = False


@dataclass(frozen=True)
class DayOfMonth:
    """ "до 10 числа": days of a month that other parts name.

    `counted`: "working" days or weekdays ("1" to "7") are counted, "" for days of the calendar.
    """

    days: tuple[int, ...]
    counted: str = ""


@dataclass(frozen=True)
class MonthOf:
    """ "второго месяца квартала": the number of a month in `months`; 0 is the last one."""

    number: int
    months: int = 0
    is_next: bool = False


@dataclass(frozen=True)
class Following:
    """ "месяца, следующего за отчетным кварталом": `what` months long, after one of `months`."""

    what: int
    months: int = 0


@dataclass(frozen=True)
class Offset:
    """So many days or months after the end of a period, or before one of its edges.

    `months` is the length of the recurring period (0: as the phrase recurs); `moment` a stretch.
    """

    count: int
    unit: str
    months: int = 0
    moment: Moment | None = None
    is_before: bool = False
    from_start: bool = False


@dataclass(frozen=True)
class Mark:
    """A sign or word that ties parts together or names what has no date."""

    name: str
    value: str = ""


Part = Moment | Impossible | Frequency | DayOfMonth | MonthOf | Following | Offset | Mark


@dataclass(frozen=True)
class Found:
    """A part and its place in the phrase."""

    part: Part
    start: int
    end: int

    def marks(self, *names: str) -> bool:
        """Tell whether it is a mark of one of the names."""
        return isinstance(self.part, Mark) and self.part.name in names
