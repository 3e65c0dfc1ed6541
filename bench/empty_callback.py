"""The floors of a request: Dash callbacks that do nothing, one returns rows; served as Karta is."""

from dash import Dash, Input, Output, dcc, html

app = Dash(__name__, title="Empty")
app.layout = html.Div([dcc.Store(id="in", data=0), html.Div(id="out"), dcc.Store(id="rows")])

#: A row as wide as those of the registers: eight cells.
ROW = {
    "delay": "41 день",
    "number": "2.3",
    "title": "Встречи с родителями, состоящими на учёте, по вопросам воспитания детей",
    "executor": "Управление образования",
    "deadline": "Ежеквартально, до 10 числа",
    "due_on": "10.10.2026",
    "reason": "Не назначен ответственный",
    "place": "Муниципальный округ",
}


@app.callback(Output("out", "children"), Input("in", "data"))
def nothing(_data: int) -> str:
    """Return no more than there was."""
    return ""


@app.callback(Output("rows", "data"), Input("in", "data"))
def rows(number: int) -> list[dict[str, str]]:
    """Return so many rows, as a callback that fills a grid does."""
    return [ROW] * number


server = app.server
server.test_client().get("/")
