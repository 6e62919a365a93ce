"""Canaries: the whole job is done with numbers, tokens and keys that can be told from all else.

Then every byte that the program wrote is searched for them: what it printed without being asked
for a number, its logs and settings, the names of its files, and, without their key, the database
and all that lies beside it.
"""

import base64
import json
import logging
import os
from collections.abc import Callable, Iterator
from datetime import timedelta
from pathlib import Path
from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desk_app.bootstrap.application import App
from desk_app.config.logs import log_to_file
from desk_app.config.paths import Home
from desk_app.config.settings import Settings
from desk_app.messages import Messages
from desk_app.messages.catalogue import catalogue
from desk_app.ui.background.tasks import Tasks
from desk_app.ui.ticket.page import TicketPage
from desk_app.window.launch import assemble
from tests.helpers.cli_user import MUSEUM, OFFER, POLICY, TODAY, VENUE, a_card
from tests.helpers.command_program import CommandProgram
from tests.helpers.register import LiveRegister
from tests.helpers.scanner import scan_into
from tests.helpers.windows import put_away

VALID, EXPIRED, UNKNOWN, WINDOW = "CANARYVALID77", "CANARYOLD88", "CANARYNOBODY99", "CANARYQT55"
PASSPHRASE = "canary-passphrase-66"
WAIT_MS = 60_000


class Program:
    """The program with a home of its own; keeps all that it printed."""

    def __init__(self, folder: Path) -> None:
        self.home = folder / "home"
        self.secrets = folder / "elsewhere" / "secrets.json"
        self.secrets.parent.mkdir()
        self.printed = ""
        self.running = CommandProgram(os.environ | {"KAIKULUUKKU_PASSPHRASE": PASSPHRASE})

    def __call__(self, *typed: str, shows_numbers: bool = False) -> int:
        desk = ("--home", str(self.home), "--secrets", f"file:{self.secrets}")
        status, answered, errors = self.running.type([*desk, *typed])
        self.printed += errors + ("" if shows_numbers else answered)
        return status

    def canaries(self) -> list[bytes]:
        """All that must stand nowhere, in every form in which it could."""
        kept = json.loads(self.secrets.read_text())
        key = kept["database-key"]
        tokens = [value for name, value in kept.items() if name.startswith("token-")]
        assert tokens
        raw = bytes.fromhex(key)
        secrets = [key, *tokens, PASSPHRASE, base64.b64encode(raw).decode()]
        return [raw, *(word.encode() for word in (VALID, EXPIRED, UNKNOWN, WINDOW, *secrets))]

    def written(self) -> Iterator[tuple[str, bytes]]:
        """Everything, each with where it was found."""
        yield "printed", self.printed.encode()
        for path in self.home.parent.rglob("*"):
            yield "a file's name", str(path.relative_to(self.home.parent)).encode()
            if path.is_file() and path != self.secrets and "register" not in path.name:
                yield str(path), path.read_bytes()


@pytest.fixture
def register(tmp_path_factory: pytest.TempPathFactory) -> Iterator[LiveRegister]:
    with LiveRegister(tmp_path_factory.mktemp("register"), policy=POLICY) as running:
        running.import_venues([VENUE])
        until = TODAY - timedelta(days=1)
        running.import_cards([a_card(VALID), a_card(WINDOW), a_card(EXPIRED, until=until)])
        running.import_offers(VENUE.id, [MUSEUM])
        yield running


@pytest.fixture
def program(tmp_path: Path) -> Iterator[Program]:
    made = Program(tmp_path)
    with made.running:
        yield made


@pytest.fixture
def quiet_logs() -> Iterator[None]:
    """Put logging back as it was: the window takes it over."""
    root = logging.getLogger()
    before, level = root.handlers[:], root.level
    yield
    for handler in root.handlers:
        if handler not in before:
            handler.close()
    root.handlers, root.level = before, level


def work_headless(program: Program, register: LiveRegister) -> None:
    code = register.activation(VENUE.id)
    printed = ("--provisional", "--printed-valid-until", TODAY.isoformat())
    assert program("enrol", "--api", register.url, "--code", code) == 0
    assert program("sync") == 0
    assert program("check", VALID, *OFFER) == 0
    assert program("record", VALID, *OFFER, "--operator", "Liisa") == 0
    assert program("record", EXPIRED, *OFFER) == 6
    assert program("record", VALID, *OFFER, "--children", "9") == 6
    assert program("record", VALID, "--offer", str(UUID(int=404))) == 2
    assert program("record", UNKNOWN, *OFFER, *printed) == 0
    assert program("sync") == 4  # the unknown card is refused
    assert program("queue") == 4
    assert program("queue", "--json", shows_numbers=True) == 4
    register.stop()
    assert program("record", VALID, *OFFER) == 0
    assert program("sync") == 3
    assert program("export", "--format", "xlsx", "--out", str(program.home / "visits.xlsx")) == 0
    assert program("export", "--format", "csv", "--out", str(program.home / "visits.csv")) == 0
    assert program("carry-out", str(program.home / "work.kaiku")) == 0
    assert program("carry-in", str(program.home / "work.kaiku")) == 0
    register.start()


def work_at_the_window(program: Program, qapp: QApplication, qtbot: QtBot) -> None:
    home = Home(program.home)
    log_to_file(home.log)
    messages = Messages(catalogue("en"), "en")
    with App.open(home, f"file:{program.secrets}", messages) as app:
        tasks = Tasks()
        settings = Settings(language="en", offer_id=MUSEUM.id)
        settings.save(home.settings)
        window = assemble(qapp, app, settings, home, tasks)
        qtbot.addWidget(window)
        window.show()
        page = window.page()
        assert isinstance(page, TicketPage)
        qtbot.waitUntil(lambda: page._app_status.standing is not None, timeout=WAIT_MS)
        qtbot.waitUntil(lambda: bool(page._app_status.offers), timeout=WAIT_MS)
        for number in (UNKNOWN, EXPIRED, WINDOW):
            with qtbot.waitSignal(page.panel.announced, timeout=WAIT_MS):
                scan_into(page.number, number)
            if number != WINDOW:
                QTest.keyClick(page.number, Qt.Key.Key_Escape, delay=400)
        before = len(app.services.journal.latest(100))
        QTest.keyClick(page.number, Qt.Key.Key_Return, delay=400)
        qtbot.waitUntil(
            lambda: len(app.services.journal.latest(100)) == before + 1, timeout=WAIT_MS
        )
        failed: list[Exception] = []
        tasks.run(lambda: int(WINDOW), lambda _: None, failed.append)  # a bug with a number in it
        qtbot.waitUntil(lambda: bool(failed), timeout=WAIT_MS)
        window.close()
        tasks.close()
    put_away(window)


@pytest.mark.usefixtures("quiet_logs")
def test_no_number_token_or_key_stands_in_anything_that_the_program_wrote(
    program: Program,
    register: LiveRegister,
    qapp: QApplication,
    qtbot: QtBot,
    expected_log: Callable[[str], None],
) -> None:
    expected_log("work for the window failed")
    work_headless(program, register)
    work_at_the_window(program, qapp, qtbot)

    found = [
        (where, canary)
        for where, content in program.written()
        for canary in program.canaries()
        if canary.lower() in content.lower()
    ]
    assert found == []
    names = {path.name for path in program.home.rglob("*")}
    assert {"desk.db", "kaikuluukku.log", "settings.json", "visits.csv", "work.kaiku"} <= names
    assert b"ValueError" in (program.home / "logs" / "kaikuluukku.log").read_bytes()
