"""The items of the inbox: operations that ask for a person, and what can be done about them."""

from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum
from uuid import UUID

from desk_app.services.hold_reasons import ELSEWHERE, UNREADABLE
from sync.ports import OperationState
from sync.rules.codes import Refusal
from sync.rules.offers import Offer
from sync.rules.visits import Visit


class Resolution(StrEnum):
    """A way to resolve a rejected operation."""

    CORRECT = "correct"  # another visit takes its place
    AGAIN = "again"  # sent once more, word for word: the register may have changed its mind
    WITHDRAW = "withdraw"  # the visit is not to count
    NOTE = "note"  # left for Kaikukeskus, with a note
    SEEN = "seen"  # nothing is to be done


@dataclass(frozen=True, slots=True, kw_only=True)
class ResolutionRecord:
    """A resolution that was carried out, and when (UTC).

    The action stays on record; its words go when the visit's card number goes.
    """

    resolution: Resolution
    at: datetime
    note: str | None = None
    operator: str | None = None
    sending: OperationState | None = field(default=None, compare=False)
    """The sending state of the note to Kaikukeskus."""
    waits_in_vain: bool = field(default=False, compare=False)
    """Whether that note has been tried for long, and the register has not taken it."""


LIMIT_PASSED = "limit_passed"
USED_TWICE = "used_at_two_desks"
"""Codes of a visit that counts, and of a card that another desk admitted without knowing of it."""


@dataclass(frozen=True, slots=True)
class OtherUse:
    """Another visit of the same card, at a desk that could not be reached then."""

    desk_name: str
    local_date: date
    at: datetime | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class RejectedItem:
    """An operation that the register rejected, at ``refused_at`` (UTC), with its ``code``.

    One that ``waits`` was not rejected: it is still tried from time to time, and its code gives the
    reason for which it is held. One that was recorded for another ``venue``, or at another
    register, is held back.

    ``visit`` is the visit it is or voids, ``offer`` the offer that the venue added. The
    ``resolution_records`` are earlier ones, the oldest first. An operation ``carried_from`` another
    desk is that desk's to correct or withdraw: it receives the same rejection itself.

    A visit that counts, and is ``also`` of a card that another desk admitted without knowing of
    this one, was not rejected either.
    """

    id: UUID
    code: str
    detail: str | None = None
    visit: Visit | None = None
    offer: Offer | None = None
    refused_at: datetime | None = None
    is_void: bool = False
    resolution_records: tuple[ResolutionRecord, ...] = ()
    carried_from: str | None = None
    waits: bool = False
    venue: str | None = None
    also: tuple[OtherUse, ...] = ()

    @property
    def escalated(self) -> ResolutionRecord | None:
        """The note with which it was escalated to Kaikukeskus; ``None`` while the desk has to act.

        A note that the register does not take, or that waits in vain, has reached nobody.
        """
        last = self.resolution_records[-1] if self.resolution_records else None
        if last is None or last.resolution is not Resolution.NOTE:
            return None
        reaches_nobody = last.sending is OperationState.REJECTED or last.waits_in_vain
        return None if reaches_nobody else last

    @property
    def sent_again_at(self) -> datetime | None:
        """When it was last sent again, where nothing was done since: it was rejected again."""
        last = self.resolution_records[-1] if self.resolution_records else None
        return last.at if last is not None and last.resolution is Resolution.AGAIN else None

    @property
    def resolutions(self) -> tuple[Resolution, ...]:
        """The possible resolutions, the likeliest first.

        A void has no content that staff could correct. What meets another record under its own id
        will meet it again, however often it is sent.
        """
        if self.also:
            return (Resolution.SEEN, Resolution.WITHDRAW)
        if self.code in {ELSEWHERE, UNREADABLE}:
            return (Resolution.NOTE,)
        if self.code == Refusal.ID_CONFLICT:
            again: tuple[Resolution, ...] = ()
        else:
            again = (Resolution.AGAIN,)
        if self.carried_from is None and self.offer is not None:
            return (Resolution.CORRECT, *again, Resolution.WITHDRAW, Resolution.NOTE)
        if self.visit is None or self.is_void or self.carried_from is not None:
            return (*again, Resolution.NOTE)
        return (Resolution.CORRECT, *again, Resolution.WITHDRAW, Resolution.NOTE)
