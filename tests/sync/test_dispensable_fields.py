"""Fields without which a message still says the rest: what they hold never takes it down."""

import json
from dataclasses import replace
from typing import Any
from uuid import uuid4

import pytest

from sync.messages import ChangesPage, Me, OfferFeedPage, OperationsAnswer
from sync.pages import parse_message
from tests.helpers.log_watch import LogWatch

ME = {
    "desk_id": str(uuid4()),
    "desk_name": "Luukku 1",
    "venue": {"id": "v", "name": "Teatteri", "area": "Espoo"},
    "policy": {},
    "register_revision": 3,
}
CHANGES = {
    "revision": 3,
    "changes": [],
    "more": False,
    "count": 0,
    "checksum": "0" * 64,
    "signature": "s",
    "signed_at": "2026-11-29T10:00:00Z",
    "signature_at": "s",
}


@pytest.mark.parametrize("odd", [None, 7, "odd", {}, [7], True])
@pytest.mark.parametrize(
    ("shape", "whole", "name"),
    [
        (Me, ME, "peers"),
        (Me, ME, "key_changes"),
        (Me, ME, "renew_token"),
        (ChangesPage, CHANGES, "signed_at"),
        (ChangesPage, CHANGES, "signature_at"),
        (OfferFeedPage, {"cursor": "c", "offers": [], "removed": [], "more": False}, "removed"),
    ],
)
def test_a_field_that_can_be_spared_never_takes_the_others_down(
    shape: type, whole: dict[str, object], name: str, odd: object, log_watch: LogWatch
) -> None:
    log_watch.allow(f"{shape.__name__}: 1 of the {name} cannot be read")
    parsed: Any = parse_message(shape, json.dumps(whole).encode())
    read: Any = parse_message(shape, json.dumps(whole | {name: odd}).encode())
    assert replace(read, **{name: getattr(parsed, name)}) == parsed


@pytest.mark.parametrize("odd", ["7", "[]", "{}", "true", "null"])
def test_a_code_that_cannot_be_read_never_takes_its_result_down(odd: str) -> None:
    body = (
        '{"results":[{"id":"0197b6a8-0000-7000-8000-000000000001","outcome":"accepted",'
        f'"code":{odd}}}]}}'
    )
    (result,) = parse_message(OperationsAnswer, body.encode()).results
    assert (result.outcome, result.code) == ("accepted", None)


def test_a_desk_is_never_told_that_it_belongs_to_no_venue() -> None:
    venue = {"id": "", "name": "Teatteri", "area": "Espoo"}
    with pytest.raises(ValueError, match="venue's id"):
        parse_message(Me, json.dumps(ME | {"venue": venue}).encode())
