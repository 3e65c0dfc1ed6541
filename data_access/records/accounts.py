"""The person at the screen, as far as pages need to know."""

from dataclasses import dataclass
from enum import StrEnum

from data_access.records.view import Scope


class Role(StrEnum):
    """What an account may do besides looking."""

    VIEWER = "viewer"
    COORDINATOR = "coordinator"
    ADMIN = "admin"


#: Who takes files in and decides on what was read.
KEEPERS = frozenset({Role.COORDINATOR, Role.ADMIN})


@dataclass(frozen=True)
class Account:
    """A signed-in account; `title` is a post or an office, never a person's name."""

    id: int
    username: str
    title: str
    role: Role
    scope: Scope
    locale: str
    is_demo: bool
