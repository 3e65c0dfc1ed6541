"""The bar below an upload: what still blocks saving, with the way there, and the two ways out."""

from dash import html
from dash.development.base_component import Component

from data_access.records.drafts import DraftFault, PlanDraft
from layouts import data_ids as ids
from layouts.components import Content, icon
from layouts.data_bar import state, ways_out
from layouts.data_shown import SAVE, changed_mark
from layouts.draft_texts import draft_fault_text
from layouts.finding_view import field_word
from layouts.native import form, submit
from layouts.texts import N_, _, fmt_number, ngettext

#: Blockers named one by one; the rest is counted.
NAMED = 4
#: Code → the part of the page where it is settled.
SETTLED_AT = {
    "executor_undecided": "names",
    "territory_undecided": "target",
    "target_undecided": "target",
    "target_foreign": "target",
    "target_elsewhere": "target",
    "target_unlike": "target",
}


#: Code → what is asked, in short.
SHORT = {
    "target_undecided": N_("a new plan or an amendment?"),
    "territory_undecided": N_("which territory?"),
    "executor_undecided": N_("who is “%(name)s”?"),
    "target_foreign": N_("is this the plan?"),
    "target_elsewhere": N_("is this the plan?"),
    "target_unlike": N_("is this the plan?"),
}


def bar(draft: PlanDraft) -> list[Component]:
    """Return what blocks saving at the left, the buttons at the right."""
    save = form(
        f"/data/{draft.head.id}/save",
        changed_mark(draft),
        submit([icon("check2-square"), _("Save the plan")], disabled=not draft.may_be_saved),
        id=SAVE,
    )
    return [state(*_standing(draft)), _open_form(), ways_out(draft.head.id, save)]


def _open_form() -> Component:
    """Return what `assets/unsaved.js` shows where a form with changes would be lost."""
    said = _("A form with changes is still open: keep them or cancel.")
    return html.P(said, className="field-fault draft-bar__unsaved", hidden=True, role="alert")


def _standing(draft: PlanDraft) -> list[Content]:
    if draft.may_be_saved:
        said = _ready(draft)
        return [html.P([icon("check-circle", "st-done"), html.Span(said)], className="all-clear")]
    named = [_blocker(one) for one in draft.blockers[:NAMED]]
    rest = len(draft.blockers) - len(named)
    if rest:
        named.append(html.Li(_("and %(n)s more above", n=fmt_number(rest)), className="muted"))
    title = html.Span(
        ngettext(
            "%(n)s question is open before it can be saved:",
            "%(n)s questions are open before it can be saved:",
            len(draft.blockers),
        ),
        className="strong",
    )
    return [title, html.Ul(named, className="draft-bar__list")]


def _ready(draft: PlanDraft) -> str:
    if draft.difference is not None and draft.difference.is_empty:
        return _("The saved plan says the same: saving would change nothing.")
    return _("Nothing blocks saving.")


def _blocker(one: DraftFault) -> Component:
    said = draft_fault_text(one)
    return html.Li(html.A(_short(one) or said, href=f"#{_place(one)}", title=said))


def _short(one: DraftFault) -> str:
    """Return what is asked in a word or two; "" where the whole sentence is needed."""
    if one.code in SHORT:
        return _(SHORT[one.code], name=one.values.get("name", ""))
    if one.code != "finding_open":
        return ""
    field = field_word(one.field)
    number = one.values.get("measure", "")
    return _("item %(number)s, %(field)s", number=number, field=field) if number else field


def _place(one: DraftFault) -> str:
    """Return where on the page a blocker is settled."""
    if one.code == "finding_open":
        return ids.anchor("finding", one.key)
    if one.code in SETTLED_AT:
        return ids.anchor("draft", SETTLED_AT[one.code])
    return ids.anchor("row", one.key) if one.key else ids.anchor("draft", "act")
