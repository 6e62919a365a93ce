"""Every table of the store. A change here needs a migration step."""

from typing import Any

import sqlalchemy as sa

from desk_app.services.inbox_items import Resolution
from desk_app.store.schema.columns import UtcText, named, one_of
from desk_app.store.schema.columns import metadata as metadata  # noqa: PLC0414 - all tables are its
from desk_app.store.schema.neighbour_tables import (
    neighbours,
    news,
    news_cursors,
    news_noted,
    news_runs,
    quota_shares,
    unaware_visits,
)
from desk_app.store.schema.recovery_tables import (
    missing_operations as missing_operations,  # noqa: PLC0414 - as all tables are, from here
)
from desk_app.store.schema.recovery_tables import (
    operation_log as operation_log,  # noqa: PLC0414 - likewise
)
from desk_app.store.schema.recovery_tables import (
    recoveries as recoveries,  # noqa: PLC0414 - likewise
)
from sync.ports import NOT_GIVEN, OperationState
from sync.rules.bounds import RELEASED
from sync.rules.cards import CardKind, CardStatus
from sync.rules.codes import VerdictCode
from sync.rules.offers import LimitPeriod, OfferKind, OfferStatus, Sector
from sync.rules.tickets import KINDS
from sync.rules.visits import EntryMethod, VisitState, VoidReason


def _cards(name: str, *more: sa.Column[Any], read: bool = False) -> sa.Table:
    """Cards by number. Where only cards that were ``read`` come, each is whole and sound.

    Else a card may be an odd one, of which the fields are kept as they came; among changes, a
    number alone is a card that left.
    """
    return sa.Table(
        name,
        metadata,
        sa.Column("number", sa.String, primary_key=True),
        sa.Column("kind", named(CardKind) if read else sa.String, nullable=not read),
        sa.Column("status", named(CardStatus) if read else sa.String, nullable=not read),
        sa.Column("valid_from", sa.Date, nullable=not read),
        sa.Column("valid_until", sa.Date, nullable=not read),
        sa.Column("minors", sa.Integer, nullable=not read),
        sa.Column("area", sa.String, nullable=not read),
        sa.Column("local_only", sa.Boolean, nullable=not read),
        *more,
        sqlite_with_rowid=False,  # the number is the row's only name: one tree to search
    )


CARDS = {"a": _cards("cards_a"), "b": _cards("cards_b")}
"""Two sides: one is in use while the other is being loaded."""

looked_up_cards = _cards(  # results of online lookups, beside the register
    "seen_cards",
    sa.Column("revision", sa.BigInteger, nullable=False),
    sa.Column("seen_at", UtcText, nullable=False),
    read=True,
)

card_changes = _cards("card_changes")
"""Changes to the register in use; they are moved there piece by piece."""

register_state = sa.Table(
    "register_state",
    metadata,
    sa.Column("side", one_of("side", "a", "b"), primary_key=True),
    sa.Column("in_use", sa.Boolean, nullable=False),
    sa.Column("revision", sa.BigInteger, nullable=False),
    sa.Column("card_count", sa.BigInteger, nullable=False),
    sa.Column("checksum", sa.String(64), nullable=False),
    sa.Column("verified_at", UtcText),  # set once in use
    sa.Column("after", sa.String),  # where a load goes on
    sa.Column("pages_done", sa.Boolean, nullable=False, default=False),
    # whether the changes beside it are active, on the side in use
    sa.Column("changed", sa.Boolean, nullable=False, default=False, server_default=sa.text("0")),
    # the last number of the whole pages of a load
    sa.Column("up_to", sa.String, nullable=False, default="", server_default=sa.text("''")),
    # the register's signature over this state with the time, to hand it on; empty without one
    sa.Column("signed_at", sa.String),
    sa.Column("signature_at", sa.String),
)


def _offer_columns() -> list[sa.Column[Any]]:
    return [
        sa.Column("kind", named(OfferKind), nullable=False),
        sa.Column("sector", named(Sector), nullable=False),
        sa.Column("name_fi", sa.String, nullable=False),
        sa.Column("name_sv", sa.String),
        sa.Column("name_en", sa.String),
        sa.Column("place", sa.String),
        sa.Column("starts_at", UtcText),
        sa.Column("ends_at", UtcText),
        sa.Column("status", named(OfferStatus), nullable=False),
        sa.Column("quota_total", sa.Integer),
        sa.Column("quota_used", sa.Integer),
        sa.Column("limit_count", sa.Integer),
        sa.Column("limit_period", named(LimitPeriod)),
        sa.Column("limit_days", sa.Integer),
        sa.Column("value_cents", sa.Integer),
        sa.Column("ceiling_cents", sa.Integer),
        sa.Column("minors_allowed", sa.Boolean, nullable=False),
        sa.Column("limit_months", sa.Integer),
        sa.Column("course_count", sa.Integer),
        sa.Column("course_period", named(LimitPeriod, "courseperiod")),
        sa.Column("course_days", sa.Integer),
        sa.Column("course_months", sa.Integer),
        sa.Column("value_asked", sa.Boolean),
        sa.Column("venue_id", sa.String),
    ]


