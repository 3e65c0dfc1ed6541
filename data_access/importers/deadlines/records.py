"""What the deadline reader takes and gives: the plan's term; points, questions, repairs."""

from dataclasses import dataclass, field
from datetime import date

KINDS = (
    "period",
    "by_date",
    "month",
    "quarter",
    "yearly_quarter",
    "ongoing",
    "event",
    "multiple",
    "unknown",
)

Value = str | int | date | tuple[date, ...]


#: The years that plans can have; beyond them a term is a mistake.
FIRST_YEAR, LAST_YEAR = 1900, 2199


@dataclass(frozen=True)
class Term:
    """The term of a plan, both days included; ValueError for a wrong order or absurd years."""

    start: date
    end: date

    def __post_init__(self) -> None:
        if self.start > self.end:
            raise ValueError(f"the term ends before it starts: {self.start} – {self.end}")
        if not FIRST_YEAR <= self.start.year <= self.end.year <= LAST_YEAR:
            raise ValueError(f"the years lie outside {FIRST_YEAR}–{LAST_YEAR}")

    @classmethod
    def of_years(cls, first: int, last: int) -> "Term":
        """Return the term of whole years."""
        return cls(date(first, 1, 1), date(last, 12, 31))

    @property
    def years(self) -> tuple[int, ...]:
        """Return the years that the term touches."""
        return tuple(range(self.start.year, self.end.year + 1))

    def holds(self, day: date) -> bool:
        """Tell whether a day lies within the term."""
        return self.start <= day <= self.end


@dataclass(frozen=True)
class Point:
    """A control point: due on a day; `starts_on` where the phrase names a month or the like.

    `label` is in the document's own words, empty where it has none.
    """

    due_on: date
    starts_on: date | None = None
    label: str = ""

    @property
    def key(self) -> tuple[date, str]:
        """Return what is unique among the points of a measure."""
        return self.due_on, self.label


@dataclass(frozen=True)
class Question:
    """A doubt for a person to settle: a code of `questions.py` and what its wording needs."""

    code: str
    values: tuple[tuple[str, Value], ...] = ()

    def __getitem__(self, name: str) -> Value:
        return dict(self.values)[name]


@dataclass(frozen=True)
class Repair:
    """A damaged place of the phrase: what was read and what was made of it."""

    read: str
    made: str


@dataclass(frozen=True)
class Reading:
    """What a phrase means within a term.

    `recurrence` is one of none, yearly, half-yearly, quarterly, monthly, weekly, daily,
    continuous, or "every N months" as "N-monthly". `proposal` holds dates that may be used only
    when a person agrees. `repairs` are told apart from the reading: they do not change it.
    """

    kind: str
    points: tuple[Point, ...] = ()
    recurrence: str = "none"
    questions: tuple[Question, ...] = ()
    proposal: tuple[date, ...] = ()
    repairs: tuple[Repair, ...] = field(default=(), compare=False)

    @property
    def due_dates(self) -> tuple[date, ...]:
        """Return the due dates in order."""
        return tuple(point.due_on for point in self.points)

    @property
    def labels(self) -> tuple[str, ...]:
        """Return a label for each due date, empty where the document has none."""
        return tuple(point.label for point in self.points)
