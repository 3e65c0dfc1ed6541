"""Forms that are handed out and taken in again: what was wrong in a file, and what came of it."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date

from data_access.records.view import Scope

#: What may pass on a person's word, told by the first word of a fault's code: what looks like
#: personal data and is none; dates before the plan or the control point that are right.
PERSONAL, EARLY = "personal", "early"
DECIDABLE = (PERSONAL, EARLY)
#: Faults of rows without a code: naming the plan lets them be matched.
NEEDS_PLAN = frozenset({"no_code"})


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

    @property
    def asks(self) -> str:
        """Return which of DECIDABLE it is, "" where no word of a person makes it right."""
        kind = self.code.partition("_")[0]
        return kind if kind in DECIDABLE else ""


@dataclass(frozen=True)
class Upload:
    """A file to take in, for whom and with what rights.

    `plan_id` helps with rows that carry no code; `allows` are those of DECIDABLE that pass on the
    coordinator's word, which is recorded. `draft_id` is the draft that it was.
    """

    file_name: str
    data: bytes
    scope: Scope
    today: date
    account_id: int | None = None
    plan_id: int | None = None
    allows: frozenset[str] = frozenset()
    draft_id: int | None = None


@dataclass(frozen=True)
class PreviewRow:
    """A filled-in row in short; `fate` is "added", "changed" (a newer one) or "unchanged".

    `is_older` says of a changed one that what was recorded last stays in force.
    """

    sheet: str
    row: int
    number: str
    title: str
    executor: str
    said: str
    on: date | None
    fate: str
    is_older: bool = False


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

    @property
    def asks(self) -> tuple[str, ...]:
        """Return what a person is to decide, where that alone is wrong; nothing otherwise."""
        asked = {one.asks for one in self.faults}
        return () if "" in asked else tuple(one for one in DECIDABLE if one in asked)

    def count(self, fate: str) -> int:
        """Return how many rows are "added", "changed" or "unchanged"."""
        return sum(one.fate == fate for one in self.rows)
