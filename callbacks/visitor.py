"""Who asks, and which day it is: set once a request by the guard, read by the callbacks."""

from dataclasses import dataclass
from datetime import date

from flask import g

from data_access.records.accounts import Account


@dataclass(frozen=True)
class Visitor:
    """The signed-in account and the date of the request."""

    account: Account
    today: date


def welcome(visitor: Visitor) -> None:
    """Remember the visitor for the rest of the request."""
    g.visitor = visitor


def visitor() -> Visitor:
    """Return the visitor of the running request.

    Raises LookupError where nobody is signed in: a callback that is reached around the guard
    fails instead of answering.
    """
    known: Visitor | None = g.get("visitor")
    if known is None:
        raise LookupError("nobody is signed in")
    return known
