"""Faults that are the surroundings' and not the program's: refused with a hint, no traceback."""

from collections.abc import Callable
from typing import Any

import click

from dashboard.cli.click_texts import speak_ours
from dashboard.cli.common import refuse
from dashboard.cli.database_words import reason_in_words
from dashboard.cli.os_faults import in_words
from dashboard.cli.spoken import SpokenGroup
from data_access.faults import is_damaged, is_denied, is_too_long, is_unavailable, is_unlike
from layouts.texts import N_, _

#: Faults of a database → what happened, and what can be done. The first that fits counts.
SAID: tuple[tuple[Callable[[Exception], bool], tuple[str, ...]], ...] = (
    (
        is_damaged,
        (
            N_("The database cannot be read: %(reason)s"),
            N_("Check KARTA_DATABASE_URL; if it names the right file, restore a copy."),
        ),
    ),
    (
        is_unlike,
        (
            N_("The tables are not as this version of Karta makes them: %(reason)s"),
            N_("Another program changed them, or an upgrade broke off: restore a copy."),
        ),
    ),
    (
        is_unavailable,
        (
            N_("The database does not answer: %(reason)s"),
            N_("Check KARTA_DATABASE_URL, that the server runs and that the folder is there."),
        ),
    ),
    (
        is_too_long,
        (
            N_("The database is busy: %(reason)s"),
            N_("Another program holds what is needed, or it takes too long. Try again later."),
        ),
    ),
    (is_denied, (N_("The database account has no right to do this: %(reason)s"),)),
)


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
    if isinstance(error, OSError) and error.filename:
        return (f"{error.filename}: {in_words(error)}",)
    for is_it, said in SAID:
        if is_it(error):
            first, *rest = said
            return (_(first, reason=reason_in_words(error)), *(_(one) for one in rest))
    return ()
