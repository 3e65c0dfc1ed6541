"""The coordinator's way in the browser: an act in, its questions settled, saved, seen; forms out,
filled in with a spreadsheet library, taken back; every wrong cell named; nothing twice.

The act is our own invention, for a territory of its own; the pages keep to the security policy, say
nothing to the console and ask no other host (`desk` fails otherwise).
"""

import re
from collections.abc import Iterator
from datetime import date
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect
from sqlalchemy import text

from dashboard.app import create_app
from data_access.db import Database
from tests.browser.test_accessibility import faults
from tests.browser.test_every_page import wider_than_the_screen
from tests.conftest import make_settings
from tests.support import browser as browsers
from tests.support import words
from tests.support.clients import signed_in
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
from tests.support.forms import fill
from tests.support.uploads import draft_of, put
from tests.support.visits import enter, visit

pytestmark = pytest.mark.browser

#: Latin words that belong to no language, and cells of the workbook.
NAMES_OF_FORMATS = "Word PDF docx pdf html txt xlsx csv G I"


@pytest.fixture(scope="module")
def server(desk_server: str) -> str:
    return desk_server


@pytest.fixture
def context(desk: BrowserContext) -> BrowserContext:
    return desk


def headline(page: Page) -> str:
    return page.locator(f"{SCREEN} h1").inner_text().replace("\u00a0", " ")


def test_an_act_becomes_a_plan_on_the_overview(context: BrowserContext, server: str) -> None:
    page = opened(context, server, "sosnovka")
    expect(page.locator(f"{SCREEN} h1")).to_contain_text("Планов пока нет")
    choose(page, "plan", "постановление.txt", act_in_doubt())
    assert "Прочитано 3 мероприятия в 2 разделах" in headline(page)
    settle_everything(page)
    expect(page.locator(f"{SCREEN} h1")).to_contain_text("план можно сохранить")
    save = page.locator(f"{SCREEN} .draft-bar").get_by_role("button", name="Сохранить план")
    expect(save).to_be_enabled()
    save.click()
    expect(page.locator(f"{SCREEN} h1")).to_contain_text("План сохранён")
    page.locator(f"{SCREEN}").get_by_role("link", name="Открыть план").click()
    page.wait_for_url("**/?plan=*")
    expect(page.locator(f"{SCREEN} h1")).to_contain_text("из 3 мероприятий")


def settle_everything(page: Page) -> None:
    """Correct the deadline by hand, say who the executors are, confirm what is left."""
    row = page.locator(f"{SCREEN} .draft-rows > li", has_text="памяток")
    row.get_by_role("button", name="Изменить пункт 1.2").click()
    form = page.locator(f"{SCREEN} .edit")
    expect(form.get_by_label("№")).to_be_focused()
    form.get_by_label("Контрольные сроки").fill("31.09.2023")
    form.get_by_role("button", name="Записать изменения").click()
    expect(form.get_by_text("«31.09.2023» – не дата")).to_be_visible()
    form.get_by_label("Контрольные сроки").fill("30.09.2023")
    form.get_by_role("button", name="Записать изменения").click()
    expect(form).to_have_count(0)
    expect(row).to_contain_text("30.09.2023")
    expect(row).to_contain_text("Исправлено вручную")
    expect(row.get_by_role("button", name="Изменить пункт 1.2")).to_be_focused()
    assert page.locator(f"{SCREEN} .name").count()
    settle_names(page)
    settle_findings(page)


def test_the_page_stays_where_it_is_when_a_row_is_edited(
    context: BrowserContext, server: str
) -> None:
    page = opened(context, server, "sosnovka")
    choose(page, "plan", "акт.txt", act_in_doubt() + b"\n")
    last = page.get_by_role("button", name="Изменить пункт 2.1")
    last.scroll_into_view_if_needed()
    page.wait_for_timeout(300)
    before = page.evaluate("window.scrollY")
    last.focus()
    page.keyboard.press("Enter")
    expect(page.locator(f"{SCREEN} .edit")).to_be_visible()
    page.get_by_label("Ожидаемый результат").fill("Другой результат")
    page.get_by_role("button", name="Записать изменения").click()
    expect(page.locator(f"{SCREEN} .edit")).to_have_count(0)
    expect(last).to_be_focused()
    assert abs(page.evaluate("window.scrollY") - before) < 400
    throw_away(page)


