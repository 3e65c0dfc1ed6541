"""A draft reading: what the rules of reading fill in and hand on."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from datetime import date

from data_access.importers.deadlines.items import Statement, Stretch
from data_access.importers.deadlines.parts import Frequency, Unit
from data_access.importers.deadlines.periods import Span, laid, periods
from data_access.importers.deadlines.questions import CODES
from data_access.importers.deadlines.records import Point, Question, Reading, Repair, Term, Value

YEAR = 12
RECURRENCES = {1: "monthly", 3: "quarterly", 6: "half-yearly", 12: "yearly", 24: "biennial"}


@dataclass
class Draft:
    """A reading in the making; `kind` empty while nothing is decided."""

    kind: str = ""
    points: list[Point] = field(default_factory=list)
    recurrence: str = "none"
    questions: list[Question] = field(default_factory=list)
    proposal: tuple[date, ...] = ()

    def copy(self) -> "Draft":
        """Return a draft of its own with the same content."""
        return replace(self, points=[*self.points], questions=[*self.questions])

    def restore(self, before: "Draft") -> None:
        """Take over the content of an earlier copy."""
        vars(self).update(vars(before))

    def ask(self, code: str, **values: Value) -> None:
        """Add a question once; KeyError for a code that is not listed."""
        if code not in CODES:
            raise KeyError(code)
        question = Question(code, tuple(sorted(values.items())))
        if question not in self.questions:
            self.questions.append(question)

    def add(self, spans: Iterable[Span], label: str = "", timed: bool = True) -> None:
        """Add a control point for each span; `timed`: it starts with its span."""
        for span in spans:
            self.points.append(Point(span.end, span.start if timed else None, label))

    def reading(self, repairs: tuple[Repair, ...]) -> Reading:
        """Return the finished reading: points in order, none twice."""
        unique = {point.key: point for point in reversed(self.points)}
        points = tuple(sorted(unique.values(), key=lambda point: point.key))
        return Reading(
            self.kind, points, self.recurrence, tuple(self.questions), self.proposal, repairs
        )


@dataclass(frozen=True)
class Case:
    """What a rule of reading looks at: the statement, the term, and the draft it fills in."""

    statement: Statement
    term: Term
    draft: Draft

    @property
    def stretches(self) -> list[Stretch]:
        """Return the stretches that are deadlines themselves."""
        return [one for one in self.statement.stretches if not one.opened]

    @property
    def opened(self) -> list[Stretch]:
        """Return those that only begin something: "начиная с 2023 года"."""
        return [one for one in self.statement.stretches if one.opened]

    @property
    def finer(self) -> list[Stretch]:
        """Return those that are more than years or the plan's term."""
        return [one for one in self.stretches if one.moment.unit not in (Unit.YEAR, Unit.TERM)]

    @property
    def yearly(self) -> bool:
        """Tell whether the phrase says "every year"."""
        return any(one.months == YEAR for one in self.statement.frequencies)

    @property
    def often(self) -> Frequency | None:
        """Return the frequency finer or longer than a year, the finest if there are several."""
        others = [one for one in self.statement.frequencies if one.months != YEAR]
        return min(others, key=lambda one: one.months, default=None)

    def said(self, word: str) -> str:
        """Return what a word of the phrase says, empty if it does not stand there."""
        return self.statement.words.get(word, "")

    def window(self) -> list[Span]:
        """Return the part of the term, or beyond it, that years and "начиная с" leave."""
        years = [one for one in self.stretches if one.moment.unit is Unit.YEAR]
        spans = [span for one in years if one.moment.years for span in self.limited(one)]
        start, end = self.opening(), self.term.end
        spans = spans or [Span(start, end)]
        cut = [Span(max(one.start, start), one.end) for one in spans if one.end >= start]
        return cut or ([] if self.opened else spans)

    def periods(self, window: Span, months: int) -> Iterator[Span]:
        """Yield the periods of so many months, those of a window beyond the term included."""
        term = self.term
        if months > YEAR:
            return periods(term, months)
        return periods(Span(min(term.start, window.start), max(term.end, window.end)), months)

    def limited(self, stretch: Stretch) -> list[Span]:
        """Return the spans of a stretch; "до 2025 года" begins with the term."""
        return [
            Span(self.term.start, span.end) if stretch.limit else span
            for span in laid(stretch, self.term)
        ]

    def after_first(self) -> date | None:
        """Return the last day of what "далее" goes on from, None where the phrase has no such."""
        spans = [span for one in self.finer[:1] for span in laid(one, self.term)[:1]]
        return spans[0].end if spans and self.said("then") else None

    def opening(self) -> date:
        """Return the day that "начиная с" names, else the term's first."""
        starts = (span.start for one in self.opened for span in laid(one, self.term))
        return min(starts, default=self.term.start)
