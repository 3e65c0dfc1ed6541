"""What click itself says in helps and of wrong usage, in the language of the settings."""

import os
from types import ModuleType

from click import core, exceptions, formatting, parser, termui, types

from dashboard.environment import language
from layouts.texts import N_, _, set_locale

#: What is said; the braces are click's own. Other texts stay as click has them.
SAID = (
    N_("Usage:"),
    N_("Options"),
    N_("Commands"),
    N_("Positional arguments"),
    N_("default: {default}"),
    N_("required"),
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
    N_("Option {name!r} requires an argument."),
    N_("Got unexpected extra argument ({args})"),
    N_("Got unexpected extra arguments ({args})"),
    N_("{value!r} is not one of {choices}."),
    N_("{value} is not in the range {range}."),
    N_("Choose from:\n\t{choices}"),
    N_("Aborted!"),
    N_("Repeat for confirmation"),
    N_("Error: The two entered values do not match."),
)
#: click's text → ours, where click puts in a word of its own.
INSTEAD = {
    "{value!r} does not match the format {format}.": N_("{value!r} is no date like 2025-12-31."),
    "{value!r} is not a valid {number_type}.": N_("{value!r} is no number."),
    "{name} {filename!r} does not exist.": N_("{filename!r} does not exist."),
    "{name} {filename!r} is a directory.": N_("{filename!r} is a folder, not a file."),
    "{name} {filename!r} is not readable.": N_("There is no right to read {filename!r}."),
    "{name} {filename!r} is not writable.": N_("There is no right to write {filename!r}."),
}
#: click's modules each take `_` from gettext; they get ours.
MODULES: tuple[ModuleType, ...] = (
    core,
    exceptions,
    formatting,
    parser,
    termui,
    types,
)


def speak_ours() -> None:
    """Let click speak the language of the settings; of wrong settings the command itself tells."""
    set_locale(language(os.environ))
    for module in MODULES:
        module.__dict__.update(_=_said, ngettext=_said_of)


def _said(msgid: str) -> str:
    ours = INSTEAD.get(msgid, msgid)
    return _(ours) if msgid in SAID or msgid in INSTEAD else msgid


def _said_of(one: str, many: str, n: int) -> str:
    """Return what is said of one, else of many: click has no texts with more forms for us."""
    return _said(one if n == 1 else many)
