"""Bytes and times of a visit in headless Chromium: the first one, and one with a filled cache."""

from collections.abc import Iterator
from contextlib import ExitStack
from typing import Any

from playwright.sync_api import Browser, BrowserContext, Page

from bench import servers
from bench.first_figures import SIZE, TIMER, _shown_after
from bench.scale.bases import Base
from bench.scale.timing import median, ms
from bench.scale.visitor import NAME
from tests.support.browser import chromium, sign_in

ROUNDS = 5
FIGURES, WHOLE, EMPTY = ".figure", "#react-entry-point #page .figure", "#empty-page"
HEAD = (
    "| database | territories | first visit: figures, ms | whole, ms | kB before the figures"
    " | kB in all | second visit: figures, ms | whole, ms | kB | empty page, ms: first, second |",
    "|---|---|---|---|---|---|---|---|---|---|",
)


def table(every: list[Base]) -> Iterator[str]:
    """Yield the lines of the table."""
    yield from HEAD
    with ExitStack() as stack:
        browser = stack.enter_context(chromium())
        command, port, variables = servers.empty()
        empty = stack.enter_context(servers.running(command, port, "/", **variables))
        cold, warm = _of_empty(browser, empty)
        for base in every:
            command, port, variables = servers.karta(base.url)
            with servers.running(command, port, "/healthz", **variables) as address:
                yield _row(base, browser, address, f"{ms(cold)}, {ms(warm)}")


def _of_empty(browser: Browser, address: str) -> tuple[float, float]:
    visits = [_visits(browser.new_context(viewport=SIZE), address, EMPTY) for _ in range(ROUNDS)]
    return tuple(median([one[at][0] for one in visits]) for at in (0, 1))  # type: ignore[return-value]


def _row(base: Base, browser: Browser, address: str, empty: str) -> str:
    cookies = _signed_in(browser, address)
    found = {}
    for wanted in (FIGURES, WHOLE):
        visits = []
        for _ in range(ROUNDS):
            context = browser.new_context(viewport=SIZE)
            context.add_cookies(cookies)
            visits.append(_visits(context, address, wanted))
        found[wanted] = [
            [median([one[at][part] for one in visits]) for part in (0, 1, 2)] for at in (0, 1)
        ]
    figures, whole = found[FIGURES], found[WHOLE]
    return (
        f"| {base.kind} | {base.territories:,} | {ms(figures[0][0])} | {ms(whole[0][0])}"
        f" | {figures[0][1]:,.0f} | {figures[0][2]:,.0f} | {ms(figures[1][0])} | {ms(whole[1][0])}"
        f" | {figures[1][2]:,.0f} | {empty} |"
    )


def _signed_in(browser: Browser, address: str) -> list[Any]:
    context = browser.new_context()
    sign_in(context.new_page(), address, NAME)
    cookies = context.cookies()
    context.close()
    return list(cookies)


def _visits(context: BrowserContext, address: str, wanted: str) -> list[tuple[float, float, float]]:
    """Visit twice; return for each: ms until `wanted` shows, kB by then, kB in all."""
    page = context.new_page()
    page.add_init_script(TIMER % wanted)
    seen = _Bytes(page)
    visits = []
    for _ in range(2):
        seen.total = 0.0
        page.goto(f"{address}/", wait_until="commit")
        shown = _shown_after(page)
        before = seen.total
        page.wait_for_load_state("networkidle")
        visits.append((shown, before, seen.total))
    context.close()
    return visits


class _Bytes:
    """Counts what comes over the wire, in kB; what is in the cache does not."""

    def __init__(self, page: Page) -> None:
        self.total = 0.0
        session = page.context.new_cdp_session(page)
        session.send("Network.enable")
        session.on("Network.dataReceived", self._more)

    def _more(self, told: dict[str, Any]) -> None:
        self.total += told["encodedDataLength"] / 1000
