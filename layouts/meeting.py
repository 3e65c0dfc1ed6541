"""The projected view: one message a screen, turned by keys (`assets/meeting.js`).

All screens stand in the page; styles show the one that the script marks, the first one where
no script runs. So the view works from the first response and from the tree that Dash draws.
"""

from collections.abc import Sequence

from dash.development.base_component import Component

from data_access.records.common import PlanRef
from data_access.records.pages import MeetingPage
from layouts import elements as html
from layouts import links
from layouts import meeting_lists as lists
from layouts import meeting_totals as first
from layouts.components import headline, icon, link
from layouts.components import page as paper
from layouts.filter_names import without_effect
from layouts.frame import Frame
from layouts.meeting_decision import decision
from layouts.meeting_parts import Screen
from layouts.notices import empty
from layouts.texts import N_, _, fmt_date, fmt_number
from layouts.wording import filter_words

KEYS = (
    ("← →", N_("turn")),
    ("Home End", N_("first, last")),
    ("F", N_("full screen")),
    ("A", N_("by itself")),
    ("D", N_("dark")),
    ("Esc", N_("leave")),
    ("?", N_("this line")),
)


def page(data: MeetingPage, frame: Frame) -> Component:
    """Return the screens of a meeting."""
    way_back = links.href("overview", frame.filters)
    if not data.overview.plans or not data.overview.totals.all:
        return _nothing(way_back)
    found = screens(data, _narrowed(frame))
    words = _plan_words(data.overview.plans)
    shown = [_screen(one, number, len(found), words) for number, one in enumerate(found, 1)]
    return html.Div([*shown, _help(), _leave(way_back)], className="meeting", id="meeting")


def _narrowed(frame: Frame) -> list[str]:
    """Return the filters in words for the first screen, and those that change nothing here."""
    words = filter_words(frame)
    only = _("Only: %(filters)s", filters=words) if words else ""
    return [text for text in (only, without_effect(frame)) if text]


def screens(data: MeetingPage, narrowed: Sequence[str] = ()) -> list[Screen]:
    """Return the screens in the order of a meeting; `narrowed` is said about the filters."""
    overview = data.overview
    return [
        first.opening(overview, narrowed),
        first.totals(overview),
        *first.territories(overview),
        *first.sections(overview),
        *lists.overdue(overview),
        *lists.partial(data),
        *lists.not_done(data),
        *lists.missing(overview),
        *lists.indicators(overview),
        *lists.changed_terms(data),
        *decision(data),
    ]


def _screen(one: Screen, number: int, count: int, words: Sequence[Component]) -> Component:
    """Return a screen with its footer; the first is on until the script says otherwise."""
    heading = html.H1 if number == 1 else html.H2
    css = f"screen {one.css}{' is-on' if number == 1 else ''}"
    return html.Section(
        [
            heading(one.title, className="screen__title"),
            html.Div(one.body, className="screen__body"),
            _foot(words, number, count),
        ],
        className=" ".join(css.split()),
        **{"data-screen": str(number)},
    )


def _foot(words: Sequence[Component], number: int, count: int) -> Component:
    """Return the footer: plan and date, number of the screen, clock."""
    place = _("screen %(n)s of %(count)s", n=fmt_number(number), count=fmt_number(count))
    return html.Footer(
        [
            *words,
            html.Span(_("by itself"), className="meeting__auto"),
            html.Span(
                [
                    _turn("previous", "chevron-left", _("Previous screen")),
                    html.Span(place, className="nowrap"),
                    _turn("next", "chevron-right", _("Next screen")),
                ],
                className="screen__turn",
            ),
            html.Span(className="meeting__clock"),
        ],
        className="screen__foot",
    )


def _turn(action: str, sign: str, name: str) -> Component:
    """Return a button that turns the screens, for those who have no keys."""
    return html.Button(
        icon(sign), type="button", title=name, **{"data-meeting": action, "aria-label": name}
    )


def _plan_words(plans: Sequence[PlanRef]) -> list[Component]:
    """Return plan and date of the cut for the footer, and whether the data are a sample."""
    dates = {plan.as_of for plan in plans}
    name = plans[0].short_title if len(plans) == 1 else _("All plans")
    date = _("as of %(date)s", date=fmt_date(dates.pop())) if len(dates) == 1 else ""
    shown = [
        html.Span(name, className="screen__plan"),
        html.Span(date, className="nowrap"),
    ]
    if any(plan.is_demo for plan in plans):
        shown.append(html.Span(_("Demonstration data"), className="nowrap"))
    return shown


def _help() -> Component:
    """Return the line of keys, hidden until "?" is pressed."""
    items = [html.Span([html.Kbd(key), _(name)]) for key, name in KEYS]
    return html.P(items, className="meeting__help")


def _leave(way_back: str) -> Component:
    """Return the way back to the overview, which Esc takes."""
    return link(_("Back to the overview"), way_back, css="meeting__exit")


def _nothing(way_back: str) -> Component:
    """Return the page where there is nothing to show to a meeting."""
    return html.Div(
        paper(
            headline(_("There is nothing to show to a meeting")),
            empty(
                _("No measure of a plan fits the filters."),
                href=way_back,
                action=_("Back to the overview"),
            ),
        ),
        className="content",
    )
