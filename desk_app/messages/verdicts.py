"""Messages of verdicts: what to hand out, or why nothing; and the card's earlier visits."""

from collections.abc import Iterator, Sequence
from datetime import date

from desk_app.messages.codes import (
    ALONE,
    ASSISTANTS_ENTER,
    MALFORMED_NUMBER,
    NOTICES,
    REFUSALS,
    REGISTER_TOO_OLD,
    CodeMessage,
)
from desk_app.messages.counter_messages import Messages
from desk_app.messages.sentences import sentences
from desk_app.messages.translation import QT_TRANSLATE_NOOP
from sync.rules.codes import Notice, Refusal, VerdictCode
from sync.rules.entitlement import Verdict
from sync.rules.offers import Offer
from sync.rules.visits import PastVisit

_VALID_UNTIL = QT_TRANSLATE_NOOP("Verdict", "The card is valid until {day}.")
_ENDS_TODAY = QT_TRANSLATE_NOOP("Verdict", "Today is the card's last day.")
_ENDED_ON = QT_TRANSLATE_NOOP("Verdict", "It expired on {day}.")
_AT = QT_TRANSLATE_NOOP("Verdict", "at {time}: {tickets}")
_AT_DESK = QT_TRANSLATE_NOOP("Verdict", "at {desk}: {tickets}")
_ON_DAY = QT_TRANSLATE_NOOP("Verdict", "{day}: {tickets}")
_WITHOUT_DAY = (VerdictCode.REVOKED, VerdictCode.NOT_YET_VALID)
"""Of these the last day says nothing that helps."""
_MOST_SHOWN = 3
"""So many earlier visits are listed; the page Visits has them all."""


class VerdictWords:
    """Texts about verdicts, in the language of ``words``."""

    def __init__(self, words: Messages) -> None:
        self._words = words

    def tr(self, key: str, disambiguation: str = "", n: int = -1) -> str:
        """A text of this class's own; the form in which lupdate sees that a text has plurals."""
        return self._words.translate("VerdictWords", key, disambiguation, n)

    def headline(self, verdict: Verdict) -> str:
        """The headline: what to hand out, or why nothing; short enough to be said aloud."""
        translate = self._words.translate
        if verdict.refusals:
            return translate(*_against(verdict)[0])
        if verdict.card is None:
            return self._words.translate("Verdict", "Using the date on the card")
        if verdict.allowed["worker"]:
            return self._words.with_ages(self._community(verdict.allowed["community_minors"]))
        minors = verdict.allowed["children_and_grandchildren"] or 0
        if minors > 0:
            text = self.tr("Holder and up to %n child(ren) under {age}", "", minors)
            return self._words.with_ages(text)
        return self._words.translate("Verdict", "Holder")

    def _community(self, minors: int | None) -> str:
        if minors is None:
            return self._words.translate("Verdict", "Worker and clients under {community_age}")
        if minors > 0:
            return self.tr("Worker and up to %n client(s) under {community_age}", "", minors)
        return self._words.translate("Verdict", "Worker")

    def advice(self, verdict: Verdict) -> str:
        """The advice: what to do instead, or how long an admitted card is valid."""
        story = self._validity(verdict)
        if not verdict.refusals:
            return story
        then = self._words.with_ages(self._words.translate(*_against(verdict)[1]))
        return sentences(story, then)

    def _validity(self, verdict: Verdict) -> str:
        """The last valid day, always where the register speaks of the card."""
        if verdict.card is None or verdict.verdict in _WITHOUT_DAY:
            return ""
        text = _ENDED_ON if verdict.verdict is VerdictCode.EXPIRED else _VALID_UNTIL
        if Notice.LAST_DAY in verdict.notices:
            text = _ENDS_TODAY
        day = self._words.date(verdict.card.valid_until)
        return self._words.translate("Verdict", text).format(day=day)

    def refusal(self, code: Refusal, missing: str | None = None) -> str:
        """Why not, in a few words; ``missing`` is the kind of ticket that has to be there too."""
        return self._words.translate("Refusal", _refusal(code, missing)[0])

    def notices(self, verdict: Verdict, offer: Offer, today: date) -> list[str]:
        """Notices about a card at an offer, most important first."""
        first = [Notice.HOLDER_PAYS, Notice.HAS_TICKETS, Notice.USED_TODAY]
        ordered = sorted(verdict.notices, key=lambda notice: notice not in first)
        texts = [
            self._notice(notice, verdict, offer, today)
            for notice in ordered
            if notice is not Notice.LAST_DAY or verdict.card is None  # the advice says it
        ]
        if verdict.refusals and verdict.allowed["assistants"] is None:
            texts.insert(0, self._words.translate("Notice", ASSISTANTS_ENTER))
        return [each for each in texts if each]

    def _notice(self, notice: Notice, verdict: Verdict, offer: Offer, today: date) -> str:
        visits = list(_behind(notice, verdict.earlier, offer, today))
        if notice is Notice.USED_TODAY and not visits:
            return ""  # those to this event are told as the tickets that it has
        return self._words.translate("Notice", NOTICES[notice]).format(
            amount=self._words.euros(verdict.pays_cents),
            earlier="; ".join(self._visit(past, today) for past in visits[-_MOST_SHOWN:]),
        )

    def _visit(self, past: PastVisit, today: date) -> str:
        translate, tickets = self._words.translate, self._words.tickets(past.tickets)
        if past.local_date != today:
            return translate("Verdict", _ON_DAY).format(
                day=self._words.date(past.local_date), tickets=tickets
            )
        if past.at is not None:
            time = self._words.clock(past.at.astimezone(self._words.zone))
            return translate("Verdict", _AT).format(time=time, tickets=tickets)
        return translate("Verdict", _AT_DESK).format(desk=past.desk_name or "", tickets=tickets)


def _behind(
    notice: Notice, earlier: Sequence[PastVisit], offer: Offer, today: date
) -> Iterator[PastVisit]:
    """The visits that a notice speaks of, each told once."""
    for past in earlier:
        same_occasion = offer.is_one_occasion and past.offer_id == offer.id
        if notice is Notice.HAS_TICKETS and same_occasion:
            yield past
        if notice is Notice.USED_TODAY and past.local_date == today and not same_occasion:
            yield past


def _against(verdict: Verdict) -> Sequence[tuple[str, str]]:
    if verdict.verdict is VerdictCode.MALFORMED_NUMBER:
        return [("Verdict", text) for text in MALFORMED_NUMBER]
    if verdict.refusals[0] is Refusal.TOO_OLD:
        return [("Verdict", text) for text in REGISTER_TOO_OLD]
    return [("Refusal", text) for text in _refusal(verdict.refusals[0], verdict.missing)]


def _refusal(code: Refusal, missing: str | None) -> CodeMessage:
    """The sentence for a refusal; the true one where somebody would come alone."""
    if code is Refusal.MINORS_NOT_ALLOWED and missing is not None:
        return ALONE[missing]
    return REFUSALS[code]
