"""Parses pages from JSON. An element that cannot be read never fails its page.

What a desk cannot read of a feed is left out and logged (contract 1.4a); a card that it cannot read
is kept for the register's count and checksum (contract 1.4).
"""

import json
import logging
import math
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, fields, is_dataclass, replace
from functools import cache, partial
from typing import Any, TypeVar, cast, get_type_hints
from uuid import UUID

from pydantic import TypeAdapter, ValidationError
from pydantic_core import from_json, to_json

from sync.messages import (
    MOST_LISTED,
    PREFIX,
    ActivityPage,
    CardAnswer,
    CardsPage,
    ChangesPage,
    Drop,
    Enrolment,
    Me,
    OfferFeedPage,
    OperationResult,
    OperationsAnswer,
    PartlyReadMe,
    Peer,
    Put,
    SignedKeyChange,
    StandingAnswer,
    UndatedStandingAnswer,
)
from sync.protocol import Moment
from sync.rules.bounds import is_meant
from sync.rules.cards import Card, OddCard
from sync.rules.offers import Offer
from sync.rules.policy import Policy, Term
from sync.rules.visits import VenueVisit

_log = logging.getLogger(__name__)

_Shape = TypeVar("_Shape")
_Element = TypeVar("_Element")
_Parse = Callable[[Any], Any]
"""Parses one element; ``None`` where that cannot be done."""

_MOST_DIGITS = 100
_OTHER_FIELDS = ("kind", "status", "valid_from", "valid_until", "minors", "area", "local_only")


def parse_message(shape: type[_Shape], body: bytes) -> _Shape:
    """The message in a body of JSON, without the elements that cannot be read.

    Raises ``ValueError`` where the message as a whole cannot be read. It says where, and not what
    stands there: that may be a card number or a token.
    """
    try:
        message: _Shape = _parse(shape, body)
    except (ValueError, ArithmeticError):
        message = _parse_again(shape, _readable(body))
    return _without_absurd_days(message)


def _parse_again(shape: type[_Shape], body: bytes) -> _Shape:
    try:
        if shape in _ELEMENTS:
            return _parse_one_by_one(shape, body, _ELEMENTS[shape])
        message: _Shape = _parse(shape, body)
    except (ValueError, ArithmeticError) as wrong:
        raise ValueError(_complaint(wrong)) from None
    return message


def _readable(body: bytes) -> bytes:
    """The same JSON without what no parser of ours reads, as far as it is JSON.

    That is half of a surrogate pair, which becomes a question mark: somebody cut a text in the
    middle of a character. And a number of thousands of digits, which is too large for any field.
    """
    try:
        from_json(body)
    except ValueError:
        try:
            message = json.loads(body, parse_int=_whole_number)
        except (ValueError, RecursionError):
            return body
        return json.dumps(message, ensure_ascii=False).encode(errors="replace")
    return body


def _whole_number(digits: str) -> float:
    return int(digits) if len(digits) <= _MOST_DIGITS else math.inf


@cache
def _adapter(shape: Any) -> TypeAdapter[Any]:  # noqa: ANN401 - any class that is parsed
    return TypeAdapter(shape)


@cache
def _field(shape: Any, name: str) -> TypeAdapter[Any]:  # noqa: ANN401 - any class that is parsed
    return TypeAdapter(get_type_hints(shape, include_extras=True)[name])


def _parse(shape: Any, body: bytes) -> Any:  # noqa: ANN401 - any message
    if shape is StandingAnswer:
        return _parse_standing(body)
    return _adapter(shape).validate_json(body, strict=is_dataclass(shape) or None)


def _parse_standing(body: bytes) -> StandingAnswer:
    """The answer to a status report; a time that nobody can mean is as good as none."""
    shape, envelope = StandingAnswer, from_json(body)
    if isinstance(envelope, dict):
        lists = envelope.keys() & {"waited", "arrived"}
        envelope |= {name: _prefixes(envelope[name]) for name in lists}
    if isinstance(envelope, dict) and envelope.get("forked_at", "") is not None:
        at = _strictly(_adapter(Moment), envelope.pop("forked_at", None))
        if at is not None and is_meant(at):
            envelope["forked_at"] = at
        else:
            shape = UndatedStandingAnswer
    answer: StandingAnswer = _adapter(shape).validate_json(to_json(envelope), strict=True)
    return answer


