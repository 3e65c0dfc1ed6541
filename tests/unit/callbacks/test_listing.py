"""Which part of a long list an address asks for; nothing wrong is dropped silently."""

from urllib.parse import urlsplit

import pytest
from hypothesis import given
from hypothesis import strategies as st

from callbacks.listing import read, split
from data_access.records.bands import BANDS
from data_access.records.nation import LEVELS, Listing
from data_access.records.ranking import ORDERS
from data_access.records.view import Filters
from layouts.listing_links import href

listings = st.builds(
    Listing,
    level=st.sampled_from(("", *LEVELS)),
    order=st.sampled_from(sorted(ORDERS)),
    name=st.text("абвгё «»&=%+ xyz", max_size=40).map(str.strip),
    band=st.sampled_from(("", *BANDS)),
    page=st.integers(1, 999),
)


def of(address: str) -> tuple[Listing, tuple[str, ...]]:
    return read(split(urlsplit(address).query)[1])


@given(listings)
def test_what_links_write_is_what_is_read(listing: Listing) -> None:
    address = href("/territories", Filters(territory=3), listing, page=listing.page)
    assert of(address) == (listing, ())
    assert split(urlsplit(address).query)[0] == "territory=3"


def test_another_part_begins_anew() -> None:
    deep = Listing("all", page=7)
    assert href("/territories", Filters(), deep, order="days") == (
        "/territories?show=all&order=days"
    )
    assert href("/territories", Filters(), Listing(), level="") == "/territories"


def test_the_rest_is_left_to_the_filters() -> None:
    rest, own = split("?q=a%20b&page=2&x=1&q=c")
    assert rest == "q=a+b&q=c&x=1"
    assert own == {"page": ["2"]}


@pytest.mark.parametrize(
    "query",
    [
        "page=0",
        "page=-1",
        "page=1e3",
        "page=1234567",
        "band=execution",
        "band=execution-10",
        "order=name",
        "show=x",
        f"name={'а' * 201}",
        "name=%00",
        "page=1&page=2",
    ],
)
def test_what_cannot_be_used_is_said(query: str) -> None:
    listing, errors = of(f"/territories?{query}")
    assert listing == Listing()
    assert len(errors) == 1


def test_too_much_is_left_to_the_filters_to_complain_of() -> None:
    query = "&".join(["page=1"] * 60)
    assert split(query) == (query, {})
