"""Measures that come and go with an act, and the way to say that a new one is a removed one."""

from collections.abc import Sequence

from dash import html
from dash.development.base_component import Component

from data_access.records.difference import Difference, MeasureChange
from layouts import data_ids as ids
from layouts.components import Content, disclosure
from layouts.controls import dropdown
from layouts.texts import _, ngettext

#: Measures that go or come, named one by one; the rest stands under a fold.
NAMED = 8
#: So much of a title tells it from others in a list of choices.
LABEL = 90


def coming_and_going(found: Difference, draft: int) -> list[Component]:
    """Return by name what goes and what comes: that is looked at without opening anything.

    A new measure can be said to be one of those that go: what its number and title do not tell.
    """
    removed = [one for one in found.measures if one.fate == "removed"]
    added = [one for one in found.measures if one.fate == "added"]
    joined = [one for one in found.measures if one.is_joined]
    restored = [one for one in found.measures if one.fate == "restored"]
    groups = (
        (_("Taken off control (measures)"), [_named(one) for one in removed]),
        (_("Added (measures)"), [[*_named(one), *_choice(draft, one, removed)] for one in added]),
        (_("Restored (measures)"), [_named(one) for one in restored]),
        (_("Joined by hand"), [_joined(draft, one) for one in joined]),
    )
    return [_group(word, items) for word, items in groups if items]


def _group(word: str, items: Sequence[list[Content]]) -> Component:
    rows = [html.Li(one) for one in items]
    title = html.Span(f"{word}:", className="strong")
    parts: list[Component] = [title, html.Ul(rows[:NAMED], className="changes")]
    if rest := rows[NAMED:]:
        more = ngettext("and %(n)s more", "and %(n)s more", len(rest))
        parts.append(disclosure(more, html.Ul(rest, className="changes")))
    return html.Div(parts, className="changes-named")


def _named(one: MeasureChange) -> list[Content]:
    return [html.Span(one.number, className="code strong"), f" {one.title}"]


def _choice(draft: int, one: MeasureChange, removed: Sequence[MeasureChange]) -> list[Content]:
    """Return the choice among what goes; nothing where nothing goes."""
    if not removed:
        return []
    options = [(str(it.measure_id), _label(it)) for it in removed]
    asked = html.Span(_("This is the former measure"), className="join__label")
    control = dropdown(
        ids.join(draft, one.key), options, None, placeholder=_("no, it is a new one")
    )
    return [html.Label([asked, control], className="join")]


def _label(one: MeasureChange) -> str:
    title = one.title if len(one.title) <= LABEL else f"{one.title[: LABEL - 1]}…"
    reported = _(" (has reports)") if one.has_reports else ""
    return f"{one.number} {title}{reported}"


def _joined(draft: int, one: MeasureChange) -> list[Content]:
    said = _("the former %(number)s “%(title)s”", number=one.old_number, title=one.old_title)
    back = html.Button(
        _("Undo"),
        id=ids.join(draft, one.key, ids.PART),
        type="button",
        className="btn btn-sm btn-link",
        **{"aria-label": _("Undo: %(what)s", what=f"{one.number} – {said}")},
    )
    return [*_named(one), f" – {said} ", back]