def test_two_tabs_do_not_undo_each_other(context: BrowserContext, server: str) -> None:
    page = opened(context, server, "sosnovka")
    choose(page, "plan", "две вкладки.txt", act_in_doubt() + b" \n")
    other = context.new_page()
    assert visit(other, server, urlsplit(page.url).path) == 200
    forms = []
    for tab in (page, other):
        tab.get_by_role("button", name="Изменить пункт 1.2").click()
        forms.append(tab.locator(f"{SCREEN} .edit"))
        expect(forms[-1]).to_be_visible()
    forms[0].get_by_label("Ожидаемый результат").fill("Из первой вкладки")
    forms[0].get_by_label("Мероприятие").fill("Название из первой вкладки")
    forms[0].get_by_role("button", name="Записать изменения").click()
    expect(forms[0]).to_have_count(0)
    forms[1].get_by_label("Мероприятие").fill("Название из второй вкладки")
    forms[1].get_by_role("button", name="Записать изменения").click()
    said = forms[1].get_by_text("здесь стало «Название из первой вкладки»")
    expect(said).to_be_visible()
    forms[1].get_by_role("button", name="Записать изменения").click()
    expect(forms[1]).to_have_count(0)
    row = other.locator(f"{SCREEN} .draft-rows > li", has_text="Название из второй вкладки")
    expect(row).to_contain_text("Из первой вкладки")
    throw_away(other)


def test_every_fault_of_a_form_stands_at_its_field_and_the_first_has_the_focus(
    context: BrowserContext, server: str
) -> None:
    page = opened(context, server, "sosnovka")
    choose(page, "plan", "ошибки.txt", act_in_doubt() + b" \n \n")
    page.get_by_role("button", name="Изменить пункт 1.2").press("Enter")
    form = page.locator(f"{SCREEN} .edit")
    number, dates = form.get_by_label("№"), form.get_by_label("Контрольные сроки")
    expect(dates).to_have_accessible_description(re.compile("15.12.2023 отчёт"))
    number.fill("1.1")
    form.get_by_label("Мероприятие").fill("")
    dates.fill("31.02.2023 программа\nзавтра")
    save = form.get_by_role("button", name="Записать изменения")
    save.press("Enter")
    expect(number).to_be_focused()
    expect(number).to_have_attribute("aria-invalid", "true")
    expect(number).to_have_accessible_description(re.compile("Номер 1.1 уже есть"))
    expect(dates).to_have_accessible_description(re.compile("31.02.2023.+завтра.+отчёт", re.S))
    expect(form.locator("[aria-invalid=true]")).to_have_count(3)
    expect(form).to_contain_text("Исправьте отмеченное: 3 поля")
    number.fill("1.2")
    dates.fill("15.06.2023 программа\n15.12.2023 отчёт")
    save.press("Enter")
    expect(form.get_by_label("Мероприятие")).to_be_focused()
    expect(form.locator("[aria-invalid=true]")).to_have_count(1)
    # The same fault once more leads to it once more.
    save.press("Enter")
    expect(form.get_by_label("Мероприятие")).to_be_focused()
    form.get_by_label("Мероприятие").fill("Подготовка памяток")
    save.press("Enter")
    expect(form).to_have_count(0)
    row = page.locator(f"{SCREEN} .draft-rows > li", has_text="Подготовка памяток")
    expect(row).to_contain_text("15.06.2023 – программа")
    throw_away(page)


def test_the_parts_of_an_upload_and_its_questions_are_one_click_away(
    context: BrowserContext, server: str
) -> None:
    page = opened(context, server, "sosnovka")
    choose(page, "plan", "части.txt", act_in_doubt() + b"\n\n\n")
    nav = page.locator(f"{SCREEN} .draft-nav")
    nav.get_by_role("link", name="Раздел 2").press("Enter")
    expect(page.locator(f"{SCREEN} .section__title", has_text="Раздел 2")).to_be_in_viewport()
    expect(nav).to_be_in_viewport()
    row = page.locator(f"{SCREEN} .draft-rows > li", has_text="памяток")
    row.get_by_role("link", name="1 вопрос").click()
    place = page.locator(f"{SCREEN} .findings > li", has=page.get_by_role("link", name="п. 1.2"))
    expect(place.first).to_be_in_viewport()
    before = nav.get_by_role("link", name="Раздел 1").inner_text()
    place.first.get_by_role("button").first.click()
    expect(row.get_by_role("link", name="1 вопрос")).to_have_count(0)
    expect(nav.get_by_role("link", name="Раздел 1")).not_to_have_text(before)
    throw_away(page)


