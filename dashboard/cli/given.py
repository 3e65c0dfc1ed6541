"""Values as they are given on the command line: names, days, files; wrong ones are wrong usage."""

from datetime import date
from pathlib import Path
from typing import Any

import click

from callbacks.filter_values import day_of, day_wanted
from data_access.records.limits import MOST_BYTES
from layouts.texts import N_, _

EMPTY = N_("the value is empty: give one, or leave the option out")
Parameter = click.Parameter | None
Context = click.Context | None


class Text(click.ParamType[str]):
    """A text that is not blank, and that can be stored: with none, no choice would be made."""

    name = "text"

    def __init__(self, *, may_be_blank: bool = False) -> None:
        self._may_be_blank = may_be_blank

    def convert(self, value: Any, param: Parameter, ctx: Context) -> str:
        """Return the text; wrong usage where it is blank or no Unicode."""
        text = str(value)
        if not text.strip() and not self._may_be_blank:
            self.fail(_(EMPTY), param, ctx)
        if has_stray_bytes(text):
            self.fail(_("the text is not in UTF-8"), param, ctx)
        return text


#: Between a name and what was decided; doubled where one of them holds the sign itself.
SIGN = "="


def decision_text(name: str, decided: str) -> str:
    """Return a name and what was decided about it as `Decision` reads them."""
    return f"{name}{SIGN * 2 if SIGN in name + decided else SIGN}{decided}"


class Decision(Text):
    """A name and what was decided about it, with "=" between; a wrong form is wrong usage."""

    name = "decision"

    def convert(self, value: Any, param: Parameter, ctx: Context) -> Any:
        """Return the name and the decision; where one holds "=" itself, "==" stands between."""
        if isinstance(value, tuple):
            return value
        text = super().convert(value, param, ctx)
        doubled = SIGN * 2 in text
        if text.count(SIGN) > 1 and not doubled:
            self.fail(_("“=” stands in it several times: put “==” between"), param, ctx)
        name, _sign, decided = text.partition(SIGN * 2 if doubled else SIGN)
        if not name.strip() or not decided.strip():
            self.fail(_("two parts with “=” between them are expected"), param, ctx)
        return name.strip(), decided.strip()


class Day(click.ParamType[date]):
    """A date of the years that the database takes."""

    name = "date"

    def convert(self, value: Any, param: Parameter, ctx: Context) -> date:
        """Return the day; wrong usage for another text."""
        day = day_of(str(value))
        if day is None:
            self.fail(day_wanted(str(value)), param, ctx)
        return day


class Seconds(click.IntRange):
    """A whole number between two bounds, which are told in words."""

    def _describe_range(self) -> str:
        return _("from %(low)s to %(high)s", low=self.min, high=self.max)


class OutputFile(click.Path):
    """A file to be written; a folder, no name or one without the endings is wrong usage."""

    def __init__(self, *endings: str) -> None:
        super().__init__(path_type=Path, dir_okay=False, writable=True)
        self._endings = endings

    def convert(self, value: Any, param: Parameter, ctx: Context) -> Any:
        """Return the path; None for "-", the standard output, where the ending tells nothing."""
        if not str(value):
            self.fail(_(EMPTY), param, ctx)
        if str(value) == "-" and not self._endings:
            return None
        if self._endings and Path(value).suffix.lower() not in self._endings:
            endings = ", ".join(self._endings)
            self.fail(_("the name has to end in one of: %(endings)s", endings=endings), param, ctx)
        return super().convert(value, param, ctx)


INPUT_FILE = click.Path(exists=True, dir_okay=False, path_type=Path)


def content(file: Path) -> bytes:
    """Return a file's bytes, one more than allowed of a file that is too big."""
    with file.open("rb") as opened:
        return opened.read(MOST_BYTES + 1)


def has_stray_bytes(text: str) -> bool:
    """Tell whether a text came from bytes that are no UTF-8: it cannot be stored."""
    try:
        text.encode()
    except UnicodeEncodeError:
        return True
    return False
