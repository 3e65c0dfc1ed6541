"""The floor: a Dash page with one line of text, served as Karta is."""

from dash import Dash, html

app = Dash(__name__, title="Empty")
app.layout = html.P("empty", id="empty-page")
server = app.server
server.test_client().get("/")
