"""Looks at the window: a view in a language, size, size of text and theme, and what is amiss there.

Tests take so few looks that every two choices, such as a view and a size, occur together at least
once; ``python -m tests.states.looks`` takes all.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from functools import partial
from itertools import combinations, groupby, product
from typing import NamedTuple

from PySide6.QtWidgets import QApplication

from desk_app.services.scans import Scan
from desk_app.ui.install_lock import WindowLock
from desk_app.ui.offers.page import OffersPage
from desk_app.ui.paper_forms.page import PaperPage
from desk_app.ui.widgets.overlays import Overlay
from sync.rules import languages
from sync.rules.payloads import parse_payload
from sync.rules.visits import EntryMethod
from tests.desk_app.ui.conftest import Person
from tests.desk_app.ui.measures import (
    controls,
    faint,
    focus_out_of_sight,
    hidden_part,
    main_buttons,
    nameless,
    out_of_reach,
    restless,
    settle,
    small,
)
from tests.helpers.stretching import Stretcher, cut_off
from tests.helpers.windows import first_run

STRETCHED = "stretched"
"""No language, but texts that are 40 % longer, as those of another one might be."""
LANGUAGES = (*languages.LANGUAGES, STRETCHED)
THEMES = ("light", "dark", "contrast")
SIZES = ((911, 472), (1024, 560), (1366, 728), (1920, 1080), (2560, 1440))
"""1366x768 at 150 %, 1024x600, 1366x768, less what the system's bars take; and large ones."""
ENLARGED = SIZES[0]
"""Here the system enlarges everything already."""
TEXTS = (1.0, 1.5, 2.0)
TIGHTEST = (SIZES[1], TEXTS[2])
CARDS = ("KAIKU0001", "KAIKU0003", "KAIKU0004", "KAIKU9999", "a!")
"""A family's, one that ended, a community's, an unknown one, and none at all."""
_CARD, _START, _LOCK = "card ", "start, ", "lock"
_FORMS = ("offers, form", "paper, print")
_SMALL = 600
"""The height of a window in which not everything is in sight at once."""
_TABS = 12


class Look(NamedTuple):
    """What is in sight, and how."""

    view: str
    size: tuple[int, int]
    language: str
    text: float
    theme: str

    def pairs(self) -> frozenset[tuple[object, ...]]:
        """Every two of its choices, by their places."""
        return frozenset(combinations(enumerate(self), 2))


def every_look(views: Iterable[str]) -> list[Look]:
    """All looks that there are at these views; verdicts are in the words of real languages."""
    looks = map(Look._make, product(views, SIZES, LANGUAGES, TEXTS, THEMES))
    return [
        each
        for each in looks
        if (each.size != ENLARGED or each.text == TEXTS[0])
        and not (each.language == STRETCHED and each.view.startswith(_CARD))
    ]


def few(looks: Sequence[Look]) -> list[Look]:
    """Few of these looks, the same ones each time, in which every pair occurs that occurs in all.

    And each view in each language where there is least room, in one theme or another.
    """
    tight = [
        each
        for each in looks
        if (each.size, each.text) == TIGHTEST
        and each.theme == THEMES[LANGUAGES.index(each.language) % len(THEMES)]
    ]
    return [*tight, *_covering(looks, tight)]


def _covering(looks: Sequence[Look], taken: Sequence[Look]) -> list[Look]:
    """Looks with all pairs that are not among those taken.

    For each pair that is missing yet, the look that has most of the missing ones; of several, one
    of those windows that were looked at least.
    """
    pairs = {each: each.pairs() for each in looks}
    having: dict[tuple[object, ...], list[Look]] = {}
    for each in looks:
        for two in combinations(enumerate(each), 2):
            having.setdefault(two, []).append(each)
    chosen: list[Look] = []
    missing = set(having).difference(*(pairs[each] for each in taken))
    windows: Counter[tuple[float, str]] = Counter()
    for pair, candidates in having.items():
        if pair in missing:
            best = max(
                candidates,
                key=lambda each: (len(pairs[each] & missing), -windows[each.text, each.theme]),
            )
            chosen.append(best)
            windows[best.text, best.theme] += 1
            missing -= pairs[best]
    return chosen


