"""Elements of an odd shape at every place of what the register tells.

``python -m tests.endurance.odd_pages`` has a new card, an offer and another desk's visit come to
the register, and a visit recorded here, while what it tells is odd at one place after the other; by
the real command line, the real server and a connection that changes what is told. Prints what did
not arrive. Where a whole page cannot be read, all else has to arrive, and that feed once it can be.
"""

import argparse
import copy
import gzip
import json
import sys
import tempfile
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from http import HTTPStatus
from itertools import zip_longest
from pathlib import Path
from typing import Any
from uuid import uuid4

from sync.pages import _parse_card
from sync.rules.register_sum import RegisterSum
from sync.server.services.desk_session import DeskSession
from tests.endurance.poisons import PoisonProxy, Trial, a_trial
from tests.helpers.cli_user import CARDS, MUSEUM, TODAY, VENUE, a_card
from tests.helpers.enrolling import new_token
from tests.helpers.fault_proxy import Reply
from tests.helpers.faults import Request
from tests.helpers.samples import a_visit, an_offer

_INFINITE = "@infinite@"
_HALF = "@half@"
_DIGITS = "@digits@"
_RAW = {_INFINITE: "1e400", _HALF: '"\\ud800"', _DIGITS: "9" * 5_000}
"""What Python's own writer of JSON does not write."""
SHAPES: Sequence[Any] = (
    *(None, 7, -1, 1.5, True, "", "x", "x" * 3_000, [], [7], {}, {"x": 1}, "\n", "0001-01-01"),
    *("9999-12-31T23:59:59-12:00", _INFINITE, _HALF, _DIGITS),
)
_OFFER = {
    "id": "",
    "kind": "event",
    "sector": "culture",
    "name": {"fi": "Outo", "sv": "Udda", "en": "Odd"},
    "place": "Sali",
    "starts_at": "2027-01-01T10:00:00Z",
    "ends_at": "2027-01-01T12:00:00Z",
    "status": "on_sale",
    "quota": {"total": 9, "used": 1},
    "card_limit": {"count": 1, "period": "days", "days": 3},
    "course_limit": {"count": 1, "period": "offer"},
    "value_cents": 700,
    "ceiling_cents": 500,
    "value_asked": False,
    "minors_allowed": True,
}
_VISIT = {
    "id": "",
    "desk_id": str(uuid4()),
    "desk_name": "Luukku 9",
    "card_number": "AB12345",
    "offer_id": str(uuid4()),
    "tickets": {"holder": 1, "children": 0, "worker": 0},
    "local_date": "2026-11-29",
    "state": "accepted",
}
_CARD = {
    "number": "ODD",
    "kind": "personal",
    "status": "active",
    "valid_from": "2026-01-01",
    "valid_until": "2026-12-31",
    "minors": 1,
    "area": "Espoo",
    "local_only": False,
}

Edit = Callable[[dict[str, Any]], None]


class EditingProxy(PoisonProxy):
    """Changes what the register says under a path."""

    def __init__(self, target: str) -> None:
        super().__init__(target)
        self.edits: dict[str, Edit] = {}

    def _ask(self, request: Request) -> Reply:
        reply = super()._ask(request)
        edit = self.edits.get(request.line.split(" ")[1].partition("?")[0].removeprefix("/desk/v1"))
        if edit is None or reply.status != HTTPStatus.OK:
            return reply
        packed = reply.headers.get("content-encoding") == "gzip"
        page = json.loads(gzip.decompress(reply.body) if packed else reply.body)
        edit(page)
        text = json.dumps(page)
        for stands_for, raw in _RAW.items():
            text = text.replace(f'"{stands_for}"', raw)
        headers = {
            name: value for name, value in reply.headers.items() if name != "content-encoding"
        }
        return replace(reply, headers=headers, body=text.encode())


