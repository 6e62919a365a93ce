"""Changes of a transaction that the operation log has to contain too."""

from collections.abc import Mapping
from enum import StrEnum
from uuid import UUID

import sqlalchemy as sa

from sync.rules.visits import Operation

_NOTED = "changed operations"


class Subject(StrEnum):
    """The kind of thing that a change's key names."""

    OPERATION = "operation"  # by its id
    RESOLUTION = "resolution"  # by its place in ``settlements``
    ENROLMENT = "enrolment"  # by its place in ``desks``
    PAPER_ROW = "paper_row"  # by its id, also where it is gone
    QUOTA_SHARE = "quota_share"  # by its offer


Change = tuple[Subject, UUID | int]


def note_change(
    connection: sa.Connection,
    subject: Subject,
    key: UUID | int,
    content: Operation | None = None,
) -> None:
    """Note a change that is to be appended to the log after the commit.

    Code that writes one of these rows, or changes what is in one, says so here. An operation whose
    ``content`` is given is not read from the database again.
    """
    connection.info.setdefault(_NOTED, {})[subject, key] = content


def pop_changes(connection: sa.Connection) -> Mapping[Change, Operation | None]:
    """Return all noted changes, each once, in their order, and clear them."""
    noted: dict[Change, Operation | None] = connection.info.pop(_NOTED, {})
    return noted
