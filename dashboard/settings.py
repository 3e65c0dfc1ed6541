"""Settings: one table, set by environment variables named KARTA_….

The fields of `Settings` are the table: name, type, default and help stand together, and
`karta settings` and the documentation print them. A wrong value stops the start with a hint.
"""

from collections.abc import Iterator
from dataclasses import MISSING, dataclass, field, fields
from datetime import date, datetime
from typing import Any
from zoneinfo import ZoneInfo

from dashboard import settings_checks as checks
from dashboard.settings_checks import Check

PREFIX = "KARTA_"


class SettingsError(Exception):
    """Wrong settings; the message has one line with a hint for each."""


def _setting(default: Any, help_: str, check: Check | None = None, *, secret: bool = False) -> Any:
    return field(default=default, metadata={"help": help_, "check": check, "secret": secret})


@dataclass(frozen=True)
class Settings:
    """The settings of one process; immutable, handed to whoever needs them.

    Their helps are msgids.
    """

    database_url: str = _setting(
        "sqlite:///karta.db", "Shared database: SQLite or PostgreSQL.", checks.database, secret=True
    )
    read_database_url: str = _setting(
        "", "Replica for reads; empty: the shared database.", checks.database, secret=True
    )
    pool_size: int = _setting(
        0,
        "PostgreSQL connections of each process to read with, and as many to write with;"
        " 0: one for each thread.",
        checks.between(0, 64),
    )
    connect_timeout: int = _setting(
        5, "Seconds to wait for a connection to a PostgreSQL host.", checks.between(1, 60)
    )
    read_timeout: int = _setting(
        30, "Seconds after which PostgreSQL ends a query of a page; 0: never.", checks.SECONDS
    )
    write_timeout: int = _setting(
        120,
        "Seconds after which PostgreSQL ends a statement that writes; 0: never.",
        checks.SECONDS,
    )
    lock_timeout: int = _setting(
        15, "Seconds to wait for rows that another program holds.", checks.between(1, 600)
    )
    idle_timeout: int = _setting(
        300,
        "Seconds after which PostgreSQL ends a transaction that asks nothing, such as a download"
        " that nobody reads on; 0: never.",
        checks.SECONDS,
    )
    recall_seconds: int = _setting(
        1,
        "Seconds within which a page may be shown again without a look at the database, though"
        " data or rights have changed; 0: never.",
        checks.between(0, 3),
    )
    recompute: bool = _setting(
        True, "Recompute changed measures before a read; off where `karta refresh` does it."
    )
    secret_key: str = _setting(
        "", "Signs the sessions; the same for all processes. Required.", checks.secret, secret=True
    )
    host: str = _setting("127.0.0.1", "Address to listen on.")
    port: int = _setting(8050, "Port to listen on.", checks.between(1, 65535))
    workers: int = _setting(2, "Server processes.", checks.between(1, 64))
    threads: int = _setting(4, "Threads of each process.", checks.between(1, 64))
    timeout: int = _setting(
        60, "Seconds after which a stuck request ends.", checks.between(5, 3600)
    )
    trusted_proxies: int = _setting(
        0, "Reverse proxies in front whose X-Forwarded-… headers hold.", checks.between(0, 5)
    )
    secure_cookies: bool = _setting(
        False, "Send cookies over HTTPS alone; switch on wherever HTTPS is used."
    )
    hsts_seconds: int = _setting(
        0, "Strict-Transport-Security for so long; 0: not sent.", checks.between(0, 63_072_000)
    )
    session_hours: int = _setting(12, "Hours until a sign-in ends.", checks.between(1, 720))
    login_failures_pair: int = _setting(
        5,
        "Failed sign-ins of one username from one address until they have to wait.",
        checks.between(1, 1000),
    )
    login_failures_username: int = _setting(
        100,
        "Failed sign-ins of one username from anywhere until it has to wait.",
        checks.between(1, 10_000),
    )
    login_failures_address: int = _setting(
        20, "Failed sign-ins from one address until it has to wait.", checks.between(1, 10_000)
    )
    login_window_minutes: int = _setting(
        15, "Minutes within which failed sign-ins count.", checks.between(1, 1440)
    )
    locale: str = _setting("ru", "Language before sign-in and of the command line.", checks.locale)
    timezone: str = _setting(
        "", "Time zone that says which day it is; empty: the machine's.", checks.zone
    )
    log_level: str = _setting("INFO", "How much is logged.", checks.level)

    def today(self) -> date:
        """Return the date in the configured time zone."""
        return datetime.now(self.zone()).date()

    def zone(self) -> ZoneInfo | None:
        """Return the configured time zone; None is the machine's own."""
        return ZoneInfo(self.timezone) if self.timezone else None


@dataclass(frozen=True)
class Setting:
    """A row of the settings table."""

    name: str
    type: type
    default: Any
    help: str
    is_secret: bool
    check: Check | None
    attribute: str


def table() -> Iterator[Setting]:
    """Yield the rows of the settings table in their order."""
    for one in fields(Settings):
        if one.default is MISSING:  # pragma: no cover - every setting has a default
            continue
        yield Setting(
            name=PREFIX + one.name.upper(),
            type=type(one.default),
            default=one.default,
            help=one.metadata["help"],
            is_secret=one.metadata["secret"],
            check=one.metadata["check"],
            attribute=one.name,
        )
