"""Assembly: from parts in order to a statement; here the words between moments take effect."""

from collections.abc import Sequence
from dataclasses import replace

from data_access.importers.deadlines.brackets import without_labels
from data_access.importers.deadlines.edges import edged
from data_access.importers.deadlines.items import Item, Statement, is_backward
from data_access.importers.deadlines.joining import (
    days_of_last,
    ends_range,
    is_of_day,
    is_year_of_last,
    join_year,
)
from data_access.importers.deadlines.letters import folded
from data_access.importers.deadlines.moments import day_moment, months_moment
from data_access.importers.deadlines.naming import is_named, name_dates
from data_access.importers.deadlines.parts import (
    DayOfMonth,
    Following,
    Found,
    Frequency,
    Impossible,
    Limit,
    Mark,
    Moment,
    Offset,
    Unit,
)
from data_access.importers.deadlines.signs import END, Signs

#: Numbers of months that reports are made for, from the year's beginning on.
REPORTED = (3, 6, 9, 12)
ALWAYS_REPORTED = 9


def assembled(found: Sequence[Found], phrase: str) -> Statement:
    """Return the statement that the parts of a phrase make."""
    assembler = Assembler(phrase)
    found = without_labels(found, phrase)
    for one in found:
        assembler.take(one)
    assembler.labels.close(assembler.last)
    assembler.refuse_backward()
    statement = assembler.statement
    names = name_dates(statement, found, phrase)
    unread = assembler.labels.unread
    statement.unread += [text for text in unread if not any(text in name for name in names)]
    for said in ("event", "generic"):
        if all(is_named(one, phrase, names) for one in found if one.marks(said)):
            statement.words.pop(said, None)
    return statement


class Assembler(Signs):
    """Takes parts one by one."""

    def take(self, one: Found) -> None:
        """Take the next part."""
        part = one.part
        if isinstance(part, Moment):
            self._moment(one, part)
        elif isinstance(part, Mark):
            self.take_mark(one, part)
        elif isinstance(part, Frequency):
            self._frequency(part)
        elif isinstance(part, Following) and self._is_next_year(part):
            self.pass_sign("noise")
        elif isinstance(part, Offset) and self._is_report(one, part):
            self.pass_sign("limit")
        elif isinstance(part, DayOfMonth) and self._is_exception(part):
            self.pass_sign("part")
        else:
            self.statement.parts.append((part, self.limit))
            self.pass_sign("part")
            self.limit = Limit.NONE
            self.since.discard("limit")

    def refuse_backward(self) -> None:
        """Refuse ranges that end before they begin, now that all have their years."""
        for item in self.statement.items:
            if item.last and is_backward(item.first, item.last):
                self.refuse("backward", item.start, item.end)

    def _frequency(self, part: Frequency) -> None:
        self.statement.frequencies.append(part)
        if self.edge:
            self.each_period()
        self.pass_sign("frequency")

    def _is_next_year(self, part: Following) -> bool:
        """ "20 января следующего года" moves a date; otherwise it is about a recurring period."""
        is_next = self.last and part.what == 12 and self.since <= {"noise", ",", ";"}
        if self.last and is_next:
            self.last.shift = 1
        return bool(is_next)

    def _is_report(self, one: Found, part: Offset) -> bool:
        """ "За 9 месяцев до 15 октября" is about the months before; "за 3 месяца" in a list too."""
        bare = folded(self.labels.phrase[one.start : one.end]).startswith("за")
        months = part.is_before and part.unit == "месяц" and part.months < 0 and bare
        listed = part.count in REPORTED and any(item.about for item in self.statement.items)
        if not (months and (part.count == ALWAYS_REPORTED or listed)):
            return False
        end = one.end - len(" до")
        moment = months_moment(Unit.SPAN, 1, part.count)
        self.take_mark(one, Mark("about"))
        self._moment(Found(moment, one.start, end), moment)
        self.take_mark(Found(Mark("limit"), end, one.end), Mark("limit", Limit.BEFORE))
        return True

    def _is_exception(self, part: DayOfMonth) -> bool:
        """ "…, в декабре – до 15 числа" names the day of one month beside the common one."""
        last = self.last
        common = any(isinstance(other, DayOfMonth) for other, _limit in self.statement.parts)
        if not (last and common and last.first.unit is Unit.MONTH and "," not in self.since):
            return False
        day = day_moment(last.first.first[0], part.days[0], last.first.years)
        if last.last or part.counted or len(part.days) > 1 or isinstance(day, Impossible):
            return False
        last.first, last.limit, last.label = day, Limit.BY, ""
        last.about, last.instead = False, True
        self.limit = Limit.NONE
        return True

    def _moment(self, one: Found, moment: Moment) -> None:
        shared = days_of_last(self.statement.items) if self._shares_days(one, moment) else []
        if shared:
            for day in shared:
                self.take(replace(one, part=day_moment(moment.first[0], day)))
            return
        last = self.last
        plain = not (self.edge or self.closing or self.about is not None)
        if last and plain and is_year_of_last(self.statement.items, moment, self.since):
            join_year(last, moment)
        elif last and self.about is None and ends_range(last, moment, self.since, self.closing):
            limit = Limit.BY if self.closing and self.edge != "начало" else Limit.NONE
            last.last, last.end = edged(moment, self.edge, limit)[0], one.end
        else:
            self._add(one, moment)
        self.labels.flush(self.last)
        self.since, self.edge, self.about = set(), "", None
        self.opening = self.closing = False

    def _shares_days(self, one: Found, moment: Moment) -> bool:
        """Tell whether a month in a list has the days of the one before it."""
        said = self.labels.phrase[one.start : one.end]
        plain = not (self.edge or self.closing or self.about is not None)
        return plain and self.since <= {",", "noise"} and is_of_day(moment, said)

    def _add(self, one: Found, moment: Moment) -> None:
        limit = self.limit
        if limit and self.last and "limit" not in self.since and moment.unit is not Unit.DAY:
            limit = self.limit = Limit.NONE
        edge = self.edge or (END if self.about is not None else "")
        moment, limit = edged(moment, edge, limit)
        item = Item(moment, one.start, one.end, limit=limit, opened=self.opening)
        item.signs = frozenset(self.since) if self.last else frozenset((",",))
        item.in_brackets, item.about = self.bracket, self.about is not None
        item.label = self.labels.before(self.about, one.end)
        self.statement.items.append(item)