offers = sa.Table(
    "offers",
    metadata,
    sa.Column("id", sa.Uuid, primary_key=True),
    sa.Column("own", sa.Boolean, nullable=False),  # added here, and not yet heard of in the feed
    sa.Column("removed", sa.Boolean, nullable=False),  # kept, so that the journal can name it
    *_offer_columns(),
    sa.Column("round", sa.Integer, nullable=False, server_default=sa.text("0")),
)

feeds = sa.Table(
    "feeds",
    metadata,
    sa.Column("name", sa.String, primary_key=True),  # "offers" or "activity"
    sa.Column("cursor", sa.String),  # empty when it is to be read from nothing
    sa.Column("complete_at", UtcText),  # known whole up to this moment
    # which reading from nothing this is; what is of an earlier one goes when it is whole
    sa.Column("round", sa.Integer, nullable=False, server_default=sa.text("0")),
)


def _tickets() -> list[sa.Column[int]]:
    return [sa.Column(kind.name, sa.Integer, nullable=False) for kind in KINDS]


def _index(name: str, *columns: sa.Column[Any], where: str) -> None:
    """An index that takes no room, and no time, for other rows."""
    sa.Index(f"ix_{columns[0].table.name}_{name}", *columns, sqlite_where=sa.text(where))


visits = sa.Table(
    "visits",
    metadata,
    sa.Column("id", sa.Uuid, primary_key=True),
    sa.Column("recorded_at", UtcText, nullable=False),
    sa.Column("local_date", sa.Date, nullable=False, index=True),
    sa.Column("card_number", sa.String),  # until it is anonymised
    sa.Column("card_mark", sa.LargeBinary),  # then, while a limit counts by it
    sa.Column("offer_id", sa.Uuid, nullable=False, index=True),
    *_tickets(),
    sa.Column("entry", named(EntryMethod), nullable=False),
    sa.Column("register_revision", sa.BigInteger, nullable=False),
    sa.Column("verdict", named(VerdictCode), nullable=False),
    sa.Column("provisional", sa.Boolean, nullable=False),
    sa.Column("printed_valid_until", sa.Date),
    sa.Column("clock_trusted", sa.Boolean, nullable=False),
    sa.Column("operator", sa.String),
    sa.Column("replaces", sa.Uuid),
    sa.Column("system_at", UtcText),  # the machine's clock, if the visit was dated by it
    sa.Column("clock_run", sa.Integer),
    sa.Column("value_cents", sa.Integer),  # the fee as it was told, where the offer asks for it
    sa.Column("steady_ms", sa.BigInteger),  # when it was in that run
    sa.Column("floor_at", UtcText),  # the latest time known to have come by then
    sa.Column("first_dated_at", UtcText),  # by a wrong clock, where it was dated afresh
)
_PAST = [  # what is read of a card's earlier visits at every check: out of an index alone
    visits.c[name]
    for name in (
        *("id", "offer_id", "local_date", "recorded_at"),
        *("holder", "children", "grandchildren", "assistants", "worker", "community_minors"),
    )
]
sa.Index("ix_visits_card_number", visits.c.card_number, *_PAST)
_index("card_mark", visits.c.card_mark, visits.c.card_number, *_PAST, where="card_mark IS NOT NULL")

