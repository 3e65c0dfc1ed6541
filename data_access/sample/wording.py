"""Words, numbers of documents and moments of entry, drawn from a seeded generator."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from random import Random
from typing import NamedTuple

from data_access.rules.days import shifted, working_days_ahead
from data_access.sample.story_records import Phrase

DEFAULT_EVIDENCE = "отчёт"
#: kind of document → form of its number, and the largest number
NUMBERS = {
    "протокол": ("{n}", 14),
    "письмо": ("01-17/{n}", 900),
    "приказ": ("{n}-од", 380),
    "справка": ("{n}", 90),
    "отчёт": ("02-09/{n}", 640),
}
OTHER_NUMBER = ("{n}", 240)

LATE_ENTRY_SHARE = 0.02
NEXT_DAY_SHARE = 0.35


class Said(NamedTuple):
    """A sentence with the quantity that it names, if any."""

    text: str
    quantity: int | None
    unit: str


@dataclass(frozen=True)
class Seeds:
    """Generators for separate things, so that a change in one leaves the others as they were."""

    seed: int

    def of(self, *names: object) -> Random:
        """Return the generator of the thing with these names."""
        return Random("/".join(map(str, (self.seed, *names))))


def said(random: Random, phrases: Sequence[Phrase], turn: int = 0) -> Said:
    """Return one of the phrases, another one at each turn, with its quantity filled in."""
    if not phrases:
        return Said("", None, "")
    phrase = phrases[turn % len(phrases)]
    if "{q}" not in phrase.text:
        return Said(phrase.text, None, "")
    quantity = random.randint(phrase.low, phrase.high)
    return Said(phrase.text.replace("{q}", str(quantity)), quantity, phrase.unit)


def evidence(random: Random, kind: str, day: date) -> str:
    """Return a document as evidence: "протокол от 12.03.2021 № 4"."""
    kind = kind or DEFAULT_EVIDENCE
    form, highest = NUMBERS.get(kind, OTHER_NUMBER)
    number = form.format(n=random.randint(1, highest))
    return f"{kind} от {working_day(day):%d.%m.%Y} № {number}"


def working_day(day: date) -> date:
    """Return the day, or the working day before it."""
    return shifted(day, "preceding", date.min)


def soon_after(random: Random, day: date, most: int) -> date:
    """Return a working day, from one to `most` of them after the day."""
    return working_days_ahead(day, random.randint(1, most))


def day_between(random: Random, first: date, last: date) -> date:
    """Return a working day of the stretch; its last day where it has none."""
    days = max(0, (last - first).days)
    day = working_day(first + timedelta(days=random.randint(0, days)))
    return day if day >= first else min(last, working_days_ahead(first, 1))


def moment_of(random: Random, day: date) -> datetime:
    """Return when something dated `day` was entered: mostly at once, seldom weeks later."""
    chance = random.random()
    if chance < LATE_ENTRY_SHARE:
        day = working_days_ahead(day, random.randint(15, 45))
    elif chance < LATE_ENTRY_SHARE + NEXT_DAY_SHARE:
        day = working_days_ahead(day, 1)
    at = time(random.randint(5, 9), random.randint(0, 59), random.randint(0, 59))
    return datetime.combine(day, at, tzinfo=UTC)
