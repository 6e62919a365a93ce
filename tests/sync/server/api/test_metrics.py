"""What Prometheus is told and what the logs say: enough to watch a server, never a card."""

import json
import logging
import re

import pytest
import requests
from prometheus_client.parser import text_string_to_metric_families

from sync.protocol import dump_operation
from sync.server.api.app import make_app
from sync.server.api.metrics import Metrics
from sync.server.commands.logs import RedactingJsonFormatter
from tests.helpers.postgres import Cluster
from tests.helpers.register import LiveRegister
from tests.sync.server.caller import DeskCaller
from tests.sync.server.register_fixture import RegisterFixture


def figures(register: LiveRegister) -> tuple[dict[tuple[str, ...], float], str]:
    """Each figure by its name and labels, and the text as it was."""
    with register.metrics.serving(0) as url:
        text = requests.get(url, timeout=60).text
    return {
        (sample.name, *sample.labels.values()): sample.value
        for family in text_string_to_metric_families(text)
        for sample in family.samples
    }, text


def test_requests_operations_desks_and_the_revision_are_told(
    register: LiveRegister, caller: DeskCaller
) -> None:
    visit = dump_operation(caller.visit())
    for _ in range(2):
        caller.post(json.dumps({"operations": [visit]}).encode())
    caller.call("GET", "/cards/AB12345")
    caller.call("GET", "/cards/SECRET99")
    caller.call("GET", "/wp-login.php")
    values, text = figures(register)
    card = "/desk/v1/cards/{number}"
    assert values["kaikukanta_requests_total", "GET", card, "200"] == 1
    assert values["kaikukanta_requests_total", "GET", card, "404"] == 1
    assert values["kaikukanta_requests_total", "other", "other", "404"] == 1
    assert values["kaikukanta_request_seconds_count", card] == 2
    assert values["kaikukanta_operations_total", "accepted"] == 1
    assert values["kaikukanta_operations_total", "duplicate"] == 1
    assert values["kaikukanta_desks", "enrolled"] == 1
    assert values["kaikukanta_desks", "revoked"] == 0
    assert values[("kaikukanta_register_revision",)] == values[("kaikukanta_register_cards",)] == 1
    assert values[("kaikukanta_database_up",)] == 1
    assert not re.search("AB12345|SECRET99|wp-login", text)


@pytest.mark.parametrize("database_kind", ["postgresql"])
def test_a_database_that_is_away_is_a_figure_too(register: LiveRegister, cluster: Cluster) -> None:
    with cluster.away(register.database_url):
        values, _ = figures(register)
    assert values[("kaikukanta_database_up",)] == 0


def test_the_figures_are_no_part_of_the_api(caller: DeskCaller) -> None:
    assert caller.call("GET", "/metrics").status_code == 404
    assert requests.get(caller.root + "/metrics", timeout=60).status_code == 404


def logged(caplog: pytest.LogCaptureFixture) -> list[str]:
    """The lines about looks at a card."""
    lines = [
        RedactingJsonFormatter().format(record)
        for record in caplog.records
        if record.name == "sync.server.api.metrics"
    ]
    return [line for line in lines if "/cards/" in line]


def test_each_request_is_logged_by_its_route(
    caller: DeskCaller, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.INFO, "sync.server.api.metrics")
    caller.call("GET", "/cards/SECRET99")
    [line] = logged(caplog)
    entry = json.loads(line)
    assert entry["route"] == "/desk/v1/cards/{number}"
    assert (entry["method"], entry["status"], entry["level"]) == ("GET", 404, "INFO")
    assert entry["ms"] > 0
    assert "SECRET99" not in line


def test_a_traceback_says_where_and_not_what() -> None:
    given = "Failing row contains (SECRET98)".replace("98", "99")  # no line of code says it
    try:
        raise ValueError(given)  # noqa: TRY301  a traceback needs a place
    except ValueError as fault:
        info = (ValueError, fault, fault.__traceback__)
        record = logging.LogRecord("x", logging.ERROR, "y", 1, "fault: %s", (fault,), info)
    line = RedactingJsonFormatter().format(record)
    entry = json.loads(line)
    assert "test_metrics.py" in entry["traceback"]
    assert entry["message"].startswith("fault: Failing row contains")
    assert "SECRET99" not in line


def test_every_application_counts_for_itself(fixture: RegisterFixture) -> None:
    first, second = (make_app(fixture.central).state.metrics for _ in range(2))
    assert isinstance(first, Metrics)
    assert first.registry is not second.registry
