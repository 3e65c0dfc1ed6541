"""Settings read from environment variables, each wrong one named with a hint."""

from collections.abc import Mapping
from difflib import get_close_matches
from typing import Any

from dashboard.settings import PREFIX, Setting, Settings, SettingsError, table
from layouts.catalogues import LOCALES
from layouts.texts import DEFAULT_LOCALE, _


def language(environ: Mapping[str, str]) -> str:
    """Return the language that an environment asks for, the default instead of an unknown one."""
    asked = environ.get(f"{PREFIX}LOCALE", "").strip()
    return asked if asked in LOCALES else DEFAULT_LOCALE


def from_environment(environ: Mapping[str, str], **defaults: Any) -> Settings:
    """Return the settings of an environment; `defaults` replace those of the table.

    Raises SettingsError that names every wrong value and every unknown KARTA_… name at once.
    """
    rows = {row.name: row for row in table()}
    problems = [_unknown(name, rows) for name in environ if _is_stray(name, rows)]
    values = dict(defaults)
    for name, row in rows.items():
        if environ.get(name, "") == "":
            continue
        try:
            values[row.attribute] = _read(row, environ[name])
        except ValueError as error:
            problems.append(f"{name}: {error}")
    if problems:
        raise SettingsError("\n".join(problems))
    return Settings(**values)


def _is_stray(name: str, rows: Mapping[str, Setting]) -> bool:
    return name.startswith(PREFIX) and name not in rows


def _unknown(name: str, rows: Mapping[str, Setting]) -> str:
    near = get_close_matches(name, rows, n=1)
    if near:
        return _(
            "%(name)s: there is no such setting; did you mean %(near)s?", name=name, near=near[0]
        )
    return _("%(name)s: there is no such setting", name=name)


def _read(row: Setting, text: str) -> Any:
    value = _convert(row.type, text.strip())
    hint = row.check(value) if row.check else None
    if hint:
        raise ValueError(hint)
    return value


def _convert(kind: type, text: str) -> Any:
    if kind is bool:
        known = {"1": True, "true": True, "yes": True, "0": False, "false": False, "no": False}
        if text.lower() not in known:
            raise ValueError(_("give 1 or 0"))
        return known[text.lower()]
    if kind is int:
        if not text.lstrip("-").isascii() or not text.lstrip("-").isdigit():
            raise ValueError(_("give a whole number"))
        return int(text)
    return text
