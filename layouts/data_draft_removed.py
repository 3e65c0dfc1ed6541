"""A row that was taken out: it stays in its place, struck, with the way back."""

from dash import html

from layouts import data_ids as ids
from layouts.components import Content, icon
from layouts.data_fields import Place, button
from layouts.texts import _


def removed_row(place: Place, number: str, title: str) -> list[Content]:
    """Return a row that was taken out; `number` is "" for an indicator."""
    spoken = _("Put back “%(title)s”", title=title)
    if number:
        spoken = _("Put back item %(number)s", number=number)
        if place.kind == "section":
            spoken = _("Put back section %(number)s", number=number)
    back = [icon("arrow-counterclockwise"), _("Put back")]
    head = html.Div(
        [
            html.Span(number, className="code draft-row__no") if number else None,
            html.Del(title, className="draft-row__title"),
            html.Span(_("taken out: it will not be saved"), className="draft-row__out"),
            button(place, "restore", back, "btn btn-sm btn-quiet", spoken),
        ],
        className="draft-row__head is-removed",
    )
    whole = ids.fault(place.draft, place.kind, place.key, "")
    anchor = html.Span(id=ids.anchor("row", place.key), className="anchor")
    return [anchor, head, html.P(id=whole, className="field-fault", role="alert")]
