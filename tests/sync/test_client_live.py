"""The client against the real reference register."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from sync.client import HttpCentral, ask_health, request_enrolment
from sync.errors import (
    ActivationRefusedError,
    CardUnknownError,
    CursorGoneError,
    DeskRefusedError,
    RequestRefusedError,
    RevisionGoneError,
)
from sync.messages import Enrolment, EnrolmentRequest, Outcome, Put
from sync.rules.register_sum import RegisterSum, signed_text
from sync.rules.visits import VisitState
from sync.signatures import SignatureCheck, parse_register_key
from tests.helpers.register import LiveRegister
from tests.helpers.samples import VENUE, a_card, a_visit, a_void, an_offer

CARDS = [a_card("AB12345"), a_card("AB12346", minors=2), a_card("12345678")]


@pytest.fixture
def register(tmp_path: Path) -> Iterator[LiveRegister]:
    with LiveRegister(tmp_path) as register:
        register.import_venues([VENUE])
        register.import_cards(CARDS)
        yield register


def enrol(register: LiveRegister, code: str | None = None) -> Enrolment:
    request = EnrolmentRequest(
        activation_code=code or register.activation(VENUE.id),
        desk_name="Lippuluukku 1",
        app_version="1.0.0",
    )
    return request_enrolment(register.url, request)


@pytest.fixture
def enrolment(register: LiveRegister) -> Enrolment:
    return enrol(register)


@pytest.fixture
def central(register: LiveRegister, enrolment: Enrolment) -> Iterator[HttpCentral]:
    with HttpCentral(register.url, enrolment.token) as central:
        yield central


def test_the_register_is_up(register: LiveRegister) -> None:
    assert ask_health(register.url).api == "desk/v1"


def test_an_activation_code_works_once(register: LiveRegister) -> None:
    code = register.activation(VENUE.id)
    assert enrol(register, code).venue == VENUE
    with pytest.raises(ActivationRefusedError) as refused:
        enrol(register, code)
    assert refused.value.code == "activation_used"


def test_an_unknown_activation_code_is_refused(register: LiveRegister) -> None:
    with pytest.raises(ActivationRefusedError) as refused:
        enrol(register, "AAAA-BBBB-CCCC")
    assert refused.value.code == "activation_unknown"


def test_the_register_says_who_the_desk_is(central: HttpCentral, enrolment: Enrolment) -> None:
    me = central.me()
    assert (me.desk_id, me.venue) == (enrolment.desk_id, VENUE)
    assert me.register_revision == len(CARDS)


def test_a_wrong_token_is_refused(register: LiveRegister) -> None:
    with HttpCentral(register.url, "wrong") as central, pytest.raises(DeskRefusedError) as refused:
        central.me()
    assert refused.value.code == "token_invalid"


def test_a_revoked_desk_is_refused(
    register: LiveRegister, central: HttpCentral, enrolment: Enrolment
) -> None:
    register.revoke(enrolment.desk_id)
    with pytest.raises(DeskRefusedError) as refused:
        central.changes(0)
    assert refused.value.code == "desk_revoked"


def test_cards_come_page_by_page_in_the_order_of_their_numbers(central: HttpCentral) -> None:
    first = central.cards(None, limit=2)
    second = central.cards(first.next, limit=2)
    numbers = [card.number for card in [*first.cards, *second.cards]]
    assert numbers == ["12345678", "AB12345", "AB12346"]
    assert second.next is None


def test_changes_are_signed_by_the_register(central: HttpCentral, enrolment: Enrolment) -> None:
    page = central.changes(0)
    total = RegisterSum()
    for change in page.changes:
        assert isinstance(change, Put)
        total = total.plus(change.card)
    assert (page.count, page.checksum) == (total.count, total.checksum)
    is_signed = SignatureCheck(parse_register_key(enrolment.register_key))
    assert is_signed(signed_text(page.revision, total), page.signature)


def test_changes_beyond_the_registers_revision_do_not_break_the_client(
    central: HttpCentral,
) -> None:
    try:
        page = central.changes(10_000)
    except (RevisionGoneError, RequestRefusedError):
        return
    assert page.revision <= 10_000


def test_one_card_is_looked_up(central: HttpCentral) -> None:
    assert central.card("AB12346").card == CARDS[1]
    with pytest.raises(CardUnknownError):
        central.card("NOSUCHCARD")


def test_a_visit_is_accepted_once_and_can_be_voided(
    register: LiveRegister, central: HttpCentral
) -> None:
    offer = an_offer()
    register.import_offers(VENUE.id, [offer])
    visit = a_visit(offer.id, at=datetime.now(UTC).replace(microsecond=0))
    outcomes = [result.outcome for result in central.submit([visit])]
    outcomes += [result.outcome for result in central.submit([visit, a_void(visit.id)])]
    assert outcomes == [Outcome.ACCEPTED, Outcome.DUPLICATE, Outcome.ACCEPTED]
    assert [visit.state for visit in central.activity(None).visits] == [VisitState.VOIDED]


def test_a_visit_whose_number_is_no_longer_kept_is_told_without_it(
    register: LiveRegister, central: HttpCentral
) -> None:
    offer = an_offer()
    register.import_offers(VENUE.id, [offer])
    long_ago = datetime.now(UTC).replace(microsecond=0) - timedelta(days=60)
    visit = replace(a_visit(offer.id, at=long_ago), register_revision=0)
    assert [result.outcome for result in central.submit([visit])] == [Outcome.ACCEPTED]

    visits = {visit.id: visit.card_number for visit in central.activity(None).visits}

    assert visits[visit.id] is None


def test_a_large_compressed_batch_is_understood(
    register: LiveRegister, central: HttpCentral
) -> None:
    offer = an_offer()
    register.import_offers(VENUE.id, [offer])
    at = datetime.now(UTC).replace(microsecond=0)
    results = central.submit([a_visit(offer.id, at=at) for _ in range(500)])
    assert {result.outcome for result in results} == {Outcome.ACCEPTED}


def test_more_than_500_operations_are_refused_as_a_whole(central: HttpCentral) -> None:
    with pytest.raises(RequestRefusedError):
        central.submit([a_visit() for _ in range(501)])


def test_offers_come_with_a_cursor_that_goes_on(
    register: LiveRegister, central: HttpCentral
) -> None:
    offers = [an_offer(name="Ä" * 200), an_offer()]
    register.import_offers(VENUE.id, offers)
    page = central.offers(None)
    assert {offer.id for offer in page.offers} == {offer.id for offer in offers}
    register.drop_offers(VENUE.id, [offers[0].id])
    assert central.offers(page.cursor).removed == [offers[0].id]


def test_a_cursor_of_another_register_is_gone(central: HttpCentral) -> None:
    with pytest.raises(CursorGoneError):
        central.offers("of-another-register")


def test_every_answer_tells_the_registers_time(
    register: LiveRegister, enrolment: Enrolment
) -> None:
    received: list[datetime] = []
    with HttpCentral(register.url, enrolment.token, on_register_time=received.append) as central:
        central.me()
        with pytest.raises(CardUnknownError):
            central.card("NOSUCHCARD")
    assert len(received) >= 2
    assert all(abs(at - datetime.now(UTC)) < timedelta(minutes=1) for at in received)
