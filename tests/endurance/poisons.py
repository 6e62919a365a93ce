"""Whatever may answer in the register's place whenever an operation is in a batch.

``python -m tests.endurance.poisons`` records visits by the real command line, sends them to the
real server over a connection that strikes whenever a culprit is among them, and says of each
poison after how many cycles all others had arrived, whether the culprit was shown by then, and
whether it arrived, once, when the poison was gone. The exit status is 1 unless all did.
"""

import argparse
import contextlib
import gzip
import io
import json
import socket
import sys
import tempfile
import zlib
from collections import Counter
from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache
from itertools import islice
from pathlib import Path
from typing import Any
from uuid import UUID, uuid4

from desk_app.__main__ import main as kaikuluukku
from sync import client
from sync.server.services.central_register import CentralRegister
from tests.helpers.cli_user import CARDS, MUSEUM, VENUE
from tests.helpers.fault_proxy import STEPS, FaultProxy, Reply
from tests.helpers.faults import Misdeed, Request, problem, resets, sends, sends_nothing, trickles
from tests.sync.server.program import running

Poison = Callable[[Request, Callable[[], Reply]], Misdeed]
"""What is done to a connection, given what was asked and what the register would say of it."""

MOST_CYCLES = 15
_HTML = "<html><h1>No</h1></html>"
_JSON = "application/json"
_OK = "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n"


def _always(misdeed: Misdeed) -> Poison:
    return lambda _, __: misdeed


def _replies(raw: bytes | str, *, head: str = _OK) -> Poison:
    body = raw.encode() if isinstance(raw, str) else raw
    message = f"{head}Content-Length: {len(body)}\r\n\r\n".encode() + body
    return _always(lambda connection: connection.sendall(message))


def _results(change: Callable[[list[dict[str, Any]]], Any]) -> Poison:
    """The register does its work, and what it says of it is changed."""

    def poison(_: Request, ask: Callable[[], Reply]) -> Misdeed:
        reply = ask()
        packed = reply.headers.get("content-encoding") == "gzip"
        answer = json.loads(gzip.decompress(reply.body) if packed else reply.body)
        return sends(200, json.dumps({"results": change(answer["results"])}))

    return poison


def _with(**changed: object) -> Poison:
    return _results(lambda results: [{**result, **changed} for result in results])


def _when_done(misdeed: Misdeed) -> Poison:
    def poison(_: Request, ask: Callable[[], Reply]) -> Misdeed:
        ask()
        return misdeed

    return poison


