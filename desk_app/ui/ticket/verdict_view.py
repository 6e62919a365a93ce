"""The verdict panel's view model: one value, made from the session and the status."""

from dataclasses import dataclass, replace
from uuid import UUID

from desk_app.messages import Messages
from desk_app.messages.translation import QT_TRANSLATE_NOOP
from desk_app.messages.verdicts import VerdictWords
from desk_app.services.checking import Checked
from desk_app.services.errors import DeskRevokedError, NotEnrolledError, RefusedError
from desk_app.services.status import DeskStatus
from desk_app.ui.appearance.theme import MessageTone
from desk_app.ui.input.scan_hints import hint_texts
from desk_app.ui.ticket.card_session import CardSession, EnterAction
from desk_app.ui.ticket.group_visit import GroupVisit
from desk_app.ui.ticket.recent_visit_list import visit_text
from desk_app.ui.ticket.stages import Stage
from sync.rules.card_numbers import mask
from sync.rules.codes import VerdictCode
from sync.rules.entitlement import PROVISIONAL_VERDICTS
from sync.rules.offers import Offer
from sync.rules.policy import Policy
from sync.rules.tickets import TicketKind
from sync.rules.visits import Visit

_IDLE = (
    QT_TRANSLATE_NOOP("Panel", "Scan a card or type its number"),
    QT_TRANSLATE_NOOP("Panel", "Then press Enter to see which tickets to hand out."),
)
_TYPING = (
    QT_TRANSLATE_NOOP("Panel", "Press Enter to check the card"),
    QT_TRANSLATE_NOOP("Panel", "Esc clears the number."),
)
_CHECKING = (QT_TRANSLATE_NOOP("Panel", "Checking…"), "")
_LOOKING = (
    QT_TRANSLATE_NOOP("Panel", "Asking the central register…"),
    QT_TRANSLATE_NOOP(
        "Panel",
        "The card is not in this desk's copy of the register, so the desk is asking the "
        "central register.",
    ),
)
_KNOWN_NOWHERE = (
    QT_TRANSLATE_NOOP("Panel", "Kaikukanta does not know this card"),
    QT_TRANSLATE_NOOP(
        "Panel", "The desk asked just now. Compare the number with the card: it may be mistyped."
    ),
)
_RISK = QT_TRANSLATE_NOOP(
    "Panel",
    "If the number is right, you can record the visit using the date on the card. The register "
    "may reject it later, although the tickets have been given.",
)
_NOBODY_ASKED = QT_TRANSLATE_NOOP(
    "Panel",
    "The central register does not answer. Check the number. If it is right, you can record the "
    "visit using the date on the card. The register may reject it later.",
)
_STARTING = (QT_TRANSLATE_NOOP("Panel", "Opening the desk…"), "")
_NO_OFFERS = (
    QT_TRANSLATE_NOOP("Panel", "No offers yet"),
    QT_TRANSLATE_NOOP(
        "Panel",
        "Offers come from the register. Connect this computer to the internet and wait a moment. "
        "If none appear, ask Kaikukeskus whether your offers are in the register.",
    ),
)
_RECORDED = QT_TRANSLATE_NOOP("Panel", "Recorded")
_UNDONE = (
    QT_TRANSLATE_NOOP("Panel", "Record undone"),
    QT_TRANSLATE_NOOP("Panel", "You can restore it until the end of the day."),
)
_PUT_BACK = QT_TRANSLATE_NOOP("Panel", "Recorded again")
_NEXT = QT_TRANSLATE_NOOP("Panel", "Ready for the next card.")
_AT_SCAN = QT_TRANSLATE_NOOP(
    "Panel",
    "The ticket was recorded when you scanned the card. Ctrl+Z undoes it. If you scan the card "
    "again, press Enter to record it.",
)
_GROUP_COMPLETE = QT_TRANSLATE_NOOP("Panel", "Group finished")
_BY_PRINTED_DAY = QT_TRANSLATE_NOOP("Panel", "Record using the date on the card")
_CHECK_NUMBER = QT_TRANSLATE_NOOP("Panel", "Check the number")
_GO_ON = QT_TRANSLATE_NOOP("Panel", "Continue")
_TRY_AGAIN = QT_TRANSLATE_NOOP("Panel", "Try again")
_CHECK_AGAIN = QT_TRANSLATE_NOOP("Panel", "Check again")
_CHECK = QT_TRANSLATE_NOOP("Panel", "Check")
_RECORD = QT_TRANSLATE_NOOP("Panel", "Record: {tickets}")
_FOR_MONEY = QT_TRANSLATE_NOOP("Panel", "{tickets} · {amount} to pay")
_IDENTITY = QT_TRANSLATE_NOOP(
    "Panel", "You may ask for proof of identity: an identity card, driving licence or passport."
)
_RECORDING = QT_TRANSLATE_NOOP("Panel", "Recording…")


