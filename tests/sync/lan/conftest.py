"""Neighbours who wait for each other as long as a busy machine needs."""

import pytest

from sync.lan import exchange, neighbour_client
from tests.helpers.live_desks import LONGEST_WAIT


@pytest.fixture(autouse=True)
def patience(monkeypatch: pytest.MonkeyPatch) -> None:
    """What hangs up is still noticed at once."""
    for module, name in (
        (neighbour_client, "_CONNECT"),
        (neighbour_client, "_SLACK"),
        (exchange, "_LEAST_PATIENCE"),
        (exchange, "_MOST_PATIENCE"),
    ):
        monkeypatch.setattr(module, name, LONGEST_WAIT)
