"""Every page of an earlier day says that its measures are named as an act named them later."""

import pytest
from flask.testing import FlaskClient

from data_access.db import Database
from tests.database.test_act_order import AMENDING, LATER
from tests.database.test_plan_amending import amended
from tests.database.test_plan_saving import taken_in
from tests.support.drafts import People, act


@pytest.fixture
def taken(db: Database, people: People) -> People:
    taken_in(db, people.owner, act())
    return people


SAID = "в редакции, действующей с 20.05.2023"


@pytest.mark.parametrize("path", ["/", "/measures", "/overdue", "/executors"])
def test_pages_of_an_earlier_day_say_whose_words_they_show(
    db: Database, taken: People, client: FlaskClient, path: str
) -> None:
    amended(db, taken, act(**AMENDING, **LATER))
    assert SAID in client.get(f"{path}?as_of=2023-05-19").text
    assert "в редакции, действующей" not in client.get(f"{path}?as_of=2023-05-20").text


def test_a_plan_that_no_act_amended_says_nothing(
    db: Database, taken: People, client: FlaskClient
) -> None:
    amended(db, taken, act() + b"\n")
    assert "в редакции, действующей" not in client.get("/measures?as_of=2023-03-01").text
