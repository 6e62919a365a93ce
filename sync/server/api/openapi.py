"""What the framework cannot read off the code: what we parse ourselves, and problems."""

from http import HTTPStatus
from typing import Annotated, Any
from uuid import UUID

from fastapi import FastAPI
from pydantic import BaseModel, Field
from pydantic.json_schema import models_json_schema

from sync.protocol import (
    MOST_OPERATIONS,
    CardLookup,
    EnrolmentRequest,
    Message,
    Problem,
    StandingReport,
)
from sync.rules.visits import LAST_REVISION, Note, OwnOffer, Visit, Void
from sync.server.api.problems import MEDIA_TYPE

_SCHEMAS = "#/components/schemas/"


class UnreadableOperation(Message):
    """Anything else that bears an id: answered `rejected malformed`, and the others are settled."""

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


_READ_BY_US = (EnrolmentRequest, StandingReport, CardLookup, OperationsRequest, Problem)
"""What is not read by the framework, and so not described by it."""


def json_body(model: type[BaseModel]) -> dict[str, Any]:
    """A required JSON body."""
    schema = {"$ref": f"{_SCHEMAS}{model.__name__}"}
    return {"requestBody": {"required": True, "content": {"application/json": {"schema": schema}}}}


def refusals(*statuses: int) -> dict[int | str, dict[str, Any]]:
    """The errors that a call answers with."""
    return {status: _refusal(status) for status in sorted({*statuses, 500})}


def _refusal(status: int) -> dict[str, Any]:
    schema = {"$ref": f"{_SCHEMAS}{Problem.__name__}"}
    answer: dict[str, Any] = {
        "description": HTTPStatus(status).phrase,
        "content": {MEDIA_TYPE: {"schema": schema}},
    }
    if status in {HTTPStatus.TOO_MANY_REQUESTS, HTTPStatus.SERVICE_UNAVAILABLE}:
        answer["headers"] = {
            "Retry-After": {"required": True, "schema": {"type": "integer", "minimum": 1}}
        }
    return answer


def describe(app: FastAPI) -> None:
    """Add to the application's description what :func:`json_body` and :func:`refusals` name."""
    generate = app.openapi

    def openapi() -> dict[str, Any]:
        document = generate()
        _, extra = models_json_schema(
            [(model, "validation") for model in _READ_BY_US],
            ref_template=_SCHEMAS + "{model}",
        )
        schemas = document["components"]["schemas"]
        for name, schema in extra["$defs"].items():
            schemas.setdefault(name, schema)
        for unused in ("HTTPValidationError", "ValidationError"):  # ours are problems
            schemas.pop(unused, None)
        for path in document["paths"].values():
            for call in path.values():
                _tidy(call["responses"])
        whole: dict[str, Any] = _in_whole_numbers(document)
        return whole

    app.openapi = openapi  # type: ignore[method-assign]  # the way that the framework documents


def _in_whole_numbers(part: Any) -> Any:  # noqa: ANN401  any part of a JSON document
    """Bounds as the integers that they are: a float cannot hold the last revision."""
    if isinstance(part, dict):
        return {name: _in_whole_numbers(value) for name, value in part.items()}
    if isinstance(part, list):
        return [_in_whole_numbers(value) for value in part]
    if isinstance(part, float) and part.is_integer():
        return min(int(part), LAST_REVISION)
    return part


def _tidy(responses: dict[str, Any]) -> None:
    """Take out the framework's own 422, where the call cannot answer it."""
    answer = responses.get("422")
    if answer is not None and MEDIA_TYPE not in answer["content"]:
        del responses["422"]
