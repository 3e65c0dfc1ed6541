"""Best practices: unknown counts, the measures that fit, the source."""

from dataclasses import replace

from dashboard.prerender import to_html
from data_access.records.common import Ref
from data_access.records.practices import Practice, PracticeFit
from data_access.records.view import Filters
from layouts import practices
from tests.support import records as make
from tests.support.frames import frame

FIT = PracticeFit(Ref(203, make.TITLE, make.SHORT_TITLE), "2.3", make.plan())
CENTRES = Practice(1, "Семейные центры", None, 32, "", "Письмо № 14", "Не названо.", (FIT,))
CARE = Practice(2, "Развивающий уход", 26, 24, "Учреждения", "Письмо № 14", "", ())


def page_of(*data: Practice) -> str:
    return to_html(practices.page(data, frame("/practices", Filters(plan=1))))


def test_headline_counts_directions_and_measures() -> None:
    assert "К мероприятиям ваших планов подходят 1 из 2 направлений поддержки" in page_of(
        CENTRES, CARE
    )


def test_a_measure_under_two_directions_counts_once() -> None:
    html = page_of(CENTRES, replace(CARE, fits=(FIT,)))
    assert "всего 1 мероприятие" in html


def test_unknown_count_is_a_dash_and_never_zero() -> None:
    html = page_of(CENTRES)
    assert '<span title="не указано">—</span>' in html
    assert ">0<" not in html
    assert "не указано" in html


def test_measures_are_linked_under_their_territory() -> None:
    html = page_of(CENTRES)
    assert 'href="/measures/203?plan=1"' in html
    assert ">Александровск</dt>" in html


def test_source_is_named_once() -> None:
    assert page_of(CENTRES, CARE).count("Источник: Письмо № 14") == 1


def test_no_fitting_measure_is_said() -> None:
    html = page_of(CARE)
    assert "Ни одно направление поддержки не подходит" in html
    assert "в выбранных планах нет" in html


def test_without_practices_the_page_says_where_they_come_from() -> None:
    assert "Практики не загружены" in page_of()
