"""Fetches the register, verified before use, and the feeds of offers and visits."""

import logging
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from itertools import chain, pairwise
from typing import TypeVar

from sync.call_tracker import CallTracker
from sync.central_api import CentralApi
from sync.errors import (
    BrokenAnswerError,
    CursorGoneError,
    RegisterMismatchError,
    RequestRefusedError,
    RevisionGoneError,
)
from sync.messages import ActivityPage, CardsPage, ChangesPage, OfferFeedPage, Put
from sync.page_size import PageSize
from sync.ports import (
    ActivityCache,
    Loading,
    OfferCache,
    RegisterCache,
    RegisterProof,
    RegisterStatus,
)
from sync.rules.cards import Card, OddCard
from sync.rules.register_sum import RegisterSum, parse_signed_at, signed_text, signed_text_at

_log = logging.getLogger(__name__)

Now = Callable[[], datetime]
"""This moment, in UTC."""
SignatureVerifier = Callable[[bytes, str], bool]
"""Whether a text has the register's signature (base64)."""


@dataclass(frozen=True, slots=True)
class Loaded:
    """The progress of a fresh load: this cycle's cards, and the total where that is known."""

    cards: int
    of: int | None = None


Progress = Callable[[Loaded], None]
"""Receives the progress of a fresh load."""
Between = Callable[[], None]
"""Called after every page: what was recorded meanwhile is sent."""

_NO_PLACE = (CursorGoneError, RequestRefusedError)
"""The register does not know the place to go on from, or cannot even read it: it would refuse it
in every cycle, so everything is read from the start."""
MOST_PAGES = 300
LONGEST_FETCH = 300.0
"""Seconds. Ours: the limit of one direction in one cycle; the next one continues there."""
_MOST_EMPTY_PAGES = 10


class _Bounds:
    """Ends a direction whose pages do not come to an end."""

    def __init__(self, what: str) -> None:
        self._what = what
        self._until = time.monotonic() + LONGEST_FETCH
        self._pages = 0
        self._empty = 0

    def page(self, elements: int) -> None:
        """Count a page that others are to follow. Raises ``BrokenAnswerError``."""
        self._pages += 1
        self._empty = 0 if elements else self._empty + 1
        if self._empty >= _MOST_EMPTY_PAGES:
            raise BrokenAnswerError(f"{self._what}: the pages stand still", code="endless_feed")
        if self._pages >= MOST_PAGES or time.monotonic() >= self._until:
            raise BrokenAnswerError(f"{self._what}: no end in sight", code="endless_feed")


class _UnsignedError(RegisterMismatchError):
    """Sums without the register's signature. Loading afresh would not mend that."""


