"""A page's component tree as HTML text, so that the first response already shows it.

The tree is the one that Dash draws later. Elements become the same elements, links become
plain links, and what needs a script gets a still stand-in of its size. No style attribute
is ever written: the content security policy would refuse it.
"""

import json
from collections.abc import Callable, Iterable, Mapping
from numbers import Number
from typing import Any

from dash.development.base_component import Component
from flask import has_request_context
from flask_wtf.csrf import generate_csrf
from markupsafe import escape

from dashboard.prerender_attributes import PREFIX, attributes, escaped
from layouts.native import FIELD, TOKEN

VOID = frozenset({"Area", "Base", "Br", "Col", "Embed", "Hr", "Img", "Link", "Meta", "Source"})
#: Components that show nothing of their own.
SILENT = frozenset({"Location", "Store", "Interval", "Download", "Clipboard", "Tooltip"})


def to_html(node: Any) -> str:
    """Return a component, a text, a number, None or a sequence of these as HTML."""
    if isinstance(node, str):  # the most frequent first: a page has thousands
        return escaped(node)
    if isinstance(node, Component):
        return _component(node)
    if isinstance(node, list | tuple):
        return "".join(map(to_html, node))
    if node is None or isinstance(node, bool):
        return ""
    if isinstance(node, Number):
        return str(escape(str(node)))
    if isinstance(node, Iterable):
        return "".join(to_html(one) for one in node)
    raise TypeError(f"cannot show {type(node).__name__}")


def _component(node: Component) -> str:
    kind = node._type
    if node._namespace == "dash_html_components":
        return _element(kind.lower(), node, is_void=kind in VOID)
    if kind in SILENT:
        return ""
    stand_in = STAND_INS.get(kind)
    return stand_in(node) if stand_in else to_html(getattr(node, "children", None))


def _element(tag: str, node: Component, *, is_void: bool = False) -> str:
    own = vars(node)
    opening = f"<{tag}{attributes(own)}>"
    if is_void:
        return opening
    return f"{opening}{_before(own)}{to_html(own.get('children'))}</{tag}>"


def _before(own: Mapping[str, Any]) -> str:
    """Return what scripts add to an element later: a native field, the token of a form."""
    if described := own.get(FIELD):
        return _field_of(json.loads(described))
    if own.get(TOKEN) is not None and has_request_context():
        return _field_of({"type": "hidden", "name": "csrf_token", "value": generate_csrf()})
    return ""


def _field_of(described: dict[str, Any]) -> str:
    if "form" in described:  # ids of this copy are others
        described = {**described, "form": f"{PREFIX}{described['form']}"}
    pairs = [
        f" {escape(name)}" if value is True else f' {escape(name)}="{escape(value)}"'
        for name, value in described.items()
        if value is not False
    ]
    return f"<input{''.join(pairs)}>"


def _link(node: Component) -> str:
    return _element("a", node)


def _placeholder(name: str) -> Callable[[Component], str]:
    """Return a stand-in that keeps the room of what a script draws later."""

    def build(node: Component) -> str:
        css = f"{getattr(node, 'className', None) or ''} pre-{name}".strip()
        return f'<div class="{escape(css)}" aria-hidden="true"></div>'

    return build


def _input(node: Component) -> str:
    shown = getattr(node, "value", None) or ""
    return _field(node, str(shown), getattr(node, "placeholder", None))


def _date(node: Component) -> str:
    given = getattr(node, "date", None)
    shown = ".".join(reversed(given[:10].split("-"))) if given else ""
    return _field(node, shown, getattr(node, "placeholder", None))


def _dropdown(node: Component) -> str:
    value = getattr(node, "value", None)
    chosen = value if isinstance(value, list) else [value]
    names = [one["label"] for one in getattr(node, "options", []) if one["value"] in chosen]
    return _field(node, ", ".join(map(str, names)), getattr(node, "placeholder", None))


def _radio(node: Component) -> str:
    """Return the choices as they are read; a script makes them react."""
    labels = "".join(f"<li>{to_html(one['label'])}</li>" for one in getattr(node, "options", []))
    return f'<ul class="plain-list">{labels}</ul>'


def _field(node: Component, shown: str, placeholder: str | None) -> str:
    css = f"{getattr(node, 'className', None) or ''} pre-field".strip()
    muted = "" if shown else " is-empty"
    text = shown or placeholder or ""
    return f'<span class="{escape(css)}{muted}">{escape(text)}</span>'


STAND_INS: dict[str, Callable[[Component], str]] = {
    "Link": _link,
    "Graph": _placeholder("graph"),
    "AgGrid": _placeholder("grid"),
    "Dropdown": _dropdown,
    "DatePickerSingle": _date,
    "Input": _input,
    "Textarea": _input,
    "RadioItems": _radio,
}
