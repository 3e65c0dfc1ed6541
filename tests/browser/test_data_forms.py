"""What was typed on the coordinator's pages is not lost unasked, and the focus stays in sight."""

from collections.abc import Callable
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import BrowserContext, Dialog, Locator, Page, expect

from tests.database.test_plan_joining import moved
from tests.support import browser as browsers
from tests.support.desk import (
    PATH,
    SCREEN,
    act_in_doubt,
    choose,
    opened,
    settle_findings,
    settle_names,
    throw_away,
)
from tests.support.drafts import act
from tests.support.visits import visit

pytestmark = pytest.mark.browser

TYPED = "Ещё не записано"
#: The parts that stick to the edges.
TOP, BOTTOM = f"{SCREEN} .draft-nav", f"{SCREEN} .draft-bar"


def test_a_form_that_was_filled_in_is_not_lost_without_a_word(
    desk: BrowserContext, desk_server: str
) -> None:
    page = opened(desk, desk_server, "sosnovka")
    choose(page, "plan", "не записано.txt", act() + b" \n \n ")
    page.get_by_role("button", name="Изменить пункт 1.2").press("Enter")
    form = page.locator(f"{SCREEN} .edit").first
    result = form.get_by_label("Ожидаемый результат")
    result.fill("Ещё не записано")
    add = page.get_by_role("button", name="Добавить раздел")
    add.press("Enter")
    new = page.locator(f"{SCREEN} .edit", has_text="Новый раздел")
    new.get_by_label("Название", exact=True).fill("Третий")
    new.get_by_label("№").fill("3")
    new.get_by_role("button", name="Добавить").press("Enter")
    said = page.locator(f"{SCREEN} .draft-bar").get_by_text("Открыта форма")
    expect(said).to_be_visible()
    expect(form.get_by_label("№")).to_be_focused()
    new.get_by_role("button", name="Отменить").press("Enter")
    expect(new).to_have_count(0)
    settle_names(page)
    settle_findings(page)
    expect(result).to_have_value("Ещё не записано")
    save = page.locator(f"{SCREEN} .draft-bar").get_by_role("button", name="Сохранить план")
    if save.is_disabled():  # the territory has a plan by now: which is meant?
        page.get_by_role("radio", name="новый план, рядом с другими").check()
    save.click()
    expect(said).to_be_visible()
    assert urlsplit(page.url).path.startswith("/data/")
    form.get_by_role("button", name="Записать изменения").press("Enter")
    expect(page.locator(f"{SCREEN} .edit")).to_have_count(0)
    expect(said).to_be_hidden()
    throw_away(page)


def test_a_list_that_was_only_looked_at_is_no_change(
    desk: BrowserContext, desk_server: str
) -> None:
    page = opened(desk, desk_server, "sosnovka")
    choose(page, "plan", "список.txt", act_in_doubt() + b" \n\n \n")
    page.get_by_role("button", name="Изменить пункт 1.2").press("Enter")
    form = page.locator(f"{SCREEN} .edit")
    form.locator(".dash-dropdown").first.click()
    page.keyboard.press("Escape")
    place = page.locator(f"{SCREEN} .findings > li", has=page.get_by_role("link", name="п. 1.2"))
    place.first.get_by_role("button").first.click()
    expect(place.first.get_by_role("button", name="Изменить")).to_be_visible()
    expect(page.locator(f"{SCREEN} .draft-bar").get_by_text("Открыта форма")).to_be_hidden()
    page.reload()  # and nothing is asked
    browsers.wait_until_drawn(page)
    throw_away(page)


def filled(page: Page, number: str = "1.2") -> Locator:
    """Open the form of a measure and type into it by hand; return the field."""
    page.get_by_role("button", name=f"Изменить пункт {number}").press("Enter")
    field = page.locator(f"{SCREEN} .edit").get_by_label("Мероприятие")
    expect(page.locator(f"{SCREEN} .edit").get_by_label("№")).to_be_focused()
    field.press("Control+A")
    field.press_sequentially(TYPED)
    return field


def test_deciding_leaves_every_form_that_was_typed_into(
    desk: BrowserContext, desk_server: str
) -> None:
    page = opened(desk, desk_server, "sosnovka")
    choose(page, "plan", "вопрос.txt", act_in_doubt() + b"\n \n \n")
    title = filled(page)
    place = page.locator(f"{SCREEN} .findings > li", has=page.get_by_role("link", name="п. 1.2"))
    place.first.get_by_role("button", name="Исправить вручную").click()
    expect(page.locator(f"{SCREEN} .edit :focus")).to_have_count(1)
    expect(title).to_have_value(TYPED)
    place.first.get_by_role("button").first.click()
    expect(place.first.get_by_role("button", name="Изменить")).to_be_visible()
    expect(title).to_have_value(TYPED)
    settle_names(page)
    expect(title).to_have_value(TYPED)
    other = page.locator(f"{SCREEN} .edit", has_text="Исправить раздел")
    page.get_by_role("button", name="Изменить раздел 1").press("Enter")
    other.get_by_role("button", name="Отменить").press("Enter")
    form = page.locator(f"{SCREEN} .edit")
    expect(form).to_have_count(1)
    expect(title).to_have_value(TYPED)
    form.get_by_role("button", name="Записать изменения").press("Enter")
    row = page.locator(f"{SCREEN} .draft-rows > li", has_text=TYPED)
    expect(row.get_by_role("button", name="Изменить пункт 1.2")).to_be_focused()
    throw_away(page)


