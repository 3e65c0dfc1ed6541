"""What the meeting's screens are set from: a screen, its rows, the pages of a long list."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TypeVar

from dash import html
from dash.development.base_component import Component

from data_access.records.measures import MeasureRow
from layouts.components import Content
from layouts.texts import _, fmt_days, fmt_number

#: More rows can't be read from five metres.
ROWS = 6
#: So many rows have room for larger type.
FEW = 3

Item = TypeVar("Item")


@dataclass(frozen=True)
class Screen:
    """One message: its headline and what shows it; `css` marks the kind ("screen--title")."""

    title: Content
    body: Content
    css: str = ""


def paged(items: Sequence[Item], size: int = ROWS) -> Iterator[tuple[Sequence[Item], str]]:
    """Yield the items of each screen with "2 из 3" for the headline ("" for a single one).

    The screens are filled evenly: seven rows are four and three, not six and one.
    """
    count = -(-len(items) // size)
    each = -(-len(items) // count) if count else 0
    for page in range(count):
        part = _("%(part)s of %(whole)s", part=fmt_number(page + 1), whole=fmt_number(count))
        yield items[page * each : (page + 1) * each], part if count > 1 else ""


def title_with(text: str, part: str) -> Content:
    """Return a headline with the number of the list's screen beside it."""
    if not part:
        return text
    return [text, html.Span(part, className="screen__part")]


def listing(rows: Sequence[Component]) -> Component:
    """Return rows as a list; a few of them are set larger."""
    few = " is-few" if len(rows) <= FEW else ""
    return html.Ol(list(rows), className=f"screen__list{few}")


def row(lead: Content, title: Content, sub: Content, side: Content) -> Component:
    """Return one row: number, title over who and when, and what matters most at the right."""
    return html.Li(
        [
            html.Span(lead, className="screen__lead"),
            html.Div(
                [
                    html.Div(title, className="screen__name"),
                    html.Div(sub, className="screen__sub") if sub else None,
                ],
                className="screen__what",
            ),
            html.Div(side, className="screen__side"),
        ],
        className="screen__row",
    )


def measure_row(one: MeasureRow, side: Content, *, several: bool, sub: str = "") -> Component:
    """Return a measure's row: who leads, where (if several plans), and `sub`."""
    lead = one.lead.short_name if one.lead else ""
    place = one.plan.territory.short_name if several else ""
    words = " · ".join(text for text in (place, lead, sub) if text)
    return row(one.number, one.short_title, words, side)


def late_days(one: MeasureRow) -> Component:
    """Return "41 день" in the colour of delay."""
    return html.Strong(fmt_days(one.days_overdue or 0), className="late")
