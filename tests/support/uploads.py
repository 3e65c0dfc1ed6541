"""Files put in over HTTP, as the browser's form and its script do."""

import json
import re
from collections.abc import Callable, Sequence
from contextlib import closing
from html import unescape
from io import BytesIO
from typing import Any

from flask.testing import FlaskClient
from werkzeug.test import EnvironBuilder, TestResponse

from layouts import data_ids as ids
from layouts.data_upload import UPLOAD
from tests.support.clients import call

SCRIPT = {"Accept": "application/json"}
BROWSER = {"Accept": "text/html,application/xhtml+xml,*/*;q=0.8"}


def token(client: FlaskClient) -> dict[str, str]:
    """Return the header that proves that our own page asks."""
    cookie = client.get_cookie("_csrf_token")
    return {"X-CSRFToken": cookie.value} if cookie else {}


def put(
    client: FlaskClient,
    kind: str,
    name: str,
    data: bytes,
    *,
    headers: dict[str, str] = SCRIPT,
    **fields: str,
) -> TestResponse:
    """Send a file to the upload route."""
    form: dict[str, Any] = {"kind": kind, "file": (BytesIO(data), name), **fields}
    with closing(EnvironBuilder(UPLOAD, method="POST", data=form)) as request:
        request.headers.extend({**token(client), **headers})
        environ = request.get_environ()
    with closing(environ["wsgi.input"]):  # a temporary file where much is sent
        return client.open(environ, buffered=True)


def draft_of(response: TestResponse) -> int:
    """Return the draft that an upload became."""
    assert response.status_code == 201, response.text
    assert response.json
    return int(response.json["location"].rpartition("/")[2])


def act(client: FlaskClient, draft: int, name: str, **fields: str) -> TestResponse:
    """Send one of the forms of an upload's page: save, plan, discard.

    Saving sends what the page shows now, unless `fields` say that another one was seen.
    """
    if name == "save":
        fields = {**seen(client, draft), **fields}
    return client.post(f"/data/{draft}/{name}", data=fields, headers={**token(client), **BROWSER})


def seen(client: FlaskClient, draft: int) -> dict[str, str]:
    """Return the hidden fields by which a page tells what it shows; {} for no such page."""
    page = client.get(f"/data/{draft}", headers=BROWSER).text
    found = re.findall(r'data-field="([^"]+)"', page)
    fields = [json.loads(unescape(one)) for one in found]
    return {one["name"]: one["value"] for one in fields if one["type"] == "hidden"}


def press(
    client: FlaskClient,
    output: dict[str, Any],
    button: dict[str, Any],
    values: dict[str, Any],
    *,
    opened: dict[str, str] | None = None,
    forms: Sequence[dict[str, Any]] = (),
    shown: str | None = None,
    insider: FlaskClient | None = None,
) -> TestResponse:
    """Call the callback of a button, as the renderer does.

    `opened` is what the form was opened with; None for one that says nothing of it. `forms` are the
    ids of what the open forms of the page opened with, `shown` is the mark of where the page says
    that the plan goes: where it goes by now unless another one is given.

    `output` is the id of the part that is drawn anew. `values` are what the fields hold, by the
    `field` of their ids, else by their types; the rest of the states is empty. An `insider` tells
    which callbacks there are to whoever is not told himself.
    """
    found = _callback(insider or client, output, button)
    inputs = [_input(one, output, button, values) for one in found["inputs"]]
    changed = next(
        one["property"]
        for one in found["inputs"]
        if json.loads(one["id"])["type"] == button["type"]
    )
    if any(ids.AIM_SHOWN in one["id"] for one in found["state"]):
        shown = seen(client, output["draft"]).get("target", "") if shown is None else shown
    payload = {
        "output": found["output"],
        "outputs": {"id": output, "property": "children"},
        "inputs": inputs,
        "changedPropIds": [f"{_text(button)}.{changed}"],
        "state": [
            _open(forms) if one["property"] == "id" else _state(one, output, values, opened, shown)
            for one in found["state"]
        ],
    }
    return call(client, payload, page="/data")


def _callback(client: FlaskClient, output: dict[str, Any], button: dict[str, Any]) -> Any:
    """Return the callback that draws a part when a button is pressed."""
    dependencies = client.get("/_dash-dependencies").json or []
    kind, pressed = f'"type":"{output["type"]}"}}.children', f'"type":"{button["type"]}"'
    for one in dependencies:
        if kind in one["output"] and any(pressed in it["id"] for it in one["inputs"]):
            return one
    raise AssertionError(f"no callback for {button}")


def _input(
    one: dict[str, Any], output: dict[str, Any], button: dict[str, Any], values: dict[str, Any]
) -> Any:
    """Return an input: the button itself; others of its callback were not pressed.

    A choice that counts at once is a button too: its value is that of its `field`, or of its type
    where there is one choice for each row.
    """
    wild = json.loads(one["id"])
    if one["property"] == "value" and wild["type"] == button["type"] and "field" not in wild:
        return [{"id": button, "property": "value", "value": values.get(wild["type"])}]
    if one["property"] == "value":
        return _state(one, output, values)
    if wild["type"] == button["type"]:
        it = {"id": button, "property": "n_clicks", "value": 1}
        return [it] if ["ALL"] in wild.values() else it
    if ["ALL"] in wild.values():
        return []
    other = {**{key: output[key] for key in wild if key != "type"}, "type": wild["type"]}
    return {"id": other, "property": "n_clicks", "value": None}


def _state(
    one: dict[str, Any],
    output: dict[str, Any],
    values: dict[str, Any],
    opened: dict[str, str] | None = None,
    shown: str | None = None,
) -> Any:
    if not one["id"].startswith("{"):
        return {"id": one["id"], "property": one["property"], "value": values.get(one["id"], "")}
    wild = json.loads(one["id"])
    own = {key: output[key] for key in wild if key in output and key != "type"}
    own["type"] = wild["type"]
    if wild["type"] == ids.AIM_SHOWN:
        return {"id": own, "property": one["property"], "value": shown}
    if ["ALL"] not in wild.values():
        value = values.get(wild["type"], "")
        return {"id": own, "property": one["property"], "value": value}
    if one["property"] == "data":
        kept = {"id": {**own, "field": ""}, "property": "data", "value": opened}
        return [] if opened is None else [kept]
    return [
        {"id": {**own, "field": field}, "property": one["property"], "value": value}
        for field, value in values.items()
    ]


def _open(forms: Sequence[dict[str, Any]]) -> list[dict[str, Any]]:
    return [{"id": one, "property": "id", "value": one} for one in forms]


def _text(id_: dict[str, Any]) -> str:
    """Return an id as the browser writes it: other letters stand as they are."""
    return json.dumps(id_, sort_keys=True, separators=(",", ":"), ensure_ascii=False)


ClientOf = Callable[[str], FlaskClient]
