"""Pages on paper: A4, nothing cut, no blank sheet, no word broken, no instruction."""

from io import BytesIO

import pdfplumber
import pytest
from pdfplumber.page import Page as Sheet
from playwright.sync_api import Page

from tests.support.browser import wait_until_drawn
from tests.support.visits import enter

pytestmark = pytest.mark.browser

#: The right margin of 10 mm, in points, with a little for rounding.
RIGHT_MARGIN = 27


def printed(page: Page, address: str, path: str, username: str = "kdn") -> list[Sheet]:
    page.set_viewport_size({"width": 1366, "height": 768})
    enter(page.context, address, username)
    page.goto(f"{address}{path}")
    wait_until_drawn(page)
    if page.locator(".dash-graph").count():
        page.wait_for_selector(".js-plotly-plot .main-svg")
    return list(pdfplumber.open(BytesIO(page.pdf(prefer_css_page_size=True))).pages)


def words(sheets: list[Sheet]) -> str:
    return " ".join(" ".join(sheet.extract_text().split()) for sheet in sheets)


def test_calendar_fits_the_sheet_and_gives_no_instruction(page: Page, live_server: str) -> None:
    sheets = printed(page, live_server, "/timeline")
    assert len(sheets) == 1
    marks = [*sheets[0].curves, *sheets[0].rects, *sheets[0].chars]
    assert max(one["x1"] for one in marks) <= sheets[0].width - RIGHT_MARGIN
    text = words(sheets)
    assert "2022" in text
    assert "Щелчок" not in text


def test_charts_are_as_wide_as_before_after_printing(page: Page, live_server: str) -> None:
    printed(page, live_server, "/timeline")
    width = "document.querySelector('.js-plotly-plot .main-svg').clientWidth"
    page.wait_for_function(f"{width} > 1000")


def test_no_word_of_a_list_is_broken(page: Page, live_server: str) -> None:
    for path, whole in (
        ("/overdue", ("Анализ кадров органов", "попечительства", "государственной")),
        ("/measures", ("постоянно", "Повышение квалификации", "взаимодействия")),
    ):
        text = words(printed(page, live_server, path))
        assert all(word in text for word in whole)
        assert "План: Дорожная карта Александровска, 2020–2021" in text
        assert "сортируют" not in text


def test_rows_of_the_overview_stay_whole(page: Page, live_server: str) -> None:
    sheets = printed(page, live_server, "/")
    (sheet,) = (one for one in sheets if "Просрочено 3, худшее первым" in words([one]))
    for word in ("Исследование причин", "Мониторинг возвратов", "Нет сведений"):
        assert word in words([sheet])


def test_meeting_has_a_sheet_for_each_screen(page: Page, live_server: str) -> None:
    sheets = printed(page, live_server, "/meeting")
    assert len(sheets) == page.locator(".meeting .screen").count()
    assert all(len(sheet.extract_text()) > 40 for sheet in sheets)


def test_sums_stand_once(page: Page, live_server: str) -> None:
    assert words(printed(page, live_server, "/executors", "region")).count("Все исполнители") == 1
