"""The first response's HTML: the same tree, escaped, without styles and scripts."""

import re

from dash import dcc, html
from flask import Flask

from dashboard.prerender import to_html
from layouts import native


def test_elements_texts_and_numbers() -> None:
    tree = html.Div([html.P(["Исполнено ", 9, " из ", html.B("23")]), None, html.Br()])
    assert to_html(tree) == "<div><p>Исполнено 9 из <b>23</b></p><br></div>"


def test_texts_and_attributes_are_escaped() -> None:
    shown = to_html(html.P("<script>", title='"><img src=x>'))
    assert shown == '<p title="&#34;&gt;&lt;img src=x&gt;">&lt;script&gt;</p>'


def test_attributes_take_their_html_names() -> None:
    shown = to_html(html.Label("x", htmlFor="field", className="a b", n_clicks=3))
    assert 'class="a b"' in shown
    assert 'for="pre-field"' in shown
    assert "n_clicks" not in shown


def test_ids_and_what_points_to_them_are_set_apart() -> None:
    assert to_html(html.H2("x", id="head")) == '<h2 id="pre-head">x</h2>'
    assert to_html(html.A("x", href="#head")) == '<a href="#pre-head">x</a>'
    shown = to_html(html.Div(**{"aria-labelledby": "a b"}))
    assert 'aria-labelledby="pre-a pre-b"' in shown


def test_flags_are_written_bare_or_left_out() -> None:
    assert to_html(html.Details("x", open=True)) == "<details open>x</details>"
    assert to_html(html.Details("x", open=False)) == "<details>x</details>"
    assert 'data-x="true"' in to_html(html.Div(**{"data-x": True}))
    assert to_html(html.Button("x", disabled=True)).startswith("<button disabled")


def test_no_style_attribute_is_ever_written() -> None:
    assert "style" not in to_html(html.Div("x", style={"width": "10%"}))


def test_links_are_plain_links() -> None:
    shown = to_html(dcc.Link("Обзор", href="/?plan=1", className="nav"))
    assert re.fullmatch(r"<a( [^>]*)>Обзор</a>", shown)
    assert {' href="/?plan=1"', ' class="nav"'} == set(re.findall(r' \w+="[^"]*"', shown))


def test_what_needs_scripts_gets_a_stand_in() -> None:
    assert "pre-graph" in to_html(dcc.Graph(id="curve", className="tall"))
    assert to_html(dcc.Store(id="s", data="secret")) == ""
    chosen = dcc.Dropdown(id="d", options=[{"value": 1, "label": "План"}], value=1)
    assert ">План<" in to_html(chosen)
    assert ">Все планы<" in to_html(dcc.Dropdown(id="d", placeholder="Все планы"))
    assert ">11.10.2021<" in to_html(dcc.DatePickerSingle(id="d", date="2021-10-11"))
    assert ">семья<" in to_html(dcc.Input(id="q", value="семья"))


def test_native_fields_are_there_at_once() -> None:
    shown = to_html(native.field("file", "file", accept=".xlsx", required=True, multiple=False))
    assert '<input accept=".xlsx" name="file" required type="file">' in shown
    assert "multiple" not in shown.split("<input")[1]
    wild = to_html(native.field("hidden", "kind", value='"><script>'))
    assert "<script>" not in wild


def test_a_form_that_posts_has_its_token_within_a_request() -> None:
    made = native.form("/data/upload", native.submit("Прочитать"))
    assert "csrf_token" not in to_html(made)
    server = Flask("test")
    server.secret_key = "a key for this test alone"
    with server.test_request_context("/"):
        shown = to_html(made)
    assert re.search(r'<input type="hidden" name="csrf_token" value="[^"]+">', shown)
    assert "csrf_token" not in to_html(native.form("/forms/x", method="GET"))


def test_choices_and_texts_have_stand_ins() -> None:
    chosen = dcc.RadioItems(options=[{"value": "a", "label": "Первое"}], value="a")
    assert "Первое" in to_html(chosen)
    assert "заметка" in to_html(dcc.Textarea(value="заметка"))
