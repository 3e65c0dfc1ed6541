"""The register in the browser: filters, sorting, keyboard, small screen; one measure."""

import pytest
from playwright.sync_api import Page, expect

from tests.support.browser import sign_in, wait_until_drawn

pytestmark = pytest.mark.browser

AS_OF = "as_of=2021-10-11"
ROWS = ".grid .ag-center-cols-container .ag-row"


@pytest.fixture
def register(page: Page, live_server: str) -> Page:
    """Give the register of one plan with its grid drawn."""
    sign_in(page, live_server, "kdn", f"/measures?{AS_OF}")
    wait_until_drawn(page)
    page.wait_for_selector(f"{ROWS} .title-link")
    return page


def column(page: Page, name: str) -> list[str]:
    """The texts of a column in the order that is shown."""
    script = """([rows, name]) => [...document.querySelectorAll(rows)]
        .sort((a, b) => a.getAttribute("row-index") - b.getAttribute("row-index"))
        .map(row => row.querySelector(`[col-id=${name}]`).innerText)"""
    found: list[str] = page.evaluate(script, [ROWS, name])
    return found


def days(texts: list[str]) -> list[int]:
    return [int(text.split()[0]) for text in texts if text != "—"]


def test_grid_shows_the_plan_in_its_order(register: Page) -> None:
    assert register.locator(ROWS).count() == 23
    assert column(register, "place")[:3] == ["1.1", "1.2", "2.1"]
    expect(register.locator(".register__plain")).to_be_hidden()


def test_head_sorts_the_longest_delay_first(register: Page) -> None:
    register.click(".grid .ag-header-cell[col-id=days]")
    register.wait_for_selector(".grid .ag-header-cell[col-id=days][aria-sort=descending]")
    found = days(column(register, "days"))
    assert found
    assert found == sorted(found, reverse=True)


def test_search_in_the_full_title_shows_its_words(register: Page) -> None:
    register.goto(register.url + "&q=квалификаци")
    register.wait_for_selector(f"{ROWS} .title-link")
    row = register.locator(ROWS, has_text="Анализ кадров органов опеки")
    expect(row.locator("mark")).to_have_text("квалификаци")
    expect(row.locator("mark")).to_be_in_viewport()


def test_status_chips_add_up(register: Page) -> None:
    register.click(".st-chips a:has-text('Просрочено')")
    register.wait_for_url("**status=overdue")
    expect(register.locator(".st-chip--on")).to_contain_text("Просрочено")
    register.click(".st-chips a:has-text('В работе')")
    register.wait_for_url("**status=overdue,in_progress")
    expect(register.locator(".st-chip--on")).to_have_count(2)
    counts = [int(one) for one in register.locator(".st-chip--on .st-chip__n").all_inner_texts()]
    expect(register.locator(ROWS)).to_have_count(sum(counts))
    assert AS_OF in register.url


def test_enter_in_a_cell_opens_the_measure(register: Page) -> None:
    register.click(f"{ROWS}[row-index='2'] [col-id=place]")
    register.keyboard.press("ArrowRight")
    register.keyboard.press("Enter")
    register.wait_for_url(f"**/measures/*?{AS_OF}")
    expect(register.locator("h1")).to_contain_text("2.1")
    register.go_back()
    expect(register.locator(ROWS)).to_have_count(23)


def test_tab_leaves_the_grid(register: Page) -> None:
    register.click(f"{ROWS}[row-index='0'] [col-id=place]")
    register.keyboard.press("Tab")
    assert not register.evaluate("Boolean(document.activeElement.closest('.grid .ag-cell'))")


def test_no_english_in_the_grid(register: Page) -> None:
    register.focus(".exports a:last-child")
    register.keyboard.press("Tab")
    said = register.locator(".grid .ag-aria-description-container")
    expect(said).to_contain_text("Нажмите Enter, чтобы отсортировать")


def test_small_screen_shows_the_plain_list(page: Page, live_server: str) -> None:
    page.set_viewport_size({"width": 390, "height": 844})
    sign_in(page, live_server, "kdn", "/measures")
    wait_until_drawn(page)
    expect(page.locator(".register__plain tbody tr")).to_have_count(23)
    expect(page.locator(".register__plain tbody tr").first).to_be_visible()
    expect(page.locator(".grid")).to_be_hidden()
    assert page.evaluate("document.documentElement.scrollWidth") <= 390


def test_one_measure_tells_why_in_four_steps(register: Page) -> None:
    register.click(f"{ROWS}[row-index='2'] .title-link")
    register.wait_for_url(f"**/measures/*?{AS_OF}")
    expect(register.locator(".why__step")).to_have_count(4)
    register.click(".span-bar + details summary")
    expect(register.locator(".span-bar + details table")).to_be_visible()


def test_territories_are_sorted_by_a_button(page: Page, live_server: str) -> None:
    sign_in(page, live_server, "region", "/territories")
    wait_until_drawn(page)
    page.click(".sort:has-text('Исполнение')")
    expect(page.locator(".sort--on")).to_have_text("Исполнение")
    shown = page.locator("#territories-table .bar__text").all_inner_texts()
    shares = [float(text.split("(")[1].split("\u00a0")[0].replace(",", ".")) for text in shown]
    assert shares == sorted(shares)


def test_the_marks_beside_a_status_are_whole_on_a_small_monitor(register: Page) -> None:
    register.set_viewport_size({"width": 1024, "height": 768})
    register.wait_for_timeout(300)
    cut = """cells => cells.filter(one => one.scrollWidth > one.clientWidth
        || one.scrollHeight > one.clientHeight + 1).map(one => one.innerText)"""
    assert register.locator(f"{ROWS} [col-id=status]").evaluate_all(cut) == []
