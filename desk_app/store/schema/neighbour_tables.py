"""The tables that concern neighbours."""

import sqlalchemy as sa

from desk_app.store.schema.columns import metadata, one_of

neighbours = sa.Table(
    "neighbours",
    metadata,
    sa.Column("desk_id", sa.Uuid, primary_key=True),
    sa.Column("desk_name", sa.String, nullable=False),
    sa.Column("lan_key", sa.String, nullable=False),
)

news = sa.Table(  # written by triggers, whatever writes what it tells of
    "news",
    metadata,
    sa.Column("seq", sa.Integer, primary_key=True, autoincrement=True),
    sa.Column("kind", one_of("kind", "operation", "visit"), nullable=False),
    sa.Column("id", sa.Uuid, nullable=False),
    sa.UniqueConstraint("kind", "id"),
    sqlite_autoincrement=True,
)

news_noted = sa.Table(  # its row is there while news is noted
    "news_noted",
    metadata,
    sa.Column("id", sa.Integer, sa.CheckConstraint("id = 1", name="one_row"), primary_key=True),
)

news_runs = sa.Table(  # of this desk among its neighbours, each with the place up to which it told
    "news_runs",
    metadata,
    sa.Column("seq", sa.Integer, primary_key=True, autoincrement=True),
    sa.Column("id", sa.String, nullable=False),
    sa.Column("told", sa.Integer, nullable=False),
    sa.UniqueConstraint("id"),
    sqlite_autoincrement=True,
)

news_cursors = sa.Table(  # how far each neighbour's news was taken in
    "news_cursors",
    metadata,
    sa.Column("desk_id", sa.Uuid, primary_key=True),
    sa.Column("cursor", sa.String, nullable=False),
)

unaware_visits = sa.Table(  # the desk that recorded the visit did not know of the other one
    "unaware_visits",
    metadata,
    sa.Column("visit_id", sa.Uuid, primary_key=True),
    sa.Column("other_id", sa.Uuid, primary_key=True),
    sa.Column("limit_passed", sa.Boolean, nullable=False, server_default=sa.text("0")),
    sa.Column("seen", sa.Boolean, nullable=False, server_default=sa.text("0")),
)

quota_shares = sa.Table(
    "quota_shares",
    metadata,
    sa.Column("offer_id", sa.Uuid, primary_key=True),
    sa.Column("granted", sa.Integer, nullable=False),
    sa.Column("turn", sa.Integer, nullable=False),  # counts what was asked of the register
    sa.Column("moved_out", sa.JSON, nullable=False),  # by desk, all that was ever moved
    sa.Column("moved_in", sa.JSON, nullable=False),
    sa.Column("given", sa.Integer, nullable=False, server_default=sa.text("0")),  # by triggers
)
