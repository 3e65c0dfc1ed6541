"""The form of one's own password, and what is answered to it."""

from dash import dcc, html
from dash.development.base_component import Component

from data_access.records.accounts import Account
from layouts import links
from layouts.components import headline, link, page, section
from layouts.controls import labelled
from layouts.notices import all_clear, error_panel
from layouts.texts import N_, _

PATH = "/account/password"
#: Names of the form's fields → label and what a browser's password store calls it.
FIELDS = {
    "current": (N_("Present password"), "current-password"),
    "new": (N_("New password, 8 characters or more"), "new-password"),
    "repeated": (N_("New password again"), "new-password"),
}
REASONS = {
    "current": N_("The present password is wrong, or there were too many attempts."),
    "different": N_("The new password and its repetition differ."),
    "password_short": N_("The new password is shorter than 8 characters."),
    "long": N_("The new password is longer than 1000 characters."),
    "unknown": N_("The account was closed meanwhile."),
    "demo": N_("The password of a demonstration account is published and does not change."),
}


def password_section(account: Account) -> Component:
    """Return the form; for a demonstration account that its password is known to everybody."""
    if account.is_demo:
        note = _("This is a demonstration account: its password is known to everybody.")
        return section(_("Password"), html.P(note, className="demo-notice"))
    button = html.Button(_("Change the password"), type="submit", className="btn btn-primary")
    form = html.Form(
        [*[_field(name) for name in FIELDS], button],
        action=PATH,
        method="POST",
        className="account-form",
        **{"data-csrf": ""},
    )
    note = _("A change of the password ends all other sessions of the account.")
    return section(_("Password"), form, note=note)


def _field(name: str) -> Component:
    label, purpose = FIELDS[name]
    field = dcc.Input(
        id=f"account-{name}",
        name=name,
        type="password",
        required=True,
        autoComplete=purpose,
        className="control__input",
    )
    return labelled(_(label), field)


def changed() -> Component:
    """Return the page after a change."""
    told = _("The password is changed. Other sessions of the account have ended.")
    return page(headline(_("Password")), all_clear(told), html.P(_back()))


def refused(reason: str) -> Component:
    """Return the page of a refusal; `reason` is a key of `REASONS`."""
    return page(
        headline(_("The password was not changed")),
        error_panel(_(REASONS[reason]), _("The present password stays."), todo=html.P(_back())),
    )


def _back() -> Component:
    return link(_("Back to the account"), links.PATHS["account"])
