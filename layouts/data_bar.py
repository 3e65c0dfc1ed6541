"""The bar below an upload: how it stands at the left, the two ways out of it at the right."""

from dash import html
from dash.development.base_component import Component

from layouts import links
from layouts.components import Content, link
from layouts.frame import Frame
from layouts.native import form, submit
from layouts.texts import _


def state(*parts: Content) -> Component:
    """Return the left side; what changes there is read aloud."""
    return html.Div(list(parts), className="draft-bar__state", role="status")


def ways_out(draft: int, save: Component | None = None) -> Component:
    """Return the right side: throw the upload away, or save it."""
    return html.Div([_discard(draft), save], className="draft-bar__out")


def _discard(draft: int) -> Component:
    """Return the way to throw an upload away, which asks once more."""
    sure = form(
        f"/data/{draft}/discard",
        submit(_("Yes, throw it away"), css="btn btn-sm btn-quiet"),
    )
    return html.Details(
        [html.Summary(_("Throw the upload away"), className="more__summary"), sure],
        className="more draft-bar__discard",
    )


def leaving() -> dict[str, str]:
    """Return what `assets/leaving.js` asks before a page goes on which something was typed."""
    said = _("What you filled in here is not kept yet. Leave the page without it?")
    return {"data-leave": said}


def crumbs(frame: Frame) -> Component:
    """Return the way back to the coordinator's page."""
    back = link(_("Data"), links.href("data", frame.filters))
    here = html.Span(_("Upload"))
    return html.Nav([back, here], className="crumbs", **{"aria-label": _("Where this page is")})
