"""A register that was put back, desks that were put back or copied, and what each is told."""

from collections.abc import Callable
from datetime import datetime
from uuid import UUID, uuid4

import pytest
from sqlalchemy import select

from sync.errors import CursorGoneError
from sync.messages import MOST_LISTED, ActivityPage, OfferFeedPage, StandingReport
from sync.rules.visits import Note
from sync.server.services.desk_session import DeskSession
from sync.server.store.tables import standings
from tests.sync.server.register_fixture import RegisterFixture, with_quota

Feed = Callable[[DeskSession, str | None], OfferFeedPage | ActivityPage]
FEEDS: list[Feed] = [DeskSession.offers, DeskSession.activity]
both_feeds = pytest.mark.parametrize("feed", FEEDS, ids=["offers", "activity"])


def standing(desk: DeskSession, nonce: str | None) -> tuple[str, bool]:
    report = StandingReport(
        app_version="1.1.0", pending=0, attention=0, register_revision=1, nonce=nonce
    )
    answer = desk.standing(report)
    return answer.nonce, answer.forked


def move_on(fixture: RegisterFixture, times: int) -> None:
    """Bring both feeds on."""
    for _ in range(times):
        fixture.send(fixture.visit(fixture.with_offer(with_quota(100))))


@both_feeds
@pytest.mark.parametrize("grown", [0, 5])
def test_a_cursor_of_the_history_that_was_lost_is_gone_also_where_the_new_one_is_longer(
    fixture: RegisterFixture, feed: Feed, grown: int
) -> None:
    backup = fixture.backup()
    move_on(fixture, 2)
    cursor = feed(fixture.desk, None).cursor
    fixture.put_back(backup)
    move_on(fixture, grown)

    with pytest.raises(CursorGoneError):
        feed(fixture.desk, cursor)


@both_feeds
def test_a_cursor_of_before_the_backup_goes_on(fixture: RegisterFixture, feed: Feed) -> None:
    move_on(fixture, 2)
    cursor = feed(fixture.desk, None).cursor
    backup = fixture.backup()
    move_on(fixture, 2)
    fixture.put_back(backup)
    move_on(fixture, 1)

    assert feed(fixture.desk, cursor).more is False


@both_feeds
@pytest.mark.parametrize("cursor", ["7", "7-0123456789abcdef", "", "x" * 99, "-1-0", "0-0"])
def test_a_cursor_that_was_never_told_is_gone(
    fixture: RegisterFixture, feed: Feed, cursor: str
) -> None:
    move_on(fixture, 5)
    with pytest.raises(CursorGoneError):
        feed(fixture.desk, cursor)


@both_feeds
def test_an_empty_feed_s_cursor_is_the_beginning_of_every_history(
    fixture: RegisterFixture, feed: Feed
) -> None:
    museum = fixture.new_desk(venue=fixture.empty_venue())
    assert feed(museum, feed(museum, None).cursor).more is False


def test_a_desk_that_shows_what_it_was_given_is_not_forked(fixture: RegisterFixture) -> None:
    nonce: str | None = None
    for _ in range(5):
        nonce, forked = standing(fixture.desk, nonce)
        assert not forked


def test_a_desk_whose_answer_was_lost_is_not_forked(fixture: RegisterFixture) -> None:
    first, _ = standing(fixture.desk, None)
    standing(fixture.desk, first)  # this answer never arrives
    second, forked = standing(fixture.desk, first)
    assert not forked
    assert standing(fixture.desk, second)[1] is False


def test_a_desk_whose_very_first_answers_were_lost_is_not_forked(fixture: RegisterFixture) -> None:
    assert [standing(fixture.desk, None)[1] for _ in range(3)] == [False, False, False]


def test_an_old_copy_that_was_put_back_is_forked_once(fixture: RegisterFixture) -> None:
    old, _ = standing(fixture.desk, None)
    nonce = old
    for _ in range(3):
        nonce, _ = standing(fixture.desk, nonce)

    nonce, forked = standing(fixture.desk, old)

    assert forked
    assert standing(fixture.desk, nonce)[1] is False


