"""Lists of the admin's commands: a line for each item, or one JSON object.

Names and notes come from elsewhere, and play no tricks on a terminal.
"""

import sys
from collections.abc import Callable, Iterable, Mapping
from datetime import datetime
from typing import Any

import click
from pydantic_core import to_json
from sqlalchemy import RowMapping

from sync.rules.card_numbers import mask
from sync.rules.texts import visible
from sync.server.store.operations import RecordedVisit


def list_all(name: str | None, items: Iterable[Any], line: Callable[[Any], str]) -> None:
    """A line for each item, or one JSON object, as they come: memory may not hold them all."""
    if name is None:
        for item in items:
            click.echo(line(item))
        return
    sys.stdout.write(f'{{"{name}":[')
    between = ""
    for item in items:
        values = dict(item) if isinstance(item, RowMapping) else item
        sys.stdout.write(between + to_json(values, ensure_ascii=True).decode())
        between = ","
    sys.stdout.write("]}\n")
    sys.stdout.flush()  # a reader that has gone is noticed while click can still end quietly


def desk_line(desk: Mapping[str, Any]) -> str:
    """A desk, and how it stands."""
    if desk["revoked_at"]:
        state = f"revoked {_time(desk['revoked_at'])}"
    elif desk["heard_at"] is None:
        state = "enrolled, not heard of yet"
    else:
        state = (
            f"heard of {_time(desk['heard_at'])}, version {desk['app_version']},"
            f" {desk['pending']} waiting, {desk['attention']} refused"
        )
        if desk["forked"]:
            noticed = _time(desk["forked_at"])
            state += f", DATA USED TWICE, OR AN OLD COPY WAS PUT BACK (noticed {noticed})"
    enrolled = _time(desk["enrolled_at"])
    venue_ids = ",".join(desk["venue_ids"])
    return f"{desk['id']}  {venue_ids}  {visible(desk['name'])}  {enrolled}  {state}"


def visit_line(visit: RecordedVisit) -> str:
    """A visit, with the end of its card's number."""
    number = mask(visit.card_number or "")
    return f"{visit.id}  {visit.local_date}  {visit.venue_id}  {number}  {visit.state}"


def note_line(note: RowMapping) -> str:
    """What a venue tells about an operation that was refused."""
    about = f"{note['about']} ({note['code']})" if note["code"] else str(note["about"])
    return visible(
        f"{_time(note['received_at'])}  {note['venue_name']}, {note['desk_name']}"
        f"  {about}: {note['text']}"
    )


def _time(moment: datetime) -> str:
    return f"{moment:%Y-%m-%d %H:%M}"
