"""Whole desks of one venue on one local network, and a register that may be away."""

import json
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from pathlib import Path
from uuid import UUID

from desk_app.bootstrap.application import App
from desk_app.config.machine_policy import MachinePolicy
from desk_app.config.paths import Home
from desk_app.files.sealing import Hardness
from desk_app.messages import Messages
from desk_app.messages.catalogue import catalogue
from desk_app.services.errors import DeskError
from desk_app.services.recording import Recorded, TicketsRequest, VisitRequest
from sync.lan.discovery import NoFinder
from sync.rules.offers import Offer
from tests.helpers.register import LiveRegister
from tests.helpers.samples import VENUE, a_card

LONGEST_WAIT = 60.0
"""Seconds: what takes longer has failed."""


class LiveDesk:
    """A whole desk with its own folder. It finds others by the addresses that were entered."""

    def __init__(self, folder: Path, name: str, policy: MachinePolicy | None = None) -> None:
        folder.mkdir(parents=True, exist_ok=True)
        self.home = Home(folder)
        self.name = name
        self._policy = policy
        self.choose(neighbours_on=True, neighbour_port=0)
        self.app = self._open()

    def _open(self) -> App:
        secrets = f"file:{self.home.folder / 'secrets.json'}"
        words = Messages(catalogue("en"), "en")
        app = App.open(self.home, secrets, words, hardness=Hardness.least(), policy=self._policy)
        app.neighbours.find_by(NoFinder)
        return app

    def choose(self, **settings: object) -> None:
        """Change the settings as the window does."""
        known = {}
        if self.home.settings.exists():
            known = json.loads(self.home.settings.read_text())
        whole = self.home.settings.with_suffix(".new")
        whole.write_text(json.dumps(known | settings))
        whole.replace(self.home.settings)  # half a file would switch the neighbours off

    def enrol(self, register: LiveRegister) -> None:
        register.enrol(self.app, VENUE.id, self.name)

    def hand_out(self, offer: Offer, number: str = "AB12345", **tickets: int) -> Recorded:
        asked = VisitRequest(number=number, offer_id=offer.id, tickets=TicketsRequest(**tickets))
        return self.app.services.recording.record(asked)

    def knows(self, operation_id: UUID) -> bool:
        """Whether an operation is here, its own or another desk's."""
        query = "SELECT 1 FROM operations WHERE id = ?"
        return bool(self.app.opened.database.rows(query, operation_id.hex))

    @property
    def port(self) -> int:
        wait_until(lambda: self.app.neighbours.status().port is not None, "no port")
        return self.app.neighbours.status().port or 0

    def start(self) -> None:
        """Exchange with neighbours from now on."""
        self.app.neighbours.start(programs=lambda: ProgramsInside(self.app))

    def restart(self) -> None:
        """Close the desk, and open it again."""
        self.app.close()
        self.app = self._open()
        self.start()

    def close(self) -> None:
        self.app.close()


class ProgramsInside:
    """Hands the register on within this program, where a program of its own would take a second."""

    def __init__(self, app: App) -> None:
        self._transfer = app.services.register_transfer

    def write(self, path: Path, passphrase: str) -> bool:
        self._transfer.carry_out(path, passphrase)
        return True

    def import_register(self, path: Path, passphrase: str) -> bool:
        try:
            self._transfer.carry_in(path, passphrase)
        except DeskError:
            return False
        return True

    def stop(self) -> None:
        """Nothing runs beside."""


@contextmanager
def live_desks(
    folder: Path, register: LiveRegister, offers: Sequence[Offer], count: int = 2
) -> Iterator[list[LiveDesk]]:
    """Desks that know of each other from the register, and see each other."""
    register.import_venues([VENUE])
    register.import_cards([a_card(), a_card("AB54321")])
    register.import_offers(VENUE.id, offers)
    with ExitStack() as closing:
        desks = []
        for number in range(1, count + 1):
            desk = LiveDesk(folder / f"desk{number}", f"Luukku {number}")
            closing.callback(desk.close)
            desk.enrol(register)
            desk.app.sync_once(timeout=LONGEST_WAIT)
            desks.append(desk)
        for desk in desks:
            desk.app.sync_once(timeout=LONGEST_WAIT)
            desk.start()
        introduce(desks)
        wait_until(lambda: all(map(sees_all, desks)), "the desks do not see each other")
        yield desks


def introduce(desks: Sequence[LiveDesk]) -> None:
    """Enter everybody's address everywhere."""
    addresses = {desk.name: f"127.0.0.1:{desk.port}" for desk in desks}
    for desk in desks:
        others = [address for name, address in addresses.items() if name != desk.name]
        desk.choose(neighbour_addresses=others)


def sees_all(desk: LiveDesk) -> bool:
    desks = desk.app.neighbours.status().desks
    return bool(desks) and all(each.in_reach for each in desks)


def wait_until(is_so: Callable[[], bool], otherwise: str) -> None:
    """Wait until it is so. Fails after long."""
    until = time.monotonic() + LONGEST_WAIT
    while not is_so():
        if time.monotonic() > until:
            raise AssertionError(otherwise)
        time.sleep(0.02)
