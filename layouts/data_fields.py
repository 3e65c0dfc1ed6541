"""Fields of the forms on an upload's page: Dash's own inputs under labels, each with its fault."""

from collections.abc import Sequence
from dataclasses import dataclass

from dash import dcc, html
from dash.development.base_component import Component

from data_access.records.drafts import Refused
from layouts import data_ids as ids
from layouts.components import Content, icon
from layouts.controls import dropdown
from layouts.draft_texts import draft_fault_text
from layouts.texts import _

#: A choice: what is kept, what is read.
Choice = tuple[str, str]


@dataclass(frozen=True)
class Field:
    """A field of a block's form.

    `kind`: line | text (several lines) | choice (of a few, all in sight) | list (of many).
    `hint` says what is expected.
    """

    name: str
    label: str
    value: str
    kind: str = "line"
    hint: str = ""
    choices: Sequence[Choice] = ()
    rows: int = 2
    limit: int = 2000
    css: str = ""


@dataclass(frozen=True)
class Place:
    """Which block of which draft a field belongs to."""

    draft: int
    kind: str
    key: str


def refusal(no: Refused) -> Component:
    """Return why a change was not made."""
    said = " ".join(draft_fault_text(one) for one in no.faults)
    return html.P(said, className="field-fault", role="alert")


def edit_form(
    place: Place, title: str, fields: Sequence[Field], *, removable: str = ""
) -> Component:
    """Return the form of a block; `removable` is the label of the button that takes it out."""
    done = _("Add") if ids.is_new(place.key) else _("Keep the changes")
    buttons = [
        button(place, "save", [icon("check2"), done], "btn btn-sm btn-primary"),
        button(place, "cancel", _("Cancel"), "btn btn-sm btn-quiet"),
    ]
    if removable:
        buttons.append(button(place, "remove", removable, "btn btn-sm btn-quiet edit__remove"))
    whole = ids.fault(place.draft, place.kind, place.key, "")
    return html.Div(
        [
            html.P(title, className="edit__title"),
            dcc.Store(id=ids.opened(place.draft, place.kind, place.key), data=values_of(fields)),
            html.Div([control(place, one) for one in fields], className="edit__fields"),
            html.P(id=whole, className="field-fault", role="alert"),
            html.Div(buttons, className="actions"),
        ],
        className="edit",
        role="group",
        **{"aria-label": title},
    )


def values_of(fields: Sequence[Field]) -> dict[str, str]:
    """Return what a form shows when it is opened: field → value."""
    return {one.name: one.value for one in fields}


def edit_button(place: Place, label: str, spoken: str) -> Component:
    """Return the button that opens a block's form; `spoken` tells it from the others."""
    return button(place, "edit", [icon("pencil"), label], "btn btn-sm btn-quiet", spoken)


def button(place: Place, act: str, label: Content, css: str, spoken: str = "") -> Component:
    """Return a button of a block: "edit", "save", "cancel", "remove" or "restore"."""
    named = {"aria-label": spoken} if spoken else {}
    if _redraws(place, act):
        named["data-redraws"] = ""
    return html.Button(
        label,
        id=ids.act(place.draft, place.kind, place.key, act),
        type="button",
        className=css,
        **named,
        **{"data-act": act},
    )


def _redraws(place: Place, act: str) -> bool:
    """Tell whether a button draws the rows around anew: forms that are open there go with it."""
    changes = act in ("save", "remove", "restore")
    return changes and (ids.is_new(place.key) or place.kind == "section")


def control(place: Place, one: Field) -> Component:
    """Return a field under its label, with its hint and the room for its fault."""
    said = html.Span(
        id=ids.fault(place.draft, place.kind, place.key, one.name),
        className="field-fault",
        role="alert",
    )
    hint = _hint(one, ids.hint(place.draft, place.kind, place.key, one.name))
    shown = _input(ids.value(place.draft, place.kind, place.key, one.name), one)
    return html.Div(
        [_labelled(one, shown), hint, said],
        className=f"edit__field edit__field--{one.kind} {one.css}".strip(),
    )


def aim_field(draft: int, one: Field) -> Component:
    """Return a field of the choice where a plan goes, which a button takes."""
    return _aim(draft, one, _input(ids.aim(draft, one.name), one))


def aim_pick(draft: int, one: Field) -> Component:
    """Return a choice where a plan goes that counts at once."""
    return _aim(draft, one, _input(ids.aim(draft, one.name, ids.AIM_PICK), one))


def aim_button(draft: int, act: str, label: str, css: str) -> Component:
    """Return a button of the choice where a plan goes."""
    id_ = {"type": ids.AIM, "draft": draft, "act": act}
    return html.Button(label, id=id_, type="button", className=css)


def _aim(draft: int, one: Field, shown: Component) -> Component:
    said = html.Span(id=ids.aim(draft, one.name, ids.UNFIT), className="field-fault", role="alert")
    hint = _hint(one, ids.aim(draft, one.name, ids.HINT))
    return html.Div([_labelled(one, shown), hint, said], className=f"edit__field {one.css}".strip())


def _hint(one: Field, id_: ids.Id) -> Component | None:
    return html.Span(one.hint, id=id_, className="field-hint") if one.hint else None


def _labelled(one: Field, shown: Component) -> Component:
    if one.kind == "choice":
        legend = html.Legend(one.label, className="control__label")
        return html.Fieldset([legend, shown], className="labelled", role="radiogroup")
    caption = html.Span(one.label, className="control__label")
    return html.Label([caption, shown], className="labelled")


def _input(id_: ids.Id, one: Field) -> Component:
    if one.kind == "text":
        return dcc.Textarea(
            id=id_, value=one.value, rows=one.rows, maxLength=one.limit, className="field"
        )
    if one.kind == "choice":
        return radio(id_, one.choices, one.value)
    if one.kind == "list":
        return dropdown(id_, one.choices, one.value, placeholder=_("Choose"), clearable=False)
    return dcc.Input(
        id=id_,
        type="text",
        value=one.value,
        maxLength=one.limit,
        autoComplete="off",
        className="field",
    )


def radio(id_: ids.Id, choices: Sequence[tuple[str, Content]], value: str | None) -> Component:
    """Return a choice of a few, all of them in sight."""
    options = [{"value": key, "label": text} for key, text in choices]
    return dcc.RadioItems(id=id_, options=options, value=value, className="radios")
