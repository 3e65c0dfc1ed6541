"""Doubtful places of saved plans: each with its decision, and the last decisions."""

from collections.abc import Sequence
from itertools import groupby

from dash import dcc, html
from dash.development.base_component import Component

from data_access.records.common import PlanRef
from data_access.records.data import DataPage, DecidedFinding, OpenFinding
from data_access.records.view import Filters
from layouts import finding_view, links
from layouts.components import Content, disclosure, icon, link, section
from layouts.frame import Frame
from layouts.notices import all_clear
from layouts.texts import _, fmt_moment, fmt_number, ngettext
from layouts.wording import act

#: Types of the ids that a decision on a finding goes by; the finding's own id beside it.
FINDING, FAULT = "finding", "finding-fault"
ACCEPT, SETTLE, NOTE = "finding-accept", "finding-settle", "finding-note"
LONGEST_NOTE = 500
#: The heading counts the places that wait.
TITLE = "data-findings-title"


def findings_section(data: DataPage, frame: Frame) -> Component | None:
    """Return what waits for a decision, the worst first, and what was decided lately."""
    if not data.plans:
        return None
    decided = _decided(data.decided)
    if not data.open:
        clear = all_clear(_("No place in the documents waits for a decision."))
        return section(_("Doubtful places"), clear, decided, id="findings")
    several = len(data.plans) > 1
    parts = [
        part
        for plan, group in groupby(data.open, key=lambda one: one.plan)
        for part in _of_plan(plan, list(group), frame.filters, is_named=several)
    ]
    heading = html.Span(title(data.open_count), id=TITLE)
    return section(heading, *parts, _rest(data), decided, id="findings")


def title(count: int) -> str:
    """Return how many places wait: it is said anew when one of them is decided on."""
    if not count:
        return _("Doubtful places")
    return ngettext(
        "%(n)s doubtful place waits for a decision",
        "%(n)s doubtful places wait for a decision",
        count,
    )


def _of_plan(
    plan: PlanRef, found: Sequence[OpenFinding], filters: Filters, *, is_named: bool
) -> list[Content]:
    name = html.H3([plan.short_title, " · ", act(plan)], className="of-plan")
    items = [html.Li(open_finding(one, filters), id=finding_id(one.id)) for one in found]
    return [name if is_named else None, html.Ul(items, className="findings")]


def finding_id(number: int) -> dict[str, str | int]:
    """Return the id of a finding's entry in the list."""
    return {"type": FINDING, "id": number}


def open_finding(one: OpenFinding, filters: Filters) -> list[Content]:
    """Return a finding with the ways to settle it."""
    text = finding_view.worded(one.code, one.message, one.read, one.proposal, one.parameters)
    standing = finding_view.resolution_word(one.resolution)
    return [
        html.Div(
            [finding_view.severity_mark(one.severity), *_where(one, filters)],
            className="finding__head",
        ),
        html.P(text, className="finding__text"),
        finding_view.read_and_made(one.read, one.proposal, text),
        html.P(_("For now: %(words)s", words=standing), className="muted") if standing else None,
        _ways(one),
    ]


def _where(one: OpenFinding, filters: Filters) -> list[Content]:
    place = finding_view.place_word(one.place)
    if one.measure_id is not None:
        item = _("item %(number)s", number=one.number)
        place = "" if place == item else place
        measure = link(item, links.href("measure", filters, id=one.measure_id))
        return [html.Span([measure, f", {place}" if place else ""]), _field(one)]
    return [html.Span(place) if place else None, _field(one)]


def _field(one: OpenFinding) -> Component:
    return html.Span(finding_view.field_word(one.field), className="muted")


def _ways(one: OpenFinding) -> Component:
    """Return the two ways to settle a finding: as it is, or otherwise with a note."""
    accept = html.Button(
        [icon("check2"), _("Accept as it is")],
        id={"type": ACCEPT, "id": one.id},
        type="button",
        className="btn btn-sm btn-outline-primary",
    )
    note = html.Label(
        [
            html.Span(_("How it was settled"), className="control__label"),
            dcc.Textarea(
                id={"type": NOTE, "id": one.id}, value="", maxLength=LONGEST_NOTE, rows=2,
                className="field",
            ),
        ],
        className="labelled",
    )  # fmt: skip
    settle = html.Button(
        _("Record the decision"),
        id={"type": SETTLE, "id": one.id},
        type="button",
        className="btn btn-sm btn-primary",
    )
    said = html.P(id={"type": FAULT, "id": one.id}, className="field-fault", role="alert")
    otherwise = html.Details(
        [html.Summary(_("Settled otherwise…"), className="more__summary"), note, said, settle],
        className="more finding__otherwise",
    )
    return html.Div([accept, otherwise], className="finding__ways no-print")


def settled_finding(one: DecidedFinding) -> list[Component]:
    """Return a finding that was decided on: what it was about, how, when, by whom."""
    found = one.finding
    text = finding_view.worded(found.code, found.message, found.read, found.proposal,
                               found.parameters)  # fmt: skip
    said = _(
        "%(how)s; %(when)s, %(who)s",
        how=finding_view.resolution_word(found.resolution, proposed=bool(found.proposal)).rstrip(
            "."
        ),
        when=fmt_moment(one.resolved_at),
        who=one.by,
    )
    decided = html.P([icon("check-circle", "st-done"), html.Span(said)], className="all-clear")
    item = _("item %(number)s", number=found.number) if found.number else ""
    field = finding_view.field_word(found.field)
    about = " · ".join(part for part in (found.plan.short_title, item, field) if part)
    asked = html.P(_("The question was: %(text)s", text=text), className="finding__text muted")
    return [html.Div(about, className="finding__head"), asked, decided]


def gone_finding() -> list[Component]:
    """Return what stands where a finding no longer waits: another person was quicker."""
    return [html.P(_("This place no longer waits for a decision."), className="muted")]


def _rest(data: DataPage) -> Component | None:
    left = data.open_count - len(data.open)
    if left <= 0:
        return None
    more = ngettext("and %(n)s more", "and %(n)s more", left)
    return html.P(_("%(more)s: choose a plan above.", more=more), className="muted")


def _decided(decided: Sequence[DecidedFinding]) -> Component | None:
    if not decided:
        return None
    items = [html.Li(settled_finding(one)) for one in decided]
    title = _("The last decisions: %(n)s", n=fmt_number(len(decided)))
    return disclosure(title, html.Ul(items, className="findings"))
