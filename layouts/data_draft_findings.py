"""Doubtful places of a plan that was read: errors, then warnings; repairs under a fold."""

from collections.abc import Sequence

from dash import html
from dash.development.base_component import Component

from data_access.records.drafts import NAME_FINDINGS, DraftFinding, PlanDraft
from data_access.records.reading import Finding
from layouts import data_ids as ids
from layouts import finding_view
from layouts.components import Content, disclosure, icon, section
from layouts.data_draft_names import is_asked
from layouts.data_standing import stands_now
from layouts.import_texts import finding_text, place_text
from layouts.notices import all_clear
from layouts.texts import NONE, _, ngettext

#: Shown open; the last group is folded.
OPEN = ("error", "warning")
#: Field that a finding is about → the field of the form where that is mended.
WANTED = {"period": "period_start", "reporting": "reporting_frequency", "term": "period_start"}
#: First letter of a key → what it is the key of.
KINDS = {"m": "measure", "i": "indicator", "s": "section"}


def findings_section(draft: PlanDraft) -> Component:
    """Return every finding with its decision, what must be settled first.

    Settled ones stay where they are, so that nothing moves under the pointer.
    """
    found = shown_here(draft)
    groups = {
        severity: [one for one in found if one.finding.severity == severity]
        for severity in (*OPEN, "info")
    }
    parts = [_group(draft, groups[severity]) for severity in OPEN if groups[severity]]
    if not parts:
        parts = [all_clear(_("The reader has no questions about this document."))]
    return section(
        _title(groups["error"], groups["warning"]),
        *parts,
        _repaired(draft, groups["info"]),
        note=_("A number beside a place leads to its row below. Decisions are kept at once."),
    )


def shown_here(draft: PlanDraft) -> list[DraftFinding]:
    """Return the findings that are asked here: doubts about names are asked once for each name."""
    names = {
        spelling.casefold()
        for one in draft.executors
        if is_asked(one)
        for spelling in (one.key, one.name, *one.spellings)
    }
    return [
        one
        for one in draft.findings
        if one.finding.code not in NAME_FINDINGS or one.finding.read.casefold() not in names
    ]


def _title(errors: Sequence[DraftFinding], warnings: Sequence[DraftFinding]) -> str:
    if not errors and not warnings:
        return _("No doubtful places")
    must = ngettext("%(n)s place must be settled", "%(n)s places must be settled", len(errors))
    look = ngettext("%(n)s is to be looked at", "%(n)s are to be looked at", len(warnings))
    return ", ".join(
        text for text, found in ((must, errors), (look, warnings)) if found
    )  # fmt: skip


def _group(draft: PlanDraft, found: Sequence[DraftFinding]) -> Component:
    items = [html.Li(entry(draft, one), id=ids.finding(draft.head.id, one.index)) for one in found]
    return html.Ul(items, className="findings")


def _repaired(draft: PlanDraft, found: Sequence[DraftFinding]) -> Component | None:
    if not found:
        return None
    title = ngettext(
        "%(n)s place was repaired or noted: for information",
        "%(n)s places were repaired or noted: for information",
        len(found),
    )
    return disclosure(title, _group(draft, found))


def entry(draft: PlanDraft, one: DraftFinding) -> list[Content]:
    """Return a finding: where, what was read and proposed, and how it is or can be settled."""
    found = one.finding
    place = html.Span(id=ids.anchor("finding", one.index), className="anchor")
    head = html.Div(
        [finding_view.severity_mark(found.severity), *_where(draft, found)],
        className="finding__head",
    )
    said = finding_text(found)
    text = html.P(said, className="finding__text")
    now = stands_now(draft.reading, found) if one.settlement.is_open else ""
    made = finding_view.read_and_made(found.read, found.proposal, said, now)
    return [place, head, text, made, _decision(draft, one)]


def _where(draft: PlanDraft, found: Finding) -> list[Content]:
    target = found.target
    number = next((one.number for one in draft.reading.measures if one.key == target), "")
    parts: list[Content] = []
    if target and number:
        item = _("item %(number)s", number=number)
        parts.append(html.A(item, href=f"#{ids.anchor('row', target)}"))
    elif found.measure:
        parts.append(html.Span(_("item %(number)s", number=found.measure)))
    parts.append(html.Span(finding_view.field_word(found.field)))
    parts.append(html.Span(place_text(found.place), className="muted"))
    return parts


def _decision(draft: PlanDraft, one: DraftFinding) -> Component | None:
    """Return how a finding was settled with the way back, or the ways to settle it."""
    if one.settlement.is_open:
        if one.finding.severity == "info":
            return None
        return html.Div(_ways(draft, one), className="finding__ways no-print")
    said = [
        icon("check-circle", "st-done"),
        html.Span(finding_view.resolution_word(one.settlement.how)),
        _button(draft.head.id, one, "open", _("Change"), "btn btn-sm btn-link"),
    ]
    return html.Div(said, className="finding__ways finding__settled")


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
        **{"data-field-wanted": WANTED.get(one.finding.field, one.finding.field)},
    )


def _answers(plan: PlanDraft, one: DraftFinding) -> list[Component]:
    draft = plan.head.id
    if one.changes:
        return [
            _button(
                draft, one, "accepted", [icon("check2"), _("Take the proposal")],
                "btn btn-sm btn-outline-primary",
            ),
            _button(draft, one, "dismissed", _("Keep what was read"), "btn btn-sm btn-quiet"),
        ]  # fmt: skip
    is_empty = stands_now(plan.reading, one.finding) == NONE
    label = _("Leave it empty") if is_empty else _("Confirm as it is")
    return [
        _button(
            draft, one, "accepted", [icon("check2"), label],
            "btn btn-sm btn-outline-primary",
        )
    ]  # fmt: skip


def _button(draft: int, one: DraftFinding, how: str, label: Content, css: str) -> Component:
    return html.Button(label, id=ids.settle(draft, one.index, how), type="button", className=css)
