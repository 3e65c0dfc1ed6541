"""Faults that are the surroundings' and not the program's: refused with a hint, no traceback."""

from typing import Any

import click

from dashboard.cli.click_texts import speak_ours
from dashboard.cli.common import refuse
from dashboard.cli.os_faults import in_words
from dashboard.cli.spoken import SpokenGroup
from data_access.faults import is_denied, is_too_long, is_unavailable, reason
from layouts.texts import _


class Refusing(SpokenGroup):
    """A group of commands that end with exit code 1 and reasons where the surroundings fail."""

    def main(self, *args: Any, **extra: Any) -> Any:
        """Run the command line in the language of the settings."""
        speak_ours()
        return super().main(*args, **extra)

    def invoke(self, ctx: click.Context) -> Any:
        """Run the command; raise what is a fault of the program."""
        try:
            return super().invoke(ctx)
        except Exception as error:
            reasons = explained(error)
            if not reasons:
                raise
            refuse(*reasons)


def explained(error: Exception) -> tuple[str, ...]:
    """Return what to tell of a fault of the surroundings; nothing of any other one."""
    if is_unavailable(error):
        return (
            _("The database does not answer: %(reason)s", reason=reason(error)),
            _("Check KARTA_DATABASE_URL, that the server runs and that the folder is there."),
        )
    if is_too_long(error):
        return (
            _("The database is busy: %(reason)s", reason=reason(error)),
            _("Another program holds what is needed, or it takes too long. Try again later."),
        )
    if is_denied(error):
        return (
            _("The database account has no right to do this: %(reason)s", reason=reason(error)),
        )
    if isinstance(error, OSError) and error.filename:
        return (f"{error.filename}: {in_words(error)}",)
    return ()
