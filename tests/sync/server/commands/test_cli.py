"""``kaikukanta-server`` as an admin runs it: a program of its own."""

import json
import signal
import subprocess
import sys
from contextlib import closing
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pytest
import requests
from pydantic import TypeAdapter

from desk_app.demo.contents import load_demo
from sync.protocol import dump_offer, dump_operation, dump_venue
from sync.rules.cards import Card
from sync.rules.enrolment_link import EnrolmentLink
from sync.rules.payloads import EnrolmentRead, parse_payload
from sync.server.services.central_register import CentralRegister
from tests.helpers.samples import VENUE, a_card, a_visit, an_offer
from tests.sync.server.program import WAIT, run, run_in_turn, running

OFFER = an_offer()


@pytest.fixture
def db(tmp_path: Path) -> str:
    """Which database it is makes no difference to what is typed, the whole life aside."""
    return f"sqlite:///{tmp_path / 'register.db'}"


def write(path: Path, line: dict[str, Any]) -> str:
    path.write_text(json.dumps(line), encoding="utf-8")
    return str(path)


@pytest.fixture
def files(tmp_path: Path) -> list[str]:
    for_ever = replace(a_card(), valid_from=date(2000, 1, 1), valid_until=date(9999, 12, 31))
    card = TypeAdapter(Card).dump_python(for_ever, mode="json")
    return [
        *("--venues", write(tmp_path / "venues.ndjson", dump_venue(VENUE))),
        *(
            "--offers",
            write(tmp_path / "offers.ndjson", dump_offer(OFFER) | {"venue_id": VENUE.id}),
        ),
        *("--cards", write(tmp_path / "cards.ndjson", card)),
    ]


@pytest.mark.parametrize("database_kind", ["postgresql"])
def test_the_whole_life_of_a_register(database_url: str, files: list[str]) -> None:
    db = database_url
    imported, activated = run_in_turn(
        ["import", "--db", db, *files], ["activation", "--db", db, "--venue", VENUE.id]
    )
    assert imported.answered.splitlines() == [
        "venues: 1 added or updated",
        "offers: 1 added or updated, 0 removed",
        "cards: 1 added or updated, 0 removed, 0 unchanged",
    ]
    code = activated.answered.strip()
    with running(db) as (server, url):
        assert url.startswith("http://127.0.0.1:")
        body = {"activation_code": code, "desk_name": "Luukku", "app_version": "1"}
        enrolled = requests.post(f"{url}/desk/v1/enrolments", json=body, timeout=WAIT).json()
        token = {"Authorization": f"Bearer {enrolled['token']}"}
        visit = a_visit(OFFER.id, at=datetime.now(UTC))
        response = requests.post(
            f"{url}/desk/v1/operations",
            json={"operations": [dump_operation(visit)]},
            headers=token,
            timeout=WAIT,
        ).json()
        assert response["results"] == [{"id": str(visit.id), "outcome": "accepted"}]
        assert run("revoke", "--db", db, "--desk", enrolled["desk_id"]).returncode == 0
        turned_away = requests.get(f"{url}/desk/v1/me", headers=token, timeout=WAIT)
        assert turned_away.json()["code"] == "desk_revoked"
        server.send_signal(signal.SIGTERM)
        assert server.wait(WAIT) == 0
    desks, visits = run_in_turn(["desks", "--db", db, "--json"], ["visits", "--db", db, "--json"])
    (desk,) = json.loads(desks.answered)["desks"]
    assert desk["id"] == enrolled["desk_id"]
    assert desk["revoked_at"]
    (listed,) = json.loads(visits.answered)["visits"]
    assert (listed["id"], listed["state"]) == (str(visit.id), "accepted")


def test_an_activation_can_be_scanned_by_a_desk(tmp_path: Path) -> None:
    db = f"sqlite:///{tmp_path / 'register.db'}"
    with closing(CentralRegister.open(db)) as central:
        central.put_venues([VENUE])

    answer = run("activation", "--db", db, "--venue", VENUE.id, "--api", "https://kanta.example")

    code, link = answer.stdout.splitlines()
    assert parse_payload(link) == EnrolmentRead(EnrolmentLink("https://kanta.example", code))


def test_visits_are_listed_whole_for_audit_and_masked_for_the_eye(tmp_path: Path) -> None:
    db = f"sqlite:///{tmp_path / 'register.db'}"
    central = CentralRegister.open(db)
    number = load_demo(central).cards["limit_reached"]
    central.close()
    whole, masked = run_in_turn(["visits", "--db", db, "--json"], ["visits", "--db", db])
    visits = json.loads(whole.answered)["visits"]
    assert [(visit["card_number"], visit["state"]) for visit in visits] == [
        (number, "accepted")
    ] * 2
    assert masked.answered
    assert number not in masked.answered


def test_a_command_that_serves_nothing_loads_nothing_that_serves() -> None:
    program = "import sys, sync.server.commands.cli; print(*sys.modules)"
    loaded = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, timeout=WAIT, check=True
    ).stdout.split()
    assert "sync.server.services.central_register" in loaded
    assert {"fastapi", "starlette", "uvicorn", "jinja2"} & set(loaded) == set()


def test_the_description_needs_no_database() -> None:
    described = run("openapi")
    assert json.loads(described.stdout)["openapi"].startswith("3.1")


IMPOSSIBLE = [
    ([], 2, "COMMAND"),
    (["dance"], 2, "No such command"),
    (["run"], 2, "--db"),
    (["run", "--db", "{db}", "--port", "70000"], 2, "0<=x<=65535"),
    (["run", "--db", "{db}", "--host", "203.0.113.1"], 1, "cannot listen on 203.0.113.1"),
    (["import", "--db", "{db}"], 2, "name at least one"),
    (["import", "--db", "{db}", "--cards", "nowhere.ndjson"], 1, "nowhere.ndjson"),
    (["activation", "--db", "{db}", "--venue", "nowhere"], 1, "no venue nowhere"),
    (["activation", "--db", "{db}", "--venue", "x", "--api", "k.example"], 2, "https://"),
    (["revoke", "--db", "{db}", "--desk", "x"], 2, "UUID"),
    (["revoke", "--db", "{db}", "--desk", "0" * 32], 1, "no desk"),
    (["clear-forked", "--db", "{db}", "--desk", "0" * 32], 1, "no desk"),
    (["desks", "--db", "sqlite:////no/such/folder/x.db"], 1, "cannot be used"),
    (["desks", "--db", "nonsense"], 1, "SQLAlchemy URL"),
]


def test_what_cannot_be_done_is_said_in_a_sentence(db: str) -> None:
    commands = [[part.format(db=db) for part in given] for given, _, _ in IMPOSSIBLE]
    answers = run_in_turn(*commands)
    for (given, status, words), ended in zip(IMPOSSIBLE, answers, strict=True):
        assert ended.status == status, given
        assert words in ended.complained, given
        assert "Traceback" not in ended.complained


def test_figures_are_served_apart_until_ctrl_c(db: str) -> None:
    with running(db, "--metrics-port", "0") as (server, url):
        assert server.stdout is not None
        figures = server.stdout.readline().strip().removeprefix("metrics on ")
        assert figures.startswith("http://127.0.0.1:")
        assert "kaikukanta_register_revision" in requests.get(figures, timeout=WAIT).text
        assert requests.get(f"{url}/metrics", timeout=WAIT).status_code == 404
        server.send_signal(signal.SIGINT)
        assert server.wait(WAIT) == 0
