"""The tables of the console: workplaces and accounts, and what desks never hear of cards.

Nothing here ever goes to a desk. Secrets are kept as hashes, and the keys of one-time codes sealed.
"""

from enum import StrEnum

from sqlalchemy import (
    Column,
    Date,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    String,
    Table,
    Text,
    Uuid,
)

from sync.rules.tickets import TicketGroup
from sync.server.store.tables import metadata
from sync.server.store.types import BigNumber, Code, UtcTime, one_of


class Role(StrEnum):
    """What a workplace does in the scheme, and with it everybody who signs in there."""

    NATIONAL = "national"  # Kaikukeskus: everything, everywhere
    COORDINATOR = "coordinator"  # of an area: its workplaces, venues, desks and statistics
    ISSUER = "issuer"  # gives cards to clients, in its area
    VENUE = "venue"  # one venue: its offers, visits and statistics


workplaces = Table(
    "workplaces",
    metadata,
    Column("id", Uuid, primary_key=True),
    Column("role", one_of(Role), nullable=False),
    Column("name", String, nullable=False),
    Column("area", String, nullable=False),  # empty for the national one
    Column("venue_id", ForeignKey("venues.id")),  # of a venue's alone
    Column("made_at", UtcTime, nullable=False),
    Column("closed_at", UtcTime),
)

accounts = Table(  # ways to sign in at a workplace; nothing about the person is kept
    "accounts",
    metadata,
    Column("id", Uuid, primary_key=True),
    Column("workplace_id", ForeignKey("workplaces.id"), nullable=False),
    Column("login", String, nullable=False, unique=True),
    Column("made_at", UtcTime, nullable=False),
    Column("closed_at", UtcTime),
    Column("password_hash", String),
    Column("totp_key", LargeBinary),  # sealed by a key that is not in the database
    Column("totp_step", BigNumber),  # the last that was used: no code works twice
    Column("signed_in_at", UtcTime),
    Column("oidc_issuer", String),
    Column("oidc_subject", String),
    Index("accounts_by_identity", "oidc_issuer", "oidc_subject", unique=True),
    Index("accounts_by_workplace", "workplace_id"),
)

console_sessions = Table(
    "console_sessions",
    metadata,
    Column("token_hash", LargeBinary(32), primary_key=True),
    Column("account_id", ForeignKey("accounts.id"), nullable=False),
    Column("made_at", UtcTime, nullable=False),
    Column("used_at", UtcTime, nullable=False),  # to some minutes
    Column("ends_at", UtcTime, nullable=False),
    Index("console_sessions_by_account", "account_id"),
    Index("console_sessions_by_end", "ends_at"),
)

invitations = Table(  # links by which an account gets a password, once
    "invitations",
    metadata,
    Column("token_hash", LargeBinary(32), primary_key=True),
    Column("account_id", ForeignKey("accounts.id"), nullable=False),
    Column("made_at", UtcTime, nullable=False),
    Column("ends_at", UtcTime, nullable=False),
    Column("used_at", UtcTime),
    Index("invitations_by_account", "account_id"),
)

failed_sign_ins = Table(
    "failed_sign_ins",
    metadata,
    Column("number", BigNumber, primary_key=True, autoincrement=True),
    Column("caller", String, nullable=False),
    Column("login_hash", LargeBinary(32), nullable=False),  # it may be a password, mistyped
    Column("at", UtcTime, nullable=False),
    Index("failed_sign_ins_by_login", "login_hash", "at"),
    Index("failed_sign_ins_by_caller", "caller", "at"),
    Index("failed_sign_ins_by_time", "at"),
)

console_audit = Table(  # who did what when
    "console_audit",
    metadata,
    Column("number", BigNumber, primary_key=True, autoincrement=True),
    Column("at", UtcTime, nullable=False),
    Column("account_id", Uuid),  # empty for the administrator's commands
    Column("login", String, nullable=False),
    Column("workplace_id", Uuid),
    Column("area", String, nullable=False),
    Column("action", String(40), nullable=False),
    Column("subject", String(200), nullable=False),  # a card's number is masked
    Column("mark", LargeBinary(32)),  # by which a card is found whose number is typed
    Column("detail", Text),
    Index("console_audit_by_time", "at"),
    Index("console_audit_by_mark", "mark"),
)

registered_cards = Table(  # what issuers know of a card, and desks never hear
    "registered_cards",
    metadata,
    Column("id", Uuid, primary_key=True),  # by which pages name the card
    Column("number", Code, nullable=False, unique=True),
    Column("workplace_id", ForeignKey("workplaces.id")),
    Column("area", String, nullable=False),
    Column("birth_year", Integer),
    Column("postcode", String(5)),
    Column("registered_at", UtcTime, nullable=False),
    Column("replaces", Uuid),
    Column("birth_decade", Integer),  # what is left of the year, and
    Column("postcode_area", String(2)),  # of the postcode, once they have gone
    Index("registered_cards_by_workplace", "workplace_id", "registered_at"),
)
Index(
    "registered_cards_by_time",
    registered_cards.c.registered_at.desc(),
    registered_cards.c.number,
)

card_links = Table(  # secrets by which a holder sees the card on a telephone
    "card_links",
    metadata,
    Column("token_hash", LargeBinary(32), primary_key=True),
    Column("card_id", ForeignKey("registered_cards.id"), nullable=False),
    Column("made_at", UtcTime, nullable=False),
    Column("revoked_at", UtcTime),
    Index("card_links_by_card", "card_id"),
)

commitments = Table(  # what a venue has promised the scheme, and for how long
    "commitments",
    metadata,
    Column("id", Uuid, primary_key=True),
    Column("venue_id", ForeignKey("venues.id"), nullable=False),
    Column("starts", Date, nullable=False),
    Column("ends", Date),
    Column("text", Text, nullable=False),
    Column("made_at", UtcTime, nullable=False),
    Index("commitments_by_venue", "venue_id", "starts"),
)

note_answers = Table(
    "note_answers",
    metadata,
    Column("venue_id", String, primary_key=True),
    Column("note_id", Uuid, primary_key=True),
    Column("at", UtcTime, nullable=False),
    Column("account_id", ForeignKey("accounts.id"), nullable=False),
    Column("text", Text, nullable=False),
)

visit_sums = (
    Table(  # tickets of accepted visits; made out of the visits, see the module of its name
        "visit_sums",
        metadata,
        Column("month", Date, primary_key=True),  # its first day
        Column("venue_id", String, primary_key=True),
        Column("offer_id", Uuid, primary_key=True),
        *(Column(group.value, BigNumber, nullable=False) for group in TicketGroup),
    )
)

summed_venues = Table(  # up to which position of a venue's feed its visits are in the sums
    "summed_venues",
    metadata,
    Column("venue_id", String, primary_key=True),
    Column("position", BigNumber, nullable=False),
)
