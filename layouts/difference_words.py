"""The changes of a saved plan in words, for pages and for the command line."""

from collections.abc import Iterator

from data_access.records.difference import (
    FieldChange,
    FieldKept,
    IndicatorChange,
    NameChange,
    PointChange,
    ValueChange,
    ValueKept,
)
from layouts.data_draft_forms import COMPLETION, DAY_OFF, DIRECTIONS, FREQUENCIES
from layouts.data_schedule import KINDS
from layouts.field_texts import field_text
from layouts.texts import N_, NONE, _, fmt_date, fmt_number

FATES = {
    "added": N_("new"),
    "removed": N_("removed"),
    "restored": N_("restored"),
    "changed": N_("changed (row)"),
    "extended": N_("extended"),
    "unchanged": N_("as it was"),
}
#: The words of what is stored as a code, by the field.
CODES = {
    "schedule_kind": KINDS,
    "kind": KINDS,
    "reporting_frequency": FREQUENCIES,
    "completion_rule": COMPLETION,
    "day_off_rule": DAY_OFF,
    "direction": DIRECTIONS,
    "role": {"lead": N_("lead executor"), "co": N_("co-executor")},
}
#: What becomes of the row of a control point that the act no longer names.
LEFT = {
    "stays": N_("kept with what was reported, taken off control from the act on"),
    "deleted": N_("deleted, nothing hangs on it"),
}


def kept_text(one: FieldKept) -> str:
    """Return "controller – the act does not say, stays as it was: …"."""
    return f"{field_text(one.field)} – {kept_words(one)}{field_value(one.value, one.field)}"


def kept_words(one: FieldKept) -> str:
    """Return what stands before a value that stays: that the act is silent, or what it says."""
    if one.said is None:
        return _("not said in the act, stays: ")
    return _("the act says %(said)s, stays: ", said=field_value(one.said, one.field))


def changed_field(one: FieldChange) -> str:
    """Return "deadline in words: before → after"."""
    values = (field_value(it, one.field) for it in (one.old, one.new))
    return f"{field_text(one.field)}: {' → '.join(values)}"


def field_value(value: object, field: str = "") -> str:
    """Return the value of a field in words: codes, dates, yes and no."""
    if isinstance(value, str) and value in CODES.get(field, {}):
        return _(CODES[field][value])
    if field == "starts_on" and value is None:
        return _("with the plan (beginning)")
    if value is None or value == "":
        return NONE
    if isinstance(value, bool):
        return _("yes") if value else _("no")
    if hasattr(value, "year"):
        return fmt_date(value)  # type: ignore[arg-type]
    return str(value)


def point(one: PointChange) -> str:
    """Return what becomes of a control point; what takes the place of an old one is moved."""
    old, new = fmt_date(one.old), fmt_date(one.new)
    label = f" {one.label}" if one.label else ""
    if one.fate == "removed":
        said = _(LEFT["stays" if one.stays else "deleted"])
        return f"{_('the former control date')}{label} {old}: {said}"
    if one.fate == "owed":
        said = _("the act leaves it out, but it was due before and stays owed until a decision")
        return f"{_('control date')}{label} {old}: {said}"
    if one.fate == "past":
        said = _("before the day on which the act counts, not taken over")
        return f"{_('control date')}{label} {new}: {said}"
    if one.fate == "changed":
        said = ", ".join(changed_field(it) for it in one.changes)
        return f"{_('control date')} {new}: {said}"
    word = _("moved earlier") if one.fate == "added" and one.old else _(FATES[one.fate])
    dates = f"{old} → {new}" if one.old and one.old != one.new else new
    return f"{_('control date')}{label}: {word}, {dates}"


def indicator(one: IndicatorChange) -> Iterator[str]:
    """Yield what changes in an indicator, and what was entered since and stays."""
    yield from map(changed_field, one.changes)
    yield from map(_value, one.values)
    yield from map(_kept_value, one.kept)


def _value(one: ValueChange) -> str:
    name = _of_year(one)
    if one.old is None:
        return f"{name}: {fmt_number(one.new)}"
    note = f" ({_('replaces what was entered after the last act')})" if one.was_entered else ""
    return f"{name}: {fmt_number(one.old)} → {fmt_number(one.new)}{note}"


def _kept_value(one: ValueKept) -> str:
    values = {"value": fmt_number(one.value), "said": fmt_number(one.said)}
    said = _("%(value)s stays, entered since; the act repeats the former %(said)s", **values)
    if one.kind == "actual":
        said = _("%(value)s stays, as reported; the act says %(said)s", **values)
    return f"{_of_year(one)}: {said}"


def _of_year(one: ValueChange | ValueKept) -> str:
    text = N_("target of %(year)s") if one.kind == "target" else N_("actual value of %(year)s")
    return _(text, year=one.year)


def executor(one: NameChange) -> str:
    """Return what becomes of an executor of a measure."""
    said = f"{_('executor (of a change)')}: {one.name} – {_(FATES[one.fate])}"
    return f"{said} ({', '.join(map(changed_field, one.changes))})" if one.changes else said
