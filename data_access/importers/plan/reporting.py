"""The reporting duty that an act sets: how often, by when, with its due dates."""

import re
from datetime import date, timedelta
from typing import Any

from data_access.importers.plan import deadline
from data_access.importers.plan.act_text import ActText
from data_access.importers.plan.text import flat

CLAUSE = re.compile(r"(?<!\S)(?=\d{1,2}(?:\.\d{1,2})*\.?\s+[А-ЯЁ])")
VERB = re.compile(r"(?:представ|предостав|направ)[а-яё]+", re.I)
#: Verbs that say for themselves what is to be done.
TELLING = re.compile(r"информир(?:овать|уют|ует)|отчит(?:ывать|аться|ывают)", re.I)
WHAT = re.compile(r"отч[её]т|информаци|сведени|доклад", re.I)
WHEN = re.compile(
    r"(?:(?:еже(?:квартальн|месячн|годн)[а-яё]+|раз\s+в\s+(?:квартал|полугодие|год|месяц)|"
    r"по\s+итогам\s+(?:года|полугодия|квартала|\w+\s+квартала)|один\s+раз\s+в\s+\w+|"
    r"2\s+раза\s+в\s+год)"
    r"[^.;]{0,40}?)?"
    r"(?:,?\s*(?:в\s+срок\s+)?(?:не\s+позднее\s+|до\s+|к\s+)[«\"]?\d{1,2}[»\"]?"
    r"(?:-?(?:го|ого))?\s*(?:числа|[а-яё]+|\.\d\d)[^;()]{0,80}?"
    r"(?=,?\s+(?:представ|предостав|направ|в\s+(?:отдел|управлен|департ|министер|комит|комис|администр))|,?\s+информир|[.;)]|$))",
    re.I,
)
OFTEN = re.compile(
    r"еже(?:квартальн|месячн|годн)[а-яё]+|раз\s+в\s+(?:квартал|полугодие|год|месяц)|"
    r"по\s+итогам\s+(?:года|полугодия|квартала)|(?:дважды|2\s+раза)\s+в\s+год|кажд[а-яё]+\s+"
    r"(?:год|квартал|месяц)[а-яё]*",
    re.I,
)
FREQUENCIES = (
    (r"ежеквартальн|в\s+квартал|итогам\s+квартала|каждого\s+квартала", "quarterly"),
    (r"ежемесячн|в\s+месяц|каждого\s+месяца", "monthly"),
    (r"полугоди|(?:2\s+раза|дважды)\s+в\s+год", "half_yearly"),
    (r"ежегодн|раз\s+в\s+год|итогам\s+года|каждого\s+года", "yearly"),
)
DUE_DAY = re.compile(r"(?:до|позднее|к)\s+[«\"]?(\d{1,2})[»\"]?(?:-?(?:го|ого))?\s*числа", re.I)
FOLLOWING = re.compile(r"следующ\w+\s+за\s+отч[её]тн", re.I)
MONTHS = {"quarterly": 3, "monthly": 1, "half_yearly": 6, "yearly": 12}


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
    frequency = next(
        (name for words, name in FREQUENCIES if re.search(words, clause, re.I)), "once"
    )
    if earliest and FOLLOWING.search(phrase):
        dues = [due for due in dues if due.replace(day=1) - timedelta(days=1) >= earliest]
    day = DUE_DAY.search(phrase)
    return {
        "frequency": frequency,
        "due_day": int(day[1]) if day else None,
        "due_dates": tuple(dues),
        "phrase": phrase,
        "text": clause,
    }


def phrase_of(clause: str) -> str:
    """Return the words of a clause that say when: "ежеквартально до 10 числа месяца, …"."""
    found = WHEN.search(clause)
    often = OFTEN.search(clause)
    phrase = flat(found.group()).strip(" ,.") if found else ""
    phrase += ")" * (phrase.count("(") - phrase.count(")"))
    if often and often.group() not in phrase:
        phrase = f"{often.group()} {phrase}".strip()
    return phrase
