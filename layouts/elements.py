"""Elements of HTML and links, as `dash.html` and `dash.dcc` have them, made in a sixth of the time.

A list of fifty rows has a thousand and more elements, and Dash's own constructors check each
attribute and note in each element which ones there could be. Here this is noted once in the kind,
and only names that are not plain ones go through Dash's checks. What comes out is the same
component, whoever made it.
"""

from collections.abc import Callable, Set
from typing import Any

from dash import dcc, html
from dash.development.base_component import Component


def _quick(kind: type[Component], *required: str) -> Callable[..., Any]:
    """Return what makes components of a kind; it takes what the kind itself takes."""
    whole = vars(kind(**dict.fromkeys(required, "")))
    noted = {name: value for name, value in whole.items() if name not in required}
    for name, value in noted.items():  # the same for all of a kind, so these need none of their own
        setattr(kind, name, value)
    plain = frozenset(noted["_prop_names"]) - {"id"}

    needed = frozenset(required)
    wildcards = tuple(noted["_valid_wildcard_attributes"])

    def are_plain(names: Set[str]) -> bool:
        return names <= plain or all(name.startswith(wildcards) for name in names - plain)

    def make(*children: Any, **given: Any) -> Component:
        names = given.keys()
        if len(children) > 1 or not names >= needed or not are_plain(names):
            made: Component = kind(*children, **given)
            return made
        node: Component = object.__new__(kind)
        if children:
            given["children"] = children[0]
        vars(node).update(given)
        return node

    return make


A = _quick(html.A)
B = _quick(html.B)
Button = _quick(html.Button)
Caption = _quick(html.Caption)
Dd = _quick(html.Dd)
Del = _quick(html.Del)
Details = _quick(html.Details)
Div = _quick(html.Div)
Dl = _quick(html.Dl)
Dt = _quick(html.Dt)
Footer = _quick(html.Footer)
H1 = _quick(html.H1)
H2 = _quick(html.H2)
H3 = _quick(html.H3)
Header = _quick(html.Header)
I = _quick(html.I)  # noqa: E741 - the name of the element
Kbd = _quick(html.Kbd)
Label = _quick(html.Label)
Li = _quick(html.Li)
Mark = _quick(html.Mark)
Nav = _quick(html.Nav)
Ol = _quick(html.Ol)
P = _quick(html.P)
Section = _quick(html.Section)
Span = _quick(html.Span)
Strong = _quick(html.Strong)
Summary = _quick(html.Summary)
Table = _quick(html.Table)
Tbody = _quick(html.Tbody)
Td = _quick(html.Td)
Tfoot = _quick(html.Tfoot)
Th = _quick(html.Th)
Thead = _quick(html.Thead)
Time = _quick(html.Time)
Tr = _quick(html.Tr)
Ul = _quick(html.Ul)
#: Changes the page without loading it anew; `Link` of `dash.html` is another thing.
Link = _quick(dcc.Link, "href")
