"""The description of the Desk API says what the API does."""

from collections.abc import Iterator

import pytest

from sync.server.api.app import document

DOCUMENT = document()
SCHEMAS = DOCUMENT["components"]["schemas"]
CALLS = {call["operationId"]: call for path in DOCUMENT["paths"].values() for call in path.values()}


def references(part: object) -> Iterator[str]:
    if isinstance(part, dict):
        for name, value in part.items():
            if name == "$ref":
                yield value
            else:
                yield from references(value)
    elif isinstance(part, list):
        for value in part:
            yield from references(value)


def test_every_call_of_the_contract_is_there() -> None:
    assert {
        (method.upper(), path) for path, calls in DOCUMENT["paths"].items() for method in calls
    } == {
        ("GET", "/desk/v1/health"),
        ("POST", "/desk/v1/enrolments"),
        ("GET", "/desk/v1/me"),
        ("POST", "/desk/v1/token"),
        ("GET", "/desk/v1/register/cards"),
        ("GET", "/desk/v1/register/changes"),
        ("GET", "/desk/v1/cards/{number}"),
        ("POST", "/desk/v1/cards/lookup"),
        ("POST", "/desk/v1/standing"),
        ("POST", "/desk/v1/token"),
        ("GET", "/desk/v1/offers"),
        ("POST", "/desk/v1/operations"),
        ("GET", "/desk/v1/activity"),
        ("PUT", "/desk/v1/shares/{offer_id}"),
    }


def test_every_reference_leads_somewhere() -> None:
    for reference in references(DOCUMENT):
        assert reference.removeprefix("#/components/schemas/") in SCHEMAS


@pytest.mark.parametrize("name", sorted(CALLS))
def test_every_error_is_described_as_a_problem_that_may_say_when_to_come_back(name: str) -> None:
    errors = {
        status: described for status, described in CALLS[name]["responses"].items() if status > "3"
    }
    assert errors.keys() == {"4XX", "5XX"}
    for described in errors.values():
        assert list(described["content"]) == ["application/problem+json"]
        assert "Retry-After" in described["headers"]


@pytest.mark.parametrize("name", sorted(CALLS.keys() - {"health", "enrol"}))
def test_every_call_of_a_desk_needs_its_token(name: str) -> None:
    assert CALLS[name]["security"] == [{"HTTPBearer": []}]


@pytest.mark.parametrize("name", ["enrol", "lookup", "standing", "new_token", "submit", "share"])
def test_every_body_is_described(name: str) -> None:
    (content,) = CALLS[name]["requestBody"]["content"].items()
    media_type, described = content
    assert media_type == "application/json"
    assert described["schema"]["$ref"].removeprefix("#/components/schemas/") in SCHEMAS
