"""Bodies compressed once per process and chosen by what the browser accepts."""

import gzip
from dataclasses import dataclass
from threading import Lock

import brotli
from flask import Response, request

YEAR = 31_536_000
ALWAYS = f"public, max-age={YEAR}, immutable"
NEVER = "no-cache"
BROTLI_QUALITY = 7
WORTH_IT = 500


@dataclass(frozen=True)
class Packed:
    """A body as it is sent: plain ("") and by encoding."""

    mimetype: str
    bodies: dict[str, bytes]

    def choose(self, accepted: str) -> tuple[str, bytes]:
        """Return the best encoding that an Accept-Encoding header allows, with its bytes."""
        offers = {part.strip() for part in accepted.replace(" ", "").split(",")}
        for encoding in ("br", "gzip"):
            if encoding in self.bodies and any(_allows(one, encoding) for one in offers):
                return encoding, self.bodies[encoding]
        return "", self.bodies[""]


class Packer:
    """Compresses each body once and keeps it; safe under threads.

    A key stands for a file that exists, never for an address that anybody may make up.
    """

    def __init__(self) -> None:
        self._kept: dict[str, Packed] = {}
        self._locks: dict[str, Lock] = {}
        self._lock = Lock()

    def packed(self, key: str, body: bytes, mimetype: str, *, solid: bool = False) -> Packed:
        """Return the packed form of the body known under `key`; `solid` ones stay as they are."""
        with self._lock:
            own = self._locks.setdefault(key, Lock())
        with own:  # others may compress meanwhile, and only who wants the same file waits
            if key not in self._kept:
                self._kept[key] = Packed(mimetype, _bodies(body, solid))
            return self._kept[key]

    def __len__(self) -> int:
        return len(self._kept)


def answer(packed: Packed, caching: str) -> Response:
    """Return the response for the running request, with its headers for caches."""
    encoding, body = packed.choose(request.headers.get("Accept-Encoding", ""))
    response = Response(body, mimetype=packed.mimetype)
    response.headers["Cache-Control"] = caching
    response.headers["Vary"] = "Accept-Encoding"
    if encoding:
        response.headers["Content-Encoding"] = encoding
    return response


def accepts(encoding: str) -> bool:
    """Tell whether whoever asks takes bodies in this encoding."""
    offers = request.headers.get("Accept-Encoding", "").replace(" ", "").split(",")
    return any(_allows(one, encoding) for one in offers)


def _allows(offer: str, encoding: str) -> bool:
    name, _semicolon, quality = offer.partition(";")
    return name == encoding and quality not in ("q=0", "q=0.0", "q=0.00", "q=0.000")


def _bodies(body: bytes, solid: bool) -> dict[str, bytes]:
    if solid or len(body) < WORTH_IT:
        return {"": body}
    return {
        "": body,
        "br": brotli.compress(body, quality=BROTLI_QUALITY),
        "gzip": gzip.compress(body, 6, mtime=0),
    }
