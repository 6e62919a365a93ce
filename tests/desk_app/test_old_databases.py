"""Databases that older versions left behind, opened with this one."""

import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest

from desk_app.__main__ import main
from desk_app.bootstrap.application import App
from desk_app.config.paths import Home
from desk_app.messages import Messages
from desk_app.messages.catalogue import catalogue
from desk_app.store.schema.migrations import STEPS
from sync.rules.register_sum import RegisterSum, card_line
from tests.helpers.store import bare
from tests.old_databases.fill import CONCERT, COURSE, KEY

FOLDER = Path(__file__).parent.parent / "old_databases"
FILES = sorted(FOLDER.glob("schema-*.db"))


@pytest.fixture(params=FILES, ids=lambda file: file.stem)
def expected(request: pytest.FixtureRequest, tmp_path: Path) -> dict[str, Any]:
    """What has to be found in a file, a copy of which lies at home."""
    file: Path = request.param
    (tmp_path / "home").mkdir(mode=0o700)
    (tmp_path / "home" / "desk.db").write_bytes(file.read_bytes())
    secrets = tmp_path / "secrets.json"
    secrets.touch(mode=0o600)
    secrets.write_text(json.dumps({"database-key": KEY}))
    found: dict[str, Any] = json.loads(file.with_suffix(".json").read_text())
    return found | {"version": int(file.stem.removeprefix("schema-"))}


@pytest.fixture
def app(expected: dict[str, Any], tmp_path: Path) -> Iterator[App]:
    assert expected
    language = "en"
    with App.open(
        Home(tmp_path / "home"),
        f"file:{tmp_path / 'secrets.json'}",
        Messages(catalogue(language), language),
    ) as opened:
        yield opened


def test_there_is_a_database_of_every_released_schema() -> None:
    assert [file.name for file in FILES] == ["schema-1.db"]


def test_every_visit_is_there_in_its_state(app: App, expected: dict[str, Any]) -> None:
    entries = app.services.journal.latest(1000)
    states = {str(entry.visit.id): entry.state.value for entry in entries}
    voided = sorted(str(entry.visit.id) for entry in entries if entry.voided)
    assert states == expected["states"]
    assert voided == expected["voided"]


def test_what_was_not_sent_still_waits_and_what_was_refused_still_needs_somebody(
    app: App, expected: dict[str, Any]
) -> None:
    count = app.services.journal.count()
    attention = {str(item.id): item.code for item in app.services.rejections.items()}
    assert count.pending == expected["pending"]
    assert attention == expected["attention"]


def test_the_register_is_there_card_by_card(app: App, expected: dict[str, Any]) -> None:
    status = app.register.status()
    first, last = (int(number[-4:]) for number in expected["first_and_last_card"])
    cards = [app.register.find(f"KAIKU{number:04}") for number in range(first, last + 1)]
    assert status is not None
    assert (status.revision, status.sum.count) == (
        expected["register"]["revision"],
        expected["register"]["count"],
    )
    assert RegisterSum.of(card_line(card) for card in cards if card is not None) == status.sum
    assert app.register.find(f"KAIKU{last + 1:04}") is None


def test_the_offers_are_there_with_their_limits(app: App, expected: dict[str, Any]) -> None:
    assert sorted(str(offer.id) for offer in app.services.offers.all()) == expected["offers"]
    course = app.services.offers.get(UUID(COURSE))
    assert course is not None
    assert course.card_limit is not None
    assert (course.card_limit.count, course.ceiling_cents) == (2, 2500)
    concert = app.services.offers.get(UUID(CONCERT))
    assert concert is not None
    assert concert.status == "cancelled"
    own = app.services.offers.get(UUID(expected["own_offer"]))
    assert own is not None
    assert own.name.sv == "Kväll i byagården"


def test_what_another_desk_gave_still_counts(app: App) -> None:
    assert len(app.services.journal.past_visits("KAIKU0002")) == 1


def test_the_desk_is_still_enrolled_and_records(app: App, expected: dict[str, Any]) -> None:
    record = app.desk.record()
    assert record is not None
    assert record.venue.name == "Kaupunginteatteri"
    assert record.refused is None
    assert expected["states"].keys() <= {
        str(entry.visit.id) for entry in app.services.journal.between(None, None)
    }


def test_the_old_file_is_kept_beside_the_new_one_under_the_same_key(
    app: App, expected: dict[str, Any], tmp_path: Path
) -> None:
    assert app.opened.recovery is None
    old = bare(tmp_path / "home" / f"desk.db.v{expected['version']}", KEY)
    new = bare(tmp_path / "home" / "desk.db", KEY)
    versions = [file.execute("PRAGMA user_version").fetchone()[0] for file in (old, new)]
    visits = [file.execute("SELECT count(*) FROM visits").fetchone()[0] for file in (old, new)]
    old.close()
    new.close()
    assert versions == [expected["version"], len(STEPS)]
    assert visits == [len(expected["states"])] * 2


def test_a_damaged_file_of_an_older_version_is_rebuilt_and_brought_up(
    expected: dict[str, Any], tmp_path: Path, expected_log: Callable[[str], None]
) -> None:
    expected_log("recovery: rebuilt True")
    path = tmp_path / "home" / "desk.db"
    connection = bare(path, KEY)
    [root] = connection.execute(
        "SELECT rootpage FROM sqlite_master WHERE name = 'cards_a'"
    ).fetchone()
    connection.close()
    content = bytearray(path.read_bytes())
    content[(root - 1) * 4096 : root * 4096] = bytes(4096)
    path.write_bytes(content)
    language = "en"
    home, secrets = Home(tmp_path / "home"), f"file:{tmp_path / 'secrets.json'}"
    with App.open(home, secrets, Messages(catalogue(language), language)) as opened:
        entries = opened.services.journal.latest(1000)
        own = opened.services.offers.get(UUID(expected["own_offer"]))
    assert {str(entry.visit.id): entry.state.value for entry in entries} == expected["states"]
    assert own is not None
    assert opened.opened.recovery is not None


def test_the_command_line_opens_it(
    expected: dict[str, Any], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    secrets = f"file:{tmp_path / 'secrets.json'}"
    main(["--home", str(tmp_path / "home"), "--secrets", secrets, "--json", "queue"])
    assert json.loads(capsys.readouterr().out)["pending"] == expected["pending"]
