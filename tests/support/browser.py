"""Headless Chromium, and a watch over everything that a page must not do."""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from urllib.parse import urlsplit

from playwright.sync_api import Browser, BrowserContext, Page, Request, expect, sync_playwright

ARGUMENTS = ("--no-sandbox", "--disable-gpu", "--disable-background-networking")
#: Tests run side by side on small machines.
#: A busy machine may draw a chart slowly; nothing waits so long on an idle one.
PATIENCE_MS = 60_000
LOCAL_SCHEMES = frozenset({"data", "blob", "about"})


@dataclass
class Watch:
    """What a browser context did wrong: requests to other hosts, messages of the console."""

    host: str
    foreign: list[str] = field(default_factory=list)
    faults: list[str] = field(default_factory=list)

    def follow(self, context: BrowserContext) -> None:
        """Note every request and every fault of all pages of the context."""
        context.on("request", self._requested)
        context.on("console", lambda said: self._said(said.type, said.text))
        context.on("weberror", lambda error: self.faults.append(str(error.error)))

    def _requested(self, request: Request) -> None:
        address = urlsplit(request.url)
        if address.scheme not in LOCAL_SCHEMES and address.netloc != self.host:
            self.foreign.append(request.url)

    def _said(self, kind: str, text: str) -> None:
        if kind == "error" or "Content Security Policy" in text:
            self.faults.append(text)


@contextmanager
def chromium() -> Iterator[Browser]:
    """Start Debian's Chromium without a window."""
    path = shutil.which("chromium") or shutil.which("chromium-browser")
    assert path, "Chromium not found: run `make setup-tests`"
    expect.set_options(timeout=PATIENCE_MS)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=list(ARGUMENTS))
        try:
            yield browser
        finally:
            browser.close()


@contextmanager
def watched(browser: Browser, address: str) -> Iterator[BrowserContext]:
    """Give a fresh context at 1366×768; no fault and no request to another host may happen."""
    context = browser.new_context(viewport={"width": 1366, "height": 768}, locale="ru-RU")
    watch = Watch(urlsplit(address).netloc)
    watch.follow(context)
    yield context
    context.close()
    assert not watch.foreign, "requests to other hosts"
    assert not watch.faults, "faults in the browser's console"


def patient(context: BrowserContext) -> Page:
    """Open a page that waits as long as a busy machine needs."""
    page = context.new_page()
    page.set_default_timeout(PATIENCE_MS)
    return page


def sign_in(page: Page, address: str, username: str, path: str = "/") -> None:
    """Sign in through the form, then open a page."""
    from dashboard.demo import PASSWORD

    page.goto(f"{address}/login")
    page.fill("#username", username)
    page.fill("#password", PASSWORD)
    page.click("button[type=submit]")
    page.wait_for_url(f"{address}/")
    if path != "/":
        page.goto(address + path)


def wait_until_drawn(page: Page) -> None:
    """Wait until Dash has drawn the page and taken the server's copy away."""
    page.wait_for_selector("#react-entry-point #page > *", state="attached")
    page.wait_for_selector("#prerender", state="detached")