class Walk:
    """Somebody who opens one view after the other, and sees what is amiss with each."""

    def __init__(self, person: Person) -> None:
        self._person = person
        self._start = first_run(person.window)
        window_lock = person.window.findChild(WindowLock)
        assert window_lock is not None
        lock = window_lock.screen
        self._in_front: dict[Overlay, str] = {self._start: _START, lock: _LOCK}
        self._views: dict[str, Callable[[], None]] = {}
        for kind in person.window.pages():
            self._views[kind.topic] = partial(self._open, kind.topic)
        for form, show in zip(_FORMS, (self._open_form, self._open_form_to_print), strict=True):
            self._views[form] = show
        for card in CARDS:
            self._views[f"{_CARD}{card}"] = partial(self._scan, card)
        for step in range(len(self._start.steps)):
            self._views[f"{_START}{step}"] = partial(self._begin, step)
        self._views[_LOCK] = partial(person.window.cover, lock)

    @property
    def views(self) -> tuple[str, ...]:
        """Every page as it opens, forms on them, verdicts, and what may come in front of them."""
        return tuple(self._views)

    def amiss(self, looks: Iterable[Look]) -> dict[str, list[str]]:
        """What is found, by look and measure; text and theme are the person's own."""
        found: dict[str, list[str]] = {}
        # What covers the window comes together: all beneath is disabled each time, and enabled.
        by_language = sorted(looks, key=lambda one: (LANGUAGES.index(one.language), one.view))
        stretcher = Stretcher()
        for language, same in groupby(by_language, key=lambda each: each.language):
            self._person.speak("en" if language == STRETCHED else language)
            if language == STRETCHED:
                QApplication.installTranslator(stretcher)
            for look in same:
                self.show(look)
                for measure, what in self.measured(look).items():
                    if what:
                        found[f"{look.view}, {look.size}, {look.language}: {measure}"] = what
        QApplication.removeTranslator(stretcher)
        return found

    def show(self, look: Look) -> None:
        """Show a view as the look has it."""
        window = self._person.window
        for overlay, views in self._in_front.items():
            if not look.view.startswith(views):
                window.uncover(overlay)
        window.resize(*look.size)
        self._views[look.view]()
        self._rest()

    def measured(self, look: Look) -> dict[str, list[str]]:
        """All that is amiss now, by what measures it."""
        window = self._person.window
        found = {"cut off": cut_off(window)}  # first of all: it waits until all is laid out
        in_sight = controls(window)
        found |= {
            "without a name": nameless(in_sight),
            "out of the keyboard's reach": out_of_reach(in_sight),
            "too small": small(in_sight),
            "faint": [f"{words}: {ratio}" for words, ratio in faint(window)],
            "never at rest": restless(window),
            "larger than the screen": [str(window.size().toTuple())]
            if window.size().toTuple() != look.size
            else [],
        }
        if look.view in (*window._kinds, *_FORMS):
            found["main button out of sight"] = hidden_part(window, main_buttons(window))
        if look.view in window._kinds:
            found["focus out of sight"] = focus_out_of_sight(window)
        if look.view in window._kinds and look.size[1] < _SMALL:
            found["out of sight by Tab"] = self._out_of_sight_by_tab(look.size[1])
        return found

    def _out_of_sight_by_tab(self, height: int) -> list[str]:
        window, hidden = self._person.window, []
        for _ in range(min(_TABS, len(controls(window)))):
            window.focusNextChild()
            settle()
            focused = QApplication.focusWidget()
            if focused is not None and focused.height() < height // 2:  # not a whole list
                hidden += hidden_part(window, [focused])
        return hidden

    def _rest(self) -> None:
        self._person.until(lambda: self._person.tasks.idle)
        settle()

    def _open(self, topic: str) -> None:
        window = self._person.window
        window.open_page(topic)
        page = window.page()
        if isinstance(page, OffersPage):
            page.close_form()
        elif isinstance(page, PaperPage):
            page.show_part("key_in")
        self._rest()

    def _open_form(self) -> None:
        self._open(OffersPage.topic)
        self._person.open(OffersPage).open_form()

    def _open_form_to_print(self) -> None:
        self._open(PaperPage.topic)
        self._person.open(PaperPage).show_part("print")

    def _scan(self, card: str) -> None:
        self._person.window.open_page(self._person.page.topic)
        show_verdict(self._person, card)

    def _begin(self, step: int) -> None:
        self._start.begin(step)
        self._person.window.cover(self._start)


def show_verdict(person: Person, card: str) -> None:
    """A card's verdict in sight."""
    session = person.page._controller.session
    person.page._controller.clear()
    person.window.handle_scan(Scan(parse_payload(card), EntryMethod.SCANNER))
    if session.stage.value == "idle":  # what is no card is typed
        person.page._controller.type(card)
        person.page.check()
    person.until(lambda: session.stage.value == "verdict" and not session.online_lookup)
    settle()
