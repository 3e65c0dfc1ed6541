"""Every text, number and date that a person reads, in the language of the request.

Texts are English msgids looked up in the gettext catalogues of `layouts/locale`: all `.po`
files of a language are merged, so each page keeps its own fragment beside the common ones.
Language and time zone are context variables: each request sets them, every layout reads them.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from datetime import date, datetime, tzinfo
from decimal import ROUND_HALF_UP, Decimal
from functools import cache, lru_cache

from babel.dates import format_date
from babel.numbers import format_decimal

from data_access.records.common import Ratio
from layouts.catalogues import LOCALES, catalogue

DEFAULT_LOCALE = "ru"
NBSP = "\u00a0"
NONE = "—"
FORMATTED = 2048

_locale: ContextVar[str] = ContextVar("karta_locale", default=DEFAULT_LOCALE)
_pinned: ContextVar[bool] = ContextVar("karta_locale_pinned", default=False)
_zone: ContextVar[tzinfo | None] = ContextVar("karta_zone", default=None)


def set_locale(code: str, *, pinned: bool = False) -> None:
    """Set the language of the running request ("ru" or "en").

    `pinned` says that the address itself asks for it (`lang=`): links then carry it on.
    Raises ValueError for a language that has no catalogue.
    """
    if code not in LOCALES:
        raise ValueError(f"no catalogue for {code!r}; there are {', '.join(LOCALES)}")
    _locale.set(code)
    _pinned.set(pinned)


def set_zone(zone: tzinfo | None) -> None:
    """Set the territory's time zone for the running request; None is the machine's own."""
    _zone.set(zone)


def get_locale() -> str:
    """Return the language of the running request."""
    return _locale.get()


def pinned_locale() -> str | None:
    """Return the language if the address asks for it, else None."""
    return _locale.get() if _pinned.get() else None


@contextmanager
def use_locale(code: str, *, pinned: bool = False) -> Iterator[None]:
    """Use a language for the length of a `with` block."""
    before = get_locale(), _pinned.get()
    set_locale(code, pinned=pinned)
    try:
        yield
    finally:
        set_locale(before[0], pinned=before[1])


def N_(msgid: str) -> str:  # noqa: N802 - gettext's own name for "translate later"
    """Mark a text for the catalogues where it stands in a constant."""
    return msgid


def _(msgid: str, **values: object) -> str:
    """Return the text in the language of the request; %(name)s takes `values`."""
    text = _translated(msgid, get_locale())
    return text % values if values else text


def ngettext(one: str, many: str, n: int, **values: object) -> str:
    """Return the text in the plural form for `n`; `%(n)s` is the formatted number."""
    if not values:
        return _counted(one, many, n, get_locale())
    return _plural(one, many, n, get_locale()) % {"n": fmt_number(n), **values}


def fmt_date(day: date | None) -> str:
    """Return "11.10.2021", or a dash for no date."""
    return _date(day, get_locale()) if day else NONE


def fmt_date_long(day: date | None) -> str:
    """Return "11 октября 2021" with no-break spaces, or a dash for no date."""
    if day is None:
        return NONE
    return format_date(day, "d MMMM yyyy", locale=get_locale()).replace(" ", NBSP)


def fmt_moment(moment: datetime | None) -> str:
    """Return "11.10.2021 14:05" in the territory's time zone, or a dash for no moment."""
    return (
        f"{fmt_moment_date(moment)}{NBSP}{moment.astimezone(_zone.get()):%H:%M}" if moment else NONE
    )


def fmt_moment_date(moment: datetime | None) -> str:
    """Return the date that a moment has in the territory's time zone, as "11.10.2021"."""
    return fmt_date(moment.astimezone(_zone.get()).date()) if moment else NONE


def fmt_term(start: date, end: date) -> str:
    """Return a term in years: "2020–2021", or "2025" for a single one."""
    return str(start.year) if start.year == end.year else f"{start.year}–{end.year}"


def fmt_number(value: int | float | Decimal, decimals: int | None = None) -> str:
    """Return a number with the language's separators, rounded half up to `decimals` if given."""
    return _number(value, decimals, get_locale())


def fmt_percent(share: float | None) -> str:
    """Return a share between 0 and 1 as "39,1 %" (at most one decimal), or a dash for None."""
    return NONE if share is None else _percent(share, get_locale())


def fmt_ratio(ratio: Ratio | None) -> str:
    """Return "17 из 23 (73,9 %)"; a dash where there is no base."""
    if ratio is None or not ratio.whole:
        return NONE
    return f"{fmt_parts(ratio)} ({fmt_percent(ratio.share)})"


def fmt_parts(ratio: Ratio) -> str:
    """Return the bare "17 из 23" (no-break)."""
    text = _("%(part)s of %(whole)s", part=fmt_number(ratio.part), whole=fmt_number(ratio.whole))
    return text.replace(" ", NBSP)


def fmt_days(days: int) -> str:
    """Return "41 день" in the right plural form (no-break)."""
    return ngettext("%(n)s day", "%(n)s days", days).replace(" ", NBSP)


# A list repeats the same texts, numbers and days, and Babel reads its patterns each time.


@lru_cache(maxsize=FORMATTED, typed=True)
def _counted(one: str, many: str, n: int, locale: str) -> str:
    return _plural(one, many, n, locale) % {"n": _number(n, None, locale)}


@lru_cache(maxsize=FORMATTED, typed=True)
def _number(value: int | float | Decimal, decimals: int | None, locale: str) -> str:
    if decimals is None:
        return format_decimal(value, locale=locale)
    pattern = "#,##0" + ("." + "0" * decimals if decimals else "")
    return format_decimal(_round(value, decimals), pattern, locale=locale)


@lru_cache(maxsize=FORMATTED)
def _percent(share: float, locale: str) -> str:
    number = format_decimal(_round(Decimal(str(share)) * 100, 1), "#,##0.#", locale=locale)
    return number + ("%" if locale == "en" else f"{NBSP}%")


@lru_cache(maxsize=FORMATTED)
def _date(day: date, locale: str) -> str:
    return format_date(day, "dd.MM.yyyy", locale=locale)


def _round(value: int | float | Decimal, decimals: int) -> Decimal:
    """Round half up, as people do by hand."""
    return Decimal(str(value)).quantize(Decimal(1).scaleb(-decimals), ROUND_HALF_UP)


@cache  # of texts of the program alone, which are as many as they are
def _translated(msgid: str, locale: str) -> str:
    return catalogue(locale).gettext(msgid)


def _plural(one: str, many: str, n: int, locale: str) -> str:
    return catalogue(locale).ngettext(one, many, n)
