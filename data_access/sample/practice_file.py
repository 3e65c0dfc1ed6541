"""The directions of support from the letter on best practices, read from their sample file."""

from dataclasses import dataclass

from data_access.sample.plan_records import PlanFile
from data_access.sample.reading import FOLDER, SampleError, Table, read_table

FILE = "practices.toml"


@dataclass(frozen=True)
class Fit:
    """A measure that a practice fits: its plan's code and its number."""

    plan: str
    number: str


@dataclass(frozen=True)
class PracticeText:
    """A direction of support; a count that the letter does not give is None."""

    key: str
    name: str
    organisations: int | None
    regions: int | None
    organisation_kind: str
    note: str
    fits: tuple[Fit, ...]


@dataclass(frozen=True)
class PracticeFile:
    """All directions with the letter that they come from."""

    source: str
    practices: tuple[PracticeText, ...]


def read_practices(plans: tuple[PlanFile, ...]) -> PracticeFile:
    """Return the directions; raises SampleError when one fits an unknown measure."""
    table = read_table(FOLDER / FILE)
    practices = tuple(_practice(one) for one in table.tables("practices", "key"))
    file = PracticeFile(table.text("source"), practices)
    table.refuse_unread()
    known = {Fit(plan.code, one.number) for plan in plans for one in plan.measures}
    for practice in practices:
        for fit in practice.fits:
            if fit not in known:
                place = f"practices[{practice.key}].fits"
                raise SampleError(FILE, place, f"no measure {fit.number} in {fit.plan}")
    return file


def _practice(table: Table) -> PracticeText:
    practice = PracticeText(
        key=table.text("key"),
        name=table.text("name"),
        organisations=table.number("organisations", None),
        regions=table.number("regions", None),
        organisation_kind=table.text("organisation_kind", ""),
        note=table.text("note", ""),
        fits=tuple(_fit(one) for one in table.tables("fits")),
    )
    table.refuse_unread()
    return practice


def _fit(table: Table) -> Fit:
    fit = Fit(table.text("plan"), table.text("number"))
    table.refuse_unread()
    return fit