@dataclass(frozen=True, slots=True)
class TicketRow:
    """One kind of ticket: how many now, the most now, and the most at other times."""

    row: TicketKind
    name: str
    count: int
    most: int
    limit: int
    chosen: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class VerdictView:
    """Everything in the panel. ``act`` describes Enter's action; empty where it has none.

    ``second`` may be done too. ``total`` is the number of tickets as chosen; ``handed`` and
    ``kinds`` say in numbers and words what was handed out.

    ``visit_id`` tells two visits apart that read the same: each is told.

    ``calm`` is the panel without a verdict: no tint, everything in its middle.
    """

    icon: str
    headline: str
    advice: str = ""
    tone: MessageTone = "info"
    calm: bool = False
    notices: tuple[str, ...] = ()
    rows: tuple[TicketRow, ...] = ()
    objection: str = ""
    asks_printed_day: bool = False
    asks_fee: bool = False
    total: str = ""
    handed: str = ""
    kinds: str = ""
    visit_id: UUID | None = None
    action: str = ""
    action_enabled: bool = True
    second: str = ""
    clearable: bool = False


def verdict_view(
    session: CardSession,
    standing: DeskStatus | None,
    offer: Offer | None,
    *,
    any_offers: bool,
    words: Messages,
    group: GroupVisit | None = None,
) -> VerdictView:
    """The view for the current state."""
    special = _undone(session, standing, words) or _of_group(session, group, words)
    shown = special or _without_hint(session, standing, offer, any_offers=any_offers, words=words)
    if session.hint is None:
        return shown
    what, then = hint_texts(session.hint, words)
    if shown.calm and then:  # nothing else is in sight: it is the answer
        return replace(
            shown, icon="warning", tone="warning", headline=what, advice=then, calm=False
        )
    return replace(shown, notices=(what, *shown.notices))


def _without_hint(
    session: CardSession,
    standing: DeskStatus | None,
    offer: Offer | None,
    *,
    any_offers: bool,
    words: Messages,
) -> VerdictView:
    translate = words.translate
    if session.error is not None and not isinstance(session.error, RefusedError):
        return _error(session, session.error, words)
    if session.stage in (Stage.VERDICT, Stage.PROVISIONAL, Stage.RECORDING) and session.checked:
        return _verdict(session, words)
    if session.stage is Stage.CHECKING:
        return _calm("card", _CHECKING, words)
    if session.stage is Stage.DONE and session.recorded is not None:
        return VerdictView(
            icon="check",
            tone="success",
            headline=translate("Panel", _RECORDED),
            handed=words.of_tickets.number(session.recorded.visit.tickets.total),
            kinds=_which(session.recorded.visit, words),
            advice=translate("Panel", _AT_SCAN if session.at_scan else _NEXT),
            visit_id=session.recorded.visit.id,
        )
    if session.text.strip() and offer is not None:
        return _calm("card", _TYPING, words, action=translate("Panel", _CHECK))
    return _waiting(standing, offer, any_offers=any_offers, words=words)


