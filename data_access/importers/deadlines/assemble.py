"""Assembly: from parts in order to a statement; here the words between moments take effect."""

from collections.abc import Sequence

from data_access.importers.deadlines.brackets import without_labels
from data_access.importers.deadlines.edges import edged
from data_access.importers.deadlines.items import Item, Statement, is_backward
from data_access.importers.deadlines.joining import ends_range, is_year_of_last, join_year
from data_access.importers.deadlines.parts import (
    Following,
    Found,
    Frequency,
    Limit,
    Mark,
    Moment,
    Unit,
)
from data_access.importers.deadlines.signs import Signs


def assembled(found: Sequence[Found], phrase: str) -> Statement:
    """Return the statement that the parts of a phrase make."""
    assembler = Assembler(phrase)
    for one in without_labels(found, phrase):
        assembler.take(one)
    assembler.labels.close(assembler.last)
    assembler.refuse_backward()
    assembler.statement.unread += assembler.labels.unread
    return assembler.statement


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
        if self.edge and self.limit:
            self.statement.words["limited period"] = self.limit
        self.pass_sign("frequency")

    def _is_next_year(self, part: Following) -> bool:
        """ "20 января следующего года" moves a date; otherwise it is about a recurring period."""
        is_next = self.last and part.what == 12 and self.since <= {"noise", ",", ";"}
        if self.last and is_next:
            self.last.shift = 1
        return bool(is_next)

    def _moment(self, one: Found, moment: Moment) -> None:
        last = self.last
        plain = not (self.edge or self.closing or self.about is not None)
        if last and plain and is_year_of_last(self.statement.items, moment, self.since):
            join_year(last, moment)
        elif last and self.about is None and ends_range(last, moment, self.since, self.closing):
            last.last, last.end = edged(moment, self.edge, Limit.BY)[0], one.end
        else:
            self._add(one, moment)
        self.labels.flush(self.last)
        self.since, self.edge, self.about = set(), "", None
        self.opening = self.closing = False

    def _add(self, one: Found, moment: Moment) -> None:
        limit = self.limit
        if limit and self.last and "limit" not in self.since and moment.unit is not Unit.DAY:
            limit = self.limit = Limit.NONE
        edge = self.edge or ("конец" if self.about is not None else "")
        moment, limit = edged(moment, edge, limit)
        item = Item(moment, one.start, one.end, limit=limit, opened=self.opening)
        item.signs = frozenset(self.since) if self.last else frozenset((",",))
        item.in_brackets, item.about = self.bracket, self.about is not None
        item.label = self.labels.before(self.about, one.end)
        self.statement.items.append(item)
