"""The map of the regions as a grid of equal squares: plain HTML, placed by classes.

A square says by colour, by how strong it is and by its number how much is overdue; it leads to its
region. What lies on no square stands in a list below.
"""

from collections import Counter
from collections.abc import Mapping, Sequence

from dash.development.base_component import Component

from data_access.records.common import GroupRow, Ratio
from data_access.records.nation import Place
from data_access.records.ranking import overdue_ratio
from data_access.records.view import Filters
from layouts import elements as html
from layouts import links
from layouts.components import Content, link, section
from layouts.texts import _, fmt_number, fmt_percent, fmt_ratio, ngettext

#: Fewer squares make no map.
FEWEST = 8
#: Grades of the share overdue with their upper bounds in per cent, from weak to strong colour.
GRADES = {"none": 0, "low": 10, "mid": 15, "more": 20, "high": 100}


def has_map(places: Mapping[int, Place]) -> bool:
    """Tell whether enough regions lie on the map for it to say anything."""
    return len(places) >= FEWEST


def map_section(
    regions: Sequence[GroupRow],
    places: Mapping[int, Place],
    filters: Filters,
    *,
    note: Content,
    actions: Content = None,
) -> Component:
    """Return the map in its panel, under the sentence that says how many regions are late."""
    late = sum(bool(row.totals.overdue) for row in regions)
    words = ngettext(
        "%(late)s of %(n)s region has something overdue",
        "%(late)s of %(n)s regions have something overdue",
        len(regions),
        late=fmt_number(late),
    )
    body = tile_map(regions, places, filters)
    return section(words, body, note=note, actions=actions, css="section--panel")


def tile_map(
    regions: Sequence[GroupRow], places: Mapping[int, Place], filters: Filters
) -> Component:
    """Return the map with its legend, and the regions beside it."""
    placed = [row for row in regions if row.id in places]
    tiles = [_tile(row, places[row.id], filters) for row in _in_reading_order(placed, places)]
    label = _("Map of the regions: the share overdue, in per cent")
    return html.Div(
        [
            html.Div(
                [
                    html.Ul(tiles, className="tiles__list", **{"aria-label": label}),
                    html.Div(_legend(placed), className="tiles__legend"),
                ],
                className="tiles",
            ),
            _beside([row for row in regions if row.id not in places], filters),
        ],
        className="tile-map",
    )


def _in_reading_order(rows: Sequence[GroupRow], places: Mapping[int, Place]) -> list[GroupRow]:
    """Return the rows from north-west to south-east: the order of the Tab key."""
    return sorted(rows, key=lambda row: (places[row.id].row, places[row.id].column))


def grade(ratio: Ratio) -> str:
    """Return how much is overdue: none | low | mid | high; "empty" without a base."""
    if not ratio.whole:
        return "empty"
    percent = 100 * ratio.part / ratio.whole
    return next(name for name, most in GRADES.items() if percent <= most)


def _grade_words(name: str) -> str:
    if name == "none":
        return _("nothing overdue")
    if name == "high":
        return _("more than %(share)s", share=fmt_percent(GRADES["more"] / 100))
    return _("up to %(share)s", share=fmt_percent(GRADES[name] / 100))


def _tile(row: GroupRow, place: Place, filters: Filters) -> Component:
    ratio = overdue_ratio(row.totals)
    said = _("%(name)s: overdue %(ratio)s", name=row.name, ratio=fmt_ratio(ratio))
    seen: list[Content] = [
        html.Span(place.label, className="tile__label"),
        html.Span(_whole_percent(ratio), className="tile__number"),
    ]
    content = [
        html.Span(seen, className="tile__seen", **{"aria-hidden": "true"}),
        html.Span(said, className="visually-hidden"),
    ]
    href = links.href("territory", filters, id=row.id, territory=None, plan=None)
    css = f"tile tile--{grade(ratio)}"
    place_css = f"tile-at tile-r{place.row} tile-c{place.column}"
    return html.Li(link(content, href, css=css, title=said), className=place_css)


def _whole_percent(ratio: Ratio) -> str:
    """Return the share in whole per cent without the sign; what is not nothing is no nought."""
    if not ratio.whole:
        return "–"
    percent = round(100 * ratio.part / ratio.whole)
    return "<1" if ratio.part and not percent else fmt_number(percent)


def _legend(rows: Sequence[GroupRow]) -> Component:
    """Return what the shades mean, each with its number of regions."""
    counted = Counter(grade(overdue_ratio(row.totals)) for row in rows)
    items = [
        html.Li(
            [
                html.Span(className=f"tile-key tile--{name}", **{"aria-hidden": "true"}),
                html.Span(f"{_grade_words(name)}: "),
                html.B(fmt_number(counted[name])),
            ]
        )
        for name in GRADES
    ]
    return html.Ul(items, className="tile-legend", **{"aria-label": _("Regions by share overdue")})


def _beside(rows: Sequence[GroupRow], filters: Filters) -> Component | None:
    """Return the regions that lie on no square, as links with their share."""
    if not rows:
        return None
    title = ngettext("%(n)s region beside the map", "%(n)s regions beside the map", len(rows))
    head = html.H3(title, className="tile-beside__title")
    return html.Div(
        [head, html.Ul([_named(row, filters) for row in rows])], className="tile-beside"
    )


def _named(row: GroupRow, filters: Filters) -> Component:
    href = links.href("territory", filters, id=row.id, territory=None, plan=None)
    share = html.Span(fmt_percent(overdue_ratio(row.totals).share), className="num muted")
    return html.Li([link(row.short_name, href), " ", share])
