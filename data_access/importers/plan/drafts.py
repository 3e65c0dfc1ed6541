"""Drafts: rows of the plan's tables while they are put together and repaired."""

from dataclasses import dataclass, field

from data_access.importers.plan.headers import Columns
from data_access.importers.plan.sources.model import Row
from data_access.importers.plan.text import flat
from data_access.records.reading import Finding, SourceRow


@dataclass
class Draft:
    """A measure in the making: its texts by column, its places and what was found on the way."""

    number: str
    section: str
    columns: Columns
    cells: list[str]
    places: list[str]
    width: int = 0
    findings: list[Finding] = field(default_factory=list)
    rows: list[SourceRow] = field(default_factory=list)

    def keep(self, row: Row) -> None:
        """Keep a row as it stands in the document, to be shown beside what was made of it."""
        self.rows.append(SourceRow(row.place, tuple(flat(one) for one in row.cells)))

    def text(self, *roles: str) -> str:
        """Return the texts of the columns of these roles, in the order of the roles."""
        texts = [
            self.cells[column]
            for role in roles
            for column, name in enumerate(self.columns.roles)
            if name == role and self.cells[column].strip()
        ]
        return "\n".join(texts)

    def put(self, role: str, text: str) -> None:
        """Set the text of the first column of a role."""
        column = self.columns.first(role)
        if column is not None:
            self.cells[column] = text

    def extra(self) -> dict[str, str]:
        """Return the columns that the schema does not know, by their titles."""
        found = {}
        for column, role in enumerate(self.columns.roles):
            known = role in KNOWN or not self.cells[column].strip(" -–—\n")
            if not known:
                title = self.columns.titles[column] or f"#{column + 1}"
                found[title] = flat(self.cells[column])
        return found

    def note(self, field_name: str, code: str, severity: str, **more: str) -> None:
        """Add a finding about this measure; `read`, `proposal` and parameters as keywords."""
        read, proposal = more.pop("read", ""), more.pop("proposal", "")
        place = self.places[0] if self.places else ""
        self.findings.append(
            Finding(self.number, field_name, code, severity, read, proposal, place, more)
        )


@dataclass(frozen=True)
class SectionRow:
    """A section row and where it stands.

    `is_numbered`: the document gives its number; `is_doubtful`: it may go on with the row above.
    """

    number: str
    title: str
    place: str
    is_numbered: bool = True
    is_doubtful: bool = False


KNOWN = frozenset(
    {"number", "measure", "due", "due_start", "due_end", "executor", "coexecutor", "result"}
)
