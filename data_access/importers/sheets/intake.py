"""An upload of any kind taken in: all of it in one transaction, or nothing."""

import logging
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from hashlib import sha256
from typing import Any

from sqlalchemy import insert
from sqlalchemy.exc import DataError, IntegrityError
from sqlalchemy.orm import Session

from data_access.db import Database
from data_access.faults import reason
from data_access.importers.sheets.faults import FileRefused
from data_access.importers.sheets.record import hold, recorded
from data_access.importers.sheets.typed import ReadFile
from data_access.models import Base
from data_access.records.forms import Fault, ImportOutcome, PreviewRow, Upload

log = logging.getLogger(__name__)


@dataclass(frozen=True)
class Entry:
    """What passed the check: the row to insert, its plan, and whether it says something new."""

    row: Mapping[str, Any]
    plan_id: int
    preview: PreviewRow


@dataclass
class Examined:
    """What the check found; `entries` are complete only where there are no faults."""

    faults: list[Fault] = field(default_factory=list)
    warnings: list[Fault] = field(default_factory=list)
    allowed: list[Fault] = field(default_factory=list)
    entries: list[Entry] = field(default_factory=list)

    def judge(self, fault: Fault, upload: Upload) -> None:
        """Note what a person may decide: as let pass where the upload brings the word for it."""
        (self.allowed if fault.asks in upload.allows else self.faults).append(fault)


@dataclass(frozen=True)
class Kind:
    """A kind of upload: its name in `import_batch`, how it is read and checked, and where to."""

    name: str
    table: type[Base]
    read: Callable[[str, bytes], ReadFile]
    examine: Callable[[Session, ReadFile, Upload], Examined]
    #: What follows from the new rows, in the same transaction.
    follow: Callable[[Session, list[Entry]], None] | None = None


def preview(kind: Kind, db: Database, upload: Upload) -> ImportOutcome:
    """Return what the file holds and would change; nothing is written."""
    try:
        file = kind.read(upload.file_name, upload.data)
    except FileRefused as refused:
        return _outcome(kind, upload, Examined(faults=[refused.fault]))
    with db.read(latest=True) as session:
        return _outcome(kind, upload, _examined(kind, session, file, upload), file.blank)


def take_in(
    kind: Kind,
    db: Database,
    upload: Upload,
    then: Callable[[Session, ImportOutcome], None] | None = None,
) -> ImportOutcome:
    """Save what is new in the file, with the file's hash, who and when.

    With any fault nothing is written. Rows that are recorded already are left alone; a file that
    says nothing new leaves no trace. What the coordinator let pass as no personal data is noted
    by its place and kind, never by its text. `then` is done in the same transaction with the
    outcome. What only the database refuses, which no preview can know, is `database_refused`; its
    own words go to the log.
    """
    try:
        file = kind.read(upload.file_name, upload.data)
    except FileRefused as refused:
        return _outcome(kind, upload, Examined(faults=[refused.fault]))
    try:
        with db.write(statuses=True) as session:
            hold(session, kind.name)
            found = _examined(kind, session, file, upload)
            batch_id = None if found.faults else _save(kind, session, found, upload)
            outcome = _outcome(kind, upload, found, file.blank, batch_id)
            if then is not None and not found.faults:
                then(session, outcome)
            return outcome
    except (IntegrityError, DataError) as error:
        log.warning("the database refused an upload (%s): %s", kind.name, reason(error))
        return _outcome(kind, upload, Examined(faults=[Fault("database_refused")]), file.blank)


def _examined(kind: Kind, session: Session, file: ReadFile, upload: Upload) -> Examined:
    found = kind.examine(session, file, upload)
    found.warnings += file.warnings
    if not file.rows and not file.faults:
        found.faults.append(Fault("nothing_filled_in"))
    return found


def _save(kind: Kind, session: Session, found: Examined, upload: Upload) -> int | None:
    fresh = [one for one in found.entries if one.preview.fate != "unchanged"]
    if not fresh:
        return None
    session.execute(insert(kind.table), [dict(one.row) for one in fresh])
    if kind.follow is not None:
        kind.follow(session, fresh)
    return recorded(
        session,
        kind.name,
        upload,
        plan_ids={one.plan_id for one in fresh},
        fates=[one.preview.fate for one in found.entries],
        allowed=found.allowed,
    )


def by_place(faults: Sequence[Fault]) -> tuple[Fault, ...]:
    """Return faults as they stand in the file: sheet by sheet, row by row, column by column."""
    sheets = list(dict.fromkeys(one.sheet for one in faults))
    return tuple(
        sorted(faults, key=lambda one: (sheets.index(one.sheet), one.row or 0, *_column(one)))
    )


def _column(fault: Fault) -> tuple[int, str]:
    """Return the column as it is ordered: Z comes before AA."""
    letters = fault.cell.rstrip("0123456789")
    return len(letters), letters


def _outcome(
    kind: Kind, upload: Upload, found: Examined, blank: int = 0, batch_id: int | None = None
) -> ImportOutcome:
    return ImportOutcome(
        kind=kind.name,
        file_name=upload.file_name,
        sha256=sha256(upload.data).hexdigest(),
        faults=by_place(found.faults),
        warnings=by_place(found.warnings),
        allowed=by_place(found.allowed),
        rows=tuple(one.preview for one in found.entries),
        blank=blank,
        batch_id=batch_id,
    )
