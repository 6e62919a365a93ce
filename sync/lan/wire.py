"""The neighbours' messages in JSON. An entry that cannot be read never fails its page.

Each call that parses or validates holds the interpreter until it returns, and with it the window:
so a page is short, and what is in it is validated in short pieces.
"""

import logging
import re
from collections.abc import Callable, Iterator, Sequence
from itertools import chain
from typing import Annotated, Any, TypeVar
from uuid import UUID

from pydantic import Field, TypeAdapter, ValidationError
from pydantic.dataclasses import dataclass
from pydantic_core import from_json, to_json

from sync.lan.news import (
    LONGEST_CODE,
    LONGEST_DETAIL,
    LONGEST_NAME,
    MOST_CURSOR,
    MOST_ENTRIES,
    MOST_KEY_CHANGES,
    MOST_OFFERS,
    MOST_UNAWARE,
    News,
    NewsBrief,
    NewsOperation,
    RegisterVersion,
    TicketsAsked,
)
from sync.ports import OperationState
from sync.protocol import dump_operation, load_operation
from sync.rules.bounds import is_meant
from sync.rules.card_numbers import is_normal
from sync.rules.offers import MOST
from sync.rules.texts import check_text
from sync.rules.visits import LAST_REVISION, OwnOffer, VenueVisit, Visit

_log = logging.getLogger(__name__)

MOST_CARDS = 20_000_000
LONGEST_ENTRY = 8 << 10
"""Bytes that are validated at once; the longest of ours, an offer in three languages, has 5,000."""
_MOST_PARTS = 2_000
"""Values that are validated at once, by what stands between them; texts may hold some of that."""
_COUNTS_AT_ONCE = 100
_LONGEST_TEXT = 200
_CURSOR = re.compile(f"[0-9A-Za-z._-]{{1,{MOST_CURSOR}}}")
"""It becomes part of an address, and is kept."""
_SENT_AS_THEY_ARE = (OperationState.PENDING, OperationState.ACCEPTED, OperationState.REJECTED)
_SENT_STATES = {state.value: state for state in (*_SENT_AS_THEY_ARE, OperationState.WITHDRAWN)}
_VISIT: TypeAdapter[VenueVisit] = TypeAdapter(VenueVisit)
_REGISTER: TypeAdapter[RegisterVersion] = TypeAdapter(RegisterVersion)
_Count = Annotated[int, Field(ge=0, le=MOST)]
_COUNTS: TypeAdapter[dict[UUID, int]] = TypeAdapter(dict[UUID, _Count])
_IDS: TypeAdapter[list[UUID]] = TypeAdapter(Annotated[list[UUID], Field(max_length=MOST_UNAWARE)])
_ASKED_IDS: TypeAdapter[list[UUID]] = TypeAdapter(
    Annotated[list[UUID], Field(max_length=MOST_ENTRIES)]
)
_Read = TypeVar("_Read")


@dataclass(frozen=True)
class _Asked:
    offer_id: UUID
    wanted: _Count
    needed: _Count
    received: _Count


_ASKED: TypeAdapter[_Asked] = TypeAdapter(_Asked)
_MOVED: TypeAdapter[dict[str, int]] = TypeAdapter(dict[str, _Count])


def write_news(news: News) -> bytes:
    """A page of news."""
    return to_json(
        {
            "cursor": news.cursor,
            "more": news.more,
            "operations": [_dump(entry) for entry in news.operations],
            "briefs": [_dump_brief(brief) for brief in news.briefs],
            "visits": [_VISIT.dump_python(visit, mode="json") for visit in news.visits],
            "left": {str(offer_id): left for offer_id, left in news.left.items()},
            "moved": {str(offer_id): moved for offer_id, moved in news.moved.items()},
            "register": news.register,
        }
    )


def read_news(body: bytes) -> News:
    """A page of news, without the entries that cannot be read. Raises ``ValueError``."""
    page = _envelope(body)
    cursor, register = page.get("cursor"), page.get("register")
    if not isinstance(cursor, str) or not _CURSOR.fullmatch(cursor):
        raise ValueError("news without a cursor")
    return News(
        cursor=cursor,
        more=page.get("more") is True,
        operations=_each(page, "operations", _load),
        visits=_each(page, "visits", _load_visit),
        briefs=_each(page, "briefs", _load_brief),
        left=_or_none(_load_counts, page.get("left")) or {},
        moved=_or_none(_load_counts, page.get("moved")) or {},
        register=None if register is None else _or_none(_load_register, register),
    )


def write_operations(operations: Sequence[NewsOperation]) -> bytes:
    """The operations that a neighbour lacked."""
    return to_json({"operations": [_dump(entry) for entry in operations]})


def read_operations(body: bytes) -> Sequence[NewsOperation]:
    """Return the operations that can be read. Raises ``ValueError``."""
    return _each(_envelope(body), "operations", _load)


def write_ids(ids: Sequence[UUID]) -> bytes:
    """A request for the operations with these ids."""
    return to_json(ids)


def read_ids(body: bytes) -> Sequence[UUID]:
    """The ids of a request. Raises ``ValueError``."""
    return _ASKED_IDS.validate_json(body, strict=True)


def write_asked(asked: TicketsAsked) -> bytes:
    """A request for tickets."""
    return to_json(asked)


def read_asked(body: bytes) -> TicketsAsked:
    """A request for tickets. Raises ``ValueError``."""
    read = _ASKED.validate_json(body, strict=True)
    return TicketsAsked(
        offer_id=read.offer_id, wanted=read.wanted, needed=read.needed, received=read.received
    )


