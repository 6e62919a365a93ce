"""Arguments of the commands about what waits, was refused, or is missing."""

import argparse
from collections.abc import Callable
from uuid import UUID

from desk_app.cli.argument_types import plain_text
from desk_app.services.inbox_items import Resolution


def add_queue(command: Callable[[str, str], argparse.ArgumentParser]) -> None:
    """Add ``queue``, ``acknowledge`` and ``resolve``."""
    command(
        "queue",
        "List the records that are waiting to be sent and those that the register rejected.",
    )

    command(
        "acknowledge",
        "Confirm that you have read which records are missing. The notice is then no longer shown.",
    )

    resolve = command(
        "resolve", "Resolve records that the register rejected. The command queue lists them."
    )
    actions = [Resolution.WITHDRAW, Resolution.AGAIN, Resolution.NOTE, Resolution.SEEN]
    resolve.add_argument(
        "action",
        type=Resolution,
        choices=actions,
        metavar="withdraw|again|note|seen",
        help="withdraw the visit, send it again, send it to Kaikukeskus with a note, or mark a "
        "card used at two desks as seen",
    )
    resolve.add_argument(
        "ids", type=UUID, nargs="+", metavar="ID", help="ID of the record, as queue shows it"
    )
    resolve.add_argument("--note", type=str, metavar="TEXT", help="the note to Kaikukeskus")
    resolve.add_argument(
        "--operator", type=plain_text, metavar="TEXT", help="initials or code of the operator"
    )
