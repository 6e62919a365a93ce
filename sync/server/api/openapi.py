"""Parts of the API's description that the framework lacks: bodies parsed by hand, and problems."""

from typing import Annotated, Any
from uuid import UUID

from fastapi import FastAPI
from pydantic import Field, TypeAdapter

from sync.protocol import (
    MOST_OPERATIONS,
    CardLookup,
    EnrolmentBody,
    Message,
    Problem,
    ShareBody,
    StandingBody,
    TokenRequest,
)
from sync.rules.visits import Note, OwnOffer, Visit, Void
from sync.server.api.problems import MEDIA_TYPE

_SCHEMAS = "#/components/schemas/{model}"
_RETRY_AFTER = {
    "description": "Seconds; always there with 429 and 503.",
    "schema": {"type": "integer", "minimum": 1},
}
_PROBLEM = {
    "content": {MEDIA_TYPE: {"schema": Problem.model_json_schema()}},
    "headers": {"Retry-After": _RETRY_AFTER},
}
PROBLEMS: dict[int | str, dict[str, Any]] = {
    "4XX": {"description": "A refusal, with a stable code.", **_PROBLEM},
    "5XX": {"description": "Not now, or a mistake of the register's own.", **_PROBLEM},
}
"""The errors that every call may answer with."""


class UnreadableOperation(Message):
    """Anything else that has an id: answered `rejected malformed`, and the others are settled."""

    id: UUID


class OperationsRequest(Message):
    """A batch of operations (at most 1 MiB of JSON)."""

    operations: Annotated[
        list[
            Annotated[Visit | Void | OwnOffer | Note, Field(discriminator="kind")]
            | UnreadableOperation
        ],
        Field(max_length=MOST_OPERATIONS),
    ]


_READ_BY_US: tuple[type, ...] = (
    EnrolmentBody,
    StandingBody,
    CardLookup,
    TokenRequest,
    ShareBody,
    OperationsRequest,
)


def json_body(model: type) -> dict[str, Any]:
    """A required JSON body."""
    schema = {"$ref": _SCHEMAS.format(model=model.__name__)}
    return {"requestBody": {"required": True, "content": {"application/json": {"schema": schema}}}}


class DescribedApp(FastAPI):
    """The framework's application, whose description has the bodies that we read ourselves."""

    def openapi(self) -> dict[str, Any]:
        """The OpenAPI 3.1 description."""
        document = super().openapi()
        _, read_by_us = TypeAdapter.json_schemas(
            [(model, "validation", TypeAdapter(model)) for model in _READ_BY_US],
            ref_template=_SCHEMAS,
        )
        components = document["components"]
        components["schemas"] = read_by_us["$defs"] | components["schemas"]
        return document
