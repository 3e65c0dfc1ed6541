"""Doubtful places of a plan that was read: errors, then warnings; repairs under a fold."""

from collections.abc import Sequence

from dash import html
from dash.development.base_component import Component

from data_access.records.drafts import COMPARED_FINDINGS, NAME_FINDINGS, DraftFinding, PlanDraft
from data_access.records.reading import Finding
from layouts import data_ids as ids
from layouts import finding_view
from layouts.components import Content, disclosure, section
from layouts.data_draft_names import is_asked
from layouts.data_draft_ways import decision
from layouts.data_standing import stands_now, stays_in
from layouts.import_texts import finding_text, place_text
from layouts.notices import all_clear
from layouts.texts import _, ngettext

#: Shown open; the last group is folded.
OPEN = ("error", "warning")


def findings_section(draft: PlanDraft) -> Component:
    """Return every finding with its decision, what must be settled first.

    What is settled while the page is open stays in its place, so that nothing moves under the
    pointer; on the next opening it stands under a fold.
    """
    found = shown_here(draft)
    groups = {severity: _asked(found, severity) for severity in OPEN}
    noted = [one for one in found if one.finding.severity == "info"]
    settled = [one for one in found if one not in noted and not one.settlement.is_open]
    parts: list[Content] = [_group(draft, groups[one]) for one in OPEN if groups[one]]
    if not parts:
        parts = [all_clear(_clear(settled))]
    return section(
        html.Span(title(draft), id=ids.whole(ids.FINDINGS_TITLE, draft.head.id)),
        *parts,
        _settled(draft, settled),
        _repaired(draft, noted),
        id="draft-findings",
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


def _asked(found: Sequence[DraftFinding], severity: str) -> list[DraftFinding]:
    return [one for one in found if one.finding.severity == severity and one.settlement.is_open]


def _clear(settled: Sequence[DraftFinding]) -> str:
    if settled:
        return _("Everything that was asked about this document is settled.")
    return _("The reader has no questions about this document.")


def _settled(draft: PlanDraft, found: Sequence[DraftFinding]) -> Component | None:
    if not found:
        return None
    said = ngettext("%(n)s place is settled", "%(n)s places are settled", len(found))
    return disclosure(said, _group(draft, found))


def title(draft: PlanDraft) -> str:
    """Return how many places are open: those that must be settled, those to be looked at."""
    found = shown_here(draft)
    errors, warnings = (_asked(found, severity) for severity in OPEN)
    if not errors and not warnings:
        return _("No open questions")
    if not errors:
        return ngettext(
            "%(n)s place is to be looked at", "%(n)s places are to be looked at", len(warnings)
        )
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
        [_mark(one), *_where(draft, found)],
        className="finding__head",
    )
    said = finding_text(found)
    text = html.P(said, className="finding__text")
    made = finding_view.read_and_made(found.read, found.proposal, said, _now(draft, one))
    return [place, head, text, made, decision(draft, one)]


def _now(draft: PlanDraft, one: DraftFinding) -> str:
    """Return what stands at the place of an open finding, or stays where the act is silent."""
    if not one.settlement.is_open or one.finding.code in COMPARED_FINDINGS:
        return ""
    if kept := stays_in(draft, one.finding):
        return _("not said in the act, stays: ") + kept
    return stands_now(draft.reading, one.finding)


def _mark(one: DraftFinding) -> Component:
    """Return how bad a finding is, or that it is settled: then nothing is asked any more."""
    if one.settlement.is_open:
        return finding_view.severity_mark(one.finding.severity)
    return html.Span(_("settled"), className="muted")


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
