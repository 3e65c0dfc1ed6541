"""One user with a browser's manners: signs in, opens views, waits a moment, and so on."""

import json
import random
import re
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from http.client import HTTPException
from http.cookiejar import CookieJar
from typing import Any
from urllib.parse import urlencode, urlsplit

from callbacks.router import DRAWN
from layouts import ids

TOKEN = re.compile(r'name="csrf_token" value="([^"]+)"')
PATIENCE_SECONDS = 30
#: What stands for a status where there is none: the connection broke, or nothing came in time.
BROKEN, TOO_LATE = 0, -1
#: Views of the whole country, as a click asks for them: the router's callback.
CLICKS = (
    *("/", "/overdue", "/measures", "/executors", "/territories", "/sections", "/indicators"),
    *("/timeline", "/meeting", "/measures?status=overdue", "/overdue?q=дети", "/territories?q=а"),
)
#: Opened by an address: the whole page.
ADDRESSES = ("/", "/overdue", "/measures?status=done_late")


@dataclass(frozen=True)
class Answer:
    """One answer: what was asked, when, how long it took, its status or what stands for it."""

    user: int
    view: str
    at: float
    seconds: float
    status: int
    size: int


@dataclass
class Visitor:
    """A user with cookies of their own; each request takes a connection of its own."""

    address: str
    number: int
    answers: list[Answer] = field(default_factory=list)

    def __post_init__(self) -> None:
        self._jar = CookieJar()
        self._opener = urllib.request.build_opener(
            urllib.request.HTTPCookieProcessor(self._jar), urllib.request.ProxyHandler({})
        )
        self._dice = random.Random(self.number)

    def sign_in(self, username: str, password: str) -> None:
        """Sign in by the form; raises where that fails."""
        form = self._opener.open(f"{self.address}/login", timeout=PATIENCE_SECONDS).read().decode()
        found = TOKEN.search(form)
        if found is None:
            raise RuntimeError("the sign-in form has no token")
        fields = {"username": username, "password": password, "csrf_token": found.group(1)}
        body = urlencode(fields).encode()
        self._opener.open(f"{self.address}/login", body, timeout=PATIENCE_SECONDS).read()

    def click_until(self, over: Callable[[], bool], pause: float) -> None:
        """Open views in turn until it is `over`, each after a pause of that length on average."""
        while not over():
            if self._dice.random() < 0.2:
                self.open(self._dice.choice(ADDRESSES))
            else:
                self.click(self._dice.choice(CLICKS))
            time.sleep(self._dice.uniform(0, 2 * pause))

    def open(self, path: str) -> None:
        """Open a page by its address."""
        self._ask(f"GET {path}", urllib.request.Request(self.address + _quoted(path)))  # noqa: S310

    def click(self, path: str) -> None:
        """Ask the router's callback for a view."""
        token = next((one.value for one in self._jar if one.name == "_csrf_token"), "") or ""
        headers = {
            "Content-Type": "application/json",
            "X-CSRFToken": token,
            "Referer": f"{self.address}/",
        }
        body = json.dumps(_payload(path)).encode()
        address = f"{self.address}/_dash-update-component"
        self._ask(path, urllib.request.Request(address, body, headers))  # noqa: S310

    def _ask(self, view: str, request: urllib.request.Request) -> None:
        request.add_header("Accept-Encoding", "br, gzip")
        at, begun = time.time(), time.perf_counter()
        status, size = self._status(request)
        took = time.perf_counter() - begun
        self.answers.append(Answer(self.number, view, at, took, status, size))

    def _status(self, request: urllib.request.Request) -> tuple[int, int]:
        try:
            with self._opener.open(request, timeout=PATIENCE_SECONDS) as response:
                return response.status, len(response.read())
        except urllib.error.HTTPError as error:
            return error.code, len(error.read())
        except (OSError, HTTPException) as error:
            is_late = isinstance(getattr(error, "reason", error), TimeoutError)
            return TOO_LATE if is_late else BROKEN, 0


def _quoted(path: str) -> str:
    return urllib.request.quote(path, safe="/?=&,%")  # type: ignore[attr-defined]


def _payload(path: str) -> dict[str, Any]:
    parts = urlsplit(path)
    drawn = ((ids.NAV, ids.FILTER_BAR, ids.NOTICE, ids.PAGE), (ids.ROOT, ids.TITLE, DRAWN))
    outputs = [(one, "children") for one in drawn[0]]
    outputs += list(zip(drawn[1], ("className", "data", "data"), strict=True))
    values: Sequence[tuple[str, str]] = (
        ("pathname", parts.path),
        ("search", f"?{parts.query}" if parts.query else ""),
    )
    return {
        "output": ".." + "...".join(f"{name}.{prop}" for name, prop in outputs) + "..",
        "outputs": [{"id": name, "property": prop} for name, prop in outputs],
        "inputs": [
            {"id": ids.LOCATION, "property": name, "value": value} for name, value in values
        ],
        "changedPropIds": [f"{ids.LOCATION}.pathname"],
        "state": [{"id": DRAWN, "property": "data", "value": None}],
    }
