"""Whole answers kept under the version of the data: a page seen before costs next to nothing.

Kept are the pages of figures and lists, and the parts of long lists, by account, language, day and
address; in the form in which they are sent. The version is that of the snapshot in which the
account itself was read a moment ago, so neither a change of the data nor one of the rights is ever
passed over.
"""

from collections import OrderedDict
from collections.abc import Hashable
from dataclasses import dataclass
from hashlib import sha256
from threading import Lock
from typing import Any
from urllib.parse import urlsplit

import brotli
from flask import Flask, Response, g, request

from callbacks.visitor import visitor
from dashboard.packing import accepts
from dashboard.security import hand_out_token
from dashboard.settings import Settings
from data_access.db import Database
from layouts import ids, measures_grid, overdue_grid, pages
from layouts.texts import get_locale, pinned_locale

#: Pages that show nothing but the data under the account's rights.
PURE = frozenset(
    {
        *("overview", "sections", "section", "executors", "executor", "territories", "territory"),
        *("measures", "measure", "overdue", "indicators", "timeline", "practices", "meeting"),
    }
)
MOST_BYTES = 6 * 1024 * 1024
#: What an answer takes beside its body: its key, the records of both.
BESIDE = 2_000
QUALITY = 1
#: Brotli looks back 2 ** 18 bytes, as long as pages are; for its own 4 MB memory grows and stays.
WINDOW = 18
LONGEST_BODY = 10_000
LAYOUT, CALLBACK = "/_dash-layout", "/_dash-update-component"
#: How the name of the router's callback begins in its requests, and those of long lists' grids.
ROUTER = f"..{ids.NAV}.children..."
GRIDS = tuple(f"..{grid}.getRowsResponse..." for grid in (measures_grid.ID, overdue_grid.ID))


@dataclass(frozen=True)
class Kept:
    """An answer as it is sent to a browser that takes brotli."""

    version: str
    mimetype: str
    body: bytes

    @property
    def size(self) -> int:
        """Return the bytes that it takes, with its key and what holds them."""
        return len(self.body) + BESIDE


class Answers:
    """Answers by what was asked, up to so many bytes; the least used ones go first."""

    def __init__(self, most_bytes: int = MOST_BYTES) -> None:
        self._most = most_bytes
        self._bytes = 0
        self._kept: OrderedDict[Hashable, Kept] = OrderedDict()
        self._lock = Lock()

    def get(self, key: Hashable, version: str) -> Kept | None:
        """Return the answer for this version of the data, if there is one."""
        with self._lock:
            found = self._kept.get(key)
            if found is None or found.version != version:
                return None
            self._kept.move_to_end(key)
            return found

    def put(self, key: Hashable, kept: Kept) -> None:
        """Keep an answer in place of an older one."""
        with self._lock:
            old = self._kept.pop(key, None)
            self._bytes += kept.size - (old.size if old else 0)
            self._kept[key] = kept
            while self._bytes > self._most:
                self._bytes -= self._kept.popitem(last=False)[1].size

    def __len__(self) -> int:
        return len(self._kept)


def init_app(server: Flask, db: Database, settings: Settings) -> Answers:
    """Keep answers; to be called last, so that guards come before and compression after."""
    answers = Answers()
    # Before all guards: what an earlier request of this thread saw says nothing of this one.
    server.before_request_funcs.setdefault(None, []).insert(0, lambda: db.note_version(None))

    @server.before_request
    def look_up() -> Any:
        key, version = _key(), db.seen_version
        if key is None or version is None:
            return None
        kept = answers.get(key, version)
        if kept is None:
            g.answer_key = key, version
            return None
        response = _sent(kept.body, kept.mimetype)
        if request.method == "GET" and request.path != LAYOUT:
            hand_out_token(response, settings)
        return response

    @server.after_request
    def keep(response: Response) -> Response:
        key, version = g.pop("answer_key", (None, None))
        if key is None or response.status_code != 200 or response.is_streamed:
            return response
        body = brotli.compress(response.get_data(), quality=QUALITY, lgwin=WINDOW)
        answers.put(key, Kept(version, response.content_type, body))
        return _encoded(response, body)

    return answers


def _key() -> Hashable | None:
    """Return what the answer depends on beside the data; None for what is not kept."""
    what = asked()
    if what is None or g.get("visitor") is None:
        return None
    who = visitor()
    asked_for = sha256(repr(what).encode()).digest()  # whoever asks may write much into it
    return (who.account, who.today, get_locale(), pinned_locale(), asked_for)


def asked() -> tuple[Any, ...] | None:
    """Return which page of figures or lists the running request asks for, if it is one."""
    if "asked" not in g:
        g.asked = _asked()
    known: tuple[Any, ...] | None = g.asked
    return known


def _asked() -> tuple[Any, ...] | None:
    path = request.path
    if path == LAYOUT:
        came_from = urlsplit(request.referrer or "")
        known = came_from.netloc == request.host and _is_pure(came_from.path)
        return (path, came_from.path, came_from.query) if known else None
    if path == CALLBACK:
        return _of_callback()
    return (path, request.query_string) if request.method == "GET" and _is_pure(path) else None


def _of_callback() -> tuple[Any, ...] | None:
    if (request.content_length or LONGEST_BODY) >= LONGEST_BODY:
        return None
    body = request.get_json(silent=True)
    if not isinstance(body, dict):
        return None
    output = str(body.get("output"))
    is_pure = output.startswith(GRIDS) or (output.startswith(ROUTER) and _routes_to_pure(body))
    return (CALLBACK, request.get_data()) if is_pure else None


def _routes_to_pure(body: dict[str, Any]) -> bool:
    first = next(iter(body.get("inputs") or ()), None)
    path = first.get("value") if isinstance(first, dict) else None
    return isinstance(path, str) and _is_pure(path)


def _is_pure(path: str) -> bool:
    found = pages.find(path)
    return found is not None and found[0].name in PURE


def _sent(body: bytes, mimetype: str) -> Response:
    return _encoded(Response(content_type=mimetype), body)


def _encoded(response: Response, body: bytes) -> Response:
    """Return the response with the body in brotli, or plain where that is not taken."""
    response.vary.add("Accept-Encoding")
    if accepts("br"):
        response.set_data(body)
        response.headers["Content-Encoding"] = "br"
    else:
        response.set_data(brotli.decompress(body))
    return response
