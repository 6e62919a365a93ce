"""Enrolments to work with."""

from datetime import UTC, datetime
from uuid import UUID

from desk_app.services.ports import DeskRecord
from sync.rules.policy import Policy
from tests.helpers.samples import VENUE


def a_record() -> DeskRecord:
    return DeskRecord(
        api_url="http://127.0.0.1:9",
        ca_file=None,
        desk_id=UUID(int=7),
        desk_name="Lippuluukku 1",
        venue=VENUE,
        register_key=bytes(32),
        policy=Policy(),
        enrolled_at=datetime(2026, 11, 1, tzinfo=UTC),
    )