@pytest.mark.parametrize("size", [(1366, 768), (390, 844)])
def test_rows_are_added_by_hand_and_taken_out_by_keyboard(
    context: BrowserContext, server: str, size: tuple[int, int]
) -> None:
    page = opened(context, server, "sosnovka")
    page.set_viewport_size({"width": size[0], "height": size[1]})
    choose(page, "plan", "акт.txt", act() + b"\n" * size[1])
    add = page.get_by_role("button", name="Добавить мероприятие в раздел 1")
    add.focus()
    page.keyboard.press("Enter")
    form = page.locator(f"{SCREEN} .edit")
    expect(form.get_by_label("№")).to_be_focused()
    form.get_by_label("№").fill("<b>")
    form.get_by_role("button", name="Добавить").press("Enter")
    expect(form.get_by_text("не номер")).to_be_visible()
    expect(form.get_by_text("Нужно заполнить")).to_be_visible()
    assert wider_than_the_screen(page) == []
    form.get_by_label("№").fill("1.9")
    form.get_by_label("Мероприятие").fill("Опросить семьи района")
    form.get_by_label("Срок по документу").fill("до 1 декабря 2023 года")
    form.get_by_role("button", name="Добавить").press("Enter")
    row = page.locator(f"{SCREEN} .draft-rows > li", has_text="Опросить семьи района")
    expect(row).to_contain_text("01.12.2023")
    expect(page.locator(f"{SCREEN} .findings").first).to_contain_text("Исполнитель не указан")
    expect(add).to_be_focused()
    added(page, "Добавить раздел", {"№": "3", "Название": "Новый раздел"})
    expect(page.get_by_role("button", name="Добавить мероприятие в раздел 3")).to_be_visible()
    values = {"Показатель": "Число семей", "Единица": "единиц", "План по годам": "2023: 5"}
    added(page, "Добавить показатель", {**values, "лучше больше": ""})
    expect(page.locator(f"{SCREEN} #draft-indicators")).to_contain_text("Число семей")
    row.get_by_role("button", name="Изменить пункт 1.9").press("Enter")
    form.get_by_role("button", name="Убрать строку").press("Enter")
    back = page.get_by_role("button", name="Вернуть пункт 1.9")
    expect(back).to_be_focused()
    expect(row).to_contain_text("сохранено не будет")
    assert wider_than_the_screen(page) == []
    page.reload()
    browsers.wait_until_drawn(page)
    expect(row.locator("del")).to_have_text("Опросить семьи района")
    back.press("Enter")
    expect(row.get_by_role("button", name="Изменить пункт 1.9")).to_be_focused()
    expect(row).to_contain_text("01.12.2023")
    throw_away(page)


def added(page: Page, button: str, values: dict[str, str]) -> None:
    """Add a row by its button; an empty value is a choice to be made."""
    page.get_by_role("button", name=button).press("Enter")
    form = page.locator(f"{SCREEN} .edit")
    for label, value in values.items():
        field = form.get_by_label(label, exact=True)
        field.fill(value) if value else field.check()
    form.get_by_role("button", name="Добавить").press("Enter")
    expect(form).to_have_count(0)


def test_where_a_plan_goes_counts_as_soon_as_it_is_chosen(
    context: BrowserContext, server: str
) -> None:
    page = opened(context, server, "coordinator")
    choose(page, "plan", "чужой.txt", act())
    part = page.locator(f"{SCREEN} #draft-target")
    part.locator(".dash-dropdown").press("Enter")
    page.locator(".dash-dropdown-option", has_text="Александровск").first.click()
    expect(part).to_contain_text("В акте названа другая территория: Сосновский")
    amends = part.get_by_role("radio").first
    expect(part.get_by_role("radio").last).to_be_checked()
    part.get_by_role("radio").last.focus()
    page.keyboard.press("ArrowUp")
    expect(part).to_contain_text("Акт меняет именно этот план")
    expect(amends).to_be_checked()
    expect(amends).to_be_focused()
    expect(page.locator(f"{SCREEN} .draft-bar")).to_contain_text("тот ли план?")
    page.reload()
    browsers.wait_until_drawn(page)
    expect(amends).to_be_checked()
    throw_away(page)


