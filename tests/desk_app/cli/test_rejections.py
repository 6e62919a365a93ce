"""Settling what the register refused, from the command line, against a live register."""

from datetime import timedelta
from uuid import UUID

import pytest

from tests.helpers.cli_user import OFFER, TODAY, CliUser, a_card
from tests.helpers.register import LiveRegister

NOT_HERE = str(UUID(int=7))


def refused(desk: CliUser, number: str) -> str:
    """A visit on a card that the register does not have, sent and refused."""
    printed = str(TODAY + timedelta(days=30))
    recorded = desk("record", number, *OFFER, "--provisional", "--printed-valid-until", printed)
    assert desk("sync").status == 4
    visit_id: str = recorded.data["visit_id"]
    return visit_id


def test_the_queue_says_why_and_what_can_be_done(desk: CliUser) -> None:
    visit_id = refused(desk, "NEWCARD1")
    queue = desk("queue")
    (item,) = queue.data["attention"]
    assert (item["id"], item["code"]) == (visit_id, "card_unknown")
    assert item["sentence"]
    assert item["remedies"] == ["correct", "again", "withdraw", "note"]
    assert queue.status == 4


def test_a_visit_sent_again_is_accepted_once_the_card_is_registered(
    desk: CliUser, register: LiveRegister
) -> None:
    visit_id = refused(desk, "NEWCARD2")
    register.import_cards([a_card("NEWCARD2")])
    assert desk("resolve", "again", visit_id).status == 0
    assert desk("sync").status == 0
    assert visit_id in {str(visit.id) for visit in register.visits()}


def test_a_refused_visit_is_replaced_by_the_right_one(
    desk: CliUser, register: LiveRegister
) -> None:
    visit_id = refused(desk, "NEWCARD3")
    replaced = desk("correct", visit_id, "FAMILY1", *OFFER)
    assert replaced.status == 0
    assert desk("sync").status == 0
    arrived = {str(visit.id) for visit in register.visits()}
    assert replaced.data["visit_id"] in arrived
    assert visit_id not in arrived


def test_a_withdrawn_visit_needs_nobody_any_more(desk: CliUser) -> None:
    visit_id = refused(desk, "NEWCARD4")
    assert desk("resolve", "withdraw", visit_id).data["attention"] == 0
    assert desk("queue").status == 0


def test_a_note_leaves_it_for_kaikukeskus_in_sight(desk: CliUser) -> None:
    visit_id = refused(desk, "NEWCARD5")
    assert desk("resolve", "note", visit_id, "--note", "Kortti nähty").status == 0
    queue = desk("queue")
    assert (queue.status, queue.data["attention"]) == (0, [])
    assert [(item["id"], item["note"]) for item in queue.data["left"]] == [
        (visit_id, "Kortti nähty")
    ]


@pytest.mark.parametrize(
    "typed",
    [
        ("again", NOT_HERE),
        ("note", NOT_HERE, "--note", "x"),
        ("correct", NOT_HERE),
        ("again", "no-id"),
        ("again",),
    ],
)
def test_what_cannot_be_settled_is_bad_usage(copied_desk: CliUser, typed: tuple[str, ...]) -> None:
    assert copied_desk("resolve", *typed).status == 2


def test_a_note_without_words_is_bad_usage(desk: CliUser) -> None:
    visit_id = refused(desk, "NEWCARD6")
    assert desk("resolve", "note", visit_id).status == 2
