"""What databases and their drivers say, in the language of the settings, beside their own words."""

import re

from data_access.faults import reason
from layouts.texts import N_, _

#: Pieces of what is said → what it means. The first that is found counts.
MEANINGS = (
    ("unable to open database file", N_("the file cannot be opened")),
    ("readonly database", N_("the file can only be read")),
    ("disk is full|No space left", N_("there is no space left")),
    ("disk I/O error", N_("the disk cannot be read or written")),
    ("file is not a database", N_("the file is no database")),
    ("malformed", N_("the file is damaged")),
    ("database is locked", N_("another program holds it")),
    ("Connection refused", N_("no server listens there")),
    ("resolve host|translate host name|Name or service", N_("there is no such host")),
    ("server on socket .* No such file", N_("no server runs on this machine")),
    ("timeout expired|timed out", N_("no answer came in time")),
    ("password authentication failed|no password supplied", N_("name or password is wrong")),
    ("database .* does not exist", N_("the server has no such database")),
    ("role .* does not exist", N_("the server has no such account")),
    ("too many clients|connection slots", N_("it has no connection left")),
    ("closed the connection|terminating connection", N_("the connection broke off")),
)


def reason_in_words(error: BaseException) -> str:
    """Return the first line of what the database says, with its meaning before it if known."""
    said = reason(error)
    for piece, meaning in MEANINGS:
        if re.search(piece, said):
            return f"{_(meaning)} ({said})"
    return said
