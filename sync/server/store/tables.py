"""Tables of the register. Of visits, voids and own offers, only numbers are ever deleted.

They have no foreign keys: the writer holds the venue's lock and has just read the desk,
the offer and the visit that they point to; and a void may come before its visit.

Every change here needs a step in :mod:`sync.server.store.migrations`.
"""

from sqlalchemy import (
    Boolean,
    Column,
    Date,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    String,
    Table,
    Text,
    Uuid,
    text,
)

from sync.messages import Outcome
from sync.rules.cards import CardKind, CardStatus
from sync.rules.codes import VerdictCode
from sync.rules.offers import LimitPeriod, OfferKind, OfferStatus, Sector
from sync.rules.tickets import KINDS
from sync.rules.visits import EntryMethod, VisitState, VoidReason
from sync.server.store.types import BigNumber, Code, UtcTime, one_of

metadata = MetaData()

register = Table(  # one row: the register as a whole, and the lock for changing it
    "register",
    metadata,
    Column("id", Integer, primary_key=True, autoincrement=False),
    Column("schema_version", Integer, nullable=False),
    Column("public_key", LargeBinary),  # whose database it is; the private one is not in it
    Column("revision", BigNumber, nullable=False),
    Column("count", BigNumber, nullable=False),
    Column("checksum", String(64), nullable=False),
)
REGISTER_ROW = 1

cards = Table(  # the register as it is now
    "cards",
    metadata,
    Column("number", Code, primary_key=True),
    Column("kind", one_of(CardKind), nullable=False),
    Column("status", one_of(CardStatus), nullable=False),
    Column("valid_from", Date, nullable=False),
    Column("valid_until", Date, nullable=False),
    Column("minors", Integer, nullable=False),
    Column("area", String, nullable=False),
    Column("local_only", Boolean, nullable=False),
    # Holds all that the statistics of cards count.
    Index("cards_by_area", "area", "status", "valid_until", "valid_from"),
)

card_versions = Table(  # every change there ever was, with the sums of the whole register after it
    "card_versions",
    metadata,
    Column("revision", BigNumber, primary_key=True, autoincrement=False),
    Column("made_at", UtcTime, nullable=False),
    Column("count", BigNumber, nullable=False),
    Column("checksum", String(64), nullable=False),
    Column("dropped", Boolean, nullable=False),
    Column("number", Code, nullable=False),
    *(Column(column.name, column.type) for column in cards.c if column.name != "number"),
    Index("card_versions_by_number", "number", "revision"),
)

venues = Table(  # also the lock for everything of one venue
    "venues",
    metadata,
    Column("id", String, primary_key=True),
    Column("name", String, nullable=False),
    Column("area", String, nullable=False),
    Column("local_only", Boolean, nullable=False),
    Column("position", BigNumber, nullable=False, default=0),  # how far the venue's feeds have come
)

feed_marks = Table(  # one for each transaction that moved a venue's feeds on: what a cursor names
    "feed_marks",
    metadata,
    Column("venue_id", ForeignKey("venues.id"), primary_key=True),
    Column("position", BigNumber, primary_key=True, autoincrement=False),  # the last it wrote
    Column("mark", String(16), nullable=False),  # random, so that another history has others
)

activations = Table(
    "activations",
    metadata,
    Column("code_hash", LargeBinary(32), primary_key=True),
    Column("venue_id", ForeignKey("venues.id"), nullable=False),
    Column("made_at", UtcTime, nullable=False),
    Column("expires_at", UtcTime, nullable=False),
    Column("used_at", UtcTime),
)

activation_venues = Table(  # of a code for a desk that records for several: all, in their order
    "activation_venues",
    metadata,
    Column("code_hash", ForeignKey("activations.code_hash"), primary_key=True),
    Column("place", Integer, primary_key=True, autoincrement=False),
    Column("venue_id", ForeignKey("venues.id"), nullable=False),
)

failed_enrolments = Table(
    "failed_enrolments",
    metadata,
    Column("number", BigNumber, primary_key=True, autoincrement=True),
    Column("caller", String, nullable=False),
    Column("code_start", LargeBinary(32), nullable=False),  # a hash: it may be of a code mistyped
    Column("at", UtcTime, nullable=False),
    Index("failed_enrolments_by_caller", "caller", "at"),
    Index("failed_enrolments_by_time", "at"),
)

