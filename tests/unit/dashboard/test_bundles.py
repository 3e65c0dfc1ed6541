"""Dash's bundles: one copy of each file, kept for good only under its present address."""

import re
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from threading import Event

import pytest
from dash import Dash
from dash.fingerprint import check_fingerprint
from flask.testing import FlaskClient

from dashboard import packing
from dashboard.bundles import PREFIX
from dashboard.packing import Packer

SOURCE = re.compile(r'src="(/_dash-component-suites/[^"]+)"')
BUNDLE = PREFIX + "dash/dcc/dash_core_components"
MADE_UP = "v9_9_9m1234567890"


@pytest.fixture
def packer(app: Dash) -> Packer:
    found: Packer = app.server.extensions["karta_bundles"]
    return found


def caching(client: FlaskClient, address: str) -> str:
    answer = client.get(address)
    assert answer.status_code == 200
    return str(answer.headers["Cache-Control"])


def test_every_address_of_the_page_is_kept_for_good(deputy: FlaskClient) -> None:
    addresses = SOURCE.findall(deputy.get("/").text)
    assert len(addresses) > 5
    assert {caching(deputy, one) for one in addresses} == {packing.ALWAYS}


def test_later_parts_are_kept_for_good_as_their_bundle_asks_for_them(deputy: FlaskClient) -> None:
    """Their fingerprint was put into the bundle when it was built."""
    (main,) = (
        one
        for one in SOURCE.findall(deputy.get("/").text)
        if "dash_core_comp" in one and "shared" not in one
    )
    (mark,) = re.findall(r'splice\(1,0,"([^"]+)"', deputy.get(main).text)
    assert caching(deputy, f"{PREFIX}dash/dcc/async-graph.{mark}.js") == packing.ALWAYS
    assert caching(deputy, f"{PREFIX}dash/dcc/async-graph.{MADE_UP}.js") == packing.NEVER


@pytest.mark.parametrize("middle", [f".{MADE_UP}", ""], ids=["made up", "without"])
def test_another_fingerprint_is_answered_but_not_kept(deputy: FlaskClient, middle: str) -> None:
    assert caching(deputy, f"{BUNDLE}{middle}.js") == packing.NEVER


def test_made_up_fingerprints_take_no_memory(deputy: FlaskClient, packer: Packer) -> None:
    deputy.get(f"{BUNDLE}.js")
    before = len(packer)
    for number in range(20):
        deputy.get(f"{BUNDLE}.v1_0_{number}m{number}.js?x={number}")
    assert len(packer) == before


def test_no_copy_has_a_fingerprint_in_its_name(deputy: FlaskClient, packer: Packer) -> None:
    for address in SOURCE.findall(deputy.get("/").text):
        deputy.get(address)
    assert not [key for key in packer._kept if check_fingerprint(key)[1]]


def test_compressing_one_file_holds_up_no_other(monkeypatch: pytest.MonkeyPatch) -> None:
    begun, go_on = Event(), Event()

    def slow(body: bytes, _solid: bool) -> dict[str, bytes]:
        if body == b"big":
            begun.set()
            assert go_on.wait(30)
        return {"": body}

    monkeypatch.setattr(packing, "_bodies", slow)
    packer = Packer()
    pack: Callable[[str], bytes] = lambda key: packer.packed(  # noqa: E731
        key, key.encode(), "text/plain"
    ).bodies[""]
    with ThreadPoolExecutor(2) as pool:
        big = pool.submit(pack, "big")
        assert begun.wait(30)
        try:
            assert pool.submit(pack, "small").result(timeout=30) == b"small"
        finally:
            go_on.set()
        assert big.result(timeout=30) == b"big"
