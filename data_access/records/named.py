"""Things by all that people call them: on the command line they are meant by name."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Named:
    """Something with its id, the name that is shown, and the names by which it is found.

    `code` is what names a plan for good, "" for all else.
    """

    id: int
    name: str
    names: tuple[str, ...]
    code: str = ""

    @property
    def key(self) -> str:
        """Return the shortest text that means this one alone: its code, else its id."""
        return self.code or str(self.id)