def _prefixes(there: object) -> list[str]:
    """The beginnings of ids in a list, as far as they can be read, and no more than were told."""
    listed = there[:MOST_LISTED] if isinstance(there, list) else []
    return [each for each in listed if isinstance(each, str) and re.fullmatch(PREFIX, each)]


def _parse_one_by_one(shape: type[_Shape], body: bytes, elements: Mapping[str, _Parse]) -> _Shape:
    envelope = from_json(body)
    if not isinstance(envelope, dict):
        refused: _Shape = _parse(shape, body)  # it says what is wrong
        return refused
    parsed: dict[str, Any] = {}
    left_out: dict[str, int] = {}
    unread = frozenset[str]()
    for name, parse in elements.items():
        there = envelope.get(name)
        if name == "card" and (card := parse(there)) is not None:
            parsed[name] = card
            envelope[name] = _ANY_CARD
        elif name == "policy" and name in envelope:
            read = parse(there)
            envelope[name], left_out["terms"] = read.policy, read.terms_left_out
            unread = read.unread
        elif isinstance(there, list):
            parsed[name] = [each for each in map(parse, there) if each is not None]
            left_out[name] = len(there) - len(parsed[name])
            envelope[name] = []
    for name, absent in _DISPENSABLE.get(shape, {}).items():
        if name in envelope and _strictly(_field(cast("Any", shape), name), envelope[name]) is None:
            left_out[name] = int(envelope[name] is not None)
            envelope[name] = absent
    message = _parse(shape, to_json(envelope))
    for name, count in left_out.items():
        _log_left_out(shape, name, count)
    _log_odd_cards(parsed)
    changed: _Shape = replace(message, **parsed)
    if unread:
        _log.warning(
            "%s: the policy's %s cannot be read", shape.__name__, ", ".join(sorted(unread))
        )
    return _partly_read(changed, unread)


def _partly_read(message: _Shape, unread: frozenset[str]) -> _Shape:
    """A desk that knew those fields before goes on with them; a new one has the usual ones."""
    if not unread or not isinstance(message, Me):
        return message
    values = {field.name: getattr(message, field.name) for field in fields(message)}
    return cast("_Shape", PartlyReadMe(**values, unread_policy=unread))


def _complaint(error: Exception) -> str:
    """What is wrong and where, without the values."""
    if not isinstance(error, ValidationError):
        return "the message is not JSON"
    first = error.errors(include_input=False, include_url=False, include_context=False)[0]
    return f"{'.'.join(map(str, first['loc']))}: {first['msg']}"


def _without_absurd_days(message: _Shape) -> _Shape:
    """Removes elements with a year that cannot be meant."""
    match message:
        case OfferFeedPage(offers=offers):
            return _with(message, "offers", offers, _is_meant_offer)
        case ActivityPage(visits=visits):
            return _with(message, "visits", visits, lambda visit: is_meant(visit.local_date))
    return message


def _is_meant_offer(offer: Offer) -> bool:
    try:
        offer.check_times()
    except ValueError:
        return False
    return True


def _with(
    message: _Shape, name: str, there: list[_Element], is_kept: Callable[[_Element], bool]
) -> _Shape:
    kept = [each for each in there if is_kept(each)]
    if len(kept) == len(there):
        return message
    _log_left_out(type(message), name, len(there) - len(kept))
    return cast("_Shape", replace(cast("Any", message), **{name: kept}))


def _log_odd_cards(parsed: Mapping[str, Any]) -> None:
    cards = [parsed.get("card"), *parsed.get("cards", ())]
    cards += [change.card for change in parsed.get("changes", ()) if isinstance(change, Put)]
    odd = sum(isinstance(card, OddCard) for card in cards)
    if odd:
        _log.warning("%s cards of the register cannot be read, and are judged as unknown", odd)


def _log_left_out(shape: type, name: str, left_out: int) -> None:
    if left_out:
        _log.warning("%s: %s of the %s cannot be read", shape.__name__, left_out, name)


