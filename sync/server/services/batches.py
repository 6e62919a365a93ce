"""A batch of operations out of a request's body: one bad element never takes another down."""

from collections.abc import Mapping, Sequence
from typing import Annotated, Any
from uuid import UUID

from pydantic import Field, ValidationError, WrapValidator
from pydantic.json_schema import SkipJsonSchema
from pydantic_core import to_json

from sync.messages import MOST_OPERATIONS
from sync.protocol import Message, load_operation, write_operation
from sync.rules.visits import Operation


class Unreadable(Message):
    """Anything else that has an id: answered `rejected malformed`, and the others are settled."""

    id: UUID
    detail: SkipJsonSchema[str]
    content: SkipJsonSchema[str]


Item = Operation | Unreadable
"""An element of a batch."""


def _read(element: object, _described: object) -> Item:
    """An element by itself. Raises ``ValueError`` where it has no readable id to answer by."""
    written = element.get("id") if isinstance(element, dict) else None
    if not isinstance(element, dict) or not isinstance(written, str):
        raise ValueError("no readable id")  # noqa: TRY004 - as pydantic wants it
    identity = UUID(written)
    content = to_json(element)
    try:
        return load_operation(str(element.get("kind")), content)
    except KeyError:
        fault = "the operation's kind is not known"
    except ValidationError as wrong:
        fault = complaint(wrong.errors())
    return Unreadable(id=identity, detail=fault, content=content.decode())


_Described = Annotated[Operation, Field(discriminator="kind")] | Unreadable


class Batch(Message):
    """A batch of operations (at most 1 MiB of JSON)."""

    operations: Annotated[
        list[Annotated[_Described, WrapValidator(_read)]], Field(max_length=MOST_OPERATIONS)
    ]


def content_of(item: Item) -> str:
    """What was sent, as JSON, for audit."""
    return item.content if isinstance(item, Unreadable) else write_operation(item).decode()


def complaint(errors: Sequence[Mapping[str, Any]]) -> str:
    """What is wrong and where, without the values: they may carry a card number or a secret."""
    first = errors[0]
    where = ".".join(str(step) for step in first["loc"])
    return f"{where}: {first['msg']}" if where else str(first["msg"])
