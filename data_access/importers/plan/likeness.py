"""What a cell's text looks like: a deadline, executors, or words."""

import re
from datetime import date

from data_access.importers.plan.deadline import is_whole
from data_access.importers.plan.org_words import starts_name

DEADLINE = re.compile(
    r"\b(?:20\d\d|январ|феврал|март|апрел|ма[йея]\b|июн|июл|август|сентябр|октябр|ноябр|декабр|"
    r"квартал|полугод|ежегодн|еже\s?-?\s?кварт|ежемесячн|еженедельн|ежедневн|постоянн|"
    r"регулярн|систематич|в\s+течени[еи]|весь\s+период|по\s+мере|по\s+плану|по\s+отдельн|"
    r"до\s+\d|не\s+реже|раз[а]?\s+в|по\s+итогам|учебн\w+\s+год|круглосуточн|период|"
    r"по\s+графику|по\s+необходимости|по\s+запрос)",
    re.I,
)
LONGEST_DEADLINE = 250
SHORTEST = 4
#: A mark of executors that reads like a condition.
AGREED = re.compile(r"согласовани", re.I)


#: Longer texts are told by their words alone.
LONGEST_READ = 60
#: Any years: here only the kind counts.
YEARS = (date(2020, 1, 1), date(2029, 12, 31))


def looks_due(text: str) -> bool:
    """Tell whether a text looks like a deadline: by a word of time, or read in full as one."""
    return names_time(text) or (len(text.strip()) <= LONGEST_READ and _is_read(text.strip()))


def names_time(text: str) -> bool:
    """Tell whether a text has a word of time near its beginning and is no list of executors."""
    text = text.strip()
    first = DEADLINE.search(text)
    if not text or first is None or len(text) > LONGEST_DEADLINE:
        return False
    return first.start() < 40 and executor_share(text) < 0.5


def _is_read(text: str) -> bool:
    """Tell whether the deadline reader takes in the whole text: "летом", "01.06", "однократно"."""
    if len(text) < SHORTEST or AGREED.search(text) or starts_name(text):
        return False
    return is_whole(text, YEARS)


def looks_executor(text: str) -> bool:
    """Tell whether a text looks like a list of executors."""
    return executor_share(text) >= 0.34


def executor_share(text: str) -> float:
    """Return which share of a text's parts begins like the name of an executor."""
    parts = [part for part in re.split(r"[,;\n]", text) if part.strip()]
    if not parts:
        return 0.0
    return sum(starts_name(part.strip()) for part in parts) / len(parts)