desks = Table(
    "desks",
    metadata,
    Column("id", Uuid, primary_key=True),
    Column("venue_id", ForeignKey("venues.id"), nullable=False),
    Column("name", String, nullable=False),
    Column("app_version", String, nullable=False),
    Column("token_hash", LargeBinary(32), nullable=False, unique=True),
    Column("enrolled_at", UtcTime, nullable=False),
    Column("revoked_at", UtcTime),
    Column("token_made_at", UtcTime),  # empty for the token of the enrolment
    Column("used_at", UtcTime),  # when the token was last used, to the hour
    Column("next_token_hash", LargeBinary(32)),  # holds beside the other until it is used
    Column("next_token_made_at", UtcTime),
    Index("desks_by_next_token", "next_token_hash", unique=True),
)

desk_venues = Table(  # of a desk that records for several venues: all of them, in their order
    "desk_venues",
    metadata,
    Column("desk_id", ForeignKey("desks.id"), primary_key=True),
    Column("place", Integer, primary_key=True, autoincrement=False),
    Column("venue_id", ForeignKey("venues.id"), nullable=False),
    Index("desk_venues_by_venue", "venue_id", "desk_id"),
)

standings = Table(  # how each desk stands, as it last told (contract 1.3a)
    "standings",
    metadata,
    Column("desk_id", ForeignKey("desks.id"), primary_key=True),
    Column("heard_at", UtcTime, nullable=False),
    Column("pending", BigNumber, nullable=False),
    Column("attention", BigNumber, nullable=False),
    Column("oldest_pending_at", UtcTime),
    Column("register_revision", BigNumber, nullable=False),
    Column("register_verified_at", UtcTime),
    Column("clock_ahead_ms", BigNumber),
    Column("lan_key", String(400)),
    Column("nonces", BigNumber, nullable=False),  # how many this desk was given
    Column("nonce_given", String(200), nullable=False),  # the last of them
    Column("nonce_shown", String(200)),  # what the desk showed then
    Column("forked_at", UtcTime),  # when it last turned out to be in use twice, or put back
    Column("waiting", Text),  # the beginnings of the ids that it listed, one behind the other
)

shares = Table(  # of an offer's quota: what a desk may hand out while it is on its own
    "shares",
    metadata,
    Column("venue_id", String, primary_key=True),
    Column("offer_id", Uuid, primary_key=True),
    Column("desk_id", Uuid, primary_key=True),
    Column("granted", BigNumber, nullable=False),
    Column("used", BigNumber, nullable=False),  # tickets accepted from it, others' among them
    Column("turn", BigNumber, nullable=False),  # of the last request that was answered
)

lookups = Table(  # how many cards a desk has looked up, so that nobody tries numbers out
    "lookups",
    metadata,
    Column("desk_id", ForeignKey("desks.id"), primary_key=True),
    Column("minute_began_at", UtcTime, nullable=False),
    Column("minute_count", Integer, nullable=False),
    Column("day_began_at", UtcTime, nullable=False),
    Column("day_count", Integer, nullable=False),
)


def _offer_columns() -> list[Column[object]]:
    """An offer as it was given (contract 1.5), its id aside."""
    return [
        Column("kind", one_of(OfferKind), nullable=False),
        Column("sector", one_of(Sector), nullable=False),
        Column("name_fi", String, nullable=False),
        Column("name_sv", String),
        Column("name_en", String),
        Column("place", String),
        Column("starts_at", UtcTime),
        Column("ends_at", UtcTime),
        Column("status", one_of(OfferStatus), nullable=False),
        Column("quota_total", BigNumber),
        Column("quota_used", BigNumber),
        Column("limit_count", BigNumber),
        Column("limit_period", one_of(LimitPeriod)),
        Column("limit_days", Integer),
        Column("value_cents", BigNumber),
        Column("ceiling_cents", BigNumber),
        Column("minors_allowed", Boolean, nullable=False),
        Column("limit_months", Integer),
        Column("course_count", BigNumber),
        Column("course_period", one_of(LimitPeriod)),
        Column("course_days", Integer),
        Column("course_months", Integer),
        Column("value_asked", Boolean),
    ]


