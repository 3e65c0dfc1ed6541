"""Controls of the filter bar: every filter has one, bound in the browser alone."""

import re
from pathlib import Path

from dash import Dash

from callbacks.shell import CONTROLS
from layouts import ids, links
from layouts.filters import filter_bar
from tests.support.frames import frame
from tests.unit.layouts.trees import walk

SCRIPT = Path(__file__).parents[3] / "assets" / "filters.js"


def test_every_filter_but_the_language_has_a_control() -> None:
    assert set(CONTROLS) == set(links.NAMES.values())


def test_every_control_stands_in_the_bar_of_every_page() -> None:
    for path in ("/", "/measures", "/measures/203", "/account", "/nowhere"):
        found = {getattr(one, "id", None) for one in walk(filter_bar(frame(path)))}
        assert {id for id, _prop in CONTROLS.values()} | {ids.FILTERS} <= found


def test_the_script_takes_the_values_in_the_same_order() -> None:
    listed = re.search(r"var CONTROLS = \[(.*?)\]", SCRIPT.read_text(encoding="utf-8"))
    assert listed
    assert re.findall(r'"(\w+)"', listed[1]) == list(CONTROLS)


def test_no_control_asks_the_server(app: Dash) -> None:
    controls = {id for id, _prop in CONTROLS.values()}
    asked = [
        output
        for output, callback in app.callback_map.items()
        if controls & {one["id"] for one in callback["inputs"] if isinstance(one["id"], str)}
        and callback.get("callback")
    ]
    assert asked == []
