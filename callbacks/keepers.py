"""Who may take files in and decide: checked anew by every callback and route."""

from flask import abort

from callbacks.visitor import Visitor, visitor
from data_access.records.accounts import KEEPERS


def keeper() -> Visitor:
    """Return the visitor, if a coordinator or an administrator.

    For everybody else there is nothing here: 404, as for what does not exist.
    """
    who = visitor()
    if who.account.role not in KEEPERS:
        abort(404)
    return who