def answering(asked: list[Dialog], *, stays: bool) -> Callable[[Dialog], None]:
    """Return who notes a question and stays, or leaves."""

    def answer(one: Dialog) -> None:
        asked.append(one)
        if stays:
            one.dismiss()
        else:
            one.accept()

    return answer


def follow_a_link(page: Page) -> None:
    page.locator(f"{SCREEN} .crumbs a").first.click()


def follow_the_menu(page: Page) -> None:
    page.locator(f"{SCREEN} #nav").get_by_role("link", name="Просрочено").click()


def go_back(page: Page) -> None:
    page.evaluate("history.back()")


def load_again(page: Page) -> None:
    page.evaluate("location.reload()")


def close(page: Page) -> None:
    page.close(run_before_unload=True)


WAYS = [follow_a_link, follow_the_menu, go_back, load_again, close]


@pytest.mark.parametrize("way", WAYS)
def test_leaving_a_typed_form_asks_first(
    desk: BrowserContext, desk_server: str, way: Callable[[Page], None]
) -> None:
    page = opened(desk, desk_server, "sosnovka")
    choose(page, "plan", "уйти.txt", act() + way.__name__.encode())
    page.evaluate("history.replaceState(null, '', '/data')")
    address = urlsplit(page.url).path
    page.evaluate("path => history.pushState(null, '', path)", f"/data/{number_of(page)}")
    address = urlsplit(page.url).path
    title = filled(page)
    asked: list[Dialog] = []
    page.once("dialog", answering(asked, stays=True))
    way(page)
    page.wait_for_timeout(500)
    assert [one.type for one in asked] == [
        "beforeunload" if way in (load_again, close) else "confirm"
    ]
    if asked[0].type == "confirm":
        assert "ещё не записано" in asked[0].message
    assert urlsplit(page.url).path == address
    expect(title).to_have_value(TYPED)
    page.locator(f"{SCREEN} .edit").get_by_role("button", name="Отменить").press("Enter")
    expect(page.locator(f"{SCREEN} .edit")).to_have_count(0)
    throw_away(page)


def number_of(page: Page) -> str:
    """Return the number of the upload that a page shows."""
    action = page.locator(f"{SCREEN} .draft-bar form").first.get_attribute("action")
    assert action
    return action.split("/")[2]


@pytest.mark.parametrize("way", [follow_a_link, follow_the_menu])
def test_whoever_agrees_leaves(
    desk: BrowserContext, desk_server: str, way: Callable[[Page], None]
) -> None:
    page = opened(desk, desk_server, "sosnovka")
    choose(page, "plan", "согласен.txt", act() + way.__name__.encode() * 2)
    path = urlsplit(page.url).path
    filled(page)
    page.once("dialog", lambda one: one.accept())
    way(page)
    page.wait_for_url(lambda url: urlsplit(url).path != path)
    assert visit(page, desk_server, path) == 200
    expect(page.locator(f"{SCREEN} .edit")).to_have_count(0)
    throw_away(page)


def test_nothing_is_asked_where_nothing_is_lost(desk: BrowserContext, desk_server: str) -> None:
    """Not of a form that was only opened, was sent, or cancelled; not where the upload goes."""
    page = opened(desk, desk_server, "sosnovka")
    asked: list[Dialog] = []
    page.on("dialog", answering(asked, stays=False))
    choose(page, "plan", "не спрашивать.txt", act() + b" \n\n \n\n")
    for button in ("Записать изменения", "Отменить"):
        filled(page, "1.1")
        page.locator(f"{SCREEN} .edit").get_by_role("button", name=button).press("Enter")
        expect(page.locator(f"{SCREEN} .edit")).to_have_count(0)
        page.reload()
        browsers.wait_until_drawn(page)
    page.get_by_role("button", name="Изменить пункт 1.1").press("Enter")
    expect(page.locator(f"{SCREEN} .edit").get_by_label("№")).to_be_focused()
    page.reload()
    browsers.wait_until_drawn(page)
    filled(page, "1.1")
    throw_away(page)
    assert asked == []


