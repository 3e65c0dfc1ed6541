"""The projected view in the browser: keys, size, reload, both trees."""

import re

import pytest
from playwright.sync_api import Page, expect

from tests.support.browser import sign_in, wait_until_drawn
from tests.support.visits import enter

pytestmark = pytest.mark.browser

ON = ".meeting .screen.is-on"
#: How far the contents of the screen that is on stick out of it, downwards and sideways.
OVERFLOW = """() => {
  const screen = document.querySelector(".meeting .screen.is-on");
  const body = screen.querySelector(".screen__body").getBoundingClientRect();
  const foot = screen.querySelector(".screen__foot").getBoundingClientRect();
  const inner = [...screen.querySelectorAll(".screen__body *")]
    .map((one) => one.getBoundingClientRect());
  return Math.max(
    ...inner.map((box) => box.bottom - foot.top),
    ...inner.map((box) => box.right - body.right - 1),
    foot.bottom - innerHeight,
    document.documentElement.scrollHeight - innerHeight,
    document.documentElement.scrollWidth - innerWidth,
  );
}"""


def opened(page: Page, address: str, username: str = "kdn", query: str = "") -> None:
    enter(page.context, address, username)
    page.goto(f"{address}/meeting{query}")
    wait_until_drawn(page)


def number(page: Page) -> int:
    expect(page.locator(ON)).to_have_count(1)
    return int(page.locator(ON).get_attribute("data-screen") or 0)


@pytest.mark.parametrize("size", [(1024, 768), (1366, 768), (1920, 1080)])
@pytest.mark.parametrize("username", ["kdn", "deputy", "region"])
def test_no_screen_overflows(
    page: Page, live_server: str, username: str, size: tuple[int, int]
) -> None:
    page.set_viewport_size({"width": size[0], "height": size[1]})
    opened(page, live_server, username)
    for screen in range(1, page.locator(".meeting .screen").count() + 1):
        assert number(page) == screen
        assert page.evaluate(OVERFLOW) <= 0, f"screen {screen}"
        page.keyboard.press("ArrowRight")


#: Texts of the screen that is on that are wider than their place: cut, or sticking out of it.
CUT = """() => [...document.querySelectorAll(
    ".is-on:is(.screen--values, .screen--bars) .screen__row *, .is-on .screen__foot *"
  )].filter((one) => one.clientWidth && one.scrollWidth > one.clientWidth + 1)
    .map((one) => one.innerText)"""


@pytest.mark.parametrize("size", [(1024, 768), (1920, 1080)])
def test_figures_and_the_footer_are_said_in_full(
    page: Page, live_server: str, size: tuple[int, int]
) -> None:
    page.set_viewport_size({"width": size[0], "height": size[1]})
    opened(page, live_server)
    for screen in range(1, page.locator(".meeting .screen").count() + 1):
        assert page.evaluate(CUT) == [], f"screen {screen}"
        page.keyboard.press("ArrowRight")


def test_letters_are_large(page: Page, live_server: str) -> None:
    page.set_viewport_size({"width": 1024, "height": 768})
    opened(page, live_server, query="#2")
    sizes = page.evaluate(
        """() => [".screen__label", ".screen__figure"].map((name) => parseFloat(
          getComputedStyle(document.querySelector(".is-on " + name)).fontSize))"""
    )
    assert sizes[0] >= 28
    assert sizes[1] >= 120


def test_keys_turn_the_screens(page: Page, live_server: str) -> None:
    opened(page, live_server)
    last = page.locator(".meeting .screen").count()
    for key, expected in [
        ("ArrowRight", 2),
        (" ", 3),
        ("ArrowLeft", 2),
        ("End", last),
        ("ArrowRight", last),
        ("Home", 1),
        ("ArrowLeft", 1),
        ("PageDown", 2),
    ]:
        page.keyboard.press(key)
        assert number(page) == expected, key


def test_reload_stays_at_the_screen(page: Page, live_server: str) -> None:
    opened(page, live_server)
    page.keyboard.press("ArrowRight")
    page.keyboard.press("ArrowRight")
    page.reload()
    assert number(page) == 3
    wait_until_drawn(page)
    assert number(page) == 3


def test_keys_work_before_dash_has_drawn(page: Page, live_server: str) -> None:
    page.route("**/_dash-layout*", lambda route: None)
    sign_in(page, live_server, "kdn")
    page.goto(f"{live_server}/meeting", wait_until="commit")
    expect(page.locator("#prerender .screen.is-on")).to_have_count(1)
    page.wait_for_selector("#prerender .meeting[data-ready]")
    page.keyboard.press("ArrowRight")
    assert number(page) == 2
    expect(page.locator("#prerender .demo-notice")).to_be_hidden()


def test_dark_help_and_autoplay(page: Page, live_server: str) -> None:
    opened(page, live_server)
    page.keyboard.press("d")
    expect(page.locator("html")).to_have_attribute("data-bs-theme", "dark")
    page.keyboard.press("?")
    expect(page.locator(".meeting__help")).to_be_visible()
    page.keyboard.press("a")
    expect(page.locator(f"{ON} .meeting__auto")).to_be_visible()
    page.keyboard.press("a")
    expect(page.locator(f"{ON} .meeting__auto")).to_be_hidden()


def test_autoplay_turns_by_itself_and_begins_again(page: Page, live_server: str) -> None:
    page.clock.install()
    opened(page, live_server)
    page.keyboard.press("a")
    page.clock.fast_forward(15_000)
    assert number(page) == 2
    page.keyboard.press("End")
    page.clock.fast_forward(15_000)
    assert number(page) == 1


def test_escape_closes_the_help_then_leaves_with_the_filters(page: Page, live_server: str) -> None:
    opened(page, live_server, query="?as_of=2021-09-15")
    page.keyboard.press("?")
    page.keyboard.press("Escape")
    expect(page.locator(".meeting__help")).to_be_hidden()
    page.keyboard.press("Escape")
    page.wait_for_url("**/?as_of=2021-09-15")
    expect(page.locator("h1")).to_contain_text("15 сентября 2021")


def test_footer_has_clock_and_buttons(page: Page, live_server: str) -> None:
    opened(page, live_server)
    expect(page.locator(f"{ON} .meeting__clock")).to_have_text(
        page.evaluate("new Date().toTimeString().slice(0, 5)")
    )
    page.locator(f"{ON} [data-meeting=next]").click()
    assert number(page) == 2


def test_motion_is_never_used(page: Page, live_server: str) -> None:
    opened(page, live_server)
    moving = page.evaluate(
        """() => [...document.querySelectorAll(".meeting, .meeting *")].filter((one) => {
          const style = getComputedStyle(one);
          return style.animationName !== "none" || parseFloat(style.transitionDuration) > 0;
        }).length"""
    )
    assert moving == 0


def test_a_number_dropped_from_the_address_loses_no_screen(page: Page, live_server: str) -> None:
    opened(page, live_server)
    page.keyboard.press("ArrowRight")
    page.evaluate("history.pushState(null, '', location.pathname)")  # as Dash does at its start
    page.keyboard.press("ArrowRight")
    assert number(page) == 3
    page.evaluate("history.pushState(null, '', location.pathname)")  # and once more, after a turn
    expect(page).to_have_url(re.compile("#3$"))
    page.reload()
    wait_until_drawn(page)
    assert number(page) == 3
