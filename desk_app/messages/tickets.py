"""Texts of the kinds of ticket: as a title, and counted within a sentence.

The age limits are the register's (contract 1.2), and are named wherever minors are.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from desk_app.messages.translation import QT_TRANSLATE_NOOP, Translate
from sync.rules.cards import CardKind
from sync.rules.policy import Policy
from sync.rules.tickets import KINDS, TicketGroup, TicketKind, Tickets

TITLES: Mapping[str, str] = {
    "holder": QT_TRANSLATE_NOOP("Tickets", "Holder"),
    "children": QT_TRANSLATE_NOOP("Tickets", "Children under {age}"),
    "grandchildren": QT_TRANSLATE_NOOP("Tickets", "Grandchildren under {age}"),
    "assistants": QT_TRANSLATE_NOOP("Tickets", "Assistants, interpreters"),
    "worker": QT_TRANSLATE_NOOP("Tickets", "Worker"),
    "community_minors": QT_TRANSLATE_NOOP("Tickets", "Clients under {age}"),
}
"""Each kind as the title of a column or a row."""
_ALONE: Mapping[str, str] = {
    "holder": QT_TRANSLATE_NOOP("Tickets", "holder"),
    "worker": QT_TRANSLATE_NOOP("Tickets", "worker"),
}
"""Kinds of which one card has one, where no number is said."""


@dataclass(frozen=True, slots=True)
class AgeLimits:
    """The ages below which somebody is a minor: a holder's own, and a community's."""

    own: int = 18
    community: int = 16

    @classmethod
    def of(cls, policy: Policy) -> "AgeLimits":
        """The age limits of the register's policy."""
        return cls(policy.child_age_limit, policy.community_age_limit)

    def for_kind(self, kind: TicketKind) -> int:
        """The limit for a kind of minors."""
        return self.community if kind.card is CardKind.COMMUNITY else self.own


USUAL_AGES = AgeLimits()
"""Until the register has told its own (terms; issuer material)."""


def with_ages(text: str, **ages: int) -> str:
    """The text with the age limits in their places."""
    for name, age in ages.items():
        text = text.replace(f"{{{name}}}", str(age))
    return text


class TicketWords:
    """The kinds in the language that ``translate`` speaks."""

    def __init__(self, translate: Translate, ages: AgeLimits) -> None:
        self._translate = translate
        self._ages = ages

    def tr(self, key: str, disambiguation: str = "", n: int = -1) -> str:
        """A text of this class's own; the form in which lupdate sees that a text has plurals."""
        return self._translate("TicketWords", key, disambiguation, n)

    def title(self, kind: TicketKind) -> str:
        """The kind as a title."""
        return self._aged(self._translate("Tickets", TITLES[kind.name]), kind)

    def counted(self, kind: TicketKind, n: int) -> str:
        """The number of tickets of a kind, as in "2 children"."""
        text = {
            "holder": self.tr("%n holder(s)", "", n),
            "children": self.tr("%n child(ren)", "", n),
            "grandchildren": self.tr("%n grandchild(ren)", "", n),
            "assistants": self.tr("%n assistant(s)", "", n),
            "worker": self.tr("%n worker(s)", "", n),
            "community_minors": self.tr("%n client(s) under {age}", "", n),
        }[kind.name]
        return self._aged(text, kind)

    def number(self, n: int) -> str:
        """The number of tickets, of whatever kinds: "3 tickets"."""
        return self.tr("%n ticket(s)", "", n)

    def tickets(self, tickets: Tickets) -> str:
        """One card's tickets, as in "holder, 2 children"."""
        return ", ".join(
            self._translate("Tickets", _ALONE[kind.name])
            if kind.presents_card and kind.name in _ALONE
            else self.counted(kind, tickets.of(kind))
            for kind in KINDS_IN_ORDER
            if tickets.of(kind)
        )

    def together(self, given: Sequence[Tickets]) -> str:
        """Several cards' tickets together, as in "2 holders, 5 children"."""
        sums = {kind: sum(tickets.of(kind) for tickets in given) for kind in _ADULTS_FIRST}
        return ", ".join(self.counted(kind, n) for kind, n in sums.items() if n)

    def _aged(self, text: str, kind: TicketKind) -> str:
        return with_ages(text, age=self._ages.for_kind(kind))


KINDS_IN_ORDER = tuple(sorted(KINDS, key=lambda kind: kind.card is None))
"""Every kind as it is said and shown: what goes with either kind of card comes last."""
_ORDER = tuple(TicketGroup)
_ADULTS_FIRST = tuple(
    sorted(KINDS_IN_ORDER, key=lambda kind: (kind.card is None, _ORDER.index(kind.group)))
)
