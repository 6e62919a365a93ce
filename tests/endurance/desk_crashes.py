"""Kills desk programs at random moments of an action, and checks what they leave behind."""

import json
import multiprocessing
import shutil
import time
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory
from typing import Any
from uuid import UUID, uuid4

from desk_app.store.connection.database import Database
from desk_app.store.register.register import StoredRegister
from sync.ports import OperationState
from sync.rules.register_sum import RegisterSum, card_line
from sync.rules.visits import VisitState
from tests.endurance.crashing_desk import CARDS, OFFER, live, open_desk
from tests.helpers.register import LiveRegister
from tests.helpers.samples import VENUE, a_card
from tests.helpers.store import bare
from tests.old_databases.fill import KEY

OLDEST = Path(__file__).parent.parent / "old_databases" / "schema-1.db"
ACTIONS = ("record", "void", "sync", "migration")
LONGEST_LIFE = 5.0
"""As many times as long as a desk takes to open: on a busy machine every life is longer."""
_WORDS = (0, 1, 3)
"""So many words a life says at least: on a busy machine most would end before they said any."""
A_DESKS_ROUNDS = 40
"""Then everything is sent and compared, and a new desk begins: what a start, and each look, checks
grows with what was recorded."""
_VISITS_IN_OLD_FILE = 5_000
_CHANGES_EACH_ROUND = 700
_LONGEST_WAIT = 60


@dataclass
class CrashReport:
    """What came of it. ``idle`` lives ended before anything was acknowledged."""

    rounds: dict[str, int] = field(default_factory=dict)
    idle: int = 0
    acknowledged: int = 0
    voided: int = 0
    seconds: float = 0.0
    lost: int = 0
    damaged: int = 0
    wrong: int = 0

    @property
    def is_good(self) -> bool:
        """Whether all that was acknowledged is there, in a whole file, and at the register."""
        return self.lost == self.damaged == self.wrong == 0


class DeskCrashes:
    """Has one desk, and an old one for each migration; remembers all that was acknowledged."""

    def __init__(
        self, folder: Path, register: LiveRegister, luck: Random, report: CrashReport
    ) -> None:
        self.report = report
        self._folder = folder
        self._register = register
        self._luck = luck
        self._recorded: set[str] = set()
        self._voided: set[str] = set()
        # A server that has everything imported already makes a life cost next to nothing.
        way = "forkserver" if "forkserver" in multiprocessing.get_all_start_methods() else "spawn"
        self._context: Any = multiprocessing.get_context(way)
        if way == "forkserver":
            self._context.set_forkserver_preload(["tests.endurance.desk_crashes"])

    def enrol(self) -> None:
        """Make the desk, and the old file that migrations begin with."""
        self._register.import_venues([VENUE])
        self._register.import_cards([a_card(number) for number in CARDS])
        self._register.import_offers(VENUE.id, [OFFER])
        with open_desk(self._folder) as app:
            self._register.enrol(app, VENUE.id)
            app.sync_once(timeout=_LONGEST_WAIT)
        began = time.monotonic()
        open_desk(self._folder).close()
        self._longest_life = LONGEST_LIFE * (time.monotonic() - began)
        self._old = self._folder / "old.db"
        self._old.write_bytes(OLDEST.read_bytes())
        self._old_visits = _multiplied_visits(self._old)

    def round(self, action: str) -> None:
        """One life, its end, and the check afterwards."""
        self.report.rounds[action] = self.report.rounds.get(action, 0) + 1
        folder = self._folder
        if action == "migration":
            folder = self._fresh_old_desk()
        else:
            self._see_to_the_register()
        if action == "sync":
            changed = self._luck.sample(CARDS, _CHANGES_EACH_ROUND)
            minors = self._luck.randrange(9)
            self._register.import_cards([a_card(number, minors=minors) for number in changed])
        output = self._let_live(action, folder)
        recorded = {word for kind, word in output if kind == "recorded"}
        self.report.idle += not recorded
        self.report.acknowledged += len(recorded)
        if action == "migration":
            self._look_at(folder, recorded | self._old_visits, set())
            shutil.rmtree(folder)
            return
        self._recorded |= recorded
        self._voided |= {word for kind, word in output if kind == "voided"}
        self._look_at(folder, self._recorded, self._voided)

    def _let_live(self, action: str, folder: Path) -> list[tuple[str, str]]:
        ours, theirs = self._context.Pipe(duplex=False)
        seed = self._luck.randrange(2**32)
        life = self._context.Process(
            target=live, args=(action, folder, seed, str(OFFER.id), theirs), daemon=True
        )
        life.start()
        theirs.close()
        output = [ours.recv()]  # born
        words = 0 if action == "migration" else self._luck.choice(_WORDS)
        while len(output) <= words and ours.poll(_LONGEST_WAIT):
            try:
                output.append(ours.recv())
            except EOFError:  # it ended by itself
                break
        life.join(self._luck.uniform(0, self._longest_life))
        if life.exitcode not in (None, 0):
            raise RuntimeError(f"{action} ended by itself: {life.exitcode}")
        life.kill()
        life.join(_LONGEST_WAIT)
        while True:
            try:
                output.append(ours.recv())
            except (EOFError, OSError):  # the last word may have been cut off
                ours.close()
                return output

    def _look_at(self, folder: Path, recorded: set[str], voided: set[str]) -> None:
        path = folder / "home" / "desk.db"
        key = json.loads((folder / "secrets.json").read_text())["database-key"]
        file = bare(path, key)
        errors = [
            *(row for row in file.execute("PRAGMA integrity_check") if row != ("ok",)),
            *file.execute("PRAGMA cipher_integrity_check"),
            *file.execute("PRAGMA foreign_key_check"),
        ]
        there = {str(UUID(row[0])) for row in file.execute("SELECT id FROM visits")}
        taken_back = {str(UUID(row[0])) for row in file.execute("SELECT visit_id FROM voids")}
        queued = {str(UUID(row[0])) for row in file.execute("SELECT id FROM operations")}
        file.close()
        self.report.lost += len(recorded - there) + len(voided - taken_back) + len(there - queued)
        self.report.damaged += bool(errors) or not _register_is_whole(path, key)

    def _fresh_old_desk(self) -> Path:
        folder = self._folder / f"old-{self.report.rounds['migration']}"
        (folder / "home").mkdir(mode=0o700, parents=True)
        (folder / "home" / "desk.db").write_bytes(self._old.read_bytes())
        (folder / "secrets.json").touch(mode=0o600)
        (folder / "secrets.json").write_text(json.dumps({"database-key": KEY}))
        return folder

    def _see_to_the_register(self) -> None:
        """Where a life ended between two registers, let the next one find a card."""
        with open_desk(self._folder) as app:
            if app.register.status() is None:
                app.sync_once(timeout=_LONGEST_WAIT)

    def come_to_rest(self) -> None:
        """Send all that waits, and compare both ends."""
        with open_desk(self._folder) as app:
            until = time.monotonic() + 10 * _LONGEST_WAIT
            while app.services.journal.count().pending and time.monotonic() < until:
                app.sync_once(timeout=_LONGEST_WAIT)
            entries = app.services.journal.latest(10_000_000)
        held = Counter(visit.id for visit in self._register.visits())
        states = {visit.id: visit.state for visit in self._register.visits()}
        for entry in entries:
            is_voided = states.get(entry.visit.id) is VisitState.VOIDED
            self.report.wrong += (
                held.pop(entry.visit.id, 0) != 1
                or entry.state is not OperationState.ACCEPTED
                or is_voided != entry.voided
            )
        self.report.wrong += len(held)
        self.report.voided += len(self._voided)


