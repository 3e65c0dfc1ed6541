"""A browser without a screen: one connection that stays open, cookies, the form of the sign-in."""

import http.client
import json
import re
from http.cookies import SimpleCookie
from typing import Any
from urllib.parse import urlencode, urlsplit

from dashboard.demo import PASSWORD
from dashboard.security import CSRF_COOKIE

NAME = "visitor"
#: Asks for an answer that is not packed, to be read as text.
PLAIN: dict[str, Any] = {"Accept-Encoding": "identity"}
TOKEN = re.compile(r'name="csrf_token" value="([^"]+)"')


class Visitor:
    """Asks a server of this machine; keeps what cookies it is given."""

    def __init__(self, address: str) -> None:
        self._host = urlsplit(address).netloc
        self._connection = http.client.HTTPConnection(self._host, timeout=120)
        self._cookies: dict[str, str] = {}
        self._seen: set[str] = set()

    def ask(self, path: str, body: bytes | None = None, **headers: str) -> tuple[int, bytes]:
        """Return status and body of an answer."""
        given = {"Accept-Encoding": "br, gzip", **headers}
        if self._cookies:
            given["Cookie"] = "; ".join(f"{name}={value}" for name, value in self._cookies.items())
        method = "POST" if body is not None else "GET"
        try:
            answer = self._answer(method, path, body, given)
        except (http.client.RemoteDisconnected, ConnectionError):  # it was idle for too long
            self._connection.close()
            answer = self._answer(method, path, body, given)
        body_of_answer = answer.read()
        for line in answer.headers.get_all("Set-Cookie") or ():
            if line in self._seen:  # reading it again would be counted as the server's time
                continue
            self._seen.add(line)
            self._cookies.update({name: one.value for name, one in SimpleCookie(line).items()})
        return answer.status, body_of_answer

    def _answer(
        self, method: str, path: str, body: bytes | None, headers: dict[str, str]
    ) -> http.client.HTTPResponse:
        self._connection.request(method, path, body, headers)
        return self._connection.getresponse()

    def sign_in(self) -> None:
        """Sign in as the account of the benchmarks."""
        found = TOKEN.search(self.ask("/login", **PLAIN)[1].decode())
        form = {"username": NAME, "password": PASSWORD, "csrf_token": found[1] if found else ""}
        kind = {"Content-Type": "application/x-www-form-urlencoded"}
        status, _body = self.ask("/login", urlencode(form).encode(), **kind)
        if status != 303:
            raise RuntimeError(f"the sign-in answered {status}")

    def page(self, path: str) -> bytes:
        """Return a page; raise where it is not shown."""
        status, body = self.ask(path)
        if status != 200:
            raise RuntimeError(f"{path} answered {status}")
        return body

    def callback(self, rows: int = 0) -> None:
        """Call the callback of the empty page; with `rows` the one that returns so many rows."""
        self._of_empty("rows" if rows else "out", rows)

    def keep(self, rows: list[Any]) -> None:
        """Hand the empty page rows over, for `kept`."""
        self._of_empty("kept", rows)

    def kept(self) -> None:
        """Call the callback that returns those rows."""
        self._of_empty("rows", None)

    def _of_empty(self, id_: str, value: object) -> None:
        payload = {
            "output": f"{id_}.data",
            "outputs": {"id": id_, "property": "data"},
            "inputs": [{"id": "in", "property": "data", "value": value}],
            "changedPropIds": ["in.data"],
        }
        self.call(payload)

    def call(self, payload: dict[str, Any], **headers: str) -> bytes:
        """Send what a browser sends for a callback of Dash, return the answer; raise where there
        is none.
        """
        token = self._cookies.get(CSRF_COOKIE, "")
        kind = {"Content-Type": "application/json", "X-CSRFToken": token, **headers}
        status, body = self.ask("/_dash-update-component", json.dumps(payload).encode(), **kind)
        if status != 200:
            raise RuntimeError(f"the callback answered {status}")
        return body
