"""The headless command line against a live register: the work at the counter."""

from datetime import timedelta
from uuid import UUID

import pytest

from tests.helpers.cli_user import OFFER, TODAY, VENUE, CliUser, a_card
from tests.helpers.register import LiveRegister


@pytest.mark.parametrize(("typed", "seen"), [("2", 2), ("1", 0), ("0", 6)])
def test_a_card_has_one_holder(copied_desk: CliUser, typed: str, seen: int) -> None:
    assert copied_desk("record", "FAMILY1", *OFFER, "--holder", typed).status == seen


@pytest.mark.parametrize(
    ("option", "typed"),
    [
        ("--worker", "2"),
        ("--holder", "-1"),
        ("--children", "1000"),
        ("--grandchildren", "1.5"),
        ("--assistants", "two"),
        ("--community-minors", "\N{SUPERSCRIPT TWO}"),
    ],
)
def test_a_count_that_no_visit_has_is_bad_usage(
    copied_desk: CliUser, option: str, typed: str
) -> None:
    assert copied_desk("record", "FAMILY1", *OFFER, f"{option}={typed}").status == 2


def test_a_valid_card_is_answered_with_what_to_hand_out(copied_desk: CliUser) -> None:
    answer = copied_desk("check", "family-1", *OFFER)

    assert answer.status == 0
    assert answer.data["verdict"] == "valid"
    assert answer.data["allowed"] == {
        "holder": 1,
        "children_and_grandchildren": 2,
        "assistants": None,
        "worker": 0,
        "community_minors": 0,
    }


@pytest.mark.parametrize(
    ("number", "verdict"),
    [
        ("EXPIRED1", "expired"),
        ("NOBODY1", "unknown"),
        ("!?", "malformed_number"),
        ("A" * 10_000, "malformed_number"),
        ("FAMILY\x001", "malformed_number"),
    ],
)
def test_a_card_that_does_not_admit_is_refused_by_the_rules(
    copied_desk: CliUser, number: str, verdict: str
) -> None:
    answer = copied_desk("check", number, *OFFER)

    assert (answer.status, answer.data["verdict"]) == (6, verdict)


def test_the_day_may_be_named(copied_desk: CliUser) -> None:
    yesterday = (TODAY - timedelta(days=1)).isoformat()

    assert copied_desk("check", "EXPIRED1", *OFFER, "--on", yesterday).status == 0


def test_a_recorded_visit_waits_and_then_arrives_once(
    desk: CliUser, register: LiveRegister
) -> None:
    recorded = desk("record", "FAMILY1", *OFFER, "--children", "1", "--grandchildren", "1")
    waiting = desk("queue")
    synced = desk("sync")
    again = desk("sync")

    arrived = [visit for visit in register.visits() if str(visit.id) == recorded.data["visit_id"]]
    assert recorded.data["state"] == "pending"
    assert waiting.data["pending"] == 1
    assert (synced.data["accepted"], again.data["sent"]) == (1, 0)
    assert [visit.tickets.counted for visit in arrived] == [3]


def test_more_children_than_the_card_has_are_refused_and_nothing_is_recorded(
    copied_desk: CliUser,
) -> None:
    refused = copied_desk("record", "FAMILY1", *OFFER, "--children", "3")

    assert refused.status == 6
    assert refused.data["verdict"]["refusals"] == ["minors_exceeded"]
    assert copied_desk("queue").data["pending"] == 0


def test_the_plain_case_of_a_community_card_is_its_worker(
    desk: CliUser, register: LiveRegister
) -> None:
    recorded = desk("record", "GROUP1", *OFFER, "--community-minors", "4")
    desk("sync")

    arrived = next(v for v in register.visits() if str(v.id) == recorded.data["visit_id"])
    assert (arrived.tickets.worker, arrived.tickets.community_minors) == (1, 4)


def test_an_unknown_card_is_recorded_provisionally_and_the_register_has_the_last_word(
    desk: CliUser,
) -> None:
    printed = ("--provisional", "--printed-valid-until", TODAY.isoformat())
    recorded = desk("record", "NOBODY1", *OFFER, *printed)
    synced = desk("sync")

    assert recorded.status == 0
    assert synced.status == 4
    assert desk("queue").data["attention"][0]["code"] == "card_unknown"


def test_a_visit_refused_for_an_unknown_card_is_sent_again_when_the_card_comes(
    desk: CliUser, register: LiveRegister
) -> None:
    printed = ("--provisional", "--printed-valid-until", TODAY.isoformat())
    visit = desk("record", "LATE1", *OFFER, *printed).data["visit_id"]
    refused = desk("sync")
    register.import_cards([a_card("LATE1", until=TODAY)])
    accepted = desk("sync")

    assert (refused.data["rejected"], refused.status) == (1, 4)
    assert (accepted.data["accepted"], accepted.status) == (1, 0)
    assert visit in {str(each.id) for each in register.visits()}
    assert desk("queue").data["attention"] == []


def test_a_desk_with_waiting_work_is_enrolled_anew_only_where_that_is_meant(
    desk: CliUser, register: LiveRegister
) -> None:
    desk("record", "FAMILY1", *OFFER)
    again = ("enrol", "--api", register.url, "--code", register.activation(VENUE.id))
    refused = desk(*again)
    meant = desk(*again, "--yes")

    assert (refused.status, refused.data["error"]["code"]) == (2, "work_waits")
    assert meant.status == 0
    assert desk("sync").data["accepted"] == 1


def test_a_provisional_record_needs_the_printed_day(copied_desk: CliUser) -> None:
    assert copied_desk("record", "NOBODY1", *OFFER, "--provisional").status == 2