def _multiplied_visits(path: Path) -> set[str]:
    """Many visits where there was a handful, so that a migration takes its time; their ids."""
    file = bare(path, KEY)
    visit = file.execute("SELECT * FROM visits LIMIT 1")
    rest = visit.fetchone()[1:]
    places = ", ".join("?" for _ in visit.description)
    operation = "INSERT INTO operations (id, kind, visit_id, state, taken) VALUES (?, ?, ?, ?, ?)"
    ids = [uuid4().hex for _ in range(_VISITS_IN_OLD_FILE)]
    file.execute("BEGIN")
    file.executemany(f"INSERT INTO visits VALUES ({places})", [(new, *rest) for new in ids])
    file.executemany(operation, [(new, "visit", new, "pending", False) for new in ids])
    file.execute("COMMIT")
    there = {str(UUID(row[0])) for row in file.execute("SELECT id FROM visits")}
    file.close()
    return there


def _register_is_whole(path: Path, key: str) -> bool:
    """Whether the cards that are found have the sum of the register in use, if there is one."""
    database = Database.open(path, key)
    try:
        register = StoredRegister(database)
        status = register.status()
        cards = [card for number in CARDS if (card := register.find(number)) is not None]
    finally:
        database.close()
    if status is None:
        return not cards
    return RegisterSum.of(map(card_line, cards)) == status.sum


def kill(
    rounds: int,
    folder: Path,
    seed: int,
    actions: Sequence[str] = ACTIONS,
    progress: Callable[[str], None] = lambda _: None,
) -> CrashReport:
    """So many lives, and what came of them; ``progress`` is told after each desk."""
    began = time.monotonic()
    luck, report = Random(seed), CrashReport()
    for start in range(0, rounds, A_DESKS_ROUNDS):
        with TemporaryDirectory(dir=folder) as home:
            some = range(start, min(rounds, start + A_DESKS_ROUNDS))
            _kill_at_one_desk(
                [actions[each % len(actions)] for each in some], Path(home), luck, report
            )
        report.seconds = round(time.monotonic() - began, 1)
        progress(f"{some.stop} of {rounds} rounds: {report}")
    return report


def _kill_at_one_desk(
    actions: Sequence[str], folder: Path, luck: Random, report: CrashReport
) -> None:
    (folder / "register").mkdir()
    with LiveRegister(folder / "register") as register:
        crashes = DeskCrashes(folder, register, luck, report)
        crashes.enrol()
        for action in actions:
            crashes.round(action)
        crashes.come_to_rest()
