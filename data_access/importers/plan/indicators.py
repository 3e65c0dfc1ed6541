"""Tables of indicators: name, unit, direction, targets and actuals by year, decimal commas."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal, InvalidOperation

from data_access.importers.indicators.limits import oddness
from data_access.importers.plan.headers import Columns
from data_access.importers.plan.sources.model import Row
from data_access.importers.plan.text import flat
from data_access.records.reading import Finding, IndicatorReading

DOWN = re.compile(r"\b(?:уменьшени|снижени|сокращени|недопущени|отсутстви|минимизаци)", re.I)
UP = re.compile(r"\b(?:увеличени|повышени|расширени|(?:при)?рост(?:а|у|ом|е)?\b)", re.I)
#: Spaces stand between thousands alone: "12 13" is two numbers, as are two lines.
VALUE = re.compile(r"[-−]?(?:\d{1,3}(?:[ \u00a0\u202f]\d{3})+(?!\d)|\d+)(?:[.,]\d+)?")
#: What may stand beside a value without changing it.
PLAIN = re.compile(
    r"(?:не\s+(?:менее|более|ниже|выше)|не\s+(?:меньше|больше)|до|от|свыше|более|менее|[<>≤≥=~%*.,]|"
    r"процент\w*|чел\w*|ед|единиц\w*|случа\w*|шт\w*|балл\w*|семь\w*|сем[еи]й|дет\w+|руб\w*|\s)*",
    re.I,
)
NUMBERED = re.compile(r"^\s*\d{1,2}(?:\.\d{1,2})*[.)]\s+")
UNIT_INSIDE = re.compile(r",\s*(%|процент\w*|чел\w*\.?|человек|единиц\w*|ед\.|шт\.)\s*$", re.I)


def read(rows: Sequence[Row], columns: Columns) -> tuple[list[IndicatorReading], list[Finding]]:
    """Return the indicators of a table and the doubts about them."""
    found: list[IndicatorReading] = []
    findings: list[Finding] = []
    for row in rows:
        if row.filled:
            _take(row, columns, found, findings)
    return found, findings


def _take(
    row: Row, columns: Columns, found: list[IndicatorReading], findings: list[Finding]
) -> None:
    cells = {role: _text(row, columns, role) for role in columns.roles}
    name = NUMBERED.sub("", cells.get("indicator", ""))
    years = {role for role in columns.roles if role.startswith("year")}
    numbers = {role: number(_raw(row, columns, role)) for role in years}
    if not name or name.isdecimal():
        return
    if not any(cells[role] for role in years):
        if found and name[:1].islower():
            found[-1] = _longer(found[-1], name)
        return
    inside = UNIT_INSIDE.search(name)
    unit = cells.get("unit", "") or (inside.group(1) if inside else "")
    targets = _by_year(numbers, "year_target")
    direction = direction_of(cells.get("result", ""), name, targets)
    findings += _doubts(row, name, unit, direction, cells, numbers, targets)
    actuals = _by_year(numbers, "year_actual")
    source = cells.get("source", "")
    found.append(IndicatorReading(name, unit, direction, targets, actuals, source, place=row.place))


def _raw(row: Row, columns: Columns, role: str) -> str:
    column = columns.first(role)
    return row.cells[column] if column is not None and column < len(row.cells) else ""


def _text(row: Row, columns: Columns, role: str) -> str:
    return flat(_raw(row, columns, role))


def _longer(reading: IndicatorReading, more: str) -> IndicatorReading:
    return replace(reading, name=f"{reading.name} {more}")


def number(text: str) -> Decimal | None:
    """Return the one number of a cell: decimal comma or point, spaces between thousands.

    None where other words stand beside it: "0,9 тыс.", "рост на 5 %".
    """
    found = VALUE.findall(text)
    if len(found) != 1 or len(found[0]) > 24 or not PLAIN.fullmatch(VALUE.sub(" ", text)):
        return None
    plain = re.sub(r"\s", "", found[0]).replace(",", ".").replace("−", "-")
    try:
        return Decimal(plain)
    except InvalidOperation:
        return None


def _by_year(numbers: dict[str, Decimal | None], kind: str) -> dict[int, Decimal]:
    pairs = ((role.partition(":"), value) for role, value in sorted(numbers.items()))
    return {
        int(year): value for (name, _, year), value in pairs if name == kind and value is not None
    }


def direction_of(result: str, name: str, targets: dict[int, Decimal]) -> str:
    """Return "decrease" or "increase"; "" where neither words nor targets tell."""
    return worded(result, name) or aimed(targets)


def worded(*texts: str) -> str:
    """Return the direction that the first of the texts with such a word names, or ""."""
    for text in texts:
        if DOWN.search(text):
            return "decrease"
        if UP.search(text):
            return "increase"
    return ""


def aimed(targets: dict[int, Decimal]) -> str:
    """Return the direction from the first target to the last, or ""."""
    values = [targets[year] for year in sorted(targets)]
    if len(values) < 2 or values[0] == values[-1]:
        return ""
    return "decrease" if values[-1] < values[0] else "increase"


def _doubts(
    row: Row,
    name: str,
    unit: str,
    direction: str,
    cells: dict[str, str],
    numbers: dict[str, Decimal | None],
    targets: dict[int, Decimal],
) -> list[Finding]:
    found = [
        _finding(row, "value", "indicator_value_unread", "error", cells[role], indicator=name)
        for role, value in sorted(numbers.items())
        if value is None and cells[role].strip(" -–—")
    ]
    found += _about_direction(row, name, direction, targets)
    if not unit:
        found.append(_finding(row, "unit", "indicator_unit", "warning", name))
    found += _odd(row, name, unit, numbers)
    values = [targets[year] for year in sorted(targets)]
    if len(values) > 1 and values[-1] == 0 < values[0]:
        year = str(max(targets))
        found.append(_finding(row, "value", "indicator_zero", "warning", name, year=year))
    return found


def _about_direction(
    row: Row, name: str, direction: str, targets: dict[int, Decimal]
) -> Iterator[Finding]:
    """Yield the doubt about a direction: none at all, or words against values."""
    if not direction:
        yield _finding(row, "direction", "indicator_direction", "error", name)
    elif aimed(targets) not in ("", direction):
        yield _finding(row, "direction", "indicator_direction_differs", "warning", name)


def _odd(row: Row, name: str, unit: str, numbers: dict[str, Decimal | None]) -> Iterator[Finding]:
    """Yield the first value of an indicator in each way that is hardly meant."""
    told = set()
    for value in (one for _role, one in sorted(numbers.items()) if one is not None):
        way = oddness(value, unit)
        if way and way not in told:
            told.add(way)
            read = f"{value:f}".replace(".", ",")
            code = f"indicator_{way}"
            yield _finding(row, "value", code, "warning", read, indicator=name)


def _finding(
    row: Row, field: str, code: str, severity: str, read: str, **parameters: str
) -> Finding:
    parameters.setdefault("indicator", read)
    return Finding(None, f"indicator.{field}", code, severity, read, "", row.place, parameters)
