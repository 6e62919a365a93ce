"""Desks of a venue help each other on the local network: real desks, real TLS, a real register."""

import time
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from uuid import UUID

import pytest

from desk_app.config.machine_policy import MachinePolicy
from desk_app.services.errors import RefusedError
from desk_app.services.neighbours import NeighboursStatus, NeighbourState
from desk_app.store.neighbours.news import StoredNews
from sync.lan.news import News
from sync.ports import OperationState
from sync.rules.codes import Notice
from sync.rules.offers import OfferKind, Quota
from sync.rules.visits import VoidReason
from tests.helpers.live_desks import LONGEST_WAIT, LiveDesk, introduce, live_desks, wait_until
from tests.helpers.register import LiveRegister
from tests.helpers.samples import an_offer

QUOTA = 6
POOL = an_offer(name="Uimahalli")
SHOW = replace(an_offer(name="Näytelmä"), kind=OfferKind.EVENT, quota=Quota(QUOTA, 0))


@pytest.fixture(scope="module")
def register(tmp_path_factory: pytest.TempPathFactory) -> Iterator[LiveRegister]:
    with LiveRegister(tmp_path_factory.mktemp("register")) as register:
        yield register


@pytest.fixture(scope="module")
def desks(
    tmp_path_factory: pytest.TempPathFactory, register: LiveRegister
) -> Iterator[list[LiveDesk]]:
    with live_desks(tmp_path_factory.mktemp("desks"), register, [POOL, SHOW]) as desks:
        yield desks


def test_used_today_holds_across_desks_at_once(desks: list[LiveDesk]) -> None:
    here, there = desks
    here.hand_out(POOL)

    def notices() -> tuple[Notice, ...]:
        return there.app.services.checking.check("AB12345", POOL.id).verdict.notices

    wait_until(lambda: Notice.USED_TODAY in notices(), "the other desk does not know")


def test_one_desk_sends_for_all_and_the_other_hears_what_became_of_it(
    desks: list[LiveDesk], register: LiveRegister
) -> None:
    here, there = desks
    visit = here.hand_out(POOL).visit
    wait_until(lambda: there.knows(visit.id), "it is not there")

    there.app.sync_once(timeout=LONGEST_WAIT)

    wait_until(lambda: here.app.services.journal.count().pending == 0, "it is not settled")
    entry = here.app.services.journal.entry(visit.id)
    assert entry is not None
    assert entry.state is OperationState.ACCEPTED
    assert [each.id for each in register.visits()].count(visit.id) == 1


def test_a_void_reaches_the_register_by_another_desk(
    desks: list[LiveDesk], register: LiveRegister
) -> None:
    here, there = desks
    visit = here.hand_out(POOL).visit
    void = here.app.services.voiding.void(visit.id, VoidReason.MISTAKE)
    wait_until(lambda: there.knows(void.id), "it is not there")

    there.app.sync_once(timeout=LONGEST_WAIT)

    (stored,) = [each for each in register.visits() if each.id == visit.id]
    assert stored.state == "voided"
    wait_until(lambda: here.app.services.journal.count().pending == 0, "it is not settled")


def test_two_desks_that_cannot_see_the_register_never_hand_out_more_than_there_is(
    desks: list[LiveDesk], register: LiveRegister
) -> None:
    register.stop()
    try:
        given = hand_out_all(desks)
    finally:
        register.start()
    assert given == QUOTA


def hand_out_all(desks: list[LiveDesk]) -> int:
    """Hand out all tickets to the show, the first desk as many as it gets; how many that were.

    A neighbour that is slow to answer counts as away, and its tickets too, until it answers.
    """
    given = 0
    for desk in desks:
        until = time.monotonic() + LONGEST_WAIT / 2
        while given < QUOTA and time.monotonic() < until:
            if hands_out(desk):
                given += 1
            else:
                time.sleep(0.1)
    return given + sum(map(hands_out, desks))


def hands_out(desk: LiveDesk) -> bool:
    """Whether a desk hands out a ticket to the show; else it asks its neighbours for one."""
    try:
        desk.hand_out(SHOW)
    except RefusedError:
        desk.app.neighbours.need(SHOW.id, 1)
        return False
    return True


class WatchedNews(StoredNews):
    """A desk's news, and what was told of it."""

    sent: set[UUID]

    def read(self, after: int, most: int) -> tuple[News, int]:
        news, reached = super().read(after, most)
        self.sent |= {each.id for each in news.operations}
        self.sent |= {each.id for each in news.briefs}
        self.sent |= {each.id for each in news.visits}
        return news, reached


def start_again(desk: LiveDesk) -> WatchedNews:
    desk.app.close()
    desk.app = desk._open()
    news = WatchedNews(desk.app.opened.database, desk.app.neighbours._clock)
    news.sent = set()
    desk.app.neighbours._news = news
    desk.start()
    return news


def has_received_all(here: LiveDesk, there: LiveDesk) -> bool:
    """Whether one desk has noted that it received everything, and the other that it told it."""
    record = there.app.desk.record()
    assert record is not None
    last = there.app.neighbours._news.last()
    received = here.app.neighbours._news.cursor(record.desk_id)
    query = "SELECT told FROM news_runs ORDER BY seq DESC LIMIT 1"
    known = there.app.opened.database.rows(query)[0][0]
    return known == last and received.endswith(f".{last}")


def test_desks_that_start_again_tell_each_other_only_what_is_new(desks: list[LiveDesk]) -> None:
    here, there = desks
    old = here.hand_out(POOL).visit
    wait_until(lambda: there.knows(old.id), "it is not there")
    wait_until(
        lambda: has_received_all(here, there) and has_received_all(there, here),
        "the desks have not received all",
    )

    here_news, there_news = start_again(here), start_again(there)
    introduce(desks)
    new = {here.hand_out(POOL).visit.id, there.hand_out(POOL).visit.id}

    wait_until(lambda: all(desk.knows(each) for desk in desks for each in new), "it is not there")
    assert here_news.sent <= new
    assert there_news.sent <= new


def test_a_desk_that_is_switched_off_is_alone(desks: list[LiveDesk]) -> None:
    here, there = desks
    here.choose(neighbours_on=False)
    wait_until(lambda: here.app.neighbours.status().state is NeighbourState.OFF, "it is still on")
    wait_until(
        lambda: there.app.neighbours.status().state is NeighbourState.SEARCHING, "it is still seen"
    )
    here.choose(neighbours_on=True)
    wait_until(
        lambda: there.app.neighbours.status().state is NeighbourState.TOGETHER, "it is not seen"
    )


def test_where_a_policy_locks_it_off_nothing_is_told_whatever_staff_chose(
    tmp_path: Path, register: LiveRegister, desks: list[LiveDesk]
) -> None:
    others = {desk.name for desk in desks}
    policy = MachinePolicy(settings={"neighbours_on": False}, locked=frozenset({"neighbours_on"}))
    with closing(LiveDesk(tmp_path, "Luukku 9", policy)) as locked:
        locked.enrol(register)
        locked.app.sync_once(timeout=LONGEST_WAIT)
        locked.start()
        desks[0].app.sync_once(timeout=LONGEST_WAIT)
        known = {each.desk_name for each in desks[0].app.neighbours.status().desks}
        assert not locked.app.neighbours.choice().on
        assert locked.app.neighbours.lan_key() is None
        assert locked.app.neighbours.status() == NeighboursStatus(NeighbourState.OFF)
        assert known < others
