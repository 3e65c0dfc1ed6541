"""Helpers that look into component trees."""

from collections.abc import Iterator
from typing import Any

from dash.development.base_component import Component


def walk(node: Any) -> Iterator[Component]:
    """Yield every component of a tree, parents first."""
    if isinstance(node, list | tuple):
        for one in node:
            yield from walk(one)
    elif isinstance(node, Component):
        yield node
        yield from walk(getattr(node, "children", None))


def text(node: Any) -> str:
    """Return all text of a tree."""
    if isinstance(node, str | int):
        return str(node)
    if isinstance(node, list | tuple):
        return " ".join(filter(None, (text(one) for one in node)))
    return text(getattr(node, "children", None)) if isinstance(node, Component) else ""


def classes(node: Any) -> set[str]:
    """Return every class that occurs in a tree."""
    names = (getattr(one, "className", None) or "" for one in walk(node))
    return {name for line in names for name in line.split()}


def hrefs(node: Any) -> list[str]:
    """Return every address in a tree."""
    return [one.href for one in walk(node) if getattr(one, "href", None)]


def kinds(node: Any) -> list[str]:
    """Return the kinds of all components of a tree."""
    return [one._type for one in walk(node)]


def has_style(node: Any) -> bool:
    """Tell whether any component carries a style attribute (the policy forbids it)."""
    return any(getattr(one, "style", None) for one in walk(node))
