"""The tables that concern the log of operations, what was mended, and what is missing."""

import sqlalchemy as sa

from desk_app.store.schema.columns import UtcText, metadata

operation_log = sa.Table(  # what is known here of the log of operations beside this file
    "operation_log",
    metadata,
    sa.Column("id", sa.Integer, sa.CheckConstraint("id = 1", name="one_row"), primary_key=True),
    sa.Column("number", sa.BigInteger, nullable=False),  # of its last record; 0 before the first
    sa.Column("unerased", sa.Boolean, nullable=False),  # forgotten here, and not yet in the log
    sa.Column("at", UtcText),  # when its last record was written
)

recoveries = sa.Table(  # what was mended when the store was opened; only ever added to
    "recoveries",
    metadata,
    sa.Column("seq", sa.Integer, primary_key=True, autoincrement=True),
    sa.Column("at", UtcText, nullable=False),
    sa.Column("rebuilt", sa.Boolean, nullable=False),
    sa.Column("visits", sa.Integer, nullable=False),
    sa.Column("taken_in", sa.Integer, nullable=False),
    sa.Column("log_renewed", sa.Boolean, nullable=False),
    sa.Column("lost", sa.Integer, nullable=False),
    sa.Column("knows_all", sa.Boolean, nullable=False),
    sa.Column("aside", sa.String),
    sa.Column("lost_since", UtcText),  # what is lost was recorded from then
    sa.Column("lost_until", UtcText),  # to then, as far as that is known
    sqlite_autoincrement=True,
)

missing_operations = sa.Table(  # that waited, and are gone from this file and from its log
    "missing_visits",  # which it held alone at first: rebuilding copies tables by their names
    metadata,
    sa.Column("id_prefix", sa.CHAR(16), primary_key=True),  # the first digits of the id
    sa.Column("noticed_at", UtcText, nullable=False),
    sa.Column("sought", sa.Boolean, nullable=False, server_default=sa.text("0")),  # at the register
    sa.Column("acknowledged_at", UtcText),  # when a person confirmed having read of it
)
