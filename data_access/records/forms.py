"""Forms that are handed out and taken in again: what was wrong in a file, and what came of it."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date

from data_access.records.view import Scope


@dataclass(frozen=True)
class FormTexts:
    """The words of a form, in the reader's language.

    `header(key)` names a column, `word(value)` an identifier such as "done", `text(key, **values)`
    gives a title, a hint or a line of the heading; `instructions` are the lines of their sheet.
    """

    header: Callable[[str], str]
    word: Callable[[str], str]
    text: Callable[..., str]
    instructions: tuple[str, ...]


@dataclass(frozen=True)
class Fault:
    """Something wrong (or, among the warnings, doubtful) in a file.

    `code` is worded by the interface with `values`. `sheet` is "" for a CSV; `row` None concerns
    the whole file; `column` is the header as written, `cell` an address such as "H7"; `key` the
    column's own name. `value` is what was read, shortened; never what looks like personal data.
    """

    code: str
    sheet: str = ""
    row: int | None = None
    key: str = ""
    column: str = ""
    cell: str = ""
    value: str = ""
    values: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Upload:
    """A file to take in, for whom and with what rights.

    `plan_id` helps with rows that carry no code; `allow_personal` is the coordinator's word that
    what looks like personal data is none, which is recorded. `draft_id` is the draft that it was.
    """

    file_name: str
    data: bytes
    scope: Scope
    today: date
    account_id: int | None = None
    plan_id: int | None = None
    allow_personal: bool = False
    draft_id: int | None = None


@dataclass(frozen=True)
class PreviewRow:
    """A filled-in row in short; `fate` is "added", "changed" (a newer one) or "unchanged"."""

    sheet: str
    row: int
    number: str
    title: str
    executor: str
    said: str
    on: date | None
    fate: str


@dataclass(frozen=True)
class ImportOutcome:
    """What a file holds and what was made of it.

    With any fault nothing is written. `batch_id` is None where nothing was: faults, a preview,
    or nothing new. `blank` counts rows that nobody filled in.
    """

    kind: str
    file_name: str
    sha256: str
    faults: tuple[Fault, ...] = ()
    warnings: tuple[Fault, ...] = ()
    allowed: tuple[Fault, ...] = ()
    rows: tuple[PreviewRow, ...] = ()
    blank: int = 0
    batch_id: int | None = None

    @property
    def is_refused(self) -> bool:
        """Tell whether nothing of the file may be saved."""
        return bool(self.faults)

    def count(self, fate: str) -> int:
        """Return how many rows are "added", "changed" or "unchanged"."""
        return sum(one.fate == fate for one in self.rows)