def write_moved(moved: int) -> bytes:
    """The answer: how many were ever moved."""
    return to_json({"moved": moved})


def read_moved(body: bytes) -> int:
    """How many were ever moved. Raises ``ValueError``."""
    moved = _MOVED.validate_json(body, strict=True).get("moved")
    if moved is None:
        raise ValueError("an answer without a count")
    return moved


def _dump(entry: NewsOperation) -> dict[str, Any]:
    page: dict[str, Any] = {"desk": entry.desk_name, "operation": dump_operation(entry.operation)}
    page |= {"state": entry.state.value, "code": entry.code, "detail": entry.detail}
    page["unaware"] = [str(each) for each in entry.unaware[:MOST_UNAWARE]] or None
    return {name: value for name, value in page.items() if value is not None}


def _dump_brief(brief: NewsBrief) -> dict[str, Any]:
    unaware = [each.hex for each in brief.unaware[:MOST_UNAWARE]]
    page: dict[str, Any] = {"id": brief.id.hex, "state": brief.state.value}
    return page | ({"unaware": unaware} if unaware else {})


def _load_brief(entry: Any) -> NewsBrief:  # noqa: ANN401 - whatever came
    return NewsBrief(
        id=UUID(entry["id"]),
        state=_SENT_STATES[entry["state"]],
        unaware=_or_none(_load_ids, entry.get("unaware", [])) or (),
    )


def _load(entry: Any) -> NewsOperation:  # noqa: ANN401 - whatever came
    wire, name = entry["operation"], entry["desk"]
    code, detail = entry.get("code"), entry.get("detail")
    check_text(name, "a desk's name", longest=LONGEST_NAME)
    check_text(code, "a code", longest=LONGEST_CODE)
    if detail is not None and (not isinstance(detail, str) or len(detail) > LONGEST_DETAIL):
        detail = None
    operation = load_operation(wire["kind"], _json(wire))
    if not is_meant(operation.recorded_at):
        raise ValueError("a time that nobody means")
    if isinstance(operation, Visit) and not is_meant(operation.local_date):
        raise ValueError("a day that nobody means")
    if isinstance(operation, OwnOffer):
        operation.offer.check_times()
    return NewsOperation(
        desk_name=name,
        operation=operation,
        state=_SENT_STATES[entry.get("state", "pending")],
        code=code,
        detail=detail,
        unaware=_or_none(_load_ids, entry.get("unaware", [])) or (),
    )


def _load_ids(entry: Any) -> list[UUID]:  # noqa: ANN401 - whatever came
    return _strict(_IDS, entry)


def _load_visit(entry: Any) -> VenueVisit:  # noqa: ANN401 - whatever came
    visit: VenueVisit = _strict(_VISIT, entry)
    check_text(visit.desk_name, "a desk's name", longest=LONGEST_NAME)
    if not is_meant(visit.local_date):
        raise ValueError("a day that nobody means")
    if visit.card_number is not None and not is_normal(visit.card_number):
        raise ValueError("no card's number")
    return visit


def _load_register(entry: Any) -> RegisterVersion:  # noqa: ANN401 - whatever came
    version: RegisterVersion = _strict(_REGISTER, entry)
    texts = (version.checksum, version.signed_at, version.signature, *chain(*version.key_changes))
    if not (0 <= version.revision <= LAST_REVISION and 0 <= version.count <= MOST_CARDS):
        raise ValueError("no register has this")
    if len(version.key_changes) > MOST_KEY_CHANGES or max(map(len, texts)) > _LONGEST_TEXT:
        raise ValueError("no register has this")
    return version


def _load_counts(entry: Any) -> dict[UUID, int]:  # noqa: ANN401 - whatever came
    if not isinstance(entry, dict) or len(entry) > MOST_OFFERS:
        raise ValueError("no counts")
    found: dict[UUID, int] = {}
    pairs = [*entry.items()]
    for start in range(0, len(pairs), _COUNTS_AT_ONCE):
        some: dict[UUID, int] = _strict(_COUNTS, dict(pairs[start : start + _COUNTS_AT_ONCE]))
        found |= some
    return found


def _envelope(body: bytes) -> dict[str, Any]:
    page = from_json(body)
    if not isinstance(page, dict):
        raise ValueError("no message")  # noqa: TRY004 - what came is wrong, not our call
    return page


def _strict(adapter: TypeAdapter[_Read], element: object) -> _Read:
    return adapter.validate_json(_json(element), strict=True)


def _json(element: object) -> bytes:
    """A part of a page, to be validated at once. Raises ``ValueError`` for a longer one."""
    wire = to_json(element)
    if len(wire) > LONGEST_ENTRY or sum(map(wire.count, (b",", b"[", b"{"))) > _MOST_PARTS:
        raise ValueError("longer than any entry")
    return wire


def _or_none(read: Callable[[Any], _Read], entry: object) -> _Read | None:
    try:
        return read(entry)
    except _UNREADABLE:
        return None


_UNREADABLE = (
    *(ValidationError, ValueError, TypeError, LookupError),
    *(AttributeError, ArithmeticError, RecursionError),
)


def _each(page: dict[str, Any], name: str, read: Callable[[Any], _Read]) -> list[_Read]:
    entries = page.get(name)
    if not isinstance(entries, list):
        return []
    found = [each for each in _read_each(entries[:MOST_ENTRIES], read) if each is not None]
    if len(found) < len(entries):
        _log.info("a neighbour's news: %s of %s are left out", len(entries) - len(found), name)
    return found


def _read_each(entries: list[Any], read: Callable[[Any], _Read]) -> Iterator[_Read | None]:
    return (_or_none(read, entry) for entry in entries)
