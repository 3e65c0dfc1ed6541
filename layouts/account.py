"""One's own account: who is signed in, what may be seen, language, theme, password."""

from dash import html
from dash.development.base_component import Component

from data_access.records.accounts import Role
from layouts import links
from layouts.account_password import password_section
from layouts.catalogues import LOCALES
from layouts.components import Content, columns, facts, headline, icon, section
from layouts.components import page as paper
from layouts.frame import Frame
from layouts.texts import N_, _, get_locale

_ROLES = {
    Role.VIEWER: N_("reading"),
    Role.COORDINATOR: N_("reading and loading of reports"),
    Role.ADMIN: N_("administration"),
}
_LANGUAGES = {"ru": N_("Russian"), "en": N_("English")}


def page(frame: Frame) -> Component:
    """Return the page of the account that asks."""
    account = frame.account
    return paper(
        headline(_("You are signed in as %(title)s", title=account.title or account.username)),
        columns(_rights(frame), html.Div([_language(frame), _theme()], className="page")),
        columns(password_section(account), _sign_out()),
        css="account",
    )


def _rights(frame: Frame) -> Component:
    """Return the account's name, post, rights and territories."""
    account = frame.account
    return section(
        _("What this account may see"),
        facts(
            [
                (_("User name"), html.Span(account.username, className="strong")),
                (_("Post"), account.title or _("not given")),
                (_("Rights"), _(_ROLES[account.role])),
                (_("Territories"), _territories(frame)),
            ]
        ),
        note=_("The administrator sets rights and territories."),
    )


def _territories(frame: Frame) -> Content:
    """Return the names of the territories in scope; whole for an account that may see all."""
    if frame.account.scope.territory_ids is None:
        return _("all territories")
    names = [html.Li(one.name) for one in frame.choices.territories]
    return html.Ul(names, className="plain-list") if names else _("none: ask the administrator")


def _language(frame: Frame) -> Component:
    """Return the languages, the present one marked, the other a link to this page in it."""
    items = [html.Li(_language_item(frame, code)) for code in LOCALES]
    own = _("The account opens in: %(language)s.", language=_(_LANGUAGES[frame.account.locale]))
    return section(_("Language"), html.Ul(items, className="account-choice"), note=own)


def _language_item(frame: Frame, code: str) -> Component:
    """Return one language; the page is loaded anew, for every text changes."""
    name = _(_LANGUAGES[code])
    if code == get_locale():
        return html.Span([icon("check2"), name], className="strong", **{"aria-current": "true"})
    return html.A(name, href=links.language_href(frame.path, frame.filters, code), hrefLang=code)


def _theme() -> Component:
    """Return the switch of light and dark; the browser remembers it, not the account."""
    button = html.Button(
        [icon("circle-half"), _("Change light and dark")],
        type="button",
        className="btn btn-outline-secondary",
        **{"data-theme-switch": ""},
    )
    return section(
        _("Appearance"),
        button,
        note=_("This browser remembers the theme; other devices keep their own."),
    )


def _sign_out() -> Component:
    """Return the form that ends the session; `assets/karta.js` gives it the CSRF token."""
    button = html.Button(
        [icon("box-arrow-right"), _("Sign out")], type="submit", className="btn btn-primary"
    )
    form = html.Form(button, action=links.PATHS["logout"], method="POST", **{"data-csrf": ""})
    note = _("On a shared computer, sign out when you leave.")
    return section(_("End of work"), form, note=note)