def listing(
    desk: DeskSession, nonce: str | None, *waiting: UUID | str
) -> tuple[str, list[str], list[str]]:
    """The nonce given for a report, and what the answer says waited before, and has arrived."""
    report = StandingReport(
        app_version="1.1.0",
        pending=len(waiting),
        attention=0,
        register_revision=1,
        nonce=nonce,
        waiting=[each if isinstance(each, str) else each.hex[:16] for each in waiting],
    )
    answer = desk.standing(report)
    return answer.nonce, [*answer.waited], [*answer.arrived]


def test_a_desk_that_was_put_back_is_told_what_it_had_listed_until_it_has_heard_it(
    fixture: RegisterFixture,
) -> None:
    first, later = uuid4(), uuid4()
    old, _, _ = listing(fixture.desk, None)
    nonce, waited, _ = listing(fixture.desk, old)
    nonce, waited, _ = listing(fixture.desk, nonce, first, later)
    assert waited == []
    _, waited, _ = listing(fixture.desk, old, first)  # this answer is lost
    assert waited == [later.hex[:16]]
    nonce, waited, _ = listing(fixture.desk, old, first)
    assert waited == [later.hex[:16]]
    nonce, waited, _ = listing(fixture.desk, nonce, first)
    assert waited == []
    assert listing(fixture.desk, old, first)[1] == []


def test_what_a_desk_has_sent_after_it_was_listed_is_not_told_as_waiting(
    fixture: RegisterFixture,
) -> None:
    visit, void = fixture.visit(fixture.with_offer(with_quota(100))), uuid4()
    old, _, _ = listing(fixture.desk, None)
    nonce, _, _ = listing(fixture.desk, old)
    nonce, _, arrived = listing(fixture.desk, nonce, visit.id, void)
    assert arrived == []
    fixture.send(visit)
    _, waited, arrived = listing(fixture.desk, old)
    assert (waited, arrived) == ([void.hex[:16]], [])


def test_a_desk_is_told_which_of_its_list_arrived(fixture: RegisterFixture) -> None:
    visit = fixture.visit(fixture.with_offer(with_quota(100)))
    fixture.send(visit)
    _, _, arrived = listing(fixture.desk, None, visit.id, uuid4())
    assert arrived == [visit.id.hex[:16]]
    museum = fixture.new_desk(venue=fixture.empty_venue())
    assert listing(museum, None, visit.id)[2] == []


def test_a_list_is_kept_within_bounds_however_often_a_desk_is_put_back(
    fixture: RegisterFixture,
) -> None:
    old, _, _ = listing(fixture.desk, None)
    listing(fixture.desk, old)
    for start in range(3):
        some = [f"{start:04x}{number:012x}" for number in range(MOST_LISTED)]
        _, waited, _ = listing(fixture.desk, old, *some)
        assert len(waited) <= MOST_LISTED
    with fixture.central.database.reading() as connection:
        kept = connection.scalars(select(standings.c.waiting)).all()
    assert max(len(each) for each in kept if each) == 16 * MOST_LISTED


def test_two_copies_that_take_turns_are_noticed(fixture: RegisterFixture) -> None:
    mine, _ = standing(fixture.desk, None)
    theirs = mine
    noticed = []
    for _ in range(3):
        mine, forked = standing(fixture.desk, mine)
        noticed.append(forked)
        theirs, forked = standing(fixture.desk, theirs)
        noticed.append(forked)

    assert any(noticed)


def shown_since(fixture: RegisterFixture, nonce: str | None = None) -> datetime | None:
    """When the desk was last noticed to be forked, as its answer says."""
    report = StandingReport(
        app_version="1.1.0", pending=0, attention=0, register_revision=1, nonce=nonce
    )
    return fixture.desk.standing(report).forked_at


def test_a_desk_is_shown_as_forked_for_30_days_and_told_so(fixture: RegisterFixture) -> None:
    noticed_at = fixture.now
    nonce, _ = standing(fixture.desk, "1.made.up")
    fixture.pass_days(29)
    assert shown_since(fixture, nonce) == noticed_at
    fixture.pass_days(1)
    assert [desk["forked"] for desk in fixture.central.desks()] == [False]
    assert shown_since(fixture, nonce) is None


