"""The rule of express recording: which visits are recorded at the scan."""

from desk_app.services.checking import Checked
from sync.rules.cards import CardKind
from sync.rules.codes import VerdictCode
from sync.rules.tickets import of_card
from sync.rules.visits import Tickets

_THOSE_WITH_THE_HOLDER = [kind for kind in of_card(CardKind.PERSONAL) if kind.comes_with]


def needs_no_decision(checked: Checked) -> bool:
    """Whether the holder's ticket can be handed out without a person's decision.

    A number read in doubt, a community's card, one used today, a quota that runs out, a holder who
    pays and a register that is old are a person's to decide, and so is whatever else staff should
    know. So is how many children come along: a holder recorded without them would have to be undone
    and scanned again.
    """
    verdict = checked.verdict
    return (
        verdict.verdict is VerdictCode.VALID
        and checked.doubt is None
        and verdict.admits
        and verdict.card is not None
        and verdict.card.kind is CardKind.PERSONAL
        and not verdict.notices
        and verdict.pays_cents == 0
        and verdict.allowed["holder"] == 1
        and not any(verdict.allowed[kind.ceiling_name] for kind in _THOSE_WITH_THE_HOLDER)
        and not checked.objections(Tickets(holder=1))
    )
