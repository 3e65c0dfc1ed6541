"""`python -m bench.data.tenfold --url …`: a generated country again and again within its database.

Generating ten countries would take an hour; the database copies its own rows in minutes. Each copy
has ids, codes and names of its own; its regions and their municipalities become municipalities of
the regions that there are, so the number of regions stays as it is.
"""

from collections.abc import Iterator

import click

from bench.data import sinks
from bench.data.__main__ import _bar
from bench.data.tables import COLUMNS
from data_access.models import AssignmentSpan, Base, MeasureSpan, Obligation, PointSpan

#: Added to every id of a copy, once more for each: more than any table of a country has rows.
STEP = 1_000_000
COMPUTED = tuple(one.__tablename__ for one in (MeasureSpan, PointSpan, AssignmentSpan, Obligation))
#: (table, column) → what a copy has there, where it is not what the first one has.
OWN = {
    ("territory", "name"): "name || ' № {copy}'",
    ("territory", "short_name"): "short_name || ' № {copy}'",
    ("territory", "level"): "'municipality'",
    ("territory", "parent_id"): "COALESCE(parent_id, id)",
    ("plan", "code"): "code || '-{copy}'",
}


@click.command()
@click.option("--url", required=True, help="A database that bench.data filled.")
@click.option("--times", type=click.IntRange(2, 20), default=10, show_default=True)
def main(url: str, times: int) -> None:
    """Multiply the country of a database."""
    every = [one for copy in range(1, times) for one in statements(copy)]
    with sinks.opened(url) as sink, _bar(len(every), "copies") as count:
        for one in every:
            sink.run(one)
            count(1)
        sink.finish()


def statements(copy: int) -> Iterator[str]:
    """Yield the statements that make one copy of all rows, parents first."""
    for table in (*COLUMNS, *COMPUTED):
        names = [one.name for one in Base.metadata.tables[table].c]
        if table in COMPUTED:
            names.remove("id")  # nothing hangs on these: the database numbers them
        values = ", ".join(_value(table, name, copy) for name in names)
        first = f"{'id' if table == 'territory' else 'territory_id'} <= {STEP}"
        columns = ", ".join(names)
        yield f"INSERT INTO {table} ({columns}) SELECT {values} FROM {table} WHERE {first}"  # noqa: S608


def _value(table: str, name: str, copy: int) -> str:
    own = OWN.get((table, name))
    if own is not None:
        return own.format(copy=copy + 1)
    return f"{name} + {copy * STEP}" if name == "id" or name.endswith("_id") else name


if __name__ == "__main__":
    main()