operations = sa.Table(
    "operations",
    metadata,
    sa.Column("seq", sa.Integer, primary_key=True, autoincrement=True),  # the journal's order
    sa.Column("id", sa.Uuid, nullable=False, unique=True),
    sa.Column("kind", one_of("kind", "visit", "void", "offer", "note"), nullable=False),
    sa.Column("visit_id", sa.Uuid),  # the visit that it is, or that it voids
    sa.Column("state", named(OperationState), nullable=False, index=True),
    sa.Column("taken", sa.Boolean, nullable=False),  # sent at least once: it must not change now
    sa.Column("code", sa.String),
    sa.Column("detail", sa.String),
    sa.Column("settled_at", UtcText),
    sa.Column("carried_from", sa.String),  # the desk of the venue whose work it is, if not ours
    # whose it is: it is sent under an enrolment of this venue at this register, and no other
    sa.Column("venue_id", sa.String),
    sa.Column("register_key", sa.LargeBinary),
    # what hinders it: the smallest batch that failed with it in it, and how often it failed alone
    sa.Column("failed_with", sa.Integer),
    sa.Column("tries", sa.Integer, nullable=False, server_default=sa.text("0")),
    sa.Column("next_try_at", UtcText),  # not before; empty for at once
    sa.Column("hindered_since", UtcText),
    sa.Column("shown", sa.Boolean, nullable=False, server_default=sa.text("0")),
    sa.Column("from_feed", sa.Boolean, nullable=False, server_default=sa.text("0")),  # never sent
    sa.Column("card_came", sa.Boolean, nullable=False, server_default=sa.text("0")),
    # sent again after it was accepted; where it is accepted once more, the register had it
    sa.Column("resent", sa.Boolean, nullable=False, server_default=sa.text("0")),
    # waits here, was sent by another desk, and is counted in the offers that came by file
    sa.Column("counted", sa.Boolean, nullable=False, server_default=sa.text("0")),
    # another desk's, which is a neighbour: there people are asked what becomes of it, not here
    sa.Column("recorder_asks", sa.Boolean, nullable=False, server_default=sa.text("0")),
    sqlite_autoincrement=True,
)
_index("settled_at", operations.c.settled_at, where="settled_at IS NOT NULL")
_NOT_GIVEN = ", ".join(f"'{state}'" for state in NOT_GIVEN)
_index("not_given", operations.c.id, where=f"state IN ({_NOT_GIVEN})")

voids = sa.Table(
    "voids",
    metadata,
    sa.Column("id", sa.Uuid, sa.ForeignKey("operations.id"), primary_key=True),
    sa.Column("visit_id", sa.Uuid, nullable=False, unique=True),  # may be another desk's visit
    sa.Column("reason", named(VoidReason), nullable=False),
    sa.Column("recorded_at", UtcText, nullable=False),
    sa.Column("operator", sa.String),
)

settlements = sa.Table(  # what people did about refusals; only ever added to
    "settlements",
    metadata,
    sa.Column("seq", sa.Integer, primary_key=True, autoincrement=True),
    sa.Column("operation_id", sa.Uuid, sa.ForeignKey("operations.id"), nullable=False, index=True),
    sa.Column("code", sa.String),  # why the register had refused it
    sa.Column("detail", sa.String),
    sa.Column("remedy", named(Resolution), nullable=False),
    sa.Column("at", UtcText, nullable=False),
    sa.Column("note", sa.String),
    sa.Column("operator", sa.String),
    sqlite_autoincrement=True,
)

own_offers = sa.Table(  # as it was told: the feed may change the offer meanwhile
    "own_offers",
    metadata,
    sa.Column("id", sa.Uuid, sa.ForeignKey("operations.id"), primary_key=True),
    sa.Column("recorded_at", UtcText, nullable=False),
    sa.Column("offer_id", sa.Uuid, nullable=False),
    *_offer_columns(),
    sa.Column("revises", sa.Boolean),
    sa.Column("withdrawn", sa.Boolean),
)

notes = sa.Table(  # what the venue tells Kaikukeskus about operations that were refused
    "notes",
    metadata,
    sa.Column("id", sa.Uuid, sa.ForeignKey("operations.id"), primary_key=True),
    sa.Column("about", sa.Uuid, nullable=False, index=True),
    sa.Column("recorded_at", UtcText, nullable=False),
    sa.Column("code", sa.String),
    sa.Column("text", sa.String),  # until the card number of what it is about is forgotten
    sa.Column("operator", sa.String),
)

activity = sa.Table(
    "activity",
    metadata,
    sa.Column("id", sa.Uuid, primary_key=True),
    sa.Column("desk_id", sa.Uuid, nullable=False),
    sa.Column("desk_name", sa.String, nullable=False),
    sa.Column("card_number", sa.String),
    sa.Column("card_mark", sa.LargeBinary),
    sa.Column("offer_id", sa.Uuid, nullable=False),
    *_tickets(),
    sa.Column("local_date", sa.Date, nullable=False, index=True),
    sa.Column("state", named(VisitState), nullable=False),
    sa.Column("round", sa.Integer, nullable=False, server_default=sa.text("0")),
    # up to when the offers were known when it was first heard of: what they say later counts it
    sa.Column("offers_at", UtcText),
    # whether the register's own feed has told that it was voided, and not only a neighbour
    sa.Column("void_confirmed", sa.Boolean, nullable=False, server_default=sa.text("0")),
)
sa.Index("ix_activity_card_number", activity.c.card_number, activity.c.desk_id)
_index("card_mark", activity.c.card_mark, activity.c.desk_id, where="card_mark IS NOT NULL")

