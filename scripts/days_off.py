"""Write Russia's days off as the `holidays` library has them: what `rules/days.py` reads.

`python scripts/days_off.py`, after an update of the library.
"""

from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

from holidays import country_holidays

FILE = Path(__file__).parents[1] / "data_access" / "rules" / "days_off.txt"
HEAD = (
    "# Days that are otherwise than the week says: Mondays to Fridays off, weekend days worked.\n"
    "# Written by scripts/days_off.py; docs/decisions.md tells how it was compared."
)


def lines() -> Iterator[str]:
    """Yield a line for each year from the first to the last of which transfers are known."""
    russia = country_holidays("RU")
    yield HEAD
    for year in range(russia.start_year, max(russia.special_public_holidays) + 1):
        yield " ".join([f"{year}:", *(f"{day:%m-%d}" for day in otherwise(year))])


def otherwise(year: int) -> list[date]:
    """Return the days of a year that are otherwise than the week says."""
    known = country_holidays("RU", years=year)
    first = date(year, 1, 1)
    days = (first + timedelta(days=n) for n in range((date(year + 1, 1, 1) - first).days))
    return [day for day in days if known.is_working_day(day) is not (day.weekday() < 5)]


if __name__ == "__main__":
    FILE.write_text("\n".join([*lines(), ""]), "utf-8")
