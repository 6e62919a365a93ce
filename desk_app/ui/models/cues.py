"""Which sound goes with what is in sight; nothing is told by a sound alone."""

from desk_app.services.errors import RefusedError
from desk_app.services.sounds import Sound
from desk_app.ui.models.sale import Sale, Stage
from sync.rules.codes import VerdictCode
from sync.rules.entitlement import PROVISIONAL_VERDICTS

_NO_REFUSAL = (*PROVISIONAL_VERDICTS, VerdictCode.MALFORMED_NUMBER)
"""The card may be right all the same: somebody has to look."""


def cue(sale: Sale) -> Sound | None:
    """The sound of this moment; the plain case, and whatever goes on, is silent."""
    if sale.trouble is not None and not isinstance(sale.trouble, RefusedError):
        return Sound.LOOK
    if sale.stage is Stage.DONE and sale.hint is None:
        return Sound.DONE
    if sale.stage is Stage.VERDICT and sale.checked is not None and not sale.looking:
        verdict = sale.checked.verdict
        if not verdict.admits and verdict.verdict not in _NO_REFUSAL:
            return Sound.REFUSED
        if not verdict.admits or verdict.notices or verdict.pays_cents:
            return Sound.LOOK
    waits = sale.stage in (Stage.IDLE, Stage.VERDICT, Stage.DONE)
    return Sound.LOOK if sale.hint is not None and waits else None
