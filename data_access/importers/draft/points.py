"""Control points as they are typed: a date on each line, after it what it is for.

"15.06.2023 программа" and "15.12.2023 отчёт" on two lines; dates may also stand on one line with
commas between.
"""

import re
from collections.abc import Iterator
from typing import Any

from data_access.importers.draft import values
from data_access.records.drafts import refused
from data_access.records.reading import ScheduleReading

FIELD = "due_dates"
LABEL_LENGTH = 500
DAY = r"(?:\d{1,2}\.\d{1,2}\.\d{4}|\d{4}-\d{1,2}-\d{1,2})"
#: A comma before a date, or right behind one, stands between two points.
BETWEEN = re.compile(rf"[,;](?=\s*{DAY})|(?<=\d{{4}})\s*[,;]|(?<=-\d\d)\s*[,;]")
POINT = re.compile(rf"({DAY})(?:\s*(?:г\.|года?\b))?(?:\s*[:–—-]\s*|\s+|$)(.*)")


def lines_of(schedule: ScheduleReading) -> str:
    """Return control points as they are typed, each on a line of its own."""
    labels = schedule.labels or ("",) * len(schedule.due_dates)
    return "\n".join(
        f"{day:%d.%m.%Y} {label}".strip()
        for day, label in zip(schedule.due_dates, labels, strict=False)
    )


def typed(text: str) -> list[dict[str, Any]]:
    """Return the fields `due_on` and `label` of each point; Refused with all that is no date."""
    return values.each(_parts(text), _point)


def _parts(text: str) -> Iterator[str]:
    for line in text.splitlines():
        yield from (part.strip() for part in BETWEEN.split(line) if part.strip())


def _point(part: str) -> dict[str, Any]:
    found = POINT.fullmatch(part)
    if not found:
        raise refused("not_a_date", FIELD, value=part[:40])
    due = values.day(found.group(1), FIELD, needed=True)
    return {"due_on": due, "label": values.text(found.group(2), FIELD, LABEL_LENGTH)}
