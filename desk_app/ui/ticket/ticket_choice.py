"""The tickets chosen for a checked card, as far as the card and its offer allow, and their fee."""

from abc import ABC, abstractmethod

from desk_app.services.checking import Checked
from desk_app.ui.widgets.ticket_rows import ceiling, plain, rows, stepped
from sync.rules.codes import Refusal
from sync.rules.tickets import TicketKind, Tickets


class TicketChoice(ABC):
    """``tickets`` are those chosen; ``row`` is the kind of ticket that the keys are at.

    ``checked`` is the card with its verdict; without one there is nothing to choose among.
    """

    def __init__(self) -> None:
        self.checked: Checked | None = None
        self._choose_nothing()

    @property
    @abstractmethod
    def may_choose(self) -> bool:
        """Whether tickets may be chosen now."""

    def _choose_nothing(self) -> None:
        """Forget the card, and what was chosen for it."""
        self.checked = None
        self.tickets = Tickets()
        self.row: TicketKind | None = None
        self.value_cents: int | None = None

    def _choose_plain(self, checked: Checked) -> None:
        """Begin with the plain case: a ticket for the person who presents the card."""
        self.checked = checked
        self.tickets = plain(checked.verdict.allowed)
        self.row = None
        self._choose_possible_row()

    def _choose_possible_row(self) -> None:
        """Keys need one of the kinds that the card gets."""
        if self.row not in self.rows:
            self.row = self.rows[0] if self.rows else None

    # The fee, where the offer has it asked for

    @property
    def asks_value(self) -> bool:
        """Whether the fee has to be entered here."""
        checked = self.checked
        if not self.may_choose or checked is None or not checked.verdict.admits:
            return False
        return bool(checked.offer.value_asked)

    @property
    def lacks_value(self) -> bool:
        """Whether nothing can be recorded before the fee is entered."""
        return self.asks_value and self.value_cents is None and self.tickets.counted > 0

    @property
    def pays_cents(self) -> int:
        """The amount to pay for all tickets as chosen."""
        if self.checked is None:
            return 0
        offer, each = self.checked.offer, self.checked.verdict.pays_cents
        if offer.value_asked:
            each = offer.share_of(self.value_cents)
        return each * self.tickets.counted

    # How many tickets of each kind

    @property
    def rows(self) -> tuple[TicketKind, ...]:
        """The kinds of ticket to choose among: an assistant's also where others are refused."""
        if self.checked is None:
            return ()
        return rows(self.checked.verdict.allowed)

    @property
    def objections(self) -> tuple[Refusal, ...]:
        """The objections to the tickets as chosen."""
        return self.checked.objections(self.tickets) if self.checked else ()

    def choose_row(self, by: int) -> None:
        """Move among the kinds of ticket; the ends are ends."""
        if self.row is not None and self.row in self.rows:
            place = self.rows.index(self.row) + by
            self.row = self.rows[max(0, min(place, len(self.rows) - 1))]

    def step(self, row: TicketKind, by: int) -> None:
        """One ticket more or fewer, as far as the card allows.

        A further ticket is for somebody of the card who comes along; assistants are chosen as such.
        """
        if not self.may_choose or row not in self.rows:
            return
        after = [kind for kind in self.rows[self.rows.index(row) + 1 :] if kind.card is not None]
        if by > 0 and row.presents_card and self.tickets.of(row) == row.most and after:
            row = after[0]
        self.row = row
        self.tickets = self._stepped(row, by)

    def give(self, row: TicketKind, count: int) -> None:
        """Choose so many tickets of a kind, or as many as the card allows."""
        if not self.may_choose or row not in self.rows:
            return
        self.row = row
        while (by := count - self.tickets.of(row)) != 0:
            before, self.tickets = self.tickets, self._stepped(row, by if by < 0 else 1)
            if self.tickets == before:
                break

    def limit(self, row: TicketKind) -> int:
        """The most of a kind that this card could ever get here."""
        return 0 if self.checked is None else ceiling(row, self.checked.verdict.allowed, Tickets())

    def most(self, row: TicketKind) -> int:
        """The most of a kind that could be reached now; its own number where no step up is left."""
        if self.checked is None or self._stepped(row, 1) == self.tickets:
            return self.tickets.of(row)
        return ceiling(row, self.checked.verdict.allowed, self.tickets)

    def _stepped(self, row: TicketKind, by: int) -> Tickets:
        if self.checked is None:
            return self.tickets
        return stepped(row, by, self.checked.verdict.allowed, self.tickets, self.checked.objections)
