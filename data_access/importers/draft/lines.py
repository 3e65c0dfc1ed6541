"""Executors of a measure as lines of text, one each, with their marks in brackets at the end."""

import re
from collections.abc import Mapping
from typing import Any

from data_access.importers.draft import values
from data_access.importers.plan.org_words import is_group
from data_access.importers.plan.text import capital, squeezed
from data_access.records.drafts import refused
from data_access.records.limits import NAME_LENGTH
from data_access.records.reading import ExecutorReading, MeasureReading, PlanReading

AGREED = "(по согласованию)"
GROUP = "(группа)"
MARK = re.compile(r"\s*\((по\s+согласованию|группа)\)\s*$", re.IGNORECASE)
MOST_EXECUTORS = 200


def lines_of(measure: MeasureReading) -> str:
    """Return the executors of a measure, a line each: "Name (группа) (по согласованию)"."""
    return "\n".join(
        " ".join(
            [one.name, *([GROUP] if one.group else []), *([AGREED] if one.by_agreement else [])]
        )
        for one in measure.executors
    )


def executors_of(reading: PlanReading, value: Any) -> tuple[ExecutorReading, ...]:
    """Return executors given as lines, or as a list of fields name, by_agreement, group.

    A name that the draft has already keeps what it stands for.
    """
    if isinstance(value, str | None):
        given: list[Mapping[str, Any]] = [_fields(one) for one in (value or "").splitlines()]
    else:
        given = values.rows(value, "executors", MOST_EXECUTORS)
    known = _known(reading)
    found: dict[str, ExecutorReading] = {}
    names = values.each(given, lambda one: values.text(one.get("name"), "executors", NAME_LENGTH))
    for name, one in zip(names, given, strict=True):
        if name:
            executor = _executor(name, one, known)
            found.setdefault(squeezed(executor.canonical), executor)
    if len(found) > MOST_EXECUTORS:
        raise refused("too_many", "executors", limit=MOST_EXECUTORS)
    return tuple(found.values())


def _fields(line: str) -> dict[str, Any]:
    marks: set[str] = set()
    while mark := MARK.search(line):
        marks.add(mark.group(1).casefold()[:2])
        line = line[: mark.start()]
    return {"name": line, "by_agreement": "по" in marks, "group": "гр" in marks}


def _known(reading: PlanReading) -> dict[str, ExecutorReading]:
    known: dict[str, ExecutorReading] = {}
    for measure in reading.measures:
        for one in measure.executors:
            for text in (one.canonical, one.name, one.defines):
                if text:
                    known.setdefault(squeezed(text), one)
    return known


def _executor(
    name: str, given: Mapping[str, Any], known: Mapping[str, ExecutorReading]
) -> ExecutorReading:
    other = known.get(squeezed(name))
    canonical = other.canonical if other else capital(name)
    marked = given.get("group")
    return ExecutorReading(
        name=name,
        canonical=canonical,
        by_agreement=values.flag(given.get("by_agreement")),
        group=values.flag(marked) if marked is not None else is_group(canonical),
        defines=other.defines if other and squeezed(other.name) == squeezed(name) else "",
    )
