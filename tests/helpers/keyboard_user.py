"""Somebody at a browser who has a keyboard alone: Tab, Enter, arrows, and what is typed."""

from collections.abc import Callable
from typing import Any

from playwright.sync_api import Page

_FOCUSED = """() => {
    const one = document.activeElement, style = getComputedStyle(one);
    const place = one.getBoundingClientRect();
    const label = one.labels && one.labels.length ? one.labels[0].innerText : one.innerText;
    return {
        index: [...document.querySelectorAll("*")].indexOf(one),
        nowhere: one === document.body,
        name: (one.getAttribute("aria-label") || label || "").trim(),
        marked: style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2,
        seen: place.width > 0 && place.bottom > 0 && place.top < innerHeight
            && place.right > 0 && place.left < innerWidth,
    };
}"""
_MOST_STEPS = 400


class KeyboardUser:
    """Moves from one control to the next, and sees to it that each shows that it has the focus."""

    def __init__(self, page: Page) -> None:
        self.page = page

    def next(self) -> dict[str, Any]:
        """Press Tab; what has the focus now."""
        self.page.keyboard.press("Tab")
        focused: dict[str, Any] = self.page.evaluate(_FOCUSED)
        assert focused["nowhere"] or (focused["marked"] and focused["seen"]), focused
        return focused

    def every_stop(self) -> list[int]:
        """Where Tab stops from the page's beginning to its end, by the places in its source."""
        self.page.evaluate("document.activeElement.blur()")
        places: list[int] = []
        for _ in range(_MOST_STEPS):
            focused = self.next()
            if focused["nowhere"] or focused["index"] in places[:1]:
                break
            places.append(focused["index"])
        return places

    def go_to(self, name: str) -> None:
        """Press Tab until a control of this name has the focus."""
        if self.page.evaluate(_FOCUSED)["name"] == name:  # the page has put it there itself
            return
        for _ in range(_MOST_STEPS):
            if self.next()["name"] == name:
                return
        raise AssertionError(f"Tab comes to no {name!r} on {self.page.url}")

    def type(self, name: str, text: str) -> None:
        """Type into a field."""
        self.go_to(name)
        self.page.keyboard.type(text)

    def press(self, name: str = "") -> None:
        """Press Enter, on a control or where the focus is, and wait for the next page."""
        if name:
            self.go_to(name)
        with self.page.expect_navigation():
            self.page.keyboard.press("Enter")

    def sign_in(self, address: str, login: str, password: str, code: Callable[[], str]) -> None:
        """Sign in at the console; the one-time code is asked for when it is typed."""
        self.page.goto(f"{address}/sign-in")
        self.type("Username", login)
        self.type("Password", password)
        self.type("One-time code", code())
        self.press()
        assert self.page.url == f"{address}/", self.page.locator("body").inner_text()
