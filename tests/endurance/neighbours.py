"""Neighbouring desks as real programs, each in a network of its own: cuts, kills, wrong clocks.

``python -m tests.endurance.neighbours --desks 5 --visits 20000`` has desks hand out tickets while
networks are cut into groups and healed, programs are killed and restarted, and the register comes
and goes. Then a checker compares what the desks acknowledged with what the register holds, and the
traffic between desks is looked through for card numbers and names. With ``--shares off`` more is
handed out than there is, and the checker has to say so. The networks are namespaces where those are
allowed (as root, with ``ip netns``), and relays on loopback otherwise. The report is JSON; the exit
status is 1 unless nothing was lost, doubled, over a quota or to be read in the traffic, and all
came to rest.
"""

import argparse
import os
import random
import sys
import tempfile
import threading
import time
from collections import Counter
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from sync.rules.offers import Offer, OfferKind, Quota
from sync.rules.visits import VisitState
from tests.endurance.captures import Capture
from tests.endurance.neighbour_programs import Asked, NeighbourProgram, RegisterSocket
from tests.endurance.neighbour_report import Healing, NeighbourReport
from tests.endurance.networks import make_network
from tests.helpers.register import LiveRegister
from tests.helpers.samples import VENUE, a_card, an_offer

CARDS = [f"HOUSE{number:04}" for number in range(2_000)]
LONGEST_REST = 240.0
MOST_AT_ONCE = 200
"""Attempts to hand out a ticket between two cuts, twice."""
_LAST_TICKETS = 6
"""Tickets of the show that two desks try to give at once, each without hearing of the other."""
_PLANTED = "PLANTED-NUMBER-1"
_PROGRESS = 7
"""So many characters of a card's number do not come up by themselves."""


