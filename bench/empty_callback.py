"""The floors of a request: Dash callbacks that do nothing, one returns rows; served as Karta is."""

from dash import Dash, Input, Output, dcc, html

app = Dash(__name__, title="Empty")
stores = (dcc.Store(id=one) for one in ("in", "out", "kept", "rows"))
app.layout = html.Div(list(stores))
#: Rows of a grid, as they were handed over.
KEPT: list[object] = []

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


@app.callback(Output("out", "data"), Input("in", "data"))
def nothing(_data: int) -> str:
    """Return no more than there was."""
    return ""


@app.callback(Output("kept", "data"), Input("in", "data"))
def keep(given: list[object]) -> str:
    """Take rows that `rows` is to return from now on."""
    KEPT[:] = given
    return ""


@app.callback(Output("rows", "data"), Input("in", "data"))
def rows(number: int | None) -> list[object]:
    """Return so many rows, as a callback that fills a grid does; without a number those kept."""
    return KEPT if number is None else [ROW] * number


server = app.server
server.test_client().get("/")