def _operation_columns() -> list[Column[object]]:
    """What every accepted operation has; its id is unique among all operations of the venue."""
    return [
        Column("venue_id", String, primary_key=True),
        Column("id", Uuid, primary_key=True),
        Column("desk_id", Uuid, nullable=False),
        Column("received_at", UtcTime, nullable=False),
        Column("recorded_at", UtcTime, nullable=False),
    ]


offers = Table(
    "offers",
    metadata,
    Column("venue_id", ForeignKey("venues.id"), primary_key=True),
    Column("id", Uuid, primary_key=True),
    *_offer_columns(),
    Column("used", BigNumber, nullable=False),  # tickets that were accepted here, of a quota
    # what desks hold in shares, and have not given
    Column("reserved", BigNumber, nullable=False, server_default=text("0")),
    Column("removed", Boolean, nullable=False),
    Column("position", BigNumber, nullable=False),
    Index("offers_by_position", "venue_id", "position"),
)

visits = Table(
    "visits",
    metadata,
    *_operation_columns(),
    Column("local_date", Date, nullable=False),
    # The number; where it is no longer kept, a mark by which limits are counted, and then nothing.
    Column("card_number", Code, nullable=False),
    Column("offer_id", Uuid, nullable=False),
    *(Column(kind.name, Integer, nullable=False) for kind in KINDS),
    Column("entry", one_of(EntryMethod), nullable=False),
    Column("register_revision", BigNumber, nullable=False),
    Column("verdict", one_of(VerdictCode, 40), nullable=False),
    Column("provisional", Boolean, nullable=False),
    Column("printed_valid_until", Date),
    Column("clock_trusted", Boolean, nullable=False),
    Column("operator", String),
    Column("replaces", Uuid),
    Column("value_cents", BigNumber),
    Column("state", one_of(VisitState), nullable=False),
    Column("position", BigNumber, nullable=False),
    Index("visits_by_position", "venue_id", "position"),
    Index("visits_by_card", "venue_id", "card_number"),
    Index("visits_by_receipt", "received_at", "venue_id", "position"),
    # Holds all that the statistics add up: a year of them is read without the visits themselves.
    Index("visits_by_day", "local_date", "state", "venue_id", "offer_id", *(k.name for k in KINDS)),
)

voids = Table(  # a void may be here before its visit
    "voids",
    metadata,
    *_operation_columns(),
    Column("visit_id", Uuid, nullable=False),
    Column("reason", one_of(VoidReason), nullable=False),
    Column("operator", String),
    Index("voids_by_visit", "visit_id"),
)

own_offers = Table(  # offers that venues added themselves, as they were sent
    "own_offers",
    metadata,
    *_operation_columns(),
    Column("offer_id", Uuid, nullable=False),
    *_offer_columns(),
    Column("revises", Boolean),
    Column("withdrawn", Boolean),
    Index("own_offers_by_offer", "venue_id", "offer_id"),
)

notes = Table(  # what venues tell Kaikukeskus about operations that were refused
    "notes",
    metadata,
    *_operation_columns(),
    Column("about", Uuid, nullable=False),
    Column("code", String(200)),
    Column("text", Text, nullable=False),
    Column("operator", String),
    Index("notes_by_receipt", "received_at"),
)

audit = Table(  # what desks sent that was not accepted, and what they were told
    "audit",
    metadata,
    Column("number", BigNumber, primary_key=True, autoincrement=True),
    Column("at", UtcTime, nullable=False),
    Column("desk_id", Uuid, nullable=False),
    Column("operation_id", Uuid, nullable=False),
    Column("kind", String(20)),
    Column("outcome", one_of(Outcome), nullable=False),
    Column("code", String(40)),
    Column("detail", Text),
    Column("document", Text),  # of what was rejected, as it came
    Index("audit_by_operation", "operation_id"),
    Index("audit_by_desk", "desk_id", "number"),
)
