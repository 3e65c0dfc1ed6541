"""An executor's assignment: when acts name it, and when it counts."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property

#: From a day on (None: from the beginning) up to, not including, another one (None: for good).
Stretch = tuple[date | None, date | None]
ALWAYS: tuple[Stretch, ...] = ((None, None),)


@dataclass(frozen=True)
class Assigned:
    """An executor's assignment; `counts` under the plan's completion rule.

    An amended act may have named the executor from `began_on` on (None: from the beginning), or
    released it: from `ended_on` on it is not named any more. One that was named again had been
    released from `away_from` up to `back_on`. It counts within the stretches of `counts_in`: where
    the lead alone counts and leads changed, each counts while it led.
    """

    id: int
    counts: bool
    began_on: date | None = None
    ended_on: date | None = None
    counts_in: tuple[Stretch, ...] = ALWAYS
    away_from: date | None = None
    back_on: date | None = None

    def __hash__(self) -> int:
        """Hash the id alone: what is known of assignments is looked up very often."""
        return self.id

    @property
    def counts_always(self) -> bool:
        """Tell whether it counts as long as it is named."""
        return self.counts and self.counts_in == ALWAYS

    def counting(self) -> Iterator["Assigned"]:
        """Yield it as if it were named only while it counts, once for each stretch."""
        if self.counts_always and not self.turns:
            yield self
            return
        for first, last in self.counts_in if self.counts else ():
            for one in self.pieces:
                began = max((day for day in (one.began_on, first) if day), default=None)
                ended = min((day for day in (one.ended_on, last) if day), default=None)
                if began is None or ended is None or began < ended:
                    yield replace(one, began_on=began, ended_on=ended)

    @property
    def pieces(self) -> tuple["Assigned", ...]:
        """Return it once for each stretch in which it is named, as if it were named only then."""
        if self.away_from is None or self.back_on is None or self.back_on <= self.away_from:
            return (self,)
        alone = replace(self, away_from=None, back_on=None)
        return replace(alone, ended_on=self.away_from), replace(alone, began_on=self.back_on)

    def during(self, on: date) -> "Assigned":
        """Return it as if it were named only in the last stretch that has begun by the date."""
        *first, last = self.pieces
        return last if not first or (last.began_on and last.began_on <= on) else first[0]

    def is_named(self, on: date) -> bool:
        """Tell whether the act names the executor on the date."""
        return (self.began_on is None or self.began_on <= on) and not self.has_ended(on)

    def has_ended(self, on: date) -> bool:
        """Tell whether the executor was released by the date."""
        return self.ended_on is not None and self.ended_on <= on

    @cached_property
    def turns(self) -> tuple[date, ...]:
        """Return the dates on which it begins or ends, where an amended act says so."""
        return tuple(
            day for one in self.pieces for day in (one.began_on, one.ended_on) if day is not None
        )
