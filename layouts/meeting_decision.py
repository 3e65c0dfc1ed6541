"""The draft decision: sentences made from the data, for the commission to change and adopt.

Names of bodies stand after a colon in the form in which the plan has them, so that no sentence
needs another case of a name. Dates that nobody proposed are left blank.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from dash import html
from dash.development.base_component import Component

from data_access.records.cut import Cut
from data_access.records.measures import ExecutorMark, MeasureRow
from data_access.records.pages import MeetingPage
from layouts import sentences as say
from layouts.meeting_parts import Screen, title_with
from layouts.terms import not_begun, term_words
from layouts.texts import _, fmt_date, fmt_days, fmt_number, ngettext
from layouts.wording import clauses

BLANK = "________"
#: What a screen holds at 1024×768: characters of a line, lines of the list, the gap of a point.
LINE, LINES, GAP = 60, 14.5, 0.4
NAMES, NUMBERS = 4, 8


@dataclass(frozen=True)
class Point:
    """A point of the decision: what to do, and with whom or what."""

    verb: str
    text: str

    @property
    def lines(self) -> float:
        """Return how many lines it takes on a projector, roughly."""
        return -(-(len(self.verb) + len(self.text) + 1) // LINE) + GAP


def decision(data: MeetingPage) -> list[Screen]:
    """Return the draft decision, as many points a screen as can be read."""
    screens = list(_screens(points(data)))
    return [
        Screen(
            title_with(_("Draft decision"), _part(number, len(screens))),
            html.Ol([_item(one) for one in some], className="screen__points", start=first),
        )
        for number, (first, some) in enumerate(screens, 1)
    ]


def points(data: MeetingPage) -> list[Point]:
    """Return the points of the draft in the order of a decision."""
    late = data.overview.overdue
    if not_begun(data.overview.plans):
        return []
    if isinstance(late, Cut):  # nobody decides on the single measures of so many plans
        return [Point(_("To note:"), _noted(data))]
    found = [
        Point(_("To note:"), _noted(data)),
        Point(_("To hear:"), _per_executor(_led(late, by_agreement=False), data)),
        Point(_("To recommend to carry out:"), _per_executor(_led(late, by_agreement=True), data)),
        Point(_("To set a new date:"), _dates(late, data)),
        Point(_("To complete what was done in part:"), _numbers(data.partial, data)),
        Point(_("To hear why it was not done:"), _per_executor(data.not_done, data)),
        Point(_("To send the missing reports:"), _silent(data)),
        Point(_("To take off control as done:"), _finished(data)),
    ]
    return [one for one in found if one.text]


def _noted(data: MeetingPage) -> str:
    overview = data.overview
    said = (say.done_words(overview), say.late_words(overview.totals))
    return clauses(term_words(overview.plans), *said) + "."


def _led(rows: Iterable[MeasureRow], *, by_agreement: bool) -> list[MeasureRow]:
    """Return the measures whose lead is subordinate to the administration, or is not."""
    return [row for row in rows if row.lead and row.lead.by_agreement == by_agreement]


def _per_executor(rows: Iterable[MeasureRow], data: MeetingPage) -> str:
    """Return each lead executor with its late points: "ООиП УО — п. 2.3 (41 день)"."""
    led = [(row.lead, row) for row in rows if row.lead]
    led.sort(key=lambda pair: pair[0].id)
    groups = [
        (group[0][0], [row for _lead, row in group])
        for group in (list(some) for _id, some in groupby(led, key=lambda pair: pair[0].id))
    ]
    groups.sort(key=lambda pair: -max(row.days_overdue or 0 for row in pair[1]))
    words = [_executor(lead, some, data) for lead, some in groups]
    return _cut(words, "; ")


def _executor(lead: ExecutorMark, rows: Sequence[MeasureRow], data: MeetingPage) -> str:
    longest = max(row.days_overdue or 0 for row in rows)
    if not longest:
        return f"{lead.short_name}: {_numbers(rows, data, end='')}"
    days = fmt_days(longest)
    return _(
        "%(name)s: %(numbers)s (%(days)s)",
        name=lead.short_name,
        numbers=_numbers(rows, data, end=""),
        days=days,
    )


def _dates(rows: Sequence[MeasureRow], data: MeetingPage) -> str:
    """Return the dates that executors proposed, and a blank for the other measures."""
    proposed = [row for row in rows if row.proposed_due_on and row.proposed_due_on > row.as_of]
    words = [_until([row], data, fmt_date(row.proposed_due_on)) for row in proposed[:NAMES]]
    parts = [_("%(list)s, as proposed", list=", ".join(words))] if words else []
    others = [row for row in rows if row not in proposed[:NAMES]]
    if others:
        parts.append(_until(others, data, BLANK))
    return _cut(parts, "; ")


def _until(rows: Sequence[MeasureRow], data: MeetingPage, day: str) -> str:
    """Return "пп. 2.2, 2.3 – до 15.10.2021"."""
    return _("%(numbers)s until %(date)s", numbers=_numbers(rows, data, end=""), date=day)


def _numbers(rows: Sequence[MeasureRow], data: MeetingPage, end: str = ".") -> str:
    """Return "пп. 2.3, 2.6", with the place where there are several plans."""
    if not rows:
        return ""
    several = len(data.overview.plans) > 1
    places = [f" ({row.plan.territory.short_name})" if several else "" for row in rows]
    shown = [row.number + place for row, place in zip(rows, places, strict=True)]
    words = _cut(shown, ", ", most=NUMBERS, end="")
    return ngettext("item %(list)s", "items %(list)s", len(rows), list=words) + end


def _silent(data: MeetingPage) -> str:
    several = len(data.overview.plans) > 1
    who = {one.executor.id: one for one in data.overview.missing}
    places = [f" ({one.plan.territory.short_name})" if several else "" for one in who.values()]
    names = [
        one.executor.short_name + place for one, place in zip(who.values(), places, strict=True)
    ]
    if not names:
        return ""
    return _("%(names)s, until %(date)s.", names=_cut(names, ", ", end=""), date=BLANK)


def _finished(data: MeetingPage) -> str:
    done = data.overview.totals.execution.part
    if not done:
        return ""
    return ngettext(
        "%(n)s measure, by the list in the report.",
        "%(n)s measures, by the list in the report.",
        done,
    )


def _cut(words: Sequence[str], glue: str, *, most: int = NAMES, end: str = ".") -> str:
    """Return the first words joined, and how many more there are."""
    if not words:
        return ""
    text = glue.join(words[:most])
    rest = len(words) - most
    if rest > 0:
        text += " " + ngettext("and %(n)s more", "and %(n)s more", rest)
    return text + end


def _screens(items: Sequence[Point]) -> Iterator[tuple[int, list[Point]]]:
    """Yield the points of each screen with the number of the first."""
    some: list[Point] = []
    first = 1
    for one in items:
        if some and sum(other.lines for other in some) + one.lines > LINES:
            yield first, some
            first, some = first + len(some), []
        some.append(one)
    if some:
        yield first, some


def _part(number: int, count: int) -> str:
    if count < 2:
        return ""
    return _("%(part)s of %(whole)s", part=fmt_number(number), whole=fmt_number(count))


def _item(one: Point) -> Component:
    return html.Li([html.Strong(one.verb), " ", one.text])
