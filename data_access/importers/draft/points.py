"""Control points as they are typed: a date on each line, after it what it is for.

"15.06.2023 программа" and "15.12.2023 отчёт" on two lines; dates may also stand on one line with
commas between. A label that would read otherwise, since it has dates and commas itself, stands in
straight quotes, its own ones doubled: 15.12.2023 "отчёт за 2023, 2024".
"""

import re
from collections.abc import Iterator
from datetime import date
from typing import Any

from data_access.importers.draft import values
from data_access.importers.plan.text import clean, flat
from data_access.records.drafts import refused
from data_access.records.reading import ScheduleReading

FIELD = "due_dates"
LABEL_LENGTH = 500
DAY = r"(?:\d{1,2}\.\d{1,2}\.\d{4}|\d{4}-\d{1,2}-\d{1,2})"
#: A comma before a date, or right behind one, stands between two points.
BETWEEN = re.compile(rf"[,;](?=\s*{DAY})|(?<=\d{{4}})\s*[,;]|(?<=-\d\d)\s*[,;]")
QUOTED = re.compile(rf'({DAY})\s*"((?:[^"]|"")*)"')
POINT = re.compile(rf"({DAY})(?:\s*(?:г\.|года?\b))?(?:\s*[:–—-]\s*|\s+|$)(.*)")


def lines_of(schedule: ScheduleReading) -> str:
    """Return control points as they are typed, each on a line of its own."""
    labels = schedule.labels or ("",) * len(schedule.due_dates)
    return "\n".join(
        _line(day, flat(clean(label)))
        for day, label in zip(schedule.due_dates, labels, strict=False)
    )


def _line(day: date, label: str) -> str:
    """Return a point as it is typed; in quotes a label that would not come back as it is."""
    line = f"{day:%d.%m.%Y} {label}".strip()
    if list(_parts(line)) == [line] and _read(line) == (f"{day:%d.%m.%Y}", label):
        return line
    doubled = label.replace('"', '""')
    return f'{day:%d.%m.%Y} "{doubled}"'


def typed(text: str) -> list[dict[str, Any]]:
    """Return the fields `due_on` and `label` of each point; Refused with all that is no date."""
    return values.each(_parts(text), _point)


def _parts(text: str) -> Iterator[str]:
    for line in text.splitlines():
        whole = line.strip()
        if QUOTED.fullmatch(whole):
            yield whole
        else:
            yield from (part.strip() for part in BETWEEN.split(whole) if part.strip())


def _read(part: str) -> tuple[str, str] | None:
    """Return date and label of a point; None for what is none."""
    if found := QUOTED.fullmatch(part):
        return found.group(1), found.group(2).replace('""', '"')
    found = POINT.fullmatch(part)
    return (found.group(1), found.group(2)) if found else None


def _point(part: str) -> dict[str, Any]:
    found = _read(part)
    if not found:
        raise refused("not_a_date", FIELD, value=part[:40])
    due = values.day(found[0], FIELD, needed=True)
    return {"due_on": due, "label": values.text(found[1], FIELD, LABEL_LENGTH)}
