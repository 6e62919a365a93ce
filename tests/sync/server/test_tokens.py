"""Tokens are renewed while desks go on, and end where nobody uses them."""

from datetime import timedelta
from uuid import UUID

import pytest

from sync.errors import DeskRefusedError
from sync.server.store.desks import TOKEN_DAYS, UNUSED_DAYS
from tests.sync.server.houses import House


def is_known(house: House, token: str) -> bool:
    try:
        house.authority.session(token).authenticate()
    except DeskRefusedError as refused:
        return refused.code != "token_invalid"
    return True


def last_use(house: House, desk_id: UUID) -> object:
    return next(desk["used_at"] for desk in house.authority.desks() if desk["id"] == desk_id)


def test_a_desk_is_asked_to_renew_its_token_after_thirty_days(house: House) -> None:
    assert not house.desk.me().renew_token
    house.pass_days(TOKEN_DAYS)
    assert house.desk.me().renew_token
    renewed = house.authority.session(house.desk.new_token().token)
    assert not renewed.me().renew_token
    house.pass_days(TOKEN_DAYS)
    assert renewed.me().renew_token


def test_the_old_token_holds_until_the_new_one_is_used(house: House) -> None:
    old = house.new_token()
    new = house.authority.session(old).new_token().token
    assert is_known(house, old)
    assert is_known(house, new)
    assert not is_known(house, old)
    assert is_known(house, new)


def test_a_new_token_that_was_lost_on_its_way_leaves_the_desk_the_old_one(house: House) -> None:
    old = house.new_token()
    lost = house.authority.session(old).new_token().token
    second = house.authority.session(old).new_token().token
    assert is_known(house, old)
    assert not is_known(house, lost)
    assert is_known(house, second)


def test_a_token_that_nobody_uses_ends_after_four_hundred_days(house: House) -> None:
    token, other = house.new_token(), house.new_token()
    house.pass_days(UNUSED_DAYS - 1)
    assert is_known(house, token)
    house.pass_days(1)
    assert is_known(house, token)
    assert not is_known(house, other)


def test_the_last_use_is_known_to_the_hour(house: House) -> None:
    desk = house.desk.me().desk_id
    first = last_use(house, desk)
    assert first == house.now
    house.now += timedelta(minutes=59)
    house.desk.me()
    assert last_use(house, desk) == first
    house.now += timedelta(minutes=1)
    house.desk.submit([])
    assert last_use(house, desk) == house.now


def test_a_revoked_desk_gets_no_new_token(house: House) -> None:
    house.authority.revoke(house.desk.me().desk_id)
    with pytest.raises(DeskRefusedError, match="revoked"):
        house.desk.new_token()
