"""The term of a plan: from its title, a clause on its term, or the years of its deadlines."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date

from data_access.importers.plan import dates
from data_access.importers.plan.act_text import ActText
from data_access.records.reading import Finding

DASH = r"\s?[-–—]\s?"
RANGE = re.compile(rf"(20\d\d)(?:{DASH}|\s+(?:по|до|и)\s+|,\s*)(20\d\d)\s*(?:год|гг|г\.|уч|$)")
UNTIL = re.compile(r"\bдо\s+(20\d\d)\s*(?:год|г\.)")
#: "На 2022 год и плановый период 2023 и 2024 годов" begins with its first year.
BUDGET = re.compile(r"(20\d\d)\s*(?:год[а-я]*|г\.)\s+и\s+(?:на\s+)?планов\w+\s+период", re.I)
YEAR = re.compile(r"(?:\bна|\bв|период|[-–—])\s+(?:период\s+)?(20\d\d)\s*(?:год|г\.)")
CLAUSE = re.compile(
    r"срок\w*\s+(?:реализации|действия|выполнения)\s+\w*\s*(?:план|дорожн|меропр)", re.I
)
FROM_TO = re.compile(r"\bс\b.*\bпо\b")
ANY_YEAR = re.compile(r"(?<!\d)(20[0-4]\d)(?!\d)")


@dataclass(frozen=True)
class Term:
    """First and last day of the plan (None where nothing names a year) and the doubts."""

    start: date | None
    end: date | None
    findings: tuple[Finding, ...] = ()


def find(act: ActText, deadlines: Iterable[str], fallback: date | None) -> Term:
    """Return the term; years come from the title first, then from the deadlines."""
    clause = " ".join(line for line in act.lines if CLAUSE.search(line))
    named = [found for text in (act.subject, act.heading, clause) if (found := _years(text))]
    used = sorted({int(year) for text in deadlines for year in ANY_YEAR.findall(text)})
    for first, last in named:
        if first is not None:
            return _to_the_day(_named(first, last, named), clause)
    if named:
        return _until(named[0][1] or 0, used, fallback)
    return _derived(used, fallback)


def _years(text: str) -> tuple[int | None, int] | None:
    """Return first and last year; the first is None for "до 2021 года"."""
    span = RANGE.search(text)
    if span and int(span[1]) <= int(span[2]):
        budget = BUDGET.search(text)
        return int(budget[1] if budget else span[1]), int(span[2])
    days = [found.day for found in dates.find(text)]
    if len(days) == 2 and FROM_TO.search(text):
        return days[0].year, days[1].year
    until = UNTIL.search(text)
    if until:
        return None, int(until[1])
    year = YEAR.search(text)
    return (int(year[1]), int(year[1])) if year else None


def _to_the_day(term: Term, clause: str) -> Term:
    """Return the term with the days that its clause names: "с 1 марта 2024 по 28 февраля 2026"."""
    days = [found.day for found in dates.find(clause)]
    between = len(days) == 2 and days[0] < days[1] and FROM_TO.search(clause)
    same = between and (term.start, term.end) == (
        days[0].replace(month=1, day=1),
        days[1].replace(month=12, day=31),
    )
    return replace(term, start=days[0], end=days[1]) if same else term


def _named(first: int, last: int, named: list[tuple[int | None, int]]) -> Term:
    unlike = [one for one in named if one != (first, last)]
    if not unlike:
        return _term(first, last)
    if unlike[0][0] is None and len(named) > 1 and named[0][0] is None:
        return _term(first, last, "term_named_differently", str(named[0][1]))
    other = "–".join(str(year) for year in unlike[0] if year)
    return _term(first, last, "term_named_differently", other)


def _until(last: int, used: list[int], fallback: date | None) -> Term:
    inside = [year for year in used if year <= last]
    start = min(
        [*inside, *([fallback.year] if fallback and fallback.year <= last else [])] or [last]
    )
    return _term(start, last, "term_start_derived", f"– {last}")


def _derived(used: list[int], fallback: date | None) -> Term:
    years = used or ([fallback.year] if fallback else [])
    if not years:
        return Term(None, None, (_finding("term_absent", "error", "", ""),))
    return _term(years[0], years[-1], "term_derived", "")


def _term(first: int, last: int, code: str = "", read: str = "") -> Term:
    made = f"{first}–{last}" if first != last else str(first)
    findings = (_finding(code, "warning", read, made),) if code else ()
    return Term(date(first, 1, 1), date(last, 12, 31), findings)


def _finding(code: str, severity: str, read: str, made: str) -> Finding:
    return Finding(None, "period", code, severity, read, made, "", {"term": made})