def _strictly(adapter: TypeAdapter[Any], element: object) -> Any:  # noqa: ANN401 - what it is for
    try:
        return adapter.validate_json(to_json(element), strict=True)
    except (ValidationError, ArithmeticError):
        return None


def _parse_card(element: object) -> Card | OddCard | None:
    """A card, or the data needed to count it."""
    card: Card | None = _strictly(_adapter(Card), element)
    if card is not None:
        return card
    if not isinstance(element, dict) or not isinstance(number := element.get("number"), str):
        return None
    return OddCard(number, tuple(_in_a_line(element.get(field)) for field in _OTHER_FIELDS))


def _in_a_line(value: object) -> str:
    """A field as it is written in the line that is summed."""
    if isinstance(value, str):
        return value
    if isinstance(value, bool):
        return str(int(value))
    return "" if value is None else to_json(value).decode()


def _parse_change(element: object) -> Put | Drop | None:
    if isinstance(element, dict) and element.get("op") == "put":
        card = _parse_card(element.get("card"))
        return None if card is None else Put(card=card)
    drop: Drop | None = _strictly(_adapter(Drop), element)
    return drop


def _parse_result(element: object) -> OperationResult | None:
    """A result; texts of an unknown shape are ignored, since what they explain still counts."""
    if isinstance(element, dict):
        adapter = _adapter(OperationResult)
        wordless = element | {"detail": None}
        for candidate in (element, wordless, wordless | {"code": None}):
            found: OperationResult | None = _strictly(adapter, candidate)
            if found is not None:
                return found
    return None


_ANY_CARD = {
    "number": "ANYCARD",
    "kind": "personal",
    "status": "active",
    "valid_from": "2026-01-01",
    "valid_until": "2026-01-01",
    "minors": 0,
    "area": "",
    "local_only": False,
}
"""Stands in for a card while the rest of its message is parsed."""


@dataclass(frozen=True, slots=True)
class _ReadPolicy:
    """The fields of a policy that can be read, and the names of the others."""

    policy: dict[str, Any]
    unread: frozenset[str]
    terms_left_out: int = 0


def _parse_policy(policy: object) -> _ReadPolicy:
    """Each field for itself, and each term of the policy's only list."""
    if not isinstance(policy, dict):
        return _ReadPolicy({}, _POLICY)
    known = {name: value for name, value in policy.items() if name in _POLICY}
    terms, left_out = known.get("terms"), 0
    if isinstance(terms, list):
        known["terms"] = [term for term in terms if _strictly(_adapter(Term), term) is not None]
        left_out = len(terms) - len(known["terms"])
    readable = {
        name: value
        for name, value in known.items()
        if _strictly(_adapter(Policy), {name: value}) is not None
    }
    return _ReadPolicy(readable, frozenset(known) - frozenset(readable), left_out)


_POLICY = frozenset(field.name for field in fields(Policy))

_ELEMENTS: Mapping[type, Mapping[str, _Parse]] = {
    Me: {
        "peers": partial(_strictly, _adapter(Peer)),
        "key_changes": partial(_strictly, _adapter(SignedKeyChange)),
        "policy": _parse_policy,
    },
    Enrolment: {"policy": _parse_policy},
    CardsPage: {"cards": _parse_card},
    ChangesPage: {"changes": _parse_change},
    CardAnswer: {"card": _parse_card},
    OfferFeedPage: {
        "offers": partial(_strictly, _adapter(Offer)),
        "removed": partial(_strictly, _adapter(UUID)),
    },
    OperationsAnswer: {"results": _parse_result},
    ActivityPage: {"visits": partial(_strictly, _adapter(VenueVisit))},
}
"""Parsers by element, for messages that cannot be parsed as a whole."""

_DISPENSABLE: Mapping[type, Mapping[str, object]] = {
    Me: {"peers": [], "key_changes": [], "renew_token": False},
    ChangesPage: {"signed_at": None, "signature_at": None},
    OfferFeedPage: {"removed": []},
}
"""Fields without which a message still says the rest, and what each is where it cannot be read."""
