"""A batch of operations out of a request's body: one bad element never takes another down."""

from dataclasses import dataclass
from uuid import UUID

from pydantic import ValidationError
from pydantic_core import from_json, to_json

from sync.errors import RequestRefusedError
from sync.protocol import MOST_OPERATIONS, load_operation, write_operation
from sync.rules.visits import Operation


@dataclass(frozen=True, slots=True)
class Unreadable:
    """An element that is no operation, but says which one it would be."""

    id: UUID
    detail: str
    content: str


Item = Operation | Unreadable
"""An element of a batch."""


def read_batch(body: bytes) -> list[Item]:
    """The elements of ``{"operations": [...]}``, in order.

    Raises :class:`RequestRefusedError` where the batch as a whole cannot be answered element by
    element: no JSON, another shape, too many, or an element without a readable id.
    """
    try:
        envelope = from_json(body, allow_inf_nan=False)
    except ValueError as broken:
        raise RequestRefusedError("the body is not JSON", code="malformed_json") from broken
    elements = envelope.get("operations") if isinstance(envelope, dict) else None
    if not isinstance(elements, list):
        raise RequestRefusedError("the body has no list of operations", code="malformed")
    if len(elements) > MOST_OPERATIONS:
        raise RequestRefusedError(f"at most {MOST_OPERATIONS} operations", code="malformed")
    return [_read(element, place) for place, element in enumerate(elements)]


def content_of(item: Item) -> str:
    """What was sent, as JSON, for audit."""
    return item.content if isinstance(item, Unreadable) else write_operation(item).decode()


def complaint(error: ValidationError) -> str:
    """What is wrong and where, without the values: they may carry a card number or a secret."""
    first = error.errors(include_input=False, include_url=False, include_context=False)[0]
    where = ".".join(str(step) for step in first["loc"])
    return f"{where}: {first['msg']}" if where else first["msg"]


def _read(element: object, place: int) -> Item:
    identity = _identity(element)
    if identity is None or not isinstance(element, dict):
        raise RequestRefusedError(f"operation {place} has no readable id", code="malformed")
    content = to_json(element)
    kind = str(element.get("kind"))
    try:
        return load_operation(kind, content)
    except KeyError:
        fault = "the operation's kind is not known"
    except ValidationError as wrong:
        fault = complaint(wrong)
    return Unreadable(identity, fault, content.decode())


def _identity(element: object) -> UUID | None:
    written = element.get("id") if isinstance(element, dict) else None
    if not isinstance(written, str):
        return None
    try:
        return UUID(written)
    except ValueError:
        return None