def test_a_decision_being_written_is_asked_about_too(
    desk: BrowserContext, desk_server: str
) -> None:
    page = opened(desk, desk_server, "coordinator")
    place = page.locator(f"{SCREEN} #findings .findings > li").first
    place.locator("summary").click()
    place.get_by_label("Как решено").press_sequentially(TYPED)
    asked: list[Dialog] = []
    page.once("dialog", answering(asked, stays=True))
    follow_the_menu(page)
    page.wait_for_timeout(300)
    assert len(asked) == 1
    assert urlsplit(page.url).path == PATH
    expect(place.get_by_label("Как решено")).to_have_value(TYPED)
    page.once("dialog", lambda one: one.accept())
    follow_the_menu(page)
    page.wait_for_url("**/overdue*")


def in_sight(page: Page, shown: Locator) -> None:
    """Fail unless something stands between what sticks to the edges, in full."""
    box = shown.bounding_box()
    top, bottom = page.locator(TOP).bounding_box(), page.locator(BOTTOM).bounding_box()
    assert box
    assert top
    assert bottom
    assert top["y"] + top["height"] <= box["y"]
    assert box["y"] + box["height"] <= bottom["y"] + 1


@pytest.mark.parametrize("size", [(390, 844), (1024, 768)])
def test_what_has_the_focus_is_in_sight(
    desk: BrowserContext, desk_server: str, size: tuple[int, int]
) -> None:
    """A form that is opened or held, a row that was taken out or put back."""
    page = opened(desk, desk_server, "sosnovka")
    page.set_viewport_size({"width": size[0], "height": size[1]})
    choose(page, "plan", "видно.txt", act_in_doubt() + b" \n" * size[1])
    told = page.locator(f"{SCREEN} .draft > [role=status]")
    for number in ("1.1", "1.2", "2.1"):
        page.get_by_role("button", name=f"Изменить пункт {number}").press("Enter")
        form = page.locator(f"{SCREEN} .edit")
        expect(form.get_by_label("№")).to_be_focused()
        page.wait_for_timeout(300)
        in_sight(page, form.get_by_label("№"))
        form.get_by_role("button", name="Убрать строку").press("Enter")
        back = page.get_by_role("button", name=f"Вернуть пункт {number}")
        expect(back).to_be_focused()
        expect(told).to_have_text(
            f"Пункт {number}: строка убрана, сохранена не будет; её можно вернуть."
        )
        page.wait_for_timeout(500)
        in_sight(page, back)
        back.press("Enter")
        again = page.get_by_role("button", name=f"Изменить пункт {number}")
        expect(again).to_be_focused()
        expect(told).to_have_text(f"Пункт {number}: строка возвращена на место.")
        page.wait_for_timeout(500)
        in_sight(page, again)
    filled(page)
    add = page.get_by_role("button", name="Добавить раздел")
    add.press("Enter")
    new = page.locator(f"{SCREEN} .edit", has_text="Новый раздел")
    new.get_by_label("Название", exact=True).fill("Третий")
    new.get_by_role("button", name="Добавить").press("Enter")
    held = page.locator(f"{SCREEN} .edit").first.get_by_label("№")
    expect(held).to_be_focused()
    expect(page.locator(f"{SCREEN} .draft-bar").get_by_text("Открыта форма")).to_be_visible()
    in_sight(page, held)
    new.get_by_role("button", name="Отменить").press("Enter")
    expect(page.locator(f"{SCREEN} .edit")).to_have_count(1)
    page.locator(f"{SCREEN} .edit").get_by_role("button", name="Отменить").press("Enter")
    expect(page.locator(f"{SCREEN} .edit")).to_have_count(0)
    throw_away(page)


def test_joining_by_hand_keeps_the_focus_at_the_measure(
    desk: BrowserContext, desk_server: str
) -> None:
    page = opened(desk, desk_server, "sosnovka")
    choose(page, "plan", "основной.txt", act() + b"\n\n\n\n\n")
    settle_names(page)
    settle_findings(page)
    page.locator(f"{SCREEN} .draft-bar").get_by_role("button", name="Сохранить план").click()
    expect(page.locator(f"{SCREEN} h1")).to_contain_text("План сохранён")
    visit(page, desk_server, PATH)
    choose(page, "plan", "изменение.txt", moved())
    page.locator(f"{SCREEN} #draft-target").get_by_role("radio").first.check()
    chosen = page.locator(f"{SCREEN} .join .dash-dropdown")
    undo = page.get_by_role("button", name="Отменить: 2.2")
    told = page.locator(f"{SCREEN} .draft > [role=status]")
    for turn in ("keyboard", "mouse"):
        if turn == "keyboard":
            chosen.press("Enter")
            expect(page.locator(".dash-dropdown-option input").first).to_be_focused()
            page.keyboard.press("Enter")
        else:
            chosen.click()
            page.locator(".dash-dropdown-option").first.click()
        expect(undo).to_be_focused()
        expect(told).to_have_text(
            "Пункт 2.2 теперь продолжает прежний 1.2: его отчёты сохраняются."
        )
        in_sight(page, undo)
        undo.press("Enter")
        expect(chosen).to_be_focused()
        expect(told).to_have_text("Пункт 2.2 снова считается новым мероприятием.")
    throw_away(page)
