"""How territories spread over bands of execution and discipline: bars, each a link to its list."""

from collections.abc import Mapping

from dash.development.base_component import Component

from data_access.records.bands import BOUNDS, NONE, WIDTH
from data_access.records.nation import Spread
from layouts import elements as html
from layouts.bars import width
from layouts.components import link, section
from layouts.frame import Frame
from layouts.listing_links import href
from layouts.texts import N_, NBSP, _, fmt_number, fmt_percent, ngettext

MEASURES = {"execution": N_("Execution"), "discipline": N_("Discipline")}


def bands(spread: Spread, frame: Frame) -> Component:
    """Return both distributions side by side."""
    parts = [_distribution(measure, spread, frame) for measure in MEASURES]
    return section(
        _title(spread),
        html.Div(parts, className="spread"),
        note=_("How many territories lie in which band; each leads to their list."),
        css="section--panel",
    )


def _title(spread: Spread) -> str:
    """Return in which band of execution most territories lie."""
    counts = spread.bands["execution"]
    most = max(counts, key=lambda step: counts[step])
    return ngettext(
        "%(n)s of %(whole)s territory has done %(band)s",
        "%(n)s of %(whole)s territories have done %(band)s",
        counts[most],
        whole=fmt_number(spread.all),
        band=step_name(most),
    )


def step_name(step: str) -> str:
    """Return a band in words: "20–40 %"."""
    if step == NONE:
        return _("nothing due yet")
    low = int(step)
    high = BOUNDS[-1] + WIDTH if low == BOUNDS[-1] else low + WIDTH
    return f"{low}–{high}{NBSP}%"


def band_name(band: str) -> str:
    """Return a band with its measure in words: "Execution 20–40 %"."""
    measure, _dash, step = band.partition("-")
    return f"{_(MEASURES[measure])} {step_name(step)}"


def _distribution(measure: str, spread: Spread, frame: Frame) -> Component:
    counts = spread.bands[measure]
    rows = [_row(f"{measure}-{step}", n, counts, spread, frame) for step, n in _shown(counts)]
    title = html.H3(_(MEASURES[measure]), className="spread__title")
    return html.Div([title, html.Ul(rows, className="spread__rows")])


def _shown(counts: Mapping[str, int]) -> list[tuple[str, int]]:
    """Return the bands; what has no base only where there is any."""
    return [(step, number) for step, number in counts.items() if number or step != NONE]


def _row(
    band: str, number: int, counts: Mapping[str, int], spread: Spread, frame: Frame
) -> Component:
    """Return a band: its name, a bar against the fullest band, the number and its share."""
    is_chosen = frame.listing.band == band
    share = number / max(max(counts.values()), 1)
    fill = html.Span(className=f"bar__fill bar__fill--plain {width(share)}")
    content = [
        html.Span(step_name(band.partition("-")[2]), className="spread__name"),
        html.Span(fill, className="bar", **{"aria-hidden": "true"}),
        html.Span(
            [
                html.B(fmt_number(number)),
                html.Span(fmt_percent(number / spread.all), className="muted"),
            ],
            className="spread__n",
        ),
    ]
    if not number:
        return html.Li(html.Span(content, className="spread__row is-empty"))
    to = href(frame.path, frame.filters, frame.listing, level="all", band=band, name="")
    css = "spread__row is-chosen" if is_chosen else "spread__row"
    current = {"aria-current": "true"} if is_chosen else {}
    return html.Li(link(content, f"{to}#{LIST}", css=css), **current)


#: The place of the list on the page.
LIST = "territories-list"
