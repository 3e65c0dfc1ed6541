"""A measure of a plan that was read: the document's row beside what was made of it."""

from collections.abc import Sequence

from dash import html
from dash.development.base_component import Component

from data_access.records.draft_matches import ExecutorMatch
from data_access.records.drafts import PlanDraft
from data_access.records.reading import MeasureReading, SourceRow
from data_access.records.removed import Placed
from layouts import data_ids as ids
from layouts.components import Content, disclosure
from layouts.data_draft_marks import Marks, mark, marks_of
from layouts.data_draft_removed import removed_row
from layouts.data_fields import Place, edit_button
from layouts.data_schedule import schedule_words
from layouts.import_texts import place_text
from layouts.texts import _, fmt_number

KIND = "measure"


def measure_block(
    draft: PlanDraft, one: Placed[MeasureReading], marks: Marks | None = None
) -> list[Content]:
    """Return a measure as it was read, or the way back of one that was taken out."""
    if one.is_removed:
        place = Place(draft.head.id, KIND, one.row.key)
        return removed_row(place, one.row.number, one.row.title)
    return row(draft, one.row, marks)


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
