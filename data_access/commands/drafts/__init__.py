"""Drafts of imports: files being worked on before they are saved, one account's each.

Every command takes the account and answers `Refused` with coded faults where it may not, cannot or
does not know; then nothing was changed.
"""

from data_access.commands.drafts.changes import (
    choose_target,
    choose_territory,
    confirm_target,
    decide_executor,
    discard,
    edit,
    join,
    settle,
)
from data_access.commands.drafts.creating import create
from data_access.commands.drafts.ended import ended
from data_access.commands.drafts.reading import file_of, list_of, load
from data_access.commands.drafts.saving import save

__all__ = [
    "choose_target",
    "choose_territory",
    "confirm_target",
    "create",
    "decide_executor",
    "discard",
    "edit",
    "ended",
    "file_of",
    "join",
    "list_of",
    "load",
    "save",
    "settle",
]
