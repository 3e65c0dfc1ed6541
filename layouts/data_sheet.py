"""A filled-in form that was uploaded: what is wrong first, else what it would change."""

from dash import html
from dash.development.base_component import Component

from data_access.records.common import PlanRef
from data_access.records.forms import EARLY, NEEDS_PLAN, PERSONAL, ImportOutcome
from layouts import components, links
from layouts.components import Content, disclosure, headline, icon, link, section
from layouts.data_bar import crumbs, state, ways_out
from layouts.data_counts import counted
from layouts.data_log import kind_word
from layouts.data_sheet_rows import faults_table, rows_table
from layouts.data_shown import sheet_field
from layouts.frame import Frame
from layouts.native import checkbox, form, submit
from layouts.texts import N_, _, ngettext

#: What a person says of places that ask for it.
WORDS = {
    PERSONAL: N_(
        "I have looked at every place: these are no personal data. Recorded are my account, the"
        " time, the cells and the kind of each; not their text."
    ),
    EARLY: N_(
        "I have looked at every early date: they are right. Recorded are my account, the time and"
        " the cells."
    ),
}


def sheet_page(draft: int, outcome: ImportOutcome, plan: PlanRef | None, frame: Frame) -> Component:
    """Return the preview of reports or of indicators; nothing of them is saved yet."""
    return components.page(
        headline(finding(outcome), _lead(outcome, plan), over=crumbs(frame)),
        _wrong(draft, outcome, plan, frame),
        _doubts(outcome),
        _rows(outcome),
        html.Div(_bar(draft, outcome, plan), className="draft-bar no-print"),
        css="data draft",
    )


def finding(outcome: ImportOutcome) -> str:
    """Return the headline: what is wrong and how often, or what is new."""
    count = len(outcome.faults)
    if outcome.asks == (PERSONAL,):
        text = ngettext(
            "%(n)s place looks like personal data: it needs your decision",
            "%(n)s places look like personal data: they need your decision",
            count,
        )
    elif outcome.asks:
        text = ngettext("%(n)s place needs your decision", "%(n)s places need your decision", count)
    elif outcome.is_refused:
        text = ngettext(
            "%(n)s error in the file: nothing can be saved",
            "%(n)s errors in the file: nothing can be saved",
            count,
        )
    elif not _fresh(outcome):
        text = _("Nothing new: all of it is recorded already")
    else:
        text = counted(
            outcome.count("added"),
            outcome.count("changed"),
            outcome.count("unchanged"),
            outcome.blank,
        )
    return text + "."


def _fresh(outcome: ImportOutcome) -> int:
    return outcome.count("added") + outcome.count("changed")


def _lead(outcome: ImportOutcome, plan: PlanRef | None) -> Component:
    words = _(
        "%(kind)s from “%(file)s”; nothing of it is saved yet.",
        kind=kind_word(outcome.kind),
        file=outcome.file_name,
    )
    if plan:
        words += " " + _("Rows without a code belong to “%(plan)s”.", plan=plan.short_title)
    return html.Span(words, className="file-name")


def _wrong(
    draft: int, outcome: ImportOutcome, plan: PlanRef | None, frame: Frame
) -> Component | None:
    """Return every fault with its place, and what can be done about it here."""
    if not outcome.faults:
        return None
    parts: list[Content] = [faults_table(outcome.faults)]
    if any(one.code in NEEDS_PLAN for one in outcome.faults):
        parts.append(_plan_form(draft, frame))
    if outcome.asks:
        parts.append(_override(draft, outcome, plan))
    else:
        said = _("Correct the file and upload it once more: all of it is taken in, or nothing.")
        way = link(_("Put in the corrected file"), links.href("data", frame.filters))
        parts.append(html.P([said, " ", way], className="after-table"))
    return section(_("What is wrong"), *parts, id="faults")


def _override(draft: int, outcome: ImportOutcome, plan: PlanRef | None) -> Component:
    """Return the coordinator's word on what may pass with it, which is recorded."""
    boxes = [checkbox(f"allow_{one}", _(WORDS[one]), required=True) for one in outcome.asks]
    return form(
        f"/data/{draft}/save",
        *boxes,
        sheet_field(plan.id if plan else None, outcome),
        submit([icon("check2-square"), _("Save all the same")]),
        css="override",
    )


def _plan_form(draft: int, frame: Frame) -> Component:
    options = [html.Option(one.short_title, value=str(one.id)) for one in frame.choices.plans]
    select = html.Select(options, name="plan", className="pick")
    label = html.Label(
        [html.Span(_("Plan of the rows without a code"), className="control__label"), select],
        className="labelled",
    )
    return form(
        f"/data/{draft}/plan", label, submit(_("Read once more"), css="btn btn-quiet"),
        css="handout",
    )  # fmt: skip


def _doubts(outcome: ImportOutcome) -> Component | None:
    if not outcome.warnings:
        return None
    title = ngettext(
        "%(n)s doubt: it does not hinder", "%(n)s doubts: they do not hinder",
        len(outcome.warnings),
    )  # fmt: skip
    return disclosure(title, faults_table(outcome.warnings))


def _rows(outcome: ImportOutcome) -> Component | None:
    is_shut = outcome.is_refused and not outcome.asks
    wrong = {(one.sheet, one.row) for one in outcome.faults} if is_shut else set()
    right = [one for one in outcome.rows if (one.sheet, one.row) not in wrong]
    fresh = [one for one in right if one.fate != "unchanged"]
    same = [one for one in right if one.fate == "unchanged"]
    parts: list[Content] = []
    if fresh:
        title = _("Rows without errors: not recorded either until the file is corrected")
        title = title if is_shut else _("What would be recorded")
        parts.append(section(title, rows_table(fresh, outcome.kind)))
    if same:
        title = ngettext(
            "%(n)s row is recorded already", "%(n)s rows are recorded already", len(same)
        )
        parts.append(disclosure(title, rows_table(same, outcome.kind)))
    return html.Div(parts, className="page") if parts else None


def _bar(draft: int, outcome: ImportOutcome, plan: PlanRef | None) -> list[Component]:
    if outcome.asks:
        return [state(_("Your decision is asked for above.")), ways_out(draft)]
    if outcome.is_refused:
        return [state(_("Nothing can be saved.")), ways_out(draft)]
    fresh = _fresh(outcome)
    if not fresh:
        return [state(_("There is nothing to save.")), ways_out(draft)]
    said = ngettext("%(n)s row will be saved", "%(n)s rows will be saved", fresh)
    save = form(
        f"/data/{draft}/save",
        sheet_field(plan.id if plan else None, outcome),
        submit([icon("check2-square"), _("Save")]),
    )
    return [state(said), ways_out(draft, save)]
