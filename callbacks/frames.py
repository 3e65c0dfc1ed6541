"""What every page knows of the request: the account, the filters, what they can be."""

from datetime import date

from callbacks import filters as address
from callbacks import listing
from data_access.db import Database
from data_access.queries import choices as offered
from data_access.records.accounts import Account
from data_access.records.pages import Choices
from data_access.records.view import Filters, Scope, View
from layouts import pages
from layouts.frame import Frame


def make_frame(db: Database, account: Account, path: str, query: str, today: date) -> Frame:
    """Return the frame of a request.

    Raises what the database raises when it does not answer.
    """
    rest, given = listing.split(query) if pages.has_listing(path) else (query, {})
    asked, faults = listing.read(given)
    filters, choices, wrong = read_filters(db, account.scope, rest, today)
    return Frame(account, filters, choices, path, today, (*wrong, *faults), asked)


def read_filters(
    db: Database, scope: Scope, query: str, today: date
) -> tuple[Filters, Choices, tuple[str, ...]]:
    """Return the filters of a query string, what they can be, and what is wrong with them.

    Sections and executors are offered, and accepted, within the chosen plan and territory.
    """
    choices = offered.load(db, View(scope, today), address.asked(query))
    filters, wrong = address.parse(query, choices)
    return filters, choices, wrong
