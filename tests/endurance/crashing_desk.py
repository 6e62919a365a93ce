"""Programs that work at a desk until they are killed, and say what they were told is safe."""

from multiprocessing.connection import Connection
from pathlib import Path
from random import Random
from uuid import UUID

from desk_app.bootstrap.application import App
from desk_app.config.paths import Home
from desk_app.messages import Messages
from desk_app.messages.catalogue import catalogue
from desk_app.services.recording import VisitRequest
from tests.helpers.samples import a_visit, an_offer

OFFER = an_offer()
CARDS = [f"KAIKU{number:04}" for number in range(1_500)]


def open_desk(folder: Path) -> App:
    """The desk's program, started."""
    messages = Messages(catalogue("en"), "en")
    return App.open(Home(folder / "home"), f"file:{folder / 'secrets.json'}", messages)


def live(action: str, folder: Path, seed: int, offer_id: str, line: Connection) -> None:
    """Do one action again and again; each word on the line is of something acknowledged."""
    luck = Random(seed)
    offer = UUID(offer_id)
    line.send(("born", ""))
    app = open_desk(folder)
    if app.opened.recovery is not None:
        raise AssertionError("the file was damaged")
    while True:
        if action == "migration":
            visit = a_visit(offer)
            app.services.journal.record(visit)
        else:
            asked = VisitRequest(number=luck.choice(CARDS), offer_id=offer)
            visit = app.services.recording.record(asked).visit
        line.send(("recorded", str(visit.id)))
        if action == "void":
            app.services.voiding.void(visit.id)
            line.send(("voided", str(visit.id)))
        elif action == "sync":
            if luck.random() < 0.3:
                app.register.drop()  # then the next cycle loads it afresh
            report = app.sync_once(timeout=60)
            line.send(("sent", str(report.accepted)))
            if app.register.status() is None:
                return  # no register, no record: the next life goes on loading
