"""The rule of express recording: which visits are recorded at the scan."""

from desk_app.services.checking import Checked
from sync.rules.cards import CardKind
from sync.rules.codes import VerdictCode
from sync.rules.visits import Tickets


def needs_nobody(checked: Checked) -> bool:
    """Whether the holder's ticket can be handed out without a person's decision.

    A number read in doubt, a community's card, one used today, a quota that runs out, a holder who
    pays and a register that is old are a person's to decide, and so is whatever else staff should
    know.
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
        and not checked.objections(Tickets(holder=1))
    )
