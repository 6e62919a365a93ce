"""Converts visits and voids to rows and back: the same id always has the same content."""

import json
from dataclasses import asdict
from typing import Any

import sqlalchemy as sa

from desk_app.services.ports import AnonymisedVisit
from sync.messages import Detail
from sync.rules.tickets import KINDS, Tickets
from sync.rules.visits import Note, Visit, Void


def tickets_from(row: sa.Row[Any]) -> Tickets:
    """The tickets in a row's columns."""
    return Tickets(**{kind.name: getattr(row, kind.name) for kind in KINDS})


def ticket_columns(row: sa.Row[Any]) -> dict[str, int]:
    """The columns of tickets, out of a row that has them."""
    return asdict(tickets_from(row))


def visit_row(visit: Visit) -> dict[str, Any]:
    """A visit's columns."""
    return {
        "id": visit.id,
        "recorded_at": visit.recorded_at,
        "local_date": visit.local_date,
        "card_number": visit.card_number,
        "offer_id": visit.offer_id,
        **{kind.name: getattr(visit.tickets, kind.name) for kind in KINDS},
        "entry": visit.entry,
        "register_revision": visit.register_revision,
        "verdict": visit.verdict,
        "provisional": visit.provisional,
        "printed_valid_until": visit.printed_valid_until,
        "clock_trusted": visit.clock_trusted,
        "operator": visit.operator,
        "replaces": visit.replaces,
        "value_cents": visit.value_cents,
    }


def journal_visit_from(row: sa.Row[Any]) -> Visit | AnonymisedVisit:
    """The rest of an anonymised visit."""
    if row.card_number is not None:
        return visit_from(row)
    return AnonymisedVisit(
        id=row.id,
        recorded_at=row.recorded_at,
        local_date=row.local_date,
        offer_id=row.offer_id,
        tickets=tickets_from(row),
        entry=row.entry,
        register_revision=row.register_revision,
        verdict=row.verdict,
        provisional=row.provisional,
        clock_trusted=row.clock_trusted,
        replaces=row.replaces,
    )


def visit_from(row: sa.Row[Any]) -> Visit:
    """A visit out of its columns, none of which has been anonymised."""
    return Visit(
        id=row.id,
        recorded_at=row.recorded_at,
        local_date=row.local_date,
        card_number=row.card_number,
        offer_id=row.offer_id,
        tickets=tickets_from(row),
        entry=row.entry,
        register_revision=row.register_revision,
        verdict=row.verdict,
        provisional=row.provisional,
        printed_valid_until=row.printed_valid_until,
        clock_trusted=row.clock_trusted,
        operator=row.operator,
        replaces=row.replaces,
        value_cents=row.value_cents,
    )


def void_row(void: Void) -> dict[str, Any]:
    """A void's columns."""
    return {
        "id": void.id,
        "visit_id": void.visit_id,
        "reason": void.reason,
        "recorded_at": void.recorded_at,
        "operator": void.operator,
    }


def void_from(row: sa.Row[Any]) -> Void:
    """A void out of its columns."""
    return Void(
        id=row.id,
        visit_id=row.visit_id,
        reason=row.reason,
        recorded_at=row.recorded_at,
        operator=row.operator,
    )


def note_row(note: Note) -> dict[str, Any]:
    """A note's columns."""
    return {
        "id": note.id,
        "about": note.about,
        "recorded_at": note.recorded_at,
        "code": note.code,
        "text": note.text,
        "operator": note.operator,
    }


def note_from(row: sa.Row[Any]) -> Note:
    """A note out of its columns, none of which has been anonymised."""
    return Note(
        id=row.id,
        about=row.about,
        recorded_at=row.recorded_at,
        code=row.code,
        text=row.text,
        operator=row.operator,
    )


def detail_text(detail: str | Detail | None) -> str | None:
    """The register's words as they are kept: those in several languages as JSON."""
    if not isinstance(detail, Detail):
        return detail
    texts = {language: text for language, text in asdict(detail).items() if text is not None}
    return json.dumps(texts, ensure_ascii=False)
