"""What the meeting's screens are set from: a screen, its rows, the pages of a long list."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import TypeVar

from dash.development.base_component import Component

from data_access.records.measures import MeasureRow
from layouts import elements as html
from layouts.components import Content
from layouts.texts import _, fmt_days, fmt_number

#: More rows can't be read from five metres.
ROWS = 6
#: So many rows have room for larger type, so many for a second line below the title.
FEW, ROOMY = 3, 4
#: The weight of a row with a title of one line; what a screen holds; characters of a line.
LIGHT, ROOM, ONE_LINE = 2, 15, 44

Item = TypeVar("Item")


@dataclass(frozen=True)
class Screen:
    """One message: its headline and what shows it; `css` marks the kind ("screen--title")."""

    title: Content
    body: Content
    css: str = ""


def paged(
    items: Sequence[Item], weight: Callable[[Item], int] | None = None, *, most: int = ROWS
) -> Iterator[tuple[Sequence[Item], str]]:
    """Yield the items of each screen with "2 из 3" for the headline ("" for a single one).

    `weight` tells how high a row is (2, or 3 where its title takes two lines), so that no row
    falls off the screen; there are never more than `most` rows. Screens are filled evenly:
    seven rows are four and three, not six and one.
    """
    found = _filled(items, weight, most)
    if found:
        even = _filled(items, weight, -(-len(items) // len(found)))
        found = even if len(even) == len(found) else found
    for number, some in enumerate(found, 1):
        values = {"part": fmt_number(number), "whole": fmt_number(len(found))}
        yield some, _("%(part)s of %(whole)s", **values) if len(found) > 1 else ""


def _filled(
    items: Sequence[Item], weight: Callable[[Item], int] | None, most: int
) -> list[list[Item]]:
    """Return the items in screens, each filled as far as it goes."""
    screens: list[list[Item]] = []
    room = 0
    for one in items:
        need = weight(one) if weight else LIGHT
        if not screens or need > room or len(screens[-1]) == most:
            screens.append([])
            room = ROOM
        screens[-1].append(one)
        room -= need
    return screens


def weight_of(one: MeasureRow) -> int:
    """Return how high a measure's row is."""
    return LIGHT if len(one.short_title) <= ONE_LINE else LIGHT + 1


def title_with(text: str, part: str) -> Content:
    """Return a headline with the number of the list's screen beside it."""
    if not part:
        return text
    return [text, html.Span(part, className="screen__part")]


def listing(rows: Sequence[Component]) -> Component:
    """Return rows as a list; a few of them are set larger."""
    css = "screen__list"
    css += " is-few" if len(rows) <= FEW else " is-roomy" if len(rows) <= ROOMY else ""
    return html.Ol(list(rows), className=css)


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