def test_a_desk_that_an_admin_has_seen_to_is_forked_no_longer(fixture: RegisterFixture) -> None:
    nonce, _ = standing(fixture.desk, "1.made.up")
    fixture.central.clear_forked(fixture.desk.me().desk_id)
    assert [desk["forked"] for desk in fixture.central.desks()] == [False]
    assert shown_since(fixture, nonce) is None
    assert shown_since(fixture, "1.made.up") == fixture.now


@both_feeds
def test_a_lost_note_is_told_by_the_cursors_too(fixture: RegisterFixture, feed: Feed) -> None:
    kept = fixture.backup()
    fixture.send(Note(id=uuid4(), recorded_at=fixture.now, about=uuid4(), text="Kortti nähty"))
    cursor = feed(fixture.desk, None).cursor
    fixture.put_back(kept)
    with pytest.raises(CursorGoneError):
        feed(fixture.desk, cursor)


def test_a_nonce_that_was_never_given_is_forked(fixture: RegisterFixture) -> None:
    assert standing(fixture.desk, "1.made.up")[1] is True


def test_another_desks_nonce_is_forked(fixture: RegisterFixture) -> None:
    nonce, _ = standing(fixture.new_desk(name="Toinen"), None)
    assert standing(fixture.desk, nonce)[1] is True


def test_after_the_register_was_put_back_no_desk_is_called_forked(fixture: RegisterFixture) -> None:
    nonce, _ = standing(fixture.desk, None)
    backup = fixture.backup()
    for _ in range(3):
        nonce, _ = standing(fixture.desk, nonce)
    fixture.put_back(backup)

    for _ in range(2):
        nonce, forked = standing(fixture.desk, nonce)
        assert not forked


def test_what_a_desk_tells_stands_in_the_list_of_desks(fixture: RegisterFixture) -> None:
    fixture.desk.standing(
        StandingReport(
            app_version="1.1.0",
            pending=3,
            attention=1,
            oldest_pending_at=fixture.now,
            register_revision=1,
            register_verified_at=fixture.now,
            clock_ahead_ms=-2500,
        )
    )
    (desk,) = fixture.central.desks()
    assert (desk["app_version"], desk["pending"], desk["attention"]) == ("1.1.0", 3, 1)
    assert desk["heard_at"] == desk["oldest_pending_at"] == fixture.now
    assert desk["register_verified_at"] == fixture.now
    assert (desk["clock_ahead_ms"], desk["forked"]) == (-2500, False)


def test_a_forked_desk_is_shown_as_such(fixture: RegisterFixture) -> None:
    standing(fixture.desk, "1.made.up")
    (desk,) = fixture.central.desks()
    assert (desk["forked"], desk["forked_at"]) == (True, fixture.now)


def test_a_desk_is_told_its_venue_s_other_desks_with_their_keys(fixture: RegisterFixture) -> None:
    other = fixture.new_desk(name="Aula")
    report = StandingReport(
        app_version="1.1.0", pending=0, attention=0, register_revision=1, lan_key="a2V5"
    )
    other.standing(report)
    fixture.new_desk(name="Vaiti")

    assert [(peer.desk_name, peer.lan_key) for peer in fixture.desk.me().peers] == [
        ("Aula", "a2V5")
    ]
    assert other.me().peers == []


def test_a_revoked_desk_is_no_peer(fixture: RegisterFixture) -> None:
    other = fixture.new_desk(name="Aula")
    report = StandingReport(
        app_version="1.1.0", pending=0, attention=0, register_revision=1, lan_key="a2V5"
    )
    other.standing(report)
    fixture.central.revoke(other.me().desk_id)

    assert fixture.desk.me().peers == []


def test_all_desks_together_are_counted_for_monitoring(fixture: RegisterFixture) -> None:
    report = StandingReport(app_version="1.1.0", pending=3, attention=2, register_revision=1)
    fixture.desk.standing(report)
    fixture.new_desk(name="Toinen").standing(report)
    fixture.new_desk(name="Vaiti")

    summary = fixture.central.summary()

    counts = [summary[f"desks_{name}"] for name in ("pending", "attention", "forked", "silent")]
    assert counts == [6, 4, 0, 1]