class RegisterPull:
    """Brings the cached register up to the central one; the last good one stays in use."""

    def __init__(
        self,
        *,
        api: CentralApi,
        register: RegisterCache,
        calls: CallTracker,
        now: Now,
        is_signed: SignatureVerifier,
        progress: Progress,
        between: Between,
        size: PageSize,
    ) -> None:
        self._api = api
        self._size = size
        self._register = register
        self._calls = calls
        self._now = now
        self._is_signed = is_signed
        self._progress = progress
        self._between = between
        self._bounds = _Bounds("GET /register/…")
        self._disagrees = False
        self.is_behind = False
        """Whether the register is at an earlier revision than the desk was."""
        self.has_lost = False
        """Whether the register turned out to have lost what it once had."""

    def run(self, central_revision: int | None = None) -> None:
        """Follow the changes; load afresh where that fails, once at most.

        ``central_revision`` is the register's own, where it has said it in this cycle. Raises
        ``CentralFaultError``, or ``RegisterMismatchError`` when the register that arrived is not
        the one that was signed.
        """
        loading = self._register.loading()
        status = self._register.status()
        if loading is not None:
            arrived = self._arrives(partial(self._go_on_loading, loading))
        elif status is not None:
            arrived = self._arrives(partial(self._follow, status))
            if not arrived:
                self.is_behind = central_revision is not None and central_revision < status.revision
                self.has_lost = self.is_behind or self._disagrees
        else:
            arrived = False
        if not arrived:
            self._load()

    def _arrives(self, way: Callable[[], None]) -> bool:
        """Try this way; returns whether it led to the goal, or only a fresh load can."""
        try:
            way()
        except _UnsignedError:
            raise
        except (RegisterMismatchError, RevisionGoneError, *_NO_PLACE) as astray:
            self._disagrees = isinstance(astray, RegisterMismatchError)
            _log.warning("the register is loaded afresh: %s", astray.code)
            return False
        return True

    def _follow(self, status: RegisterStatus) -> None:
        revision, known = status.revision, status.sum
        more = True
        while more:
            page, expected, proof = self._changes(revision)
            more = page.more
            # Halfway through, the register is not yet what the central one is now.
            verified_at = status.verified_at if more else self._now()
            if page.revision == revision and not page.changes:
                if expected != known:
                    raise RegisterMismatchError("the register in use is not the central one")
                self._register.confirm(verified_at, proof=proof)
            else:
                self._register.apply(
                    _net(page),
                    revision=page.revision,
                    expected=expected,
                    verified_at=verified_at,
                    proof=proof,
                )
            revision, known = page.revision, expected
            self._page_done(page.changes, more=more)

    def _load(self) -> None:
        pages = self._pages(None)
        first = next(pages)
        self._register.begin_load(first.revision)
        # A load of several pages is worth a call that says how long it will be.
        whole = None if first.next is None else self._changes(first.revision)[1].count
        self._add_pages(chain([first], pages), whole)
        self._catch_up(first.revision)

    def _go_on_loading(self, loading: Loading) -> None:
        if not loading.pages_done:
            self._add_pages(self._pages(loading.after))
        self._catch_up(loading.revision)

    def _add_pages(self, pages: Iterable[CardsPage], whole: int | None = None) -> None:
        cards = 0
        for page in pages:
            self._register.add_page(page.cards, after=page.next, last=page.next is None)
            cards += len(page.cards)
            self._progress(Loaded(cards, whole))
            self._page_done(page.cards, more=page.next is not None)

    def _catch_up(self, revision: int) -> None:
        """Apply the changes since the load began, and put the load in use."""
        more = True
        while more:
            page, expected, proof = self._changes(revision)
            more = page.more
            if page.changes:
                self._register.apply_to_load(_net(page), revision=page.revision)
            revision = page.revision
            self._page_done(page.changes, more=more)
        self._register.adopt(
            revision=revision, expected=expected, verified_at=self._now(), proof=proof
        )

    def _page_done(self, elements: Sequence[object], *, more: bool) -> None:
        self._between()
        if more:
            self._bounds.page(len(elements))

    def _pages(self, after: str | None) -> Iterator[CardsPage]:
        last = ""
        been = {after}
        while True:
            page = self._fetch(partial(self._api.cards, after))
            last = _last_number(page, last)
            if page.next is not None and page.next in been:
                raise BrokenAnswerError("GET /register/cards: the pages stand still")
            yield page
            if page.next is None:
                return
            after = page.next
            been.add(after)

    def _fetch(self, call: Callable[[int], "_Cards"]) -> "_Cards":
        return self._size.fetch(
            lambda size: self._calls.make(lambda: call(size)), too_slow=self._was_too_slow
        )

    def _was_too_slow(self) -> bool:
        self._between()
        return self._calls.answered > 0

    def _changes(self, after: int) -> tuple[ChangesPage, RegisterSum, RegisterProof | None]:
        """A page of changes, the register's signed sum after it, and the proof to hand it on."""
        page = self._fetch(partial(self._api.changes, after))
        expected = RegisterSum.from_hex(page.count, page.checksum)
        if not self._is_signed(signed_text(page.revision, expected), page.signature):
            raise _UnsignedError("the register's sum does not carry its signature")
        if page.revision < after:
            raise RegisterMismatchError("the register has gone back to an earlier revision")
        if page.more and page.revision == after:
            raise BrokenAnswerError("GET /register/changes: the pages stand still")
        return page, expected, self._proof(page, expected)

    def _proof(self, page: ChangesPage, expected: RegisterSum) -> RegisterProof | None:
        """The proof with which the register can be handed on; one of version 1.0 gives none."""
        if page.signed_at is None or page.signature_at is None:
            return None
        try:
            parse_signed_at(page.signed_at)
        except ValueError:
            is_proven = False
        else:
            text = signed_text_at(page.revision, expected, page.signed_at)
            is_proven = self._is_signed(text, page.signature_at)
        if not is_proven:
            _log.warning("the register's signed time cannot be used: it cannot be handed on")
            return None
        return RegisterProof(page.signed_at, page.signature_at)


