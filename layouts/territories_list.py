"""One page of a long list of territories: levels, search by name, orders, table, other pages."""

from dash import dcc
from dash.development.base_component import Component

from data_access.records.nation import LEVELS, Spread
from layouts import elements as html
from layouts.components import Content, export_links, icon, link, section
from layouts.frame import Frame
from layouts.listing_links import href
from layouts.notices import empty
from layouts.territories_bands import LIST, band_name
from layouts.territories_table import ORDERS, sort_label, territories_table
from layouts.texts import N_, _, fmt_number, ngettext

NAME = "territories-name"
TABS = {"regions": N_("Regions"), "all": N_("All territories")}


def long_list(spread: Spread, frame: Frame, *, with_region: bool) -> Component:
    """Return the part of the list that the address asks for, with the ways to its other parts."""
    return section(
        _title(spread),
        html.Div([_tabs(spread, frame), _search(frame)], className="list-head no-print"),
        _chosen(frame),
        _orders(frame),
        _table(spread, frame, with_region=with_region),
        _pages(spread, frame),
        note=_note(frame),
        actions=export_links("territories", frame.filters),
        id=LIST,
    )


def _title(spread: Spread) -> str:
    number = spread.found[spread.level]
    if spread.level == "regions":
        return ngettext("%(n)s region", "%(n)s regions", number)
    return ngettext("%(n)s territory", "%(n)s territories", number)


def _note(frame: Frame) -> str:
    """Return by what is compared; that the files hold all, where the list does not."""
    compared = _("Compared by rates; the numbers beside them tell how much stands behind.")
    narrowed = frame.listing.name or frame.listing.band
    whole = _("The files hold all territories, whatever is looked for here.") if narrowed else ""
    return f"{compared} {whole}".strip()


def _tabs(spread: Spread, frame: Frame) -> Component | None:
    """Return the levels to choose from, each with how many are found; None for a single one."""
    if len(spread.found) < len(LEVELS):
        return None
    items = [_tab(level, spread, frame) for level in LEVELS]
    return html.Ul(items, className="tabs", **{"aria-label": _("Which territories")})


def _tab(level: str, spread: Spread, frame: Frame) -> Component:
    is_on = level == spread.level
    content: list[Content] = [_(TABS[level]), html.B(fmt_number(spread.found[level]))]
    to = href(frame.path, frame.filters, frame.listing, level=level)
    current = {"aria-current": "true"} if is_on else {}
    return html.Li(link(content, to, css="tab tab--on" if is_on else "tab"), **current)


def _search(frame: Frame) -> Component:
    """Return the field that looks for a name; it acts on Enter and on leaving it."""
    field = dcc.Input(
        id=NAME,
        type="search",
        value=frame.listing.name,
        debounce=True,
        placeholder=_("Name of a territory"),
        maxLength=200,
        autoComplete="off",
        className="control__input control__input--search",
    )
    label = html.Label(_("Find by name"), htmlFor=NAME, className="visually-hidden")
    return html.Div([label, field], className="list-find")


def _chosen(frame: Frame) -> Component | None:
    """Return what narrows the list, each as a link that takes it away; None for nothing."""
    listing = frame.listing
    words = {
        "band": band_name(listing.band) if listing.band else "",
        "name": f"«{listing.name}»" if listing.name else "",
    }
    items = [
        link(
            [html.Span(text), icon("x")],
            href(frame.path, frame.filters, listing, **{field: ""}),
            css="chip",
            title=_("Remove this filter"),
        )
        for field, text in words.items()
        if text
    ]
    return html.Div(items, className="chips no-print") if items else None


def _orders(frame: Frame) -> Component:
    """Return the orders to choose from; the one in force is marked."""
    items: list[Content] = [sort_label()]
    for order, name in ORDERS.items():
        is_on = order == frame.listing.order
        to = href(frame.path, frame.filters, frame.listing, order=order)
        one = link(_(name), to, css="sort sort--on" if is_on else "sort")
        items.append(html.Span(one, **({"aria-current": "true"} if is_on else {})))
    return html.Div(items, className="sorts no-print", role="group")


def _table(spread: Spread, frame: Frame, *, with_region: bool) -> Component:
    if not spread.rows:
        return empty(
            _("No territory fits what is looked for."),
            _("Case does not matter; a part of the name is enough."),
            href=href(frame.path, frame.filters, frame.listing, name="", band=""),
            action=_("Show all territories"),
        )
    return territories_table(
        _("Territories compared by rates, the worst first"),
        spread.rows,
        frame.filters,
        frame.listing.order,
        with_region=with_region,
        linked={row.parent.id for row in spread.rows if row.parent},
    )


def _pages(spread: Spread, frame: Frame) -> Component | None:
    """Return the way to the pages before and after; None where there is but one."""
    if spread.pages == 1:
        return None
    place = _(
        "Page %(page)s of %(pages)s", page=fmt_number(spread.page), pages=fmt_number(spread.pages)
    )
    return html.Nav(
        [
            _turn(spread.page - 1, _("Previous page"), "chevron-left", spread, frame),
            html.Span(place, className="muted"),
            _turn(spread.page + 1, _("Next page"), "chevron-right", spread, frame),
        ],
        className="paging no-print",
        **{"aria-label": _("Pages of the list")},
    )


def _turn(page: int, word: str, sign: str, spread: Spread, frame: Frame) -> Component | None:
    if not 1 <= page <= spread.pages:
        return None
    to = href(frame.path, frame.filters, frame.listing, page=page)
    return link([icon(sign), word], f"{to}#{LIST}", css="tool")
