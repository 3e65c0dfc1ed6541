"""A plan's upload used as two tabs of a browser use it: forms opened, filled in, sent."""

import json
from typing import Any

from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from layouts import data_ids as ids
from tests.support.uploads import press


def drawn(answer: TestResponse) -> dict[str, str]:
    """Return the parts that an answer draws anew: id → JSON text with its letters readable."""
    assert answer.status_code == 200, answer.text
    body = json.loads(answer.text)
    parts = {**body.get("response", {}), **body.get("sideUpdate", {})}
    return {key: json.dumps(one, ensure_ascii=False) for key, one in parts.items()}


def part(parts: dict[str, str], kind: str) -> str:
    """Return what is drawn of the first part of a type."""
    return next(one for key, one in parts.items() if f'"type":"{kind}"' in key)


class Form:
    """A form of a row, opened in a tab of its own."""

    def __init__(self, client: FlaskClient, draft: int, kind: str, key: str) -> None:
        self.client, self.place = client, (draft, kind, key)
        shown = self._press("edit", {}, None)
        body = json.loads(shown.text)["response"]
        (block,) = (one for name, one in body.items() if f'"type":"{ids.BLOCK}"' in name)
        self.opened: dict[str, str] = stored(block["children"]) or {}

    def save(self, **values: str) -> dict[str, str]:
        """Send the form with some fields filled in; a later press knows what it was told."""
        answer = self._press("save", {**self.opened, **values}, self.opened)
        told = drawn(answer)
        for name, one in told.items():
            if f'"type":"{ids.OPENED}"' in name:
                self.opened = json.loads(one)["data"]
        return told

    def _press(
        self, act: str, values: dict[str, str], opened: dict[str, str] | None
    ) -> TestResponse:
        draft, kind, key = self.place
        block, button = ids.block(draft, kind, key), ids.act(draft, kind, key, act)
        return press(self.client, block, button, values, opened=opened)


def told_of(told: dict[str, str], field: str) -> str:
    """Return what is said beside a field; "" for nothing."""
    for name, one in told.items():
        if f'"type":"{ids.FAULT}"' in name and f'"field":"{field}"' in name:
            return str(json.loads(one)["children"])
    return ""


def stored(node: Any) -> dict[str, str] | None:
    """Return what the first store within a component tree keeps."""
    if isinstance(node, list):
        return next((found for one in node if (found := stored(one))), None)
    if not isinstance(node, dict):
        return None
    props = node.get("props", {})
    return props["data"] if node.get("type") == "Store" else stored(props.get("children"))
