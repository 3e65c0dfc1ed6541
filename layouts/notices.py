"""What stands where there is nothing to show: empty lists and faults."""

from dash import html
from dash.development.base_component import Component

from layouts import links
from layouts.components import Content, icon, link
from layouts.frame import Frame
from layouts.texts import _, fmt_number
from layouts.wording import filter_words


def empty(text: Content, hint: Content = None, *, href: str = "", action: str = "") -> Component:
    """Return an empty state: why there is nothing, what to change, a link that changes it."""
    return html.Div(
        [
            html.P(text, className="empty__text"),
            html.P(hint, className="empty__hint") if hint else None,
            html.P(link(action, href)) if href else None,
        ],
        className="empty",
    )


def nothing_found(
    route: str, frame: Frame, *, by_filter: str, at_all: str, action: str
) -> Component:
    """Return the empty state of a list: what was asked for, and the way to all of it.

    `by_filter` (a msgid with %(words)s) is said where filters act, else `at_all`; `action`
    names the link to the list `route` without filters.
    """
    words = filter_words(frame)
    if not words:
        return empty(at_all)
    return empty(
        _(by_filter, words=words),
        _("Remove a filter above or choose another plan."),
        href=links.href(route, links.context(frame.filters), plan=None, territory=None),
        action=action,
    )


def list_cut(shown: int, found: int) -> Component | None:
    """Return that a list goes on beyond what is shown; None where it does not."""
    if shown >= found:
        return None
    text = _(
        "Shown are the first %(shown)s of %(all)s. Narrow the filters, or download the whole"
        " table.",
        shown=fmt_number(shown),
        all=fmt_number(found),
    )
    return html.P(text, className="muted small")


def all_clear(text: Content) -> Component:
    """Return an empty state that is good news ("Просроченных нет")."""
    return html.P([icon("check-circle", "st-done"), html.Span(text)], className="all-clear")


def error_panel(
    title: str, text: Content, *, todo: Content = None, identifier: str = "", css: str = ""
) -> Component:
    """Return a fault: what happened, what is safe, what to do, the identifier for the log."""
    number = _("Identifier for the administrator: %(id)s", id=identifier) if identifier else ""
    return html.Div(
        [
            html.P([icon("exclamation-triangle"), title], className="fault__title"),
            html.Div(text, className="fault__text"),
            html.Div(todo, className="fault__todo") if todo else None,
            html.P(number, className="fault__id") if number else None,
        ],
        className=f"fault {css}".strip(),
        role="alert",
    )
