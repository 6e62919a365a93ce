"""The description of the Desk API says what the API does."""

from collections.abc import Iterator

import pytest

from sync.server.api.app import document

DOCUMENT = document()
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
        ("GET", "/desk/v1/register/cards"),
        ("GET", "/desk/v1/register/changes"),
        ("GET", "/desk/v1/cards/{number}"),
        ("POST", "/desk/v1/cards/lookup"),
        ("POST", "/desk/v1/standing"),
        ("GET", "/desk/v1/offers"),
        ("POST", "/desk/v1/operations"),
        ("GET", "/desk/v1/activity"),
    }


def test_every_reference_leads_somewhere() -> None:
    schemas = DOCUMENT["components"]["schemas"]
    for reference in references(DOCUMENT):
        assert reference.removeprefix("#/components/schemas/") in schemas


@pytest.mark.parametrize("name", sorted(CALLS.keys() - {"health"}))
def test_every_error_is_described_as_a_problem(name: str) -> None:
    errors = {status: said for status, said in CALLS[name]["responses"].items() if status > "3"}
    assert {"500", "503"} <= errors.keys()
    assert all(list(said["content"]) == ["application/problem+json"] for said in errors.values())


def test_refusals_that_ask_to_come_back_say_when() -> None:
    for call in CALLS.values():
        for status in {"429", "503"} & call["responses"].keys():
            assert "Retry-After" in call["responses"][status]["headers"]


@pytest.mark.parametrize("name", sorted(CALLS.keys() - {"health", "enrol"}))
def test_every_call_of_a_desk_needs_its_token(name: str) -> None:
    assert CALLS[name]["security"] == [{"HTTPBearer": []}]
    assert "401" in CALLS[name]["responses"]


def test_bounds_are_whole_numbers() -> None:
    def floats(part: object) -> Iterator[float]:
        if isinstance(part, dict | list):
            for value in part.values() if isinstance(part, dict) else part:
                yield from floats(value)
        elif isinstance(part, float):
            yield part

    assert not list(floats(DOCUMENT))
