"""The calendar: its sentence, the addresses behind its marks, the table beside it."""

from dataclasses import replace
from datetime import date

from dash import Dash

from callbacks import timeline as callbacks
from dashboard.prerender import to_html
from data_access.records.common import PlanRef, Ref
from data_access.records.measures import ControlPointView
from data_access.records.pages import TimelinePage, TimelineRow
from data_access.records.status import Status
from data_access.records.view import Filters
from layouts import timeline, timeline_figure, timeline_sentences, timeline_table
from layouts.texts import NBSP
from tests.support import records as make
from tests.support.frames import frame

SECTIONS = {"1": Ref(1, "Право", "Право"), "2": Ref(2, "Профилактика", "Профилактика")}


def point(due: date, status: Status = Status.IN_PROGRESS, **changes: object) -> ControlPointView:
    return make.point(status, due_on=due, original_due_on=due, label="", **changes)


def row(number: str, *points: ControlPointView, plan: PlanRef | None = None) -> TimelineRow:
    measure = make.measure(number, section=SECTIONS[number[0]], plan=plan or make.plan())
    last = max((one.due_on for one in points), default=date(2021, 12, 31))
    return TimelineRow(measure, date(2020, 1, 1), last, points)


def rows() -> list[TimelineRow]:
    return [
        row("1.1", point(date(2020, 12, 31), Status.DONE_LATE)),
        row("1.2", point(date(2021, 8, 31), Status.OVERDUE), point(date(2021, 12, 31))),
        row("2.1", point(date(2021, 10, 31))),
        row("2.2", point(date(2021, 6, 30), Status.REMOVED)),
    ]


def plain(text: str) -> str:
    return text.replace(NBSP, " ")


def test_headline_counts_points_and_names_the_next_date() -> None:
    assert plain(timeline_sentences.finding(rows())) == (
        "На 11 октября 2021 прошёл срок 2 из 4 контрольных точек, из них не исполнено 1;"
        " ближайший срок – 31.10.2021: 1 мероприятие"
    )


def test_a_point_due_today_is_still_ahead() -> None:
    one = row("1.1", point(make.AS_OF))
    assert timeline_table.next_point(one, make.AS_OF) == one.points[0]
    assert "прошёл срок 0 из 1" in plain(timeline_sentences.finding([one]))


def test_done_points_are_not_the_next_ones() -> None:
    one = row("1.1", point(date(2021, 11, 1), Status.DONE))
    assert timeline_table.next_point(one, make.AS_OF) is None
    assert plain(timeline_sentences.finding([one])).endswith("впереди сроков нет")


def test_measures_without_points_say_so() -> None:
    assert "нет контрольных точек" in timeline_sentences.finding([row("1.1")])


def test_every_mark_leads_to_the_measure_of_its_label() -> None:
    filters = Filters(plan=1)
    figure = timeline_figure.calendar(rows(), make.AS_OF, filters)
    labels = {
        one["y"]: one for one in figure["layout"]["annotations"] if one.get("yref") != "paper"
    }
    for trace in figure["data"]:
        for place, address in zip(trace["y"], trace["customdata"], strict=True):
            number = address.removeprefix("/measures/").removesuffix("?plan=1").replace("0", ".")
            assert f"{number}\u2002" in labels[place]["text"]


def test_headings_lead_nowhere() -> None:
    figure = timeline_figure.calendar(rows(), make.AS_OF, Filters())
    heads = [one for one in figure["layout"]["annotations"] if "Профилактика" in one["text"]]
    assert len(heads) == 1
    assert "href" not in heads[0]["text"]


def test_months_stand_above_and_the_line_reaches_its_label() -> None:
    layout = timeline_figure.calendar(rows(), make.AS_OF, Filters())["layout"]
    assert layout["xaxis"]["side"] == "top"
    over_rows, stroke = layout["shapes"]  # between them lie the months' names
    assert over_rows["y1"] == 1
    assert stroke["y1"] > stroke["y0"] > 1


def test_page_has_chart_key_and_the_same_as_a_table() -> None:
    html = plain(
        to_html(timeline.page(TimelinePage((make.plan(),), tuple(rows()), len(rows())), frame()))
    )
    assert 'class="tl-mark tl-mark--square st-overdue"' in html
    assert "Исполнено с нарушением срока" in html
    assert html.count("<tr") == 1 + len(rows())
    assert "/export/measures.csv" in html
    assert "style=" not in html


