"""How each filter's text in the address becomes a value, and what is said where it cannot."""

import re
from collections.abc import Callable, Iterable
from datetime import date
from typing import Any

from data_access.records.common import PlanRef, Ref
from data_access.records.limits import FIRST_DAY, LAST_DAY
from data_access.records.pages import Choices
from data_access.records.status import Status
from layouts.catalogues import LOCALES
from layouts.filter_names import addressed
from layouts.texts import _

LONGEST_SEARCH = 200
#: Each word is looked for in the titles and names of everything in view.
MOST_WORDS = 8
_DATE = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)
#: As many digits as fit the databases' ids.
_ID = re.compile(r"\d{1,9}", re.ASCII)


class FilterError(ValueError):
    """A value in the address that cannot be used; the message is shown to the person."""


def readers(choices: Choices) -> dict[str, Callable[[str], Any]]:
    """Return how each name of the address is read; each raises FilterError."""
    return {
        "as_of": _day("as_of"),
        "plan": lambda text: _plan(text, choices.plans),
        "territory": _among("territory", choices.territories),
        "section": _among("section", choices.sections, is_within=True),
        "executor": _among("executor", choices.executors, is_within=True),
        "status": _statuses,
        "q": _search,
        "since": _day("since"),
        "lang": _language,
    }


def day_of(text: str) -> date | None:
    """Return the day of a text like 2025-12-31; None for another text, or years out of bounds."""
    try:
        day = date.fromisoformat(text) if _DATE.fullmatch(text) else None
    except ValueError:
        return None
    return day if day and FIRST_DAY <= day <= LAST_DAY else None


def day_wanted(text: str) -> str:
    """Return what is expected instead of a text that `day_of` does not take."""
    try:
        is_day = bool(_DATE.fullmatch(text) and date.fromisoformat(text))
    except ValueError:
        is_day = False
    if is_day:
        return _(
            "the year has to lie between %(first)s and %(last)s",
            first=FIRST_DAY.year,
            last=LAST_DAY.year,
        )
    return _("a date such as 2025-12-31 is expected")


def _day(name: str) -> Callable[[str], date]:
    def read(text: str) -> date:
        day = day_of(text)
        if day is None:
            raise wrong(name, text, day_wanted(text))
        return day

    return read


def _plan(text: str, plans: Iterable[PlanRef]) -> int:
    for plan in plans:
        if text == plan.code or (_ID.fullmatch(text) and int(text) == plan.id):
            return plan.id
    raise wrong("plan", text, _("no such thing, or no right to see it"))


def _number(text: str) -> int:
    if not _ID.fullmatch(text):
        raise FilterError(text)
    return int(text)


def _among(name: str, refs: Iterable[Ref], *, is_within: bool = False) -> Callable[[str], int]:
    """Return a reader of ids; `is_within` says that the plan and the territory narrow them."""

    def read(text: str) -> int:
        if _ID.fullmatch(text) and any(int(text) == ref.id for ref in refs):
            return int(text)
        expected = _("no such thing, or no right to see it")
        if is_within:
            expected = _("no such thing in the plans chosen, or no right to see it")
        raise wrong(name, text, expected)

    return read


def _statuses(text: str) -> tuple[Status, ...]:
    words = [word.strip() for word in text.split(",") if word.strip()]
    unknown = [word for word in words if word not in set(Status)]
    if unknown:
        raise wrong("status", unknown[0], _("there is no such status"))
    return tuple(dict.fromkeys(Status(word) for word in words))


def _search(text: str) -> str:
    if len(text) > LONGEST_SEARCH:
        raise FilterError(_("The search text is longer than %(n)s characters.", n=LONGEST_SEARCH))
    if len(text.split()) > MOST_WORDS:
        raise FilterError(_("The search text has more than %(n)s words.", n=MOST_WORDS))
    if not text.isprintable():
        raise wrong("q", "…", _("it holds characters that cannot be typed"))
    return text


def _language(text: str) -> str:
    if text not in LOCALES:
        raise wrong(
            "lang", text, _("one of these is expected: %(values)s", values=", ".join(LOCALES))
        )
    return text


def wrong(name: str, text: str, expected: str) -> FilterError:
    """Return the fault of a value: the filter's name as people know it and as the address has
    it, the value, what is `expected` of it.
    """
    message = _(
        "Filter %(name)s: “%(value)s” cannot be used: %(expected)s.",
        name=addressed(name),
        value=short(text),
        expected=expected,
    )
    return FilterError(message)


def repeated(name: str) -> FilterError:
    """Return the fault of a filter that the address names more than once."""
    return FilterError(_("The filter %(name)s is given more than once.", name=addressed(name)))


def short(text: str) -> str:
    """Return a text of the address no longer than a sentence bears."""
    return text if len(text) <= 60 else text[:59] + "…"


#: How what an address names is read before it is known what the account may see.
NAMED: dict[str, Callable[[str], Any]] = {
    "as_of": _day("as_of"),
    "plan": str,
    "territory": _number,
    "section": _number,
    "executor": _number,
}
