"""What an act changes in a saved plan: measures recognised, control points, periods, places."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from data_access.importers.draft.differ_plan import period_changes, plan_changes, plan_kept
from data_access.importers.draft.differ_points import point_changes
from data_access.importers.draft.difference import Terms, difference
from data_access.importers.draft.name_book import SavedExecutor
from data_access.importers.draft.names import matches
from data_access.importers.draft.order import order_of
from data_access.importers.draft.pairing import pair_measures
from data_access.importers.draft.periods import periods_of
from data_access.importers.draft.places import SavedTitle, target_of
from data_access.importers.draft.retitling import CODE, number_of
from data_access.importers.draft.saved import (
    SavedAssignment,
    SavedIndicator,
    SavedMeasure,
    SavedPeriod,
    SavedPlan,
    SavedPoint,
    SavedSection,
)
from data_access.importers.draft.short import code_of, short, short_plan
from data_access.importers.draft.state import DraftState
from data_access.importers.draft.territories import new_of, territory_of
from data_access.plan_rows.texts import MeasureText, PlanOrder, PointText
from data_access.records.draft_matches import NewTerritory, Place
from data_access.records.reading import CitedAct
from tests.support.readings import state

ON = date(2023, 6, 1)
TERMS = Terms(ON)


def order(made: DraftState | None = None, *saved: SavedExecutor) -> PlanOrder:
    made = made or state()
    plan = made.reading.plan
    periods = periods_of(plan.reporting, plan.period_start, plan.period_end, plan.earliest)
    return order_of(made, matches(made.reading, made.names, saved), periods)


def saved_as(of: PlanOrder) -> tuple[SavedPlan, PlanOrder]:
    """Return the plan as saving the order would leave it, and the order with known executors."""
    ids = {one.key: at for at, one in enumerate(of.executors, 100)}
    known = tuple(replace(one, id=ids[one.key]) for one in of.executors)
    names = {one.key: one.name for one in of.executors}
    measures = tuple(
        SavedMeasure(
            id=at,
            number=one.number,
            section=one.section,
            position=at,
            title=one.title,
            short_title=one.short_title,
            deadline_text=one.deadline_text,
            kind=one.kind,
            expected_result=one.expected_result,
            extra=one.extra,
            points=tuple(
                saved_point(at * 100 + place, it.due_on, it.label, it.starts_on)
                for place, it in enumerate(one.points)
            ),
            assignments=tuple(
                SavedAssignment(
                    id=at * 100 + place,
                    executor_id=ids[it.key],
                    name=names[it.key],
                    by_agreement=it.by_agreement,
                    role="co" if place else "lead",
                    position=place + 1,
                )
                for place, it in enumerate(one.executors)
            ),
        )
        for at, one in enumerate(of.measures, 1)
    )
    plan = SavedPlan(
        id=1,
        code="p",
        territory_id=1,
        plan=of.plan,
        sections=tuple(
            SavedSection(at, one.number, one.title, one.short_title)
            for at, one in enumerate(of.sections, 1)
        ),
        measures=measures,
        indicators=tuple(
            SavedIndicator(at, one.name, one.short_name, one.unit, one.direction, one.targets)
            for at, one in enumerate(of.indicators, 1)
        ),
        periods=tuple(
            SavedPeriod(at, one.label, one.starts_on, one.ends_on, one.due_on)
            for at, one in enumerate(of.periods, 1)
        ),
    )
    return plan, replace(of, executors=known)


def saved_point(
    id: int, due: date, label: str = "", start: date | None = None, **more: object
) -> SavedPoint:
    values = {"in_force": due, "named": due, **more}
    return SavedPoint(id, start, due, label, **values)  # type: ignore[arg-type]


def measure(number: str, title: str, phrase: str = "2024 год") -> MeasureText:
    return MeasureText(number, "1", title, title, phrase, "period", "", (), ())


def saved(id: int, number: str, title: str, phrase: str = "2024 год") -> SavedMeasure:
    return SavedMeasure(id, number, "1", id, title, title, phrase, "period", "")


def test_the_same_act_differs_in_nothing() -> None:
    plan, again = saved_as(order())
    assert difference(plan, again, TERMS).is_empty


RENAMED = "Ремонт спортивной площадки"


def told(new: MeasureText, answers: dict[int, str] | None = None) -> list[tuple[str, str, int]]:
    """Return what becomes of one measure under the number of a saved one: doubt, fate, removed."""
    plan, _ = saved_as(order())
    plan = replace(plan, measures=(saved(7, "1.1", "Консультации родителей"),), indicators=())
    ordered = replace(order(), measures=(new,), sections=(), indicators=())
    found = difference(plan, ordered, replace(TERMS, answers=answers or {}))
    gone = sum(one.fate == "removed" for one in found.measures)
    return [(one.doubt, one.fate, gone) for one in found.measures if one.key]


@pytest.mark.parametrize(
    ("new", "doubt", "fate", "gone"),
    [
        (measure("1.1", RENAMED), "same", "changed", 0),
        (measure("1.1", RENAMED, "2025 год"), "other", "added", 1),
        (replace(measure("1.1", RENAMED), section="2"), "other", "added", 1),
        (measure("1.2", RENAMED), "", "added", 1),
        (measure("1.1", "Консультации родителей", "2025 год"), "", "changed", 0),
    ],
)
def test_a_wholly_other_title_under_the_same_number_is_a_doubt(
    new: MeasureText, doubt: str, fate: str, gone: int
) -> None:
    new = replace(new, key="m1")
    assert told(new) == [(doubt, fate, gone)]
    number = number_of(CODE, "m1", 7)
    if doubt:
        assert told(new, {number: "accepted"}) == [("same", "changed", 0)]
        assert told(new, {number: "dismissed"}) == [("other", "added", 1)]


@settings(max_examples=40)
@given(st.permutations(range(6)), st.lists(st.integers(0, 5), max_size=3))
def test_measures_keep_their_identity_when_renumbered(
    shuffled: list[int], dropped: list[int]
) -> None:
    titles = [
        *("Консультации родителей", "Ремонт детской площадки", "Обучение специалистов опеки"),
        *("Издание памяток о правах", "Летний отдых подростков", "Телефон доверия для семей"),
    ]
    old = [saved(at, f"1.{at + 1}", title) for at, title in enumerate(titles)]
    kept = [at for at in shuffled if at not in dropped]
    new = [measure(f"1.{place + 1}", titles[at]) for place, at in enumerate(kept)]
    found = pair_measures(new, old)
    assert [found[place].id for place in range(len(kept))] == kept


@pytest.mark.parametrize(
    ("title", "phrase", "same"),
    [
        ("Консультации родителей и опекунов", "2025 год", True),
        ("Проведение консультаций для родителей", "2024 год", True),
        ("Ремонт спортивной площадки", "2025 год", False),
        ("Ремонт спортивной площадки", "2024 год", False),
    ],
)
def test_an_item_reworded_or_given_to_another_measure(title: str, phrase: str, same: bool) -> None:
    old = [saved(1, "1.1", "Консультации родителей")]
    assert bool(pair_measures([measure("1.1", title, phrase)], old)) is same


JUNE, SEPTEMBER, DECEMBER = date(2023, 6, 30), date(2023, 9, 30), date(2023, 12, 31)


def fates(new: list[PointText], old: list[SavedPoint], on: date = ON) -> list[tuple[str, bool]]:
    return [(one.fate, one.stays) for one in point_changes(new, old, on)]


def test_points() -> None:
    june, september = saved_point(1, JUNE), saved_point(2, SEPTEMBER)
    as_new = [PointText(None, one, "") for one in (JUNE, SEPTEMBER, DECEMBER)]
    assert fates(as_new[:2], [june, september]) == [("unchanged", False)] * 2
    assert fates(as_new, [june, september])[-1] == ("added", False)
    assert fates(as_new[2:], [september]) == [("extended", False)]
    assert fates(as_new[:1], [september]) == [("added", False), ("removed", False)]
    assert fates(as_new[:1], [june, replace(september, has_history=True)])[-1] == ("removed", True)
    assert fates([], [june], on=date(2023, 7, 1)) == [("removed", True)], "it was due already"


def test_points_with_decisions() -> None:
    june = PointText(None, JUNE, "")
    by_commission = saved_point(1, JUNE, in_force=DECEMBER)
    assert fates([june], [by_commission]) == [("unchanged", False)]
    by_act = saved_point(1, JUNE, in_force=DECEMBER, named=DECEMBER)
    assert fates([june], [by_act]) == [("extended", False)], "taken back"
    both = [june, PointText(None, DECEMBER, "")]
    assert fates(both, [by_act]) == [("extended", False), ("added", False)], "its own date is back"
    removed = saved_point(1, JUNE, is_removed=True)
    assert fates([june], [removed]) == [("unchanged", False)]
    assert fates([june], [replace(removed, is_taken_out=True)]) == [("restored", False)]
    assert fates([], [removed]) == []


def test_dates_before_the_amending_act_are_left_alone() -> None:
    old = [saved_point(1, date(2023, 3, 31)), saved_point(2, JUNE)]
    new = [PointText(None, JUNE, "")]
    found = point_changes(new, old, ON, ON)
    assert [(one.fate, one.old, one.point_id) for one in found] == [
        ("unchanged", JUNE, 2),
        ("owed", date(2023, 3, 31), 1),
    ]
    done = [replace(old[0], is_settled=True), old[1]]
    assert [one.fate for one in point_changes(new, done, ON, ON)] == ["unchanged"]
    moved = [replace(old[0], in_force=DECEMBER), old[1]]
    assert [one.fate for one in point_changes(new, moved, ON, ON)] == ["unchanged", "removed"]
    assert [one.fate for one in point_changes(new, old, ON)] == ["unchanged", "removed"]
    yearly = [PointText(None, DECEMBER, "")]
    named = {date(2023, 3, 31)}
    assert [one.fate for one in point_changes(yearly, old[:1], ON, ON, named)] == ["added"]
    assert [one.fate for one in point_changes(yearly, old[:1], ON, ON)] == ["extended"]


def test_an_amending_act_adds_nothing_to_the_past() -> None:
    new = [PointText(date(2023, 1, 1), DECEMBER, ""), PointText(None, date(2023, 3, 31), "")]
    found = point_changes(new, [], ON, ON)
    assert [(one.fate, one.starts_on) for one in found] == [("added", ON), ("past", None)]
    assert [one.fate for one in point_changes(new, [], ON)] == ["added", "added"]
    start = replace(saved_point(1, DECEMBER), starts_on=ON)
    assert [one.fate for one in point_changes(new[:1], [start], ON)] == ["unchanged"]


LABELLED = st.tuples(st.dates(JUNE, DECEMBER), st.sampled_from(["", "а"]))


@settings(max_examples=200)
@given(
    st.lists(LABELLED, max_size=4, unique=True),
    st.lists(LABELLED, max_size=4, unique=True),
)
def test_points_end_as_the_act_names_them(
    before: list[tuple[date, str]], after: list[tuple[date, str]]
) -> None:
    old = [saved_point(at, due, label) for at, (due, label) in enumerate(sorted(before), 1)]
    new = [PointText(None, due, label) for due, label in sorted(after)]
    changes = point_changes(new, old, ON)
    live = [one for one in changes if one.fate != "removed"]
    assert [one.new for one in live] == [one.due_on for one in new]
    for made, said in zip(live, new, strict=True):
        assert made.label == said.label or not said.label, "no label said: the old one stays"
    touched = [one.point_id for one in changes if one.point_id]
    assert sorted(touched) == [one.id for one in old], "each old one has one fate"
    for one in changes:
        if one.fate == "extended":
            due = next(it.due_on for it in old if it.id == one.point_id)
            assert one.new is not None
            assert one.new >= due


def test_a_point_that_begins_with_the_plan_is_the_same_however_it_is_written() -> None:
    first, due = date(2024, 1, 1), date(2024, 12, 31)
    for was, now in ((None, first), (first, None), (first, first)):
        new, old = [PointText(now, due, "")], [saved_point(1, due, start=was)]
        found = point_changes(new, old, ON, plan_start=first)
        assert [one.fate for one in found] == ["unchanged"]
    later = [PointText(date(2024, 3, 1), due, "")]
    found = point_changes(later, [saved_point(1, due)], ON, plan_start=first)
    assert [one.fate for one in found] == ["changed"]


def test_periods_over_or_reported_on_stay() -> None:
    spring = SavedPeriod(1, "I", date(2023, 1, 1), date(2023, 3, 31), date(2023, 4, 10))
    autumn = SavedPeriod(2, "III", date(2023, 7, 1), date(2023, 9, 30), date(2023, 10, 10))
    found = period_changes([spring, autumn], [], TERMS)
    assert [(one.fate, one.label) for one in found] == [("removed", "III")]
    assert period_changes([replace(autumn, has_reports=True)], [], TERMS) == ()
    owed = replace(
        spring, ends_on=TERMS.on - timedelta(days=5), due_on=TERMS.on + timedelta(days=5)
    )
    assert period_changes([owed], [], TERMS) == ()


OWN = replace(TERMS, is_own=True, has_reporting=False)
OTHER = replace(OWN, is_own=False)


def test_what_the_act_does_not_say_is_kept() -> None:
    plan = order().plan
    silent = replace(plan, controller="", reporting_frequency="none", act_number="9")
    for terms in (OWN, OTHER):
        assert plan_changes(plan, silent, terms) == ()
        kept = {one.field: one.value for one in plan_kept(plan, silent, terms)}
        assert kept["controller"] == plan.controller
        assert kept["reporting_frequency"] == plan.reporting_frequency
        assert {"completion_rule", "day_off_rule"} <= set(kept)
        assert ("act_number" in kept) is not terms.is_own
        assert "title" not in kept


def test_only_the_plans_own_act_sets_its_number_and_date() -> None:
    plan = order().plan
    by_hand = frozenset({"act_number", "act_date", "act_kind"})
    other = replace(plan, act_number="9", act_date=date(2023, 5, 2), act_kind="распоряжение")
    corrected = plan_changes(plan, other, replace(OWN, by_hand=by_hand))
    assert {one.field for one in corrected} == by_hand
    empty = replace(plan, act_number="", act_date=None)
    assert {one.field for one in plan_changes(empty, other, OWN)} == {"act_number", "act_date"}
    for old in (plan, empty):
        for terms in (OTHER, replace(OTHER, by_hand=by_hand)):
            assert plan_changes(old, other, terms) == ()


def test_a_term_that_the_act_does_not_name_is_kept() -> None:
    plan = order().plan
    kept = plan_kept(plan, plan, replace(OTHER, is_term_kept=True))
    fields = {one.field for one in kept}
    assert {"period_start", "period_end"} <= fields


LONG = "Проведение консультаций для родителей и опекунов, " * 4


@pytest.mark.parametrize(("short_title", "changed"), [(short(LONG), True), ("Консультации", False)])
def test_a_short_title_that_a_person_gave_stays(short_title: str, changed: bool) -> None:
    before = order()
    texts = before.measures[0], before.sections[0], before.indicators[0]
    plan, _ = saved_as(before)
    plan = replace(
        plan,
        plan=replace(plan.plan, title=LONG, short_title=short_title),
        measures=(replace(plan.measures[0], title=LONG, short_title=short_title),),
        sections=(replace(plan.sections[0], title=LONG, short_title=short_title),),
        indicators=(replace(plan.indicators[0], name=LONG, short_name=short_title),),
    )
    new = replace(
        before,
        plan=replace(before.plan, title=LONG + "I", short_title="new"),
        measures=(replace(texts[0], title=LONG + "I", short_title="new"),),
        sections=(replace(texts[1], title=LONG + "I", short_title="new"),),
        indicators=(replace(texts[2], name=LONG + "I", short_name="new"),),
    )
    found = difference(plan, new, OWN)
    for changes in (
        found.plan,
        found.measures[0].changes,
        found.sections[0].changes,
        found.indicators[0].changes,
    ):
        fields = {one.field for one in changes}
        assert bool(fields & {"short_title", "short_name"}) is changed
        assert fields & {"title", "name"}


HOMES = [Place(1, "Сосновский муниципальный район", "Сосновка"), Place(2, "Борский район", "Бор")]
SARATOV = Place(3, "Советский район", "Советский", "Саратовская область")
KIROV = Place(4, "Советский район", "Советский", "Кировская область")
OF_SARATOV = Place(5, "Советский район Саратовской области", "Советский район")


@pytest.mark.parametrize(
    ("read", "places", "may_make", "how"),
    [
        ("Сосновский муниципальный район", HOMES, False, "equal"),
        ("сосновский  муниципальный район Тамбовской области", HOMES, False, "equal"),
        ("Сосновский муниципальный округ", HOMES, True, "undecided"),
        ("Лесной городок", HOMES, True, "new"),
        ("Лесной городок", HOMES, False, "undecided"),
        ("Речной муниципальный район", HOMES, True, "new"),
        ("Речной муниципальный район", HOMES, False, "undecided"),
        ("Сосновское муниципальное образование", HOMES, True, "undecided"),
        ("", HOMES[:1], False, "equal"),
        ("", HOMES, False, "undecided"),
        ("Советский район Кировской области", [SARATOV], True, "new"),
        ("Советский район Кировской области", [OF_SARATOV], True, "new"),
        ("Советский район Кировской области", [SARATOV], False, "undecided"),
        ("Советский район Кировской области", [SARATOV, KIROV], False, "equal"),
        ("Советский район", [SARATOV, KIROV], True, "undecided"),
        ("Советский район", [SARATOV], True, "equal"),
    ],
)
def test_where_it_belongs(read: str, places: list[Place], may_make: bool, how: str) -> None:
    made = state()
    plan = replace(made.reading.plan, territory=read)
    made = replace(made, reading=replace(made.reading, plan=plan))
    found = territory_of(made, places, may_make=may_make)
    assert found.how == how
    assert set(found.candidates) == set(places), "another one can always be chosen"
    if isinstance(found.territory, Place) and "Кировской" in read:
        assert found.territory.region in ("", "Кировская область")


def test_one_to_be_made_lies_in_the_region_of_the_act() -> None:
    made = new_of("Советский район Кировской области", "municipality")
    assert made == NewTerritory("Советский район", "municipality", "Кировская область")


def title(**changes: object) -> SavedTitle:
    plan = state().reading.plan
    values: dict[str, object] = {
        "id": 1,
        "code": "p",
        "title": plan.title,
        "short_title": "П",
        "act_kind": plan.kind,
        "act_number": "1",
        "act_date": None,
        "starts_on": plan.period_start,
        "ends_on": plan.period_end,
    }
    return SavedTitle(**{**values, **changes})  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("changes", "why"),
    [
        ({"hashes": frozenset({"x"})}, ["same_file"]),
        ({"act_number": "118-П", "title": "Другой"}, ["same_act"]),
        ({"act_number": "118-п", "act_date": date(2020, 1, 1), "title": "Другой"}, []),
        ({}, ["alike"]),
        ({"starts_on": date(2022, 1, 1)}, []),
        ({"title": "Программа ремонта дорог"}, []),
    ],
)
def test_which_plan_is_proposed(changes: dict[str, object], why: list[str]) -> None:
    found = target_of(state(), "x", [title(**changes)], ON)
    assert [one.why for one in found.proposals] == why
    assert found.how == ("undecided" if why else "new")


@pytest.mark.parametrize(
    ("cited", "why"),
    [
        (CitedAct("118-п", date(2023, 1, 9)), ["amended"]),
        (CitedAct("118-П", None), ["amended"]),
        (CitedAct("118-п", date(2022, 1, 9)), []),
        (CitedAct("119-п", date(2023, 1, 9)), []),
    ],
)
def test_an_amending_act_is_asked_about(cited: CitedAct, why: list[str]) -> None:
    made = state()
    plan = replace(made.reading.plan, number="7", title="Новая редакция", amended=(cited,))
    made = replace(made, reading=replace(made.reading, plan=plan))
    saved = title(act_number="118-п", act_date=date(2023, 1, 9), title="Другой")
    found = target_of(made, "x", [saved], ON)
    assert [one.why for one in found.proposals] == why
    assert found.how == "undecided", "a new plan is made only if a person says so"


def test_a_plans_short_title_tells_territory_and_years() -> None:
    starts, ends = date(2025, 1, 1), date(2026, 12, 31)
    long = "План мероприятий («дорожная карта») по поддержке семей с детьми и профилактике " * 2
    made = short_plan(long, "Речный муниципальный округ", starts, ends)
    assert made == "Дорожная карта: Речный муниципальный округ, 2025–2026"
    assert short_plan("Комплекс мер " * 9, "Бор", starts, starts) == "План: Бор, 2025"
    assert short_plan("Дорожная карта Бора", "Бор", starts, ends) == "Дорожная карта Бора"
    assert short_plan(long, "", starts, ends) == short(long)
    assert len(short_plan(long, "Округ " * 60, starts, ends)) <= 100


def test_short_titles_and_codes() -> None:
    long = "Проведение межведомственных мероприятий по раннему выявлению семей в беде и "
    assert short(long * 2).startswith("Проведение межведомственных")
    assert short(long * 2).endswith("…")
    assert len(short(long * 2)) <= 100
    assert not short(long * 2).removesuffix("…").endswith((" ", " и", " в"))
    assert len(short("я" * 300)) == 100
    assert short("Коротко") == "Коротко"
    starts, ends = date(2023, 1, 1), date(2024, 12, 31)
    assert code_of("Сосновский район", starts, ends, ()) == "sosnovskij-2023-2024"
    taken = {"sosnovskij-2023-2024", "sosnovskij-2023-2024-2"}
    assert code_of("Сосновский район", starts, ends, taken) == "sosnovskij-2023-2024-3"
    assert code_of("район", starts, starts, ()) == "rajon-2023"
    assert len(code_of("Щ" * 300, starts, ends, ())) <= 60


@pytest.mark.parametrize(
    ("rule", "count", "first"),
    [
        ({}, 0, None),
        ({"frequency": "monthly", "due_day": 31}, 24, ("январь 2023", date(2023, 2, 28))),
        ({"frequency": "quarterly", "due_day": 10}, 8, ("I квартал 2023", date(2023, 4, 10))),
        ({"frequency": "half_yearly", "due_day": 5}, 4, ("I полугодие 2023", date(2023, 7, 5))),
        ({"frequency": "yearly", "due_day": 1}, 2, ("2023 год", date(2024, 1, 1))),
        ({"frequency": "yearly"}, 0, None),
        (
            {"frequency": "yearly", "due_dates": (date(2023, 12, 20), date(2024, 12, 20))},
            2,
            ("2023 год", date(2023, 12, 20)),
        ),
        (
            {"frequency": "once", "due_dates": (date(2025, 1, 15),)},
            1,
            ("2023–2024 годы", date(2025, 1, 15)),
        ),
    ],
)
def test_reporting_periods(
    rule: dict[str, object], count: int, first: tuple[str, date] | None
) -> None:
    found = periods_of(rule, date(2023, 1, 1), date(2024, 12, 31))
    assert len(found) == count
    assert all(one.starts_on <= one.ends_on for one in found)
    if first:
        assert (found[0].label, found[0].due_on) == first
