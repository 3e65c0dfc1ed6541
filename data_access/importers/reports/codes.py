"""The code of a row: what it is about, with a check that it was given out by this database.

A row keeps its code when it is moved, copied to another file or saved as CSV; a code that was
typed or that comes from another database is recognised by its check.
"""

import hashlib
import re
from dataclasses import dataclass

_CODE = re.compile(r"R1-(\d{1,9})-(\d{1,9})-(\d{1,9})-([0-9a-f]{10})")


@dataclass(frozen=True)
class RowKey:
    """What a row reports on: an assignment, a control point or none, a period or none."""

    assignment_id: int
    point_id: int | None
    period_id: int | None


def code_of(key: RowKey, plan_code: str) -> str:
    """Return the code of a row of this plan."""
    ids = f"{key.assignment_id}-{key.point_id or 0}-{key.period_id or 0}"
    return f"R1-{ids}-{_check(ids, plan_code)}"


def parsed(code: str) -> RowKey | None:
    """Return what a code names, None for a text that is no code; its check is not looked at."""
    found = _CODE.fullmatch(code.strip())
    if not found:
        return None
    assignment, point, period = (int(part) for part in found.groups()[:3])
    return RowKey(assignment, point or None, period or None)


def is_ours(code: str, key: RowKey, plan_code: str) -> bool:
    """Tell whether a code was given out for this row of this plan."""
    return code.strip() == code_of(key, plan_code)


def _check(ids: str, plan_code: str) -> str:
    return hashlib.sha256(f"karta {plan_code} {ids}".encode()).hexdigest()[:10]
