"""Every page for owner, colleague, outsider and anonymous: first response and callback alike."""

import json
from collections.abc import Callable
from html import unescape

import pytest
from flask.testing import FlaskClient

from layouts.pages import EVERYBODY, PAGES, Page
from tests.permissions.conftest import Owned
from tests.support.clients import call, page_of, route_payload

OWNER, COLLEAGUE, OUTSIDER, ABOVE = "kdn", "coordinator", "deputy", "region"
#: Pages that every account has; for the others see `test_data`.
SHARED = [page for page in PAGES if page.roles == EVERYBODY]
LISTS = [page for page in SHARED if "{id}" not in page.path]
DETAILS = [page for page in SHARED if "{id}" in page.path]
#: Pages that say nothing about a plan of their own accord.
NOT_ABOUT_PLANS = frozenset({"account"})
MISSING = 987_654
ClientOf = Callable[[str], FlaskClient]


def _name(page: Page) -> str:
    return page.name


def _path(page: Page, owned: Owned) -> str:
    return page.path.format(id=owned.ids.get(page.name))


def _seen(text: str, owned: Owned) -> set[str]:
    readable = unescape(text)
    return {word for word in owned.words if word in readable}


@pytest.mark.parametrize("page", LISTS, ids=_name)
@pytest.mark.parametrize("username", [OWNER, COLLEAGUE])
def test_owner_and_colleague_see_their_lists(
    client_of: ClientOf, owned: Owned, page: Page, username: str
) -> None:
    client = client_of(username)
    first, answer = client.get(page.path), call(client, route_payload(page.path))
    assert (first.status_code, answer.status_code) == (200, 200)
    if page.name not in NOT_ABOUT_PLANS:
        assert _seen(first.text, owned)
        assert _seen(page_of(answer), owned)


@pytest.mark.parametrize("page", LISTS, ids=_name)
def test_an_outsider_sees_nothing_of_it(deputy: FlaskClient, owned: Owned, page: Page) -> None:
    first, answer = deputy.get(page.path), call(deputy, route_payload(page.path))
    assert (first.status_code, answer.status_code) == (200, 200)
    assert not _seen(first.text, owned)
    assert not _seen(_letters(answer.text), owned)


@pytest.mark.parametrize("page", LISTS, ids=_name)
def test_an_outsider_gets_no_further_by_filters(
    deputy: FlaskClient, owned: Owned, page: Page
) -> None:
    for name, value in {"plan": owned.plan, **owned.ids}.items():
        if name == "measure":
            continue
        first = deputy.get(page.path, query_string={name: value})
        answer = call(deputy, route_payload(page.path, **{name: value}))
        assert first.status_code == 400
        assert not _seen(first.text, owned)
        assert not _seen(page_of(answer), owned)


@pytest.mark.parametrize("page", DETAILS, ids=_name)
@pytest.mark.parametrize("username", [OWNER, COLLEAGUE, ABOVE])
def test_owner_colleague_and_region_see_the_thing(
    client_of: ClientOf, owned: Owned, page: Page, username: str
) -> None:
    client = client_of(username)
    path = _path(page, owned)
    first, answer = client.get(path), call(client, route_payload(path))
    assert first.status_code == 200
    assert _seen(first.text, owned)
    assert _seen(page_of(answer), owned)


@pytest.mark.parametrize("page", DETAILS, ids=_name)
def test_an_outsider_cannot_tell_it_from_nothing(
    deputy: FlaskClient, owned: Owned, page: Page
) -> None:
    path, nothing = _path(page, owned), page.path.format(id=MISSING)
    assert deputy.get(path).status_code == deputy.get(nothing).status_code == 404
    theirs, none = (page_of(call(deputy, route_payload(one))) for one in (path, nothing))
    assert theirs == none
    assert not _seen(deputy.get(path).text, owned)


@pytest.mark.parametrize("page", PAGES, ids=_name)
def test_anonymous_gets_the_form_alone(anonymous: FlaskClient, owned: Owned, page: Page) -> None:
    path = _path(page, owned)
    first = anonymous.get(path)
    assert first.status_code == 302
    assert first.headers["Location"].startswith("/login")
    answer = call(anonymous, route_payload(path))
    assert answer.status_code == 401
    assert answer.json == {"error": "sign_in_required"}


@pytest.mark.parametrize("path", ["/admin", "/data", "/measures/x", "/measures/1/2", "/x"])
def test_what_is_no_page_is_not_found(kdn: FlaskClient, path: str) -> None:
    assert kdn.get(path).status_code == 404


def test_the_layout_is_that_of_the_page_and_the_account(
    deputy: FlaskClient, kdn: FlaskClient, owned: Owned
) -> None:
    came_from = {"Referer": "http://localhost/measures"}
    theirs = deputy.get("/_dash-layout", headers=came_from)
    own = kdn.get("/_dash-layout", headers=came_from)
    assert theirs.status_code == own.status_code == 200
    assert not _seen(_letters(theirs.text), owned)
    assert _seen(_letters(own.text), owned)


def test_a_callback_without_the_token_is_refused(kdn: FlaskClient) -> None:
    assert kdn.post("/_dash-update-component", json=route_payload("/")).status_code == 400


def _letters(text: str) -> str:
    """Return JSON text with its escaped letters readable."""
    return json.dumps(json.loads(text), ensure_ascii=False)
