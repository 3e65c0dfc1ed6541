"""How large an upload may be, and how a larger one is answered."""

from typing import IO

from flask import request

from data_access.records.limits import MEGABYTE, MOST_BYTES
from layouts.data_upload import UPLOAD

#: Beside the file a request has its other fields and the marks between them.
SLACK = 64 * 1024
#: So much of a refused request is read and dropped: a browser shows an answer only after sending.
DRAINED_BYTES = 64 * MEGABYTE
BLOCK = 65_536


def upload_limit(method: str, path: str) -> int | None:
    """Return how many bytes a request may have; None where the limit of all others holds."""
    return MOST_BYTES + SLACK if (method, path) == ("POST", UPLOAD) else None


def drain() -> None:
    """Read what is left of a request that is refused for its size, within bounds."""
    stream: IO[bytes] = request.environ["wsgi.input"]
    left = min(request.content_length or 0, DRAINED_BYTES)
    while left > 0 and (block := stream.read(min(BLOCK, left))):
        left -= len(block)