sync_metadata = sa.Table(  # how desk and register stand with each other
    "dialogue",
    metadata,
    sa.Column("id", sa.Integer, sa.CheckConstraint("id = 1", name="one_row"), primary_key=True),
    sa.Column("nonce", sa.String),  # of the last standing that was answered
    sa.Column("forked_at", UtcText),  # when the register said that the data is in use twice
    sa.Column("resent_at", UtcText),  # when work was sent again, for a register that had lost it
    sa.Column("resent", sa.Integer, nullable=False, server_default=sa.text("0")),
    sa.Column("token_doubted_on", sa.Date),  # the first day on which the token was not known
    sa.Column("token_doubted_again", sa.Boolean, nullable=False, server_default=sa.text("0")),
    # own visits that the feed told of and the journal lacked, until the register has been told
    sa.Column("taken_in", sa.Integer, nullable=False, server_default=sa.text("0")),
)

desks = sa.Table(
    "desks",
    metadata,
    sa.Column("seq", sa.Integer, primary_key=True, autoincrement=True),  # the newest is current
    sa.Column("api_url", sa.String, nullable=False),
    sa.Column("ca_file", sa.String),
    sa.Column("desk_id", sa.Uuid, nullable=False),
    sa.Column("desk_name", sa.String, nullable=False),
    sa.Column("venue_id", sa.String, nullable=False),
    sa.Column("venue_name", sa.String, nullable=False),
    sa.Column("venue_area", sa.String, nullable=False),
    sa.Column("register_key", sa.LargeBinary, nullable=False),
    sa.Column("policy", sa.JSON, nullable=False),
    sa.Column("enrolled_at", UtcText, nullable=False),
    sa.Column("refused", sa.String),
    sa.Column("venue_local_only", sa.Boolean, nullable=False, server_default=sa.text("0")),
    sa.Column("venues", sa.JSON),  # all of them, for a desk that records for several
    sa.Column("trusted_key", sa.LargeBinary),  # of the register; empty for the enrolment's own
    sa.Column("key_changes", sa.JSON),  # pairs of keys in hex: the first has vouched for the second
    sqlite_autoincrement=True,
)

clock = sa.Table(
    "clock",
    metadata,
    sa.Column("id", sa.Integer, sa.CheckConstraint("id = 1", name="one_row"), primary_key=True),
    sa.Column("trusted_at", UtcText, nullable=False),
    # Three that are no longer read; copies of earlier versions have them.
    sa.Column("last_seen", UtcText, nullable=False, default=RELEASED),
    sa.Column("run", sa.Integer, nullable=False, default=0),
    sa.Column("offset_ms", sa.BigInteger, nullable=False),
    sa.Column("doubtful", sa.Boolean, nullable=False, default=False),
    sa.Column("heard_at", UtcText),  # the register's latest time
)

clock_runs = sa.Table(
    "clock_runs",
    metadata,
    sa.Column("id", sa.BigInteger, primary_key=True, autoincrement=False),
    sa.Column("boot", sa.String, nullable=False),
    sa.Column("floor_at", UtcText, nullable=False),
    sa.Column("floor_steady_ms", sa.BigInteger, nullable=False),
    sa.Column("seen_at", UtcText, nullable=False),
    sa.Column("seen_steady_ms", sa.BigInteger, nullable=False),
    sa.Column("told_at", UtcText),
    sa.Column("told_steady_ms", sa.BigInteger),
    sa.Column("doubtful", sa.Boolean, nullable=False),
    sa.Column("still_ahead", sa.Boolean, nullable=False),
)

marking = sa.Table(
    "marking",
    metadata,
    sa.Column("id", sa.Integer, sa.CheckConstraint("id = 1", name="one_row"), primary_key=True),
    sa.Column("key", sa.LargeBinary, nullable=False),  # of the marks; it never leaves this desk
)

paper_rows = sa.Table(  # entered from paper, until their visits are recorded under the same ids
    "paper_rows",
    metadata,
    sa.Column("id", sa.Uuid, primary_key=True),
    sa.Column("offer_id", sa.Uuid, nullable=False),
    sa.Column("day", sa.Date, nullable=False),
    sa.Column("number", sa.String, nullable=False),  # as it was entered, finished or not
    sa.Column("printed", sa.Date),
    *[
        sa.Column(column.name, sa.Integer)  # empty where nothing was entered
        for column in _tickets()
    ],
    sa.Column("value_cents", sa.Integer),  # the fee, where it stands on the form
)

JOURNAL = (
    *(visits, operations, voids, settlements, own_offers, notes),
    *(desks, clock, marking, paper_rows, operation_log, recoveries, missing_operations),
    *(quota_shares, unaware_visits),
)
"""Data that only this desk has. Copies hold it, and a damaged file is rebuilt with it."""
FROM_REGISTER = (
    *(*CARDS.values(), sync_metadata),
    *(card_changes, looked_up_cards, register_state, offers, feeds, activity, clock_runs),
    *(neighbours, news, news_noted, news_runs, news_cursors),
)
"""Data that comes again; without its runs the clock begins a new one."""
