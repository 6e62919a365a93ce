"""The stable codes of verdicts, refusals and notices (contract 1.6 and 2).

Sentences for people are made from these codes elsewhere, in three languages.
"""

from enum import StrEnum


class VerdictCode(StrEnum):
    """The cached register's status of the card on the day."""

    VALID = "valid"
    VALID_STALE = "valid_stale"  # valid, by a register that has not been renewed lately
    NOT_YET_VALID = "not_yet_valid"
    EXPIRED = "expired"
    SUSPENDED = "suspended"
    REVOKED = "revoked"
    AREA_NOT_ALLOWED = "area_not_allowed"
    UNKNOWN = "unknown"  # not (yet) in the register; never said to be expired or invalid
    REGISTER_TOO_OLD = "register_too_old"
    MALFORMED_NUMBER = "malformed_number"


class Refusal(StrEnum):
    """A reason why no ticket may be given, or why the register rejected a visit."""

    CARD_UNKNOWN = "card_unknown"
    CARD_NOT_YET_VALID = "card_not_yet_valid"
    CARD_EXPIRED = "card_expired"
    CARD_SUSPENDED = "card_suspended"
    CARD_REVOKED = "card_revoked"
    AREA_NOT_ALLOWED = "area_not_allowed"
    MINORS_EXCEEDED = "minors_exceeded"
    MINORS_NOT_ALLOWED = "minors_not_allowed"
    WRONG_CARD_KIND = "wrong_card_kind"
    QUOTA_EXCEEDED = "quota_exceeded"
    LIMIT_REACHED = "limit_reached"
    OFFER_CANCELLED = "offer_cancelled"
    SOLD_OUT = "sold_out"  # at the desk only: the register takes what was given before
    ID_CONFLICT = "id_conflict"  # from the register only
    MALFORMED = "malformed"
    TOO_OLD = "too_old"


class Notice(StrEnum):
    """A fact that staff should know, though a ticket may be given."""

    REGISTER_STALE = "register_stale"
    USED_TODAY = "used_today"  # this card, at this venue, today, whichever offer
    HAS_TICKETS = "has_tickets"  # to this event, or a place on this course, from whichever day
    QUOTA_LOW = "quota_low"
    HOLDER_PAYS = "holder_pays"
    VALUE_ASKED = "value_asked"  # ours: the fee is to be told, for the holder's share to be known
    CLOCK_UNTRUSTED = "clock_untrusted"
    OFFER_OVER = "offer_over"
    LAST_DAY = "last_day"  # the card's last valid day is today
    CARD_ENDS_BEFORE = "card_ends_before"  # the event is after the card's last day
