"""Items of a phrase while it is put together: stretches of time with their limits and labels."""

from dataclasses import dataclass, field, replace

from data_access.importers.deadlines.parts import Frequency, Limit, Moment, MonthDay, Part, Unit


@dataclass
class Item:
    """A moment, or two that make a range, with what the words around it say.

    `opened`: after "с", an end may follow; `about`: a reporting period, no deadline itself;
    `shift`: so many years after the reported one; `signs`: those before it; `instead`: a day
    of one month that stands for the common one.
    """

    first: Moment
    start: int
    end: int
    last: Moment | None = None
    limit: Limit = Limit.NONE
    opened: bool = False
    about: bool = False
    label: str = ""
    shift: int = 0
    signs: frozenset[str] = frozenset()
    in_brackets: bool = False
    reported: Moment | None = None
    instead: bool = False

    @property
    def tail(self) -> Moment:
        """Return the moment that words after the item belong to."""
        return self.last or self.first

    @property
    def years(self) -> tuple[int, ...]:
        """Return the years said, of either end."""
        return self.first.years or self.tail.years

    @property
    def is_year(self) -> bool:
        """Tell whether it is nothing but a year or years."""
        return self.first.unit is Unit.YEAR and self.last is None

    def give_years(self, years: tuple[int, ...]) -> None:
        """Set the years of the item's tail."""
        if self.last:
            self.last = replace(self.last, years=years)
        else:
            self.first = replace(self.first, years=years)


@dataclass(frozen=True)
class Stretch:
    """A finished item: one moment and how it is meant."""

    moment: Moment
    limit: Limit = Limit.NONE
    label: str = ""
    shift: int = 0
    reported: Moment | None = None
    opened: bool = False
    in_brackets: bool = False
    instead: bool = False


@dataclass
class Statement:
    """All that a phrase says, before it is laid onto the plan's term."""

    items: list[Item] = field(default_factory=list)
    stretches: list[Stretch] = field(default_factory=list)
    frequencies: list[Frequency] = field(default_factory=list)
    parts: list[tuple[Part, Limit]] = field(default_factory=list)
    words: dict[str, str] = field(default_factory=dict)
    unread: list[str] = field(default_factory=list)
    signs: set[str] = field(default_factory=set)


def ranged(first: Moment, last: Moment) -> Moment:
    """Return the stretch from the beginning of one moment to the end of another."""
    span = int(_crosses(first.first, last.last))
    years = first.years or tuple(year - span for year in last.years)
    if len(first.years) == len(last.years) == 1:
        span = max(last.years[0] + last.span - first.years[0], 0)
    unit = first.unit if first.unit is last.unit and first.unit is not Unit.DAY else Unit.SPAN
    return Moment(unit, first.first, last.last, years, span, True, first.vague or last.vague)


def is_backward(first: Moment, last: Moment) -> bool:
    """Tell whether a range with the years of both ends said would end before it begins."""
    if not (len(first.years) == len(last.years) == 1):
        return False
    end = (last.years[0] + last.span, last.last)
    return end < (first.years[0], first.first)


def _crosses(first: MonthDay, last: MonthDay) -> bool:
    """Tell whether a stretch runs over New Year."""
    return last < first


def each_year(moment: Moment) -> tuple[int, ...]:
    """Return every year of "2022–2025", or those of a list."""
    if moment.span and moment.years:
        return tuple(range(moment.years[0], moment.years[0] + moment.span + 1))
    return moment.years


def years_after(reported: Moment, date: Moment) -> int:
    """Return how many years after the beginning of the reported period its report is due.

    "За год – до 20 января" is due in the next year, "за год – до 20 декабря" in the same one.
    """
    month = date.first[0] if date.span else date.last[0]
    is_early = month < reported.last[0] - 1
    return reported.span or int(is_early)


def whole(item: Item) -> Moment:
    """Return the one moment of an item, a range put together."""
    return ranged(item.first, item.last) if item.last else item.first
