"""The connection of a story: faults, operations that poison, and elements that nobody can read."""

import gzip
import json
import socket
from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import datetime
from email.utils import format_datetime
from http import HTTPStatus
from typing import Any
from uuid import UUID, uuid4

from sync.rules.register_sum import RegisterSum
from sync.server.services.central_register import CentralRegister
from tests.helpers.fault_proxy import STEPS, FaultProxy, Reply
from tests.helpers.faults import HTML, STRANGE_ANSWERS, Misdeed, Request, sends

POISONS: Mapping[str, Misdeed] = {
    **STRANGE_ANSWERS,
    "a page with 200": sends(200, HTML, media_type="text/html"),
    "no results": sends(200, '{"results":[]}'),
}
"""What may happen whenever one operation is in a batch."""

Edit = Callable[[dict[str, Any]], None]
"""Changes a message in its JSON."""

_ODD_CARD = {
    "number": "ODD1",
    "kind": "golden",
    "status": "active",
    "valid_from": "2026-01-01",
    "valid_until": "2026-12-31",
    "minors": 1_000,
    "area": "Espoo",
    "local_only": False,
}
ODD_SUM = RegisterSum.of(["ODD1|golden|active|2026-01-01|2026-12-31|1000|Espoo|0"])
_ODD_OFFERS: list[dict[str, Any]] = [
    {"sector": "magic"},
    {"name": {"fi": "x" * 201}},
    {"name": {"fi": "Näytelmä", "sv": ""}},
    {"place": "Lava\nsali"},
    {"starts_at": "0001-01-01T00:00:00Z"},
    {"id": "no id"},
]
_AN_OFFER: dict[str, Any] = {
    "kind": "standing",
    "sector": "culture",
    "name": {"fi": "Outo"},
    "status": "on_sale",
    "minors_allowed": True,
}
_ODD_VISIT = {
    "desk_name": "Luukku 9",
    "card_number": "AB12345",
    "tickets": {"holder": 1},
    "local_date": "2026-11-29",
    "state": "dreamt",
}


class StoryProxy(FaultProxy):
    """Hands on what a register says, at the time that it is in the story.

    ``poisons`` names operations, each with what happens to every batch that it is in. While it is
    ``odd``, every page holds elements that cannot be read beside the others. ``edits`` change what
    is answered under a path, which is asked for from the beginning each time; ``rewrite`` changes
    what is sent.
    """

    def __init__(self, target: str, central: CentralRegister, now: Callable[[], datetime]) -> None:
        super().__init__(target)
        self._central = central
        self._now = now
        self.poisons: dict[UUID, str] = {}
        self.odd = False
        self.edits: dict[str, Edit] = {}
        self.rewrite: Edit | None = None

    def calm(self) -> None:
        """As at the beginning of a story."""
        self.fault = None
        self.poisons.clear()
        self.odd = False
        self.edits.clear()
        self.rewrite = None

    def answer(self, request: Request, connection: socket.socket) -> None:
        poison = self._poison_in(request) if request.line.startswith(STEPS["push"]) else None
        if poison is None:
            super().answer(request, connection)
        else:
            POISONS[poison](connection)

    def _poison_in(self, request: Request) -> str | None:
        body = _body_of(request)
        found = [name for key, name in self.poisons.items() if f'"id":"{key}"'.encode() in body]
        return found[0] if found else None

    def _ask(self, request: Request) -> Reply:
        method, target, version = request.line.split(" ")
        path = target.partition("?")[0].removeprefix("/desk/v1")
        if path in self.edits:
            request = replace(request, line=f"{method} /desk/v1{path} {version}")
        if path == "/operations" and self.rewrite is not None:
            request = _rewritten(request, self.rewrite)
        reply = super()._ask(request)
        reply = replace(reply, headers={**reply.headers, "date": self._date()})
        if reply.status != HTTPStatus.OK:
            return reply
        if path in self.edits:
            reply = _changed(reply, self.edits[path])
        odd = self._odd_edits.get(path) if self.odd else None
        return reply if odd is None else _changed(reply, odd)

    def _date(self) -> str:
        return format_datetime(self._now(), usegmt=True)

    @property
    def _odd_edits(self) -> Mapping[str, Edit]:
        return {
            "/offers": _add_odd_offers,
            "/activity": _add_odd_visits,
            "/register/cards": _add_odd_card,
            "/register/changes": self._sign_odd_card,
        }

    def _sign_odd_card(self, page: dict[str, Any]) -> None:
        """The register is as it signs it, with the odd card in it."""
        whole = RegisterSum.from_hex(page["count"], page["checksum"]) + ODD_SUM
        signer = self._central.keys.signer
        page["count"], page["checksum"] = whole.count, whole.checksum
        page["signature"] = signer.sign(page["revision"], whole)
        page["signature_at"] = signer.sign_at(page["revision"], whole, page["signed_at"])


def _body_of(request: Request) -> bytes:
    is_packed = request.headers.get("content-encoding") == "gzip"
    return gzip.decompress(request.body) if is_packed else request.body


def _rewritten(request: Request, change: Edit) -> Request:
    sent = json.loads(_body_of(request))
    change(sent)
    body = json.dumps(sent).encode()
    left = {"content-encoding", "content-length"}
    headers = {name: text for name, text in request.headers.items() if name not in left}
    return Request(request.line, headers, body)


def _changed(reply: Reply, change: Edit) -> Reply:
    is_packed = reply.headers.get("content-encoding") == "gzip"
    page = json.loads(gzip.decompress(reply.body) if is_packed else reply.body)
    change(page)
    headers = {name: text for name, text in reply.headers.items() if name != "content-encoding"}
    return replace(reply, headers=headers, body=json.dumps(page).encode())


def _add_odd_offers(page: dict[str, Any]) -> None:
    page["offers"] += [{"id": str(uuid4()), **_AN_OFFER, **odd} for odd in _ODD_OFFERS]
    page["removed"].append("no id")


def _add_odd_visits(page: dict[str, Any]) -> None:
    ids = {name: str(uuid4()) for name in ("id", "desk_id", "offer_id")}
    page["visits"] += [ids | _ODD_VISIT, {"id": "no id"}]


def _add_odd_card(page: dict[str, Any]) -> None:
    if page["next"] is None:
        page["cards"].append(_ODD_CARD)
