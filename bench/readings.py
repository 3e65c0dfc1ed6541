"""How well the plan reader reads: scores of the source texts against careful readings.

`python -m bench.readings ../shared` prints the table that stands in `docs/readings.md`. A row
agrees when the value is the same or when the row carries a finding that names the doubt.
"""

import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from data_access.importers.plan.as_json import as_json
from data_access.importers.plan.read import read_plan
from data_access.importers.plan.refusal import ReadingRefused

FIELDS = (
    "section",
    "title",
    "phrase",
    "kind",
    "dates",
    "executors",
    "canonical",
    "agreement",
    "result",
)
#: The fields of findings that speak of a compared value.
SPOKEN = {
    "section": {"section"},
    "title": {"row"},
    "phrase": {"deadline_text", "row"},
    "kind": {"deadline_text", "row"},
    "dates": {"deadline_text", "row"},
    "executors": {"executors", "row"},
    "canonical": {"executors", "row"},
    "agreement": {"executors", "row"},
    "result": {"row"},
}


def read(path: Path) -> dict[str, Any] | str:
    """Return a reading as JSON, or the code of the refusal."""
    try:
        return as_json(read_plan(path), lambda finding: finding.code)
    except ReadingRefused as refused:
        return refused.code


def values(measure: dict[str, Any]) -> dict[str, Any]:
    """Return what is compared of one measure."""
    executors = measure["executors"]
    return {
        "section": measure["section"],
        "title": plain(measure["title"]),
        "phrase": plain(measure["deadline_text"]),
        "kind": measure["schedule"]["kind"],
        "dates": measure["schedule"]["due_dates"],
        "executors": [plain(one["name"]) for one in executors],
        "canonical": [plain(one["canonical"]) for one in executors],
        "agreement": [one["by_agreement"] for one in executors],
        "result": plain(measure["expected_result"]),
    }


def plain(text: str | None) -> str:
    """Return a text with its white space normalised."""
    return " ".join((text or "").split())


def compare(found: dict[str, Any], gold: dict[str, Any]) -> Iterator[tuple[str, str, str]]:
    """Yield (number, field, "same" | "doubt" | "wrong") for each measure of the gold reading."""
    by_number = {one["number"]: one for one in found["measures"]}
    for one in gold["measures"]:
        number = one["number"]
        doubts = {doubt["field"] for doubt in found["findings"] if doubt["measure"] == number}
        mine = values(by_number[number]) if number in by_number else {}
        for field, value in values(one).items():
            same = mine.get(field) == value
            named = bool(doubts & SPOKEN[field])
            yield number, field, "same" if same else "doubt" if named else "wrong"


def indicators_agree(found: dict[str, Any], gold: dict[str, Any]) -> str:
    """Return how many indicators have the same name, unit, direction and targets."""
    keys = ("name", "unit", "direction", "targets")
    mine = [[one[key] for key in keys] for one in found["indicators"]]
    wanted = [[one[key] for key in keys] for one in gold["indicators"]]
    return f"{sum(one in mine for one in wanted)} / {len(wanted)}"


def counts(path: Path, found: dict[str, Any] | str) -> str:
    """Return one line of the table of what was found in a source."""
    if isinstance(found, str):
        return f"| {path.stem} | refused: `{found}` | | | | |"
    levels = [one["severity"] for one in found["findings"]]
    doubts = " / ".join(str(levels.count(level)) for level in ("error", "warning", "info"))
    dated = sum(bool(one["schedule"]["due_dates"]) for one in found["measures"])
    return (
        f"| {path.stem} | {len(found['measures'])} | {len(found['sections'])} "
        f"| {len(found['indicators'])} | {dated} | {doubts} |"
    )


def gold_table(name: str, found: dict[str, Any], gold: dict[str, Any]) -> Iterator[str]:
    """Yield the lines of the comparison of one plan with its gold reading."""
    verdicts = list(compare(found, gold))
    for field in FIELDS:
        of_field = [verdict for _number, one, verdict in verdicts if one == field]
        marks = " | ".join(str(of_field.count(one)) for one in ("same", "doubt", "wrong"))
        where = [number for number, one, verdict in verdicts if one == field and verdict != "same"]
        yield f"| {name} | {field} | {marks} | {', '.join(where)} |"
    yield f"| {name} | indicators | {indicators_agree(found, gold)} | | | |"


def tables(shared: Path) -> Iterator[str]:
    """Yield the lines of both tables."""
    sources = sorted((shared / "seeds").glob("*.txt"))
    readings = {path: read(path) for path in sources}
    yield "| source | measures | sections | indicators | with dates | errors / warnings / info |"
    yield "|---|---|---|---|---|---|"
    yield from (counts(path, found) for path, found in readings.items())
    yield ""
    yield "| plan | field | same | doubt named | wrong | measures that are not the same |"
    yield "|---|---|---|---|---|---|"
    for path, found in readings.items():
        gold = shared / "gold" / f"{path.stem}.json"
        if isinstance(found, dict) and gold.exists():
            content = json.loads(gold.read_text(encoding="utf-8"))
            yield from gold_table(path.stem, found, content)


def main(arguments: list[str]) -> int:
    """Print the tables for the folder that holds `seeds` and `gold`; 2 for wrong usage."""
    if len(arguments) != 1 or not (Path(arguments[0]) / "seeds").is_dir():
        sys.stderr.write("usage: python -m bench.readings FOLDER (with seeds/ and gold/)\n")
        return 2
    sys.stdout.write("\n".join(tables(Path(arguments[0]))) + "\n")
    return 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
