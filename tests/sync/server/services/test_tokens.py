"""Tokens are renewed while desks go on, and end where nobody uses them."""

from datetime import timedelta
from uuid import UUID

import pytest

from sync.errors import DeskRefusedError
from sync.server.services.desk_session import DeskSession
from sync.server.store.desks import TOKEN_DAYS, UNUSED_DAYS
from tests.sync.server.register_fixture import RegisterFixture


def is_known(fixture: RegisterFixture, token: str) -> bool:
    try:
        DeskSession(fixture.central, token).authenticate()
    except DeskRefusedError as refused:
        return refused.code != "token_invalid"
    return True


def last_use(fixture: RegisterFixture, desk_id: UUID) -> object:
    return next(desk["used_at"] for desk in fixture.central.desks() if desk["id"] == desk_id)


def test_a_desk_is_asked_to_renew_its_token_after_thirty_days(fixture: RegisterFixture) -> None:
    assert not fixture.desk.me().renew_token
    fixture.pass_days(TOKEN_DAYS)
    assert fixture.desk.me().renew_token
    renewed = DeskSession(fixture.central, fixture.desk.new_token().token)
    assert not renewed.me().renew_token
    fixture.pass_days(TOKEN_DAYS)
    assert renewed.me().renew_token


def test_the_old_token_holds_until_the_new_one_is_used(fixture: RegisterFixture) -> None:
    old = fixture.new_token()
    new = DeskSession(fixture.central, old).new_token().token
    assert is_known(fixture, old)
    assert is_known(fixture, new)
    assert not is_known(fixture, old)
    assert is_known(fixture, new)


def test_a_new_token_that_was_lost_on_its_way_leaves_the_desk_the_old_one(
    fixture: RegisterFixture,
) -> None:
    old = fixture.new_token()
    lost = DeskSession(fixture.central, old).new_token().token
    second = DeskSession(fixture.central, old).new_token().token
    assert is_known(fixture, old)
    assert not is_known(fixture, lost)
    assert is_known(fixture, second)


def test_a_token_that_nobody_uses_ends_after_four_hundred_days(fixture: RegisterFixture) -> None:
    token, other = fixture.new_token(), fixture.new_token()
    fixture.pass_days(UNUSED_DAYS - 1)
    assert is_known(fixture, token)
    fixture.pass_days(1)
    assert is_known(fixture, token)
    assert not is_known(fixture, other)


def test_the_last_use_is_known_to_the_hour(fixture: RegisterFixture) -> None:
    desk = fixture.desk.me().desk_id
    first = last_use(fixture, desk)
    assert first == fixture.now
    fixture.now += timedelta(minutes=59)
    fixture.desk.me()
    assert last_use(fixture, desk) == first
    fixture.now += timedelta(minutes=1)
    fixture.desk.submit([])
    assert last_use(fixture, desk) == fixture.now


def test_a_revoked_desk_gets_no_new_token(fixture: RegisterFixture) -> None:
    fixture.central.revoke(fixture.desk.me().desk_id)
    with pytest.raises(DeskRefusedError, match="revoked"):
        fixture.desk.new_token()