def test_a_workbook_goes_out_and_comes_back(
    context: BrowserContext, server: str, desk_db: Database
) -> None:
    page = opened(context, server, "coordinator")
    form = handed_out(page)
    wrong = {
        0: {"outcome": "готово", "narrative": "Сделано"},
        1: {"outcome": "исполнено", "narrative": "Сделано", "quantity": "много"},
        2: {"narrative": "=1+1"},
    }
    choose(page, "reports", "отчёт с ошибками.xlsx", fill(form, wrong))
    table = page.locator(f"{SCREEN} .t--faults")
    for cell in ("G6", "J7", "G8"):
        expect(table.get_by_text(cell, exact=True)).to_be_visible()
    expect(page.locator(f"{SCREEN} .draft-bar")).not_to_contain_text("Сохранить")
    page.get_by_role("link", name="Загрузить исправленный файл").click()
    page.wait_for_url("**/data")
    browsers.wait_until_drawn(page)
    done = {"outcome": "исполнено", "completed_on": date(2021, 10, 1), "narrative": "Сделано"}
    filled = fill(form, {5: {**done, "submitted_on": date(2021, 10, 8)}})
    choose(page, "reports", "отчёт.xlsx", filled)
    row = page.locator(f"{SCREEN} .t--rows tbody tr").first
    number = row.locator(".c-code").inner_text()
    executor = row.locator(".c-name").inner_text()
    before = status_by(desk_db, number, executor)
    page.get_by_role("button", name="Сохранить", exact=True).click()
    expect(page.locator(f"{SCREEN} h1")).to_contain_text("Отчёты приняты")
    page.get_by_role("link", name="Открыть реестр мероприятий").click()
    page.wait_for_url("**/measures?*plan=*")
    # The plan asks for acceptance: what is reported as done waits for it.
    assert before != "under_review" == status_by(desk_db, number, executor)
    visit(page, server, PATH)
    choose(page, "reports", "тот же.xlsx", filled)
    assert headline(page).startswith("Ничего нового")
    expect(page.locator(f"{SCREEN} .draft-bar")).not_to_contain_text("Сохранить")


def handed_out(page: Page) -> bytes:
    """Return the workbook that the page gives for all executors of the plan."""
    with page.expect_download() as waiting:
        page.locator(f"{SCREEN} form.handout").first.get_by_role("button", name="Excel").click()
    assert waiting.value.suggested_filename.endswith(".xlsx")
    return waiting.value.path().read_bytes()


def status_by(db: Database, number: str, executor: str) -> str:
    with db.read() as session:
        query = text(
            "SELECT s.status FROM assignment_span s JOIN assignment a ON a.id = s.assignment_id"
            " JOIN measure m ON m.id = a.measure_id JOIN executor e ON e.id = a.executor_id"
            " JOIN plan p ON p.id = m.plan_id WHERE p.code = 'alexandrovsk-2020-2021'"
            " AND m.number = :n AND e.short_name = :e"
            " AND s.valid_from <= '2021-10-11' AND '2021-10-11' < s.valid_to"
        )
        return str(session.execute(query, {"n": number, "e": executor}).scalar_one())


def test_what_looks_personal_needs_the_coordinators_word(
    context: BrowserContext, server: str
) -> None:
    page = opened(context, server, "coordinator")
    told = {"outcome": "в работе", "narrative": "Справки по тел. 8 (815) 395-12-12"}
    choose(page, "reports", "телефон.xlsx", fill(handed_out(page), {7: told}))
    assert "похоже на персональные данные" in headline(page)
    save = page.get_by_role("button", name="Всё равно сохранить")
    save.click()  # the box is required: nothing is sent
    expect(page.locator(f"{SCREEN} h1")).to_contain_text("персональные")
    page.get_by_role("checkbox").check()
    save.click()
    expect(page.locator(f"{SCREEN} h1")).to_contain_text("Отчёты приняты")
    expect(page.locator(f"{SCREEN} .facts")).to_contain_text("1 место")


