"""Territories that are looked up by name in the filter bar: within the account's rights alone."""

import json
from collections.abc import Callable
from typing import Any

import pytest
from flask.testing import FlaskClient

from layouts import ids
from tests.permissions.conftest import Owned
from tests.support.clients import call

ClientOf = Callable[[str], FlaskClient]
NAME = "александровск"


def payload(words: str | None, search: str = "") -> dict[str, Any]:
    return {
        "output": f"{ids.FILTER_TERRITORY}.options",
        "outputs": {"id": ids.FILTER_TERRITORY, "property": "options"},
        "inputs": [{"id": ids.TERRITORY_WORDS, "property": "data", "value": words}],
        "changedPropIds": [f"{ids.TERRITORY_WORDS}.data"],
        "state": [
            {"id": ids.LOCATION, "property": "pathname", "value": "/measures"},
            {"id": ids.LOCATION, "property": "search", "value": search},
        ],
    }


def found(client: FlaskClient, words: str, search: str = "") -> list[int]:
    answer = call(client, payload(words, search))
    assert answer.status_code == 200
    options = json.loads(answer.text)["response"][ids.FILTER_TERRITORY]["options"]
    return [one["value"] for one in options]


@pytest.mark.parametrize("username", ["kdn", "coordinator", "region"])
def test_owner_colleague_and_region_find_it(
    client_of: ClientOf, owned: Owned, username: str
) -> None:
    assert found(client_of(username), NAME) == [owned.ids["territory"]]


def test_an_outsider_does_not(deputy: FlaskClient, owned: Owned) -> None:
    territory = owned.ids["territory"]
    for words in (NAME, "о", "", "%", "_"):
        assert territory not in found(deputy, words)
        assert territory not in found(deputy, words, f"?territory={territory}")


def test_anonymous_finds_nothing(anonymous: FlaskClient) -> None:
    answer = call(anonymous, payload(NAME))
    assert answer.status_code == 401


def test_what_is_too_short_or_too_long_is_harmless(region: FlaskClient) -> None:
    whole = found(region, "")
    assert len(whole) > 1
    assert found(region, "а") == whole
    assert found(region, "а" * 100_000) == []
