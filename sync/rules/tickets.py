"""The kinds of ticket: one table of who gets a ticket with a card.

Each line of :class:`Tickets` is a kind, with all that the scheme says of it. The rules, the
statistics, the export, the paper form and the messages all use it, so a new kind is one line here,
its texts, and a column for it in the desk's database.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from enum import StrEnum
from operator import attrgetter, gt
from typing import Any

from sync.rules.cards import CardKind

MOST_TICKETS = 999
"""Ours: no visit has more of one kind; a larger number is a slip of the hand."""


class TicketGroup(StrEnum):
    """The ticket's group in the statistics, which split uses into adult and child."""

    ADULTS = "adults"
    MINORS = "minors"  # children, grandchildren and clients: statistics tell no more (2023)
    ASSISTANTS = "assistants"  # in neither


class Ceiling(StrEnum):
    """The rule that bounds how many of a kind go with one card."""

    ONE = "one"  # the person who presents the card
    MINORS_OF_CARD = "minors_of_card"  # as many as the register has for the card
    NONE = "none"  # as many as come


@dataclass(frozen=True, slots=True)
class TicketKind:
    """A kind of ticket, and what the scheme says of it.

    ``card`` is the kind of card that it goes with, ``None`` for either. ``comes_with`` is the kind
    without which it is not given. ``counted`` is whether it counts in a quota and in a card's
    limit. ``ceiling_name`` is what its ceiling is called in a verdict (contract 2); kinds that
    share one ceiling have one name for it.
    """

    name: str
    card: CardKind | None
    group: TicketGroup
    ceiling: Ceiling
    ceiling_name: str
    comes_with: str | None
    counted: bool

    @property
    def presents_card(self) -> bool:
        """Whether it is the ticket of the person who presents the card."""
        return self.ceiling is Ceiling.ONE

    @property
    def most(self) -> int:
        """The most that can be written at all."""
        return 1 if self.presents_card else MOST_TICKETS


def _kind(
    card: CardKind | None,
    group: TicketGroup,
    ceiling: Ceiling,
    comes_with: str | None = None,
    *,
    called: str | None = None,
    counted: bool = True,
) -> Any:  # noqa: ANN401 - a dataclass's field, which is typed where it stands
    facts = {
        "card": card,
        "group": group,
        "ceiling": ceiling,
        "ceiling_name": called,
        "comes_with": comes_with,
        "counted": counted,
    }
    return field(default=0, metadata=facts)


_PERSONAL, _COMMUNITY = CardKind.PERSONAL, CardKind.COMMUNITY
_ADULTS, _MINORS, _ASSISTANTS = TicketGroup.ADULTS, TicketGroup.MINORS, TicketGroup.ASSISTANTS
_OWN = "children_and_grandchildren"


@dataclass(frozen=True, slots=True)
class Tickets:
    """What was handed out, or is asked for: how many of each kind.

    The holder gets a ticket, and so do their own or same-household children and grandchildren, when
    they go to the same event together. An assistant or interpreter always enters free, outside
    every quota and limit. A community's worker gets one, and with the worker its clients below the
    age limit (terms).

    Raises ``ValueError`` for a negative or absurd count.
    """

    holder: int = _kind(_PERSONAL, _ADULTS, Ceiling.ONE)
    children: int = _kind(_PERSONAL, _MINORS, Ceiling.MINORS_OF_CARD, "holder", called=_OWN)
    grandchildren: int = _kind(_PERSONAL, _MINORS, Ceiling.MINORS_OF_CARD, "holder", called=_OWN)
    assistants: int = _kind(None, _ASSISTANTS, Ceiling.NONE, counted=False)
    worker: int = _kind(_COMMUNITY, _ADULTS, Ceiling.ONE)
    community_minors: int = _kind(_COMMUNITY, _MINORS, Ceiling.NONE, "worker")

    def __post_init__(self) -> None:
        counts = _counts_of(self)
        if not 0 <= min(counts) <= max(counts) <= MOST_TICKETS:
            raise ValueError(f"tickets are counted from 0 to {MOST_TICKETS}")
        if any(map(gt, counts, _MOST)):
            raise ValueError("a card has one holder and one worker at a time")

    def of(self, kind: TicketKind) -> int:
        """The number of tickets of a kind."""
        count: int = getattr(self, kind.name)
        return count

    def counts(self) -> Mapping[str, int]:
        """The number of each kind, by the kind's name, in the table's order."""
        return {kind.name: self.of(kind) for kind in KINDS}

    def _sum(self, kinds: "tuple[TicketKind, ...]") -> int:
        return sum(self.of(kind) for kind in kinds)

    @property
    def adults(self) -> int:
        """Adults, as the statistics count them."""
        return self._sum(IN_GROUP[TicketGroup.ADULTS])

    @property
    def minors(self) -> int:
        """Minors, as the statistics count them."""
        return self._sum(IN_GROUP[TicketGroup.MINORS])

    @property
    def own_minors(self) -> int:
        """Children and grandchildren together: the register counts them as one."""
        return self._sum(OWN_MINORS)

    @property
    def counted(self) -> int:
        """Tickets that count in a quota and a limit: all but the assistants' (contract 1.5)."""
        return self._sum(COUNTED)

    @property
    def total(self) -> int:
        """Every ticket handed out."""
        return self._sum(KINDS)

    @property
    def presented(self) -> int:
        """Tickets of the person who presented the card: the holder, or the worker."""
        return self._sum(PRESENTING)


KINDS = tuple(
    TicketKind(name=each.name, **{**each.metadata, "ceiling_name": name or each.name})
    for each in fields(Tickets)
    for name in (each.metadata["ceiling_name"],)
)
"""Every kind, in the table's order."""
_counts_of = attrgetter(*(kind.name for kind in KINDS))
_MOST = tuple(kind.most for kind in KINDS)
KIND = {kind.name: kind for kind in KINDS}
IN_GROUP = {group: tuple(kind for kind in KINDS if kind.group is group) for group in TicketGroup}
COUNTED = tuple(kind for kind in KINDS if kind.counted)
OWN_MINORS = tuple(kind for kind in KINDS if kind.ceiling is Ceiling.MINORS_OF_CARD)
PRESENTING = tuple(kind for kind in KINDS if kind.presents_card)
CEILINGS = tuple(dict.fromkeys(kind.ceiling_name for kind in KINDS))
"""The ceilings of a verdict by name, in the table's order."""


def of_card(card: CardKind) -> tuple[TicketKind, ...]:
    """The kinds that go with a kind of card alone: the assistants' go with either."""
    return tuple(kind for kind in KINDS if kind.card is card)
