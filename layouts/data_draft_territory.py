"""The territory of a plan that was read: as it stands, or the choice of it."""

from dash import html
from dash.development.base_component import Component

from data_access.records.draft_matches import TerritoryChoice
from data_access.records.drafts import PlanDraft
from layouts.components import Content, disclosure, icon
from layouts.data_fields import Choice, Field, aim_button, aim_field, aim_pick
from layouts.texts import _

#: Chosen instead of the id of a territory.
NEW = "new"


def territory(draft: PlanDraft, is_asked: bool) -> list[Content]:
    """Return the territory with the way to change it, or the choice where nobody has chosen."""
    chosen = draft.territory
    said = _said(chosen)
    if not said or is_asked:
        return [_named_in_act(chosen), *territory_form(draft, is_asked)]
    name = html.P([icon("check-circle", "st-done"), html.Span(said)], className="all-clear")
    again = aim_button(draft.head.id, "territory-again", _("Change"), "btn btn-sm btn-link")
    others = len(chosen.candidates) > 1 or chosen.may_make
    return [name, _named_in_act(chosen), again if others else None]


def _said(chosen: TerritoryChoice) -> str:
    """Return the territory that stands, or the one that is to be made; "" where nobody chose."""
    if chosen.new:
        return _("A new territory is made: %(name)s.", name=chosen.new.name)
    if chosen.how in ("equal", "chosen") and chosen.territory:
        return chosen.territory.name
    return ""


def _named_in_act(chosen: TerritoryChoice) -> Component | None:
    """Return the name that the act gives; marked where a person chose one of another name."""
    if not chosen.read:
        return None
    if chosen.is_other:
        said = _(
            "The act names another territory: %(name)s. Is the choice right?", name=chosen.read
        )
        return html.P([icon("exclamation-triangle"), html.Span(said)], className="target__differs")
    return html.P(_("The act names: %(name)s", name=chosen.read), className="muted small")


def territory_form(draft: PlanDraft, is_asked: bool = False) -> list[Content]:
    """Return the choice of a territory; whoever may see all of them can make one."""
    chosen, id_ = draft.territory, draft.head.id
    choices: list[Choice] = [(str(one.id), one.full_name) for one in chosen.candidates]
    list_ = Field("territory", _("Territory of the plan"), _now(chosen), "list", choices=choices)
    stay = None
    if is_asked and (chosen.territory or chosen.new):
        stay = aim_button(id_, "territory-stay", _("Cancel"), "btn btn-sm btn-quiet")
    return [aim_pick(id_, list_), _new(draft) if chosen.may_make else None, stay]


def _new(draft: PlanDraft) -> Component:
    """Return the fields of a territory that is to be made, with the button that takes it."""
    chosen, id_ = draft.territory, draft.head.id
    new = chosen.new
    levels = [("municipality", _("municipality")), ("region", _("region"))]
    name, region = (new.name, new.region) if new else (chosen.read, "")
    level = new.level if new else "municipality"
    return disclosure(
        _("If the territory is a new one"),
        aim_field(id_, Field("name", _("Name of a new one"), name, limit=300)),
        aim_field(id_, Field("level", _("Level"), level, "choice", choices=levels)),
        aim_field(id_, Field("region", _("Its region"), region, limit=300)),
        aim_button(id_, "territory-new", _("Take the new territory"), "btn btn-sm btn-primary"),
        is_open=bool(new),
    )


def _now(chosen: TerritoryChoice) -> str:
    """Return what is chosen; nothing where nobody has, for a wrong place is worse than none."""
    return str(chosen.territory.id) if chosen.territory else ""
