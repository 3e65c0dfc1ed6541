"""Native form fields, which Dash's own elements lack: files, checkboxes, hidden values.

Dash draws an empty place; `assets/native.js` puts the field into it, and the server's own copy of a
page (`dashboard/prerender.py`) has the field at once, so that a form works without scripts too.
"""

import json

from dash import html
from dash.development.base_component import Component

from layouts.components import Content

#: The attribute that describes the field to whoever draws it.
FIELD = "data-field"
#: A form gets the token against forgery from `assets/karta.js` where the first stands; where the
#: second one does too it has the token in the server's own copy already.
BY_SCRIPT, TOKEN = "data-csrf", "data-token"


def field(type_: str, name: str, **attributes: str | bool) -> Component:
    """Return the place of a field `<input type name …>`; `True` is a bare attribute."""
    described = {"type": type_, "name": name, **attributes}
    text = json.dumps(described, ensure_ascii=False, sort_keys=True)
    return html.Span(className="native", **{FIELD: text})


def checkbox(name: str, label: Content, *, required: bool = False) -> Component:
    """Return a checkbox inside its label."""
    box = field("checkbox", name, value="1", **({"required": True} if required else {}))
    return html.Label([box, html.Span(label)], className="check")


def form(
    action: str, *parts: Content, css: str = "", method: str = "POST", **more: str
) -> Component:
    """Return a form; one that posts gets its token from the page."""
    extra = {BY_SCRIPT: "", TOKEN: ""} if method == "POST" else {}
    return html.Form(
        list(parts), action=action, method=method, className=css or None, **extra, **more
    )


def submit(content: Content, *, css: str = "btn btn-primary", disabled: bool = False) -> Component:
    """Return the button that sends the form around it."""
    return html.Button(content, type="submit", className=css, disabled=disabled)