def _undone(
    session: CardSession, standing: DeskStatus | None, words: Messages
) -> VerdictView | None:
    """Which visit was taken back, or put back: the wrong one is seen at once."""
    zone = standing.desk.policy.zone if standing and standing.desk else Policy().zone
    if session.undone is not None:
        headline, then = (words.translate("Panel", text) for text in _UNDONE)
        which = visit_text(session.undone, words, zone)
        return VerdictView(icon="undo", headline=headline, advice=f"{which}\n{then}")
    if session.put_back is not None:
        headline, which = (
            words.translate("Panel", _PUT_BACK),
            visit_text(session.put_back, words, zone),
        )
        return VerdictView(icon="check", tone="success", headline=headline, advice=which)
    return None


def _of_group(
    session: CardSession, group: GroupVisit | None, words: Messages
) -> VerdictView | None:
    """The view of a complete group, until the next card is scanned."""
    over = session.stage is Stage.DONE or (session.stage is Stage.IDLE and not session.text.strip())
    if group is None or not group.complete or not over or session.error is not None:
        return None
    return VerdictView(
        icon="check",
        tone="success",
        headline=words.translate("Panel", _GROUP_COMPLETE),
        handed=words.of_tickets.number(group.heads),
        kinds=_capital(words.handed_out(group.tickets)),
        advice=words.translate("Panel", _NEXT),
    )


def _waiting(
    standing: DeskStatus | None, offer: Offer | None, *, any_offers: bool, words: Messages
) -> VerdictView:
    if standing is None:
        return _calm("card", _STARTING, words)
    if standing.desk is None:
        return _fault("key", NotEnrolledError(), words)
    if standing.desk.refused is not None:
        return _fault("key", DeskRevokedError(reason=standing.desk.refused), words)
    if offer is None and not any_offers:
        return _calm("calendar", _NO_OFFERS, words)
    return _calm("scan", _IDLE, words)


def _calm(icon: str, texts: tuple[str, str], words: Messages, *, action: str = "") -> VerdictView:
    headline, advice = (words.translate("Panel", text) if text else "" for text in texts)
    return VerdictView(
        icon=icon,
        headline=headline,
        advice=advice,
        calm=True,
        action=action,
        clearable=bool(action),
    )


def _fault(icon: str, error: Exception, words: Messages) -> VerdictView:
    what, then = words.error_headline(error)
    return VerdictView(icon=icon, tone="warning", headline=what, advice=then)


def _error(session: CardSession, error: Exception, words: Messages) -> VerdictView:
    what, then = words.error_headline(error)
    return VerdictView(
        icon="warning",
        tone="warning",
        headline=what,
        advice=then,
        rows=_rows(session, words),
        asks_printed_day=session.stage is Stage.PROVISIONAL,
        action=words.translate("Panel", _TRY_AGAIN)
        if session.action is not EnterAction.NOTHING
        else "",
        clearable=True,
    )


def _verdict(session: CardSession, words: Messages) -> VerdictView:
    checked = session.checked
    if checked is None:
        raise ValueError("no verdict without a check")
    verdict, objections = checked.verdict, session.objections
    tone, icon = _tone(verdict.verdict, admits=verdict.admits)
    verdict_words = VerdictWords(words)
    headline, advice = verdict_words.headline(verdict), verdict_words.advice(verdict)
    if session.stage is Stage.VERDICT:
        headline, advice = _of_unknown(session, headline, words) or (headline, advice)
    by_day = session.action is EnterAction.CHECK_NUMBER or (
        session.online_lookup and session.offers_provisional
    )
    return VerdictView(
        icon=icon,
        tone=tone,
        headline=headline,
        advice=advice,
        notices=_notices(session, checked, words),
        rows=_rows(session, words),
        objection=verdict_words.refusal(objections[0], checked.missing(session.tickets))
        if objections and verdict.admits
        else "",
        asks_printed_day=session.stage is Stage.PROVISIONAL,
        asks_fee=session.asks_value,
        total=words.of_tickets.number(session.tickets.total) if session.rows else "",
        action=_action(session, words),
        action_enabled=session.stage is not Stage.RECORDING
        and session.action is not EnterAction.NOTHING,
        second=words.translate("Panel", _BY_PRINTED_DAY) if by_day else "",
        clearable=session.stage is not Stage.RECORDING,
    )