def places(whole: Any, so_far: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:  # noqa: ANN401 - any JSON
    """Every place in it, the whole among them."""
    yield so_far
    if isinstance(whole, dict):
        for name, value in whole.items():
            yield from places(value, (*so_far, name))


def with_at(whole: Any, place: tuple[Any, ...], odd: Any) -> Any:  # noqa: ANN401 - any JSON
    """A copy with something else at a place."""
    if not place:
        return odd
    changed = copy.deepcopy(whole)
    inner = changed
    for name in place[:-1]:
        inner = inner[name]
    inner[place[-1]] = odd
    return changed


@dataclass
class OddNews:
    """What came to the register, and what was recorded here."""

    card: str
    offer: str
    received: str
    sent: str


class OddTrial:
    """A trial with another desk beside, whose visits are told."""

    def __init__(self, trial: Trial) -> None:
        self.trial = trial
        self.count = 0
        token = new_token(trial.central, VENUE.id, name="Luukku 2")
        self.other = DeskSession(trial.central, token)

    @property
    def proxy(self) -> EditingProxy:
        assert isinstance(self.trial.proxy, EditingProxy)
        return self.trial.proxy

    def news(self) -> OddNews:
        self.count += 1
        number, offer = f"NEW{self.count:05}", an_offer()
        self.trial.central.change_cards([a_card(number)])
        self.trial.central.put_offers(VENUE.id, [offer])
        visit = replace(a_visit(MUSEUM.id, number=CARDS[0].number), local_date=TODAY)
        assert [each.outcome for each in self.other.submit([visit])] == ["accepted"]
        return OddNews(number, str(offer.id), str(visit.id), str(self.trial.record()))

    def missing(self, news: OddNews) -> set[str]:
        """What did not arrive after a cycle."""
        status, _ = self.trial.type("sync")
        gone = set[str]()
        if status == 1:
            gone.add("a bug")
        if self.trial.type("check", news.card, "--offer", str(MUSEUM.id))[0] != 0:
            gone.add("card")
        offers = self.trial.type("offers")[1]["offers"]
        if news.offer not in {each["id"] for each in offers}:
            gone.add("offer")
        if not any(str(each) == news.sent for each in self.trial.held()):
            gone.add("sent")
        # What another desk recorded is told with the card it was for.
        _, checked = self.trial.type("check", CARDS[0].number, "--offer", str(MUSEUM.id))
        mine = [each for each in checked["earlier"] if each["desk_name"] == "Luukku 2"]
        if len(mine) != self.count:
            gone.add("received")
        return gone

    def tries(self, edits: dict[str, Edit]) -> tuple[set[str], set[str]]:
        """What is missing while it is odd, and afterwards."""
        news = self.news()
        self.proxy.edits = edits
        during = self.missing(news)
        self.proxy.edits = {}
        if during:
            self.trial.type("sync")
        return during, self.missing(news)


def _add(name: str, elements: Sequence[Any]) -> Edit:
    def edit(page: dict[str, Any]) -> None:
        there = page[name]
        page[name] = [*elements[::2], *there, *elements[1::2]]

    return edit


def _odd_elements(whole: dict[str, Any], odd: Any, *, id_: str | None = "id") -> list[Any]:  # noqa: ANN401 - any JSON
    found = []
    for number, place in enumerate(places(whole)):
        element = copy.deepcopy(whole)
        if id_ is not None:
            element[id_] = str(uuid4())
        else:
            element["number"] = f"ODD{number:04}"
        found.append(with_at(element, place, odd))
    return found


def _odd_cards(trial: Trial, elements: Sequence[Any]) -> Edit:
    """The register signs what it tells; a card without a number is no part of any register."""
    signer = trial.central.keys.signer

    def edit(page: dict[str, Any]) -> None:
        _add("changes", [{"op": "put", "card": each} for each in elements])(page)
        whole = RegisterSum.from_hex(page["count"], page["checksum"])
        for each in {json.dumps(each): each for each in elements}.values():
            card = _parse_card(each)
            if card is not None:
                whole = whole.plus(card)
        page["count"], page["checksum"] = whole.count, whole.checksum
        page["signature"] = signer.sign(page["revision"], whole)
        page["signature_at"] = signer.sign_at(page["revision"], whole, page["signed_at"])

    return edit


Attempt = tuple[str, dict[str, Edit], set[str]]
"""A name, what is changed under some paths, and what may be missing meanwhile."""
_FIELDS = {
    "/offers": ({"cursor", "more", "offers"}, {"removed"}, "offer"),
    "/activity": ({"cursor", "more", "visits"}, set[str](), "received"),
    "/register/changes": (
        {"revision", "more", "changes", "count", "checksum", "signature"},
        {"signed_at", "signature_at"},
        "card",
    ),
    "/me": (
        set[str](),
        {"desk_id", "desk_name", "venue", "policy", "register_revision", "venues", "peers"}
        | {"key_changes", "renew_token"},
        "",
    ),
    "/standing": (set[str](), {"nonce", "forked", "forked_at", "waited", "arrived"}, ""),
}
"""By path: without which fields it cannot be read, without which it can, and what it tells."""


def _attempts(trial: Trial) -> Iterator[Attempt]:
    for odd in SHAPES:
        line = json.dumps(odd)[:40]
        change = {"op": "put", "card": _CARD | {"number": "ODD"}}
        odd_changes = [with_at(change, place, odd) for place in ((), ("op",), ("card",))]
        yield (
            f"elements {line}",
            {
                "/offers": _both(
                    _add("offers", _odd_elements(_OFFER, odd)), _add("removed", [odd, {"id": odd}])
                ),
                "/activity": _add("visits", _odd_elements(_VISIT, odd)),
                "/register/changes": _both(
                    _add("changes", odd_changes),
                    _odd_cards(trial, _odd_elements(_CARD, odd, id_=None)),
                ),
            },
            set(),
        )
        for names in zip_longest(*(sorted(spared) for _, spared, _ in _FIELDS.values())):
            there = {path: name for path, name in zip(_FIELDS, names, strict=True) if name}
            edits = {path: _setting((name,), odd) for path, name in there.items()}
            yield f"{there} {line}", edits, set()
        for names in zip_longest(*(sorted(needed) for needed, _, _ in _FIELDS.values())):
            there = {path: name for path, name in zip(_FIELDS, names, strict=True) if name}
            edits = {path: _setting((name,), odd) for path, name in there.items()}
            yield f"{there} {line}", edits, {_FIELDS[path][2] for path in there}
        for name in ("id", "name", "area", "local_only"):
            yield f"venue {name} {line}", {"/me": _setting(("venue", name), odd)}, set()


def _both(one: Edit, other: Edit) -> Edit:
    def edit(page: dict[str, Any]) -> None:
        one(page)
        other(page)

    return edit


def _setting(place: tuple[str, ...], odd: Any) -> Edit:  # noqa: ANN401 - any JSON
    return lambda page: page.update(with_at(page, place, odd))


def main() -> None:
    """Try them all, and print what did not arrive."""
    parser = argparse.ArgumentParser(prog="python -m tests.endurance.odd_pages")
    parser.add_argument("--only", default="", help="trials whose name has this in it")
    only = parser.parse_args().only
    bad = tried = 0
    with tempfile.TemporaryDirectory() as folder, a_trial(Path(folder), EditingProxy) as trial:
        odd_trial = OddTrial(trial)
        for name, edits, may_lack in _attempts(trial):
            if only not in name:
                continue
            during, after = odd_trial.tries(edits)
            tried += 1
            if during - may_lack or after:
                bad += 1
                line = f"!! {name}: missing {sorted(during)}, afterwards {sorted(after)}\n"
                sys.stdout.write(line)
                sys.stdout.flush()
    sys.stdout.write(f"{tried} tried, {bad} went wrong\n")
    sys.exit(bad > 0)


if __name__ == "__main__":
    main()
