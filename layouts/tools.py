"""The tools at the right of the filter bar: language, theme, account."""

from dash import html
from dash.development.base_component import Component

from layouts import ids, links
from layouts.catalogues import LOCALES
from layouts.components import icon, link
from layouts.frame import Frame
from layouts.texts import N_, _, get_locale

LANGUAGES = {"ru": N_("In Russian"), "en": N_("In English")}


def tools(frame: Frame) -> Component:
    """Return language switch, theme switch and account menu."""
    return html.Div([_language(frame), _theme(), _account(frame)], className="tools")


def _language(frame: Frame) -> Component:
    """Return ru/en: the same page in the other language, loaded anew."""
    items = []
    for code in LOCALES:
        if code == get_locale():
            items.append(html.Span(code, className="switch__here", **{"aria-current": "true"}))
        else:
            href = links.language_href(frame.path, frame.filters, code)
            items.append(html.A(code, href=href, title=_(LANGUAGES[code]), hrefLang=code))
    return html.Div(
        items, id=ids.LANGUAGE, className="switch", role="group", **{"aria-label": _("Language")}
    )


def _theme() -> Component:
    """Return the button that changes light and dark (`assets/karta.js` answers it)."""
    return html.Button(
        icon("circle-half"),
        id=ids.THEME,
        type="button",
        className="tool",
        title=_("Light or dark"),
        **{"aria-label": _("Light or dark"), "data-theme-switch": ""},
    )


def _account(frame: Frame) -> Component:
    """Return the account's menu; its form gets the CSRF token from `assets/karta.js`."""
    form = html.Form(
        html.Button(
            [icon("box-arrow-right"), _("Sign out")], type="submit", className="menu__item"
        ),
        action=links.PATHS["logout"],
        method="POST",
        **{"data-csrf": ""},
    )
    own = link([icon("person"), _("Account")], links.PATHS["account"], css="menu__item")
    name = frame.account.title or frame.account.username
    summary = [icon("person-circle"), html.Span(name, className="menu__name")]
    return html.Details(
        [
            html.Summary(summary, className="tool", title=name),
            html.Div([own, form], className="menu__list"),
        ],
        id=ids.ACCOUNT,
        className="menu",
    )
