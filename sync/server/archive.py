"""Cards through all revisions, for judging visits by the register as it stood."""

from collections.abc import Iterable
from datetime import datetime
from threading import Lock

from sqlalchemy import Connection

from sync.rules.cards import Card
from sync.server import registry

MOST_KEPT = 100_000
"""Cards; some 60 megabytes."""
MOST_NEWS = 10_000
"""Versions that are read to catch up; beyond, all is asked for anew."""
_Versions = list[tuple[int, Card | None]]
"""Since which revision a card has been what; ``None`` where it left."""


class History:
    """A few cards through all revisions."""

    def __init__(self, versions: dict[str, _Versions]) -> None:
        self._versions = versions

    def today(self, number: str) -> Card | None:
        """The card as it stands."""
        versions = self._versions[number]
        return versions[-1][1] if versions else None

    def at(self, number: str, revision: int) -> Card | None:
        """The card as it stood at a revision."""
        stood = None
        for since, version in self._versions[number]:
            if since > revision:
                break
            stood = version
        return stood


class Archive:
    """The histories that were asked for, kept from one transaction to the next.

    A version is never changed, only followed by others, each under the next revision. So what has
    been read stays true, and what came since is read in one go before anything is answered. Safe
    to use from many threads, while other processes change the register.
    """

    def __init__(self, *, most_kept: int = MOST_KEPT, most_news: int = MOST_NEWS) -> None:
        self._most_kept = most_kept
        self._most_news = most_news
        self._lock = Lock()
        self._kept: dict[str, _Versions] = {}
        self._ended: dict[int, datetime] = {}
        self._reached = 0

    def superseded(self, connection: Connection, revisions: Iterable[int]) -> dict[int, datetime]:
        """When each of the revisions ceased to be the current one; a current one is left out."""
        wanted = set(revisions)
        with self._lock:
            found = {revision: self._ended[revision] for revision in wanted & self._ended.keys()}
        read = registry.superseded(connection, wanted - found.keys())
        with self._lock:
            if len(self._ended) + len(read) > self._most_kept:
                self._ended.clear()
            self._ended.update(read)
        return found | read

    def consult(self, connection: Connection, numbers: Iterable[str], revision: int) -> History:
        """The histories of some cards, at least up to the register's ``revision``."""
        self._catch_up(connection, revision)
        wanted = set(numbers)
        with self._lock:
            reached = self._reached
            found = {number: self._kept[number] for number in wanted & self._kept.keys()}
        read: dict[str, _Versions] = {number: [] for number in wanted - found.keys()}
        for since, number, card in registry.versions_of(connection, read):
            read[number].append((since, card))
        with self._lock:
            if self._reached == reached:  # else what was read may lack what others caught up with
                if len(self._kept) + len(read) > self._most_kept:
                    self._kept.clear()
                self._kept.update(read)
        return History(found | read)

    def _catch_up(self, connection: Connection, revision: int) -> None:
        with self._lock:
            reached = self._reached
            if revision < reached:  # an older backup was restored
                self._ended.clear()
            if revision < reached or not self._kept:
                self._kept.clear()
                reached = self._reached = revision
        if revision == reached:
            return
        news = registry.versions_since(connection, reached, self._most_news + 1)
        with self._lock:
            if self._reached != reached:
                return  # another thread has been here meanwhile
            if len(news) > self._most_news:
                self._kept.clear()
            for since, number, card in news:
                versions = self._kept.get(number)
                if versions is not None and (not versions or versions[-1][0] < since):
                    versions.append((since, card))
            self._reached = revision