def test_a_card_that_has_run_out_by_its_cardboard_is_refused(copied_desk: CliUser) -> None:
    printed = (TODAY - timedelta(days=1)).isoformat()
    refused = copied_desk(
        "record", "NOBODY1", *OFFER, "--provisional", "--printed-valid-until", printed
    )

    assert refused.status == 6
    assert refused.data["verdict"]["refusals"] == ["card_expired"]


def test_a_void_takes_a_visit_back_at_the_register_too(
    desk: CliUser, register: LiveRegister
) -> None:
    visit = desk("record", "FAMILY1", *OFFER).data["visit_id"]
    voided = desk("void", visit, "--reason", "mistake")
    desk("sync")

    arrived = next(v for v in register.visits() if str(v.id) == visit)
    assert voided.status == 0
    assert arrived.state == "voided"
    assert desk("void", visit, "--reason", "mistake").status == 2


@pytest.mark.parametrize("syncs_before", [0, 1])
def test_a_corrected_visit_takes_the_place_of_the_old_one(
    desk: CliUser, register: LiveRegister, syncs_before: int
) -> None:
    old = desk("record", "FAMILY1", *OFFER).data["visit_id"]
    for _ in range(syncs_before):
        desk("sync")
    new = desk("correct", old, "FAMILY1", *OFFER, "--children", "2").data["visit_id"]
    synced = desk("sync")

    arrived = {str(v.id): v for v in register.visits()}
    assert synced.status == 0
    assert arrived[old].state == "voided"
    assert (arrived[new].state, arrived[new].tickets.children) == ("accepted", 2)


def test_a_correction_that_the_rules_refuse_leaves_the_old_visit_as_it_was(
    copied_desk: CliUser,
) -> None:
    old = copied_desk("record", "FAMILY1", *OFFER).data["visit_id"]
    refused = copied_desk("correct", old, "FAMILY1", *OFFER, "--children", "3")

    assert refused.status == 6
    assert copied_desk("queue").data["pending"] == 1
    assert copied_desk("void", old, "--reason", "mistake").status == 0


def test_an_offer_added_without_a_network_is_sold_at_once_and_arrives_with_its_visits(
    desk: CliUser, register: LiveRegister
) -> None:
    register.stop()
    try:
        offer = desk("add-offer", "--name", "Pihakonsertti", "--no-minors").data["offer_id"]
        visit = desk("record", "FAMILY1", "--offer", offer).data["visit_id"]
    finally:
        register.start()
    synced = desk("sync")

    assert (synced.status, synced.data["accepted"]) == (0, 2)
    assert visit in {str(v.id) for v in register.visits()}


def test_an_offer_without_a_name_is_bad_usage(copied_desk: CliUser) -> None:
    assert copied_desk("add-offer", "--name", " ").status == 2


@pytest.mark.parametrize("option", ["--name", "--name-sv", "--place"])
def test_a_name_that_could_be_read_as_another_is_bad_usage(
    copied_desk: CliUser, option: str
) -> None:
    typed = {"--name": "Konsertti", option: "Konsertti \u202eilta"}
    answer = copied_desk("add-offer", *(word for pair in typed.items() for word in pair))
    assert (answer.status, answer.data["error"]["code"]) == (2, "name_malformed")


def test_without_a_network_the_work_goes_on_and_nothing_is_lost(
    desk: CliUser, register: LiveRegister
) -> None:
    register.stop()
    try:
        recorded = desk("record", "FAMILY1", *OFFER)
        offline = desk("sync")
    finally:
        register.start()
    online = desk("sync")

    assert recorded.status == 0
    assert (offline.status, offline.data["online"], offline.data["pending"]) == (3, False, 1)
    assert (online.status, online.data["accepted"]) == (0, 1)


def test_a_revoked_desk_stops_and_keeps_its_unsent_work(
    new_desk: CliUser, register: LiveRegister
) -> None:
    code = register.activation(VENUE.id)
    desk_id = new_desk("enrol", "--api", register.url, "--code", code).data["desk_id"]
    new_desk("sync")
    new_desk("record", "FAMILY1", *OFFER)
    register.revoke(UUID(desk_id))

    assert new_desk("sync").status == 5
    assert new_desk("check", "FAMILY1", *OFFER).status == 5
    assert new_desk("queue").data["pending"] == 1


def test_work_of_a_revoked_desk_goes_out_after_a_new_enrolment(
    new_desk: CliUser, register: LiveRegister
) -> None:
    first = new_desk("enrol", "--api", register.url, "--code", register.activation(VENUE.id))
    new_desk("sync")
    visit = new_desk("record", "FAMILY1", *OFFER).data["visit_id"]
    register.revoke(UUID(first.data["desk_id"]))
    new_desk("sync")
    code = register.activation(VENUE.id)
    new_desk("enrol", "--api", register.url, "--code", code, "--yes")

    assert new_desk("sync").data["accepted"] == 1
    assert visit in {str(v.id) for v in register.visits()}


def test_a_number_without_its_check_character_is_named_beside_the_verdict(
    copied_desk: CliUser,
) -> None:
    checked, recorded = (
        copied_desk("check", "FAMILY1Z", *OFFER),
        copied_desk("record", "FAMILY1Z", *OFFER),
    )

    for answer in (checked, recorded):
        assert (answer.status, answer.data["number"]) == (0, "FAMILY1")
        assert answer.words.startswith("FAMILY1: ")
    assert "number" not in copied_desk("check", "FAMILY1", *OFFER).data


def test_a_keyboard_set_to_another_language_is_told_beside_the_verdict(
    copied_desk: CliUser,
) -> None:
    answer = copied_desk("check", "ЛФШЛГ03", *OFFER)

    assert (answer.status, answer.data["verdict"]) == (6, "malformed_number")
    assert answer.words.strip()
