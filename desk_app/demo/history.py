"""Past visits for the demo's desk: two weeks of them, a few unsent, and one rejected."""

from collections.abc import Iterator
from contextlib import suppress
from datetime import timedelta
from itertools import cycle, islice

from desk_app.bootstrap.application import App
from desk_app.demo.contents import DemoRegister
from desk_app.services.errors import RefusedError
from desk_app.services.recording import TicketsRequest, VisitRequest
from sync.rules.visits import EntryMethod

_DAYS = 14
_CARDS = (
    ("valid", TicketsRequest()),
    ("family", TicketsRequest(children=2)),
    ("community", TicketsRequest(community_minors=4)),
    ("one_child", TicketsRequest(children=1)),
    ("other_area", TicketsRequest(grandchildren=3)),
    ("digits_only", TicketsRequest(children=1, assistants=1)),
    ("local_here", TicketsRequest()),
)
_OFFERS = ("museum", "swimming", "science", "concert")
_A_DAY = (3, 5, 2, 6, 4, 7, 1)
"""The number of visits on each day of the week."""


def record_history(app: App, demo: DemoRegister) -> None:
    """Record it as staff would, most of it sent. Raises what recording and sending raise."""
    for asked in _past(app, demo):
        with suppress(RefusedError):  # a card that ran out on the way has no visits after that
            app.services.recording.record(asked)
    void = app.services.journal.latest(4)[-1].visit.id
    app.services.voiding.void(void)
    _record_provisional(app, demo)
    app.sync_once()
    for card, tickets in _CARDS[:2]:
        app.services.recording.record(
            VisitRequest(
                number=demo.cards[card],
                offer_id=demo.offers["family_show"],
                tickets=tickets,
                entry=EntryMethod.SCANNER,
            )
        )


def _past(app: App, demo: DemoRegister) -> Iterator[VisitRequest]:
    now = app.clock.now()
    cards, offers = cycle(_CARDS), cycle(_OFFERS)
    for back in range(_DAYS, 0, -1):
        visits = list(islice(cards, _A_DAY[back % len(_A_DAY)]))
        for before, (card, tickets) in zip(range(len(visits), 0, -1), visits, strict=True):
            yield VisitRequest(
                number=demo.cards[card],
                offer_id=demo.offers[next(offers)],
                tickets=tickets,
                entry=EntryMethod.PAPER,
                at=now - timedelta(days=back, minutes=7 * before),
            )


def _record_provisional(app: App, demo: DemoRegister) -> None:
    """A card that the register does not know: it is refused there, and needs a hand."""
    app.services.recording.record(
        VisitRequest(
            number=demo.cards["unknown"],
            offer_id=demo.offers["museum"],
            provisional=True,
            printed_valid_until=app.clock.now().date() + timedelta(days=100),
        )
    )
