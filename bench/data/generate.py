"""All base rows of a country, a territory at a time."""

from collections.abc import Iterator
from random import Random

from bench.data.histories import Teller
from bench.data.places import places
from bench.data.plans import add_plan
from bench.data.tables import Rows

SEED = 1937
#: So many rows are gathered before they are handed over.
BATCH = 50_000


def generate(territories: int, seed: int = SEED) -> Iterator[tuple[int, Rows]]:
    """Yield how many territories are told, with the rows that came since; the same for a seed."""
    rows = Rows()
    listed = places(territories, seed)
    ids: dict[int, int] = {}
    for at, one in enumerate(listed):
        ids[at] = rows.add(
            "territory",
            name=one.name,
            short_name=one.short_name,
            level="region" if one.parent is None else "municipality",
            parent_id=None if one.parent is None else ids[one.parent],
        )
    for at, one in enumerate(listed):
        random = Random(f"{seed}/{at}")
        plan = add_plan(rows, random, one, ids[at])
        Teller(rows, random, plan, one.discipline).tell()
        if len(rows) >= BATCH:
            yield at + 1, rows
    yield len(listed), rows
