"""The words of the sign-in page, which is plain HTML outside of the application."""

from collections.abc import Sequence
from dataclasses import dataclass

from layouts.texts import _, ngettext


@dataclass(frozen=True)
class LoginTexts:
    """Everything that the sign-in page says; `alert` and `demo` are "" where they don't apply."""

    title: str
    lead: str
    username: str
    password: str
    submit: str
    help: str
    alert: str
    demo: str


def login_texts(
    *,
    failed: bool = False,
    wait_minutes: int = 0,
    demo_accounts: Sequence[str] = (),
    demo_password: str = "",
) -> LoginTexts:
    """Return the words in the language of the request.

    `failed`: name and password did not fit. `wait_minutes`: too many failures, so long to wait.
    `demo_accounts`: names whose password, `demo_password`, is published.
    """
    return LoginTexts(
        title=_("Sign in"),
        lead=_("Execution of action plans: what is done, what is overdue, who has not reported."),
        username=_("User name"),
        password=_("Password"),
        submit=_("Enter"),
        help=_("No access or a forgotten password: ask the administrator of the system."),
        alert=_alert(failed, wait_minutes),
        demo=_demo(demo_accounts, demo_password),
    )


def _alert(failed: bool, wait_minutes: int) -> str:
    if wait_minutes:
        return ngettext(
            "Too many failed attempts. Please try again in %(n)s minute.",
            "Too many failed attempts. Please try again in %(n)s minutes.",
            wait_minutes,
        )
    if failed:
        return _("User name or password is wrong. Check the keyboard layout and Caps Lock.")
    return ""


def _demo(accounts: Sequence[str], password: str) -> str:
    if not accounts:
        return ""
    return _(
        "Demonstration data. Accounts: %(accounts)s; the password of all is “%(password)s”.",
        accounts=", ".join(accounts),
        password=password,
    )
