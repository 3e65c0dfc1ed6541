"""The page of indicators: one line each, targets against actuals, the gap in words."""

from collections.abc import Sequence
from itertools import groupby

from dash import html
from dash.development.base_component import Component

from data_access.records.common import PlanRef
from data_access.records.cut import Cut, found
from data_access.records.indicators import IndicatorRow, IndicatorsPage
from layouts import links
from layouts.components import export_links, headline, section
from layouts.components import page as paper
from layouts.dumbbell import better_text
from layouts.frame import Frame
from layouts.headlines import plans_headline
from layouts.indicator_figures import legend, track
from layouts.indicator_sentences import ahead, finding, verdict
from layouts.indicator_table import values_table
from layouts.notices import empty, list_cut
from layouts.texts import _, fmt_date
from layouts.wording import act, plan_line


def page(data: IndicatorsPage, frame: Frame) -> Component:
    """Return the indicators of the plans in view with their values known on the date."""
    if not data.rows:
        return _without_rows(data, frame)
    groups = [(plan, list(rows)) for plan, rows in groupby(data.rows, lambda row: row.plan)]
    plans = data.plans if isinstance(data.rows, Cut) else [plan for plan, _rows in groups]
    return paper(
        plans_headline(plans, finding(plans, data.rows)),
        *[_lines(plan, rows, is_only=len(groups) == 1) for plan, rows in groups],
        section(
            _("Targets and actual values by year"),
            values_table(data.rows),
            list_cut(len(data.rows), found(data.rows)),
            note=_sources(groups),
            actions=export_links("indicators", frame.filters),
        ),
        css="indicators",
    )


def _lines(plan: PlanRef, rows: Sequence[IndicatorRow], *, is_only: bool) -> Component:
    """Return one plan's indicators, one row each."""
    title = _("The way from target to target") if is_only else plan.short_title
    note = _("All values known on %(date)s", date=fmt_date(plan.as_of))
    lines = html.Ol([_line(row) for row in rows], className="ind-list")
    return section(title, legend(), lines, note=note)


def _line(row: IndicatorRow) -> Component:
    """Return one indicator: name and unit, the line, the verdict."""
    facts = [text for text in (row.unit, better_text(row), row.form) if text]
    name = [
        html.H3(row.short_name, className="ind-name", title=row.name),
        html.P(" · ".join(facts), className="ind-facts"),
    ]
    words = [verdict(row)]
    if waiting := ahead(row):
        words.append(html.P(waiting, className="ind-ahead"))
    return html.Li([html.Div(name), track(row), html.Div(words)], className="ind")


def _sources(groups: Sequence[tuple[PlanRef, list[IndicatorRow]]]) -> str:
    """Return where the targets come from: the acts of the plans."""
    acts = "; ".join(dict.fromkeys(words for plan, _rows in groups if (words := act(plan))))
    return _("Targets: %(acts)s", acts=acts) if acts else ""


def _without_rows(data: IndicatorsPage, frame: Frame) -> Component:
    """Return the page where no indicator is in view."""
    is_narrowed = frame.filters.plan is not None or frame.filters.territory is not None
    everywhere = links.href("indicators", links.context(frame.filters), plan=None, territory=None)
    return paper(
        headline(finding(data.plans, ()), over=plan_line(data.plans)),
        empty(
            _("There are no targets to compare with actual values."),
            _("Indicators come with the plan; the coordinator loads their actual values."),
            href=everywhere if is_narrowed else "",
            action=_("Show the indicators of all plans"),
        ),
    )
