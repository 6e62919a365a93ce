"""Fetching: the register, verified before it is used, and the feeds of offers and visits."""

import logging
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from itertools import chain, pairwise
from typing import Protocol, TypeVar

from sync.calls import Calls
from sync.errors import BrokenAnswerError, RegisterMismatchError, RevisionGoneError
from sync.ports import ActivityCache, Loading, OfferCache, RegisterCache, RegisterStatus
from sync.protocol import CardsPage, CentralApi, ChangesPage, Put
from sync.rules.cards import Card, OddCard
from sync.rules.register_sum import RegisterSum, signed_text

_log = logging.getLogger(__name__)

Now = Callable[[], datetime]
"""This moment, in UTC."""
SignatureVerifier = Callable[[bytes, str], bool]
"""Whether a text bears the register's signature (base64)."""


@dataclass(frozen=True, slots=True)
class Loaded:
    """How far a fresh load has come: this cycle's cards, of how many where that is known."""

    cards: int
    of: int | None = None


Progress = Callable[[Loaded], None]
"""Told how a fresh load comes along."""


class _UnsignedError(RegisterMismatchError):
    """Sums without the register's signature. Loading afresh would not mend that."""


class RegisterPull:
    """Brings the cached register up to the central one; the last good one stays in use."""

    def __init__(
        self,
        *,
        api: CentralApi,
        register: RegisterCache,
        calls: Calls,
        now: Now,
        is_signed: SignatureVerifier,
        progress: Progress,
    ) -> None:
        self._api = api
        self._register = register
        self._calls = calls
        self._now = now
        self._is_signed = is_signed
        self._progress = progress

    def run(self) -> None:
        """Follow the changes; load afresh where that leads nowhere, once at most.

        Raises ``CentralFaultError``, or ``RegisterMismatchError`` when the register that arrived
        is not the one that was signed.
        """
        loading = self._register.loading()
        status = self._register.status()
        if loading is not None:
            arrived = self._arrives(partial(self._go_on_loading, loading))
        elif status is not None:
            arrived = self._arrives(partial(self._follow, status))
        else:
            arrived = False
        if not arrived:
            self._load()

    def _arrives(self, way: Callable[[], None]) -> bool:
        """Go this way; whether it led to the central register, or only a fresh load can."""
        try:
            way()
        except _UnsignedError:
            raise
        except (RegisterMismatchError, RevisionGoneError) as astray:
            _log.warning("the register is loaded afresh: %s", astray.code)
            return False
        return True

    def _follow(self, status: RegisterStatus) -> None:
        revision, known = status.revision, status.sum
        more = True
        while more:
            page, expected = self._changes(revision)
            more = page.more
            # Halfway through, the register is not yet what the central one is now.
            verified_at = status.verified_at if more else self._now()
            if page.revision == revision and not page.changes:
                if expected != known:
                    raise RegisterMismatchError("the register in use is not the central one")
                self._register.confirm(verified_at)
            else:
                self._register.apply(
                    _net(page),
                    revision=page.revision,
                    expected=expected,
                    verified_at=verified_at,
                )
            revision, known = page.revision, expected

    def _load(self) -> None:
        pages = self._pages(None)
        first = next(pages)
        self._register.begin_load(first.revision)
        # A load of several pages is worth a call that says how long it will be.
        whole = None if first.next is None else self._changes(first.revision)[1].count
        self._take_in(chain([first], pages), whole)
        self._catch_up(first.revision)

    def _go_on_loading(self, loading: Loading) -> None:
        if not loading.pages_done:
            self._take_in(self._pages(loading.after))
        self._catch_up(loading.revision)

    def _take_in(self, pages: Iterable[CardsPage], whole: int | None = None) -> None:
        cards = 0
        for page in pages:
            self._register.add_page(page.cards, after=page.next, last=page.next is None)
            cards += len(page.cards)
            self._progress(Loaded(cards, whole))

    def _catch_up(self, revision: int) -> None:
        """The pages were read while the register moved: change the load, and put it in use."""
        more = True
        while more:
            page, expected = self._changes(revision)
            more = page.more
            if page.changes:
                self._register.apply_to_load(_net(page), revision=page.revision)
            revision = page.revision
        self._register.adopt(revision=revision, expected=expected, verified_at=self._now())

    def _pages(self, after: str | None) -> Iterator[CardsPage]:
        last = ""
        been = {after}
        while True:
            page = self._calls.make(partial(self._api.cards, after))
            last = _last_number(page, last)
            if page.next is not None and page.next in been:
                raise BrokenAnswerError("GET /register/cards: the pages stand still")
            yield page
            if page.next is None:
                return
            after = page.next
            been.add(after)

    def _changes(self, after: int) -> tuple[ChangesPage, RegisterSum]:
        """A page of changes, and the register's signed sum after it."""
        page = self._calls.make(partial(self._api.changes, after))
        expected = RegisterSum.from_hex(page.count, page.checksum)
        if not self._is_signed(signed_text(page.revision, expected), page.signature):
            raise _UnsignedError("the register's sum does not bear its signature")
        if page.revision < after:
            raise RegisterMismatchError("the register has gone back to an earlier revision")
        if page.more and page.revision == after:
            raise BrokenAnswerError("GET /register/changes: the pages stand still")
        return page, expected


def pull_offers(api: CentralApi, cache: OfferCache, calls: Calls, now: Now) -> None:
    """Bring in the offers that came, changed or went. Raises ``CentralFaultError``."""
    began = now()
    for page in _feed(api.offers, cache.cursor(), calls):
        complete_at = None if page.more else began
        cache.apply(page.offers, page.removed, cursor=page.cursor, complete_at=complete_at)


def pull_activity(api: CentralApi, cache: ActivityCache, calls: Calls) -> None:
    """Bring in the visits of the venue's desks. Raises ``CentralFaultError``."""
    for page in _feed(api.activity, cache.cursor(), calls):
        cache.apply(page.visits, cursor=page.cursor)


class _FeedPage(Protocol):
    @property
    def cursor(self) -> str: ...

    @property
    def more(self) -> bool: ...


_Page = TypeVar("_Page", bound=_FeedPage)


def _feed(
    fetch: Callable[[str | None], _Page], cursor: str | None, calls: Calls
) -> Iterator[_Page]:
    """Every page from ``cursor`` on. A feed that comes back to a cursor would never end."""
    seen = {cursor}
    more = True
    while more:
        page = calls.make(partial(fetch, cursor))
        cursor, more = page.cursor, page.more
        if more and cursor in seen:
            raise BrokenAnswerError("a feed's pages stand still")
        seen.add(cursor)
        yield page


def _last_number(page: CardsPage, before: str) -> str:
    """The page's last number. Each card comes once, and beyond the page before."""
    numbers = [before, *(card.number for card in page.cards)]
    if any(number <= earlier for earlier, number in pairwise(numbers)):
        raise BrokenAnswerError("GET /register/cards: the cards are out of order")
    return numbers[-1]


def _net(page: ChangesPage) -> dict[str, Card | OddCard | None]:
    """What a page comes to: each card's last word, ``None`` for one that left."""
    return {
        change.card.number if isinstance(change, Put) else change.number: (
            change.card if isinstance(change, Put) else None
        )
        for change in page.changes
    }
