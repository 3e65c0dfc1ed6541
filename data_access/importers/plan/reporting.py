"""The reporting duty that an act sets: how often, by when, with its due dates."""

import re
from collections.abc import Mapping
from datetime import date, timedelta
from typing import Any

from data_access.importers.plan import deadline
from data_access.importers.plan.act_text import ActText
from data_access.importers.plan.text import flat
from data_access.records.reading import Finding

CLAUSE = re.compile(r"(?<!\S)(?=\d{1,2}(?:\.\d{1,2})*\.?\s+[А-ЯЁ])")
VERB = re.compile(r"(?:представ|предостав|направ)[а-яё]+", re.I)
#: Verbs that say for themselves what is to be done.
TELLING = re.compile(r"информир(?:овать|уют|ует)|отчит(?:ывать|аться|ывают)", re.I)
WHAT = re.compile(r"отч[её]т|информаци|сведени|доклад", re.I)
#: How often, in words → as the schema has it.
FREQUENCIES = (
    (
        r"ежеквартальн[а-яё]+|раз\s+в\s+квартал|итогам\s+(?:\w+\s+)?квартала|кажд[а-яё]+\s+квартал[а-яё]*",
        "quarterly",
    ),
    (r"ежемесячн[а-яё]+|раз\s+в\s+месяц|кажд[а-яё]+\s+месяц[а-яё]*", "monthly"),
    (
        r"раз\s+в\s+(?:полугодие|полгода)|итогам\s+(?:\w+\s+)?полугодия|"
        r"кажд[а-яё]+\s+(?:полугоди[а-яё]*|полгода)|(?:2\s+раза|два\s+раза|дважды)\s+в\s+год",
        "half_yearly",
    ),
    (r"ежегодн[а-яё]+|раз\s+в\s+год\b|итогам\s+года|кажд[а-яё]+\s+год[а-яё]*", "yearly"),
)
OFTEN = re.compile("|".join(words for words, _name in FREQUENCIES), re.I)
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
    rf"(?:(?:{OFTEN.pattern})[^.;]{{0,40}}?)?,?\s*(?:в\s+срок\s+)?(?:не\s+позднее\s+|до\s+|к\s+)"
    rf"{_DAY}[^;()]{{0,120}}?(?={_ENDS})",
    re.I,
)
DUE_DAY = re.compile(r"(?:до|позднее|к)\s+[«\"]?(\d{1,2})[»\"]?(?:-?(?:го|ого))?\s*числа", re.I)
FOLLOWING = re.compile(r"следующ\w+\s+за\s+отч[её]тн", re.I)
#: Asked about measures; reports are due after the plan, and in each of its years.
USUAL = frozenset({"outside_term", "no_year", "next_year", "report_date", "unread"})


def clause_of(act: ActText) -> str:
    """Return the clause that obliges the executors to report; "" where the act sets none."""
    clauses = CLAUSE.split(flat(" ".join(act.body)))
    for clause in clauses if len(clauses) > 1 else act.body:
        named = (VERB.search(clause) and WHAT.search(clause)) or TELLING.search(clause)
        if named and (OFTEN.search(clause) or WHEN.search(clause)):
            return clause.strip()
    return ""


def read(clause: str, term: tuple[date, date] | None, earliest: date | None) -> dict[str, Any]:
    """Return frequency, due_day, due_dates, phrase and text of the duty; {} where there is none."""
    if not clause or term is None:
        return {}
    phrase = phrase_of(clause)
    understood = deadline.understand(phrase, term)
    dues = [due for due in understood.schedule.due_dates if not earliest or due >= earliest]
    if earliest and FOLLOWING.search(phrase):
        dues = [due for due in dues if due.replace(day=1) - timedelta(days=1) >= earliest]
    day = DUE_DAY.search(phrase)
    return {
        "frequency": _frequency(clause),
        "due_day": int(day[1]) if day else None,
        "due_dates": tuple(dues),
        "phrase": phrase,
        "text": clause,
    }


def _frequency(clause: str) -> str:
    return next((name for words, name in FREQUENCIES if re.search(words, clause, re.I)), "once")


def doubts(rule: Mapping[str, Any], term: tuple[date, date] | None) -> list[Finding]:
    """Return what the deadline reader asks about a duty's phrase, but for what is usual."""
    if not rule.get("phrase") or term is None:
        return []
    phrase = rule["phrase"]
    asked = deadline.understand(phrase, term).questions
    return [
        Finding(None, "reporting", f"deadline.{code}", "warning", phrase, parameters=named)
        for code, named in asked
        if code not in USUAL
    ]


def phrase_of(clause: str) -> str:
    """Return the words of a clause that say when: "ежеквартально до 10 числа месяца, …"."""
    found = WHEN.search(clause)
    often = OFTEN.search(clause)
    phrase = flat(found.group()).strip(" ,.") if found else ""
    phrase += ")" * (phrase.count("(") - phrase.count(")"))
    if often and often.group() not in phrase:
        phrase = f"{often.group()} {phrase}".strip()
    return phrase
