"""What click itself says of wrong usage, in the language of the settings."""

import os
from types import ModuleType

from click import core, exceptions, formatting, parser, types

from dashboard.settings import SettingsError, from_environment
from layouts.texts import N_, _, set_locale

#: What is said of wrong usage; the braces are click's own. Other texts stay as click has them.
SAID = (
    N_("Usage:"),
    N_("Try '{command} {option}' for help."),
    N_("Error: {message}"),
    N_("Invalid value: {message}"),
    N_("Invalid value for {param_hint}: {message}"),
    N_("Missing argument"),
    N_("Missing option"),
    N_("Missing command."),
    N_("No such option {name!r}."),
    N_("No such command {name!r}."),
    N_("Did you mean {possibility}?"),
    N_("(Did you mean one of: {possibilities}?)"),
    N_("Option {name!r} does not take a value."),
)
#: click's text → ours, where click puts in a word of its own.
INSTEAD = {
    "{value!r} is not a valid {number_type}.": N_("{value!r} is no number."),
    "{name} {filename!r} does not exist.": N_("{filename!r} does not exist."),
    "{name} {filename!r} is a directory.": N_("{filename!r} is a folder, not a file."),
}
#: click's modules each take `_` from gettext; they get ours.
MODULES: tuple[ModuleType, ...] = (core, exceptions, formatting, parser, types)


def speak_ours() -> None:
    """Let click speak the language of the settings; of wrong settings the command itself tells."""
    try:
        set_locale(from_environment(os.environ).locale)
    except SettingsError:
        return
    for module in MODULES:
        module.__dict__.update(_=_said, ngettext=_said_of)


def _said(msgid: str) -> str:
    ours = INSTEAD.get(msgid, msgid)
    return _(ours) if msgid in SAID or msgid in INSTEAD else msgid


def _said_of(one: str, many: str, n: int) -> str:
    """Return what is said of one, else of many: click has no texts with more forms for us."""
    return _said(one if n == 1 else many)
