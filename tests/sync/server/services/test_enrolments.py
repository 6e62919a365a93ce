"""Activation codes and tokens."""

from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta

import pytest
from sqlalchemy import func, select

from sync.errors import ActivationRefusedError, BusyError, CentralFaultError, DeskRefusedError
from sync.messages import EnrolmentRequest
from sync.server.services.desk_session import DeskSession
from sync.server.store import attempt_limits, tables
from sync.server.store.attempt_limits import MOST_OF_ONE_ADDRESS, MOST_OF_ONE_START, network_of
from tests.helpers.samples import VENUE
from tests.sync.server.register_fixture import RegisterFixture


def ask(code: str) -> EnrolmentRequest:
    return EnrolmentRequest(activation_code=code, desk_name="Lippuluukku", app_version="1.0.0")


def refusal(fixture: RegisterFixture, code: str) -> str:
    with pytest.raises(CentralFaultError) as refused:
        fixture.central.enrol(ask(code), caller="10.0.0.1")
    return refused.value.code


def test_a_code_works_once(fixture: RegisterFixture) -> None:
    code = fixture.central.make_activation(VENUE.id)
    assert fixture.central.enrol(ask(code), caller="10.0.0.1").venue == VENUE
    assert refusal(fixture, code) == "activation_used"


def test_a_code_is_taken_however_it_is_typed(fixture: RegisterFixture) -> None:
    code = fixture.central.make_activation(VENUE.id)
    typed = " " + code.lower().replace("-", " ")
    assert fixture.central.enrol(ask(typed), caller="10.0.0.1").venue == VENUE


def test_a_code_does_not_live_long(fixture: RegisterFixture) -> None:
    code = fixture.central.make_activation(VENUE.id, hours=2)
    fixture.now += timedelta(hours=2)
    assert refusal(fixture, code) == "activation_expired"


def test_a_wrong_code_is_unknown(fixture: RegisterFixture) -> None:
    assert refusal(fixture, "AAAA-BBBB-CCCC") == "activation_unknown"


def start_of(code: str) -> str:
    return f"{code[:4]}-XXXX-XXXX"


def test_a_caller_who_guesses_has_to_wait(fixture: RegisterFixture) -> None:
    code = fixture.central.make_activation(VENUE.id)
    for _ in range(MOST_OF_ONE_START):
        assert refusal(fixture, start_of(code)) == "activation_unknown"
    with pytest.raises(BusyError) as busy:
        fixture.central.enrol(ask(code), caller="10.0.0.1")
    assert busy.value.code == "rate_limited"
    fixture.now += timedelta(seconds=busy.value.retry_after)
    assert fixture.central.enrol(ask(code), caller="10.0.0.1").venue == VENUE


def test_wrong_codes_stop_no_right_one_from_the_same_address(fixture: RegisterFixture) -> None:
    """As behind a proxy, where all come from one."""
    for _ in range(MOST_OF_ONE_START):
        refusal(fixture, "AAAA-BBBB-CCCC")
    code = fixture.central.make_activation(VENUE.id)
    assert fixture.central.enrol(ask(code), caller="10.0.0.1").venue == VENUE


def test_wrong_codes_that_begin_alike_stop_no_right_one_from_elsewhere(
    fixture: RegisterFixture,
) -> None:
    code = fixture.central.make_activation(VENUE.id)
    for _ in range(MOST_OF_ONE_START + 1):
        refusal(fixture, start_of(code))
    assert fixture.central.enrol(ask(code), caller="10.0.0.2").venue == VENUE


def test_ever_other_wrong_codes_are_told_to_wait_and_kept_no_more(fixture: RegisterFixture) -> None:
    with fixture.central.database.writing() as connection:
        for n in range(MOST_OF_ONE_ADDRESS - 1):
            attempt_limits.count_failed_enrolment(
                connection, "10.0.0.1", f"{n:04}-BBBB-CCCC", fixture.now
            )
    refusals = [refusal(fixture, f"{word}-BBBB-CCCC") for word in ("LAST", "NEXT", "MORE")]
    assert refusals == ["activation_unknown", "rate_limited", "rate_limited"]
    with fixture.central.database.reading() as connection:
        kept = connection.scalar(select(func.count()).select_from(tables.failed_enrolments))
    assert kept == MOST_OF_ONE_ADDRESS
    code = fixture.central.make_activation(VENUE.id)
    assert fixture.central.enrol(ask(code), caller="10.0.0.1").venue == VENUE


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("2001:db8::1", "2001:db8::ffff:2", True),
        ("2001:db8::1", "2001:db8:0:1::1", False),
        ("::ffff:10.0.0.1", "10.0.0.1", True),
        ("fe80::1%eth0", "fe80::2", True),
        ("10.0.0.1", "10.0.0.2", False),
        ("testclient", "testclient", True),
    ],
)
def test_addresses_of_one_household_count_as_one(one: str, other: str, same: bool) -> None:  # noqa: FBT001  a table's
    assert (network_of(one) == network_of(other)) is same


def test_there_is_no_code_for_an_unknown_venue(fixture: RegisterFixture) -> None:
    with pytest.raises(KeyError):
        fixture.central.make_activation("nowhere")


def test_neither_code_nor_token_is_kept_in_clear(fixture: RegisterFixture) -> None:
    code = fixture.central.make_activation(VENUE.id)
    token = fixture.central.enrol(ask(code), caller="10.0.0.1").token
    with fixture.central.database.reading() as connection:
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


def test_a_revoked_desk_is_turned_away(fixture: RegisterFixture) -> None:
    token = fixture.new_token()
    fixture.central.revoke(DeskSession(fixture.central, token).me().desk_id)
    with pytest.raises(DeskRefusedError) as refused:
        DeskSession(fixture.central, token).me()
    assert refused.value.code == "desk_revoked"


def test_an_unknown_token_is_invalid(fixture: RegisterFixture) -> None:
    with pytest.raises(DeskRefusedError) as refused:
        DeskSession(fixture.central, "nonsense").me()
    assert refused.value.code == "token_invalid"


def test_a_code_that_two_desks_use_at_once_lets_one_in(fixture: RegisterFixture) -> None:
    code = fixture.central.make_activation(VENUE.id)

    def enrol(_: int) -> bool:
        try:
            fixture.central.enrol(ask(code), caller="10.0.0.1")
        except ActivationRefusedError:
            return False
        return True

    with ThreadPoolExecutor(8) as pool:
        assert sum(pool.map(enrol, range(8))) == 1
