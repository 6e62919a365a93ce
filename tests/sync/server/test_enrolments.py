"""Activation codes and tokens."""

from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta

import pytest
from sqlalchemy import select

from sync.errors import ActivationRefusedError, BusyError, CentralFaultError, DeskRefusedError
from sync.protocol import EnrolmentRequest
from sync.server.store import tables
from sync.server.store.desks import MOST_FAILURES
from tests.helpers.samples import VENUE
from tests.sync.server.houses import House


def ask(code: str) -> EnrolmentRequest:
    return EnrolmentRequest(activation_code=code, desk_name="Lippuluukku", app_version="1.0.0")


def refusal(house: House, code: str) -> str:
    with pytest.raises(CentralFaultError) as refused:
        house.authority.enrol(ask(code), caller="10.0.0.1")
    return refused.value.code


def test_a_code_works_once(house: House) -> None:
    code = house.authority.make_activation(VENUE.id)
    assert house.authority.enrol(ask(code), caller="10.0.0.1").venue == VENUE
    assert refusal(house, code) == "activation_used"


def test_a_code_is_taken_however_it_is_typed(house: House) -> None:
    code = house.authority.make_activation(VENUE.id)
    typed = " " + code.lower().replace("-", " ")
    assert house.authority.enrol(ask(typed), caller="10.0.0.1").venue == VENUE


def test_a_code_does_not_live_long(house: House) -> None:
    code = house.authority.make_activation(VENUE.id, hours=2)
    house.now += timedelta(hours=2)
    assert refusal(house, code) == "activation_expired"


def test_a_wrong_code_is_unknown(house: House) -> None:
    assert refusal(house, "AAAA-BBBB-CCCC") == "activation_unknown"


def test_a_caller_who_guesses_has_to_wait(house: House) -> None:
    code = house.authority.make_activation(VENUE.id)
    for _ in range(MOST_FAILURES):
        assert refusal(house, "AAAA-BBBB-CCCC") == "activation_unknown"
    with pytest.raises(BusyError) as busy:
        house.authority.enrol(ask(code), caller="10.0.0.1")
    assert busy.value.code == "rate_limited"
    house.now += timedelta(seconds=busy.value.retry_after)
    assert house.authority.enrol(ask(code), caller="10.0.0.1").venue == VENUE


def test_guesses_from_elsewhere_do_not_lock_anyone_out(house: House) -> None:
    for _ in range(MOST_FAILURES):
        refusal(house, "AAAA-BBBB-CCCC")
    code = house.authority.make_activation(VENUE.id)
    assert house.authority.enrol(ask(code), caller="10.0.0.2").venue == VENUE


def test_there_is_no_code_for_an_unknown_venue(house: House) -> None:
    with pytest.raises(KeyError):
        house.authority.make_activation("nowhere")


def test_neither_code_nor_token_is_kept_in_clear(house: House) -> None:
    code = house.authority.make_activation(VENUE.id)
    token = house.authority.enrol(ask(code), caller="10.0.0.1").token
    with house.authority.database.reading() as connection:
        kept = b"".join(
            value if isinstance(value, bytes) else str(value).encode()
            for table in tables.metadata.sorted_tables
            for row in connection.execute(select(table))
            for value in row
        )
    assert VENUE.name.encode() in kept
    assert token.encode() not in kept
    assert code.encode() not in kept
    assert code.replace("-", "").encode() not in kept


def test_a_revoked_desk_is_turned_away(house: House) -> None:
    token = house.new_token()
    house.authority.revoke(house.authority.session(token).me().desk_id)
    with pytest.raises(DeskRefusedError) as refused:
        house.authority.session(token).me()
    assert refused.value.code == "desk_revoked"


def test_an_unknown_token_is_invalid(house: House) -> None:
    with pytest.raises(DeskRefusedError) as refused:
        house.authority.session("nonsense").me()
    assert refused.value.code == "token_invalid"


def test_a_code_that_two_desks_use_at_once_lets_one_in(house: House) -> None:
    code = house.authority.make_activation(VENUE.id)

    def enrol(_: int) -> bool:
        try:
            house.authority.enrol(ask(code), caller="10.0.0.1")
        except ActivationRefusedError:
            return False
        return True

    with ThreadPoolExecutor(8) as pool:
        assert sum(pool.map(enrol, range(8))) == 1
