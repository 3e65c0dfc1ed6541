"""Where a plan that was read goes: its territory, a new plan or the one that it amends."""

from collections.abc import Sequence

from dash import html
from dash.development.base_component import Component

from data_access.records.draft_matches import TargetChoice, TargetPlan, TerritoryChoice
from data_access.records.drafts import DraftFault, PlanDraft
from layouts import data_ids as ids
from layouts.components import Content, disclosure, icon, section
from layouts.data_difference import difference
from layouts.data_fields import Choice, Field, aim_field
from layouts.draft_texts import draft_fault_text
from layouts.finding_view import severity_mark
from layouts.texts import N_, _, fmt_date

WHY = {
    "same_file": N_("this very file was taken in"),
    "same_act": N_("the same act"),
    "alike": N_("a like title"),
    "listed": N_("of this territory"),
}
#: Chosen instead of the id of a plan or of a territory.
NEW = "new"
#: What speaks against the chosen plan being meant.
STRANGE = ("target_elsewhere", "target_unlike")


def target_section(draft: PlanDraft) -> Component:
    """Return territory and target; both can be changed in place."""
    part = html.Div(target(draft), id=ids.whole(ids.TARGET, draft.head.id))
    return section(_("Where it goes"), part, id="draft-target")


def target(draft: PlanDraft, asking: str = "") -> list[Content]:
    """Return the choices as they stand, and what saving would change.

    `asking` opens the choice of the "territory" or the "target" once more.
    """
    parts = [_territory(draft, asking == "territory"), _aim(draft, asking == "target")]
    return [
        html.Div(parts, className="target"),
        html.Div(difference(draft), id=ids.whole(ids.DIFFERENCE, draft.head.id)),
    ]


def _territory(draft: PlanDraft, is_asked: bool) -> Component:
    chosen = draft.territory
    place = _("The act names: %(name)s", name=chosen.read) if chosen.read else ""
    said = html.P(place, className="muted small") if place else None
    others = len(chosen.candidates) > 1 or chosen.may_make
    if chosen.how in ("equal", "chosen") and chosen.territory and not is_asked:
        name = html.P(
            [icon("check-circle", "st-done"), chosen.territory.name], className="all-clear"
        )
        again = _button(draft, "territory-again", _("Change"), "btn btn-sm btn-link")
        parts = [_title(_("Territory")), name, said, again if others else None]
        return html.Div(parts, className="target__part")
    return html.Div(
        [_title(_("Territory")), said, *territory_form(draft)], className="target__part"
    )


def territory_form(draft: PlanDraft) -> list[Content]:
    """Return the choice of a territory; whoever may see all of them can make one."""
    chosen = draft.territory
    choices: list[Choice] = [(str(one.id), one.full_name) for one in chosen.candidates]
    if chosen.may_make:
        choices.insert(0, (NEW, _("a new territory")))
    list_ = Field("territory", _("Territory of the plan"), _now(chosen), "list", choices=choices)
    parts: list[Content] = [aim_field(draft.head.id, list_)]
    if chosen.may_make:
        new = chosen.new
        name = new.name if new else chosen.read
        level = new.level if new else "municipality"
        levels = [("municipality", _("municipality")), ("region", _("region"))]
        fields = [
            aim_field(draft.head.id, Field("name", _("Name of a new one"), name, limit=300)),
            aim_field(draft.head.id, Field("level", _("Level"), level, "choice", choices=levels)),
            aim_field(
                draft.head.id,
                Field("region", _("Its region"), new.region if new else "", limit=300),
            ),
        ]
        fold = disclosure(_("If the territory is a new one"), *fields, is_open=bool(new))
        parts.append(fold)
    parts.append(_button(draft, "territory", _("Choose"), "btn btn-sm btn-primary"))
    return parts


def _now(chosen: TerritoryChoice) -> str:
    """Return what is chosen; nothing where nobody has, for a wrong place is worse than none."""
    if chosen.territory:
        return str(chosen.territory.id)
    return NEW if chosen.new else ""


def _aim(draft: PlanDraft, is_asked: bool) -> Component:
    is_open = is_asked or draft.target.how == "undecided"
    parts = target_form(draft) if is_open else _standing(draft)
    return html.Div([_title(_("Plan")), *parts], className="target__part")


def _standing(draft: PlanDraft) -> list[Content]:
    chosen = draft.target
    said = _("A new plan is made.")
    parts: list[Content] = []
    if chosen.how == "amends" and chosen.plan:
        said = _("Amends “%(name)s”; its reports stay.", name=chosen.plan.short_title)
        basis = _(
            "Basis: %(basis)s, from %(day)s", basis=chosen.basis, day=fmt_date(chosen.decided_on)
        )
        parts.append(html.P(basis, className="muted small"))
    strange = [one for one in draft.blockers if one.code in STRANGE]
    if chosen.is_confirmed:
        parts.append(html.P(_("That the act amends this plan was confirmed."), className="muted"))
    mark = html.P([icon("check-circle", "st-done"), html.Span(said)], className="all-clear")
    if strange:
        mark = html.P(html.Span(said), className="strong")
        parts.append(_doubted(draft, strange))
    can = chosen.proposals or chosen.others
    again = _button(draft, "target-again", _("Change"), "btn btn-sm btn-link")
    return [mark, *parts, again if can else None]


def _doubted(draft: PlanDraft, strange: Sequence[DraftFault]) -> Component:
    """Return what speaks against the plan being meant, with the two ways on."""
    mark = severity_mark("error")
    said = [html.P([mark, " ", html.Span(draft_fault_text(one))]) for one in strange]
    ways = [
        _button(draft, "target-again", _("Choose another plan"), "btn btn-sm btn-primary"),
        _button(draft, "target-confirm", _("It does amend this plan"), "btn btn-sm btn-quiet"),
    ]
    return html.Div([*said, html.Div(ways, className="finding__ways")], className="target__doubt")


def target_form(draft: PlanDraft) -> list[Content]:
    """Return the choice of the target, with the basis of an amendment."""
    chosen = draft.target
    choices = [*_choices(chosen), (NEW, _("a new plan, beside the others"))]
    now = str(chosen.plan.id) if chosen.plan else choices[0][0]
    day = fmt_date(chosen.decided_on) if chosen.decided_on else ""
    id_ = draft.head.id
    kind = "choice" if len(choices) <= 6 else "list"
    return [
        aim_field(id_, Field("plan", _("This act is"), now, kind, choices=choices)),
        aim_field(
            id_,
            Field(
                "basis", _("Basis of the changes"), chosen.basis, limit=1000,
                hint=_("The amending act. Left empty: the act that was read."),
            ),
        ),
        aim_field(
            id_,
            Field(
                "decided_on", _("Changes count from"), day, limit=10,
                hint=_("DD.MM.YYYY, not later than today."), css="is-narrow",
            ),
        ),
        _button(draft, "target", _("Choose"), "btn btn-sm btn-primary"),
    ]  # fmt: skip


def _choices(chosen: TargetChoice) -> list[Choice]:
    return [(str(one.id), _named(one)) for one in (*chosen.proposals, *chosen.others)]


def _named(one: TargetPlan) -> str:
    name = _("an amendment of “%(name)s” (%(act)s)", name=one.short_title, act=one.act or one.code)
    return f"{name} – {_(WHY[one.why])}"


def _title(text: str) -> Component:
    return html.H3(text, className="side-title")


def _button(draft: PlanDraft, act: str, label: str, css: str) -> Component:
    id_ = {"type": ids.AIM, "draft": draft.head.id, "act": act}
    return html.Button(label, id=id_, type="button", className=css)
