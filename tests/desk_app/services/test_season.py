"""The season check: what is missing for a time without a network, and what to do today."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest

from desk_app.messages import Messages
from desk_app.messages.catalogue import catalogue
from desk_app.messages.season import SEASON, SeasonWords
from desk_app.services.errors import DeskError, StoreReadOnlyError
from desk_app.services.ports import QueueCount
from desk_app.services.season import SeasonFacts, SeasonItem, SeasonOverError, check_season
from desk_app.services.status import DeskStatus
from desk_app.services.sync_health import SyncHealth
from sync.rules.policy import RegisterAge
from tests.helpers.desk_fixture import NOW, OFFERS, POOL, TOMORROW, DeskFixture

TODAY = date(2026, 10, 17)
MONTH = TODAY + timedelta(days=29)
"""The last day of which a register of today is good."""


@pytest.fixture
def status(tmp_path: Path) -> Iterator[DeskStatus]:
    desk = DeskFixture(tmp_path)
    desk.enrol()
    desk.load_register()
    yield desk.services.standing.standing()
    desk.close()


@pytest.fixture
def facts(status: DeskStatus) -> SeasonFacts:
    return SeasonFacts(
        today=TODAY,
        last_contact=TODAY,
        standing=status,
        offers=OFFERS,
        cards_ending=0,
        other_desks=[],
        free_mb=9_000,
        secrets_file=None,
        problems={},
    )


def found(facts: SeasonFacts, name: str, until: date = MONTH) -> SeasonItem:
    return next(item for item in check_season(until, facts).items if item.name == name)


def code(facts: SeasonFacts, name: str, until: date = MONTH) -> str:
    return found(facts, name, until).code


def test_everything_of_the_list_is_looked_at(facts: SeasonFacts) -> None:
    assert [item.name for item in check_season(MONTH, facts).items] == [
        *("register", "token", "queue", "cards", "offers", "disk", "clock", "keyring"),
        *("second_desk", "paper", "key_copy"),
    ]


def test_a_register_of_today_is_good_for_a_month_and_no_longer(facts: SeasonFacts) -> None:
    assert code(facts, "register") == "season_register"
    short = found(facts, "register", MONTH + timedelta(days=1))
    assert (short.code, short.facts) == ("season_register_short", {"day": MONTH})
    assert check_season(MONTH, facts).last_day == MONTH


def test_an_older_register_is_to_be_fetched_today(facts: SeasonFacts) -> None:
    old = replace(facts.standing, register_verified_at=NOW - timedelta(days=3))
    item = found(replace(facts, standing=old), "register")

    assert item.code == "season_register_fetch"
    assert item.facts == {"day": MONTH - timedelta(days=3), "best": MONTH}


def test_on_the_last_day_the_time_is_told(facts: SeasonFacts) -> None:
    """A register is good for 30 days to the second, so that its last day is no whole one."""
    ends = replace(facts.standing, register_verified_at=NOW - timedelta(days=29, hours=23))
    item = found(replace(facts, standing=ends), "register", TODAY)

    assert item.code == "season_register_today"
    assert item.facts["time"] == NOW + timedelta(hours=1)


def test_a_register_that_is_too_old_already_is_told_so(facts: SeasonFacts) -> None:
    at = NOW - timedelta(days=31)
    old = replace(facts.standing, register_verified_at=at, register_age=RegisterAge.TOO_OLD)

    assert code(replace(facts, standing=old), "register") == "season_register_old"


def test_a_desk_without_a_register_is_told_so(facts: SeasonFacts) -> None:
    never = replace(facts.standing, register_verified_at=None, register_age=RegisterAge.TOO_OLD)

    assert code(replace(facts, standing=never), "register") == "season_register_none"


@pytest.mark.parametrize(
    ("changed", "name", "expected"),
    [
        ({"queue": QueueCount(3, 0, 9)}, "queue", "season_queue"),
        ({"queue": QueueCount(0, 1, 9)}, "queue", "season_queue_attention"),
        ({"sync_health": SyncHealth(token_doubted=True)}, "token", "season_token_doubted"),
        ({"clock_trusted": False}, "clock", "season_clock_wrong"),
        ({"clock_off": timedelta(minutes=9)}, "clock", "season_clock_wrong"),
    ],
)
def test_what_the_desk_knows_of_itself_is_found(
    facts: SeasonFacts, changed: dict[str, object], name: str, expected: str
) -> None:
    standing = replace(facts.standing, **changed)  # type: ignore[arg-type]  # fields by name

    assert code(replace(facts, standing=standing), name) == expected


@pytest.mark.parametrize(
    ("changed", "name", "expected"),
    [
        ({"cards_ending": 7}, "cards", "season_cards_end"),
        ({"offers": []}, "offers", "season_offers_none"),
        ({"offers": [POOL]}, "offers", "season_offers"),
        ({"free_mb": 299}, "disk", "season_disk_low"),
        ({"secrets_file": "/etc/keys"}, "keyring", "season_secrets_file"),
        ({"problems": {"keyring": StoreReadOnlyError(path="x")}}, "keyring", "season_problem"),
        ({"problems": {"disk": StoreReadOnlyError(path="x")}}, "disk", "season_problem"),
        ({"other_desks": ["Luukku 2"]}, "second_desk", "season_second_desk"),
    ],
)
def test_what_lies_around_the_desk_is_found(
    facts: SeasonFacts, changed: dict[str, object], name: str, expected: str
) -> None:
    assert code(replace(facts, **changed), name) == expected  # type: ignore[arg-type]  # as above


def test_an_offer_after_the_season_does_not_count(facts: SeasonFacts) -> None:
    late = replace(TOMORROW, starts_at=NOW + timedelta(days=31))

    assert code(replace(facts, offers=[late]), "offers") == "season_offers_none"


def test_a_desk_that_is_not_heard_of_for_400_days_has_to_be_enrolled_again(
    facts: SeasonFacts,
) -> None:
    assert code(facts, "token", TODAY + timedelta(days=400)) == "season_token"
    assert code(facts, "token", TODAY + timedelta(days=401)) == "season_token_ends"


def test_the_400_days_count_from_when_the_register_was_last_heard_of(facts: SeasonFacts) -> None:
    silent = replace(facts, last_contact=TODAY - timedelta(days=390))

    assert code(silent, "token", TODAY + timedelta(days=10)) == "season_token"
    late = found(silent, "token", TODAY + timedelta(days=11))
    assert (late.code, late.facts) == ("season_token_ends", {"day": TODAY + timedelta(days=10)})
    assert code(replace(facts, last_contact=TODAY - timedelta(days=401)), "token") == (
        "season_token_doubted"
    )


def test_an_offer_that_has_begun_counts_until_it_ends(facts: SeasonFacts) -> None:
    running = replace(TOMORROW, starts_at=NOW - timedelta(days=30), ends_at=NOW + timedelta(days=5))
    item = found(replace(facts, offers=[running]), "offers")

    assert (item.code, item.facts["day"]) == ("season_offers", TODAY + timedelta(days=5))
    over = replace(running, ends_at=NOW - timedelta(days=1))
    assert code(replace(facts, offers=[over]), "offers") == "season_offers_none"
    undated = replace(over, starts_at=None)
    assert code(replace(facts, offers=[undated]), "offers") == "season_offers_none"


def test_a_day_that_is_over_is_refused(facts: SeasonFacts) -> None:
    with pytest.raises(SeasonOverError):
        check_season(TODAY - timedelta(days=1), facts)


def test_every_finding_has_its_words_and_what_is_wrong_a_next_step() -> None:
    words = SeasonWords(Messages(catalogue("en"), "en"))
    for name in SEASON:
        facts = {"day": TODAY, "best": TODAY, "count": 1, "all": 2, "free": 3, "pending": 4}
        more = {"attention": 5, "names": "x", "path": "y", "time": NOW}
        item = SeasonItem(name, name, facts | more)
        assert all(words.item(item))
        assert words.is_well(item) is (len(words.item(item)) == 1)
    error: DeskError = StoreReadOnlyError(path="x")
    assert words.is_well(SeasonItem("disk", "season_problem", error=error)) is False
    assert len(words.item(SeasonItem("disk", "season_problem", error=error))) == 2
