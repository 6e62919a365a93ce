"""What the register keeps. Of operations, voids and the audit nothing is ever deleted.

They have no foreign keys. Whoever writes them holds the venue's lock and has just read the
desk, the offer and the operation they would point to; looking each up again for each row was half
of PostgreSQL's work. For the same reason a visit is one row, not two.
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
)

from sync.server.dialects import Code, UtcTime, Whole

SCHEMA_VERSION = 2

metadata = MetaData()

register = Table(  # one row: the register as a whole, and the lock for changing it
    "register",
    metadata,
    Column("id", Integer, primary_key=True, autoincrement=False),
    Column("schema_version", Integer, nullable=False),
    Column("signing_key", LargeBinary, nullable=False),
    Column("revision", Whole, nullable=False),
    Column("count", Whole, nullable=False),
    Column("checksum", String(64), nullable=False),
)
REGISTER_ROW = 1

cards = Table(  # the register as it stands
    "cards",
    metadata,
    Column("number", Code, primary_key=True),
    Column("kind", String(20), nullable=False),
    Column("status", String(20), nullable=False),
    Column("valid_from", Date, nullable=False),
    Column("valid_until", Date, nullable=False),
    Column("minors", Integer, nullable=False),
    Column("area", String, nullable=False),
    Column("local_only", Boolean, nullable=False),
)

card_versions = Table(  # every change there ever was, with the sums of the whole register after it
    "card_versions",
    metadata,
    Column("revision", Whole, primary_key=True, autoincrement=False),
    Column("made_at", UtcTime, nullable=False),
    Column("count", Whole, nullable=False),
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
    Column("position", Whole, nullable=False),  # how far the venue's feeds have come
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

failed_enrolments = Table(
    "failed_enrolments",
    metadata,
    Column("number", Whole, primary_key=True, autoincrement=True),
    Column("caller", String, nullable=False),
    Column("at", UtcTime, nullable=False),
    Index("failed_enrolments_by_caller", "caller", "at"),
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
)

offers = Table(
    "offers",
    metadata,
    Column("venue_id", ForeignKey("venues.id"), primary_key=True),
    Column("id", Uuid, primary_key=True),
    Column("kind", String(20), nullable=False),
    Column("document", Text, nullable=False),  # the offer as it was given, in its wire form
    Column("used", Whole, nullable=False),  # tickets accepted here, counted while it has a quota
    Column("removed", Boolean, nullable=False),
    Column("position", Whole, nullable=False),
    Index("offers_by_position", "venue_id", "position"),
)

operations = Table(  # what was accepted, word for word: the key to exactly-once, and for audit
    "operations",
    metadata,
    Column("venue_id", String, primary_key=True),
    Column("id", Uuid, primary_key=True),
    Column("desk_id", Uuid, nullable=False),
    Column("kind", String(20), nullable=False),
    Column("received_at", UtcTime, nullable=False),
    Column("document", Text, nullable=False),
    # of a visit, what the rules and the feeds ask about it; else empty
    Column("offer_id", Uuid),
    Column("card_number", Code),
    Column("local_date", Date),
    Column("counted", Integer),
    Column("state", String(20)),
    Column("position", Whole),
    Index("operations_by_position", "venue_id", "position"),
    Index("operations_by_card", "venue_id", "card_number"),
)

voids = Table(  # a void may be here before its visit
    "voids",
    metadata,
    Column("venue_id", String, primary_key=True),
    Column("id", Uuid, primary_key=True),
    Column("visit_id", Uuid, nullable=False),
    Index("voids_by_visit", "venue_id", "visit_id"),
)

audit = Table(  # what desks sent that was not accepted, and what they were told; see operations
    "audit",
    metadata,
    Column("number", Whole, primary_key=True, autoincrement=True),
    Column("at", UtcTime, nullable=False),
    Column("desk_id", Uuid, nullable=False),
    Column("operation_id", Uuid, nullable=False),
    Column("kind", String(20)),
    Column("outcome", String(20), nullable=False),
    Column("code", String(40)),
    Column("detail", Text),
    Column("document", Text),  # of what was rejected
    Index("audit_by_operation", "operation_id"),
)
