"""How a doubtful place of a plan that was read is settled: the ways, and what was decided."""

from dash import html
from dash.development.base_component import Component

from data_access.records.drafts import (
    COMPARED_FINDINGS,
    NAME_FINDINGS,
    SAME_NUMBER_FINDINGS,
    DraftFinding,
    PlanDraft,
)
from data_access.records.lacking import is_lacking
from data_access.records.reading import Finding
from layouts import data_ids as ids
from layouts import finding_view
from layouts.components import Content, icon
from layouts.data_standing import stands_now, stays_in
from layouts.texts import N_, NONE, _

#: Field that a finding is about → the field of the form where that is mended.
WANTED = {"period": "period_start", "reporting": "reporting_frequency", "term": "period_start"}
#: Parameters that hold the two values of a contradiction.
BOTH = ("first", "second")
#: A measure under the number of another title: the ways to settle it, by what they say.
SAME = {"accepted": N_("It is the same measure"), "dismissed": N_("It is another measure")}
#: First letter of a key → what it is the key of.
KINDS = {"m": "measure", "i": "indicator", "s": "section"}


def decision(draft: PlanDraft, one: DraftFinding) -> Component | None:
    """Return how a finding was settled with the way back, or the ways to settle it."""
    if one.settlement.is_open:
        if one.finding.severity == "info":
            return None
        return html.Div(_ways(draft, one), className="finding__ways no-print")
    said = [
        icon("check-circle", "st-done"),
        html.Span(_how(one)),
        _button(draft.head.id, one, "open", _("Change"), "btn btn-sm btn-link"),
    ]
    return html.Div(said, className="finding__ways finding__settled")


def _how(one: DraftFinding) -> str:
    """Return how a finding was settled; nothing is "taken" where nothing was proposed."""
    if one.finding.code in SAME_NUMBER_FINDINGS and one.settlement.how in SAME:
        return _(SAME[one.settlement.how])
    if one.finding.code in COMPARED_FINDINGS:
        return finding_view.resolution_word(one.settlement.how)
    if one.settlement.how == "accepted" and not one.finding.proposal:
        return finding_view.resolution_word("dismissed")
    return finding_view.resolution_word(one.settlement.how)


def _ways(draft: PlanDraft, one: DraftFinding) -> list[Content]:
    return [*_answers(draft, one), _mend(draft, one)]


def _mend(draft: PlanDraft, one: DraftFinding) -> Component | None:
    """Return the way to correct the place by hand: it opens the form of its row, or of the act."""
    key = one.finding.target
    kind = KINDS.get(key[:1], "plan")
    reading = draft.reading
    keys = {one.key for one in reading.measures}
    keys |= {one.key for one in reading.indicators} | {one.key for one in reading.sections}
    if key and key not in keys:
        return None
    return html.Button(
        [icon("pencil"), _("Correct by hand")],
        id=ids.act(draft.head.id, kind, key, f"edit-{one.index}"),
        type="button",
        className="btn btn-sm btn-quiet",
        **{"data-field-wanted": _wanted(one.finding.field)},
    )


def _wanted(field: str) -> str:
    """Return the field of the form where a finding about a field is mended."""
    return WANTED.get(field, field.removeprefix("indicator."))


def _answers(plan: PlanDraft, one: DraftFinding) -> list[Component]:
    draft = plan.head.id
    if one.finding.code == "number_repeated":
        return []  # it cannot be saved so: it is to be corrected
    if is_lacking(plan.reading, one.finding):
        return []  # nothing was read that could be kept
    if one.finding.code in SAME_NUMBER_FINDINGS:
        return [
            _button(draft, one, how, _(label), "btn btn-sm btn-outline-primary")
            for how, label in SAME.items()
        ]
    if one.changes:
        return [
            _button(
                draft, one, "accepted", [icon("check2"), _("Take the proposal")],
                "btn btn-sm btn-outline-primary",
            ),
            _button(draft, one, "dismissed", _("Keep what was read"), "btn btn-sm btn-quiet"),
        ]  # fmt: skip
    keep = _keep(plan, one)
    return [*_both(draft, one), keep]


def _keep(plan: PlanDraft, one: DraftFinding) -> Component:
    """Return the button that leaves things as they are, called what it does."""
    how, label = "dismissed", _("Keep what was read")
    is_compared = one.finding.code in COMPARED_FINDINGS
    if stays_in(plan, one.finding):
        label = _("Leave it as it was")
    elif stands_now(plan.reading, one.finding) == NONE and not is_compared:
        label = _("Leave it empty")
    elif is_compared or one.finding.proposal or one.finding.code in NAME_FINDINGS:
        how, label = "accepted", _("Confirm as it is")
    css = "btn btn-sm btn-outline-primary"
    return _button(plan.head.id, one, how, [icon("check2"), label], css)


def _both(draft: int, one: DraftFinding) -> list[Component]:
    """Return a button for each of two values that contradict each other."""
    return [
        _button(draft, one, which, value, "btn btn-sm btn-outline-primary")
        for which, value in contradicting(one.finding).items()
    ]


def contradicting(found: Finding) -> dict[str, str]:
    """Return the values of a contradiction by "first" and "second"; {} for another finding."""
    if not found.code.endswith("_contradiction"):
        return {}
    return {which: found.parameters[which] for which in BOTH if found.parameters.get(which)}


def _button(draft: int, one: DraftFinding, how: str, label: Content, css: str) -> Component:
    return html.Button(
        label,
        id=ids.settle(draft, one.index, how),
        type="button",
        className=css,
    )