def _of_unknown(session: CardSession, known: str, words: Messages) -> tuple[str, str] | None:
    """The view of a card that this desk does not know: who was asked, and what can be done."""
    checked = session.checked
    if checked is None or checked.verdict.verdict not in PROVISIONAL_VERDICTS:
        return None
    if session.online_lookup:
        headline, advice = _LOOKING
    elif checked.known_nowhere:
        headline, advice = _KNOWN_NOWHERE
    elif checked.verdict.verdict is VerdictCode.UNKNOWN and session.offers_provisional:
        return known, words.translate("Panel", _NOBODY_ASKED)
    else:
        return None
    texts = [words.translate("Panel", advice)]
    if checked.known_nowhere and session.offers_provisional:
        texts.append(words.translate("Panel", _RISK))
    return words.translate("Panel", headline), " ".join(texts)


def _notices(session: CardSession, checked: Checked, words: Messages) -> tuple[str, ...]:
    """Notices for staff; for a provisional record staff may ask who somebody is (terms)."""
    verdict_words = VerdictWords(words)
    notices = verdict_words.notices(checked.verdict, checked.offer, checked.moment.at.date())
    if session.stage is Stage.PROVISIONAL or session.printed is not None:
        notices.insert(0, words.translate("Panel", _IDENTITY))
    return tuple(notices)


def _tone(code: VerdictCode, *, admits: bool) -> tuple[MessageTone, str]:
    if code in PROVISIONAL_VERDICTS:
        return "warning", "question"
    if code is VerdictCode.MALFORMED_NUMBER:
        return "warning", "warning"
    if not admits:
        return "error", "clock" if code is VerdictCode.NOT_YET_VALID else "stop"
    return "success", "check"


def _rows(session: CardSession, words: Messages) -> tuple[TicketRow, ...]:
    return tuple(
        TicketRow(
            row=row,
            name=words.of_tickets.title(row),
            count=session.tickets.of(row),
            most=session.most(row),
            limit=session.limit(row),
            chosen=row is session.row,
        )
        for row in session.rows
    )


def _action(session: CardSession, words: Messages) -> str:
    if session.stage is Stage.RECORDING:
        return words.translate("Panel", _RECORDING)
    checked = session.checked
    if checked is not None and (checked.verdict.admits or session.action is EnterAction.RECORD):
        tickets = words.tickets(session.tickets) or "0"
        if session.pays_cents:
            tickets = words.translate("Panel", _FOR_MONEY).format(
                tickets=tickets, amount=words.euros(session.pays_cents)
            )
        return words.translate("Panel", _RECORD).format(tickets=tickets)
    text = {
        EnterAction.PROVISIONAL: _BY_PRINTED_DAY,
        EnterAction.CHECK_NUMBER: _CHECK_NUMBER,
        EnterAction.NOTHING: _CHECK_NUMBER,
        EnterAction.CHECK_PRINTED: _GO_ON,
        EnterAction.CHECK: _CHECK_AGAIN,
    }[session.action]
    return words.translate("Panel", text)


def _which(visit: Visit, words: Messages) -> str:
    """What was handed out, and on which card: cards recorded at the scan look the same else."""
    return f"{_capital(words.tickets(visit.tickets))} · {mask(visit.card_number)}"


def _capital(text: str) -> str:
    return f"{text[:1].upper()}{text[1:]}"
