"""Best practices: directions of support from the letter, with the measures that they fit."""

from collections.abc import Iterable, Sequence

from dash import html
from dash.development.base_component import Component

from data_access.records.common import PlanRef
from data_access.records.practices import Practice, PracticeFit
from data_access.records.view import Filters
from layouts import cells
from layouts.components import Content, headline, section
from layouts.components import page as paper
from layouts.frame import Frame
from layouts.notices import empty
from layouts.tables import Column, Row, table
from layouts.texts import NONE, _, fmt_number, ngettext


def page(data: Sequence[Practice], frame: Frame) -> Component:
    """Return the directions of support; counts that the source does not give stay unknown."""
    if not data:
        return _without_rows()
    return paper(
        headline(_finding(data), _lead()),
        section(
            _("Directions of support, in the order of the source"),
            table(
                _("Directions of support"),
                _columns(),
                [_row(one, frame.filters) for one in data],
                css="practices",
            ),
            note=_source(data),
        ),
    )


def _finding(data: Sequence[Practice]) -> str:
    """Return how many directions fit measures of the plans in view."""
    fitting = sum(bool(one.fits) for one in data)
    measures = len({fit.measure.id for one in data for fit in one.fits})
    directions = ngettext(
        "%(part)s of %(n)s direction of support fits measures of your plans",
        "%(part)s of %(n)s directions of support fit measures of your plans",
        len(data),
        part=fmt_number(fitting),
    )
    if not measures:
        return _("None of the directions of support fits a measure of the plans in view")
    count = ngettext("%(n)s measure", "%(n)s measures", measures)
    return _("%(directions)s: %(count)s in all", directions=directions, count=count)


def _lead() -> str:
    return _(
        "One organisation and one region can stand under several directions: the counts do not"
        " add up."
    )


def _columns() -> list[Column]:
    regions, organisations = _("Regions"), _("Organisations")
    return [
        Column(_("Direction of support"), kind="title", small="main", is_header=True),
        Column(organisations, kind="number", label=f"{organisations}:"),
        Column(regions, kind="number", label=f"{regions}:"),
        Column(_("Who carries it"), small="hide"),
        Column(_("Measures that it fits"), small="main"),
    ]


def _row(one: Practice, filters: Filters) -> Row:
    return Row(
        [
            _name(one),
            _count(one.organisations),
            _count(one.regions),
            one.organisation_kind or _not_given(),
            _fits(one.fits, filters),
        ]
    )


def _name(one: Practice) -> Content:
    """Return the direction; a note of the source below it."""
    parts: list[Component] = [html.Span(one.name, className="strong")]
    if one.note:
        parts.append(html.Span(one.note, className="practice-note"))
    return parts


def _count(value: int | None) -> Content:
    """Return a count; a dash that says why for one that the source does not give, never 0."""
    if value is None:
        return html.Span(NONE, title=_("not given in the source"))
    return fmt_number(value)


def _not_given() -> Component:
    return html.Span(_("not given in the source"), className="muted")


def _fits(fits: Sequence[PracticeFit], filters: Filters) -> Content:
    """Return the measures by plan, each a link; a word where there is none."""
    if not fits:
        return html.Span(_("none of the plans in view"), className="muted")
    plans = list(dict.fromkeys(fit.plan for fit in fits))
    return html.Dl([part for plan in plans for part in _of_plan(plan, fits, filters)])


def _of_plan(plan: PlanRef, fits: Sequence[PracticeFit], filters: Filters) -> list[Component]:
    """Return a plan's measures under its territory's name, the plan on hover."""
    own = [_fit(fit, filters) for fit in fits if fit.plan == plan]
    return [html.Dt(plan.territory.short_name, title=plan.short_title), *own]


def _fit(fit: PracticeFit, filters: Filters) -> Component:
    number = html.Span(f"{fit.number} ", className="code")
    return html.Dd([number, cells.measure_ref(fit.measure, filters)])


def _source(data: Iterable[Practice]) -> str:
    sources = "; ".join(dict.fromkeys(one.source for one in data if one.source))
    return _("Source: %(sources)s", sources=sources) if sources else ""


def _without_rows() -> Component:
    """Return the page where no practice has been loaded."""
    return paper(
        headline(_("No practices have been loaded")),
        empty(
            _("The database holds no directions of support."),
            _("They come with the letter on best practices, loaded by the administrator."),
        ),
    )
