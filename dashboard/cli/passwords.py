"""Passwords: asked for on a terminal, or read from standard input."""

import sys

import click

from dashboard.cli import spoken
from dashboard.cli.common import refuse
from dashboard.cli.given import has_stray_bytes
from layouts.texts import N_, _

password_option = spoken.option(
    "--password-stdin", is_flag=True, help=N_("Read the password from standard input.")
)


def asked(*, from_stdin: bool) -> str:
    """Return the password; wrong usage where there is neither a terminal nor the option."""
    if from_stdin:
        return _read()
    if not sys.stdin.isatty():
        raise click.UsageError(_("There is no terminal to ask on: give --password-stdin."))
    word: str = click.prompt(_("Password"), hide_input=True, confirmation_prompt=True)
    return word


def _read() -> str:
    """Return the first line; bytes that are no text are refused, as Python met or kept them."""
    try:
        word = sys.stdin.readline().rstrip("\r\n")
    except UnicodeDecodeError:
        word = None
    if word is None or has_stray_bytes(word):
        refuse(_("The password is not in UTF-8."))
    return word
