"""Frozen dataclasses to JSON and back without losing anything.

Dates are ISO text, decimals text, tuples lists. A field that the JSON lacks (written by an earlier
version) takes its default.
"""

import dataclasses
import types
from collections.abc import Mapping
from datetime import date, datetime
from decimal import Decimal
from typing import Any, TypeVar, Union, get_args, get_origin, get_type_hints

Record = TypeVar("Record")
#: How a date, a moment, a number or a tuple stands where any value may stand.
TAGS: dict[str, type] = {"date": date, "moment": datetime, "number": Decimal, "tuple": tuple}


def to_json(record: Any) -> Any:
    """Return a record as JSON values."""
    return {
        field.name: _encoded(getattr(record, field.name), hints_of(record.__class__)[field.name])
        for field in dataclasses.fields(record)
    }


def from_json(kind: type[Record], data: dict[str, Any]) -> Record:
    """Return the record of a dataclass that `to_json` made the data of."""
    known = hints_of(kind)
    return kind(**{name: _decoded(data[name], known[name]) for name in known if name in data})


_HINTS: dict[Any, dict[str, Any]] = {}


def hints_of(kind: Any) -> dict[str, Any]:
    """Return the types of a dataclass's fields; worked out once for each class."""
    if kind not in _HINTS:
        _HINTS[kind] = get_type_hints(kind)
    return _HINTS[kind]


def _encoded(value: Any, hint: Any) -> Any:
    if value is None:
        return None
    if hint is Any:
        return _tagged(value)
    if dataclasses.is_dataclass(value):
        return to_json(value)
    if isinstance(value, tuple):
        return [_encoded(one, _inner(hint, 0)) for one in value]
    if isinstance(value, dict):
        return {str(name): _encoded(one, _inner(hint, 1)) for name, one in value.items()}
    if isinstance(value, date):
        return value.isoformat()
    return str(value) if isinstance(value, Decimal) else value


def _decoded(value: Any, hint: Any) -> Any:
    if value is None:
        return None
    hint = _known(hint)
    origin = get_origin(hint)
    if hint is Any:
        return _untagged(value)
    if dataclasses.is_dataclass(hint):
        return from_json(hint, value)  # type: ignore[arg-type]
    if origin is tuple:
        return tuple(_decoded(one, _inner(hint, 0)) for one in value)
    if origin in (dict, Mapping):
        key = _inner(hint, 0)
        return {key(name): _decoded(one, _inner(hint, 1)) for name, one in value.items()}
    return _parsed(value, hint)


def _parsed(value: Any, hint: Any) -> Any:
    if hint in (date, datetime):
        return hint.fromisoformat(value)
    return Decimal(value) if hint is Decimal else value


def _known(hint: Any) -> Any:
    """Return X for `X | None`."""
    if get_origin(hint) in (Union, types.UnionType):
        return next(one for one in get_args(hint) if one is not type(None))
    return hint


def _inner(hint: Any, place: int) -> Any:
    return get_args(_known(hint))[place]


def _tagged(value: Any) -> Any:
    if isinstance(value, tuple | list):
        return {"tuple": [_tagged(one) for one in value]}
    if isinstance(value, datetime):
        return {"moment": value.isoformat()}
    if isinstance(value, date):
        return {"date": value.isoformat()}
    return {"number": str(value)} if isinstance(value, Decimal) else value


def _untagged(value: Any) -> Any:
    if not isinstance(value, dict):
        return value
    ((tag, inside),) = value.items()
    if tag == "tuple":
        return tuple(_untagged(one) for one in inside)
    return _parsed(inside, TAGS[tag])
