"""Territories by the hundred: their regions, their bands, and the page of a list asked for."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from sqlalchemy.orm import Session

from data_access.db import Database
from data_access.folding import fold, sort_key
from data_access.queries.grouping import BY_TERRITORY
from data_access.queries.groups import by_region, territory_rows
from data_access.queries.moments import Moment
from data_access.queries.places import places
from data_access.queries.plans import plans
from data_access.queries.standings import standings
from data_access.queries.summing import summed
from data_access.queries.totals import totals_by
from data_access.records import bands
from data_access.records.common import GroupRow
from data_access.records.nation import Listing, NationPage, Spread, Standing
from data_access.records.ranking import rank
from data_access.records.view import View

#: So many territories stand on one page of the list.
PAGE = 50


def nation(
    db: Database, session: Session, view: View, moment: Moment, listing: Listing
) -> NationPage:
    """Return a country: its regions with all below them, its bands, a page of the list."""

    def make() -> NationPage:
        return _regions(session, view, moment)

    page = db.remembered_in(session, ("nation", view), make)
    regions = page.regions if len(page.regions) > 1 else ()
    each = _ranked(db, session, view, moment, listing)
    return replace(page, spread=_spread(session, view, moment, listing, each, regions))


def _regions(session: Session, view: View, moment: Moment) -> NationPage:
    regions = by_region(session, view, moment)
    return NationPage(
        plans=plans(session, view, moment),
        totals=summed([row.totals for row in regions]),
        regions=regions,
        places=places(session, regions),
    )


def below(
    db: Database, session: Session, view: View, moment: Moment, listing: Listing, region: int
) -> Spread | None:
    """Return the municipalities of a region, without itself; None where there are none."""
    ranked = _ranked(db, session, view, moment, listing)
    each = [one for one in ranked if one.territory.id != region]
    return _spread(session, view, moment, listing, each, ()) if each else None


def _ranked(
    db: Database, session: Session, view: View, moment: Moment, listing: Listing
) -> list[Standing]:
    """Return every territory in view, the worst by the order asked for first."""
    with_reports = listing.order == "reports"

    def make() -> list[Standing]:
        return standings(session, view, moment, with_reports=with_reports)

    found = db.remembered_in(session, ("standings", view, with_reports), make)
    return sorted(
        found, key=lambda one: (*rank(listing.order, one), sort_key(one.territory.short_name))
    )


def _spread(
    session: Session,
    view: View,
    moment: Moment,
    listing: Listing,
    each: Sequence[Standing],
    regions: Sequence[GroupRow],
) -> Spread:
    """Return the spread; without `regions` there is one level, all territories."""
    level = listing.level or "regions" if regions else "all"
    of_regions = [row for row in regions if _fits(listing, row.totals, row.name, row.short_name)]
    of_all = [one for one in each if fits(listing, one)]
    whole = of_regions if level == "regions" else of_all
    last = max(1, -(-len(whole) // PAGE))
    page = min(listing.page, last)
    cut = slice((page - 1) * PAGE, page * PAGE)
    of_regions.sort(key=lambda row: rank(listing.order, row.totals))
    some = of_regions[cut] if level == "regions" else _rows(session, view, moment, of_all[cut])
    found = {"regions": len(of_regions), "all": len(of_all)} if regions else {"all": len(of_all)}
    return Spread(bands.counts(each), some, level, page, last, found, len(each))


def fits(listing: Listing, one: Standing) -> bool:
    """Tell whether a territory is among those that a listing asks for."""
    region = one.parent.name if one.parent else ""
    return _fits(listing, one, one.territory.name, one.territory.short_name, region)


def _fits(listing: Listing, rated: bands.Rated, *names: str) -> bool:
    if listing.band and not bands.lies_in(listing.band, rated):
        return False
    return has_words(listing.name, names)


def has_words(words: str, names: Iterable[str]) -> bool:
    """Tell whether each word stands in one of the names, whatever its case, ё as е."""
    wanted = (fold(words) or "").split()
    text = fold(" ".join(names)) if wanted else None
    return all(word in (text or "") for word in wanted)


def _rows(session: Session, view: View, moment: Moment, some: Sequence[Standing]) -> list[GroupRow]:
    """Return the full rows of some territories, in their order."""
    ids = [one.territory.id for one in some]
    found = totals_by(session, view, moment, replace(BY_TERRITORY, keys=ids))
    rows = {row.id: row for row in territory_rows(session, found)}
    return [rows[id_] for id_ in ids if id_ in rows]
