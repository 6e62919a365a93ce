"""The system's own Chromium, driven by Playwright, with axe-core to look its pages over."""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, sync_playwright

_NAMES = ("chromium-headless-shell", "chromium", "chromium-browser", "google-chrome")
"""The first has Chromium's pages without its window, its bars and its services."""
_RULES = {
    "resultTypes": ["violations"],
    "runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
    "rules": {"target-size": {"enabled": True}},  # of 2.2, and not asked for by itself
}
WAIT_MS = 60_000


def browser_program() -> str | None:
    """Where the browser is; ``None`` where there is none."""
    return next(filter(None, map(shutil.which, _NAMES)), None)


@contextmanager
def a_browser(*options: str) -> Iterator[Browser]:
    """A browser without a screen."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=browser_program(), args=options, timeout=WAIT_MS
        )
        try:
            yield browser
        finally:
            browser.close()


def close_all(browser: Browser) -> None:
    """Close all windows, so that what follows begins with none."""
    for context in browser.contexts:
        context.close()


def violations(page: Page) -> list[str]:
    """What axe-core finds amiss with a page, by WCAG 2.2 AA and its best practices."""
    found: list[dict[str, Any]] = Axe().run(page, options=_RULES).response["violations"]
    return [
        f"{each['id']}: {node['target']} {node['html'][:200]}"
        for each in found
        for node in each["nodes"]
    ]


def amiss(page: Page) -> list[str]:
    """The violations, and whether the page has to be scrolled sideways."""
    root = "document.documentElement"
    is_too_wide = page.evaluate(f"{root}.scrollWidth > {root}.clientWidth")
    return [*violations(page), *(["it is too wide"] if is_too_wide else [])]


def send_form(page: Page, ending: str, **typed: str) -> None:
    """Fill in the form whose address ends so, and send it whatever the browser thinks of it."""
    with page.expect_navigation(timeout=WAIT_MS):
        page.evaluate(_SEND, [ending, typed])


_SEND = """([ending, typed]) => {
    const form = [...document.forms].find(each => each.action.endsWith(ending));
    for (const [name, value] of Object.entries(typed)) {
        const field = form.elements[name];
        if (field.type === "date") field.type = "text";
        field.value = value;
    }
    HTMLFormElement.prototype.submit.call(form);
}"""
