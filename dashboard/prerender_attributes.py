"""Attributes of the first response's elements: React's names turned into HTML's."""

import json
from collections.abc import Mapping
from functools import lru_cache
from typing import Any

from markupsafe import escape

#: Ids get this prefix while the page stands beside the one that Dash draws.
PREFIX = "pre-"
RENAMED = {
    "className": "class",
    "htmlFor": "for",
    "acceptCharset": "accept-charset",
    "httpEquiv": "http-equiv",
}
#: Names of Dash and React that mean nothing in HTML, and styles, which the policy refuses.
DROPPED = frozenset(
    {"children", "key", "style", "n_clicks", "n_clicks_timestamp", "disable_n_clicks", "refresh"}
    | {"loading_state", "setProps", "dangerously_allow_html"}
    | {"available_properties", "available_wildcard_properties"}
)
LONGEST_WORD = 40
#: Attributes that hold ids of other elements.
REFERRING = frozenset({"for", "aria-labelledby", "aria-describedby", "aria-controls", "headers"})


def attributes(own: Mapping[str, Any]) -> str:
    """Return what a component was given as attributes with a leading blank each.

    `own` are the component's variables; Dash keeps no order.
    """
    found = ""
    for prop, value in own.items():
        if value is None or value is False or prop in DROPPED or prop[0] == "_":
            continue
        found += _class(value) if prop == "className" else _attribute(prop, value)
    return found


@lru_cache(maxsize=2048)
def _class(value: str) -> str:
    return _attribute("className", value)


def escaped(text: str) -> str:
    """Return a text as HTML; the short words of lists come again and again."""
    return _word(text) if len(text) <= LONGEST_WORD else str(escape(text))


@lru_cache(maxsize=2048)
def _word(text: str) -> str:
    return str(escape(text))


def _attribute(prop: str, value: Any) -> str:
    name = RENAMED.get(prop) or prop.lower()
    if value is True and not prop.startswith(("aria-", "data-")):
        return f" {name}"
    return f' {name}="{escaped(_value(name, value))}"'


def _value(name: str, value: Any) -> str:
    text = _text(value)
    if name == "id":
        return PREFIX + text
    if name in REFERRING:
        return " ".join(PREFIX + one for one in text.split())
    if name == "href" and text.startswith("#") and len(text) > 1:
        return f"#{PREFIX}{text[1:]}"
    return text


def _text(value: Any) -> str:
    if value is True:
        return "true"
    if isinstance(value, dict):
        return json.dumps(value, sort_keys=True, separators=(",", ":"))
    return str(value)
