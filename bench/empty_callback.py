"""The floor of a request: a Dash callback that does nothing, served as Karta is."""

from dash import Dash, Input, Output, dcc, html

app = Dash(__name__, title="Empty")
app.layout = html.Div([dcc.Store(id="in", data=0), html.Div(id="out")])


@app.callback(Output("out", "children"), Input("in", "data"))
def nothing(_data: int) -> str:
    """Return no more than there was."""
    return ""


server = app.server
server.test_client().get("/")
