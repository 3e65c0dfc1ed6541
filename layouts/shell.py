"""The frame around every page: navigation, filter bar, switches, account, demo notice."""

from dash import html
from dash.development.base_component import Component

from layouts import ids, links, pages
from layouts.chips import chips, in_words
from layouts.components import Content, demo_notice, icon, link
from layouts.filter_names import without_effect
from layouts.filters import filter_bar
from layouts.frame import Frame
from layouts.texts import _, fmt_date
from layouts.tools import tools

#: Pages that fill the screen: no navigation, no filter bar.
BARE = frozenset({"meeting"})


def shell(frame: Frame, content: Content) -> Component:
    """Return the whole screen: the page's `content` in its frame.

    The router later changes the children of `ids.NAV`, `ids.FILTER_BAR`, `ids.NOTICE` and
    `ids.PAGE`, and the class of `ids.ROOT` (`root_class`) by the parts below.
    """
    return html.Div(
        [
            html.A(_("Skip to the content"), href=f"#{ids.PAGE}", className="skip"),
            html.Div(nav(frame), id=ids.NAV, className="side no-print"),
            html.Div(
                [
                    html.Div(topbar(frame), id=ids.FILTER_BAR, className="topbar no-print"),
                    html.Div(notice(frame), id=ids.NOTICE),
                    html.Main(content, id=ids.PAGE, className="content", tabIndex="-1"),
                ],
                className="stage",
            ),
        ],
        id=ids.ROOT,
        className=root_class(frame.path),
    )


def root_class(path: str) -> str:
    """Return the class of the root: bare for the pages that fill the screen."""
    found = pages.find(path)
    return "shell shell--bare" if found and found[0].name in BARE else "shell"


def nav(frame: Frame) -> Component:
    """Return brand and navigation; on a small screen the same entries under a fold."""
    return html.Nav(
        [
            link(
                [html.Span(className="brand__mark"), _("Karta")],
                _to(frame, "overview"),
                css="brand",
            ),
            html.Ul(_entries(frame), className="nav-list nav-list--side"),
            html.Details(
                [
                    html.Summary([icon("list"), _("Menu")], className="nav-fold__summary"),
                    html.Ul(_entries(frame), className="nav-list"),
                ],
                className="nav-fold",
            ),
        ],
        className="nav-side",
        **{"aria-label": _("Pages")},
    )


def topbar(frame: Frame) -> Component:
    """Return the filter bar with the chips of active filters, and the tools at its right."""
    return html.Div(
        [
            html.Div([filter_bar(frame), tools(frame)], className="topbar__row"),
            chips(frame),
        ],
        className="topbar__inner",
    )


def notice(frame: Frame) -> Component:
    """Return what is to be known of the page: a sample in view, filters that change nothing here,
    and on paper what is filtered.
    """
    filtered = "; ".join(in_words(frame))
    idle = without_effect(frame)
    return html.Div(
        [
            demo_notice(frame.choices.in_view),
            _worded(frame),
            html.P([icon("funnel"), idle], className="idle-notice") if idle else None,
            html.P(filtered, className="only-print muted small") if filtered else None,
        ]
    )


def _worded(frame: Frame) -> Component | None:
    """Return that measures of an earlier day are named as acts named them later, if they did."""
    last = max(frame.choices.amended_days, default=None)
    looked_at = max((plan.as_of for plan in frame.choices.in_view), default=None)
    if last is None or looked_at is None or looked_at >= last:
        return None
    text = _(
        "Numbers, titles and deadlines in words are those in force from %(date)s; dates, executors"
        " and statuses are of the chosen day.",
        date=fmt_date(last),
    )
    return html.P([icon("info-circle"), text], className="idle-notice")


def _to(frame: Frame, name: str) -> str:
    """Return the address of a page with the context kept and list filters dropped."""
    return links.href(name, links.context(frame.filters))


def _entries(frame: Frame) -> list[Component]:
    """Return the navigation's entries, the current one marked."""
    here = pages.nav_name(frame.path)
    mine = [one for one in pages.PAGES if one.in_nav and frame.account.role in one.roles]
    return [_entry(frame, page, page.name == here) for page in mine]


def _entry(frame: Frame, page: pages.Page, is_here: bool) -> Component:
    """Return one entry; the current page is a link as well (it drops the list's filters)."""
    css = "nav-link nav-link--here" if is_here else "nav-link"
    content = [icon(page.icon), html.Span(pages.title(page.name))]
    current = {"aria-current": "page"} if is_here else {}
    return html.Li(link(content, _to(frame, page.name), css=css), **current)