def test_what_the_server_could_not_do_is_said(browser: Browser, server: str) -> None:
    made = browser.new_context(viewport={"width": 1366, "height": 768}, locale="ru-RU")
    made.set_default_timeout(browsers.PATIENCE_MS)
    page = opened(made, server, "sosnovka")
    choose(page, "plan", "сбой.txt", act() + b" \n  ")
    page.route("**/_dash-update-component*", lambda route: route.fulfill(status=500, body="no"))
    page.get_by_role("button", name="Изменить пункт 1.2").press("Enter")
    expect(page.get_by_text("Сервер не смог этого сделать")).to_be_visible()
    page.unroute("**/_dash-update-component*")
    page.get_by_role("button", name="Изменить пункт 1.2").press("Enter")
    expect(page.locator(f"{SCREEN} .edit")).to_be_visible()
    expect(page.get_by_text("Сервер не смог этого сделать")).to_be_hidden()
    made.close()


def test_a_refused_file_is_told_in_its_area(refused_once: BrowserContext, server: str) -> None:
    page = opened(refused_once, server, "coordinator")
    area = page.locator(f"{SCREEN} form[data-upload]").first
    area.locator("input[type=file]").set_input_files(
        {"name": "письмо.txt", "mimeType": "text/plain", "buffer": "Письмо".encode()}
    )
    expect(area.get_by_role("alert")).to_be_visible()
    area.locator("input[type=file]").set_input_files(
        {"name": "большой.txt", "mimeType": "text/plain", "buffer": b"a" * (11 * 1024 * 1024)}
    )
    expect(area.get_by_role("alert")).to_contain_text("больше 10 МБ")
    expect(area.get_by_text("Выбрать файл")).to_be_visible()


@pytest.fixture
def refused_once(browser: Browser, server: str) -> Iterator[BrowserContext]:
    """Give a context in which the browser may note one refused request, as it always does."""
    made = browser.new_context(viewport={"width": 1366, "height": 768}, locale="ru-RU")
    made.set_default_timeout(browsers.PATIENCE_MS)
    watch = browsers.Watch(urlsplit(server).netloc)
    watch.follow(made)
    yield made
    made.close()
    assert not watch.foreign
    assert len(watch.faults) == 1
    assert "422" in watch.faults[0]


def test_a_file_is_dragged_in(context: BrowserContext, server: str) -> None:
    page = opened(context, server, "sosnovka")
    data = page.evaluate_handle(
        """(text) => {
          const data = new DataTransfer();
          data.items.add(new File([text], "акт.txt", { type: "text/plain" }));
          return data;
        }""",
        act().decode(),
    )
    area = f"{SCREEN} form[data-upload]:has(input[value=plan])"
    page.dispatch_event(area, "dragover", {"dataTransfer": data})
    expect(page.locator(f"{area}.is-over")).to_have_count(1)
    with page.expect_navigation(url="**/data/*"):
        page.dispatch_event(area, "drop", {"dataTransfer": data})
    browsers.wait_until_drawn(page)
    assert "Прочитано" in headline(page)


def test_the_picker_is_reached_by_keyboard(context: BrowserContext, server: str) -> None:
    page = opened(context, server, "coordinator")
    file = page.locator(f"{SCREEN} input[type=file]").first
    with page.expect_file_chooser() as waiting:
        file.press("Enter")
    assert not waiting.value.is_multiple()


def test_a_doubtful_place_is_settled_in_place(context: BrowserContext, server: str) -> None:
    page = opened(context, server, "coordinator")
    places = page.locator(f"{SCREEN} #findings .findings > li")
    count = places.count()
    places.first.locator("summary").click()
    places.first.get_by_role("button", name="Записать решение").click()
    expect(places.first.get_by_role("alert")).to_be_visible()
    places.first.get_by_label("Как решено").fill("По подлиннику: 19.09.2020.")
    places.first.get_by_role("button", name="Записать решение").click()
    expect(places.first).to_contain_text("Вопрос был: ")
    expect(places.first).to_contain_text("19.09.2020; ")
    title = page.locator(f"{SCREEN} #findings .section__title")
    expect(title).to_contain_text(f"{count - 1} " if count > 1 else "Спорные места")
    expect(page.locator(f"{SCREEN} h1")).not_to_contain_text(f"{count} места")
    page.reload()
    browsers.wait_until_drawn(page)
    expect(page.locator(f"{SCREEN} #findings")).to_contain_text("Последние решения")


