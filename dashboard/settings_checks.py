"""Checks of single settings: each returns None, or a hint what to give instead."""

from collections.abc import Callable, Sequence
from typing import Any
from zoneinfo import ZoneInfo

from sqlalchemy import make_url

from layouts.catalogues import LOCALES
from layouts.texts import _

SHORTEST_SECRET = 32
#: Of PostgreSQL's drivers psycopg 3 is the one that is installed; without a name it is taken.
DRIVERS = ("sqlite", "sqlite+pysqlite", "postgresql", "postgres", "postgresql+psycopg")

Check = Callable[[Any], str | None]


def between(low: int, high: int) -> Check:
    """Return a check that a number lies in a range."""

    def check(value: int) -> str | None:
        if low <= value <= high:
            return None
        return _("give a number from %(low)s to %(high)s", low=low, high=high)

    return check


SECONDS = between(0, 86_400)


def locale(value: str) -> str | None:
    """Check that there is a catalogue for the language."""
    return _one_of(LOCALES, value)


def zone(value: str) -> str | None:
    """Check that the time zone is known; empty is."""
    try:
        if value:
            ZoneInfo(value)
        return None
    except (KeyError, ValueError, OSError):
        return _("give a name such as Europe/Moscow, or leave it empty for the machine's own zone")


def database(value: str) -> str | None:
    """Check that it is the address of a database that the program knows."""
    try:
        driver = make_url(value).drivername if value else "sqlite"
    except Exception:  # SQLAlchemy's own error repeats the address with its password
        driver = ""
    if driver in DRIVERS:
        return None
    return _("give sqlite:///folder/karta.db or postgresql://user:password@host/database")


def secret(value: str) -> str | None:
    """Check that a key is long enough; an empty one is judged where it is used."""
    if not value or len(value) >= SHORTEST_SECRET:
        return None
    least = SHORTEST_SECRET
    return _("give at least %(n)s characters; openssl rand -hex 32 makes one", n=least)


def level(value: str) -> str | None:
    """Check that it is a level of logging."""
    return _one_of(("DEBUG", "INFO", "WARNING", "ERROR"), value)


def _one_of(known: Sequence[str], value: str) -> str | None:
    return None if value in known else _("give one of: %(values)s", values=", ".join(known))
