"""Commands, options and arguments whose help is shown in the language of the settings.

Their texts are English msgids: options give them with N_, commands by the paragraphs of their
docstrings. They are translated when shown, since the language is known only then.
"""

import inspect
import re
from functools import partial

import click

from layouts.texts import N_, _

SHOW_HELP = N_("Show this message and exit.")
#: Words that stand for a value.
METAVARS = (
    N_("ARGS"),
    N_("CODE"),
    N_("COMMAND"),
    N_("FILE"),
    N_("INTEGER RANGE"),
    N_("KIND"),
    N_("NAME"),
    N_("NUMBER"),
    N_("OLD"),
    N_("OPTIONS"),
    N_("PHRASE"),
    N_("TABLE"),
    N_("TEXT"),
    N_("USERNAME"),
    N_("VALUE"),
    N_("WHO"),
    N_("YEAR OR DATE"),
    N_("YYYY-MM-DD"),
)
_CAPITALS = re.compile(r"[A-Z]+(?:[ -][A-Z]+)*")


def metavar(text: str) -> str:
    """Return "[OPTIONS]" and the like with its words translated; other words stay."""
    return _CAPITALS.sub(lambda one: _(one[0]) if one[0] in METAVARS else one[0], text)


def paragraphs(text: str | None) -> list[str]:
    """Return the msgids of a command's help: its paragraphs, each on one line."""
    return [" ".join(one.split()) for one in inspect.cleandoc(text or "").split("\n\n") if one]


class SpokenOption(click.Option):
    """An option with its help and the word for its value translated."""

    def get_help_record(self, ctx: click.Context) -> tuple[str, str] | None:
        """Return names and help; what click adds to the help is translated by itself."""
        record = super().get_help_record(ctx)
        if record is None or not self.help:
            return record
        return record[0], _(self.help) + record[1].removeprefix(self.help)

    def make_metavar(self, ctx: click.Context) -> str:
        """Return the word for the value."""
        return metavar(super().make_metavar(ctx))


class SpokenArgument(click.Argument):
    """An argument whose name is translated, in the help and where it is missing."""

    def make_metavar(self, ctx: click.Context) -> str:
        """Return the word for the value."""
        return metavar(super().make_metavar(ctx))


class SpokenCommand(click.Command):
    """A command whose help is translated by its paragraphs."""

    def _told(self) -> click.Command:
        said = "\n\n".join(_(one) for one in paragraphs(self.help))
        return click.Command(self.name, help=said)

    def format_help_text(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the help."""
        self._told().format_help_text(ctx, formatter)

    def get_short_help_str(self, limit: int = 45) -> str:
        """Return the help's beginning, as lists of commands show it."""
        return self._told().get_short_help_str(limit)

    def collect_usage_pieces(self, ctx: click.Context) -> list[str]:
        """Return what stands after the command's name in its usage."""
        return [metavar(one) for one in super().collect_usage_pieces(ctx)]

    def get_help_option(self, ctx: click.Context) -> click.Option | None:
        """Return `--help`, explained in the language of this moment."""
        found = super().get_help_option(ctx)
        if found is not None:
            found.help = _(SHOW_HELP)
        return found


class SpokenGroup(SpokenCommand, click.Group):
    """A group of such commands."""

    command_class = SpokenCommand


option = partial(click.option, cls=SpokenOption)
argument = partial(click.argument, cls=SpokenArgument)
command = partial(click.command, cls=SpokenCommand)
group = partial(click.group, cls=SpokenGroup)
