"""One's own account: what it says and what it must not offer."""

from dataclasses import replace

import pytest

from dashboard.prerender import to_html
from data_access.commands.accounts import AccountError
from data_access.records.accounts import Account, Role
from data_access.records.view import Scope
from layouts import account, account_password
from layouts.texts import use_locale
from tests.support import frames


def page_of(who: Account | None = None) -> str:
    frame = frames.frame("/account")
    return to_html(account.page(replace(frame, account=who or frame.account)))


def test_names_post_rights_and_territories() -> None:
    own = frames.account(scope=Scope(frozenset({1})))
    html = page_of(own)
    assert "Вы вошли как: Секретарь комиссии" in html
    assert "kdn" in html
    assert "просмотр" in html
    assert "ЗАТО Александровск" in html


@pytest.mark.parametrize("role", list(Role))
def test_every_role_has_a_name(role: Role) -> None:
    assert account._ROLES[role]
    assert page_of(frames.account(role))


def test_account_of_all_territories_says_so() -> None:
    assert "все территории" in page_of()


def test_account_without_territories_is_told_whom_to_ask() -> None:
    frame = frames.frame("/account", choices=frames.choices(territories=()))
    own = frames.account(scope=Scope(frozenset()))
    assert "обратитесь к администратору" in to_html(account.page(replace(frame, account=own)))


def test_language_switch_leads_to_this_page() -> None:
    html = page_of()
    assert 'href="/account?lang=en"' in html
    assert 'href="/account?lang=ru"' not in html
    with use_locale("en"):
        assert 'href="/account?lang=ru"' in page_of()


def test_the_password_is_changed_by_a_form_that_gets_the_token() -> None:
    html = page_of(frames.account(is_demo=False))
    assert 'action="/account/password"' in html
    assert "Новый пароль ещё раз" in html


def test_a_demonstration_account_is_told_that_its_password_is_known() -> None:
    warning = "её пароль известен всем"
    assert warning in page_of()
    assert "/account/password" not in page_of()
    assert warning not in page_of(frames.account(is_demo=False))


@pytest.mark.parametrize("reason", [*AccountError.REASONS[2:], "current", "different", "long"])
def test_every_refusal_has_its_words(reason: str) -> None:
    assert "Действует прежний пароль" in to_html(account_password.refused(reason))


def test_sign_out_is_a_form_that_gets_the_token() -> None:
    html = page_of()
    assert 'action="/logout"' in html
    assert 'method="POST"' in html
    assert "data-csrf" in html
