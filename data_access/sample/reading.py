"""Reading of the sample's TOML files: typed values, and errors that name file and place."""

import tomllib
from collections.abc import Iterator
from datetime import date, datetime
from pathlib import Path
from typing import Any, TypeVar, cast

FOLDER = Path(__file__).parent
Value = TypeVar("Value")
REQUIRED: Any = object()


class SampleError(Exception):
    """A mistake in a sample file; the message names the file and the place in it."""

    def __init__(self, file: str, place: str, message: str) -> None:
        super().__init__(f"{file}: {place}: {message}" if place else f"{file}: {message}")
        self.file = file
        self.place = place


class Table:
    """A table of a TOML file that knows where it stands and which of its keys were read."""

    def __init__(self, raw: dict[str, Any], file: str, place: str = "") -> None:
        self._raw = raw
        self._unread = set(raw)
        self.file = file
        self.place = place

    def error(self, message: str) -> SampleError:
        """Return an error about this table."""
        return SampleError(self.file, self.place, message)

    def text(self, key: str, default: str = REQUIRED) -> str:
        """Return a text with its outer blanks removed."""
        return self._value(key, str, default).strip()

    def flag(self, key: str, default: bool = REQUIRED) -> bool:
        """Return true or false."""
        return self._value(key, bool, default)

    def number(self, key: str, default: int | None = REQUIRED) -> int | None:
        """Return a whole number."""
        return self._value(key, int, default)

    def share(self, key: str, default: float = REQUIRED) -> float:
        """Return a share between 0 and 1."""
        value = self._value(key, float, default)
        if not 0 <= value <= 1:
            raise self.error(f"{key} is a share between 0 and 1, not {value}")
        return value

    def day(self, key: str, default: date | None = REQUIRED) -> date | None:
        """Return a date."""
        value = self._value(key, date, default)
        if isinstance(value, datetime):
            raise self.error(f"{key} is a date without a time")
        return value

    def sure_day(self, key: str) -> date:
        """Return a date that must be given."""
        return cast(date, self.day(key))

    def texts(self, key: str) -> tuple[str, ...]:
        """Return a list of texts; a missing one is empty."""
        values = self._value(key, list, [])
        if not all(isinstance(one, str) for one in values):
            raise self.error(f"{key} is a list of texts")
        return tuple(values)

    def numbers(self, key: str) -> tuple[int, ...]:
        """Return a list of whole numbers; a missing one is empty."""
        values = self._value(key, list, [])
        if not all(isinstance(one, int) for one in values):
            raise self.error(f"{key} is a list of whole numbers")
        return tuple(values)

    def table(self, key: str) -> "Table":
        """Return a table within this one; a missing one is empty."""
        return Table(self._value(key, dict, {}), self.file, self._below(key))

    def tables(self, key: str, named_by: str = "") -> Iterator["Table"]:
        """Yield a list of tables, placed by their number or by the value of `named_by`."""
        for place, raw in enumerate(self._value(key, list, []), start=1):
            if not isinstance(raw, dict):
                raise self.error(f"{key} is a list of tables")
            name = raw.get(named_by, place)
            yield Table(raw, self.file, self._below(f"{key}[{name}]"))

    def named_tables(self, key: str) -> Iterator[tuple[str, "Table"]]:
        """Yield the tables of a table of tables with their names."""
        outer = self.table(key)
        for name in outer._raw:
            yield name, outer.table(name)

    def keys(self) -> list[str]:
        """Return the keys of the table; the reader takes each of them."""
        return list(self._raw)

    def refuse_unread(self) -> None:
        """Raise an error when a key was never read: it is misspelt or unknown."""
        if self._unread:
            raise self.error(f"unknown keys: {', '.join(sorted(self._unread))}")

    def _below(self, name: str) -> str:
        return f"{self.place}.{name}" if self.place else name

    def _value(self, key: str, kind: type[Value], default: Any) -> Value:
        self._unread.discard(key)
        value = self._raw.get(key, default)
        if value is REQUIRED:
            raise self.error(f"{key} is missing")
        if value is not default and not _is_a(value, kind):
            raise self.error(f"{key} should be of type {kind.__name__}, not {value!r}")
        return cast(Value, value)


def _is_a(value: object, kind: type[object]) -> bool:
    # bool is an int in Python, but never where a number is meant.
    return isinstance(value, kind) and (kind is bool or not isinstance(value, bool))


def read_table(path: Path) -> Table:
    """Return the file's content; raises SampleError for a broken or missing file."""
    try:
        return Table(tomllib.loads(path.read_text(encoding="utf-8")), path.name)
    except (OSError, tomllib.TOMLDecodeError) as error:
        raise SampleError(path.name, "", str(error)) from error
