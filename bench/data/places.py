"""Territories of an invented country: regions first, then their municipalities."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice, product
from random import Random

MOST_REGIONS = 89
#: About so many territories to a region; the largest regions have several times as many.
TO_A_REGION = 26
HEADS = (
    *("Северо", "Южно", "Верхне", "Нижне", "Ново", "Старо", "Бело", "Красно", "Средне"),
    *("Велико", "Мало", "Черно", "Свято", "Добро", "Зелено", "Камено"),
)
TAILS = (
    *("горск", "реченск", "озерск", "полянск", "боровск", "донск", "камск", "волжск", "луговск"),
    *("морск", "степнинск", "лесногорск", "ключевск", "мостовск", "дубравск", "родниковск"),
)
KINDS = (
    ("муниципальный район", 61),
    ("муниципальный округ", 13),
    ("городской округ", 26),
)


@dataclass(frozen=True)
class Place:
    """A territory; `parent` is the place of its region in the list, None for a region.

    `discipline` is how much of what it promises it keeps, `size` how many measures it plans.
    """

    name: str
    short_name: str
    parent: int | None
    discipline: float
    size: int


def places(number: int, seed: int) -> list[Place]:
    """Return so many territories, regions first; the same for the same seed."""
    random = Random(f"{seed}/places")
    regions = min(MOST_REGIONS, max(1, number // TO_A_REGION))
    found = [_place(random, f"{stem}ая область", None) for stem in islice(_stems(), regions)]
    names = [_municipalities() for _ in found]
    # A few regions have many municipalities, most have a few.
    weights = [random.paretovariate(1.6) for _ in found]
    for parent in random.choices(range(regions), weights, k=number - regions):
        found.append(_place(random, next(names[parent]), parent))
    return found


def _stems() -> Iterator[str]:
    return (f"{head}{tail}" for tail, head in product(TAILS, HEADS))


def _municipalities() -> Iterator[str]:
    turns = product(KINDS, _stems())
    for (kind, _weight), stem in turns:
        yield f"{stem}ий {kind}"


def _place(random: Random, name: str, parent: int | None) -> Place:
    short = name.replace("муниципальный", "мун.").replace("городской", "гор.")
    return Place(
        name=name,
        short_name=short,
        parent=parent,
        discipline=min(0.99, random.betavariate(9, 2)),
        size=_size(random),
    )


def _size(random: Random) -> int:
    """Return a number of measures: 18 at least, 30 in the mean, seldom more than a hundred."""
    return min(120, 18 + int(12 * (random.paretovariate(2) - 1)))