def test_without_scripts_a_file_still_goes_in(browser: Browser, server: str) -> None:
    still = browser.new_context(java_script_enabled=False, locale="ru-RU")
    enter(still, server, "sosnovka")
    page = still.new_page()
    page.set_default_timeout(browsers.PATIENCE_MS)
    page.goto(server + PATH)
    area = page.locator("form[data-upload]").first
    area.locator("input[type=file]").set_input_files(
        {"name": "акт.txt", "mimeType": "text/plain", "buffer": act()}
    )
    area.get_by_role("button", name="Прочитать файл").click()
    expect(page.locator("h1")).to_contain_text("Прочитано 3 мероприятия")
    page.locator(".draft-bar summary").click()
    page.get_by_role("button", name="Да, удалить").click()
    expect(page).to_have_url(server + PATH)
    still.close()


@pytest.fixture(scope="module")
def pages(server: str, desk_db: Database) -> dict[str, tuple[str, str]]:
    """Give the coordinator's pages: name → who opens which path."""
    flask = create_app(make_settings(desk_db.url), desk_db).server
    plan = draft_of(put(signed_in(flask, "sosnovka"), "plan", "акт.txt", act_in_doubt() + b" "))
    client = signed_in(flask, "coordinator")
    form = client.get("/forms/reports.xlsx?plan=1").data
    wrong = fill(form, {0: {"outcome": "готово"}, 1: {"narrative": "я" * 9000}})
    good = fill(form, {9: {"outcome": "в работе", "narrative": "Идёт работа"}})
    return {
        "data": ("coordinator", PATH),
        "data of nobody": ("sosnovka", PATH),
        "data of all": ("admin", PATH),
        "plan": ("sosnovka", f"/data/{plan}"),
        "wrong": ("coordinator", f"/data/{draft_of(put(client, 'reports', 'а.xlsx', wrong))}"),
        "good": ("coordinator", f"/data/{draft_of(put(client, 'reports', 'б.xlsx', good))}"),
    }


NAMES = ["data", "data of nobody", "data of all", "plan", "wrong", "good"]


@pytest.mark.parametrize("name", NAMES)
def test_page(
    context: BrowserContext,
    server: str,
    desk_db: Database,
    pages: dict[str, tuple[str, str]],
    name: str,
) -> None:
    """One language, no sideways scrolling, on three screens."""
    page = opened(context, server, *pages[name])
    data = f"{words.data_of(desk_db)}\n{act_in_doubt().decode()}\n{NAMES_OF_FORMATS}"
    assert words.english_in(words.said_on(page), data) == []
    for width, height in ((1024, 768), (390, 844)):
        page.set_viewport_size({"width": width, "height": height})
        page.wait_for_timeout(300)
        assert wider_than_the_screen(page) == []


@pytest.mark.parametrize("name", NAMES)
def test_axe(browser: Browser, server: str, pages: dict[str, tuple[str, str]], name: str) -> None:
    made = browser.new_context(
        viewport={"width": 1366, "height": 768}, locale="ru-RU", bypass_csp=True
    )
    made.set_default_timeout(browsers.PATIENCE_MS)
    page = opened(made, server, *pages[name])
    if name == "plan":
        page.get_by_role("button", name="Изменить пункт 1.1").click()
        expect(page.locator(f"{SCREEN} .edit")).to_be_visible()
        page.get_by_label("Контрольные сроки").fill("завтра")
        page.get_by_role("button", name="Записать изменения").click()
        expect(page.locator(f"{SCREEN} [aria-invalid=true]")).to_have_count(1)
        page.get_by_role("button", name="Изменить акт и план").click()
        expect(page.locator(f"{SCREEN} .edit")).to_have_count(2)
        page.get_by_label("Номер акта").fill("7" * 40)
        page.get_by_label("До какого числа").fill("40")
        page.get_by_role("button", name="Записать изменения").first.click()
        expect(page.locator(f"{SCREEN} [aria-invalid=true]")).to_have_count(2)
    found = faults(page)
    made.close()
    assert not found, "\n".join(found)
