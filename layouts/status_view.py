"""How a status looks: its word, icon, class and colours, in one place.

The same hex values stand as tokens in `assets/00-tokens.css` (a test compares them). A status
is never told by colour alone: icon and word go with it, in bars a pattern, in charts a shape.
"""

from dataclasses import dataclass

from dash.development.base_component import Component

from data_access.records.status import FINISHED, Status
from data_access.records.status import SHOWN_ORDER as SHOWN_ORDER
from layouts import elements as html
from layouts.texts import N_, _


@dataclass(frozen=True)
class Look:
    """What stands for a status: msgid, Bootstrap icon, colour on light and on dark paper."""

    name: str
    icon: str
    light: str
    dark: str
    #: Plotly's marker symbol; open ones are drawn as an outline.
    symbol: str = "circle"
    is_open: bool = False


LOOKS: dict[Status, Look] = {
    Status.DONE: Look(N_("Done"), "check-circle-fill", "#1B7F6B", "#3DB89E"),
    Status.DONE_LATE: Look(
        N_("Done late"), "clock-history", "#2A8C77", "#4FC4AB", symbol="triangle-up"
    ),
    Status.IN_PROGRESS: Look(
        N_("In progress"), "play-circle-fill", "#3B6FB6", "#6C9EE0", is_open=True
    ),
    Status.UNDER_REVIEW: Look(N_("Under review"), "eye-fill", "#6B5CA5", "#A294DB"),
    Status.NOT_DUE: Look(N_("Not due yet"), "circle", "#7B8693", "#8F9BA9", is_open=True),
    Status.PARTIAL: Look(N_("Done in part"), "circle-half", "#B7791F", "#DDA345", symbol="diamond"),
    Status.RETURNED: Look(
        N_("Returned"), "arrow-return-left", "#A66A14", "#E0AC57", symbol="diamond", is_open=True
    ),
    Status.OVERDUE: Look(
        N_("Overdue"), "exclamation-circle-fill", "#C2412D", "#F0806C", symbol="square"
    ),
    Status.NOT_DONE: Look(N_("Not done"), "x-circle-fill", "#8B1E1E", "#D9605C", symbol="x"),
    Status.REMOVED: Look(
        N_("Removed from control"), "dash-circle", "#808A97", "#7F8B99", symbol="triangle-down"
    ),
    Status.UNDATED: Look(
        N_("No due date"),
        "question-circle",
        "#75808D",
        "#97A3B1",
        is_open=True,
    ),
}


#: What counts as done, in the order shown: for links to the lists of it.
DONE_STATUSES = tuple(status for status in SHOWN_ORDER if status in FINISHED)


def name(status: Status) -> str:
    """Return the status in the language of the request."""
    return _(LOOKS[status].name)


def css(status: Status) -> str:
    """Return the class that sets a status's colour: "st-done-late"."""
    return "st-" + status.value.replace("_", "-")


def colour(status: Status) -> str:
    """Return the colour of a status in charts (light paper; the dark one comes by CSS)."""
    return LOOKS[status].light


def icon(status: Status) -> Component:
    """Return the bare icon in the status's colour, hidden from screen readers."""
    return html.I(className=f"bi bi-{LOOKS[status].icon} {css(status)}", **{"aria-hidden": "true"})


def badge(status: Status, note: str = "") -> Component:
    """Return icon and word; `note` follows in muted ink ("41 день")."""
    parts: list[object] = [icon(status), html.Span(name(status), className="st__word")]
    if note:
        parts.append(html.Span(note, className="st__note"))
    return html.Span(parts, className=f"st st--{status.value.replace('_', '-')}")


def mark(status: Status) -> Component:
    """Return the icon alone with its word for screen readers and in a tooltip."""
    word = html.Span(name(status), className="visually-hidden")
    return html.Span([icon(status), word], className="st", title=name(status))
