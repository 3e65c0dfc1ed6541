"""Hand-made requests for tests of pages: an account, what the filter bar offers, the frame."""

from dataclasses import replace
from datetime import date
from typing import Any

from data_access.records.accounts import Account, Role
from data_access.records.common import Ref
from data_access.records.pages import Choices
from data_access.records.view import Filters, Scope
from layouts.frame import Frame
from tests.support.records import COMMISSION, CUSTODY, OFFICE, TERRITORY, plan


def account(role: Role = Role.VIEWER, **changes: Any) -> Account:
    """Return a sample account that may see everything."""
    return replace(
        Account(1, "kdn", "Секретарь комиссии", role, Scope.everything(), "ru", is_demo=True),
        **changes,
    )


def choices(**changes: Any) -> Choices:
    """Return what the filter bar offers; all plans are in view unless told otherwise."""
    section = Ref(2, "Ранняя профилактика социального сиротства", "Ранняя профилактика")
    base = Choices((plan(),), (TERRITORY,), (section,), (OFFICE, CUSTODY, COMMISSION))
    changed = replace(base, **changes)
    return changed if "in_view" in changes else replace(changed, in_view=changed.plans)


def frame(path: str = "/", filters: Filters | None = None, **changes: Any) -> Frame:
    """Return what a page knows of its request."""
    base = Frame(account(), filters or Filters(), choices(), path, date(2021, 10, 11))
    return replace(base, **changes)
