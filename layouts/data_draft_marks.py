"""What is open about each measure, and where an upload's page can be gone to: marks and counts."""

from collections.abc import Iterable, Mapping, Sequence

from dash import html
from dash.development.base_component import Component

from data_access.records.drafts import DraftFinding, PlanDraft
from data_access.records.reading import IndicatorReading, MeasureReading
from layouts import data_ids as ids
from layouts.components import icon
from layouts.data_draft_bar import SETTLED_AT
from layouts.data_draft_findings import OPEN, shown_here
from layouts.finding_view import MARKS
from layouts.texts import _, fmt_number, ngettext

#: Row's key → the open findings about it that ask for something.
Marks = Mapping[str, Sequence[DraftFinding]]
#: So many sections have a link each; of more the list of measures has one.
MOST_SECTIONS = 9


def marks_of(draft: PlanDraft) -> Marks:
    """Return the open findings of each row, what must be settled first."""
    found: dict[str, list[DraftFinding]] = {}
    asked = [
        one
        for one in shown_here(draft)
        if one.settlement.is_open and one.finding.severity in OPEN and one.finding.target
    ]
    for one in sorted(asked, key=lambda one: OPEN.index(one.finding.severity)):
        found.setdefault(one.finding.target, []).append(one)
    return found


def mark(found: Sequence[DraftFinding]) -> Component | None:
    """Return the mark of a row with the way to its first question; None where none is open."""
    if not found:
        return None
    first = found[0]
    picture, css = MARKS[first.finding.severity]
    said = ngettext("%(n)s question", "%(n)s questions", len(found))
    to = f"#{ids.anchor('finding', first.index)}"
    return html.A([icon(picture), said], href=to, className=f"{css} draft-row__mark")


def nav(draft: PlanDraft) -> list[Component]:
    """Return the links to the parts of the page, each with what is open there."""
    found = marks_of(draft)
    undecided = sum(one.state == "undecided" for one in draft.executors)
    asked = [one for one in draft.blockers if SETTLED_AT.get(one.code) == "target"]
    return [
        html.Ul(
            [
                _link("target", _("Where it goes"), len(asked)),
                _link("findings", _("Questions"), _open(draft)),
                _link("names", _("Executors"), undecided),
                _link("act", _("The act and the plan")),
                *_sections(draft, found),
                _link("indicators", _("Indicators"), _sum(found, draft.reading.indicators)),
            ]
        )
    ]


def _open(draft: PlanDraft) -> int:
    found = [one for one in shown_here(draft) if one.settlement.is_open]
    return sum(one.finding.severity in OPEN for one in found)


def _sections(draft: PlanDraft, found: Marks) -> list[Component]:
    """Return a link to each section, one to all of them where there are many."""
    measures = draft.reading.measures
    if not 1 < len(draft.reading.sections) <= MOST_SECTIONS:
        return [_link("measures", _("Measures"), _sum(found, measures))]
    return [
        _link(
            ids.anchor("section", section.key),
            _("Section %(number)s", number=section.number),
            _sum(found, [one for one in measures if one.section == section.number]),
        )
        for section in draft.reading.sections
    ]


def _sum(found: Marks, rows: Iterable[MeasureReading] | Iterable[IndicatorReading]) -> int:
    return sum(len(found.get(one.key, ())) for one in rows)


def _link(part: str, label: str, count: int = 0) -> Component:
    """Return a link to a part of the page; a number behind it counts what is open there."""
    number = html.Span(fmt_number(count), className="draft-nav__count") if count else None
    told = html.Span(_("open (count)"), className="visually-hidden") if count else None
    return html.Li(html.A([label, number, told], href=f"#{ids.anchor('draft', part)}"))
