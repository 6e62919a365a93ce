"""The admin's commands. Exit statuses: 0 done, 1 not done (a sentence says why), 2 bad usage."""

import argparse
import io
import json
import os
import signal
import sys
import threading
from collections.abc import Callable, Iterable, Sequence
from contextlib import ExitStack, closing
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from types import FrameType
from uuid import UUID

from pydantic_core import to_json
from sqlalchemy.exc import DBAPIError

from sync.rules.card_numbers import mask
from sync.rules.enrolment_link import EnrolmentLink, MalformedLinkError
from sync.server import importing
from sync.server.api import app as desk_api
from sync.server.api import serving
from sync.server.api.metrics import Metrics
from sync.server.authority import Authority
from sync.server.logs import log_as_json
from sync.server.store.database import Database, DatabaseUnusableError
from sync.server.store.desks import VALID_HOURS, DeskEntry
from sync.server.store.engine import ADMIN, SERVING, Waits

PROGRAM = "kaikukanta-server"
_LONGEST_FAREWELL = 10
"""Seconds from the signal to the end."""


class CommandError(Exception):
    """The command cannot be done; the message is for the admin."""


def run_command(arguments: Sequence[str]) -> int:
    """Do what the arguments say; the exit status."""
    _accept_any_text()
    chosen = _parser().parse_args(arguments)
    log_as_json()
    try:
        if chosen.without_register:
            chosen.act(chosen)
        else:
            with closing(Authority.open(chosen.db, waits=_waits(chosen))) as authority:
                chosen.act(authority, chosen)
    except (CommandError, DatabaseUnusableError, importing.BadLineError, OSError) as fault:
        return _complain(str(fault))
    except DBAPIError as fault:
        return _complain(f"the database refused: {fault.orig}")
    return 0