def _cut(_: Request, ask: Callable[[], Reply]) -> Misdeed:
    reply = ask()
    return reply.sent(reply.body[: len(reply.body) // 2], length=len(reply.body))


def _floods(piece: bytes, *, head: bytes = b"") -> Poison:
    def misdeed(connection: socket.socket) -> None:
        connection.sendall(head)
        while True:
            connection.sendall(piece)

    return _always(misdeed)


@cache
def _packed_spaces(size: int) -> bytes:
    packer = zlib.compressobj(9, wbits=31)
    piece = b" " * (1 << 20)
    return b"".join(packer.compress(piece) for _ in range(size >> 20)) + packer.flush()


def _bomb(request: Request, ask: Callable[[], Reply]) -> Misdeed:
    return _replies(_packed_spaces(256 << 20), head=_OK + "Content-Encoding: gzip\r\n")(
        request, ask
    )


_PLAIN_STATUSES = [
    *(201, 202, 203, 204, 205, 206, 226, 300, 301, 302, 303, 304, 305, 307, 308),
    *(400, 401, 402, 403, 404, 405, 406, 407, 408, 409, 410, 411, 412, 413, 414, 415, 416, 417),
    *(418, 421, 422, 423, 424, 425, 426, 428, 429, 431, 451, 499),
    *(500, 501, 502, 503, 504, 505, 506, 507, 508, 510, 511, 520, 521, 522, 524, 530, 599),
]
_CODES = {
    "bad": (400, "malformed_json"),
    "token": (401, "token_invalid"),
    "card": (404, "card_unknown"),
    "offer": (404, "offer_unknown"),
    "gone cursor": (410, "cursor_gone"),
    "gone revision": (410, "revision_gone"),
    "large": (413, "too_large"),
    "type": (415, "unsupported_media_type"),
    "malformed": (422, "malformed"),
    "limited": (429, "rate_limited"),
    "fault": (500, "internal"),
    "unavailable": (503, "unavailable"),
    "new": (418, "a_new_code"),
}
POISONS: Mapping[str, Poison] = {
    **{
        f"{status} HTML": _always(sends(status, _HTML, media_type="text/html"))
        for status in _PLAIN_STATUSES
    },
    **{f"{status} {code}": _always(problem(status, code)) for status, code in _CODES.values()},
    "503 for 2 s": _always(problem(503, "unavailable", headers={"Retry-After": "2"})),
    "200 HTML": _always(sends(200, _HTML, media_type="text/html")),
    "200 HTML as JSON": _always(sends(200, _HTML)),
    "200 empty": _always(sends(200)),
    "200 without a type": _replies("", head="HTTP/1.1 200 OK\r\n"),
    "text of results": _always(sends(200, '{"results":[]}', media_type="text/plain")),
    "no results": _always(sends(200, '{"results":[]}')),
    "results null": _always(sends(200, '{"results":null}')),
    "results an object": _always(sends(200, '{"results":{}}')),
    "results of numbers": _always(sends(200, '{"results":[1,2,3]}')),
    "an object": _always(sends(200, "{}")),
    "a list": _always(sends(200, "[]")),
    "a number": _always(sends(200, "7")),
    "a BOM": _always(sends(200, b'\xef\xbb\xbf{"results":[]}')),
    "UTF-16": _always(sends(200, '{"results":[]}'.encode("utf-16"))),
    "deep": _always(sends(200, "[" * 100_000)),
    "huge number": _always(sends(200, '{"results":[{"id":' + "9" * 100_000 + "}]}")),
    "NaN": _always(sends(200, '{"results":[NaN]}')),
    "other ids": _with(id=str(uuid4())),
    "no ids": _with(id=None),
    "ids of numbers": _with(id=7),
    "doubled": _results(lambda results: results * 2),
    "each doubled": _results(lambda results: [each for each in results for _ in range(2)]),
    "one missing": _results(lambda results: results[:-1]),
    "reversed": _results(lambda results: results[::-1]),
    "one too many": _results(
        lambda results: [*results, {"id": str(uuid4()), "outcome": "accepted"}]
    ),
    "unknown outcome": _with(outcome="perhaps"),
    "no outcome": _with(outcome=None),
    "cut": _cut,
    "lost reply": _when_done(resets),
    "500 when it is done": _when_done(sends(500, "no", media_type="text/plain")),
    "200 empty when it is done": _when_done(sends(200)),
    "reset": _always(resets),
    "half a head": _replies("", head="HTTP/1.1 200"),
    "no HTTP": _always(lambda connection: connection.sendall(b"SSH-2.0-hotel\r\n\r\n")),
    "gzip that is none": _replies("no gzip", head=_OK + "Content-Encoding: gzip\r\n"),
    "gzip bomb": _bomb,
    "brotli": _replies("x", head=_OK + "Content-Encoding: br\r\n"),
    "longer than it says": _replies('{"results":[]}' + "x" * 100, head=_OK),
    "endless body": _floods(b" " * 65536, head=f"{_OK}\r\n".encode()),
    "endless chunks": _floods(
        b"1000\r\n" + b" " * 4096 + b"\r\n",
        head=f"{_OK}Transfer-Encoding: chunked\r\n\r\n".encode(),
    ),
    "endless heads": _floods(b"X-More: yes\r\n" * 1000, head=_OK.encode()),
    "endless 100": _floods(b"HTTP/1.1 100 Continue\r\n\r\n" * 100),
    "a long line": _floods(b"x" * 65536, head=b"HTTP/1.1 200 "),
    "two lengths": _replies("{}", head=_OK + "Content-Length: 7\r\n"),
    "negative length": _always(
        lambda c: c.sendall(f"{_OK}Content-Length: -1\r\n\r\n{{}}".encode())
    ),
}
SLOW: Mapping[str, Poison] = {
    "silence": _always(sends_nothing),
    "trickle": _always(trickles(b" ", 0.2, head=f"{_OK}Content-Length: 9999\r\n\r\n".encode())),
    "trickling head": _always(trickles(b"X: y\r\n", 0.2, head=_OK.encode())),
    "trickling 100": _always(trickles(b"HTTP/1.1 100 Continue\r\n\r\n", 0.2)),
}
"""They take as long as the desk has patience."""
HARMLESS: Mapping[str, Poison] = {"odd code": _with(code=7), "odd detail": _with(detail=[7])}
"""What is said beside a result; last, since a batch that is struck by one of these gets through."""


class PoisonProxy(FaultProxy):
    """Strikes whatever batch a culprit is in, or one of a certain size."""

    def __init__(self, target: str) -> None:
        super().__init__(target)
        self.culprits: dict[UUID, Poison] = {}
        self.sizes: Callable[[int], bool] = lambda _: False

    def answer(self, request: Request, connection: socket.socket) -> None:
        if not request.line.startswith(STEPS["push"]):
            super().answer(request, connection)
            return
        packed = request.headers.get("content-encoding") == "gzip"
        sent = json.loads(gzip.decompress(request.body) if packed else request.body)["operations"]
        ids = {UUID(each["id"]) for each in sent}
        found = [poison for culprit, poison in self.culprits.items() if culprit in ids]
        if self.sizes(len(sent)):
            found.append(POISONS["500 HTML"])
        if found:
            self.struck += 1
            found[0](request, lambda: self._ask(request))(connection)
        else:
            super().answer(request, connection)


@dataclass
class Seen:
    """What became of some culprits with their poisons, and of what was recorded beside them."""

    cycles: int = 0
    statuses: Counter[int] = field(default_factory=Counter)
    faults: Counter[str] = field(default_factory=Counter)
    good_after: int | None = None
    shown_after: dict[str, int] = field(default_factory=dict)
    arrived: set[str] = field(default_factory=set)
    in_doctor: bool = False
    not_cured: set[str] = field(default_factory=set)

    @property
    def is_well(self) -> bool:
        return self.good_after is not None and not self.not_cured


@dataclass
class Trial:
    """A desk, a server and the connection between them."""

    folder: Path
    proxy: PoisonProxy
    central: CentralRegister

    def type(self, *typed: str) -> tuple[int, dict[str, Any]]:
        """Type a command; its status and its answer."""
        output = io.StringIO()
        arguments = ["--home", f"{self.folder / 'home'}", "--json"]
        arguments += ["--secrets", f"file:{self.folder / 'secrets.json'}"]
        with contextlib.redirect_stdout(output), contextlib.redirect_stderr(io.StringIO()):
            try:
                status = kaikuluukku([*arguments, *typed])
            except SystemExit as ended:
                status = int(ended.code or 0)
        return status, json.loads(output.getvalue() or "{}")

    def record(self) -> UUID:
        status, answer = self.type("record", CARDS[0].number, "--offer", str(MUSEUM.id))
        assert status == 0, answer
        return UUID(answer["visit_id"])

    def held(self) -> Counter[UUID]:
        return Counter(visit.id for visit in self.central.visits())

    def try_poisons(
        self,
        poisons: Mapping[str, Poison],
        *,
        good: int = 5,
        sizes: Callable[[int], bool] = lambda _: False,
    ) -> Seen:
        """Record a visit for each poison and some good ones, and see what becomes of them."""
        seen = Seen()
        others = {self.record() for _ in range(good // 2)}
        guilty = {self.record(): name for name in poisons}
        others |= {self.record() for _ in range(good - good // 2)}
        self.proxy.culprits = {id_: poisons[name] for id_, name in guilty.items()}
        self.proxy.sizes = sizes
        while seen.cycles < MOST_CYCLES:
            seen.cycles += 1
            status, answer = self.type("sync")
            seen.statuses[status] += 1
            seen.faults.update(fault["code"] for fault in answer.get("faults", ()))
            shown = {UUID(each["id"]) for each in self.type("queue")[1]["attention"]}
            for id_ in shown & guilty.keys():
                seen.shown_after.setdefault(guilty[id_], seen.cycles)
            there = self.held()
            if seen.good_after is None and others <= there.keys():
                seen.good_after = seen.cycles
            if seen.good_after is not None and guilty.keys() <= there.keys() | shown:
                break
        seen.arrived = {guilty[id_] for id_ in guilty.keys() & there.keys()}
        if guilty:
            checks = self.type("doctor")[1]["checks"]
            seen.in_doctor = any(each["name"] == "queue" and not each["ok"] for each in checks)
        self.proxy.culprits, self.proxy.sizes = {}, lambda _: False
        self._clear_inbox(guilty)
        for _ in range(3):
            self.type("sync")
        there = self.held()
        recorded = guilty | dict.fromkeys(others, "good")
        seen.not_cured = {name for id_, name in recorded.items() if there[id_] != 1}
        return seen

    def _clear_inbox(self, recorded: Collection[UUID]) -> None:
        """Whatever the register itself was said to have rejected is sent again, as staff would."""
        _, queue = self.type("queue")
        ids = [each["id"] for each in queue["attention"] if UUID(each["id"]) in recorded]
        if ids:
            self.type("resolve", "again", *ids)


@contextlib.contextmanager
def a_trial(
    folder: Path, make_proxy: Callable[[str], PoisonProxy] = PoisonProxy
) -> Iterator[Trial]:
    """A desk that is enrolled at a server of its own."""
    url = f"sqlite:///{folder / 'register.db'}"
    central = CentralRegister.open(url)
    central.put_venues([VENUE])
    central.change_cards(CARDS)
    central.put_offers(VENUE.id, [MUSEUM])
    with running(url) as (_, address), make_proxy(address) as proxy:
        trial = Trial(folder, proxy, central)
        code = central.make_activation(VENUE.id)
        status, answer = trial.type("enrol", "--api", proxy.url, "--code", code)
        assert status == 0, answer
        trial.type("sync")
        yield trial
    central.close()


_TOGETHER = 8
"""So many poisons are tried at once, among good ones."""


def main() -> None:
    """Try them all, and print what was seen."""
    parser = argparse.ArgumentParser(prog="python -m tests.endurance.poisons")
    parser.add_argument("--only", default="", help="poisons whose name has this in it")
    typed = parser.parse_args()
    client.Timeouts.__init__.__defaults__ = (1.0, 1.5, 3.0)  # a desk with less patience
    left = iter(
        (name, each) for name, each in {**POISONS, **SLOW, **HARMLESS}.items() if typed.only in name
    )
    worst = 0
    with tempfile.TemporaryDirectory() as folder, a_trial(Path(folder)) as trial:

        def print_seen(name: str, seen: Seen) -> None:
            nonlocal worst
            worst |= not seen.is_well
            sys.stdout.write(f"{'ok' if seen.is_well else '!!'} {name}: {seen}\n")
            sys.stdout.flush()

        html = POISONS["500 HTML"]
        print_seen("all culprits", trial.try_poisons({f"{n}": html for n in range(6)}, good=0))
        print_seen("20 of 30", trial.try_poisons({f"{n}": html for n in range(20)}, good=10))
        print_seen("1 of 61", trial.try_poisons({"500": html}, good=60))
        print_seen("beyond 3", trial.try_poisons({}, good=8, sizes=lambda size: size > 3))
        print_seen("beyond 1", trial.try_poisons({}, good=30, sizes=lambda size: size > 1))
        print_seen("4 together", trial.try_poisons({}, good=8, sizes=lambda size: size == 4))
        while some := dict(islice(left, _TOGETHER)):
            print_seen(", ".join(some), trial.try_poisons(some))
    sys.exit(worst)


if __name__ == "__main__":
    main()
