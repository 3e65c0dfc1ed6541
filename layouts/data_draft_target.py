"""Where a plan that was read goes: its territory, a new plan or the one that it amends."""

from collections.abc import Sequence

from dash import dcc, html
from dash.development.base_component import Component

from data_access.records.draft_matches import TargetChoice, TargetPlan
from data_access.records.drafts import DraftFault, PlanDraft
from layouts import data_ids as ids
from layouts.components import Content, disclosure, icon, section
from layouts.data_draft_territory import NEW, territory
from layouts.data_fields import Choice, Field, aim_button, aim_field, aim_pick, values_of
from layouts.data_shown import compared, target_mark
from layouts.draft_texts import draft_fault_text
from layouts.finding_view import severity_mark
from layouts.texts import N_, NONE, _, fmt_date

WHY = {
    "same_file": N_("this very file was taken in"),
    "same_act": N_("the same act"),
    "amended": N_("the act changes it"),
    "alike": N_("a like title"),
    "listed": N_("of this territory"),
}
#: So many choices stand as radio buttons, more of them in a list.
MOST_RADIOS = 6
#: What speaks against the chosen plan being meant.
STRANGE = ("target_foreign", "target_elsewhere", "target_unlike")


def target_section(draft: PlanDraft) -> Component:
    """Return territory and target; both can be changed in place."""
    part = html.Div(target(draft), id=ids.whole(ids.TARGET, draft.head.id))
    return section(_("Where it goes"), part, id="draft-target")


def target(draft: PlanDraft, asking: str = "") -> list[Content]:
    """Return the choices as they stand, and what saving would change.

    `asking` opens the choice of the "territory" once more.
    """
    parts = [
        _part(_("Territory"), territory(draft, asking == "territory")),
        _part(_("Plan"), _aim(draft)),
    ]
    return [
        html.Div(parts, className="target"),
        target_mark(draft),
        dcc.Store(id=ids.whole(ids.AIM_SHOWN, draft.head.id), data=draft.shown.target),
        html.Div(compared(draft), id=ids.whole(ids.DIFFERENCE, draft.head.id)),
    ]


def _part(title: str, parts: Sequence[Content]) -> Component:
    return html.Div([html.H3(title, className="side-title"), *parts], className="target__part")


def _aim(draft: PlanDraft) -> list[Content]:
    """Return the choice with what it comes to; a sentence alone where there is none."""
    chosen = draft.target
    if not chosen.proposals and not chosen.others:
        return [_done(_("A new plan is made."))]
    return [_pick(draft), *_amends(draft)]


def _pick(draft: PlanDraft) -> Component:
    """Return the choice of the target; while nobody has chosen, nothing is marked."""
    chosen = draft.target
    choices = [*_choices(chosen), (NEW, _("a new plan, beside the others"))]
    now = {"new": NEW, "amends": str(chosen.plan.id) if chosen.plan else ""}.get(chosen.how, "")
    kind = "choice" if len(choices) <= MOST_RADIOS else "list"
    field = Field(
        "plan", _("This act is"), now, kind, choices=choices, hint=_("The choice counts at once.")
    )
    return aim_pick(draft.head.id, field)


def _amends(draft: PlanDraft) -> list[Content]:
    """Return what an amendment rests on, and what speaks against the plan being meant."""
    chosen = draft.target
    if chosen.how != "amends" or not chosen.plan:
        return []
    strange = [one for one in draft.blockers if one.code in STRANGE]
    confirmed = html.P(_("That the act amends this plan was confirmed."), className="muted")
    stays = _("Reports of “%(name)s” stay.", name=chosen.plan.short_title)
    return [
        _doubted(draft, strange) if strange else _done(stays),
        confirmed if chosen.is_confirmed else None,
        _basis(draft),
    ]


def _done(said: str) -> Component:
    return html.P([icon("check-circle", "st-done"), html.Span(said)], className="all-clear")


def _doubted(draft: PlanDraft, strange: Sequence[DraftFault]) -> Component:
    """Return what speaks against the plan being meant, with the way on; the other is the choice."""
    mark = severity_mark("error")
    said = [html.P([mark, " ", html.Span(draft_fault_text(one))]) for one in strange]
    label = _("It does amend this plan")
    way = aim_button(draft.head.id, "target-confirm", label, "btn btn-sm btn-outline-primary")
    return html.Div([*said, html.Div(way, className="finding__ways")], className="target__doubt")


def basis_fields(chosen: TargetChoice) -> tuple[Field, Field]:
    """Return the fields of the document that changes rest on, and of the day when they begin."""
    day = fmt_date(chosen.decided_on) if chosen.decided_on else ""
    basis = Field(
        "basis", _("Basis of the changes"), chosen.basis, limit=1000,
        hint=_("The amending act. Left empty: the act that was read."),
    )  # fmt: skip
    since = Field(
        "decided_on", _("Changes count from"), day, limit=10,
        hint=_("DD.MM.YYYY, not later than today."),
    )  # fmt: skip
    return basis, since


def _basis(draft: PlanDraft) -> Component:
    """Return the document that the changes rest on and their day, with the way to change both."""
    id_ = draft.head.id
    basis, since = basis_fields(draft.target)
    keep = aim_button(id_, "basis", _("Keep the changes"), "btn btn-sm btn-primary")
    said = _("Basis: %(basis)s, from %(day)s", basis=basis.value, day=since.value or NONE)
    return html.Div(
        [
            html.P(said, className="muted small"),
            dcc.Store(id=ids.aim(id_, "", ids.AIM_OPENED), data=values_of((basis, since))),
            disclosure(
                _("Change basis and day"), aim_field(id_, basis), aim_field(id_, since), keep
            ),
        ]
    )


def _choices(chosen: TargetChoice) -> list[Choice]:
    return [(str(one.id), _named(one)) for one in (*chosen.proposals, *chosen.others)]


def _named(one: TargetPlan) -> str:
    name = _("an amendment of “%(name)s” (%(act)s)", name=one.short_title, act=one.act or one.code)
    return f"{name} – {_(WHY[one.why])}"
