"""The overview's first screen: key figures, curve, bars by section, the overdue list."""

from dash.development.base_component import Component

from data_access.records.cut import found
from data_access.records.pages import Overview
from data_access.records.view import Filters
from layouts import discipline, figures, links
from layouts import sentences as say
from layouts.components import disclosure, key_figure, key_figures, key_ratio, link, section
from layouts.status_view import DONE_STATUSES
from layouts.tables import Column, table
from layouts.terms import not_begun
from layouts.texts import NONE, _, fmt_date, fmt_days, fmt_number, fmt_percent, ngettext
from layouts.tile_map import map_section


def numbers(data: Overview, filters: Filters) -> Component:
    """Return the five key figures, each leading to the list behind it."""
    totals = data.totals
    late = _("the longest: %(days)s", days=fmt_days(totals.worst_days)) if totals.worst_days else ""
    calm = _("not begun yet") if not_begun(data.plans) else _("nothing is overdue")
    met = say.indicators_met(data.indicators)
    unknown = found(data.indicators) - met.whole
    return key_figures(
        key_ratio(
            _("Done"),
            totals.execution,
            none=_("No measures"),
            href=links.href("measures", filters, statuses=DONE_STATUSES),
        ),
        key_ratio(
            _("Discipline"),
            totals.discipline,
            none=_("nothing was due yet"),
            href=discipline.href(filters),
        ),
        key_figure(
            _("Overdue"),
            fmt_number(totals.overdue),
            note=late or calm,
            href=links.href("overdue", filters),
            tone="bad" if totals.overdue else "",
        ),
        key_ratio(
            _("Reports on time"),
            totals.reports,
            none=_("not set") if totals.reports is None else _("nothing was due yet"),
            href=links.href("executors", filters) + "#report-matrix",
        ),
        key_figure(
            _("On target"),
            fmt_number(met.part) if met.whole else NONE,
            base=ngettext("of %(n)s indicator", "of %(n)s indicators", met.whole)
            if met.whole
            else "",
            note=_indicators_note(data, met.share, unknown),
            href=links.href("indicators", filters),
        ),
    )


def _indicators_note(data: Overview, share: float | None, unknown: int) -> str:
    """Return the share, of which years, and for how many nothing can be told yet."""
    if not data.indicators:
        return _("the plan has none")
    rest = ngettext("%(n)s without an actual", "%(n)s without an actual", unknown)
    told = f"{fmt_percent(share)}, {_last_actuals(data)}" if share is not None else ""
    return ", ".join(part for part in (told, rest if unknown else "") if part)


def _last_actuals(data: Overview) -> str:
    """Return of which years the last actuals are: they differ between the indicators."""
    years = [row.gap_year for row in data.indicators if row.gap_year is not None]
    first, last = min(years), max(years)
    named = str(last) if first == last else f"{first}–{last}"
    return _("actual of %(years)s", years=named)


def curve(data: Overview) -> Component:
    """Return done against due over the term, with the finding above and the table below."""
    start = min(plan.starts_on for plan in data.plans)
    as_of = max(plan.as_of for plan in data.plans)
    end = max(plan.ends_on for plan in data.plans)
    start, end = figures.shown_term(start, end, as_of)
    words = say.curve_words(data.curve, data.totals.overdue)
    rows = [
        (fmt_date(one.on), fmt_number(one.due), NONE if one.done is None else fmt_number(one.done))
        for one in data.curve
    ]
    cols = [
        Column(_("Date"), kind="date", small="main", is_header=True),
        Column(_("Control points due"), kind="number", label=_("due")),
        Column(_("Control points done"), kind="number", label=_("done")),
    ]
    figure = figures.curve(data.curve, as_of, start=start, end=end)
    return section(
        words,
        figures.graph("overview-curve", figure, words, size="sm"),
        disclosure(_("Show as a table"), table(words, cols, rows, css="t--dense")),
        css="section--panel ov-curve",
    )


def country(data: Overview, filters: Filters) -> Component:
    """Return the map of the regions, with the way to their comparison."""
    return map_section(
        data.territories,
        data.places,
        filters,
        note=_("The share overdue in per cent; the stronger the colour, the more."),
        actions=link(_("Territories"), links.href("territories", filters)),
    )
