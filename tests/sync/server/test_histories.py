"""A register that was put back, desks that were put back or copied, and what each is told."""

from collections.abc import Callable
from datetime import datetime
from uuid import uuid4

import pytest

from sync.errors import CursorGoneError
from sync.protocol import ActivityPage, OffersPage, StandingReport
from sync.rules.visits import Note
from sync.server.authority import DeskSession
from tests.sync.server.houses import House, with_quota

Feed = Callable[[DeskSession, str | None], OffersPage | ActivityPage]
FEEDS: list[Feed] = [DeskSession.offers, DeskSession.activity]
both_feeds = pytest.mark.parametrize("feed", FEEDS, ids=["offers", "activity"])


def standing(desk: DeskSession, nonce: str | None) -> tuple[str, bool]:
    report = StandingReport(
        app_version="1.1.0", pending=0, attention=0, register_revision=1, nonce=nonce
    )
    answer = desk.standing(report)
    return answer.nonce, answer.forked


def move_on(house: House, times: int) -> None:
    """Bring both feeds on."""
    for _ in range(times):
        house.send(house.visit(house.with_offer(with_quota(100))))


@both_feeds
def test_a_cursor_of_the_history_that_was_lost_is_gone(house: House, feed: Feed) -> None:
    backup = house.backup()
    move_on(house, 2)
    cursor = feed(house.desk, None).cursor
    house.put_back(backup)

    with pytest.raises(CursorGoneError):
        feed(house.desk, cursor)


@both_feeds
def test_it_is_gone_though_the_new_history_has_grown_past_the_place(
    house: House, feed: Feed
) -> None:
    backup = house.backup()
    move_on(house, 2)
    cursor = feed(house.desk, None).cursor
    house.put_back(backup)
    move_on(house, 5)

    with pytest.raises(CursorGoneError):
        feed(house.desk, cursor)


@both_feeds
def test_a_cursor_of_before_the_backup_goes_on(house: House, feed: Feed) -> None:
    move_on(house, 2)
    cursor = feed(house.desk, None).cursor
    backup = house.backup()
    move_on(house, 2)
    house.put_back(backup)
    move_on(house, 1)

    assert feed(house.desk, cursor).more is False


@both_feeds
@pytest.mark.parametrize("cursor", ["7", "7-0123456789abcdef", "", "x" * 99, "-1-0", "0-0"])
def test_a_cursor_that_was_never_told_is_gone(house: House, feed: Feed, cursor: str) -> None:
    move_on(house, 5)
    with pytest.raises(CursorGoneError):
        feed(house.desk, cursor)


@both_feeds
def test_an_empty_feed_s_cursor_is_the_beginning_of_every_history(house: House, feed: Feed) -> None:
    museum = house.new_desk(venue=house.empty_venue())
    assert feed(museum, feed(museum, None).cursor).more is False


def test_a_desk_that_shows_what_it_was_given_is_not_forked(house: House) -> None:
    nonce: str | None = None
    for _ in range(5):
        nonce, forked = standing(house.desk, nonce)
        assert not forked


def test_a_desk_whose_answer_was_lost_is_not_forked(house: House) -> None:
    first, _ = standing(house.desk, None)
    standing(house.desk, first)  # this answer never arrives
    second, forked = standing(house.desk, first)
    assert not forked
    assert standing(house.desk, second)[1] is False


def test_a_desk_whose_very_first_answers_were_lost_is_not_forked(house: House) -> None:
    assert [standing(house.desk, None)[1] for _ in range(3)] == [False, False, False]


def test_an_old_copy_that_was_put_back_is_forked_once(house: House) -> None:
    old, _ = standing(house.desk, None)
    nonce = old
    for _ in range(3):
        nonce, _ = standing(house.desk, nonce)

    nonce, forked = standing(house.desk, old)

    assert forked
    assert standing(house.desk, nonce)[1] is False


def test_two_copies_that_take_turns_are_noticed(house: House) -> None:
    mine, _ = standing(house.desk, None)
    theirs = mine
    noticed = []
    for _ in range(3):
        mine, forked = standing(house.desk, mine)
        noticed.append(forked)
        theirs, forked = standing(house.desk, theirs)
        noticed.append(forked)

    assert any(noticed)


