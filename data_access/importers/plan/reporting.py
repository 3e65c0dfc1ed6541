"""The reporting duty that an act sets: how often, by when, with its due dates."""

import re
from collections.abc import Iterable, Mapping
from datetime import date, timedelta
from typing import Any

from data_access.importers.plan import deadline, deadline_doubts, reporting_often
from data_access.importers.plan.act_text import ActText
from data_access.importers.plan.text import flat
from data_access.records.reading import Finding

CLAUSE = re.compile(r"(?<!\S)(?=\d{1,2}(?:\.\d{1,2})*\.?\s+[А-ЯЁ])")
VERB = re.compile(r"(?:представ|предостав|направ)[а-яё]+", re.I)
#: Verbs that say for themselves what is to be done.
TELLING = re.compile(r"информир(?:овать|уют|ует)|отчит(?:ывать|аться|ывают)", re.I)
WHAT = re.compile(r"отч[её]т|информаци|сведени|доклад", re.I)
_YEAR = r"(?:\s*(?:г\.|год[а-яё]*))?"
_DAY = (
    rf"(?:\d{{1,2}}[./]\d{{1,2}}[./]\d{{2,4}}{_YEAR}|"
    r"[«\"]?\d{1,2}[»\"]?(?:-?(?:го|ого))?\s*(?:числа|[а-яё]+|\.\d\d(?![\d.]*\d)))"
)
_ENDS = (
    r",?\s+(?:представ|предостав|направ|"
    r"в\s+(?:отдел|управлен|департ|министер|комит|комис|администр))|,?\s+информир|[;)]|\.(?!,|\s*[а-яё(])|$"
)
WHEN = re.compile(
    rf"(?:(?:{reporting_often.OFTEN.pattern})[^.;]{{0,40}}?)?,?\s*(?:в\s+срок\s+)?(?:не\s+позднее\s+|до\s+|к\s+)"
    rf"{_DAY}[^;()]{{0,120}}?(?={_ENDS})",
    re.I,
)
YEAR = re.compile(r"20\d\d")
DUE_DAY = re.compile(r"(?:до|позднее|к)\s+[«\"]?(\d{1,2})[»\"]?(?:-?(?:го|ого))?\s*числ[ау]", re.I)
FOLLOWING = re.compile(r"следующ\w+\s+за\s+отч[её]тн", re.I)
#: Says that the day lies in the year that the report is about.
OWN_YEAR = re.compile(r"(?:текущ|отч[её]тн)\w+\s+(?:календарн\w+\s+)?год", re.I)
#: Up to March a year's report can only be of the year before; up to June that is asked.
SURELY_BEHIND, MAYBE_BEHIND = 3, 6
#: Asked about measures; reports are due after the plan, and in each of its years.
USUAL = frozenset({"outside_term", "no_year", "next_year", "report_date", "unread"})


def clause_of(act: ActText) -> str:
    """Return the clause that obliges the executors to report; "" where the act sets none."""
    clauses = CLAUSE.split(flat(" ".join(act.body)))
    for clause in clauses if len(clauses) > 1 else act.body:
        named = (VERB.search(clause) and WHAT.search(clause)) or TELLING.search(clause)
        if named and (reporting_often.OFTEN.search(clause) or WHEN.search(clause)):
            return clause.strip()
    return ""


def read(clause: str, term: tuple[date, date] | None, earliest: date | None) -> dict[str, Any]:
    """Return frequency, due_day, due_dates, phrase and text of the duty; {} where there is none."""
    if not clause or term is None:
        return {}
    phrase = phrase_of(clause)
    often = reporting_often.named(clause)
    dues = [due for due in _dues(phrase, often, term) if not earliest or due >= earliest]
    if earliest and FOLLOWING.search(phrase):
        dues = [due for due in dues if due.replace(day=1) - timedelta(days=1) >= earliest]
    day = DUE_DAY.search(phrase)
    return {
        "frequency": reporting_often.by_days(
            often, dues, (max(earliest or term[0], term[0]), term[1])
        ),
        "due_day": int(day[1]) if day else None,
        "due_dates": tuple(dues),
        "phrase": phrase,
        "text": clause,
    }


def _dues(phrase: str, often: str, term: tuple[date, date]) -> tuple[date, ...]:
    """Return the days of a phrase; "ежегодно до 15 января" is due after each year of the plan."""
    if often != "yearly":
        return _within(phrase, term)
    first, last = term
    longer = _within(phrase, (first, date(last.year + 1, 12, 31)))
    if _is_bare(phrase) and _latest_month(longer) <= SURELY_BEHIND:
        return tuple(due for due in longer if first.year < due.year <= last.year + 1)
    return tuple(due for due in _within(phrase, term) if due.year <= last.year + 1)


def _within(phrase: str, term: tuple[date, date]) -> tuple[date, ...]:
    return deadline.understand(phrase, term).schedule.due_dates


def _is_bare(phrase: str) -> bool:
    """Tell whether a phrase leaves open in which year its days lie."""
    return not any(one.search(phrase) for one in (YEAR, FOLLOWING, OWN_YEAR))


def _latest_month(dues: Iterable[date]) -> int:
    """Return the latest month of days; 13 where there are none."""
    return max((due.month for due in dues), default=13)


def doubts(rule: Mapping[str, Any], term: tuple[date, date] | None) -> list[Finding]:
    """Return what the deadline reader asks about a duty's phrase, but for what is usual."""
    if not rule.get("phrase") or term is None:
        return []
    phrase = rule["phrase"]
    asked = deadline.understand(phrase, term).questions
    return [*_about_days(rule), *_about_years(rule), *_asked(phrase, asked)]


def _about_days(rule: Mapping[str, Any]) -> list[Finding]:
    """Return what is told of days from which it was taken, or could not be, how often they come."""
    often, dues = rule["frequency"], rule["due_dates"]
    shown = deadline_doubts.listed(dues)
    if often != reporting_often.named(rule["text"]):
        return [Finding(None, "reporting", "reporting_often_guessed", "warning", shown)]
    if reporting_often.is_open(often, dues):
        return [Finding(None, "reporting", "reporting_days_left", "warning", shown)]
    return []


def _about_years(rule: Mapping[str, Any]) -> list[Finding]:
    """Return what is asked of days from April to June: their own year's report, or the last's?"""
    dues: tuple[date, ...] = rule["due_dates"]
    is_open = SURELY_BEHIND < _latest_month(dues) <= MAYBE_BEHIND
    is_yearly = reporting_often.named(rule["text"]) == "yearly"
    if not (is_open and is_yearly and _is_bare(rule["phrase"])):
        return []
    later = [
        due.replace(year=due.year + 1, day=min(due.day, 28 if due.month == 2 else 31))
        for due in dues
    ]
    shown = deadline_doubts.listed(dues), deadline_doubts.listed(later)
    return [Finding(None, "reporting", "reporting_year_guessed", "warning", *shown)]


def _asked(phrase: str, asked: Iterable[tuple[str, dict[str, str]]]) -> list[Finding]:
    return [
        Finding(None, "reporting", f"deadline.{code}", "warning", phrase, parameters=named)
        for code, named in asked
        if code not in USUAL
    ]


def phrase_of(clause: str) -> str:
    """Return the words of a clause that say when: "ежеквартально до 10 числа месяца, …"."""
    found = WHEN.search(clause)
    often = reporting_often.OFTEN.search(clause)
    phrase = flat(found.group()).strip(" ,.") if found else ""
    phrase += ")" * (phrase.count("(") - phrase.count(")"))
    if often and often.group() not in phrase:
        phrase = f"{often.group()} {phrase}".strip()
    return phrase
