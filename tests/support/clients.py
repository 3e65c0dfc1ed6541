"""Clients of the application: anonymous, and signed in through the form itself."""

import json
import re
from typing import Any
from urllib.parse import urlencode

from flask import Flask
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from dashboard.demo import PASSWORD

TOKEN = re.compile(r'name="csrf_token" value="([^"]+)"')
HOST = "http://localhost"


def form_token(client: FlaskClient) -> str:
    """Return the token of the sign-in form."""
    found = TOKEN.search(client.get("/login").text)
    assert found, "the sign-in form has no token"
    return found.group(1)


def sign_in(client: FlaskClient, username: str, password: str = PASSWORD, **more: str) -> Any:
    """Post the sign-in form and return the response."""
    form = {"username": username, "password": password, "csrf_token": form_token(client), **more}
    return client.post("/login", data=form)


def signed_in(server: Flask, username: str, password: str = PASSWORD) -> FlaskClient:
    """Return a client that has signed in and holds the token for callbacks."""
    client = server.test_client()
    response = sign_in(client, username, password)
    assert response.status_code == 303, response.text
    client.get("/account")
    return client


def call(client: FlaskClient, payload: dict[str, Any], *, page: str = "/") -> TestResponse:
    """Post a callback as Dash's renderer does, with the token of the cookie."""
    cookie = client.get_cookie("_csrf_token")
    headers = {"X-CSRFToken": cookie.value, "Referer": HOST + page} if cookie else {}
    return client.post("/_dash-update-component", json=payload, headers=headers)


def route_payload(path: str, **query: object) -> dict[str, Any]:
    """Return the payload of the router's callback for an address."""
    from callbacks.router import DRAWN
    from layouts import ids

    search = f"?{urlencode(query)}" if query else ""
    outputs = [
        (ids.NAV, "children"),
        (ids.FILTER_BAR, "children"),
        (ids.NOTICE, "children"),
        (ids.PAGE, "children"),
        (ids.ROOT, "className"),
        (ids.TITLE, "data"),
        (DRAWN, "data"),
    ]
    return {
        "output": ".." + "...".join(f"{id_}.{prop}" for id_, prop in outputs) + "..",
        "outputs": [{"id": id_, "property": prop} for id_, prop in outputs],
        "inputs": [
            {"id": ids.LOCATION, "property": "pathname", "value": path},
            {"id": ids.LOCATION, "property": "search", "value": search},
        ],
        "changedPropIds": [f"{ids.LOCATION}.pathname"],
        "state": [{"id": DRAWN, "property": "data", "value": None}],
    }


def page_of(response: TestResponse) -> str:
    """Return the page part of a router's answer as JSON text with its letters readable."""
    from layouts import ids

    body = json.loads(response.text)
    return json.dumps(body["response"][ids.PAGE]["children"], ensure_ascii=False)