def shown_since(house: House, nonce: str | None = None) -> datetime | None:
    """When the desk was last noticed to be forked, as its answer says."""
    report = StandingReport(
        app_version="1.1.0", pending=0, attention=0, register_revision=1, nonce=nonce
    )
    return house.desk.standing(report).forked_at


def test_a_desk_is_shown_as_forked_for_30_days_and_told_so(house: House) -> None:
    noticed_at = house.now
    nonce, _ = standing(house.desk, "1.made.up")
    house.pass_days(29)
    assert shown_since(house, nonce) == noticed_at
    house.pass_days(1)
    assert [desk["forked"] for desk in house.authority.desks()] == [False]
    assert shown_since(house, nonce) is None


def test_a_desk_that_an_admin_has_seen_to_is_forked_no_longer(house: House) -> None:
    nonce, _ = standing(house.desk, "1.made.up")
    house.authority.clear_forked(house.desk.me().desk_id)
    assert [desk["forked"] for desk in house.authority.desks()] == [False]
    assert shown_since(house, nonce) is None
    assert shown_since(house, "1.made.up") == house.now


@both_feeds
def test_a_lost_note_is_told_by_the_cursors_too(house: House, feed: Feed) -> None:
    kept = house.backup()
    house.send(Note(id=uuid4(), recorded_at=house.now, about=uuid4(), text="Kortti nähty"))
    cursor = feed(house.desk, None).cursor
    house.put_back(kept)
    with pytest.raises(CursorGoneError):
        feed(house.desk, cursor)


def test_a_nonce_that_was_never_given_is_forked(house: House) -> None:
    assert standing(house.desk, "1.made.up")[1] is True


def test_another_desks_nonce_is_forked(house: House) -> None:
    nonce, _ = standing(house.new_desk(name="Toinen"), None)
    assert standing(house.desk, nonce)[1] is True


def test_after_the_register_was_put_back_no_desk_is_called_forked(house: House) -> None:
    nonce, _ = standing(house.desk, None)
    backup = house.backup()
    for _ in range(3):
        nonce, _ = standing(house.desk, nonce)
    house.put_back(backup)

    for _ in range(2):
        nonce, forked = standing(house.desk, nonce)
        assert not forked


def test_what_a_desk_tells_stands_in_the_list_of_desks(house: House) -> None:
    house.desk.standing(
        StandingReport(
            app_version="1.1.0",
            pending=3,
            attention=1,
            oldest_pending_at=house.now,
            register_revision=1,
            register_verified_at=house.now,
            clock_ahead_ms=-2500,
        )
    )
    (desk,) = house.authority.desks()
    assert (desk["app_version"], desk["pending"], desk["attention"]) == ("1.1.0", 3, 1)
    assert desk["heard_at"] == desk["oldest_pending_at"] == house.now
    assert desk["register_verified_at"] == house.now
    assert (desk["clock_ahead_ms"], desk["forked"]) == (-2500, False)


def test_a_forked_desk_is_shown_as_such(house: House) -> None:
    standing(house.desk, "1.made.up")
    (desk,) = house.authority.desks()
    assert (desk["forked"], desk["forked_at"]) == (True, house.now)


def test_a_desk_is_told_its_venue_s_other_desks_with_their_keys(house: House) -> None:
    other = house.new_desk(name="Aula")
    report = StandingReport(
        app_version="1.1.0", pending=0, attention=0, register_revision=1, lan_key="a2V5"
    )
    other.standing(report)
    house.new_desk(name="Vaiti")

    assert [(peer.desk_name, peer.lan_key) for peer in house.desk.me().peers] == [("Aula", "a2V5")]
    assert other.me().peers == []


def test_a_revoked_desk_is_no_peer(house: House) -> None:
    other = house.new_desk(name="Aula")
    report = StandingReport(
        app_version="1.1.0", pending=0, attention=0, register_revision=1, lan_key="a2V5"
    )
    other.standing(report)
    house.authority.revoke(other.me().desk_id)

    assert house.desk.me().peers == []


def test_all_desks_together_are_counted_for_monitoring(house: House) -> None:
    report = StandingReport(app_version="1.1.0", pending=3, attention=2, register_revision=1)
    house.desk.standing(report)
    house.new_desk(name="Toinen").standing(report)
    house.new_desk(name="Vaiti")

    told = house.authority.summary()

    counts = [told[f"desks_{name}"] for name in ("pending", "attention", "forked", "silent")]
    assert counts == [6, 4, 0, 1]