_Cards = TypeVar("_Cards", CardsPage, ChangesPage)


class FeedPull:
    """Fetches the feeds of offers and of the venue's visits.

    An unknown cursor leads to a fetch from the start; known data stays in use until that is
    complete (contract 1.4a).
    """

    def __init__(
        self,
        *,
        api: CentralApi,
        offers: OfferCache,
        activity: ActivityCache,
        calls: CallTracker,
        now: Now,
        between: Between,
        size: PageSize,
    ) -> None:
        self._api = api
        self._size = size
        self._offers = offers
        self._activity = activity
        self._calls = calls
        self._now = now
        self._between = between
        self.has_lost = False
        """Whether the register turned out to have lost what it once had."""
        self.offers_read_at: datetime | None = None
        self.activity_read_at: datetime | None = None
        """When a reading began that came to the feed's end."""

    @property
    def read_at(self) -> datetime | None:
        """When the reading of both began; ``None`` unless both were read to their end."""
        if self.offers_read_at is None or self.activity_read_at is None:
            return None
        return min(self.offers_read_at, self.activity_read_at)

    def pull_offers(self) -> None:
        """Fetch the changes of the offers. Raises ``CentralFaultError``."""
        self._pull("GET /offers", self._offers, self._read_offers)

    def pull_activity(self) -> None:
        """Fetch the visits of the venue's desks. Raises ``CentralFaultError``."""
        self._pull("GET /activity", self._activity, self._read_activity)

    def _pull(self, what: str, cache: OfferCache | ActivityCache, read: "_Read") -> None:
        cursor = cache.cursor()
        try:
            read(what, cursor)
        except _NO_PLACE as unknown:
            if cursor is None:
                raise
            _log.warning("%s is read from the start: %s", what, unknown.code)
            self.has_lost = isinstance(unknown, CursorGoneError)
            cache.begin_anew()
            read(what, None)

    def _read_offers(self, what: str, cursor: str | None) -> None:
        began = self._now()
        for page in self._feed(what, self._api.offers, cursor):
            complete_at = None if page.more else began
            self._offers.apply(
                page.offers, page.removed, cursor=page.cursor, complete_at=complete_at
            )
        self.offers_read_at = began

    def _read_activity(self, what: str, cursor: str | None) -> None:
        began = self._now()
        for page in self._feed(what, self._api.activity, cursor):
            self._activity.apply(page.visits, cursor=page.cursor, complete=not page.more)
        self.activity_read_at = began

    def _feed(self, what: str, fetch: "_Fetch[_Page]", cursor: str | None) -> Iterator["_Page"]:
        """Every page from ``cursor`` on. A feed that comes back to a cursor would never end."""
        seen = {cursor}
        bounds = _Bounds(what)
        more = True
        while more:
            page = self._page(fetch, cursor)
            cursor, more = page.cursor, page.more
            if more and cursor in seen:
                raise BrokenAnswerError(f"{what}: the pages stand still", code="endless_feed")
            seen.add(cursor)
            yield page
            self._between()
            if more:
                bounds.page(_elements(page))

    def _page(self, fetch: "_Fetch[_Page]", cursor: str | None) -> "_Page":
        return self._size.fetch(
            lambda size: self._calls.make(lambda: fetch(cursor, size)), too_slow=self._was_too_slow
        )

    def _was_too_slow(self) -> bool:
        self._between()
        return self._calls.answered > 0


_Read = Callable[[str, str | None], None]
_Page = TypeVar("_Page", OfferFeedPage, ActivityPage)
_Fetch = Callable[[str | None, int], _Page]


def _elements(page: OfferFeedPage | ActivityPage) -> int:
    if isinstance(page, OfferFeedPage):
        return len(page.offers) + len(page.removed)
    return len(page.visits)


def _last_number(page: CardsPage, before: str) -> str:
    """The page's last number. Each card comes once, and beyond the page before."""
    numbers = [before, *(card.number for card in page.cards)]
    if any(number <= earlier for earlier, number in pairwise(numbers)):
        raise BrokenAnswerError("GET /register/cards: the cards are out of order")
    return numbers[-1]


def _net(page: ChangesPage) -> dict[str, Card | OddCard | None]:
    """The net changes of a page: each card's last state, ``None`` for one that left."""
    return {
        change.card.number if isinstance(change, Put) else change.number: (
            change.card if isinstance(change, Put) else None
        )
        for change in page.changes
    }
