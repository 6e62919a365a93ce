"""When nothing is new, the sync worker hardly speaks."""

from collections import Counter
from pathlib import Path

from pydantic_core import to_json

from sync.server.services.desk_session import DeskSession
from tests.helpers.register import LiveRegister
from tests.helpers.samples import VENUE, a_card
from tests.helpers.sync_desks import OFFER, SyncDesk

SMALL = 1_000
"""Bytes of an answer with nothing in it, its signature included."""


def test_a_delta_with_nothing_new_is_one_small_request(tmp_path: Path) -> None:
    with LiveRegister(tmp_path) as register:
        register.import_venues([VENUE])
        register.import_cards(a_card(f"CARD{number}") for number in range(100))
        register.import_offers(VENUE.id, [OFFER])
        desk = SyncDesk(tmp_path)
        desk.enrol(register, register.url)
        desk.cycle()
        before = asked(register)
        report = desk.cycle()
        desk.close()
        assert report.faults == ()
        assert asked(register) - before == Counter(
            {"/me": 1, "/register/changes": 1, "/offers": 1, "/activity": 1, "/standing": 1}
        )
        page = DeskSession(register.central, desk._token).changes(100)
        assert (page.changes, page.more) == ([], False)
        assert len(to_json(page)) < SMALL


def asked(register: LiveRegister) -> Counter[str]:
    """How often each call was asked, by the register's own figures."""
    return Counter(
        {
            sample.labels["route"].removeprefix("/desk/v1"): int(sample.value)
            for family in register.metrics.registry.collect()
            for sample in family.samples
            if sample.name == "kaikukanta_requests_total"
        }
    )