class NeighbourTrial:
    """The whole story."""

    def __init__(self, plan: argparse.Namespace, folder: Path, register: LiveRegister) -> None:
        self.report = NeighbourReport(plan.desks, plan.shares)
        self._luck = random.Random(plan.seed)
        self._visits = plan.visits
        self._minutes = plan.minutes
        self._at_once = min(max(plan.visits // 12, 20), MOST_AT_ONCE)
        self._offers = _offers(plan.desks, plan.visits)
        self._register = register
        register.import_venues([VENUE])
        register.import_cards(a_card(number) for number in CARDS)
        register.import_offers(VENUE.id, self._offers)
        file = str(folder / "register.socket")
        self._socket = RegisterSocket(file, int(register.url.rpartition(":")[2]))
        names = [VENUE.name, *(offer.name.fi for offer in self._offers)]
        names += [f"Luukku {number}" for number in range(1, plan.desks + 1)]
        numbers = {card[:_PROGRESS] for card in CARDS}  # few, since all that passes is searched
        self._capture = Capture([*numbers, *names, _PLANTED])
        self._network = make_network(plan.desks, self._capture, plan.network)
        self.report.network = self._network.name
        _print(f"{self._network.name} {self._network.reason}")
        self.desks: list[NeighbourProgram] = []
        self._turn = threading.Lock()
        self._offer_of: dict[str, str] = {}
        self._voided: set[str] = set()
        self._maybe_voided: set[str] = set()
        try:
            for number in range(1, plan.desks + 1):
                code = register.activation(VENUE.id)
                desk = NeighbourProgram(folder, number, self._network, file, code, plan.shares)
                self.desks.append(desk)
            for desk in self.desks:
                desk.wait_until_ready()
        except BaseException:
            self.close()
            raise

    def close(self) -> None:
        """End the desks, and take their networks away."""
        for desk in self.desks:
            desk.kill()
        self._network.close()
        self._socket.close()

    def run_all(self) -> None:
        """Begin together, then cut, heal, kill and record; at the end all comes to rest."""
        began = time.monotonic()
        everybody = len(self.desks) - 1
        self._open_connections(lambda: True)
        if not self._wait(lambda: self._all_know(everybody)):
            raise RuntimeError("the desks do not see each other")
        _print(f"together after {time.monotonic() - began:.1f} s")
        self._give_the_same_tickets_twice()
        while self.report.acknowledged < self._visits and not self._is_late(began):
            self._open_connections(lambda: self._luck.random() < 0.2)
            groups = [self._luck.randrange(2) for _ in self.desks]
            self._network.group(groups)
            self.report.cuts += 1
            before = self.report.acknowledged
            self._hand_out(kills=self._luck.random() < 0.6)
            if self._luck.random() < 0.3:
                self._restart(self._luck.choice(self.desks))
            self._hand_out(kills=False)
            self._open_connections(lambda: False)
            self._heal(self.report.acknowledged - before)
        self._open_connections(lambda: True)
        self.report.at_rest = self._wait(self._is_settled)
        if not self.report.at_rest:
            self.report.inboxes = [desk.ask("inbox") for desk in self.desks]
            self.report.unsent = [desk.ask("unsent") for desk in self.desks]
        self._check()
        self.report.seconds = round(time.monotonic() - began, 1)

    def _is_settled(self) -> bool:
        """Whether nothing waits to be sent, and nothing is refused.

        Without shares tickets are handed out that are not there, and some visits stay refused.
        """
        counts = [desk.ask("unsettled") for desk in self.desks]
        if self.report.shares == "off":
            return all(pending == 0 for pending, _ in counts)
        return all(pending == refused == 0 for pending, refused in counts)

    def _is_late(self, began: float) -> bool:
        """Whether nothing more is to be begun: what was reached by then is reported."""
        return self._minutes is not None and time.monotonic() - began > 60 * self._minutes

    def _all_know(self, everybody: int) -> bool:
        """Whether everybody has told its certificate, and received the others'."""
        if all(desk.ask("seen") == everybody for desk in self.desks):
            return True
        self._open_connections(
            lambda: True
        )  # the next cycle hears of those who told theirs meanwhile
        time.sleep(0.5)
        return False

    def _open_connections(self, is_open: Callable[[], bool]) -> None:
        for desk in self.desks:
            desk.ask("proxy", open=is_open())

    def _give_the_same_tickets_twice(self) -> None:
        """Two desks that know of nobody each try to give every ticket of one show."""
        self._open_connections(lambda: False)
        self._network.group([0, *[1] * (len(self.desks) - 1)])
        self.report.cuts += 1
        before = self.report.acknowledged
        show = self._offers[-1]
        assert show.quota is not None
        for number, desk in enumerate((self.desks[0], self.desks[-1])):
            cards = CARDS[number * show.quota.total :][: show.quota.total]
            orders = [{"do": "record", "card": card, "offer": str(show.id)} for card in cards]
            desk.work(orders, self._receive(desk))
        self._heal(self.report.acknowledged - before)

    def _restart(self, desk: NeighbourProgram) -> None:
        desk.close()
        desk.start()
        desk.wait_until_ready()
        self.report.restarts += 1

    def _heal(self, visits: int) -> None:
        """One network again; how long until all know the same.

        A desk's checker that began anew reads all there is when it is first asked: that is done
        before, or its reading would count as healing.
        """
        self._agree()
        spent = self._processor_seconds()
        self._network.group([0] * len(self.desks))
        healed = time.monotonic()
        agreed = self._wait(self._agree)
        seconds = round(time.monotonic() - healed, 2) if agreed else None
        spent = round(self._processor_seconds() - spent, 2)
        if agreed and not self._is_one_truth():
            seconds = None
        load = round(os.getloadavg()[0], 1)
        self.report.healings.append(Healing(seconds, visits, load, spent))
        _print(f"{self.report.acknowledged} visits, {self.report.healings[-1]}")

    def _processor_seconds(self) -> float:
        return sum(float(desk.ask("processor seconds")) for desk in self.desks)

    def _agree(self) -> bool:
        for desk in self.desks:  # all of them work at it at once
            desk.send([{"do": "truth"}])
        truths = [desk.read() for desk in self.desks]
        return len(set(truths)) == 1

    def _is_one_truth(self) -> bool:
        """Whether it is so in their databases too, read as a whole."""
        first, *others = [desk.ask("whole truth") for desk in self.desks]
        return all(other == first for other in others)

    def _hand_out(self, *, kills: bool) -> None:
        """All desks hand out tickets at once; one of them may be killed meanwhile."""
        began = time.monotonic()
        asked: list[list[Asked]] = [[] for _ in self.desks]
        for _ in range(self._at_once):
            pool, *shows = self._offers[:-1]
            offer = str((self._luck.choice(shows) if self._luck.random() < 0.4 else pool).id)
            recording = {"do": "record", "card": self._luck.choice(CARDS), "offer": offer}
            self._luck.choice(asked).append(recording)
        for desk, orders in zip(self.desks, asked, strict=True):
            mine = [visit for visit in desk.acknowledged if visit not in self._maybe_voided]
            few = self._luck.sample(mine, min(len(mine), len(orders) // 20))
            orders += [{"do": "void", "id": visit} for visit in few]
            self._maybe_voided.update(few)  # one that is killed may have done it
        threads = [
            threading.Thread(target=desk.work, args=(orders, self._receive(desk)))
            for desk, orders in zip(self.desks, asked, strict=True)
        ]
        for thread in threads:
            thread.start()
        victim = self._luck.choice(self.desks) if kills else None
        if victim is not None:
            time.sleep(self._luck.random() * 0.01 * self._at_once)
            victim.strike()
        for thread in threads:
            thread.join()
        self.report.recording_seconds += time.monotonic() - began
        if victim is not None:
            victim.kill()
            victim.start()
            victim.wait_until_ready()
            self.report.kills += 1

    def _receive(self, desk: NeighbourProgram) -> Callable[[Asked, Any], None]:
        def receive(asked: Asked, answer: Any) -> None:  # noqa: ANN401 - JSON
            with self._turn:
                if asked["do"] == "void":
                    if answer:
                        self._voided.add(str(asked["id"]))
                elif answer is None:
                    self.report.refused += 1
                else:
                    self.report.acknowledged += 1
                    desk.acknowledged.append(answer)
                    self._offer_of[answer] = str(asked["offer"])

        return receive

    def _wait(self, is_so: Callable[[], bool]) -> bool:
        until = time.monotonic() + LONGEST_REST
        while not is_so():
            if time.monotonic() > until:
                return False
            time.sleep(0.05)
        return True

    def _check(self) -> None:
        """Compare what was acknowledged with what the register holds."""
        there = self._register.visits()
        times = Counter(str(visit.id) for visit in there)
        states = {str(visit.id): visit.state for visit in there}
        acknowledged = {visit for desk in self.desks for visit in desk.acknowledged}
        self.report.voided = len(self._voided)
        known_of_missing = {
            visit: [desk.ask("operations", id=visit) for desk in self.desks]
            for visit in acknowledged - times.keys()
        }
        lost = known_of_lost(known_of_missing, self._maybe_voided)
        self.report.lost, self.report.known_of_lost = len(lost), lost
        self.report.withdrawn = len(known_of_missing) - len(lost)
        self.report.doubled = sum(count - 1 for count in times.values())
        for visit in acknowledged & times.keys():
            if visit in self._maybe_voided - self._voided:
                continue
            meant = VisitState.VOIDED if visit in self._voided else VisitState.ACCEPTED
            self.report.wrong += states[visit] is not meant
        self._check_quotas(there)
        self._check_traffic()

    def _check_quotas(self, there: Sequence[Any]) -> None:
        """What was handed out, whether the register took it or not."""
        given = Counter(str(visit.offer_id) for visit in there if visit.state != VisitState.VOIDED)
        handed_out = Counter(
            offer for visit, offer in self._offer_of.items() if visit not in self._maybe_voided
        )
        for offer in self._offers:
            if offer.quota is not None:
                most = max(given[str(offer.id)], handed_out[str(offer.id)])
                self.report.over_quota = max(self.report.over_quota, most - offer.quota.total)

    def _check_traffic(self) -> None:
        """Nothing can be read; but what is sent in clear is noticed."""
        self.report.captured_bytes = self._capture.bytes_seen
        self.report.clear = sorted(repr(each) for each in [*self._capture.found])
        self._network.send(1, f"GET /{_PLANTED} HTTP/1.1\r\n\r\n".encode())
        planted = _PLANTED.lower().encode()
        self.report.sees_what_is_planted = self._wait(lambda: planted in self._capture.found)


def known_of_lost(
    known_of_missing: Mapping[str, list[Any]], voided: Collection[str]
) -> dict[str, list[Any]]:
    """What is known of those visits that are lost, out of those that the register does not have.

    What a desk took back before the register took it was withdrawn: it is nobody's loss.
    """
    return {
        visit: known
        for visit, known in known_of_missing.items()
        if visit not in voided
        or not any(state == "withdrawn" for rows in known for state, *_ in rows)
    }


def _offers(desks: int, visits: int) -> list[Offer]:
    """One without a quota, and shows that come to be sold out at some time."""
    offers = [an_offer(name="Uimahalli")]
    for number in range(desks):
        show = an_offer(name=f"Näytelmä {number}")
        total = max(3, round(visits * (0.3 + 0.1 * number) / (desks + 1)))
        offers.append(replace(show, kind=OfferKind.EVENT, quota=Quota(total, 0)))
    last = an_offer(name="Ensi-ilta")
    return [*offers, replace(last, kind=OfferKind.EVENT, quota=Quota(_LAST_TICKETS, 0))]


def _print(what: str) -> None:
    print(what, file=sys.stderr, flush=True)  # noqa: T201 - it takes long


def run(plan: argparse.Namespace) -> NeighbourReport:
    """Tell the story. Raises ``CalledProcessError`` or ``OSError`` where it cannot be told."""
    with tempfile.TemporaryDirectory(prefix="neighbours-", ignore_cleanup_errors=True) as name:
        folder = Path(name)
        with LiveRegister(folder) as register:
            trial = NeighbourTrial(plan, folder, register)
            try:
                trial.run_all()
            finally:
                trial.close()
    return trial.report


def plan(*words: str) -> argparse.Namespace:
    """What is to be done, from a command line."""
    arguments = argparse.ArgumentParser(description="Neighbouring desks under cuts and kills.")
    arguments.add_argument("--desks", type=int, default=5)
    arguments.add_argument("--visits", type=int, default=20_000)
    arguments.add_argument("--minutes", type=float, help="end after so long, with fewer visits")
    arguments.add_argument("--seed", type=int, default=1)
    arguments.add_argument("--shares", choices=["on", "off"], default="on")
    arguments.add_argument("--network", choices=["auto", "namespaces", "loopback"], default="auto")
    return arguments.parse_args(words)


def main() -> int:
    """Tell the story, and print what came of it."""
    report = run(plan(*sys.argv[1:]))
    print(report.to_json())  # noqa: T201 - it is the answer
    return 0 if report.is_good else 1


if __name__ == "__main__":
    sys.exit(main())
