"""How well the deadline reader reads: its readings against careful ones.

`python -m bench.deadlines FILE.tsv` prints the table that stands in `docs/deadlines.md` and every
miss. The file has the columns `phrase`, `start` and `end` (or `period_start_year` and
`period_end_year`), `kind` and `due_dates` (ISO dates, commas between).
"""

import sys
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from data_access.importers.deadlines import KINDS, Reading, Term, read


@dataclass(frozen=True)
class Compared:
    """A phrase, the kind and dates expected, and what was read."""

    phrase: str
    kind: str
    dates: str
    reading: Reading

    @property
    def same_kind(self) -> bool:
        """Tell whether the kind agrees."""
        return self.reading.kind == self.kind

    @property
    def found(self) -> str:
        """Return the dates that were read."""
        return ",".join(day.isoformat() for day in self.reading.due_dates)

    @property
    def same_dates(self) -> bool:
        """Tell whether all dates agree."""
        return self.found == self.dates


def compared(path: Path) -> list[Compared]:
    """Return every phrase of a file with its reading."""
    header, *lines = path.read_text(encoding="utf-8").splitlines()
    names = header.split("\t")
    return [_compared(dict(zip(names, line.split("\t"), strict=True))) for line in lines]


def _compared(row: dict[str, str]) -> Compared:
    first = int(row.get("start") or row["period_start_year"])
    last = int(row.get("end") or row["period_end_year"])
    phrase = row["phrase"].replace("\\n", "\n")
    return Compared(phrase, row["kind"], row["due_dates"], read(phrase, Term.of_years(first, last)))


def table(rows: list[Compared]) -> Iterable[str]:
    """Yield the lines of the accuracy table, one for each kind expected, and the sum."""
    yield "| Kind | Phrases | Kind right | Dates right | Both right | With a question |"
    yield "|---|---|---|---|---|---|"
    for kind in (*KINDS, ""):
        some = [row for row in rows if row.kind == kind or not kind]
        if some:
            yield _line(kind or "all", some)


def _line(name: str, rows: list[Compared]) -> str:
    counts = (
        len(rows),
        sum(row.same_kind for row in rows),
        sum(row.same_dates for row in rows),
        sum(row.same_kind and row.same_dates for row in rows),
        sum(bool(row.reading.questions) for row in rows),
    )
    return f"| {name} | {' | '.join(map(str, counts))} |"


def misses(rows: list[Compared]) -> Iterable[str]:
    """Yield a line for each phrase that was read otherwise."""
    for row in rows:
        if not (row.same_kind and row.same_dates):
            asked = ", ".join(question.code for question in row.reading.questions)
            yield f"- {row.phrase!r}: expected {row.kind} {row.dates or '—'}, "
            yield f"  read {row.reading.kind} {row.found or '—'}; asks: {asked or 'nothing'}"


def main(arguments: list[str]) -> int:
    """Print table and misses of a file; 2 for wrong usage."""
    if len(arguments) != 1:
        print("usage: python -m bench.deadlines FILE.tsv", file=sys.stderr)
        return 2
    rows = compared(Path(arguments[0]))
    print("\n".join([*table(rows), "", *misses(rows)]))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
