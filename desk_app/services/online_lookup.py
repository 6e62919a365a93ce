"""Looks one card up in the central register before it is called unknown.

Genuine cards can be missing from the register of a desk, since issuers work on paper too, and a
register that is too old says nothing at all.
"""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from uuid import UUID

from desk_app.services.checking import Checked, CheckService, Doubt
from desk_app.services.ports import CardQuery, LookedUpCards
from sync.ports import NotInRegister
from sync.rules.entitlement import PROVISIONAL_VERDICTS


class OnlineLookup:
    """Looks up, keeps the result for this verdict and the visit, and judges once more.

    It waits for the network, shortly: never for the GUI thread. ``found`` is called when the
    central register turned out to know more than the desk.
    """

    def __init__(
        self,
        checking: CheckService,
        looked_up_cards: LookedUpCards,
        ask: CardQuery,
        *,
        found: Callable[[], None],
    ) -> None:
        self._checking = checking
        self._looked_up_cards = looked_up_cards
        self._ask = ask
        self._found = found

    def helps(self, checked: Checked) -> bool:
        """Whether an online lookup might say more than this verdict."""
        return checked.number is not None and checked.verdict.verdict in PROVISIONAL_VERDICTS

    def look_up(self, checked: Checked) -> Checked | None:
        """The verdict after an online lookup; ``None`` where nobody answered.

        Raises what checking raises.
        """
        if checked.number is None or not self.helps(checked):
            return None
        seen = self._ask(checked.number)
        if isinstance(seen, NotInRegister):
            return replace(checked, known_nowhere=True)
        if seen is None or seen.card.number != checked.number:
            return None
        self._looked_up_cards.save(seen, self._checking.moment().utc)
        self._found()
        again = self._checking.check(checked.number, checked.offer.id, moment=checked.moment)
        if checked.doubt is Doubt.CHECK_CHARACTER:
            return replace(again, doubt=checked.doubt)
        return again

    def check(
        self,
        text: str,
        offer_id: UUID,
        *,
        on: date | None = None,
        value_cents: int | None = None,
    ) -> Checked:
        """Check, with an online lookup where it helps. Raises what checking raises."""
        checked = self._checking.check(text, offer_id, on=on, value_cents=value_cents)
        return self.look_up(checked) or checked
