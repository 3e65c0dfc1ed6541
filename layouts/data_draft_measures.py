"""Measures of a plan that was read: the document's row beside what was made of it, by section."""

from collections.abc import Sequence
from itertools import groupby

from dash import html
from dash.development.base_component import Component

from data_access.records.draft_matches import ExecutorMatch
from data_access.records.drafts import PlanDraft
from data_access.records.reading import MeasureReading, SectionReading, SourceRow
from layouts import data_ids as ids
from layouts.components import Content, disclosure, section
from layouts.data_draft_adding import adder
from layouts.data_draft_marks import Marks, mark, marks_of
from layouts.data_fields import Place, edit_button
from layouts.data_schedule import schedule_words
from layouts.import_texts import place_text
from layouts.texts import _, fmt_number, ngettext

KIND = "measure"


def measures_sections(draft: PlanDraft) -> list[Component]:
    """Return every section with its measures in the document's order."""
    titles = {one.number: one for one in draft.reading.sections}
    marks = marks_of(draft)
    parts = [
        _section(draft, titles.get(number), number, list(found), marks)
        for number, found in groupby(draft.reading.measures, key=lambda one: one.section)
    ]
    empty = [
        _section(draft, one, one.number, [], marks)
        for one in draft.reading.sections
        if one.number not in {measure.section for measure in draft.reading.measures}
    ]
    nowhere = [] if draft.reading.sections or parts else [adder(draft, KIND)]
    start = html.Span(id=ids.anchor("draft", "measures"), className="anchor")
    return [start, *parts, *empty, *nowhere, adder(draft, "section")]


def _section(
    draft: PlanDraft,
    named: SectionReading | None,
    number: str,
    found: Sequence[MeasureReading],
    marks: Marks,
) -> Component:
    key = named.key if named else f"none-{number}"
    rows = [
        html.Li(html.Div(row(draft, one, marks), id=ids.block(draft.head.id, KIND, one.key)))
        for one in found
    ]
    head = html.Div(
        section_head(draft, named) if named else _nameless(number),
        id=ids.block(draft.head.id, "section", key),
        className="draft-section",
    )
    title = html.Span(
        [
            _("Section %(number)s", number=number) if number else _("Without a section"),
            html.Span(
                ngettext("%(n)s measure", "%(n)s measures", len(found)), className="muted small"
            ),
        ],
        className="draft-section__title",
    )
    listed = html.Ul(rows, className="draft-rows") if rows else None
    id_ = ids.anchor("draft", ids.anchor("section", key))
    return section(title, head, listed, _adder(draft, named, number), id=id_)


def _adder(draft: PlanDraft, named: SectionReading | None, number: str) -> Component | None:
    """Return where a measure is added; a section without a row of its own needs that first."""
    if named:
        return adder(draft, KIND, ids.new_in(named.key))
    return None if number else adder(draft, KIND)


def _nameless(number: str) -> list[Content]:
    return [html.P(_("The document has no row for this section."), className="muted")]


def section_head(draft: PlanDraft, one: SectionReading) -> list[Content]:
    """Return a section's title with the way to change it."""
    spoken = _("Change section %(number)s", number=one.number)
    anchor = html.Span(id=ids.anchor("row", one.key), className="anchor")
    button = edit_button(Place(draft.head.id, "section", one.key), _("Change"), spoken)
    return [anchor, html.Span(one.title, className="strong"), button]


def row(draft: PlanDraft, one: MeasureReading, marks: Marks | None = None) -> list[Content]:
    """Return the document's row at the left, the reading at the right, the way to change it.

    `marks` spares counting for each row what is open about all of them.
    """
    asked = (marks_of(draft) if marks is None else marks).get(one.key, ())
    spoken = _("Change item %(number)s", number=one.number)
    button = edit_button(Place(draft.head.id, KIND, one.key), _("Change"), spoken)
    head = html.Div(
        [
            html.Span(one.number, className="code draft-row__no"),
            html.Span(one.title, className="draft-row__title"),
            mark(asked),
            button,
        ],
        className="draft-row__head",
    )
    anchor = html.Span(id=ids.anchor("row", one.key), className="anchor")
    sides = html.Div([_source(one), _reading(draft, one)], className="draft-row__sides")
    return [anchor, head, sides]


def _source(one: MeasureReading) -> Component:
    """Return the row as it stands in the document, under the document's own headers."""
    if not one.rows:
        said = _("Added by hand: the document has no such row.")
        return html.Div(html.P(said, className="muted"), className="draft-row__source")
    parts: list[Content] = [html.P(_("In the document"), className="side-title")]
    for source in one.rows:
        parts.append(html.P(place_text(source.place), className="muted small"))
        parts.append(_cells(source, one.columns))
    return html.Div(parts, className="draft-row__source")


def _cells(source: SourceRow, columns: Sequence[str]) -> Component:
    pairs = [
        (columns[at] if at < len(columns) and columns[at] else _("column %(n)s", n=at + 1), text)
        for at, text in enumerate(source.cells)
        if text.strip()
    ]
    return _pairs(pairs)


def _pairs(pairs: Sequence[tuple[str, Content]]) -> Component:
    shown = [html.Div([html.Dt(term), html.Dd(text)]) for term, text in pairs]
    return html.Dl(shown, className="pairs")


def _reading(draft: PlanDraft, one: MeasureReading) -> Component:
    edited = {field for key, field in draft.edited if key == one.key}
    is_empty = not one.deadline_text and not one.schedule.due_dates
    read = None if is_empty else schedule_words(one, draft.reading.plan)
    pairs: list[tuple[str, Content]] = [
        (_("Deadline"), [html.Div(one.deadline_text or _("not given")), read]),
        (_("Executors"), _executors(draft, one)),
    ]
    if one.expected_result:
        pairs.append((_("Result"), one.expected_result))
    pairs += [(name, text) for name, text in one.extra.items()]
    hand = html.P(_("Corrected by hand"), className="muted small") if edited else None
    return html.Div(
        [html.P(_("Read"), className="side-title"), _pairs(pairs), hand],
        className="draft-row__reading",
    )


def _executors(draft: PlanDraft, one: MeasureReading) -> Content:
    if not one.executors:
        return html.Span(_("none named"), className="muted")
    matches = {spelling: match for match in draft.executors for spelling in match.spellings}
    items = [
        html.Li(
            [
                html.Span(_resolved(each.canonical or each.name, matches.get(each.name))),
                html.Span(_marks(each.by_agreement, each.group), className="muted"),
            ]
        )
        for each in one.executors
    ]
    if len(items) <= 4:
        return html.Ul(items, className="plain-list")
    more = _("and %(n)s more", n=fmt_number(len(items) - 3))
    rest = disclosure(more, html.Ul(items[3:], className="plain-list"))
    return html.Div([html.Ul(items[:3], className="plain-list"), rest])


def _resolved(name: str, match: ExecutorMatch | None) -> str:
    if match is None or match.state == "undecided":
        return name
    return match.resolved


def _marks(by_agreement: bool, is_group: bool) -> str:
    marks = [_(" (by agreement)") if by_agreement else "", _(" (a group)") if is_group else ""]
    return "".join(marks)
