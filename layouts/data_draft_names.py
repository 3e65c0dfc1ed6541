"""Executors of a plan that was read: who each is, proposals with their scores, decisions."""

from collections.abc import Sequence

from dash import dcc, html
from dash.development.base_component import Component

from data_access.records.draft_matches import Candidate, ExecutorMatch
from data_access.records.drafts import PlanDraft
from data_access.records.limits import NAME_LENGTH
from layouts import data_ids as ids
from layouts.components import Content, disclosure, icon, section
from layouts.data_fields import radio
from layouts.notices import all_clear
from layouts.tables import Column, table
from layouts.texts import N_, _, fmt_number, ngettext

#: How a name that nobody has to decide on came to its executor.
STATES = {
    "equal": N_("known, the same name"),
    "new": N_("new, nothing is like it"),
    "decided": N_("decided"),
    "undecided": N_("to be decided"),
}
NEW = "new"
MOST_NUMBERS = 8


def names_section(draft: PlanDraft) -> Component:
    """Return the names that somebody has to decide on, and all the others under a fold."""
    asked = [one for one in draft.executors if is_asked(one)]
    rest = [one for one in draft.executors if one not in asked]
    undecided = sum(one.state == "undecided" for one in draft.executors)
    items = [
        html.Li(entry(draft, one), id=ids.of_name(ids.NAME, draft.head.id, one.key))
        for one in asked
    ]
    clear = all_clear(_("Every executor is known or clearly new."))
    return section(
        _title(undecided, len(draft.executors)),
        html.Ul(items, className="findings") if items else clear,
        _others(rest),
        note=_("A confirmed name is remembered: the next plan will not ask again."),
        id="draft-names",
    )


def is_asked(one: ExecutorMatch) -> bool:
    """Tell whether somebody decides, or has decided, who a name is."""
    return bool(one.candidates) or one.state == "undecided"


def _title(undecided: int, every: int) -> str:
    if undecided:
        return ngettext(
            "Executors: %(n)s name of %(all)s is to be matched",
            "Executors: %(n)s names of %(all)s are to be matched",
            undecided,
            all=fmt_number(every),
        )
    return ngettext("%(n)s executor", "%(n)s executors", every)


def entry(draft: PlanDraft, one: ExecutorMatch) -> list[Content]:
    """Return a name with whom it may be: chosen from, or as it was decided."""
    head = html.Div(
        [
            html.Span(one.name, className="strong"),
            html.Span(_items(one.measures), className="muted"),
        ],
        className="finding__head",
    )
    if one.state == "decided":
        return [head, _decided(draft.head.id, one)]
    return [head, _choice(draft.head.id, one)]


def _decided(draft: int, one: ExecutorMatch) -> Component:
    said = _("stands as “%(name)s”", name=one.resolved)
    if one.executor_id is None and one.choice and one.choice.kind == NEW:
        said = _("a new executor, “%(name)s”", name=one.resolved)
    again = html.Button(
        _("Change"),
        id=ids.decide(draft, one.key, "again"),
        type="button",
        className="btn btn-sm btn-link",
    )
    parts = [icon("check-circle", "st-done"), html.Span(said), again]
    return html.Div(parts, className="finding__ways finding__settled")


def _choice(draft: int, one: ExecutorMatch) -> Component:
    choices: list[tuple[str, Content]] = [(option(it), _candidate(it)) for it in one.candidates]
    choices.append((NEW, _("an executor of its own, written so:")))
    spelling = html.Label(
        [
            html.Span(_("Name of the new executor"), className="visually-hidden"),
            dcc.Input(
                id=ids.said(draft, one.key, "spelling"),
                type="text",
                value=one.name,
                maxLength=NAME_LENGTH,
                className="field",
            ),
        ],
        className="labelled name__spelling",
    )
    confirm = html.Button(
        [icon("check2"), _("Confirm")],
        id=ids.decide(draft, one.key, "decide"),
        type="button",
        className="btn btn-sm btn-outline-primary",
    )
    unfit = html.Div(id=ids.of_name(ids.UNFIT, draft, one.key))
    first = choices[0][0]
    legend = html.Legend(_("Who is “%(name)s”?", name=one.name), className="visually-hidden")
    picks = radio(ids.said(draft, one.key, "choice"), choices, first)
    return html.Div(
        [html.Fieldset([legend, picks], className="labelled"), spelling, confirm, unfit],
        className="name",
    )


def option(one: Candidate) -> str:
    """Return the value by which a candidate is chosen: "known:7" or "same:key"."""
    return f"known:{one.executor_id}" if one.kind == "known" else f"same:{one.key}"


def _candidate(one: Candidate) -> Component:
    where = _("known already") if one.kind == "known" else _("named in this document")
    note = _("%(where)s, likeness %(score)s %%", where=where, score=fmt_number(one.score))
    named = f"{one.name} ({one.place})" if one.place else one.name
    return html.Span([named, html.Span(f" – {note}", className="muted")])


def _items(numbers: Sequence[str]) -> str:
    shown = ", ".join(numbers[:MOST_NUMBERS]) + (" …" if len(numbers) > MOST_NUMBERS else "")
    return ngettext("in item %(items)s", "in items %(items)s", len(numbers), items=shown)


def _others(rest: Sequence[ExecutorMatch]) -> Component | None:
    if not rest:
        return None
    cols = [
        Column(_("Executor"), "title", small="main", is_header=True),
        Column(_("How"), "text", small="sub"),
        Column(_("Items"), "text", small="sub"),
    ]
    rows = [[one.resolved, _(STATES[one.state]), _items(one.measures)] for one in rest]
    title = ngettext("%(n)s other name", "%(n)s other names", len(rest))
    return disclosure(title, table(_("Names that need no decision"), cols, rows))
