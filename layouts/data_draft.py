"""A plan that was read and is not saved yet: what is open first, then the reading row by row."""

from collections.abc import Callable

from dash import html
from dash.development.base_component import Component

from data_access.records.drafts import PlanDraft
from layouts import components
from layouts import data_ids as ids
from layouts.components import Content, headline
from layouts.data_bar import crumbs, leaving
from layouts.data_draft_act import act_section
from layouts.data_draft_bar import bar
from layouts.data_draft_findings import findings_section
from layouts.data_draft_indicators import indicators_section
from layouts.data_draft_marks import nav
from layouts.data_draft_names import names_section
from layouts.data_draft_sections import measures_sections
from layouts.data_draft_target import target_section
from layouts.frame import Frame
from layouts.texts import _, fmt_moment, fmt_number, ngettext
from layouts.wording import clauses

#: Parts that are drawn anew as a whole where what they hold has changed.
PARTS: tuple[tuple[str, Callable[[PlanDraft], Content]], ...] = (
    (ids.FINDINGS, findings_section),
    (ids.NAMES, names_section),
    (ids.MEASURES, measures_sections),
    (ids.INDICATORS, indicators_section),
)


def draft_page(draft: PlanDraft, frame: Frame) -> Component:
    """Return the preview of a plan."""
    id_ = draft.head.id
    return components.page(
        html.Div(head(draft, frame), id=ids.whole(ids.HEAD, id_), **leaving()),
        html.Nav(
            nav(draft),
            id=ids.whole(ids.NAV, id_),
            className="draft-nav no-print",
            **{"aria-label": _("Parts of this page")},
        ),
        target_section(draft),
        *(html.Div(part(draft), id=ids.whole(name, id_)) for name, part in PARTS[:2]),
        act_section(draft),
        *(html.Div(part(draft), id=ids.whole(name, id_)) for name, part in PARTS[2:]),
        html.Div(id=ids.whole(ids.TOLD, id_), className="visually-hidden", role="status"),
        html.Div(bar(draft), id=ids.whole(ids.BAR, id_), className="draft-bar no-print"),
        css="data draft",
    )


def head(draft: PlanDraft, frame: Frame) -> Component:
    """Return the headline: what was read, and what is to be done before it can be saved."""
    file = _(
        "%(file)s, uploaded on %(when)s; nothing of it is saved yet.",
        file=draft.head.file_name,
        when=fmt_moment(draft.head.created_at),
    )
    lead = html.Span(file, className="file-name")
    return headline(finding(draft), lead, over=crumbs(frame))


def finding(draft: PlanDraft) -> str:
    """Return "Прочитано 37 мероприятий в 3 разделах; до сохранения решить 8 мест"."""
    return clauses(_read(draft), _open(draft)) + "."


def _read(draft: PlanDraft) -> str:
    measures = ngettext(
        "%(n)s measure was read", "%(n)s measures were read", len(draft.reading.measures)
    )
    sections = ngettext("in %(n)s section", "in %(n)s sections", len(draft.reading.sections))
    return f"{measures} {sections}" if draft.reading.sections else measures


def _open(draft: PlanDraft) -> str:
    if draft.may_be_saved:
        rest = sum(one.settlement.is_open and one.finding.severity == "warning"
                   for one in draft.findings)  # fmt: skip
        if not rest:
            return _("the plan can be saved")
        return _("the plan can be saved; to be looked at: %(n)s", n=fmt_number(rest))
    return ngettext(
        "%(n)s question is to be settled before it is saved",
        "%(n)s questions are to be settled before it is saved",
        len(draft.blockers),
    )
