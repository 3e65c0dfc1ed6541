"""What a cell's text looks like: a deadline, executors, or words."""

import re

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


def looks_due(text: str) -> bool:
    """Tell whether a text looks like a deadline."""
    text = text.strip()
    first = DEADLINE.search(text)
    if not text or first is None or len(text) > LONGEST_DEADLINE:
        return False
    return first.start() < 40 and executor_share(text) < 0.5


def looks_executor(text: str) -> bool:
    """Tell whether a text looks like a list of executors."""
    return executor_share(text) >= 0.34


def executor_share(text: str) -> float:
    """Return which share of a text's parts begins like the name of an executor."""
    parts = [part for part in re.split(r"[,;\n]", text) if part.strip()]
    if not parts:
        return 0.0
    return sum(starts_name(part.strip()) for part in parts) / len(parts)
