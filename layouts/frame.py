"""What every page knows of the request that it answers."""

from dataclasses import dataclass, field
from datetime import date

from data_access.records.accounts import Account
from data_access.records.nation import Listing
from data_access.records.pages import Choices
from data_access.records.view import Filters


@dataclass(frozen=True)
class Frame:
    """The account, the filters with their choices, and what was wrong with the address.

    `errors` are sentences in the user's language about filters that could not be used; while
    there are any, a page shows them instead of data. `today` is the territory's date. `listing` is
    which part of a long list is asked for, on pages that have one.
    """

    account: Account
    filters: Filters
    choices: Choices
    path: str
    today: date
    errors: tuple[str, ...] = ()
    listing: Listing = field(default_factory=Listing)
