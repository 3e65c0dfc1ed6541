"""The coordinator's desk in the browser: signed in, files put in, their questions settled."""

from playwright.sync_api import BrowserContext, Page, expect

from tests.support import browser as browsers
from tests.support.drafts import act
from tests.support.visits import enter, visit

SCREEN = "#react-entry-point"
PATH = "/data"
#: An executor that is known by a name with a letter less.
KNOWN = "Комитет по образованию админстрации района"
#: A deadline that has no date of its own.
DOUBTFUL = {
    "III квартал 2023 года": "по мере надобности",
}


def opened(context: BrowserContext, server: str, username: str, path: str = PATH) -> Page:
    enter(context, server, username)
    page = context.new_page()
    assert visit(page, server, path) == 200
    return page


def choose(page: Page, kind: str, name: str, data: bytes) -> None:
    """Choose a file in the area of a kind and wait for its preview."""
    area = page.locator(f"{SCREEN} form[data-upload]:has(input[value={kind}])")
    with page.expect_navigation(url="**/data/*"):
        area.locator("input[type=file]").set_input_files(
            {"name": name, "mimeType": "application/octet-stream", "buffer": data}
        )
    browsers.wait_until_drawn(page)


def act_in_doubt() -> bytes:
    return act(**DOUBTFUL)


def settle_names(page: Page) -> None:
    """Say who the executors are, as they are proposed."""
    names = page.locator(f"{SCREEN} .name")
    while names.count():
        before = names.count()
        names.first.get_by_role("button", name="Подтвердить").click()
        expect(names).to_have_count(before - 1)


def throw_away(page: Page) -> None:
    """Delete the upload that a page shows."""
    page.locator(f"{SCREEN} .draft-bar summary").click()
    page.get_by_role("button", name="Да, удалить").click()
    page.wait_for_url("**/data")


def settle_findings(page: Page) -> None:
    """Confirm what must be settled and is not yet."""
    open_errors = page.locator(f"{SCREEN} .findings li:has(.sev--error):has(.finding__ways .btn)")
    labels = ("Принять предложение", "Подтвердить как есть", "Оставить пустым")
    for label in (*labels, "Оставить прочитанное"):
        button = open_errors.get_by_role("button", name=label)
        while button.count():
            before = button.count()
            button.first.click()
            expect(button).to_have_count(before - 1)
