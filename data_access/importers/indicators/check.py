"""Every row of an indicator form checked against the database."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import date
from decimal import Decimal

from sqlalchemy.orm import Session

from data_access.folding import fold
from data_access.importers.indicators.form import KINDS
from data_access.importers.indicators.known import Known, by_ids, code_of, of_plan, parsed
from data_access.importers.indicators.limits import slip
from data_access.importers.personal.kinds import kinds_in
from data_access.importers.sheets.history import older, shown
from data_access.importers.sheets.intake import Entry, Examined
from data_access.importers.sheets.typed import Filled, ReadFile
from data_access.models import IndicatorValue
from data_access.records.forms import Fault, PreviewRow, Upload


def examine(session: Session, file: ReadFile, upload: Upload) -> Examined:
    """Check all rows; nothing is written."""
    found = Examined(faults=list(file.faults))
    codes = [parsed(one.cells["code"]) for one in (*file.rows, *file.broken)]
    known = by_ids(session, upload.scope, [code[0] for code in codes if code])
    plan = of_plan(session, upload.scope, upload.plan_id) if upload.plan_id is not None else None
    seen: dict[tuple[int, int], int] = {}
    for one in file.rows:
        _check_personal(one, upload, found)
        it = _found(one, known, plan)
        if isinstance(it, Fault):
            found.faults.append(it)
            continue
        year = _year_of(one)
        if (it.indicator.id, year) in seen:
            first = seen[it.indicator.id, year]
            found.faults.append(one.row.fault("row_twice", "code", first=first))
            continue
        seen[it.indicator.id, year] = one.row.number
        found.faults += _early(one, upload.today)
        for entry in _entries(one, it, year, upload.today):
            _check_value(one, it, entry, found)
    for one in file.broken:
        _check_personal(one, upload, found)
        found.faults += one.besides(_others(one, known, plan, upload.today))
    return found


def _check_personal(one: Filled, upload: Upload, found: Examined) -> None:
    for kind in kinds_in(one.cells["source"]):
        found.judge(one.row.fault(f"personal_{kind}", "source"), upload)


def _others(
    one: Filled, known: Mapping[int, Known], plan: Mapping[int, Known] | None, today: date
) -> Iterator[Fault]:
    """Yield what is wrong with a row besides the cells that could not be read."""
    yield from _early(one, today)
    it = _found(one, known, plan)
    if isinstance(it, Fault):
        yield it
        return
    for entry in _entries(one, it, _year_of(one), today):
        yield from _senseless(one, it, entry)


def _year_of(one: Filled) -> int:
    code = parsed(one.cells["code"])
    return code[1] if code else int(one.cells["year"])


def _found(
    one: Filled, known: Mapping[int, Known], plan: Mapping[int, Known] | None
) -> Known | Fault:
    if one.cells["code"]:
        return _by_code(one, known)
    if plan is None:
        return one.row.fault("no_code", "code")
    if one.cells["year"] is None:
        return one.row.fault("no_year", "year")
    named = [it for it in plan.values() if _is_named(it, one.cells["indicator"])]
    if len(named) != 1:
        return one.row.fault("unknown_indicator", "indicator", one.cells["indicator"])
    return named[0]


def _by_code(one: Filled, known: Mapping[int, Known]) -> Known | Fault:
    text = one.cells["code"].strip()
    code = parsed(text)
    it = known.get(code[0]) if code else None
    if code is None or it is None or text != code_of(*code, it.plan.code):
        return one.row.fault("unknown_code", "code", text)
    if one.cells["indicator"] and not _is_named(it, one.cells["indicator"]):
        return one.row.fault("moved", "indicator", one.cells["indicator"])
    if one.cells["year"] not in (None, code[1]):
        return one.row.fault("moved", "year", one.cells["year"])
    return it


def _is_named(it: Known, name: str) -> bool:
    return fold(name) in (fold(it.indicator.name), fold(it.indicator.short_name))


def _check_value(one: Filled, it: Known, entry: Entry, found: Examined) -> None:
    if entry.preview.fate == "unchanged":  # what stands is not to be justified again
        found.entries.append(entry)
        return
    outdated = list(_outdated(one, it, entry))
    preview = replace(entry.preview, is_older=bool(outdated))
    found.entries.append(replace(entry, preview=preview))
    found.faults += _senseless(one, it, entry)
    found.warnings += outdated


def _early(one: Filled, today: date) -> Iterator[Fault]:
    submitted = one.cells["submitted_on"]
    if submitted is not None and submitted > today:
        yield one.row.fault("in_the_future", "submitted_on", shown(submitted), today=shown(today))


def _senseless(one: Filled, it: Known, entry: Entry) -> Iterator[Fault]:
    """Yield what cannot be said by a new value."""
    kind, value, year = entry.row["kind"], entry.row["value"], entry.row["year"]
    if kind == "actual" and year > entry.row["submitted_on"].year:
        yield one.row.fault("year_not_begun", kind, value, year=year)
    known = (found.value for values in it.values.values() for found in values)
    code = slip(value, it.indicator.unit, known)
    if code:
        yield one.row.fault(code, kind, value)


def _entries(one: Filled, it: Known, year: int, today: date) -> Iterator[Entry]:
    for kind in KINDS:
        value = one.cells[kind]
        if value is None:
            continue
        # The column names the source of the actual; that of a target is the act.
        source = one.cells["source"] if kind == "actual" else ""
        preview = PreviewRow(
            sheet=one.row.sheet,
            row=one.row.number,
            number=str(year),
            title=it.indicator.short_name,
            executor="",
            said=f"{kind}: {value.normalize():f}",
            on=one.cells["submitted_on"],
            fate=_fate(it.values.get((year, kind), []), value, source, one.cells["submitted_on"]),
        )
        row = {
            "indicator_id": it.indicator.id,
            "year": year,
            "kind": kind,
            "value": value,
            "source": source,
            "submitted_on": one.cells["submitted_on"] or today,
        }
        yield Entry(row, it.plan.id, preview)


def _outdated(one: Filled, it: Known, entry: Entry) -> Iterator[Fault]:
    """Yield that a value comes too late to be in force: a newer one is recorded."""
    kind, day = entry.row["kind"], entry.row["submitted_on"]
    newest = it.standing(entry.row["year"], kind)
    if newest is not None:
        yield from older(one.row, "older_value", kind, day, newest.submitted_on)


def _fate(
    before: list[IndicatorValue], value: Decimal, source: str, submitted_on: date | None
) -> str:
    """Return "added", "changed" or "unchanged"; the day of a value alone says nothing new.

    An old file that is taken in again, with a day of its own before the newest value, neither.
    """
    if not before:
        return "added"
    newest = before[-1]
    for one in before:
        same = one.value == value and (not source or one.source == source)
        old = submitted_on == one.submitted_on and one.submitted_on < newest.submitted_on
        if same and (one is newest or old):
            return "unchanged"
    return "changed"
