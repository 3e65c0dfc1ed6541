"""The parts that pages are set from: headline, key figures, sections, notices.

Everything is plain HTML with classes of `assets/` and no style attributes, so the server can
send it before any script runs. Texts come in translated; addresses come from `layouts.links`.
"""

from collections.abc import Sequence
from typing import Any, TypeAlias

from dash.development.base_component import Component

from data_access.records.common import PlanRef, Ratio
from data_access.records.view import Filters
from layouts import elements as html
from layouts.links import EXPORT_FORMATS, export_href
from layouts.texts import NONE, _, fmt_number, fmt_percent

#: From so many signs on ("41 987") a key figure takes more room than it has.
LONG_NUMBER = 6
#: What may stand inside an element: text, a component, or several of them.
Content: TypeAlias = str | Component | Sequence[Any] | None


def link(text: Content, href: str, *, css: str = "", title: str = "") -> Component:
    """Return a link to a page of the product (changes the page without loading it anew)."""
    return html.Link(text, href=href, className=css or None, title=title or None)


def download(text: Content, href: str, *, css: str = "", title: str = "") -> Component:
    """Return a link to a file: a plain address, never the page router's."""
    return html.A(text, href=href, className=css or None, title=title or None, download="")


def icon(name: str, css: str = "") -> Component:
    """Return a Bootstrap icon ("calendar3"), hidden from screen readers."""
    return html.I(className=f"bi bi-{name} {css}".strip(), **{"aria-hidden": "true"})


def page(head: Content, *parts: Content, css: str = "") -> Component:
    """Return a page: its headline, then its parts in reading order."""
    return html.Div([head, *parts], className=f"page {css}".strip())


def headline(text: Content, lead: Content = None, *, over: Content = None) -> Component:
    """Return the page's finding as its h1; `over` is a small line above it (where we are:
    breadcrumb, number of the measure), `lead` a paragraph below it.
    """
    return html.Header(
        [
            html.Div(over, className="headline__over") if over else None,
            html.H1(text, className="headline__text"),
            html.Div(lead, className="headline__lead") if lead else None,
        ],
        className="headline",
    )


def section(
    title: Content,
    *parts: Content,
    note: Content = None,
    actions: Content = None,
    id: str = "",
    css: str = "",
) -> Component:
    """Return a part of a page under an h2 that says the finding.

    `note` is a muted line below the title, `actions` stand right of it (`export_links`).
    """
    head = html.Div(
        [
            html.H2(title, className="section__title"),
            html.Div(actions, className="section__actions") if actions else None,
            html.Div(note, className="section__note") if note else None,
        ],
        className="section__head",
    )
    extra = {"id": id} if id else {}
    return html.Section([head, *parts], className=f"section {css}".strip(), **extra)


def columns(*parts: Content, css: str = "cols--2") -> Component:
    """Return parts side by side, one below the other where the screen is small.

    `css`: cols--2, cols--3, cols--wide (3:2).
    """
    return html.Div(list(parts), className=f"cols {css}")


def key_figures(*figures: Component) -> Component:
    """Return the row of key figures."""
    return html.Div(list(figures), className="figures")


def key_figure(
    label: str, value: str, *, base: str = "", note: str = "", href: str = "", tone: str = ""
) -> Component:
    """Return one large number: `label` above, `base` beside it ("из 23"), `note` below.

    With `href` the whole figure leads to the list behind it. `tone`: "" or "bad".
    """
    number = [html.Span(value, className="figure__value")]
    if base:
        number.append(html.Span(base, className="figure__base"))
    parts = [
        html.Span(label, className="figure__label"),
        html.Span(number, className="figure__number"),
        html.Span(note or NONE, className="figure__note" + ("" if note else " is-empty")),
    ]
    css = "figure" + (f" figure--{tone}" if tone else "")
    if len(value) >= LONG_NUMBER:
        css += " figure--long"
    return link(parts, href, css=css) if href else html.Div(parts, className=css)


def key_ratio(label: str, ratio: Ratio | None, *, none: str = "", href: str = "") -> Component:
    """Return a key figure of a ratio: "9 | из 23 | 39,1 %".

    `none` is said where there is no base or no duty ("не установлено").
    """
    if ratio is None or not ratio.whole:
        return key_figure(label, NONE, note=none, href=href)
    base = _("of %(whole)s", whole=fmt_number(ratio.whole))
    value = fmt_number(ratio.part)
    return key_figure(label, value, base=base, note=fmt_percent(ratio.share), href=href)


def facts(pairs: Sequence[tuple[str, Content]]) -> Component:
    """Return terms with their values as a description list (head of a detail page)."""
    rows = [
        html.Div([html.Dt(term), html.Dd(value)], className="facts__row") for term, value in pairs
    ]
    return html.Dl(rows, className="facts")


def disclosure(summary: Content, *parts: Content, is_open: bool = False) -> Component:
    """Return parts that unfold on demand (the table beside a chart)."""
    return html.Details(
        [html.Summary(summary, className="more__summary"), *parts], className="more", open=is_open
    )


def export_links(table: str, filters: Filters) -> Component:
    """Return the download links of a table, by the page's own filters."""
    names = {"csv": "CSV", "xlsx": "Excel", "json": "JSON"}
    files = [
        download(
            names[fmt],
            export_href(table, fmt, filters),
            title=_("Download as %(format)s", format=names[fmt]),
        )
        for fmt in EXPORT_FORMATS
    ]
    return html.Div([icon("download"), *files], className="exports no-print")


def demo_notice(plans: Sequence[PlanRef]) -> Component | None:
    """Return "Демонстрационные данные" if any of the plans is a sample, else None."""
    if not any(plan.is_demo for plan in plans):
        return None
    return html.P([icon("info-circle"), _("Demonstration data")], className="demo-notice")
