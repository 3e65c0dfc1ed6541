"""Values that a person types into a draft, checked: text, dates, numbers, choices."""

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date, datetime
from decimal import Decimal, InvalidOperation
from typing import Any, TypeVar

from data_access.importers.personal.kinds import kinds_in
from data_access.importers.plan.text import clean, flat
from data_access.records.drafts import DraftFault, Refused, refused
from data_access.records.limits import FIRST_YEAR, LAST_YEAR

Item = TypeVar("Item")
Made = TypeVar("Made")
FORMATS = ("%Y-%m-%d", "%d.%m.%Y")
DIGITS = 9
LARGEST = Decimal(99_999_999_999_999)
#: A number in a plan: "1.2", "IV", "2.1-1", "7а", "2.3 (искл.)", "№ 5".
NUMBER = re.compile(r"[\w .,()/№–—-]*[^\W_][\w .,()/№–—-]*")
YES = {"true", "1", "on", "yes"}


def text(value: Any, field: str, limit: int, *, needed: bool = False) -> str:
    """Return one line of text; refuse one that is too long, or missing where it is needed."""
    if not isinstance(value, str | None):
        raise refused("not_a_text", field)
    found = flat(clean(value or ""))
    if needed and not found:
        raise refused("value_missing", field)
    if len(found) > limit:
        raise refused("too_long", field, length=len(found), limit=limit)
    return found


def check_open(text: str, field: str) -> None:
    """Refuse a person's own words that look like personal data, where others will read them."""
    if kinds_in(text):
        raise refused("looks_personal", field)


def check_number(text: str) -> None:
    """Refuse what cannot be the number of a measure or a section, such as a piece of markup."""
    if text and not NUMBER.fullmatch(text):
        raise refused("not_an_item_number", "number", value=text)


def day(value: Any, field: str, *, needed: bool = False) -> date | None:
    """Return a date given as one, as YYYY-MM-DD or as DD.MM.YYYY."""
    if value in (None, ""):
        if needed:
            raise refused("value_missing", field)
        return None
    found = value if isinstance(value, date) else _parsed(str(value).strip(), field)
    if not FIRST_YEAR <= found.year <= LAST_YEAR:
        raise refused("year_out_of_range", field, first=FIRST_YEAR, last=LAST_YEAR)
    return found


def _parsed(value: str, field: str) -> date:
    for form in FORMATS:
        try:
            return datetime.strptime(value, form).date()
        except ValueError:
            continue
    raise refused("not_a_date", field, value=value[:40])


def days(value: Any, field: str) -> tuple[date, ...]:
    """Return dates given one by one, or in a text between commas or lines, in order, each once."""
    if value in (None, ""):
        return ()
    if not isinstance(value, str | list | tuple):
        raise refused("not_fields", field)
    parts = re.split(r"[,;\n]", value) if isinstance(value, str) else list(value)
    given = [one for one in parts if one not in (None, "") and str(one).strip()]
    found = each(given, lambda one: day(one, field))
    return tuple(sorted({one for one in found if one}))


def each(items: Iterable[Item], make: Callable[[Item], Made]) -> list[Made]:
    """Return what is made of each item; Refused with the faults of all of them."""
    made: list[Made] = []
    faults: list[DraftFault] = []
    for one in items:
        try:
            made.append(make(one))
        except Refused as no:
            faults += no.faults
    if faults:
        raise Refused(*faults)
    return made


def number(value: Any, field: str) -> Decimal:
    """Return a number with a decimal comma or point."""
    plain = "".join(str(value).split()).replace(",", ".").replace("−", "-")
    try:
        found = Decimal(plain)
    except InvalidOperation:
        raise refused("not_a_number", field, value=str(value)[:40]) from None
    exponent = found.as_tuple().exponent
    if not isinstance(exponent, int) or abs(found) > LARGEST or exponent < -4:
        raise refused("not_a_number", field, value=str(value)[:40])
    return found


def whole(value: Any, field: str, first: int, last: int) -> int | None:
    """Return a whole number within bounds; None where nothing is given."""
    if value in (None, ""):
        return None
    plain = value.strip() if isinstance(value, str) else ""
    if isinstance(value, int) and first <= value <= last:
        plain = str(value)
    # Thousands of digits are no number for the language itself.
    if not plain.isdecimal() or len(plain) > DIGITS or not first <= int(plain) <= last:
        raise refused("not_in_range", field, first=first, last=last)
    return int(plain)


def choice(value: Any, field: str, known: Sequence[str]) -> str:
    """Return one of a few identifiers."""
    if value in (None, ""):
        raise refused("choice_missing", field)
    if value not in known:
        raise refused("unknown_choice", field, value=str(value)[:40])
    return str(value)


def flag(value: Any) -> bool:
    """Return a yes or no."""
    return value is True or str(value).strip().lower() in YES


def fields(value: Any, field: str) -> Mapping[str, Any]:
    """Return a mapping; refuse anything else."""
    if not isinstance(value, Mapping):
        raise refused("not_fields", field)
    return value


def rows(value: Any, field: str, most: int) -> list[Mapping[str, Any]]:
    """Return a list of mappings, not more than `most`."""
    if not isinstance(value, list | tuple):
        raise refused("not_fields", field)
    if len(value) > most:
        raise refused("too_many", field, limit=most)
    return [fields(one, field) for one in value]
