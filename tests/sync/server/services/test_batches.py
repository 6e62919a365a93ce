"""Reading batches: each element as the protocol reads it, in whatever company."""

import json
from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC
from typing import Any
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from sync.protocol import dump_operation, load_operation
from sync.rules.visits import Operation, Visit
from sync.server.services.batches import Batch, Unreadable
from tests.helpers.samples import a_visit, a_void

WIRE = dump_operation(a_visit())
TEXTS = (
    "visit",
    "void",
    "2026-11-24",
    "2026-11-24T10:00:00Z",
    "2026-11-24T10:00:00",
    "2026-11-24 10:00:00z",
    "2026-11-24T12:00:00+02:00",
    str(WIRE["offer_id"]).upper(),
)
SCALARS = (
    st.none()
    | st.booleans()
    | st.integers(-2, 10**20)
    | st.floats(allow_nan=False, allow_infinity=False)
    | st.text(max_size=5)
    | st.sampled_from(TEXTS)
)
ANYTHING = SCALARS | st.lists(SCALARS, max_size=2) | st.just(WIRE["tickets"])
FIELDS = st.sampled_from(sorted(set(WIRE) - {"id"}))


def read(*elements: dict[str, Any]) -> Sequence[Operation | Unreadable]:
    return Batch.model_validate({"operations": list(elements)}).operations


def as_protocol(wire: dict[str, Any]) -> Operation:
    """The operation, with its time in UTC."""
    found = load_operation(str(wire.get("kind")), json.dumps(wire))
    return replace(found, recorded_at=found.recorded_at.astimezone(UTC))


@given(changed=st.dictionaries(FIELDS, ANYTHING, max_size=2), gone=st.sets(FIELDS, max_size=1))
def test_a_visit_is_read_as_the_protocol_reads_it(
    changed: dict[str, object], gone: set[str]
) -> None:
    wire = {name: value for name, value in (WIRE | changed).items() if name not in gone}
    (found,) = read(wire)
    try:
        expected = as_protocol(wire)
    except (ValidationError, KeyError):
        assert isinstance(found, Unreadable)
        assert found.id == UUID(WIRE["id"])
    else:
        assert not isinstance(found, Unreadable)
        assert found == expected


@given(ticket=ANYTHING)
def test_tickets_are_read_as_the_protocol_reads_them(ticket: object) -> None:
    wire = WIRE | {"tickets": {"holder": ticket}}
    (found,) = read(wire)
    try:
        expected = as_protocol(wire)
    except ValidationError:
        assert isinstance(found, Unreadable)
    else:
        assert not isinstance(found, Unreadable)
        assert found == expected


@pytest.mark.parametrize(
    "beside", [[], [dump_operation(a_void(UUID(WIRE["id"])))], [{"id": WIRE["id"]}]]
)
def test_a_visit_is_read_the_same_in_any_company(beside: list[dict[str, Any]]) -> None:
    visit, *_ = read(WIRE, *beside)
    assert isinstance(visit, Visit)
    assert visit == as_protocol(WIRE)
