"""The project's own deadline phrases with their readings, checked by hand."""

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from data_access.importers.deadlines import Term

OWN = Path(__file__).with_name("deadline_phrases.tsv")


@dataclass(frozen=True)
class Expected:
    """A phrase in a term, and what a careful person reads in it."""

    phrase: str
    term: Term
    kind: str
    due_dates: tuple[date, ...]
    labels: tuple[str, ...]
    questions: tuple[str, ...]


def own() -> list[Expected]:
    header, *lines = OWN.read_text(encoding="utf-8").splitlines()
    names = header.split("\t")
    return [expected(dict(zip(names, line.split("\t"), strict=True))) for line in lines]


def expected(row: dict[str, str]) -> Expected:
    return Expected(
        row["phrase"].replace("\\n", "\n"),
        Term.of_years(int(row["start"]), int(row["end"])),
        row["kind"],
        tuple(date.fromisoformat(day) for day in row["due_dates"].split(",") if day),
        tuple(row["labels"].split("|")) if row["labels"] else (),
        tuple(code for code in row["questions"].split(",") if code),
    )
