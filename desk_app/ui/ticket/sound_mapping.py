"""Maps the verdict view to a sound; nothing is conveyed by a sound alone."""

from desk_app.services.errors import RefusedError
from desk_app.services.sounds import Sound
from desk_app.ui.ticket.card_session import CardSession
from desk_app.ui.ticket.stages import Stage
from sync.rules.codes import VerdictCode
from sync.rules.entitlement import PROVISIONAL_VERDICTS

_NO_REFUSAL = (*PROVISIONAL_VERDICTS, VerdictCode.MALFORMED_NUMBER)
"""The card may be right all the same: somebody has to look."""


def cue(session: CardSession) -> Sound | None:
    """The sound of this moment; the plain case, and whatever goes on, is silent."""
    if session.error is not None and not isinstance(session.error, RefusedError):
        return Sound.ATTENTION
    if session.stage is Stage.DONE and session.hint is None:
        return Sound.DONE
    if session.stage is Stage.VERDICT and session.checked is not None and not session.online_lookup:
        verdict = session.checked.verdict
        if not verdict.admits and verdict.verdict not in _NO_REFUSAL:
            return Sound.REFUSED
        if not verdict.admits or verdict.notices or verdict.pays_cents:
            return Sound.ATTENTION
    waits = session.stage in (Stage.IDLE, Stage.VERDICT, Stage.DONE)
    return Sound.ATTENTION if session.hint is not None and waits else None
