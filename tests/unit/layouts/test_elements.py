"""Quick elements are the very components that Dash would have made, and refuse what it refuses."""

from typing import Any

import pytest
from dash import dcc, html
from dash.development.base_component import Component

from layouts import elements

NAMES = [name for name in vars(elements) if name[0].isupper() and name.isalnum()]
KINDS = [name for name in NAMES if hasattr(html, name) and name not in ("Any", "Component")]
GIVEN: list[dict[str, Any]] = [
    {},
    {"children": "text"},
    {"className": "a b", "title": None},
    {"id": {"type": "x", "index": 3}, "className": "a"},
    {"children": ["text", 3, None], "data-label": "of", "aria-hidden": "true"},
]


def own(name: str) -> Any:
    return dcc.Link if name == "Link" else getattr(html, name)


def test_there_are_elements() -> None:
    assert {"Div", "Span", "Td", "Link"} <= set(KINDS)


@pytest.mark.parametrize("name", KINDS)
@pytest.mark.parametrize("given", GIVEN, ids=["none", "children", "plain", "id", "wildcards"])
def test_they_are_what_dash_makes(name: str, given: dict[str, Any]) -> None:
    if name == "Link":  # needs an address, and takes no attributes of other names
        given = {key: one for key, one in given.items() if "-" not in key} | {"href": "/overdue"}
    quick, made = getattr(elements, name)(**given), own(name)(**given)
    assert type(quick) is type(made)
    assert quick.to_plotly_json() == made.to_plotly_json()
    assert {name: getattr(quick, name) for name in vars(made)} == vars(made)
    assert vars(quick).items() <= vars(made).items()


def test_children_come_first_without_a_name() -> None:
    assert elements.Div("text", className="a").to_plotly_json() == (
        html.Div("text", className="a").to_plotly_json()
    )


def test_elements_share_nothing_that_one_of_them_was_given() -> None:
    first, second = elements.Div("one", title="t"), elements.Div(className="c")
    assert first.children == "one"
    assert second.children is None
    assert not hasattr(second, "title")


@pytest.mark.parametrize("wrong", [{"klass": "a"}, {"id": 3}, {"on_click": "x"}])
def test_what_dash_refuses_is_refused(wrong: dict[str, Any]) -> None:
    with pytest.raises(TypeError):
        elements.Div("text", **wrong)


def test_two_children_without_a_list_are_refused() -> None:
    with pytest.raises(TypeError):
        elements.Div("one", elements.Span("two"))


def test_a_link_needs_its_address() -> None:
    with pytest.raises(TypeError):
        elements.Link("text")


def test_links_within_the_product_are_dashs() -> None:
    assert isinstance(elements.Link("text", href="/overdue"), Component)
    assert isinstance(elements.Link("text", href="/overdue"), dcc.Link)
