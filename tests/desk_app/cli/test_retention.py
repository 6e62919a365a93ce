"""What a desk keeps, seen from the command line with a live register, and in the file itself."""

import json
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import UUID

import pytest

from tests.helpers.cli_user import CARDS, MUSEUM, OFFER, POLICY, VENUE, CliUser
from tests.helpers.register import LiveRegister
from tests.helpers.store import bare


@pytest.fixture(scope="module")
def register(tmp_path_factory: pytest.TempPathFactory) -> Iterator[LiveRegister]:
    """A register whose desks keep numbers for two days."""
    folder = tmp_path_factory.mktemp("register")
    with LiveRegister(folder, policy=replace(POLICY, retention_days=2)) as running:
        running.fill(VENUE, CARDS, [MUSEUM])
        yield running


def rows(desk: CliUser, query: str) -> list[tuple[Any, ...]]:
    key = json.loads(desk.secrets.read_text())["database-key"]
    connection = bare(desk.home / "desk.db", key)
    found: list[tuple[Any, ...]] = connection.execute(query).fetchall()
    connection.close()
    return found


def days_ago(days: int) -> str:
    return (datetime.now(UTC) - timedelta(days=days)).isoformat()


def test_a_sync_lets_old_numbers_go_and_leaves_the_visits(desk: CliUser) -> None:
    for days in (5, 0):
        desk("record", "FAMILY1", *OFFER, "--recorded-at", days_ago(days))
    desk("sync")

    assert rows(desk, "SELECT card_number FROM visits ORDER BY local_date") == [
        (None,),
        ("FAMILY1",),
    ]
    assert rows(desk, "SELECT count(*) FROM activity WHERE card_number IS NULL") == [(1,)]


def test_a_revoked_desk_has_no_card_left_and_all_of_its_unsent_work(
    new_desk: CliUser, register: LiveRegister
) -> None:
    code = register.activation(VENUE.id)
    desk_id = new_desk("enrol", "--api", register.url, "--code", code).data["desk_id"]
    new_desk("sync")
    cards = "SELECT (SELECT count(*) FROM cards_a) + (SELECT count(*) FROM cards_b)"
    before = rows(new_desk, cards)
    new_desk("record", "FAMILY1", *OFFER, "--recorded-at", days_ago(5))
    register.revoke(UUID(desk_id))

    assert new_desk("sync").status == 5
    assert (before, rows(new_desk, cards)) == ([(len(CARDS),)], [(0,)])
    assert new_desk("sync").status == 5  # it thins now, and leaves what waits alone
    assert rows(new_desk, "SELECT card_number FROM visits") == [("FAMILY1",)]
    assert new_desk("queue").data["pending"] == 1
