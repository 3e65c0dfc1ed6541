"""The term of a plan: from its title, a clause on its term, or the years of its deadlines."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date

from data_access.importers.plan import dates, term_years
from data_access.importers.plan.act_text import ActText
from data_access.importers.plan.term_years import FROM_TO, Years
from data_access.records.reading import Finding

CLAUSE = re.compile(
    r"срок\w*\s+(?:реализации|действия|выполнения)\s+\w*\s*(?:план|дорожн|меропр)", re.I
)
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
    named = [term_years.named(text) for text in (act.subject, act.heading, clause)]
    texts = [[one for one in years if not one.is_backward] for years in named]
    used = sorted({int(year) for text in deadlines for year in ANY_YEAR.findall(text)})
    term, last = _found(texts), next((years[0].last for years in texts if years), None)
    if term is not None:
        term = _to_the_day(term, clause)
    else:
        term = _until(last, used, fallback) if last else _derived(used, fallback)
    backward = [one.shown for years in named for one in years if one.is_backward]
    doubts = [_finding("term_backward", "error", read, "") for read in backward[:1]]
    return replace(term, findings=(*term.findings, *doubts))


def _found(texts: list[list[Years]]) -> Term | None:
    """Return the term of the first text whose own years have a start; None without any."""
    own = [years[0] for years in texts if years]
    chosen = next((one for one in own if one.first is not None), None)
    if chosen is None or chosen.first is None:
        return None
    others = [*own, *(one for years in texts for one in years[1:])]
    unlike = next((one for one in others if not chosen.agrees(one)), None)
    code, read = ("term_named_differently", unlike.shown) if unlike else ("", "")
    return _term(chosen.first, chosen.last, code, read)


def _to_the_day(term: Term, clause: str) -> Term:
    """Return the term with the days that its clause names: "с 1 марта 2024 по 28 февраля 2026"."""
    days = [found.day for found in dates.find(clause)]
    between = len(days) == 2 and days[0] < days[1] and FROM_TO.search(clause)
    same = between and (term.start, term.end) == (
        days[0].replace(month=1, day=1),
        days[1].replace(month=12, day=31),
    )
    return replace(term, start=days[0], end=days[1]) if same else term


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
