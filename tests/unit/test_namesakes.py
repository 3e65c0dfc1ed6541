"""Executors of one name in several territories are told apart wherever they are named."""

from dataclasses import replace

from data_access.queries.namesakes import told_apart
from data_access.records.common import GroupRow, Ref
from data_access.records.status import Status
from layouts import executors, overdue
from layouts.group_sentences import executors_words
from layouts.texts import NBSP
from tests.support import records as make

NORTH, SOUTH = Ref(1, "Север", "Север"), Ref(2, "Юг", "Юг")


def late(id: int, number: int, place: Ref, name: str = "УО") -> GroupRow:
    row = make.group("", {Status.OVERDUE: number}, id=id, name=name, short_name=name)
    return replace(row, parent=place)


def test_choices_name_the_place_where_the_name_repeats() -> None:
    found = [(Ref(1, "Управление", "УО"), "Север"), (Ref(2, "Управление", "УО"), "Юг")]
    found.append((Ref(3, "Комиссия", "КДН"), "Юг"))
    assert [one.short_name for one in told_apart(found)] == ["УО (Север)", "УО (Юг)", "КДН"]
    assert [one.id for one in told_apart(found)] == [1, 2, 3]


def test_sentences_name_the_place_where_there_are_several() -> None:
    rows = (late(1, 5, NORTH), late(2, 3, SOUTH))
    assert "УО (Север), 5 из 5" in executors_words(rows).replace(NBSP, " ")
    assert "УО (Север) (5)" in executors._late_words(rows).replace(NBSP, " ")
    alone = (late(1, 5, NORTH), late(2, 3, NORTH, "КДН"))
    assert "УО, 5 из 5" in executors_words(alone).replace(NBSP, " ")


def test_overdue_measures_of_namesakes_are_not_added_up() -> None:
    plans = (make.plan(), replace(make.plan(2), territory=SOUTH))
    rows = [
        make.measure("1.1", status=Status.OVERDUE),
        make.measure("1.2", status=Status.OVERDUE),
        make.measure("2.1", status=Status.OVERDUE),
    ]
    lead = rows[0].executors[0]
    other = replace(lead, id=lead.id + 900)
    rows[2] = replace(rows[2], plan=plans[1], executors=(other, *rows[2].executors[1:]))
    said = overdue._by_lead(rows).replace(NBSP, " ")
    assert f"{lead.short_name} ({rows[0].plan.territory.short_name}) (2)" in said