def _accept_any_text() -> None:
    """No character of any name ends a command, whatever the console's code page."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="replace")


def _complain(sentence: str) -> int:
    print(f"{PROGRAM}: {sentence}", file=sys.stderr)  # noqa: T201  the admin reads it here
    return 1


def _say(text: str) -> None:
    print(text, flush=True)  # noqa: T201  standard output is what a command is for


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog=PROGRAM, description="The Kaikukortti register.")
    commands = parser.add_subparsers(title="commands", required=True, metavar="COMMAND")

    def add(
        name: str,
        act: Callable[..., None],
        meaning: str,
        *,
        db: bool = True,
        without_register: bool = False,
    ) -> argparse.ArgumentParser:
        command = commands.add_parser(name, help=meaning, description=meaning)
        command.set_defaults(act=act, without_register=without_register)
        if db:
            command.add_argument(
                "--db", required=True, metavar="URL", help="sqlite:///FILE or postgresql+psycopg://"
            )
        return command

    run = add("run", _run, "Answer desks until told to stop.")
    run.add_argument("--host", default="127.0.0.1", help="the address to listen on")
    run.add_argument("--port", type=_port, default=8700, help="0 picks a free one")
    run.add_argument(
        "--connections",
        type=_connections,
        default=SERVING.connections,
        metavar="N",
        help="how many to the database at most (default: %(default)s)",
    )
    run.add_argument(
        "--metrics-port", type=_port, help="also serve /metrics for Prometheus, on 127.0.0.1 only"
    )
    imports = add("import", _import, "Take in venues, offers and cards from NDJSON files.")
    imports.add_argument("--venues", type=Path, metavar="FILE")
    imports.add_argument("--offers", type=Path, metavar="FILE")
    imports.add_argument("--cards", type=Path, metavar="FILE")
    imports.set_defaults(parser=imports)
    activation = add("activation", _activation, "Print a code by which one desk can enrol.")
    activation.add_argument("--venue", required=True, metavar="ID")
    activation.add_argument(
        "--hours", type=_hours, default=VALID_HOURS, help="how long the code is good"
    )
    activation.add_argument(
        "--api",
        type=_api,
        metavar="URL",
        help="the register's address; prints what to put in a QR code too, for a desk to scan",
    )
    add("desks", _desks, "List the desks.").add_argument("--json", action="store_true")
    revoke = add("revoke", _revoke, "Turn a desk away from now on.")
    revoke.add_argument("--desk", required=True, type=_uuid, metavar="ID")
    visits = add("visits", _visits, "List every visit with its state, for audit.")
    visits.add_argument("--json", action="store_true", help="with whole card numbers")
    notes = add("notes", _notes, "List what venues tell about operations that were refused.")
    notes.add_argument("--json", action="store_true")
    add(
        "upgrade",
        _upgrade,
        "Bring a database of an older version up to this one; stop its servers and back it up"
        " before.",
        without_register=True,
    )
    add(
        "openapi",
        _openapi,
        "Print the description of the Desk API.",
        db=False,
        without_register=True,
    )
    return parser


def _number(least: int, most: int, meaning: str) -> Callable[[str], int]:
    def read(text: str) -> int:
        if not text.isascii() or not text.isdigit() or not least <= int(text) <= most:
            raise argparse.ArgumentTypeError(meaning)
        return int(text)

    return read


_port = _number(0, 65535, "a port is a number from 0 to 65535")
_connections = _number(1, 1000, "connections are counted from 1 to 1000")
_hours = _number(1, 24 * 30, "a code is good for 1 to 720 hours")


def _waits(chosen: argparse.Namespace) -> Waits:
    if chosen.act is _run:
        return replace(SERVING, connections=chosen.connections)
    return ADMIN


def _api(text: str) -> str:
    try:
        return EnrolmentLink(text, "CODE").api_url
    except MalformedLinkError as wrong:
        raise argparse.ArgumentTypeError(
            "an address is written https://register.example"
        ) from wrong


def _uuid(text: str) -> UUID:
    try:
        return UUID(text)
    except ValueError as wrong:
        raise argparse.ArgumentTypeError("a desk's id is a UUID; see the command desks") from wrong


def _run(authority: Authority, chosen: argparse.Namespace) -> None:
    try:
        listener = serving.bind(chosen.host, chosen.port)
    except OSError as fault:
        raise CommandError(
            f"cannot listen on {chosen.host}, port {chosen.port}: {fault.strerror or fault}"
        ) from fault
    authority.database.analyse_where_needed()
    with listener, ExitStack() as stack:
        app = desk_api.make_app(authority)
        server = serving.make_server(app)

        def stop(_signal: int, _frame: FrameType | None) -> None:
            """Also called once more by the server, which hands signals back when it has ended."""
            if not server.should_exit:
                _end_at_the_latest()
            server.should_exit = True

        for name in (signal.SIGINT, signal.SIGTERM):
            signal.signal(name, stop)
        _say(f"listening on {serving.address(listener)}")
        if chosen.metrics_port is not None:
            figures: Metrics = app.state.metrics
            _say(f"metrics on {_serve_figures(stack, figures, chosen.metrics_port)}")
        server.run(sockets=[listener])


def _end_at_the_latest() -> None:
    """End the program even while a thread waits for a database that says nothing any more.

    What is acknowledged is on the disk; all else is sent again.
    """
    last_resort = threading.Timer(_LONGEST_FAREWELL, os._exit, [0])
    last_resort.daemon = True
    last_resort.start()


def _serve_figures(stack: ExitStack, figures: Metrics, port: int) -> str:
    try:
        return stack.enter_context(figures.serving(port))
    except OSError as fault:
        raise CommandError(
            f"cannot serve metrics on port {port}: {fault.strerror or fault}"
        ) from fault


def _import(authority: Authority, chosen: argparse.Namespace) -> None:
    files = importing.Files(chosen.venues, chosen.offers, chosen.cards)
    if files == importing.Files():
        chosen.parser.error("name at least one of --venues, --offers and --cards")
    report = importing.import_files(authority, files)
    if files.venues:
        _say(f"venues: {report.venues} put")
    if files.offers:
        _say(f"offers: {report.offers} put, {report.offers_dropped} dropped")
    if files.cards:
        cards = report.cards
        _say(f"cards: {cards.put} put, {cards.dropped} dropped, {cards.same} as they were")


def _activation(authority: Authority, chosen: argparse.Namespace) -> None:
    try:
        code = authority.make_activation(chosen.venue, chosen.hours)
    except KeyError as unknown:
        raise CommandError(f"there is no venue {chosen.venue}; import it first") from unknown
    _say(code)
    if chosen.api:
        _say(EnrolmentLink(chosen.api, code).text())


def _desks(authority: Authority, chosen: argparse.Namespace) -> None:
    desks = authority.desks()
    if chosen.json:
        _say(to_json({"desks": desks}, ensure_ascii=True).decode())
        return
    for desk in desks:
        _say(f"{desk.id}  {desk.venue_id}  {desk.name}  {_time(desk.enrolled_at)}  {_state(desk)}")


def _state(desk: DeskEntry) -> str:
    """How a desk stands, in words."""
    if desk.revoked_at:
        return f"revoked {_time(desk.revoked_at)}"
    if desk.heard_at is None:
        return "enrolled, not heard of yet"
    words = [
        f"heard of {_time(desk.heard_at)}",
        f"version {desk.app_version}",
        f"{desk.pending} waiting",
        f"{desk.attention} refused",
    ]
    if desk.forked_at:
        words.append(
            f"DATA USED TWICE, OR AN OLD COPY WAS PUT BACK (noticed {_time(desk.forked_at)})"
        )
    return ", ".join(words)


def _revoke(authority: Authority, chosen: argparse.Namespace) -> None:
    try:
        authority.revoke(chosen.desk)
    except KeyError as unknown:
        raise CommandError(f"there is no desk {chosen.desk}; see the command desks") from unknown
    _say(f"desk {chosen.desk} is turned away from now on")


def _visits(authority: Authority, chosen: argparse.Namespace) -> None:
    if chosen.json:
        _write_list("visits", authority.stream_visits())
        return
    for visit in authority.stream_visits():
        number = mask(visit.card_number or "")
        _say(f"{visit.id}  {visit.local_date}  {visit.venue_id}  {number}  {visit.state}")


def _write_list(name: str, items: Iterable[object]) -> None:
    """One JSON object, written as the items come: there may be more than memory holds."""
    sys.stdout.write(f'{{"{name}":[')
    between = ""
    for item in items:
        sys.stdout.write(between + to_json(item, exclude_none=True, ensure_ascii=True).decode())
        between = ","
    sys.stdout.write("]}\n")


def _notes(authority: Authority, chosen: argparse.Namespace) -> None:
    if chosen.json:
        _write_list("notes", authority.stream_notes())
        return
    for note in authority.stream_notes():
        about = f"{note.about} ({note.code})" if note.code else str(note.about)
        sender = f"{note.venue_name}, {note.desk_name}"
        _say(f"{_time(note.received_at)}  {sender}  {about}: {note.text}")


def _upgrade(chosen: argparse.Namespace) -> None:
    before, now = Database.upgrade(chosen.db)
    if before == now:
        _say(f"the database has version {now}, as this program needs it")
    else:
        _say(f"upgraded from version {before} to {now}")


def _openapi(_chosen: argparse.Namespace) -> None:
    _say(json.dumps(desk_api.document(), indent=2))


def _time(moment: datetime) -> str:
    return f"{moment:%Y-%m-%d %H:%M}"