def test_each_plan_has_its_own_calendar() -> None:
    omsk = make.plan(2, short_title="План Омска", as_of=date(2024, 9, 16))
    both = (*rows(), row("1.1", point(date(2024, 12, 31)), plan=omsk))
    html = to_html(timeline.page(TimelinePage((make.plan(), omsk), both, len(both)), frame()))
    assert "Календарь: План Омска" in html
    assert html.count("pre-graph") == 2


def test_plans_beyond_the_room_are_linked() -> None:
    plans = [make.plan(n, short_title=f"План {n}") for n in range(1, timeline.MOST_CHARTS + 3)]
    found = tuple(row("1.1", point(date(2021, 12, 31)), plan=one) for one in plans)
    html = to_html(timeline.page(TimelinePage(tuple(plans), found, len(found)), frame("/timeline")))
    assert html.count("pre-graph") == timeline.MOST_CHARTS
    assert f'href="/timeline?plan={len(plans)}"' in html


def test_many_points_are_cut_and_an_extended_one_tells_its_old_date() -> None:
    points = [point(date(2020, month, 28), Status.DONE) for month in range(1, 13)]
    moved = replace(points[0], original_due_on=date(2020, 1, 15))
    html = to_html(timeline_table.calendar_table([row("1.1", moved, *points[1:])], "", Filters()))
    assert "и ещё 6" in html
    assert "продлено с 15.01.2020" in html


def test_without_a_date_the_table_shows_dashes() -> None:
    html = to_html(timeline_table.calendar_table([row("1.1")], "", Filters()))
    assert "01.01.2020" not in html


def test_empty_calendar_says_what_to_change() -> None:
    html = to_html(timeline.page(TimelinePage((), (), 0), frame("/timeline", Filters(q="нет"))))
    assert "В календаре ничего нет" in html
    assert "Под фильтр не подходит ни одно мероприятие: " in html
    assert "поиск: нет" in html
    assert 'href="/timeline"' in html


def test_calendar_without_plans_does_not_blame_the_filter() -> None:
    html = to_html(timeline.page(TimelinePage((), (), 0), frame("/timeline")))
    assert "план ещё не загружен" in html
    assert "фильтр" not in html


def test_every_place_of_a_chart_is_bound() -> None:
    app = Dash(__name__, suppress_callback_exceptions=True)
    callbacks.register(app, None)  # type: ignore[arg-type]
    bound = {one["inputs"][0]["id"] for one in app._callback_list}
    assert bound == {timeline.chart_id(place) for place in range(timeline.MOST_CHARTS)}


def test_a_calendar_that_is_cut_says_so_and_draws_no_conclusion() -> None:
    data = TimelinePage((make.plan(),), tuple(rows()), found=1200)
    html = plain(to_html(timeline.page(data, frame("/timeline"))))
    assert "В календаре 1 200 мероприятий" in html
    assert "Показаны первые 4 из 1 200" in html
    assert "прошёл срок" not in html.partition("</h1>")[0]


def test_a_calendar_that_is_cut_names_no_plan_for_all() -> None:
    first, *others = (make.plan(n, short_title=f"План {n}") for n in range(1, 4))
    data = TimelinePage((first, *others), (row("1.1", plan=first),), found=1200)
    html = plain(to_html(timeline.page(data, frame("/timeline"))))
    assert "План 1" not in html.partition("</h1>")[0]
    assert "Календарь: План 1" in html
    assert "/export/measures.csv" in html.partition("Календарь: План 1")[0]


def test_of_a_plan_that_is_cut_no_points_are_counted() -> None:
    first, second = (make.plan(n, short_title=f"План {n}") for n in (1, 2))
    shown = [row("1.1", point(date(2020, 1, 31)), plan=one) for one in (first, second)]
    html = plain(to_html(timeline.page(TimelinePage((first, second), tuple(shown), 9), frame())))
    whole, cut = (html.partition(f"Календарь: План {n}</h2>")[2] for n in (1, 2))
    whole = whole.partition("</section>")[0]
    assert "прошёл срок 1 из 1" in whole
    assert "прошёл срок" not in cut
    assert "Показана часть плана: 1 мероприятие." in cut
