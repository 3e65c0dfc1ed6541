"""The register and the page of one measure."""

from dataclasses import replace
from datetime import date, datetime
from typing import Any

import pytest

from dashboard.prerender import to_html
from data_access.records.doubts import SourceDoubt
from data_access.records.status import Status
from data_access.records.view import Filters
from data_access.rules.explain import RULES
from layouts import measure_detail_parts as parts
from layouts import measure_detail_words as words
from layouts import measures
from layouts.measure_detail import detail, finding
from layouts.measure_detail_history import DECISIONS, history
from layouts.measure_detail_spans import clipped
from layouts.measures_chips import status_chips, toggled
from layouts.texts import NBSP, use_locale
from tests.support import measure_pages as pages
from tests.support import records as make
from tests.support.frames import frame
from tests.unit.layouts.trees import hrefs, text, walk


def plain(value: str) -> str:
    return value.replace(NBSP, " ")


def register(filters: Filters | None = None, **changes: object) -> str:
    data = pages.register(**changes)
    return plain(to_html(measures.page(data, frame("/measures", filters))))


def one(**changes: object) -> str:
    return plain(to_html(detail(pages.detail(**changes), frame("/measures/203"))))


def test_headline_counts_what_was_found_and_how_it_stands() -> None:
    found = plain(measures.finding(pages.register(), frame("/measures")))
    assert found == "На 11 октября 2021 найдено 23 мероприятия: исполнено 9, просрочено 3."


def test_headline_of_a_status_says_of_how_many() -> None:
    filters = Filters(statuses=(Status.OVERDUE,))
    found = measures.finding(pages.register(found=3), frame("/measures", filters))
    assert plain(found) == "На 11 октября 2021 найдено 3 мероприятия из 23."


def test_headline_in_english() -> None:
    with use_locale("en"):
        found = measures.finding(pages.register(found=1), frame("/measures"))
    assert "1 measure found of 23" in plain(found)


def test_chips_switch_statuses_on_and_off() -> None:
    assert toggled(Filters(), Status.DONE).statuses == (Status.DONE,)
    both = toggled(Filters(statuses=(Status.DONE,)), Status.OVERDUE)
    assert both.statuses == (Status.DONE, Status.OVERDUE)
    assert toggled(both, Status.DONE).statuses == (Status.OVERDUE,)


def test_chips_keep_the_other_filters_and_mark_what_is_chosen() -> None:
    filters = Filters(statuses=(Status.OVERDUE,), q="опека", section=2)
    chips = status_chips(make.totals().by_status, filters)
    assert all("section=2" in href and "q=" in href for href in hrefs(chips))
    chosen = [item for item in walk(chips) if getattr(item, "aria-current", None)]
    assert len(chosen) == 1
    assert "Просрочено" in text(chosen[0])


def test_chosen_status_without_measures_still_has_its_chip() -> None:
    chips = status_chips(make.totals().by_status, Filters(statuses=(Status.RETURNED,)))
    assert "На доработке" in text(chips)


def test_first_response_carries_plain_rows_and_downloads() -> None:
    shown = register(Filters(plan=1))
    assert shown.count("<tr") == 4
    assert "41 день" in shown
    assert "/export/measures.csv?plan=1" in shown


def test_list_that_goes_on_says_so() -> None:
    assert "Показаны первые 3 из 23" in register()
    assert "Показаны первые" not in register(found=3)


def test_nothing_found_offers_the_way_back() -> None:
    shown = register(Filters(q="нет такого"), rows=(), found=0, totals=make.totals({}))
    assert "нет такого" in shown
    assert "Показать все мероприятия" in shown


def test_status_that_nothing_has_leaves_the_chips() -> None:
    shown = register(Filters(statuses=(Status.RETURNED,)), rows=(), found=0)
    assert "st-chip" in shown
    assert "По фильтру «На доработке» мероприятий нет" in shown


def test_every_rule_has_a_sentence() -> None:
    assert set(words.RULES) == set(RULES)


@pytest.mark.parametrize("rule", RULES)
@pytest.mark.parametrize("locale", ["ru", "en"])
def test_every_rule_can_be_said(rule: str, locale: str) -> None:
    with use_locale(locale):
        assert "%(" not in words.rule(pages.detail(rule=rule))
        assert "%(" not in words.rule(pages.detail(rule=rule, points=(), deciding_point=None))


def test_four_steps_lead_from_the_phrase_to_the_status() -> None:
    shown = one()
    reading = ["Прочитано как дата", "до 31.08.2021"]
    order = [pages.PHRASE, *reading, "по этой точке отчётов нет", "Срок 31.08.2021"]
    places = [shown.index(part) for part in order]
    assert places == sorted(places)
    assert "прошёл 41 день назад, а отчёта об исполнении нет" in shown


def test_reports_that_decide_stand_in_their_step() -> None:
    report = make.report(7, outcome="done", submitted_on=date(2021, 8, 30))
    shown = one(reports=(report,), deciding_reports=(7,), rule="done.in_time")
    assert "why__reports" in shown
    assert "30.08.2021" in shown


def test_worst_of_several_points_is_named() -> None:
    second = make.point(id=2, label="IV квартал")
    shown = one(points=(*pages.detail().points, second))
    assert "Одна из 2: решает худшая из начавшихся" in shown
    assert "решает</span>" in shown


def test_extension_shows_both_dates() -> None:
    assert "31.08.2021 (продлён, был 30.06.2021)" in plain(finding(pages.detail().row))


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({"status": Status.UNDATED, "due_on": None}, "контрольного срока нет."),
        ({"due_on": date(2021, 10, 21)}, "до срока 10 дней; срок 21.10.2021."),
        (
            {"status": Status.DONE_LATE, "completed_on": date(2022, 1, 1), "days_overdue": 1},
            "исполнено 01.01.2022; опоздание 1 день; срок 31.12.2021.",
        ),
    ],
)
def test_finding_of_one_measure(changes: dict[str, Any], expected: str) -> None:
    assert plain(finding(make.measure(**changes))) == expected


def test_history_joins_reports_and_decisions_and_marks_what_came_late() -> None:
    shown = one()
    assert "История: 2 отчёта, 1 решение" in shown
    assert "Срок продлён до 31.12.2021" in shown
    assert "внесено 09.07.2021" in shown
    assert shown.index("09.07.2021") < shown.index("28.06.2021")


def test_history_puts_the_older_under_a_fold() -> None:
    day = datetime(2021, 7, 9)
    reports = tuple(make.report(one, recorded_at=day) for one in range(1, 14))
    assert "Показать более ранние (4)" in one(reports=reports)


@pytest.mark.parametrize("kind", DECISIONS)
def test_every_decision_has_words(kind: str) -> None:
    assert "Основание: протокол КДН № 6" in one(
        decisions=(make.decision(kind=kind, target="measure"),)
    )


def test_decision_on_a_report_says_whose_and_of_when() -> None:
    made = make.decision(
        kind="accept", target="report", report_by=make.CUSTODY, report_on=date(2021, 4, 5)
    )
    about = text(history(pages.detail(decisions=(made,)), Filters()))
    assert f"решение по отчёту:  {make.CUSTODY.short_name} , 05.04.2021" in about


def test_spans_are_cut_to_the_plan_and_the_date() -> None:
    spans = clipped(pages.detail().spans, date(2020, 1, 1), make.AS_OF)
    assert spans[0].valid_from == date(2020, 1, 1)
    assert spans[-1].valid_to == date(2021, 10, 12)
    assert clipped(pages.detail().spans, make.AS_OF, date(2020, 1, 1)) == []


def test_time_before_the_plan_shows_no_bar() -> None:
    row = make.measure(as_of=date(2019, 5, 1), status=Status.NOT_DUE)
    assert "span-bar" not in one(row=row)


def test_measure_without_date_executors_and_history() -> None:
    row = make.measure(status=Status.UNDATED, due_on=None, executors=(), deadline_text="")
    shown = one(
        row=row, points=(), reports=(), decisions=(), deciding_point=None, rule="undated.no_point"
    )
    assert "документ не называет срока" in shown
    assert "Документ исполнителей не называет" in shown
    assert "Отчётов и решений пока нет" in shown


def test_practices_findings_and_agreement_are_shown() -> None:
    marks = (make.mark(by_agreement=True), make.mark(make.OFFICE, "co", is_group=True))
    shown = one(row=replace(pages.detail().row, executors=marks))
    assert "ответственный, по согласованию" in shown
    assert "соисполнитель, группа организаций" in shown
    assert "1 сомнение в документе" in shown
    assert "Сопровождение замещающих семей" in shown


@pytest.mark.parametrize(
    ("language", "resolution", "told"),
    [
        ("ru", "superseded", "Заменено новой загрузкой."),
        ("ru", "accepted", "Принято как предложено."),
        ("ru", "edited", "Исправлено вручную."),
        ("ru", "dismissed", "Оставлено как прочитано."),
        ("ru", "of_another_version", "Решено."),
        ("ru", "Принят второй срок.", "Принят второй срок."),
        ("en", "superseded", "Replaced by a newer file."),
        ("en", "of_another_version", "Settled."),
    ],
)
def test_how_a_doubt_was_settled_is_told_in_words(
    language: str, resolution: str, told: str
) -> None:
    doubt = SourceDoubt("Срок?", resolution, "merged_cell", "июнь", "июль")
    with use_locale(language):
        shown = text(parts.findings([doubt]))
    assert told in shown
    assert told == resolution or resolution not in shown


def test_pages_have_no_style_attributes() -> None:
    assert "style=" not in register()
    assert "style=" not in one()
